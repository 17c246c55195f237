//! Proof that a run never ends: its whole state comes round again. Brent's algorithm: one earlier state is kept, at points
//! twice as far apart each time, and every later one is compared with it.

use crate::machine::Machine;
use crate::machine::event::ThreadId;
use crate::machine::fingerprint::{Fingerprint, Walk};
use crate::machine::heap::Heap;
use std::collections::BTreeSet;

/// What the driver itself adds to the state: the policy's state, the holder, how long it has held, whether its slice is over.
pub type DriverState = (u64, u64, u64, bool);

/// What fingerprints may always look at (objects, references, words): some milliseconds of the host's time.
const ALWAYS_SEEN: u64 = 500_000;
/// Beyond that, one for so many operations of the program's: what looks for the proof stays a small part of the run, even
/// where the state is large.
const OPERATIONS_FOR_ONE_SEEN: u64 = 8;

/// The search for a repetition.
pub struct Endless {
    pristine: Heap,
    kept: Option<Kept>,
    looks: u64,
    keep_next_at: u64,
    /// At a glance the state was the kept one, but it was another, so often since that one was kept.
    mismatches: u64,
    /// The thread by which the last state was told from the kept one: it is looked at first the next time.
    telling: usize,
    /// So many more such coincidences are passed over: a loop that counts would otherwise cost a fingerprint a round.
    passed_over: u64,
    /// What fingerprints have looked at so far.
    seen: u64,
    look: Option<Look>,
    /// Under the free-threaded runtime: the threads that are drawn as running.
    running: BTreeSet<ThreadId>,
}

struct Kept {
    /// Of each thread its standing, and what a glance tells.
    glances: Vec<((u8, u64), u64)>,
    driver: DriverState,
    fingerprint: Fingerprint,
    clock_reads: u64,
    at_ns: u64,
}

/// A fingerprint that is being taken, and what for.
struct Look {
    walk: Walk,
    driver: DriverState,
    to_compare: bool,
    to_keep: bool,
}

/// The first thread, from this one on and round, that looks different; None when none does.
fn first_difference(machine: &Machine, glances: &[((u8, u64), u64)], from: usize) -> Option<usize> {
    let count = machine.threads.len();
    if glances.len() != count {
        return Some(from);
    }
    let differs = |&at: &usize| {
        let (thread, (standing, glance)) = (&machine.threads[at], glances[at]);
        machine.standing_of(thread) != standing || machine.glance_at(thread) != glance
    };
    (from.min(count)..count).chain(0..from.min(count)).find(differs)
}

impl Endless {
    pub fn new(machine: &Machine) -> Self {
        Self {
            pristine: machine.heap.clone(),
            kept: None,
            looks: 0,
            keep_next_at: 1,
            mismatches: 0,
            telling: 0,
            passed_over: 0,
            seen: 0,
            look: None,
            running: BTreeSet::new(),
        }
    }

    /// Looks at the state of now. If that needs its fingerprint, the machine must stand still until
    /// [`Endless::go_on`] has taken it.
    pub fn look(&mut self, machine: &Machine, driver: DriverState) {
        self.looks += 1;
        if self.seen > ALWAYS_SEEN + machine.operations / OPERATIONS_FOR_ONE_SEEN {
            return;
        }
        let to_keep = self.looks >= self.keep_next_at;
        let kept = self.kept.as_ref().filter(|kept| {
            // What the clock shows is no part of the state: a program that has looked at it goes on in another way.
            kept.clock_reads == machine.clock_reads && kept.driver == driver
        });
        if kept.is_none() && !to_keep {
            return;
        }
        let difference = kept.map(|kept| first_difference(machine, &kept.glances, self.telling));
        let coincides = difference == Some(None);
        if let Some(Some(thread)) = difference {
            self.telling = thread;
        }
        // Passing over one more each time visits every remainder of every period, so a repetition is still found.
        let to_compare = coincides && self.passed_over >= self.mismatches;
        if coincides && !to_compare {
            self.passed_over += 1;
        }
        if to_compare || to_keep {
            let walk = machine.begin_fingerprint(&self.pristine);
            self.look = Some(Look { walk, driver, to_compare, to_keep });
        }
    }

    /// What fingerprints have looked at so far.
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// Whether a fingerprint is being taken.
    pub fn is_looking(&self) -> bool {
        self.look.is_some()
    }

    /// Goes on with the fingerprint until about so much more has been seen, and counts it; the two moments if the state
    /// of now is the kept one.
    pub fn go_on(&mut self, machine: &Machine, more: usize) -> Option<(u64, u64)> {
        let mut look = self.look.take()?;
        let before = look.walk.seen();
        let fingerprint = look.walk.go_on(machine, more);
        self.seen += (look.walk.seen() - before) as u64;
        let Some(fingerprint) = fingerprint else {
            self.look = Some(look);
            return None;
        };
        if look.to_compare
            && let Some(kept) = &self.kept
        {
            if kept.fingerprint == fingerprint {
                return Some((kept.at_ns, machine.now_ns));
            }
            self.mismatches += 1;
            self.passed_over = 0;
        }
        if look.to_keep {
            self.keep_next_at = self.looks * 2;
            self.mismatches = 0;
            self.passed_over = 0;
            let glances = machine.threads.iter();
            let glances = glances.map(|thread| (machine.standing_of(thread), machine.glance_at(thread))).collect();
            let (driver, clock_reads, at_ns) = (look.driver, machine.clock_reads, machine.now_ns);
            self.kept = Some(Kept { glances, driver, fingerprint, clock_reads, at_ns });
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
