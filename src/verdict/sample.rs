//! Hand-made traces for the tests of this module.

use crate::machine::event::{
    Activity, Ending, Event, EventKind, Lost, Phase, SyncId, SyncInfo, SyncKind, ThreadId, WaitFor,
};
use crate::run::trace::{Outcome, ThreadInfo, Trace};

pub const SECOND: u64 = 1_000_000_000;
pub const MAIN: ThreadId = ThreadId(0);
pub const FIRST: ThreadId = ThreadId(1);
pub const SECOND_THREAD: ThreadId = ThreadId(2);

/// Builds a trace event by event; times are in seconds.
pub struct Sample {
    trace: Trace,
}

impl Sample {
    /// A main thread that runs.
    pub fn new() -> Sample {
        let trace = Trace {
            threads: Vec::new(),
            syncs: Vec::new(),
            events: Vec::new(),
            files: Vec::new(),
            outcome: Outcome::Exited { code: 0 },
            end_ns: 0,
            stdout: String::new(),
            stderr: String::new(),
            schedule: Default::default(),
            switches: Vec::new(),
            diverged: false,
        };
        let mut sample = Sample { trace };
        sample.thread("MainThread", false);
        sample.event(0.0, MAIN, 1, EventKind::Activity(Activity::Running))
    }

    fn thread(&mut self, name: &str, daemon: bool) -> ThreadId {
        let id = ThreadId(self.trace.threads.len() as u32);
        self.trace.threads.push(ThreadInfo {
            id,
            name: name.to_owned(),
            daemon,
            body: String::new(),
            body_line: 0,
            created_line: 0,
            created_by: None,
            started_at_ns: None,
            ended_at_ns: None,
        });
        id
    }

    pub fn event(mut self, at_s: f64, thread: ThreadId, line: u32, kind: EventKind) -> Sample {
        self.trace.end_ns = (at_s * SECOND as f64) as u64;
        self.trace.events.push(Event { at_ns: self.trace.end_ns, thread, line, kind });
        self
    }

    /// A thread that is made but not started.
    pub fn created(mut self, at_s: f64, name: &str, daemon: bool) -> Sample {
        let thread = self.thread(name, daemon);
        self.event(at_s, MAIN, 20, EventKind::Created { thread })
    }

    /// A thread that is made, started and comes up.
    pub fn started(mut self, at_s: f64, name: &str, daemon: bool) -> Sample {
        let thread = self.thread(name, daemon);
        self.event(at_s, MAIN, 20, EventKind::Created { thread })
            .event(at_s, MAIN, 21, EventKind::Started { thread })
            .event(at_s, thread, 0, EventKind::Began)
            .event(at_s, thread, 5, EventKind::Activity(Activity::Running))
    }

    pub fn sync(mut self, kind: SyncKind, name: &str) -> Sample {
        self.trace.syncs.push(SyncInfo { kind, name: name.to_owned() });
        self
    }

    pub fn sleeps(self, at_s: f64, thread: ThreadId, line: u32, until_s: f64) -> Sample {
        let until_ns = Some((until_s * SECOND as f64) as u64);
        self.event(at_s, thread, line, EventKind::Activity(Activity::Waiting { what: WaitFor::Sleep, until_ns }))
    }

    pub fn waits(self, at_s: f64, thread: ThreadId, line: u32, what: WaitFor) -> Sample {
        self.event(at_s, thread, line, EventKind::Activity(Activity::Waiting { what, until_ns: None }))
    }

    pub fn acquires(self, at_s: f64, thread: ThreadId, lock: u32) -> Sample {
        self.event(at_s, thread, 0, EventKind::Acquired { sync: SyncId(lock) })
    }

    pub fn ends(self, at_s: f64, thread: ThreadId) -> Sample {
        self.event(at_s, thread, 0, EventKind::Ended { how: Ending::Returned })
    }

    pub fn phase(self, at_s: f64, phase: Phase) -> Sample {
        self.event(at_s, MAIN, 0, EventKind::Phase(phase))
    }

    pub fn cut(self, at_s: f64, thread: ThreadId, line: u32, lost: Vec<Lost>) -> Sample {
        self.event(at_s, thread, line, EventKind::Cut { lost })
    }

    pub fn exits(self, at_s: f64) -> Trace {
        self.event(at_s, MAIN, 0, EventKind::Exited { code: 0 }).outcome(Outcome::Exited { code: 0 })
    }

    pub fn outcome(mut self, outcome: Outcome) -> Trace {
        self.trace.outcome = outcome;
        self.trace
    }
}
