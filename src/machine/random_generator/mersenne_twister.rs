//! The Mersenne Twister MT19937 of Matsumoto and Nishimura, seeded as `Modules/_randommodule.c` seeds it.

use num_bigint::BigInt;
use sha2::{Digest, Sha512};
use std::sync::Arc;

const SIZE: usize = 624;
const MIDDLE: usize = 397;

/// The generator's state; a copy shares it until one of both draws the next block of numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MersenneTwister {
    words: Arc<[u32; SIZE]>,
    /// How many of the block have been drawn.
    drawn: u16,
}

/// A text or bytes as the seed that Python makes of it (version 2): followed by its SHA-512, as one big number.
pub fn integer_of_bytes(bytes: &[u8]) -> BigInt {
    let mut all = bytes.to_vec();
    all.extend_from_slice(&Sha512::digest(bytes));
    BigInt::from_bytes_be(num_bigint::Sign::Plus, &all)
}

impl MersenneTwister {
    /// From the 32-bit digits of an integer's magnitude, the lowest first.
    pub fn from_integer(seed: &BigInt) -> Self {
        let digits = seed.magnitude().to_u32_digits();
        Self::from_array(if digits.is_empty() { &[0] } else { &digits })
    }

    fn from_number(seed: u32) -> [u32; SIZE] {
        let mut words = [0; SIZE];
        let mut previous = seed;
        for (at, word) in words.iter_mut().enumerate() {
            if at > 0 {
                previous = 1_812_433_253u32.wrapping_mul(previous ^ (previous >> 30)).wrapping_add(at as u32);
            }
            *word = previous;
        }
        words
    }

    /// `init_by_array`.
    fn from_array(key: &[u32]) -> Self {
        let mut words = Self::from_number(19_650_218);
        let mut at = 1;
        let mut in_key = 0;
        let mix = |words: &[u32; SIZE], at: usize, factor: u32| {
            let previous = words[at - 1];
            words[at] ^ (previous ^ (previous >> 30)).wrapping_mul(factor)
        };
        let advance = |words: &mut [u32; SIZE], at: usize| {
            if at + 1 < SIZE {
                return at + 1;
            }
            words[0] = words[SIZE - 1];
            1
        };
        for _ in 0..SIZE.max(key.len()) {
            let from_key = key.get(in_key).copied().unwrap_or(0);
            words[at] = mix(&words, at, 1_664_525).wrapping_add(from_key).wrapping_add(in_key as u32);
            at = advance(&mut words, at);
            in_key = if in_key + 1 < key.len() { in_key + 1 } else { 0 };
        }
        for _ in 1..SIZE {
            words[at] = mix(&words, at, 1_566_083_941).wrapping_sub(at as u32);
            at = advance(&mut words, at);
        }
        words[0] = 0x8000_0000;
        Self { words: Arc::new(words), drawn: SIZE as u16 }
    }

    /// The next block of numbers.
    fn twist(&mut self) {
        let words = Arc::make_mut(&mut self.words);
        for at in 0..SIZE {
            let joined = (words[at] & 0x8000_0000) | (words[(at + 1) % SIZE] & 0x7fff_ffff);
            let odd = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            words[at] = words[(at + MIDDLE) % SIZE] ^ (joined >> 1) ^ odd;
        }
        self.drawn = 0;
    }

    pub fn next_u32(&mut self) -> u32 {
        if usize::from(self.drawn) >= SIZE {
            self.twist();
        }
        let mut word = self.words[usize::from(self.drawn)];
        self.drawn += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }
}
