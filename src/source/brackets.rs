//! Brackets that do not match, found in the tokens without the grammar.
//!
//! CPython's tokenizer keeps a stack of open brackets and words these three errors itself
//! (`Parser/lexer/lexer.c`, `Parser/pegen_errors.c`).

use super::lines::LineIndex;
use super::span::Span;
use super::token_context::closing_of;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_text_size::Ranged;

/// What is wrong with the brackets of a text; at most one, for what follows it cannot be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BracketError {
    pub span: Span,
    pub message: String,
}

fn sign(kind: TokenKind) -> char {
    match kind {
        TokenKind::Lpar => '(',
        TokenKind::Lsqb => '[',
        TokenKind::Lbrace => '{',
        TokenKind::Rpar => ')',
        TokenKind::Rsqb => ']',
        _ => '}',
    }
}

/// The first thing that is wrong with the brackets.
pub fn check(tokens: &Tokens, lines: &LineIndex) -> Option<BracketError> {
    let mut open: Vec<(TokenKind, Span)> = Vec::new();
    for token in tokens.iter() {
        let (kind, span) = (token.kind(), Span::from(token.range()));
        match kind {
            TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::FStringStart
            | TokenKind::TStringStart => open.push((kind, span)),
            // What is open in an f-string ends with it; the parser has its own words for that.
            TokenKind::FStringEnd | TokenKind::TStringEnd => {
                let start =
                    |(kind, _): &(TokenKind, Span)| matches!(kind, TokenKind::FStringStart | TokenKind::TStringStart);
                if let Some(start) = open.iter().rposition(start) {
                    open.truncate(start);
                }
            }
            TokenKind::Rbrace if open.last().is_some_and(|(kind, _)| *kind == TokenKind::FStringStart) => {}
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => match open.pop() {
                None => return Some(BracketError { span, message: format!("unmatched '{}'", sign(kind)) }),
                Some((opening, at)) if closing_of(opening) != Some(kind) => {
                    let line = lines.line(at.start);
                    let place = if line == lines.line(span.start) { String::new() } else { format!(" on line {line}") };
                    let (closing, opening) = (sign(kind), sign(opening));
                    let message = format!(
                        "closing parenthesis '{closing}' does not match opening parenthesis '{opening}'{place}"
                    );
                    return Some(BracketError { span, message });
                }
                Some(_) => {}
            },
            _ => {}
        }
    }
    if open.iter().any(|(kind, _)| matches!(kind, TokenKind::FStringStart | TokenKind::TStringStart)) {
        return None;
    }
    let (kind, span) = open.pop()?;
    Some(BracketError { span, message: format!("'{}' was never closed", sign(kind)) })
}
