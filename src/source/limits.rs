//! Bounds on what is given to the parser.
//!
//! The parser, the compiler and the destructors of the syntax tree recurse once per level of nesting, on a stack of
//! 1 MB in the browser. So the depth that a text can reach is estimated from its tokens, generously, before any of them
//! sees it. The estimate is never smaller than the depth of the tree that the parser builds, errors or not: the
//! properties in `tests/source_properties.rs` hold it to that. At the bound, every kind of nesting is parsed and
//! compiled within 400 KB of stack by the page's wasm under V8, which allows about 1 MB.

use super::lines::LineIndex;
use super::token_context::{begins_statement, closes, closing_of, opens};
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
    /// Keywords that a comma does not end, since the line began: those of statements (a broken text may nest them on
    /// one line) and `yield`.
    statements: usize,
    /// Every `lambda` that no comma has ended. One that is in its parameters does not.
    lambdas: usize,
    /// `lambda` and `def` whose colon has not come yet.
    headless: usize,
    /// The bracket that ends it; none for a line.
    closed_by: Option<TokenKind>,
}

impl Frame {
    fn depth(self) -> usize {
        1 + self.chain + self.statements + self.lambdas
    }
}

/// Whether the tree of a text may be deeper than [`MAX_NESTING`]. Reads the tokens, without recursion.
pub fn is_too_deep(text: &str) -> bool {
    let mut lexer = lexer::lex(text, Mode::Module);
    let mut frames = vec![Frame::default()];
    let mut below = 0; // the depth of all frames but the innermost
    let mut indentation: usize = 0;
    // The parser looks for the parameters of a `lambda` or a `def` without a colon in the lines that follow.
    let mut unfinished: usize = 0;
    loop {
        let kind = lexer.next_token();
        let Some(frame) = frames.last_mut() else { return false };
        match kind {
            TokenKind::EndOfFile => return false,
            TokenKind::Indent => indentation += 1,
            TokenKind::Dedent => indentation = indentation.saturating_sub(1),
            TokenKind::Newline => {
                if frame.headless > 0 {
                    unfinished += frame.depth();
                }
                *frame = Frame::default();
            }
            TokenKind::Colon => {
                frame.headless = frame.headless.saturating_sub(1);
                frame.chain += 1;
            }
            TokenKind::Comma | TokenKind::Semi => {
                frame.chain = 0;
                if frame.headless == 0 {
                    frame.lambdas = 0;
                }
            }
            kind if opens(kind) => {
                // A call or a subscript also is one more link of the chain around it.
                frame.chain += 1;
                below += frame.depth();
                frames.push(Frame { closed_by: closing_of(kind), ..Frame::default() });
            }
            // The parser does not let a bracket close one of another kind.
            kind if closes(kind) => {
                if frame.closed_by == Some(kind) {
                    frames.pop();
                    below -= frames.last().map_or(0, |frame| frame.depth());
                }
            }
            kind => {
                frame.statements += usize::from(begins_statement(kind) || kind == TokenKind::Yield);
                frame.lambdas += usize::from(kind == TokenKind::Lambda);
                frame.chain += usize::from(links(kind));
                frame.headless += usize::from(matches!(kind, TokenKind::Lambda | TokenKind::Def));
            }
        }
        if unfinished + indentation + below + frames.last().map_or(0, |frame| frame.depth()) > MAX_NESTING {
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
                | TokenKind::Await
                | TokenKind::In
                | TokenKind::Is
                | TokenKind::And
                | TokenKind::Or
                | TokenKind::Dot
                | TokenKind::ColonEqual
                | TokenKind::Equal
        )
}
