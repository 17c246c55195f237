//! One walk through the syntax tree for all who look for something in it. The parser's own visitor is compiled anew for
//! each of them, which makes up a good part of the page; this one is compiled once.

use ruff_python_ast::visitor as tree;
use ruff_python_ast::{Arguments, Comprehension, Expr, Keyword, Parameters, Pattern, Stmt, WithItem};

/// Looks at the nodes of a tree. A method that is not written goes on to the nodes below.
pub trait Visitor<'a> {
    /// The visitor itself, so that the walk need not know which one it is.
    fn itself(&mut self) -> &mut dyn Visitor<'a>;

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        walk_stmt(self.itself(), statement);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        walk_expr(self.itself(), expression);
    }

    fn visit_annotation(&mut self, annotation: &'a Expr) {
        tree::walk_annotation(&mut Walk(self.itself()), annotation);
    }

    fn visit_body(&mut self, body: &'a [Stmt]) {
        walk_body(self.itself(), body);
    }

    fn visit_keyword(&mut self, keyword: &'a Keyword) {
        tree::walk_keyword(&mut Walk(self.itself()), keyword);
    }

    fn visit_arguments(&mut self, arguments: &'a Arguments) {
        tree::walk_arguments(&mut Walk(self.itself()), arguments);
    }

    fn visit_parameters(&mut self, parameters: &'a Parameters) {
        walk_parameters(self.itself(), parameters);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        walk_pattern(self.itself(), pattern);
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        walk_comprehension(self.itself(), comprehension);
    }

    fn visit_with_item(&mut self, item: &'a WithItem) {
        walk_with_item(self.itself(), item);
    }
}

/// The parser's visitor that asks ours.
struct Walk<'v, 'a>(&'v mut dyn Visitor<'a>);

impl<'a> tree::Visitor<'a> for Walk<'_, 'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        self.0.visit_stmt(statement);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        self.0.visit_expr(expression);
    }

    fn visit_annotation(&mut self, annotation: &'a Expr) {
        self.0.visit_annotation(annotation);
    }

    fn visit_body(&mut self, body: &'a [Stmt]) {
        self.0.visit_body(body);
    }

    fn visit_keyword(&mut self, keyword: &'a Keyword) {
        self.0.visit_keyword(keyword);
    }

    fn visit_arguments(&mut self, arguments: &'a Arguments) {
        self.0.visit_arguments(arguments);
    }

    fn visit_parameters(&mut self, parameters: &'a Parameters) {
        self.0.visit_parameters(parameters);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        self.0.visit_pattern(pattern);
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        self.0.visit_comprehension(comprehension);
    }

    fn visit_with_item(&mut self, item: &'a WithItem) {
        self.0.visit_with_item(item);
    }
}

/// On to what a statement is made of.
pub fn walk_stmt<'a>(visitor: &mut dyn Visitor<'a>, statement: &'a Stmt) {
    tree::walk_stmt(&mut Walk(visitor), statement);
}

/// On to what an expression is made of.
pub fn walk_expr<'a>(visitor: &mut dyn Visitor<'a>, expression: &'a Expr) {
    tree::walk_expr(&mut Walk(visitor), expression);
}

/// On to the statements of a block.
pub fn walk_body<'a>(visitor: &mut dyn Visitor<'a>, body: &'a [Stmt]) {
    for statement in body {
        visitor.visit_stmt(statement);
    }
}

/// On to the defaults and annotations of parameters.
pub fn walk_parameters<'a>(visitor: &mut dyn Visitor<'a>, parameters: &'a Parameters) {
    tree::walk_parameters(&mut Walk(visitor), parameters);
}

/// On to the parts of a pattern.
pub fn walk_pattern<'a>(visitor: &mut dyn Visitor<'a>, pattern: &'a Pattern) {
    tree::walk_pattern(&mut Walk(visitor), pattern);
}

/// On to the parts of a `for` inside of a comprehension.
pub fn walk_comprehension<'a>(visitor: &mut dyn Visitor<'a>, comprehension: &'a Comprehension) {
    tree::walk_comprehension(&mut Walk(visitor), comprehension);
}

/// On to the context and the target of a `with`.
pub fn walk_with_item<'a>(visitor: &mut dyn Visitor<'a>, item: &'a WithItem) {
    tree::walk_with_item(&mut Walk(visitor), item);
}
