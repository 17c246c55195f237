//! The first walk over the tree: opens the scopes, notes what each says of its names, and finds what CPython's compiler
//! would refuse and what is not modelled here, so that the second walk can simply emit code.

use super::Annotations;
use super::scope::{ScopeId, ScopeKind, Scopes, address_of};
use crate::source::diagnostic::{Diagnostic, DiagnosticKind};
use crate::source::order;
use crate::source::span::Span;
use crate::source::walk::{self as visitor, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Pattern, Stmt};
use ruff_text_size::TextRange;
use std::rc::Rc;

pub(super) fn span_of(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}

/// The scopes of a module, and what is wrong with it.
pub(super) fn collect(module: &ast::ModModule, text: &str, annotations: Annotations) -> (Scopes, Vec<Diagnostic>) {
    let mut scopes = Scopes::default();
    let current = scopes.open(ScopeKind::Module, None, None, address_of(module));
    let mut collector = Collector {
        scopes,
        text: text.to_owned(),
        evaluates_annotations: annotations != Annotations::AsText,
        current,
        loops: 0,
        blocks: 0,
        iterable_depth: 0,
        may_import_future: true,
        diagnostics: Vec::new(),
    };
    for (index, statement) in module.body.iter().enumerate() {
        collector.visit_stmt(statement);
        let is_docstring = index == 0 && matches!(statement, Stmt::Expr(expr) if expr.value.is_string_literal_expr());
        let is_future = matches!(statement, Stmt::ImportFrom(import) if import.module.as_deref() == Some("__future__"));
        collector.may_import_future &= is_docstring || is_future;
    }
    let Collector { mut scopes, mut diagnostics, .. } = collector;
    for (id, name) in scopes.resolve() {
        let span = scopes.get(id).facts(&name).and_then(|facts| facts.declared_at).unwrap_or_default();
        diagnostics.push(syntax_error(span, &format!("no binding for nonlocal '{name}' found")));
    }
    order::sort_by_key(&mut diagnostics, |diagnostic| diagnostic.span);
    diagnostics.dedup();
    (scopes, diagnostics)
}

pub(super) fn syntax_error(span: Span, message: &str) -> Diagnostic {
    Diagnostic { kind: DiagnosticKind::SyntaxError, span, message: format!("SyntaxError: {message}") }
}

pub(super) fn not_supported(span: Span, message: &str) -> Diagnostic {
    Diagnostic { kind: DiagnosticKind::NotSupported, span, message: format!("not supported here: {message}") }
}

/// CPython's `CO_MAXBLOCKS` (`Include/cpython/code.h` before 3.14): loops, `try` and `with` statements within one
/// another in one function. It also keeps the copies of nested `finally` bodies few.
const MAX_BLOCKS: u32 = 20;

pub(super) struct Collector {
    pub(super) scopes: Scopes,
    text: String,
    evaluates_annotations: bool,
    pub(super) current: ScopeId,
    /// Loops around the current statement in its function.
    loops: u32,
    /// Loops, `try` and `with` around the current statement in its function.
    blocks: u32,
    /// How many comprehension iterables are around the current expression.
    pub(super) iterable_depth: u32,
    pub(super) may_import_future: bool,
    diagnostics: Vec<Diagnostic>,
}

impl Collector {
    pub(super) fn error(&mut self, range: TextRange, message: &str) {
        self.diagnostics.push(syntax_error(span_of(range), message));
    }

    pub(super) fn not_supported(&mut self, range: TextRange, message: &str) {
        self.diagnostics.push(not_supported(span_of(range), message));
    }

    pub(super) fn text_of(&self, range: TextRange) -> &str {
        self.text.get(range.to_std_range()).unwrap_or_default()
    }

    pub(super) fn kind(&self) -> ScopeKind {
        self.scopes.get(self.current).kind
    }

    fn enter<T>(&mut self, kind: ScopeKind, node: &T, private_class: Option<Rc<str>>) -> Outside {
        let inherited = self.scopes.get(self.current).private_class.clone();
        let scope = self.scopes.open(kind, Some(self.current), private_class.or(inherited), address_of(node));
        let outside = Outside {
            scope: self.current,
            loops: std::mem::take(&mut self.loops),
            blocks: std::mem::take(&mut self.blocks),
            iterable_depth: std::mem::take(&mut self.iterable_depth),
        };
        self.current = scope;
        outside
    }

    fn leave(&mut self, outside: Outside) {
        self.current = outside.scope;
        self.loops = outside.loops;
        self.blocks = outside.blocks;
        self.iterable_depth = outside.iterable_depth;
    }

    fn block(&mut self, range: TextRange, visit: impl FnOnce(&mut Self)) {
        self.blocks += 1;
        if self.blocks == MAX_BLOCKS + 1 {
            self.error(range, "too many statically nested blocks");
        }
        visit(self);
        self.blocks -= 1;
    }

    fn defaults(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.visit_expr(default);
            }
        }
    }

    fn function(&mut self, function: &ast::StmtFunctionDef) {
        if function.is_async {
            self.not_supported(function.name.range, "async functions; use threads and ordinary functions");
        }
        if let Some(parameters) = &function.type_params {
            self.not_supported(parameters.range, "type parameters; leave them out, they change nothing at run time");
        }
        for decorator in &function.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.defaults(&function.parameters);
        let annotated = function.parameters.iter().filter_map(|parameter| parameter.annotation());
        annotated.chain(function.returns.as_deref()).for_each(|annotation| self.visit_annotation(annotation));
        self.bind_identifier(&function.name);
        let outside = self.enter(ScopeKind::Function, function, None);
        self.parameters(&function.parameters);
        self.visit_body(&function.body);
        self.leave(outside);
    }

    fn class(&mut self, class: &ast::StmtClassDef) {
        if let Some(parameters) = &class.type_params {
            self.not_supported(parameters.range, "type parameters; leave them out, they change nothing at run time");
        }
        for decorator in &class.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        if let Some(arguments) = &class.arguments {
            self.visit_arguments(arguments);
        }
        self.bind_identifier(&class.name);
        let outside = self.enter(ScopeKind::Class, class, Some(Rc::from(class.name.as_str())));
        self.visit_body(&class.body);
        self.leave(outside);
    }

    fn comprehension<'a, T>(
        &mut self,
        kind: ScopeKind,
        node: &T,
        generators: &'a [ast::Comprehension],
        elements: &[&'a Expr],
    ) {
        for generator in generators.iter().filter(|generator| generator.is_async) {
            self.not_supported(generator.range, "async comprehensions; use an ordinary for");
        }
        let Some((first, others)) = generators.split_first() else { return };
        self.iterable(&first.iter);
        let in_iterable = self.iterable_depth;
        let outside = self.enter(kind, node, None);
        self.iterable_depth = in_iterable;
        self.facts_mut(".0").is_parameter = true;
        self.facts_mut(".0").is_bound = true;
        self.iteration_target(&first.target);
        first.ifs.iter().for_each(|condition| self.visit_expr(condition));
        for generator in others {
            self.iterable(&generator.iter);
            self.iteration_target(&generator.target);
            generator.ifs.iter().for_each(|condition| self.visit_expr(condition));
        }
        elements.iter().for_each(|element| self.visit_expr(element));
        self.leave(outside);
    }

    /// Elements among which stars may stand.
    fn visit_elements(&mut self, elements: &[Expr]) {
        for element in elements {
            self.visit_expr(element.as_starred_expr().map_or(element, |starred| &starred.value));
        }
    }

    fn iterable(&mut self, iterable: &Expr) {
        self.iterable_depth += 1;
        self.visit_expr(iterable);
        self.iterable_depth -= 1;
    }

    fn iteration_target(&mut self, target: &Expr) {
        self.check_target(target);
        self.visit_expr(target);
        let mut names = Vec::new();
        names_stored(target, &mut names);
        for name in names {
            self.facts_mut(name).is_iteration = true;
        }
    }

    fn check_yield(&mut self, range: TextRange) {
        let place = match self.kind() {
            ScopeKind::Module | ScopeKind::Class => return self.error(range, "'yield' outside function"),
            ScopeKind::ListComprehension => "list comprehension",
            ScopeKind::SetComprehension => "set comprehension",
            ScopeKind::DictComprehension => "dict comprehension",
            ScopeKind::GeneratorExpression => "generator expression",
            ScopeKind::Function | ScopeKind::Lambda => {
                self.scopes.get_mut(self.current).is_generator = true;
                return;
            }
        };
        self.error(range, &format!("'yield' inside {place}"));
    }

    fn try_statement(&mut self, statement: &ast::StmtTry) {
        if statement.is_star {
            self.not_supported(statement.range, "except*; exception groups are not modelled, use except");
        }
        for (index, handler) in statement.handlers.iter().enumerate() {
            let ast::ExceptHandler::ExceptHandler(handler) = handler;
            if handler.type_.is_none() && index + 1 < statement.handlers.len() {
                self.error(handler.range, "default 'except:' must be last");
            }
        }
        self.block(statement.range, |this| {
            this.visit_body(&statement.body);
            for handler in &statement.handlers {
                let ast::ExceptHandler::ExceptHandler(handler) = handler;
                if let Some(class) = &handler.type_ {
                    this.visit_expr(class);
                }
                if let Some(name) = &handler.name {
                    this.bind_identifier(name);
                }
                this.visit_body(&handler.body);
            }
            this.visit_body(&statement.orelse);
        });
        // The `finally` body runs inside a block of its own while an exception is on its way.
        self.block(statement.range, |this| this.visit_body(&statement.finalbody));
    }
}

/// What the collector comes back to when it leaves a scope.
struct Outside {
    scope: ScopeId,
    loops: u32,
    blocks: u32,
    iterable_depth: u32,
}

impl<'a> Visitor<'a> for Collector {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::TypeAlias(alias) => {
                self.not_supported(alias.range, "type aliases; use an ordinary assignment");
            }
            Stmt::Assign(assignment) => {
                assignment.targets.iter().for_each(|target| self.check_target(target));
                visitor::walk_stmt(self, statement);
            }
            Stmt::Match(choice) => {
                self.check_match(choice);
                visitor::walk_stmt(self, statement);
            }
            Stmt::IpyEscapeCommand(command) => self.error(command.range, "invalid syntax"),
            Stmt::AugAssign(assignment) => {
                if let Expr::Name(name) = &*assignment.target {
                    self.use_name(&name.id);
                }
                visitor::walk_stmt(self, statement);
            }
            Stmt::AnnAssign(assignment) => self.annotate(assignment),
            Stmt::For(each) => {
                if each.is_async {
                    self.not_supported(each.range, "async for; use an ordinary for");
                }
                self.check_target(&each.target);
                self.visit_expr(&each.iter);
                self.visit_expr(&each.target);
                self.loops += 1;
                self.block(each.range, |this| this.visit_body(&each.body));
                self.loops -= 1;
                self.visit_body(&each.orelse);
            }
            Stmt::While(repeat) => {
                self.visit_expr(&repeat.test);
                self.loops += 1;
                self.block(repeat.range, |this| this.visit_body(&repeat.body));
                self.loops -= 1;
                self.visit_body(&repeat.orelse);
            }
            Stmt::With(with) => {
                if with.is_async {
                    self.not_supported(with.range, "async with; use an ordinary with");
                }
                with.items.iter().for_each(|item| self.visit_with_item(item));
                let extra = with.items.len().saturating_sub(1) as u32;
                self.blocks += extra;
                self.block(with.range, |this| {
                    if this.blocks > MAX_BLOCKS && extra > 0 && this.blocks - extra <= MAX_BLOCKS {
                        this.error(with.range, "too many statically nested blocks");
                    }
                    this.visit_body(&with.body);
                });
                self.blocks -= extra;
            }
            Stmt::Try(statement) => self.try_statement(statement),
            Stmt::Return(leave) => {
                if !matches!(self.kind(), ScopeKind::Function | ScopeKind::Lambda) {
                    self.error(leave.range, "'return' outside function");
                }
                visitor::walk_stmt(self, statement);
            }
            Stmt::Break(leave) if self.loops == 0 => self.error(leave.range, "'break' outside loop"),
            Stmt::Continue(next) if self.loops == 0 => self.error(next.range, "'continue' not properly in loop"),
            Stmt::Global(declaration) => declaration.names.iter().for_each(|name| self.declare(name, true)),
            Stmt::Nonlocal(declaration) => declaration.names.iter().for_each(|name| self.declare(name, false)),
            Stmt::Import(import) => {
                for alias in &import.names {
                    match &alias.asname {
                        Some(name) => self.bind_identifier(name),
                        None => {
                            let first = alias.name.split('.').next().unwrap_or_default();
                            self.bind(first, alias.range);
                        }
                    }
                }
            }
            Stmt::ImportFrom(import) => self.import_from(import),
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_with_item(&mut self, item: &'a ast::WithItem) {
        if let Some(target) = &item.optional_vars {
            self.check_target(target);
        }
        visitor::walk_with_item(self, item);
    }

    fn visit_arguments(&mut self, arguments: &'a ast::Arguments) {
        self.check_arguments(arguments);
        self.visit_elements(&arguments.args);
        arguments.keywords.iter().for_each(|keyword| self.visit_expr(&keyword.value));
    }

    fn visit_annotation(&mut self, annotation: &'a Expr) {
        if self.evaluates_annotations {
            self.visit_expr(annotation.as_starred_expr().map_or(annotation, |star| &star.value));
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) => match name.ctx {
                ExprContext::Load => self.use_name(&name.id),
                ExprContext::Store | ExprContext::Del => self.bind(&name.id, name.range),
                ExprContext::Invalid => self.error(name.range, "invalid syntax"),
            },
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                if let Expr::Name(target) = &*named.target {
                    self.bind_named(target);
                }
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.defaults(parameters);
                }
                let outside = self.enter(ScopeKind::Lambda, lambda, None);
                if let Some(parameters) = &lambda.parameters {
                    self.parameters(parameters);
                }
                self.visit_expr(&lambda.body);
                self.leave(outside);
            }
            Expr::ListComp(list) => {
                self.comprehension(ScopeKind::ListComprehension, list, &list.generators, &[&list.elt]);
            }
            Expr::SetComp(set) => {
                self.comprehension(ScopeKind::SetComprehension, set, &set.generators, &[&set.elt]);
            }
            Expr::DictComp(dict) => {
                let elements: Vec<&Expr> = dict.key.as_deref().into_iter().chain([&*dict.value]).collect();
                self.comprehension(ScopeKind::DictComprehension, dict, &dict.generators, &elements);
                if dict.key.is_none() {
                    self.not_supported(dict.range, "unpacking in a comprehension; use a loop");
                }
            }
            Expr::Generator(generator) => {
                let kind = ScopeKind::GeneratorExpression;
                self.comprehension(kind, generator, &generator.generators, &[&generator.elt]);
            }
            Expr::Tuple(tuple) => self.visit_elements(&tuple.elts),
            Expr::List(list) => self.visit_elements(&list.elts),
            Expr::Set(set) => self.visit_elements(&set.elts),
            Expr::Starred(starred) => {
                // Those in calls, displays and targets do not come here.
                if starred.ctx == ExprContext::Load {
                    self.error(starred.range, "can't use starred expression here");
                }
                self.visit_expr(&starred.value);
            }
            Expr::Yield(give) => {
                self.check_yield(give.range);
                visitor::walk_expr(self, expression);
            }
            Expr::YieldFrom(give) => {
                self.check_yield(give.range);
                visitor::walk_expr(self, expression);
            }
            Expr::Await(wait) => self.not_supported(wait.range, "await; use threads and ordinary functions"),
            Expr::NumberLiteral(number) if matches!(number.value, ast::Number::Complex { .. }) => {
                self.not_supported(number.range, "complex numbers; use two floats");
            }
            Expr::TString(template) => self.not_supported(template.range, "template strings; use an f-string"),
            Expr::IpyEscapeCommand(command) => self.error(command.range, "invalid syntax"),
            _ => visitor::walk_expr(self, expression),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        match pattern {
            Pattern::MatchAs(capture) => {
                if let Some(name) = &capture.name {
                    self.bind_identifier(name);
                }
            }
            Pattern::MatchStar(star) => {
                if let Some(name) = &star.name {
                    self.bind_identifier(name);
                }
            }
            Pattern::MatchMapping(mapping) => {
                if let Some(name) = &mapping.rest {
                    self.bind_identifier(name);
                }
            }
            _ => {}
        }
        visitor::walk_pattern(self, pattern);
    }
}

/// The names that a target binds.
fn names_stored<'a>(target: &'a Expr, names: &mut Vec<&'a str>) {
    match target {
        Expr::Name(name) => names.push(name.id.as_str()),
        Expr::Starred(starred) => names_stored(&starred.value, names),
        Expr::List(list) => list.elts.iter().for_each(|element| names_stored(element, names)),
        Expr::Tuple(tuple) => tuple.elts.iter().for_each(|element| names_stored(element, names)),
        _ => {}
    }
}
