//! Who could go on and what happens next by itself, kept in order while a run goes on: otherwise every look at the threads
//! would go over all of them. It follows from the threads, and is brought up to date, for those that may have changed,
//! when it is asked.

use super::event::{ThreadId, WaitFor};
use super::thread::{Thread, ThreadState};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::rc::Rc;

/// What a thread stands in the agenda for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Entry {
    #[default]
    Nothing,
    /// It could go on, since its how-manieth arrival.
    Ready(u64),
    /// Something happens to it at this time; in which order among what happens at one time.
    Timer(u64, u64),
}

/// The agenda of all threads.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    /// Of each thread, by its number.
    entries: Vec<Entry>,
    /// Those that could go on, first come first.
    ready: Vec<(u64, ThreadId)>,
    /// What each thread waits for that another gives it, and in which order it came.
    waits: Vec<Option<(WaitFor, u64)>>,
    /// Who waits for a thing, first come first.
    waiters: FxHashMap<WaitFor, BTreeSet<(u64, ThreadId)>>,
    /// The timers, those that no longer hold among them.
    timers: BinaryHeap<Reverse<(u64, u64, ThreadId)>>,
    /// The first of them that holds, as of the last look.
    first_timer: Option<(u64, ThreadId)>,
    /// Those that may have changed.
    touched: Vec<ThreadId>,
}

impl Agenda {
    pub(super) fn touch(&mut self, at: usize) {
        let id = ThreadId(at as u32);
        if self.touched.last() != Some(&id) {
            self.touched.push(id);
        }
    }

    #[inline]
    fn refresh(&mut self, threads: &[Rc<Thread>]) {
        if !self.touched.is_empty() {
            self.take_in_changes(threads);
        }
    }

    fn take_in_changes(&mut self, threads: &[Rc<Thread>]) {
        while let Some(id) = self.touched.pop() {
            let at = id.0 as usize;
            let Some(thread) = threads.get(at) else { continue };
            if self.entries.len() <= at {
                self.entries.resize(threads.len(), Entry::Nothing);
                self.waits.resize(threads.len(), None);
            }
            self.note_wait(thread);
            let entry = entry_of(thread);
            let was = std::mem::replace(&mut self.entries[at], entry);
            if was == entry {
                continue;
            }
            if let Entry::Ready(order) = was
                && let Ok(place) = self.ready.binary_search(&(order, id))
            {
                self.ready.remove(place);
            }
            match entry {
                Entry::Ready(order) => {
                    let place = self.ready.partition_point(|&other| other < (order, id));
                    self.ready.insert(place, (order, id));
                }
                Entry::Timer(at_ns, order) => self.timers.push(Reverse((at_ns, order, id))),
                Entry::Nothing => {}
            }
        }
        self.first_timer = self.find_first_timer();
    }

    fn find_first_timer(&mut self) -> Option<(u64, ThreadId)> {
        while let Some(&Reverse((at_ns, order, id))) = self.timers.peek() {
            if self.entries[id.0 as usize] == Entry::Timer(at_ns, order) {
                return Some((at_ns, id));
            }
            self.timers.pop();
        }
        None
    }

    fn note_wait(&mut self, thread: &Thread) {
        let given = thread.waiting().filter(|waiting| waiting.what != WaitFor::Sleep);
        let wait = given.map(|waiting| (waiting.what, waiting.order));
        let was = std::mem::replace(&mut self.waits[thread.id.0 as usize], wait);
        if was == wait {
            return;
        }
        if let Some((what, order)) = was
            && let Some(waiters) = self.waiters.get_mut(&what)
        {
            waiters.remove(&(order, thread.id));
            if waiters.is_empty() {
                self.waiters.remove(&what);
            }
        }
        if let Some((what, order)) = wait {
            self.waiters.entry(what).or_default().insert((order, thread.id));
        }
    }

    /// The first of those who wait for this.
    pub(super) fn first_waiter(&mut self, threads: &[Rc<Thread>], what: WaitFor) -> Option<ThreadId> {
        self.refresh(threads);
        self.waiters.get(&what)?.first().map(|&(_, id)| id)
    }

    /// Those that could go on, first come first.
    pub(super) fn ready(&mut self, threads: &[Rc<Thread>]) -> &[(u64, ThreadId)] {
        self.refresh(threads);
        &self.ready
    }

    /// The next thing that happens to a thread by itself: when, and to whom.
    pub(super) fn next_timer(&mut self, threads: &[Rc<Thread>]) -> Option<(u64, ThreadId)> {
        self.refresh(threads);
        self.first_timer
    }
}

fn entry_of(thread: &Thread) -> Entry {
    match &thread.state {
        ThreadState::Ready => Entry::Ready(thread.ready_order),
        ThreadState::Waiting(waiting) => match waiting.next_timer_ns() {
            Some(at_ns) => Entry::Timer(at_ns, waiting.order),
            None => Entry::Nothing,
        },
        _ => Entry::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::SyncId;
    use super::super::thread::Waiting;
    use super::super::threads::Threads;
    use super::super::value::Value;
    use super::*;

    fn sleeping_until(at_ns: u64, order: u64) -> ThreadState {
        ThreadState::Waiting(Waiting {
            what: WaitFor::Sleep,
            deadline_ns: Some(at_ns),
            since_ns: 0,
            order,
            grab_at_ns: None,
            on_wake: Value::None,
            on_timeout: Value::None,
        })
    }

    fn threads(count: u32) -> Threads {
        let mut threads = Threads::new(Thread::new(ThreadId::MAIN, Value::None));
        (1..count).for_each(|id| threads.push(Thread::new(ThreadId(id), Value::None)));
        threads
    }

    #[test]
    fn timers_come_by_time_and_then_by_arrival() {
        let mut threads = threads(4);
        threads.keep_agenda();
        threads[1].state = sleeping_until(30, 1);
        threads[2].state = sleeping_until(20, 2);
        threads[3].state = sleeping_until(20, 3);
        assert_eq!(threads.next_timer(), Some((20, ThreadId(2))));
        threads[2].state = ThreadState::Ended;
        assert_eq!(threads.next_timer(), Some((20, ThreadId(3))));
        threads[3].state = sleeping_until(40, 4);
        assert_eq!(threads.next_timer(), Some((30, ThreadId(1))));
    }

    #[test]
    fn with_and_without_an_agenda_the_answers_are_the_same() {
        let (mut kept, mut plain) = (threads(5), threads(5));
        kept.keep_agenda();
        let mut seed: u64 = 7;
        for order in 0..500 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let at = (seed >> 33) as usize % 5;
            let moment = (seed >> 40) % 16;
            for threads in [&mut kept, &mut plain] {
                threads[at].ready_order = order;
                threads[at].state = if moment < 4 { ThreadState::Ready } else { sleeping_until(moment, order) };
                if moment > 10
                    && let ThreadState::Waiting(waiting) = &mut threads[at].state
                {
                    waiting.what = WaitFor::Acquire(SyncId(0));
                }
            }
            let mut ready = (Vec::new(), Vec::new());
            kept.ready(&mut ready.0);
            plain.ready(&mut ready.1);
            assert_eq!(ready.0, ready.1);
            assert_eq!(kept.next_timer(), plain.next_timer());
            let lock = WaitFor::Acquire(SyncId(0));
            assert_eq!(kept.first_waiter(lock), plain.first_waiter(lock));
        }
    }
}
