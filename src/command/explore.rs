//! `explore`: every schedule of a program, and all its outcomes.

use super::arguments::Options;
use super::{STATUS_REFUSED, input, json, report};
use last_thread_standing::explore::{ExploreLimits, Explored};
use last_thread_standing::run::trace;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::forcing::force;
use last_thread_standing::scenario::outcomes::{self, ToldOutcome};
use last_thread_standing::scenario::prepare::Refused;
use serde::Serialize;

/// Lines of each outcome's output that are shown to people.
const LINES_SHOWN: usize = 40;

#[derive(Serialize)]
struct Report<'a> {
    complete: bool,
    /// What was explored: `every schedule (412 states)`, or which bound cut it.
    explored: String,
    states: usize,
    turns: u64,
    /// Schedules followed to an end.
    executions: usize,
    exits: &'static str,
    threads: Vec<Thread<'a>>,
    outcomes: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Thread<'a> {
    name: &'a str,
    finishes: &'static str,
}

#[derive(Serialize)]
struct Outcome<'a> {
    stdout: &'a str,
    stderr: &'a str,
    exit_code: Option<i32>,
    exits: &'static str,
    summary: &'a str,
    usual: bool,
    unusual_turns: u32,
    threads: Vec<json::Thread<'a>>,
    schedule: String,
}

pub fn explore(options: &Options) -> u8 {
    let input = match input::read(options) {
        Ok(input) => input,
        Err(status) => return status,
    };
    let defaults = ExploreLimits::default();
    let limits = ExploreLimits { states: options.max_states.unwrap_or(defaults.states), ..defaults };
    let refused = |refused: Refused| match refused {
        Refused::Findings(findings) => report::diagnostics(&input.file, &input.scenario.text, &findings),
        Refused::Schedule(error) => report::refuse(&error.to_string()),
    };
    let explored = match input.scenario.prepare_exploration(&input.file, limits) {
        Ok(exploration) => exploration.finish(),
        Err(error) => return refused(error),
    };
    if let Some((message, line)) = &explored.not_supported {
        report::say(&format!("{}:{line}:1: not supported here: {message}", input.file));
        return STATUS_REFUSED;
    }
    let told = match outcomes::tell(&input.scenario, &input.file, &explored) {
        Ok(told) => told,
        Err(error) => return refused(error),
    };
    if let Some(number) = options.force {
        return print_forced(&input.scenario, &input.file, &told, number);
    }
    if options.json {
        print_json(&explored, &told)
    } else {
        print_text(&explored, &told)
    }
    0
}

/// The program that ends in one of the outcomes only.
fn print_forced(scenario: &Scenario, file: &str, told: &[ToldOutcome], number: usize) -> u8 {
    let Some(outcome) = number.checked_sub(1).and_then(|at| told.get(at)) else {
        return report::refuse(&format!("There is no outcome {number}: it has {}.", counted(told.len(), "outcome")));
    };
    match force(scenario, file, &outcome.schedule) {
        Ok(forced) => {
            report::write_stdout(forced.to_file().as_bytes());
            0
        }
        Err(why) => report::refuse(&why.to_string()),
    }
}

fn print_json(explored: &Explored, told: &[ToldOutcome]) {
    let finishes = outcomes::finishes(told);
    let report = Report {
        complete: explored.is_complete(),
        explored: outcomes::extent(explored),
        states: explored.states,
        turns: explored.turns,
        executions: explored.executions,
        exits: outcomes::exits(told).label(),
        threads: finishes.values().map(|(name, often)| Thread { name, finishes: often.label() }).collect(),
        outcomes: told.iter().map(outcome_report).collect(),
    };
    let mut text = serde_json::to_string(&report).unwrap_or_default();
    text.push('\n');
    report::write_stdout(text.as_bytes());
}

fn outcome_report(told: &ToldOutcome) -> Outcome<'_> {
    Outcome {
        stdout: &told.trace.stdout,
        stderr: &told.trace.stderr,
        exit_code: match told.trace.outcome {
            trace::Outcome::Exited { code } => Some(code),
            _ => None,
        },
        exits: json::exits(&told.verdict),
        summary: &told.verdict.summary,
        usual: told.is_usual,
        unusual_turns: told.unusual_turns,
        threads: told.verdict.threads.iter().map(json::thread_report).collect(),
        schedule: told.schedule.to_string(),
    }
}

/// For people: what holds always, then each outcome with what it prints.
fn print_text(explored: &Explored, told: &[ToldOutcome]) {
    let mut text = format!("Explored {}: {}.\n", outcomes::extent(explored), counted(told.len(), "outcome"));
    text.push_str(&format!("Exits: {}.\n", outcomes::exits(told).label()));
    for (name, often) in outcomes::finishes(told).values() {
        text.push_str(&format!("{name} finishes: {}.\n", often.label()));
    }
    for (at, outcome) in told.iter().enumerate() {
        let how = match (outcome.is_usual, outcome.unusual_turns) {
            (true, _) => "what usually happens".to_owned(),
            (false, 0) => "what may as well happen".to_owned(),
            (false, turns) => format!("needs {}", counted(turns as usize, "unusual turn")),
        };
        text.push_str(&format!("\n{}. {how}: {}\n", at + 1, outcome.verdict.summary));
        let lines = outcome.trace.stdout.lines().count();
        for line in outcome.trace.stdout.lines().take(LINES_SHOWN) {
            text.push_str(&format!("   | {line}\n"));
        }
        if lines > LINES_SHOWN {
            text.push_str(&format!("   … and {} more\n", counted(lines - LINES_SHOWN, "line")));
        }
        text.push_str(&format!("   replay it with --schedule {}\n", outcome.schedule));
    }
    report::write_stdout(text.as_bytes());
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
