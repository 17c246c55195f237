//! What a thread touches that other threads can touch too: the footprint of its turn. The explorer needs it to tell which
//! turns could change one another's effect; an ordinary run does without.
//!
//! Nothing is missed by construction: every access to an object goes through [`super::heap::Heap`], every attribute by
//! name through the machine's own functions, and everything else that threads share is noted where it is done.

use super::event::{SyncId, ThreadId, WaitFor};
use super::heap::ObjectId;
use crate::program::code::Symbol;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;

/// Who has an object to itself, as a number that fits beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Owner(u32);

impl Owner {
    /// Nobody: it was made before any thread was started, and its place in the heap is the same in every schedule.
    pub const STABLE: Owner = Owner(0);
    /// Nobody any more: made later, and more than one thread has touched it.
    pub const SHARED: Owner = Owner(u32::MAX);

    fn thread(id: ThreadId) -> Self {
        Owner(id.0 + 1)
    }
}

/// Something that threads can share, the same in every schedule. Objects that were made after the first thread was started
/// are told apart by their class only, since their places differ from schedule to schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    /// A name in the namespace of a module or of an object.
    Name(ObjectId, Symbol),
    /// A name in the namespace of any later object of this class.
    NameInClass(ObjectId, Symbol),
    /// What a container, a variable of an enclosing function, a generator or a class holds.
    Content(ObjectId),
    ContentInClass(ObjectId),
    /// The namespace of a class.
    Class(ObjectId),
    /// A lock, and the queue of those who wait for it or for another thing.
    Sync(SyncId),
    /// Whether a thread has come up and has ended, and who waits for that.
    Life(ThreadId),
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
pub struct Order(Rc<Vec<u32>>);

impl Order {
    pub fn stretches_of(&self, thread: ThreadId) -> u32 {
        self.0.get(thread.0 as usize).copied().unwrap_or(0)
    }

    /// One more stretch of this thread has happened.
    pub fn advance(&mut self, thread: ThreadId) {
        let known = self.stretches_of(thread) + 1;
        let stretches = Rc::make_mut(&mut self.0);
        if stretches.len() <= thread.0 as usize {
            stretches.resize(thread.0 as usize + 1, 0);
        }
        stretches[thread.0 as usize] = known;
    }

    /// What another knows is known from now on.
    pub fn join(&mut self, other: &Order) {
        let stretches = Rc::make_mut(&mut self.0);
        if stretches.len() < other.0.len() {
            stretches.resize(other.0.len(), 0);
        }
        for (mine, &theirs) in stretches.iter_mut().zip(other.0.iter()) {
            *mine = theirs.max(*mine);
        }
    }
}

/// One access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    pub location: Location,
    pub writes: bool,
    /// The locks that the thread held, a bit for each of the first 64.
    pub locks: u64,
    /// What the thread knew to have happened before.
    pub order: Order,
}

/// What is known about shared locations; what an exploration learns goes into the next one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shared {
    /// Locations that are written while several threads live: only of these are reads noted.
    pub written: HashSet<Location>,
    /// Locations at which two threads can meet without a lock between them: a turn ends after each access.
    pub contended: HashSet<Location>,
    /// Threads that may be cut off: a turn of theirs also ends after all that outlives them.
    pub cut: HashSet<ThreadId>,
    /// What was printed is looked at.
    pub output_matters: bool,
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
    met: Cell<bool>,
    log: RefCell<Vec<Access>>,
    /// Objects that the thread was the second to touch.
    newly_shared: RefCell<Vec<ObjectId>>,
    /// The objects of the library that were written since the start, in order, and where its objects end.
    written_library: Vec<ObjectId>,
    library_objects: u32,
}

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
            met: Cell::new(false),
            log: RefCell::new(Vec::new()),
            newly_shared: RefCell::new(Vec::new()),
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
        self.met.set(false);
        self.log.get_mut().clear();
    }

    /// A thread was started: from now on objects have owners. `syncs` is the number of locks and the like.
    pub fn started(&mut self, order: Order, syncs: usize) {
        self.order = order;
        self.has_company = true;
        self.syncs_at_start.get_or_insert(syncs as u32);
    }

    /// The owner of an object that is made now.
    pub fn maker(&self) -> Owner {
        if self.syncs_at_start.is_none() { Owner::STABLE } else { Owner::thread(self.me) }
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

    /// Whether something was touched at which threads can meet.
    #[inline]
    pub fn has_met(&self) -> bool {
        self.met.get()
    }

    pub fn take_log(&mut self) -> Vec<Access> {
        std::mem::take(self.log.get_mut())
    }

    pub fn take_newly_shared(&mut self) -> Vec<ObjectId> {
        std::mem::take(self.newly_shared.get_mut())
    }

    pub fn note(&self, location: Location, writes: bool) {
        if !self.has_company
            || (!writes && !self.shared.written.contains(&location))
            || (location == Location::Output && !self.shared.output_matters)
        {
            return;
        }
        let outlives = matches!(location, Location::Files | Location::Output | Location::Sync(_));
        if self.shared.contended.contains(&location) || (self.may_be_cut && outlives) {
            self.met.set(true);
        }
        let access = Access { location, writes, locks: self.locks, order: self.order.clone() };
        let mut log = self.log.borrow_mut();
        if !log.contains(&access) {
            log.push(access);
        }
    }

    pub fn note_sync(&self, sync: SyncId) {
        let sync = if self.is_stable_sync(sync) { sync } else { SyncId(u32::MAX) };
        self.note(Location::Sync(sync), true);
    }

    pub fn note_wait(&self, what: WaitFor) {
        match what {
            WaitFor::Acquire(sync)
            | WaitFor::Notify(sync)
            | WaitFor::QueueItem(sync)
            | WaitFor::QueueRoom(sync)
            | WaitFor::QueueDone(sync) => self.note_sync(sync),
            WaitFor::Join(thread) | WaitFor::Start(thread) | WaitFor::ExitJoin(thread) => {
                self.note(Location::Life(thread), true);
            }
            WaitFor::Sleep | WaitFor::Prompt => {}
            WaitFor::Input => self.note(Location::Input, true),
        }
    }

    pub fn note_class(&self, owner: Owner, id: ObjectId, writes: bool) {
        if writes || self.any_class_written {
            let id = if owner == Owner::STABLE { id } else { ObjectId(u32::MAX) };
            self.note(Location::Class(id), writes);
        }
    }

    /// An access to an object that is no namespace, or to a name in one.
    pub fn note_object(&self, owner: Owner, id: ObjectId, class: ObjectId, name: Option<Symbol>, writes: bool) {
        if !self.has_company || owner == Owner::thread(self.me) {
            return;
        }
        let location = match (owner, name) {
            (Owner::STABLE, Some(name)) => Location::Name(id, name),
            (Owner::STABLE, None) => Location::Content(id),
            (_, Some(name)) => Location::NameInClass(class, name),
            (_, None) => Location::ContentInClass(class),
        };
        if owner != Owner::STABLE && owner != Owner::SHARED {
            self.newly_shared.borrow_mut().push(id);
        }
        self.note(location, writes);
    }
}
