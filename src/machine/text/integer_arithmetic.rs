//! Integer arithmetic with Python's rules: floor division, exact comparison with floats, bounds on what may be made.

use super::elementary::nearest_float;
use super::error::{LARGEST_INTEGER_BITS, TextError, TextResult};
use super::float_arithmetic::division_by_zero;
use super::integer_text::{integer_from_float, integer_to_float};
use super::integer_work;
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;

/// `a // b`.
pub fn floor_divide(a: &BigInt, b: &BigInt, python_minor: u8) -> TextResult<BigInt> {
    if b.is_zero() {
        return Err(division_by_zero("integer division or modulo by zero", python_minor));
    }
    integer_work::check(integer_work::of_quotient(a, b))?;
    Ok(a.div_floor(b))
}

/// `a % b`: the sign is the divisor's.
pub fn modulo(a: &BigInt, b: &BigInt, python_minor: u8) -> TextResult<BigInt> {
    if b.is_zero() {
        let old = if python_minor >= 11 { "integer modulo by zero" } else { "integer division or modulo by zero" };
        return Err(division_by_zero(old, python_minor));
    }
    integer_work::check(integer_work::of_quotient(a, b))?;
    Ok(a.mod_floor(b))
}

/// `divmod(a, b)`.
pub fn divide_modulo(a: &BigInt, b: &BigInt, python_minor: u8) -> TextResult<(BigInt, BigInt)> {
    if b.is_zero() {
        return Err(division_by_zero("integer division or modulo by zero", python_minor));
    }
    integer_work::check(integer_work::of_quotient(a, b))?;
    Ok(a.div_mod_floor(b))
}

/// `a * b`, with the bound on the size of the result.
pub fn multiply(a: &BigInt, b: &BigInt) -> TextResult<BigInt> {
    check_bits(a.bits().saturating_add(b.bits()))?;
    Ok(a * b)
}

fn check_bits(bits: u64) -> TextResult<()> {
    if bits > LARGEST_INTEGER_BITS { Err(TextError::integer_too_large()) } else { Ok(()) }
}

/// `a << count`.
pub fn shift_left(a: &BigInt, count: &BigInt) -> TextResult<BigInt> {
    if count.is_negative() {
        return Err(TextError::value("negative shift count"));
    }
    if a.is_zero() {
        return Ok(BigInt::zero());
    }
    let count = count.to_u64().ok_or_else(|| TextError::overflow("too many digits in integer"))?;
    check_bits(a.bits().saturating_add(count))?;
    Ok(a << count)
}

/// `a >> count`: rounds towards minus infinity.
pub fn shift_right(a: &BigInt, count: &BigInt) -> TextResult<BigInt> {
    if count.is_negative() {
        return Err(TextError::value("negative shift count"));
    }
    match count.to_u64().filter(|&count| count <= a.bits()) {
        Some(count) => Ok(a >> count),
        None if a.is_negative() => Ok(BigInt::from(-1)),
        None => Ok(BigInt::zero()),
    }
}

/// `base ** exponent` for an exponent that is not negative (with a negative one both become floats).
pub fn power(base: &BigInt, exponent: &BigInt) -> TextResult<BigInt> {
    if exponent.is_zero() || base.is_one() {
        return Ok(BigInt::one());
    }
    if base.is_zero() {
        return Ok(BigInt::zero());
    }
    if *base == BigInt::from(-1) {
        return Ok(if exponent.is_even() { BigInt::one() } else { BigInt::from(-1) });
    }
    let exponent = exponent.to_u32().ok_or_else(TextError::integer_too_large)?;
    // The result has at least (bits - 1) * exponent bits.
    check_bits((base.bits() - 1).saturating_mul(u64::from(exponent)))?;
    Ok(base.pow(exponent))
}

/// `pow(base, exponent, modulus)`.
pub fn power_modulo(base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> TextResult<BigInt> {
    if modulus.is_zero() {
        return Err(TextError::value("pow() 3rd argument cannot be 0"));
    }
    integer_work::check(integer_work::of_quotient(base, modulus))?;
    integer_work::check(integer_work::of_modular_power(exponent, modulus))?;
    if !exponent.is_negative() {
        let positive = base.mod_floor(modulus).modpow(exponent, &modulus.abs());
        return Ok(positive.mod_floor(modulus));
    }
    let inverse =
        base.modinv(&modulus.abs()).ok_or_else(|| TextError::value("base is not invertible for the given modulus"))?;
    Ok(inverse.modpow(&-exponent, &modulus.abs()).mod_floor(modulus))
}

/// `a / b`: the float nearest to the true quotient, half to even.
pub fn true_divide(a: &BigInt, b: &BigInt) -> TextResult<f64> {
    if b.is_zero() {
        return Err(TextError::zero_division("division by zero"));
    }
    if a.is_zero() {
        return Ok(if b.is_negative() { -0.0 } else { 0.0 });
    }
    let too_large = || TextError::overflow("integer division result too large for a float");
    let negative = a.is_negative() != b.is_negative();
    // Scaled so that the quotient has 66 or 67 bits (or fewer for results in the subnormal range, whose last bit is
    // worth 2**-1074): the remainder then only says whether the last bit is sticky.
    let size = a.bits() as i64 - b.bits() as i64;
    let mut shift = 66 - size;
    shift = shift.min(1074 + 2);
    let (numerator, denominator) = if shift >= 0 {
        (a.magnitude() << shift as u64, b.magnitude().clone())
    } else {
        (a.magnitude().clone(), b.magnitude() << shift.unsigned_abs())
    };
    if size > 1100 {
        return Err(too_large());
    }
    let (quotient, remainder) = numerator.div_rem(&denominator);
    let mut quotient = BigInt::from(quotient);
    if !remainder.is_zero() && quotient.is_even() {
        quotient += 1;
    }
    let result = nearest_float(&quotient, -shift);
    if result.is_infinite() {
        return Err(too_large());
    }
    Ok(if negative { -result } else { result })
}

/// The exact order of an integer and a float; none for nan.
pub fn compare_with_float(a: &BigInt, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    if b.is_infinite() {
        return Some(if b > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let whole = integer_from_float(b).ok()?;
    Some(a.cmp(&whole).then_with(|| 0.0_f64.partial_cmp(&b.fract()).unwrap_or(Ordering::Equal)))
}

/// `int.bit_length()`.
pub fn bit_length(value: &BigInt) -> u64 {
    value.bits()
}

/// `int.bit_count()`.
pub fn bit_count(value: &BigInt) -> u64 {
    value.magnitude().count_ones()
}

/// `round(value, digits)` for negative digits: to the nearest multiple of a power of ten, half to even.
pub fn round_to_digits(value: &BigInt, digits: i64) -> TextResult<BigInt> {
    if digits >= 0 {
        return Ok(value.clone());
    }
    let places = u32::try_from(digits.unsigned_abs()).ok().filter(|&places| u64::from(places) <= value.bits());
    let Some(places) = places else { return Ok(BigInt::zero()) };
    let unit = BigInt::from(10).pow(places);
    let (quotient, remainder) = value.div_mod_floor(&unit);
    let twice: BigInt = remainder * 2;
    let up = match twice.cmp(&unit) {
        Ordering::Less => false,
        Ordering::Equal => quotient.is_odd(),
        Ordering::Greater => true,
    };
    Ok((quotient + i32::from(up)) * unit)
}

/// `int.to_bytes(length, byteorder, signed=signed)`.
pub fn to_bytes(value: &BigInt, length: usize, little_endian: bool, signed: bool) -> TextResult<Vec<u8>> {
    super::error::check_text_length(length)?;
    if value.is_negative() && !signed {
        return Err(TextError::overflow("can't convert negative int to unsigned"));
    }
    let (mut bytes, filler) = if signed {
        (value.to_signed_bytes_le(), if value.is_negative() { 0xff } else { 0 })
    } else {
        (value.magnitude().to_bytes_le(), 0)
    };
    if value.is_zero() {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(TextError::overflow("int too big to convert"));
    }
    bytes.resize(length, filler);
    if !little_endian {
        bytes.reverse();
    }
    Ok(bytes)
}

/// `int.from_bytes(bytes, byteorder, signed=signed)`.
pub fn from_bytes(bytes: &[u8], little_endian: bool, signed: bool) -> BigInt {
    match (signed, little_endian) {
        (true, true) => BigInt::from_signed_bytes_le(bytes),
        (true, false) => BigInt::from_signed_bytes_be(bytes),
        (false, true) => BigInt::from_bytes_le(Sign::Plus, bytes),
        (false, false) => BigInt::from_bytes_be(Sign::Plus, bytes),
    }
}

/// `math.isqrt(value)`.
pub fn integer_square_root(value: &BigInt) -> TextResult<BigInt> {
    if value.is_negative() {
        return Err(TextError::value("isqrt() argument must be nonnegative"));
    }
    integer_work::check(integer_work::of_square_root(value))?;
    Ok(value.sqrt())
}

/// `float.as_integer_ratio()`.
pub fn integer_ratio(value: f64) -> TextResult<(BigInt, BigInt)> {
    if value.is_nan() {
        return Err(TextError::value("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(TextError::overflow("cannot convert Infinity to integer ratio"));
    }
    let mut scaled_value = value;
    let mut shift = 0u64;
    // A double becomes whole after at most 1074 doublings.
    while scaled_value.fract() != 0.0 {
        scaled_value *= 2.0;
        shift += 1;
    }
    Ok((integer_from_float(scaled_value)?, BigInt::one() << shift))
}

/// An integer as a float where Python converts silently (`1 + 0.5`).
pub fn as_float(value: &BigInt) -> TextResult<f64> {
    integer_to_float(value)
}
