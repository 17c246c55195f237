//! A run as a trace that Perfetto and Chrome's `about:tracing` open: the "Trace Event Format" of JSON.

use super::lane::StretchKind;
use super::timeline::Timeline;
use super::words;
use crate::machine::event::EventKind;
use crate::run::trace::Trace;
use std::fmt::Write;

/// The only process.
const PROCESS: u32 = 1;

/// The whole run. Times are in microseconds, with three decimals.
pub fn json(trace: &Trace, timeline: &Timeline, title: &str) -> String {
    let mut records = vec![format!(
        "{{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":{PROCESS},\"args\":{{\"name\":{}}}}}",
        quoted(title)
    )];
    for (index, lane) in timeline.lanes.iter().enumerate() {
        let thread = lane.thread.0;
        records.push(format!(
            "{{\"ph\":\"M\",\"name\":\"thread_name\",\"pid\":{PROCESS},\"tid\":{thread},\"args\":{{\"name\":{}}}}}",
            quoted(&lane.label())
        ));
        records.push(format!(
            "{{\"ph\":\"M\",\"name\":\"thread_sort_index\",\"pid\":{PROCESS},\"tid\":{thread},\"args\":{{\"sort_index\":{index}}}}}"
        ));
        for stretch in &lane.stretches {
            let what = match (stretch.kind, stretch.what) {
                (StretchKind::Running, _) => "running".to_owned(),
                (StretchKind::Ready, _) => "ready".to_owned(),
                (_, what) => what.map_or_else(String::new, |what| words::wait(trace, what)),
            };
            records.push(format!(
                "{{\"ph\":\"X\",\"name\":{},\"pid\":{PROCESS},\"tid\":{thread},\"ts\":{},\"dur\":{},\"args\":{{\"line\":{}}}}}",
                quoted(&what),
                microseconds(stretch.from_ns),
                microseconds(stretch.to_ns.saturating_sub(stretch.from_ns)),
                stretch.line
            ));
        }
    }
    for event in &trace.events {
        if matches!(
            event.kind,
            EventKind::Printed { .. }
                | EventKind::Acquired { .. }
                | EventKind::Released { .. }
                | EventKind::Signalled { .. }
                | EventKind::Cut { .. }
                | EventKind::Ended { .. }
                | EventKind::Phase(_)
                | EventKind::Interrupted
                | EventKind::Exited { .. }
        ) {
            records.push(format!(
                "{{\"ph\":\"i\",\"s\":\"t\",\"name\":{},\"pid\":{PROCESS},\"tid\":{},\"ts\":{},\"args\":{{\"line\":{}}}}}",
                quoted(&words::event(trace, &event.kind)),
                event.thread.0,
                microseconds(event.at_ns),
                event.line
            ));
        }
    }
    for (number, link) in timeline.links.iter().enumerate() {
        for (phase, thread, at_ns) in [("s", link.from, link.from_ns), ("f", link.to, link.to_ns)] {
            records.push(format!(
                "{{\"ph\":\"{phase}\",\"bp\":\"e\",\"id\":{number},\"cat\":\"thread\",\"name\":\"{:?}\",\"pid\":{PROCESS},\
                 \"tid\":{},\"ts\":{}}}",
                link.kind,
                thread.0,
                microseconds(at_ns)
            ));
        }
    }
    format!("{{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n{}\n]}}\n", records.join(",\n"))
}

fn microseconds(ns: u64) -> String {
    format!("{}.{:03}", ns / 1000, ns % 1000)
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            control if u32::from(control) < 0x20 => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(control));
            }
            plain => quoted.push(plain),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn the_trace_is_json_with_a_slice_for_every_stretch() {
        let trace = sample::heartbeat();
        let timeline = Timeline::new(&trace);
        let json = json(&trace, &timeline, "a \"title\" \\ \n");
        let read: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        let records = read["traceEvents"].as_array().expect("an array");
        let slices: Vec<_> = records.iter().filter(|record| record["ph"] == "X").collect();
        let stretches: usize = timeline.lanes.iter().map(|lane| lane.stretches.len()).sum();
        assert_eq!(slices.len(), stretches);
        assert!(slices.iter().any(|slice| slice["name"] == "sleep" && slice["dur"] == 3_000_000.0 - 20.0));
        assert_eq!(records[0]["args"]["name"], "a \"title\" \\ \n");
    }
}
