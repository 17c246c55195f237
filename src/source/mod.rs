//! Text in: parsing, diagnostics with their places, knobs (the literals a person may turn), and text edits.

pub mod diagnostic;
pub mod span;
