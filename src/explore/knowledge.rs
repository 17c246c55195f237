//! What the threads of a program touch, as far as explorations have seen it.
//!
//! The reduction rests on it: a turn may be taken alone when nothing that it touches is ever touched, in a way that
//! matters, by another thread that lives beside it. An exploration that learns something new is begun again; the one that
//! learns nothing more is the answer. `docs/exploration.md` argues that this is sound.

use crate::machine::event::ThreadId;
use crate::machine::footprint::{Access, Location, Order, Shared};
use std::collections::HashMap;

/// One thread's accesses to one location in the same order to those of others, under the same locks.
#[derive(Clone, Debug, PartialEq)]
struct Record {
    thread: ThreadId,
    writes: bool,
    locks: u64,
    order: Order,
}

impl Record {
    fn happens_before(&self, other: &Record) -> bool {
        other.order.stretches_of(self.thread) > self.order.stretches_of(self.thread)
    }

    fn conflicts_with(&self, other: &Record) -> bool {
        self.thread != other.thread
            && (self.writes || other.writes)
            && self.locks & other.locks == 0
            && !self.happens_before(other)
            && !other.happens_before(self)
    }
}

/// The accesses of all threads.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    records: HashMap<Location, Vec<Record>>,
    pub shared: Shared,
}

/// Locks protect data; the order of operations on a lock itself, and of what outlives a thread, matters all the same.
fn locks_count(location: Location) -> bool {
    matches!(
        location,
        Location::Name(..)
            | Location::NameInLater(..)
            | Location::Content(_)
            | Location::ContentOfLater(_)
            | Location::Class(_)
    )
}

fn record_of(thread: ThreadId, access: &Access) -> Record {
    let locks = if locks_count(access.location) { access.locks } else { 0 };
    Record { thread, writes: access.writes, locks, order: access.order.clone() }
}

impl Knowledge {
    /// Takes in what a turn touched; true when that was not known before and may change what has to be explored.
    pub fn learn(&mut self, thread: ThreadId, accesses: &[Access]) -> bool {
        let mut learnt = false;
        for access in accesses {
            let record = record_of(thread, access);
            if access.polls {
                learnt |= self.shared.polled.insert(access.location);
            }
            let records = self.records.entry(access.location).or_default();
            if records.contains(&record) {
                continue;
            }
            learnt = true;
            if record.writes {
                self.shared.written.insert(access.location);
            }
            if records.iter().any(|known| known.conflicts_with(&record)) {
                self.shared.contended.insert(access.location);
            }
            records.push(record);
            if let Location::Progress(cut) = access.location
                && cut != thread
            {
                self.shared.cut.insert(cut);
            }
        }
        learnt
    }

    /// Whether another thread that lives, or is still to come, may touch what this turn touched so that the order of the
    /// two matters. `is_out` tells which threads
    /// cannot come before.
    pub fn may_conflict(
        &self,
        thread: ThreadId,
        order: &Order,
        accesses: &[Access],
        is_out: impl Fn(ThreadId) -> bool,
    ) -> bool {
        // What cuts another off comes before or after whatever that other does.
        let cuts =
            |access: &Access| matches!(access.location, Location::Progress(other) if other != thread && !is_out(other));
        if accesses.iter().any(cuts) {
            return true;
        }
        // What cuts the thread off may come at any time.
        let progress =
            Access { location: Location::Progress(thread), writes: true, polls: false, locks: 0, order: order.clone() };
        accesses.iter().chain([&progress]).any(|access| {
            // Who cuts another off takes away everything that it would still do.
            if let Location::Progress(cut) = access.location
                && cut != thread
                && !is_out(cut)
            {
                return true;
            }
            let record = record_of(thread, access);
            let records = self.records.get(&access.location).map_or(&[][..], Vec::as_slice);
            records.iter().any(|known| known.conflicts_with(&record) && !is_out(known.thread))
        })
    }
}
