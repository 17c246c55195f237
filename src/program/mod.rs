//! The abstract syntax tree compiled to compact code objects with a line table.

pub mod code;
mod compile;
pub mod disassemble;
pub mod effect;
pub mod fusion;
pub mod liveness;
pub mod op;
pub mod verify;

pub use compile::{Annotations, Language, compile_module};
pub use disassemble::disassemble;
pub use verify::verify;
