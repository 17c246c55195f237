//! The table of events: the timeline in words.

use super::{clock, words};
use crate::machine::event::{Activity, EventKind, Phase};
use crate::run::trace::Trace;

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    pub at_ns: u64,
    pub time: String,
    pub thread: String,
    /// Empty where there is no line.
    pub line: String,
    pub what: String,
}

/// The rows of a part of the events; made on demand, since a trace may hold a hundred thousand.
pub fn rows(trace: &Trace, first: usize, count: usize) -> Vec<EventRow> {
    let row = |event: &crate::machine::event::Event| EventRow {
        at_ns: event.at_ns,
        time: clock::fine_moment(event.at_ns),
        thread: words::thread_name(trace, event.thread).to_owned(),
        line: if event.line == 0 { String::new() } else { event.line.to_string() },
        what: words::event(trace, &event.kind),
    };
    trace.events.iter().skip(first).take(count).map(row).collect()
}

/// How many events had happened by a moment.
pub fn count_until(trace: &Trace, at_ns: u64) -> usize {
    trace.events.partition_point(|event| event.at_ns <= at_ns)
}

/// Parts of what happened at one moment that are told.
const MOST_TOLD: usize = 4;

/// What happened last by a moment, as one would say it: `2.000 s: MainThread wakes: its time has come, prints "done"`.
/// That a thread runs or could run is told only where nothing else is.
pub fn told_at(trace: &Trace, at_ns: u64) -> String {
    let until = count_until(trace, at_ns);
    let Some(last_ns) = trace.events[..until].last().map(|event| event.at_ns) else { return String::new() };
    let from = trace.events.partition_point(|event| event.at_ns < last_ns);
    let now = &trace.events[from..until];
    let says = |kind: &EventKind| {
        !matches!(kind, EventKind::Activity(Activity::Running | Activity::Ready) | EventKind::Phase(Phase::Gone))
    };
    let something = now.iter().any(|event| says(&event.kind));
    let mut told = format!("{}: ", clock::moment(last_ns));
    let mut before = None;
    for (count, event) in now.iter().filter(|event| !something || says(&event.kind)).enumerate() {
        if count == MOST_TOLD {
            told.push_str(" …");
            break;
        }
        let what = words::event(trace, &event.kind);
        // These are the process's doing, not a thread's.
        let of_process = matches!(event.kind, EventKind::Phase(_) | EventKind::Exited { .. });
        let thread = (!of_process).then_some(event.thread);
        match thread {
            _ if thread == before && count > 0 => told.push_str(&format!(", {what}")),
            Some(thread) => {
                let gap = if count > 0 { "; " } else { "" };
                told.push_str(&format!("{gap}{} {what}", words::thread_name(trace, thread)));
            }
            None => told.push_str(&format!("{}{what}", if count > 0 { "; " } else { "" })),
        }
        before = thread;
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn the_rows_say_what_happened() {
        let trace = sample::heartbeat();
        let said: Vec<_> = rows(&trace, trace.events.len() - 4, 4)
            .into_iter()
            .map(|row| format!("{} {} {}", row.time, row.thread, row.what))
            .collect();
        assert_eq!(
            said,
            [
                "3.000\u{202f}000 s MainThread runs",
                "3.000\u{202f}000 s MainThread finalizing: daemons are frozen",
                "3.000\u{202f}000 s heart is cut off; lost: finally, line 9",
                "3.000\u{202f}000 s MainThread the process exits with status 0",
            ]
        );
        assert_eq!(count_until(&trace, 0), 5);
    }

    #[test]
    fn what_happened_last_is_told_in_a_sentence() {
        let trace = sample::heartbeat();
        assert_eq!(told_at(&trace, 1_500_000_000), "1.000 s: heart sleeps");
        assert!(told_at(&trace, 1_000_010_000).starts_with("1.000 s: heart prints \"beat"));
        let end = told_at(&trace, trace.end_ns);
        assert!(end.starts_with("3.000 s: ") && end.contains("heart is cut off; lost: finally, line 9; "), "{end}");
        assert!(end.ends_with("the process exits with status 0"), "{end}");
    }
}
