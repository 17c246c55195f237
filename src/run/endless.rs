//! Proof that a run never ends: its whole state comes round again. Brent's algorithm: one earlier state is kept, at points
//! twice as far apart each time, and every later one is compared with it.

use crate::machine::Machine;
use crate::machine::event::ThreadId;
use crate::machine::fingerprint::Fingerprint;
use crate::machine::heap::Heap;
use std::collections::BTreeSet;

/// What the driver itself adds to the state: the policy's state, the holder, how long it has held, whether its slice is over.
pub type DriverState = (u64, u64, u64, bool);

/// The search for a repetition.
pub struct Endless {
    pristine: Heap,
    kept: Option<Kept>,
    looks: u64,
    keep_next_at: u64,
    /// Control stood where it stands in the kept state, but the state was another, so often since that state was kept.
    mismatches: u64,
    /// So many more such coincidences are passed over: a loop that counts would otherwise cost a fingerprint a round.
    passed_over: u64,
    /// Under the free-threaded runtime: the threads that are drawn as running.
    running: BTreeSet<ThreadId>,
}

struct Kept {
    signature: u64,
    driver: DriverState,
    fingerprint: Fingerprint,
    clock_reads: u64,
    at_ns: u64,
}

impl Endless {
    pub fn new(machine: &Machine) -> Self {
        Self {
            pristine: machine.heap.clone(),
            kept: None,
            looks: 0,
            keep_next_at: 1,
            mismatches: 0,
            passed_over: 0,
            running: BTreeSet::new(),
        }
    }

    /// Compares the state of now with the kept one; the two moments if they are the same.
    pub fn look(&mut self, machine: &Machine, driver: DriverState) -> Option<(u64, u64)> {
        self.looks += 1;
        let signature = machine.control_signature();
        if let Some(kept) = &self.kept
            && kept.signature == signature
            // What the clock shows is no part of the state: a program that has looked at it goes on in another way.
            && kept.clock_reads == machine.clock_reads
            && kept.driver == driver
        {
            // Passing over one more each time visits every remainder of every period, so a repetition is still found.
            if self.passed_over < self.mismatches {
                self.passed_over += 1;
            } else if kept.fingerprint == machine.fingerprint(&self.pristine) {
                return Some((kept.at_ns, machine.now_ns));
            } else {
                self.mismatches += 1;
                self.passed_over = 0;
            }
        }
        if self.looks >= self.keep_next_at {
            self.keep_next_at *= 2;
            self.mismatches = 0;
            self.passed_over = 0;
            self.kept = Some(Kept {
                signature,
                driver,
                fingerprint: machine.fingerprint(&self.pristine),
                clock_reads: machine.clock_reads,
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
