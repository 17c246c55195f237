//! The statements around the current one that a `return`, `break` or `continue` has to leave properly.

use super::Compiler;
use super::emitter::{Label, OpenRegion, Protection};
use super::literals::constant_of;
use crate::program::code::Constant;
use crate::program::op::Op;
use crate::source::span::Span;
use ruff_python_ast::{Expr, Stmt};

/// A statement in the making that control can leave early. In the comments, what it keeps on the stack.
pub(super) enum Block<'a> {
    /// Nothing.
    While { start: Label, end: Label },
    /// `[iterator]`
    For { start: Label, end: Label },
    /// The body of a `try` with `except`. Nothing.
    Try { protection: Protection },
    /// What a `finally` follows. Nothing.
    Finally { protection: Protection, region: OpenRegion, body: &'a [Stmt] },
    /// A `finally` body while an exception is on its way. `[previously handled, exception]`
    FinallyHandler { protection: Protection, region: OpenRegion },
    /// The body of a `with`. `[bound __exit__]`
    With { protection: Protection, region: OpenRegion, handler: Label, span: Span },
    /// The body of an `except`. `[previously handled]`
    Handler { protection: Protection, named: Option<(&'a str, Protection)> },
    /// A `finally` body run at the normal end, or by a `return`, `break` or `continue` on its way out. Nothing, or
    /// `[the value to return]`.
    FinallyBody { region: OpenRegion, holds_value: bool },
}

impl<'a> Compiler<'a, '_> {
    pub(super) fn return_statement(&mut self, value: Option<&'a Expr>, span: Span) {
        // A constant need not be kept on the stack while `finally` bodies run.
        let constant = value.map_or(Some(Constant::None), constant_of);
        match (constant, value) {
            (None, Some(value)) => {
                self.expression(value);
                let left = self.unwind(false, true, span);
                self.emit(Op::Return, span);
                self.come_back(left);
            }
            (constant, _) => {
                let left = self.unwind(false, false, span);
                self.constant(constant.unwrap_or(Constant::None), span);
                self.emit(Op::Return, span);
                self.come_back(left);
            }
        }
    }

    pub(super) fn break_statement(&mut self, span: Span) {
        let left = self.unwind(true, false, span);
        match self.unit().blocks.last() {
            Some(&Block::For { end, .. }) => {
                self.emit(Op::Pop, span);
                self.jump(Op::Jump(0), end, span);
            }
            Some(&Block::While { end, .. }) => self.jump(Op::Jump(0), end, span),
            _ => {}
        }
        self.come_back(left);
    }

    pub(super) fn continue_statement(&mut self, span: Span) {
        let left = self.unwind(true, false, span);
        if let Some(&(Block::For { start, .. } | Block::While { start, .. })) = self.unit().blocks.last() {
            self.jump(Op::JumpBack(0), start, span);
        }
        self.come_back(left);
    }

    /// Emits what leaving the blocks takes, up to the innermost loop or to the end of the function. The blocks left are
    /// given back: they go on after the jump, see [`Self::come_back`].
    fn unwind(&mut self, to_loop: bool, keeps_value: bool, span: Span) -> Vec<Block<'a>> {
        let mut left = Vec::new();
        while let Some(block) = self.unit().blocks.pop() {
            if to_loop && matches!(block, Block::For { .. } | Block::While { .. }) {
                self.unit().blocks.push(block);
                break;
            }
            left.push(self.leave_block(block, keeps_value, span));
        }
        left
    }

    fn come_back(&mut self, mut left: Vec<Block<'a>>) {
        while let Some(mut block) = left.pop() {
            let emitter = &self.unit().emitter;
            match &mut block {
                Block::While { .. } | Block::For { .. } => {}
                Block::Try { protection } => emitter.resume_protection(protection),
                Block::FinallyBody { region, .. } => emitter.resume_region(region),
                Block::Finally { protection, region, .. }
                | Block::FinallyHandler { protection, region }
                | Block::With { protection, region, .. } => {
                    emitter.resume_region(region);
                    emitter.resume_protection(protection);
                }
                Block::Handler { protection, named } => {
                    emitter.resume_protection(protection);
                    if let Some((_, protection)) = named {
                        emitter.resume_protection(protection);
                    }
                }
            }
            self.unit().blocks.push(block);
        }
    }

    /// Emits what leaving one block takes, and gives the block back. With `keeps_value` the top of the stack is the value
    /// to return.
    fn leave_block(&mut self, mut block: Block<'a>, keeps_value: bool, span: Span) -> Block<'a> {
        match &mut block {
            Block::While { .. } => {}
            Block::For { .. } => self.drop_below(keeps_value, Op::Pop, span),
            Block::Try { protection } => self.emitter().suspend_protection(protection),
            Block::Finally { .. } => return self.leave_finally(block, keeps_value),
            Block::FinallyBody { region, holds_value } => {
                self.emitter().suspend_region(region);
                if *holds_value {
                    self.drop_below(keeps_value, Op::Pop, span);
                }
            }
            Block::FinallyHandler { protection, region } => {
                self.emitter().suspend_protection(protection);
                self.emitter().suspend_region(region);
                self.drop_below(keeps_value, Op::Pop, span);
                self.drop_below(keeps_value, Op::PopHandled, span);
            }
            Block::With { protection, region, span: with_span, .. } => {
                self.emitter().suspend_protection(protection);
                if keeps_value {
                    self.emit(Op::Swap(2), span);
                }
                self.call_exit(*with_span);
                self.emitter().suspend_region(region);
                self.emit(Op::Pop, span);
            }
            Block::Handler { protection, named } => {
                self.emitter().suspend_protection(protection);
                if let Some((_, protection)) = named {
                    self.emitter().suspend_protection(protection);
                }
                self.drop_below(keeps_value, Op::PopHandled, span);
                if let Some((name, _)) = named {
                    self.forget_exception(name, span);
                }
            }
        }
        block
    }

    fn leave_finally(&mut self, block: Block<'a>, keeps_value: bool) -> Block<'a> {
        let Block::Finally { mut protection, region, body } = block else { return block };
        self.emitter().suspend_protection(&mut protection);
        let region = self.finally_body(body, region, keeps_value);
        Block::Finally { protection, region, body }
    }

    /// One copy of a `finally` body, outside its own protection. The region ends with it.
    pub(super) fn finally_body(&mut self, body: &'a [Stmt], region: OpenRegion, holds_value: bool) -> OpenRegion {
        self.unit().blocks.push(Block::FinallyBody { region, holds_value });
        self.body(body);
        let Some(Block::FinallyBody { mut region, .. }) = self.unit().blocks.pop() else {
            unreachable!("a block is popped where it was pushed")
        };
        self.emitter().suspend_region(&mut region);
        region
    }

    /// Takes one value off the stack, the one below the top if the top is kept.
    fn drop_below(&mut self, keeps_value: bool, op: Op, span: Span) {
        if keeps_value {
            self.emit(Op::Swap(2), span);
        }
        self.emit(op, span);
    }
}
