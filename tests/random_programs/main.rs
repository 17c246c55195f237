//! CPython agrees with random programs too. `cargo test --test random_programs` runs some from a fixed seed;
//! `RANDOM_PROGRAMS=5000 RANDOM_SEED=7 cargo test --test random_programs` runs many others, and prints the smallest
//! program on which the two differ. What it finds is mended and kept in `tests/conformance/programs`.

mod cpython;
mod generator;

use cpython::CPython;
use last_thread_standing::machine::settings::{MachineSettings, StdoutKind};
use last_thread_standing::run::trace::Outcome;
use last_thread_standing::run::{Limits, prepare};
use last_thread_standing::schedule::typical::Typical;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::cell::RefCell;

/// So many programs are tried when nothing else is said.
const PROGRAMS: u32 = 60;

/// What CPython prints hangs on real sleeps, and a machine with other work wakes a thread late: before two answers count as
/// different, CPython is asked as often as this.
const ATTEMPTS: usize = 4;

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// What the simulator prints, or None when it says that it cannot tell.
fn simulate(program: &str, settings: &MachineSettings) -> Option<String> {
    let run = prepare(program, "program.py", settings, Box::new(Typical), Limits::default()).ok()?;
    let trace = run.finish();
    match trace.outcome {
        Outcome::Exited { .. } => Some(trace.stdout),
        Outcome::NeverExits(_) => Some("never exits".to_owned()),
        Outcome::Unknown(_) | Outcome::NotSupported { .. } => None,
    }
}

/// Whether two lines are the same but for the order of what stands in a set, which hangs on hashes of strings.
fn same(one: &str, other: &str) -> bool {
    let sorted = |line: &str| {
        let mut letters: Vec<char> = line.chars().collect();
        letters.sort_unstable();
        letters
    };
    one == other || one.contains('{') && sorted(one) == sorted(other)
}

/// Takes out what depends on the moment: addresses.
fn normalised(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut normal = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
        normal += if digits >= 6 { "0xADDRESS" } else { "0x" };
        normal += if digits >= 6 { &part[digits..] } else { part };
    }
    normal
}

/// The first lines in which what two have printed differs.
fn difference_between(ours: &str, theirs: &str) -> Option<(String, String)> {
    let mut lines = ours.lines().zip(theirs.lines());
    if let Some((ours, theirs)) = lines.find(|(ours, theirs)| !same(ours, theirs)) {
        return Some((ours.to_owned(), theirs.to_owned()));
    }
    let (ours, theirs) = (ours.lines().count(), theirs.lines().count());
    (ours != theirs).then(|| (format!("{ours} lines"), format!("{theirs} lines")))
}

#[test]
fn random_programs_print_what_cpython_prints() {
    let cpython = RefCell::new(CPython::start());
    let python = cpython.borrow().version;
    let settings = MachineSettings { python, stdout: StdoutKind::Pipe, ..MachineSettings::default() };
    let cases = setting("RANDOM_PROGRAMS").map_or(PROGRAMS, |count| count as u32);
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&setting("RANDOM_SEED").unwrap_or(1).to_le_bytes());
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let outcome = runner.run(&generator::program(), |program| {
        let Some(simulated) = simulate(&program, &settings).map(|text| normalised(&text)) else { return Ok(()) };
        let mut difference = String::new();
        for _ in 0..ATTEMPTS {
            let Some(real) = cpython.borrow_mut().run(&program).map(|text| normalised(&text)) else { return Ok(()) };
            match difference_between(&simulated, &real) {
                None => return Ok(()),
                Some((ours, theirs)) => {
                    difference = format!("CPython {python}: {theirs}\nsimulator: {ours}\n{program}")
                }
            }
        }
        Err(TestCaseError::fail(difference))
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
