//! The exploring of every schedule of a scenario, in slices; and then the replaying of its witnesses.

use super::browser;
use super::engine::{FILE_NAME, waits_for_shelf};
use gloo_timers::callback::Timeout;
use last_thread_standing::explore::{Exploration, ExploreLimits, Explored};
use last_thread_standing::machine::footprint::Shared;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::lints::{Lint, lints};
use last_thread_standing::scenario::outcomes::{Telling, ToldOutcome};
use last_thread_standing::view::outcomes::{AllOutcomes, Gathering};
use std::rc::Rc;

/// How long a slice may take: two of them fit into a frame of the screen.
const SLICE_MS: f64 = 8.0;
/// Operations between two looks at the clock.
const OPERATIONS_BETWEEN_LOOKS: u64 = 2_000;
/// Witnesses that are replayed at most: more outcomes nobody reads.
const MOST_TOLD: usize = 300;
/// Outcomes of which each is looked at for what is worth a look: the nearest ones, so that it does not take long.
const MOST_LINTED: usize = 24;

/// What is found out so far.
pub struct Explore {
    scenario: Rc<Scenario>,
    stage: Stage,
    states: usize,
    is_stopped: bool,
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
    /// The usual outcome and those next to it.
    nearest: Vec<ToldOutcome>,
    explored: Explored,
    shared: Shared,
}

/// The answer, and what a run by hand needs of it.
pub struct Answer {
    /// What was explored.
    pub scenario: Rc<Scenario>,
    pub outcomes: AllOutcomes,
    /// What is worth a look, with the place in the list of the outcome that shows it.
    pub lints: Vec<Lint>,
    pub shared: Shared,
}

pub enum Progress {
    GoesOn(Explore),
    /// The program cannot run, so there is nothing to explore.
    Refused,
    Done(Answer),
}

impl Explore {
    pub fn new(scenario: &Rc<Scenario>) -> Self {
        Self { scenario: Rc::clone(scenario), stage: Stage::NotBegun, states: 0, is_stopped: false }
    }

    /// States met so far.
    pub fn states(&self) -> usize {
        self.states
    }

    /// Gives it up where it stands; what was found is told.
    pub fn stop(&mut self) {
        self.is_stopped = true;
        if let Stage::Exploring(exploration) = &mut self.stage {
            exploration.stop();
        }
    }

    /// Goes on for a slice of time.
    pub fn advance(mut self) -> Progress {
        let began_ms = browser::now_ms();
        loop {
            self.stage = match std::mem::replace(&mut self.stage, Stage::NotBegun) {
                Stage::NotBegun if waits_for_shelf(&self.scenario) => return Progress::GoesOn(self),
                Stage::NotBegun => match self.scenario.prepare_exploration(FILE_NAME, ExploreLimits::default()) {
                    Ok(exploration) => Stage::Exploring(Box::new(exploration)),
                    Err(_) => return Progress::Refused,
                },
                Stage::Exploring(mut exploration) => {
                    if exploration.advance(OPERATIONS_BETWEEN_LOOKS) {
                        let (explored, shared) = (exploration.explored().clone(), exploration.shared().clone());
                        give_back_memory(exploration);
                        self.states = explored.states;
                        let Ok(telling) = Telling::new(&self.scenario, FILE_NAME, &explored) else {
                            return Progress::Refused;
                        };
                        let (gathering, nearest) = (Gathering::default(), Vec::new());
                        Stage::Telling(Box::new(Told { telling, gathering, nearest, explored, shared }))
                    } else {
                        self.states = exploration.states();
                        Stage::Exploring(exploration)
                    }
                }
                Stage::Telling(mut told) => {
                    if told.telling.left() == 0 || told.gathering.len() >= MOST_TOLD {
                        return Progress::Done(answer(&self.scenario, *told));
                    }
                    if let Some(next) = told.telling.tell_next() {
                        told.gathering.add(&next);
                        if next.is_usual || told.nearest.len() < MOST_LINTED {
                            told.nearest.push(next);
                        }
                    }
                    Stage::Telling(told)
                }
            };
            if browser::now_ms() - began_ms >= SLICE_MS {
                return Progress::GoesOn(self);
            }
        }
    }
}

impl Drop for Explore {
    /// An exploration that the person has overtaken leaves its memory behind.
    fn drop(&mut self) {
        if let Stage::Exploring(exploration) = std::mem::replace(&mut self.stage, Stage::NotBegun) {
            give_back_memory(exploration);
        }
    }
}

fn answer(scenario: &Rc<Scenario>, mut told: Told) -> Answer {
    told.nearest.sort_by_key(|outcome| !outcome.is_usual);
    let lints = lints(scenario, &told.nearest);
    let outcomes = told.gathering.finish(&told.explored, told.telling.left());
    Answer { scenario: Rc::clone(scenario), outcomes, lints, shared: told.shared }
}

/// Many states are given back in slices, too.
fn give_back_memory(mut exploration: Box<Exploration>) {
    let began_ms = browser::now_ms();
    while !exploration.give_back(OPERATIONS_BETWEEN_LOOKS) {
        if browser::now_ms() - began_ms >= SLICE_MS {
            Timeout::new(0, move || give_back_memory(exploration)).forget();
            return;
        }
    }
}
