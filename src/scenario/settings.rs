//! The settings of a scenario.

use crate::machine::settings::MachineSettings;
use serde::{Deserialize, Serialize};

/// Which policy chooses the thread that goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PolicyKind {
    /// What CPython most often does.
    #[default]
    Typical,
    RoundRobin,
    /// Seeded choice and seeded jitter of wake-ups.
    Random {
        seed: u64,
    },
    /// A recorded list of choices, as text (see `schedule::replay`), and the version of the engine that it was recorded
    /// by; empty where that is not known.
    Replay {
        schedule: String,
        engine: String,
    },
}

/// The version of the engine, which travels with a schedule that it has recorded.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

impl PolicyKind {
    /// The replaying of a schedule that was recorded by this engine.
    pub fn replay(schedule: String) -> Self {
        PolicyKind::Replay { schedule, engine: ENGINE.to_owned() }
    }
}

/// Sleepers whose wake-ups are closer together than this may wake in any order: 20 ms, what a loaded machine shows.
pub const DEFAULT_RACE_WINDOW_NS: u64 = 20_000_000;

/// All that a link carries beside the text; every field has a default.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Settings {
    pub machine: MachineSettings,
    pub policy: PolicyKind,
    pub race_window_ns: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            machine: MachineSettings::default(),
            policy: PolicyKind::default(),
            race_window_ns: DEFAULT_RACE_WINDOW_NS,
        }
    }
}
