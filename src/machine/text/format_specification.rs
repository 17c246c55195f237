//! The format specification mini-language, `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`, as
//! `Python/formatter_unicode.c` reads it.

use super::character::decimal_value;
use super::error::{LONGEST_TEXT, TextError, TextResult};

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alignment {
    Left,
    Right,
    Centre,
    /// `=`: between sign and digits.
    AfterSign,
}

/// A specification that has been read; what it may be used for is checked when it is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FormatSpecification {
    pub fill: char,
    pub alignment: Alignment,
    /// `+`, `-` or a space.
    pub sign: Option<char>,
    /// `z` (since 3.11).
    pub no_negative_zero: bool,
    /// `#`.
    pub alternate: bool,
    pub width: usize,
    /// `,` or `_`.
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    /// `,` or `_` after the precision (since 3.14).
    pub fraction_grouping: Option<char>,
    /// The last character, or the type's default; none for a float without one.
    pub presentation: Option<char>,
}

struct Reader<'a> {
    rest: &'a [char],
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.first().copied()
    }

    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.skip(1);
        }
        found
    }

    /// A run of decimal digits; none when there is no digit.
    fn number(&mut self) -> TextResult<Option<usize>> {
        let mut number: Option<usize> = None;
        while let Some(digit) = self.peek().and_then(decimal_value) {
            self.skip(1);
            let next = number.unwrap_or(0).checked_mul(10).and_then(|tens| tens.checked_add(usize::from(digit)));
            number = Some(
                // A `Py_ssize_t` has 63 bits; also where this runs with 32.
                next.filter(|&value| value as u64 <= i64::MAX as u64)
                    .ok_or_else(|| TextError::value("Too many decimal digits in format string"))?,
            );
        }
        Ok(number)
    }
}

fn alignment_of(c: char) -> Option<Alignment> {
    match c {
        '<' => Some(Alignment::Left),
        '>' => Some(Alignment::Right),
        '^' => Some(Alignment::Centre),
        '=' => Some(Alignment::AfterSign),
        _ => None,
    }
}

impl FormatSpecification {
    /// Reads a specification for a value of a type (its name is for the errors).
    pub fn parse(
        text: &str,
        type_name: &str,
        default_presentation: Option<char>,
        default_alignment: Alignment,
        python_minor: u8,
    ) -> TextResult<Self> {
        let characters: Vec<char> = text.chars().collect();
        let mut reader = Reader { rest: &characters };
        let mut specification = Self {
            fill: ' ',
            alignment: default_alignment,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: 0,
            grouping: None,
            precision: None,
            fraction_grouping: None,
            presentation: default_presentation,
        };
        let (mut fill_given, mut alignment_given) = (false, false);
        let second = reader.rest.get(1).copied().and_then(alignment_of);
        if let (Some(fill), Some(alignment)) = (reader.peek(), second) {
            specification.fill = fill;
            specification.alignment = alignment;
            (fill_given, alignment_given) = (true, true);
            reader.skip(2);
        } else if let Some(alignment) = reader.peek().and_then(alignment_of) {
            specification.alignment = alignment;
            alignment_given = true;
            reader.skip(1);
        }
        if let Some(sign @ (' ' | '+' | '-')) = reader.peek() {
            specification.sign = Some(sign);
            reader.skip(1);
        }
        if python_minor >= 11 {
            specification.no_negative_zero = reader.take('z');
        }
        specification.alternate = reader.take('#');
        if !fill_given && reader.take('0') {
            specification.fill = '0';
            // Since 3.10 a string is not right-aligned by a zero.
            if !alignment_given && (python_minor < 10 || default_alignment == Alignment::Right) {
                specification.alignment = Alignment::AfterSign;
            }
        }
        specification.width = reader.number()?.unwrap_or(0);
        specification.grouping = read_grouping(&mut reader)?;
        if reader.take('.') {
            specification.precision = reader.number()?;
            if python_minor >= 14 {
                specification.fraction_grouping = read_grouping(&mut reader)?;
            }
            if specification.precision.is_none() && specification.fraction_grouping.is_none() {
                return Err(TextError::value("Format specifier missing precision"));
            }
        }
        match reader.rest {
            [] => {}
            [presentation] => specification.presentation = Some(*presentation),
            _ => {
                return Err(TextError::value(if python_minor >= 11 {
                    format!("Invalid format specifier '{text}' for object of type '{type_name}'")
                } else {
                    "Invalid format specifier".to_owned()
                }));
            }
        }
        specification.check_grouping()?;
        Ok(specification)
    }

    fn check_grouping(&self) -> TextResult<()> {
        if let Some(separator) = self.grouping {
            let allowed = match self.presentation {
                None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => true,
                Some('b' | 'o' | 'x' | 'X') => separator == '_',
                Some(_) => false,
            };
            if !allowed {
                return Err(cannot_group(separator, self.presentation));
            }
        }
        match self.fraction_grouping {
            Some(separator) if self.presentation == Some('n') => Err(cannot_group(separator, self.presentation)),
            _ => Ok(()),
        }
    }

    /// Every how many digits the separator stands.
    pub fn group_length(&self) -> usize {
        if matches!(self.presentation, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 }
    }

    /// The width, when it is one that may be made.
    pub fn checked_width(&self) -> TextResult<usize> {
        if self.width > LONGEST_TEXT { Err(TextError::memory()) } else { Ok(self.width) }
    }
}

fn read_grouping(reader: &mut Reader) -> TextResult<Option<char>> {
    let both = || TextError::value("Cannot specify both ',' and '_'.");
    let mut grouping = None;
    if reader.take(',') {
        grouping = Some(',');
    }
    if reader.take('_') {
        if grouping.is_some() {
            return Err(both());
        }
        grouping = Some('_');
    }
    if reader.peek() == Some(',') && grouping == Some('_') {
        return Err(both());
    }
    Ok(grouping)
}

fn cannot_group(separator: char, presentation: Option<char>) -> TextError {
    let shown = presentation.map(shown_presentation).unwrap_or_default();
    TextError::value(format!("Cannot specify '{separator}' with '{shown}'."))
}

fn shown_presentation(presentation: char) -> String {
    if ('!'..='\x7f').contains(&presentation) {
        presentation.to_string()
    } else {
        format!("\\x{:x}", u32::from(presentation))
    }
}

/// The error for a letter that the type does not know.
pub fn unknown_presentation(presentation: char, type_name: &str) -> TextError {
    TextError::value(format!(
        "Unknown format code '{}' for object of type '{type_name}'",
        shown_presentation(presentation)
    ))
}
