//! The methods of `str` that take a text apart.

use super::character::is_space;
use super::error::{TextError, TextResult};

fn strip_start<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    match characters {
        Some(characters) => text.trim_start_matches(|c| characters.contains(c)),
        None => text.trim_start_matches(is_space),
    }
}

fn strip_end<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    match characters {
        Some(characters) => text.trim_end_matches(|c| characters.contains(c)),
        None => text.trim_end_matches(is_space),
    }
}

/// `text.strip(characters)`; white space without any.
pub fn strip<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    strip_end(strip_start(text, characters), characters)
}

pub fn lstrip<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    strip_start(text, characters)
}

pub fn rstrip<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    strip_end(text, characters)
}

fn empty_separator() -> TextError {
    TextError::value("empty separator")
}

/// `text.split(separator, maxsplit)`; at runs of white space without a separator. A negative maxsplit means all.
pub fn split<'a>(text: &'a str, separator: Option<&str>, maxsplit: i64) -> TextResult<Vec<&'a str>> {
    let most = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    match separator {
        Some("") => Err(empty_separator()),
        Some(separator) => Ok(text.splitn(most.saturating_add(1), separator).collect()),
        None => Ok(split_at_space(text, most, is_space)),
    }
}

/// At runs of what counts as white space; the rest after the last split keeps its own, except at its start.
pub fn split_at_space(text: &str, most: usize, is_space: impl Fn(char) -> bool + Copy) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if parts.len() == most {
            parts.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after.trim_start_matches(is_space);
    }
    parts
}

/// `text.rsplit(separator, maxsplit)`: as [`split`], counted from the end.
pub fn rsplit<'a>(text: &'a str, separator: Option<&str>, maxsplit: i64) -> TextResult<Vec<&'a str>> {
    let most = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    let mut parts: Vec<&str> = match separator {
        Some("") => return Err(empty_separator()),
        Some(separator) => text.rsplitn(most.saturating_add(1), separator).collect(),
        None => return Ok(rsplit_at_space(text, most, is_space)),
    };
    parts.reverse();
    Ok(parts)
}

/// As [`split_at_space`], counted from the end.
pub fn rsplit_at_space(text: &str, most: usize, is_space: impl Fn(char) -> bool + Copy) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if parts.len() == most {
            parts.push(rest);
            break;
        }
        let start = rest.char_indices().rev().find(|&(_, c)| is_space(c)).map_or(0, |(at, c)| at + c.len_utf8());
        let (before, part) = rest.split_at(start);
        parts.push(part);
        rest = before.trim_end_matches(is_space);
    }
    parts.reverse();
    parts
}

/// Ends a line for `str.splitlines`; `\r\n` is one end.
fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// `text.splitlines(keepends)`.
pub fn splitlines(text: &str, keep_ends: bool) -> Vec<&str> {
    splitlines_at(text, keep_ends, is_line_end)
}

/// Lines that end where the function says.
pub fn splitlines_at(text: &str, keep_ends: bool, is_end: impl Fn(char) -> bool + Copy) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(is_end).unwrap_or(rest.len());
        let (line, from_end) = rest.split_at(end);
        let end_length =
            if from_end.starts_with("\r\n") { 2 } else { from_end.chars().next().map_or(0, char::len_utf8) };
        let (with_end, after) = rest.split_at(end + end_length);
        lines.push(if keep_ends { with_end } else { line });
        rest = after;
    }
    lines
}

/// `text.partition(separator)`.
pub fn partition<'a>(text: &'a str, separator: &'a str) -> TextResult<(&'a str, &'a str, &'a str)> {
    if separator.is_empty() {
        return Err(empty_separator());
    }
    Ok(match text.split_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => (text, "", ""),
    })
}

/// `text.rpartition(separator)`.
pub fn rpartition<'a>(text: &'a str, separator: &'a str) -> TextResult<(&'a str, &'a str, &'a str)> {
    if separator.is_empty() {
        return Err(empty_separator());
    }
    Ok(match text.rsplit_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => ("", "", text),
    })
}
