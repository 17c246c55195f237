//! What a simulated process did, in the order in which it happened. A trace is a list of these.

use serde::{Deserialize, Serialize};

/// A thread of the simulated process, in the order of creation of its `Thread` object; 0 is the main thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ThreadId(pub u32);

impl ThreadId {
    pub const MAIN: ThreadId = ThreadId(0);
}

/// Something a thread can wait for or hold: an index into [`super::event::SyncInfo`] lists of a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SyncId(pub u32);

/// What kind of thing a [`SyncId`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum SyncKind {
    Lock,
    RLock,
    Condition,
    Event,
    Semaphore,
    Barrier,
    Queue,
    Future,
}

impl SyncKind {
    /// What people call such a thing.
    pub fn word(self) -> &'static str {
        match self {
            SyncKind::Lock | SyncKind::RLock => "lock",
            SyncKind::Condition => "condition",
            SyncKind::Event => "event",
            SyncKind::Semaphore => "semaphore",
            SyncKind::Barrier => "barrier",
            SyncKind::Queue => "queue",
            SyncKind::Future => "future",
        }
    }
}

/// How a lock or the like is called on the page: `lock db` for a lock first stored under the name `db`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SyncInfo {
    pub kind: SyncKind,
    /// The variable or attribute in which it was first stored, or empty.
    pub name: String,
}

/// What a thread that does not run waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum WaitFor {
    Sleep,
    /// `Thread.join()`.
    Join(ThreadId),
    /// `Thread.start()` waits until the child has come up.
    Start(ThreadId),
    Acquire(SyncId),
    /// `Condition.wait()`, `Event.wait()`, `Barrier.wait()`, `Future.result()`.
    Notify(SyncId),
    QueueItem(SyncId),
    QueueRoom(SyncId),
    /// `Queue.join()`.
    QueueDone(SyncId),
    /// The interpreter at exit waits for a regular thread.
    ExitJoin(ThreadId),
    /// The prompt of an interactive session keeps the main thread.
    Prompt,
    /// `input()` with no scripted line left.
    Input,
}

/// What a thread is doing from this event on, until its next `Activity`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Activity {
    Running,
    /// Could run; another thread has the interpreter.
    Ready,
    /// Sleeps or waits; with a deadline when there is a time-out.
    Waiting {
        what: WaitFor,
        until_ns: Option<u64>,
    },
}

/// The phases of a process (`Py_FinalizeEx` in `Python/pylifecycle.c`; `threading._shutdown`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Phase {
    /// The main thread runs the program's text.
    Running,
    /// The text has ended; `threading._register_atexit` callbacks run (a pool's queued jobs are finished here).
    ThreadingCallbacks,
    /// The interpreter waits for regular threads.
    WaitingForThreads,
    /// `atexit` callbacks run; daemons still live.
    AtexitCallbacks,
    /// Daemons are frozen where they stand; buffers of the standard streams are flushed, globals torn down.
    Finalizing,
    /// The process is gone.
    Gone,
}

/// One of the process's output streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Stream {
    Stdout,
    Stderr,
}

/// A promise that was never kept because the thread was cut off.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Lost {
    /// A `finally` that had been entered and never ran to its end.
    Finally { line: u32 },
    /// A `with` whose `__exit__` never ran; the text of the context expression.
    With { line: u32, expression: String },
    /// A lock held for ever.
    HeldLock { sync: SyncId },
    /// Bytes written into a file's buffer that never reached the disk.
    UnflushedFile { path: String, bytes: u64 },
    /// Items left in a queue, or taken from it and not done.
    QueueItems { sync: SyncId, waiting: u64, unfinished: u64 },
    /// A future that nobody will ever resolve.
    Future { sync: SyncId },
}

/// How a thread came to its end.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Ending {
    /// `run()` returned.
    Returned,
    /// An exception reached the top: the last line of its traceback.
    Raised(String),
    /// `sys.exit()` in the thread.
    SystemExit,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum EventKind {
    /// A `Thread` object was made (by the event's thread). Its name and flag as they are then.
    Created {
        thread: ThreadId,
    },
    /// `start()` was called on it.
    Started {
        thread: ThreadId,
    },
    /// The event's thread has come up.
    Began,
    Activity(Activity),
    /// What the event's thread waited for came true, thanks to that thread (none: time passed).
    Woken {
        by: Option<ThreadId>,
    },
    /// The program wrote to a stream; the text may hold several lines or a part of one.
    Printed {
        stream: Stream,
        text: String,
    },
    Acquired {
        sync: SyncId,
    },
    Released {
        sync: SyncId,
    },
    /// An event was set, a condition notified, an item put, …: the method's name.
    Signalled {
        sync: SyncId,
        what: &'static str,
    },
    /// A file was written to (into its buffer) or its buffer reached the disk.
    FileWritten {
        path: String,
        bytes: u64,
    },
    FileFlushed {
        path: String,
        bytes: u64,
    },
    /// The flag or the name of a thread was changed.
    Renamed {
        thread: ThreadId,
        name: String,
    },
    DaemonSet {
        thread: ThreadId,
        daemon: bool,
    },
    /// The event's thread ended.
    Ended {
        how: Ending,
    },
    /// The event's thread was frozen where it stood.
    Cut {
        lost: Vec<Lost>,
    },
    Phase(Phase),
    /// Ctrl-C arrived (at the main thread).
    Interrupted,
    /// The process ended with this status.
    Exited {
        code: i32,
    },
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Event {
    pub at_ns: u64,
    pub thread: ThreadId,
    /// The line of the user's text (from 1) at which the thread was; 0 where there is none.
    pub line: u32,
    pub kind: EventKind,
}
