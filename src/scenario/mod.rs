//! A scenario: a program's text and the few settings that are not in it.

pub mod settings;
