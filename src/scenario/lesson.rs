//! Lessons: notes in a program's docstring that are pinned to moments of its run.
//!
//! A paragraph of the docstring that begins with `At 2.5 s:` is a note for that moment; all others are the explanation.

use super::time_text::parse_time;
use crate::source::order;

/// Notes of one program, at most: more are no lesson.
pub const MOST_NOTES: usize = 60;

/// A note, and the moment to which it is pinned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub at_ns: u64,
    pub text: String,
}

/// The paragraphs of an explanation, and its notes by their moments.
pub fn paragraphs_and_notes(explanation: &str) -> (Vec<String>, Vec<Note>) {
    let mut paragraphs = Vec::new();
    let mut notes = Vec::new();
    for paragraph in explanation.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        match note(paragraph) {
            Some(note) if notes.len() < MOST_NOTES => notes.push(note),
            _ => paragraphs.push(paragraph.to_owned()),
        }
    }
    order::sort_by_key(&mut notes, |note| note.at_ns);
    (paragraphs, notes)
}

fn note(paragraph: &str) -> Option<Note> {
    let (head, text) = paragraph.split_once(':')?;
    let time = head.strip_prefix("At ")?.strip_suffix('s')?.trim();
    let at_ns = parse_time(time).ok()?;
    Some(Note { at_ns, text: text.split_whitespace().collect::<Vec<_>>().join(" ") })
}

/// The note that belongs to a moment: the last one that is not after it.
pub fn note_at(notes: &[Note], at_ns: u64) -> Option<usize> {
    notes.partition_point(|note| note.at_ns <= at_ns).checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_that_begins_with_a_moment_is_a_note() {
        let (paragraphs, notes) = paragraphs_and_notes(
            "What it shows.\n\nAt 3 s: main ends;\nthe daemon does not.\n\nAt 0.5 s: both sleep.\n\nAt home: no note.",
        );
        assert_eq!(paragraphs, ["What it shows.", "At home: no note."]);
        let said: Vec<_> = notes.iter().map(|note| (note.at_ns, note.text.as_str())).collect();
        assert_eq!(said, [(500_000_000, "both sleep."), (3_000_000_000, "main ends; the daemon does not.")]);
        assert_eq!(note_at(&notes, 0), None);
        assert_eq!(note_at(&notes, 500_000_000), Some(0));
        assert_eq!(note_at(&notes, u64::MAX), Some(1));
    }

    #[test]
    fn what_is_no_time_is_text() {
        for text in ["At x s: y", "At 1 m: y", "At 1 s", "at 1 s: y"] {
            assert_eq!(paragraphs_and_notes(text), (vec![text.to_owned()], vec![]), "{text}");
        }
    }
}
