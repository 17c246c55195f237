//! Constants: literals, and tuples of them.

use super::Compiler;
use crate::program::code::Constant;
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use ruff_python_ast::{self as ast, Expr, Stmt, UnaryOp};
use std::borrow::Cow;

impl Compiler<'_, '_> {
    /// The text of a body's docstring.
    pub(super) fn docstring_of(&self, body: &[Stmt]) -> Option<String> {
        let text = body.first()?.as_expr_stmt()?.value.as_string_literal_expr()?.value.to_str();
        Some(if self.language.cleans_docstrings { cleaned(text) } else { text.to_owned() })
    }
}

/// A docstring without the indentation that its lines share (`_PyCompile_CleanDoc` in `Python/compile.c`, 3.13): that of
/// the first line goes whole, blank lines do not count but lose as much.
fn cleaned(text: &str) -> String {
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let text = if text.contains('\t') { Cow::Owned(with_tabs_expanded(text)) } else { Cow::Borrowed(text) };
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let shared = lines.clone().filter(|line| !line.trim_matches([' ', '\n']).is_empty()).map(indentation).min();
    let shared = shared.unwrap_or_default();
    let mut cleaned = first.trim_start_matches(' ').to_owned();
    for line in lines {
        cleaned.push_str(&line[indentation(line).min(shared)..]);
    }
    cleaned
}

/// Tabs become spaces up to the next column that eight divides.
#[cold]
#[inline(never)]
fn with_tabs_expanded(text: &str) -> String {
    let mut column = 0;
    let mut expanded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => {
                let width = 8 - column % 8;
                expanded.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            _ => {
                expanded.push(character);
                column = if matches!(character, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    expanded
}

/// The value of an expression that is known before the run: a literal, a negated number, a tuple of such.
pub(super) fn constant_of(expression: &Expr) -> Option<Constant> {
    match expression {
        Expr::NumberLiteral(number) => number_of(&number.value),
        Expr::StringLiteral(text) => Some(Constant::Str(text.value.to_str().to_owned())),
        Expr::BytesLiteral(bytes) => Some(Constant::Bytes(bytes.value.bytes().collect())),
        Expr::BooleanLiteral(literal) => Some(if literal.value { Constant::True } else { Constant::False }),
        Expr::NoneLiteral(_) => Some(Constant::None),
        Expr::EllipsisLiteral(_) => Some(Constant::Ellipsis),
        Expr::Name(name) if name.id.as_str() == "__debug__" => Some(Constant::True),
        Expr::UnaryOp(unary) if unary.op == UnaryOp::USub => match &*unary.operand {
            Expr::NumberLiteral(number) => number_of(&number.value).and_then(negated),
            _ => None,
        },
        Expr::Tuple(tuple) => tuple.elts.iter().map(constant_of).collect::<Option<_>>().map(Constant::Tuple),
        _ => None,
    }
}

/// Whether a constant is true in a condition, where that can be told.
pub(super) fn truth_of(expression: &Expr) -> Option<bool> {
    Some(match constant_of(expression)? {
        Constant::None | Constant::False => false,
        Constant::True | Constant::Ellipsis => true,
        Constant::Int(value) => value != 0,
        Constant::BigInt(_) => true,
        Constant::Float(value) => value != 0.0,
        Constant::Str(text) => !text.is_empty(),
        Constant::Bytes(bytes) => !bytes.is_empty(),
        Constant::Tuple(items) | Constant::FrozenSet(items) => !items.is_empty(),
    })
}

fn number_of(number: &ast::Number) -> Option<Constant> {
    match number {
        ast::Number::Int(value) => Some(match value.as_i64() {
            Some(small) => Constant::Int(small),
            None => integer(big_of(&value.to_string())),
        }),
        ast::Number::Float(value) => Some(Constant::Float(*value)),
        ast::Number::Complex { .. } => None,
    }
}

/// The parser keeps an integer beyond 64 bits as it is written, prefix included.
fn big_of(text: &str) -> BigInt {
    let digits = text.replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0o") => (&digits[2..], 8),
        Some("0b") => (&digits[2..], 2),
        _ => (&*digits, 10),
    };
    BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default()
}

fn integer(value: BigInt) -> Constant {
    match value.to_i64() {
        Some(small) => Constant::Int(small),
        None => Constant::BigInt(value.to_string()),
    }
}

fn negated(constant: Constant) -> Option<Constant> {
    match constant {
        Constant::Int(value) => Some(Constant::Int(-value)),
        Constant::BigInt(digits) => Some(integer(-big_of(&digits))),
        Constant::Float(value) => Some(Constant::Float(-value)),
        _ => None,
    }
}
