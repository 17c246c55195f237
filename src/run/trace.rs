//! What one run of a program gave.

use crate::machine::Machine;
use crate::machine::event::{Event, SyncInfo, ThreadId};
use crate::machine::process::ThreadFacts;
use crate::schedule::recording::Schedule;
use crate::schedule::turn::Mover;
use serde::Serialize;

/// A thread as it was at the end of the run.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ThreadInfo {
    pub id: ThreadId,
    pub name: String,
    pub daemon: bool,
    /// `__qualname__` of the target function or of the class whose `run` it is; empty for the main thread.
    pub body: String,
    /// The line of the body's definition, 0 where there is none.
    pub body_line: u32,
    /// Where the `Thread` object was made, 0 for the main thread.
    pub created_line: u32,
    pub created_by: Option<ThreadId>,
    pub started_at_ns: Option<u64>,
    /// An internal thread of the library (a pool's worker is not; nothing is so far).
    pub ended_at_ns: Option<u64>,
}

/// A file of the simulated file system when the process was gone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FileInfo {
    pub path: String,
    /// What is on the disk.
    pub content: String,
    /// Bytes that were in a buffer and never reached it.
    pub lost_bytes: u64,
}

/// Why a process can never end: nothing can wake what exit waits for, or the whole state has come round again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum NeverExits {
    /// Nothing can ever wake these threads: who waits for what (the chain that exit hangs on comes first).
    Stuck { waiting: Vec<(ThreadId, crate::machine::event::WaitFor, Option<ThreadId>)> },
    /// The state of the whole process was the same at both moments, so it comes again for ever; the regular threads
    /// that keep it alive.
    Repeats { first_ns: u64, again_ns: u64, keepers: Vec<ThreadId> },
}

/// Which limit ended a run without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum LimitReached {
    Operations(u64),
    Events(usize),
    VirtualTime(u64),
    Memory(u64),
    Threads(usize),
    Output(usize),
    /// So many turns were prescribed, and all are taken.
    Turns(usize),
    /// Characters or items of one object, or entries of a dict or set.
    Length(usize),
    Entries(usize),
    /// Names of attributes and variables.
    Names(usize),
    /// Bytes written to files.
    Disk(usize),
    /// An integer, or an operation on integers, that is larger than this simulator works with.
    Integer,
}

/// A turn that was another than the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Switch {
    pub at_ns: u64,
    pub mover: Mover,
    /// Who would usually have gone on.
    pub instead_of: Mover,
}

/// How the run came to its end.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Outcome {
    Exited {
        code: i32,
    },
    NeverExits(NeverExits),
    /// Still running when a limit was reached.
    Unknown(LimitReached),
    /// The program reached something at run time that is not modelled: what and where.
    NotSupported {
        message: String,
        line: u32,
    },
}

/// Everything that one run gave.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Trace {
    pub threads: Vec<ThreadInfo>,
    pub syncs: Vec<SyncInfo>,
    pub events: Vec<Event>,
    pub files: Vec<FileInfo>,
    pub outcome: Outcome,
    /// Virtual time of the end (or of the moment at which the run was given up or proved endless).
    pub end_ns: u64,
    /// What reached the terminal, the pipe or the file behind each stream.
    pub stdout: String,
    pub stderr: String,
    /// Of a replayed witness: the turns that make it one.
    pub switches: Vec<Switch>,
    /// The schedule did not fit: the program or the engine is another than when it was written down.
    pub diverged: bool,
    /// The choices that the policy made, in order: with them `Replay` gives this trace again.
    pub schedule: Schedule,
}

/// The threads of a process, as a trace has them.
pub(super) fn thread_infos(machine: &Machine) -> Vec<ThreadInfo> {
    let info = |(at, facts): (usize, &ThreadFacts)| ThreadInfo {
        id: ThreadId(at as u32),
        name: facts.name.clone(),
        daemon: facts.daemon,
        body: facts.body.clone(),
        body_line: facts.body_line,
        created_line: facts.created_line,
        created_by: facts.created_by,
        started_at_ns: facts.started_at_ns,
        ended_at_ns: facts.ended_at_ns,
    };
    machine.thread_facts.iter().enumerate().map(info).collect()
}
