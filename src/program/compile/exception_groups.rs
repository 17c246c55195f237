//! `except*` (PEP 654): what is on its way is split among the clauses, and what is left or raised anew goes on together.
//! The splitting and joining is done by the library's `_exception_groups`.

use super::Compiler;
use super::collect::span_of;
use super::emitter::Label;
use crate::program::op::Op;
use crate::source::span::Span;
use ruff_python_ast::{self as ast, ExceptHandler};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a, '_> {
    /// The handlers of a `try` with `except*`; the exception is on the stack.
    pub(super) fn except_star_clauses(&mut self, clauses: &'a [ExceptHandler], end: Label) {
        let span = clauses.first().map_or_else(Span::default, |clause| span_of(clause.range()));
        let (cleanup, done) = (self.label(), self.label());
        // [previously handled, exception] and, while the clauses are tried, what they raised and what is left.
        self.emit(Op::PushHandled, span);
        let mut protection = self.emitter().protect(cleanup, 1);
        self.emit(Op::BuildList(0), span);
        self.emit(Op::Copy(2), span);
        for clause in clauses {
            let ExceptHandler::ExceptHandler(clause) = clause;
            self.except_star_clause(clause);
        }
        self.load_name(".join_group", span);
        for _ in 0..3 {
            self.emit(Op::Copy(4), span);
        }
        self.emit(Op::Call(3), span);
        self.emit(Op::Copy(1), span);
        self.jump(Op::JumpIfNone(0), done, span);
        self.emit(Op::Reraise, span);
        self.bind(done);
        for _ in 0..4 {
            self.emit(Op::Pop, span);
        }
        self.emitter().suspend_protection(&mut protection);
        self.emit(Op::PopHandled, span);
        self.jump(Op::Jump(0), end, span);
        self.emitter().resume_protection(&mut protection);
        self.raise_on(cleanup, protection, span);
    }

    /// `[raised, left] -> [raised, left]`, with what the clause took gone from what is left.
    fn except_star_clause(&mut self, clause: &'a ast::ExceptHandlerExceptHandler) {
        let span = span_of(clause.range);
        let (skipped, failed, next) = (self.label(), self.label(), self.label());
        let name = clause.name.as_ref().map(|name| name.as_str());
        self.load_name(".split_group", span);
        self.emit(Op::Copy(2), span);
        if let Some(class) = &clause.type_ {
            self.expression(class);
        }
        self.emit(Op::Call(2), span);
        self.emit(Op::UnpackSequence(2), span);
        self.emit(Op::Copy(1), span);
        self.jump(Op::JumpIfNone(0), skipped, span);
        self.emit(Op::PushHandled, span);
        match name {
            Some(name) => self.store_name(name, span),
            None => self.emit(Op::Pop, span),
        }
        let protection = self.emitter().protect(failed, 0);
        self.body(&clause.body);
        self.emitter().end_protection(protection);
        self.emit(Op::PopHandled, span);
        if let Some(name) = name {
            self.forget_exception(name, span);
        }
        self.emit(Op::Swap(2), span);
        self.emit(Op::Pop, span);
        self.jump(Op::Jump(0), next, span);
        self.bind(failed);
        if self.is_reachable() {
            self.emit(Op::Swap(2), span);
            self.emit(Op::PopHandled, span);
            if let Some(name) = name {
                self.forget_exception(name, span);
            }
            self.load_name(".note_raised", span);
            self.emit(Op::Copy(5), span);
            self.emit(Op::Copy(3), span);
            self.emit(Op::Call(2), span);
            self.emit(Op::Pop, span);
            self.emit(Op::Pop, span);
            self.emit(Op::Swap(2), span);
            self.emit(Op::Pop, span);
            self.jump(Op::Jump(0), next, span);
        }
        self.bind(skipped);
        self.emit(Op::Pop, span);
        self.emit(Op::Swap(2), span);
        self.emit(Op::Pop, span);
        self.bind(next);
    }
}
