//! The methods of `str` that look for a text in another. Positions and ranges are in code points.

use super::error::{TextError, TextResult, check_text_length};
use super::slice::{byte_offset, character_count, search_range};

/// The part of the text that the optional range means and the position at which it begins; none when the range
/// begins beyond the end.
fn within(text: &str, start: Option<i64>, end: Option<i64>) -> Option<(&str, usize)> {
    if start.is_none() && end.is_none() {
        return Some((text, 0));
    }
    let (start, end) = search_range(start, end, character_count(text));
    if start > end {
        return None;
    }
    let from = byte_offset(text, start);
    Some((text.get(from..byte_offset(text, end))?, start))
}

/// `text.find(wanted, start, end)`; none for -1.
pub fn find(text: &str, wanted: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (part, from) = within(text, start, end)?;
    let at = part.find(wanted)?;
    Some(from + character_count(part.get(..at)?))
}

/// `text.rfind(wanted, start, end)`; none for -1.
pub fn rfind(text: &str, wanted: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let (part, from) = within(text, start, end)?;
    let at = part.rfind(wanted)?;
    Some(from + character_count(part.get(..at)?))
}

/// What `index` and `rindex` raise.
pub fn not_found_error() -> TextError {
    TextError::value("substring not found")
}

/// `text.count(wanted, start, end)`.
pub fn count(text: &str, wanted: &str, start: Option<i64>, end: Option<i64>) -> usize {
    let Some((part, _)) = within(text, start, end) else { return 0 };
    if wanted.is_empty() { character_count(part) + 1 } else { part.matches(wanted).count() }
}

/// `text.startswith(prefix, start, end)` for one prefix.
pub fn startswith(text: &str, prefix: &str, start: Option<i64>, end: Option<i64>) -> bool {
    within(text, start, end).is_some_and(|(part, _)| part.starts_with(prefix))
}

/// `text.endswith(suffix, start, end)` for one suffix.
pub fn endswith(text: &str, suffix: &str, start: Option<i64>, end: Option<i64>) -> bool {
    within(text, start, end).is_some_and(|(part, _)| part.ends_with(suffix))
}

/// `text.replace(old, new, count)`; a negative count means all.
pub fn replace(text: &str, old: &str, new: &str, count: i64) -> TextResult<String> {
    let most = usize::try_from(count).unwrap_or(usize::MAX);
    let found = if old.is_empty() { character_count(text) + 1 } else { text.matches(old).count() };
    let times = found.min(most);
    check_text_length(times.saturating_mul(new.len()).saturating_add(text.len()))?;
    Ok(text.replacen(old, new, times))
}

pub fn removeprefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    text.strip_prefix(prefix).unwrap_or(text)
}

pub fn removesuffix<'a>(text: &'a str, suffix: &str) -> &'a str {
    text.strip_suffix(suffix).unwrap_or(text)
}
