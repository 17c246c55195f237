//! Valid Python that is not modelled, said in the place where it stands and with the nearest thing that is.

use super::diagnostic::Diagnostic;
use super::span::Span;
use crate::source::walk::{Visitor, walk_comprehension, walk_expr, walk_stmt};
use ruff_python_ast::{Comprehension, Expr, ModModule, Stmt, TypeParams};
use ruff_text_size::{Ranged, TextRange};

/// Every use of syntax that is left out.
pub fn not_supported(module: &ModModule) -> Vec<Diagnostic> {
    let mut finder = Finder { found: Vec::new() };
    finder.visit_body(&module.body);
    finder.found
}

struct Finder {
    found: Vec<Diagnostic>,
}

const ASYNC: &str = "use a thread and an ordinary function";
const LAZY: &str = "use an ordinary import";
const RELATIVE: &str = "a scenario is a single file";
const UNPACKING: &str = "write the loops out, as [x for row in rows for x in row]";

/// The most type parameters of one definition: far more than anybody writes, and few enough that each scope may know
/// those of all definitions around it.
const MAX_TYPE_PARAMETERS: usize = 64;
const GENERICS: &str = "leave out those that nothing uses";

impl Finder {
    fn report(&mut self, range: TextRange, what: &str, instead: &str) {
        self.found.push(Diagnostic::not_supported(Span::from(range), &format!("{what}; {instead}")));
    }

    /// The first word of a statement: a whole function marked as one finding hides its inside.
    fn head(range: TextRange, length: u32) -> TextRange {
        TextRange::at(range.start(), length.into())
    }

    fn type_parameters(&mut self, parameters: Option<&TypeParams>) {
        if let Some(parameters) = parameters.filter(|parameters| parameters.len() > MAX_TYPE_PARAMETERS) {
            self.report(parameters.range, "more than 64 type parameters", GENERICS);
        }
    }

    fn element(&mut self, element: &Expr) {
        if element.is_starred_expr() {
            self.report(element.range(), "unpacking in a comprehension", UNPACKING);
        }
    }
}

impl<'a> Visitor<'a> for Finder {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let range = statement.range();
        match statement {
            Stmt::FunctionDef(function) => {
                if function.is_async {
                    let start = function.decorator_list.last().map_or(range.start(), |last| last.end());
                    let head = TextRange::new(start.max(range.start()), function.name.end());
                    self.report(head, "async functions", ASYNC);
                    return;
                }
                self.type_parameters(function.type_params.as_deref());
            }
            Stmt::ClassDef(class) => self.type_parameters(class.type_params.as_deref()),
            Stmt::TypeAlias(alias) => self.type_parameters(alias.type_params.as_deref()),
            Stmt::For(statement) if statement.is_async => self.report(Self::head(range, 5), "async for", ASYNC),
            Stmt::With(statement) if statement.is_async => self.report(Self::head(range, 5), "async with", ASYNC),
            Stmt::Import(import) if import.is_lazy => self.report(Self::head(range, 4), "lazy imports", LAZY),
            Stmt::ImportFrom(import) if import.level > 0 => self.report(range, "relative imports", RELATIVE),
            Stmt::ImportFrom(import) if import.is_lazy => self.report(Self::head(range, 4), "lazy imports", LAZY),
            _ => {}
        }
        walk_stmt(self, statement);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Await(_) => self.report(Self::head(expression.range(), 5), "await", ASYNC),
            Expr::TString(_) => self.report(expression.range(), "t-strings", "use an f-string"),
            Expr::ListComp(comprehension) => self.element(&comprehension.elt),
            Expr::SetComp(comprehension) => self.element(&comprehension.elt),
            Expr::Generator(comprehension) => self.element(&comprehension.elt),
            Expr::DictComp(comprehension) if comprehension.key.is_none() => {
                self.report(expression.range(), "unpacking in a comprehension", UNPACKING);
            }
            _ => {}
        }
        walk_expr(self, expression);
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        if comprehension.is_async {
            self.report(Self::head(comprehension.range, 5), "asynchronous comprehensions", ASYNC);
        }
        walk_comprehension(self, comprehension);
    }
}
