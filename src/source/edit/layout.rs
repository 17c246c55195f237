//! Lines around a statement: where a new one goes and what goes with one that is taken away.

use crate::source::span::Span;

/// The start of the line in which an offset stands.
pub fn line_start(text: &str, offset: u32) -> u32 {
    let before = text.get(..offset as usize).unwrap_or("");
    before.rfind('\n').map_or(0, |at| at as u32 + 1)
}

/// The end of the line in which an offset stands, its newline left out.
pub fn line_end(text: &str, offset: u32) -> u32 {
    let after = text.get(offset as usize..).unwrap_or("");
    offset + after.find('\n').unwrap_or(after.len()) as u32
}

/// The white space in front of a statement, when nothing else is in front of it.
pub fn indentation(text: &str, statement: Span) -> Option<&str> {
    let start = line_start(text, statement.start);
    let before = Span::new(start, statement.start).text(text);
    before.trim().is_empty().then_some(before)
}

/// Whether a statement has its lines for itself, a comment aside.
pub fn stands_alone(text: &str, statement: Span) -> bool {
    let after = Span::new(statement.end, line_end(text, statement.end)).text(text).trim();
    indentation(text, statement).is_some() && (after.is_empty() || after.starts_with('#'))
}

/// The lines of a statement that stands alone, the last newline included. At the end of a text without a last newline
/// it is the newline before.
pub fn lines_of(text: &str, statement: Span) -> Span {
    let start = line_start(text, statement.start);
    let end = line_end(text, statement.end);
    if (end as usize) < text.len() { Span::new(start, end + 1) } else { Span::new(start.saturating_sub(1), end) }
}

/// The beginning of the next line, or the end of the text.
pub fn line_after(text: &str, offset: u32) -> u32 {
    if offset == 0 {
        return 0;
    }
    (line_end(text, offset) + 1).min(text.len() as u32)
}
