//! How a process can end, as far as outcomes are told apart.

use crate::machine::Machine;
use crate::machine::event::{Ending, ThreadId};
use crate::machine::thread::ThreadState;

/// What became of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ThreadEnd {
    NeverStarted,
    Finished,
    /// An exception ended it.
    Failed,
    CutOff,
    /// It waits for ever.
    Stuck,
    /// It goes on for ever.
    GoesOn,
}

/// Whether the process exits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Exit {
    Status(i32),
    /// Nothing can ever wake the threads that exit waits for.
    Stuck,
    /// It goes round in a loop for ever.
    Endless,
}

impl Exit {
    pub fn exits(self) -> bool {
        matches!(self, Exit::Status(_))
    }
}

/// One way in which a program can end.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fates {
    pub exit: Exit,
    pub threads: Vec<ThreadEnd>,
}

fn end_of(machine: &Machine, id: usize, exit: Exit) -> ThreadEnd {
    let thread = &machine.threads[id];
    match (&thread.state, &thread.ending) {
        (ThreadState::Initial, _) => ThreadEnd::NeverStarted,
        (_, Some(Ending::Raised(_))) => ThreadEnd::Failed,
        (_, Some(_)) | (ThreadState::Ended, None) => ThreadEnd::Finished,
        (ThreadState::Cut, None) => ThreadEnd::CutOff,
        // The main thread of a process that is gone.
        _ if exit.exits() && id == ThreadId::MAIN.0 as usize => ThreadEnd::Finished,
        _ if exit.exits() => ThreadEnd::CutOff,
        _ if exit == Exit::Stuck => ThreadEnd::Stuck,
        _ => ThreadEnd::GoesOn,
    }
}

impl Fates {
    /// How this process has ended; `exit` says whether.
    pub fn of(machine: &Machine, exit: Exit) -> Self {
        Self { exit, threads: (0..machine.threads.len()).map(|id| end_of(machine, id, exit)).collect() }
    }
}
