//! From a scenario to a run that has not begun.

use super::Scenario;
use super::settings::PolicyKind;
use crate::explore::margin::MarginSearch;
use crate::explore::{Exploration, ExploreLimits};
use crate::machine::footprint::Shared;
use crate::run::manual::Manual;
use crate::run::{self, Limits, Run};
use crate::schedule::Policy;
use crate::schedule::random::Random;
use crate::schedule::recording::{Schedule, ScheduleError};
use crate::schedule::replay::Replay;
use crate::schedule::round_robin::RoundRobin;
use crate::schedule::turn::Turn;
use crate::schedule::typical::Typical;
use crate::source::diagnostic::Diagnostic;
use crate::stdlib;

/// Why a scenario cannot run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// What is to be said about its text.
    Findings(Vec<Diagnostic>),
    /// The schedule to be replayed is none.
    Schedule(ScheduleError),
}

impl PolicyKind {
    /// The policy that it names.
    pub fn policy(&self) -> Result<Box<dyn Policy>, ScheduleError> {
        Ok(match self {
            PolicyKind::Typical => Box::new(Typical),
            PolicyKind::RoundRobin => Box::new(RoundRobin::default()),
            PolicyKind::Random { seed } => Box::new(Random::new(*seed)),
            PolicyKind::Replay { schedule, .. } => Box::new(Replay::new(schedule.parse::<Schedule>()?)),
        })
    }
}

impl Scenario {
    /// The exploration of every schedule of this scenario.
    pub fn prepare_exploration(&self, file_name: &str, limits: ExploreLimits) -> Result<Exploration, Refused> {
        let start = stdlib::load(&self.text, file_name, &self.settings.machine).map_err(Refused::Findings)?;
        Ok(Exploration::new(start, limits, self.settings.race_window_ns))
    }

    /// The run in which a person chooses: the turns that were chosen so far, and to the next choice.
    pub fn prepare_manual(
        &self,
        file_name: &str,
        turns: Vec<Turn>,
        shared: Shared,
        limits: Limits,
    ) -> Result<Manual, Refused> {
        let start = stdlib::load(&self.text, file_name, &self.settings.machine).map_err(Refused::Findings)?;
        Ok(Manual::new(start, turns, shared, self.settings.race_window_ns, limits))
    }

    /// The finding out of how far this scenario is from another outcome.
    pub fn prepare_margin(&self, file_name: &str, limits: ExploreLimits) -> Result<MarginSearch, Refused> {
        let start = stdlib::load(&self.text, file_name, &self.settings.machine).map_err(Refused::Findings)?;
        Ok(MarginSearch::new(start, limits))
    }

    /// The run that a witness shows.
    pub fn prepare_witness(&self, file_name: &str, schedule: &Schedule, limits: Limits) -> Result<Run, Refused> {
        let policy = Box::new(Replay::new(schedule.clone()));
        let mut run =
            run::prepare(&self.text, file_name, &self.settings.machine, policy, limits).map_err(Refused::Findings)?;
        run.set_race_window_ns(self.settings.race_window_ns);
        Ok(run)
    }

    /// The run of this scenario, with tracebacks that name the program `file_name`.
    pub fn prepare(&self, file_name: &str, limits: Limits) -> Result<Run, Refused> {
        let policy = self.settings.policy.policy().map_err(Refused::Schedule)?;
        let mut run =
            run::prepare(&self.text, file_name, &self.settings.machine, policy, limits).map_err(Refused::Findings)?;
        run.set_race_window_ns(self.settings.race_window_ns);
        Ok(run)
    }
}
