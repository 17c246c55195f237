//! The race margin: by how many milliseconds sleeps and waits would have to be off for something else to come out.
//!
//! With a race window of nothing only what is due at the same moment races. The margin is the smallest window with which
//! there are other outcomes than with none.

use super::outcome::Fates;
use super::{Exploration, ExploreLimits};
use crate::machine::Machine;
use crate::machine::fingerprint::Fingerprint;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const NS_PER_MS: u64 = 1_000_000;
/// Nobody asks about a machine that is a minute late.
const LARGEST_MS: u64 = 60_000;

/// What was found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Margin {
    /// Things are due at the same moment and it matters which comes first.
    None,
    /// If something is late by so much, something else can come out; with a millisecond less it cannot.
    Milliseconds(u64),
    /// Nothing else comes out, however late something is (by a minute at the most).
    Any,
    /// There are too many schedules to tell.
    Unknown,
}

/// The finding out of a margin, in progress.
pub struct MarginSearch {
    start: Machine,
    limits: ExploreLimits,
    exploration: Exploration,
    window_ms: u64,
    /// The outcomes without a window.
    first: Option<BTreeSet<(Fates, Fingerprint)>>,
    /// The largest window that is known to change nothing, the smallest that is known to.
    same_ms: u64,
    other_ms: Option<u64>,
    margin: Option<Margin>,
}

impl MarginSearch {
    pub fn new(start: Machine, limits: ExploreLimits) -> Self {
        let exploration = Exploration::without_witnesses(start.clone(), limits, 0);
        Self { start, limits, exploration, window_ms: 0, first: None, same_ms: 0, other_ms: None, margin: None }
    }

    /// Goes on for about so many operations; what was found out, when that is so.
    pub fn advance(&mut self, operations: u64) -> Option<Margin> {
        if self.margin.is_none() && self.exploration.advance(operations) {
            self.look();
        }
        self.margin
    }

    /// To the end.
    pub fn finish(mut self) -> Margin {
        loop {
            if let Some(margin) = self.advance(u64::MAX / 2) {
                return margin;
            }
        }
    }

    /// An exploration is over: which comes next?
    fn look(&mut self) {
        if !self.exploration.explored().is_complete() {
            self.margin = Some(self.other_ms.map_or(Margin::Unknown, Margin::Milliseconds));
            return;
        }
        let outcomes: BTreeSet<_> = self.exploration.keys().iter().cloned().collect();
        match &self.first {
            None if outcomes.len() > 1 => {
                self.margin = Some(Margin::None);
                return;
            }
            None => self.first = Some(outcomes),
            Some(first) if *first == outcomes => self.same_ms = self.window_ms,
            Some(_) => self.other_ms = Some(self.window_ms),
        }
        let next_ms = match self.other_ms {
            Some(other_ms) if other_ms - self.same_ms <= 1 => {
                self.margin = Some(Margin::Milliseconds(other_ms));
                return;
            }
            Some(other_ms) => self.same_ms + (other_ms - self.same_ms) / 2,
            None if self.same_ms >= LARGEST_MS => {
                self.margin = Some(Margin::Any);
                return;
            }
            None => (self.same_ms * 4).clamp(1, LARGEST_MS),
        };
        self.window_ms = next_ms;
        self.exploration = Exploration::without_witnesses(self.start.clone(), self.limits, next_ms * NS_PER_MS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn margin_of(text: &str) -> Margin {
        let start = crate::stdlib::load(text, "program.py", &Default::default()).unwrap();
        MarginSearch::new(start, ExploreLimits::default()).finish()
    }

    fn daemon_and_main(daemon_s: &str, main_s: &str) -> String {
        format!(
            "import threading, time\ndef work():\n    time.sleep({daemon_s})\n    print('done')\n\
             threading.Thread(target=work, daemon=True).start()\ntime.sleep({main_s})\n"
        )
    }

    #[test]
    fn sleeps_of_the_same_length_have_no_margin() {
        assert_eq!(margin_of(&daemon_and_main("1", "1")), Margin::None);
    }

    #[test]
    fn the_margin_is_the_difference_of_the_sleeps() {
        assert_eq!(margin_of(&daemon_and_main("1", "1.25")), Margin::Milliseconds(250));
        assert_eq!(margin_of(&daemon_and_main("1.003", "1")), Margin::Milliseconds(3));
    }

    #[test]
    fn what_is_joined_comes_out_the_same_however_late_it_is() {
        let text = "import threading, time\nt = threading.Thread(target=time.sleep, args=(1,))\nt.start()\nt.join()\n";
        assert_eq!(margin_of(text), Margin::Any);
    }
}
