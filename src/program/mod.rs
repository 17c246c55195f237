//! The abstract syntax tree compiled to compact code objects with a line table.

pub mod code;
pub mod op;
