//! Going on for ever: circles in the graph of states.
//!
//! A circle counts only if it is fair: whoever could go on at every state of it does go on in it, and no clock stands still
//! for ever, for no operating system starves a thread.

use super::components::cycles;
use super::graph::{Edge, NodeId, Taken};
use super::outcome::{Exit, Fates};
use super::search::Search;
use crate::run::turns;
use crate::schedule::turn::Mover;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

impl Search {
    /// The circles of states, the states of each in order.
    pub(super) fn circles(&self) -> Vec<Vec<usize>> {
        cycles(self.graph.nodes.len(), |at| {
            self.graph.nodes[at].edges.iter().map(|edge| self.graph.target_of(edge) as usize).collect()
        })
    }

    /// Who moves within a circle, and who could move at every state of it, a bit for each.
    fn movers_of(&self, circle: &[usize]) -> (u64, u64) {
        let mut moves = 0;
        let mut always = u64::MAX;
        for &at in circle {
            let node = &self.graph.nodes[at];
            always &= node.pending;
            let within = |edge: &&Edge| circle.binary_search(&(self.graph.target_of(edge) as usize)).is_ok();
            for edge in node.edges.iter().filter(within) {
                moves |= match edge.taken.turn.mover {
                    Mover::Spin => 0,
                    mover => turns::bit_of(mover),
                };
            }
        }
        (moves, always)
    }

    /// In circles in which everyone who could go on does, and someone sleeps: time passes. False: there are none.
    pub(super) fn let_time_pass(&mut self) -> bool {
        let mut any = false;
        for circle in self.circles() {
            let (moves, always) = self.movers_of(&circle);
            let spins = |at: usize| self.graph.nodes[at].edges.iter().any(|edge| edge.taken.turn.mover == Mover::Spin);
            if circle.iter().any(|&at| spins(at)) {
                continue;
            }
            let Some(&first) = circle.first() else { continue };
            let machine = self.rebuild(first as NodeId);
            let possible = turns::possible(&machine, self.race_window_ns);
            let all_move = possible.iter().all(|possible| moves & turns::bit_of(possible.mover) != 0);
            // Somebody is left out who could go on only later; or the clock is looked at.
            if !all_move || (always & !moves == 0 && machine.clock_reads == 0) || !turns::can_spin(&machine) {
                continue;
            }
            self.spin(first as NodeId, machine);
            any = true;
        }
        any
    }

    /// The outcomes that never come to an end: one for each set of fates.
    pub fn find_endless(&mut self) {
        for circle in self.circles() {
            let (moves, always) = self.movers_of(&circle);
            if always & !moves != 0 {
                continue;
            }
            let cheapest = circle.iter().copied().min_by_key(|&at| (self.graph.nodes[at].cost, at));
            let Some(node) = cheapest.map(|at| at as NodeId) else { continue };
            let machine = self.rebuild(node);
            let fates = Fates::of(&machine, Exit::Endless);
            self.find_endless_at(node, fates);
        }
    }

    /// A way from a state once round its circle, through every edge by which somebody moves: the proof that it repeats.
    pub(super) fn way_round(&self, start: NodeId, circles: &[Vec<usize>]) -> Vec<Taken> {
        let circle = circles.iter().find(|circle| circle.binary_search(&(start as usize)).is_ok());
        let Some(circle) = circle else { return Vec::new() };
        let within = |id: NodeId| circle.binary_search(&(id as usize)).is_ok();
        let mut wanted = self.movers_of(circle).0;
        let mut way = Vec::new();
        let mut at = start;
        loop {
            // The nearest edge by one who has not moved yet; when all have, the way home.
            let home = wanted == 0;
            let mut came_from: FxHashMap<NodeId, (NodeId, Taken)> = FxHashMap::default();
            let mut queue = VecDeque::from([at]);
            let mut last = None;
            'search: while let Some(id) = queue.pop_front() {
                for edge in &self.graph.node(id).edges {
                    let target = self.graph.target_of(edge);
                    if !within(target) {
                        continue;
                    }
                    let arrives =
                        if home { target == start } else { wanted & turns::bit_of(edge.taken.turn.mover) != 0 };
                    if arrives {
                        last = Some((id, edge.taken, target));
                        break 'search;
                    }
                    if target != at && !came_from.contains_key(&target) {
                        came_from.insert(target, (id, edge.taken));
                        queue.push_back(target);
                    }
                }
            }
            let Some((mut id, taken, target)) = last else { return way };
            let mut steps = vec![taken];
            while id != at {
                let Some(&(from, taken)) = came_from.get(&id) else { break };
                steps.push(taken);
                id = from;
            }
            for taken in steps.into_iter().rev() {
                way.push(taken);
                wanted &= !turns::bit_of(taken.turn.mover);
            }
            at = target;
            if home || (wanted == 0 && at == start) {
                return way;
            }
        }
    }
}
