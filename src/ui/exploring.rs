//! The exploring of every schedule of a scenario, in slices; and then the replaying of its witnesses.

use super::browser;
use super::engine::FILE_NAME;
use last_thread_standing::explore::{Exploration, ExploreLimits, Explored};
use last_thread_standing::machine::footprint::Shared;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::outcomes::Telling;
use last_thread_standing::view::outcomes::{AllOutcomes, Gathering};
use std::rc::Rc;

/// How long a slice may take: two of them fit into a frame of the screen.
const SLICE_MS: f64 = 8.0;
/// Operations between two looks at the clock.
const OPERATIONS_BETWEEN_LOOKS: u64 = 2_000;
/// Witnesses that are replayed at most: more outcomes nobody reads.
const MOST_TOLD: usize = 300;

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
    Telling { telling: Box<Telling>, gathering: Gathering, explored: Box<Explored>, shared: Shared },
}

/// The answer, and what a run by hand needs of it.
pub struct Answer {
    /// What was explored.
    pub scenario: Rc<Scenario>,
    pub outcomes: AllOutcomes,
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
                        Stage::Telling {
                            telling: Box::new(telling),
                            gathering: Gathering::default(),
                            explored: Box::new(explored),
                            shared,
                        }
                    } else {
                        self.states = exploration.states();
                        Stage::Exploring(exploration)
                    }
                }
                Stage::Telling { mut telling, mut gathering, explored, shared } => {
                    if telling.left() == 0 || gathering.len() >= MOST_TOLD {
                        let outcomes = gathering.finish(&explored, telling.left());
                        return Progress::Done(Answer { scenario: self.scenario, outcomes, shared });
                    }
                    if let Some(told) = telling.tell_next() {
                        gathering.add(&told);
                    }
                    Stage::Telling { telling, gathering, explored, shared }
                }
            };
            if browser::now_ms() - began_ms >= SLICE_MS {
                return Progress::GoesOn(self);
            }
        }
    }
}
