//! `hash()`, as `Python/pyhash.c` and `Objects/tupleobject.c` compute it.
//!
//! Equal numbers of different types have equal hashes. The hash of a string is salted in CPython, so it differs from
//! run to run; here it is fixed, as if `PYTHONHASHSEED` were set.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// The modulus of numeric hashes: 2**61 - 1.
const MODULUS: u64 = (1 << 61) - 1;
const MODULUS_BITS: i64 = 61;

/// What `hash(float('inf'))` is.
const INFINITY: i64 = 314_159;

/// -1 is the error sign of C functions and never a hash.
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// `hash(int)` for a small integer.
pub fn hash_small_integer(value: i64) -> i64 {
    let reduced = (value.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if value < 0 { -reduced } else { reduced })
}

/// `hash(int)`.
pub fn hash_integer(value: &BigInt) -> i64 {
    let reduced = (value.magnitude() % MODULUS).to_i64().unwrap_or(0);
    not_minus_one(if value.sign() == Sign::Minus { -reduced } else { reduced })
}

/// `hash(float)`; that of nan is by identity since 3.10 and 0 before: the caller decides, here it is 0.
pub fn hash_float(value: f64) -> i64 {
    if value.is_nan() {
        return 0;
    }
    if value.is_infinite() {
        return if value > 0.0 { INFINITY } else { -INFINITY };
    }
    if value == 0.0 {
        return 0;
    }
    let bits = value.abs().to_bits();
    let biased = (bits >> 52) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if biased == 0 { (fraction, -1074) } else { (fraction | 1 << 52, biased - 1075) };
    // mantissa * 2**exponent modulo 2**61 - 1: a multiplication by two is a rotation of 61 bits.
    let rotation = exponent.rem_euclid(MODULUS_BITS) as u32;
    let wide = u128::from(mantissa) << rotation;
    let reduced = (wide % u128::from(MODULUS)) as i64;
    not_minus_one(if value < 0.0 { -reduced } else { reduced })
}

/// `hash(tuple)` from the hashes of its elements: xxHash's lanes (since 3.8).
pub fn hash_tuple(elements: impl IntoIterator<Item = i64>) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let mut accumulator = PRIME_5;
    let mut length = 0u64;
    for lane in elements {
        accumulator = accumulator.wrapping_add((lane as u64).wrapping_mul(PRIME_2));
        accumulator = accumulator.rotate_left(31).wrapping_mul(PRIME_1);
        length += 1;
    }
    accumulator = accumulator.wrapping_add(length ^ (PRIME_5 ^ 3_527_539));
    if accumulator == u64::MAX { 1_546_275_796 } else { accumulator as i64 }
}

/// `hash(frozenset)` from the hashes of its elements, in any order.
pub fn hash_frozenset(elements: impl IntoIterator<Item = i64>) -> i64 {
    let mut hash = 0u64;
    let mut length = 0u64;
    for element in elements {
        let lane = element as u64;
        hash ^= ((lane ^ 89_869_747) ^ (lane << 16)).wrapping_mul(3_644_798_167);
        length += 1;
    }
    hash ^= length.wrapping_add(1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash as i64 }
}

/// `hash(bytes)` and, of its UTF-8, `hash(str)`: FNV-1a with a final mix. The empty text hashes to 0, as in CPython.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for &byte in bytes {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    not_minus_one((hash ^ (hash >> 29)) as i64)
}

/// `hash(str)`.
pub fn hash_string(text: &str) -> i64 {
    hash_bytes(text.as_bytes())
}
