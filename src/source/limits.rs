//! Bounds on what is given to the parser.
//!
//! The parser, the compiler and the destructors of the syntax tree recurse once per level of nesting, on a stack of
//! 1 MB in the browser. So the depth that a text can reach is estimated from its tokens, generously, before any of them
//! sees it. The estimate is never smaller than the depth of the tree that the parser builds, errors or not.

use super::lines::LineIndex;
use super::token_context::{begins_statement, closes, opens};
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

/// The longest text that is read: some 3,000 lines. Far more than one can follow on a timeline, and small enough to be
/// parsed anew at every keystroke.
pub const MAX_TEXT_BYTES: usize = 128 * 1024;

/// The deepest nesting that is read: blocks, brackets and operators added up. CPython's own bounds are 100 levels of
/// indentation and 200 of brackets (`MAXINDENT`, `MAXLEVEL` in `Parser/lexer/state.h`).
pub const MAX_NESTING: usize = 100;

/// Findings beyond this number are dropped: nobody reads them.
pub const MAX_DIAGNOSTICS: usize = 50;

/// What an open bracket (or a line) has in it so far.
#[derive(Clone, Copy, Default)]
struct Frame {
    /// Operators, dots, calls and the like since the last comma: each may nest in the one before.
    chain: usize,
    /// Keywords that open a statement, since the line began: a broken text may nest them on one line.
    statements: usize,
}

impl Frame {
    fn depth(self) -> usize {
        1 + self.chain + self.statements
    }
}

/// Whether the tree of a text may be deeper than [`MAX_NESTING`]. Reads the tokens, without recursion.
pub fn is_too_deep(text: &str) -> bool {
    let mut lexer = lexer::lex(text, Mode::Module);
    let mut frames = vec![Frame::default()];
    let mut below = 0; // the depth of all frames but the innermost
    let mut indentation: usize = 0;
    loop {
        let kind = lexer.next_token();
        let Some(frame) = frames.last_mut() else { return false };
        match kind {
            TokenKind::EndOfFile => return false,
            TokenKind::Indent => indentation += 1,
            TokenKind::Dedent => indentation = indentation.saturating_sub(1),
            TokenKind::Newline => *frame = Frame::default(),
            TokenKind::Comma | TokenKind::Semi => frame.chain = 0,
            kind if opens(kind) => {
                // A call or a subscript also is one more link of the chain around it.
                frame.chain += 1;
                below += frame.depth();
                frames.push(Frame::default());
            }
            kind if closes(kind) => {
                if frames.len() > 1 {
                    frames.pop();
                    below -= frames.last().map_or(0, |frame| frame.depth());
                }
            }
            kind if begins_statement(kind) => frame.statements += 1,
            kind if links(kind) => frame.chain += 1,
            _ => {}
        }
        if indentation + below + frames.last().map_or(0, |frame| frame.depth()) > MAX_NESTING {
            return true;
        }
    }
}

/// The line (from 1) in which a text that is too deep first goes beyond the bound.
pub fn line_of_too_deep(text: &str, lines: &LineIndex) -> u32 {
    let (mut fine, mut too_deep) = (0, lines.line_count());
    while too_deep - fine > 1 {
        let middle = (fine + too_deep) / 2;
        let end = if middle == lines.line_count() { text.len() } else { lines.start_of(middle + 1) as usize };
        if is_too_deep(text.get(..end).unwrap_or(text)) {
            too_deep = middle;
        } else {
            fine = middle;
        }
    }
    too_deep
}

fn links(kind: TokenKind) -> bool {
    kind.is_operator()
        || matches!(
            kind,
            TokenKind::Not
                | TokenKind::Lambda
                | TokenKind::Await
                | TokenKind::Yield
                | TokenKind::In
                | TokenKind::Is
                | TokenKind::And
                | TokenKind::Or
                | TokenKind::Dot
                | TokenKind::ColonEqual
                | TokenKind::Equal
        )
}
