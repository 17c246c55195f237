//! A person is the scheduler: a run goes on by itself as long as only one thing can come next, and stops where the person
//! has to choose.
//!
//! The points of choice are those at which an exploration chooses: a turn ends where threads can meet, as far as is known
//! of what they share (`docs/exploration.md`). So what a person can reach is what an exploration finds.

use super::by_turns::state_of;
use super::drive::Run;
use super::limits::Limits;
use super::trace::{LimitReached, NeverExits, Outcome, Trace, thread_infos};
use super::turns::{self, Extent};
use crate::machine::Machine;
use crate::machine::event::{ThreadId, WaitFor};
use crate::machine::fingerprint::Fingerprint;
use crate::machine::footprint::{Shared, Tracker};
use crate::machine::heap::Heap;
use crate::machine::thread::ThreadState;
use crate::schedule::recording::Schedule;
use crate::schedule::replay::Replay;
use crate::schedule::turn::{Mover, Turn};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// A thread that works so long without meeting another is stopped there once, as in an exploration: 4 ms of virtual time.
const TURN_OPERATIONS: u64 = 200_000;
/// Turns of one run, those that need no choice too: far more than a person takes.
const MOST_TURNS: usize = 10_000;

/// Something that the person may choose.
#[derive(Clone, Debug)]
pub struct Choice {
    pub turn: Turn,
    /// It is what usually comes next.
    pub is_usual: bool,
    /// What the thread waits for until then; None: it is ready.
    pub waits_for: Option<WaitFor>,
    /// The line at which it goes on; 0 where there is none.
    pub line: u32,
    /// What would happen in the turn.
    pub preview: Trace,
}

/// A thread that cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked {
    pub thread: ThreadId,
    pub what: WaitFor,
    /// When its time runs out, as its own clock has it; it can be chosen when that comes near.
    pub until_ns: Option<u64>,
    pub line: u32,
}

/// Where the run stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// All turns that were taken.
    pub turns: Vec<Turn>,
    /// What can be chosen; nothing when the run is over.
    pub choices: Vec<Choice>,
    pub blocked: Vec<Blocked>,
    /// The same state was there before: whoever chooses the same goes round in a circle.
    pub is_circle: bool,
}

/// A run by hand that is under way.
pub struct Manual {
    run: Run,
    race_window_ns: u64,
    turns: Vec<Turn>,
    /// Turns that were taken or are being taken.
    taken: usize,
    pristine: Heap,
    /// The states in which there was something to choose or to let go on, and when.
    seen: FxHashMap<Fingerprint, u64>,
    is_circle: bool,
    choices: Vec<Choice>,
}

impl Manual {
    /// Takes the turns that were chosen, and goes on to the next choice. `shared` is what an exploration has learnt of
    /// what threads share.
    pub fn new(mut start: Machine, turns: Vec<Turn>, shared: Shared, race_window_ns: u64, limits: Limits) -> Self {
        let shared = Rc::new(Shared { output_matters: true, ..shared });
        start.heap.tracker = Some(Box::new(Tracker::new(shared, start.library_objects)));
        start.in_turns = Some(0);
        let pristine = start.heap.clone();
        let mut run = Run::new(start, Box::new(Replay::new(Schedule::of_turns([]))), limits);
        run.set_race_window_ns(race_window_ns);
        Self {
            run,
            race_window_ns,
            turns,
            taken: 0,
            pristine,
            seen: FxHashMap::default(),
            is_circle: false,
            choices: Vec::new(),
        }
    }

    /// Goes on for about so many operations; true when there is something to choose, or the run is over.
    pub fn advance(&mut self, operations: u64) -> bool {
        let until = self.run.machine.operations.saturating_add(operations);
        while self.run.outcome.is_none() && self.choices.is_empty() {
            if self.run.machine.operations >= until {
                return false;
            }
            if self.run.is_between_turns() {
                self.next_turn();
            }
            if self.choices.is_empty() && self.run.outcome.is_none() {
                self.run.go_on_by_turns(until - self.run.machine.operations);
            }
        }
        true
    }

    /// Prescribes the next turn: one that was chosen, or the only one there is.
    fn next_turn(&mut self) {
        let machine = &self.run.machine;
        let possible = turns::possible(machine, self.race_window_ns);
        if possible.is_empty() {
            return;
        }
        let state = state_of(machine, &self.pristine);
        let seen_ns = self.seen.insert(state, self.run.end_ns);
        self.is_circle = seen_ns.is_some();
        if let Some(&chosen) = self.turns.get(self.taken) {
            self.take(chosen);
            return;
        }
        if self.taken >= MOST_TURNS {
            self.run.outcome = Some(Outcome::Unknown(LimitReached::Turns(self.taken)));
            return;
        }
        let mut movers: Vec<Mover> = possible.iter().map(|possible| possible.mover).collect();
        let usual = movers[turns::usual(&possible, self.run.last_of_turns())];
        let time_can_pass = self.is_circle && turns::can_spin(machine);
        match (movers.as_slice(), time_can_pass) {
            ([_], true) => return self.add(Turn { mover: Mover::Spin, points: None }),
            ([_], false) if self.is_circle => {
                let first_ns = seen_ns.unwrap_or(0);
                let (again_ns, keepers) = (self.run.end_ns, self.run.keepers());
                self.run.outcome = Some(Outcome::NeverExits(NeverExits::Repeats { first_ns, again_ns, keepers }));
                return;
            }
            _ => {}
        }
        if time_can_pass {
            movers.push(Mover::Spin);
        }
        let choices: Vec<Choice> = movers.iter().map(|&mover| self.look_ahead(mover, mover == usual)).collect();
        match choices.as_slice() {
            [only] => self.add(only.turn),
            _ => self.choices = choices,
        }
    }

    fn add(&mut self, turn: Turn) {
        self.turns.push(turn);
        self.take(turn);
    }

    fn take(&mut self, turn: Turn) {
        self.taken += 1;
        self.run.prescribe(turn);
    }

    /// What a turn would do, tried on a copy.
    fn look_ahead(&self, mover: Mover, is_usual: bool) -> Choice {
        let machine = &self.run.machine;
        let line = mover.thread().map_or(0, |thread| machine.line_of_thread(thread));
        let waits_for =
            mover.thread().and_then(|thread| match machine.threads.get(thread.0 as usize).map(|it| &it.state) {
                Some(ThreadState::Waiting(waiting)) => Some(waiting.what),
                _ => None,
            });
        let mut ahead = machine.clone();
        let taken = turns::take(&mut ahead, mover, Extent::Meeting, TURN_OPERATIONS);
        let turn = taken.map_or(Turn { mover, points: None }, |taken| taken.turn);
        let preview = Trace {
            threads: thread_infos(&ahead),
            syncs: Rc::unwrap_or_clone(std::mem::take(&mut ahead.sync_infos)),
            events: std::mem::take(&mut ahead.events),
            files: Vec::new(),
            outcome: Outcome::Unknown(LimitReached::Turns(1)),
            end_ns: ahead.now_ns,
            stdout: String::new(),
            stderr: String::new(),
            switches: Vec::new(),
            diverged: false,
            schedule: Schedule::default(),
        };
        Choice { turn, is_usual, waits_for, line, preview }
    }

    fn blocked(&self) -> Vec<Blocked> {
        let can_move = |id: ThreadId| self.choices.iter().any(|choice| choice.turn.mover.thread() == Some(id));
        let machine = &self.run.machine;
        let waiting = machine.threads.iter().filter(|thread| !can_move(thread.id));
        waiting
            .filter_map(|thread| match &thread.state {
                ThreadState::Waiting(waiting) => Some(Blocked {
                    thread: thread.id,
                    what: waiting.what,
                    until_ns: waiting.deadline_ns,
                    line: machine.line_of_thread(thread.id),
                }),
                _ => None,
            })
            .collect()
    }

    /// The run so far, and what can be chosen.
    pub fn into_standing(mut self) -> (Trace, Standing) {
        let is_over = self.run.outcome.is_some();
        let blocked = if is_over { Vec::new() } else { self.blocked() };
        if !is_over {
            self.run.outcome = Some(Outcome::Unknown(LimitReached::Turns(self.taken)));
        }
        let choices = if is_over { Vec::new() } else { self.choices };
        self.turns.truncate(self.taken);
        (self.run.into_trace(), Standing { turns: self.turns, choices, blocked, is_circle: self.is_circle })
    }
}
