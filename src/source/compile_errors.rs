//! The `SyntaxError`s that CPython gives after parsing, from its symbol table and compiler: `return` outside a
//! function, a name that is parameter and global, and so on (`Python/symtable.c`, `Python/compile.c`).
//!
//! Most are found by the parser's own checker, which asks for its surroundings; those that need the names of a whole
//! scope are found in [`super::scopes`].

use super::compile_wording;
use super::diagnostic::Diagnostic;
use super::scopes::Names;
use super::span::Span;
use crate::source::walk::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{ExceptHandler, Expr, ModModule, Parameters, PythonVersion, Stmt};
use ruff_python_parser::semantic_errors::{
    LazyImportContext, SemanticSyntaxChecker, SemanticSyntaxContext, SemanticSyntaxError,
};
use ruff_text_size::{Ranged, TextRange, TextSize};
use std::cell::RefCell;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    Module,
    Class,
    Function { is_async: bool },
    Lambda,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    GeneratorExpression,
}

impl ScopeKind {
    pub fn is_comprehension(self) -> bool {
        matches!(
            self,
            Self::ListComprehension | Self::SetComprehension | Self::DictComprehension | Self::GeneratorExpression
        )
    }
}

struct Scope {
    kind: ScopeKind,
    names: Names,
    loops: u32,
}

/// Walks a tree and keeps the scopes that it is in.
pub struct CompileChecker<'a> {
    text: &'a str,
    version: PythonVersion,
    scopes: Vec<Scope>,
    checker: SemanticSyntaxChecker,
    found: RefCell<Vec<Diagnostic>>,
}

/// The compile-time errors of a module that has been parsed without error.
pub fn compile_errors(text: &str, module: &ModModule, version: PythonVersion) -> Vec<Diagnostic> {
    let mut checker = CompileChecker {
        text,
        version,
        scopes: Vec::new(),
        checker: SemanticSyntaxChecker::new(),
        found: RefCell::default(),
    };
    checker.scope(ScopeKind::Module, Names::of(None, &module.body), |checker| checker.visit_body(&module.body));
    checker.found.into_inner()
}

impl CompileChecker<'_> {
    /// Visits what lies in a scope of its own.
    fn scope(&mut self, kind: ScopeKind, names: Names, visit: impl FnOnce(&mut Self)) {
        self.scopes.push(Scope { kind, names, loops: 0 });
        self.declarations();
        visit(self);
        self.scopes.pop();
    }

    fn report(&self, range: TextRange, message: &str) {
        self.found.borrow_mut().push(Diagnostic::syntax_error(Span::from(range), message));
    }

    /// What `global` and `nonlocal` statements of the innermost scope may not say (`symtable_visit_stmt`).
    fn declarations(&self) {
        let Some((scope, outer)) = self.scopes.split_last() else { return };
        for (name, declaration) in &scope.names.declarations {
            let word = if declaration.is_global { "global" } else { "nonlocal" };
            let uses = scope.names.uses.get(name).copied().unwrap_or_default();
            let before = |at: Option<TextSize>| at.is_some_and(|at| at < declaration.statement.start());
            let both = scope.names.declarations.iter().any(|(other, first)| {
                other == name
                    && first.is_global != declaration.is_global
                    && first.statement.start() < declaration.statement.start()
            });
            let message = if scope.kind == ScopeKind::Module && !declaration.is_global {
                "nonlocal declaration not allowed at module level".to_owned()
            } else if scope.names.parameters.contains(name) {
                format!("name '{name}' is parameter and {word}")
            } else if uses.first_annotation.is_some() && before(uses.first) {
                format!("annotated name '{name}' can't be {word}")
            } else if before(uses.first_binding) {
                format!("name '{name}' is assigned to before {word} declaration")
            } else if before(uses.first) {
                format!("name '{name}' is used prior to {word} declaration")
            } else if both {
                format!("name '{name}' is nonlocal and global")
            } else if !declaration.is_global && !Self::bound_outside(outer, name) {
                format!("no binding for nonlocal '{name}' found")
            } else {
                continue;
            };
            self.report(declaration.statement, &message);
        }
        self.annotations_of_declared(scope);
    }

    /// Below its `global` or `nonlocal` statement a name may not be annotated, but for a module's own.
    fn annotations_of_declared(&self, scope: &Scope) {
        for (name, declaration) in &scope.names.declarations {
            let annotated_at = scope.names.uses.get(name).and_then(|uses| uses.first_annotation);
            if let Some(at) = annotated_at
                && at > declaration.statement.end()
                && scope.kind != ScopeKind::Module
            {
                let word = if declaration.is_global { "global" } else { "nonlocal" };
                let range = TextRange::at(at, TextSize::of(name.as_str()));
                self.report(range, &format!("annotated name '{name}' can't be {word}"));
            }
        }
    }

    fn bound_outside(outer: &[Scope], name: &str) -> bool {
        let is_function = |scope: &&Scope| matches!(scope.kind, ScopeKind::Function { .. } | ScopeKind::Lambda);
        // Methods share the cell `__class__` of the class around them.
        let is_class_cell = name == "__class__" && outer.iter().any(|scope| scope.kind == ScopeKind::Class);
        is_class_cell || outer.iter().filter(is_function).any(|scope| scope.names.binds(name))
    }

    pub fn kind(&self) -> ScopeKind {
        self.scopes.last().map_or(ScopeKind::Module, |scope| scope.kind)
    }

    /// Default values, annotations and decorators belong to the scope around.
    fn parameters_outside(&mut self, parameters: &Parameters) {
        for parameter in parameters.iter() {
            if let Some(default) = parameter.default() {
                self.visit_expr(default);
            }
            if let Some(annotation) = parameter.annotation() {
                self.visit_annotation(annotation);
            }
        }
    }

    fn looping(&mut self, visit: impl FnOnce(&mut Self)) {
        let change = |checker: &mut Self, by: i32| {
            if let Some(scope) = checker.scopes.last_mut() {
                scope.loops = scope.loops.saturating_add_signed(by);
            }
        };
        change(self, 1);
        visit(self);
        change(self, -1);
    }

    fn handlers_in_order(&self, handlers: &[ExceptHandler]) {
        for handler in handlers.iter().rev().skip(1) {
            let ExceptHandler::ExceptHandler(handler) = handler;
            if handler.type_.is_none() {
                self.report(handler.range, "default 'except:' must be last");
            }
        }
    }
}

impl<'a> Visitor<'a> for CompileChecker<'_> {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let mut checker = std::mem::take(&mut self.checker);
        checker.visit_stmt(statement, self);
        self.checker = checker;
        match statement {
            Stmt::FunctionDef(function) => {
                function.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                self.parameters_outside(&function.parameters);
                function.returns.iter().for_each(|returns| self.visit_annotation(returns));
                let names = Names::of(Some(&function.parameters), &function.body);
                let kind = ScopeKind::Function { is_async: function.is_async };
                self.scope(kind, names, |checker| checker.visit_body(&function.body));
            }
            Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
                let names = Names::of(None, &class.body);
                self.scope(ScopeKind::Class, names, |checker| checker.visit_body(&class.body));
            }
            Stmt::For(statement) => {
                self.visit_expr(&statement.iter);
                self.visit_expr(&statement.target);
                self.looping(|checker| checker.visit_body(&statement.body));
                self.visit_body(&statement.orelse);
            }
            Stmt::While(statement) => {
                self.visit_expr(&statement.test);
                self.looping(|checker| checker.visit_body(&statement.body));
                self.visit_body(&statement.orelse);
            }
            Stmt::Try(whole) => {
                self.handlers_in_order(&whole.handlers);
                walk_stmt(self, statement);
            }
            Stmt::Expr(whole) if whole.value.is_starred_expr() => {
                self.report(whole.range, "can't use starred expression here");
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        let mut checker = std::mem::take(&mut self.checker);
        checker.visit_expr(expression, self);
        self.checker = checker;
        let kind = match expression {
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.parameters_outside(parameters);
                }
                let names = Names::of(lambda.parameters.as_deref(), &[]);
                self.scope(ScopeKind::Lambda, names, |checker| checker.visit_expr(&lambda.body));
                return;
            }
            Expr::ListComp(_) => ScopeKind::ListComprehension,
            Expr::SetComp(_) => ScopeKind::SetComprehension,
            Expr::DictComp(_) => ScopeKind::DictComprehension,
            Expr::Generator(_) => ScopeKind::GeneratorExpression,
            _ => return walk_expr(self, expression),
        };
        self.scope(kind, Names::default(), |checker| walk_expr(checker, expression));
    }
}

impl SemanticSyntaxContext for CompileChecker<'_> {
    fn future_annotations_or_stub(&self) -> bool {
        false
    }

    fn lazy_import_context(&self) -> Option<LazyImportContext> {
        None
    }

    fn python_version(&self) -> PythonVersion {
        self.version
    }

    fn source(&self) -> &str {
        self.text
    }

    // The checks that ask these two are made in `declarations`.
    fn global(&self, _name: &str) -> Option<TextRange> {
        None
    }

    fn has_nonlocal_binding(&self, _name: &str) -> bool {
        true
    }

    fn in_async_context(&self) -> bool {
        let function = self.scopes.iter().rev().find(|scope| !scope.kind.is_comprehension());
        function.is_some_and(|scope| scope.kind == ScopeKind::Function { is_async: true })
    }

    fn in_await_allowed_context(&self) -> bool {
        let scope = self.scopes.iter().rev().find(|scope| !scope.kind.is_comprehension());
        scope.is_some_and(|scope| matches!(scope.kind, ScopeKind::Function { .. } | ScopeKind::Lambda))
    }

    fn in_yield_allowed_context(&self) -> bool {
        matches!(self.kind(), ScopeKind::Function { .. } | ScopeKind::Lambda)
    }

    fn in_sync_comprehension(&self) -> bool {
        self.kind().is_comprehension() && !self.in_async_context()
    }

    fn in_class_body_comprehension(&self) -> bool {
        let scope = self.scopes.iter().rev().find(|scope| !scope.kind.is_comprehension());
        scope.is_some_and(|scope| scope.kind == ScopeKind::Class)
    }

    fn in_module_scope(&self) -> bool {
        self.kind() == ScopeKind::Module
    }

    fn in_function_scope(&self) -> bool {
        matches!(self.kind(), ScopeKind::Function { .. })
    }

    fn in_generator_context(&self) -> bool {
        self.kind() == ScopeKind::GeneratorExpression
    }

    fn in_notebook(&self) -> bool {
        false
    }

    fn report_semantic_error(&self, error: SemanticSyntaxError) {
        if let Some(message) = compile_wording::word(&error.kind, self.kind(), Span::from(error.range).text(self.text))
        {
            self.report(error.range(), &message);
        }
    }

    fn in_loop_context(&self) -> bool {
        self.scopes.last().is_some_and(|scope| scope.loops > 0)
    }

    // Checked in `declarations`.
    fn is_bound_parameter(&self, _name: &str) -> bool {
        false
    }
}
