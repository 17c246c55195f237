//! How long an operation on large integers takes, known before it is begun: in operations of the machine's, roughly. What
//! would take too long is refused, and what takes long is counted, so that neither a run nor a page waits for it.

use super::error::{TextError, TextResult};
use num_bigint::BigInt;

/// Multiplications of two 64-bit words that take about as long as an operation of the machine's.
const WORD_PRODUCTS_AN_OPERATION: u64 = 8;

/// The longest that one operation on integers may take: a few milliseconds natively, some forty in a browser.
const MOST_WORK: u64 = 500_000;

fn words(number: &BigInt) -> u64 {
    number.bits().div_ceil(64).max(1)
}

/// `a + b`, `a & b`, `a << b`: once over both, and the place of the result.
pub fn of_sum(a: &BigInt, b: &BigInt) -> u64 {
    (words(a) + words(b)) / WORD_PRODUCTS_AN_OPERATION
}

/// `a * b`: Karatsuba's and Toom's methods, about the power 1.5 of the length.
pub fn of_product(a: &BigInt, b: &BigInt) -> u64 {
    let (a, b) = (words(a), words(b));
    a.max(b) * (a.min(b).isqrt() * 4).min(a.min(b)) / WORD_PRODUCTS_AN_OPERATION
}

/// `a // b` or `a % b`: long division.
pub fn of_quotient(a: &BigInt, b: &BigInt) -> u64 {
    let (a, b) = (words(a), words(b));
    (a.saturating_sub(b) + 1) * b / WORD_PRODUCTS_AN_OPERATION
}

/// The greatest common divisor: a subtraction for each bit or so.
pub fn of_common_divisor(a: &BigInt, b: &BigInt) -> u64 {
    (a.bits() + b.bits()) * words(a).min(words(b)) / WORD_PRODUCTS_AN_OPERATION
}

/// `pow(base, exponent, modulus)`: a product of the modulus's length for each bit of the exponent.
pub fn of_modular_power(exponent: &BigInt, modulus: &BigInt) -> u64 {
    exponent.bits().saturating_mul(words(modulus) * words(modulus)) / WORD_PRODUCTS_AN_OPERATION
}

/// The integer square root: a few divisions by numbers of half the length.
pub fn of_square_root(a: &BigInt) -> u64 {
    words(a) * words(a) / WORD_PRODUCTS_AN_OPERATION
}

/// An error where that would take too long.
pub fn check(work: u64) -> TextResult<u64> {
    if work > MOST_WORK { Err(TextError::integer_too_large()) } else { Ok(work) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_does_with_large_integers_costs_little_and_what_would_stop_the_page_is_refused() {
        let bits = |count: u32| BigInt::from(1) << count;
        assert!(of_product(&bits(1_000), &bits(1_000)) < 50);
        assert!(check(of_product(&bits(500_000), &bits(500_000))).is_ok());
        assert!(check(of_quotient(&bits(100_000), &bits(50_000))).is_ok());
        assert!(check(of_quotient(&bits(1_000_000), &bits(500_000))).is_err());
        assert!(check(of_common_divisor(&bits(1_000), &bits(1_000))).is_ok());
        assert!(check(of_common_divisor(&bits(100_000), &bits(100_000))).is_err());
        assert!(check(of_square_root(&bits(1_000_000))).is_err());
    }
}
