//! A run as one JSON object, for other programs.

use last_thread_standing::run::trace::{Outcome, Trace};
use last_thread_standing::verdict::{Exits, ThreadVerdict, Verdict};
use serde::Serialize;

const NS_PER_S: f64 = 1e9;

#[derive(Serialize)]
struct Report<'a> {
    exits: &'static str,
    exit_code: Option<i32>,
    stdout: &'a str,
    stderr: &'a str,
    duration_s: f64,
    summary: &'a str,
    explanation: &'a [String],
    threads: Vec<Thread<'a>>,
}

#[derive(Serialize)]
pub struct Thread<'a> {
    name: &'a str,
    daemon: bool,
    fate: &'static str,
    line: Option<u32>,
    why: &'a str,
    lost: &'a [String],
}

/// The object in one line, with a newline behind it.
pub fn report(trace: &Trace, verdict: &Verdict) -> String {
    let report = Report {
        exits: exits(verdict),
        exit_code: match trace.outcome {
            Outcome::Exited { code } => Some(code),
            _ => None,
        },
        stdout: &trace.stdout,
        stderr: &trace.stderr,
        duration_s: trace.end_ns as f64 / NS_PER_S,
        summary: &verdict.summary,
        explanation: &verdict.explanation,
        threads: verdict.threads.iter().map(thread_report).collect(),
    };
    let mut text = serde_json::to_string(&report).unwrap_or_default();
    text.push('\n');
    text
}

pub fn exits(verdict: &Verdict) -> &'static str {
    match verdict.exits {
        Exits::Yes => "yes",
        Exits::Never => "never",
        Exits::Unknown => "unknown",
    }
}

pub fn thread_report(thread: &ThreadVerdict) -> Thread<'_> {
    Thread {
        name: &thread.name,
        daemon: thread.daemon,
        fate: thread.fate.label(),
        line: Some(thread.line).filter(|line| *line > 0),
        why: &thread.why,
        lost: &thread.lost,
    }
}
