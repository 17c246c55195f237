//! What a conversion of `text % values` makes of a value.

use super::error::{TextError, TextResult, check_text_length};
use super::float_text::{FloatStyle, float_to_text};
use super::format_specification::Alignment;
use super::format_text::pad;
use super::integer_text::magnitude_digits;
use super::percent_template::PercentFlags;
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// A conversion whose stars have been replaced by values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PercentStyle {
    pub flags: PercentFlags,
    pub width: usize,
    pub precision: Option<usize>,
    pub kind: char,
}

impl PercentStyle {
    /// A width from a `*`: a negative one means left alignment.
    pub fn set_star_width(&mut self, width: i64) {
        self.flags.left |= width < 0;
        self.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
    }

    /// A precision from a `*`: a negative one counts as 0.
    pub fn set_star_precision(&mut self, precision: i64) {
        self.precision = Some(usize::try_from(precision.max(0)).unwrap_or(usize::MAX));
    }
}

/// `%s`, `%r` and `%a`, from what `str()`, `repr()` or `ascii()` gave.
pub fn render_text(text: &str, style: &PercentStyle) -> TextResult<String> {
    let shown: String = match style.precision {
        Some(limit) => text.chars().take(limit).collect(),
        None => text.to_owned(),
    };
    pad(&shown, style.width, ' ', if style.flags.left { Alignment::Left } else { Alignment::Right })
}

/// `%c` of a string: it must be one character.
pub fn render_character_of_text(text: &str, style: &PercentStyle, python_minor: u8) -> TextResult<String> {
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(c), None) => render_text(&c.to_string(), &PercentStyle { precision: None, ..*style }),
        _ => Err(character_type_error(&format!("a string of length {}", text.chars().count()), python_minor)),
    }
}

/// `%c` of an integer.
pub fn render_character_of_integer(value: &BigInt, style: &PercentStyle, python_minor: u8) -> TextResult<String> {
    if python_minor < 10 && value.to_i64().is_none() {
        return Err(character_type_error("int", python_minor));
    }
    let out_of_range = || TextError::overflow("%c arg not in range(0x110000)");
    let c = value.to_u32().and_then(char::from_u32).ok_or_else(out_of_range)?;
    render_text(&c.to_string(), &PercentStyle { precision: None, ..*style })
}

/// `%c` of something that is neither: what it is (its type's name, told since 3.14).
pub fn character_type_error(what: &str, python_minor: u8) -> TextError {
    if python_minor >= 14 {
        TextError::type_error(format!("%c requires an int or a unicode character, not {what}"))
    } else {
        TextError::type_error("%c requires int or char")
    }
}

/// The error for `%d` and the like of a value that is no number. `argument` is its place from 1 (told since 3.15).
pub fn integer_type_error(kind: char, type_name: &str, argument: usize, python_minor: u8) -> TextError {
    let needs_integer = matches!(kind, 'x' | 'X' | 'o');
    TextError::type_error(match (needs_integer, python_minor) {
        (true, 15..) => format!("format argument {argument}: %{kind} requires an integer, not {type_name}"),
        (false, 15..) => format!("format argument {argument}: %{kind} requires a real number, not {type_name}"),
        (true, _) => format!("%{kind} format: an integer is required, not {type_name}"),
        (false, 10..) => format!("%{kind} format: a real number is required, not {type_name}"),
        (false, _) => format!("%{kind} format: a number is required, not {type_name}"),
    })
}

/// The error for `%f` and the like of a value that is no number.
pub fn float_type_error(kind: char, type_name: &str, argument: usize, python_minor: u8) -> TextError {
    TextError::type_error(if python_minor >= 15 {
        format!("format argument {argument}: %{kind} requires a real number, not {type_name}")
    } else {
        format!("must be real number, not {type_name}")
    })
}

/// `%d`, `%i`, `%u`, `%o`, `%x`, `%X`.
pub fn render_integer(value: &BigInt, style: &PercentStyle, python_minor: u8) -> TextResult<String> {
    let (base, prefix) = match style.kind {
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = magnitude_digits(value, base, python_minor)?;
    if style.kind == 'X' {
        digits.make_ascii_uppercase();
    }
    if let Some(least) = style.precision {
        check_text_length(least)?;
        digits.insert_str(0, &"0".repeat(least.saturating_sub(digits.len())));
    }
    let prefix = if style.flags.alternate { prefix } else { "" };
    sign_and_fill(value.sign() == Sign::Minus, prefix, &digits, style)
}

/// `%e`, `%f`, `%g` and their capitals.
pub fn render_float(value: f64, style: &PercentStyle) -> TextResult<String> {
    let text = float_to_text(
        value,
        FloatStyle {
            kind: style.kind,
            precision: style.precision.unwrap_or(6),
            alternate: style.flags.alternate,
            add_point_zero: false,
            no_negative_zero: false,
        },
    )?;
    match text.strip_prefix('-') {
        Some(unsigned) => sign_and_fill(true, "", unsigned, style),
        None => sign_and_fill(false, "", &text, style),
    }
}

/// Zeros go between sign or prefix and digits, spaces around the whole.
fn sign_and_fill(negative: bool, prefix: &str, digits: &str, style: &PercentStyle) -> TextResult<String> {
    let sign = match (negative, style.flags.plus, style.flags.space) {
        (true, _, _) => "-",
        (false, true, _) => "+",
        (false, false, true) => " ",
        (false, false, false) => "",
    };
    check_text_length(style.width)?;
    let mut zeros = 0;
    if style.flags.zero && !style.flags.left {
        zeros = style.width.saturating_sub(sign.len() + prefix.len() + digits.len());
    }
    let number = format!("{sign}{prefix}{}{digits}", "0".repeat(zeros));
    pad(&number, style.width, ' ', if style.flags.left { Alignment::Left } else { Alignment::Right })
}
