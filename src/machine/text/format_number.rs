//! `format(int, specification)` and `format(float, specification)`.

use super::error::{TextError, TextResult, check_text_length};
use super::float_text::{FloatStyle, float_repr, float_to_text};
use super::format_specification::{Alignment, FormatSpecification, unknown_presentation};
use super::format_text::pad;
use super::integer_text::{integer_repr, integer_to_float, magnitude_digits};
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// `format(value, specification)` for an integer (or a bool, whose type name is `bool`).
pub fn format_integer(value: &BigInt, specification: &str, type_name: &str, python_minor: u8) -> TextResult<String> {
    if specification.is_empty() {
        return integer_repr(value, python_minor);
    }
    let parsed = FormatSpecification::parse(specification, type_name, Some('d'), Alignment::Right, python_minor)?;
    match parsed.presentation {
        Some('b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n') | None => whole_number(value, &parsed, python_minor),
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => real_number(integer_to_float(value)?, &parsed),
        Some(other) => Err(unknown_presentation(other, type_name)),
    }
}

/// `format(value, specification)` for a float.
pub fn format_float(value: f64, specification: &str, type_name: &str, python_minor: u8) -> TextResult<String> {
    if specification.is_empty() {
        return Ok(float_repr(value));
    }
    let parsed = FormatSpecification::parse(specification, type_name, None, Alignment::Right, python_minor)?;
    match parsed.presentation {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => real_number(value, &parsed),
        Some(other) => Err(unknown_presentation(other, type_name)),
    }
}

/// A number taken apart: sign, prefix, digits before the point, and all from the point or exponent on.
struct NumberParts<'a> {
    negative: bool,
    prefix: &'a str,
    digits: &'a str,
    remainder: &'a str,
}

fn whole_number(value: &BigInt, specification: &FormatSpecification, python_minor: u8) -> TextResult<String> {
    if specification.precision.is_some() {
        return Err(TextError::value("Precision not allowed in integer format specifier"));
    }
    if specification.no_negative_zero {
        return Err(TextError::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if specification.presentation == Some('c') {
        return character(value, specification);
    }
    let (base, prefix) = match specification.presentation {
        Some('b') => (2, "0b"),
        Some('o') => (8, "0o"),
        Some('x') => (16, "0x"),
        Some('X') => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = magnitude_digits(value, base, python_minor)?;
    if specification.presentation == Some('X') {
        digits.make_ascii_uppercase();
    }
    let prefix = if specification.alternate { prefix } else { "" };
    let negative = value.sign() == Sign::Minus;
    lay_out(&NumberParts { negative, prefix, digits: &digits, remainder: "" }, specification)
}

/// The type `c`: the character with that code point.
fn character(value: &BigInt, specification: &FormatSpecification) -> TextResult<String> {
    if specification.sign.is_some() {
        return Err(TextError::value("Sign not allowed with integer format specifier 'c'"));
    }
    if specification.alternate {
        return Err(TextError::value("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    if value.to_i64().is_none() {
        return Err(TextError::overflow("Python int too large to convert to C long"));
    }
    let c = value
        .to_u32()
        .filter(|&code| code < 0x11_0000)
        .ok_or_else(|| TextError::overflow("%c arg not in range(0x110000)"))?;
    let c = char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER);
    pad(&c.to_string(), specification.checked_width()?, specification.fill, specification.alignment)
}

fn real_number(value: f64, specification: &FormatSpecification) -> TextResult<String> {
    if specification.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(TextError::value("precision too big"));
    }
    let percent = specification.presentation == Some('%');
    let (kind, precision) = match (specification.presentation, specification.precision) {
        // Without a type: as `repr`, or with a precision as `g` with at least one digit after the point.
        (None, None) => ('r', 0),
        (None, Some(precision)) => ('g', precision),
        (Some('%'), precision) => ('f', precision.unwrap_or(6)),
        (Some('n'), precision) => ('g', precision.unwrap_or(6)),
        (Some(kind), precision) => (kind, precision.unwrap_or(6)),
    };
    let style = FloatStyle {
        kind,
        precision,
        alternate: specification.alternate,
        add_point_zero: specification.presentation.is_none(),
        no_negative_zero: specification.no_negative_zero,
    };
    let mut text = float_to_text(if percent { value * 100.0 } else { value }, style)?;
    if percent {
        text.push('%');
    }
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let whole_length = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, remainder) = unsigned.split_at(whole_length);
    let grouped;
    let remainder = match specification.fraction_grouping {
        Some(separator) => {
            grouped = group_fraction(remainder, separator);
            &grouped
        }
        None => remainder,
    };
    lay_out(&NumberParts { negative, prefix: "", digits, remainder }, specification)
}

/// Separators among the digits after the point, counted from the point.
fn group_fraction(remainder: &str, separator: char) -> String {
    let Some(after_point) = remainder.strip_prefix('.') else { return remainder.to_owned() };
    let length = after_point.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = after_point.split_at(length);
    let mut out = String::from(".");
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 3 == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    out + rest
}

fn lay_out(parts: &NumberParts, specification: &FormatSpecification) -> TextResult<String> {
    let width = specification.checked_width()?;
    let sign = match (parts.negative, specification.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        (false, _) => "",
    };
    let around = sign.len() + parts.prefix.len() + parts.remainder.len();
    let zero_filled = specification.fill == '0' && specification.alignment == Alignment::AfterSign;
    let least = if zero_filled { width.saturating_sub(around) } else { 0 };
    let digits = if parts.digits.is_empty() {
        String::new()
    } else {
        group_digits(parts.digits, least, specification.grouping, specification.group_length())
    };
    check_text_length(digits.len() + around)?;
    let padding = width.saturating_sub(around + digits.len());
    let (left, middle, right) = match specification.alignment {
        Alignment::Left => (0, 0, padding),
        Alignment::Right => (padding, 0, 0),
        Alignment::Centre => (padding / 2, 0, padding - padding / 2),
        Alignment::AfterSign => (0, padding, 0),
    };
    let fill = |out: &mut String, count: usize| out.extend(std::iter::repeat_n(specification.fill, count));
    let mut out = String::new();
    fill(&mut out, left);
    out.push_str(sign);
    out.push_str(parts.prefix);
    fill(&mut out, middle);
    out.push_str(&digits);
    out.push_str(parts.remainder);
    fill(&mut out, right);
    Ok(out)
}

/// A number as people read it, in groups of three digits: `100,000`.
#[inline(never)] // Comes with the later part.
pub fn grouped(number: u64) -> String {
    group_digits(&number.to_string(), 0, Some(','), 3)
}

/// The digits with separators and leading zeros up to a width; never a separator in front, so the result may be one
/// longer than asked for.
fn group_digits(digits: &str, least_width: usize, separator: Option<char>, group_length: usize) -> String {
    let mut reversed = String::new();
    let mut given = digits.chars().rev();
    let mut remaining = digits.len();
    let mut place = 0;
    while remaining > 0 || reversed.len() < least_width {
        if let Some(separator) = separator
            && place > 0
            && place % group_length == 0
        {
            reversed.push(separator);
        }
        reversed.push(given.next().unwrap_or('0'));
        remaining = remaining.saturating_sub(1);
        place += 1;
    }
    reversed.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_stand_in_groups_of_three() {
        assert_eq!([0, 999, 1000, 200_000, 5_000_000].map(grouped), ["0", "999", "1,000", "200,000", "5,000,000"]);
    }
}
