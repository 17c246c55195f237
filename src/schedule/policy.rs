//! The interface between a run and what chooses for it.

use super::turn::Turn;
use crate::machine::event::ThreadId;

/// A point at which more than one thread could go on.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The threads that could, first come first; never empty.
    pub ready: &'a [ThreadId],
    /// The one that had the interpreter until now, if it could go on too.
    pub current: Option<ThreadId>,
    /// Whether its slice is over (else it did something that others can see).
    pub slice_over: bool,
}

/// Chooses. The same policy in the same state must choose the same.
pub trait Policy {
    /// One of `choice.ready`; anything else counts as the first of them.
    fn choose(&mut self, choice: Choice<'_>) -> ThreadId;

    /// How much later than asked for a sleeper wakes up, in nanoseconds; None: as asked for, and nothing to record.
    fn wake_delay_ns(&mut self, _thread: ThreadId) -> Option<u64> {
        None
    }

    /// Whether it wants to choose after everything that other threads can see, not only when a slice is over.
    fn at_visible_points(&self) -> bool {
        false
    }

    /// The turns that it prescribes, when it prescribes turns; the other methods are then not asked.
    fn turns(&self) -> Option<Vec<Turn>> {
        None
    }

    /// A number that is the same whenever the policy would go on in the same way; None when it never repeats itself.
    fn state(&self) -> Option<u64> {
        Some(0)
    }
}
