//! A recorded schedule once more.

use super::policy::{Choice, Policy};
use super::recording::{Entry, Mode, Schedule};
use super::turn::Turn;
use super::typical::Typical;
use crate::machine::event::ThreadId;

/// Gives out what was recorded; after its end, or where it does not fit, what typically happens.
#[derive(Clone, Debug)]
pub struct Replay {
    schedule: Schedule,
    next: usize,
    /// A choice that was recorded could not be made: the program or the engine is another than at the recording.
    pub diverged: bool,
}

impl Replay {
    pub fn new(schedule: Schedule) -> Self {
        Self { schedule, next: 0, diverged: false }
    }
}

impl Policy for Replay {
    fn choose(&mut self, choice: Choice<'_>) -> ThreadId {
        match self.schedule.entries.get(self.next) {
            Some(&Entry::Choose(thread)) => {
                self.next += 1;
                if choice.ready.contains(&thread) {
                    return thread;
                }
                self.diverged = true;
            }
            Some(Entry::DelayNs(_) | Entry::Turn(_)) => self.diverged = true,
            None => {}
        }
        Typical.choose(choice)
    }

    fn wake_delay_ns(&mut self, _thread: ThreadId) -> Option<u64> {
        match self.schedule.entries.get(self.next) {
            Some(&Entry::DelayNs(delay_ns)) => {
                self.next += 1;
                Some(delay_ns)
            }
            _ => None,
        }
    }

    fn at_visible_points(&self) -> bool {
        self.schedule.mode == Mode::VisiblePoints
    }

    fn turns(&self) -> Option<Vec<Turn>> {
        (self.schedule.mode == Mode::Turns).then(|| self.schedule.turns().collect())
    }

    /// Only when all is played out does it go on in the same way for ever.
    fn state(&self) -> Option<u64> {
        (self.next >= self.schedule.entries.len()).then_some(0)
    }
}
