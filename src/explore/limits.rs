//! How far an exploration goes before it is cut.

use crate::machine::text::format_number::grouped;

/// The bounds of an exploration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExploreLimits {
    /// States in all.
    pub states: usize,
    /// Operations of the simulated processes in all.
    pub operations: u64,
    /// Operations of one turn: a thread that works so long without meeting another is stopped there once.
    pub turn_operations: u64,
    /// Bytes in texts and containers of one state: each is copied and looked through whole between two turns.
    pub state_bytes: usize,
    /// Outcomes that are told apart; a program that prints a random number would have no end of them.
    pub outcomes: usize,
}

/// What a page holds in memory without trouble, and about what people wait for.
const MAX_STATES: usize = 200_000;
/// About ten seconds of the host's time.
const MAX_OPERATIONS: u64 = 600_000_000;
/// 4 ms of virtual time: a little less than a slice of CPython's.
const MAX_TURN_OPERATIONS: u64 = 200_000;
/// A browser looks through so much in some 30 ms.
const MAX_STATE_BYTES: usize = 32 << 20;
/// More than anybody reads.
const MAX_OUTCOMES: usize = 10_000;

impl Default for ExploreLimits {
    fn default() -> Self {
        Self {
            states: MAX_STATES,
            operations: MAX_OPERATIONS,
            turn_operations: MAX_TURN_OPERATIONS,
            state_bytes: MAX_STATE_BYTES,
            outcomes: MAX_OUTCOMES,
        }
    }
}

/// Which bound cut an exploration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    States(usize),
    Operations(u64),
    Outcomes(usize),
    /// A schedule reached a limit of the machine's (memory, threads, output).
    Machine,
    /// The person stopped it.
    Stopped,
}

impl std::fmt::Display for Cut {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Cut::States(states) => write!(formatter, "first {} states; more exist", grouped(*states as u64)),
            Cut::Operations(operations) => {
                write!(formatter, "the first {} million operations; more states exist", operations / 1_000_000)
            }
            Cut::Outcomes(outcomes) => {
                write!(formatter, "the first {} outcomes; more exist", grouped(*outcomes as u64))
            }
            Cut::Machine => {
                write!(formatter, "every schedule but those that reach a limit of memory, threads or output")
            }
            Cut::Stopped => write!(formatter, "what was explored before it was stopped"),
        }
    }
}
