//! Text in: parsing, diagnostics with their places, knobs (the literals a person may turn), and text edits.

pub mod anchors;
mod brackets;
pub mod brought_texts;
mod compile_errors;
mod compile_wording;
pub mod diagnostic;
pub mod docstring;
pub mod edit;
mod expression_name;
pub mod knobs;
mod lexical_wording;
pub mod limits;
pub mod lines;
mod name_letters;
mod not_supported;
pub mod order;
pub mod parse;
mod scopes;
pub mod span;
pub mod standard_modules;
mod syntax_errors;
mod syntax_wording;
mod token_context;
mod version_wording;
pub mod walk;

pub use parse::{Parsed, parse};
