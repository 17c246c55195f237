//! Tracebacks as text (`Lib/traceback.py`, `Python/traceback.c`): the frames of the user's own files.

use super::exception::TracebackEntry;
use super::object::Payload;
use super::process::Machine;
use super::value::Value;
use crate::program::code::{Code, CodeKind, SourceFile};
use crate::program::op::Op;

/// Since this version the part of a line that raised is underlined.
const UNDERLINES_SINCE: u8 = 11;
/// Since this version it is underlined also where it is a whole call.
const CALL_UNDERLINES_SINCE: u8 = 13;
/// Since this version `return f(x)` and `y = f(x)` are not underlined.
const PLAIN_CALLS_UNMARKED_SINCE: u8 = 13;
/// Since this version comprehensions have no frame of their own.
const COMPREHENSIONS_INLINED_SINCE: u8 = 12;
/// Equal frames in a row that are shown before the rest is counted.
const REPEATED_FRAMES_SHOWN: usize = 3;

impl Machine {
    /// The frames of a traceback that lie in the user's files, outermost first.
    pub fn traceback_of(&self, exception: Value) -> Vec<TracebackEntry> {
        match self.payload(exception) {
            Some(Payload::Exception(data)) => data
                .traceback
                .iter()
                .rev()
                .copied()
                .filter(|entry| self.is_user_code(self.program.code(entry.code)))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// `  File "…", line …, in …` with the source line, for each frame of the user's.
    pub fn traceback_text(&self, exception: Value) -> String {
        self.text_of_entries(self.traceback_of(exception))
    }

    /// The same of these entries, outermost first.
    pub fn text_of_entries(&self, entries: Vec<TracebackEntry>) -> String {
        let mut text = String::new();
        let entries = self.with_names(entries);
        let mut at = 0;
        while at < entries.len() {
            let (entry, name) = entries[at];
            let line = self.entry_line(entry);
            let same = entries[at..]
                .iter()
                .take_while(|(other, _)| other.code == entry.code && self.entry_line(*other) == line)
                .count();
            for _ in 0..same.min(REPEATED_FRAMES_SHOWN) {
                self.write_entry(entry, name, &mut text);
            }
            if same > REPEATED_FRAMES_SHOWN {
                let more = same - REPEATED_FRAMES_SHOWN;
                let plural = if more == 1 { "" } else { "s" };
                text.push_str(&format!("  [Previous line repeated {more} more time{plural}]\n"));
            }
            at += same;
        }
        text
    }

    /// The entries (innermost first) that make up each frame, outermost first. Since 3.12 a comprehension is a part of the
    /// frame that it stands in (PEP 709).
    pub fn frames_of_entries(&self, entries: Vec<TracebackEntry>) -> Vec<Vec<TracebackEntry>> {
        let mut frames: Vec<Vec<TracebackEntry>> = Vec::new();
        for entry in entries.into_iter().rev() {
            let kind = self.program.code(entry.code).kind;
            let is_inlined = self.is_at_least(COMPREHENSIONS_INLINED_SINCE) && kind == CodeKind::Comprehension;
            match frames.last_mut() {
                Some(around) if is_inlined => around.push(entry),
                _ => frames.push(vec![entry]),
            }
        }
        frames
    }

    /// The frames with what each is called.
    fn with_names(&self, mut entries: Vec<TracebackEntry>) -> Vec<(TracebackEntry, &str)> {
        entries.reverse();
        let frames = self.frames_of_entries(entries);
        frames
            .iter()
            .filter_map(|frame| Some((*frame.last()?, &*self.program.code(frame.first()?.code).name)))
            .collect()
    }

    fn entry_line(&self, entry: TracebackEntry) -> u32 {
        self.program.line_at(self.program.code(entry.code), entry.op)
    }

    fn write_entry(&self, entry: TracebackEntry, name: &str, text: &mut String) {
        let code = self.program.code(entry.code);
        let Some(file) = self.program.files.get(code.file as usize) else { return };
        let line = self.entry_line(entry);
        text.push_str(&format!("  File \"{}\", line {line}, in {name}\n", file.name));
        let source = file.line_text(line);
        let trimmed = source.trim();
        if trimmed.is_empty() {
            return;
        }
        text.push_str(&format!("    {trimmed}\n"));
        if self.is_at_least(UNDERLINES_SINCE)
            && let Some(underline) = self.underline(code, entry, file, line)
        {
            text.push_str(&format!("    {underline}\n"));
        }
    }

    /// `~~^~~` under the part of the line that raised; none where that is the whole line.
    fn underline(&self, code: &Code, entry: TracebackEntry, file: &SourceFile, line: u32) -> Option<String> {
        let span = *code.spans.get(entry.op as usize)?;
        let op = code.ops.get(entry.op as usize)?;
        let line_start = *file.line_starts.get(line as usize - 1)?;
        let source = file.line_text(line);
        let indent = source.len() - source.trim_start().len();
        let end_of_line = line_start as usize + source.trim_end().len();
        let start = (span.start as usize).checked_sub(line_start as usize)?.checked_sub(indent)?;
        let end = (span.end as usize).min(end_of_line) - line_start as usize - indent;
        if end <= start {
            return None;
        }
        let visible = source.trim();
        let part = visible.get(start..end)?;
        if self.is_at_least(PLAIN_CALLS_UNMARKED_SINCE) && is_plain_call(visible, start, end) {
            return None;
        }
        let mut marks: Vec<char> = vec!['^'; part.chars().count()];
        match op {
            Op::Binary(_) | Op::InPlace(_) => mark_operator(part, &mut marks),
            Op::LoadSubscript => {
                if let Some(open) = matching_open(part, '[', ']') {
                    marks[..open].fill('~');
                }
            }
            Op::Call(_)
            | Op::CallMethod(_)
            | Op::CallKeyword(..)
            | Op::CallMethodKeyword(..)
            | Op::CallSpread(_)
            | Op::BeforeWith
            | Op::WithExceptStart
                if self.is_at_least(CALL_UNDERLINES_SINCE) =>
            {
                if let Some(open) = matching_open(part, '(', ')') {
                    marks[..open].fill('~');
                }
            }
            _ => {}
        }
        let all_plain = marks.iter().all(|&mark| mark == '^');
        if all_plain && start == 0 && part.len() == visible.len() {
            return None;
        }
        Some(" ".repeat(visible[..start].chars().count()) + &marks.into_iter().collect::<String>())
    }
}

/// Whether nothing is marked, since the line says no more than the name of the function does: `return f(x)` and
/// `y = f(x)` (`Lib/traceback.py`, `_should_show_carets`).
fn is_plain_call(visible: &str, start: usize, end: usize) -> bool {
    let (before, call) = (visible[..start].trim_end(), &visible[start..end]);
    let rest = visible[end..].trim_start();
    let Some(open) = matching_open(call, '(', ')') else { return false };
    if !rest.is_empty() && !rest.starts_with('#') {
        return false;
    }
    if before == "return" {
        return call.chars().take(open).all(|character| character == '_' || character.is_alphanumeric());
    }
    // An assignment, not a comparison, an augmented or annotated one, nor the end of a compound statement's line.
    before.strip_suffix('=').is_some_and(|target| {
        !target.ends_with(['=', '!', '<', '>', '+', '-', '*', '/', '%', '&', '|', '^', '@', ':'])
            && !target.contains([':', ';', '('])
    })
}

/// Marks the operands of a binary expression with tildes, its operator with carets.
fn mark_operator(part: &str, marks: &mut [char]) {
    let characters: Vec<char> = part.chars().collect();
    let mut depth = 0i32;
    let mut quote = None;
    let mut found = None;
    for (at, &character) in characters.iter().enumerate() {
        match (quote, character) {
            (Some(open), other) if open == other => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth -= 1,
            (None, '+' | '-' | '*' | '/' | '%' | '@' | '&' | '|' | '^' | '<' | '>') if depth == 0 && at > 0 => {
                found = Some(at);
                break;
            }
            _ => {}
        }
    }
    let Some(at) = found else { return };
    let doubled = characters.get(at + 1) == Some(&characters[at]);
    let end = at + if doubled { 2 } else { 1 };
    for (position, mark) in marks.iter_mut().enumerate() {
        if position < at || position >= end {
            *mark = '~';
        }
    }
}

/// Where the bracket that ends the text was opened.
fn matching_open(part: &str, open: char, close: char) -> Option<usize> {
    let characters: Vec<char> = part.chars().collect();
    if characters.last() != Some(&close) {
        return None;
    }
    let mut depth = 0;
    for (at, &character) in characters.iter().enumerate().rev() {
        if character == close {
            depth += 1;
        } else if character == open {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}
