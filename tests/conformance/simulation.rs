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
    let file_name = format!("{}.py", program.stem);
    let run = match prepare(&scenario.text, &file_name, &settings, policy, Limits::default()) {
        Ok(run) => run,
        Err(findings) => return refused(&findings[0].message),
    };
    let trace = run.finish();
    let ending = match trace.outcome {
        Outcome::Exited { code } => format!("exits with {}", code & 0xff),
        Outcome::NeverExits(_) => "never exits".to_owned(),
        Outcome::Unknown(limit) => format!("is still running ({limit:?})"),
        Outcome::NotSupported { message, line } => format!("stops at line {line}: {message}"),
    };
    Simulation {
        ending,
        stdout: trace.stdout,
        stderr: trace.stderr,
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
