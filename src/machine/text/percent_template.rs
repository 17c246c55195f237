//! Templates of `text % values`, as `PyUnicode_Format` in `Objects/unicodeobject.c` reads them.
//!
//! As in [`super::format_template`], a mistake is a piece that raises when it is come to.

use super::error::TextError;

/// A part of a template, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PercentPiece {
    Literal(String),
    Conversion(PercentConversion),
    /// The template is wrong from here on.
    Raise(TextError),
}

/// A number in a conversion: none, written out, or `*`, the next of the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentNumber {
    None,
    Given(usize),
    Star,
}

/// The flags of a conversion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PercentFlags {
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// a space
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
}

/// One `%…`: take the width and precision if they are stars, then the value (by key or the next), then render.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PercentConversion {
    /// The value is that of this key; after it there is no next value any more.
    pub key: Option<String>,
    pub flags: PercentFlags,
    pub width: PercentNumber,
    pub precision: PercentNumber,
    /// The letter; it may be one that nothing is known of: see [`unsupported_error`].
    pub kind: char,
    /// Where the letter stands, in code points, for the errors.
    pub position: usize,
}

/// The error for a letter that means nothing.
pub fn unsupported_error(kind: char, position: usize, python_minor: u8) -> TextError {
    if python_minor >= 15 {
        return TextError::value(format!("unsupported format %{kind} at position {position}"));
    }
    let shown = if ('\x1f'..='\x7e').contains(&kind) { kind } else { '?' };
    TextError::value(format!("unsupported format character '{shown}' (0x{:x}) at index {position}", u32::from(kind)))
}

/// The error when the values are used up.
pub fn not_enough_error(given: usize, python_minor: u8) -> TextError {
    let counted = if python_minor >= 15 { format!(" (got {given})") } else { String::new() };
    TextError::type_error(format!("not enough arguments for format string{counted}"))
}

/// The error when values are left over (of a tuple; for a single value that is no mapping the counts are 0 and 1).
pub fn too_many_error(required: usize, given: usize, python_minor: u8) -> TextError {
    let counted = if python_minor >= 15 { format!(" (required {required}, got {given})") } else { String::new() };
    TextError::type_error(format!("not all arguments converted during string formatting{counted}"))
}

/// The error for a value of `*` that is not an integer.
pub fn star_error() -> TextError {
    TextError::type_error("* wants int")
}

struct PercentReader<'a> {
    text: &'a [char],
    at: usize,
}

/// Reads a template. `with_mapping` says whether the values are a mapping, which `%(key)s` asks for. When a
/// [`PercentPiece::Raise`] is in the result, it is the last piece.
pub fn parse_percent_template(template: &str, with_mapping: bool) -> Vec<PercentPiece> {
    let characters: Vec<char> = template.chars().collect();
    let mut reader = PercentReader { text: &characters, at: 0 };
    let mut pieces = Vec::new();
    let mut literal = String::new();
    while let Some(c) = reader.next() {
        if c != '%' || reader.take_percent() {
            literal.push(c);
            continue;
        }
        let piece = match reader.conversion(with_mapping) {
            Ok(conversion) => PercentPiece::Conversion(conversion),
            Err(error) => PercentPiece::Raise(error),
        };
        if !literal.is_empty() {
            pieces.push(PercentPiece::Literal(std::mem::take(&mut literal)));
        }
        let stop = matches!(piece, PercentPiece::Raise(_));
        pieces.push(piece);
        if stop {
            return pieces;
        }
    }
    if !literal.is_empty() {
        pieces.push(PercentPiece::Literal(literal));
    }
    pieces
}

impl PercentReader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek();
        self.at += usize::from(c.is_some());
        c
    }

    /// The second of two percent signs, which together are one.
    fn take_percent(&mut self) -> bool {
        let found = self.peek() == Some('%');
        self.at += usize::from(found);
        found
    }

    fn conversion(&mut self, with_mapping: bool) -> Result<PercentConversion, TextError> {
        let key = if self.peek() == Some('(') {
            if !with_mapping {
                return Err(TextError::type_error("format requires a mapping"));
            }
            self.at += 1;
            Some(self.key()?)
        } else {
            None
        };
        let mut flags = PercentFlags::default();
        while let Some(c) = self.peek() {
            match c {
                '-' => flags.left = true,
                '+' => flags.plus = true,
                ' ' => flags.space = true,
                '#' => flags.alternate = true,
                '0' => flags.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        let width = self.number("width too big", i64::MAX)?;
        let precision = if self.peek() == Some('.') {
            self.at += 1;
            match self.number("precision too big", i64::from(i32::MAX))? {
                PercentNumber::None => PercentNumber::Given(0),
                given => given,
            }
        } else {
            PercentNumber::None
        };
        // C's length modifiers mean nothing here.
        if matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.at += 1;
        }
        let kind = self.next().ok_or_else(|| TextError::value("incomplete format"))?;
        Ok(PercentConversion { key, flags, width, precision, kind, position: self.at - 1 })
    }

    /// Up to the parenthesis that closes the one before; inner ones are part of the key.
    fn key(&mut self) -> Result<String, TextError> {
        let mut open = 1u32;
        let mut key = String::new();
        while let Some(c) = self.next() {
            match c {
                '(' => open += 1,
                ')' => open -= 1,
                _ => {}
            }
            if open == 0 {
                return Ok(key);
            }
            key.push(c);
        }
        Err(TextError::value("incomplete format key"))
    }

    fn number(&mut self, too_big: &'static str, largest: i64) -> Result<PercentNumber, TextError> {
        if self.peek() == Some('*') {
            self.at += 1;
            return Ok(PercentNumber::Star);
        }
        let mut number: Option<i64> = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            self.at += 1;
            let value = number.unwrap_or(0);
            if value > (largest - i64::from(digit)) / 10 {
                return Err(TextError::value(too_big));
            }
            number = Some(value * 10 + i64::from(digit));
        }
        let clamped = number.map(|value| usize::try_from(value).unwrap_or(usize::MAX));
        Ok(clamped.map_or(PercentNumber::None, PercentNumber::Given))
    }
}
