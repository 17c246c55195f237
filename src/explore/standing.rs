//! How the threads stand in a state: who can come next, and who only after whom.

use super::futures::{Accesses, PlaceId};
use super::knowledge::Knowledge;
use crate::machine::Machine;
use crate::machine::event::{ThreadId, WaitFor};
use crate::machine::footprint::Location;
use crate::machine::thread::{Thread, ThreadState};
use crate::machine::waiting::location_of_wait;
use crate::run::turns::{self, CTRL_C};

/// What lets a thread go on that waits.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Waits {
    /// Nothing but time.
    ForNobody,
    /// Only this one, by going on.
    For(ThreadId),
    /// Only who touches this.
    ForWhoTouches(Location),
    /// Perhaps anybody.
    ForAnybody,
}

/// How one thread stands.
#[derive(Clone, Copy, Debug)]
struct Standing {
    /// When it can come by itself.
    at_ns: Option<u64>,
    waits: Waits,
    place: PlaceId,
}

/// How all threads stand; None for those that do nothing (any more, or until another starts them).
#[derive(Clone, Debug)]
pub struct Standings {
    threads: Vec<Option<Standing>>,
    /// When a signal may come next.
    signal_at_ns: Option<u64>,
}

/// A turn that was tried: whose, and what it touched.
#[derive(Clone, Debug)]
pub struct Footprint {
    pub thread: ThreadId,
    pub touched: Vec<u32>,
}

impl Standings {
    pub fn of(machine: &Machine, knowledge: &mut Knowledge) -> Self {
        let signals = machine.settings.ctrl_c_ns.get(machine.next_ctrl_c).copied().into_iter();
        // An alarm can be set at any time by a program that sets alarms.
        let alarm = match machine.settings.ctrl_c_ns.is_empty() && knowledge.knows_signals() {
            true => Some(0),
            false => machine.alarm_at_ns,
        };
        let threads = machine.threads.iter().map(|thread| standing_of(machine, knowledge, thread)).collect();
        Self { threads, signal_at_ns: signals.chain(alarm).min() }
    }

    fn get(&self, thread: ThreadId) -> Option<&Standing> {
        self.threads.get(thread.0 as usize)?.as_ref()
    }

    pub fn place(&self, thread: ThreadId) -> Option<PlaceId> {
        self.get(thread).map(|standing| standing.place)
    }

    fn ids(&self) -> impl Iterator<Item = ThreadId> + use<> {
        (0..self.threads.len() as u32).map(ThreadId)
    }

    fn signal_may_come(&self, until_ns: u64) -> bool {
        self.signal_at_ns.is_some_and(|at_ns| at_ns <= until_ns)
    }

    /// By thread who may go on at some time, no later than this moment, while none of these does.
    fn who_can_come(&self, knowledge: &Knowledge, without: &[ThreadId], until_ns: u64) -> Vec<bool> {
        let mut can_come = vec![false; self.threads.len()];
        let mut any = true;
        while std::mem::take(&mut any) {
            for id in self.ids().filter(|id| !without.contains(id)) {
                if !can_come[id.0 as usize] && self.may_come(knowledge, id, &can_come, until_ns) {
                    can_come[id.0 as usize] = true;
                    any = true;
                }
            }
        }
        can_come
    }

    /// Whether one may come if those come of whom that is known.
    fn may_come(&self, knowledge: &Knowledge, id: ThreadId, can_come: &[bool], until_ns: u64) -> bool {
        let Some(standing) = self.get(id) else { return false };
        standing.at_ns.is_some_and(|at_ns| at_ns <= until_ns)
            || (id == ThreadId::MAIN && self.signal_may_come(until_ns))
            || standing.waits == Waits::ForAnybody
            || self.lets_go_on(knowledge, standing.waits).any(|other| other != id && can_come[other.0 as usize])
    }

    /// Those who can let go on who waits so.
    fn lets_go_on<'a>(&'a self, knowledge: &'a Knowledge, waits: Waits) -> impl Iterator<Item = ThreadId> + 'a {
        let touching = match waits {
            Waits::ForWhoTouches(location) => knowledge.all_at(location),
            _ => Accesses::default(),
        };
        self.ids().filter(move |&id| match waits {
            Waits::For(only) => id == only,
            Waits::ForWhoTouches(_) => {
                self.place(id).is_some_and(|place| knowledge.futures.from(place).meets(&touching))
            }
            _ => false,
        })
    }

    /// Who may come before one of these turns so that the order matters, while no thread of the set goes on; None:
    /// somebody who is no thread.
    fn disturbers(
        &self,
        knowledge: &Knowledge,
        can_come: &[bool],
        turns: &[&Footprint],
        until_ns: u64,
    ) -> Option<Vec<ThreadId>> {
        let mut disturbers = Vec::new();
        for turn in turns {
            let conflicts = knowledge.conflicts_of(turn.thread, &turn.touched);
            if self.signal_may_come(until_ns) && knowledge.all_of(CTRL_C).meets(&conflicts) {
                return None;
            }
            let is_cut = |id: ThreadId| knowledge.cut_by(turn.thread, &turn.touched).any(|cut| cut == id);
            for id in self.ids().filter(|id| can_come[id.0 as usize]) {
                let Some(place) = self.place(id) else { continue };
                if knowledge.futures.from(place).meets(&conflicts) || is_cut(id) {
                    disturbers.push(id);
                }
            }
        }
        disturbers.sort_unstable();
        disturbers.dedup();
        Some(disturbers)
    }

    /// Whether nobody comes before these turns so that the order matters, as long as these threads do not go on.
    pub fn are_enough(&self, knowledge: &Knowledge, set: &[ThreadId], turns: &[&Footprint], until_ns: u64) -> bool {
        let can_come = self.who_can_come(knowledge, set, until_ns);
        self.disturbers(knowledge, &can_come, turns, until_ns).is_some_and(|disturbers| disturbers.is_empty())
    }

    /// The smallest set of threads around this one whose turns are enough; None: those of all. `turns` are those that are
    /// possible now.
    pub fn enough_around(
        &self,
        knowledge: &Knowledge,
        thread: ThreadId,
        turns: &[Footprint],
        until_ns: u64,
    ) -> Option<Vec<ThreadId>> {
        let is_possible = |id: ThreadId| turns.iter().any(|turn| turn.thread == id);
        let mut set = vec![thread];
        loop {
            let can_come = self.who_can_come(knowledge, &set, until_ns);
            let taken: Vec<&Footprint> = turns.iter().filter(|turn| set.contains(&turn.thread)).collect();
            let disturbers = self.disturbers(knowledge, &can_come, &taken, until_ns)?;
            if disturbers.is_empty() {
                return Some(set);
            }
            // Who waits cannot come as long as nobody goes on who could let it.
            let mut wanted = disturbers;
            let mut seen: Vec<ThreadId> = Vec::new();
            while let Some(id) = wanted.pop() {
                if seen.contains(&id) || set.contains(&id) {
                    continue;
                }
                seen.push(id);
                if is_possible(id) {
                    set.push(id);
                    continue;
                }
                let waits = self.get(id)?.waits;
                if matches!(waits, Waits::ForNobody | Waits::ForAnybody) {
                    return None;
                }
                wanted.extend(self.lets_go_on(knowledge, waits).filter(|other| can_come[other.0 as usize]));
            }
            if turns.iter().all(|turn| set.contains(&turn.thread)) {
                return None;
            }
        }
    }
}

fn standing_of(machine: &Machine, knowledge: &mut Knowledge, thread: &Thread) -> Option<Standing> {
    if !thread.is_alive() {
        return None;
    }
    let place = knowledge.place_of(machine, thread.id);
    let ThreadState::Waiting(waiting) = &thread.state else {
        return Some(Standing { at_ns: Some(thread.clock_ns), waits: Waits::ForNobody, place });
    };
    let waits = match waiting.what {
        WaitFor::Sleep => Waits::ForNobody,
        WaitFor::Join(other) | WaitFor::ExitJoin(other) | WaitFor::Start(other) => Waits::For(other),
        WaitFor::Acquire(lock) => {
            let owner = machine.syncs.get(lock.0 as usize).filter(|sync| sync.held > 0).and_then(|sync| sync.owner);
            let is_polled = knowledge.shared.polled.contains(&machine.location_of_sync(lock));
            owner.filter(|_| !is_polled).map_or(Waits::ForAnybody, Waits::For)
        }
        what @ (WaitFor::Notify(_) | WaitFor::QueueItem(_) | WaitFor::QueueRoom(_) | WaitFor::QueueDone(_)) => {
            location_of_wait(machine, what).map_or(Waits::ForAnybody, Waits::ForWhoTouches)
        }
        WaitFor::Prompt | WaitFor::Input => Waits::ForAnybody,
    };
    // Another thread can interrupt the main thread in its wait.
    let waits = match thread.id == ThreadId::MAIN && knowledge.is_cut(thread.id) {
        true => Waits::ForAnybody,
        false => waits,
    };
    Some(Standing { at_ns: turns::by_itself_at_ns(machine, thread), waits, place })
}
