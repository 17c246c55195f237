//! The statements of a text, and where lines can be put between them.

use crate::source::edit::layout;
use crate::source::span::Span;
use crate::source::walk::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, ModModule, Operator, Stmt};
use ruff_text_size::Ranged;

/// What a statement is, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `targets = value`: the part up to the last `=`, and the value.
    Assign {
        targets: Span,
        value: Span,
    },
    /// `target += value`
    Augmented {
        target: Span,
        operator: &'static str,
        value: Span,
    },
    /// `return`, `raise`, `break` or `continue`: nothing behind it in its block is reached.
    Leaves,
    /// `from __future__ import …` must stay the first.
    Future,
    Other,
}

#[derive(Clone, Debug)]
pub struct Statement {
    pub span: Span,
    pub shape: Shape,
    /// The block in which it stands.
    pub block: usize,
}

/// Statements one below the other.
#[derive(Clone, Debug)]
pub struct Block {
    /// The statement that it belongs to; none for the module's own.
    pub owner: Option<usize>,
    pub statements: Vec<usize>,
}

/// An expression before which something else can be evaluated.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub span: Span,
    /// It needs parentheses behind an `or`.
    pub binds_loosely: bool,
}

/// All statements of a text, and the expressions in them.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    pub list: Vec<Statement>,
    pub blocks: Vec<Block>,
    /// Those around others come first.
    pub parts: Vec<Part>,
}

struct Builder {
    statements: Statements,
    owner: Option<usize>,
    block: usize,
}

impl Statements {
    pub fn of(module: &ModModule) -> Self {
        let mut builder = Builder { statements: Self::default(), owner: None, block: 0 };
        builder.visit_body(&module.body);
        builder.statements
    }

    /// The innermost statement around a place.
    pub fn innermost(&self, place: Span) -> Option<usize> {
        // A statement comes after the one that it stands in.
        let holds = |statement: &Statement| statement.span.start <= place.start && place.end <= statement.span.end;
        self.list.iter().rposition(holds)
    }

    /// The block of a statement in which another stands, however deep.
    pub fn block_around(&self, owner: Option<usize>, inner: usize) -> Option<usize> {
        let mut block = self.list.get(inner)?.block;
        loop {
            let of = self.blocks.get(block)?.owner;
            if of == owner {
                return Some(block);
            }
            block = self.list.get(of?)?.block;
        }
    }
}

impl<'a> Visitor<'a> for Builder {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_body(&mut self, body: &'a [Stmt]) {
        let outer = self.block;
        self.block = self.statements.blocks.len();
        self.statements.blocks.push(Block { owner: self.owner, statements: Vec::new() });
        for statement in body {
            self.visit_stmt(statement);
        }
        self.block = outer;
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_expr(&mut self, expression: &'a Expr) {
        let is_read = |context: ExprContext| context == ExprContext::Load;
        let can_wait = match expression {
            // Inside of a text in a text are other quotes.
            Expr::FString(_) | Expr::TString(_) => return,
            Expr::Name(it) => is_read(it.ctx),
            Expr::Attribute(it) => is_read(it.ctx),
            Expr::Subscript(it) => is_read(it.ctx),
            Expr::List(it) => is_read(it.ctx),
            Expr::Tuple(it) => is_read(it.ctx) && it.parenthesized,
            Expr::Starred(_)
            | Expr::Slice(_)
            | Expr::Generator(_)
            | Expr::Yield(_)
            | Expr::YieldFrom(_)
            | Expr::Await(_) => false,
            _ => true,
        };
        if can_wait {
            let binds_loosely = matches!(expression, Expr::Lambda(_) | Expr::If(_) | Expr::Named(_));
            self.statements.parts.push(Part { span: expression.range().into(), binds_loosely });
        }
        walk_expr(self, expression);
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let index = self.statements.list.len();
        let span = Span::from(statement.range());
        self.statements.list.push(Statement { span, shape: shape_of(statement), block: self.block });
        if let Some(block) = self.statements.blocks.get_mut(self.block) {
            block.statements.push(index);
        }
        let (owner, block) = (self.owner.replace(index), self.block);
        walk_stmt(self, statement);
        (self.owner, self.block) = (owner, block);
    }
}

fn shape_of(statement: &Stmt) -> Shape {
    match statement {
        Stmt::Assign(assign) => {
            let value = Span::from(assign.value.range());
            Shape::Assign { targets: Span::new(statement.range().start().to_u32(), value.start), value }
        }
        Stmt::AugAssign(assign) => Shape::Augmented {
            target: assign.target.range().into(),
            operator: operator(assign.op),
            value: assign.value.range().into(),
        },
        Stmt::Return(_) | Stmt::Raise(_) | Stmt::Break(_) | Stmt::Continue(_) => Shape::Leaves,
        Stmt::ImportFrom(import) if import.module.as_deref() == Some("__future__") => Shape::Future,
        _ => Shape::Other,
    }
}

fn operator(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "+",
        Operator::Sub => "-",
        Operator::Mult => "*",
        Operator::MatMult => "@",
        Operator::Div => "/",
        Operator::Mod => "%",
        Operator::Pow => "**",
        Operator::LShift => "<<",
        Operator::RShift => ">>",
        Operator::BitOr => "|",
        Operator::BitXor => "^",
        Operator::BitAnd => "&",
        Operator::FloorDiv => "//",
    }
}

/// Where a thread can be made to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Spot {
    /// Before a statement.
    Before(usize),
    /// Within an assignment: the value is known and not yet stored.
    Within(usize),
    /// Behind the last statement of a block.
    EndOf(usize),
    /// Before an expression is evaluated.
    BeforePart(usize),
}

impl Statements {
    /// The offset of the line that is put in, and its indentation; None where there is no line of its own for it.
    pub fn line_for(&self, text: &str, spot: Spot) -> Option<(u32, String)> {
        match spot {
            Spot::Before(index) | Spot::Within(index) => {
                let statement = self.list.get(index).filter(|statement| statement.shape != Shape::Future)?;
                let indentation = layout::indentation(text, statement.span)?;
                Some((layout::line_start(text, statement.span.start), indentation.to_owned()))
            }
            Spot::EndOf(block) => {
                let block = self.blocks.get(block)?;
                let (first, last) =
                    (self.list.get(*block.statements.first()?)?, self.list.get(*block.statements.last()?)?);
                if last.shape == Shape::Leaves {
                    return None;
                }
                let indentation = layout::indentation(text, first.span)?;
                Some((layout::line_after(text, last.span.end), indentation.to_owned()))
            }
            Spot::BeforePart(_) => None,
        }
    }
}
