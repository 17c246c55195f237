//! The threads of a process, each shared by the copies of the process until one of them changes it.

use super::agenda::Agenda;
use super::event::{ThreadId, WaitFor};
use super::thread::{Thread, ThreadState};
use super::value::Value;
use std::ops::{Index, IndexMut};
use std::rc::Rc;

/// Threads by their number.
#[derive(Debug)]
pub struct Threads {
    threads: Vec<Rc<Thread>>,
    /// Kept while a run goes on; copies begin without.
    agenda: Option<Box<Agenda>>,
    /// What stands in the place of the thread that is stepping, between two steps.
    placeholder: Option<Rc<Thread>>,
}

impl Clone for Threads {
    fn clone(&self) -> Self {
        Self { threads: self.threads.clone(), agenda: None, placeholder: None }
    }
}

impl Threads {
    pub fn new(main: Thread) -> Self {
        Self { threads: vec![Rc::new(main)], agenda: None, placeholder: None }
    }

    pub fn push(&mut self, thread: Thread) {
        self.touch(self.threads.len());
        self.threads.push(Rc::new(thread));
    }

    #[allow(clippy::len_without_is_empty, reason = "there is always the main thread")]
    pub fn len(&self) -> usize {
        self.threads.len()
    }

    pub fn get(&self, at: usize) -> Option<&Thread> {
        self.threads.get(at).map(|thread| &**thread)
    }

    pub fn get_mut(&mut self, at: usize) -> Option<&mut Thread> {
        self.touch(at);
        self.threads.get_mut(at).map(Rc::make_mut)
    }

    /// Puts another in the place of a thread and gives that; None where there is none.
    pub fn replace(&mut self, at: usize, thread: Thread) -> Option<Thread> {
        self.touch(at);
        let slot = self.threads.get_mut(at)?;
        Some(Rc::unwrap_or_clone(std::mem::replace(slot, Rc::new(thread))))
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Thread> + DoubleEndedIterator + Clone {
        self.threads.iter().map(|thread| &**thread)
    }

    /// Takes a thread out to step it; a placeholder that is ready stands for it meanwhile. None where there is none.
    pub(super) fn take(&mut self, at: usize) -> Option<Rc<Thread>> {
        let object = self.threads.get(at)?.object;
        let id = ThreadId(at as u32);
        self.touch(at);
        let mut placeholder =
            self.placeholder.take().unwrap_or_else(|| Rc::new(Thread::new(ThreadId::MAIN, Value::None)));
        let thread = Rc::make_mut(&mut placeholder);
        *thread = Thread { state: ThreadState::Ready, ..Thread::new(id, object) };
        Some(std::mem::replace(&mut self.threads[at], placeholder))
    }

    /// Puts it back.
    pub(super) fn put_back(&mut self, at: usize, thread: Rc<Thread>) {
        self.touch(at);
        self.placeholder = Some(std::mem::replace(&mut self.threads[at], thread));
    }

    // --- Who comes next ----------------------------------------------------------------------------------------------

    /// From now on it is known without a look at all of them who comes next.
    pub fn keep_agenda(&mut self) {
        self.agenda = Some(Box::default());
        (0..self.threads.len()).for_each(|at| self.touch(at));
    }

    #[inline]
    fn touch(&mut self, at: usize) {
        if let Some(agenda) = &mut self.agenda {
            agenda.touch(at);
        }
    }

    /// The threads that could go on, first come first.
    pub fn ready(&mut self, into: &mut Vec<ThreadId>) {
        into.clear();
        if let Some(agenda) = &mut self.agenda {
            into.extend(agenda.ready(&self.threads).iter().map(|&(_, id)| id));
            return;
        }
        into.extend(self.iter().filter(|thread| thread.state == ThreadState::Ready).map(|thread| thread.id));
        into.sort_unstable_by_key(|id| (self.threads[id.0 as usize].ready_order, *id));
    }

    /// The first of those who wait for something that another gives them.
    pub fn first_waiter(&mut self, what: WaitFor) -> Option<ThreadId> {
        match &mut self.agenda {
            Some(agenda) => agenda.first_waiter(&self.threads, what),
            None => self.look_for_first_waiter(what),
        }
    }

    /// The same by a look at all of them.
    pub fn look_for_first_waiter(&self, what: WaitFor) -> Option<ThreadId> {
        let order = |thread: &Thread| {
            thread.waiting().filter(|waiting| waiting.what == what).map(|waiting| (waiting.order, thread.id))
        };
        self.iter().filter_map(order).min().map(|(_, id)| id)
    }

    /// The earliest moment since which a thread other than this one could go on.
    pub fn others_ready_since_ns(&mut self, but: ThreadId) -> Option<u64> {
        let since_ns = |thread: &Thread| thread.ready_since_ns;
        if let Some(agenda) = &mut self.agenda {
            let others = agenda.ready(&self.threads).iter().filter(|&&(_, id)| id != but);
            return others.map(|(_, id)| since_ns(&self.threads[id.0 as usize])).min();
        }
        let others = self.iter().filter(|thread| thread.state == ThreadState::Ready && thread.id != but);
        others.map(since_ns).min()
    }

    /// The next thing that happens by itself to a thread that waits, the first of those of one moment that began to wait
    /// first: when, and to whom.
    pub fn next_timer(&mut self) -> Option<(u64, ThreadId)> {
        if let Some(agenda) = &mut self.agenda {
            return agenda.next_timer(&self.threads);
        }
        let timers = self.iter().filter_map(|thread| {
            let waiting = thread.waiting()?;
            Some((waiting.next_timer_ns()?, waiting.order, thread.id))
        });
        timers.min().map(|(at_ns, _, id)| (at_ns, id))
    }
}

impl Index<usize> for Threads {
    type Output = Thread;

    #[inline]
    fn index(&self, at: usize) -> &Thread {
        &self.threads[at]
    }
}

impl IndexMut<usize> for Threads {
    #[inline]
    fn index_mut(&mut self, at: usize) -> &mut Thread {
        self.touch(at);
        Rc::make_mut(&mut self.threads[at])
    }
}
