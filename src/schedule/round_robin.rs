//! Threads take turns by number, at every point that others can see.

use super::policy::{Choice, Policy};
use crate::machine::event::ThreadId;

/// The next higher number, then from the start.
#[derive(Clone, Copy, Debug, Default)]
pub struct RoundRobin {
    last: Option<ThreadId>,
}

impl Policy for RoundRobin {
    fn choose(&mut self, choice: Choice<'_>) -> ThreadId {
        let after = self.last.or(choice.current);
        let next = choice.ready.iter().copied().filter(|&thread| Some(thread) > after).min();
        let chosen = next.or_else(|| choice.ready.iter().copied().min()).unwrap_or(choice.ready[0]);
        self.last = Some(chosen);
        chosen
    }

    fn at_visible_points(&self) -> bool {
        true
    }

    fn state(&self) -> Option<u64> {
        Some(self.last.map_or(0, |thread| u64::from(thread.0) + 1))
    }
}
