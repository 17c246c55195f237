//! The first walk over the tree: opens the scopes and notes what each says of its names, so that the second walk can
//! simply emit code. What CPython's compiler refuses was found when the text was read (`source::compile_errors`).

use super::Annotations;
use super::scope::{ScopeId, ScopeKind, Scopes, address_of};
use crate::source::diagnostic::Diagnostic;
use crate::source::span::Span;
use crate::source::walk::{self as visitor, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Pattern, Stmt};
use ruff_text_size::TextRange;
use std::rc::Rc;

pub(super) fn span_of(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}

/// The scopes of a module.
///
/// # Errors
/// The first statement that is nested in too many blocks.
pub(super) fn collect(module: &ast::ModModule, annotations: Annotations) -> Result<Scopes, Diagnostic> {
    let mut scopes = Scopes::default();
    let current = scopes.open(ScopeKind::Module, None, None, address_of(module));
    let mut collector = Collector {
        scopes,
        evaluates_annotations: annotations != Annotations::AsText,
        current,
        blocks: 0,
        too_many_blocks: None,
    };
    collector.visit_body(&module.body);
    collector.scopes.resolve();
    match collector.too_many_blocks {
        Some(range) => Err(Diagnostic::syntax_error(span_of(range), "too many statically nested blocks")),
        None => Ok(collector.scopes),
    }
}

/// CPython's `CO_MAXBLOCKS` (`Include/cpython/code.h` before 3.14): loops, `try` and `with` statements within one
/// another in one function. It also keeps the copies of nested `finally` bodies few.
const MAX_BLOCKS: u32 = 20;

pub(super) struct Collector {
    pub(super) scopes: Scopes,
    evaluates_annotations: bool,
    pub(super) current: ScopeId,
    /// Loops, `try` and `with` around the current statement in its function.
    blocks: u32,
    /// The first statement that is nested in too many.
    too_many_blocks: Option<TextRange>,
}

impl Collector {
    pub(super) fn kind(&self) -> ScopeKind {
        self.scopes.get(self.current).kind
    }

    fn enter<T>(&mut self, kind: ScopeKind, node: &T, private_class: Option<Rc<str>>) -> Outside {
        let inherited = self.scopes.get(self.current).private_class.clone();
        let scope = self.scopes.open(kind, Some(self.current), private_class.or(inherited), address_of(node));
        let outside = Outside { scope: self.current, blocks: std::mem::take(&mut self.blocks) };
        self.current = scope;
        outside
    }

    fn leave(&mut self, outside: Outside) {
        self.current = outside.scope;
        self.blocks = outside.blocks;
    }

    /// Visits what lies within so many more blocks.
    fn blocks(&mut self, more: u32, range: TextRange, visit: impl FnOnce(&mut Self)) {
        self.blocks += more;
        if self.blocks > MAX_BLOCKS {
            self.too_many_blocks.get_or_insert(range);
        }
        visit(self);
        self.blocks -= more;
    }

    fn defaults(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                self.visit_expr(default);
            }
        }
    }

    fn function(&mut self, function: &ast::StmtFunctionDef) {
        for decorator in &function.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.defaults(&function.parameters);
        self.with_type_parameters(function.type_params.as_deref(), |this| {
            let annotated = function.parameters.iter().filter_map(|parameter| parameter.annotation());
            annotated.chain(function.returns.as_deref()).for_each(|annotation| this.visit_annotation(annotation));
            let outside = this.enter(ScopeKind::Function, function, None);
            this.parameters(&function.parameters);
            this.visit_body(&function.body);
            this.leave(outside);
        });
        self.bind_identifier(&function.name);
    }

    fn class(&mut self, class: &ast::StmtClassDef) {
        for decorator in &class.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.with_type_parameters(class.type_params.as_deref(), |this| {
            if let Some(arguments) = &class.arguments {
                this.visit_arguments(arguments);
            }
            let outside = this.enter(ScopeKind::Class, class, Some(Rc::from(class.name.as_str())));
            this.visit_body(&class.body);
            this.leave(outside);
        });
        self.bind_identifier(&class.name);
    }

    fn comprehension<'a, T>(
        &mut self,
        kind: ScopeKind,
        node: &T,
        generators: &'a [ast::Comprehension],
        elements: &[&'a Expr],
    ) {
        let Some((first, others)) = generators.split_first() else { return };
        self.visit_expr(&first.iter);
        let outside = self.enter(kind, node, None);
        self.facts_mut(".0").is_parameter = true;
        self.facts_mut(".0").is_bound = true;
        self.visit_expr(&first.target);
        first.ifs.iter().for_each(|condition| self.visit_expr(condition));
        for generator in others {
            self.visit_expr(&generator.iter);
            self.visit_expr(&generator.target);
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

    /// A function in which a `yield` stands is a generator.
    fn note_yield(&mut self) {
        self.scopes.get_mut(self.current).is_generator = true;
    }

    fn try_statement(&mut self, statement: &ast::StmtTry) {
        self.blocks(1, statement.range, |this| {
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
        self.blocks(1, statement.range, |this| this.visit_body(&statement.finalbody));
    }
}

/// What the collector comes back to when it leaves a scope.
struct Outside {
    scope: ScopeId,
    blocks: u32,
}

impl<'a> Visitor<'a> for Collector {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::AugAssign(assignment) => {
                if let Expr::Name(name) = &*assignment.target {
                    self.use_name(&name.id);
                }
                visitor::walk_stmt(self, statement);
            }
            Stmt::AnnAssign(assignment) => self.annotate(assignment),
            Stmt::TypeAlias(alias) => self.type_alias(alias),
            Stmt::For(each) => {
                self.visit_expr(&each.iter);
                self.visit_expr(&each.target);
                self.blocks(1, each.range, |this| this.visit_body(&each.body));
                self.visit_body(&each.orelse);
            }
            Stmt::While(repeat) => {
                self.visit_expr(&repeat.test);
                self.blocks(1, repeat.range, |this| this.visit_body(&repeat.body));
                self.visit_body(&repeat.orelse);
            }
            Stmt::With(with) => {
                with.items.iter().for_each(|item| self.visit_with_item(item));
                self.blocks(with.items.len() as u32, with.range, |this| this.visit_body(&with.body));
            }
            Stmt::Try(statement) => self.try_statement(statement),
            Stmt::Global(declaration) => declaration.names.iter().for_each(|name| self.declare(name, true)),
            Stmt::Nonlocal(declaration) => declaration.names.iter().for_each(|name| self.declare(name, false)),
            Stmt::Import(import) => {
                for alias in &import.names {
                    match &alias.asname {
                        Some(name) => self.bind_identifier(name),
                        None => {
                            let first = alias.name.split('.').next().unwrap_or_default();
                            self.bind(first);
                        }
                    }
                }
            }
            Stmt::ImportFrom(import) => self.import_from(import),
            _ => visitor::walk_stmt(self, statement),
        }
    }

    fn visit_arguments(&mut self, arguments: &'a ast::Arguments) {
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
                ExprContext::Store | ExprContext::Del => self.bind(&name.id),
                // Such a name stands only in a text that is not Python.
                ExprContext::Invalid => {}
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
            }
            Expr::Generator(generator) => {
                let kind = ScopeKind::GeneratorExpression;
                self.comprehension(kind, generator, &generator.generators, &[&generator.elt]);
            }
            Expr::Tuple(tuple) => self.visit_elements(&tuple.elts),
            Expr::List(list) => self.visit_elements(&list.elts),
            Expr::Set(set) => self.visit_elements(&set.elts),
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.note_yield();
                visitor::walk_expr(self, expression);
            }
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
