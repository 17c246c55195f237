//! Exceptions as objects, and the ways in which a library function can fail.

use super::value::Value;
use crate::program::code::CodeId;

/// What an exception carries beside its class and attributes.
#[derive(Clone, Debug, Default)]
pub struct ExceptionData {
    pub arguments: Vec<Value>,
    /// `__cause__`, Unbound when there is none.
    pub cause: Value,
    /// `__context__`, Unbound when there is none.
    pub context: Value,
    pub suppress_context: bool,
    /// The frames it has left, innermost first.
    pub traceback: Vec<TracebackEntry>,
    /// What the locals of those frames hold, where it can be noticed (see [`super::finalization`]).
    pub locals: Vec<Value>,
}

/// One line of a traceback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TracebackEntry {
    pub code: CodeId,
    /// The operation that raised or called.
    pub op: u32,
}

/// Frames kept in a traceback at most: the outermost and innermost are what people read, and recursion repeats.
pub const TRACEBACK_LIMIT: usize = 2_000;

impl ExceptionData {
    pub fn for_each_reference(&self, visit: &mut dyn FnMut(Value)) {
        self.arguments.iter().for_each(|&value| visit(value));
        visit(self.cause);
        visit(self.context);
        self.locals.iter().for_each(|&value| visit(value));
    }
}

/// Why an operation did not give a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// A Python exception.
    Raised(Value),
    /// Something that is not modelled; the run stops and says so: a sentence in the form `X is not supported here; …`.
    NotSupported(String),
    /// A limit of the simulation.
    Limit(super::limits::Limit),
}

pub type Result<T> = std::result::Result<T, Fault>;
