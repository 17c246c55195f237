//! What the threads of a program touch, as far as explorations have seen it.
//!
//! The reduction rests on it: a turn may be taken without others when nothing that it touches can still be touched, in a way
//! that matters, by another thread before it. What an exploration learns on the way can take that back: then the state is
//! left by its other turns too, or, when it changes where turns end, the exploration is begun again.
//! `docs/exploration.md` argues that this is sound.

use super::futures::{Accesses, Futures, PlaceId};
use super::same_names::SameNames;
use crate::machine::Machine;
use crate::machine::event::{ThreadId, WaitFor};
use crate::machine::footprint::{Access, Location, Manner, ObjectName, Order, Shared};
use crate::machine::thread::Thread;
use crate::machine::waiting::location_of_wait;
use crate::run::turns::CTRL_C;
use rustc_hash::FxHashMap;

/// One thread's accesses to one location in the same order to those of others, under the same locks.
#[derive(Clone, Debug, PartialEq)]
struct Record {
    thread: ThreadId,
    writes: bool,
    manner: Manner,
    locks: u64,
    order: Order,
}

impl Record {
    fn happens_before(&self, other: &Record) -> bool {
        other.order.stretches_of(self.thread) > self.order.stretches_of(self.thread)
    }

    /// Threads can come here in either order.
    fn meets(&self, other: &Record) -> bool {
        self.thread != other.thread
            && (self.writes || other.writes)
            && self.locks & other.locks == 0
            && !self.happens_before(other)
            && !other.happens_before(self)
    }

    /// Who gives back what the other takes or waits for ends a turn with it, even where the order of the two comes to the
    /// same: the other can come in before what is done next. Two who give back are nothing to one another.
    fn both_enable(&self, other: &Record) -> bool {
        self.manner == Manner::Enables && other.manner == Manner::Enables
    }

    /// To give a lock back sooner only lets others take it who would have waited for it; but whoever looks at it and goes
    /// on all the same sees the difference.
    fn comes_to_the_same(&self, other: &Record) -> bool {
        let manners = [self.manner, other.manner];
        manners.contains(&Manner::Enables) && !manners.contains(&Manner::Polls)
    }
}

/// An access that is known, by its number.
pub type AccessId = u32;

/// The accesses of all threads.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    at: FxHashMap<Location, Vec<AccessId>>,
    records: Vec<Record>,
    locations: Vec<Location>,
    /// For each access those that conflict with it.
    conflicts: Vec<Accesses>,
    /// For each thread by its number what cuts it off.
    cuts: Vec<Accesses>,
    knows_signals: bool,
    same_names: SameNames,
    pub shared: Shared,
    pub futures: Futures,
}

/// Locks protect data; the order of operations on a lock itself, and of what outlives a thread, matters all the same.
fn locks_count(location: Location) -> bool {
    matches!(location, Location::Name(..) | Location::Content(_) | Location::Class(_))
}

fn record_of(thread: ThreadId, access: &Access) -> Record {
    let locks = if locks_count(access.location) { access.locks } else { 0 };
    let manner = if matches!(access.location, Location::Sync(_)) { access.manner } else { Manner::Plain };
    Record { thread, writes: access.writes, manner, locks, order: access.order.clone() }
}

impl Knowledge {
    /// Takes in what a turn touched, and gives the numbers of its accesses.
    pub fn take_in(&mut self, thread: ThreadId, accesses: &[Access]) -> Vec<AccessId> {
        let mut ids: Vec<AccessId> = accesses.iter().map(|access| self.take_in_one(thread, access)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The same; true when something was not known before.
    pub fn learn(&mut self, thread: ThreadId, accesses: &[Access]) -> bool {
        let (known, polled) = (self.records.len(), self.shared.polled.len());
        self.take_in(thread, accesses);
        (self.records.len(), self.shared.polled.len()) != (known, polled)
    }

    fn take_in_one(&mut self, thread: ThreadId, access: &Access) -> AccessId {
        let record = record_of(thread, access);
        if access.manner == Manner::Polls {
            self.shared.polled.insert(access.location);
        }
        let there = self.at.entry(access.location).or_default();
        if let Some(&known) = there.iter().find(|&&known| self.records[known as usize] == record) {
            return known;
        }
        let id = self.records.len() as AccessId;
        there.push(id);
        self.knows_signals |= thread == CTRL_C;
        if let Location::Progress(cut) = access.location
            && cut != thread
        {
            self.shared.cut.insert(cut);
            if self.cuts.len() <= cut.0 as usize {
                self.cuts.resize(cut.0 as usize + 1, Accesses::default());
            }
            self.cuts[cut.0 as usize].insert(id);
        }
        self.records.push(record);
        self.locations.push(access.location);
        self.conflicts.push(Accesses::default());
        self.compare(id, &self.same_names.places(access.location));
        id
    }

    /// Finds what an access conflicts with at these places, all of which mean the same.
    fn compare(&mut self, id: AccessId, places: &[Location]) {
        let record = &self.records[id as usize];
        let there = places.iter().filter_map(|place| self.at.get(place)).flatten();
        let known = |&id: &AccessId| (id, &self.records[id as usize]);
        let met: Vec<(AccessId, &Record)> = there.map(known).filter(|(_, other)| other.meets(record)).collect();
        if record.writes {
            self.shared.written.extend(places);
        }
        if met.iter().any(|(_, other)| !other.both_enable(record)) {
            self.shared.contended.extend(places);
        }
        let conflicts: Vec<AccessId> =
            met.iter().filter(|(_, other)| !other.comes_to_the_same(record)).map(|&(id, _)| id).collect();
        for known in conflicts {
            self.conflicts[known as usize].insert(id);
            self.conflicts[id as usize].insert(known);
        }
    }

    /// A state was met in which these names stand for the same objects; true when that was not known.
    pub fn unite(&mut self, names: &[(ObjectName, ObjectName)]) -> bool {
        let mut any = false;
        for &(one, other) in names {
            if !self.same_names.unite(one, other) {
                continue;
            }
            any = true;
            let same = self.same_names.of(one);
            let is_one = |location: &Location| location.object().is_some_and(|name| same.contains(&name));
            let at_these: Vec<Location> = self.at.keys().copied().filter(is_one).collect();
            for location in at_these {
                let places = self.same_names.places(location);
                for id in self.at.get(&location).cloned().unwrap_or_default() {
                    self.compare(id, &places);
                }
            }
        }
        any
    }

    /// What must not come before a turn that touched this, lest the order of the two matter.
    pub fn conflicts_of(&self, thread: ThreadId, touched: &[AccessId]) -> Accesses {
        // What cuts the thread off may come at any time.
        let mut conflicts = self.cuts.get(thread.0 as usize).cloned().unwrap_or_default();
        for &access in touched {
            conflicts.take_in(&self.conflicts[access as usize]);
        }
        conflicts
    }

    /// Whom a turn that touched this cuts off, and so takes away all that they would still do.
    pub fn cut_by(&self, thread: ThreadId, touched: &[AccessId]) -> impl Iterator<Item = ThreadId> {
        touched.iter().filter_map(move |&access| match self.locations[access as usize] {
            Location::Progress(cut) if cut != thread => Some(cut),
            _ => None,
        })
    }

    /// Whether something is known that cuts a thread off, or interrupts it.
    pub fn is_cut(&self, thread: ThreadId) -> bool {
        self.shared.cut.contains(&thread)
    }

    /// Whether a signal has come in some schedule.
    pub fn knows_signals(&self) -> bool {
        self.knows_signals
    }

    /// The place of a thread between two turns.
    pub fn place_of(&mut self, machine: &Machine, thread: ThreadId) -> PlaceId {
        let glance = machine.threads.get(thread.0 as usize).map_or(0, |thread| machine.glance_at(thread));
        self.futures.place(thread, glance)
    }

    /// All accesses to a location.
    pub fn all_at(&self, location: Location) -> Accesses {
        let mut all = Accesses::default();
        for &access in self.at.get(&location).into_iter().flatten() {
            all.insert(access);
        }
        all
    }

    /// A thread now waits for something, and what it touched for that: its next turn, when it takes what it waits for or
    /// gives the wait up, touches it too. That turn may never be seen, because another took it away.
    pub fn wait_at(&mut self, machine: &Machine, thread: ThreadId, touched: &[AccessId]) -> bool {
        let Some(waiting) = machine.threads.get(thread.0 as usize).and_then(Thread::waiting) else { return false };
        if waiting.deadline_ns.is_none() && !matches!(waiting.what, WaitFor::Acquire(_)) {
            return false;
        }
        let location = location_of_wait(machine, waiting.what);
        let is_there = |access: &AccessId| Some(self.locations[*access as usize]) == location;
        let touched: Vec<AccessId> = touched.iter().copied().filter(is_there).collect();
        let place = self.place_of(machine, thread);
        self.futures.touch(place, &touched)
    }

    /// What is known of one who has no place: whoever presses Ctrl-C.
    pub fn all_of(&self, thread: ThreadId) -> Accesses {
        let mut all = Accesses::default();
        for (id, _) in self.records.iter().enumerate().filter(|(_, record)| record.thread == thread) {
            all.insert(id as AccessId);
        }
        all
    }
}
