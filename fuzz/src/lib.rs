//! What the fuzz targets have in common: an input as a program, and changes of programs that leave most of them programs.

pub mod mutation;

use last_thread_standing::scenario::Scenario;

/// The text of a file of Python, its settings in the comment that a saved scenario ends with.
pub fn scenario(data: &[u8]) -> Option<Scenario> {
    let file = std::str::from_utf8(data).ok()?;
    Some(Scenario::from_file(file).0)
}
