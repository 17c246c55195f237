//! The outcomes of a scenario, told: each witness replayed, those that nobody could tell apart taken as one, and what
//! holds in all of them.

use super::Scenario;
use super::prepare::Refused;
use crate::explore::{Explored, Outcome, ThreadEnd};
use crate::machine::Machine;
use crate::machine::event::ThreadId;
use crate::run::trace::{self, NeverExits, Trace};
use crate::run::{Limits, Run};
use crate::schedule::recording::Schedule;
use crate::schedule::replay::Replay;
use crate::schedule::typical::Typical;
use crate::source::order;
use crate::stdlib;
use crate::verdict::words::count;
use crate::verdict::{Fate, Verdict, judge};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// What can be seen of a run from outside, and what became of each thread: outcomes that agree in it are one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Appearance {
    stdout: String,
    stderr: String,
    code: Option<i32>,
    threads: Vec<(String, bool, Fate)>,
}

impl Appearance {
    pub fn of(trace: &Trace, verdict: &Verdict) -> Self {
        let code = match trace.outcome {
            trace::Outcome::Exited { code } => Some(code),
            _ => None,
        };
        let fate = |fate: Fate| match fate {
            // Whether the main thread had ended by then is no other outcome.
            Fate::WaitedFor => Fate::Finished,
            other => other,
        };
        let threads = verdict.threads.iter().map(|thread| (thread.name.clone(), thread.daemon, fate(thread.fate)));
        // What goes on for ever has printed more or less by the time that this is proved.
        let goes_on = matches!(trace.outcome, trace::Outcome::NeverExits(NeverExits::Repeats { .. }));
        let (stdout, stderr) = if goes_on { ("", "") } else { (trace.stdout.as_str(), trace.stderr.as_str()) };
        Self { stdout: stdout.to_owned(), stderr: stderr.to_owned(), code, threads: threads.collect() }
    }
}

/// The replaying of an exploration's witnesses, one after the other.
pub struct Telling {
    start: Machine,
    race_window_ns: u64,
    outcomes: std::vec::IntoIter<Outcome>,
    usual: Appearance,
    seen: HashSet<Appearance>,
}

impl Telling {
    /// Begins with what usually happens.
    ///
    /// # Errors
    /// The scenario cannot run.
    pub fn new(scenario: &Scenario, file_name: &str, explored: &Explored) -> Result<Self, Refused> {
        let start = stdlib::load(&scenario.text, file_name, &scenario.settings.machine).map_err(Refused::Findings)?;
        let usual = Run::new(start.clone(), Box::new(Typical), Limits::default()).finish();
        Ok(Self {
            start,
            race_window_ns: scenario.settings.race_window_ns,
            outcomes: explored.outcomes.clone().into_iter(),
            usual: Appearance::of(&usual, &judge(&usual)),
            seen: HashSet::new(),
        })
    }

    /// Witnesses that are still to be replayed.
    pub fn left(&self) -> usize {
        self.outcomes.len()
    }

    /// Replays the next witness; None when it shows nothing that those before it did not.
    pub fn tell_next(&mut self) -> Option<ToldOutcome> {
        let outcome = self.outcomes.next()?;
        let policy = Box::new(Replay::new(outcome.schedule.clone()));
        let mut run = Run::new(self.start.clone(), policy, Limits::default());
        run.set_race_window_ns(self.race_window_ns);
        let trace = run.finish();
        let verdict = judge(&trace);
        let appearance = Appearance::of(&trace, &verdict);
        if !self.seen.insert(appearance.clone()) {
            return None;
        }
        let (schedule, unusual_turns) = (outcome.schedule, outcome.unusual_turns);
        let is_usual = appearance == self.usual;
        Some(ToldOutcome { schedule, unusual_turns, is_usual, trace, verdict })
    }
}

/// The outcomes of an exploration, replayed: what usually happens first, then what needs the fewest unusual turns.
///
/// # Errors
/// The scenario cannot run.
pub fn tell(scenario: &Scenario, file_name: &str, explored: &Explored) -> Result<Vec<ToldOutcome>, Refused> {
    let mut telling = Telling::new(scenario, file_name, explored)?;
    let mut told: Vec<ToldOutcome> = Vec::new();
    while telling.left() > 0 {
        told.extend(telling.tell_next());
    }
    order::sort_by_key(&mut told, |outcome| !outcome.is_usual);
    Ok(told)
}

/// How much was explored: `every schedule (412 states)`, or what cut it.
pub fn extent(explored: &Explored) -> String {
    let part = match explored.fates_cut.or(explored.output_cut) {
        None => return format!("every schedule ({})", count(explored.states as u64, "state")),
        Some(cut) if explored.fates_cut.is_none() => {
            format!("every schedule for who finishes; for what is printed, {cut}")
        }
        Some(cut) => cut.to_string(),
    };
    match explored.all_within {
        None => part,
        Some(0) => format!("{part}; what is missing needs an unlucky switch"),
        Some(switches) => format!("{part}; what is missing needs {} unlucky switches or more", switches + 1),
    }
}

/// Whether the program exits, over all that was explored.
pub fn explored_exits(explored: &Explored) -> HowOften {
    HowOften::of(explored.outcomes.iter().map(|outcome| outcome.fates.exit.exits()))
}

/// How often each thread finishes, by its number, over all that was explored.
pub fn explored_finishes(explored: &Explored) -> Vec<HowOften> {
    let threads = explored.outcomes.iter().map(|outcome| outcome.fates.threads.len()).max().unwrap_or(0);
    let finishes = |outcome: &Outcome, at: usize| outcome.fates.threads.get(at) == Some(&ThreadEnd::Finished);
    (0..threads).map(|at| HowOften::of(explored.outcomes.iter().map(|outcome| finishes(outcome, at)))).collect()
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
