//! A run is the same however it is cut into slices, and wherever it is made. What the traces are natively is left in
//! `target/traces.json` and `target/witnesses.json`, for the browser tests to compare with what the page makes of the same programs.

use last_thread_standing::explore::ExploreLimits;
use last_thread_standing::run::Limits;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::gallery::GALLERY;
use last_thread_standing::scenario::settings::{ENGINE, PolicyKind};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The same as the page's.
const FILE_NAME: &str = "main.py";

/// Every program that there is a recording of: the gallery, and those of the conformance tests.
const FOLDERS: [&str; 3] = ["static/scenarios", "tests/conformance/facts", "tests/conformance/programs"];

/// Slices that are no multiple of anything.
const OPERATIONS_A_SLICE: u64 = 777;

#[test]
fn a_run_in_slices_gives_the_trace_of_a_run_in_one_piece() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut digests: BTreeMap<String, Option<String>> = BTreeMap::new();
    for folder in FOLDERS {
        let entries = fs::read_dir(root.join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.extension().is_none_or(|extension| extension != "py") {
                continue;
            }
            let name = format!("{folder}/{}", path.file_name().unwrap_or_default().to_string_lossy());
            let file = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
            let (scenario, _) = Scenario::from_file(&file);
            let prepare = || scenario.prepare(FILE_NAME, Limits::default()).ok();
            let digest = prepare().map(|mut run| {
                while !run.advance(OPERATIONS_A_SLICE) {}
                run.into_trace().digest()
            });
            let whole = prepare().map(|run| run.finish().digest());
            assert_eq!(digest, whole, "{name}");
            // As text: JSON's numbers are not that exact.
            digests.insert(name, digest.map(|digest| digest.to_string()));
        }
    }
    assert!(digests.len() > 100, "only {} programs were found", digests.len());
    let json = serde_json::to_string_pretty(&digests).expect("texts can be written");
    fs::write(root.join("target/traces.json"), json).expect("target can be written to");
}

/// What each scenario of the gallery is given here: enough for most of them.
const LIMITS: ExploreLimits =
    ExploreLimits { states: 300, operations: 600_000, turn_operations: 20_000, state_bytes: 1 << 24, outcomes: 100 };
/// Of a scenario with many outcomes, those that need the fewest unusual turns.
const MOST_WITNESSES: usize = 4;

#[test]
fn a_witness_in_slices_and_read_back_from_a_file_gives_the_trace_of_one_in_one_piece() {
    let mut digests: BTreeMap<String, String> = BTreeMap::new();
    for entry in GALLERY {
        let scenario = entry.scenario();
        let explored = scenario.prepare_exploration(FILE_NAME, LIMITS).expect("the gallery can run").finish();
        for outcome in explored.outcomes.iter().take(MOST_WITNESSES) {
            let mut shown = scenario.clone();
            shown.settings.policy =
                PolicyKind::Replay { schedule: outcome.schedule.to_string(), engine: ENGINE.to_owned() };
            let file = shown.to_file();
            let (read, _) = Scenario::from_file(&file);
            let mut run = read.prepare(FILE_NAME, Limits::default()).expect("it is the same program");
            while !run.advance(OPERATIONS_A_SLICE) {}
            let trace = run.into_trace();
            assert!(!trace.diverged, "{}: {}", entry.stem, outcome.schedule);
            let whole = scenario.prepare_witness(FILE_NAME, &outcome.schedule, Limits::default()).expect("it can run");
            assert_eq!(trace.digest(), whole.finish().digest(), "{}: {}", entry.stem, outcome.schedule);
            digests.insert(file, trace.digest().to_string());
        }
    }
    assert!(digests.len() > GALLERY.len(), "only {} witnesses were found", digests.len());
    let json = serde_json::to_string_pretty(&digests).expect("texts can be written");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/witnesses.json");
    fs::write(path, json).expect("target can be written to");
}
