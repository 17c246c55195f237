//! Integers to text and back, as `Objects/longobject.c` does.

use super::character::{decimal_value, is_space};
use super::elementary::nearest_float;
use super::error::{TextError, TextResult};
use super::repr::string_repr;
use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{Signed, Zero};

/// `sys.get_int_max_str_digits()`: decimal conversions of longer integers are refused.
pub const MOST_DECIMAL_DIGITS: usize = 4300;

/// An integer with that many bits has at most [`MOST_DECIMAL_DIGITS`] digits; one with more may have more.
const SURELY_SHORT_BITS: u64 = 14_280;

/// The error for an integer with more than [`MOST_DECIMAL_DIGITS`] digits.
fn too_many_digits(digits_in_text: Option<usize>, python_minor: u8) -> TextError {
    let unit = if python_minor >= 11 { " digits" } else { "" };
    let value = digits_in_text.map(|count| format!(": value has {count} digits")).unwrap_or_default();
    TextError::value(format!(
        "Exceeds the limit ({MOST_DECIMAL_DIGITS}{unit}) for integer string conversion{value}; \
         use sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// `repr(int)`.
pub fn integer_repr(value: &BigInt, python_minor: u8) -> TextResult<String> {
    if value.bits() > SURELY_SHORT_BITS {
        // Far beyond the limit the digits are not even made: that would take long.
        let surely_long = value.bits() > SURELY_SHORT_BITS + 100;
        if surely_long || value.magnitude().to_string().len() > MOST_DECIMAL_DIGITS {
            return Err(too_many_digits(None, python_minor));
        }
    }
    Ok(value.to_string())
}

/// The digits of a magnitude in base 2, 8, 10 or 16, without prefix.
pub fn magnitude_digits(value: &BigInt, base: u32, python_minor: u8) -> TextResult<String> {
    if base == 10 {
        return Ok(integer_repr(value, python_minor)?.trim_start_matches('-').to_owned());
    }
    Ok(value.magnitude().to_str_radix(base))
}

/// `bin(x)`, `oct(x)`, `hex(x)`: with prefix.
pub fn integer_in_base(value: &BigInt, base: u32) -> String {
    let prefix = match base {
        2 => "0b",
        8 => "0o",
        _ => "0x",
    };
    let sign = if value.sign() == Sign::Minus { "-" } else { "" };
    format!("{sign}{prefix}{}", value.magnitude().to_str_radix(base))
}

/// `int(text, base)`: base 0 reads the prefix; single underscores between digits (and after a prefix).
pub fn parse_integer(text: &str, base: u32, python_minor: u8) -> TextResult<BigInt> {
    if base == 1 || base > 36 {
        return Err(TextError::value("int() base must be >= 2 and <= 36, or 0"));
    }
    let invalid = || {
        let shown: String = string_repr(text).chars().take(200).collect();
        TextError::value(format!("invalid literal for int() with base {base}: {shown}"))
    };
    let plain: String = text
        .trim_matches(is_space)
        .chars()
        .map(|c| decimal_value(c).map_or(c, |digit| char::from(b'0' + digit)))
        .collect();
    let (negative, unsigned) = match plain.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let prefixed = |letter: char| {
        let rest = unsigned.strip_prefix('0')?.strip_prefix([letter, letter.to_ascii_uppercase()])?;
        // One underscore may follow the prefix.
        Some(rest.strip_prefix('_').unwrap_or(rest))
    };
    let (radix, digits, must_be_zero) = match base {
        0 => match (prefixed('x'), prefixed('o'), prefixed('b')) {
            (Some(rest), _, _) => (16, rest, false),
            (_, Some(rest), _) => (8, rest, false),
            (_, _, Some(rest)) => (2, rest, false),
            // `010` is neither an old octal nor ten; `00` is zero.
            _ => (10, unsigned, unsigned.starts_with('0')),
        },
        16 => (16, prefixed('x').unwrap_or(unsigned), false),
        8 => (8, prefixed('o').unwrap_or(unsigned), false),
        2 => (2, prefixed('b').unwrap_or(unsigned), false),
        other => (other, unsigned, false),
    };
    let mut values = Vec::with_capacity(digits.len());
    let mut after_underscore = true;
    for c in digits.chars() {
        if c == '_' && !after_underscore {
            after_underscore = true;
            continue;
        }
        values.push(c.to_digit(radix).ok_or_else(invalid)? as u8);
        after_underscore = false;
    }
    if after_underscore {
        return Err(invalid());
    }
    if !radix.is_power_of_two() && values.len() > MOST_DECIMAL_DIGITS {
        return Err(too_many_digits(Some(values.len()), python_minor));
    }
    let magnitude = BigUint::from_radix_be(&values, radix).ok_or_else(invalid)?;
    if must_be_zero && !magnitude.is_zero() {
        return Err(invalid());
    }
    Ok(BigInt::from_biguint(if negative { Sign::Minus } else { Sign::Plus }, magnitude))
}

/// `int(float)`.
pub fn integer_from_float(value: f64) -> TextResult<BigInt> {
    if value.is_nan() {
        return Err(TextError::value("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(TextError::overflow("cannot convert float infinity to integer"));
    }
    let truncated = value.trunc();
    if truncated.abs() < 9e18 {
        return Ok(BigInt::from(truncated as i64));
    }
    let bits = truncated.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64 - 1075;
    let mantissa = BigInt::from(bits & ((1 << 52) - 1) | 1 << 52) << exponent.max(0) as u64;
    Ok(if truncated < 0.0 { -mantissa } else { mantissa })
}

/// `float(int)`: correctly rounded, half to even.
pub fn integer_to_float(value: &BigInt) -> TextResult<f64> {
    let too_large = || TextError::overflow("int too large to convert to float");
    let bits = value.bits();
    if bits > 1024 {
        return Err(too_large());
    }
    let result = nearest_float(&value.abs(), 0);
    if result.is_infinite() {
        return Err(too_large());
    }
    Ok(if value.sign() == Sign::Minus { -result } else { result })
}
