//! What about a process is not in its text.

use serde::{Deserialize, Serialize};

/// How threads share the interpreter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Runtime {
    /// One thread at a time, handed over when it blocks or after 5 ms.
    #[default]
    Gil,
    /// The free-threaded build: threads side by side.
    FreeThreaded,
}

/// What stands behind `sys.stdout`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StdoutKind {
    /// Line-buffered.
    #[default]
    Terminal,
    /// Block-buffered, 8 KiB.
    Pipe,
    /// `python -u`: text and newline are two writes.
    Unbuffered,
}

/// A minor version of CPython 3: `PythonVersion(14)` is 3.14.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PythonVersion(pub u8);

impl PythonVersion {
    pub const OLDEST: PythonVersion = PythonVersion(8);
    pub const NEWEST: PythonVersion = PythonVersion(15);
    /// All versions that the facts were measured on.
    pub fn all() -> impl DoubleEndedIterator<Item = PythonVersion> {
        (Self::OLDEST.0..=Self::NEWEST.0).map(PythonVersion)
    }
}

impl Default for PythonVersion {
    fn default() -> Self {
        PythonVersion(14)
    }
}

impl std::fmt::Display for PythonVersion {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "3.{}", self.0)
    }
}

impl std::str::FromStr for PythonVersion {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.strip_prefix("3.")
            .and_then(|minor| minor.parse().ok())
            .map(PythonVersion)
            .filter(|version| (Self::OLDEST..=Self::NEWEST).contains(version))
            .ok_or_else(|| {
                format!(
                    "`{text}` is not a version that is modelled; choose one from {} to {}.",
                    Self::OLDEST,
                    Self::NEWEST
                )
            })
    }
}

/// The settings of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MachineSettings {
    pub runtime: Runtime,
    pub python: PythonVersion,
    pub stdout: StdoutKind,
    /// `Some(t)`: an interactive session whose prompt is closed at that virtual time; `None`: a script.
    pub interactive_until_ns: Option<u64>,
    /// When the person presses Ctrl-C, ascending.
    pub ctrl_c_ns: Vec<u64>,
    /// What `input()` and `sys.stdin` give, line by line; then end of file.
    pub input_lines: Vec<String>,
}
