//! By what two states of a thread are told apart at a glance, before anybody takes their fingerprints.

use super::process::Machine;
use super::thread::{Thread, ThreadState};
use super::value::Value;

/// Spreads the bits of a control signature; any large odd number would do.
const SIGNATURE_FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl Machine {
    /// What a thread is at, and how long it still waits: the cheapest of all things by which two states are told apart.
    pub fn standing_of(&self, thread: &Thread) -> (u8, u64) {
        match &thread.state {
            ThreadState::Initial => (0, 0),
            ThreadState::Ready => (1, 0),
            ThreadState::Waiting(waiting) => {
                (2, waiting.deadline_ns.map_or(u64::MAX, |at_ns| at_ns.wrapping_sub(self.now_ns)))
            }
            ThreadState::Ended => (3, 0),
            ThreadState::Cut => (4, 0),
        }
    }

    /// What else can be told of a thread at a glance: where control stands, and the numbers among its variables. Two
    /// states in which this differs are not the same.
    pub fn glance_at(&self, thread: &Thread) -> u64 {
        let mut signature: u64 = 0;
        let mut take = |word: u64| signature = (signature.rotate_left(5) ^ word).wrapping_mul(SIGNATURE_FACTOR);
        take(thread.stack.len() as u64);
        for frame in &thread.frames {
            take(u64::from(frame.code_id.0) << 32 | u64::from(frame.next_op));
        }
        for &value in &thread.stack {
            match value {
                Value::Int(number) => take(number as u64),
                Value::Float(number) => take(number.to_bits()),
                Value::Bool(truth) => take(truth as u64),
                _ => {}
            }
        }
        signature
    }
}
