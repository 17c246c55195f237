//! What the command itself has to say.

use super::{NAME, STATUS_REFUSED};
use last_thread_standing::source::diagnostic::Diagnostic;
use last_thread_standing::source::lines::LineIndex;
use std::io::Write;

/// A line of the command's own on standard error.
pub fn say(sentence: &str) {
    write_stderr(format!("{NAME}: {}\n", sentence.replace('\n', " ")).as_bytes());
}

/// Says why nothing is done; gives the status for it.
pub fn refuse(sentence: &str) -> u8 {
    say(sentence);
    STATUS_REFUSED
}

/// Every finding in a line of its own, as `FILE:LINE:COL: message`.
pub fn diagnostics(file: &str, text: &str, findings: &[Diagnostic]) -> u8 {
    let lines = LineIndex::new(text);
    for finding in findings {
        let position = lines.position(text, finding.span.start);
        say(&format!("{file}:{}:{}: {}", position.line, position.column, finding.message));
    }
    STATUS_REFUSED
}

/// Whoever reads may have gone; then there is nobody to tell.
pub fn write_stdout(bytes: &[u8]) {
    let mut stdout = std::io::stdout().lock();
    let _ = stdout.write_all(bytes).and_then(|()| stdout.flush());
}

pub fn write_stderr(bytes: &[u8]) {
    let _ = std::io::stderr().lock().write_all(bytes);
}
