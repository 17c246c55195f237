//! The one door from the page to the simulator: a scenario in, what came of it out, in slices.

use super::{browser, files};
use last_thread_standing::machine::footprint;
use last_thread_standing::machine::inspection::Inspection;
use last_thread_standing::run::manual::{Manual, Standing};
use last_thread_standing::run::{self, Limits, Trace, trace};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::prepare::Refused;
use last_thread_standing::schedule::turn::Turn;
use last_thread_standing::source::diagnostic::{Diagnostic, DiagnosticKind};
use last_thread_standing::source::lines::LineIndex;
use last_thread_standing::source::parse;
use last_thread_standing::source::span::Span;
use last_thread_standing::stdlib::{Preparation, imports, modules};
use last_thread_standing::verdict::{self, Verdict};
use last_thread_standing::view::console::{self, ConsoleLine};
use last_thread_standing::view::timeline::Timeline;
use std::cell::Cell;
use std::rc::Rc;

/// What came of a scenario.
#[derive(Debug)]
pub struct Outcome {
    pub text: String,
    /// Why it cannot run; then there is no run.
    pub diagnostics: Vec<Diagnostic>,
    pub run: Option<Run>,
    /// Where a run by hand stands.
    pub standing: Option<Standing>,
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

/// How long a slice of a run may take: two of them fit into a frame of the screen.
const SLICE_MS: f64 = 8.0;
/// Operations between two looks at the clock: some tenths of a millisecond.
const OPERATIONS_BETWEEN_LOOKS: u64 = 4_000;
/// The file as which CPython would name the program in a traceback.
pub const FILE_NAME: &str = "main.py";

/// What the page calls the file with the modules that a first picture seldom needs.
const SHELF_FILE: &str = "library";

/// A run that is under way.
pub struct Job {
    scenario: Rc<Scenario>,
    limits: Limits,
    /// A person chooses: the turns so far, and what is known of what threads share.
    by_hand: Option<(Vec<Turn>, footprint::Shared)>,
    standing: Option<Standing>,
    stage: Stage,
    operations: u64,
    /// It cannot begin before the library's shelf is there.
    wants_shelf: Option<bool>,
}

/// How far it has come. What is made of a long trace takes its time too, so each part of it is a stage of its own.
enum Stage {
    NotBegun,
    /// What runs start from is being made.
    Preparing(Box<Preparation>),
    Prepared,
    Running(Box<run::Run>),
    ByHand(Box<Manual>),
    Traced(Trace),
    Judged(Trace, Verdict),
    Drawn(Trace, Verdict, Timeline),
}

/// How far a job has come.
pub enum Progress {
    GoesOn(Job),
    Done(Outcome),
}

impl Job {
    pub fn new(scenario: &Rc<Scenario>) -> Self {
        Self::with_limits(scenario, Limits::default())
    }

    pub fn with_limits(scenario: &Rc<Scenario>, limits: Limits) -> Self {
        let scenario = Rc::clone(scenario);
        let (stage, operations) = (Stage::NotBegun, 0);
        Self { scenario, limits, by_hand: None, standing: None, stage, operations, wants_shelf: None }
    }

    /// A run in which a person chooses: these turns, and on to the next choice.
    pub fn by_hand(scenario: &Rc<Scenario>, turns: Vec<Turn>, shared: footprint::Shared) -> Self {
        let mut job = Self::new(scenario);
        job.by_hand = Some((turns, shared));
        job
    }

    /// Goes on for a slice of time.
    pub fn advance(mut self) -> Progress {
        let began_ms = browser::now_ms();
        loop {
            self.stage = match std::mem::replace(&mut self.stage, Stage::NotBegun) {
                Stage::NotBegun if self.waits_for_shelf() => return Progress::GoesOn(self),
                Stage::NotBegun => match self.preparation() {
                    Some(preparation) => Stage::Preparing(Box::new(preparation)),
                    None => Stage::Prepared,
                },
                Stage::Preparing(mut preparation) => {
                    if preparation.advance() {
                        Stage::Prepared
                    } else {
                        Stage::Preparing(preparation)
                    }
                }
                Stage::Prepared => match self.begin() {
                    Ok(stage) => stage,
                    Err(diagnostics) => return Progress::Done(self.outcome(diagnostics, None)),
                },
                Stage::ByHand(mut manual) => {
                    self.operations += OPERATIONS_BETWEEN_LOOKS;
                    if manual.advance(OPERATIONS_BETWEEN_LOOKS) {
                        let (trace, standing) = manual.into_standing();
                        self.standing = Some(standing);
                        Stage::Traced(trace)
                    } else {
                        Stage::ByHand(manual)
                    }
                }
                Stage::Running(mut run) => {
                    self.operations += OPERATIONS_BETWEEN_LOOKS;
                    if run.advance(OPERATIONS_BETWEEN_LOOKS) {
                        Stage::Traced(run.into_trace())
                    } else {
                        Stage::Running(run)
                    }
                }
                Stage::Traced(trace) => {
                    let verdict = verdict::judge(&trace);
                    Stage::Judged(trace, verdict)
                }
                Stage::Judged(trace, verdict) => {
                    let timeline = Timeline::new(&trace);
                    Stage::Drawn(trace, verdict, timeline)
                }
                Stage::Drawn(trace, verdict, timeline) => {
                    let console = console::lines(&trace);
                    return Progress::Done(self.outcome(Vec::new(), Some(Run { trace, verdict, timeline, console })));
                }
            };
            if browser::now_ms() - began_ms >= SLICE_MS {
                return Progress::GoesOn(self);
            }
        }
    }

    /// The text is read once for it, however often this is asked.
    fn waits_for_shelf(&mut self) -> bool {
        let Self { scenario, wants_shelf: known, .. } = self;
        modules::shelf_file().is_none() && *known.get_or_insert_with(|| wants_shelf(scenario))
    }

    fn preparation(&self) -> Option<Preparation> {
        Preparation::new(&self.scenario.text, self.scenario.settings.machine.python)
    }

    fn begin(&mut self) -> Result<Stage, Vec<Diagnostic>> {
        let Some((turns, shared)) = self.by_hand.take() else {
            return Ok(Stage::Running(Box::new(prepare(&self.scenario, self.limits)?)));
        };
        let manual = self.scenario.prepare_manual(FILE_NAME, turns, shared, self.limits).map_err(findings)?;
        Ok(Stage::ByHand(Box::new(manual)))
    }

    fn outcome(&mut self, diagnostics: Vec<Diagnostic>, run: Option<Run>) -> Outcome {
        Outcome { text: self.scenario.text.clone(), diagnostics, run, standing: self.standing.take() }
    }

    /// It has not begun, for want of a file that is on its way.
    pub fn is_waiting(&self) -> bool {
        matches!(self.stage, Stage::NotBegun)
    }

    /// Operations so far, about.
    pub fn operations(&self) -> u64 {
        self.operations
    }
}

impl Drop for Job {
    /// A run that the person has overtaken leaves its memory behind.
    fn drop(&mut self) {
        if let Stage::Running(mut run) = std::mem::replace(&mut self.stage, Stage::NotBegun) {
            run.give_up();
            give_back_memory(run);
        }
    }
}

/// A large process is taken apart in slices, too.
fn give_back_memory(mut run: Box<run::Run>) {
    let began_ms = browser::now_ms();
    while !run.advance(OPERATIONS_BETWEEN_LOOKS) {
        if browser::now_ms() - began_ms >= SLICE_MS {
            browser::later(move || give_back_memory(run));
            return;
        }
    }
}

/// Whether the program imports a module whose text is still to come; then it is on its way.
pub fn waits_for_shelf(scenario: &Scenario) -> bool {
    modules::shelf_file().is_none() && wants_shelf(scenario)
}

/// Whether the program imports a module of the shelf, which is not there; then it is on its way.
fn wants_shelf(scenario: &Scenario) -> bool {
    thread_local! {
        static IS_ON_ITS_WAY: Cell<bool> = const { Cell::new(false) };
    }
    let parsed = parse(&scenario.text, scenario.settings.machine.python.0);
    let is_wanted = imports::wants_shelf(&parsed.module);
    if is_wanted && !IS_ON_ITS_WAY.get() {
        let address = browser::file_address(SHELF_FILE);
        IS_ON_ITS_WAY.set(address.is_some_and(|address| files::fetch_text(&address, modules::bring_shelf)));
    }
    is_wanted
}

fn prepare(scenario: &Scenario, limits: Limits) -> Result<run::Run, Vec<Diagnostic>> {
    scenario.prepare(FILE_NAME, limits).map_err(findings)
}

/// A recorded schedule that cannot be read is a finding like any other, at the beginning of the text.
fn findings(refused: Refused) -> Vec<Diagnostic> {
    match refused {
        Refused::Findings(findings) => findings,
        Refused::Schedule(error) => {
            let (kind, message) = (DiagnosticKind::NotSupported, error.to_string());
            vec![Diagnostic { kind, span: Span::new(0, 0), message }]
        }
    }
}

/// A run that goes on only as far as a moment, to be looked into there.
pub struct Look {
    run: run::Run,
    over: bool,
}

/// Between two looks at the clock.
const STEPS_BETWEEN_LOOKS: usize = 500;

impl Look {
    pub fn new(scenario: &Scenario) -> Option<Self> {
        Some(Self { run: prepare(scenario, Limits::default()).ok()?, over: false })
    }

    /// Events so far.
    pub fn events(&self) -> usize {
        self.run.progress().0
    }

    /// Goes on for a slice of time, an operation at a time; true when so many events have happened.
    pub fn advance(mut self, happened: usize) -> (Self, bool) {
        let began_ms = browser::now_ms();
        while browser::now_ms() - began_ms < SLICE_MS {
            for _ in 0..STEPS_BETWEEN_LOOKS {
                if self.over || self.events() >= happened {
                    return (self, true);
                }
                self.over = self.run.advance(1);
            }
        }
        (self, false)
    }

    pub fn inspect(&mut self) -> Inspection {
        self.run.inspect()
    }
}
