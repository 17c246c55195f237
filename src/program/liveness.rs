//! Which locals can still be read: two states of a process that differ only in others go on in the same way.

use super::code::Code;
use super::effect::{ends_flow, target_of};
use super::op::Op;
use std::cell::OnceCell;

/// Code objects with more locals than this are not looked into: all their locals count as live.
const MOST_LOCALS: usize = 64;

/// For each operation the locals that can be read from there on before they are written, a bit for each slot; made when it
/// is first asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LiveLocals(OnceCell<Vec<u64>>);

/// The local that an operation reads, and the one that it writes.
fn locals_of(op: Op) -> (Option<u32>, Option<u32>) {
    match op {
        Op::LoadFast(slot) => (Some(slot), None),
        Op::StoreFast(slot) => (None, Some(slot)),
        Op::DeleteFast(slot) => (Some(slot), Some(slot)),
        _ => (None, None),
    }
}

impl Code {
    /// The live locals before the operation at this index, a bit for each slot.
    pub fn live_locals_at(&self, index: u32) -> u64 {
        if self.local_names.len() > MOST_LOCALS {
            return u64::MAX;
        }
        let live = self.live_locals.0.get_or_init(|| live_locals(self));
        live.get(index as usize).copied().unwrap_or(0)
    }
}

/// The usual analysis backwards along the flow, until nothing changes.
fn live_locals(code: &Code) -> Vec<u64> {
    let mut live = vec![0_u64; code.ops.len()];
    let at = |live: &[u64], index: u32| live.get(index as usize).copied().unwrap_or(0);
    loop {
        let mut changed = false;
        for (index, &op) in code.ops.iter().enumerate().rev() {
            let index = index as u32;
            let mut after = if ends_flow(op) { 0 } else { at(&live, index + 1) };
            if let Some(target) = target_of(op) {
                after |= at(&live, target);
            }
            let (reads, writes) = locals_of(op);
            let mut before = writes.map_or(after, |slot| after & !(1 << slot)) | reads.map_or(0, |slot| 1 << slot);
            // An exception can come before the operation has done anything.
            for handler in code.handlers.iter().filter(|handler| (handler.start..handler.end).contains(&index)) {
                before |= at(&live, handler.target);
            }
            if live[index as usize] != before {
                live[index as usize] = before;
                changed = true;
            }
        }
        if !changed {
            return live;
        }
    }
}
