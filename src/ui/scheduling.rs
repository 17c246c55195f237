//! You are the scheduler: what was chosen so far, and which outcomes were found by hand.

use super::engine::Outcome;
use super::exploring::Answer;
use last_thread_standing::run::trace;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::outcomes::Appearance;
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
