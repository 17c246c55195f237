//! The engine alone as wasm, compiled as the page is: `scripts/measure-engine.mjs` runs it beside CPython.

use last_thread_standing::machine::settings::MachineSettings;
use last_thread_standing::run::{Limits, prepare};
use last_thread_standing::schedule::typical::Typical;

/// The programs of `benches/programs`, by the order of their names.
const PROGRAMS: [&str; 5] = [
    include_str!("../programs/calls.py"),
    include_str!("../programs/counting.py"),
    include_str!("../programs/lists.py"),
    include_str!("../programs/objects.py"),
    include_str!("../programs/text.py"),
];

/// Runs one of the programs, from its text to the trace; how many events that gave, 0 for a program that does not run.
#[unsafe(no_mangle)]
pub extern "C" fn run(program: usize) -> usize {
    let Some(text) = PROGRAMS.get(program) else { return 0 };
    let settings = MachineSettings::default();
    match prepare(text, "program.py", &settings, Box::new(Typical), Limits::default()) {
        Ok(run) => run.finish().events.len(),
        Err(_) => 0,
    }
}
