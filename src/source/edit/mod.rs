//! Edits of the text: what a control of the page does to the program. Comments and layout stay as they are.

pub mod daemon;
pub mod join;
pub mod layout;
pub mod number;
mod removal;
pub mod templates;
pub mod thread;

use super::span::Span;
use crate::source::order;
use serde::{Deserialize, Serialize};

/// A piece of the text to be replaced by another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEdit {
    pub span: Span,
    pub replacement: String,
}

impl TextEdit {
    pub fn replace(span: Span, replacement: impl Into<String>) -> Self {
        Self { span, replacement: replacement.into() }
    }

    pub fn insert(at: u32, text: impl Into<String>) -> Self {
        Self::replace(Span::new(at, at), text)
    }
}

/// The text with the edits made, all of them in terms of the text as it was. An edit that does not fit the text, or that
/// overlaps one before it, is left out.
pub fn apply(text: &str, edits: &[TextEdit]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for edit in to_be_made(edits) {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        if let (Some(kept), Some(_)) = (text.get(done..start), text.get(start..end)) {
            result.push_str(kept);
            result.push_str(&edit.replacement);
            done = end;
        }
    }
    result.push_str(text.get(done..).unwrap_or(""));
    result
}

/// Where an offset of the text is after the edits: what stands behind an edit moves with it, an offset inside of one
/// goes to its end.
pub fn shift(offset: u32, edits: &[TextEdit]) -> u32 {
    let mut moved = i64::from(offset);
    for edit in to_be_made(edits) {
        let (start, end) = (i64::from(edit.span.start), i64::from(edit.span.end));
        let length = edit.replacement.len() as i64;
        if end <= i64::from(offset) {
            moved += length - (end - start);
        } else if start < i64::from(offset) {
            moved += start + length - i64::from(offset);
        }
    }
    u32::try_from(moved.max(0)).unwrap_or(u32::MAX)
}

/// In the order of the text, without those that overlap one before them.
fn to_be_made(edits: &[TextEdit]) -> Vec<&TextEdit> {
    let mut sorted: Vec<&TextEdit> = edits.iter().collect();
    order::sort_by_key(&mut sorted, |edit| edit.span);
    let mut done = 0;
    sorted.retain(|edit| {
        edit.span.start >= done && {
            done = edit.span.end;
            true
        }
    });
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_in_the_order_of_the_text() {
        let edits = [
            TextEdit::replace(Span::new(4, 5), "22"),
            TextEdit::insert(0, "a"),
            TextEdit::replace(Span::new(1, 2), ""),
        ];
        assert_eq!(apply("0123456", &edits), "a0232256");
        assert_eq!(shift(6, &edits), 7);
        assert_eq!(shift(0, &edits), 1);
    }

    #[test]
    fn edits_that_do_not_fit_are_left_out() {
        let edits = [
            TextEdit::replace(Span::new(1, 3), "x"),
            TextEdit::replace(Span::new(2, 4), "y"),
            TextEdit::insert(99, "z"),
        ];
        assert_eq!(apply("0123", &edits), "0x3");
        assert_eq!(shift(4, &edits), 3);
        assert_eq!(apply("ü", &[TextEdit::insert(1, "x")]), "ü");
    }
}
