//! The methods of `bytes`, by those of `str`: a byte is taken as the character with its number.

use super::error::{TextError, TextResult};
use super::{string_search, string_split};

/// Each byte as the character with its number, so that functions on text can be used.
pub fn as_characters(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

/// The way back from [`as_characters`].
pub fn from_characters(text: &str) -> Vec<u8> {
    text.chars().map(|c| u32::from(c) as u8).collect()
}

/// White space among bytes: only ASCII's.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c')
}

const SPACE: &str = " \t\n\r\x0b\x0c";

fn all(parts: Vec<&str>) -> Vec<Vec<u8>> {
    parts.into_iter().map(from_characters).collect()
}

pub fn split(bytes: &[u8], separator: Option<&[u8]>, maxsplit: i64) -> TextResult<Vec<Vec<u8>>> {
    let text = as_characters(bytes);
    let most = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    match separator {
        Some(separator) => Ok(all(string_split::split(&text, Some(&as_characters(separator)), maxsplit)?)),
        None => Ok(all(string_split::split_at_space(&text, most, is_space))),
    }
}

pub fn rsplit(bytes: &[u8], separator: Option<&[u8]>, maxsplit: i64) -> TextResult<Vec<Vec<u8>>> {
    let text = as_characters(bytes);
    let most = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    match separator {
        Some(separator) => Ok(all(string_split::rsplit(&text, Some(&as_characters(separator)), maxsplit)?)),
        None => Ok(all(string_split::rsplit_at_space(&text, most, is_space))),
    }
}

/// Lines end at `\n`, `\r` and `\r\n` only.
pub fn splitlines(bytes: &[u8], keep_ends: bool) -> Vec<Vec<u8>> {
    all(string_split::splitlines_at(&as_characters(bytes), keep_ends, |c| matches!(c, '\n' | '\r')))
}

pub fn strip(bytes: &[u8], characters: Option<&[u8]>) -> Vec<u8> {
    let characters = characters.map_or_else(|| SPACE.to_owned(), as_characters);
    from_characters(string_split::strip(&as_characters(bytes), Some(&characters)))
}

pub fn lstrip(bytes: &[u8], characters: Option<&[u8]>) -> Vec<u8> {
    let characters = characters.map_or_else(|| SPACE.to_owned(), as_characters);
    from_characters(string_split::lstrip(&as_characters(bytes), Some(&characters)))
}

pub fn rstrip(bytes: &[u8], characters: Option<&[u8]>) -> Vec<u8> {
    let characters = characters.map_or_else(|| SPACE.to_owned(), as_characters);
    from_characters(string_split::rstrip(&as_characters(bytes), Some(&characters)))
}

pub fn replace(bytes: &[u8], old: &[u8], new: &[u8], count: i64) -> TextResult<Vec<u8>> {
    let made = string_search::replace(&as_characters(bytes), &as_characters(old), &as_characters(new), count)?;
    Ok(from_characters(&made))
}

pub fn find(bytes: &[u8], wanted: &[u8], start: Option<i64>, end: Option<i64>) -> Option<usize> {
    string_search::find(&as_characters(bytes), &as_characters(wanted), start, end)
}

pub fn rfind(bytes: &[u8], wanted: &[u8], start: Option<i64>, end: Option<i64>) -> Option<usize> {
    string_search::rfind(&as_characters(bytes), &as_characters(wanted), start, end)
}

/// What `index` and `rindex` of bytes raise.
pub fn not_found_error() -> TextError {
    TextError::value("subsection not found")
}

pub fn count(bytes: &[u8], wanted: &[u8], start: Option<i64>, end: Option<i64>) -> usize {
    string_search::count(&as_characters(bytes), &as_characters(wanted), start, end)
}

pub fn startswith(bytes: &[u8], prefix: &[u8], start: Option<i64>, end: Option<i64>) -> bool {
    string_search::startswith(&as_characters(bytes), &as_characters(prefix), start, end)
}

pub fn endswith(bytes: &[u8], suffix: &[u8], start: Option<i64>, end: Option<i64>) -> bool {
    string_search::endswith(&as_characters(bytes), &as_characters(suffix), start, end)
}

/// A word is a run of ASCII letters.
pub fn title(bytes: &[u8]) -> Vec<u8> {
    let mut in_word = false;
    bytes
        .iter()
        .map(|byte| {
            let changed = if in_word { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
            in_word = byte.is_ascii_alphabetic();
            changed
        })
        .collect()
}

pub fn capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

pub fn swapcase(bytes: &[u8]) -> Vec<u8> {
    bytes
        .iter()
        .map(|byte| if byte.is_ascii_lowercase() { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() })
        .collect()
}

pub fn isspace(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(|&byte| is_space(char::from(byte)))
}

pub fn isalpha(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphabetic)
}

pub fn isdigit(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit)
}

pub fn isalnum(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphanumeric)
}

pub fn isupper(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
}

pub fn islower(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
}

/// `bytes.hex(separator, group)`: groups are counted from the right, from the left when negative.
pub fn hex(bytes: &[u8], separator: Option<char>, group: i64) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    for (at, byte) in bytes.iter().enumerate() {
        let boundary =
            size > 0 && if group > 0 { (bytes.len() - at).is_multiple_of(size) } else { at.is_multiple_of(size) };
        if let Some(separator) = separator
            && at > 0
            && boundary
        {
            out.push(separator);
        }
        out.push_str(&format!("{byte:02x}"));
    }
    out
}

/// `bytes.fromhex(text)`: white space between bytes is left out.
pub fn fromhex(text: &str) -> TextResult<Vec<u8>> {
    let wrong = |at: usize| TextError::value(format!("non-hexadecimal number found in fromhex() arg at position {at}"));
    let mut out = Vec::with_capacity(text.len() / 2);
    let mut pending: Option<u32> = None;
    for (at, c) in text.chars().enumerate() {
        if pending.is_none() && is_space(c) {
            continue;
        }
        let digit = c.to_digit(16).ok_or_else(|| wrong(at))?;
        match pending.take() {
            Some(high) => out.push((high * 16 + digit) as u8),
            None => pending = Some(digit),
        }
    }
    match pending {
        Some(_) => Err(wrong(text.chars().count())),
        None => Ok(out),
    }
}
