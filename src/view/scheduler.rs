//! What a person who is the scheduler can choose, in words.

use super::words;
use crate::machine::event::{Activity, EventKind, WaitFor};
use crate::run::manual::{Blocked, Choice, Standing};
use crate::run::trace::Trace;
use crate::schedule::turn::Mover;
use crate::verdict::words::awaited;

/// What of a turn is told: the rest follows from it.
const MOST_EFFECTS: usize = 3;

/// A choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceWords {
    /// Who or what: the name of a thread, `Ctrl-C`.
    pub name: String,
    /// What happens to it: `goes on`, `wakes up`, `gets lock db`.
    pub verb: String,
    /// The line of code at which it goes on; 0 where there is none.
    pub line: u32,
    /// What it does until others can see it: `prints "a"`.
    pub effects: Vec<String>,
}

/// A thread that cannot be chosen: its name, and what it waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockedWords {
    pub name: String,
    pub waits_for: String,
    pub line: u32,
}

pub fn choice(choice: &Choice) -> ChoiceWords {
    let trace = &choice.preview;
    let verb = match (choice.turn.mover, choice.waits_for) {
        (Mover::TimeOut(_), _) => "runs out of time".to_owned(),
        (Mover::Thread(_), Some(WaitFor::Sleep)) => "wakes up".to_owned(),
        (Mover::Thread(_), Some(WaitFor::Acquire(sync))) => format!("gets {}", words::sync_name(trace, sync)),
        (Mover::Thread(_), Some(_)) => "runs out of time".to_owned(),
        (Mover::Thread(_), None) => "goes on".to_owned(),
        (Mover::CtrlC, _) => "is pressed".to_owned(),
        (Mover::Alarm, _) => "rings".to_owned(),
        (Mover::Spin | Mover::Repeats, _) => "goes by until the next thing happens".to_owned(),
    };
    let name = match choice.turn.mover {
        Mover::Thread(thread) | Mover::TimeOut(thread) => words::thread_name(trace, thread).to_owned(),
        Mover::CtrlC => "Ctrl-C".to_owned(),
        Mover::Alarm => "The alarm".to_owned(),
        Mover::Spin | Mover::Repeats => "Time".to_owned(),
    };
    ChoiceWords { name, verb, line: choice.line, effects: effects(trace) }
}

/// What others can see of a turn.
fn effects(turn: &Trace) -> Vec<String> {
    let tells = |kind: &&EventKind| match kind {
        EventKind::Activity(Activity::Waiting { .. }) => true,
        EventKind::Activity(_) | EventKind::Woken { .. } | EventKind::Created { .. } | EventKind::Began => false,
        EventKind::Renamed { .. } | EventKind::DaemonSet { .. } => false,
        _ => true,
    };
    let kinds = turn.events.iter().map(|event| &event.kind).filter(tells);
    kinds.take(MOST_EFFECTS).map(|kind| words::event(turn, kind)).collect()
}

pub fn blocked(trace: &Trace, blocked: &Blocked) -> BlockedWords {
    BlockedWords {
        name: words::thread_name(trace, blocked.thread).to_owned(),
        waits_for: awaited(trace, blocked.what),
        line: blocked.line,
    }
}

/// What is to be done, in a sentence: `Your turn: A, B or MainThread?`
pub fn question(standing: &Standing) -> String {
    let names: Vec<String> = standing.choices.iter().map(|it| choice(it).name).collect();
    let names = match names.as_slice() {
        [] => return String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    };
    let circle = if standing.is_circle { " This state was here before." } else { "" };
    format!("Your turn: {names}?{circle}")
}
