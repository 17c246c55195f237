//! How CPython calls an expression in `cannot assign to function call` (`_PyPegen_get_expr_name` in
//! `Parser/pegen.c`).

use crate::source::walk::{Visitor, walk_expr};
use ruff_python_ast::{Expr, ModModule};
use ruff_text_size::{Ranged, TextRange};

pub fn expression_name(expression: &Expr) -> &'static str {
    match expression {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) => "f-string expression",
        Expr::TString(_) => "t-string expression",
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(literal) if literal.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => "literal",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        Expr::Slice(_) | Expr::IpyEscapeCommand(_) => "expression",
    }
}

/// The outermost expression of the tree with exactly that range.
pub fn expression_at(module: &ModModule, range: TextRange) -> Option<&Expr> {
    let mut finder = Finder { range, found: None };
    finder.visit_body(&module.body);
    finder.found
}

struct Finder<'a> {
    range: TextRange,
    found: Option<&'a Expr>,
}

impl<'a> Visitor<'a> for Finder<'a> {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if self.found.is_none() && expression.range() == self.range {
            self.found = Some(expression);
        }
        if self.found.is_none() {
            walk_expr(self, expression);
        }
    }
}
