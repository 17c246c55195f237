//! What the parser found, said as CPython 3.14 says it.
//!
//! The grammar of CPython words its errors in rules named `invalid_…` (`Grammar/python.gram`), its tokenizer in
//! `Parser/lexer/lexer.c`. The parser used here stops at about the same places with other words, so each of its errors
//! is looked at in its surroundings. Where nothing better is known CPython says `invalid syntax`, and so do we.

use super::diagnostic::DiagnosticKind;
use super::expression_name::{expression_at, expression_name};
use super::lexical_wording;
use super::lines::LineIndex;
use super::span::Span;
use super::token_context::{TokenContext, begins_operand, begins_statement};
use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Expr, ModModule};
use ruff_python_parser::{InterpolatedStringErrorType, ParseError, ParseErrorType};
use ruff_text_size::Ranged;

/// An error in CPython's words, or in none when CPython would not say a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    pub span: Span,
    pub kind: DiagnosticKind,
    /// With its class: `SyntaxError: …`.
    pub message: String,
    /// Found by CPython's tokenizer, which comes before its grammar.
    pub lexical: bool,
}

const INVALID: &str = "invalid syntax";
const FORGOT_COMMA: &str = "invalid syntax. Perhaps you forgot a comma?";

pub struct Surroundings<'a> {
    pub context: TokenContext<'a>,
    pub lines: &'a LineIndex,
    pub module: &'a ModModule,
}

impl Surroundings<'_> {
    /// One error of the parser.
    pub fn word(&self, error: &ParseError) -> Option<Worded> {
        let span = Span::from(error.location);
        let (span, message) = match &error.error {
            ParseErrorType::Lexical(lexical) => return lexical_wording::word(self, lexical, span),
            ParseErrorType::FStringError(kind) | ParseErrorType::TStringError(kind) => self.interpolated(kind, span),
            ParseErrorType::ExpectedToken { expected, found } => self.expected_token(*expected, *found, span)?,
            ParseErrorType::ExpectedExpression => self.expected_expression(span),
            ParseErrorType::UnexpectedIndentation => {
                return Some(self.indentation_error(span, "unexpected indent"));
            }
            ParseErrorType::SimpleStatementsOnSameLine => self.second_statement(span),
            ParseErrorType::OtherError(text) => return self.other(text, error),
            ParseErrorType::InvalidAssignmentTarget => (span, self.assignment_target(error)),
            ParseErrorType::InvalidNamedAssignmentTarget => {
                (span, format!("cannot use assignment expressions with {}", self.name_of(error)))
            }
            ParseErrorType::InvalidAnnotatedAssignmentTarget => (span, "illegal target for annotation".to_owned()),
            ParseErrorType::InvalidAugmentedAssignmentTarget => {
                (span, format!("'{}' is an illegal expression for augmented assignment", self.name_of(error)))
            }
            ParseErrorType::InvalidDeleteTarget => (span, format!("cannot delete {}", self.name_of(error))),
            ParseErrorType::EmptyImportNames => {
                let next = self.context.around(span.start).token().map(|token| token.kind());
                let nothing = matches!(next, Some(TokenKind::Newline | TokenKind::EndOfFile) | None);
                let message = if nothing { "Expected one or more names after 'import'" } else { INVALID };
                (span, message.to_owned())
            }
            kind => (span, fixed(kind).to_owned()),
        };
        Some(syntax_error(span, &message))
    }

    fn name_of(&self, error: &ParseError) -> &'static str {
        expression_at(self.module, error.location).map_or("expression", expression_name)
    }

    /// Rules `invalid_assignment` and `invalid_named_expression`: the hint is given where the target stands alone
    /// before the only `=` of its statement and binds tighter than a comparison.
    fn assignment_target(&self, error: &ParseError) -> String {
        let Some(expression) = expression_at(self.module, error.location) else {
            return "cannot assign to expression".to_owned();
        };
        let name = expression_name(expression);
        let around = self.context.around(Span::from(error.location).end);
        let first = self.context.around(Span::from(error.location).start);
        let not_operand = match expression {
            Expr::Yield(_) | Expr::YieldFrom(_) => return "assignment to yield expression not possible".to_owned(),
            Expr::UnaryOp(unary) => unary.op == ruff_python_ast::UnaryOp::Not,
            Expr::Compare(_)
            | Expr::BoolOp(_)
            | Expr::If(_)
            | Expr::Lambda(_)
            | Expr::List(_)
            | Expr::Tuple(_)
            | Expr::Generator(_)
            | Expr::NoneLiteral(_)
            | Expr::BooleanLiteral(_) => true,
            _ => false,
        };
        let starts_line = first.line_start().is_some_and(|start| {
            start.start() == error.location.start()
                || (start.kind() == TokenKind::Lpar && first.before(0).is_some_and(|before| before == start))
        });
        let mut equals = around;
        if around.token().is_some_and(|token| token.kind() == TokenKind::Rpar) {
            equals = self.context.around(around.token().map_or(0, |token| token.end().to_u32()));
        }
        let alone = equals.token().is_some_and(|token| {
            token.kind() == TokenKind::Equal && !self.context.around(token.end().to_u32()).line_has(TokenKind::Equal)
        });
        if starts_line && alone && !not_operand {
            format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?")
        } else {
            format!("cannot assign to {name}")
        }
    }

    fn expected_token(&self, expected: TokenKind, found: TokenKind, span: Span) -> Option<(Span, String)> {
        let around = self.context.around(span.start);
        let before = around.before(0);
        let bracket = around.bracket().map(|token| token.kind());
        let line_start = around.line_start().map(|token| token.kind());
        let invalid = (span, INVALID.to_owned());
        Some(match expected {
            TokenKind::Dedent => return None,
            TokenKind::Colon if bracket == Some(TokenKind::Lbrace) => {
                let key = around.element_start().map_or(span, |token| Span::from(token.range()));
                (key, "':' expected after dictionary key".to_owned())
            }
            TokenKind::Colon if found == TokenKind::Equal => {
                let start = around.element_start().map_or(span, |token| Span::from(token.range()));
                let span = Span::new(start.start, span.end);
                (span, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?".to_owned())
            }
            TokenKind::Colon => {
                let forced = matches!(
                    line_start,
                    Some(TokenKind::Def | TokenKind::Else | TokenKind::Try | TokenKind::Finally | TokenKind::Async)
                );
                let header = line_start.is_some_and(begins_statement);
                if forced || (header && matches!(found, TokenKind::Newline | TokenKind::EndOfFile)) {
                    (span, "expected ':'".to_owned())
                } else {
                    invalid
                }
            }
            TokenKind::Comma | TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                let in_definition = line_start == Some(TokenKind::Def);
                if in_definition && found == TokenKind::Lpar {
                    return Some((span, "Function parameters cannot be parenthesized".to_owned()));
                }
                if is_augmented(found) && bracket.is_none() {
                    let start = around.line_start().map_or(span, |token| Span::from(token.range()));
                    let message = "'tuple' is an illegal expression for augmented assignment".to_owned();
                    return Some((Span::new(start.start, span.start), message));
                }
                let name_then_string = before.is_some_and(|token| token.kind() == TokenKind::Name)
                    && matches!(found, TokenKind::String | TokenKind::FStringStart | TokenKind::TStringStart);
                let list = matches!(bracket, Some(TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace));
                if list && begins_operand(found) && !name_then_string && !in_definition {
                    let start = around.element_start().map_or(span.start, |token| token.start().to_u32());
                    (Span::new(start, span.end), FORGOT_COMMA.to_owned())
                } else {
                    invalid
                }
            }
            TokenKind::Lpar if line_start == Some(TokenKind::Def) => (span, "expected '('".to_owned()),
            TokenKind::Else => {
                let start = around.element_start().map_or(span.start, |token| token.start().to_u32());
                // The element ends at the keyword `if`: what stands before it belongs to the expression too.
                let start = match self.context.around(start).before(0) {
                    Some(token) if token.kind() == TokenKind::If => {
                        let at_if = self.context.around(token.start().to_u32());
                        at_if.element_start().map_or(start, |token| token.start().to_u32())
                    }
                    _ => start,
                };
                (Span::new(start, span.start), "expected 'else' after 'if' expression".to_owned())
            }
            TokenKind::FStringEnd | TokenKind::TStringEnd => {
                (span, "f-string: expecting '=', or '!', or ':', or '}'".to_owned())
            }
            _ => invalid,
        })
    }

    fn expected_expression(&self, span: Span) -> (Span, String) {
        let around = self.context.around(span.start);
        let invalid = (span, INVALID.to_owned());
        let (Some(before), Some(bracket)) = (around.before(0), around.bracket()) else { return invalid };
        let opened_in = self.context.around(bracket.start().to_u32()).bracket().map(|token| token.kind());
        let in_f_string = bracket.kind() == TokenKind::Lbrace
            && matches!(opened_in, Some(TokenKind::FStringStart | TokenKind::TStringStart));
        let found = around.token().map(|token| token.kind());
        if in_f_string && before == bracket {
            let message = match found {
                Some(TokenKind::Rbrace) => "f-string: valid expression required before '}'",
                Some(TokenKind::Exclamation) => "f-string: valid expression required before '!'",
                Some(TokenKind::Colon) => "f-string: valid expression required before ':'",
                Some(TokenKind::Equal) => "f-string: valid expression required before '='",
                Some(TokenKind::FStringEnd | TokenKind::Newline | TokenKind::EndOfFile) | None => {
                    "f-string: expecting '}'"
                }
                Some(_) => "f-string: expecting a valid expression after '{'",
            };
            return (span, message.to_owned());
        }
        if in_f_string && matches!(before.kind(), TokenKind::Star) {
            return (Span::from(before.range()), "f-string: expecting a valid expression after '{'".to_owned());
        }
        match before.kind() {
            TokenKind::Colon if bracket.kind() == TokenKind::Lbrace => {
                (Span::from(before.range()), "expression expected after dictionary key and ':'".to_owned())
            }
            TokenKind::Equal if bracket.kind() == TokenKind::Lpar => {
                let name = around.before(1).map_or(span.start, |token| token.start().to_u32());
                (Span::new(name, span.start), "expected argument value expression".to_owned())
            }
            _ => invalid,
        }
    }

    /// Two statements on one line, or rather one that is not Python.
    fn second_statement(&self, span: Span) -> (Span, String) {
        let around = self.context.around(span.start);
        let invalid = (span, INVALID.to_owned());
        let (Some(before), Some(token)) = (around.before(0), around.token()) else { return invalid };
        if let Some(found) = lexical_wording::number_then(&self.context, before, token) {
            return found;
        }
        let name = self.context.text_of(before);
        let starts = around.line_start() == Some(before);
        if starts && matches!(name, "print" | "exec") && begins_operand(token.kind()) {
            let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
            return (Span::new(before.start().to_u32(), token.end().to_u32()), message);
        }
        invalid
    }

    fn interpolated(&self, kind: &InterpolatedStringErrorType, span: Span) -> (Span, String) {
        let around = self.context.around(span.start);
        let flag = span.text(self.context.text);
        let message = match kind {
            InterpolatedStringErrorType::UnclosedLbrace => {
                let next = around.token().map(|token| token.kind());
                if next.is_some_and(begins_operand) {
                    FORGOT_COMMA.to_owned()
                } else if around.before(0).is_some_and(|token| token.kind() == TokenKind::Rbrace) {
                    "f-string: expecting '}', or format specs".to_owned()
                } else {
                    "f-string: expecting '}'".to_owned()
                }
            }
            InterpolatedStringErrorType::InvalidConversionFlag => {
                format!("f-string: invalid conversion character '{flag}': expected 's', 'r', or 'a'")
            }
            InterpolatedStringErrorType::SingleRbrace => "f-string: single '}' is not allowed".to_owned(),
            InterpolatedStringErrorType::UnterminatedString
            | InterpolatedStringErrorType::UnterminatedTripleQuotedString => {
                return lexical_wording::unterminated_f_string(self, span);
            }
            InterpolatedStringErrorType::LambdaWithoutParentheses => {
                "f-string: lambda expressions are not allowed without parentheses".to_owned()
            }
            InterpolatedStringErrorType::ConversionFlagNotImmediatelyAfterExclamation => {
                "f-string: conversion type must come right after the exclamation mark".to_owned()
            }
            InterpolatedStringErrorType::NewlineInFormatSpec => {
                "f-string: newlines are not allowed in format specifiers for single quoted f-strings".to_owned()
            }
        };
        (span, message)
    }

    /// Errors that the parser gives as a text.
    fn other(&self, text: &str, error: &ParseError) -> Option<Worded> {
        let span = Span::from(error.location);
        if let Some(after) = text.strip_prefix("Expected an indented block after ") {
            return Some(self.missing_block(after, span));
        }
        let message = match text {
            "Expected `except` or `finally` after `try` block" => "expected 'except' or 'finally' block",
            "Only one '*' parameter allowed"
            | "Only one '*' separator allowed"
            | "Keyword-only parameter separator not allowed after '*' parameter" => "* argument may appear only once",
            "Only one '**' parameter allowed" => "arguments cannot follow var-keyword argument",
            "Position-only parameter separator not allowed as first parameter" => {
                "at least one argument must precede /"
            }
            "Only one '/' separator allowed" => "/ may appear only once",
            "'/' parameter must appear before '*' parameter" => "/ must be ahead of *",
            "Only single target (not list) can be annotated" => "only single target (not list) can be annotated",
            "Only single target (not tuple) can be annotated" => "only single target (not tuple) can be annotated",
            "Multiple exception types must be parenthesized when using `as`" => {
                "multiple exception types must be parenthesized when using 'as'"
            }
            "Cannot have both 'except' and 'except*' on the same 'try'" => {
                "cannot have both 'except' and 'except*' on the same 'try'"
            }
            "Expected one or more exception types" => "expected one or more exception types",
            "Positional patterns cannot follow keyword patterns" => "positional patterns follow keyword patterns",
            "Trailing comma not allowed" => {
                let from = self.context.around(span.start).line_start();
                if from.is_some_and(|token| token.kind() == TokenKind::From) {
                    "trailing comma not allowed without surrounding parentheses"
                } else {
                    INVALID
                }
            }
            "Expected a parameter name" => match expression_at(self.module, error.location) {
                Some(Expr::BooleanLiteral(_) | Expr::NoneLiteral(_)) => {
                    return Some(syntax_error(span, &format!("cannot assign to {}", self.name_of(error))));
                }
                _ if ["True", "False", "None"].contains(&span.text(self.context.text)) => {
                    let name = span.text(self.context.text);
                    return Some(syntax_error(span, &format!("cannot assign to {name}")));
                }
                _ => "expression cannot contain assignment, perhaps you meant \"==\"?",
            },
            _ => INVALID,
        };
        Some(syntax_error(span, message))
    }

    /// `after` is the parser's name of the clause.
    fn missing_block(&self, after: &str, span: Span) -> Worded {
        let what = match after {
            "function definition" => after.to_owned(),
            "`class` definition" => "class definition".to_owned(),
            "`with` statement" => "'with' statement".to_owned(),
            _ => {
                let keyword = after.split('`').nth(1).unwrap_or(after);
                format!("'{keyword}' statement")
            }
        };
        // The clause ends with the nearest colon before.
        let mut around = self.context.around(span.start);
        if let Some(newline) = around.before(0).filter(|token| token.kind() == TokenKind::Newline) {
            around = self.context.around(newline.start().to_u32());
        }
        let line = around.line_start().map_or(1, |token| self.lines.line(token.start().to_u32()));
        let message = format!("expected an indented block after {what} on line {line}");
        Worded { message: format!("IndentationError: {message}"), ..syntax_error(span, "") }
    }

    /// An error of indentation, or of tabs mixed with spaces when that is what makes it one: then neither of the two
    /// lines' indentations is the beginning of the other.
    pub fn indentation_error(&self, span: Span, message: &str) -> Worded {
        let line = self.lines.line(span.end.saturating_sub(1).max(span.start));
        let start = self.lines.start_of(line) as usize;
        let text = self.context.text;
        let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
        let here = text.get(start..).unwrap_or("");
        let here = here.get(..indentation(here)).unwrap_or("");
        let before = text.get(..start).unwrap_or("").lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("");
        let before = before.get(..indentation(before)).unwrap_or("");
        let message = if before.starts_with(here) || here.starts_with(before) {
            format!("IndentationError: {message}")
        } else {
            "TabError: inconsistent use of tabs and spaces in indentation".to_owned()
        };
        Worded { message, ..syntax_error(span, "") }
    }
}

/// Errors that need no look around.
fn fixed(kind: &ParseErrorType) -> &'static str {
    match kind {
        ParseErrorType::EmptyTypeParams => "Type parameter list cannot be empty",
        ParseErrorType::UnparenthesizedGeneratorExpression => "Generator expression must be parenthesized",
        ParseErrorType::InvalidStarredExpressionUsage => "can't use starred expression here",
        ParseErrorType::InvalidMatchPatternTarget => "cannot use '_' as a target",
        ParseErrorType::ParamAfterVarKeywordParam => "arguments cannot follow var-keyword argument",
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            "parameter without a default follows parameter with a default"
        }
        ParseErrorType::VarParameterWithDefault => "var-positional argument cannot have default value",
        ParseErrorType::PositionalAfterKeywordArgument => "positional argument follows keyword argument",
        ParseErrorType::PositionalAfterKeywordUnpacking => "positional argument follows keyword argument unpacking",
        ParseErrorType::InvalidArgumentUnpackingOrder => {
            "iterable argument unpacking follows keyword argument unpacking"
        }
        ParseErrorType::IterableUnpackingInComprehension => "iterable unpacking cannot be used in comprehension",
        ParseErrorType::ExpectedKeywordParam => "named arguments must follow bare *",
        ParseErrorType::ExpectedRealNumber => "real number required in complex literal",
        ParseErrorType::ExpectedImaginaryNumber => "imaginary number required in complex literal",
        _ => INVALID,
    }
}

fn is_augmented(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::PlusEqual
            | TokenKind::MinusEqual
            | TokenKind::StarEqual
            | TokenKind::SlashEqual
            | TokenKind::PercentEqual
            | TokenKind::AmperEqual
            | TokenKind::VbarEqual
            | TokenKind::CircumflexEqual
            | TokenKind::LeftShiftEqual
            | TokenKind::RightShiftEqual
            | TokenKind::DoubleStarEqual
            | TokenKind::DoubleSlashEqual
            | TokenKind::AtEqual
    )
}

pub fn syntax_error(span: Span, message: &str) -> Worded {
    let message = format!("SyntaxError: {message}");
    Worded { span, kind: DiagnosticKind::SyntaxError, message, lexical: false }
}
