//! States put off: those that differ from one that was left only by what was printed. They are left once a way from there
//! to an end is known; what prints for ever never is.

use super::graph::{NodeId, Stage};
use super::search::Search;
use crate::machine::Machine;

impl Search {
    /// Whether a state of a shape that was left already is put off. Where the fewest unusual turns are looked for, only if it
    /// is the way here that came by that shape: all others are left in the order of these turns.
    pub(super) fn waits_for_an_end(&self, id: NodeId) -> bool {
        if !self.manner.fewest_switches {
            return true;
        }
        let shape = self.graph.node(id).shape;
        let mut before = self.graph.node(id).parent;
        while let Some(at) = before {
            if self.graph.node(at).shape == shape {
                return true;
            }
            before = self.graph.node(at).parent;
        }
        false
    }

    /// Takes up the states that were put off and from which an end can be reached, as far as is known; false: none.
    pub(super) fn take_up_deferred(&mut self) -> bool {
        if self.deferred.is_empty() {
            return false;
        }
        let reaches = self.shapes_that_reach_an_end();
        let mut any = false;
        for id in std::mem::take(&mut self.deferred) {
            let node = self.graph.node_mut(id);
            if !reaches[node.shape as usize] {
                self.deferred.push(id);
                continue;
            }
            if let Stage::Deferred(machine) = std::mem::replace(&mut node.stage, Stage::Left) {
                any = true;
                self.take_up(id, machine);
            }
        }
        any
    }

    fn take_up(&mut self, id: NodeId, machine: Box<Machine>) {
        let shape = self.graph.node(id).shape as usize;
        self.graph.node_mut(id).stage = Stage::Open(machine);
        // As if no state of its shape had been left.
        let left = std::mem::replace(&mut self.left_shapes[shape], false);
        self.leave(id);
        self.left_shapes[shape] |= left;
    }

    /// For each shape whether a state without successor can be reached from it, by the turns taken so far.
    fn shapes_that_reach_an_end(&self) -> Vec<bool> {
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); self.left_shapes.len()];
        let mut reaches = vec![false; self.left_shapes.len()];
        let mut pending = Vec::new();
        for node in &self.graph.nodes {
            if node.shape == u32::MAX {
                continue;
            }
            for edge in &node.edges {
                match self.graph.node(edge.target).shape {
                    u32::MAX => pending.push(node.shape),
                    shape => before[shape as usize].push(node.shape),
                }
            }
            if matches!(node.stage, Stage::End(..)) {
                pending.push(node.shape);
            }
        }
        while let Some(shape) = pending.pop() {
            if !std::mem::replace(&mut reaches[shape as usize], true) {
                pending.extend(&before[shape as usize]);
            }
        }
        reaches
    }
}
