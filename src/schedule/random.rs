//! Seeded chance: who goes next, whether to switch at all, and by how much sleepers are late.

use super::policy::{Choice, Policy};
use crate::machine::event::ThreadId;

/// In one of so many cases a running thread is interrupted after something that others can see.
const SWITCH_ONE_IN: u64 = 3;
/// A sleeper is late by up to this much: what a loaded laptop shows.
const LARGEST_DELAY_NS: u64 = 3_000_000;

/// A generator of the kind of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
#[derive(Clone, Copy, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    pub fn new(seed: u64) -> Self {
        Self { state: seed.wrapping_mul(0xD134_2543_DE82_EF95).wrapping_add(1) }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }
}

impl Policy for Random {
    fn choose(&mut self, choice: Choice<'_>) -> ThreadId {
        if !choice.slice_over
            && let Some(current) = choice.current
            && self.below(SWITCH_ONE_IN) != 0
        {
            return current;
        }
        choice.ready[self.below(choice.ready.len() as u64) as usize]
    }

    fn wake_delay_ns(&mut self, _thread: ThreadId) -> u64 {
        // Mostly a little late, seldom much.
        let bound = LARGEST_DELAY_NS >> self.below(8);
        self.below(bound)
    }

    fn at_visible_points(&self) -> bool {
        true
    }

    fn state(&self) -> Option<u64> {
        None
    }
}
