//! Tracebacks as text (`Lib/traceback.py`, `Python/traceback.c`): the frames of the user's own files.

use super::exception::TracebackEntry;
use super::marked_lines::Marked;
use super::object::Payload;
use super::process::Machine;
use super::text::wide_characters::display_width;
use super::value::Value;
use crate::program::code::{Code, CodeKind, SourceFile};
use crate::program::op::Op;
use crate::source::anchors::{Anchors, anchors_of};

/// Since this version the part of a line that raised is underlined.
const UNDERLINES_SINCE: u8 = 11;
/// Since this version all lines of an operation are shown, and calls are marked too (gh-106922).
const ALL_LINES_SINCE: u8 = 13;
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
        let trimmed = file.line_text(line).trim();
        if trimmed.is_empty() {
            return;
        }
        let span = code.spans.get(entry.op as usize);
        let raised = span.and_then(|span| file.text.get(span.start as usize..span.end as usize));
        // A `raise` that is all of its line has nothing in it to mark, and most tracebacks begin with one.
        let is_plain_raise = raised == Some(trimmed) && matches!(code.ops.get(entry.op as usize), Some(Op::Raise(_)));
        if self.is_at_least(ALL_LINES_SINCE)
            && !is_plain_raise
            && let Some(marked) = marked_lines(code, entry, file, line)
        {
            text.push_str(&marked.text());
            return;
        }
        text.push_str(&format!("    {trimmed}\n"));
        if self.is_at_least(UNDERLINES_SINCE)
            && let Some(underline) = underline(code, entry, file, line)
        {
            text.push_str(&format!("    {underline}\n"));
        }
    }
}

/// The lines of what raised. Out of line, so that the page can fetch it later.
#[inline(never)]
fn marked_lines(code: &Code, entry: TracebackEntry, file: &SourceFile, line: u32) -> Option<Marked> {
    let span = *code.spans.get(entry.op as usize)?;
    let column_in = |line: u32, offset: u32| {
        let start = *file.line_starts.get(line as usize - 1)?;
        Some(file.text.get(start as usize..offset as usize)?.chars().count())
    };
    let last = file.line_of(span.end);
    let lines: Vec<&str> = (line..=last).map(|line| file.line_text(line)).collect();
    Marked::new(&lines, column_in(line, span.start)?, column_in(last, span.end)?)
}

/// `~~^~~` under the part of the line that raised, up to 3.12; none where that is the whole line. Out of line, so that the
/// page can fetch it later.
#[inline(never)]
fn underline(code: &Code, entry: TracebackEntry, file: &SourceFile, line: u32) -> Option<String> {
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
    let (before, part) = (visible.get(..start)?, visible.get(start..end)?);
    // What a failed assertion raises stood for the whole statement.
    if matches!(op, Op::Raise(_)) && before.trim_end_matches(['(', ' ']).ends_with("assert") {
        return None;
    }
    let anchors = match op {
        Op::Binary(_) | Op::InPlace(_) | Op::LoadSubscript | Op::StoreSubscript | Op::DeleteSubscript => {
            (span.end as usize <= end_of_line).then(|| anchors_of(part)).flatten()
        }
        _ => None,
    };
    if anchors.is_none() && part.len() == visible.len() {
        return None;
    }
    let Anchors { start, end } = anchors.unwrap_or(Anchors { start: 0, end: part.len() });
    let stretches = [(before, " "), (part.get(..start)?, "~"), (part.get(start..end)?, "^"), (part.get(end..)?, "~")];
    Some(stretches.map(|(text, mark)| mark.repeat(display_width(text))).concat())
}
