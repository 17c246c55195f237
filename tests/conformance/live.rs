//! A sample of the programs, run on the CPythons of this machine.

use super::recording::{Outcome, Program, programs};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Programs that are over quickly and do not depend on how busy the machine is.
const SAMPLE: [(&str, &str); 10] = [
    ("scenarios", "daemon-is-cut-off"),
    ("scenarios", "os-exit"),
    ("scenarios", "sys-exit-in-a-thread"),
    ("scenarios", "with-the-gil"),
    ("facts", "flag-inherited"),
    ("facts", "thread-names"),
    ("facts", "child-first"),
    ("programs", "closure-counter"),
    ("programs", "f-strings"),
    ("programs", "classes"),
];

/// What came of it.
pub struct Sample {
    pub pythons: Vec<String>,
    pub outcomes: Vec<(Program, Vec<Outcome>)>,
}

/// Runs each program of the sample once on each CPython that is found.
pub fn run_sample() -> Sample {
    let sampled: Vec<Program> = ["scenarios", "facts", "programs"]
        .into_iter()
        .flat_map(programs)
        .filter(|program| SAMPLE.contains(&(program.kind.as_str(), program.stem.as_str())))
        .collect();
    assert_eq!(sampled.len(), SAMPLE.len(), "a program of the sample is missing");
    let recorder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/record.py");
    let output = Command::new("python3")
        .arg(recorder)
        .arg("--live")
        .args(sampled.iter().map(|program| &program.path))
        .output()
        .expect("python3 is needed to compare with CPython: install it (Debian: apt install python3)");
    assert!(output.status.success(), "record.py: {}", String::from_utf8_lossy(&output.stderr));
    let mut results: BTreeMap<String, Vec<Outcome>> =
        serde_json::from_slice(&output.stdout).expect("record.py --live prints outcomes as JSON");
    let outcomes: Vec<(Program, Vec<Outcome>)> = sampled
        .into_iter()
        .map(|program| {
            let outcomes = results.remove(&program.title()).unwrap_or_default();
            assert!(!outcomes.is_empty(), "{} ran on no CPython", program.title());
            (program, outcomes)
        })
        .collect();
    let pythons: BTreeSet<String> = outcomes
        .iter()
        .flat_map(|(_, outcomes)| outcomes)
        .flat_map(|outcome| outcome.pythons.keys().cloned())
        .collect();
    Sample { pythons: pythons.into_iter().collect(), outcomes }
}
