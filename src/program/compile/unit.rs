//! One code object in the making, and the small steps that everything else is made of.

use super::blocks::Block;
use super::emitter::{Emitter, Label};
use super::scope::{Access, Scope, ScopeId, ScopeKind};
use super::{Compiler, MAX_OPS};
use crate::program::code::{Code, CodeId, CodeKind, Constant, FunctionParts, Parameters, Symbol};
use crate::program::op::Op;
use crate::source::span::Span;
use std::rc::Rc;

pub(super) struct Unit<'a> {
    pub scope: ScopeId,
    pub emitter: Emitter,
    /// What `return`, `break` and `continue` have to leave, the innermost last.
    pub blocks: Vec<Block<'a>>,
    pub name: String,
    pub qualified_name: String,
    pub kind: CodeKind,
    pub parameters: Parameters,
    pub docstring: Option<String>,
    pub span: Span,
}

impl<'a> Compiler<'a, '_> {
    pub(super) fn enter(&mut self, scope: ScopeId, name: &str, span: Span, kind: CodeKind) {
        let qualified_name = self.qualified_name(scope, name);
        let mut emitter = Emitter::default();
        if self.scopes.get(scope).is_generator {
            emitter.emit(Op::ReturnGenerator, span);
        }
        self.units.push(Unit {
            scope,
            emitter,
            blocks: Vec::new(),
            name: name.to_owned(),
            qualified_name,
            kind,
            parameters: Parameters::default(),
            docstring: None,
            span,
        });
    }

    /// As `compiler_set_qualname` of CPython's `compile.c`.
    fn qualified_name(&self, scope: ScopeId, name: &str) -> String {
        let Some(outer) = self.units.last() else { return name.to_owned() };
        let outer_scope = self.scopes.get(outer.scope);
        let is_definition = matches!(self.scopes.get(scope).kind, ScopeKind::Function | ScopeKind::Class);
        let is_global =
            is_definition && outer_scope.facts(&outer_scope.mangle(name)).is_some_and(|facts| facts.is_global);
        match outer_scope.kind {
            _ if is_global => name.to_owned(),
            ScopeKind::Module => name.to_owned(),
            ScopeKind::Class => format!("{}.{name}", outer.qualified_name),
            _ => format!("{}.<locals>.{name}", outer.qualified_name),
        }
    }

    /// Finishes the innermost code object.
    pub(super) fn leave(&mut self) -> CodeId {
        let unit = self.units.pop().expect("every leave has its enter");
        let scope = self.scopes.get(unit.scope);
        let symbols = &mut self.program.symbols;
        let mut intern = |names: &[Rc<str>]| names.iter().map(|name| symbols.intern(name)).collect::<Vec<Symbol>>();
        let locals = scope.local_names();
        let local_names = intern(&locals);
        let cell_variables = intern(&scope.cells);
        let free_variables = intern(&scope.frees);
        let parameter_count = scope.names.iter().filter(|(_, facts)| facts.is_parameter).count();
        let slot_of = |name: &Rc<str>| {
            locals.iter().take(parameter_count).position(|local| local == name).map(|slot| slot as u32)
        };
        let cell_parameter_slots = scope.cells.iter().map(slot_of).collect();
        let emitted = unit.emitter.finish();
        self.ops_made += emitted.ops.len();
        let code = Code {
            name: unit.name,
            file: self.file_index,
            is_user: self.file.is_user,
            qualified_name: unit.qualified_name,
            kind: unit.kind,
            parameters: unit.parameters,
            local_names,
            cell_variables,
            cell_parameter_slots,
            free_variables,
            constants: emitted.constants,
            function_parts: emitted.function_parts,
            ops: emitted.ops,
            spans: emitted.spans,
            handlers: emitted.handlers,
            regions: emitted.regions,
            stack_size: emitted.stack_size,
            live_locals: Default::default(),
            fusion: Default::default(),
            docstring: unit.docstring,
            span: unit.span,
        };
        self.program.codes.push(Rc::new(code));
        CodeId(self.program.codes.len() as u32 - 1)
    }

    /// Whether the program has grown out of bounds; nothing more is compiled then.
    pub(super) fn is_exhausted(&self) -> bool {
        let in_the_making: usize = self.units.iter().map(|unit| unit.emitter.position() as usize).sum();
        self.ops_made + in_the_making > MAX_OPS
    }

    /// Gives up on a program that is larger than the operands of the operations can say.
    pub(super) fn give_up(&mut self) {
        self.ops_made = MAX_OPS + 1;
    }

    pub(super) fn unit(&mut self) -> &mut Unit<'a> {
        self.units.last_mut().expect("code is only emitted inside a unit")
    }

    pub(super) fn emitter(&mut self) -> &mut Emitter {
        &mut self.unit().emitter
    }

    pub(super) fn scope(&self) -> &Scope {
        let unit = self.units.last().expect("code is only emitted inside a unit");
        self.scopes.get(unit.scope)
    }

    pub(super) fn emit(&mut self, op: Op, span: Span) {
        self.emitter().emit(op, span);
    }

    pub(super) fn label(&mut self) -> Label {
        self.emitter().label()
    }

    pub(super) fn bind(&mut self, label: Label) {
        self.emitter().bind(label);
    }

    pub(super) fn jump(&mut self, op: Op, label: Label, span: Span) {
        self.emitter().jump(op, label, span);
    }

    pub(super) fn is_reachable(&mut self) -> bool {
        self.emitter().is_reachable()
    }

    pub(super) fn constant(&mut self, constant: Constant, span: Span) {
        if self.is_reachable() {
            let index = self.emitter().constant(constant);
            self.emit(Op::Const(index), span);
        }
    }

    /// The symbol of a name that may be private to a class.
    pub(super) fn symbol(&mut self, name: &str) -> Symbol {
        let mangled = self.scope().mangle(name).into_owned();
        self.program.symbols.intern(&mangled)
    }

    fn variable(&mut self, name: &str) -> Symbol {
        let kept = self.scope().variable(name).into_owned();
        self.program.symbols.intern(&kept)
    }

    fn access(&self, name: &str) -> Access {
        let scope = self.scope();
        // What the compiler itself calls is a builtin.
        if name.starts_with('.') && name.len() > 2 {
            return Access::Global;
        }
        scope.access(&scope.variable(name))
    }

    pub(super) fn load_name(&mut self, name: &str, span: Span) {
        let symbol = self.variable(name);
        let op = match self.access(name) {
            _ if name == "__debug__" => return self.constant(Constant::True, span),
            Access::Fast(slot) => Op::LoadFast(slot),
            Access::Deref(index) => Op::LoadDeref(index),
            Access::ClassDeref(index) => Op::LoadClassDeref(index),
            Access::Global => Op::LoadGlobal(symbol),
            Access::Name => Op::LoadName(symbol),
        };
        self.emit(op, span);
    }

    pub(super) fn store_name(&mut self, name: &str, span: Span) {
        let symbol = self.variable(name);
        let op = match self.access(name) {
            Access::Fast(slot) => Op::StoreFast(slot),
            Access::Deref(index) | Access::ClassDeref(index) => Op::StoreDeref(index),
            Access::Global => Op::StoreGlobal(symbol),
            Access::Name => Op::StoreName(symbol),
        };
        self.emit(op, span);
    }

    pub(super) fn delete_name(&mut self, name: &str, span: Span) {
        let symbol = self.variable(name);
        let op = match self.access(name) {
            Access::Fast(slot) => Op::DeleteFast(slot),
            Access::Deref(index) | Access::ClassDeref(index) => Op::DeleteDeref(index),
            Access::Global => Op::DeleteGlobal(symbol),
            Access::Name => Op::DeleteName(symbol),
        };
        self.emit(op, span);
    }

    /// Builds the function of a finished code object; its parts, but for the closure, are on the stack.
    pub(super) fn make_function(&mut self, mut parts: FunctionParts, span: Span) {
        let code = parts.code;
        let free_variables = self.program.code(code).free_variables.clone();
        for &symbol in &free_variables {
            let name = self.program.symbols.name(symbol).clone();
            let index = self.scope().deref_index(&name).unwrap_or_default();
            self.emit(Op::LoadClosure(index), span);
        }
        let has_closure = !free_variables.is_empty();
        if has_closure {
            self.emit(Op::BuildTuple(free_variables.len() as u32), span);
        }
        if self.is_reachable() {
            parts.closure = has_closure;
            let index = self.emitter().function_parts(parts);
            self.emit(Op::MakeFunction(index), span);
        }
    }
}
