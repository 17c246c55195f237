//! `def f[T]`, `class C[T]` and `type` statements (PEP 695). A type parameter is a variable of the module with a name that
//! no program can write, so that bodies, annotations and bases find it; the library's `_type_parameters` makes it.

use super::Compiler;
use super::collect::{Collector, span_of};
use crate::program::code::Constant;
use crate::program::op::Op;
use crate::source::span::Span;
use crate::source::walk::Visitor;
use ruff_python_ast::{self as ast, TypeParam, TypeParams};
use ruff_text_size::Ranged;
use std::collections::HashSet;
use std::rc::Rc;

/// The names of the type parameters that are seen somewhere.
pub(super) type Seen = Rc<HashSet<Rc<str>>>;

/// What the names of these variables begin with.
pub(super) const PREFIX: &str = ".type.";

fn names(parameters: Option<&TypeParams>) -> impl Iterator<Item = &str> {
    parameters.into_iter().flat_map(|parameters| parameters.iter().map(|parameter| parameter.name().as_str()))
}

impl Collector {
    /// Visits what sees the type parameters of a definition.
    pub(super) fn with_type_parameters(&mut self, parameters: Option<&TypeParams>, visit: impl FnOnce(&mut Self)) {
        let scope = self.scopes.get_mut(self.current);
        let before = scope.type_parameters.clone();
        scope.add_type_parameters(names(parameters));
        for name in names(parameters) {
            self.use_name(name);
        }
        visit(self);
        self.scopes.get_mut(self.current).type_parameters = before;
    }

    /// The value of an alias is evaluated where it stands, with what can be known there.
    pub(super) fn type_alias<'a>(&mut self, alias: &'a ast::StmtTypeAlias)
    where
        Self: Visitor<'a>,
    {
        self.visit_expr(&alias.name);
        self.with_type_parameters(alias.type_params.as_deref(), |this| this.visit_expr(&alias.value));
    }
}

impl<'a> Compiler<'a, '_> {
    /// Makes the type parameters of a definition, if it has any, which are seen until [`Self::end_type_parameters`] gets
    /// what is given back: those that are seen around it. A function that takes the definition and the tuple of its
    /// parameters is left on the stack.
    pub(super) fn begin_type_parameters(&mut self, parameters: Option<&'a TypeParams>, span: Span) -> Option<Seen> {
        let parameters = parameters?;
        self.load_name(".generic", span);
        let scope = self.unit().scope;
        let scope = self.scopes.get_mut(scope);
        let before = scope.type_parameters.clone();
        scope.add_type_parameters(names(Some(parameters)));
        for parameter in parameters.iter() {
            let span = span_of(parameter.range());
            let kind = match parameter {
                TypeParam::TypeVar(_) => "TypeVar",
                TypeParam::TypeVarTuple(_) => "TypeVarTuple",
                TypeParam::ParamSpec(_) => "ParamSpec",
            };
            self.load_name(".type_parameter", span);
            self.constant(Constant::Str(kind.to_owned()), span);
            self.constant(Constant::Str(parameter.name().to_string()), span);
            self.emit(Op::Call(2), span);
            self.store_name(parameter.name(), span);
        }
        Some(before)
    }

    /// Loads the type parameters, those that stand after one another in brackets, as a tuple.
    pub(super) fn type_parameters_tuple(&mut self, parameters: Option<&'a TypeParams>, span: Span) {
        let mut count = 0;
        for name in names(parameters) {
            self.load_name(name, span);
            count += 1;
        }
        self.emit(Op::BuildTuple(count), span);
    }

    /// `[the function that begin_type_parameters left, definition] -> [definition]`.
    pub(super) fn end_type_parameters(&mut self, parameters: Option<&'a TypeParams>, before: Option<Seen>, span: Span) {
        let Some(before) = before else { return };
        self.type_parameters_tuple(parameters, span);
        self.emit(Op::Call(2), span);
        let scope = self.unit().scope;
        self.scopes.get_mut(scope).type_parameters = before;
    }

    pub(super) fn type_alias(&mut self, alias: &'a ast::StmtTypeAlias, span: Span) {
        let parameters = alias.type_params.as_deref();
        let around = self.begin_type_parameters(parameters, span);
        self.load_name(".type_alias", span);
        let text =
            |range: ruff_text_size::TextRange| self.file.text.get(range.to_std_range()).unwrap_or_default().to_owned();
        let (name, value) = (text(alias.name.range()), text(alias.value.range()));
        self.constant(Constant::Str(name), span);
        // A name that comes later, or the alias itself: the text stands for it.
        let (handler, end) = (self.label(), self.label());
        let protection = self.emitter().protect(handler, 0);
        self.expression(&alias.value);
        self.emitter().end_protection(protection);
        self.jump(Op::Jump(0), end, span);
        self.bind(handler);
        self.emit(Op::Pop, span);
        self.constant(Constant::Str(value), span);
        self.bind(end);
        self.emit(Op::Call(2), span);
        self.end_type_parameters(parameters, around, span);
        self.store(&alias.name);
    }
}
