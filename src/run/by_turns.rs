//! A run whose turns are prescribed: the witness of an exploration, or what a person has chosen.
//!
//! The clocks of the threads are coarse and may run back from one turn to the next; the trace is told in a time that only
//! moves on, so that it can be drawn.

use super::drive::Run;
use super::trace::{NeverExits, Outcome, Switch};
use super::turns;
use crate::machine::Machine;
use crate::machine::clock::SWITCH_INTERVAL_NS;
use crate::machine::event::ThreadId;
use crate::machine::fingerprint::Fingerprint;
use crate::machine::heap::Heap;
use crate::machine::step::Stopped;
use crate::schedule::recording::{Entry, MAX_ENTRIES};
use crate::schedule::turn::{Mover, Turn};
use rustc_hash::FxHashMap;

/// The clock as threads see it when the prescribed turns are over: a slice's worth of operations, in points that is.
const POINTS_A_SLICE: u64 = SWITCH_INTERVAL_NS / 100;

/// The turns of a run.
pub struct Playback {
    turns: Vec<Turn>,
    next: usize,
    race_window_ns: u64,
    /// The turn that is being taken: who, until how many points, and how much later it is told than it was.
    current: Option<(ThreadId, u64, u64)>,
    last: Option<ThreadId>,
    /// A turn was not possible, or not within the race window: the program, its settings or the engine are others than when
    /// it was written down.
    pub diverged: bool,
    /// For the proof that it goes on for ever: the state at the start, and each state and when it was.
    pristine: Option<Heap>,
    states: FxHashMap<Fingerprint, u64>,
}

impl Playback {
    pub fn new(turns: Vec<Turn>) -> Self {
        Self {
            turns,
            next: 0,
            race_window_ns: 0,
            current: None,
            last: None,
            diverged: false,
            pristine: None,
            states: FxHashMap::default(),
        }
    }

    fn proves_repetition(&self) -> bool {
        matches!(self.turns.last(), Some(Turn { mover: Mover::Repeats, .. }))
    }
}

pub(super) fn state_of(machine: &Machine, pristine: &Heap) -> Fingerprint {
    machine.fingerprint_between_turns(pristine, turns::earliest_ns(machine)).0
}

impl Run {
    /// Sleepers may overtake one another within this time: it says which turns are the usual ones.
    pub fn set_race_window_ns(&mut self, race_window_ns: u64) {
        if let Some(playback) = &mut self.turns {
            playback.race_window_ns = race_window_ns;
        }
    }

    /// The turn before is over and the next has not begun.
    pub(super) fn is_between_turns(&self) -> bool {
        self.turns.as_ref().is_none_or(|playback| playback.current.is_none())
    }

    /// The thread that had the interpreter in the last turn.
    pub(super) fn last_of_turns(&self) -> Option<ThreadId> {
        self.turns.as_ref().and_then(|playback| playback.last)
    }

    /// One more turn, behind those that are prescribed already.
    pub(super) fn prescribe(&mut self, turn: Turn) {
        if let Some(playback) = &mut self.turns {
            playback.turns.push(turn);
        }
    }

    /// Goes on for about so many operations, at most to the end of the turn.
    pub(super) fn go_on_by_turns(&mut self, operations: u64) {
        let until = self.machine.operations.saturating_add(operations);
        self.play_turn(until);
        if self.outcome.is_none() {
            self.check_limits();
        }
    }

    /// Goes on with the turn that is being taken, or begins the next.
    pub(super) fn play_turn(&mut self, operations: u64) {
        let Some(mut playback) = self.turns.take() else { return };
        self.play(&mut playback, operations);
        self.turns = Some(playback);
    }

    fn play(&mut self, playback: &mut Playback, operations: u64) {
        if playback.current.is_none() && !self.begin_turn(playback) {
            return;
        }
        let Some((thread, until_points, late_ns)) = playback.current else { return };
        let stopped = turns::go_on(&mut self.machine, thread, until_points, false, operations);
        self.tell(late_ns);
        if stopped != Stopped::OutOfOperations {
            playback.current = None;
            playback.last = Some(thread);
        }
        if matches!(stopped, Stopped::Blocked | Stopped::Ended) {
            self.holder = None;
        }
        match stopped {
            Stopped::Gone => self.outcome = Some(Outcome::Exited { code: self.machine.exit_code.unwrap_or(0) }),
            Stopped::Fault(fault) => self.outcome = Some(self.fault(fault)),
            _ => {}
        }
    }

    /// Chooses and begins a turn; false: there is nothing to go on with now.
    fn begin_turn(&mut self, playback: &mut Playback) -> bool {
        if playback.proves_repetition() {
            let pristine = playback.pristine.get_or_insert_with(|| self.machine.heap.clone());
            let state = state_of(&self.machine, pristine);
            if playback.next + 1 < playback.turns.len() {
                playback.states.entry(state).or_insert(self.end_ns);
            } else if let Some(&first_ns) = playback.states.get(&state) {
                let repeats = NeverExits::Repeats { first_ns, again_ns: self.end_ns, keepers: self.keepers() };
                self.outcome = Some(Outcome::NeverExits(repeats));
                return false;
            } else {
                playback.diverged = true;
                playback.turns.pop();
            }
        }
        let possible = turns::possible(&self.machine, playback.race_window_ns);
        if possible.is_empty() {
            let waiting = self.chain_of_waits();
            self.outcome = Some(Outcome::NeverExits(NeverExits::Stuck { waiting }));
            return false;
        }
        let usual = possible[turns::usual(&possible, playback.last)].mover;
        let prescribed = playback.turns.get(playback.next).copied();
        playback.next += 1;
        let mut turn = prescribed.unwrap_or(Turn { mover: usual, points: Some(POINTS_A_SLICE) });
        // What is due later than the race window allows is taken all the same, but it is no schedule of this scenario.
        let is_due = possible.iter().any(|possible| possible.mover == turn.mover);
        playback.diverged |= !is_due && !matches!(turn.mover, Mover::Spin | Mover::Repeats);
        let moved = match turns::begin(&mut self.machine, turn.mover) {
            Ok(moved) => moved,
            Err(turns::NotPossible) => {
                playback.diverged = true;
                turn = Turn { mover: usual, points: Some(POINTS_A_SLICE) };
                turns::begin(&mut self.machine, usual).unwrap_or(None)
            }
        };
        if self.schedule.entries.len() < MAX_ENTRIES {
            self.schedule.entries.push(Entry::Turn(turn));
        }
        let late_ns = self.end_ns.saturating_sub(self.machine.now_ns);
        if turn.mover != usual && prescribed.is_some() && turn.mover != Mover::Spin {
            let at_ns = self.machine.now_ns + late_ns;
            self.switches.push(Switch { at_ns, mover: turn.mover, instead_of: usual });
        }
        match moved {
            Some(thread) => {
                self.hand_over(thread);
                let until_points = turn.points.map_or(u64::MAX, |points| self.machine.points.saturating_add(points));
                playback.current = Some((thread, until_points, late_ns));
            }
            None => self.tell(late_ns),
        }
        moved.is_some()
    }

    /// Takes over the events of a turn, so much later than they were.
    fn tell(&mut self, late_ns: u64) {
        for mut event in std::mem::take(&mut self.machine.events) {
            event.at_ns += late_ns;
            self.events.push(event);
        }
        self.end_ns = self.end_ns.max(self.machine.now_ns + late_ns);
    }
}
