//! Recorded outcomes beside simulated ones.

use super::recording::{Outcome, Program, Recording, Status, minor};
use super::simulation::{Chooser, Simulation, simulate};
use std::collections::{BTreeMap, BTreeSet};

/// A rare outcome of a race may need many seeds; a run takes microseconds.
const MAX_SEEDS: u64 = 3000;

/// The disagreements that were found, each as a paragraph.
#[derive(Default)]
pub struct Verdict {
    disagreements: Vec<String>,
    agreed: usize,
}

impl Verdict {
    /// Compares one program with its recording, for every version that was recorded.
    pub fn check(&mut self, program: &Program, recording: &Recording) {
        let versions: BTreeSet<&String> =
            recording.outcomes.iter().flat_map(|outcome| outcome.pythons.keys()).collect();
        // What is a race on one version is one on the others, even where the few runs that were made were all alike.
        let is_race = versions.iter().any(|version| {
            recording.outcomes.iter().filter(|outcome| outcome.pythons.contains_key(*version)).count() > 1
        });
        // The same difference on several versions is told once.
        let mut differences: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for version in versions {
            let outcomes: Vec<&Outcome> =
                recording.outcomes.iter().filter(|outcome| outcome.pythons.contains_key(version)).collect();
            let disagreement = match outcomes.as_slice() {
                [only] if !is_race => {
                    same(only, &simulate(program, minor(version), Chooser::Typical), Strictness::Full).err()
                }
                _ => race(program, version, &outcomes, recording),
            };
            match disagreement {
                None => self.agreed += 1,
                Some(text) => differences.entry(text).or_default().push(version),
            }
        }
        for (text, versions) in differences {
            self.disagreements.push(format!("{}, CPython {}: {text}", program.title(), versions.join(", ")));
        }
    }

    /// Compares one program with what a CPython of this machine has just done, once.
    pub fn check_live(&mut self, program: &Program, outcomes: &[Outcome]) {
        for outcome in outcomes {
            for version in outcome.pythons.keys() {
                let mut runs = Runs::new(program, minor(version));
                match same(outcome, runs.typical(), Strictness::Output) {
                    Err(text) if !runs.give(outcome) => {
                        self.disagreements.push(format!("{}, CPython {version}: {text}", program.title()));
                    }
                    _ => self.agreed += 1,
                }
            }
        }
    }

    pub fn assert_none(&self) {
        assert!(
            self.disagreements.is_empty(),
            "{} disagreements ({} agreements):\n\n{}\n",
            self.disagreements.len(),
            self.agreed,
            self.disagreements.join("\n\n")
        );
        assert!(self.agreed > 0, "nothing was compared");
    }
}

/// A program that did several things: the typical run is one of them, and each of them is possible.
fn race(program: &Program, version: &str, outcomes: &[&Outcome], recording: &Recording) -> Option<String> {
    let mut runs = Runs::new(program, minor(version));
    let all = &recording.outcomes;
    let agrees = |outcome: &Outcome| same(outcome, runs.typical(), Strictness::Output);
    // Where nearly every run was another, the few that were made do not say what is typical.
    let runs_made: u32 = all.iter().flat_map(|outcome| outcome.pythons.values()).sum();
    let says_what_is_typical = all.len() * 3 <= runs_made as usize;
    if says_what_is_typical && all.iter().all(|outcome| agrees(outcome).is_err()) {
        return Some(format!(
            "the typical run is none of the {} outcomes that were recorded; beside the commonest, {}",
            all.len(),
            agrees(&all[0]).err().unwrap_or_default()
        ));
    }
    let impossible: Vec<String> = outcomes
        .iter()
        .filter(|outcome| !runs.give(outcome))
        .map(|outcome| format!("    {:?}", outcome.stdout))
        .collect();
    (!impossible.is_empty()).then(|| {
        let given: Vec<String> = runs.different.iter().take(10).map(|run| format!("    {:?}", run.stdout)).collect();
        format!(
            "{} of {} recorded outputs came out of no seed up to {MAX_SEEDS}:\n{}\n  what came out ({} kinds):\n{}",
            impossible.len(),
            outcomes.len(),
            impossible.join("\n"),
            runs.different.len(),
            given.join("\n")
        )
    })
}

/// The typical run and those of the random policy, seed after seed, as far as they were asked for.
struct Runs<'a> {
    program: &'a Program,
    python: &'a str,
    next_seed: u64,
    /// Each run that was not like one before; the typical one is the first.
    different: Vec<Simulation>,
}

impl<'a> Runs<'a> {
    fn new(program: &'a Program, python: &'a str) -> Self {
        let typical = simulate(program, python, Chooser::Typical);
        Self { program, python, next_seed: 0, different: vec![typical] }
    }

    fn typical(&self) -> &Simulation {
        &self.different[0]
    }

    /// Whether the typical run or some seed gives this.
    fn give(&mut self, outcome: &Outcome) -> bool {
        let agrees = |run: &Simulation| same(outcome, run, Strictness::Output).is_ok();
        if self.different.iter().any(agrees) {
            return true;
        }
        while self.next_seed < MAX_SEEDS {
            let run = simulate(self.program, self.python, Chooser::Seed(self.next_seed));
            self.next_seed += 1;
            if !self.different.contains(&run) {
                let found = agrees(&run);
                self.different.push(run);
                if found {
                    return true;
                }
            }
        }
        false
    }
}

/// What is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Strictness {
    /// Exit status, standard output and files.
    Output,
    /// Standard error too.
    Full,
}

/// The error says what differs.
fn same(recorded: &Outcome, simulated: &Simulation, strictness: Strictness) -> Result<(), String> {
    let never = matches!(recorded.status, Status::Still(_));
    let expected = match recorded.status {
        Status::Exited(code) => format!("exits with {code}"),
        Status::Still(_) => "never exits".to_owned(),
    };
    let stderr = (reduced(&recorded.stderr), reduced(&simulated.stderr));
    let streams = [
        ("stdout", recorded.stdout.clone(), simulated.stdout.clone(), true),
        ("stderr", stderr.0, stderr.1, strictness == Strictness::Full),
    ];
    for (name, recorded, simulated_text, compared) in streams {
        let agrees = if never {
            // Each side was given up at some moment; one has seen more of the same.
            recorded.starts_with(&simulated_text) || simulated_text.starts_with(&recorded)
        } else {
            recorded == simulated_text
        };
        if compared && !agrees {
            return Err(difference(name, &recorded, &simulated_text, &simulated.ending));
        }
    }
    if expected != simulated.ending {
        return Err(format!("CPython {expected}, the simulator {}", simulated.ending));
    }
    if !never && recorded.files != simulated.files {
        return Err(format!("CPython left the files {:?}, the simulator {:?}", recorded.files, simulated.files));
    }
    Ok(())
}

/// The first line that differs, on both sides.
fn difference(name: &str, recorded: &str, simulated: &str, ending: &str) -> String {
    let mut left = recorded.lines();
    let mut right = simulated.lines();
    let mut number = 1;
    loop {
        match (left.next(), right.next()) {
            (Some(one), Some(other)) if one == other => number += 1,
            (one, other) => {
                let show = |line: Option<&str>| line.map_or("(nothing more)".to_owned(), |line| format!("{line:?}"));
                return format!(
                    "{name} differs at line {number}\n    CPython:   {}\n    simulator: {}\n    (the simulator {ending})",
                    show(one),
                    show(other)
                );
            }
        }
    }
}

/// Standard error without what is CPython's own affair: the library's frames, the carets under a line, the prompt.
fn reduced(stderr: &str) -> String {
    let mut kept = Vec::new();
    let mut in_library = false;
    for line in stderr.lines() {
        let is_frame = line.starts_with("  File \"");
        if is_frame {
            in_library = line.contains("\".../") || line.contains("/threading.py\"") || line.contains("/queue.py\"");
        } else if !line.starts_with("    ") {
            in_library = false;
        }
        let is_caret = !line.trim().is_empty() && line.trim().chars().all(|mark| matches!(mark, '^' | '~'));
        let is_prompt = line.trim() == ">>>";
        if !in_library && !is_caret && !is_prompt {
            kept.push(line.trim_end());
        }
    }
    kept.join("\n")
}
