//! Every schedule: drives a process through all the turns that its threads can take, and gives the set of its outcomes,
//! each with a witness: a schedule that shows it.
//!
//! Two questions are asked one after the other, for they cost differently: which threads finish and does it exit (what was
//! printed is no part of the state), and what can be printed. Each is explored again until nothing new is learnt about what
//! threads share. `docs/exploration.md` says why the answer is complete.

pub mod components;
mod endless;
pub mod futures;
pub mod graph;
pub mod knowledge;
mod leaving;
pub mod limits;
pub mod margin;
pub mod outcome;
mod putting_off;
pub mod same_names;
pub mod search;
mod standing;

use crate::machine::Machine;
use crate::machine::fingerprint::Fingerprint;
use crate::machine::footprint::Shared;
use crate::schedule::recording::Schedule;
use crate::schedule::turn::{Mover, Turn};
use graph::joined;
use knowledge::Knowledge;
pub use limits::{Cut, ExploreLimits};
pub use outcome::{Exit, Fates, ThreadEnd};
use rustc_hash::FxHashMap;
use search::{Found, Manner, Search};

/// One way in which the program can end.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub fates: Fates,
    /// Turns of the witness that are not the usual ones.
    pub unusual_turns: u32,
    /// The witness.
    pub schedule: Schedule,
}

/// What an exploration gave.
#[derive(Clone, Debug, Default)]
pub struct Explored {
    /// The outcomes, those with the fewest unusual turns first; told apart by their output too.
    pub outcomes: Vec<Outcome>,
    /// States met and turns taken, for the question which threads finish and for what can be printed.
    pub states: usize,
    pub turns: u64,
    /// Turns taken after that, for witnesses with fewer unusual ones.
    pub turns_for_witnesses: u64,
    /// Schedules followed to an end.
    pub executions: usize,
    /// What cut it; None: every schedule.
    pub fates_cut: Option<Cut>,
    pub output_cut: Option<Cut>,
    /// Where a bound cut the answer: it holds every schedule with at most so many unusual turns all the same.
    pub all_within: Option<u32>,
    /// Something that is not modelled was reached: what, and its line.
    pub not_supported: Option<(String, u32)>,
}

impl Explored {
    pub fn is_complete(&self) -> bool {
        self.fates_cut.is_none() && self.output_cut.is_none() && self.not_supported.is_none()
    }
}

/// Up to so many states both questions are answered at once; with more, who finishes is found out first.
const QUICK_STATES: usize = 20_000;
/// So many states are looked through for witnesses with fewer unusual turns: no more than the answer itself often takes,
/// as here all turns are taken.
const WITNESS_STATES: usize = 3_000;
/// As many where a bound has cut the answer: then this search also finds what usually happens, and what needs few unusual
/// turns, which the cut one may not have come to.
const WITNESS_STATES_OF_A_PART: usize = 20_000;
/// And as many operations, whatever the answer took: some seconds of the host's time.
const WITNESS_OPERATIONS_OF_A_PART: u64 = 100_000_000;

/// What is being found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    /// Both at once, if few states are enough.
    Both,
    Fates,
    Output,
    /// Which witness has the fewest unusual turns?
    Witnesses,
    Done,
}

/// An exploration in progress.
pub struct Exploration {
    start: Machine,
    limits: ExploreLimits,
    race_window_ns: u64,
    question: Question,
    seeks_witnesses: bool,
    search: Search,
    explored: Explored,
    /// What the first question has met.
    fates: Vec<Outcome>,
    /// What was met for the page's text of each outcome, so that a witness of it is known when it is met again.
    keys: Vec<(Fates, Fingerprint)>,
    operations: u64,
    /// Operations that may still go into what needs few unusual turns.
    left_for_a_part: u64,
}

impl Exploration {
    /// `start` is the process before its first operation.
    pub fn new(start: Machine, limits: ExploreLimits, race_window_ns: u64) -> Self {
        let quick = ExploreLimits { states: limits.states.min(QUICK_STATES), ..limits };
        let search = Search::new(&start, Knowledge::default(), Manner::OUTPUT, quick, race_window_ns);
        Self {
            start,
            limits,
            race_window_ns,
            question: Question::Both,
            seeks_witnesses: true,
            search,
            explored: Explored::default(),
            fates: Vec::new(),
            keys: Vec::new(),
            operations: 0,
            left_for_a_part: WITNESS_OPERATIONS_OF_A_PART,
        }
    }

    /// The same for the mere set of outcomes, without looking for the best witness of each.
    pub fn without_witnesses(start: Machine, limits: ExploreLimits, race_window_ns: u64) -> Self {
        Self { seeks_witnesses: false, ..Self::new(start, limits, race_window_ns) }
    }

    /// What distinguishes the outcomes, once it is over.
    pub fn keys(&self) -> &[(Fates, Fingerprint)] {
        &self.keys
    }

    /// Goes on for about so many operations; true when it is over.
    pub fn advance(&mut self, operations: u64) -> bool {
        if self.question != Question::Done && self.search.advance(operations) {
            self.search_is_over();
        }
        self.question == Question::Done
    }

    /// To the end.
    pub fn finish(mut self) -> Explored {
        while !self.advance(u64::MAX / 2) {}
        self.explored
    }

    /// States met so far.
    pub fn states(&self) -> usize {
        self.explored.states + self.search.states()
    }

    /// Gives it up where it stands.
    pub fn stop(&mut self) {
        if self.question != Question::Done {
            self.search.cut.get_or_insert(Cut::Stopped);
            self.search_is_over();
            while self.question != Question::Done {
                self.search.cut = Some(Cut::Stopped);
                self.search_is_over();
            }
        }
    }

    /// What it gave; before its end, nothing.
    pub fn explored(&self) -> &Explored {
        &self.explored
    }

    /// What was learnt of what threads share, which says where their turns end.
    pub fn shared(&self) -> &Shared {
        &self.search.knowledge.shared
    }

    fn search_is_over(&mut self) {
        self.operations += self.search.operations;
        let over = self.search.cut.is_some() || self.search.not_supported.is_some();
        if self.question == Question::Witnesses {
            self.explored.turns_for_witnesses += self.search.turns;
            self.left_for_a_part = self.left_for_a_part.saturating_sub(self.search.operations);
            let goes_on = self.search.cut != Some(Cut::Stopped) && self.left_for_a_part > 0;
            if goes_on && self.search.learnt && !self.explored.is_complete() {
                self.look_for_what_needs_little();
                return;
            }
            self.take_better_witnesses();
            self.explored.all_within = self.search.followed_all_within().filter(|_| !self.explored.is_complete());
            self.question = Question::Done;
            return;
        }
        if self.search.learnt && !over {
            let states = if self.question == Question::Both { QUICK_STATES } else { self.limits.states };
            self.begin(self.search.manner, states);
            return;
        }
        if self.question == Question::Both && self.search.cut == Some(Cut::States(QUICK_STATES)) {
            self.question = Question::Fates;
            self.begin(Manner::FATES, self.limits.states);
            return;
        }
        if !over {
            self.search.find_endless();
        }
        self.explored.states += self.search.states();
        self.explored.turns += self.search.turns;
        self.explored.executions += self.search.executions();
        self.explored.not_supported = self.search.not_supported.take();
        let outcomes = self.outcomes();
        if self.explored.not_supported.is_some() {
            self.question = Question::Done;
        } else if self.question == Question::Fates {
            self.explored.fates_cut = self.search.cut;
            self.fates = outcomes;
            self.question = Question::Output;
            self.begin(Manner::OUTPUT, self.limits.states);
        } else {
            self.explored.output_cut = self.search.cut;
            if self.question == Question::Both {
                self.explored.fates_cut = self.search.cut;
            }
            self.keys = self.search.found.iter().map(|found| (found.fates.clone(), found.output)).collect();
            self.explored.outcomes = outcomes;
            // What only the first question has met.
            for outcome in std::mem::take(&mut self.fates) {
                if !self.explored.outcomes.iter().any(|known| known.fates == outcome.fates) {
                    self.explored.outcomes.push(outcome);
                }
            }
            if !self.seeks_witnesses {
                self.question = Question::Done;
                return;
            }
            self.question = Question::Witnesses;
            if self.explored.is_complete() {
                self.begin(Manner::WITNESSES, WITNESS_STATES);
                self.search.wanted = self.keys.iter().filter(|(fates, _)| fates.exit != Exit::Endless).count();
            } else {
                self.look_for_what_needs_little();
            }
        }
    }

    /// Where a bound has cut the answer: what usually happens, and what needs few unusual turns.
    fn look_for_what_needs_little(&mut self) {
        self.begin_within(Manner::WITNESSES, WITNESS_STATES_OF_A_PART, self.left_for_a_part);
    }

    /// The next search, with what the last has learnt.
    fn begin(&mut self, manner: Manner, states: usize) {
        self.begin_within(manner, states, 0);
    }

    /// The same, with so many operations where fewer are left.
    fn begin_within(&mut self, manner: Manner, states: usize, least_operations: u64) {
        let knowledge = std::mem::take(&mut self.search.knowledge);
        let left = self.limits.operations.saturating_sub(self.operations).max(least_operations);
        let limits = ExploreLimits { operations: left, states: states.min(self.limits.states), ..self.limits };
        self.search = Search::new(&self.start, knowledge, manner, limits, self.race_window_ns);
    }

    /// Takes the witnesses with fewer unusual turns that the last search has met, and the outcomes that a cut answer has
    /// not come to.
    fn take_better_witnesses(&mut self) {
        let known: FxHashMap<&(Fates, Fingerprint), usize> =
            self.keys.iter().enumerate().map(|(at, key)| (key, at)).collect();
        let mut more = Vec::new();
        for found in &self.search.found {
            let schedule = || Schedule::of_turns(self.search.graph.turns_to(found.node));
            let key = (found.fates.clone(), found.output);
            match known.get(&key).and_then(|&at| self.explored.outcomes.get_mut(at)) {
                Some(outcome) if found.cost < outcome.unusual_turns => {
                    (outcome.unusual_turns, outcome.schedule) = (found.cost, schedule());
                }
                Some(_) => {}
                None => {
                    let outcome =
                        Outcome { fates: found.fates.clone(), unusual_turns: found.cost, schedule: schedule() };
                    more.push((key, outcome));
                }
            }
        }
        let (keys, outcomes): (Vec<_>, Vec<_>) = more.into_iter().unzip();
        self.keys.extend(keys);
        self.explored.outcomes.extend(outcomes);
        self.explored.outcomes.sort_by_key(|outcome| (outcome.unusual_turns, outcome.schedule.entries.len()));
    }

    fn outcomes(&self) -> Vec<Outcome> {
        let is_endless = |found: &Found| found.fates.exit == Exit::Endless;
        let circles = if self.search.found.iter().any(is_endless) { self.search.circles() } else { Vec::new() };
        let outcome = |found: &Found| {
            let mut turns = self.search.graph.turns_to(found.node);
            if is_endless(found) {
                turns.extend(joined(self.search.way_round(found.node, &circles)));
                turns.push(Turn { mover: Mover::Repeats, points: None });
            }
            Outcome { fates: found.fates.clone(), unusual_turns: found.cost, schedule: Schedule::of_turns(turns) }
        };
        self.search.found.iter().map(outcome).collect()
    }
}
