//! What CPython most often does: the interpreter is handed over first come, first served (fact B2, F5).

use super::policy::{Choice, Policy};
use crate::machine::event::ThreadId;

/// Who has waited longest goes next.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typical;

impl Policy for Typical {
    fn choose(&mut self, choice: Choice<'_>) -> ThreadId {
        if !choice.slice_over
            && let Some(current) = choice.current
        {
            return current;
        }
        let others = choice.ready.iter().copied().find(|&thread| Some(thread) != choice.current);
        others.unwrap_or(choice.ready[0])
    }
}
