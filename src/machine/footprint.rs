//! What a thread touches that other threads can touch too: the footprint of its turn. The explorer needs it to tell which
//! turns could change one another's effect; an ordinary run does without.
//!
//! Nothing is missed by construction: every access to an object goes through [`super::heap::Heap`], every attribute by
//! name through the machine's own functions, and everything else that threads share is noted where it is done.

use super::event::{SyncId, ThreadId, WaitFor};
use super::heap::ObjectId;
use crate::program::code::Symbol;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Who made an object, as its how-manieth, and whether another thread has touched it since; in a number that fits beside
/// it. Between two schedules that differ in the order of independent turns only, these stay the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Maker(u32);

/// Threads that are told apart as makers, and objects of a thread that are.
const MAKER_THREADS: u32 = 255;
const MAKER_OBJECTS: u32 = 1 << 22;
const SHARED_BIT: u32 = 1 << 31;

impl Maker {
    /// All objects that are not told apart have this name.
    const OTHERS: Maker = Maker(u32::MAX);

    /// It was made before any thread was started: its place in the heap is the same in every schedule.
    pub const STABLE: Maker = Maker(0);

    /// The object that this thread made as its how-manieth.
    pub fn new(thread: ThreadId, count: u32) -> Self {
        Maker((thread.0.min(MAKER_THREADS) + 1) << 22 | count.min(MAKER_OBJECTS - 1))
    }

    pub fn is_shared(self) -> bool {
        self.0 & SHARED_BIT != 0
    }

    fn is_thread(self, thread: ThreadId) -> bool {
        thread.0 < MAKER_THREADS && !self.is_shared() && self.0 >> 22 == thread.0 + 1
    }

    /// It stands for one object only.
    fn is_exact(self) -> bool {
        let name = self.0 & !SHARED_BIT;
        name >> 22 <= MAKER_THREADS && name & (MAKER_OBJECTS - 1) != MAKER_OBJECTS - 1
    }

    /// The object once more than one thread has touched it.
    pub fn shared(self) -> Self {
        Maker(self.0 | SHARED_BIT)
    }
}

/// By what an object is known, the same in every schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ObjectName {
    /// By its place in the heap.
    Place(ObjectId),
    /// One that was made after the first thread was started by its maker, since its place differs from schedule to schedule.
    Later(Maker),
}

impl ObjectName {
    pub fn new(maker: Maker, id: ObjectId) -> Self {
        match maker {
            Maker::STABLE => ObjectName::Place(id),
            later if later.is_exact() => ObjectName::Later(later.shared()),
            _ => ObjectName::Later(Maker::OTHERS),
        }
    }
}

/// Something that threads can share, the same in every schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Location {
    /// A name in the namespace of a module or of an object.
    Name(ObjectName, Symbol),
    /// What a container, a variable of an enclosing function, a generator or a class holds.
    Content(ObjectName),
    /// The namespace of a class.
    Class(ObjectId),
    /// A lock, and the queue of those who wait for it or for another thing.
    Sync(SyncId),
    /// Whether a thread is there, was started and has ended, and who waits for that.
    Life(ThreadId),
    /// A thread comes up.
    Birth(ThreadId),
    /// Which threads were started, and in which order.
    Starts,
    /// How far a thread has come: what cuts it off touches this.
    Progress(ThreadId),
    /// The phase of the process.
    Phase,
    Files,
    /// The scripted lines of the keyboard.
    Input,
    /// What was printed, on either stream.
    Output,
}

/// What a thread knows to have happened, for each thread by its number: how many of its stretches, where a new stretch
/// begins with each thread that it starts. A vector clock (Fidge, Mattern, 1988) that only `start()` and `join()` move on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order(Option<Rc<Vec<u32>>>);

impl Order {
    pub fn stretches_of(&self, thread: ThreadId) -> u32 {
        self.0.as_ref().and_then(|stretches| stretches.get(thread.0 as usize)).copied().unwrap_or(0)
    }

    /// One more stretch of this thread has happened.
    pub fn advance(&mut self, thread: ThreadId) {
        let known = self.stretches_of(thread) + 1;
        let stretches = Rc::make_mut(self.0.get_or_insert_default());
        if stretches.len() <= thread.0 as usize {
            stretches.resize(thread.0 as usize + 1, 0);
        }
        stretches[thread.0 as usize] = known;
    }

    /// What another knows is known from now on.
    pub fn join(&mut self, other: &Order) {
        let Some(theirs) = &other.0 else { return };
        let stretches = Rc::make_mut(self.0.get_or_insert_default());
        if stretches.len() < theirs.len() {
            stretches.resize(theirs.len(), 0);
        }
        for (mine, &theirs) in stretches.iter_mut().zip(theirs.iter()) {
            *mine = theirs.max(*mine);
        }
    }
}

impl Location {
    /// The object that this is about.
    pub fn object(self) -> Option<ObjectName> {
        match self {
            Location::Name(object, _) | Location::Content(object) => Some(object),
            _ => None,
        }
    }

    /// The same of another object.
    pub fn of(self, object: ObjectName) -> Location {
        match self {
            Location::Name(_, name) => Location::Name(object, name),
            Location::Content(_) => Location::Content(object),
            other => other,
        }
    }
}

/// One access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    pub location: Location,
    pub writes: bool,
    pub manner: Manner,
    /// The locks that the thread held, a bit for each of the first 64.
    pub locks: u64,
    /// What the thread knew to have happened before.
    pub order: Order,
}

/// What is known about shared locations; what an exploration learns goes into the next one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shared {
    /// Locations that are written while several threads live: only of these are reads noted.
    pub written: FxHashSet<Location>,
    /// Locations at which two threads can meet without a lock between them: a turn ends after each access.
    pub contended: FxHashSet<Location>,
    /// Locks that somebody looks at without waiting until they are free.
    pub polled: FxHashSet<Location>,
    /// Threads that may be cut off: a turn of theirs also ends after all that outlives them.
    pub cut: FxHashSet<ThreadId>,
    /// What was printed is looked at.
    pub output_matters: bool,
}

/// Whether others can notice something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meeting {
    #[default]
    Nobody,
    /// It only lets others go on that wait: it could as well have been done sooner.
    LetsGoOn,
    Others,
}

/// How something is touched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Manner {
    #[default]
    Plain,
    /// It finds out whether it has to wait, and goes on all the same: a time-out, `locked()`.
    Polls,
    /// It only lets others go on: a lock is given back, a thread comes up or ends.
    Enables,
    /// It begins to wait for a lock, for as long as it takes.
    Waits,
}

/// Notes the footprint of the thread that is stepping.
#[derive(Clone, Debug)]
pub struct Tracker {
    shared: Rc<Shared>,
    any_class_written: bool,
    me: ThreadId,
    may_be_cut: bool,
    locks: u64,
    /// Whether another thread was started whose end is not known.
    has_company: bool,
    order: Order,
    /// Once a thread has been started: the number of locks and the like that there were by then.
    syncs_at_start: Option<u32>,
    met: Cell<Meeting>,
    log: RefCell<Vec<Access>>,
    /// Objects that the thread was the second to touch.
    newly_shared: RefCell<Vec<ObjectId>>,
    /// How many objects each thread has made.
    made: Vec<u32>,
    /// The objects of the library that were written since the start, in order, and where its objects end.
    written_library: Vec<ObjectId>,
    library_objects: u32,
}

/// Threads are numbered as they are made: who makes the next one touches this.
pub const NEXT_THREAD: Location = Location::Life(ThreadId(u32::MAX));

/// A thread's bit in a set of threads.
pub fn thread_bit(thread: ThreadId) -> u64 {
    1 << thread.0.min(63)
}

impl Tracker {
    /// `library_objects` is the number of objects that belong to the library.
    pub fn new(shared: Rc<Shared>, library_objects: u32) -> Self {
        let any_class_written = shared.written.iter().any(|location| matches!(location, Location::Class(_)));
        Self {
            shared,
            any_class_written,
            me: ThreadId::MAIN,
            may_be_cut: false,
            locks: 0,
            has_company: false,
            order: Order::default(),
            syncs_at_start: None,
            met: Cell::new(Meeting::Nobody),
            log: RefCell::new(Vec::new()),
            newly_shared: RefCell::new(Vec::new()),
            made: Vec::new(),
            written_library: Vec::new(),
            library_objects,
        }
    }

    /// A thread begins a turn, holding these locks.
    pub fn begin(&mut self, me: ThreadId, order: Order, has_company: bool, locks: u64) {
        self.me = me;
        self.order = order;
        self.has_company = has_company;
        self.locks = locks;
        self.may_be_cut = self.shared.cut.contains(&me);
        self.met.set(Meeting::Nobody);
        self.log.get_mut().clear();
    }

    /// A thread was started: from now on objects have owners. `syncs` is the number of locks and the like.
    pub fn started(&mut self, order: Order, syncs: usize) {
        self.order = order;
        self.has_company = true;
        self.syncs_at_start.get_or_insert(syncs as u32);
    }

    /// The name of an object that is made now.
    pub fn make(&mut self) -> Maker {
        if self.syncs_at_start.is_none() {
            return Maker::STABLE;
        }
        let me = self.me.0.min(MAKER_THREADS) as usize;
        if self.made.len() <= me {
            self.made.resize(me + 1, 0);
        }
        self.made[me] += 1;
        Maker::new(self.me, self.made[me])
    }

    /// Whether a lock counts as protection: it must be the same one in every schedule.
    pub fn is_stable_sync(&self, sync: SyncId) -> bool {
        self.syncs_at_start.is_none_or(|count| sync.0 < count)
    }

    /// The thread has learnt of the end of another.
    pub fn joined(&mut self, order: Order, has_company: bool) {
        self.order = order;
        self.has_company = has_company;
    }

    pub fn set_locks(&mut self, locks: u64) {
        self.locks = locks;
    }

    /// An object is about to be written.
    #[inline]
    pub fn writes_to(&mut self, id: ObjectId) {
        if id.0 < self.library_objects
            && let Err(at) = self.written_library.binary_search(&id)
        {
            self.written_library.insert(at, id);
        }
    }

    pub fn written_library(&self) -> &[ObjectId] {
        &self.written_library
    }

    /// Whether others can notice what was done since the turn, or this part of it, began.
    #[inline]
    pub fn meeting(&self) -> Meeting {
        self.met.get()
    }

    /// Another part of a turn begins.
    pub fn begin_part(&mut self) {
        self.met.set(Meeting::Nobody);
    }

    pub fn take_log(&mut self) -> Vec<Access> {
        std::mem::take(self.log.get_mut())
    }

    pub fn take_newly_shared(&mut self) -> Vec<ObjectId> {
        std::mem::take(self.newly_shared.get_mut())
    }

    pub fn note(&self, location: Location, writes: bool) {
        self.note_as(location, writes, Manner::Plain);
    }

    fn note_as(&self, location: Location, writes: bool, manner: Manner) {
        if !self.has_company
            || (!writes && !self.shared.written.contains(&location))
            || (location == Location::Output && !self.shared.output_matters)
        {
            return;
        }
        let outlives = matches!(
            location,
            Location::Files | Location::Output | Location::Sync(_) | Location::Life(_) | Location::Starts
        );
        let meeting = if self.may_be_cut && outlives {
            Meeting::Others
        } else if matches!(location, Location::Birth(_)) {
            // Its starter waits for nothing but this.
            Meeting::LetsGoOn
        } else if !self.shared.contended.contains(&location) {
            Meeting::Nobody
        } else if manner == Manner::Enables && !self.shared.polled.contains(&location) {
            Meeting::LetsGoOn
        } else {
            Meeting::Others
        };
        self.met.set(self.met.get().max(meeting));
        let access = Access { location, writes, manner, locks: self.locks, order: self.order.clone() };
        let mut log = self.log.borrow_mut();
        if !log.contains(&access) {
            log.push(access);
        }
    }

    /// A lock or the like, as a location.
    pub fn sync(&self, sync: SyncId) -> Location {
        Location::Sync(if self.is_stable_sync(sync) { sync } else { SyncId(u32::MAX) })
    }

    /// A lock is given back. That only lets others go on, so nobody needs to come in between that and what comes before.
    pub fn note_release(&self, lock: SyncId) {
        self.note_as(self.sync(lock), true, Manner::Enables);
    }

    /// Somebody looks at a lock and goes on whether it is free or not.
    pub fn note_poll(&self, lock: SyncId) {
        self.note_as(self.sync(lock), true, Manner::Polls);
    }

    /// A new thread has come up: its starter can go on.
    pub fn note_coming_up(&self, thread: ThreadId) {
        self.note_as(Location::Birth(thread), true, Manner::Enables);
    }

    /// A thread has ended: those that wait for that can go on.
    pub fn note_end(&self, thread: ThreadId) {
        self.note_as(Location::Life(thread), true, Manner::Enables);
    }

    /// Somebody looks whether a thread lives and goes on in either case. Who waits for its end without a time-out comes to
    /// the same state whether the end comes before or after, so that is not noted.
    pub fn note_look_at_life(&self, thread: ThreadId) {
        self.note_as(Location::Life(thread), false, Manner::Polls);
    }

    /// A lock is taken.
    pub fn note_acquire(&self, lock: SyncId) {
        self.note(self.sync(lock), true);
    }

    pub fn note_wait(&self, what: WaitFor, has_time_out: bool) {
        match what {
            WaitFor::Acquire(lock) => {
                self.note_as(self.sync(lock), true, if has_time_out { Manner::Polls } else { Manner::Waits });
            }
            WaitFor::Notify(sync) | WaitFor::QueueItem(sync) | WaitFor::QueueRoom(sync) | WaitFor::QueueDone(sync) => {
                self.note(self.sync(sync), true)
            }
            WaitFor::Join(thread) | WaitFor::ExitJoin(thread) => {
                if has_time_out {
                    self.note_as(Location::Life(thread), true, Manner::Polls);
                }
            }
            // The thread that is waited for cannot have come up before.
            WaitFor::Sleep | WaitFor::Prompt | WaitFor::Start(_) => {}
            WaitFor::Input => self.note(Location::Input, true),
        }
    }

    pub fn note_class(&self, maker: Maker, id: ObjectId, writes: bool) {
        if writes || self.any_class_written {
            let id = if maker == Maker::STABLE { id } else { ObjectId(u32::MAX) };
            self.note(Location::Class(id), writes);
        }
    }

    /// An access to an object that is no namespace, or to a name in one.
    pub fn note_object(&self, maker: Maker, id: ObjectId, name: Option<Symbol>, writes: bool) {
        if !self.has_company || maker.is_thread(self.me) {
            return;
        }
        let object = ObjectName::new(maker, id);
        let location = name.map_or(Location::Content(object), |name| Location::Name(object, name));
        if maker != Maker::STABLE && !maker.is_shared() {
            self.newly_shared.borrow_mut().push(id);
        }
        self.note(location, writes);
    }
}
