//! From all that the parser stumbled over to what a person should be told.
//!
//! The parser goes on after an error, and one slip of the pen then gives several errors. Kept is the first of each line
//! and what is not a mere consequence of an earlier one.

use super::brackets;
use super::diagnostic::Diagnostic;
use super::lines::LineIndex;
use super::span::Span;
use super::syntax_wording::{Surroundings, Worded, syntax_error};
use super::token_context::TokenContext;
use super::version_wording;
use crate::source::order;
use ruff_python_ast::ModModule;
use ruff_python_parser::Parsed;

/// The syntax errors of a text, in its order.
pub fn syntax_errors(text: &str, parsed: &Parsed<ModModule>, lines: &LineIndex) -> Vec<Diagnostic> {
    if parsed.has_no_syntax_errors() {
        return Vec::new();
    }
    let surroundings =
        Surroundings { context: TokenContext::new(text, parsed.tokens()), lines, module: parsed.syntax() };
    let mut found: Vec<Worded> = parsed.errors().iter().filter_map(|error| surroundings.word(error)).collect();
    if parsed.errors().is_empty() {
        found.extend(parsed.unsupported_syntax_errors().iter().map(version_wording::word));
    }
    // The end of the file is at the end of the last line that has something in it.
    let end = text.trim_end().len() as u32;
    for worded in &mut found {
        if worded.span.start > end {
            worded.span = Span::new(end, end);
        }
    }
    // Of two findings in one line the tokenizer's comes first, as in CPython.
    order::sort_by_key(&mut found, |worded| (lines.line(worded.span.start), !worded.lexical, worded.span));

    // What follows a string that never ends is that string.
    if let Some(open) = found.iter().position(|worded| worded.message.contains("unterminated triple-quoted")) {
        found.truncate(open + 1);
    }
    if !parsed.errors().is_empty() {
        let in_string = found.iter().any(|worded| worded.message.contains("unterminated"));
        if let Some(error) = brackets::check(parsed.tokens(), lines).filter(|_| !in_string) {
            // A closing bracket's error is at its place; one that was never closed spoils all that follows it.
            let spoils = error.message.ends_with("was never closed");
            let (place, line) = (error.span.start, lines.line(error.span.start));
            found.retain(|worded| {
                let at = worded.span.start;
                if spoils { at < place } else { lines.line(at) != line }
            });
            found.push(syntax_error(error.span, &error.message));
            order::sort_by_key(&mut found, |worded| worded.span);
        }
    }
    let mut kept: Vec<Worded> = Vec::new();
    for worded in found {
        let consequence = kept.last().is_some_and(|earlier| is_consequence(&worded, earlier, lines));
        if !consequence {
            kept.push(worded);
        }
    }
    let diagnostic = |worded: Worded| Diagnostic { kind: worded.kind, span: worded.span, message: worded.message };
    kept.into_iter().map(diagnostic).collect()
}

/// Whether a finding only says again what an earlier one did: it is in the same line, or it is an indentation that
/// would have had a reason if the line before had been understood.
fn is_consequence(worded: &Worded, earlier: &Worded, lines: &LineIndex) -> bool {
    let line = lines.line(worded.span.start);
    let earlier_line = lines.line(earlier.span.end.saturating_sub(1).max(earlier.span.start));
    line <= earlier_line || (line <= earlier_line + 1 && worded.message.ends_with("unexpected indent"))
}
