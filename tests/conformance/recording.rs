//! Programs, and what was recorded of them.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A Python file that is run on both sides.
pub struct Program {
    pub kind: String,
    pub stem: String,
    pub path: PathBuf,
    pub text: String,
}

/// What `record.py` wrote on one program.
#[derive(Deserialize)]
pub struct Recording {
    /// The hash of the text that was run.
    pub program: String,
    pub outcomes: Vec<Outcome>,
}

/// One thing that the program did.
#[derive(Clone, Debug, Deserialize)]
pub struct Outcome {
    /// How many runs of which version did it: `3.12.1` and the like.
    pub pythons: BTreeMap<String, u32>,
    pub status: Status,
    pub stdout: String,
    pub stderr: String,
    #[serde(default)]
    pub files: BTreeMap<String, String>,
}

/// The exit status as a shell shows it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Status {
    Exited(i32),
    /// `"never"`: it was still running when the recorder gave it up.
    Still(String),
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}

/// The programs of a kind, by name.
pub fn programs(kind: &str) -> Vec<Program> {
    let folder = match kind {
        "scenarios" => Path::new(env!("CARGO_MANIFEST_DIR")).join("static/scenarios"),
        _ => folder().join(kind),
    };
    files(&folder, "py")
        .into_iter()
        .map(|path| Program {
            kind: kind.to_owned(),
            stem: stem(&path),
            text: fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())),
            path,
        })
        .collect()
}

pub fn recording(kind: &str, stem: &str) -> Option<Recording> {
    let path = folder().join("recorded").join(kind).join(format!("{stem}.json"));
    let text = fs::read_to_string(&path).ok()?;
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

pub fn recorded_stems(kind: &str) -> Vec<String> {
    files(&folder().join("recorded").join(kind), "json").iter().map(|path| stem(path)).collect()
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The FNV-1a hash of 64 bits, as `record.py` computes it.
pub fn fnv1a(data: &[u8]) -> String {
    let hash = data
        .iter()
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    format!("{hash:016x}")
}

/// `3.12.1` as the version that is modelled: 3.12.
pub fn minor(version: &str) -> &str {
    version.match_indices('.').nth(1).map_or(version, |(at, _)| &version[..at])
}
