//! The table of events: the timeline in words.

use super::{clock, words};
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
                "3.000\u{202f}000 s MainThread phase: finalizing: daemons are frozen",
                "3.000\u{202f}000 s heart is cut off; lost: finally, line 9",
                "3.000\u{202f}000 s MainThread the process exits with status 0",
            ]
        );
        assert_eq!(count_until(&trace, 0), 5);
    }
}
