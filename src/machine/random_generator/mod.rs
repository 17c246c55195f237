//! Python's `random.Random` as a value: the same seed gives the same numbers as in CPython.

pub mod distributions;
pub mod mersenne_twister;
pub mod sequences;

use crate::machine::text::elementary::nearest_float;
use crate::machine::text::{TextError, TextResult};
use mersenne_twister::MersenneTwister;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

/// The most bits that one call of `getrandbits` may ask for.
const MOST_BITS: u64 = 1 << 22;

/// The state of a `random.Random`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RandomGenerator {
    twister: MersenneTwister,
    /// The second of a pair of numbers that `gauss` has made, as bits.
    next_gauss: Option<u64>,
}

/// What `random.seed` is called with.
#[derive(Clone, Copy, Debug)]
pub enum Seed<'a> {
    Integer(&'a BigInt),
    /// A `str` (its UTF-8), `bytes` or `bytearray`.
    Bytes(&'a [u8]),
    /// Any other object that may be a seed, by its hash (a float; before 3.11 anything).
    Hash(i64),
}

impl RandomGenerator {
    /// `random.Random(seed)`.
    pub fn seeded(seed: Seed) -> Self {
        let twister = match seed {
            Seed::Integer(value) => MersenneTwister::from_integer(value),
            Seed::Bytes(bytes) => MersenneTwister::from_integer(&mersenne_twister::integer_of_bytes(bytes)),
            // The C function takes the hash as unsigned.
            Seed::Hash(hash) => MersenneTwister::from_integer(&BigInt::from(hash as u64)),
        };
        Self { twister, next_gauss: None }
    }

    /// `random.random()`: 53 bits.
    pub fn random(&mut self) -> f64 {
        let high = self.twister.next_u32() >> 5;
        let low = self.twister.next_u32() >> 6;
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// `random.getrandbits(count)`.
    pub fn bits(&mut self, count: i64, python_minor: u8) -> TextResult<BigInt> {
        if count <= 0 && python_minor < 9 {
            return Err(TextError::value("number of bits must be greater than zero"));
        }
        if count < 0 {
            return Err(TextError::value("number of bits must be non-negative"));
        }
        let count = count.unsigned_abs();
        if count > MOST_BITS {
            return Err(TextError::memory());
        }
        Ok(self.some_bits(count))
    }

    fn some_bits(&mut self, count: u64) -> BigInt {
        if count <= 64 {
            return self.few_bits(count as u32).into();
        }
        let mut words = Vec::new();
        let mut left = count;
        while left > 0 {
            let word = self.twister.next_u32();
            words.push(if left < 32 { word >> (32 - left) } else { word });
            left = left.saturating_sub(32);
        }
        BigInt::from_slice(num_bigint::Sign::Plus, &words)
    }

    /// Up to 64 bits; the low word is drawn first.
    fn few_bits(&mut self, count: u32) -> u64 {
        let mut word = |count: u32| match count {
            0 => 0,
            count => u64::from(self.twister.next_u32() >> (32 - count)),
        };
        let low = word(count.min(32));
        let high = word(count.saturating_sub(32).min(32));
        high << 32 | low
    }

    /// A whole number below a limit, by drawing until one fits (`_randbelow_with_getrandbits`).
    pub fn below(&mut self, limit: u64) -> u64 {
        if limit == 0 {
            return 0;
        }
        let count = u64::BITS - limit.leading_zeros();
        loop {
            let drawn = self.few_bits(count);
            if drawn < limit {
                return drawn;
            }
        }
    }

    /// As [`Self::below`], for limits of any size.
    pub fn below_integer(&mut self, limit: &BigInt) -> BigInt {
        if !limit.is_positive() {
            return BigInt::zero();
        }
        loop {
            let drawn = self.some_bits(limit.bits());
            if drawn < *limit {
                return drawn;
            }
        }
    }

    /// `random.randrange(start, stop, step)`; with one argument `stop` is none.
    pub fn randrange(
        &mut self,
        start: &BigInt,
        stop: Option<&BigInt>,
        step: &BigInt,
        python_minor: u8,
    ) -> TextResult<BigInt> {
        let Some(stop) = stop else {
            if start.is_positive() {
                return Ok(self.below_integer(start));
            }
            return Err(TextError::value("empty range for randrange()"));
        };
        let width = stop - start;
        let empty = || {
            TextError::value(match python_minor {
                ..=9 if *step == BigInt::from(1) => format!("empty range for randrange() ({start}, {stop}, {width})"),
                ..=9 => "empty range for randrange()".to_owned(),
                10..=11 if *step == BigInt::from(1) => {
                    format!("empty range for randrange() ({start}, {stop}, {width})")
                }
                10..=11 => "empty range for randrange()".to_owned(),
                _ if *step == BigInt::from(1) => format!("empty range in randrange({start}, {stop})"),
                _ => format!("empty range in randrange({start}, {stop}, {step})"),
            })
        };
        if step.is_zero() {
            return Err(TextError::value("zero step for randrange()"));
        }
        let count = if step.is_positive() {
            (width.clone() + step - 1u32).div_floor(step)
        } else {
            (width.clone() + step + 1u32).div_floor(step)
        };
        if !count.is_positive() {
            return Err(empty());
        }
        Ok(start + step * self.below_integer(&count))
    }

    /// `random.randint(a, b)`.
    pub fn randint(&mut self, a: &BigInt, b: &BigInt, python_minor: u8) -> TextResult<BigInt> {
        self.randrange(a, Some(&(b + 1u32)), &BigInt::from(1), python_minor)
    }

    /// `random.randbytes(count)`.
    pub fn randbytes(&mut self, count: usize) -> TextResult<Vec<u8>> {
        if count as u64 * 8 > MOST_BITS {
            return Err(TextError::memory());
        }
        let mut bytes = self.some_bits(count as u64 * 8).to_bytes_le().1;
        bytes.resize(count, 0);
        Ok(bytes)
    }

    /// A whole number up to what a float can hold exactly, times a fraction: `floor(random() * count)`.
    fn scaled_index(&mut self, count: usize) -> usize {
        let drawn = self.random() * nearest_float(&BigInt::from(count), 0);
        (drawn.floor() as usize).min(count.saturating_sub(1))
    }
}
