//! `format(str, specification)`.

use super::error::{TextError, TextResult, check_text_length};
use super::format_specification::{Alignment, FormatSpecification, unknown_presentation};

/// `format(value, specification)` for a string; the type's name is that of a subclass, if it is one.
pub fn format_string(value: &str, specification: &str, type_name: &str, python_minor: u8) -> TextResult<String> {
    if specification.is_empty() {
        return Ok(value.to_owned());
    }
    let parsed = FormatSpecification::parse(specification, type_name, Some('s'), Alignment::Left, python_minor)?;
    match parsed.presentation {
        Some('s') | None => {}
        Some(other) => return Err(unknown_presentation(other, type_name)),
    }
    if let Some(sign) = parsed.sign {
        return Err(TextError::value(if sign == ' ' && python_minor >= 9 {
            "Space not allowed in string format specifier"
        } else {
            "Sign not allowed in string format specifier"
        }));
    }
    if parsed.no_negative_zero {
        return Err(TextError::value("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if parsed.alternate {
        return Err(TextError::value("Alternate form (#) not allowed in string format specifier"));
    }
    if parsed.alignment == Alignment::AfterSign {
        return Err(TextError::value("'=' alignment not allowed in string format specifier"));
    }
    let shown: String = match parsed.precision {
        Some(limit) => value.chars().take(limit).collect(),
        None => value.to_owned(),
    };
    pad(&shown, parsed.checked_width()?, parsed.fill, parsed.alignment)
}

/// Fills a text up to a width in code points.
pub fn pad(text: &str, width: usize, fill: char, alignment: Alignment) -> TextResult<String> {
    check_text_length(width)?;
    let padding = width.saturating_sub(text.chars().count());
    let left = match alignment {
        Alignment::Left => 0,
        Alignment::Right | Alignment::AfterSign => padding,
        Alignment::Centre => padding / 2,
    };
    let mut out = String::with_capacity(text.len() + padding * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, left));
    out.push_str(text);
    out.extend(std::iter::repeat_n(fill, padding - left));
    Ok(out)
}
