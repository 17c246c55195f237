//! The outcomes of a scenario, told: each witness replayed, those that nobody could tell apart taken as one, and what
//! holds in all of them.

use super::Scenario;
use super::prepare::Refused;
use crate::explore::{Explored, Outcome};
use crate::machine::event::ThreadId;
use crate::run::Limits;
use crate::run::trace::{self, Trace};
use crate::schedule::recording::Schedule;
use crate::verdict::{Fate, Verdict, judge};
use std::collections::BTreeMap;

/// One way in which the program can end, as its witness shows it.
#[derive(Clone, Debug)]
pub struct ToldOutcome {
    pub schedule: Schedule,
    /// Turns of the witness that are not the usual ones.
    pub unusual_turns: u32,
    /// It is what usually happens.
    pub is_usual: bool,
    pub trace: Trace,
    pub verdict: Verdict,
}

/// In how many of the outcomes something is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowOften {
    Always,
    Sometimes,
    Never,
}

impl HowOften {
    pub fn label(self) -> &'static str {
        match self {
            HowOften::Always => "always",
            HowOften::Sometimes => "sometimes",
            HowOften::Never => "never",
        }
    }

    fn of(mut truths: impl Iterator<Item = bool>) -> Self {
        let first = truths.next().unwrap_or(false);
        match (first, truths.all(|truth| truth == first)) {
            (true, true) => HowOften::Always,
            (false, true) => HowOften::Never,
            (_, false) => HowOften::Sometimes,
        }
    }
}

/// What can be seen of a trace from outside, and what became of each thread.
fn appearance(trace: &Trace, verdict: &Verdict) -> (String, String, Option<i32>, Vec<(String, bool, &'static str)>) {
    let code = match trace.outcome {
        trace::Outcome::Exited { code } => Some(code),
        _ => None,
    };
    let fate = |fate: Fate| match fate {
        // Whether the main thread had ended by then is no other outcome.
        Fate::WaitedFor => Fate::Finished.label(),
        other => other.label(),
    };
    let threads = verdict.threads.iter().map(|thread| (thread.name.clone(), thread.daemon, fate(thread.fate)));
    (trace.stdout.clone(), trace.stderr.clone(), code, threads.collect())
}

/// The outcomes of an exploration, replayed: what usually happens first, then what needs the fewest unusual turns.
///
/// # Errors
/// The scenario cannot run.
pub fn tell(scenario: &Scenario, file_name: &str, explored: &Explored) -> Result<Vec<ToldOutcome>, Refused> {
    let mut told: Vec<ToldOutcome> = Vec::new();
    for outcome in &explored.outcomes {
        let next = replay(scenario, file_name, outcome)?;
        let seen = appearance(&next.trace, &next.verdict);
        if !told.iter().any(|known| appearance(&known.trace, &known.verdict) == seen) {
            told.push(next);
        }
    }
    let usual = scenario.prepare(file_name, Limits::default())?.finish();
    let seen = appearance(&usual, &judge(&usual));
    if let Some(at) = told.iter().position(|known| appearance(&known.trace, &known.verdict) == seen) {
        told[at].is_usual = true;
        told[..=at].rotate_right(1);
    }
    Ok(told)
}

fn replay(scenario: &Scenario, file_name: &str, outcome: &Outcome) -> Result<ToldOutcome, Refused> {
    let trace = scenario.prepare_witness(file_name, &outcome.schedule, Limits::default())?.finish();
    let verdict = judge(&trace);
    Ok(ToldOutcome {
        schedule: outcome.schedule.clone(),
        unusual_turns: outcome.unusual_turns,
        is_usual: false,
        trace,
        verdict,
    })
}

/// Whether the program exits.
pub fn exits(told: &[ToldOutcome]) -> HowOften {
    HowOften::of(told.iter().map(|outcome| matches!(outcome.trace.outcome, trace::Outcome::Exited { .. })))
}

/// For each thread (by its name in the first outcome) how often it finishes.
pub fn finishes(told: &[ToldOutcome]) -> BTreeMap<ThreadId, (String, HowOften)> {
    let ids = told.iter().flat_map(|outcome| outcome.verdict.threads.iter().map(|thread| thread.thread));
    ids.map(|id| {
        let rows = || told.iter().map(|outcome| outcome.verdict.threads.iter().find(|thread| thread.thread == id));
        let name = rows().flatten().next().map(|thread| thread.name.clone()).unwrap_or_default();
        let finished = |fate: Fate| matches!(fate, Fate::Finished | Fate::WaitedFor);
        (id, (name, HowOften::of(rows().map(|row| row.is_some_and(|thread| finished(thread.fate))))))
    })
    .collect()
}
