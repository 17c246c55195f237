//! The literals of a program that a person may turn, found in its tree: how long a thread sleeps, how often it counts,
//! whether it is a daemon, whether it is joined. Each with its place, so that turning it is an edit of the text
//! ([`super::edit`]).

mod flags;
mod literals;
mod names;
mod outline;
mod sites;

use super::parse::Parsed;
use super::span::Span;
use crate::source::order;
use serde::Serialize;

/// The name of the group that holds the module's own code.
pub const MAIN_THREAD: &str = "main thread";

/// What a number is the measure of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Unit {
    Seconds,
    /// A whole number of rounds, permits, workers, …
    Count,
    /// A number that only the program gives a meaning.
    Plain,
}

/// A number that can be turned.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Knob {
    /// `sleep, line 7`: its accessible name, unique within the program.
    pub label: String,
    pub line: u32,
    /// The literal.
    pub span: Span,
    pub value: f64,
    pub unit: Unit,
}

/// A text that can be changed: the name of a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameKnob {
    /// `name, line 7`.
    pub label: String,
    pub line: u32,
    /// The literal with its quotes.
    pub span: Span,
    pub value: String,
}

/// How a construction says whether its thread is a daemon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum FlagPlace {
    /// Not at all: the thread has its creator's flag.
    Absent,
    /// `daemon=…` among the arguments: the whole argument, and its value.
    Argument { argument: Span, value: Span },
    /// `t.daemon = …` or `t.setDaemon(…)` before `start()`: the whole statement, and the value.
    Statement { statement: Span, value: Span },
}

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum DaemonFlag {
    Inherited,
    Daemon,
    Regular,
    /// An expression that only a run can tell.
    Computed,
}

/// `NAME.join()` somewhere in the function that made the thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Join {
    pub statement: Span,
    pub line: u32,
}

/// Where `NAME.start()` stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Start {
    pub statement: Span,
    /// The `for` whose only statement it is, when there is one: `for t in threads: t.start()`.
    pub in_loop: Option<Span>,
}

/// A place in the text that makes threads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThreadSite {
    /// The line of the call, as `created_line` of a trace's thread.
    pub line: u32,
    pub call: Span,
    /// The brackets of the call with what is in them.
    pub arguments: Span,
    /// The variable that the thread is put into: `t` or `self.worker`.
    pub variable: Option<String>,
    /// The assignment to that variable.
    pub statement: Option<Span>,
    pub flag: DaemonFlag,
    pub flag_place: FlagPlace,
    /// Where a flag that is not there yet can be written.
    pub can_take_argument: bool,
    /// A name that is not there yet can be written among the arguments.
    pub can_take_name: bool,
    /// The call of `super().__init__(…)` whose flag it is, for a subclass of `Thread`.
    pub init_line: Option<u32>,
    pub start: Option<Start>,
    pub joins: Vec<Join>,
}

/// A function (or the module itself) with all that can be turned in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Body {
    /// The function's name, `Class.method` for a method, [`MAIN_THREAD`] for the module.
    pub name: String,
    pub line: u32,
    pub span: Span,
    /// The places that make threads which run it; none for the main thread and for functions that are only called.
    pub sites: Vec<ThreadSite>,
    pub names: Vec<NameKnob>,
    pub knobs: Vec<Knob>,
}

impl Body {
    /// Whether threads run it.
    pub fn is_thread_body(&self) -> bool {
        !self.sites.is_empty()
    }

    /// What all its threads have in common; `Computed` when they differ.
    pub fn flag(&self) -> Option<DaemonFlag> {
        let first = self.sites.first()?.flag;
        let same = self.sites.iter().all(|site| site.flag == first);
        Some(if same { first } else { DaemonFlag::Computed })
    }
}

/// The bodies of a program, the main thread's first, then in the order of the text. Functions in which there is nothing
/// to turn and which no thread runs are left out.
pub fn knobs(text: &str, parsed: &Parsed) -> Vec<Body> {
    let outline = outline::Outline::of(text, &parsed.module, &parsed.lines);
    let mut bodies: Vec<Body> = outline
        .functions
        .iter()
        .map(|function| Body {
            name: function.name.clone(),
            line: parsed.lines.line(function.span.start),
            span: function.span,
            sites: Vec::new(),
            names: Vec::new(),
            knobs: Vec::new(),
        })
        .collect();
    let findings = literals::find(text, &outline, parsed);
    for (function, site) in sites::resolve(&outline, &findings, &parsed.lines) {
        if let Some(body) = bodies.get_mut(function) {
            body.sites.push(site);
        }
    }
    for (function, knob) in findings.numbers {
        if let Some(body) = bodies.get_mut(function) {
            body.knobs.push(knob);
        }
    }
    for (function, name) in findings.names {
        if let Some(body) = bodies.get_mut(function) {
            body.names.push(name);
        }
    }
    let mut is_first = true;
    bodies.retain(|body| {
        let keep = is_first || body.is_thread_body() || !body.knobs.is_empty();
        is_first = false;
        keep
    });
    for body in &mut bodies {
        order::sort_by_key(&mut body.knobs, |knob| knob.span);
        body.knobs.dedup_by_key(|knob| knob.span);
    }
    names::make_unique(&mut bodies);
    bodies
}

/// The place that made the thread with that `created_line`, and the body that it runs.
pub fn site_at_line(bodies: &[Body], line: u32) -> Option<(&Body, &ThreadSite)> {
    let all = || bodies.iter().flat_map(|body| body.sites.iter().map(move |site| (body, site)));
    all().find(|(_, site)| site.line == line).or_else(|| all().find(|(_, site)| site.init_line == Some(line)))
}

/// How far a wait of a run may be from the number that made it so: policies that let threads wake up late add this much.
const WAIT_TOLERANCE_S: f64 = 0.03;

/// The number that made a thread wait for that long at that line: one of the same line, or the only one of that value in
/// the program (a parameter that was passed in elsewhere).
pub fn knob_of_wait(bodies: &[Body], line: u32, length_s: f64) -> Option<&Knob> {
    let fits = |knob: &&Knob| {
        let whole = knob.unit != Unit::Count && knob.value > 0.0;
        whole && (knob.value - length_s).abs() <= WAIT_TOLERANCE_S.min(0.1 * knob.value)
    };
    let all = || bodies.iter().flat_map(|body| &body.knobs).filter(fits);
    if let Some(knob) = all().find(|knob| knob.line == line && knob.unit == Unit::Seconds) {
        return Some(knob);
    }
    // A wait whose number is written in the same line never takes its length from another line.
    let is_written_there = bodies.iter().flat_map(|body| &body.knobs).any(|knob| knob.line == line);
    let mut elsewhere = all();
    elsewhere.next().filter(|_| elsewhere.next().is_none() && !is_written_there)
}
