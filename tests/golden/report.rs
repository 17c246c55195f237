//! A run as a text to be read: what there is to say first, then every event.

use last_thread_standing::run::trace::Trace;
use last_thread_standing::run::{Limits, prepare};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::schedule::typical::Typical;
use last_thread_standing::verdict::{Verdict, judge};
use last_thread_standing::view::{clock, words};
use std::fmt::Write;

pub fn of(scenario: &Scenario) -> String {
    let trace = run(scenario);
    let verdict = judge(&trace);
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = write(&mut text, &trace, &verdict);
    text
}

fn write(text: &mut String, trace: &Trace, verdict: &Verdict) -> std::fmt::Result {
    writeln!(text, "{}", verdict.summary)?;
    for sentence in &verdict.explanation {
        writeln!(text, "  {sentence}")?;
    }
    writeln!(text, "\nThreads")?;
    for thread in &verdict.threads {
        let kind = if thread.daemon { "daemon" } else { "regular" };
        writeln!(text, "  {}, {kind}: {}. {}", thread.name, thread.fate.label(), thread.why)?;
        for lost in &thread.lost {
            writeln!(text, "    lost: {lost}")?;
        }
    }
    stream(text, "stdout", &trace.stdout)?;
    stream(text, "stderr", &trace.stderr)?;
    for file in &trace.files {
        stream(text, &file.path, &file.content)?;
        if file.lost_bytes > 0 {
            writeln!(text, "  ({} bytes never reached it)", file.lost_bytes)?;
        }
    }
    writeln!(text, "\nEvents")?;
    for event in &trace.events {
        let line = if event.line == 0 { String::new() } else { format!("line {}", event.line) };
        writeln!(
            text,
            "  {:>16}  {:<24} {line:<9} {}",
            clock::fine_moment(event.at_ns),
            words::thread_name(trace, event.thread),
            words::event(trace, &event.kind),
        )?;
    }
    Ok(())
}

fn stream(text: &mut String, name: &str, content: &str) -> std::fmt::Result {
    if content.is_empty() {
        return Ok(());
    }
    writeln!(text, "\n{name}")?;
    for line in content.lines() {
        writeln!(text, "  {line}")?;
    }
    Ok(())
}

fn run(scenario: &Scenario) -> Trace {
    let settings = &scenario.settings.machine;
    match prepare(&scenario.text, "scenario.py", settings, Box::new(Typical), Limits::default()) {
        Ok(run) => run.finish(),
        Err(findings) => panic!("a scenario of the gallery cannot run: {}", findings[0].message),
    }
}
