//! The simulator's side.

use super::recording::Program;
use last_thread_standing::machine::settings::{MachineSettings, PythonVersion, Runtime, StdoutKind};
use last_thread_standing::run::trace::Outcome;
use last_thread_standing::run::{Limits, prepare};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::schedule::Policy;
use last_thread_standing::schedule::random::Random;
use last_thread_standing::schedule::typical::Typical;
use std::collections::BTreeMap;

/// How the threads to go on are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chooser {
    Typical,
    Seed(u64),
}

/// What the simulated process did, in the terms of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simulation {
    /// After `the simulator`: `exits with 0`, `never exits`, or why there is no such answer.
    pub ending: String,
    pub stdout: String,
    pub stderr: String,
    pub files: BTreeMap<String, String>,
}

/// Runs a program as the recorder runs it: with the GIL, standard output a pipe.
pub fn simulate(program: &Program, python: &str, chooser: Chooser) -> Simulation {
    let (scenario, errors) = Scenario::from_file(&program.text);
    assert!(errors.is_empty(), "{}: {}", program.title(), errors[0]);
    let python: PythonVersion = python.parse().unwrap_or_else(|error| panic!("{}: {error}", program.title()));
    let machine = scenario.settings.machine;
    let stdout = if machine.stdout == StdoutKind::Unbuffered { StdoutKind::Unbuffered } else { StdoutKind::Pipe };
    let settings = MachineSettings { runtime: Runtime::Gil, python, stdout, ..machine };
    let policy: Box<dyn Policy> = match chooser {
        Chooser::Typical => Box::new(Typical),
        Chooser::Seed(seed) => Box::new(Random::new(seed)),
    };
    let limits = match chooser {
        Chooser::Typical => Limits::default(),
        // The random policy never comes to the same state again, so what never exits must be given up.
        Chooser::Seed(_) => Limits { operations: 300_000, virtual_time_ns: 30_000_000_000, ..Limits::default() },
    };
    let file_name = format!("{}.py", program.stem);
    let run = match prepare(&scenario.text, &file_name, &settings, policy, limits) {
        Ok(run) => run,
        Err(findings) => return refused(&findings[0].message),
    };
    let trace = run.finish();
    let ending = match trace.outcome {
        Outcome::Exited { code } => format!("exits with {}", code & 0xff),
        Outcome::NeverExits(_) => "never exits".to_owned(),
        Outcome::Unknown(_) if matches!(chooser, Chooser::Seed(_)) => "never exits".to_owned(),
        Outcome::Unknown(limit) => format!("is still running ({limit:?})"),
        Outcome::NotSupported { message, line } => format!("stops at line {line}: {message}"),
    };
    Simulation {
        ending,
        stdout: normalised(&trace.stdout),
        stderr: normalised(&trace.stderr).replace(&format!("'/usr/lib/python{python}/"), "'.../"),
        files: trace.files.into_iter().map(|file| (file.path, file.content)).collect(),
    }
}

fn refused(message: &str) -> Simulation {
    Simulation {
        ending: format!("refuses the program: {message}"),
        stdout: String::new(),
        stderr: String::new(),
        files: BTreeMap::new(),
    }
}

/// Takes out what depends on the moment, as `record.py` does: addresses, and the numbers of threads.
fn normalised(text: &str) -> String {
    let mut normal = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let address = rest.strip_prefix("0x").map_or(0, |digits| length(digits, |digit| digit.is_ascii_hexdigit()));
        let number = length(rest, |digit| digit.is_ascii_digit());
        let (place, used) = match (address, number) {
            (8.., _) => ("0x…", 2 + address),
            (_, 15) if rest.starts_with('1') && !normal.ends_with('.') => ("IDENT", 15),
            (_, 1..) => (&rest[..number], number),
            _ => (&rest[..first.len_utf8()], first.len_utf8()),
        };
        normal.push_str(place);
        rest = &rest[used..];
    }
    normal
}

fn length(text: &str, belongs: fn(&char) -> bool) -> usize {
    text.chars().take_while(belongs).count()
}
