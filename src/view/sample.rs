//! Hand-made traces for the tests of this module.

use crate::machine::event::{Activity, Ending, Event, EventKind, Lost, Phase, Stream, ThreadId, WaitFor};
use crate::run::trace::{Outcome, ThreadInfo, Trace};

const SECOND: u64 = 1_000_000_000;
const MAIN: ThreadId = ThreadId(0);
const WORKER: ThreadId = ThreadId(1);

fn event(at_ns: u64, thread: ThreadId, line: u32, kind: EventKind) -> Event {
    Event { at_ns, thread, line, kind }
}

fn sleep(until_ns: u64) -> EventKind {
    EventKind::Activity(Activity::Waiting { what: WaitFor::Sleep, until_ns: Some(until_ns) })
}

fn run() -> EventKind {
    EventKind::Activity(Activity::Running)
}

fn print(text: &str) -> EventKind {
    EventKind::Printed { stream: Stream::Stdout, text: text.to_owned() }
}

fn thread(id: ThreadId, name: &str, daemon: bool, body: &str) -> ThreadInfo {
    ThreadInfo {
        id,
        name: name.to_owned(),
        daemon,
        body: body.to_owned(),
        body_line: if body.is_empty() { 0 } else { 4 },
        created_line: if body.is_empty() { 0 } else { 11 },
        created_by: (!body.is_empty()).then_some(MAIN),
        started_at_ns: Some(0),
        ended_at_ns: None,
    }
}

fn trace(threads: Vec<ThreadInfo>, events: Vec<Event>, outcome: Outcome) -> Trace {
    let end_ns = events.last().map_or(0, |event| event.at_ns);
    let stdout = events
        .iter()
        .filter_map(|event| match &event.kind {
            EventKind::Printed { stream: Stream::Stdout, text } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    Trace {
        threads,
        syncs: Vec::new(),
        events,
        files: Vec::new(),
        outcome,
        end_ns,
        stdout,
        stderr: String::new(),
        schedule: Default::default(),
        switches: Vec::new(),
        diverged: false,
    }
}

/// A daemon that prints each second, cut in its third sleep when the main thread has slept for 3 s.
pub fn heartbeat() -> Trace {
    let mut events = vec![
        event(0, MAIN, 1, run()),
        event(0, MAIN, 11, EventKind::Created { thread: WORKER }),
        event(0, MAIN, 12, EventKind::Started { thread: WORKER }),
        event(0, WORKER, 4, EventKind::Began),
    ];
    for round in 0..3 {
        let at_ns = round * SECOND;
        events.push(event(at_ns, WORKER, 6, run()));
        events.push(event(at_ns + 10_000, WORKER, 6, print("beat\n")));
        events.push(event(at_ns + 20_000, WORKER, 7, sleep(at_ns + 20_000 + SECOND)));
        if round == 0 {
            events.push(event(20_000, MAIN, 13, sleep(3 * SECOND)));
        }
    }
    events.extend([
        event(3 * SECOND, MAIN, 13, run()),
        event(3 * SECOND, MAIN, 0, EventKind::Phase(Phase::Finalizing)),
        event(3 * SECOND, WORKER, 7, EventKind::Cut { lost: vec![Lost::Finally { line: 9 }] }),
        event(3 * SECOND, MAIN, 0, EventKind::Exited { code: 0 }),
    ]);
    trace(
        vec![thread(MAIN, "MainThread", false, ""), thread(WORKER, "heart", true, "beat")],
        events,
        Outcome::Exited { code: 0 },
    )
}

/// The main thread joins a regular thread that sleeps for 2 s.
pub fn joined() -> Trace {
    let join = EventKind::Activity(Activity::Waiting { what: WaitFor::Join(WORKER), until_ns: None });
    let events = vec![
        event(0, MAIN, 1, run()),
        event(0, MAIN, 11, EventKind::Created { thread: WORKER }),
        event(0, MAIN, 12, EventKind::Started { thread: WORKER }),
        event(0, WORKER, 4, EventKind::Began),
        event(1_000, WORKER, 5, sleep(2 * SECOND)),
        event(1_000, MAIN, 13, join),
        event(2 * SECOND, WORKER, 6, run()),
        event(2 * SECOND, WORKER, 6, EventKind::Ended { how: Ending::Returned }),
        event(2 * SECOND, MAIN, 13, EventKind::Woken { by: Some(WORKER) }),
        event(2 * SECOND, MAIN, 13, run()),
        event(2 * SECOND, MAIN, 14, print("done\n")),
        event(2 * SECOND, MAIN, 0, EventKind::Exited { code: 0 }),
    ];
    trace(
        vec![thread(MAIN, "MainThread", false, ""), thread(WORKER, "Thread-1 (work)", false, "work")],
        events,
        Outcome::Exited { code: 0 },
    )
}

/// A main thread that runs and sleeps in turn, that many times, a microsecond each.
pub fn busy(rounds: u64) -> Trace {
    let mut events = Vec::new();
    for round in 0..rounds {
        events.push(event(round * 2_000, MAIN, 2, run()));
        events.push(event(round * 2_000 + 1_000, MAIN, 3, sleep(round * 2_000 + 2_000)));
    }
    events.push(event(rounds * 2_000, MAIN, 0, EventKind::Exited { code: 0 }));
    trace(vec![thread(MAIN, "MainThread", false, "")], events, Outcome::Exited { code: 0 })
}
