//! How likely each outcome is, and how far the program is from another one.

use crate::ui::browser;
use crate::ui::engine::FILE_NAME;
use last_thread_standing::explore::ExploreLimits;
use last_thread_standing::explore::margin::{Margin, MarginSearch};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::frequency::{Frequency, Sampling};
use last_thread_standing::scenario::outcomes::Appearance;

/// Operations between two looks at the clock.
const OPERATIONS_BETWEEN_LOOKS: u64 = 4_000;
/// States and operations of the explorations by which a margin is found: there are many of them.
const MARGIN_STATES: usize = 5_000;
const MARGIN_OPERATIONS: u64 = 60_000_000;

/// An estimate under way: first the frequencies, then the margin.
pub struct Estimate {
    sampling: Sampling,
    margin: MarginSearch,
    is_sampled: bool,
}

impl Estimate {
    /// None for a program that cannot run.
    pub fn new(scenario: &Scenario, appearances: &[Appearance]) -> Option<Self> {
        let limits = ExploreLimits { states: MARGIN_STATES, operations: MARGIN_OPERATIONS, ..ExploreLimits::default() };
        let sampling = Sampling::new(scenario, FILE_NAME, appearances.iter().cloned()).ok()?;
        let margin = scenario.prepare_margin(FILE_NAME, limits).ok()?;
        Some(Self { sampling, margin, is_sampled: false })
    }

    /// Goes on until then at the latest; what there is to tell, as soon as there is something new. With the margin it is
    /// over.
    pub fn advance(&mut self, until_ms: f64) -> Option<(Frequency, Option<Margin>)> {
        while browser::now_ms() < until_ms {
            if !self.is_sampled {
                self.is_sampled = self.sampling.advance(OPERATIONS_BETWEEN_LOOKS);
                if self.is_sampled {
                    return Some((self.sampling.frequency().clone(), None));
                }
            } else if let Some(margin) = self.margin.advance(OPERATIONS_BETWEEN_LOOKS) {
                return Some((self.sampling.frequency().clone(), Some(margin)));
            }
        }
        None
    }
}
