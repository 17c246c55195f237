//! A witness followed operation by operation: which thread did what, at which place of the program's text, what it touched
//! that others can touch, and whether others can notice.

use super::drive::Run;
use super::limits::Limits;
use super::trace::Trace;
use super::turns;
use crate::machine::Machine;
use crate::machine::event::{ThreadId, WaitFor};
use crate::machine::footprint::{Access, Meeting, Shared, Tracker};
use crate::machine::step::Stopped;
use crate::machine::thread::{Thread, ThreadState};
use crate::program::code::CodeId;
use crate::schedule::recording::Schedule;
use crate::schedule::replay::Replay;
use crate::schedule::turn::Mover;
use std::rc::Rc;

/// An operation of the program's own text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foothold {
    pub code: CodeId,
    pub op: u32,
    /// How many frames lie below.
    pub depth: usize,
}

/// One operation that was done.
#[derive(Clone, Debug)]
pub struct Footstep {
    pub thread: ThreadId,
    /// Where in the program's text; None inside of the library.
    pub at: Option<Foothold>,
    /// What was touched that other threads can touch.
    pub accesses: Vec<Access>,
    /// Others can notice, so that it matters whether it comes before or after what they do.
    pub meets: bool,
    /// The thread now waits for something else than for a thread to come up.
    pub waits: bool,
    pub ends: bool,
}

/// The next operation of a thread: that of its innermost frame, when this is the program's own.
fn foothold(machine: &Machine, thread: &Thread) -> Option<Foothold> {
    let frame = thread.frames.last().filter(|frame| machine.is_user_code(&frame.code))?;
    Some(Foothold { code: frame.code_id, op: frame.next_op, depth: thread.frames.len() })
}

/// The following of a run.
pub struct Footsteps {
    run: Run,
    /// What each thread does next.
    next: Vec<Option<Foothold>>,
}

impl Footsteps {
    /// `shared` is what is known of what the threads share.
    pub fn new(mut start: Machine, schedule: &Schedule, race_window_ns: u64, shared: Shared, limits: Limits) -> Self {
        start.heap.tracker = Some(Box::new(Tracker::new(Rc::new(shared), start.library_objects)));
        start.in_turns = Some(0);
        start.is_followed = true;
        let next = start.threads.iter().map(|thread| foothold(&start, thread)).collect();
        let mut run = Run::new(start, Box::new(Replay::new(schedule.clone())), limits);
        run.set_race_window_ns(race_window_ns);
        Self { run, next }
    }

    /// A turn is over and the next has not begun.
    pub fn is_between_turns(&self) -> bool {
        self.run.is_between_turns()
    }

    /// The process as it stands.
    pub fn machine(&self) -> &Machine {
        &self.run.machine
    }

    /// The next operation; None at the end.
    pub fn step(&mut self) -> Option<Footstep> {
        loop {
            if self.run.outcome.is_some() {
                return None;
            }
            let before = self.run.machine.operations;
            self.run.advance(1);
            if self.run.machine.operations > before {
                break;
            }
        }
        let machine = &mut self.run.machine;
        let thread = machine.current;
        self.next.resize(machine.threads.len(), None);
        let at = self.next.get(thread.0 as usize).copied().flatten();
        let step = footstep(machine, thread, at);
        if let Some(next) = self.next.get_mut(thread.0 as usize) {
            *next = machine.threads.get(thread.0 as usize).and_then(|thread| foothold(machine, thread));
        }
        Some(step)
    }

    /// What the run gave.
    pub fn into_trace(self) -> Trace {
        self.run.into_trace()
    }
}

/// What an operation was that has just been done.
fn footstep(machine: &mut Machine, id: ThreadId, at: Option<Foothold>) -> Footstep {
    let (mut accesses, mut meets) = (Vec::new(), false);
    if let Some(tracker) = &mut machine.heap.tracker {
        accesses = tracker.take_log();
        meets = tracker.meeting() == Meeting::Others;
        tracker.begin_part();
    }
    let state = machine.threads.get(id.0 as usize).map(|thread| &thread.state);
    let waits = matches!(state, Some(ThreadState::Waiting(waiting)) if !matches!(waiting.what, WaitFor::Start(_)));
    let ends = matches!(state, Some(ThreadState::Ended));
    Footstep { thread: id, at, accesses, meets, waits, ends }
}

/// What a thread would do next if it went on alone, as far as the program's own text goes: so many operations at the most.
/// None where it waits for others, or for longer than `patience_ns`.
pub fn continuation(mut machine: Machine, id: ThreadId, patience_ns: u64, operations: u64) -> Option<Vec<Foothold>> {
    let thread = machine.threads.get(id.0 as usize)?;
    if let ThreadState::Waiting(waiting) = &thread.state {
        let left_ns = waiting.deadline_ns?.saturating_sub(turns::earliest_ns(&machine).max(thread.clock_ns));
        if left_ns > patience_ns {
            return None;
        }
    }
    turns::begin(&mut machine, Mover::Thread(id)).ok()?;
    let mut footholds = Vec::new();
    for _ in 0..operations {
        let thread = machine.threads.get(id.0 as usize)?;
        footholds.extend(foothold(&machine, thread));
        let until = machine.operations + 1;
        if turns::go_on(&mut machine, id, u64::MAX, false, until) != Stopped::OutOfOperations {
            break;
        }
    }
    Some(footholds)
}
