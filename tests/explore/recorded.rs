//! What CPython did is among what the explorer says that it can do: `record.py` ran the racy programs many times.

use super::answers::RACE_WINDOW_NS;
use last_thread_standing::explore::ExploreLimits;
use last_thread_standing::machine::settings::StdoutKind;
use last_thread_standing::run::Limits;
use last_thread_standing::run::trace::Outcome;
use last_thread_standing::scenario::Scenario;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `record.py` wrote on one program.
#[derive(Deserialize)]
struct Recording {
    program: String,
    pipe: Vec<Seen>,
    unbuffered: Vec<Seen>,
}

#[derive(Clone, Deserialize)]
struct Seen {
    pythons: BTreeMap<String, u32>,
    status: Status,
    stdout: String,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(untagged)]
enum Status {
    Exited(i32),
    /// `"never"`: it was given up.
    Still(String),
}

type Output = (Status, String);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explore")
}

/// The programs by name: the racy ones, and those of the gallery that were recorded.
fn programs() -> BTreeMap<String, String> {
    let mut programs = BTreeMap::new();
    for folder in [folder().join("racy"), Path::new(env!("CARGO_MANIFEST_DIR")).join("static/scenarios")] {
        for path in fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path()) {
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            let is_racy = path.parent().is_some_and(|parent| parent.ends_with("racy"));
            if path.extension().is_some_and(|extension| extension == "py")
                && (is_racy || folder_of_recordings().join(format!("{stem}.json")).exists())
            {
                programs.insert(stem, fs::read_to_string(&path).expect("a program can be read"));
            }
        }
    }
    programs
}

fn folder_of_recordings() -> PathBuf {
    folder().join("recorded")
}

fn recording(stem: &str) -> Option<Recording> {
    let text = fs::read_to_string(folder_of_recordings().join(format!("{stem}.json"))).ok()?;
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{stem}: {error}")))
}

/// Everything that the program can print on this version, with its exit status. None: the search was cut.
fn possible(text: &str, version: &str, stdout: StdoutKind) -> Option<BTreeSet<Output>> {
    let (mut scenario, _) = Scenario::from_file(text);
    scenario.settings.machine.python = version.parse().expect("a version that is modelled");
    scenario.settings.machine.stdout = stdout;
    scenario.settings.race_window_ns = scenario.settings.race_window_ns.max(RACE_WINDOW_NS);
    let limits = ExploreLimits { states: 1_500, operations: 3_000_000, ..ExploreLimits::default() };
    let explored = scenario.prepare_exploration("program.py", limits).expect("the program can run").finish();
    if !explored.is_complete() {
        return None;
    }
    let outputs = explored.outcomes.iter().map(|outcome| {
        let run = scenario.prepare_witness("program.py", &outcome.schedule, Limits::default());
        let trace = run.expect("the program can run").finish();
        let status = match trace.outcome {
            Outcome::Exited { code } => Status::Exited(code & 0xff),
            _ => Status::Still("never".into()),
        };
        (status, trace.stdout)
    });
    Some(outputs.collect())
}

/// `3.12.1` as the version that is modelled.
fn minor(version: &str) -> &str {
    version.match_indices('.').nth(1).map_or(version, |(at, _)| &version[..at])
}

/// The version that stands for this one in the first place: up to 3.9 others come in between any two operations.
fn stand_in(version: &str) -> &'static str {
    if matches!(version, "3.8" | "3.9") { "3.9" } else { "3.13" }
}

/// What was seen and cannot be; None where there are too many schedules for a test.
fn unexplained(stem: &str, text: &str, stdout: StdoutKind, seen: &[Seen]) -> Option<Vec<String>> {
    let mut explored: BTreeMap<String, BTreeSet<Output>> = BTreeMap::new();
    let mut found = Vec::new();
    for seen in seen {
        let output = (seen.status.clone(), seen.stdout.clone());
        for version in seen.pythons.keys().map(|version| minor(version)).collect::<BTreeSet<_>>() {
            let mut is_possible = false;
            for version in [stand_in(version), version] {
                if !explored.contains_key(version) {
                    explored.insert(version.to_owned(), possible(text, version, stdout)?);
                }
                is_possible |= explored[version].contains(&output);
                if is_possible {
                    break;
                }
            }
            if !is_possible {
                found.push(format!("{stem} on {version}, {stdout:?}: {output:?} is none of {:?}", explored[version]));
            }
        }
    }
    Some(found)
}

fn check_all(stdout: StdoutKind, seen: fn(Recording) -> Vec<Seen>) {
    let (mut found, mut too_large) = (Vec::new(), Vec::new());
    let programs = programs();
    for (stem, text) in &programs {
        if let Some(recording) = recording(stem) {
            match unexplained(stem, text, stdout, &seen(recording)) {
                Some(unexplained) => found.extend(unexplained),
                None => too_large.push(stem),
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(too_large.len() * 4 < programs.len(), "too many schedules: {too_large:?}");
}

#[test]
fn what_cpython_printed_into_a_pipe_is_among_the_outcomes() {
    check_all(StdoutKind::Pipe, |recording| recording.pipe);
}

#[test]
fn what_cpython_printed_unbuffered_is_among_the_outcomes() {
    check_all(StdoutKind::Unbuffered, |recording| recording.unbuffered);
}

#[test]
fn others_may_come_between_an_unbuffered_write_and_what_was_done_before_it() {
    let program = |write: &str, b: &str| {
        format!(
            "import os, sys, threading\nx = 0\ndef first():\n    global x\n    x = 1\n    {write} {b}'a\\n')\ndef second():\n    \
             y = x\n    {write} ({b}'b0\\n', {b}'b1\\n')[y])\nthreading.Thread(target=second).start()\n\
             threading.Thread(target=first).start()\n"
        )
    };
    let late = (Status::Exited(0), "a\nb0\n".to_owned());
    for (write, b, stdout) in [
        ("sys.stdout.write(", "", StdoutKind::Unbuffered),
        ("os.write(1,", "b", StdoutKind::Unbuffered),
        ("os.write(1,", "b", StdoutKind::Pipe),
    ] {
        let possible = possible(&program(write, b), "3.13", stdout).expect("few schedules");
        assert!(possible.contains(&late), "{write}, {stdout:?}: {possible:?}");
    }
}

/// The FNV-1a hash of 64 bits, as `record.py` computes it.
fn fnv1a(data: &[u8]) -> String {
    let hash = data
        .iter()
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    format!("{hash:016x}")
}

#[test]
fn every_racy_program_has_a_recording_of_its_present_text() {
    let programs = programs();
    assert!(programs.len() >= 60, "only {} racy programs", programs.len());
    for (stem, text) in programs {
        let recorded = recording(&stem).map(|recording| recording.program);
        let expected = Some(fnv1a(text.as_bytes()));
        assert_eq!(recorded, expected, "{stem}: `make record-races` brings the recordings up to date");
    }
}

/// Programs that are over quickly.
const SAMPLE: [&str; 3] = ["two-printers", "closure-cell", "daemon-at-exit"];

#[test]
fn the_python3_of_this_machine_prints_what_the_explorer_says() {
    let racy = folder().join("racy");
    let output = Command::new("python3")
        .arg(folder().join("record.py"))
        .arg("--live")
        .args(SAMPLE.map(|stem| racy.join(format!("{stem}.py"))))
        .output()
        .expect("python3 is needed to compare with CPython: install it (Debian: apt install python3)");
    assert!(output.status.success(), "record.py: {}", String::from_utf8_lossy(&output.stderr));
    let recordings: BTreeMap<String, Recording> =
        serde_json::from_slice(&output.stdout).expect("record.py --live prints JSON");
    assert_eq!(recordings.len(), SAMPLE.len());
    for (name, recording) in recordings {
        let text = fs::read_to_string(racy.join(&name)).expect("a program can be read");
        let stem = name.trim_end_matches(".py");
        let mut found = unexplained(stem, &text, StdoutKind::Pipe, &recording.pipe).expect("few schedules");
        let unbuffered = unexplained(stem, &text, StdoutKind::Unbuffered, &recording.unbuffered);
        found.extend(unbuffered.expect("few schedules"));
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
