//! Conditions: expressions that decide a jump and leave nothing on the stack.

use super::Compiler;
use super::collect::span_of;
use super::emitter::Label;
use super::expressions::comparison;
use super::literals::truth_of;
use crate::program::op::{Comparison, Op};
use ruff_python_ast::{self as ast, BoolOp, CmpOp, Expr, UnaryOp};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a, '_> {
    /// Jumps forward to `label` if the condition is as `wanted`; else the next operation follows.
    pub(super) fn jump_if(&mut self, condition: &'a Expr, wanted: bool, label: Label) {
        let span = span_of(condition.range());
        if let Some(truth) = truth_of(condition) {
            if truth == wanted {
                self.jump(Op::Jump(0), label, span);
            }
            return;
        }
        match condition {
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => self.jump_if(&unary.operand, !wanted, label),
            Expr::BoolOp(bool_op) => self.jump_if_bool_op(bool_op, wanted, label),
            Expr::Compare(compare) if compare.ops.len() > 1 => self.jump_if_chain(compare, wanted, label),
            Expr::Compare(compare) if is_none_test(compare) => {
                self.expression(&compare.left);
                let is_none = compare.ops.first() == Some(&CmpOp::Is);
                let op = if is_none == wanted { Op::JumpIfNone(0) } else { Op::JumpIfNotNone(0) };
                self.jump(op, label, span);
            }
            _ => {
                self.expression(condition);
                self.jump(if wanted { Op::JumpIfTrue(0) } else { Op::JumpIfFalse(0) }, label, span);
            }
        }
    }

    fn jump_if_bool_op(&mut self, bool_op: &'a ast::ExprBoolOp, wanted: bool, label: Label) {
        // Any operand with this truth decides the whole.
        let deciding = bool_op.op == BoolOp::Or;
        let Some((last, others)) = bool_op.values.split_last() else { return };
        if deciding == wanted {
            others.iter().for_each(|value| self.jump_if(value, wanted, label));
            self.jump_if(last, wanted, label);
        } else {
            let decided = self.label();
            others.iter().for_each(|value| self.jump_if(value, deciding, decided));
            self.jump_if(last, wanted, label);
            self.bind(decided);
        }
    }

    /// `a < b < c`: `b` is evaluated once.
    fn jump_if_chain(&mut self, compare: &'a ast::ExprCompare, wanted: bool, label: Label) {
        let span = span_of(compare.range);
        let (early, end) = (self.label(), self.label());
        self.expression(&compare.left);
        let Some((last, others)) = compare.comparators.split_last() else { return };
        for (comparator, op) in others.iter().zip(&compare.ops) {
            self.expression(comparator);
            self.emit(Op::Swap(2), span);
            self.emit(Op::Copy(2), span);
            self.emit(Op::Compare(comparison(*op)), span);
            self.jump(Op::JumpIfFalse(0), early, span);
        }
        self.expression(last);
        let op = compare.ops.last().map_or(Comparison::Equal, |op| comparison(*op));
        self.emit(Op::Compare(op), span);
        self.jump(if wanted { Op::JumpIfTrue(0) } else { Op::JumpIfFalse(0) }, label, span);
        self.jump(Op::Jump(0), end, span);
        self.bind(early);
        self.emit(Op::Pop, span);
        if !wanted {
            self.jump(Op::Jump(0), label, span);
        }
        self.bind(end);
    }
}

fn is_none_test(compare: &ast::ExprCompare) -> bool {
    matches!(&*compare.ops, [CmpOp::Is | CmpOp::IsNot]) && matches!(&*compare.comparators, [Expr::NoneLiteral(_)])
}
