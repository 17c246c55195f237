//! Recorded outcomes beside simulated ones.

use super::recording::{Outcome, Program, Recording, Status, minor};
use super::simulation::{Simulation, simulate};
use last_thread_standing::scenario::settings::PolicyKind;
use std::collections::BTreeSet;

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
        let mut reported = BTreeSet::new();
        for version in versions {
            let outcomes: Vec<&Outcome> =
                recording.outcomes.iter().filter(|outcome| outcome.pythons.contains_key(version)).collect();
            let disagreement = match outcomes.as_slice() {
                [only] => same(only, &simulate(program, minor(version), PolicyKind::Typical), Strictness::Full).err(),
                _ => race(program, version, &outcomes),
            };
            match disagreement {
                None => self.agreed += 1,
                // The same difference on several versions is told once.
                Some(text) if !reported.insert(text.clone()) => {}
                Some(text) => self.disagreements.push(format!("{}, CPython {version}: {text}", program.title())),
            }
        }
    }

    /// Compares one program with what a CPython of this machine has just done, once.
    pub fn check_live(&mut self, program: &Program, outcomes: &[Outcome]) {
        for outcome in outcomes {
            for version in outcome.pythons.keys() {
                if possible(program, minor(version), outcome, &mut BTreeSet::new()) {
                    self.agreed += 1;
                } else {
                    let typical = simulate(program, minor(version), PolicyKind::Typical);
                    let difference = same(outcome, &typical, Strictness::Output).err().unwrap_or_default();
                    self.disagreements.push(format!("{}, CPython {version}: {difference}", program.title()));
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
fn race(program: &Program, version: &str, outcomes: &[&Outcome]) -> Option<String> {
    let python = minor(version);
    let typical = simulate(program, python, PolicyKind::Typical);
    let differences: Vec<String> =
        outcomes.iter().filter_map(|outcome| same(outcome, &typical, Strictness::Output).err()).collect();
    if differences.len() == outcomes.len() {
        return Some(format!(
            "the typical run is none of the {} outcomes that were recorded; beside the commonest, {}",
            outcomes.len(),
            differences[0]
        ));
    }
    let mut seen = BTreeSet::new();
    let impossible: Vec<String> = outcomes
        .iter()
        .filter(|outcome| !possible(program, python, outcome, &mut seen))
        .map(|outcome| format!("    {:?}", outcome.stdout))
        .collect();
    (!impossible.is_empty()).then(|| {
        let seen: Vec<String> = seen.iter().take(10).map(|stdout| format!("    {stdout:?}")).collect();
        format!(
            "these recorded outputs came out of no seed up to {MAX_SEEDS}:\n{}\n  what came out:\n{}",
            impossible.join("\n"),
            seen.join("\n")
        )
    })
}

/// Whether the typical run or some seed gives this.
fn possible(program: &Program, python: &str, outcome: &Outcome, seen: &mut BTreeSet<String>) -> bool {
    let typical = std::iter::once(PolicyKind::Typical);
    let seeds = (0..MAX_SEEDS).map(|seed| PolicyKind::Random { seed });
    typical.chain(seeds).any(|policy| {
        let simulated = simulate(program, python, policy);
        let agrees = same(outcome, &simulated, Strictness::Output).is_ok();
        seen.insert(simulated.stdout);
        agrees
    })
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
