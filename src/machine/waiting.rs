//! Waiting and waking, and the virtual clock that moves on when nobody runs.

use super::event::{Activity, EventKind, ThreadId, WaitFor};
use super::footprint::Location;
use super::process::Machine;
use super::thread::{Thread, ThreadState, Waiting};
use super::value::Value;

/// A wait that a library function asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wait {
    pub what: WaitFor,
    pub timeout_ns: Option<u64>,
    /// The result when what it waits for comes, and when time runs out.
    pub on_wake: Value,
    pub on_timeout: Value,
}

impl Wait {
    pub fn sleep(duration_ns: u64) -> Self {
        Self { what: WaitFor::Sleep, timeout_ns: Some(duration_ns), on_wake: Value::None, on_timeout: Value::None }
    }

    /// True when it comes, False when time runs out.
    pub fn until(what: WaitFor, timeout_ns: Option<u64>) -> Self {
        Self { what, timeout_ns, on_wake: Value::Bool(true), on_timeout: Value::Bool(false) }
    }
}

/// Work between two things that others can see takes no time in an exploration unless it is longer than this: otherwise
/// no two schedules would ever come to the same state.
pub const TURN_GRAIN_NS: u64 = 1_000_000;

/// What is touched by everybody who lets a thread go on that waits for this, and by who gives the wait up; None where only
/// time ends it.
pub fn location_of_wait(machine: &Machine, what: WaitFor) -> Option<Location> {
    match what {
        WaitFor::Acquire(sync)
        | WaitFor::Notify(sync)
        | WaitFor::QueueItem(sync)
        | WaitFor::QueueRoom(sync)
        | WaitFor::QueueDone(sync) => Some(machine.location_of_sync(sync)),
        WaitFor::Join(thread) | WaitFor::ExitJoin(thread) => Some(Location::Life(thread)),
        WaitFor::Start(thread) => Some(Location::Birth(thread)),
        WaitFor::Input => Some(Location::Input),
        WaitFor::Sleep | WaitFor::Prompt => None,
    }
}

impl Machine {
    /// Parks the stepping thread.
    pub(super) fn park(&mut self, thread: &mut Thread, wait: Wait) {
        self.note_wait(wait.what, wait.timeout_ns.is_some());
        let moment_ns = self.moment_ns();
        let until_ns = wait.timeout_ns.map(|timeout_ns| moment_ns.saturating_add(timeout_ns));
        if let WaitFor::Acquire(lock) = wait.what {
            self.tell_holder(lock);
        }
        self.record(EventKind::Activity(Activity::Waiting { what: wait.what, until_ns }));
        let order = self.next_arrival();
        thread.state = ThreadState::Waiting(Waiting {
            what: wait.what,
            deadline_ns: until_ns,
            since_ns: moment_ns,
            order,
            grab_at_ns: None,
            on_wake: wait.on_wake,
            on_timeout: wait.on_timeout,
        });
    }

    /// What a thread waits for has come: it can go on.
    pub fn wake(&mut self, id: ThreadId, by: Option<ThreadId>) {
        let ThreadState::Waiting(waiting) = &self.threads[id.0 as usize].state else { return };
        let value = waiting.on_wake;
        self.make_ready(id, value, by);
    }

    /// Wakes the first `count` waiters; says how many there were.
    pub fn wake_waiters(&mut self, what: WaitFor, count: usize) -> usize {
        self.note_wait(what, false);
        self.wake_first(what, count)
    }

    /// A new thread has come up.
    pub fn let_starter_go_on(&mut self, id: ThreadId) {
        if let Some(tracker) = &self.heap.tracker {
            tracker.note_coming_up(id);
        }
        self.wake_first(WaitFor::Start(id), usize::MAX);
    }

    pub(super) fn wake_first(&mut self, what: WaitFor, count: usize) -> usize {
        for woken in 0..count {
            match self.threads.first_waiter(what) {
                Some(waiter) => self.wake(waiter, Some(self.current)),
                None => return woken + self.wake_interrupted(what),
            }
        }
        count
    }

    /// A signal's handler runs in the middle of such a wait: it will find that what it waits for has come.
    fn wake_interrupted(&mut self, what: WaitFor) -> usize {
        let waits = self.interrupted_wait.as_ref().is_some_and(|waiting| waiting.what == what);
        if !waits || self.came_meanwhile {
            return 0;
        }
        self.came_meanwhile = true;
        1
    }

    /// Its time has run out.
    pub fn time_out(&mut self, id: ThreadId) {
        let ThreadState::Waiting(waiting) = &self.threads[id.0 as usize].state else { return };
        let value = waiting.on_timeout;
        self.note_wait(waiting.what, true);
        self.make_ready(id, value, None);
    }

    fn make_ready(&mut self, id: ThreadId, value: Value, by: Option<ThreadId>) {
        let order = self.next_arrival();
        let now_ns = self.moment_ns();
        let line = self.line_of_thread(id);
        let thread = &mut self.threads[id.0 as usize];
        thread.state = ThreadState::Ready;
        thread.resume_with = value;
        thread.ready_since_ns = now_ns;
        thread.ready_order = order;
        thread.clock_ns = thread.clock_ns.max(now_ns);
        self.record_for(id, line, EventKind::Woken { by });
        self.record_for(id, line, EventKind::Activity(Activity::Ready));
    }

    /// A new thread may run from now on.
    pub fn bring_up(&mut self, id: ThreadId) {
        let order = self.next_arrival();
        let now_ns = self.moment_ns();
        let thread = &mut self.threads[id.0 as usize];
        thread.state = ThreadState::Ready;
        thread.ready_since_ns = now_ns;
        thread.ready_order = order;
        thread.clock_ns = now_ns;
        self.record_for(id, 0, EventKind::Activity(Activity::Ready));
    }

    /// The moment from which waits are counted and which clocks show: virtual time, or, when schedules are explored, that
    /// of the turn (see [`super::process::Machine::in_turns`]).
    pub fn moment_ns(&self) -> u64 {
        match self.in_turns {
            Some(began_ns) => began_ns + self.now_ns.saturating_sub(began_ns) / TURN_GRAIN_NS * TURN_GRAIN_NS,
            None => self.now_ns,
        }
    }

    /// The next moment at which something happens by itself: a deadline, a lock to be taken, Ctrl-C.
    pub fn next_timer_ns(&mut self) -> Option<u64> {
        let wait_ns = self.threads.next_timer().map(|(at_ns, _)| at_ns);
        let ctrl_c_ns = self.settings.ctrl_c_ns.get(self.next_ctrl_c).copied();
        wait_ns.into_iter().chain(ctrl_c_ns).chain(self.alarm_at_ns).min()
    }

    /// Lets everything happen that is due by now, in order of time and then of arrival.
    pub fn run_due_timers(&mut self) {
        if self.in_turns.is_some() {
            return;
        }
        while let Some(&ctrl_c_ns) = self.settings.ctrl_c_ns.get(self.next_ctrl_c) {
            if ctrl_c_ns > self.now_ns {
                break;
            }
            self.next_ctrl_c += 1;
            self.interrupt_main();
        }
        if self.alarm_at_ns.is_some_and(|at_ns| at_ns <= self.now_ns) {
            self.ring();
        }
        while let Some((at_ns, id)) = self.threads.next_timer().filter(|&(at_ns, _)| at_ns <= self.now_ns) {
            let ThreadState::Waiting(waiting) = &self.threads[id.0 as usize].state else { return };
            match waiting.what {
                WaitFor::Acquire(lock) if waiting.grab_at_ns == Some(at_ns) => self.grab(id, lock),
                _ => self.time_out(id),
            }
        }
    }

    /// The alarm rings, and is set again if it is one that repeats.
    pub fn ring(&mut self) {
        let Some(alarm_at_ns) = self.alarm_at_ns else { return };
        let interval_ns = self.alarm_interval_ns;
        self.alarm_at_ns = (interval_ns > 0).then(|| alarm_at_ns.saturating_add(interval_ns).max(self.now_ns + 1));
        self.alarm_rang = true;
        self.interrupt_main();
    }

    /// Ctrl-C: the main thread gets a `KeyboardInterrupt` as soon as it runs (`Modules/signalmodule.c`).
    pub fn interrupt_main(&mut self) {
        let line = self.line_of_thread(ThreadId::MAIN);
        self.record_for(ThreadId::MAIN, line, EventKind::Interrupted);
        self.note(Location::Progress(ThreadId::MAIN), true);
        self.leaves_threads_behind = true;
        let main = &mut self.threads[ThreadId::MAIN.0 as usize];
        if !main.is_alive() {
            return;
        }
        main.interrupt = true;
        if let Some(waiting) = main.waiting() {
            self.interrupted_wait = Some(waiting.clone());
            self.came_meanwhile = false;
            self.make_ready(ThreadId::MAIN, Value::Unbound, None);
        }
    }

    /// The line of the user's text at which a thread stands that is not stepping now.
    pub fn line_of_thread(&self, id: ThreadId) -> u32 {
        self.threads.get(id.0 as usize).map_or(0, |thread| self.user_line(thread))
    }

    /// The line of the innermost frame of the user's own text; 0 where there is none.
    pub fn user_line(&self, thread: &Thread) -> u32 {
        thread
            .frames
            .iter()
            .rev()
            .find(|frame| self.is_user_code(&frame.code))
            .map_or(0, |frame| self.program.line_at(&frame.code, frame.next_op.saturating_sub(1)))
    }

    /// Each thread's place among those that are ready, or among those that wait for the same.
    pub(super) fn ranks(&self) -> Vec<u64> {
        let mut by_order: Vec<(u64, usize)> = Vec::new();
        for (at, thread) in self.threads.iter().enumerate() {
            match &thread.state {
                ThreadState::Ready => by_order.push((thread.ready_order, at)),
                ThreadState::Waiting(waiting) => by_order.push((waiting.order, at)),
                ThreadState::Initial | ThreadState::Ended | ThreadState::Cut => {}
            }
        }
        by_order.sort_unstable();
        let mut ranks = vec![0; self.threads.len()];
        // Threads wait for few different things.
        let mut counts: Vec<(Option<WaitFor>, u64)> = Vec::new();
        for (_, at) in by_order {
            let what = self.threads[at].waiting().map(|waiting| waiting.what);
            let place = counts.iter().position(|&(known, _)| known == what).unwrap_or(counts.len());
            if place == counts.len() {
                counts.push((what, 0));
            }
            ranks[at] = counts[place].1;
            counts[place].1 += 1;
        }
        ranks
    }
}
