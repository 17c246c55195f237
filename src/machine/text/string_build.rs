//! The operations on `str` that make longer texts: padding, repetition, joining.

use super::error::{TextError, TextResult, check_text_length};
use super::format_specification::Alignment;
use super::format_text::pad;
use super::slice::character_count;

/// The error of `ljust`, `rjust` and `center` for a fill text that is not one character.
pub fn fill_character_error() -> TextError {
    TextError::type_error("The fill character must be exactly one character long")
}

fn width_of(width: i64) -> usize {
    usize::try_from(width.max(0)).unwrap_or(usize::MAX)
}

pub fn ljust(text: &str, width: i64, fill: char) -> TextResult<String> {
    pad(text, width_of(width), fill, Alignment::Left)
}

pub fn rjust(text: &str, width: i64, fill: char) -> TextResult<String> {
    pad(text, width_of(width), fill, Alignment::Right)
}

/// An odd space goes left when the width is odd.
pub fn center(text: &str, width: i64, fill: char) -> TextResult<String> {
    let width = width_of(width);
    check_text_length(width)?;
    let length = character_count(text);
    let padding = width.saturating_sub(length);
    let left = padding / 2 + (padding & width & 1);
    ljust(&rjust(text, (length + left) as i64, fill)?, width as i64, fill)
}

/// Zeros between sign and digits.
pub fn zfill(text: &str, width: i64) -> TextResult<String> {
    let width = width_of(width);
    check_text_length(width)?;
    let zeros = "0".repeat(width.saturating_sub(character_count(text)));
    let sign_length = usize::from(text.starts_with(['+', '-']));
    let (sign, digits) = text.split_at(sign_length);
    Ok(format!("{sign}{zeros}{digits}"))
}

/// Tabs to spaces; a column begins anew after a line's end.
pub fn expandtabs(text: &str, tab_size: i64) -> TextResult<String> {
    let tab_size = usize::try_from(tab_size.max(0)).unwrap_or(usize::MAX);
    let mut out = String::with_capacity(text.len());
    let mut column = 0usize;
    for c in text.chars() {
        match c {
            '\t' => {
                let spaces = if tab_size == 0 { 0 } else { tab_size - column % tab_size };
                check_text_length(out.len().saturating_add(spaces))?;
                out.extend(std::iter::repeat_n(' ', spaces));
                column = column.saturating_add(spaces);
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
    Ok(out)
}

/// `text * count`.
pub fn repeat(text: &str, count: i64) -> TextResult<String> {
    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
    if text.is_empty() {
        return Ok(String::new());
    }
    check_text_length(text.len().saturating_mul(count))?;
    Ok(text.repeat(count))
}

/// `separator.join(parts)`.
pub fn join(separator: &str, parts: &[&str]) -> TextResult<String> {
    let length = parts.iter().map(|part| part.len().saturating_add(separator.len())).fold(0, usize::saturating_add);
    check_text_length(length)?;
    Ok(parts.join(separator))
}

/// The error of `join` for an element that is no string.
pub fn join_error(index: usize, type_name: &str) -> TextError {
    TextError::type_error(format!("sequence item {index}: expected str instance, {type_name} found"))
}

/// The error of `str.maketrans(x, y)` for texts of different lengths.
pub fn maketrans_error() -> TextError {
    TextError::value("the first two maketrans arguments must have equal length")
}
