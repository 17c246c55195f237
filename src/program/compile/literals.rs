//! Constants: literals, and tuples of them.

use crate::program::code::Constant;
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use ruff_python_ast::{self as ast, Expr, Stmt, UnaryOp};

/// The text of a body's docstring.
///
/// Since 3.13 CPython strips the indentation that its lines share; the raw text is kept here, for every version.
pub(super) fn docstring(body: &[Stmt]) -> Option<String> {
    match body.first() {
        Some(Stmt::Expr(expression)) => match &*expression.value {
            Expr::StringLiteral(text) => Some(text.value.to_str().to_owned()),
            _ => None,
        },
        _ => None,
    }
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
