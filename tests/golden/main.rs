//! The trace and the verdict of every scenario of the gallery, as text files beside this one.
//!
//! They are there to be read in a review: a change of the machine, the scheduler or the verdicts shows in them as what it
//! means for people. `make golden` writes them anew.

mod report;

use last_thread_standing::scenario::gallery::GALLERY;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Set (to anything), the files are written instead of compared.
const UPDATE: &str = "UPDATE_GOLDEN";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

#[test]
fn traces_and_verdicts_are_those_of_the_golden_files() {
    let update = std::env::var_os(UPDATE).is_some();
    let mut differences = Vec::new();
    for entry in GALLERY {
        let path = folder().join(format!("{}.txt", entry.stem));
        let now = report::of(&entry.scenario());
        if update {
            fs::write(&path, &now).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            continue;
        }
        let golden = fs::read_to_string(&path).unwrap_or_default();
        if golden != now {
            differences.push(format!("{}: {}", entry.stem, first_difference(&golden, &now)));
        }
    }
    assert!(
        differences.is_empty(),
        "{}\n\n{} golden files differ. If that is meant, `make golden` writes them anew; then read `git diff tests/golden` \
         and say in the commit why they changed.",
        differences.join("\n"),
        differences.len()
    );
}

#[test]
fn every_golden_file_belongs_to_a_scenario() {
    let stems: BTreeSet<&str> = GALLERY.iter().map(|entry| entry.stem).collect();
    let entries = fs::read_dir(folder()).expect("tests/golden is there");
    for path in entries.flatten().map(|entry| entry.path()) {
        let is_golden = path.extension().is_some_and(|extension| extension == "txt");
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        assert!(!is_golden || stems.contains(stem.as_str()), "{} belongs to no scenario: delete it", path.display());
    }
}

fn first_difference(golden: &str, now: &str) -> String {
    if golden.is_empty() {
        return "there is no golden file yet".to_owned();
    }
    let pairs =
        golden.lines().chain(std::iter::repeat("(nothing)")).zip(now.lines().chain(std::iter::repeat("(nothing)")));
    let lines = golden.lines().count().max(now.lines().count());
    pairs
        .take(lines)
        .enumerate()
        .find(|(_, (was, is))| was != is)
        .map_or("only the line ends".to_owned(), |(index, (was, is))| {
            format!("line {}\n    golden: {was}\n    now:    {is}", index + 1)
        })
}
