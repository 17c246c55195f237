//! What the worker finds out.

use crate::ui::shared::Shared;
use last_thread_standing::explore::margin::Margin;
use last_thread_standing::machine::footprint;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::frequency::Frequency;
use last_thread_standing::scenario::lints::Lint;
use last_thread_standing::view::outcomes::AllOutcomes;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// All outcomes, and what a run by hand needs of the exploration.
#[derive(Serialize, Deserialize)]
pub struct Findings {
    pub outcomes: AllOutcomes,
    /// What is worth a look, with the place in the list of the outcome that shows it.
    pub lints: Vec<Lint>,
    pub shared: footprint::Shared,
}

/// The findings for a scenario.
pub struct Answer {
    /// What was explored.
    pub scenario: Rc<Scenario>,
    pub outcomes: AllOutcomes,
    pub lints: Vec<Lint>,
    pub shared: footprint::Shared,
}

impl Answer {
    pub fn new(scenario: Rc<Scenario>, findings: Findings) -> Self {
        let Findings { outcomes, lints, shared } = findings;
        Self { scenario, outcomes, lints, shared }
    }
}

/// How likely each outcome is, and the margin once it is known.
#[derive(Clone, PartialEq)]
pub struct Likelihood {
    pub frequency: Shared<Frequency>,
    pub margin: Option<Margin>,
}
