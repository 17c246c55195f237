//! Code objects: what the compiler makes and the machine runs.

use super::fusion::Fusion;
use super::liveness::LiveLocals;
use super::op::Op;
use crate::source::span::Span;
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

/// An interned name, an index into the [`Symbols`] of the [`Program`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Symbol(pub u32);

/// A code object, an index into [`Program::codes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CodeId(pub u32);

/// A value known before the run.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Int(i64),
    /// An integer beyond 64 bits, in decimal.
    BigInt(String),
    Float(f64),
    Str(String),
    Bytes(Vec<u8>),
    Tuple(Vec<Constant>),
    FrozenSet(Vec<Constant>),
}

/// A parameter list's shape. The slots of the parameters are the first locals, in the order: positional-only,
/// positional-or-keyword, keyword-only, `*args`, `**kwargs`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameters {
    pub positional_only: u32,
    /// All positional parameters, the positional-only ones included.
    pub positional: u32,
    pub keyword_only: u32,
    pub has_star_args: bool,
    pub has_star_kwargs: bool,
}

/// What a code object is the body of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    Module,
    Function,
    Lambda,
    Comprehension,
    Generator,
    ClassBody,
}

/// An exception in `start..end` continues at `target` with the operand stack cut to `depth` and the exception pushed.
/// The innermost range stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub depth: u32,
}

/// A promise of the text that a cut thread breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionKind {
    /// A `try … finally`: from its first operation to the end of the `finally` body (the handler's copy included).
    Finally,
    /// A `with`: from the moment `__enter__` has returned to the end of `__exit__`.
    With,
}

/// Operations during which a `finally` or `with` has begun and has not ended. A statement that the compiler lays out in
/// several pieces has one region for each piece, all with the same `span`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    pub start: u32,
    pub end: u32,
    pub kind: RegionKind,
    /// For `Finally` the place of the `finally` body, for `With` that of the context expression.
    pub span: Span,
}

/// Which parts `MakeFunction` finds on the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FunctionParts {
    pub code: CodeId,
    pub defaults: bool,
    pub keyword_defaults: bool,
    pub annotations: bool,
    pub closure: bool,
}

impl FunctionParts {
    /// A function without any.
    pub fn of(code: CodeId) -> Self {
        Self { code, defaults: false, keyword_defaults: false, annotations: false, closure: false }
    }
}

/// One code object.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    pub name: String,
    /// Index into [`Program::files`].
    pub file: u32,
    /// Whether that file is the user's own text.
    pub is_user: bool,
    /// As `__qualname__`: `Worker.run`, `outer.<locals>.inner`.
    pub qualified_name: String,
    pub kind: CodeKind,
    pub parameters: Parameters,
    /// Names of all local slots, parameters first.
    pub local_names: Vec<Symbol>,
    /// Locals that inner functions capture; a parameter that is captured keeps its slot too and is moved into its cell
    /// when the frame starts: `(slot)` for each cell variable that is a parameter.
    pub cell_variables: Vec<Symbol>,
    pub cell_parameter_slots: Vec<Option<u32>>,
    pub free_variables: Vec<Symbol>,
    pub constants: Vec<Constant>,
    pub function_parts: Vec<FunctionParts>,
    pub ops: Vec<Op>,
    /// The place of each operation, parallel to `ops`.
    pub spans: Vec<Span>,
    pub handlers: Vec<Handler>,
    pub regions: Vec<Region>,
    /// The deepest that the operand stack can be.
    pub stack_size: u32,
    pub docstring: Option<String>,
    pub live_locals: LiveLocals,
    pub fusion: Fusion,
    /// The place of the definition (the `def` or `class` line; the whole file for the module).
    pub span: Span,
}

/// A text that was compiled: the user's program, or a part of the modelled library that is itself written in Python.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceFile {
    /// As CPython would show it in a traceback.
    pub name: String,
    pub text: String,
    /// Byte offset of the first character of each line.
    pub line_starts: Vec<u32>,
    /// Whether this is the user's own text; frames of library files are left out of the user's view.
    pub is_user: bool,
}

impl SourceFile {
    pub fn new(name: &str, text: &str, is_user: bool) -> Self {
        let mut line_starts = vec![0];
        line_starts.extend(text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at as u32 + 1));
        Self { name: name.to_owned(), text: text.to_owned(), line_starts, is_user }
    }

    /// The line (from 1) that holds a byte offset.
    pub fn line_of(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// The text of a line (from 1), without its line end; empty where there is no such line.
    pub fn line_text(&self, line: u32) -> &str {
        line.checked_sub(1)
            .and_then(|index| self.line_starts.get(index as usize))
            .and_then(|&start| self.text.get(start as usize..))
            .and_then(|rest| rest.lines().next())
            .unwrap_or("")
    }
}

/// Compiled modules that share one table of names. Cheap to clone, so that the library is compiled once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    pub symbols: Symbols,
    pub codes: Vec<Rc<Code>>,
    pub files: Vec<Rc<SourceFile>>,
}

impl Program {
    pub fn code(&self, id: CodeId) -> &Rc<Code> {
        &self.codes[id.0 as usize]
    }

    /// The line (from 1) of an operation.
    pub fn line_at(&self, code: &Code, op_index: u32) -> u32 {
        let known = code.fused().lines.get(op_index as usize);
        if let Some(line) = known.map(Cell::get).filter(|&line| line > 0) {
            return line;
        }
        let span = code.spans.get(op_index as usize).copied().unwrap_or(code.span);
        let line = self.files.get(code.file as usize).map_or(0, |file| file.line_of(span.start));
        if let Some(known) = known {
            known.set(line);
        }
        line
    }
}

/// The table of interned names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Symbols {
    names: Vec<Rc<str>>,
    by_name: HashMap<Rc<str>, Symbol>,
}

impl Symbols {
    pub fn intern(&mut self, name: &str) -> Symbol {
        if let Some(&symbol) = self.by_name.get(name) {
            return symbol;
        }
        let symbol = Symbol(self.names.len() as u32);
        let name: Rc<str> = Rc::from(name);
        self.names.push(name.clone());
        self.by_name.insert(name, symbol);
        symbol
    }

    pub fn get(&self, name: &str) -> Option<Symbol> {
        self.by_name.get(name).copied()
    }

    pub fn name(&self, symbol: Symbol) -> &Rc<str> {
        &self.names[symbol.0 as usize]
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}
