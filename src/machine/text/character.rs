//! What kind of character a code point is, as `Objects/unicodectype.c` has it.
//!
//! Rust's library holds the large Unicode tables already; only what it lacks is in [`super::character_tables`].

use super::character_tables::{
    ALPHABETIC_NOT_LETTER, CASE_FOLD, DECIMAL_ZEROS, DIGIT_NOT_DECIMAL, NUMERIC_LETTER, TITLE_CASE, TITLE_CASE_ITSELF,
    TITLE_CASE_LETTER,
};

/// Whether a character is in one of these, which are (first, last) and in order.
pub(super) fn in_ranges(ranges: &[(u32, u32)], c: char) -> bool {
    let code = u32::from(c);
    let after = ranges.partition_point(|&(first, _)| first <= code);
    after.checked_sub(1).and_then(|at| ranges.get(at)).is_some_and(|&(_, last)| code <= last)
}

fn mapped(table: &'static [(u32, &'static str)], c: char) -> Option<&'static str> {
    let at = table.binary_search_by_key(&u32::from(c), |&(code, _)| code).ok()?;
    table.get(at).map(|&(_, text)| text)
}

pub fn is_alphabetic(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { c.is_alphabetic() && !in_ranges(ALPHABETIC_NOT_LETTER, c) }
}

/// The value of a decimal digit of any script.
pub fn decimal_value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).map(|digit| digit as u8);
    }
    let code = u32::from(c);
    let after = DECIMAL_ZEROS.partition_point(|&zero| zero <= code);
    let zero = after.checked_sub(1).and_then(|at| DECIMAL_ZEROS.get(at))?;
    let value = code - zero;
    (value < 10).then_some(value as u8)
}

pub fn is_decimal(c: char) -> bool {
    decimal_value(c).is_some()
}

pub fn is_digit(c: char) -> bool {
    is_decimal(c) || in_ranges(DIGIT_NOT_DECIMAL, c)
}

pub fn is_numeric(c: char) -> bool {
    c.is_numeric() || in_ranges(NUMERIC_LETTER, c)
}

pub fn is_alphanumeric(c: char) -> bool {
    is_alphabetic(c) || is_numeric(c)
}

/// Unlike Unicode's `White_Space`, the four ASCII information separators count.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// What `repr` leaves as it is: neither control, format, private, unassigned, nor a separator other than the space.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    // Rust's own `escape_debug` follows the same rule for a character that is not the first of its text.
    let mut buffer = *b"a\0\0\0\0";
    let Some(rest) = buffer.get_mut(1..) else { return false };
    let length = 1 + c.encode_utf8(rest).len();
    let text = buffer.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    text.escape_debug().nth(1) == Some(c)
}

pub fn is_upper(c: char) -> bool {
    c.is_uppercase()
}

pub fn is_lower(c: char) -> bool {
    c.is_lowercase()
}

pub fn is_title(c: char) -> bool {
    in_ranges(TITLE_CASE_LETTER, c)
}

/// Has an upper, lower or title case form, or is one.
pub fn is_cased(c: char) -> bool {
    is_lower(c) || is_upper(c) || is_title(c)
}

/// Adds the title case of a character: usually the upper case.
pub fn push_title(out: &mut String, c: char) {
    if let Some(text) = mapped(TITLE_CASE, c) {
        out.push_str(text);
    } else if in_ranges(TITLE_CASE_ITSELF, c) {
        out.push(c);
    } else {
        out.extend(c.to_uppercase());
    }
}

/// Adds what a character becomes under full case folding.
pub fn push_case_fold(out: &mut String, c: char) {
    match c {
        '\u{13a0}'..='\u{13f5}' => out.push(c),
        '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => out.extend(c.to_uppercase()),
        _ => match mapped(CASE_FOLD, c) {
            Some(text) => out.push_str(text),
            None => out.extend(c.to_uppercase().flat_map(char::to_lowercase)),
        },
    }
}

/// May begin an identifier.
pub fn is_identifier_start(c: char) -> bool {
    // The last two are letters to `Other_ID_Start` alone.
    matches!(c, '_' | '℘' | '℮') || is_alphabetic(c) || (!c.is_ascii() && c.is_alphabetic() && is_letter_number(c))
}

/// May stand in an identifier after its first character.
pub fn is_identifier_continue(c: char) -> bool {
    is_identifier_start(c) || is_decimal(c) || matches!(c, '\u{b7}' | '\u{387}') || (!c.is_ascii() && is_mark(c))
}

/// Roughly category `Nl`: numbers that are letters (Roman numerals).
fn is_letter_number(c: char) -> bool {
    c.is_numeric()
}

/// Roughly categories `Mn` and `Mc`: alphabetic marks.
fn is_mark(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}
