//! Runs that are not the usual one: recorded schedules that are watched, and those in which the person is the scheduler;
//! what was chosen so far, and which outcomes were found by hand.

use super::background::answer::Answer;
use super::engine::Outcome;
use super::history::ChangeSource;
use super::state::PageState;
use last_thread_standing::run::trace;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::outcomes::Appearance;
use last_thread_standing::scenario::settings::PolicyKind;
use last_thread_standing::schedule::turn::Turn;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// The choices of a run by hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scheduling {
    /// All turns up to the last choice, those between the choices too.
    pub turns: Rc<Vec<Turn>>,
    /// How many turns there were before each choice.
    choices: Vec<usize>,
}

impl Scheduling {
    /// One of the choices of the run that was shown last.
    pub fn choose(&mut self, outcome: &Outcome, choice: usize) {
        let Some(standing) = &outcome.standing else { return };
        if let Some(choice) = standing.choices.get(choice) {
            let mut turns = standing.turns.clone();
            self.choices.push(turns.len());
            turns.push(choice.turn);
            self.turns = Rc::new(turns);
        }
    }

    /// Back to the choice before; false where there is none.
    pub fn take_back(&mut self) -> bool {
        let Some(length) = self.choices.pop() else { return false };
        self.turns = Rc::new(self.turns[..length].to_vec());
        true
    }

    /// Choices made so far.
    pub fn choices(&self) -> usize {
        self.choices.len()
    }
}

/// Outcomes that were found by hand in this session, by scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundByHand(Rc<HashMap<String, HashSet<Appearance>>>);

fn key(scenario: &Scenario) -> String {
    explored(scenario).to_file()
}

/// The scenario as it is explored: who goes on is open.
pub fn explored(scenario: &Scenario) -> Scenario {
    let mut scenario = scenario.clone();
    scenario.settings.policy = Default::default();
    scenario
}

impl FoundByHand {
    /// Takes in what a run by hand came to, once it is over.
    pub fn add(&mut self, scenario: &Scenario, outcome: &Outcome) {
        let (Some(standing), Some(run)) = (&outcome.standing, &outcome.run) else { return };
        let is_over = matches!(run.trace.outcome, trace::Outcome::Exited { .. } | trace::Outcome::NeverExits(_));
        if standing.choices.is_empty() && is_over {
            let appearance = Appearance::of(&run.trace, &run.verdict);
            Rc::make_mut(&mut self.0).entry(key(scenario)).or_default().insert(appearance);
        }
    }

    /// Which of the outcomes of the answer were found, by their places in its list.
    pub fn among(&self, scenario: &Scenario, answer: &Answer) -> Vec<usize> {
        let Some(found) = self.0.get(&key(scenario)) else { return Vec::new() };
        let rows = answer.outcomes.rows.iter().enumerate();
        rows.filter(|(_, row)| found.contains(&row.appearance)).map(|(at, _)| at).collect()
    }
}

impl PageState {
    /// Plays the run of a recorded schedule; None: the usual run.
    pub(super) fn watch(&mut self, schedule: Option<String>, now_ms: f64) {
        let mut scenario = (*self.scenario).clone();
        scenario.settings.policy = schedule.map_or(PolicyKind::Typical, PolicyKind::replay);
        let by_hand = self.scheduling.take().is_some();
        if scenario != *self.scenario {
            self.history.remember(&self.scenario, ChangeSource::Opening, now_ms);
            self.replace_scenario(Rc::new(scenario));
            self.plays_next = true;
        } else if by_hand {
            self.plays_next = true;
        } else {
            self.play_from_start();
        }
    }

    pub(super) fn play_from_start(&mut self) {
        self.go_to(0);
        self.playing = self.end_ns() > 0;
    }

    pub(super) fn be_scheduler(&mut self, on: bool) {
        self.scheduling = on.then(Scheduling::default);
        self.stand_at_end();
    }

    pub(super) fn choose(&mut self, choice: usize) {
        if let (None, Some(scheduling), Some(outcome)) = (self.running, &mut self.scheduling, &self.outcome) {
            let before = scheduling.choices();
            scheduling.choose(outcome, choice);
            if scheduling.choices() > before {
                self.running = Some(0);
                self.stand_at_end();
            }
        }
    }

    pub(super) fn take_back(&mut self, all: bool) {
        let Some(scheduling) = &mut self.scheduling else { return };
        if scheduling.take_back() {
            while all && scheduling.take_back() {}
            self.running = Some(0);
            self.stand_at_end();
        }
    }

    /// A run by hand is looked at where it stands.
    fn stand_at_end(&mut self) {
        self.playing = false;
        self.moment_ns = None;
        self.sight = None;
    }
}
