//! The threads of a process, each shared by the copies of the process until one of them changes it.

use super::thread::Thread;
use std::ops::{Index, IndexMut};
use std::rc::Rc;

/// Threads by their number.
#[derive(Clone, Debug)]
pub struct Threads(Vec<Rc<Thread>>);

impl Threads {
    pub fn new(main: Thread) -> Self {
        Self(vec![Rc::new(main)])
    }

    pub fn push(&mut self, thread: Thread) {
        self.0.push(Rc::new(thread));
    }

    #[allow(clippy::len_without_is_empty, reason = "there is always the main thread")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn get(&self, at: usize) -> Option<&Thread> {
        self.0.get(at).map(|thread| &**thread)
    }

    pub fn get_mut(&mut self, at: usize) -> Option<&mut Thread> {
        self.0.get_mut(at).map(Rc::make_mut)
    }

    /// Puts another in the place of a thread and gives that; None where there is none.
    pub fn replace(&mut self, at: usize, thread: Thread) -> Option<Thread> {
        let slot = self.0.get_mut(at)?;
        Some(Rc::unwrap_or_clone(std::mem::replace(slot, Rc::new(thread))))
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Thread> + DoubleEndedIterator + Clone {
        self.0.iter().map(|thread| &**thread)
    }
}

impl Index<usize> for Threads {
    type Output = Thread;

    fn index(&self, at: usize) -> &Thread {
        &self.0[at]
    }
}

impl IndexMut<usize> for Threads {
    fn index_mut(&mut self, at: usize) -> &mut Thread {
        Rc::make_mut(&mut self.0[at])
    }
}
