//! Offsets to lines and columns, and the one form of line ending that texts are kept in.

/// A place as people name it: line from 1, column from 1 in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// Where each line of a text begins. `\n`, `\r\n` and a lone `\r` end a line, as CPython's tokenizer has it.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (index, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'));
            if ends {
                starts.push(index as u32 + 1);
            }
        }
        Self { starts }
    }

    /// The line, from 1, in which the byte at that offset stands.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset).max(1) as u32
    }

    /// The offset of the first byte of a line (from 1); of the last line for a number that is too large.
    pub fn start_of(&self, line: u32) -> u32 {
        let index = (line.max(1) as usize - 1).min(self.starts.len().saturating_sub(1));
        self.starts.get(index).copied().unwrap_or(0)
    }

    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let before = text.get(self.start_of(line) as usize..offset as usize).unwrap_or("");
        Position { line, column: before.chars().count() as u32 + 1 }
    }

    pub fn line_count(&self) -> u32 {
        self.starts.len() as u32
    }
}

/// The text with `\n` as its only line ending and without a byte order mark, as CPython reads a file. A scenario's text
/// is kept in this form.
pub fn normalise_newlines(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_ending_ends_one_line() {
        let text = "a\nb\r\nc\rd";
        let index = LineIndex::new(text);
        let lines: Vec<u32> =
            text.char_indices().filter(|(_, c)| c.is_alphabetic()).map(|(at, _)| index.line(at as u32)).collect();
        assert_eq!(lines, [1, 2, 3, 4]);
        assert_eq!(normalise_newlines("\u{feff}a\r\nb\rc"), "a\nb\nc");
    }

    #[test]
    fn columns_count_characters() {
        let text = "x\nü = 1";
        let at = text.find('=').unwrap() as u32;
        assert_eq!(LineIndex::new(text).position(text, at), Position { line: 2, column: 3 });
    }

    #[test]
    fn an_offset_past_the_end_is_in_the_last_line() {
        let index = LineIndex::new("a\nb");
        assert_eq!(index.line(99), 2);
        assert_eq!(index.start_of(99), 2);
    }
}
