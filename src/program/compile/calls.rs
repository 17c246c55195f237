//! Calls, in all their forms of arguments.

use super::Compiler;
use super::collect::span_of;
use crate::program::code::Constant;
use crate::program::op::Op;
use crate::source::span::Span;
use ruff_python_ast::{self as ast, Expr, Keyword};
use ruff_text_size::Ranged;

/// What stands below the arguments.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Callee {
    Function,
    /// The two values that `LoadMethod` leaves.
    Method,
}

/// Beyond this number of arguments they are collected in a tuple and a dict, as CPython does beyond 30
/// (`STACK_USE_GUIDELINE` in `compile.c`), so that the operand stack stays small.
const MAX_DIRECT_ARGUMENTS: usize = 200;

impl<'a> Compiler<'a, '_> {
    pub(super) fn call(&mut self, call: &'a ast::ExprCall) {
        let (args, keywords) = (&call.arguments.args, &call.arguments.keywords);
        let span = span_of(call.range());
        match &*call.func {
            Expr::Attribute(attribute) if is_direct(0, args, keywords) => {
                self.expression(&attribute.value);
                let symbol = self.symbol(&attribute.attr);
                let attribute_span = self.shown_at_attribute(span_of(attribute.range), attribute);
                self.emit(Op::LoadMethod(symbol), attribute_span);
                let span = self.shown_at_attribute(span, attribute);
                self.arguments(Callee::Method, 0, args, keywords, span);
            }
            function => {
                self.expression(function);
                self.arguments(Callee::Function, 0, args, keywords, span);
            }
        }
    }

    /// When an attribute's name stands on another line than the start of the expression, that line is shown in
    /// tracebacks (`update_start_location_to_match_attr` in CPython's `compile.c`, since 3.11).
    pub(super) fn shown_at_attribute(&self, span: Span, attribute: &ast::ExprAttribute) -> Span {
        let name_start = attribute.attr.range.start().to_u32();
        let is_elsewhere = self.file.line_of(span.start) != self.file.line_of(name_start);
        if is_elsewhere { Span::new(name_start, span.end.max(name_start)) } else { span }
    }

    /// The arguments and the call; `ready` arguments are already on the stack.
    pub(super) fn arguments(
        &mut self,
        callee: Callee,
        ready: u32,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        span: Span,
    ) {
        if !is_direct(ready, args, keywords) {
            return self.spread_arguments(ready, args, keywords, span);
        }
        args.iter().for_each(|argument| self.expression(argument));
        keywords.iter().for_each(|keyword| self.expression(&keyword.value));
        let count = ready + (args.len() + keywords.len()) as u32;
        if keywords.is_empty() {
            return self.emit(if callee == Callee::Method { Op::CallMethod(count) } else { Op::Call(count) }, span);
        }
        let names = keywords.iter().filter_map(|keyword| keyword.arg.as_ref());
        let names = Constant::Tuple(names.map(|name| Constant::Str(name.to_string())).collect());
        if !self.is_reachable() {
            return;
        }
        let names = self.emitter().constant(names);
        // More constants than fit the operand: no code that a person writes has them.
        let Ok(names) = u16::try_from(names) else { return self.give_up() };
        let count = count as u16;
        let op = match callee {
            Callee::Method => Op::CallMethodKeyword(count, names),
            Callee::Function => Op::CallKeyword(count, names),
        };
        self.emit(op, span);
    }

    fn spread_arguments(&mut self, ready: u32, args: &'a [Expr], keywords: &'a [Keyword], span: Span) {
        self.list_of(ready, args, span);
        self.emit(Op::ListToTuple, span);
        if !keywords.is_empty() {
            self.keyword_dict(keywords, span);
        }
        self.emit(Op::CallSpread(!keywords.is_empty()), span);
    }

    fn keyword_dict(&mut self, keywords: &'a [Keyword], span: Span) {
        self.emit(Op::BuildDict(0), span);
        for keyword in keywords {
            match &keyword.arg {
                Some(name) => {
                    self.constant(Constant::Str(name.to_string()), span);
                    self.expression(&keyword.value);
                    self.emit(Op::BuildDict(1), span);
                }
                None => self.expression(&keyword.value),
            }
            self.emit(Op::DictMerge(1), span);
        }
    }
}

fn is_direct(ready: u32, args: &[Expr], keywords: &[Keyword]) -> bool {
    ready as usize + args.len() + keywords.len() <= MAX_DIRECT_ARGUMENTS
        && !args.iter().any(Expr::is_starred_expr)
        && keywords.iter().all(|keyword| keyword.arg.is_some())
}
