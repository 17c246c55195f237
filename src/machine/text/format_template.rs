//! Templates of `str.format` and `str.format_map`, as `Objects/stringlib/unicode_format.h` reads them.
//!
//! CPython reads a template while it formats, so what stands before a mistake is evaluated before the error is raised.
//! The parsed form keeps that: a mistake is a piece (or an accessor) that raises.

use super::error::TextError;

/// How deep fields may stand in specifications of fields.
const NESTING: u32 = 2;

/// A part of a template, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplatePiece {
    Literal(String),
    Field(TemplateField),
    /// The template is wrong from here on.
    Raise(TextError),
}

/// A replacement field: get the root, follow the path, convert, format with what the specification gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateField {
    pub root: FieldRoot,
    pub path: Vec<FieldAccessor>,
    /// After the value is there: `r`, `s` or `a`; see [`conversion_error`] for others.
    pub conversion: Option<char>,
    pub specification: Vec<TemplatePiece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldRoot {
    /// A positional argument; see [`positional_error`] for one that is not there.
    Positional(usize),
    /// A keyword argument; a `KeyError` with this name when it is not there.
    Keyword(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldAccessor {
    Attribute(String),
    /// `[0]`: an integer as key.
    Index(usize),
    /// `[name]`: a string as key.
    Key(String),
    Raise(TextError),
}

/// The error for a positional argument that is not there.
pub fn positional_error(index: usize) -> TextError {
    TextError::index(format!("Replacement index {index} out of range for positional args tuple"))
}

/// The error for a conversion that is none of `r`, `s` and `a`.
pub fn conversion_error(conversion: char) -> TextError {
    TextError::value(if (' '..'\x7f').contains(&conversion) && conversion != ' ' {
        format!("Unknown conversion specifier {conversion}")
    } else {
        format!("Unknown conversion specifier \\x{:x}", u32::from(conversion))
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Undecided,
    Automatic(usize),
    Manual,
}

struct TemplateReader<'a> {
    text: &'a [char],
    at: usize,
}

/// Reads a template. When a [`TemplatePiece::Raise`] is in it, it is the last piece.
pub fn parse_template(template: &str) -> Vec<TemplatePiece> {
    let characters: Vec<char> = template.chars().collect();
    parse_pieces(&characters, NESTING, &mut Numbering::Undecided)
}

fn parse_pieces(text: &[char], nesting: u32, numbering: &mut Numbering) -> Vec<TemplatePiece> {
    if nesting == 0 {
        return vec![TemplatePiece::Raise(TextError::value("Max string recursion exceeded"))];
    }
    let mut pieces = Vec::new();
    let mut reader = TemplateReader { text, at: 0 };
    while reader.at < text.len() {
        if let Err(error) = reader.next_piece(nesting, numbering, &mut pieces) {
            pieces.push(TemplatePiece::Raise(error));
            break;
        }
    }
    pieces
}

fn push_literal(pieces: &mut Vec<TemplatePiece>, text: &[char]) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(TemplatePiece::Literal(before)) => before.extend(text),
        _ => pieces.push(TemplatePiece::Literal(text.iter().collect())),
    }
}

impl TemplateReader<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.text.get(self.at).copied();
        self.at += usize::from(c.is_some());
        c
    }

    fn slice(&self, start: usize, end: usize) -> &[char] {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Literal text up to a brace, and the field that begins there.
    fn next_piece(
        &mut self,
        nesting: u32,
        numbering: &mut Numbering,
        pieces: &mut Vec<TemplatePiece>,
    ) -> Result<(), TextError> {
        let start = self.at;
        let brace = loop {
            match self.next() {
                None => {
                    push_literal(pieces, self.slice(start, self.at));
                    return Ok(());
                }
                Some(c @ ('{' | '}')) => break c,
                Some(_) => {}
            }
        };
        let following = self.text.get(self.at).copied();
        if following == Some(brace) {
            // Doubled: one of them is literal.
            push_literal(pieces, self.slice(start, self.at));
            self.at += 1;
            return Ok(());
        }
        if brace == '}' {
            return Err(TextError::value("Single '}' encountered in format string"));
        }
        if following.is_none() {
            return Err(TextError::value("Single '{' encountered in format string"));
        }
        push_literal(pieces, self.slice(start, self.at - 1));
        pieces.push(TemplatePiece::Field(self.field(nesting, numbering)?));
        Ok(())
    }

    fn field(&mut self, nesting: u32, numbering: &mut Numbering) -> Result<TemplateField, TextError> {
        let name_start = self.at;
        let terminator = loop {
            match self.next() {
                None => return Err(TextError::value("expected '}' before end of string")),
                Some('{') => return Err(TextError::value("unexpected '{' in field name")),
                Some('[') => {
                    while self.text.get(self.at).is_some_and(|&c| c != ']') {
                        self.at += 1;
                    }
                }
                Some(c @ ('}' | ':' | '!')) => break c,
                Some(_) => {}
            }
        };
        let name_end = self.at - 1;
        let mut conversion = None;
        let mut specification: &[char] = &[];
        let mut with_specification = terminator == ':';
        if terminator == '!' {
            let missing = || TextError::value("end of string while looking for conversion specifier");
            conversion = Some(self.next().ok_or_else(missing)?);
            match self.next() {
                Some('}') => {}
                Some(':') => with_specification = true,
                Some(_) => return Err(TextError::value("expected ':' after conversion specifier")),
                None => return Err(TextError::value("unmatched '{' in format spec")),
            }
        }
        if with_specification {
            let start = self.at;
            self.skip_specification()?;
            specification = self.text.get(start..self.at - 1).unwrap_or_default();
        }
        let (root, path) = parse_field_name(self.slice(name_start, name_end), numbering)?;
        let specification = if specification.contains(&'{') {
            parse_pieces(specification, nesting - 1, numbering)
        } else if specification.is_empty() {
            Vec::new()
        } else {
            vec![TemplatePiece::Literal(specification.iter().collect())]
        };
        Ok(TemplateField { root, path, conversion, specification })
    }

    /// To behind the brace that closes the field.
    fn skip_specification(&mut self) -> Result<(), TextError> {
        let mut open = 1u32;
        loop {
            match self.next() {
                None => return Err(TextError::value("unmatched '{' in format spec")),
                Some('{') => open += 1,
                Some('}') => {
                    open -= 1;
                    if open == 0 {
                        return Ok(());
                    }
                }
                Some(_) => {}
            }
        }
    }
}

/// An integer when the whole text is one; an error when it has too many digits.
fn parse_index(text: &[char]) -> Result<Option<usize>, TextError> {
    let mut value: Option<usize> = None;
    for &c in text {
        let Some(digit) = super::character::decimal_value(c) else { return Ok(None) };
        let next = value.unwrap_or(0).checked_mul(10).and_then(|tens| tens.checked_add(usize::from(digit)));
        value = Some(
            next.filter(|&value| value as u64 <= i64::MAX as u64)
                .ok_or_else(|| TextError::value("Too many decimal digits in format string"))?,
        );
    }
    Ok(value)
}

fn parse_field_name(name: &[char], numbering: &mut Numbering) -> Result<(FieldRoot, Vec<FieldAccessor>), TextError> {
    let root_end = name.iter().position(|c| matches!(c, '.' | '[')).unwrap_or(name.len());
    let (root, rest) = name.split_at(root_end);
    let index = parse_index(root)?;
    let switch = |from: &str, to: &str| TextError::value(format!("cannot switch from {from} to {to}"));
    const MANUAL: &str = "manual field specification";
    const AUTOMATIC: &str = "automatic field numbering";
    let root = match (root.is_empty(), index) {
        (true, _) => match *numbering {
            Numbering::Manual => return Err(switch(MANUAL, AUTOMATIC)),
            Numbering::Undecided => {
                *numbering = Numbering::Automatic(1);
                FieldRoot::Positional(0)
            }
            Numbering::Automatic(next) => {
                *numbering = Numbering::Automatic(next + 1);
                FieldRoot::Positional(next)
            }
        },
        (false, Some(index)) => match *numbering {
            Numbering::Automatic(_) => return Err(switch(AUTOMATIC, MANUAL)),
            _ => {
                *numbering = Numbering::Manual;
                FieldRoot::Positional(index)
            }
        },
        (false, None) => FieldRoot::Keyword(root.iter().collect()),
    };
    Ok((root, parse_path(rest)))
}

fn parse_path(text: &[char]) -> Vec<FieldAccessor> {
    let mut path = Vec::new();
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        let (accessor, next) = match first {
            '.' => {
                let end = after.iter().position(|c| matches!(c, '.' | '[')).unwrap_or(after.len());
                let (name, next) = after.split_at(end);
                (Ok(FieldAccessor::Attribute(name.iter().collect())), next)
            }
            '[' => match after.iter().position(|&c| c == ']') {
                Some(end) => {
                    let (key, next) = after.split_at(end);
                    let accessor = parse_index(key).map(|index| match index {
                        Some(index) => FieldAccessor::Index(index),
                        None => FieldAccessor::Key(key.iter().collect()),
                    });
                    (accessor, next.get(1..).unwrap_or_default())
                }
                None => (Err(TextError::value("Missing ']' in format string")), after),
            },
            _ => (Err(TextError::value("Only '.' or '[' may follow ']' in format field specifier")), after),
        };
        let accessor = accessor.and_then(|accessor| match &accessor {
            FieldAccessor::Attribute(name) | FieldAccessor::Key(name) if name.is_empty() => {
                Err(TextError::value("Empty attribute in format string"))
            }
            _ => Ok(accessor),
        });
        match accessor {
            Ok(accessor) => path.push(accessor),
            Err(error) => {
                path.push(FieldAccessor::Raise(error));
                break;
            }
        }
        rest = next;
    }
    path
}
