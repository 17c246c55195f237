//! Drives one machine under one policy within explicit limits, and gives a [`trace::Trace`].

pub mod by_turns;
mod counting;
mod digest;
pub mod drive;
pub mod endless;
pub mod footsteps;
pub mod limits;
pub mod manual;
mod never_exits;
pub mod trace;
pub mod turns;

use crate::machine::Machine;
use crate::machine::settings::MachineSettings;
use crate::schedule::Policy;
use crate::source::diagnostic::Diagnostic;
use crate::stdlib;
pub use drive::Run;
pub use limits::Limits;
pub use trace::Trace;

/// A run of a text that has not begun.
///
/// # Errors
/// Everything that keeps the text from running, each at its place.
pub fn prepare(
    text: &str,
    file_name: &str,
    settings: &MachineSettings,
    policy: Box<dyn Policy>,
    limits: Limits,
) -> Result<Run, Vec<Diagnostic>> {
    let machine: Machine = stdlib::load(text, file_name, settings)?;
    Ok(Run::new(machine, policy, limits))
}
