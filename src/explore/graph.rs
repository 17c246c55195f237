//! The states that a search has met, and the turns between them.

use super::outcome::{Exit, Fates};
use crate::machine::Machine;
use crate::machine::event::ThreadId;
use crate::machine::waiting::TURN_GRAIN_NS;
use crate::schedule::turn::{Mover, Turn};

/// A state, by its number in the order of discovery.
pub type NodeId = u32;

/// A turn that was taken.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    pub turn: Turn,
    /// How long it worked, in virtual time.
    pub work_ns: u64,
}

/// How a state is left.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    pub taken: Taken,
    pub target: NodeId,
}

/// What a search knows of a state.
pub enum Stage {
    /// Still to be left; the process as it is there.
    Open(Box<Machine>),
    /// All its turns that have to be taken are taken.
    Left,
    /// Nothing comes after it.
    End(Exit, Fates),
    /// Not to be left as long as no way from here to an end is known.
    Deferred(Box<Machine>),
}

/// A state.
pub struct Node {
    pub parent: Option<NodeId>,
    /// The turn that led here from the parent.
    pub taken: Taken,
    /// Who had the interpreter on the way here.
    pub current: Option<ThreadId>,
    /// Turns on the way that were not the usual ones.
    pub cost: u32,
    pub edges: Vec<Edge>,
    /// Who could move here or will by itself, a bit for each.
    pub pending: u64,
    pub stage: Stage,
    /// Only the turns of some threads were taken, because that was enough.
    pub is_left_by_few: bool,
    /// The state without what was printed, where that is part of the state: a number of its own.
    pub shape: u32,
}

/// The states of one search.
#[derive(Default)]
pub struct Graph {
    pub nodes: Vec<Node>,
    /// For each shape the first state of it that was left, before that the first that was met.
    pub shapes: Vec<NodeId>,
}

impl Graph {
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    pub fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    /// Where an edge leads; a state that was put off is as the first of its shape that was left.
    pub fn target_of(&self, edge: &Edge) -> NodeId {
        let target = self.node(edge.target);
        match target.stage {
            Stage::Deferred(_) => self.shapes.get(target.shape as usize).copied().unwrap_or(edge.target),
            _ => edge.target,
        }
    }

    pub fn add(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        (self.nodes.len() - 1) as NodeId
    }

    /// The turns from the start to a state; those of one thread that follow one another are one.
    pub fn turns_to(&self, id: NodeId) -> Vec<Turn> {
        joined(self.way_to(id))
    }

    /// The turns from the start to a state, each by itself.
    pub fn way_to(&self, id: NodeId) -> Vec<Taken> {
        let mut turns = Vec::new();
        let mut at = id;
        while let Some(parent) = self.node(at).parent {
            turns.push(self.node(at).taken);
            at = parent;
        }
        turns.reverse();
        turns
    }
}

/// Turns of one thread that follow one another made one. A turn that ended because the thread waited stays apart: how it
/// goes on is another turn. So do turns that would move the clock by more when they are taken together, as each moves it
/// by whole grains only.
pub fn joined(taken: Vec<Taken>) -> Vec<Turn> {
    let mut joined: Vec<Turn> = Vec::new();
    let mut work_ns = 0_u64;
    for Taken { turn, work_ns: more_ns } in taken {
        match joined.last_mut() {
            Some(Turn { mover: Mover::Thread(last) | Mover::TimeOut(last), points })
                if turn.mover == Mover::Thread(*last)
                    && points.is_some()
                    && work_ns.saturating_add(more_ns) < TURN_GRAIN_NS =>
            {
                *points = points.zip(turn.points).map(|(points, more)| points + more);
                work_ns += more_ns;
            }
            _ => {
                joined.push(turn);
                work_ns = more_ns;
            }
        }
    }
    joined
}
