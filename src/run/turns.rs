//! Turns of a machine: who could move now, and the moving. An exploration takes every turn that is possible, a replay those
//! that were written down.
//!
//! Between turns time is coarse: work takes none unless it is long, so that states which differ only by microseconds are
//! one. Each thread has a clock, which its waits move on. Who is late by less than the race window may be overtaken.

use crate::machine::Machine;
use crate::machine::event::{SyncId, ThreadId, WaitFor};
use crate::machine::footprint::{Meeting, thread_bit};
use crate::machine::settings::Runtime;
use crate::machine::step::{StepLimit, Stopped, Turn as TurnLimit};
use crate::machine::thread::{Thread, ThreadState};
use crate::schedule::turn::{Mover, Turn};
use rustc_hash::FxHashSet;

/// Up to this version the interpreter lets others in between almost any two operations (`Python/ceval.c`, the check of
/// `eval_breaker` before each); from 3.10 on only at calls and at the ends of rounds.
const LAST_VERSION_THAT_SWITCHES_ANYWHERE: u8 = 9;
/// A loop that looks at the clock sees it move on by this much a round (`sys.getswitchinterval()`), at most.
const CLOCK_STEP_NS: u64 = 5_000_000;

/// Parts that a turn consists of, at most: a loop that gives back locks is cut somewhere.
const PARTS_OF_A_TURN: usize = 100;

/// Who presses Ctrl-C, where threads are told apart.
pub const CTRL_C: ThreadId = ThreadId(u32::MAX);

/// Something that could come next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Possible {
    pub mover: Mover,
    /// Since when, or for when, it is due.
    pub at_ns: u64,
    order: u64,
}

/// A move that cannot be made now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotPossible;

/// Whether a thread that waits for this lock could take it: it is free, and nobody waits longer.
fn can_take(machine: &Machine, thread: ThreadId, lock: SyncId) -> bool {
    machine.syncs.get(lock.0 as usize).is_some_and(|sync| sync.held == 0)
        && machine.threads.look_for_first_waiter(WaitFor::Acquire(lock)) == Some(thread)
}

fn free_since_ns(machine: &Machine, lock: SyncId) -> u64 {
    machine.syncs.get(lock.0 as usize).map_or(0, |sync| sync.free_since_ns)
}

/// What a thread does by itself, now or later.
fn pending_of(machine: &Machine, thread: &Thread) -> impl Iterator<Item = Possible> + use<> {
    let by_itself = Mover::Thread(thread.id);
    let (mut first, mut second) = (None, None);
    match &thread.state {
        ThreadState::Ready => {
            first = Some(Possible { mover: by_itself, at_ns: thread.clock_ns, order: thread.ready_order });
        }
        ThreadState::Waiting(waiting) => {
            let mut mover = by_itself;
            if let WaitFor::Acquire(lock) = waiting.what
                && can_take(machine, thread.id, lock)
            {
                let at_ns = thread.clock_ns.max(free_since_ns(machine, lock));
                first = Some(Possible { mover, at_ns, order: waiting.order });
                mover = Mover::TimeOut(thread.id);
            }
            second = waiting.deadline_ns.map(|at_ns| Possible { mover, at_ns, order: waiting.order });
        }
        _ => {}
    }
    first.into_iter().chain(second)
}

/// When a thread that lives can go on by itself, if nobody else does anything.
pub fn by_itself_at_ns(machine: &Machine, thread: &Thread) -> Option<u64> {
    pending_of(machine, thread).map(|possible| possible.at_ns).min()
}

/// All that is due or will be, whenever.
fn pending(machine: &Machine) -> Vec<Possible> {
    let mut pending: Vec<Possible> = machine.threads.iter().flat_map(|thread| pending_of(machine, thread)).collect();
    if let Some(&at_ns) = machine.settings.ctrl_c_ns.get(machine.next_ctrl_c) {
        pending.push(Possible { mover: Mover::CtrlC, at_ns, order: 0 });
    }
    if let Some(at_ns) = machine.alarm_at_ns {
        pending.push(Possible { mover: Mover::Alarm, at_ns, order: 0 });
    }
    pending
}

/// The moment of the earliest thing that is due; 0 when there is none.
pub fn earliest_ns(machine: &Machine) -> u64 {
    pending(machine).iter().map(|possible| possible.at_ns).min().unwrap_or(0)
}

/// The threads that could move now or at some time by themselves, a bit for each (the last also for Ctrl-C).
pub fn pending_bits(machine: &Machine) -> u64 {
    pending(machine).iter().fold(0, |bits, possible| bits | bit_of(possible.mover))
}

/// The bit of who moves: one for all signals.
pub fn bit_of(mover: Mover) -> u64 {
    mover.thread().map_or(1 << 63, thread_bit)
}

/// What could come next, the earliest first: all that is due no later than the race window after the first.
pub fn possible(machine: &Machine, race_window_ns: u64) -> Vec<Possible> {
    let mut possible = pending(machine);
    let Some(first_ns) = possible.iter().map(|possible| possible.at_ns).min() else { return possible };
    let last_ns = first_ns.saturating_add(race_window_ns);
    possible.retain(|possible| possible.at_ns <= last_ns);
    possible.sort_by_key(|possible| (possible.at_ns, possible.order));
    possible
}

/// Which of these usually comes next: the thread that has the interpreter goes on, else what is due first.
pub fn usual(possible: &[Possible], current: Option<ThreadId>) -> usize {
    let first_ns = possible.first().map_or(0, |first| first.at_ns);
    let goes_on =
        |possible: &Possible| possible.at_ns <= first_ns && current.map(Mover::Thread) == Some(possible.mover);
    possible.iter().position(goes_on).unwrap_or(0)
}

/// Whether time can pass for threads that go round and round: something will happen by itself later.
pub fn can_spin(machine: &Machine) -> bool {
    spin_until_ns(machine).is_some()
}

/// The moment of a thread that can go on without time having passed: it is ready, or it looks for something with a time-out
/// of 0 (`event.wait(0)`), which is over when it has begun.
fn due_at_once_ns(thread: &Thread) -> Option<u64> {
    match &thread.state {
        ThreadState::Ready => Some(thread.clock_ns),
        ThreadState::Waiting(waiting) => waiting.deadline_ns.filter(|&at_ns| at_ns <= waiting.since_ns),
        _ => None,
    }
}

/// The next moment after the clocks of the threads that could go on.
fn spin_until_ns(machine: &Machine) -> Option<u64> {
    let latest_ns = machine.threads.iter().filter_map(due_at_once_ns).max()?;
    let timers = pending(machine).into_iter().map(|possible| possible.at_ns).filter(|&at_ns| at_ns > latest_ns).min();
    if machine.clock_reads > 0 {
        let step_ns = latest_ns + CLOCK_STEP_NS;
        return Some(timers.map_or(step_ns, |at_ns| at_ns.min(step_ns)));
    }
    timers
}

/// Prepares a move: wakes who has to be woken. The thread that goes on now, if it is a thread's move.
///
/// # Errors
/// The move is not possible now.
pub fn begin(machine: &mut Machine, mover: Mover) -> Result<Option<ThreadId>, NotPossible> {
    match mover {
        Mover::Thread(id) | Mover::TimeOut(id) => {
            let Some(thread) = machine.threads.get(id.0 as usize) else { return Err(NotPossible) };
            let (clock_ns, state) = (thread.clock_ns, thread.state.clone());
            watch(machine, id);
            match state {
                ThreadState::Ready => begin_at(machine, clock_ns),
                ThreadState::Waiting(waiting) => {
                    let lock = match waiting.what {
                        WaitFor::Acquire(lock) if mover == Mover::Thread(id) => Some(lock),
                        _ => None,
                    };
                    match lock.filter(|&lock| can_take(machine, id, lock)) {
                        Some(lock) => {
                            begin_at(machine, clock_ns.max(free_since_ns(machine, lock)));
                            machine.current = id;
                            machine.grab(id, lock);
                        }
                        None => {
                            let Some(deadline_ns) = waiting.deadline_ns else { return Err(NotPossible) };
                            begin_at(machine, deadline_ns.max(clock_ns));
                            machine.time_out(id);
                        }
                    }
                }
                _ => return Err(NotPossible),
            }
            Ok(Some(id))
        }
        Mover::CtrlC => {
            let Some(&at_ns) = machine.settings.ctrl_c_ns.get(machine.next_ctrl_c) else { return Err(NotPossible) };
            watch(machine, CTRL_C);
            begin_at(machine, at_ns.max(machine.threads[0].clock_ns));
            machine.next_ctrl_c += 1;
            machine.interrupt_main();
            Ok(None)
        }
        Mover::Alarm => {
            let Some(at_ns) = machine.alarm_at_ns else { return Err(NotPossible) };
            watch(machine, CTRL_C);
            begin_at(machine, at_ns.max(machine.threads[0].clock_ns));
            machine.ring();
            Ok(None)
        }
        Mover::Spin => {
            let Some(until_ns) = spin_until_ns(machine) else { return Err(NotPossible) };
            begin_at(machine, until_ns);
            for at in 0..machine.threads.len() {
                if due_at_once_ns(&machine.threads[at]).is_some() {
                    let thread = &mut machine.threads[at];
                    thread.clock_ns = until_ns;
                    if let ThreadState::Waiting(waiting) = &mut thread.state {
                        (waiting.since_ns, waiting.deadline_ns) = (until_ns, Some(until_ns));
                    }
                }
            }
            Ok(None)
        }
        Mover::Repeats => Err(NotPossible),
    }
}

fn begin_at(machine: &mut Machine, at_ns: u64) {
    machine.in_turns = Some(at_ns);
    machine.now_ns = at_ns;
}

/// Who moves, for the tracker if there is one.
fn watch(machine: &mut Machine, id: ThreadId) {
    if machine.heap.tracker.is_none() {
        return;
    }
    let order = machine.threads.get(id.0 as usize).map(|thread| thread.order.clone()).unwrap_or_default();
    let has_company = machine.has_company(id, &order);
    let locks = machine.locks_of(id);
    if let Some(tracker) = &mut machine.heap.tracker {
        tracker.begin(id, order, has_company, locks);
    }
}

/// Where turns were seen to end: what a thread did next from there was a turn of its own, so it need not be tried again.
#[derive(Debug, Default)]
pub struct TurnEnds(FxHashSet<(ThreadId, u64)>);

/// How far a turn goes that is taken for the first time.
#[derive(Debug)]
pub enum Extent<'a> {
    /// To the next point.
    OnePoint,
    /// To the first meeting with another thread.
    Meeting,
    /// And on through what only lets others go on.
    MeetingAndRelease(&'a mut TurnEnds),
}

/// A turn that was taken.
#[derive(Clone, Debug)]
pub struct TurnTaken {
    /// By which it can be taken again.
    pub turn: Turn,
    /// The thread that went on, and where it stopped; None where time or a signal moved.
    pub went_on: Option<(ThreadId, Stopped)>,
}

/// Takes a turn; a thread that works for so many operations without meeting another is stopped there once.
///
/// # Errors
/// It is not possible now.
pub fn take(
    machine: &mut Machine,
    mover: Mover,
    extent: Extent<'_>,
    operations: u64,
) -> Result<TurnTaken, NotPossible> {
    let points = machine.points;
    let Some(thread) = begin(machine, mover)? else {
        return Ok(TurnTaken { turn: Turn { mover, points: None }, went_on: None });
    };
    let stopped = match extent {
        Extent::OnePoint => go_on(machine, thread, points + 1, false, machine.operations + operations),
        Extent::Meeting => go_on_to_meeting(machine, thread, operations),
        Extent::MeetingAndRelease(ends) => {
            let stopped = go_on_to_meeting(machine, thread, operations);
            go_on_through_release(machine, thread, stopped, ends, operations)
        }
    };
    let ends_by_itself = !matches!(stopped, Stopped::Visible | Stopped::OutOfOperations);
    let points = if ends_by_itself { None } else { Some(machine.points - points) };
    Ok(TurnTaken { turn: Turn { mover, points }, went_on: Some((thread, stopped)) })
}

/// What comes after a meeting and only lets others go on (a lock is given back, the thread ends) belongs to the same
/// turn: it could as well have been done at once with the meeting. So does work that nobody notices, up to a wait.
fn go_on_through_release(
    machine: &mut Machine,
    thread: ThreadId,
    mut stopped: Stopped,
    ends: &mut TurnEnds,
    operations: u64,
) -> Stopped {
    for _ in 0..PARTS_OF_A_TURN {
        if stopped != Stopped::Visible || machine.meeting() == Meeting::Nobody {
            break;
        }
        let here = (thread, machine.glance_at(&machine.threads[thread.0 as usize]));
        if ends.0.contains(&here) {
            break;
        }
        let before = machine.clone();
        if let Some(tracker) = &mut machine.heap.tracker {
            tracker.begin_part();
        }
        let next = go_on_to_meeting(machine, thread, operations);
        match (&next, machine.meeting()) {
            (Stopped::Visible, Meeting::LetsGoOn) => {}
            (Stopped::Blocked | Stopped::Ended, Meeting::Nobody | Meeting::LetsGoOn) => return next,
            _ => {
                *machine = before;
                ends.0.insert(here);
                break;
            }
        }
        stopped = next;
    }
    stopped
}

/// Lets a thread go on to the first meeting with another, or until it waits or ends. One that works for so many operations
/// without that is stopped at the next point, where a replay that counts points stops as well.
fn go_on_to_meeting(machine: &mut Machine, id: ThreadId, operations: u64) -> Stopped {
    let stopped = go_on(machine, id, u64::MAX, true, machine.operations + operations);
    match stopped {
        Stopped::OutOfOperations => go_on(machine, id, machine.points + 1, true, machine.operations + operations),
        stopped => stopped,
    }
}

/// Lets a thread go on in its turn, for so many points, or to the first meeting with another, or until it waits or ends.
pub fn go_on(machine: &mut Machine, id: ThreadId, until_points: u64, at_meeting: bool, operations: u64) -> Stopped {
    let settings = &machine.settings;
    let each_operation =
        settings.runtime == Runtime::FreeThreaded || settings.python.0 <= LAST_VERSION_THAT_SWITCHES_ANYWHERE;
    let turn = TurnLimit { until_points, at_meeting, each_operation };
    let limit = StepLimit { until_ns: u64::MAX, operations, at_visible: false, turn: Some(turn) };
    machine.lets_others_catch_up = false;
    machine.lets_others_in = false;
    let mut stopped = machine.step(id, limit);
    // Without the GIL a new thread lets its starter catch up, which between turns has no meaning.
    while stopped == Stopped::SliceOver {
        stopped = machine.step(id, limit);
    }
    machine.heap.mark_newly_shared();
    stopped
}
