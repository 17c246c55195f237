//! From the syntax tree to code objects, in two walks: [`collect`] opens the scopes, then the [`Compiler`] emits
//! operations. Neither can fail but for a bound: what is wrong with a text, or not modelled, was found when it was read.

mod blocks;
mod calls;
mod classes;
mod collect;
mod comprehensions;
mod conditions;
mod declarations;
mod emitter;
mod exception_groups;
mod exceptions;
mod expressions;
mod functions;
mod imports;
mod literals;
mod patterns;
mod scope;
mod statements;
mod targets;
mod type_parameters;
mod unit;

use super::code::{CodeId, CodeKind, Constant, Program, SourceFile};
use super::op::Op;
use crate::source::diagnostic::Diagnostic;
use crate::source::span::Span;
use collect::{collect, span_of};
use ruff_python_ast::ModModule;
use scope::{ScopeId, Scopes};
use std::rc::Rc;
use unit::Unit;

/// The most operations that one text may become. Ordinary code needs some ten a line; only `finally` bodies nested in
/// one another, which are copied for each way out, can go beyond it.
const MAX_OPS: usize = 1_000_000;

/// What becomes of annotations when a definition is executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Annotations {
    /// They are evaluated (up to 3.13).
    Evaluated,
    /// They are evaluated when somebody asks (PEP 649, from 3.14 on). Here that is done at once, and what cannot be
    /// evaluated yet is kept as text: nobody can tell but by asking.
    Deferred,
    /// They are kept as text (`from __future__ import annotations`).
    AsText,
}

/// PEP 649.
const ANNOTATIONS_DEFERRED_SINCE: u8 = 14;

/// "The compiler now strips common leading whitespace from every line in a docstring" (What's New In Python 3.13).
const DOCSTRINGS_CLEANED_SINCE: u8 = 13;

/// What versions of Python compile differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    pub annotations: Annotations,
    pub cleans_docstrings: bool,
}

impl Language {
    /// As version 3.`minor` compiles a program.
    pub fn of(minor: u8) -> Self {
        let is_deferred = minor >= ANNOTATIONS_DEFERRED_SINCE;
        Self {
            annotations: if is_deferred { Annotations::Deferred } else { Annotations::Evaluated },
            cleans_docstrings: minor >= DOCSTRINGS_CLEANED_SINCE,
        }
    }
}

/// Compiles a module and all that is in it, and gives the code object of its body. The module has been read by
/// `source::parse` without findings; of another one something comes that can be run, but not what its text says.
///
/// # Errors
/// Blocks that are nested too deeply, or a program that grows out of bounds. `program` is then as before, save for new
/// names in its table.
pub fn compile_module(
    program: &mut Program,
    file: SourceFile,
    module: &ModModule,
    language: Language,
) -> Result<CodeId, Diagnostic> {
    let mut language = language;
    if imports_annotations(module) {
        language.annotations = Annotations::AsText;
    }
    let scopes = collect(module, language.annotations)?;
    let (codes, files) = (program.codes.len(), program.files.len());
    let file = Rc::new(file);
    program.files.push(file.clone());
    let file_index = files as u32;
    let mut compiler = Compiler { program, file_index, file, scopes, language, units: Vec::new(), ops_made: 0 };
    let id = compiler.module(module);
    if compiler.is_exhausted() {
        program.codes.truncate(codes);
        program.files.truncate(files);
        let message = "finally bodies nested so deeply that the program grows out of bounds; use functions";
        return Err(Diagnostic::not_supported(span_of(module.range), message));
    }
    Ok(id)
}

/// Whether the module begins with `from __future__ import annotations`.
fn imports_annotations(module: &ModModule) -> bool {
    module.body.iter().any(|statement| {
        statement.as_import_from_stmt().is_some_and(|import| {
            import.module.as_deref() == Some("__future__")
                && import.names.iter().any(|alias| alias.name.as_str() == "annotations")
        })
    })
}

/// The second walk. `'a` is the life of the syntax tree.
struct Compiler<'a, 'p> {
    program: &'p mut Program,
    file_index: u32,
    file: Rc<SourceFile>,
    scopes: Scopes,
    language: Language,
    /// The code objects in the making, the innermost last.
    units: Vec<Unit<'a>>,
    /// Operations of the code objects that are done.
    ops_made: usize,
}

impl<'a> Compiler<'a, '_> {
    fn module(&mut self, module: &'a ModModule) -> CodeId {
        self.enter(ScopeId(0), "<module>", Span::new(0, self.file.text.len() as u32), CodeKind::Module);
        let docstring = self.docstring_of(&module.body);
        self.unit().docstring.clone_from(&docstring);
        let start = Span::new(0, 0);
        if let Some(text) = docstring {
            self.constant(Constant::Str(text), start);
            self.store_name("__doc__", start);
        }
        if self.scope().has_annotations {
            self.emit(Op::BuildDict(0), start);
            self.store_name("__annotations__", start);
        }
        self.body(&module.body);
        let end = module.body.last().map_or(start, |last| span_of(ruff_text_size::Ranged::range(last)));
        self.constant(Constant::None, end);
        self.emit(Op::Return, end);
        self.leave()
    }
}
