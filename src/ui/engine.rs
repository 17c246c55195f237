//! The one door from the page to the simulator: a scenario in, what came of it out, in slices.

use last_thread_standing::run::trace::Trace;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::source::diagnostic::Diagnostic;
use last_thread_standing::source::parse;
use last_thread_standing::verdict::Verdict;
use last_thread_standing::view::console::{self, ConsoleLine};
use last_thread_standing::view::timeline::Timeline;

/// What came of a scenario.
#[derive(Debug)]
pub struct Outcome {
    pub text: String,
    /// Why it cannot run; then there is no run.
    pub diagnostics: Vec<Diagnostic>,
    pub run: Option<Run>,
}

impl Outcome {
    /// A line of the text (from 1), without its indentation.
    pub fn line_text(&self, line: u32) -> Option<&str> {
        let index = usize::try_from(line).ok()?.checked_sub(1)?;
        self.text.lines().nth(index).map(str::trim)
    }
}

/// A run and what the page draws of it.
#[derive(Debug)]
pub struct Run {
    pub trace: Trace,
    pub verdict: Verdict,
    pub timeline: Timeline,
    pub console: Vec<ConsoleLine>,
}

impl Run {
    fn new(trace: Trace, verdict: Verdict) -> Self {
        Self { timeline: Timeline::new(&trace), console: console::lines(&trace), trace, verdict }
    }
}

/// A run that is under way.
pub struct Job {
    scenario: Scenario,
}

/// How far a job has come.
pub enum Progress {
    GoesOn { operations: u64 },
    Done(Outcome),
}

impl Job {
    pub fn new(scenario: &Scenario) -> Self {
        Self { scenario: scenario.clone() }
    }

    /// Goes on for a slice of time.
    pub fn advance(&mut self) -> Progress {
        let text = self.scenario.text.clone();
        let parsed = parse(&text, self.scenario.settings.machine.python.0);
        Progress::Done(Outcome { text, diagnostics: parsed.diagnostics, run: None })
    }
}
