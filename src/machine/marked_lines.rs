//! The lines of an operation with marks under what raised, as tracebacks show them since 3.13 (`Lib/traceback.py`,
//! `StackSummary.format_frame_summary`).

use super::text::wide_characters::display_width;
use crate::source::anchors::{Anchors, anchors_of, is_plain_call};

/// More lines than this in a row that are of no interest are counted instead of shown.
const LINES_PASSED_OVER_SHOWN: usize = 1;

/// Lines of a text, and the columns (in characters) at which an operation begins in the first of them and ends in the last.
pub(super) struct Marked {
    lines: Vec<String>,
    start: usize,
    end: usize,
}

/// A place within the lines: which line, and which of its characters.
type Place = (usize, usize);

impl Marked {
    /// The indentation that all lines have is taken off; None where the columns are not within the lines.
    pub(super) fn new(lines: &[&str], start: usize, end: usize) -> Option<Self> {
        let dedented = dedent(lines);
        let taken_off = lines.first()?.trim_end().chars().count() - dedented.first()?.chars().count();
        let (start, end) = (start.checked_sub(taken_off)?, end.checked_sub(taken_off)?);
        let is_within = start <= dedented.first()?.chars().count() && end <= dedented.last()?.chars().count();
        is_within.then_some(Self { lines: dedented, start, end })
    }

    /// The lines that are shown, each with its end.
    pub(super) fn text(&self) -> String {
        let joined = self.lines.join("\n");
        let anchors = self.anchors(&joined);
        let is_marked =
            !is_plain_call(&joined, self.start, self.end) && (anchors.is_some() || self.has_more_than_marked());
        let last = self.lines.len() - 1;
        let mut shown = vec![0, last];
        for (line, _) in anchors.into_iter().flatten() {
            shown.extend(line.saturating_sub(1)..=(line + 1).min(last));
        }
        shown.sort_unstable();
        shown.dedup();
        let mut written: Vec<String> = Vec::new();
        let mut next = 0;
        for line in shown {
            if line - next > LINES_PASSED_OVER_SHOWN {
                written.push(format!("...<{} lines>...", line - next));
                next = line;
            }
            for line in next..=line {
                written.push(self.lines[line].clone());
                written.extend(is_marked.then(|| self.marks(line, anchors)));
            }
            next = line + 1;
        }
        let written: Vec<&str> = written.iter().map(String::as_str).collect();
        dedent(&written).into_iter().map(|line| format!("    {line}\n")).collect()
    }

    /// Where the operator or the brackets begin and end.
    fn anchors(&self, joined: &str) -> Option<[Place; 2]> {
        let first = byte_of(&self.lines[0], self.start);
        let last_line = self.lines.last()?;
        let last = joined.len() - last_line.len() + byte_of(last_line, self.end);
        let Anchors { start, end } = anchors_of(joined.get(first..last)?)?;
        let place = |at: usize| {
            let before = joined.get(..first + at)?;
            let line = before.rsplit('\n').next()?;
            Some((before.matches('\n').count(), line.chars().count()))
        };
        Some([place(start)?, place(end)?])
    }

    /// Whether anything stands before or behind the operation in its lines.
    fn has_more_than_marked(&self) -> bool {
        let before = self.lines[0].chars().take(self.start).any(|character| !character.is_whitespace());
        before || self.lines.last().is_some_and(|line| line.chars().count() > self.end)
    }

    /// What stands under a line: tildes under the operands, carets under the operator or the brackets, or else carets.
    fn marks(&self, line: usize, anchors: Option<[Place; 2]>) -> String {
        let text = &self.lines[line];
        let indentation = text.len() - text.trim_start().len();
        let end = if line + 1 == self.lines.len() { byte_of(text, self.end) } else { text.len() };
        let mark = |column: usize, at: usize| match anchors {
            _ if at < indentation || (line == 0 && column < self.start) => " ",
            Some([start, end]) if (line, column) < start || (line, column) >= end => "~",
            _ => "^",
        };
        let characters = text[..end].char_indices().enumerate();
        characters
            .map(|(column, (at, character))| mark(column, at).repeat(display_width(character.encode_utf8(&mut [0; 4]))))
            .collect()
    }
}

/// Takes off the white space with which all lines begin, and what stands at their ends (`textwrap.dedent`).
fn dedent(lines: &[&str]) -> Vec<String> {
    let indentation = |line: &&str| line.len() - line.trim_start().len();
    let common = lines.iter().filter(|line| !line.trim().is_empty()).map(indentation).min().unwrap_or(0);
    lines.iter().map(|line| line.get(common..).unwrap_or("").trim_end().to_owned()).collect()
}

/// The byte at which a column begins.
fn byte_of(line: &str, column: usize) -> usize {
    line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
}
