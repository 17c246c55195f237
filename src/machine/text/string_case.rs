//! The methods of `str` that change or ask about kinds of characters.

use super::character::{
    is_alphabetic, is_alphanumeric, is_cased, is_decimal, is_digit, is_identifier_continue, is_identifier_start,
    is_lower, is_numeric, is_printable, is_space, is_title, is_upper, push_case_fold, push_title,
};

pub fn upper(text: &str) -> String {
    text.to_uppercase()
}

/// A capital sigma at the end of a word becomes a final one.
pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

pub fn casefold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_case_fold(&mut out, c));
    out
}

/// Calls a function for each character with its lower case, which depends on what stands around it.
fn for_each_with_lower(text: &str, mut call: impl FnMut(char, &[char])) {
    let all: Vec<char> = text.to_lowercase().chars().collect();
    let mut rest = all.as_slice();
    for c in text.chars() {
        let (own, others) = rest.split_at(c.to_lowercase().count().min(rest.len()));
        call(c, own);
        rest = others;
    }
}

/// The first character in title case, the others in lower case.
pub fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut first = true;
    for_each_with_lower(text, |c, own_lower| {
        if first {
            push_title(&mut out, c)
        } else {
            out.extend(own_lower)
        }
        first = false;
    });
    out
}

/// Words, which are runs of cased characters, begin in title case and go on in lower case.
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_word = false;
    for_each_with_lower(text, |c, own_lower| {
        if in_word {
            out.extend(own_lower)
        } else {
            push_title(&mut out, c)
        }
        in_word = is_cased(c);
    });
    out
}

pub fn swapcase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for_each_with_lower(text, |c, own_lower| {
        if is_upper(c) {
            out.extend(own_lower);
        } else if is_lower(c) {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    });
    out
}

fn all_and_not_empty(text: &str, holds: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(holds)
}

pub fn isalpha(text: &str) -> bool {
    all_and_not_empty(text, is_alphabetic)
}

pub fn isdecimal(text: &str) -> bool {
    all_and_not_empty(text, is_decimal)
}

pub fn isdigit(text: &str) -> bool {
    all_and_not_empty(text, is_digit)
}

pub fn isnumeric(text: &str) -> bool {
    all_and_not_empty(text, is_numeric)
}

pub fn isalnum(text: &str) -> bool {
    all_and_not_empty(text, is_alphanumeric)
}

pub fn isspace(text: &str) -> bool {
    all_and_not_empty(text, is_space)
}

/// The empty text counts.
pub fn isascii(text: &str) -> bool {
    text.is_ascii()
}

/// The empty text counts.
pub fn isprintable(text: &str) -> bool {
    text.chars().all(is_printable)
}

/// Some character is cased, and none of them has another case.
pub fn isupper(text: &str) -> bool {
    text.chars().any(is_upper) && !text.chars().any(|c| is_lower(c) || is_title(c))
}

pub fn islower(text: &str) -> bool {
    text.chars().any(is_lower) && !text.chars().any(|c| is_upper(c) || is_title(c))
}

/// Upper and title case only after what is not cased, lower case only after what is; and some character is cased.
pub fn istitle(text: &str) -> bool {
    let (mut some, mut after_cased) = (false, false);
    for c in text.chars() {
        let begins = is_upper(c) || is_title(c);
        if (begins && after_cased) || (is_lower(c) && !after_cased) {
            return false;
        }
        after_cased = begins || is_lower(c);
        some |= after_cased;
    }
    some
}

pub fn isidentifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(is_identifier_start) && characters.all(is_identifier_continue)
}
