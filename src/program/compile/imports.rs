//! The forms of `import`.

use super::Compiler;
use super::collect::span_of;
use crate::program::op::Op;
use ruff_python_ast as ast;

impl<'a> Compiler<'a, '_> {
    pub(super) fn import(&mut self, import: &'a ast::StmtImport) {
        let span = span_of(import.range);
        for alias in &import.names {
            let module = self.program.symbols.intern(&alias.name);
            self.emit(Op::ImportModule(module, alias.asname.is_some()), span);
            match &alias.asname {
                Some(name) => self.store_name(name, span),
                None => self.store_name(alias.name.split('.').next().unwrap_or_default(), span),
            }
        }
    }

    pub(super) fn import_from(&mut self, import: &'a ast::StmtImportFrom) {
        let span = span_of(import.range);
        // A future feature is a note to the compiler; those that exist change nothing that is modelled here.
        let Some(module) = import.module.as_deref().filter(|&module| module != "__future__") else { return };
        let module = self.program.symbols.intern(module);
        self.emit(Op::ImportModule(module, true), span);
        for alias in &import.names {
            if alias.name.as_str() == "*" {
                return self.emit(Op::ImportStar, span);
            }
            let attribute = self.program.symbols.intern(&alias.name);
            self.emit(Op::ImportFrom(attribute), span);
            self.store_name(alias.asname.as_ref().unwrap_or(&alias.name), span);
        }
        self.emit(Op::Pop, span);
    }
}
