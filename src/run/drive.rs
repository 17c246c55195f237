//! The driver: lets the threads of a machine go on under a policy, slice by slice, until the process is gone or there is
//! nothing more to find out.

use super::by_turns::Playback;
use super::endless::Endless;
use super::limits::Limits;
use super::trace::{FileInfo, LimitReached, NeverExits, Outcome, Switch, Trace, thread_infos};
use crate::machine::Machine;
use crate::machine::clock::SWITCH_INTERVAL_NS;
use crate::machine::event::{Activity, EventKind, ThreadId};
use crate::machine::exception::Fault;
use crate::machine::inspection::Inspection;
use crate::machine::limits::Limit;
use crate::machine::settings::Runtime;
use crate::machine::step::{StepLimit, Stopped};
use crate::machine::thread::ThreadState;
use crate::schedule::recording::{Entry, MAX_ENTRIES, Mode, Schedule};
use crate::schedule::{Choice, Policy};
use std::rc::Rc;

/// Without the GIL, threads whose clocks are at most this far apart can overtake one another.
const FREE_THREADED_RACE_NS: u64 = 60_000;
/// Without the GIL a thread may run ahead of the others by this much before they catch up.
const FREE_THREADED_LEAD_NS: u64 = 1_000;
/// Operations between two looks at whether the state comes round again.
const OPERATIONS_BETWEEN_LOOKS: u64 = 20_000;
/// Work beside the program's (collecting, taking a fingerprint) is counted in things looked at; so many of them take
/// about as long as an operation.
const SEEN_AN_OPERATION: usize = 4;
/// Objects whose memory is given back in the time of an operation.
const OBJECTS_GIVEN_BACK_AN_OPERATION: usize = 1;

fn things_seen_in(operations: u64) -> usize {
    usize::try_from(operations).unwrap_or(usize::MAX).saturating_mul(SEEN_AN_OPERATION)
}

/// A run in progress.
pub struct Run {
    pub(super) machine: Machine,
    policy: Box<dyn Policy>,
    limits: Limits,
    pub(super) schedule: Schedule,
    /// The turns that are being played, if the policy prescribes turns.
    pub(super) turns: Option<Playback>,
    pub(super) switches: Vec<Switch>,
    /// Who has the interpreter, since when.
    pub(super) holder: Option<ThreadId>,
    held_since_ns: u64,
    /// The thread that goes on in the same slice, though a timer came due or it was time for a look.
    unfinished: Option<ThreadId>,
    /// The thread that was interrupted for the caller's sake, and how far its step was to go: nothing happens in between,
    /// so that a run is the same however it is cut into calls.
    interrupted: Option<(ThreadId, StepLimit)>,
    /// The state has been looked at in this turn.
    looked: bool,
    /// When to interrupt a step for a look at the state, in operations.
    look_at: u64,
    slice_over: bool,
    /// The threads that could go on, as of the last look.
    ready: Vec<ThreadId>,
    pub(super) end_ns: u64,
    endless: Endless,
    /// What happened, as far as it is not still with the machine.
    pub(super) events: Vec<crate::machine::event::Event>,
    pub(super) outcome: Option<Outcome>,
}

impl Run {
    pub fn new(mut machine: Machine, policy: Box<dyn Policy>, limits: Limits) -> Self {
        machine.collects_in_parts = true;
        let turns = policy.turns().map(Playback::new);
        // Turns that are prescribed ask nobody who comes next.
        if turns.is_none() {
            machine.threads.keep_agenda();
        }
        let mode = match (&turns, policy.at_visible_points()) {
            (Some(_), _) => Mode::Turns,
            (None, true) => Mode::VisiblePoints,
            (None, false) => Mode::Slices,
        };
        let schedule = Schedule { mode, entries: Vec::new() };
        Self {
            endless: Endless::new(&machine),
            machine,
            policy,
            limits,
            schedule,
            turns,
            switches: Vec::new(),
            holder: None,
            held_since_ns: 0,
            unfinished: None,
            interrupted: None,
            looked: false,
            look_at: 0,
            slice_over: true,
            ready: Vec::new(),
            end_ns: 0,
            events: Vec::new(),
            outcome: None,
        }
    }

    /// Goes on for about so many operations, or as long with work that is not the program's; true when the run is over.
    pub fn advance(&mut self, operations: u64) -> bool {
        let mut left = operations;
        while left > 0 {
            let spent = if self.outcome.is_some() {
                match self.give_back_memory(left) {
                    Some(spent) => spent,
                    None => return true,
                }
            } else if self.machine.is_collecting() {
                let seen = self.machine.collect(things_seen_in(left));
                (seen / SEEN_AN_OPERATION) as u64
            } else if self.endless.is_looking() {
                self.go_on_looking(left)
            } else {
                self.run_machine(left)
            };
            left = left.saturating_sub(spent.max(1));
        }
        self.outcome.is_some() && self.machine.heap.is_empty()
    }

    /// One turn of the machine's, interrupted after so many operations; how many it did. To find out whose turn it is
    /// takes about an operation a thread.
    fn run_machine(&mut self, operations: u64) -> u64 {
        let before = self.machine.operations;
        self.turn(before.saturating_add(operations));
        if self.turns.is_none() {
            self.end_ns = self.end_ns.max(self.machine.now_ns);
        }
        if self.outcome.is_none() {
            self.check_limits();
        }
        self.machine.operations - before + self.machine.threads.len() as u64
    }

    /// Once the run is over its memory is given back, some of it at a time; None when there is none left.
    fn give_back_memory(&mut self, operations: u64) -> Option<u64> {
        if self.machine.heap.is_empty() {
            return None;
        }
        let objects = usize::try_from(operations).unwrap_or(usize::MAX).saturating_mul(OBJECTS_GIVEN_BACK_AN_OPERATION);
        self.machine.heap.dismantle(objects);
        Some(operations)
    }

    fn go_on_looking(&mut self, operations: u64) -> u64 {
        let before = self.endless.seen();
        if let Some((first_ns, again_ns)) = self.endless.go_on(&self.machine, things_seen_in(operations)) {
            self.outcome =
                Some(Outcome::NeverExits(NeverExits::Repeats { first_ns, again_ns, keepers: self.keepers() }));
        }
        (self.endless.seen() - before) / SEEN_AN_OPERATION as u64
    }

    /// To the end.
    pub fn finish(mut self) -> Trace {
        while !self.advance(u64::MAX / 2) {}
        self.into_trace()
    }

    /// Operations so far.
    pub fn operations(&self) -> u64 {
        self.machine.operations
    }

    /// Events so far, and the virtual time.
    pub fn progress(&self) -> (usize, u64) {
        (self.event_count(), self.end_ns)
    }

    fn event_count(&self) -> usize {
        self.events.len() + self.machine.events.len()
    }

    /// The process as it stands.
    pub fn inspect(&mut self) -> Inspection {
        self.machine.inspect()
    }

    /// Gives it up where it stands.
    pub fn give_up(&mut self) {
        if self.outcome.is_none() {
            self.outcome = Some(Outcome::Unknown(LimitReached::Operations(self.machine.operations)));
        }
    }

    pub(super) fn check_limits(&mut self) {
        let reached = if self.machine.operations >= self.limits.operations {
            LimitReached::Operations(self.limits.operations)
        } else if self.event_count() >= self.limits.events || self.schedule.entries.len() >= MAX_ENTRIES {
            LimitReached::Events(self.limits.events)
        } else if self.end_ns >= self.limits.virtual_time_ns {
            LimitReached::VirtualTime(self.limits.virtual_time_ns)
        } else {
            return;
        };
        self.outcome = Some(Outcome::Unknown(reached));
    }

    /// One turn: something that is due happens, or a thread goes on until the process has done so many operations in all.
    fn turn(&mut self, until: u64) {
        if self.turns.is_some() {
            return self.play_turn(until);
        }
        let step = match self.interrupted.take() {
            Some(step) => Some(step),
            None => match self.machine.settings.runtime {
                Runtime::Gil => self.turn_with_gil(),
                Runtime::FreeThreaded => self.turn_side_by_side(),
            },
        };
        let Some((thread, limit)) = step else { return };
        self.looked = false;
        let stopped = self.machine.step(thread, StepLimit { operations: until.min(self.look_at), ..limit });
        self.unfinished = None;
        match stopped {
            Stopped::Gone => self.outcome = Some(Outcome::Exited { code: self.machine.exit_code.unwrap_or(0) }),
            Stopped::Fault(fault) => self.outcome = Some(self.fault(fault)),
            Stopped::OutOfOperations if self.machine.operations >= self.look_at => self.unfinished = Some(thread),
            Stopped::OutOfOperations => self.interrupted = Some((thread, limit)),
            // A timer came due in the middle of the slice: the slice is not over for that.
            Stopped::SliceOver if self.goes_on_in_slice() => self.unfinished = Some(thread),
            Stopped::SliceOver => self.slice_over = true,
            Stopped::Visible => self.slice_over = false,
            Stopped::Blocked => {
                self.delay(thread);
                self.holder = None;
                self.slice_over = true;
            }
            Stopped::Ended => {
                self.holder = None;
                self.slice_over = true;
            }
        }
        if self.interrupted.is_none() && self.machine.threads[thread.0 as usize].state != ThreadState::Ready {
            self.endless.stop_running(thread);
        }
    }

    pub(super) fn fault(&self, fault: Fault) -> Outcome {
        match fault {
            Fault::NotSupported(message) => Outcome::NotSupported { message, line: self.machine.line },
            Fault::Limit(limit) => Outcome::Unknown(match limit {
                Limit::Memory => LimitReached::Memory(crate::machine::limits::MEMORY_LIMIT_BYTES),
                Limit::Length => LimitReached::Length(crate::machine::limits::LENGTH_LIMIT),
                Limit::Entries => LimitReached::Entries(crate::machine::limits::TABLE_LIMIT),
                Limit::Disk => LimitReached::Disk(crate::machine::limits::DISK_LIMIT_BYTES),
                Limit::Names => LimitReached::Names(crate::machine::limits::NAME_LIMIT),
                Limit::Integer => LimitReached::Integer,
                Limit::Threads => LimitReached::Threads(crate::machine::limits::THREAD_LIMIT),
                Limit::Output => LimitReached::Output(crate::machine::limits::OUTPUT_LIMIT),
            }),
            Fault::Raised(exception) => Outcome::NotSupported {
                message: format!("an exception in the library itself ({})", self.machine.type_name(exception)),
                line: self.machine.line,
            },
        }
    }

    /// A sleeper may wake up late.
    fn delay(&mut self, thread: ThreadId) {
        let waiting = self.machine.threads[thread.0 as usize].waiting();
        if waiting.is_some_and(|waiting| waiting.deadline_ns.is_some())
            && let Some(delay_ns) = self.policy.wake_delay_ns(thread)
            && let ThreadState::Waiting(waiting) = &mut self.machine.threads[thread.0 as usize].state
            && let Some(deadline_ns) = &mut waiting.deadline_ns
        {
            *deadline_ns = deadline_ns.saturating_add(delay_ns);
            self.schedule.entries.push(Entry::DelayNs(delay_ns));
        }
    }

    /// The threads that can go on, first come first.
    fn look_who_is_ready(&mut self) -> Vec<ThreadId> {
        let mut ready = std::mem::take(&mut self.ready);
        self.machine.threads.ready(&mut ready);
        ready
    }

    /// Nobody can go on: the clock moves to the next thing that happens by itself. False: there is none.
    fn wait_for_timer(&mut self) -> bool {
        let Some(at_ns) = self.machine.next_timer_ns() else {
            let waiting = self.chain_of_waits();
            self.outcome = Some(Outcome::NeverExits(NeverExits::Stuck { waiting }));
            return false;
        };
        self.machine.now_ns = self.machine.now_ns.max(at_ns);
        true
    }

    /// Looks, once a turn, whether the whole state has come round again: then it does so for ever. False as long as the
    /// look is not over.
    fn has_looked(&mut self, ready: &[ThreadId]) -> bool {
        if self.looked {
            return true;
        }
        self.looked = true;
        self.look_at = self.machine.operations + OPERATIONS_BETWEEN_LOOKS;
        let Some(policy_state) = self.policy.state() else { return true };
        let slice_ns = if ready.len() > 1 { self.machine.now_ns - self.held_since_ns } else { 0 };
        let own = (policy_state, self.holder.map_or(u64::MAX, |thread| u64::from(thread.0)), slice_ns, self.slice_over);
        self.endless.look(&self.machine, own);
        !self.endless.is_looking()
    }

    // --- With the GIL ------------------------------------------------------------------------------------------------

    fn turn_with_gil(&mut self) -> Option<(ThreadId, StepLimit)> {
        self.machine.run_due_timers();
        let ready = self.look_who_is_ready();
        let step = self.turn_of_one(&ready);
        self.ready = ready;
        step
    }

    fn turn_of_one(&mut self, ready: &[ThreadId]) -> Option<(ThreadId, StepLimit)> {
        if !self.has_looked(ready) {
            return None;
        }
        if ready.is_empty() {
            self.looked = false;
            self.wait_for_timer();
            return None;
        }
        let thread = match self.unfinished.or(self.holder.filter(|holder| *ready == [*holder])) {
            Some(thread) if ready.contains(&thread) => thread,
            _ => self.choose(ready),
        };
        self.hand_over(thread);
        let until_ns = self.slice_end_ns(thread).into_iter().chain(self.machine.next_timer_ns()).min();
        let at_visible = self.policy.at_visible_points();
        Some((thread, StepLimit { until_ns: until_ns.unwrap_or(u64::MAX), operations: 0, at_visible, turn: None }))
    }

    /// When a thread must give the interpreter away because another waits for it.
    fn slice_end_ns(&mut self, thread: ThreadId) -> Option<u64> {
        let since_ns = self.machine.threads.others_ready_since_ns(thread)?;
        Some(since_ns.max(self.held_since_ns) + SWITCH_INTERVAL_NS)
    }

    /// With the GIL, whether the step of the holder was over for something else than the end of its slice.
    fn goes_on_in_slice(&mut self) -> bool {
        let Some(holder) = self.holder.filter(|_| self.machine.settings.runtime == Runtime::Gil) else { return false };
        self.slice_end_ns(holder).is_none_or(|end_ns| self.machine.now_ns < end_ns)
    }

    fn choose(&mut self, ready: &[ThreadId]) -> ThreadId {
        if let [only] = ready {
            return *only;
        }
        let current = self.holder.filter(|holder| ready.contains(holder));
        let chosen = self.policy.choose(Choice { ready, current, slice_over: self.slice_over });
        let chosen = if ready.contains(&chosen) { chosen } else { ready[0] };
        self.schedule.entries.push(Entry::Choose(chosen));
        chosen
    }

    pub(super) fn hand_over(&mut self, to: ThreadId) {
        if self.holder == Some(to) {
            return;
        }
        if let Some(from) = self.holder
            && self.machine.threads[from.0 as usize].state == ThreadState::Ready
        {
            let line = self.machine.line_of_thread(from);
            self.machine.record_for(from, line, EventKind::Activity(Activity::Ready));
        }
        self.machine.record_running(to);
        self.holder = Some(to);
        self.held_since_ns = self.machine.now_ns;
    }

    // --- Side by side ------------------------------------------------------------------------------------------------

    fn turn_side_by_side(&mut self) -> Option<(ThreadId, StepLimit)> {
        let mut ready = self.look_who_is_ready();
        let step = self.turn_of_first(&mut ready);
        self.ready = ready;
        step
    }

    fn turn_of_first(&mut self, ready: &mut [ThreadId]) -> Option<(ThreadId, StepLimit)> {
        ready.sort_by_key(|id| self.machine.threads[id.0 as usize].clock_ns);
        let clock_of = |machine: &Machine, id: ThreadId| machine.threads[id.0 as usize].clock_ns;
        let first_ns = ready.first().map(|&id| clock_of(&self.machine, id));
        let timer_ns = self.machine.next_timer_ns();
        if let Some(at_ns) = timer_ns
            && first_ns.is_none_or(|first_ns| at_ns <= first_ns)
        {
            self.machine.now_ns = at_ns;
            self.machine.run_due_timers();
            return None;
        }
        let Some(first_ns) = first_ns else {
            self.wait_for_timer();
            return None;
        };
        self.machine.now_ns = first_ns;
        if !self.has_looked(ready) {
            return None;
        }
        let thread = match self.unfinished {
            Some(thread) if ready.contains(&thread) => thread,
            _ => {
                let racing: Vec<ThreadId> = ready
                    .iter()
                    .copied()
                    .filter(|&id| clock_of(&self.machine, id) <= first_ns + FREE_THREADED_RACE_NS)
                    .collect();
                if self.policy.at_visible_points() { self.choose(&racing) } else { racing[0] }
            }
        };
        let clock_ns = clock_of(&self.machine, thread);
        self.machine.now_ns = clock_ns;
        if self.endless.start_running(thread) {
            self.machine.record_running(thread);
        }
        let others_ns = ready.iter().filter(|&&id| id != thread).map(|&id| clock_of(&self.machine, id)).min();
        let until_ns = others_ns
            .map(|other_ns| other_ns.max(clock_ns) + FREE_THREADED_LEAD_NS)
            .into_iter()
            .chain(self.machine.next_timer_ns())
            .min()
            .unwrap_or(u64::MAX);
        let at_visible = self.policy.at_visible_points();
        Some((thread, StepLimit { until_ns, operations: 0, at_visible, turn: None }))
    }

    /// Without the GIL a thread may be a little ahead of the one that freezes it. What it did by then was done before.
    fn hold_back_the_frozen(&mut self) {
        let is_freeze = |event: &crate::machine::event::Event| {
            matches!(event.kind, EventKind::Phase(crate::machine::event::Phase::Finalizing))
        };
        let Some(at) = self.events.iter().position(is_freeze) else { return };
        let frozen_ns = self.events[at].at_ns;
        for event in &mut self.events[..at] {
            event.at_ns = event.at_ns.min(frozen_ns);
        }
    }

    /// What the run gave; what is still open counts as given up.
    pub fn into_trace(mut self) -> Trace {
        self.give_up();
        match self.events.is_empty() {
            true => self.events = std::mem::take(&mut self.machine.events),
            false => self.events.append(&mut self.machine.events),
        }
        self.hold_back_the_frozen();
        let machine = self.machine;
        let threads = thread_infos(&machine);
        let files = machine
            .files
            .disk
            .iter()
            .filter(|(path, content)| !machine.is_own_text(path, content))
            .map(|(path, content)| FileInfo {
                path: path.clone(),
                content: String::from_utf8_lossy(content).into_owned(),
                lost_bytes: machine
                    .files
                    .open
                    .iter()
                    .filter(|file| file.path == *path && !file.closed)
                    .map(|file| file.buffer.len() as u64)
                    .sum(),
            })
            .collect();
        self.events.sort_by_key(|event| event.at_ns);
        let end_ns = match self.events.last() {
            Some(event) if matches!(self.outcome, Some(Outcome::Exited { .. })) => event.at_ns,
            _ => self.end_ns,
        };
        Trace {
            threads,
            syncs: Rc::unwrap_or_clone(machine.sync_infos),
            events: self.events,
            files,
            outcome: self.outcome.unwrap_or(Outcome::Unknown(LimitReached::Operations(0))),
            end_ns,
            stdout: machine.streams.stdout,
            stderr: machine.streams.stderr,
            switches: self.switches,
            diverged: self.turns.is_some_and(|playback| playback.diverged),
            schedule: self.schedule,
        }
    }
}
