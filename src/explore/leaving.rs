//! How a state is left: by all turns that are possible in it, or by the turns of a few threads where that is enough.
//!
//! Whether it is enough is judged by what is known at that moment. When more is known, it is looked at again; a state that
//! was left by too few turns is then left by the others too.

use super::components::cycles;
use super::graph::{NodeId, Stage};
use super::outcome::Exit;
use super::search::{Search, Tried};
use super::standing::{Footprint, Standings};
use crate::machine::Machine;
use crate::machine::event::ThreadId;
use crate::run::turns::{self, Possible};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Processes that are kept of states left by a few turns, in case they have to be left by the others too; those that are
/// not kept are made again from the start.
const MOST_KEPT: usize = 500;

/// A state that was left by the turns of a few threads, and why that was enough.
pub(super) struct Decision {
    node: NodeId,
    set: Vec<ThreadId>,
    turns: Vec<Footprint>,
    standings: Rc<Standings>,
    until_ns: u64,
}

/// By whose turns a state is left.
enum Choice {
    /// Those of a few threads are enough.
    Few(Decision),
    All,
    /// The search is over: a turn that was tried came to something that is not modelled, or to a limit.
    SearchIsOver,
}

/// The turns that are possible in a state, what usually comes next first.
fn ordered(machine: &Machine, race_window_ns: u64, current: Option<ThreadId>) -> Vec<Possible> {
    let mut possible = turns::possible(machine, race_window_ns);
    if !possible.is_empty() {
        let usual = turns::usual(&possible, current);
        possible[..=usual].rotate_right(1);
    }
    possible
}

impl Search {
    /// Takes turns out of a state.
    pub(super) fn leave(&mut self, id: NodeId) {
        let node = self.graph.node_mut(id);
        let (current, shape) = (node.current, node.shape);
        let machine = match std::mem::replace(&mut node.stage, Stage::Left) {
            Stage::Open(machine) => machine,
            // Left already, or put off: it may stand in the queue twice.
            other => {
                node.stage = other;
                return;
            }
        };
        // The same state with other output before it: first see whether an end can be reached from it at all.
        if self.manner.output && self.left_shapes[shape as usize] && self.waits_for_an_end(id) {
            self.graph.node_mut(id).stage = Stage::Deferred(machine);
            self.deferred.push(id);
            return;
        }
        if !std::mem::replace(&mut self.left_shapes[shape as usize], true) {
            self.graph.shapes[shape as usize] = id;
        }
        self.graph.node_mut(id).pending = turns::pending_bits(&machine);
        let possible = ordered(&machine, self.race_window_ns, current);
        if possible.is_empty() {
            self.end(id, &machine, Exit::Stuck);
            return;
        }
        self.leave_by(id, machine, &possible);
    }

    fn leave_by(&mut self, id: NodeId, machine: Box<Machine>, possible: &[Possible]) {
        // A signal can come between any two points of the main thread, and who wakes that competes with it.
        let signal = possible.iter().any(|possible| possible.mover.thread().is_none());
        let standings = self.manner.reduced.then(|| Rc::new(Standings::of(&machine, &mut self.knowledge)));
        let mut tried: Vec<Option<Tried>> = possible.iter().map(|_| None).collect();
        if let Some(standings) = standings.as_ref().filter(|_| !signal && possible.len() > 1) {
            match self.choose(id, &machine, possible, standings, &mut tried) {
                Choice::Few(decision) => {
                    self.arrive_all(id, possible, tried, |thread| decision.set.contains(&thread));
                    self.graph.node_mut(id).is_left_by_few = true;
                    if self.kept.len() < MOST_KEPT {
                        self.kept.insert(id, machine);
                    }
                    self.decisions.push(decision);
                    return;
                }
                Choice::All => {}
                Choice::SearchIsOver => return,
            }
        }
        let mut machine = Some(*machine);
        for (at, &next) in possible.iter().enumerate() {
            if tried[at].is_some() {
                continue;
            }
            let is_last = tried[at + 1..].iter().all(Option::is_some);
            let Some(from) = (if is_last { machine.take() } else { machine.clone() }) else { return };
            let Some(result) = self.try_turn(from, next, signal, standings.as_deref()) else { return };
            tried[at] = Some(result);
        }
        self.arrive_all(id, possible, tried, |_| true);
    }

    /// Enters those turns into the graph that were tried and are of such threads.
    fn arrive_all(
        &mut self,
        id: NodeId,
        possible: &[Possible],
        tried: Vec<Option<Tried>>,
        counts: impl Fn(ThreadId) -> bool,
    ) {
        let cost = self.graph.node(id).cost;
        for (at, result) in tried.into_iter().enumerate() {
            if let Some(result) = result
                && possible[at].mover.thread().is_none_or(&counts)
            {
                self.arrive(id, result, cost + u32::from(at > 0));
            }
        }
    }

    /// The threads whose turns are enough. The turns that are tried for it are kept in `tried`.
    fn choose(
        &mut self,
        node: NodeId,
        machine: &Machine,
        possible: &[Possible],
        standings: &Rc<Standings>,
        tried: &mut [Option<Tried>],
    ) -> Choice {
        let window_ns = self.race_window_ns;
        let mut footprints: Vec<Footprint> = Vec::with_capacity(possible.len());
        let decision = |set: Vec<ThreadId>, footprints: &[Footprint], until_ns: u64| {
            let turns = footprints.iter().filter(|turn| set.contains(&turn.thread)).cloned().collect();
            Choice::Few(Decision { node, set, turns, standings: standings.clone(), until_ns })
        };
        for (at, next) in possible.iter().enumerate() {
            if tried[at].is_some() {
                continue;
            }
            let Some(thread) = next.mover.thread() else { continue };
            let first = footprints.len();
            for (at, next) in possible.iter().enumerate().filter(|(_, other)| other.mover.thread() == Some(thread)) {
                let Some(result) = self.try_turn(machine.clone(), *next, false, Some(standings)) else {
                    return Choice::SearchIsOver;
                };
                footprints.push(Footprint { thread, touched: result.touched.clone() });
                tried[at] = Some(result);
            }
            let until_ns = next.at_ns.saturating_add(window_ns);
            let turns: Vec<&Footprint> = footprints[first..].iter().collect();
            if standings.are_enough(&self.knowledge, &[thread], &turns, until_ns) {
                return decision(vec![thread], &footprints, until_ns);
            }
        }
        let sets = possible.iter().filter_map(|next| {
            let until_ns = next.at_ns.saturating_add(window_ns);
            let set = standings.enough_around(&self.knowledge, next.mover.thread()?, &footprints, until_ns)?;
            Some((set, until_ns))
        });
        let count = |set: &[ThreadId]| footprints.iter().filter(|turn| set.contains(&turn.thread)).count();
        match sets.min_by_key(|(set, _)| count(set)) {
            Some((set, until_ns)) => decision(set, &footprints, until_ns),
            None => Choice::All,
        }
    }

    /// Looks again at the states that were left by a few turns: more may be known by now of what others can touch, or a
    /// few threads go round in a circle and put the others off for ever. True when some have to be left by the others too.
    pub(super) fn look_again(&mut self) -> bool {
        if self.decisions.is_empty() {
            return false;
        }
        let mut again: BTreeSet<NodeId> = BTreeSet::new();
        if std::mem::take(&mut self.knows_more) {
            let knowledge = &self.knowledge;
            let is_short = |decision: &&Decision| {
                let turns: Vec<&Footprint> = decision.turns.iter().collect();
                !decision.standings.are_enough(knowledge, &decision.set, &turns, decision.until_ns)
            };
            again.extend(self.decisions.iter().filter(is_short).map(|decision| decision.node));
        }
        if again.is_empty() {
            again = self.circles_of_few();
        }
        self.decisions.retain(|decision| !again.contains(&decision.node));
        self.again = again;
        !self.again.is_empty()
    }

    /// Of each circle of states that were all left by a few turns, the first.
    fn circles_of_few(&self) -> BTreeSet<NodeId> {
        let is_of_few = |id: NodeId| self.graph.node(id).is_left_by_few;
        let circles = cycles(self.graph.nodes.len(), |at| {
            let node = &self.graph.nodes[at];
            let edges = if node.is_left_by_few { &node.edges[..] } else { &[] };
            let targets = edges.iter().map(|edge| self.graph.target_of(edge));
            targets.filter(|&target| is_of_few(target)).map(|target| target as usize).collect()
        });
        circles.iter().filter_map(|circle| circle.first()).map(|&at| at as NodeId).collect()
    }

    /// Takes the turns out of a state that were left out before.
    pub(super) fn leave_by_the_others(&mut self, id: NodeId) {
        let machine = match self.kept.remove(&id) {
            Some(machine) => machine,
            None => {
                let machine = self.rebuild(id);
                self.operations += machine.operations.saturating_sub(self.start.operations);
                Box::new(machine)
            }
        };
        let node = self.graph.node_mut(id);
        node.is_left_by_few = false;
        let (current, cost) = (node.current, node.cost);
        let taken: Vec<_> = node.edges.iter().map(|edge| edge.taken.turn.mover).collect();
        let standings = Standings::of(&machine, &mut self.knowledge);
        for (at, next) in ordered(&machine, self.race_window_ns, current).into_iter().enumerate() {
            if self.cut.is_some() || self.not_supported.is_some() {
                return;
            }
            if !taken.contains(&next.mover)
                && let Some(result) = self.try_turn((*machine).clone(), next, false, Some(&standings))
            {
                self.arrive(id, result, cost + u32::from(at > 0));
            }
        }
    }
}
