//! An outcome as a Python file that shows it on a real CPython: the program's own text, in which threads wait at a few
//! places until it is their turn.
//!
//! The witness is followed operation by operation; what threads touch in it says whose order matters, and the places are
//! put before the statements in which that happens. What comes of it is tried on the simulator, under many schedules,
//! before it is given out: it must end as it should under all of them.

mod marks;
mod order;
mod statements;
mod text;
mod trial;

use super::Scenario;
use crate::explore::knowledge::Knowledge;
use crate::machine::Machine;
use crate::machine::event::{EventKind, ThreadId};
use crate::run::footsteps::{Footsteps, continuation};
use crate::run::{Limits, Trace};
use crate::schedule::recording::Schedule;
use crate::source::lines::LineIndex;
use crate::source::parse::parse;
use crate::source::span::Span;
use crate::stdlib;
use crate::verdict::judge;
use marks::{Mark, Marker, What};
use order::{Gate, NEVER, Order, order_of};
use statements::{Spot, Statements};
use std::collections::HashSet;
use std::fmt;
use text::{NoPlace, Source, place_of, with_gates};
use trial::{Trial, trial};

/// Operations of a witness that are followed at most: each is looked at by itself.
const MOST_OPERATIONS: usize = 300_000;
/// The witness is followed until nothing new is learnt of what threads share; so often at most.
const MOST_PASSES: usize = 8;
/// A file with more turns nobody reads.
const MOST_TURNS: usize = 200;
/// A daemon that would go on within so much of the exit is held back: the turns make a program later than it was.
const PATIENCE_NS: u64 = 2_000_000_000;
/// Operations of a daemon in which its next statement is looked for.
const MOST_OPERATIONS_AHEAD: u64 = 2_000;

/// Why an outcome cannot be forced by the text of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotForce {
    /// The program cannot run.
    Refused,
    /// It does not end as its witness says.
    Diverges,
    TooLong,
    TooManyTurns,
    /// Threads with the same name.
    Names(String),
    /// The keyboard or the clock decides.
    Keyboard,
    /// Another thread comes in between within this line.
    WithinLine(u32),
    /// There is no place before this line.
    Line(u32),
    /// The program uses all the names that could be put in.
    NoName,
    /// It was tried, and ended otherwise.
    Tried,
}

impl fmt::Display for CannotForce {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused => write!(formatter, "The program cannot run."),
            Self::Diverges => write!(formatter, "The schedule does not fit this program."),
            Self::TooLong => {
                write!(formatter, "This run is too long to be forced: it has more than {MOST_OPERATIONS} operations.")
            }
            Self::TooManyTurns => {
                write!(
                    formatter,
                    "Forcing this would take more than {MOST_TURNS} turns, and nobody could read the file."
                )
            }
            Self::Names(name) => write!(
                formatter,
                "Two threads have the name {name}, by which a forced program tells them apart; give them names of their own."
            ),
            Self::Keyboard => write!(
                formatter,
                "What is typed, Ctrl-C and the prompt are not in the text, so this outcome cannot be forced by it."
            ),
            Self::WithinLine(line) => write!(
                formatter,
                "Another thread comes in between in the middle of line {line}, where no turn can be put; split the line."
            ),
            Self::Line(line) => {
                write!(formatter, "There is no place for a turn at line {line}; give each statement a line of its own.")
            }
            Self::NoName => write!(formatter, "The program uses the names that would have to be put in (`_turn`)."),
            Self::Tried => write!(
                formatter,
                "This outcome hangs on more than the order of statements: with turns put in, the program was seen to end otherwise."
            ),
        }
    }
}

impl std::error::Error for CannotForce {}

/// What was seen of a witness.
struct Seen<'a> {
    marker: Marker<'a>,
    trace: Trace,
    /// The process before its last turn of the main thread.
    before_exit: Option<Machine>,
}

/// The text of a program that ends as the witness does, whatever the threads are up to.
///
/// # Errors
/// Why this outcome cannot be forced by a text.
pub fn force(scenario: &Scenario, file_name: &str, schedule: &Schedule) -> Result<Scenario, CannotForce> {
    let machine = &scenario.settings.machine;
    if !machine.ctrl_c_ns.is_empty() || !machine.input_lines.is_empty() || machine.interactive_until_ns.is_some() {
        return Err(CannotForce::Keyboard);
    }
    let parsed = parse(&scenario.text, machine.python.0);
    let statements = Statements::of(&parsed.module);
    let start = stdlib::load(&scenario.text, file_name, machine).map_err(|_| CannotForce::Refused)?;
    let mut seen = follow(&start, &statements, scenario.settings.race_window_ns, schedule)?;
    let line = |span: Span| LineIndex::new(&scenario.text).line(span.start);
    let mut order = order_of(&seen.marker.marks).map_err(|inseparable| {
        CannotForce::WithinLine(inseparable.spot.map_or(1, |spot| line(place_of(&statements, spot))))
    })?;
    if order.gates.len() > MOST_TURNS {
        return Err(CannotForce::TooManyTurns);
    }
    hold_back(&mut seen, &mut order);
    let names = names_of(&seen.trace, &order)?;
    let verdict = judge(&seen.trace);
    let comment = format!(
        "This file forces one of the ways in which the program can end on CPython {}:\n  {}\n\
         At each `_turn(…)` a thread waits until it is its turn there, in the order of the numbers. But for that, and \
         for assignments that were taken apart around one, the program is as it was.\n\
         Written by Last Thread Standing from the schedule {schedule}",
        machine.python, verdict.summary
    );
    let source = Source { text: &scenario.text, parsed: &parsed, statements: &statements };
    let marker = &seen.marker;
    let alone = |thread: ThreadId, spot: Spot| marker.visitors(spot).iter().all(|&other| other == thread);
    let name_of = |thread: ThreadId| names.get(thread.0 as usize).cloned().unwrap_or_default();
    let text = with_gates(&source, &order, &comment, &name_of, &alone).map_err(|no_place| match no_place {
        NoPlace::Line(at) => CannotForce::Line(line(Span::new(at, at))),
        NoPlace::Name => CannotForce::NoName,
    })?;
    let mut forced = Scenario { text, settings: scenario.settings.clone() };
    forced.settings.policy = Default::default();
    match trial(&forced, file_name, &seen.trace) {
        Trial::AllTheSame => Ok(forced),
        Trial::Otherwise => Err(CannotForce::Tried),
    }
}

/// Follows the witness until what threads share is known, and then once more for the marks.
fn follow<'a>(
    start: &Machine,
    statements: &'a Statements,
    race_window_ns: u64,
    schedule: &Schedule,
) -> Result<Seen<'a>, CannotForce> {
    let mut knowledge = Knowledge::default();
    knowledge.shared.output_matters = true;
    for pass in 0..MOST_PASSES {
        let shared = knowledge.shared.clone();
        let mut footsteps = Footsteps::new(start.clone(), schedule, race_window_ns, shared, Limits::default());
        let mut marker = Marker::new(statements);
        let (mut learnt, mut before_exit, mut last) = (false, None, None);
        let mut operations = 0;
        loop {
            let is_turn = footsteps.is_between_turns();
            let before = is_turn.then(|| footsteps.machine().clone());
            let Some(step) = footsteps.step() else { break };
            operations += 1;
            if operations > MOST_OPERATIONS {
                return Err(CannotForce::TooLong);
            }
            if before.is_some() && step.thread == ThreadId::MAIN {
                before_exit = before;
            }
            learnt |= knowledge.learn(step.thread, &step.accesses);
            let program = footsteps.machine().program.clone();
            marker.add(&program, &step);
            last = Some(step.thread);
        }
        if learnt && pass + 1 < MOST_PASSES {
            continue;
        }
        let trace = footsteps.into_trace();
        if trace.diverged {
            return Err(CannotForce::Diverges);
        }
        // The exit itself is noticed by those whom it cuts off.
        let cuts = |kind: &EventKind| matches!(kind, EventKind::Cut { .. });
        if let (true, Some(thread)) = (trace.events.iter().any(|event| cuts(&event.kind)), last) {
            marker.marks.push(Mark { thread, what: What::Meets });
        }
        return Ok(Seen { marker, trace, before_exit });
    }
    Err(CannotForce::TooLong)
}

/// Daemons that are cut off and would have gone on soon wait for their end before their next statement.
fn hold_back(seen: &mut Seen<'_>, order: &mut Order) {
    let Some(machine) = &seen.before_exit else { return };
    let cut: HashSet<ThreadId> = seen
        .trace
        .events
        .iter()
        .filter(|event| matches!(event.kind, EventKind::Cut { .. }))
        .map(|event| event.thread)
        .collect();
    let program = machine.program.clone();
    for thread in seen.trace.threads.iter().map(|thread| thread.id).filter(|thread| cut.contains(thread)) {
        let ahead = continuation(machine.clone(), thread, PATIENCE_NS, MOST_OPERATIONS_AHEAD).unwrap_or_default();
        let spot = ahead.into_iter().find_map(|at| seen.marker.spots(&program, thread, at).into_iter().next());
        if let Some(spot) = spot {
            let time = seen.marker.times(thread, spot) + 1;
            order.gates.push(Gate { thread, spot, time, turn: NEVER });
        }
    }
}

/// The names by which the forced program tells its threads apart, by their numbers.
fn names_of(trace: &Trace, order: &Order) -> Result<Vec<String>, CannotForce> {
    // From 3.10 on the name that a thread is given has the function's name behind it.
    let short = |name: &str| name.split(" (").next().unwrap_or(name).to_owned();
    let names: Vec<String> = trace.threads.iter().map(|thread| short(&thread.name)).collect();
    for gate in &order.gates {
        let name = names.get(gate.thread.0 as usize).cloned().unwrap_or_default();
        if names.iter().filter(|other| **other == name).count() > 1 {
            return Err(CannotForce::Names(name));
        }
    }
    Ok(names)
}
