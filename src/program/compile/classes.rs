//! Class definitions.

use super::Compiler;
use super::calls::Callee;
use super::collect::span_of;
use crate::program::code::{CodeId, CodeKind, Constant, FunctionParts};
use crate::program::op::Op;
use crate::source::span::Span;
use ruff_python_ast as ast;
use ruff_text_size::Ranged;

impl<'a> Compiler<'a, '_> {
    pub(super) fn class_definition(&mut self, class: &'a ast::StmtClassDef) {
        let start = self.start_of_definition(class.name.range.start().to_u32(), "class");
        let span = Span::new(start, class.range.end().to_u32());
        self.decorators(&class.decorator_list);
        let type_parameters = class.type_params.as_deref();
        let around = self.begin_type_parameters(type_parameters, span);
        self.emit(Op::LoadBuildClass, span);
        let code = self.class_body(class, span);
        self.make_function(FunctionParts::of(code), span);
        self.constant(Constant::Str(class.name.to_string()), span);
        let (bases, keywords) = (class.bases(), class.keywords());
        if around.is_some() && !bases.iter().any(ast::Expr::is_starred_expr) {
            // The last base is `Generic[T]`.
            bases.iter().for_each(|base| self.expression(base));
            self.load_name(".generic_base", span);
            self.type_parameters_tuple(type_parameters, span);
            self.emit(Op::Call(1), span);
            self.arguments(Callee::Function, 3 + bases.len() as u32, &[], keywords, span);
        } else {
            self.arguments(Callee::Function, 2, bases, keywords, span);
        }
        self.end_type_parameters(type_parameters, around, span);
        self.apply_decorators(&class.decorator_list);
        self.store_name(&class.name, span);
    }

    fn class_body(&mut self, class: &'a ast::StmtClassDef, span: Span) -> CodeId {
        let scope = self.scopes.of_node(class);
        self.enter(scope, &class.name, span, CodeKind::ClassBody);
        self.load_name("__name__", span);
        self.store_name("__module__", span);
        let qualified_name = self.unit().qualified_name.clone();
        self.constant(Constant::Str(qualified_name), span);
        self.store_name("__qualname__", span);
        if self.scope().has_annotations {
            self.emit(Op::BuildDict(0), span);
            self.store_name("__annotations__", span);
        }
        if let Some(text) = self.docstring_of(&class.body) {
            self.unit().docstring = Some(text.clone());
            self.constant(Constant::Str(text), span);
            self.store_name("__doc__", span);
        }
        self.body(&class.body);
        let end = class.body.last().map_or(span, |last| span_of(last.range()));
        if self.scope().cells.iter().any(|cell| &**cell == "__class__") {
            let index = self.scope().deref_index("__class__").unwrap_or_default();
            self.emit(Op::LoadClosure(index), end);
            self.store_name("__classcell__", end);
        }
        self.return_none(end);
        self.leave()
    }
}
