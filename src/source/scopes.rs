//! The names of one function, class or module: what binds them, and what `global` and `nonlocal` say of them.

use crate::source::walk::{Visitor, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, Identifier, Parameters, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};
use std::collections::BTreeMap;

/// What a `global` or `nonlocal` statement says of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declaration {
    pub is_global: bool,
    /// The whole statement.
    pub statement: TextRange,
}

/// Where a name is first seen and first bound in a scope.
#[derive(Clone, Copy, Debug, Default)]
pub struct Uses {
    pub first: Option<TextSize>,
    pub first_binding: Option<TextSize>,
    pub first_annotation: Option<TextSize>,
}

/// The names of one scope, inner scopes left out.
#[derive(Debug, Default)]
pub struct Names {
    pub parameters: Vec<String>,
    pub uses: BTreeMap<String, Uses>,
    /// In the order of the text.
    pub declarations: Vec<(String, Declaration)>,
}

impl Names {
    pub fn of(parameters: Option<&Parameters>, body: &[Stmt]) -> Self {
        let mut names = Names::default();
        if let Some(parameters) = parameters {
            names.parameters = parameters.iter().map(|parameter| parameter.name().to_string()).collect();
        }
        names.visit_body(body);
        names
    }

    pub fn declaration(&self, name: &str) -> Option<Declaration> {
        self.declarations.iter().find(|(declared, _)| declared == name).map(|(_, declaration)| *declaration)
    }

    /// Whether an inner function may refer to it as `nonlocal`.
    pub fn binds(&self, name: &str) -> bool {
        let bound = self.parameters.iter().any(|parameter| parameter == name)
            || self.uses.get(name).is_some_and(|uses| uses.first_binding.is_some());
        match self.declaration(name) {
            Some(declaration) => !declaration.is_global,
            None => bound,
        }
    }

    fn see(&mut self, name: &str, at: TextSize, binds: bool) {
        let uses = self.uses.entry(name.to_owned()).or_default();
        uses.first.get_or_insert(at);
        if binds {
            uses.first_binding.get_or_insert(at);
        }
    }

    fn bind(&mut self, name: &Identifier) {
        self.see(name.as_str(), name.start(), true);
    }
}

impl<'a> Visitor<'a> for Names {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => {
                function.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                self.visit_parameters(&function.parameters);
                self.bind(&function.name);
            }
            Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|decorator| self.visit_expr(&decorator.expression));
                if let Some(arguments) = &class.arguments {
                    self.visit_arguments(arguments);
                }
                self.bind(&class.name);
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    let first = name.as_str().split('.').next().unwrap_or_default();
                    self.see(first, name.start(), true);
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            whole @ Stmt::Try(statement) => {
                for handler in &statement.handlers {
                    let ruff_python_ast::ExceptHandler::ExceptHandler(handler) = handler;
                    if let Some(name) = &handler.name {
                        self.bind(name);
                    }
                }
                walk_stmt(self, whole);
            }
            Stmt::AnnAssign(assignment) => {
                if let (Expr::Name(name), true) = (assignment.target.as_ref(), assignment.simple) {
                    let uses = self.uses.entry(name.id.to_string()).or_default();
                    uses.first_annotation.get_or_insert(name.range.start());
                }
                walk_stmt(self, statement);
            }
            Stmt::Global(global) => self.declare(&global.names, true, global.range),
            Stmt::Nonlocal(nonlocal) => self.declare(&nonlocal.names, false, nonlocal.range),
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) => self.see(&name.id, name.range.start(), name.ctx != ExprContext::Load),
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.visit_parameters(parameters);
                }
            }
            // Only the first iterable of a comprehension is evaluated here; a `:=` in the rest binds here too.
            Expr::ListComp(comprehension) => self.comprehension(&comprehension.generators, &[&comprehension.elt]),
            Expr::SetComp(comprehension) => self.comprehension(&comprehension.generators, &[&comprehension.elt]),
            Expr::Generator(comprehension) => self.comprehension(&comprehension.generators, &[&comprehension.elt]),
            Expr::DictComp(comprehension) => self.comprehension(&comprehension.generators, &[&comprehension.value]),
            _ => walk_expr(self, expression),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        match pattern {
            Pattern::MatchAs(pattern) => pattern.name.iter().for_each(|name| self.bind(name)),
            Pattern::MatchStar(pattern) => pattern.name.iter().for_each(|name| self.bind(name)),
            Pattern::MatchMapping(pattern) => pattern.rest.iter().for_each(|name| self.bind(name)),
            _ => {}
        }
        walk_pattern(self, pattern);
    }
}

impl Names {
    fn declare(&mut self, names: &[Identifier], is_global: bool, statement: TextRange) {
        for name in names {
            self.declarations.push((name.to_string(), Declaration { is_global, statement }));
        }
    }

    fn comprehension(&mut self, generators: &[ruff_python_ast::Comprehension], elements: &[&Expr]) {
        if let Some(first) = generators.first() {
            self.visit_expr(&first.iter);
        }
        let mut walrus = WalrusTargets(Vec::new());
        let conditions = generators.iter().flat_map(|generator| &generator.ifs);
        conditions.chain(elements.iter().copied()).for_each(|expression| walrus.visit_expr(expression));
        for (name, at) in walrus.0 {
            self.see(&name, at, true);
        }
    }
}

/// The names that `:=` binds in an expression.
struct WalrusTargets(Vec<(String, TextSize)>);

impl<'a> Visitor<'a> for WalrusTargets {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Named(named) = expression
            && let Expr::Name(name) = named.target.as_ref()
        {
            self.0.push((name.id.to_string(), name.range.start()));
        }
        if !matches!(expression, Expr::Lambda(_)) {
            walk_expr(self, expression);
        }
    }
}
