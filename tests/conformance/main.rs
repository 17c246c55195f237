//! CPython agrees: what was recorded of real CPythons (see `record.py`) is what the simulator gives for that version.
//!
//! A program that did the same in every run must be reproduced by the typical run, to the letter. Of a program that is a
//! race, the typical run must be one of the recorded outcomes, and each recorded outcome must come out of the typical run
//! or of some seed of the random policy.

mod comparison;
mod live;
mod recording;
mod simulation;

use comparison::Verdict;
use recording::Program;

/// The three places where programs are: the gallery, facts on threads and exit, and ordinary Python in many styles.
const KINDS: [&str; 3] = ["scenarios", "facts", "programs"];

#[test]
fn every_program_has_a_recording_of_its_present_text() {
    let mut found = Vec::new();
    for kind in KINDS {
        let programs = recording::programs(kind);
        assert!(!programs.is_empty(), "no programs in {kind}");
        for program in &programs {
            match recording::recording(kind, &program.stem) {
                None => found.push(format!("{kind}/{} has no recording", program.stem)),
                Some(recording) if recording.program != recording::fnv1a(program.text.as_bytes()) => {
                    found.push(format!("{kind}/{} was changed after it was recorded", program.stem));
                }
                Some(_) => {}
            }
        }
        for stem in recording::recorded_stems(kind) {
            if !programs.iter().any(|program| program.stem == stem) {
                found.push(format!("recorded/{kind}/{stem}.json has no program"));
            }
        }
    }
    assert!(found.is_empty(), "{}\n`make record` brings the recordings up to date.", found.join("\n"));
}

#[test]
fn the_gallery_does_what_cpython_does() {
    agrees_with_recordings("scenarios");
}

#[test]
fn facts_on_threads_and_exit_are_those_of_cpython() {
    agrees_with_recordings("facts");
}

#[test]
fn ordinary_python_does_what_cpython_does() {
    agrees_with_recordings("programs");
}

#[test]
fn the_cpythons_of_this_machine_agree() {
    let sample = live::run_sample();
    println!("Compared with CPython {}.", sample.pythons.join(", "));
    let mut verdict = Verdict::default();
    for (program, outcomes) in &sample.outcomes {
        verdict.check_live(program, outcomes);
    }
    verdict.assert_none();
}

fn agrees_with_recordings(kind: &str) {
    let mut verdict = Verdict::default();
    for program in recording::programs(kind) {
        if let Some(recording) = recording::recording(kind, &program.stem) {
            verdict.check(&program, &recording);
        }
    }
    verdict.assert_none();
}

impl Program {
    /// `facts/timer.py`, as it is called in reports.
    fn title(&self) -> String {
        format!("{}/{}.py", self.kind, self.stem)
    }
}
