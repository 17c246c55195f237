//! A lane: one thread over virtual time, as stretches of one activity each, with the marks that stand on them.

use super::words;
use crate::machine::event::{Activity, Ending, EventKind, Lost, Stream, ThreadId, WaitFor};
use crate::run::trace::{Outcome, ThreadInfo, Trace};

/// How a stretch of a thread is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StretchKind {
    /// Taut and full.
    Running,
    /// Could run; another thread has the interpreter.
    Ready,
    /// Slack.
    Sleeping,
    /// Tied down.
    Waiting,
}

/// A while during which a thread did one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    pub from_ns: u64,
    pub to_ns: u64,
    pub kind: StretchKind,
    /// What it waited for; none while it runs or could run.
    pub what: Option<WaitFor>,
    /// When the sleep or the time-out would have been over.
    pub until_ns: Option<u64>,
    pub line: u32,
}

/// A point of a lane at which something was printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub at_ns: u64,
    pub stream: Stream,
}

/// How a lane ends.
#[derive(Clone, Debug, PartialEq)]
pub enum LaneEnd {
    /// `start()` never brought it up.
    NeverStarted,
    /// The thread came to its own end; with the last line of the traceback when an exception ended it.
    Ended { at_ns: u64, raised: Option<String> },
    /// It was frozen where it stood.
    Cut { at_ns: u64, unfinished: Unfinished },
    /// It was still going when the run was over.
    GoesOn,
}

/// What a cut thread never got to.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    /// What it was doing: `sleep`, `join worker`, `running`.
    pub doing: String,
    /// When that would have been over, where that is known.
    pub until_ns: Option<u64>,
    pub line: u32,
    /// A short phrase for each promise that was broken.
    pub lost: Vec<String>,
}

/// One thread of the process.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub thread: ThreadId,
    pub name: String,
    pub daemon: bool,
    /// The function or class that it runs; empty for the main thread.
    pub body: String,
    /// The line of the `Thread(…)` call, 0 for the main thread.
    pub created_line: u32,
    /// When its `Thread` object was made.
    pub created_ns: u64,
    /// In order, without overlap.
    pub stretches: Vec<Stretch>,
    pub ticks: Vec<Tick>,
    /// Where the thread was from that moment on: changes of the line, in order.
    pub places: Vec<(u64, u32)>,
    pub end: LaneEnd,
}

impl Lane {
    /// The accessible name of the lane: `NAME, daemon` or `NAME, regular`.
    pub fn label(&self) -> String {
        format!("{}, {}", self.name, self.kind())
    }

    pub fn kind(&self) -> &'static str {
        if self.daemon { "daemon" } else { "regular" }
    }

    /// What the thread did at a moment; none before it began and after its end.
    pub fn stretch_at(&self, at_ns: u64) -> Option<&Stretch> {
        let after = self.stretches.partition_point(|stretch| stretch.from_ns <= at_ns);
        let stretch = self.stretches.get(after.checked_sub(1)?)?;
        (at_ns < stretch.to_ns || (after == self.stretches.len() && at_ns == stretch.to_ns)).then_some(stretch)
    }

    /// The line at which the thread was at a moment; none before it began and after it ended by itself.
    pub fn line_at(&self, at_ns: u64) -> Option<u32> {
        if let LaneEnd::Ended { at_ns: end_ns, .. } = self.end
            && at_ns > end_ns
        {
            return None;
        }
        let after = self.places.partition_point(|&(since_ns, _)| since_ns <= at_ns);
        self.places.get(after.checked_sub(1)?).map(|&(_, line)| line)
    }

    /// When the thread came up, if it did.
    pub fn began_ns(&self) -> Option<u64> {
        self.stretches.first().map(|stretch| stretch.from_ns)
    }
}

/// A lane while the events are read.
struct Reading {
    lane: Lane,
    /// The activity that has not ended yet.
    open: Option<Stretch>,
}

impl Reading {
    fn new(info: &ThreadInfo) -> Self {
        let lane = Lane {
            thread: info.id,
            name: info.name.clone(),
            daemon: info.daemon,
            body: info.body.clone(),
            created_line: info.created_line,
            created_ns: 0,
            stretches: Vec::new(),
            ticks: Vec::new(),
            places: Vec::new(),
            end: LaneEnd::NeverStarted,
        };
        Self { lane, open: None }
    }

    fn turn_to(&mut self, at_ns: u64, line: u32, activity: Activity) {
        self.close(at_ns);
        let (kind, what, until_ns) = match activity {
            Activity::Running => (StretchKind::Running, None, None),
            Activity::Ready => (StretchKind::Ready, None, None),
            Activity::Waiting { what: WaitFor::Sleep, until_ns } => {
                (StretchKind::Sleeping, Some(WaitFor::Sleep), until_ns)
            }
            Activity::Waiting { what, until_ns } => (StretchKind::Waiting, Some(what), until_ns),
        };
        self.open = Some(Stretch { from_ns: at_ns, to_ns: at_ns, kind, what, until_ns, line });
    }

    /// Ends the activity that is open. Two stretches of the same kind that follow each other become one.
    fn close(&mut self, at_ns: u64) {
        let Some(mut stretch) = self.open.take() else { return };
        stretch.to_ns = at_ns.max(stretch.from_ns);
        if stretch.to_ns == stretch.from_ns && !self.lane.stretches.is_empty() {
            return;
        }
        match self.lane.stretches.last_mut() {
            Some(last)
                if last.kind == StretchKind::Running && stretch.kind == last.kind && last.to_ns == stretch.from_ns =>
            {
                last.to_ns = stretch.to_ns;
            }
            _ => self.lane.stretches.push(stretch),
        }
    }

    fn stand_at(&mut self, at_ns: u64, line: u32) {
        if line == 0 {
            return;
        }
        match self.lane.places.last_mut() {
            Some(last) if last.1 == line => {}
            Some(last) if last.0 == at_ns => last.1 = line,
            _ => self.lane.places.push((at_ns, line)),
        }
    }

    fn cut(&mut self, trace: &Trace, at_ns: u64, line: u32, lost: &[Lost]) {
        let open = self.open.clone();
        self.close(at_ns);
        let doing = match &open {
            Some(Stretch { what: Some(what), .. }) => words::wait(trace, *what),
            _ => "running".to_owned(),
        };
        let line = if line == 0 { open.as_ref().map_or(0, |stretch| stretch.line) } else { line };
        let unfinished = Unfinished {
            doing,
            until_ns: open.and_then(|stretch| stretch.until_ns),
            line,
            lost: lost.iter().map(|promise| words::lost(trace, promise)).collect(),
        };
        self.lane.end = LaneEnd::Cut { at_ns, unfinished };
    }
}

/// The lanes of all threads, in the order in which their objects were made.
pub fn lanes(trace: &Trace) -> Vec<Lane> {
    let mut readings: Vec<Reading> = trace.threads.iter().map(Reading::new).collect();
    for event in &trace.events {
        if let EventKind::Created { thread } = event.kind
            && let Some(created) = readings.get_mut(thread.0 as usize)
        {
            created.lane.created_ns = event.at_ns;
        }
        let Some(reading) = readings.get_mut(event.thread.0 as usize) else { continue };
        // Nothing comes after a cut.
        if matches!(reading.lane.end, LaneEnd::Cut { .. }) {
            continue;
        }
        let at_ns = event.at_ns;
        reading.stand_at(at_ns, event.line);
        match &event.kind {
            EventKind::Began if reading.open.is_none() => {
                reading.lane.end = LaneEnd::GoesOn;
                reading.turn_to(at_ns, event.line, Activity::Running);
            }
            EventKind::Activity(activity) => {
                reading.lane.end = LaneEnd::GoesOn;
                reading.turn_to(at_ns, event.line, *activity);
            }
            EventKind::Printed { stream, .. } => reading.lane.ticks.push(Tick { at_ns, stream: *stream }),
            EventKind::Ended { how } => {
                reading.close(at_ns);
                let raised = if let Ending::Raised(message) = how { Some(message.clone()) } else { None };
                reading.lane.end = LaneEnd::Ended { at_ns, raised };
            }
            EventKind::Cut { lost } => reading.cut(trace, at_ns, event.line, lost),
            _ => {}
        }
    }
    let exited = matches!(trace.outcome, Outcome::Exited { .. });
    for reading in &mut readings {
        // What a thread that goes on has just begun says what it does for ever, even if it took no time so far.
        if let Some(stretch) = reading.open.as_ref().filter(|stretch| stretch.from_ns >= trace.end_ns) {
            reading.lane.stretches.push(stretch.clone());
            reading.open = None;
        }
        reading.close(trace.end_ns);
        // The main thread has no end of its own: it ends with the process.
        if exited && reading.lane.thread == ThreadId::MAIN && reading.lane.end == LaneEnd::GoesOn {
            reading.lane.end = LaneEnd::Ended { at_ns: trace.end_ns, raised: None };
        }
    }
    readings.into_iter().map(|reading| reading.lane).collect()
}
