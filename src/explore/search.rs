//! One search through the states of a process, from turn to turn.
//!
//! Of the turns that are possible in a state only those of a few threads are taken where that is enough (see
//! [`super::leaving`] and [`super::knowledge`]). The turn that usually comes next is tried first, and states that need fewer
//! unusual turns are left first, so that each outcome is first met on a way with few of them.

use super::graph::{Edge, Graph, Node, NodeId, Stage, Taken};
use super::knowledge::{AccessId, Knowledge};
use super::leaving::Decision;
use super::limits::{Cut, ExploreLimits};
use super::outcome::{Exit, Fates};
use super::same_names::NamesInStates;
use super::standing::Standings;
use crate::machine::Machine;
use crate::machine::event::ThreadId;
use crate::machine::exception::Fault;
use crate::machine::fingerprint::Fingerprint;
use crate::machine::footprint::{ObjectName, Shared, Tracker};
use crate::machine::heap::Heap;
use crate::machine::step::Stopped;
use crate::run::turns::{self, CTRL_C, Extent, Possible, TurnEnds};
use crate::schedule::turn::{Mover, Turn};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::rc::Rc;

/// How a search goes about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// What was printed is part of the state.
    pub output: bool,
    /// Only as many turns as have to be taken.
    pub reduced: bool,
    /// Turns end only where threads can meet, not at every point.
    pub at_meetings: bool,
    /// Who had the interpreter last is part of the state, so that the fewest unusual turns are found.
    pub fewest_switches: bool,
}

impl Manner {
    /// Which threads finish, and does it exit?
    pub const FATES: Manner = Manner { output: false, reduced: true, at_meetings: true, fewest_switches: false };
    /// What can be printed?
    pub const OUTPUT: Manner = Manner { output: true, ..Manner::FATES };
    /// Which witness has the fewest unusual turns?
    pub const WITNESSES: Manner = Manner { reduced: false, fewest_switches: true, ..Manner::OUTPUT };
    /// Every choice at every point.
    pub const NAIVE: Manner = Manner { output: true, reduced: false, at_meetings: false, fewest_switches: false };
}

/// A way to end that was met.
#[derive(Clone, Debug)]
pub struct Found {
    pub node: NodeId,
    pub fates: Fates,
    pub output: Fingerprint,
    pub cost: u32,
}

/// A search in progress.
pub struct Search {
    pub manner: Manner,
    pub graph: Graph,
    pub knowledge: Knowledge,
    /// Something was learnt on the way that changes where turns end: it has to be done again.
    pub learnt: bool,
    /// Something was learnt that can change which turns are enough.
    pub(super) knows_more: bool,
    /// The states that were left by the turns of a few threads.
    pub(super) decisions: Vec<Decision>,
    /// Those of them that have to be left by the other turns too.
    pub(super) again: BTreeSet<NodeId>,
    /// Some of their processes.
    pub(super) kept: FxHashMap<NodeId, Box<Machine>>,
    pub cut: Option<Cut>,
    /// Something that is not modelled was reached: what, and its line.
    pub not_supported: Option<(String, u32)>,
    pub found: Vec<Found>,
    /// How many outcomes are looked for, when that is known.
    pub wanted: usize,
    /// Operations of the simulated processes.
    pub operations: u64,
    /// Turns taken.
    pub turns: u64,
    turn_ends: TurnEnds,
    limits: ExploreLimits,
    pub(super) race_window_ns: u64,
    pristine: Heap,
    pub(super) start: Machine,
    known: FxHashMap<(Fingerprint, u64), NodeId>,
    names: NamesInStates,
    shapes: FxHashMap<Fingerprint, u32>,
    /// For each shape whether a state of it was left.
    pub(super) left_shapes: Vec<bool>,
    found_keys: FxHashMap<(Fates, Fingerprint), usize>,
    queue: BinaryHeap<(Reverse<u32>, Reverse<NodeId>)>,
    pub(super) deferred: Vec<NodeId>,
}

/// How much is known of what decides where turns end.
fn size_of_shared(shared: &Shared) -> usize {
    shared.written.len() + shared.contended.len() + shared.polled.len() + shared.cut.len()
}

/// A turn that was tried.
pub(super) struct Tried {
    machine: Machine,
    possible: Possible,
    taken: Taken,
    stopped: Option<Stopped>,
    /// What it touched.
    pub(super) touched: Vec<AccessId>,
}

impl Search {
    pub fn new(
        start: &Machine,
        knowledge: Knowledge,
        manner: Manner,
        limits: ExploreLimits,
        race_window_ns: u64,
    ) -> Self {
        let mut start = start.clone();
        let mut shared = knowledge.shared.clone();
        shared.output_matters = manner.output;
        start.heap.tracker = Some(Box::new(Tracker::new(Rc::new(shared), start.library_objects)));
        start.in_turns = Some(0);
        let pristine = start.heap.clone();
        let mut search = Self {
            manner,
            graph: Graph::default(),
            knowledge,
            learnt: false,
            knows_more: false,
            decisions: Vec::new(),
            again: BTreeSet::new(),
            kept: FxHashMap::default(),
            cut: None,
            not_supported: None,
            found: Vec::new(),
            wanted: usize::MAX,
            operations: 0,
            turns: 0,
            turn_ends: TurnEnds::default(),
            limits,
            race_window_ns,
            pristine,
            start: start.clone(),
            known: FxHashMap::default(),
            names: NamesInStates::default(),
            shapes: FxHashMap::default(),
            left_shapes: Vec::new(),
            found_keys: FxHashMap::default(),
            queue: BinaryHeap::new(),
            deferred: Vec::new(),
        };
        let turn = Turn { mover: Mover::Thread(ThreadId::MAIN), points: None };
        search.meet(start, None, Taken { turn, work_ns: 0 }, None, 0);
        search
    }

    /// Goes on for about so many operations; true when it is over.
    pub fn advance(&mut self, operations: u64) -> bool {
        let until = self.operations.saturating_add(operations);
        while self.cut.is_none() && self.not_supported.is_none() && self.operations < until {
            if let Some(id) = self.again.pop_first() {
                self.leave_by_the_others(id);
                self.look_at_limits();
                continue;
            }
            let Some((Reverse(cost), Reverse(id))) = self.queue.pop() else {
                let goes_on = self.look_again() || (!self.learnt && (self.take_up_deferred() || self.let_time_pass()));
                if !goes_on {
                    return true;
                }
                continue;
            };
            if self.manner.fewest_switches && self.has_cheapest(cost) {
                return true;
            }
            self.leave(id);
            self.look_at_limits();
        }
        self.cut.is_some() || self.not_supported.is_some()
    }

    fn look_at_limits(&mut self) {
        if self.operations >= self.limits.operations {
            self.cut = Some(Cut::Operations(self.limits.operations));
        } else if self.found.len() >= self.limits.outcomes {
            self.cut = Some(Cut::Outcomes(self.limits.outcomes));
        }
    }

    /// Whether every outcome that is looked for has been met, and what is still to come needs as many unusual turns.
    fn has_cheapest(&self, cost: u32) -> bool {
        self.found.len() >= self.wanted && self.found.iter().all(|found| found.cost <= cost)
    }

    /// Takes a turn of a thread that stands so. None: the search is over, because something is not modelled.
    pub(super) fn try_turn(
        &mut self,
        mut machine: Machine,
        possible: Possible,
        at_every_point: bool,
        standings: Option<&Standings>,
    ) -> Option<Tried> {
        let (operations, started) = (machine.operations, machine.started.len());
        let extent = match self.manner.at_meetings && !at_every_point {
            true => Extent::MeetingAndRelease(&mut self.turn_ends),
            false => Extent::OnePoint,
        };
        let taken = turns::take(&mut machine, possible.mover, extent, self.limits.turn_operations);
        let (turn, went_on) = match taken {
            Ok(taken) => (taken.turn, taken.went_on),
            Err(turns::NotPossible) => (Turn { mover: possible.mover, points: None }, None),
        };
        let (moved, stopped) = went_on.unzip();
        machine.events.clear();
        if machine.heap.bytes() > self.start.heap.bytes() + self.limits.state_bytes {
            self.cut = Some(Cut::Machine);
            return None;
        }
        self.operations += (machine.operations - operations).max(1);
        self.turns += 1;
        let accesses = machine.heap.tracker.as_mut().map(|tracker| tracker.take_log()).unwrap_or_default();
        let mut touched = Vec::new();
        if self.manner.reduced || self.manner.at_meetings {
            let before = size_of_shared(&self.knowledge.shared);
            touched = self.knowledge.take_in(moved.unwrap_or(CTRL_C), &accesses);
            self.learnt |= size_of_shared(&self.knowledge.shared) != before;
        }
        if let Some((standings, thread)) = standings.zip(moved) {
            self.learn_of_futures(&machine, standings, thread, &touched, started);
        }
        if let Some(Stopped::Fault(fault)) = &stopped {
            match fault {
                Fault::Limit(_) => self.cut = Some(Cut::Machine),
                Fault::NotSupported(message) => self.not_supported = Some((message.clone(), machine.line)),
                Fault::Raised(exception) => {
                    let message = format!("an exception in the library itself ({})", machine.type_name(*exception));
                    self.not_supported = Some((message, machine.line));
                }
            }
            return None;
        }
        let work_ns = machine.now_ns.saturating_sub(machine.in_turns.unwrap_or(0));
        Some(Tried { machine, possible, taken: Taken { turn, work_ns }, stopped, touched })
    }

    /// From where to where a turn led, what it touched, and whom it started.
    fn learn_of_futures(
        &mut self,
        machine: &Machine,
        standings: &Standings,
        thread: ThreadId,
        touched: &[AccessId],
        started: usize,
    ) {
        let Some(from) = standings.place(thread) else { return };
        let knowledge = &mut self.knowledge;
        self.knows_more |= knowledge.futures.touch(from, touched);
        let goes_on = machine.threads.get(thread.0 as usize).is_some_and(|thread| thread.is_alive());
        let others = machine.started.get(started..).unwrap_or(&[]).iter().copied();
        for id in others.chain(goes_on.then_some(thread)) {
            let to = knowledge.place_of(machine, id);
            self.knows_more |= knowledge.futures.lead(from, to);
        }
        self.knows_more |= knowledge.wait_at(machine, thread, touched);
    }

    /// Enters what a turn led to into the graph.
    pub(super) fn arrive(&mut self, from: NodeId, tried: Tried, cost: u32) -> NodeId {
        let (mover, taken) = (tried.possible.mover, tried.taken);
        let current = match tried.stopped {
            Some(Stopped::Visible | Stopped::OutOfOperations) => mover.thread(),
            None => self.graph.node(from).current,
            _ => None,
        };
        let gone = tried.stopped == Some(Stopped::Gone);
        let target = if gone {
            let exit = Exit::Status(tried.machine.exit_code.unwrap_or(0));
            let id = self.graph.add(Node {
                parent: Some(from),
                taken,
                current,
                cost,
                edges: Vec::new(),
                pending: 0,
                stage: Stage::Left,
                is_left_by_few: false,
                shape: u32::MAX,
            });
            self.end(id, &tried.machine, exit);
            id
        } else {
            self.meet(tried.machine, Some(from), taken, current, cost)
        };
        self.graph.node_mut(from).edges.push(Edge { taken, target });
        target
    }

    /// A state was met: it is known, or it is new.
    fn meet(
        &mut self,
        machine: Machine,
        parent: Option<NodeId>,
        taken: Taken,
        current: Option<ThreadId>,
        cost: u32,
    ) -> NodeId {
        let since_ns = turns::earliest_ns(&machine);
        let (mut state, names) = machine.fingerprint_between_turns(&self.pristine, since_ns);
        // Where footprints decide, states in which they would be told otherwise are not the same.
        if self.manner.reduced {
            let order = machine.order_fingerprint();
            state = (state.0 ^ order.0.rotate_left(11), state.1 ^ order.1.rotate_left(37));
        }
        let mut key = state;
        if self.manner.output {
            let output = machine.output_fingerprint();
            key = (key.0 ^ output.0.rotate_left(17), key.1 ^ output.1.rotate_left(29));
        }
        let last = if self.manner.fewest_switches { current.map_or(0, |thread| u64::from(thread.0) + 1) } else { 0 };
        if let Some(&id) = self.known.get(&(key, last)) {
            self.same_objects(id, &names);
            // A way with fewer unusual turns.
            if self.graph.node(id).cost > cost
                && matches!(self.graph.node(id).stage, Stage::Open(_))
                && let Some(parent) = parent
            {
                let node = self.graph.node_mut(id);
                (node.parent, node.taken, node.cost, node.current) = (Some(parent), taken, cost, current);
                node.stage = Stage::Open(Box::new(machine));
                self.queue.push((Reverse(cost), Reverse(id)));
            }
            return id;
        }
        let shape = if self.manner.output {
            let next = self.shapes.len() as u32;
            *self.shapes.entry(state).or_insert(next)
        } else {
            self.left_shapes.len() as u32
        };
        if self.left_shapes.len() <= shape as usize {
            self.left_shapes.resize(shape as usize + 1, false);
        }
        let stage = Stage::Open(Box::new(machine));
        let node =
            Node { parent, taken, current, cost, edges: Vec::new(), pending: 0, stage, is_left_by_few: false, shape };
        let id = self.graph.add(node);
        if self.graph.shapes.len() <= shape as usize {
            self.graph.shapes.push(id);
        }
        self.known.insert((key, last), id);
        self.names.enter(id, names);
        self.queue.push((Reverse(cost), Reverse(id)));
        if self.known.len() >= self.limits.states {
            self.cut = Some(Cut::States(self.limits.states));
        }
        id
    }

    /// A known state was met with these names of its objects.
    fn same_objects(&mut self, id: NodeId, names: &[ObjectName]) {
        let differences = self.names.differences(id, names);
        if !differences.is_empty() && (self.manner.reduced || self.manner.at_meetings) {
            let before = size_of_shared(&self.knowledge.shared);
            self.knows_more |= self.knowledge.unite(&differences);
            self.learnt |= size_of_shared(&self.knowledge.shared) != before;
        }
    }

    /// Time passes in a state in which all go round and round.
    pub(super) fn spin(&mut self, from: NodeId, mut machine: Machine) {
        let taken = Taken { turn: Turn { mover: Mover::Spin, points: None }, work_ns: 0 };
        if turns::begin(&mut machine, Mover::Spin).is_ok() {
            let (current, cost) = (self.graph.node(from).current, self.graph.node(from).cost);
            let target = self.meet(machine, Some(from), taken, current, cost);
            self.graph.node_mut(from).edges.push(Edge { taken, target });
        }
    }

    /// Going on for ever, from this state on.
    pub(super) fn find_endless_at(&mut self, node: NodeId, fates: Fates) {
        self.find(node, fates, (0, 0));
    }

    /// A state after which nothing comes.
    pub(super) fn end(&mut self, id: NodeId, machine: &Machine, exit: Exit) {
        let fates = Fates::of(machine, exit);
        let output = if self.manner.output { machine.output_fingerprint() } else { (0, 0) };
        self.find(id, fates.clone(), output);
        self.graph.node_mut(id).stage = Stage::End(exit, fates);
    }

    fn find(&mut self, node: NodeId, fates: Fates, output: Fingerprint) {
        let cost = self.graph.node(node).cost;
        let next = self.found.len();
        let at = *self.found_keys.entry((fates.clone(), output)).or_insert(next);
        match self.found.get_mut(at) {
            None => self.found.push(Found { node, fates, output, cost }),
            Some(found) if cost < found.cost => (found.node, found.cost) = (node, cost),
            Some(_) => {}
        }
    }

    /// Of a search for the fewest unusual turns that was cut: with how many of them at most every schedule was followed.
    /// None where that cannot be said, because something may go round for ever before an end comes.
    pub fn followed_all_within(&self) -> Option<u32> {
        let is_whole = self.cut != Some(Cut::Machine);
        if !self.manner.fewest_switches || self.learnt || !is_whole || self.not_supported.is_some() {
            return None;
        }
        let is_to_be_left = |node: &&Node| matches!(node.stage, Stage::Open(_) | Stage::Deferred(_));
        let cheapest = self.graph.nodes.iter().filter(is_to_be_left).map(|node| node.cost).min()?;
        let within = cheapest.checked_sub(1)?;
        self.circles().is_empty().then_some(within)
    }

    /// States met.
    pub fn states(&self) -> usize {
        self.known.len()
    }

    /// States after which nothing comes.
    pub fn executions(&self) -> usize {
        self.graph.nodes.iter().filter(|node| matches!(node.stage, Stage::End(..))).count()
    }

    /// The process in a state that was left.
    pub fn rebuild(&self, id: NodeId) -> Machine {
        let mut machine = self.start.clone();
        for Taken { turn, .. } in self.graph.way_to(id) {
            let points = machine.points;
            if let Ok(Some(thread)) = turns::begin(&mut machine, turn.mover) {
                let until_points = turn.points.map_or(u64::MAX, |more| points + more);
                turns::go_on(&mut machine, thread, until_points, false, u64::MAX);
            }
            machine.events.clear();
        }
        machine
    }
}
