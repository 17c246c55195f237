//! What a scope says of its names: bindings, uses, declarations and imports, as the first walk finds them.

use super::collect::{Collector, span_of};
use super::scope::{NameFacts, ScopeKind};
use crate::source::walk::Visitor;
use ruff_python_ast::{self as ast, Expr, Identifier};
use ruff_text_size::TextRange;

impl Collector {
    pub(super) fn facts_mut(&mut self, name: &str) -> &mut NameFacts {
        let scope = self.scopes.get(self.current);
        let mangled = scope.mangle(name).into_owned();
        self.scopes.get_mut(self.current).facts_mut(&mangled)
    }

    pub(super) fn bind(&mut self, name: &str, range: TextRange) {
        if name == "__debug__" {
            self.error(range, "cannot assign to __debug__");
        }
        self.facts_mut(name).is_bound = true;
    }

    pub(super) fn bind_identifier(&mut self, name: &Identifier) {
        self.bind(name.as_str(), name.range);
    }

    pub(super) fn use_name(&mut self, name: &str) {
        self.facts_mut(name).is_used = true;
        if name == "super" && self.kind().is_function_like() {
            // Zero-argument `super()` reads the cell in which the class is found.
            self.facts_mut("__class__").is_used = true;
        }
    }

    /// `name := value`: in a comprehension the name belongs to the function around it (PEP 572).
    pub(super) fn bind_named(&mut self, target: &ast::ExprName) {
        let name = target.id.as_str();
        if self.iterable_depth > 0 {
            return self
                .error(target.range, "assignment expression cannot be used in a comprehension iterable expression");
        }
        if !self.kind().is_comprehension() {
            return self.bind(name, target.range);
        }
        let mangled = self.scopes.get(self.current).mangle(name).into_owned();
        let mut owner = self.current;
        while self.scopes.get(owner).kind.is_comprehension() {
            if self.scopes.get(owner).facts(&mangled).is_some_and(|facts| facts.is_iteration) {
                let message = format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
                return self.error(target.range, &message);
            }
            let Some(outer) = self.scopes.get(owner).parent else { return };
            owner = outer;
        }
        let owner_kind = self.scopes.get(owner).kind;
        if owner_kind == ScopeKind::Class {
            let message = "assignment expression within a comprehension cannot be used in a class body";
            return self.error(target.range, message);
        }
        let owner_facts = self.scopes.get_mut(owner).facts_mut(&mangled);
        owner_facts.is_bound = true;
        let is_global = owner_kind == ScopeKind::Module || owner_facts.is_global;
        let facts = self.facts_mut(name);
        facts.is_bound = true;
        facts.is_global |= is_global;
        facts.is_nonlocal |= !is_global;
    }

    pub(super) fn declare(&mut self, name: &Identifier, is_global: bool) {
        let word = if is_global { "global" } else { "nonlocal" };
        let facts = self.facts_mut(name.as_str()).clone();
        let complaint = if !is_global && self.kind() == ScopeKind::Module {
            Some("nonlocal declaration not allowed at module level".to_owned())
        } else if facts.is_parameter {
            Some(format!("name '{name}' is parameter and {word}"))
        } else if (is_global && facts.is_nonlocal) || (!is_global && facts.is_global) {
            Some(format!("name '{name}' is nonlocal and global"))
        } else if facts.is_annotated {
            Some(format!("annotated name '{name}' can't be {word}"))
        } else if facts.is_bound && !facts.is_global && !facts.is_nonlocal {
            Some(format!("name '{name}' is assigned to before {word} declaration"))
        } else if facts.is_used {
            Some(format!("name '{name}' is used prior to {word} declaration"))
        } else {
            None
        };
        if let Some(complaint) = complaint {
            return self.error(name.range, &complaint);
        }
        let facts = self.facts_mut(name.as_str());
        facts.is_global |= is_global;
        facts.is_nonlocal |= !is_global;
        facts.declared_at = Some(span_of(name.range));
    }

    pub(super) fn annotate(&mut self, assignment: &ast::StmtAnnAssign) {
        if let Expr::Name(name) = &*assignment.target
            && assignment.simple
        {
            let facts = self.facts_mut(&name.id).clone();
            if facts.is_global || facts.is_nonlocal {
                let word = if facts.is_global { "global" } else { "nonlocal" };
                self.error(name.range, &format!("annotated name '{}' can't be {word}", name.id));
            }
            self.facts_mut(&name.id).is_annotated = true;
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
            if self.facts_mut(name).is_parameter {
                self.error(parameter.range, &format!("duplicate argument '{name}' in function definition"));
            }
            self.bind(name, parameter.range);
            self.facts_mut(name).is_parameter = true;
        }
    }

    pub(super) fn import_from(&mut self, import: &ast::StmtImportFrom) {
        if import.level > 0 {
            return self.not_supported(import.range, "relative imports; a scenario is a single file");
        }
        if import.module.as_deref() == Some("__future__") {
            return self.future_import(import);
        }
        for alias in &import.names {
            if alias.name.as_str() == "*" {
                if self.kind() != ScopeKind::Module {
                    self.error(import.range, "import * only allowed at module level");
                }
            } else {
                self.bind_identifier(alias.asname.as_ref().unwrap_or(&alias.name));
            }
        }
    }

    pub(super) fn future_import(&mut self, import: &ast::StmtImportFrom) {
        const FEATURES: [&str; 10] = [
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "barry_as_FLUFL",
            "generator_stop",
            "annotations",
        ];
        if !self.may_import_future || self.kind() != ScopeKind::Module {
            self.error(import.range, "from __future__ imports must occur at the beginning of the file");
        }
        for alias in import.names.iter().filter(|alias| !FEATURES.contains(&alias.name.as_str())) {
            self.error(alias.range, &format!("future feature {} is not defined", alias.name));
        }
    }
}
