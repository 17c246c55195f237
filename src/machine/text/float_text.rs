//! Floats to text and back, as `Python/pystrtod.c` and `Python/dtoa.c` do.

use super::character::decimal_value;
use super::error::{LONGEST_TEXT, TextError, TextResult, check_text_length};
use super::repr::string_repr;

/// More significant digits than any double has in its exact decimal expansion (767): beyond them all digits are 0.
const MOST_SIGNIFICANT_DIGITS: usize = 770;
/// More digits after the point than any double has in its exact decimal expansion (1074).
const MOST_FRACTION_DIGITS: usize = 1080;

/// With fewer digits there are no two shortest texts of a float that are equally near.
const SHORTEST_IN_DOUBT: usize = 15;

/// The digits of a finite float without trailing zeros, and where the decimal point stands relative to their start:
/// the value is `0.DIGITS * 10**point`. Zero is `"0"` with the point at 1, as `_Py_dg_dtoa` has it.
struct Decimal {
    digits: String,
    point: i64,
}

impl Decimal {
    /// From the text `d.ddde±x` that Rust writes, which is correctly rounded.
    fn from_exponent_text(text: &str) -> Self {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_end_matches('0');
        if digits.is_empty() {
            return Self { digits: "0".into(), point: 1 };
        }
        Self { digits: digits.into(), point: exponent.parse::<i64>().unwrap_or(0) + 1 }
    }

    /// The shortest digits that read back as the same float; of two that are equally near, those that end evenly.
    fn shortest(value: f64) -> Self {
        let found = Self::from_exponent_text(&format!("{:e}", value.abs()));
        if found.digits.len() < SHORTEST_IN_DOUBT {
            return found;
        }
        let rounded = format!("{:.*e}", found.digits.len() - 1, value.abs());
        let reads_back = rounded.parse() == Ok(value.abs());
        if reads_back { Self::from_exponent_text(&rounded) } else { found }
    }

    /// Correctly rounded (half to even) to that many significant digits.
    fn significant(value: f64, count: usize) -> Self {
        let count = count.clamp(1, MOST_SIGNIFICANT_DIGITS);
        Self::from_exponent_text(&format!("{:.*e}", count - 1, value.abs()))
    }

    /// Correctly rounded (half to even) to that many digits after the point. What rounds to zero has no digits.
    fn fixed(value: f64, fraction_digits: usize) -> Self {
        if value == 0.0 {
            return Self { digits: "0".into(), point: 1 };
        }
        let fraction_digits = fraction_digits.min(MOST_FRACTION_DIGITS);
        let text = format!("{:.*}", fraction_digits, value.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let all = format!("{whole}{fraction}");
        let kept = all.trim_start_matches('0');
        let point = whole.len() as i64 - (all.len() - kept.len()) as i64;
        Self { digits: kept.trim_end_matches('0').into(), point }
    }
}

/// How a float is to be written; the letters are those of format specifications, `r` is `repr`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloatStyle {
    /// One of `e`, `f`, `g`, `r` (`E`, `F`, `G` for capital letters).
    pub kind: char,
    pub precision: usize,
    /// `#`: a point even where nothing follows it, and `g` keeps its zeros.
    pub alternate: bool,
    /// Add `.0` where there would be neither point nor exponent.
    pub add_point_zero: bool,
    /// `z`: no minus sign on what rounds to zero.
    pub no_negative_zero: bool,
}

/// `PyOS_double_to_string`.
pub fn float_to_text(value: f64, style: FloatStyle) -> TextResult<String> {
    check_text_length(style.precision)?;
    let capital = style.kind.is_ascii_uppercase();
    let kind = style.kind.to_ascii_lowercase();
    let sign = value.is_sign_negative() && !value.is_nan();
    if !value.is_finite() {
        let word = if value.is_nan() { "nan" } else { "inf" };
        let word = if capital { word.to_ascii_uppercase() } else { word.to_owned() };
        return Ok(if sign { format!("-{word}") } else { word });
    }
    let mut precision = style.precision;
    let decimal = match kind {
        'e' => Decimal::significant(value, precision.saturating_add(1)),
        'f' => Decimal::fixed(value, precision),
        'g' => {
            precision = precision.max(1);
            Decimal::significant(value, precision)
        }
        _ => Decimal::shortest(value),
    };
    let is_zero = decimal.digits.is_empty() || decimal.digits == "0";
    let negative = sign && !(style.no_negative_zero && is_zero);
    let digits_end = decimal.digits.len() as i64;
    let mut point = decimal.point;
    if decimal.digits.is_empty() {
        // Rounded to nothing: zeros to the last place that was asked for.
        point = -(precision as i64);
    }
    // Up to where there are digits, counted from the first one; those that are not there are zeros.
    let (mut shown_end, with_exponent) = match kind {
        'e' => (precision as i64 + 1, true),
        'f' => (point.saturating_add(precision as i64), false),
        'g' => {
            let limit = precision as i64 - i64::from(style.add_point_zero);
            (if style.alternate { precision as i64 } else { digits_end }, point <= -4 || point > limit)
        }
        _ => (digits_end, point <= -4 || point > 16),
    };
    let exponent = point - 1;
    if with_exponent {
        point = 1;
    }
    let shown_start = if point <= 0 { point - 1 } else { 0 };
    shown_end = if !with_exponent && style.add_point_zero { shown_end.max(point + 1) } else { shown_end.max(point) };

    let mut out = String::new();
    if negative {
        out.push('-');
    }
    if (shown_end - shown_start) as usize > LONGEST_TEXT {
        return Err(TextError::memory());
    }
    for place in shown_start..shown_end {
        if place == point {
            out.push('.');
        }
        let digit = usize::try_from(place).ok().and_then(|at| decimal.digits.as_bytes().get(at)).copied();
        out.push(digit.map_or('0', char::from));
    }
    if shown_end == point && style.alternate {
        out.push('.');
    }
    if with_exponent {
        out.push(if capital { 'E' } else { 'e' });
        out.push(if exponent < 0 { '-' } else { '+' });
        out.push_str(&format!("{:02}", exponent.abs()));
    }
    Ok(out)
}

/// `repr(float)`: the shortest text that reads back as the same float.
pub fn float_repr(value: f64) -> String {
    let style = FloatStyle { kind: 'r', precision: 0, alternate: false, add_point_zero: true, no_negative_zero: false };
    // The only error is about a precision that is too large, and there is none here.
    float_to_text(value, style).unwrap_or_default()
}

/// `float(text)`: white space around, single underscores between digits, `inf`, `infinity` and `nan` in any case.
pub fn parse_float(text: &str, python_minor: u8) -> TextResult<f64> {
    parse_float_literal(text).ok_or_else(|| {
        // Before 3.10 a blank text was shown as an empty one.
        let shown = if python_minor < 10 && text.chars().all(super::character::is_space) { "" } else { text };
        TextError::value(format!("could not convert string to float: {}", string_repr(shown)))
    })
}

fn parse_float_literal(text: &str) -> Option<f64> {
    let trimmed = text.trim_matches(super::character::is_space);
    // Decimal digits of every script count as 0 to 9.
    let ascii: String = trimmed.chars().map(|c| decimal_value(c).map_or(c, |digit| char::from(b'0' + digit))).collect();
    let (negative, unsigned) = match ascii.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, ascii.strip_prefix('+').unwrap_or(&ascii)),
    };
    let word = unsigned.to_ascii_lowercase();
    let magnitude = match word.as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => parse_decimal(unsigned)?,
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// `digits[.digits][e[sign]digits]` with underscores between digits.
fn parse_decimal(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    let mut plain = String::with_capacity(text.len());
    let (mut mantissa_digits, mut exponent_digits) = (0usize, 0usize);
    let (mut seen_point, mut seen_exponent) = (false, false);
    for (at, &byte) in bytes.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|index| bytes.get(index));
        match byte {
            b'0'..=b'9' if seen_exponent => exponent_digits += 1,
            b'0'..=b'9' => mantissa_digits += 1,
            b'_' => {
                let between =
                    previous.is_some_and(u8::is_ascii_digit) && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
                if !between {
                    return None;
                }
                continue;
            }
            b'.' if !seen_point && !seen_exponent => seen_point = true,
            b'e' | b'E' if !seen_exponent && mantissa_digits > 0 => seen_exponent = true,
            b'+' | b'-' if matches!(previous, Some(b'e' | b'E')) => {}
            _ => return None,
        }
        plain.push(char::from(byte));
    }
    if mantissa_digits == 0 || (seen_exponent && exponent_digits == 0) {
        return None;
    }
    plain.parse().ok()
}

/// `float.hex()`.
pub fn float_hex(value: f64) -> String {
    if !value.is_finite() {
        return float_repr(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = value.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let biased = (bits >> 52 & 0x7ff) as i64;
    let (lead, exponent) = if biased == 0 { (0, -1022) } else { (1, biased - 1023) };
    let exponent_sign = if exponent < 0 { '-' } else { '+' };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent_sign}{}", exponent.abs())
}

/// `float.fromhex(text)`: a sign, `inf`, `nan`, or hexadecimal digits with a point and a binary exponent.
pub fn parse_float_hex(text: &str) -> TextResult<f64> {
    let invalid = || TextError::value("invalid hexadecimal floating-point string");
    let trimmed = text.trim_matches(super::character::is_space);
    let (negative, unsigned) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let lower = unsigned.to_ascii_lowercase();
    let magnitude = match lower.as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => {
            let value = parse_hexadecimal(lower.strip_prefix("0x").unwrap_or(&lower)).ok_or_else(invalid)?;
            if value.is_infinite() {
                return Err(TextError::overflow("hexadecimal value too large to represent as a float"));
            }
            value
        }
    };
    Ok(if negative { -magnitude } else { magnitude })
}

fn parse_hexadecimal(text: &str) -> Option<f64> {
    let (mantissa, exponent) = match text.split_once('p') {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let number = num_bigint::BigInt::parse_bytes(digits.as_bytes(), 16)?;
    Some(super::elementary::nearest_float(&number, i64::from(exponent) - 4 * fraction.len() as i64))
}
