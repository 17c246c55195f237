//! Statements: each leaves the stack as it found it.

use super::Compiler;
use super::blocks::Block;
use super::collect::span_of;
use super::expressions::binary_operator;
use super::literals::constant_of;
use crate::program::code::Constant;
use crate::program::op::Op;
use crate::source::span::Span;
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a, '_> {
    pub(super) fn statement(&mut self, statement: &'a Stmt) {
        if !self.is_reachable() || self.is_exhausted() {
            return;
        }
        let span = span_of(statement.range());
        match statement {
            // A constant on its own, such as a docstring, does nothing.
            Stmt::Expr(expression) if constant_of(&expression.value).is_some() => {}
            Stmt::Expr(expression) => {
                self.expression(&expression.value);
                self.emit(Op::Pop, span);
            }
            Stmt::Assign(assignment) => {
                self.expression(&assignment.value);
                for (index, target) in assignment.targets.iter().enumerate() {
                    if index + 1 < assignment.targets.len() {
                        self.emit(Op::Copy(1), span);
                    }
                    self.store(target);
                }
            }
            Stmt::TypeAlias(alias) => self.type_alias(alias, span),
            Stmt::AugAssign(assignment) => self.augmented_assignment(assignment, span),
            Stmt::AnnAssign(assignment) => self.annotated_assignment(assignment, span),
            Stmt::Return(leave) => self.return_statement(leave.value.as_deref(), span),
            Stmt::If(choice) => self.if_statement(choice),
            Stmt::While(repeat) => self.while_statement(repeat),
            Stmt::For(each) => self.for_statement(each),
            Stmt::Break(_) => self.break_statement(span),
            Stmt::Continue(_) => self.continue_statement(span),
            Stmt::Try(statement) => self.try_statement(statement),
            Stmt::Match(choice) => self.match_statement(choice),
            Stmt::With(with) => self.with_statement(with),
            Stmt::Raise(raise) => self.raise_statement(raise, span),
            Stmt::Assert(assertion) => self.assert_statement(assertion),
            Stmt::FunctionDef(function) => self.function_definition(function),
            Stmt::ClassDef(class) => self.class_definition(class),
            Stmt::Import(import) => self.import(import),
            Stmt::ImportFrom(import) => self.import_from(import),
            Stmt::Delete(delete) => delete.targets.iter().for_each(|target| self.delete(target)),
            // Declarations were read by the first walk; what is left was refused by it.
            _ => {}
        }
    }

    fn augmented_assignment(&mut self, assignment: &'a ast::StmtAugAssign, span: Span) {
        let op = Op::InPlace(binary_operator(assignment.op));
        let target_span = span_of(assignment.target.range());
        match &*assignment.target {
            Expr::Name(name) => {
                self.load_name(&name.id, target_span);
                self.expression(&assignment.value);
                self.emit(op, span);
                self.store_name(&name.id, target_span);
            }
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                self.emit(Op::Copy(1), target_span);
                let symbol = self.symbol(&attribute.attr);
                let target_span = self.shown_at_attribute(target_span, attribute);
                self.emit(Op::LoadAttribute(symbol), target_span);
                self.expression(&assignment.value);
                self.emit(op, span);
                self.emit(Op::Swap(2), target_span);
                self.emit(Op::StoreAttribute(symbol), target_span);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::Copy(2), target_span);
                self.emit(Op::Copy(2), target_span);
                self.emit(Op::LoadSubscript, target_span);
                self.expression(&assignment.value);
                self.emit(op, span);
                self.emit(Op::Swap(3), target_span);
                self.emit(Op::Swap(2), target_span);
                self.emit(Op::StoreSubscript, target_span);
            }
            _ => {}
        }
    }

    /// In modules and classes the annotation of a plain name is kept in `__annotations__`; elsewhere it is not evaluated.
    fn annotated_assignment(&mut self, assignment: &'a ast::StmtAnnAssign, span: Span) {
        if let Some(value) = &assignment.value {
            self.expression(value);
            self.store(&assignment.target);
        }
        let is_in_function = self.scope().kind.is_function_like();
        match &*assignment.target {
            Expr::Name(name) if assignment.simple && !is_in_function => {
                let name = self.scope().mangle(&name.id).into_owned();
                self.annotation(&assignment.annotation);
                self.load_name("__annotations__", span);
                self.constant(Constant::Str(name), span);
                self.emit(Op::StoreSubscript, span);
            }
            _ => {}
        }
    }

    fn if_statement(&mut self, choice: &'a ast::StmtIf) {
        let end = self.label();
        let first = (Some(&*choice.test), &choice.body, span_of(choice.range));
        let others =
            choice.elif_else_clauses.iter().map(|clause| (clause.test.as_ref(), &clause.body, span_of(clause.range)));
        let clauses: Vec<_> = std::iter::once(first).chain(others).collect();
        let last = clauses.len() - 1;
        for (index, (test, body, span)) in clauses.into_iter().enumerate() {
            let next = self.label();
            if let Some(test) = test {
                self.jump_if(test, false, next);
            }
            self.body(body);
            if index < last {
                self.jump(Op::Jump(0), end, span);
            }
            self.bind(next);
        }
        self.bind(end);
    }

    fn while_statement(&mut self, repeat: &'a ast::StmtWhile) {
        let (start, otherwise, end) = (self.label(), self.label(), self.label());
        self.bind(start);
        self.jump_if(&repeat.test, false, otherwise);
        self.unit().blocks.push(Block::While { start, end });
        self.body(&repeat.body);
        self.unit().blocks.pop();
        self.jump(Op::JumpBack(0), start, span_of(repeat.test.range()));
        self.bind(otherwise);
        self.body(&repeat.orelse);
        self.bind(end);
    }

    fn for_statement(&mut self, each: &'a ast::StmtFor) {
        let span = span_of(each.iter.range());
        let (start, otherwise, end) = (self.label(), self.label(), self.label());
        self.expression(&each.iter);
        self.emit(Op::GetIterator, span);
        self.bind(start);
        self.jump(Op::ForIterate(0), otherwise, span);
        self.unit().blocks.push(Block::For { start, end });
        self.store(&each.target);
        self.body(&each.body);
        self.unit().blocks.pop();
        self.jump(Op::JumpBack(0), start, span);
        self.bind(otherwise);
        self.body(&each.orelse);
        self.bind(end);
    }

    fn raise_statement(&mut self, raise: &'a ast::StmtRaise, span: Span) {
        let parts = [&raise.exc, &raise.cause].into_iter().flatten();
        let mut count = 0;
        for part in parts {
            self.expression(part);
            count += 1;
        }
        self.emit(Op::Raise(count), span);
    }

    fn assert_statement(&mut self, assertion: &'a ast::StmtAssert) {
        // CPython blames the condition, not the statement.
        let span = span_of(assertion.test.range());
        let end = self.label();
        self.jump_if(&assertion.test, true, end);
        self.emit(Op::LoadAssertionError, span);
        if let Some(message) = &assertion.msg {
            self.expression(message);
            self.emit(Op::Call(1), span);
        }
        self.emit(Op::Raise(1), span);
        self.bind(end);
    }
}
