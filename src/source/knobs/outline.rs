//! The functions, classes and imports of a program: enough to tell what a name in a call stands for.

use crate::source::knobs::MAIN_THREAD;
use crate::source::lines::LineIndex;
use crate::source::span::Span;
use crate::source::walk::{Visitor, walk_stmt};
use ruff_python_ast::{Expr, Keyword, ModModule, Parameters, Stmt};
use ruff_text_size::{Ranged, TextSize};
use std::collections::BTreeMap;

pub struct Function {
    pub name: String,
    pub span: Span,
    /// Names of the parameters in their order, `self` of a method left out.
    pub parameters: Vec<String>,
    pub accepts_daemon: bool,
}

#[derive(Default)]
pub struct Class {
    /// Dotted names of the base classes.
    pub bases: Vec<String>,
    pub methods: BTreeMap<String, usize>,
}

/// Index 0 of the functions is the module itself.
pub struct Outline {
    pub functions: Vec<Function>,
    /// By the offset at which a `def` or a `lambda` begins.
    pub function_at: BTreeMap<TextSize, usize>,
    /// By their names; of two with one name the last counts, as it does at run time.
    pub functions_by_name: BTreeMap<String, usize>,
    pub classes: BTreeMap<String, Class>,
    imports: BTreeMap<String, String>,
}

impl Outline {
    pub fn of(text: &str, module: &ModModule, lines: &LineIndex) -> Self {
        let whole = Function {
            name: MAIN_THREAD.to_owned(),
            span: Span::new(0, text.len() as u32),
            parameters: Vec::new(),
            accepts_daemon: false,
        };
        let outline = Outline {
            functions: vec![whole],
            function_at: BTreeMap::new(),
            functions_by_name: BTreeMap::new(),
            classes: BTreeMap::new(),
            imports: BTreeMap::new(),
        };
        let mut builder = Builder { outline, lines, class: None };
        builder.visit_body(&module.body);
        builder.outline
    }

    /// What a name or a chain of attributes stands for: `threading.Thread` for `T` after
    /// `from threading import Thread as T`.
    pub fn dotted(&self, expression: &Expr) -> Option<String> {
        match expression {
            Expr::Name(name) => {
                let name = name.id.as_str();
                Some(self.imports.get(name).map_or(name, String::as_str).to_owned())
            }
            Expr::Attribute(attribute) => Some(format!("{}.{}", self.dotted(&attribute.value)?, attribute.attr)),
            _ => None,
        }
    }

    /// Whether a call of it makes a thread.
    pub fn is_thread_class(&self, dotted: &str) -> bool {
        // A class may be its own base in a broken program: as many steps as there are classes are enough.
        let mut names = vec![dotted.to_owned()];
        for _ in 0..=self.classes.len() {
            if names.iter().any(|name| name == "threading.Thread" || name == "threading.Timer") {
                return true;
            }
            names =
                names.iter().filter_map(|name| self.classes.get(name)).flat_map(|class| class.bases.clone()).collect();
            if names.is_empty() {
                return false;
            }
        }
        false
    }

    /// A method of a class or of its bases.
    pub fn method(&self, class: &str, method: &str) -> Option<usize> {
        let mut names = vec![class.to_owned()];
        for _ in 0..=self.classes.len() {
            let classes: Vec<&Class> = names.iter().filter_map(|name| self.classes.get(name)).collect();
            if let Some(found) = classes.iter().find_map(|class| class.methods.get(method)) {
                return Some(*found);
            }
            names = classes.iter().flat_map(|class| class.bases.clone()).collect();
        }
        None
    }

    /// The only method of that name in the program.
    pub fn method_of_any_class(&self, method: &str) -> Option<usize> {
        let mut found = self.classes.values().filter_map(|class| class.methods.get(method));
        let first = found.next()?;
        found.next().is_none().then_some(*first)
    }
}

struct Builder<'a> {
    outline: Outline,
    lines: &'a LineIndex,
    class: Option<String>,
}

impl Builder<'_> {
    fn add(&mut self, name: String, start: TextSize, span: Span, parameters: Option<&Parameters>) -> usize {
        let all: Vec<String> = parameters
            .map(|parameters| parameters.iter().map(|parameter| parameter.name().to_string()).collect())
            .unwrap_or_default();
        let accepts_daemon =
            all.iter().any(|name| name == "daemon") || parameters.is_some_and(|parameters| parameters.kwarg.is_some());
        let skipped = usize::from(self.class.is_some());
        let index = self.outline.functions.len();
        let parameters = all.into_iter().skip(skipped).collect();
        self.outline.functions.push(Function { name, span, parameters, accepts_daemon });
        self.outline.function_at.insert(start, index);
        index
    }
}

impl<'a> Visitor<'a> for Builder<'_> {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Import(import) => {
                for alias in &import.names {
                    if let Some(name) = &alias.asname {
                        self.outline.imports.insert(name.to_string(), alias.name.to_string());
                    }
                }
            }
            Stmt::ImportFrom(import) => {
                let module = import.module.as_ref().map_or("", |module| module.as_str());
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name).to_string();
                    self.outline.imports.insert(name, format!("{module}.{}", alias.name));
                }
            }
            Stmt::FunctionDef(function) => {
                let simple = function.name.to_string();
                let name = match &self.class {
                    Some(class) => format!("{class}.{simple}"),
                    None => simple.clone(),
                };
                let span = Span::from(function.range);
                let index = self.add(name, function.range.start(), span, Some(&function.parameters));
                match self.class.take() {
                    Some(class) => {
                        self.outline.classes.entry(class.clone()).or_default().methods.insert(simple, index);
                        walk_stmt(self, statement);
                        self.class = Some(class);
                    }
                    None => {
                        self.outline.functions_by_name.insert(simple, index);
                        walk_stmt(self, statement);
                    }
                }
                return;
            }
            Stmt::ClassDef(class) => {
                let name = class.name.to_string();
                let bases = class.bases().iter().filter_map(|base| self.outline.dotted(base)).collect();
                self.outline.classes.insert(name.clone(), Class { bases, methods: BTreeMap::new() });
                let outer = self.class.replace(name);
                walk_stmt(self, statement);
                self.class = outer;
                return;
            }
            _ => {}
        }
        walk_stmt(self, statement);
    }

    fn visit_keyword(&mut self, keyword: &'a Keyword) {
        // A lambda that a thread runs is a body of its own; any other belongs to the function that it stands in.
        if let (Some("target"), Expr::Lambda(lambda)) = (keyword.arg.as_deref(), &keyword.value) {
            let line = self.lines.line(lambda.range.start().to_u32());
            let span = Span::from(lambda.range);
            let class = self.class.take();
            self.add(format!("lambda, line {line}"), lambda.start(), span, lambda.parameters.as_deref());
            self.class = class;
        }
        self.visit_expr(&keyword.value);
    }
}
