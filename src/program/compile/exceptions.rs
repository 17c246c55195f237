//! `try` and `with`: protected ranges, handlers, and what is promised to run at the end.
//!
//! A `finally` body is compiled once for each way out, as CPython does: the normal end, an exception, and every
//! `return`, `break` and `continue` that passes it.

use super::Compiler;
use super::blocks::Block;
use super::collect::span_of;
use super::emitter::{Label, Protection};
use crate::program::code::{Constant, RegionKind};
use crate::program::op::Op;
use crate::source::span::Span;
use ruff_python_ast::{self as ast, ExceptHandler, Stmt};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a, '_> {
    pub(super) fn try_statement(&mut self, statement: &'a ast::StmtTry) {
        if statement.finalbody.is_empty() {
            self.try_except(statement);
        } else {
            self.try_finally(statement);
        }
    }

    fn try_finally(&mut self, statement: &'a ast::StmtTry) {
        let (handler, end) = (self.label(), self.label());
        let body = &statement.finalbody;
        let span = span_of_body(body);
        let region = self.emitter().open_region(RegionKind::Finally, span);
        let protection = self.emitter().protect(handler, 0);
        self.unit().blocks.push(Block::Finally { protection, region, body });
        if statement.handlers.is_empty() {
            self.body(&statement.body);
        } else {
            self.try_except(statement);
        }
        let Some(Block::Finally { protection, region, .. }) = self.unit().blocks.pop() else { return };
        self.emitter().end_protection(protection);
        let mut region = self.finally_body(body, region, false);
        self.jump(Op::Jump(0), end, span);
        self.bind(handler);
        if self.is_reachable() {
            self.emitter().resume_region(&mut region);
            self.emit(Op::PushHandled, span);
            let cleanup = self.label();
            let protection = self.emitter().protect(cleanup, 1);
            self.unit().blocks.push(Block::FinallyHandler { protection, region });
            self.body(body);
            let Some(Block::FinallyHandler { protection, region }) = self.unit().blocks.pop() else { return };
            self.emitter().end_region(region);
            self.raise_on(cleanup, protection, span);
        } else {
            self.emitter().end_region(region);
        }
        self.bind(end);
    }

    fn try_except(&mut self, statement: &'a ast::StmtTry) {
        let (handler, end) = (self.label(), self.label());
        let span = span_of_body(&statement.body);
        let protection = self.emitter().protect(handler, 0);
        self.unit().blocks.push(Block::Try { protection });
        self.body(&statement.body);
        let Some(Block::Try { protection }) = self.unit().blocks.pop() else { return };
        self.emitter().end_protection(protection);
        self.body(&statement.orelse);
        self.jump(Op::Jump(0), end, span);
        self.bind(handler);
        if self.is_reachable() && statement.is_star {
            self.except_star_clauses(&statement.handlers, end);
        } else if self.is_reachable() {
            self.except_clauses(&statement.handlers, end);
        }
        self.bind(end);
    }

    fn except_clauses(&mut self, clauses: &'a [ExceptHandler], end: Label) {
        let first_span = clauses.first().map_or_else(Span::default, |clause| span_of(clause.range()));
        self.emit(Op::PushHandled, first_span);
        let cleanup = self.label();
        let mut protection = self.emitter().protect(cleanup, 1);
        for clause in clauses {
            let ExceptHandler::ExceptHandler(clause) = clause;
            let next = self.label();
            if let Some(class) = &clause.type_ {
                let span = span_of(class.range());
                self.expression(class);
                self.emit(Op::MatchException, span);
                self.jump(Op::JumpIfFalse(0), next, span);
            }
            protection = self.except_body(clause, protection, cleanup, end);
            self.bind(next);
            self.emitter().resume_protection(&mut protection);
        }
        self.raise_on(cleanup, protection, first_span);
    }

    /// The body of a clause that matched: `[previously handled, exception]` is on the stack.
    fn except_body(
        &mut self,
        clause: &'a ast::ExceptHandlerExceptHandler,
        protection: Protection,
        cleanup: Label,
        end: Label,
    ) -> Protection {
        let span = span_of(clause.range);
        let name_cleanup = self.label();
        let name = clause.name.as_ref().map(|name| name.as_str());
        match name {
            Some(name) => self.store_name(name, span),
            None => self.emit(Op::Pop, span),
        }
        let named = name.map(|name| (name, self.emitter().protect(name_cleanup, 0)));
        self.unit().blocks.push(Block::Handler { protection, named });
        self.body(&clause.body);
        let Some(Block::Handler { mut protection, named }) = self.unit().blocks.pop() else {
            unreachable!("a block is popped where it was pushed")
        };
        self.emitter().suspend_protection(&mut protection);
        if let Some((_, protection)) = named {
            self.emitter().end_protection(protection);
        }
        self.emit(Op::PopHandled, span);
        if let Some(name) = name {
            self.forget_exception(name, span);
        }
        self.jump(Op::Jump(0), end, span);
        if let Some(name) = name {
            self.bind(name_cleanup);
            self.forget_exception(name, span);
            self.jump(Op::Jump(0), cleanup, span);
        }
        protection
    }

    /// `except … as name` unbinds the name at its end, so that the traceback does not keep the frame alive.
    pub(super) fn forget_exception(&mut self, name: &str, span: Span) {
        self.constant(Constant::None, span);
        self.store_name(name, span);
        self.delete_name(name, span);
    }

    /// The end of a handler whose exception goes on, and of one that raised another:
    /// `[previously handled, exception]`.
    pub(super) fn raise_on(&mut self, cleanup: Label, protection: Protection, span: Span) {
        self.emitter().end_protection(protection);
        self.bind(cleanup);
        self.emit(Op::Swap(2), span);
        self.emit(Op::PopHandled, span);
        self.emit(Op::Reraise, span);
    }

    pub(super) fn with_statement(&mut self, with: &'a ast::StmtWith) {
        for item in &with.items {
            let span = span_of(item.context_expr.range());
            self.expression(&item.context_expr);
            self.emit(Op::BeforeWith, span);
            let handler = self.label();
            let protection = self.emitter().protect(handler, 1);
            let region = self.emitter().open_region(RegionKind::With, span);
            self.unit().blocks.push(Block::With { protection, region, handler, span });
            match &item.optional_vars {
                Some(target) => self.store(target),
                None => self.emit(Op::Pop, span),
            }
        }
        self.body(&with.body);
        for _ in &with.items {
            self.end_of_with();
        }
    }

    fn end_of_with(&mut self) {
        let Some(Block::With { protection, mut region, handler, span }) = self.unit().blocks.pop() else { return };
        let end = self.label();
        self.emitter().end_protection(protection);
        self.call_exit(span);
        self.emitter().suspend_region(&mut region);
        self.emit(Op::Pop, span);
        self.jump(Op::Jump(0), end, span);
        self.bind(handler);
        if self.is_reachable() {
            let (cleanup, suppressed) = (self.label(), self.label());
            self.emitter().resume_region(&mut region);
            self.emit(Op::PushHandled, span);
            let protection = self.emitter().protect(cleanup, 1);
            self.emit(Op::WithExceptStart, span);
            self.emitter().end_region(region);
            self.jump(Op::JumpIfTrue(0), suppressed, span);
            self.raise_on(cleanup, protection, span);
            self.bind(suppressed);
            self.emit(Op::Pop, span);
            self.emit(Op::PopHandled, span);
            self.emit(Op::Pop, span);
        } else {
            self.emitter().end_region(region);
        }
        self.bind(end);
    }

    /// `[bound __exit__] -> [result]` with no exception on its way.
    pub(super) fn call_exit(&mut self, span: Span) {
        for _ in 0..3 {
            self.constant(Constant::None, span);
        }
        self.emit(Op::Call(3), span);
    }
}

fn span_of_body(body: &[Stmt]) -> Span {
    match (body.first(), body.last()) {
        (Some(first), Some(last)) => Span::new(first.range().start().to_u32(), last.range().end().to_u32()),
        _ => Span::default(),
    }
}
