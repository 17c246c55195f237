//! What stands around a place: the tokens before and after it, the bracket and the statement that it is in.

use super::span::Span;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;

/// The tokens of a text without comments and without newlines inside of brackets.
pub struct TokenContext<'a> {
    pub text: &'a str,
    tokens: Vec<Token>,
}

/// A stretch of the tokens seen from one of them.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    tokens: &'a [Token],
    /// The first token that ends after the place.
    index: usize,
}

impl<'a> TokenContext<'a> {
    pub fn new(text: &'a str, tokens: &[Token]) -> Self {
        let keep = |token: &&Token| !matches!(token.kind(), TokenKind::Comment | TokenKind::NonLogicalNewline);
        Self { text, tokens: tokens.iter().filter(keep).copied().collect() }
    }

    pub fn around(&self, offset: u32) -> Around<'_> {
        let index = self.tokens.partition_point(|token| token.end().to_u32() <= offset);
        Around { tokens: &self.tokens, index }
    }

    pub fn text_of(&self, token: Token) -> &'a str {
        Span::from(token.range()).text(self.text)
    }
}

/// Where a logical line begins.
fn ends_line(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent)
}

impl Around<'_> {
    pub fn token(self) -> Option<Token> {
        self.tokens.get(self.index).copied()
    }

    /// The n-th token before the place, 0 being the nearest; blocks' ends and beginnings are passed over.
    pub fn before(self, n: usize) -> Option<Token> {
        let earlier = self.tokens.get(..self.index)?;
        earlier
            .iter()
            .rev()
            .filter(|token| !matches!(token.kind(), TokenKind::Indent | TokenKind::Dedent))
            .nth(n)
            .copied()
    }

    /// The innermost bracket (or f-string) that is open at the place, within its logical line.
    pub fn bracket(self) -> Option<Token> {
        let mut closed = 0;
        for token in self.tokens.get(..self.index)?.iter().rev() {
            match token.kind() {
                kind if closes(kind) => closed += 1,
                kind if opens(kind) && closed == 0 => return Some(*token),
                kind if opens(kind) => closed -= 1,
                kind if ends_line(kind) => return None,
                _ => {}
            }
        }
        None
    }

    /// The first token of the logical line.
    pub fn line_start(self) -> Option<Token> {
        let earlier = self.tokens.get(..self.index)?;
        let start = earlier.iter().rposition(|token| ends_line(token.kind())).map_or(0, |index| index + 1);
        self.tokens.get(start).copied()
    }

    /// Where the expression before the place begins, going back to what stands before it in the same bracket.
    pub fn element_start(self) -> Option<Token> {
        let mut closed = 0;
        let mut start = None;
        for token in self.tokens.get(..self.index)?.iter().rev() {
            let kind = token.kind();
            let ends = match kind {
                kind if closes(kind) => {
                    closed += 1;
                    false
                }
                kind if opens(kind) => {
                    closed -= 1;
                    closed < 0
                }
                TokenKind::Comma | TokenKind::Equal | TokenKind::Colon | TokenKind::Semi => closed == 0,
                kind => closed == 0 && (ends_line(kind) || begins_statement(kind)),
            };
            if ends {
                break;
            }
            start = Some(*token);
        }
        start
    }

    /// Whether there is such a token between the place and the end of its logical line, outside of inner brackets.
    pub fn line_has(self, kind: TokenKind) -> bool {
        let mut open = 0;
        for token in self.tokens.get(self.index..).unwrap_or(&[]) {
            match token.kind() {
                TokenKind::Newline => return false,
                found if found == kind && open == 0 => return true,
                found if opens(found) => open += 1,
                found if closes(found) => open -= 1,
                _ => {}
            }
        }
        false
    }
}

pub fn opens(kind: TokenKind) -> bool {
    closing_of(kind).is_some()
}

/// What closes a bracket or an f-string.
pub fn closing_of(kind: TokenKind) -> Option<TokenKind> {
    match kind {
        TokenKind::Lpar => Some(TokenKind::Rpar),
        TokenKind::Lsqb => Some(TokenKind::Rsqb),
        TokenKind::Lbrace => Some(TokenKind::Rbrace),
        TokenKind::FStringStart => Some(TokenKind::FStringEnd),
        TokenKind::TStringStart => Some(TokenKind::TStringEnd),
        _ => None,
    }
}

pub fn closes(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd | TokenKind::TStringEnd
    )
}

/// Keywords that open a statement or a clause.
pub fn begins_statement(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::If
            | TokenKind::Elif
            | TokenKind::Else
            | TokenKind::While
            | TokenKind::For
            | TokenKind::With
            | TokenKind::Try
            | TokenKind::Except
            | TokenKind::Finally
            | TokenKind::Def
            | TokenKind::Class
            | TokenKind::Match
            | TokenKind::Case
            | TokenKind::Async
            | TokenKind::At
    )
}

/// Whether an expression can begin with it (after another expression, so signs are not counted).
pub fn begins_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::TStringStart
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
            | TokenKind::Lambda
            | TokenKind::Ellipsis
            | TokenKind::Lbrace
            | TokenKind::Match
            | TokenKind::Case
            | TokenKind::Type
    )
}
