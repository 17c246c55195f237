//! How likely each outcome is: an estimate, from many random runs. The set of outcomes itself is found by exploring.

use super::Scenario;
use super::outcomes::Appearance;
use super::prepare::Refused;
use crate::machine::Machine;
use crate::machine::text::format_number::grouped;
use crate::run::{Limits, Run, trace};
use crate::schedule::random::Random;
use crate::stdlib;
use crate::verdict::judge;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Random runs of one estimate: a share of a tenth is then known to within two hundredths, nineteen times in twenty.
const MOST_RUNS: u32 = 2_000;
/// Operations of all runs together: about a second of the host's time. Long programs are run less often.
const MOST_OPERATIONS: u64 = 60_000_000;
/// A run that runs away is given up soon.
const LIMITS: Limits =
    Limits { operations: 2_000_000, events: 20_000, virtual_time_ns: 365 * 24 * 3_600 * 1_000_000_000 };
/// What starting a run costs, in operations.
const START_OPERATIONS: u64 = 500;

/// How often random runs came to each outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frequency {
    pub runs: u32,
    /// By outcome, in the order in which they were given.
    pub counts: Vec<u32>,
    /// Runs that came to none of them, or to no end within their limits.
    pub others: u32,
}

impl Frequency {
    /// The share of an outcome, from 0 to 1.
    pub fn share_of(&self, outcome: usize) -> f64 {
        f64::from(self.counts.get(outcome).copied().unwrap_or(0)) / f64::from(self.runs.max(1))
    }

    /// `about 34 %`
    pub fn share_words(&self, outcome: usize) -> String {
        let share = self.share_of(outcome) * 100.0;
        match self.counts.get(outcome).copied().unwrap_or(0) {
            0 => format!("not once in {} runs", grouped(self.runs.into())),
            count if count == self.runs => "in every run".to_owned(),
            _ if share < 1.0 => format!("about {share:.1} %"),
            _ => format!("about {share:.0} %"),
        }
    }

    /// What the shares are: an estimate, and from what.
    pub fn words(&self) -> String {
        let mut words = format!("The shares are an estimate from {} random runs.", self.runs);
        if self.others > 0 {
            words.push_str(&format!(" {} of them came to another end, or to none in time.", self.others));
        }
        words
    }
}

/// An estimate under way.
pub struct Sampling {
    start: Machine,
    outcomes: HashMap<Appearance, usize>,
    run: Option<Run>,
    operations: u64,
    frequency: Frequency,
}

impl Sampling {
    /// `outcomes` are those whose shares are wanted.
    ///
    /// # Errors
    /// The scenario cannot run.
    pub fn new(
        scenario: &Scenario,
        file_name: &str,
        outcomes: impl Iterator<Item = Appearance>,
    ) -> Result<Self, Refused> {
        let start = stdlib::load(&scenario.text, file_name, &scenario.settings.machine).map_err(Refused::Findings)?;
        let outcomes: HashMap<Appearance, usize> = outcomes.enumerate().map(|(at, outcome)| (outcome, at)).collect();
        let frequency = Frequency { counts: vec![0; outcomes.len()], ..Frequency::default() };
        Ok(Self { start, outcomes, run: None, operations: 0, frequency })
    }

    /// Goes on for about so many operations; true when it is over.
    pub fn advance(&mut self, operations: u64) -> bool {
        let until = self.operations.saturating_add(operations);
        while self.operations < until {
            if self.frequency.runs >= MOST_RUNS || (self.operations >= MOST_OPERATIONS && self.frequency.runs > 0) {
                return true;
            }
            let seed = u64::from(self.frequency.runs);
            let mut run =
                self.run.take().unwrap_or_else(|| Run::new(self.start.clone(), Box::new(Random::new(seed)), LIMITS));
            let slice = until - self.operations;
            let before = run.operations();
            let over = run.advance(slice);
            self.operations += (run.operations() - before).max(START_OPERATIONS);
            if over {
                self.count(run);
            } else {
                self.run = Some(run);
            }
        }
        false
    }

    fn count(&mut self, run: Run) {
        let trace = run.into_trace();
        self.frequency.runs += 1;
        let is_an_end = matches!(trace.outcome, trace::Outcome::Exited { .. } | trace::Outcome::NeverExits(_));
        let appearance = Appearance::of(&trace, &judge(&trace));
        match self.outcomes.get(&appearance).filter(|_| is_an_end) {
            Some(&at) => self.frequency.counts[at] += 1,
            None => self.frequency.others += 1,
        }
    }

    /// How far it has come.
    pub fn frequency(&self) -> &Frequency {
        &self.frequency
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::outcomes::tell;

    fn frequency(text: &str) -> Frequency {
        let scenario = Scenario { text: text.to_owned(), ..Scenario::default() };
        let explored = scenario.prepare_exploration("main.py", Default::default()).unwrap().finish();
        let told = tell(&scenario, "main.py", &explored).unwrap();
        let appearances = told.iter().map(|told| Appearance::of(&told.trace, &told.verdict));
        let mut sampling = Sampling::new(&scenario, "main.py", appearances).unwrap();
        while !sampling.advance(100_000) {}
        sampling.frequency().clone()
    }

    #[test]
    fn what_always_happens_happens_in_every_run() {
        let frequency = frequency("print('once')\n");
        assert_eq!(frequency.counts, [frequency.runs]);
        assert_eq!(frequency.share_words(0), "in every run");
    }

    #[test]
    fn sleepers_that_race_are_counted_by_who_was_first() {
        let frequency = frequency(
            "import threading, time\n\
             def say(what):\n    time.sleep(0.1)\n    print(what)\n\
             a = threading.Thread(target=say, args='a')\n\
             b = threading.Thread(target=say, args='b')\n\
             a.start(); b.start(); a.join(); b.join()\n",
        );
        assert_eq!(frequency.counts.iter().sum::<u32>() + frequency.others, frequency.runs);
        assert_eq!(frequency.others, 0);
        assert!(frequency.share_of(0) > frequency.share_of(1) && frequency.share_of(1) > 0.05, "{frequency:?}");
        assert!(frequency.share_words(1).starts_with("about "), "{}", frequency.share_words(1));
    }
}
