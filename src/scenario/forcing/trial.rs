//! The trial of a forced program: it is run under many schedules, and must end as it should under all of them.

use crate::machine::event::ThreadId;
use crate::machine::settings::Runtime;
use crate::run::trace::{LimitReached, NeverExits, Outcome};
use crate::run::{Limits, Run, Trace};
use crate::scenario::Scenario;
use crate::schedule::Policy;
use crate::schedule::random::Random;
use crate::schedule::round_robin::RoundRobin;
use crate::schedule::typical::Typical;
use crate::stdlib;
use crate::verdict::{Fate, judge};

/// Random schedules that are tried.
const RANDOM_RUNS: u64 = 24;
/// A forced program is a few waits longer than its witness.
const LIMITS: Limits =
    Limits { operations: 3_000_000, events: 50_000, virtual_time_ns: 365 * 24 * 3_600 * 1_000_000_000 };

/// What goes on for so many events more than it takes to force it, goes on for ever.
const EVENTS_FOR_EVER: usize = 2_000;

/// How a trial went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    AllTheSame,
    Otherwise,
}

/// What must be the same: what is printed (tracebacks name other lines), the status, and what becomes of each thread.
#[derive(PartialEq, Eq, Debug)]
struct End {
    stdout: String,
    outcome: String,
    threads: Vec<(String, bool, &'static str)>,
}

/// `goes_on`: it is to go on for ever, which a run under a random policy cannot prove.
fn end_of(trace: &Trace, goes_on: bool) -> End {
    let verdict = judge(trace);
    let fate = |fate: Fate| match fate {
        Fate::WaitedFor => Fate::Finished.label(),
        Fate::StillRunning if goes_on => Fate::NeverEnds.label(),
        other => other.label(),
    };
    // Whether the main thread has ended while others go on is told by a proof only.
    let compared = verdict.threads.iter().filter(|thread| !goes_on || thread.thread != ThreadId::MAIN);
    let threads = compared.map(|thread| (thread.name.clone(), thread.daemon, fate(thread.fate))).collect();
    let (stdout, outcome) = match &trace.outcome {
        Outcome::Exited { code } => (trace.stdout.clone(), format!("exited {code}")),
        Outcome::NeverExits(NeverExits::Repeats { .. }) => (String::new(), "never".to_owned()),
        Outcome::Unknown(LimitReached::Events(_)) if goes_on => (String::new(), "never".to_owned()),
        Outcome::NeverExits(NeverExits::Stuck { .. }) => (trace.stdout.clone(), "never".to_owned()),
        other => (trace.stdout.clone(), format!("{other:?}")),
    };
    End { stdout, outcome, threads }
}

/// Runs the forced program.
pub fn trial(forced: &Scenario, file_name: &str, witness: &Trace) -> Trial {
    let goes_on = matches!(witness.outcome, Outcome::NeverExits(NeverExits::Repeats { .. }));
    let wanted = end_of(witness, goes_on);
    let limits = Limits { events: if goes_on { EVENTS_FOR_EVER } else { LIMITS.events }, ..LIMITS };
    let mut gil = forced.settings.machine.clone();
    gil.runtime = Runtime::Gil;
    for (settings, random_runs) in [(&forced.settings.machine, RANDOM_RUNS), (&gil, RANDOM_RUNS / 4)] {
        let Ok(start) = stdlib::load(&forced.text, file_name, settings) else { return Trial::Otherwise };
        let fixed: [Box<dyn Policy>; 2] = [Box::new(Typical), Box::new(RoundRobin::default())];
        let random = (0..random_runs).map(|seed| Box::new(Random::new(seed)) as Box<dyn Policy>);
        for policy in fixed.into_iter().chain(random) {
            let trace = Run::new(start.clone(), policy, limits).finish();
            if end_of(&trace, goes_on) != wanted || trace.stderr.contains("did not come: ") {
                return Trial::Otherwise;
            }
        }
    }
    Trial::AllTheSame
}
