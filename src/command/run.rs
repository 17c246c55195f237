//! `run`: a program in virtual time, with the output and the exit status that `python3` would give.

use super::arguments::Options;
use super::{STATUS_NEVER, STATUS_REFUSED, input, json, report};
use last_thread_standing::machine::event::{EventKind, Stream};
use last_thread_standing::machine::settings::StdoutKind;
use last_thread_standing::run::Limits;
use last_thread_standing::run::limits::OPERATIONS_WITHOUT_COUNTING;
use last_thread_standing::run::trace::{Outcome, Trace};
use last_thread_standing::scenario::prepare::Refused;
use last_thread_standing::source::lines::LineIndex;
use last_thread_standing::verdict::{Verdict, judge};

/// How a finding begins that is not an error of the program.
const NOT_SUPPORTED: &str = "not supported here: ";

pub fn run(options: &Options) -> u8 {
    let input = match input::read(options) {
        Ok(input) => input,
        Err(status) => return status,
    };
    let text = &input.scenario.text;
    let trace = match input.scenario.prepare(&input.file, Limits::of_command(options.max_operations)) {
        Ok(run) if options.max_operations.is_none() => run.finish_while_it_counts(OPERATIONS_WITHOUT_COUNTING),
        Ok(run) => run.finish(),
        Err(Refused::Findings(findings)) => return report::diagnostics(&input.file, text, &findings),
        Err(Refused::Schedule(error)) => return report::refuse(&error.to_string()),
    };
    if trace.diverged {
        report::say(
            "the schedule does not fit: it was written down for another program, other settings (the race window among \
             them) or another version. It is followed as far as it goes.",
        );
    }
    let verdict = judge(&trace);
    if options.json && !matches!(trace.outcome, Outcome::NotSupported { .. }) {
        report::write_stdout(json::report(&trace, &verdict).as_bytes());
    } else {
        print_output(&trace, input.scenario.settings.machine.stdout);
        if !options.json {
            say_why(&trace, &verdict);
        }
    }
    match &trace.outcome {
        // As the system has it: the lowest byte.
        Outcome::Exited { code } => code.to_le_bytes()[0],
        Outcome::NeverExits(_) | Outcome::Unknown(_) => STATUS_NEVER,
        Outcome::NotSupported { message, line } => {
            let line = (*line).max(1);
            let column = column_of(text, line);
            let prefix = if message.starts_with(NOT_SUPPORTED) { "" } else { NOT_SUPPORTED };
            report::say(&format!("{}:{line}:{column}: {prefix}{message}", input.file));
            STATUS_REFUSED
        }
    }
}

/// Standard output and standard error in the order in which they came, where that can be told: output to a pipe comes
/// when its buffer is full or at the end, after what went to standard error.
fn print_output(trace: &Trace, stdout: StdoutKind) {
    let pieces: Vec<(Stream, &str)> = trace
        .events
        .iter()
        .filter_map(|event| match &event.kind {
            EventKind::Printed { stream, text } => Some((*stream, text.as_str())),
            _ => None,
        })
        .collect();
    let all = |wanted: Stream| -> String {
        pieces.iter().filter(|(stream, _)| *stream == wanted).map(|(_, text)| *text).collect()
    };
    let in_order =
        stdout != StdoutKind::Pipe && all(Stream::Stdout) == trace.stdout && all(Stream::Stderr) == trace.stderr;
    if !in_order {
        report::write_stderr(trace.stderr.as_bytes());
        report::write_stdout(trace.stdout.as_bytes());
        return;
    }
    for (stream, text) in pieces {
        match stream {
            Stream::Stdout => report::write_stdout(text.as_bytes()),
            Stream::Stderr => report::write_stderr(text.as_bytes()),
        }
    }
}

/// For a process that did not end: one line that says why.
fn say_why(trace: &Trace, verdict: &Verdict) {
    match &trace.outcome {
        Outcome::NeverExits(_) => {
            let summary = verdict.summary.strip_prefix("Never exits: ").unwrap_or(&verdict.summary);
            let mut sentences = vec![summary.to_owned()];
            sentences.extend(verdict.explanation.iter().cloned());
            report::say(&format!("never exits: {}", sentences.join(" ")));
        }
        // `Still running after 0.093 s: the limit of 2,000 threads was reached.`
        Outcome::Unknown(_) => report::say(&verdict.summary.replacen('S', "s", 1)),
        Outcome::Exited { .. } | Outcome::NotSupported { .. } => {}
    }
}

/// Where the code of a line begins, from 1.
fn column_of(text: &str, line: u32) -> u32 {
    let start = LineIndex::new(text).start_of(line) as usize;
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    1 + line.chars().take_while(|character| character.is_whitespace()).count() as u32
}
