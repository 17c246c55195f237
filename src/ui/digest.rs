//! What the tests ask of the page: whether it makes the same trace of a program as the same code does natively.

use super::engine::FILE_NAME;
use last_thread_standing::run::Limits;
use last_thread_standing::scenario::Scenario;
use wasm_bindgen::prelude::wasm_bindgen;

/// The digest of the trace of a saved scenario; none where it cannot be run.
#[wasm_bindgen]
pub fn trace_digest(file: &str) -> Option<u64> {
    let (scenario, _) = Scenario::from_file(file);
    Some(scenario.prepare(FILE_NAME, Limits::default()).ok()?.finish().digest())
}
