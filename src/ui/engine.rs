//! The one door from the page to the simulator: a scenario in, what came of it out, in slices.

use super::browser;
use last_thread_standing::run::{self, Limits, Trace, trace};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::settings::PolicyKind;
use last_thread_standing::schedule::Policy;
use last_thread_standing::schedule::random::Random;
use last_thread_standing::schedule::recording::Schedule;
use last_thread_standing::schedule::replay::Replay;
use last_thread_standing::schedule::round_robin::RoundRobin;
use last_thread_standing::schedule::typical::Typical;
use last_thread_standing::source::diagnostic::{Diagnostic, DiagnosticKind};
use last_thread_standing::source::lines::LineIndex;
use last_thread_standing::source::span::Span;
use last_thread_standing::verdict::{self, Verdict};
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
    /// Everything that is to be said at a place of the text: why it cannot run, or where a run met something that is not
    /// modelled.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let mut findings = self.diagnostics.clone();
        if let Some(trace::Outcome::NotSupported { message, line }) = self.run.as_ref().map(|run| &run.trace.outcome) {
            let span = self.line_span(*line);
            findings.push(Diagnostic { kind: DiagnosticKind::NotSupported, span, message: message.clone() });
        }
        findings
    }

    /// A line of the text (from 1) without its indentation, as a place.
    fn line_span(&self, line: u32) -> Span {
        let index = LineIndex::new(&self.text);
        let start = index.start_of(line);
        let text = self.text.get(start as usize..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let indentation = (text.len() - text.trim_start().len()) as u32;
        Span::new(start + indentation, start + text.trim_end().len() as u32)
    }

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
    fn new(mut trace: Trace) -> Self {
        // Without the GIL each thread has a clock of its own; the page shows everything in the order of time.
        trace.events.sort_by_key(|event| event.at_ns);
        Self {
            verdict: verdict::judge(&trace),
            timeline: Timeline::new(&trace),
            console: console::lines(&trace),
            trace,
        }
    }
}

/// How long a slice of a run may take: two of them fit into a frame of the screen.
const SLICE_MS: f64 = 8.0;
/// Operations between two looks at the clock: about a millisecond.
const OPERATIONS_BETWEEN_LOOKS: u64 = 20_000;
/// The file as which CPython would name the program in a traceback.
const FILE_NAME: &str = "main.py";

/// A run that is under way.
pub struct Job {
    text: String,
    state: Result<run::Run, Vec<Diagnostic>>,
    operations: u64,
}

/// How far a job has come.
pub enum Progress {
    GoesOn(Job),
    Done(Outcome),
}

impl Job {
    pub fn new(scenario: &Scenario) -> Self {
        let Scenario { text, settings } = scenario;
        let state = policy(&settings.policy)
            .and_then(|policy| run::prepare(text, FILE_NAME, &settings.machine, policy, Limits::default()));
        Self { text: text.clone(), state, operations: 0 }
    }

    /// Goes on for a slice of time.
    pub fn advance(mut self) -> Progress {
        let began_ms = browser::now_ms();
        let run = match &mut self.state {
            Ok(run) => run,
            Err(diagnostics) => {
                let diagnostics = std::mem::take(diagnostics);
                return Progress::Done(Outcome { text: self.text, diagnostics, run: None });
            }
        };
        while !run.advance(OPERATIONS_BETWEEN_LOOKS) {
            self.operations += OPERATIONS_BETWEEN_LOOKS;
            if browser::now_ms() - began_ms >= SLICE_MS {
                return Progress::GoesOn(self);
            }
        }
        let run = self.state.ok().map(|run| Run::new(run.into_trace()));
        Progress::Done(Outcome { text: self.text, diagnostics: Vec::new(), run })
    }

    /// Operations so far, about.
    pub fn operations(&self) -> u64 {
        self.operations
    }
}

/// The policy of a setting. A recorded schedule that cannot be read is said, not passed over.
fn policy(kind: &PolicyKind) -> Result<Box<dyn Policy>, Vec<Diagnostic>> {
    Ok(match kind {
        PolicyKind::Typical => Box::new(Typical),
        PolicyKind::RoundRobin => Box::new(RoundRobin::default()),
        PolicyKind::Random { seed } => Box::new(Random::new(*seed)),
        PolicyKind::Replay { schedule } => match schedule.parse::<Schedule>() {
            Ok(schedule) => Box::new(Replay::new(schedule)),
            Err(error) => {
                let message = error.to_string();
                return Err(vec![Diagnostic { kind: DiagnosticKind::NotSupported, span: Span::new(0, 0), message }]);
            }
        },
    })
}
