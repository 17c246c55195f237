//! The turns that make an outcome: which thread has to wait where until the others have done their part.

use super::marks::{Mark, What};
use super::statements::Spot;
use crate::machine::event::ThreadId;
use std::collections::BTreeSet;

/// The number of a gate that is never opened: a thread that is cut off waits there for its end.
pub const NEVER: usize = 0;

/// A place at which a thread waits for its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate {
    pub thread: ThreadId,
    pub spot: Spot,
    /// When the thread comes there for the how-manieth time.
    pub time: u32,
    /// The number of the turn that begins there, from 1, or [`NEVER`].
    pub turn: usize,
}

/// The order of an outcome.
#[derive(Clone, Debug, Default)]
pub struct Order {
    pub gates: Vec<Gate>,
    /// Turns in or after which the thread waits or ends, so that it comes to no further gate by itself; the next turn
    /// begins a moment later.
    pub loose: BTreeSet<usize>,
}

/// Two turns of a thread with something of another in between, in the middle of what cannot be taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inseparable {
    pub thread: ThreadId,
    /// The last spot that the thread passed.
    pub spot: Option<Spot>,
}

/// Finds the turns of a run.
///
/// # Errors
/// Others come in between where no line can be put.
pub fn order_of(marks: &[Mark]) -> Result<Order, Inseparable> {
    let mut order = Order::default();
    // The mark of each gate, for what comes behind it.
    let mut gate_marks: Vec<usize> = Vec::new();
    // Who was the last to do something that others can notice, and whether a gate was before it.
    let mut last: Option<(ThreadId, bool)> = None;
    for (at, mark) in marks.iter().enumerate() {
        if mark.what != What::Meets {
            continue;
        }
        let own = |other: &(usize, &Mark)| other.1.thread == mark.thread;
        let before = || marks[..at].iter().enumerate().rev().filter(own);
        let since: Vec<(usize, &Mark)> = before().take_while(|(_, other)| other.what != What::Meets).collect();
        let has_waited = since.iter().any(|(_, other)| other.what == What::Waits);
        if last == Some((mark.thread, true)) && !has_waited {
            continue;
        }
        let goes_on = last.is_some_and(|(thread, _)| thread == mark.thread);
        let spots = || {
            since.iter().filter_map(|(at, other)| match other.what {
                What::Comes { spot, time } => Some((*at, spot, time)),
                _ => None,
            })
        };
        // Better before a statement than in the middle of one.
        let gate = spots().find(|(_, spot, _)| !matches!(spot, Spot::BeforePart(_))).or_else(|| spots().next());
        last = Some((mark.thread, gate.is_some()));
        match gate {
            Some((at, spot, time)) => {
                let turn = gate_marks.len() + 1;
                order.gates.push(Gate { thread: mark.thread, spot, time, turn });
                gate_marks.push(at);
            }
            // What it does when its wait is over comes by itself; so does what the library does in a thread of its own.
            None if has_waited || goes_on || before().count() == since.len() => {
                order.loose.insert(gate_marks.len());
            }
            None => {
                // What was done before in the same statement is then done later, too; the trial says whether that matters.
                let earlier = before().find_map(|(at, other)| match other.what {
                    What::Comes { spot, time } => Some((at, spot, time)),
                    _ => None,
                });
                if let Some((at, spot, time)) = earlier.filter(|(at, ..)| !gate_marks.contains(at)) {
                    order.gates.push(Gate { thread: mark.thread, spot, time, turn: gate_marks.len() + 1 });
                    gate_marks.push(at);
                    last = Some((mark.thread, true));
                    continue;
                }
                let spot = before().find_map(|(_, other)| match other.what {
                    What::Comes { spot, .. } => Some(spot),
                    _ => None,
                });
                return Err(Inseparable { thread: mark.thread, spot });
            }
        }
    }
    for (index, gate) in order.gates.iter().enumerate() {
        let next = (index + 1..order.gates.len()).find(|&other| order.gates[other].thread == gate.thread);
        let end = next.map_or(marks.len(), |next| gate_marks[next]);
        let between = marks.get(gate_marks[index]..end).unwrap_or_default();
        let lets_go = |mark: &Mark| mark.thread == gate.thread && matches!(mark.what, What::Waits | What::Ends);
        if next.is_none() || between.iter().any(lets_go) {
            order.loose.insert(gate.turn);
        }
    }
    Ok(order)
}
