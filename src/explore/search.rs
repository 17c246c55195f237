//! One search through the states of a process, from turn to turn.
//!
//! Of the turns that are possible in a state only one is taken where that is enough: when nothing that it touches is ever
//! touched by another living thread in a way that matters (see [`super::knowledge`]). The turn that usually comes next is
//! tried first, and states that need fewer unusual turns are left first, so that each outcome is first met on a way with
//! few of them.

use super::graph::{Edge, Graph, Node, NodeId, Stage, Taken};
use super::knowledge::Knowledge;
use super::limits::{Cut, ExploreLimits};
use super::outcome::{Exit, Fates};
use crate::machine::Machine;
use crate::machine::event::ThreadId;
use crate::machine::exception::Fault;
use crate::machine::fingerprint::Fingerprint;
use crate::machine::footprint::{Access, Meeting, Tracker};
use crate::machine::heap::Heap;
use crate::machine::step::Stopped;
use crate::machine::thread::ThreadState;
use crate::machine::threads::Threads;
use crate::run::turns::{self, CTRL_C, Possible};
use crate::schedule::turn::{Mover, Turn};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::rc::Rc;

/// Parts that a turn consists of, at most: a loop that gives back locks is cut somewhere.
const PARTS_OF_A_TURN: usize = 100;

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
    /// Something was learnt on the way that could change what has to be taken.
    pub learnt: bool,
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
    limits: ExploreLimits,
    pub(super) race_window_ns: u64,
    pristine: Heap,
    start: Machine,
    known: HashMap<(Fingerprint, u64), NodeId>,
    shapes: HashMap<Fingerprint, u32>,
    /// For each shape whether a state of it was left.
    pub(super) left_shapes: Vec<bool>,
    found_keys: HashMap<(Fates, Fingerprint), usize>,
    queue: BinaryHeap<(Reverse<u32>, Reverse<NodeId>)>,
    pub(super) deferred: Vec<NodeId>,
}

/// What has to be known of a state when its turns were taken.
struct Before {
    threads: Threads,
    started: Rc<Vec<ThreadId>>,
    signals_are_over: bool,
}

fn signals_are_over(machine: &Machine) -> bool {
    machine.next_ctrl_c >= machine.settings.ctrl_c_ns.len() && machine.alarm_at_ns.is_none()
}

/// A turn that was tried.
struct Tried {
    machine: Machine,
    possible: Possible,
    taken: Taken,
    stopped: Option<Stopped>,
    accesses: Vec<Access>,
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
            cut: None,
            not_supported: None,
            found: Vec::new(),
            wanted: usize::MAX,
            operations: 0,
            turns: 0,
            limits,
            race_window_ns,
            pristine,
            start: start.clone(),
            known: HashMap::new(),
            shapes: HashMap::new(),
            left_shapes: Vec::new(),
            found_keys: HashMap::new(),
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
            let Some((Reverse(cost), Reverse(id))) = self.queue.pop() else {
                if !self.take_up_deferred() && !self.let_time_pass() {
                    return true;
                }
                continue;
            };
            if self.manner.fewest_switches && self.has_cheapest(cost) {
                return true;
            }
            self.leave(id);
            if self.operations >= self.limits.operations {
                self.cut = Some(Cut::Operations(self.limits.operations));
            } else if self.found.len() >= self.limits.outcomes {
                self.cut = Some(Cut::Outcomes(self.limits.outcomes));
            }
        }
        self.cut.is_some() || self.not_supported.is_some()
    }

    /// Whether every outcome that is looked for has been met, and what is still to come needs as many unusual turns.
    fn has_cheapest(&self, cost: u32) -> bool {
        self.found.len() >= self.wanted && self.found.iter().all(|found| found.cost <= cost)
    }

    /// Takes the turns out of a state.
    pub(super) fn leave(&mut self, id: NodeId) {
        let node = self.graph.node_mut(id);
        let (current, cost, shape) = (node.current, node.cost, node.shape);
        let machine = match std::mem::replace(&mut node.stage, Stage::Left) {
            Stage::Open(machine) => machine,
            // Left already, or put off: it may stand in the queue twice.
            other => {
                node.stage = other;
                return;
            }
        };
        // The same state with other output before it: first see whether an end can be reached from it at all.
        if self.manner.output && self.left_shapes[shape as usize] {
            self.graph.node_mut(id).stage = Stage::Deferred(machine);
            self.deferred.push(id);
            return;
        }
        if !std::mem::replace(&mut self.left_shapes[shape as usize], true) {
            self.graph.shapes[shape as usize] = id;
        }
        let mut possible = turns::possible(&machine, self.race_window_ns);
        self.graph.node_mut(id).pending = turns::pending_bits(&machine);
        if possible.is_empty() {
            self.end(id, &machine, Exit::Stuck);
            return;
        }
        let usual = turns::usual(&possible, current);
        possible[..=usual].rotate_right(1);
        // A signal can come between any two points of the main thread, and who wakes that competes with it.
        let signal = possible.iter().any(|possible| possible.mover.thread().is_none());
        let mut reduced = self.manner.reduced && !signal;
        let before = Before {
            threads: machine.threads.clone(),
            started: machine.started.clone(),
            signals_are_over: signals_are_over(&machine),
        };
        let mut machine = Some(*machine);
        let mut tried = Vec::new();
        for (at, &next) in possible.iter().enumerate() {
            let is_last = at + 1 == possible.len();
            let Some(from) = (if is_last { machine.take() } else { machine.clone() }) else { return };
            let Some(result) = self.try_turn(from, next, signal) else { return };
            let alternatives = possible.iter().filter(|other| other.mover.thread() == next.mover.thread()).count();
            if reduced && alternatives == 1 && self.is_enough(&before, &result) {
                let target = self.arrive(id, result, cost + u32::from(at > 0));
                if !self.closes_circle(target) {
                    return;
                }
                // The rest is taken all the same, lest it be put off for ever in a circle.
                reduced = false;
            } else {
                tried.push((at, result));
            }
        }
        for (at, result) in tried {
            self.arrive(id, result, cost + u32::from(at > 0));
        }
    }

    /// Whether a turn may have led back: to a state that was left already, or to one that only its output tells apart from
    /// such a one and that may be put off for that.
    fn closes_circle(&self, target: NodeId) -> bool {
        let node = self.graph.node(target);
        let is_left = |shape: u32| self.left_shapes.get(shape as usize).copied().unwrap_or(false);
        matches!(node.stage, Stage::Left) || (self.manner.output && is_left(node.shape))
    }

    /// Takes a turn. None: the search is over, because something is not modelled.
    fn try_turn(&mut self, mut machine: Machine, possible: Possible, at_every_point: bool) -> Option<Tried> {
        let (points, operations) = (machine.points, machine.operations);
        let mut turn = Turn { mover: possible.mover, points: None };
        let moved = turns::begin(&mut machine, possible.mover).unwrap_or(None);
        let mut stopped = None;
        if let Some(thread) = moved {
            let to_meeting = self.manner.at_meetings && !at_every_point;
            let turn_operations = self.limits.turn_operations;
            let end = if to_meeting {
                let end = turns::go_on_to_meeting(&mut machine, thread, turn_operations);
                self.go_on_alone(&mut machine, thread, end)
            } else {
                turns::go_on(&mut machine, thread, points + 1, false, operations + turn_operations)
            };
            if matches!(end, Stopped::Visible | Stopped::OutOfOperations) {
                turn.points = Some(machine.points - points);
            }
            stopped = Some(end);
        }
        machine.events.clear();
        if machine.heap.bytes() > self.start.heap.bytes() + self.limits.state_bytes {
            self.cut = Some(Cut::Machine);
            return None;
        }
        self.operations += (machine.operations - operations).max(1);
        self.turns += 1;
        let accesses = machine.heap.tracker.as_mut().map(|tracker| tracker.take_log()).unwrap_or_default();
        if self.manner.reduced || self.manner.at_meetings {
            let mover = moved.unwrap_or(CTRL_C);
            self.learnt |= self.knowledge.learn(mover, &accesses);
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
        Some(Tried { machine, possible, taken: Taken { turn, work_ns }, stopped, accesses })
    }

    /// What comes after a meeting and only lets others go on (a lock is given back, the thread ends) belongs to the same
    /// turn: it could as well have been done at once with the meeting. So does work that nobody notices, up to a wait.
    fn go_on_alone(&self, machine: &mut Machine, thread: ThreadId, mut end: Stopped) -> Stopped {
        for _ in 0..PARTS_OF_A_TURN {
            if end != Stopped::Visible || machine.meeting() == Meeting::Nobody {
                break;
            }
            let before = machine.clone();
            if let Some(tracker) = &mut machine.heap.tracker {
                tracker.begin_part();
            }
            let next = turns::go_on_to_meeting(machine, thread, self.limits.turn_operations);
            match (&next, machine.meeting()) {
                (Stopped::Visible, Meeting::LetsGoOn) => {}
                (Stopped::Blocked | Stopped::Ended, Meeting::Nobody | Meeting::LetsGoOn) => return next,
                _ => {
                    *machine = before;
                    break;
                }
            }
            end = next;
        }
        end
    }

    /// Whether a turn may be taken alone.
    fn is_enough(&self, before: &Before, tried: &Tried) -> bool {
        let Some(thread) = tried.possible.mover.thread() else { return false };
        let Some(state) = before.threads.get(thread.0 as usize) else { return false };
        // Threads that cannot do anything before this turn: those that have ended, and those that it starts.
        let started = &tried.machine.started[before.started.len().min(tried.machine.started.len())..];
        let is_out = |id: ThreadId| match before.threads.get(id.0 as usize) {
            Some(other) => matches!(other.state, ThreadState::Ended | ThreadState::Cut) || started.contains(&id),
            None => started.contains(&id) || (id == CTRL_C && before.signals_are_over),
        };
        !self.knowledge.may_conflict(thread, &state.order, &tried.accesses, is_out)
    }

    /// Enters what a turn led to into the graph.
    fn arrive(&mut self, from: NodeId, tried: Tried, cost: u32) -> NodeId {
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
        let state = machine.fingerprint_between_turns(&self.pristine, since_ns);
        let mut key = state;
        if self.manner.output {
            let output = machine.output_fingerprint();
            key = (key.0 ^ output.0.rotate_left(17), key.1 ^ output.1.rotate_left(29));
        }
        let last = if self.manner.fewest_switches { current.map_or(0, |thread| u64::from(thread.0) + 1) } else { 0 };
        if let Some(&id) = self.known.get(&(key, last)) {
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
        let id = self.graph.add(Node { parent, taken, current, cost, edges: Vec::new(), pending: 0, stage, shape });
        if self.graph.shapes.len() <= shape as usize {
            self.graph.shapes.push(id);
        }
        self.known.insert((key, last), id);
        self.queue.push((Reverse(cost), Reverse(id)));
        if self.known.len() >= self.limits.states {
            self.cut = Some(Cut::States(self.limits.states));
        }
        id
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
    fn end(&mut self, id: NodeId, machine: &Machine, exit: Exit) {
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
