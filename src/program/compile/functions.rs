//! Function definitions and lambdas.

use super::collect::span_of;
use super::literals::constant_of;
use super::{Annotations, Compiler};
use crate::program::code::{CodeKind, Constant, FunctionParts, Parameters};
use crate::program::op::Op;
use crate::source::span::Span;
use ruff_python_ast::{self as ast, Decorator, Expr, Stmt};
use ruff_text_size::Ranged;

impl<'a> Compiler<'a, '_> {
    pub(super) fn function_definition(&mut self, function: &'a ast::StmtFunctionDef) {
        let span = Span::new(function.name.range.start().to_u32(), function.range.end().to_u32());
        let span = Span::new(self.start_of_definition(span.start, "def"), span.end);
        self.decorators(&function.decorator_list);
        let type_parameters = function.type_params.as_deref();
        let around = self.begin_type_parameters(type_parameters, span);
        let (defaults, keyword_defaults) = self.defaults(&function.parameters, span);
        let annotations = self.annotations(function, span);
        let scope = self.scopes.of_node(function);
        let kind = if self.scopes.get(scope).is_generator { CodeKind::Generator } else { CodeKind::Function };
        self.enter(scope, &function.name, span, kind);
        self.unit().parameters = shape_of(&function.parameters);
        self.unit().docstring = self.docstring_of(&function.body);
        self.body(&function.body);
        self.return_none(function.body.last().map_or(span, |last| span_of(last.range())));
        let code = self.leave();
        let parts = FunctionParts { defaults, keyword_defaults, annotations, ..FunctionParts::of(code) };
        self.make_function(parts, span);
        self.end_type_parameters(type_parameters, around, span);
        self.apply_decorators(&function.decorator_list);
        self.store_name(&function.name, span);
    }

    pub(super) fn lambda(&mut self, lambda: &'a ast::ExprLambda) {
        let span = span_of(lambda.range);
        let (mut defaults, mut keyword_defaults) = (false, false);
        if let Some(parameters) = &lambda.parameters {
            (defaults, keyword_defaults) = self.defaults(parameters, span);
        }
        let scope = self.scopes.of_node(lambda);
        let kind = if self.scopes.get(scope).is_generator { CodeKind::Generator } else { CodeKind::Lambda };
        self.enter(scope, "<lambda>", span, kind);
        self.unit().parameters = lambda.parameters.as_deref().map(shape_of).unwrap_or_default();
        self.expression(&lambda.body);
        self.emit(Op::Return, span_of(lambda.body.range()));
        let code = self.leave();
        self.make_function(FunctionParts { defaults, keyword_defaults, ..FunctionParts::of(code) }, span);
    }

    /// Where the `def` or `class` before a name stands: a decorated definition begins with its decorators, but it is
    /// this line that CPython shows.
    pub(super) fn start_of_definition(&self, name_start: u32, keyword: &str) -> u32 {
        let before = self.file.text.get(..name_start as usize).unwrap_or_default();
        before.rfind(keyword).map_or(name_start, |start| start as u32)
    }

    pub(super) fn return_none(&mut self, span: Span) {
        self.constant(Constant::None, span);
        self.emit(Op::Return, span);
    }

    /// Evaluates the decorators; they are called once what they decorate is on the stack.
    pub(super) fn decorators(&mut self, decorators: &'a [Decorator]) {
        for decorator in decorators {
            self.expression(&decorator.expression);
        }
    }

    pub(super) fn apply_decorators(&mut self, decorators: &[Decorator]) {
        for decorator in decorators.iter().rev() {
            self.emit(Op::Call(1), span_of(decorator.expression.range()));
        }
    }

    /// Leaves the tuple of defaults and the dict of keyword-only defaults on the stack; says which there are.
    fn defaults(&mut self, parameters: &'a ast::Parameters, span: Span) -> (bool, bool) {
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let values: Vec<&'a Expr> = positional.filter_map(|parameter| parameter.default.as_deref()).collect();
        if !values.is_empty() {
            match values.iter().map(|value| constant_of(value)).collect::<Option<Vec<_>>>() {
                Some(constants) => self.constant(Constant::Tuple(constants), span),
                None => {
                    values.iter().for_each(|value| self.expression(value));
                    self.emit(Op::BuildTuple(values.len() as u32), span);
                }
            }
        }
        let mut keyword_count = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                let name = self.scope().mangle(&parameter.parameter.name).into_owned();
                self.constant(Constant::Str(name), span);
                self.expression(default);
                keyword_count += 1;
            }
        }
        if keyword_count > 0 {
            self.emit(Op::BuildDict(keyword_count), span);
        }
        (!values.is_empty(), keyword_count > 0)
    }

    /// Leaves the dict of annotations on the stack, if there are any, in the order of `compiler_visit_annotations`.
    fn annotations(&mut self, function: &'a ast::StmtFunctionDef, span: Span) -> bool {
        let parameters = &*function.parameters;
        let positional = parameters.posonlyargs.iter().chain(&parameters.args).map(|parameter| &parameter.parameter);
        let keyword_only = parameters.kwonlyargs.iter().map(|parameter| &parameter.parameter);
        let named = positional
            .chain(parameters.vararg.as_deref())
            .chain(keyword_only)
            .chain(parameters.kwarg.as_deref())
            .filter_map(|parameter| Some((parameter.name.as_str(), parameter.annotation.as_deref()?)));
        let returned = function.returns.as_deref().map(|returns| ("return", returns));
        let mut count = 0;
        for (name, annotation) in named.chain(returned) {
            let name = self.scope().mangle(name).into_owned();
            self.constant(Constant::Str(name), span);
            self.annotation(annotation);
            count += 1;
        }
        if count > 0 {
            self.emit(Op::BuildDict(count), span);
        }
        count > 0
    }

    /// Leaves the value of an annotation on the stack, or its text.
    pub(super) fn annotation(&mut self, annotation: &'a Expr) {
        let span = span_of(annotation.range());
        let text =
            || Constant::Str(self.file.text.get(annotation.range().to_std_range()).unwrap_or_default().to_owned());
        match self.language.annotations {
            Annotations::AsText => {
                let text = text();
                self.constant(text, span);
            }
            Annotations::Evaluated => {
                self.expression(annotation.as_starred_expr().map_or(annotation, |star| &star.value))
            }
            Annotations::Deferred => {
                let text = text();
                let (handler, end) = (self.label(), self.label());
                let protection = self.emitter().protect(handler, 0);
                self.expression(annotation.as_starred_expr().map_or(annotation, |star| &star.value));
                self.emitter().end_protection(protection);
                self.jump(Op::Jump(0), end, span);
                self.bind(handler);
                self.emit(Op::Pop, span);
                self.constant(text, span);
                self.bind(end);
            }
        }
    }

    pub(super) fn body(&mut self, statements: &'a [Stmt]) {
        for statement in statements {
            self.statement(statement);
        }
    }
}

fn shape_of(parameters: &ast::Parameters) -> Parameters {
    Parameters {
        positional_only: parameters.posonlyargs.len() as u32,
        positional: (parameters.posonlyargs.len() + parameters.args.len()) as u32,
        keyword_only: parameters.kwonlyargs.len() as u32,
        has_star_args: parameters.vararg.is_some(),
        has_star_kwargs: parameters.kwarg.is_some(),
    }
}
