//! How far a run goes before it is given up.

/// The bounds of one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub operations: u64,
    pub events: usize,
    pub virtual_time_ns: u64,
}

/// About a second of the host's time, and three in a browser.
const MAX_OPERATIONS: u64 = 100_000_000;
/// More than anyone reads, and what the timeline is built to show.
const MAX_EVENTS: usize = 100_000;
/// A year: no program that a person looks at means to run longer.
const MAX_VIRTUAL_TIME_NS: u64 = 365 * 24 * 3_600 * 1_000_000_000;

/// On the command line, where nothing has to be drawn: five threads that count to a million under a lock come to their end.
/// Up to five seconds.
const MAX_OPERATIONS_OF_COMMAND: u64 = 500_000_000;
/// Where nothing says that the run comes to an end ([`super::Run::finish_while_it_counts`]): two seconds.
pub const OPERATIONS_WITHOUT_COUNTING: u64 = 200_000_000;
/// Some 60 MB.
const MAX_EVENTS_OF_COMMAND: usize = 1_000_000;

impl Limits {
    /// For a run whose trace is not drawn; how many operations it may take can be chosen.
    pub fn of_command(operations: Option<u64>) -> Self {
        Self {
            operations: operations.unwrap_or(MAX_OPERATIONS_OF_COMMAND),
            events: MAX_EVENTS_OF_COMMAND,
            ..Self::default()
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { operations: MAX_OPERATIONS, events: MAX_EVENTS, virtual_time_ns: MAX_VIRTUAL_TIME_NS }
    }
}
