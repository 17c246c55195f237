//! Locks, and the things on which the library's conditions, events, queues and futures let threads wait.

use super::event::{EventKind, SyncId, SyncInfo, SyncKind, ThreadId, WaitFor};
use super::footprint::Location;
use super::process::Machine;
use super::thread::ThreadState;
use super::value::Value;
use std::rc::Rc;

/// Something to wait for. Locks are the machine's own; for the other kinds the library keeps the state and this is only
/// the queue of waiters.
#[derive(Clone, Debug, PartialEq)]
pub struct Sync {
    pub kind: SyncKind,
    /// Of a lock: whether it is held, by whom (the last to acquire it), and how often (an RLock).
    pub held: u32,
    pub owner: Option<ThreadId>,
    /// That it is held has not been told as an event.
    pub untold: bool,
    /// The object that the program sees.
    pub object: Value,
    /// When schedules are explored: since when the lock is free. Nobody has taken it before, by any clock.
    pub free_since_ns: u64,
}

impl Sync {
    pub fn for_each_reference(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.object);
    }
}

/// How long a thread needs to take a lock that was released while it waited: the wake-up of an operating system thread.
/// In this time the releaser can take it again (fact F4 of `docs/cpython.md`: barging).
const WAKE_UP_NS: u64 = 50_000;
/// From 3.14 on, a waiter that has waited this long is handed the lock (`TIME_TO_BE_FAIR_NS` in `Python/lock.c`).
pub const FAIR_AFTER_NS: u64 = 1_000_000;
/// The version whose locks hand over.
pub const FAIR_LOCKS_SINCE: u8 = 14;

impl Machine {
    pub fn new_sync(&mut self, kind: SyncKind, object: Value) -> SyncId {
        let id = SyncId(self.syncs.len() as u32);
        self.syncs.push(Sync { kind, held: 0, owner: None, untold: false, object, free_since_ns: 0 });
        Rc::make_mut(&mut self.sync_infos).push(SyncInfo { kind, name: String::new() });
        id
    }

    /// Takes a free lock for a thread.
    pub fn take_lock(&mut self, lock: SyncId, thread: ThreadId) {
        if thread == self.current
            && let Some(tracker) = &self.heap.tracker
        {
            tracker.note_acquire(lock);
        }
        let untold = self.is_quiet() && self.threads.first_waiter(WaitFor::Acquire(lock)).is_none();
        let sync = &mut self.syncs[lock.0 as usize];
        sync.held += 1;
        sync.owner = Some(thread);
        if sync.held == 1 {
            sync.untold = untold;
        }
        let untold = sync.untold;
        self.note_locks(thread);
        if untold {
            return;
        }
        let line = if thread == self.current { self.line } else { self.line_of_thread(thread) };
        self.record_for(thread, line, EventKind::Acquired { sync: lock });
    }

    /// The locks that protect what a thread does, a bit for each of the first 64.
    pub fn locks_of(&self, thread: ThreadId) -> u64 {
        let protects =
            |at: usize| self.heap.tracker.as_ref().is_some_and(|tracker| tracker.is_stable_sync(SyncId(at as u32)));
        let held = |sync: &Sync| sync.held > 0 && sync.owner == Some(thread);
        let locks = self.syncs.iter().enumerate().take(64);
        locks.filter(|&(at, sync)| held(sync) && protects(at)).fold(0, |locks, (at, _)| locks | 1 << at)
    }

    /// A lock or the like, as schedules are explored: what was made later is one location.
    pub fn location_of_sync(&self, sync: SyncId) -> Location {
        self.heap.tracker.as_ref().map_or(Location::Sync(sync), |tracker| tracker.sync(sync))
    }

    fn note_locks(&mut self, thread: ThreadId) {
        if self.heap.tracker.is_some() && thread == self.current {
            let locks = self.locks_of(thread);
            if let Some(tracker) = &mut self.heap.tracker {
                tracker.set_locks(locks);
            }
        }
    }

    /// Somebody looks at a lock and goes on whether it is free or not.
    pub fn note_poll(&self, lock: SyncId) {
        if let Some(tracker) = &self.heap.tracker {
            tracker.note_poll(lock);
        }
    }

    pub fn is_free(&self, lock: SyncId) -> bool {
        self.note_poll(lock);
        self.syncs[lock.0 as usize].held == 0
    }

    /// Between turns each thread has a clock of its own. Whoever takes a lock takes it after it was given back, so the
    /// clock is at least at that moment; then it is the same whether a thread began to wait before or came after.
    pub fn catch_up_with(&mut self, lock: SyncId) {
        let since_ns = self.syncs[lock.0 as usize].free_since_ns;
        if self.in_turns.is_some() && since_ns > self.moment_ns() {
            self.in_turns = Some(since_ns);
            self.now_ns = since_ns;
        }
    }

    /// Gives a lock back entirely and lets the first waiter know.
    pub fn free_lock(&mut self, lock: SyncId) {
        if let Some(tracker) = &self.heap.tracker {
            tracker.note_release(lock);
        }
        let moment_ns = self.moment_ns();
        let sync = &mut self.syncs[lock.0 as usize];
        sync.held = 0;
        sync.owner = None;
        let untold = std::mem::take(&mut sync.untold);
        if self.in_turns.is_some() {
            self.syncs[lock.0 as usize].free_since_ns = moment_ns;
        }
        self.note_locks(self.current);
        if !untold {
            self.record(EventKind::Released { sync: lock });
        }
        let Some(waiter) = self.threads.first_waiter(WaitFor::Acquire(lock)) else { return };
        let fair = self.is_at_least(FAIR_LOCKS_SINCE);
        if let ThreadState::Waiting(waiting) = &mut self.threads[waiter.0 as usize].state {
            if fair && moment_ns >= waiting.since_ns + FAIR_AFTER_NS {
                self.take_lock(lock, waiter);
                self.wake(waiter, Some(self.current));
            } else {
                waiting.grab_at_ns = Some(moment_ns + WAKE_UP_NS);
            }
        }
    }

    /// Somebody begins to wait for a lock: who holds it is told now if it was not before.
    pub fn tell_holder(&mut self, lock: SyncId) {
        let Some(sync) = self.syncs.get_mut(lock.0 as usize) else { return };
        if std::mem::take(&mut sync.untold)
            && let Some(owner) = sync.owner
        {
            let line = if owner == self.current { self.line } else { self.line_of_thread(owner) };
            self.record_for(owner, line, EventKind::Acquired { sync: lock });
        }
    }

    /// A waiter's moment to take a lock has come: it gets it unless another was faster.
    pub fn grab(&mut self, waiter: ThreadId, lock: SyncId) {
        if self.syncs[lock.0 as usize].held == 0 {
            self.take_lock(lock, waiter);
            self.wake(waiter, None);
        } else if let ThreadState::Waiting(waiting) = &mut self.threads[waiter.0 as usize].state {
            waiting.grab_at_ns = None;
        }
    }

    /// Names a lock or the like after the variable in which it is first stored.
    pub fn name_sync(&mut self, value: Value, name: &str) {
        if let Some(sync) = self.sync_of(value)
            && self.sync_infos[sync.0 as usize].name.is_empty()
        {
            let infos = Rc::make_mut(&mut self.sync_infos);
            infos[sync.0 as usize].name = name.trim_start_matches('_').to_owned();
        }
    }

    /// The sync behind an object: a lock's own, or the one that a library object keeps.
    pub fn sync_of(&self, value: Value) -> Option<SyncId> {
        let Value::Object(id) = value else { return None };
        let object = self.heap.get(id);
        if let super::object::Payload::Handle(index) = object.payload
            && [super::classes::LOCK, super::classes::RLOCK].contains(&object.class)
        {
            return Some(SyncId(index));
        }
        let attributes = object.attributes.as_ref()?;
        match attributes.get(super::names::SYNC)? {
            Value::Int(index) => Some(SyncId(index as u32)).filter(|sync| (sync.0 as usize) < self.syncs.len()),
            _ => None,
        }
    }
}
