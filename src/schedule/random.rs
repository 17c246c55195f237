//! Seeded chance: who goes next, whether to switch at all, and by how much sleepers are late.

use super::policy::{Choice, Policy};
use crate::machine::event::ThreadId;

/// In one of so many cases a running thread is interrupted after something that others can see.
const SWITCH_ONE_IN: u64 = 3;
/// A sleeper is late by up to one of these, each as likely: mostly not at all, as on an idle machine, then by as much as
/// a few operations take, and more and more, up to the default race window, which is what a loaded machine shows.
const LARGEST_DELAYS_NS: [u64; 7] = [0, 0, 0, 3_000, 20_000, 1_000_000, 20_000_000];

/// The constants above, in words.
pub const JITTER_MODEL: &str = "In a random run a thread is interrupted in one of three cases after something that \
    others can see, and whoever goes on is drawn by lot; a sleeper is late by chance: three times in seven not at all, \
    else by up to 3 µs, 20 µs, 1 ms or 20 ms, each as likely. A real machine has its own chances.";

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

    fn wake_delay_ns(&mut self, _thread: ThreadId) -> Option<u64> {
        let largest_ns = LARGEST_DELAYS_NS[self.below(LARGEST_DELAYS_NS.len() as u64) as usize];
        Some(self.below(largest_ns))
    }

    fn at_visible_points(&self) -> bool {
        true
    }

    fn state(&self) -> Option<u64> {
        None
    }
}
