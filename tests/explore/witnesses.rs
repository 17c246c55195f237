//! Each outcome comes with a schedule, and a run by that schedule comes to that outcome.

use super::generator::Program;
use last_thread_standing::explore::outcome::{Exit, ThreadEnd};
use last_thread_standing::explore::{ExploreLimits, Explored};
use last_thread_standing::run::Limits;
use last_thread_standing::run::trace::{NeverExits, Outcome, Trace};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::gallery::GALLERY;
use last_thread_standing::scenario::settings::Settings;
use last_thread_standing::schedule::recording::Schedule;
use last_thread_standing::verdict::{Fate, judge};

/// Whether a run is what an exploration said of it.
fn shows(trace: &Trace, exit: Exit, threads: &[ThreadEnd]) -> Result<(), String> {
    let ends_so = match (&trace.outcome, exit) {
        (Outcome::Exited { code }, Exit::Status(status)) => *code == status,
        (Outcome::NeverExits(NeverExits::Stuck { .. }), Exit::Stuck) => true,
        (Outcome::NeverExits(NeverExits::Repeats { .. }), Exit::Endless) => true,
        _ => false,
    };
    if !ends_so {
        return Err(format!("ends with {:?}, not with {exit:?}", trace.outcome));
    }
    let verdict = judge(trace);
    for (at, end) in threads.iter().enumerate() {
        let Some(told) = verdict.threads.iter().find(|thread| thread.thread.0 as usize == at) else { continue };
        let fits = match end {
            ThreadEnd::NeverStarted => told.fate == Fate::NeverStarted,
            // Whether an exception ended the main thread is told by the exit status.
            ThreadEnd::Finished => {
                matches!(told.fate, Fate::Finished | Fate::WaitedFor) || (at == 0 && told.fate == Fate::Failed)
            }
            ThreadEnd::Failed => told.fate == Fate::Failed,
            // Cut off before it had come up: told as never started.
            ThreadEnd::CutOff => !matches!(told.fate, Fate::Finished | Fate::WaitedFor),
            ThreadEnd::Stuck | ThreadEnd::GoesOn => true,
        };
        if !fits {
            return Err(format!("thread {at} is told as {:?}, not as {end:?}", told.fate));
        }
    }
    Ok(())
}

fn replays(scenario: &Scenario, explored: &Explored) -> Result<(), String> {
    for outcome in &explored.outcomes {
        let text = outcome.schedule.to_string();
        let schedule: Schedule = text.parse().map_err(|error| format!("{text}: {error}"))?;
        if schedule != outcome.schedule {
            return Err(format!("{text} is read as another schedule"));
        }
        let run = scenario.prepare_witness("program.py", &schedule, Limits::default());
        let trace = run.map_err(|refused| format!("{refused:?}"))?.finish();
        if trace.diverged {
            return Err(format!("{text} does not fit the program"));
        }
        shows(&trace, outcome.fates.exit, &outcome.fates.threads).map_err(|why| format!("{text} {why}"))?;
    }
    Ok(())
}

/// Whether all witnesses of a program replay to what they stand for.
pub fn check(program: &Program) -> Result<(), String> {
    let settings = Settings { machine: program.settings.clone(), ..Settings::default() };
    let scenario = Scenario { text: program.text.clone(), settings };
    let exploration = scenario.prepare_exploration("program.py", ExploreLimits::default());
    let explored = exploration.map_err(|refused| format!("{refused:?}"))?.finish();
    replays(&scenario, &explored)
}

#[test]
fn the_witnesses_of_the_gallery_show_their_outcomes() {
    for entry in GALLERY {
        let scenario = entry.scenario();
        let limits = ExploreLimits { states: 3_000, operations: 6_000_000, ..ExploreLimits::default() };
        let explored = scenario.prepare_exploration("program.py", limits).expect("the gallery can run").finish();
        assert!(!explored.outcomes.is_empty(), "{} has no outcome", entry.stem);
        if let Err(why) = replays(&scenario, &explored) {
            panic!("{}: {why}", entry.stem);
        }
    }
}
