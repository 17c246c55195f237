//! Errors of single tokens: strings, numbers, characters; in the words of CPython's tokenizer.

use super::diagnostic::DiagnosticKind;
use super::span::Span;
use super::syntax_wording::{Surroundings, Worded, syntax_error};
use super::token_context::TokenContext;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType};
use ruff_text_size::Ranged;

pub fn word(surroundings: &Surroundings, kind: &LexicalErrorType, span: Span) -> Option<Worded> {
    let text = surroundings.context.text;
    let (span, message) = match kind {
        LexicalErrorType::IndentationError => {
            let message = "unindent does not match any outer indentation level";
            return Some(surroundings.indentation_error(span, message));
        }
        LexicalErrorType::UnclosedStringError => unterminated_string(surroundings, span),
        LexicalErrorType::FStringError(
            InterpolatedStringErrorType::UnterminatedString
            | InterpolatedStringErrorType::UnterminatedTripleQuotedString,
        )
        | LexicalErrorType::TStringError(_) => unterminated_f_string(surroundings, span),
        // It may follow from what stands before it in the line.
        LexicalErrorType::FStringError(InterpolatedStringErrorType::SingleRbrace) => {
            return Some(syntax_error(span, "f-string: single '}' is not allowed"));
        }
        LexicalErrorType::FStringError(other) => (span, format!("f-string: {other}").replace('`', "'")),
        LexicalErrorType::UnrecognizedToken { tok } => (span, invalid_character(*tok)),
        LexicalErrorType::LineContinuationError => {
            (span, "unexpected character after line continuation character".to_owned())
        }
        LexicalErrorType::Eof => (span, "unexpected EOF while parsing".to_owned()),
        LexicalErrorType::InvalidByteLiteral => (span, "bytes can only contain ASCII literal characters".to_owned()),
        LexicalErrorType::UnicodeError
        | LexicalErrorType::MissingUnicodeLbrace
        | LexicalErrorType::MissingUnicodeRbrace => {
            if let Some(name) = character_name(text, span) {
                return Some(Worded {
                    span: name,
                    kind: DiagnosticKind::NotSupported,
                    message: "not supported here: characters by name; write the character itself".to_owned(),
                    lexical: true,
                });
            }
            unicode_escape(surroundings, span)
        }
        LexicalErrorType::OtherError(_) => number(text, span),
        LexicalErrorType::StringError => (span, "invalid syntax".to_owned()),
    };
    Some(Worded { lexical: true, ..syntax_error(span, &message) })
}

fn invalid_character(character: char) -> String {
    let code = format!("U+{:04X}", u32::from(character));
    if character.is_ascii() && !character.is_ascii_control() {
        "invalid syntax".to_owned()
    } else if character.is_control()
        || character.is_whitespace()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}')
    {
        format!("invalid non-printable character {code}")
    } else {
        format!("invalid character '{character}' ({code})")
    }
}

/// Whether the literal at that place opens with three quotes.
fn is_triple_quoted(literal: &str) -> bool {
    let quotes = literal.trim_start_matches(|character: char| character.is_ascii_alphabetic());
    quotes.starts_with("\"\"\"") || quotes.starts_with("'''")
}

/// The last line that has something in it, as CPython counts them at the end of the file.
fn last_line(surroundings: &Surroundings) -> u32 {
    surroundings.lines.line(surroundings.context.text.trim_end_matches(['\n', '\r']).len() as u32)
}

fn unterminated_string(surroundings: &Surroundings, span: Span) -> (Span, String) {
    let text = surroundings.context.text;
    let literal = text.get(span.start as usize..).unwrap_or("");
    if is_triple_quoted(literal) {
        let line = last_line(surroundings);
        return (span, format!("unterminated triple-quoted string literal (detected at line {line})"));
    }
    let end = span.end.saturating_sub(1).max(span.start);
    let line = surroundings.lines.line(end);
    (span, format!("unterminated string literal (detected at line {line})"))
}

/// The span is somewhere in the f-string; CPython points at its beginning.
pub fn unterminated_f_string(surroundings: &Surroundings, span: Span) -> (Span, String) {
    let around = surroundings.context.around(span.start);
    let start = around.bracket().filter(|token| token.kind() == TokenKind::FStringStart);
    let opening = start.map_or(span, |token| Span::from(token.range()));
    if is_triple_quoted(opening.text(surroundings.context.text)) {
        let line = last_line(surroundings);
        return (opening, format!("unterminated triple-quoted f-string literal (detected at line {line})"));
    }
    let line = surroundings.lines.line(opening.start);
    (opening, format!("unterminated f-string literal (detected at line {line})"))
}

/// A number that the lexer refused.
fn number(text: &str, span: Span) -> (Span, String) {
    let rest = text.get(span.start as usize..).unwrap_or("");
    let message = match radix_of(rest) {
        Some((name, digits)) => match rest.get(2..).and_then(|rest| rest.chars().next()) {
            Some(digit) if digit.is_ascii_digit() && !digits.contains(digit) => {
                format!("invalid digit '{digit}' in {name} literal")
            }
            _ => format!("invalid {name} literal"),
        },
        None if rest.starts_with('0') => {
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix \
                                          for octal integers"
                .to_owned()
        }
        None if rest.starts_with(|character: char| character.is_ascii_digit()) => "invalid decimal literal".to_owned(),
        None => "invalid syntax".to_owned(),
    };
    (span, message)
}

fn radix_of(literal: &str) -> Option<(&'static str, &'static str)> {
    match literal.get(..2)?.to_ascii_lowercase().as_str() {
        "0x" => Some(("hexadecimal", "0123456789abcdefABCDEF")),
        "0o" => Some(("octal", "01234567")),
        "0b" => Some(("binary", "01")),
        _ => None,
    }
}

/// A number with something right behind it that does not belong to it: `5a`, `1__0`, `0b12`.
pub fn number_then(context: &TokenContext, number: Token, next: Token) -> Option<(Span, String)> {
    let is_number = matches!(number.kind(), TokenKind::Int | TokenKind::Float | TokenKind::Complex);
    if !is_number || number.end() != next.start() {
        return None;
    }
    let next_text = context.text_of(next);
    let span = Span::new(number.start().to_u32(), next.end().to_u32());
    let radix = radix_of(context.text_of(number)).map(|(name, _)| name);
    match next.kind() {
        TokenKind::Int => {
            let digit = next_text.chars().next()?;
            Some((Span::from(next.range()), format!("invalid digit '{digit}' in {} literal", radix?)))
        }
        kind if kind == TokenKind::Name || kind.is_keyword() => {
            let name = match (radix, number.kind()) {
                (Some(name), _) => name,
                (None, TokenKind::Complex) => "imaginary",
                (None, _) => "decimal",
            };
            Some((span, format!("invalid {name} literal")))
        }
        _ => None,
    }
}

/// The `\N{…}` at that place, if it is complete: the table of names is left out of the page for its size.
fn character_name(text: &str, span: Span) -> Option<Span> {
    let start = text.get(..span.end as usize)?.rfind("\\N{")?;
    let length = text.get(start..)?.find(['}', '"', '\'', '\n'])?;
    let complete = text.get(start + length..)?.starts_with('}') && span.start as usize <= start + length;
    complete.then(|| Span::new(start as u32, (start + length) as u32 + 1))
}

/// An escape in a string that is cut short. CPython's decoder gives the bytes of the string that it could not read.
fn unicode_escape(surroundings: &Surroundings, span: Span) -> (Span, String) {
    let text = surroundings.context.text;
    let token = surroundings.context.around(span.start).token().map_or(span, |token| Span::from(token.range()));
    let literal = token.text(text);
    let prefix = literal.bytes().take_while(u8::is_ascii_alphabetic).count();
    let quotes = if is_triple_quoted(literal) { 3 } else { 1 };
    let content_start = token.start as usize + prefix + quotes;
    let content_end = (token.end as usize).saturating_sub(quotes);
    let until = (span.end as usize + 1).min(content_end);
    let content = text.get(content_start..until).unwrap_or("");
    let Some(start) = content.rfind('\\') else { return (span, "(unicode error) malformed escape".to_owned()) };
    let escape = text.get(content_start + start..content_end).unwrap_or("");
    let digits = escape.bytes().skip(2).take_while(u8::is_ascii_hexdigit).count();
    let (length, what) = match escape.as_bytes().get(1) {
        Some(b'x') => (2 + digits, "truncated \\xXX escape"),
        Some(b'u') => (2 + digits, "truncated \\uXXXX escape"),
        Some(b'U') if digits >= 8 => (10, "illegal Unicode character"),
        Some(b'U') => (2 + digits, "truncated \\UXXXXXXXX escape"),
        _ => (escape.len(), "malformed \\N character escape"),
    };
    let end = start + length.max(1) - 1;
    let message = format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {what}");
    (token, message)
}
