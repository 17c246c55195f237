//! What Python's text and numbers mean, as pure functions: nothing here knows of objects, threads or the heap.
//!
//! A `str` is a `&str`; positions in it count code points, as Python's do. Errors are those that CPython raises, with
//! its texts. Where versions of CPython differ, a function takes the minor version (`14` for 3.14). Everything is
//! recorded from real CPythons: see `tests/text_semantics/`.

pub mod bytes_methods;
pub mod calendar;
pub mod character;
mod character_tables;
pub mod codec;
pub mod elementary;
pub mod error;
pub mod float_arithmetic;
pub mod float_text;
pub mod format_number;
pub mod format_specification;
pub mod format_template;
pub mod format_text;
pub mod hash;
pub mod integer_arithmetic;
pub mod integer_text;
pub mod integer_work;
pub mod percent_render;
pub mod percent_template;
pub mod repr;
pub mod slice;
pub mod string_build;
pub mod string_case;
pub mod string_search;
pub mod string_split;
pub mod suggestion;
pub mod wide_characters;

pub use error::{TextError, TextResult};
