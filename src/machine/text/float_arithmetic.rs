//! Float arithmetic with Python's rules (`Objects/floatobject.c`).

use super::error::{TextError, TextResult};
use super::integer_text::integer_from_float;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::One;

/// Since 3.14 every division by zero says the same.
pub fn division_by_zero(before_3_14: &str, python_minor: u8) -> TextError {
    TextError::zero_division(if python_minor >= 14 { "division by zero" } else { before_3_14 })
}

/// `a / b`.
pub fn divide(a: f64, b: f64, python_minor: u8) -> TextResult<f64> {
    if b == 0.0 {
        return Err(division_by_zero("float division by zero", python_minor));
    }
    Ok(a / b)
}

/// `a % b`: the sign is the divisor's.
pub fn modulo(a: f64, b: f64, python_minor: u8) -> TextResult<f64> {
    if b == 0.0 {
        let old = if python_minor >= 13 { "float modulo by zero" } else { "float modulo" };
        return Err(division_by_zero(old, python_minor));
    }
    Ok(floor_and_remainder(a, b).1)
}

/// `a // b`.
pub fn floor_divide(a: f64, b: f64, python_minor: u8) -> TextResult<f64> {
    if b == 0.0 {
        let old = if python_minor >= 9 { "float floor division by zero" } else { "float divmod()" };
        return Err(division_by_zero(old, python_minor));
    }
    Ok(floor_and_remainder(a, b).0)
}

/// `divmod(a, b)`.
pub fn divide_modulo(a: f64, b: f64, python_minor: u8) -> TextResult<(f64, f64)> {
    if b == 0.0 {
        return Err(division_by_zero("float divmod()", python_minor));
    }
    Ok(floor_and_remainder(a, b))
}

/// The rules of `_float_div_mod`: the remainder is exact, the quotient is snapped to the nearest whole number.
fn floor_and_remainder(a: f64, b: f64) -> (f64, f64) {
    let mut remainder = a % b;
    let mut quotient = (a - remainder) / b;
    if remainder == 0.0 {
        remainder = 0.0_f64.copysign(b);
    } else if (b < 0.0) != (remainder < 0.0) {
        remainder += b;
        quotient -= 1.0;
    }
    let floor = if quotient == 0.0 {
        0.0_f64.copysign(a / b)
    } else {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    };
    (floor, remainder)
}

/// What `a ** b` gives for floats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Power {
    Real(f64),
    /// A negative number to a power that is not whole: a complex number in Python.
    Complex,
}

/// `a ** b`.
pub fn power(a: f64, b: f64, python_minor: u8) -> TextResult<Power> {
    let whole = b.is_infinite() || b == b.floor();
    if b == 0.0 || a == 1.0 {
        return Ok(Power::Real(1.0));
    }
    if a == 0.0 && b < 0.0 && b.is_finite() {
        let old = "0.0 cannot be raised to a negative power";
        return Err(TextError::zero_division(if python_minor >= 14 { "zero to a negative power" } else { old }));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && !whole {
        return Ok(Power::Complex);
    }
    let result = super::elementary::power(a, b);
    if result.is_infinite() && a.is_finite() && b.is_finite() {
        return Err(TextError::overflow("(34, 'Numerical result out of range')"));
    }
    Ok(Power::Real(result))
}

/// `round(x)`: half to even.
pub fn round_to_integer(value: f64) -> TextResult<BigInt> {
    integer_from_float(value.round_ties_even())
}

/// `round(x, digits)`: correctly rounded from the exact value, half to even.
pub fn round_to_digits(value: f64, digits: i64) -> TextResult<f64> {
    // Beyond these a float is either its own rounding or rounds to zero (`NDIGITS_MAX`, `NDIGITS_MIN`).
    if !value.is_finite() || digits > 323 {
        return Ok(value);
    }
    if digits < -308 {
        return Ok(0.0 * value);
    }
    if digits >= 0 {
        return Ok(format!("{value:.*}", digits as usize).parse().unwrap_or(value));
    }
    let unit = BigInt::from(10).pow(digits.unsigned_abs() as u32);
    let magnitude = value.abs();
    let whole = integer_from_float(magnitude)?;
    let (quotient, remainder) = whole.div_mod_floor(&unit);
    let twice: BigInt = remainder * 2;
    let above_half = twice > unit || (twice == unit && (magnitude.fract() > 0.0 || quotient.is_odd()));
    let rounded = if above_half { quotient + BigInt::one() } else { quotient };
    let result: f64 = format!("{rounded}e{}", digits.unsigned_abs()).parse().unwrap_or(magnitude);
    if result.is_infinite() {
        return Err(TextError::overflow("rounded value too large to represent"));
    }
    Ok(result.copysign(value))
}

/// `float.is_integer()`.
pub fn is_integer(value: f64) -> bool {
    value.is_finite() && value.fract() == 0.0
}
