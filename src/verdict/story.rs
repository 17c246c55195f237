//! What a trace says about each thread, gathered in one pass.

use crate::machine::event::{Activity, Ending, EventKind, Lost, Phase, Stream, SyncId, ThreadId, WaitFor};
use crate::run::trace::Trace;
use std::collections::BTreeMap;

/// How a thread's part in the trace ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The trace says nothing of an end.
    None,
    Ended {
        at_ns: u64,
        line: u32,
        how: Ending,
    },
    Cut {
        at_ns: u64,
        line: u32,
        lost: Vec<Lost>,
    },
}

/// One thread's part.
#[derive(Clone, Debug)]
pub struct Part {
    pub started_ns: Option<u64>,
    pub began: bool,
    /// What it does at the end of the trace, or did when it ended.
    pub activity: Activity,
    /// The line at which it does that.
    pub line: u32,
    pub end: End,
    /// Who was joining it when it ended.
    pub joined_by: Option<ThreadId>,
    /// The phase in which it was started.
    pub started_in: Phase,
}

impl Part {
    pub fn has_ended(&self) -> bool {
        self.end != End::None
    }

    /// What it waits for now, if it waits.
    pub fn waiting(&self) -> Option<(WaitFor, Option<u64>)> {
        match self.activity {
            Activity::Waiting { what, until_ns } => Some((what, until_ns)),
            Activity::Running | Activity::Ready => None,
        }
    }
}

/// The parts of all threads, and what happened to the process.
#[derive(Clone, Debug)]
pub struct Story {
    pub parts: Vec<Part>,
    /// When the main thread had run the program's text, however it came to its end.
    pub main_ended_ns: Option<u64>,
    /// The exception that ended the main thread: the line that raised it, and the last line of its traceback.
    pub main_raised: Option<(u32, String)>,
    /// When daemons were frozen. A process that `os._exit()` ends never comes to that.
    pub frozen_ns: Option<u64>,
    /// The last Ctrl-C that came while the interpreter waited for regular threads.
    pub wait_interrupted_ns: Option<u64>,
    /// Who holds a lock at the end of the trace.
    pub holders: BTreeMap<SyncId, ThreadId>,
    /// Who had the process end, and at which line.
    pub exit_by: Option<(ThreadId, u32)>,
}

impl Story {
    pub fn read(trace: &Trace) -> Story {
        let new_part = |is_main: bool| Part {
            started_ns: is_main.then_some(0),
            began: is_main,
            activity: Activity::Ready,
            line: 0,
            end: End::None,
            joined_by: None,
            started_in: Phase::Running,
        };
        let mut story = Story {
            parts: trace.threads.iter().map(|info| new_part(info.id == ThreadId::MAIN)).collect(),
            main_ended_ns: None,
            main_raised: None,
            frozen_ns: None,
            wait_interrupted_ns: None,
            holders: BTreeMap::new(),
            exit_by: None,
        };
        let mut phase = Phase::Running;
        let mut report = None;
        let mut raised_at: BTreeMap<ThreadId, u32> = BTreeMap::new();
        for event in &trace.events {
            let at_ns = event.at_ns;
            let line = event.line;
            match &event.kind {
                EventKind::Phase(now) => {
                    phase = *now;
                    if phase > Phase::Running {
                        story.main_raised = story.main_raised.or(report.take());
                        story.main_ended_ns.get_or_insert(at_ns);
                    }
                    if phase == Phase::Finalizing {
                        story.frozen_ns.get_or_insert(at_ns);
                    }
                }
                EventKind::Interrupted if phase == Phase::WaitingForThreads || phase == Phase::ThreadingCallbacks => {
                    story.wait_interrupted_ns = Some(at_ns);
                }
                // The interpreter's own report on an exception that nobody caught is the last thing before the exit.
                EventKind::Printed { stream, text } if event.thread == ThreadId::MAIN && phase == Phase::Running => {
                    report = (*stream == Stream::Stderr).then(|| uncaught(text)).flatten();
                }
                // What `threading` prints of an exception in a thread knows the line; the end that follows has none.
                EventKind::Printed { stream: Stream::Stderr, text } if text.starts_with("Exception in thread ") => {
                    raised_at.extend(line_of_last_frame(text).map(|line| (event.thread, line)));
                }
                EventKind::Exited { .. } => story.exit_by = Some((event.thread, line)),
                EventKind::Acquired { sync } => {
                    story.holders.insert(*sync, event.thread);
                }
                EventKind::Released { sync } => {
                    story.holders.remove(sync);
                }
                EventKind::Started { thread } => {
                    if let Some(part) = story.parts.get_mut(thread.0 as usize) {
                        part.started_ns = Some(at_ns);
                        part.started_in = phase;
                    }
                }
                _ => {}
            }
            if matches!(event.kind, EventKind::Ended { .. }) {
                if event.thread == ThreadId::MAIN {
                    story.main_ended_ns.get_or_insert(at_ns);
                }
                let joiner = story.parts.iter().position(|part| {
                    part.end == End::None && part.waiting().is_some_and(|(what, _)| what == WaitFor::Join(event.thread))
                });
                if let Some(part) = story.parts.get_mut(event.thread.0 as usize) {
                    part.joined_by = joiner.map(|index| ThreadId(index as u32));
                }
            }
            let Some(part) = story.parts.get_mut(event.thread.0 as usize) else { continue };
            match &event.kind {
                EventKind::Began => part.began = true,
                EventKind::Activity(activity) => {
                    part.activity = *activity;
                    if line != 0 {
                        part.line = line;
                    }
                }
                EventKind::Ended { how } => {
                    let line = if line == 0 { raised_at.remove(&event.thread).unwrap_or(0) } else { line };
                    part.end = End::Ended { at_ns, line, how: how.clone() };
                }
                EventKind::Cut { lost } => part.end = End::Cut { at_ns, line, lost: lost.clone() },
                _ => {}
            }
        }
        story
    }

    pub fn part(&self, thread: ThreadId) -> Option<&Part> {
        self.parts.get(thread.0 as usize)
    }
}

fn line_of_last_frame(traceback: &str) -> Option<u32> {
    let last_frame = traceback.lines().rfind(|line| line.starts_with("  File "))?;
    last_frame.split(", line ").nth(1)?.split(',').next()?.parse().ok()
}

/// What the traceback of an uncaught exception says: the line of its last frame, and its last line.
fn uncaught(text: &str) -> Option<(u32, String)> {
    let is_report = text.starts_with("Traceback (most recent call last):");
    let line = line_of_last_frame(text)?;
    let message = text.lines().next_back()?;
    is_report.then(|| (line, message.to_owned()))
}
