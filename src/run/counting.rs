//! A run that has gone far is given up sooner when nothing says that it comes to an end: that five threads count to a million
//! is worth waiting for, `while True` is not.

use super::Run;
use super::trace::{LimitReached, Outcome, Trace};
use crate::machine::heap::ObjectId;
use crate::machine::object::{Iteration, Payload};
use crate::machine::value::Value;

/// How often it is looked whether a loop has come further, in operations: a tenth of a second of the host's time.
const OPERATIONS_BETWEEN_LOOKS: u64 = 10_000_000;

impl Run {
    /// To the end; from so many operations on only as long as some loop over a range has fewer rounds left at each look.
    pub fn finish_while_it_counts(mut self, from_operations: u64) -> Trace {
        let mut before = Vec::new();
        while !self.advance(OPERATIONS_BETWEEN_LOOKS) {
            if self.operations() < from_operations {
                continue;
            }
            let now = self.rounds_left();
            let has_come_further =
                |&(range, left): &(ObjectId, u64)| before.iter().any(|&(known, more)| known == range && left < more);
            if !before.is_empty() && !now.iter().any(has_come_further) || now.is_empty() {
                self.outcome = Some(Outcome::Unknown(LimitReached::Operations(from_operations)));
                break;
            }
            before = now;
        }
        self.into_trace()
    }

    /// Of each loop over a range that a thread is in, the iterator and how many rounds are left.
    fn rounds_left(&self) -> Vec<(ObjectId, u64)> {
        let values = self.machine.threads.iter().flat_map(|thread| &thread.stack);
        let rounds = values.filter_map(|&value| {
            let Value::Object(id) = value else { return None };
            match self.machine.payload(value) {
                Some(Payload::Iterator(iteration)) => match **iteration {
                    Iteration::Range { remaining, .. } => Some((id, remaining)),
                    _ => None,
                },
                _ => None,
            }
        });
        rounds.collect()
    }
}
