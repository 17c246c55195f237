//! The fate of each thread, why, and what was lost; in words.

mod chain;
pub mod explain;
mod reason;
mod story;
mod summary;
pub mod words;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use crate::machine::event::ThreadId;
use crate::run::trace::{Outcome, Trace};
use serde::{Deserialize, Serialize};
use story::Story;

/// What became of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Hash)]
pub enum Fate {
    /// It ended by itself before the main thread had ended.
    Finished,
    /// It ended by itself, and the interpreter waited for it.
    WaitedFor,
    /// It was frozen where it stood.
    CutOff,
    /// `start()` was never called or had not brought it up.
    NeverStarted,
    /// An exception ended it.
    Failed,
    /// It is one of those that keep the process alive for ever.
    NeverEnds,
    /// The run was given up while it was still going.
    StillRunning,
}

impl Fate {
    /// As it stands in tables and in the command's JSON.
    pub fn label(self) -> &'static str {
        match self {
            Fate::Finished => "finished",
            Fate::WaitedFor => "waited for",
            Fate::CutOff => "cut off",
            Fate::NeverStarted => "never started",
            Fate::Failed => "failed",
            Fate::NeverEnds => "never ends",
            Fate::StillRunning => "still running",
        }
    }
}

/// One row of the table `Threads`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThreadVerdict {
    pub thread: ThreadId,
    pub name: String,
    pub daemon: bool,
    pub fate: Fate,
    /// The line at which it stood when it was cut off, got stuck, or failed; 0 where that says nothing.
    pub line: u32,
    /// One sentence: why this became of it.
    pub why: String,
    /// What was lost, a phrase each: `the finally block at line 9 never ran`.
    pub lost: Vec<String>,
}

/// Whether the process ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Exits {
    Yes,
    Never,
    Unknown,
}

/// What there is to say about a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    pub exits: Exits,
    /// `Exits at 3.000 s; 1 thread cut off.` or `Never exits: Thread-1 (loop) never ends.`
    pub summary: String,
    /// For a process that never exits: the chain of who waits for whom, or what repeats; a sentence each.
    pub explanation: Vec<String>,
    pub threads: Vec<ThreadVerdict>,
}

/// Says what there is to say about a run.
pub fn judge(trace: &Trace) -> Verdict {
    let story = Story::read(trace);
    let chain = chain::Chain::of(trace, &story);
    let threads = reason::verdicts(trace, &story, &chain);
    let exits = match trace.outcome {
        Outcome::Exited { .. } => Exits::Yes,
        Outcome::NeverExits(_) => Exits::Never,
        Outcome::Unknown(_) | Outcome::NotSupported { .. } => Exits::Unknown,
    };
    let summary = summary::sentence(trace, &threads, &chain);
    Verdict { exits, summary, explanation: chain.sentences, threads }
}
