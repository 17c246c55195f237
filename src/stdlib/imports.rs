//! Which modules of the library a program needs: what it imports, and what those import.

use super::modules;
use crate::source::order;
use crate::source::walk::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ModModule, Stmt};

/// The library modules that a program needs and that are not loaded at the start, each after those that it imports.
pub fn needed(program: &ModModule) -> Vec<&'static str> {
    let mut imports = Imports::default();
    imports.visit_body(&program.body);
    let mut needed = Vec::new();
    // The order must not depend on the program's: it is the key of the cache of templates.
    order::sort(&mut imports.names);
    for name in &imports.names {
        add(name, &mut needed, &mut Vec::new());
    }
    needed
}

/// Whether one of the modules that a program needs is of the shelf and has not been brought.
pub fn wants_shelf(program: &ModModule) -> bool {
    needed(program).into_iter().any(|name| modules::text(name).is_none())
}

fn add(name: &str, needed: &mut Vec<&'static str>, entered: &mut Vec<&'static str>) {
    // `import a.b` imports `a` as well.
    if let Some((package, _)) = name.rsplit_once('.') {
        add(package, needed, entered);
    }
    let Some(known) = modules::known(name) else { return };
    if needed.contains(&known) || entered.contains(&known) {
        return;
    }
    entered.push(known);
    for import in imports_of_text(modules::text(known).unwrap_or("")) {
        add(import, needed, entered);
    }
    needed.push(known);
    for submodule in modules::submodules(known) {
        add(submodule, needed, entered);
    }
}

/// The imports of a library module: its texts keep to one module a line.
fn imports_of_text(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let line = line.trim_start();
        let rest = line.strip_prefix("import ").or_else(|| line.strip_prefix("from "))?;
        rest.split_whitespace().next()
    })
}

/// Builtins that live in modules which are loaded when a program names them.
const BUILTINS_IN_MODULES: &[(&str, &str)] = &[
    ("open", "io"),
    ("complex", "_complex"),
    ("memoryview", "_memoryview"),
    ("ExceptionGroup", "_exception_groups"),
    ("BaseExceptionGroup", "_exception_groups"),
];

/// The names of the modules that a text imports.
#[derive(Default)]
struct Imports {
    names: Vec<String>,
}

impl Imports {
    fn also(&mut self, module: &str) {
        if !self.names.iter().any(|name| name == module) {
            self.names.push(module.to_owned());
        }
    }
}

impl<'a> Visitor<'a> for Imports {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Import(import) => {
                self.names.extend(import.names.iter().map(|alias| alias.name.to_string()));
            }
            Stmt::ImportFrom(import) => {
                if let Some(module) = &import.module {
                    self.names.push(module.to_string());
                    self.names.extend(import.names.iter().map(|alias| format!("{module}.{}", alias.name)));
                }
            }
            Stmt::FunctionDef(function) if function.type_params.is_some() => self.also("_type_parameters"),
            Stmt::ClassDef(class) if class.type_params.is_some() => self.also("_type_parameters"),
            Stmt::TypeAlias(_) => self.also("_type_parameters"),
            Stmt::Try(statement) if statement.is_star => self.also("_exception_groups"),
            _ => {}
        }
        walk_stmt(self, statement);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Name(name) = expression
            && let Some((_, module)) = BUILTINS_IN_MODULES.iter().find(|(builtin, _)| name.id.as_str() == *builtin)
        {
            self.also(module);
        }
        if expression.as_bin_op_expr().is_some_and(|binary| binary.left.is_bytes_literal_expr()) {
            self.also("_bytes_format");
        }
        if expression.as_number_literal_expr().is_some_and(|number| number.value.is_complex()) {
            self.also("_complex");
        }
        // `__import__("time")`.
        if let Expr::Call(call) = expression
            && let Expr::Name(name) = &*call.func
            && name.id.as_str() == "__import__"
            && let Some(Expr::StringLiteral(module)) = call.arguments.args.first()
        {
            self.names.push(module.value.to_str().to_owned());
        }
        walk_expr(self, expression);
    }
}
