//! Targets of assignment and deletion.

use super::Compiler;
use super::collect::span_of;
use crate::program::op::Op;
use crate::source::span::Span;
use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

impl<'a> Compiler<'a, '_> {
    /// Stores the value on top of the stack.
    pub(super) fn store(&mut self, target: &'a Expr) {
        let span = span_of(target.range());
        match target {
            Expr::Name(name) => self.store_name(&name.id, span),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                let symbol = self.symbol(&attribute.attr);
                let span = self.shown_at_attribute(span, attribute);
                self.emit(Op::StoreAttribute(symbol), span);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::StoreSubscript, span);
            }
            Expr::Tuple(tuple) => self.unpack(&tuple.elts, span),
            Expr::List(list) => self.unpack(&list.elts, span),
            Expr::Starred(starred) => self.store(&starred.value),
            _ => self.emit(Op::Pop, span),
        }
    }

    fn unpack(&mut self, targets: &'a [Expr], span: Span) {
        match targets.iter().position(Expr::is_starred_expr) {
            None => self.emit(Op::UnpackSequence(targets.len() as u32), span),
            Some(star) => {
                let after = targets.len() - star - 1;
                let (Ok(before), Ok(after)) = (u16::try_from(star), u16::try_from(after)) else {
                    return self.give_up();
                };
                self.emit(Op::UnpackStarred(before, after), span);
            }
        }
        targets.iter().for_each(|target| self.store(target));
    }

    pub(super) fn delete(&mut self, target: &'a Expr) {
        let span = span_of(target.range());
        match target {
            Expr::Name(name) => self.delete_name(&name.id, span),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                let symbol = self.symbol(&attribute.attr);
                self.emit(Op::DeleteAttribute(symbol), span);
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::DeleteSubscript, span);
            }
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|element| self.delete(element)),
            Expr::List(list) => list.elts.iter().for_each(|element| self.delete(element)),
            _ => {}
        }
    }
}
