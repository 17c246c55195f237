//! Setting a number or a name.

use super::{TextEdit, daemon};
use crate::source::knobs::{Knob, NameKnob, ThreadSite, Unit};
use crate::source::parse::Parsed;

/// Decimals that a slider or a person can mean; finer ones come from arithmetic, as 0.30000000000000004 does.
const DECIMALS: usize = 9;

/// Puts a value in the place of a knob's literal. A whole number stays an integer, unless the literal was written as
/// a float like `2.0`; a count is rounded to a whole number. The value that it has already changes nothing.
pub fn set_number(text: &str, knob: &Knob, value: f64) -> TextEdit {
    let literal = knob.span.text(text);
    let value = if value.is_finite() { value.max(0.0) } else { knob.value };
    let value = if knob.unit == Unit::Count { value.round() } else { value };
    if value == knob.value {
        return TextEdit::replace(knob.span, literal);
    }
    let whole_float = knob.value.fract() == 0.0 && literal.contains(['.', 'e', 'E']) && !literal.starts_with("0x");
    let number = format!("{value:.DECIMALS$}");
    let number = number.trim_end_matches('0').trim_end_matches('.');
    let replacement = if whole_float && !number.contains('.') { format!("{number}.0") } else { number.to_owned() };
    TextEdit::replace(knob.span, replacement)
}

/// Puts another name in the place of a thread's name, in the quotes that the text uses.
pub fn set_name(text: &str, knob: &NameKnob, name: &str) -> TextEdit {
    let literal = knob.span.text(text);
    if name == knob.value {
        return TextEdit::replace(knob.span, literal);
    }
    let quote = if literal.starts_with('\'') { '\'' } else { '"' };
    TextEdit::replace(knob.span, quoted(name, quote))
}

/// Gives the threads of a construction a name that the text has not said so far; `None` where it has no place for one.
pub fn add_name(parsed: &Parsed, site: &ThreadSite, name: &str) -> Option<TextEdit> {
    let argument = || format!("name={}", quoted(name, '"'));
    (site.can_take_name && !name.is_empty()).then(|| daemon::add_argument(parsed, site.arguments, &argument()))
}

/// A text as a literal.
fn quoted(name: &str, quote: char) -> String {
    let mut replacement = String::from(quote);
    for character in name.chars() {
        match character {
            '\\' => replacement.push_str("\\\\"),
            '\n' => replacement.push_str("\\n"),
            '\r' => replacement.push_str("\\r"),
            '\0' => replacement.push_str("\\x00"),
            quoted if quoted == quote => replacement.extend(['\\', quoted]),
            plain => replacement.push(plain),
        }
    }
    replacement.push(quote);
    replacement
}
