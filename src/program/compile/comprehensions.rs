//! Comprehensions and generator expressions: functions of one argument, the iterator of the outermost `for`.

use super::Compiler;
use super::collect::span_of;
use crate::program::code::{CodeKind, Constant, FunctionParts, Parameters};
use crate::program::op::Op;
use crate::source::span::Span;
use ruff_python_ast::{Comprehension, Expr};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a, '_> {
    pub(super) fn comprehension(&mut self, expression: &'a Expr) {
        let (scope, name, generators) = match expression {
            Expr::ListComp(list) => (self.scopes.of_node(list), "<listcomp>", &list.generators),
            Expr::SetComp(set) => (self.scopes.of_node(set), "<setcomp>", &set.generators),
            Expr::DictComp(dict) => (self.scopes.of_node(dict), "<dictcomp>", &dict.generators),
            Expr::Generator(generator) => (self.scopes.of_node(generator), "<genexpr>", &generator.generators),
            _ => return,
        };
        let Some(first) = generators.first() else { return };
        let span = span_of(expression.range());
        let is_generator = expression.is_generator_expr();
        let kind = if is_generator { CodeKind::Generator } else { CodeKind::Comprehension };
        self.enter(scope, name, span, kind);
        self.unit().parameters = Parameters { positional: 1, ..Parameters::default() };
        match expression {
            Expr::ListComp(_) => self.emit(Op::BuildList(0), span),
            Expr::SetComp(_) => self.emit(Op::BuildSet(0), span),
            Expr::DictComp(_) => self.emit(Op::BuildDict(0), span),
            _ => {}
        }
        self.comprehension_loops(generators, expression);
        if is_generator {
            self.constant(Constant::None, span);
        }
        self.emit(Op::Return, span);
        let code = self.leave();
        self.make_function(FunctionParts::of(code), span);
        self.expression(&first.iter);
        self.emit(Op::GetIterator, span_of(first.iter.range()));
        self.emit(Op::Call(1), span);
    }

    fn comprehension_loops(&mut self, generators: &'a [Comprehension], expression: &'a Expr) {
        let mut loops = Vec::new();
        for (index, generator) in generators.iter().enumerate() {
            let span = span_of(generator.iter.range());
            if index == 0 {
                self.emit(Op::LoadFast(0), span);
            } else {
                self.expression(&generator.iter);
                self.emit(Op::GetIterator, span);
            }
            let (next, end) = (self.label(), self.label());
            self.bind(next);
            self.jump(Op::ForIterate(0), end, span);
            self.store(&generator.target);
            for condition in &generator.ifs {
                self.skip_unless(condition, next);
            }
            loops.push((next, end, span));
        }
        self.comprehension_element(expression, generators.len() as u32);
        for (next, end, span) in loops.into_iter().rev() {
            self.jump(Op::JumpBack(0), next, span);
            self.bind(end);
        }
    }

    /// Goes back to `next` unless the condition holds.
    fn skip_unless(&mut self, condition: &'a Expr, next: super::emitter::Label) {
        let go_on = self.label();
        self.jump_if(condition, true, go_on);
        self.jump(Op::JumpBack(0), next, span_of(condition.range()));
        self.bind(go_on);
    }

    /// Adds an element to the collection, which lies below the iterators of `depth` loops.
    fn comprehension_element(&mut self, expression: &'a Expr, depth: u32) {
        match expression {
            Expr::ListComp(list) => {
                self.expression(&list.elt);
                self.emit(Op::ListAppend(depth + 1), span_of(list.elt.range()));
            }
            Expr::SetComp(set) => {
                self.expression(&set.elt);
                self.emit(Op::SetAdd(depth + 1), span_of(set.elt.range()));
            }
            Expr::DictComp(dict) => {
                let start = dict.key.as_deref().map_or(dict.value.range().start(), |key| key.range().start());
                dict.key.iter().for_each(|key| self.expression(key));
                self.expression(&dict.value);
                let span = Span::new(start.to_u32(), dict.value.range().end().to_u32());
                self.emit(Op::DictInsert(depth + 1), span);
            }
            Expr::Generator(generator) => {
                self.expression(&generator.elt);
                let span = span_of(generator.elt.range());
                self.emit(Op::Yield, span);
                self.emit(Op::Pop, span);
            }
            _ => {}
        }
    }
}
