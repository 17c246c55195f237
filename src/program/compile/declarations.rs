//! What a scope says of its names: bindings, uses, declarations and imports, as the first walk finds them.

use super::collect::Collector;
use super::scope::{NameFacts, ScopeKind};
use crate::source::walk::Visitor;
use ruff_python_ast::{self as ast, Identifier};

impl Collector {
    pub(super) fn facts_mut(&mut self, name: &str) -> &mut NameFacts {
        let scope = self.scopes.get(self.current);
        let kept = scope.variable(name).into_owned();
        let is_type_parameter = kept.starts_with(super::type_parameters::PREFIX);
        let facts = self.scopes.get_mut(self.current).facts_mut(&kept);
        facts.is_global |= is_type_parameter;
        facts
    }

    pub(super) fn bind(&mut self, name: &str) {
        self.facts_mut(name).is_bound = true;
    }

    pub(super) fn bind_identifier(&mut self, name: &Identifier) {
        self.bind(name.as_str());
    }

    pub(super) fn use_name(&mut self, name: &str) {
        self.facts_mut(name);
        if name == "super" && self.kind().is_function_like() {
            // Zero-argument `super()` reads the cell in which the class is found.
            self.facts_mut("__class__");
        }
    }

    /// `name := value`: in a comprehension the name belongs to the function around it (PEP 572).
    pub(super) fn bind_named(&mut self, target: &ast::ExprName) {
        let name = target.id.as_str();
        if !self.kind().is_comprehension() {
            return self.bind(name);
        }
        let mangled = self.scopes.get(self.current).mangle(name).into_owned();
        let mut owner = self.current;
        while self.scopes.get(owner).kind.is_comprehension() {
            let Some(outer) = self.scopes.get(owner).parent else { return };
            owner = outer;
        }
        let owner_kind = self.scopes.get(owner).kind;
        let owner_facts = self.scopes.get_mut(owner).facts_mut(&mangled);
        owner_facts.is_bound = true;
        let is_global = owner_kind == ScopeKind::Module || owner_facts.is_global;
        let facts = self.facts_mut(name);
        facts.is_bound = true;
        facts.is_global |= is_global;
        facts.is_nonlocal |= !is_global;
    }

    pub(super) fn declare(&mut self, name: &Identifier, is_global: bool) {
        let facts = self.facts_mut(name.as_str());
        facts.is_global |= is_global;
        facts.is_nonlocal |= !is_global;
    }

    pub(super) fn annotate(&mut self, assignment: &ast::StmtAnnAssign) {
        if assignment.simple && assignment.target.is_name_expr() {
            self.scopes.get_mut(self.current).has_annotations = true;
            if !self.kind().is_function_like() {
                self.visit_annotation(&assignment.annotation);
            }
        }
        if let Some(value) = &assignment.value {
            self.visit_expr(value);
        }
        self.visit_expr(&assignment.target);
    }

    pub(super) fn parameters(&mut self, parameters: &ast::Parameters) {
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let named = positional.chain(&parameters.kwonlyargs).map(|parameter| &parameter.parameter);
        for parameter in named.chain(parameters.vararg.as_deref()).chain(parameters.kwarg.as_deref()) {
            let name = parameter.name.as_str();
            self.bind(name);
            self.facts_mut(name).is_parameter = true;
        }
    }

    pub(super) fn import_from(&mut self, import: &ast::StmtImportFrom) {
        if import.module.as_deref() == Some("__future__") {
            return;
        }
        for alias in import.names.iter().filter(|alias| alias.name.as_str() != "*") {
            self.bind_identifier(alias.asname.as_ref().unwrap_or(&alias.name));
        }
    }
}
