//! The exploring of every schedule of a scenario, in slices; and then the replaying of its witnesses.

use super::answer::Findings;
use crate::ui::browser;
use crate::ui::engine::FILE_NAME;
use last_thread_standing::explore::{Exploration, ExploreLimits, Explored};
use last_thread_standing::machine::footprint::Shared;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::lints::lints;
use last_thread_standing::scenario::outcomes::{Telling, ToldOutcome};
use last_thread_standing::view::outcomes::Gathering;

/// Operations between two looks at the clock.
const OPERATIONS_BETWEEN_LOOKS: u64 = 2_000;
/// Witnesses that are replayed at most: more outcomes nobody reads.
const MOST_TOLD: usize = 300;
/// Events of the outcomes that are kept to be looked through for findings: those of all outcomes, unless their traces are
/// so long that the page's memory would fill with them; then those of the nearest ones.
const MOST_EVENTS_LINTED: usize = 300_000;

/// What is found out so far.
pub struct Explore {
    scenario: Scenario,
    stage: Stage,
    states: usize,
}

enum Stage {
    NotBegun,
    Exploring(Box<Exploration>),
    Telling(Box<Told>),
}

/// The replaying of the witnesses.
struct Told {
    telling: Telling,
    gathering: Gathering,
    /// The outcomes that are looked through for findings, and how many events they have.
    nearest: Vec<ToldOutcome>,
    events: usize,
    explored: Explored,
    shared: Shared,
}

pub enum Progress {
    GoesOn(Explore),
    /// The program cannot run, so there is nothing to explore.
    Refused,
    Done(Scenario, Findings),
}

impl Explore {
    pub fn new(scenario: Scenario) -> Self {
        Self { scenario, stage: Stage::NotBegun, states: 0 }
    }

    /// States met so far.
    pub fn states(&self) -> usize {
        self.states
    }

    /// Gives it up where it stands; what was found is told.
    pub fn stop(&mut self) {
        if let Stage::Exploring(exploration) = &mut self.stage {
            exploration.stop();
        }
    }

    /// Goes on until then, and a little longer.
    pub fn advance(mut self, until_ms: f64) -> Progress {
        loop {
            self.stage = match std::mem::replace(&mut self.stage, Stage::NotBegun) {
                Stage::NotBegun => match self.scenario.prepare_exploration(FILE_NAME, ExploreLimits::default()) {
                    Ok(exploration) => Stage::Exploring(Box::new(exploration)),
                    Err(_) => return Progress::Refused,
                },
                Stage::Exploring(mut exploration) => {
                    if exploration.advance(OPERATIONS_BETWEEN_LOOKS) {
                        let (explored, shared) = (exploration.explored().clone(), exploration.shared().clone());
                        self.states = explored.states;
                        let Ok(telling) = Telling::new(&self.scenario, FILE_NAME, &explored) else {
                            return Progress::Refused;
                        };
                        let (gathering, nearest) = (Gathering::default(), Vec::new());
                        Stage::Telling(Box::new(Told { telling, gathering, nearest, events: 0, explored, shared }))
                    } else {
                        self.states = exploration.states();
                        Stage::Exploring(exploration)
                    }
                }
                Stage::Telling(mut told) => {
                    if told.telling.left() == 0 || told.gathering.len() >= MOST_TOLD {
                        let findings = findings(&self.scenario, *told);
                        return Progress::Done(self.scenario, findings);
                    }
                    if let Some(next) = told.telling.tell_next() {
                        told.gathering.add(&next);
                        told.events = told.events.saturating_add(next.trace.events.len());
                        if next.is_usual || told.events <= MOST_EVENTS_LINTED {
                            told.nearest.push(next);
                        }
                    }
                    Stage::Telling(told)
                }
            };
            if browser::now_ms() >= until_ms {
                return Progress::GoesOn(self);
            }
        }
    }
}

fn findings(scenario: &Scenario, mut told: Told) -> Findings {
    told.nearest.sort_by_key(|outcome| !outcome.is_usual);
    let lints = lints(scenario, &told.nearest);
    let outcomes = told.gathering.finish(&told.explored, told.telling.left());
    Findings { outcomes, lints, shared: told.shared }
}
