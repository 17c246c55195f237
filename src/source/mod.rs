//! Text in: parsing, diagnostics with their places, knobs (the literals a person may turn), and text edits.

pub mod brackets;
pub mod diagnostic;
pub mod docstring;
pub mod limits;
pub mod lines;
pub mod parse;
pub mod span;

pub use parse::{Parsed, parse};
