//! Proof that a run never ends: its whole state comes round again. Brent's algorithm: one earlier state is kept, at points
//! twice as far apart each time, and every later one is compared with it.

use crate::machine::Machine;
use crate::machine::event::ThreadId;
use crate::machine::fingerprint::Fingerprint;
use crate::machine::heap::Heap;
use std::collections::BTreeSet;

/// A state larger than this is compared more rarely, so that comparing takes no longer than running.
const LARGE_STATE_WORDS: usize = 100_000;

/// What the driver itself adds to the state: the policy's state, the holder, how long it has held, whether its slice is over.
pub type DriverState = (u64, u64, u64, bool);

/// The search for a repetition.
pub struct Endless {
    pristine: Heap,
    kept: Option<Kept>,
    looks: u64,
    keep_next_at: u64,
    /// The operation from which the next comparison is worth its time.
    compare_from: u64,
    /// Under the free-threaded runtime: the threads that are drawn as running.
    running: BTreeSet<ThreadId>,
}

struct Kept {
    signature: u64,
    driver: DriverState,
    fingerprint: Fingerprint,
    at_ns: u64,
}

impl Endless {
    pub fn new(machine: &Machine) -> Self {
        Self {
            pristine: machine.heap.clone(),
            kept: None,
            looks: 0,
            keep_next_at: 1,
            compare_from: 0,
            running: BTreeSet::new(),
        }
    }

    /// Compares the state of now with the kept one; the two moments if they are the same.
    pub fn look(&mut self, machine: &Machine, driver: DriverState) -> Option<(u64, u64)> {
        self.looks += 1;
        let signature = machine.control_signature();
        if let Some(kept) = &self.kept
            && machine.operations >= self.compare_from
            && kept.signature == signature
            && kept.driver == driver
        {
            if kept.fingerprint == machine.fingerprint(&self.pristine) {
                return Some((kept.at_ns, machine.now_ns));
            }
            let words =
                machine.heap.len().saturating_sub(self.pristine.len()) + machine.heap.bytes() / size_of::<u64>();
            if words > LARGE_STATE_WORDS {
                self.compare_from = machine.operations + words as u64;
            }
        }
        if self.looks >= self.keep_next_at {
            self.keep_next_at *= 2;
            self.kept = Some(Kept {
                signature,
                driver,
                fingerprint: machine.fingerprint(&self.pristine),
                at_ns: machine.now_ns,
            });
        }
        None
    }

    /// Whether the thread was not yet drawn as running.
    pub fn start_running(&mut self, thread: ThreadId) -> bool {
        self.running.insert(thread)
    }

    pub fn stop_running(&mut self, thread: ThreadId) {
        self.running.remove(&thread);
    }
}
