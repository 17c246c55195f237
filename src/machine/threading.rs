//! Threads from the machine's side: making, starting, ending, and the freeze at exit.

use super::event::{Ending, EventKind, Lost, Phase, SyncKind, ThreadId, WaitFor};
use super::footprint::{Location, NEXT_THREAD, Order};
use super::frame::Frame;
use super::object::Payload;
use super::process::{Machine, ThreadFacts};
use super::thread::{Thread, ThreadState};
use super::value::Value;
use crate::program::code::RegionKind;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What `threading.get_ident()` gives for the main thread: like a Linux `pthread_t`, and always the same.
const FIRST_IDENTIFIER: u64 = 140_245_312_345_856;
const IDENTIFIER_STEP: u64 = 8_392_704;
/// What `threading.get_native_id()` and `os.getpid()` give for the main thread.
pub const PROCESS_ID: u64 = 4_242;

impl Machine {
    /// A new thread, not started.
    pub fn new_thread(&mut self, object: Value, facts: ThreadFacts) -> ThreadId {
        let id = ThreadId(self.threads.len() as u32);
        self.note(NEXT_THREAD, true);
        self.threads.push(Thread::new(id, object));
        Rc::make_mut(&mut self.thread_facts).push(facts);
        self.record(EventKind::Created { thread: id });
        id
    }

    /// `threading.get_ident()` of a thread.
    pub fn identifier(&self, id: ThreadId) -> u64 {
        FIRST_IDENTIFIER - u64::from(id.0) * IDENTIFIER_STEP
    }

    /// Whether it was started and has not ended; `polls`: whoever asks goes on in either case.
    pub fn is_thread_alive(&self, id: ThreadId, polls: bool) -> bool {
        if let Some(tracker) = self.heap.tracker.as_ref().filter(|_| polls) {
            tracker.note_look_at_life(id);
        }
        self.threads.get(id.0 as usize).is_some_and(Thread::is_alive)
    }

    /// Whether it is no daemon.
    pub fn is_regular(&self, id: ThreadId) -> bool {
        self.thread_facts.get(id.0 as usize).is_some_and(|facts| !facts.daemon)
    }

    /// The threads that live, in the order of their starts; the main thread first, and always.
    pub fn roster(&self, polls: bool) -> Vec<ThreadId> {
        self.note(Location::Starts, false);
        let lives = |id: &ThreadId| self.is_thread_alive(*id, polls);
        std::iter::once(ThreadId::MAIN).chain(self.started.iter().copied().filter(lives)).collect()
    }

    /// The stepping thread has come to its end: those who wait for it can go on.
    pub fn end_thread(&mut self, thread: &mut Thread, how: Ending) {
        thread.state = ThreadState::Ended;
        thread.ending = Some(how.clone());
        self.threads[thread.id.0 as usize].state = ThreadState::Ended;
        Rc::make_mut(&mut self.thread_facts)[thread.id.0 as usize].ended_at_ns = Some(self.now_ns);
        self.record_for(thread.id, self.line, EventKind::Ended { how });
        self.order_end(thread);
        self.let_joiners_go_on(thread.id);
    }

    /// Those who wait for the end of a thread can go on.
    pub fn let_joiners_go_on(&mut self, ended: ThreadId) {
        if let Some(tracker) = &self.heap.tracker {
            tracker.note_end(ended);
        }
        self.wake_first(WaitFor::Join(ended), usize::MAX);
        self.wake_first(WaitFor::ExitJoin(ended), usize::MAX);
    }

    /// Whether a thread was started whose end this order does not know.
    pub fn has_company(&self, me: ThreadId, order: &Order) -> bool {
        let unknown = |other: &Thread| match other.state {
            ThreadState::Initial => false,
            ThreadState::Ended => order.stretches_of(other.id) <= other.order.stretches_of(other.id),
            _ => true,
        };
        self.threads.iter().any(|other| other.id != me && unknown(other))
    }

    /// The stepping thread has started another: what each knows of the other from now on.
    pub(crate) fn order_start(&mut self, starter: &mut Thread, started: ThreadId) {
        if self.heap.tracker.is_none() {
            return;
        }
        starter.order.advance(starter.id);
        self.threads[started.0 as usize].order = starter.order.clone();
        let syncs = self.syncs.len();
        if let Some(tracker) = &mut self.heap.tracker {
            tracker.started(starter.order.clone(), syncs);
        }
    }

    /// What a thread knows once it has learnt that another has ended.
    fn order_after_end(&self, mut order: Order, ended: &Thread) -> Order {
        order.join(&ended.order);
        if order.stretches_of(ended.id) <= ended.order.stretches_of(ended.id) {
            order.advance(ended.id);
        }
        order
    }

    /// The stepping thread finds that another has ended.
    pub(crate) fn order_join(&mut self, thread: &mut Thread, ended: ThreadId) {
        let Some(other) = self.threads.get(ended.0 as usize) else { return };
        if self.heap.tracker.is_none() || other.state != ThreadState::Ended {
            return;
        }
        thread.order = self.order_after_end(thread.order.clone(), other);
        let has_company = self.has_company(thread.id, &thread.order);
        if let Some(tracker) = &mut self.heap.tracker {
            tracker.joined(thread.order.clone(), has_company);
        }
    }

    /// Those who wait for the end of this thread learn of it.
    fn order_end(&mut self, ended: &Thread) {
        if self.heap.tracker.is_none() {
            return;
        }
        for at in 0..self.threads.len() {
            let joins = [WaitFor::Join(ended.id), WaitFor::ExitJoin(ended.id)];
            if self.threads[at].waiting().is_some_and(|waiting| joins.contains(&waiting.what)) {
                self.threads[at].order = self.order_after_end(self.threads[at].order.clone(), ended);
            }
        }
    }

    pub fn enter_phase(&mut self, phase: Phase) {
        self.note(Location::Phase, true);
        if phase > self.phase {
            self.phase = phase;
            self.record(EventKind::Phase(phase));
        }
    }

    /// The interpreter begins to finalize: every other thread stays where it is for ever (fact E1: no further bytecode,
    /// no `finally`, no `__exit__`, no flush; `Python/ceval_gil.c`, `take_gil`).
    pub fn freeze_others(&mut self, running: ThreadId) {
        // Without the GIL each thread has a clock of its own, and the interpreter stops the world first: whatever a thread
        // was in the middle of is over by then.
        let latest_ns = self.threads.iter().map(|thread| thread.clock_ns).max().unwrap_or(0);
        if self.in_turns.is_none() {
            self.now_ns = self.now_ns.max(latest_ns);
        }
        for at in 0..self.threads.len() {
            let id = ThreadId(at as u32);
            if id == running || !self.is_thread_alive(id, true) {
                continue;
            }
            self.note(Location::Progress(id), true);
            let thread = std::mem::replace(&mut self.threads[at], Thread::new(id, Value::None));
            let line = self.user_line(&thread);
            let lost = self.what_is_lost(&thread);
            self.threads[at] = thread;
            self.threads[at].state = ThreadState::Cut;
            self.record_for(id, line, EventKind::Cut { lost });
        }
    }

    /// The promises that a thread breaks by never going on.
    pub fn what_is_lost(&self, thread: &Thread) -> Vec<Lost> {
        let mut lost = Vec::new();
        for frame in thread.frames.iter().rev().filter(|frame| self.is_user_code(&frame.code)) {
            self.lost_in_frame(frame, &mut lost);
        }
        for (at, sync) in self.syncs.iter().enumerate() {
            if sync.kind == SyncKind::Queue && sync.owner == Some(thread.id) {
                lost.extend(self.lost_in_queue(super::event::SyncId(at as u32), sync.object));
            }
            if sync.kind == SyncKind::Future && sync.owner == Some(thread.id) && self.is_running_future(sync.object) {
                lost.push(Lost::Future { sync: super::event::SyncId(at as u32) });
            }
            if sync.held > 0 && sync.owner == Some(thread.id) && !self.is_internal(sync.object) {
                lost.push(Lost::HeldLock { sync: super::event::SyncId(at as u32) });
            }
        }
        for file in
            self.files.open.iter().filter(|file| !file.closed && !file.buffer.is_empty() && file.opened_by == thread.id)
        {
            lost.push(Lost::UnflushedFile { path: file.path.clone(), bytes: file.buffer.len() as u64 });
        }
        lost
    }

    fn is_running_future(&self, future: Value) -> bool {
        let state = self.program.symbols.get("_state").and_then(|name| self.attributes(future)?.get(name));
        state.and_then(|state| self.as_str(state)).is_some_and(|state| &**state == "RUNNING")
    }

    /// Items that nobody takes any more, and items taken and not done where the program counts tasks.
    fn lost_in_queue(&self, sync: super::event::SyncId, queue: Value) -> Option<Lost> {
        let attribute = |object: Value, name: &str| {
            self.program.symbols.get(name).and_then(|name| self.attributes(object)?.get(name)).unwrap_or(Value::None)
        };
        let held = attribute(queue, "queue");
        let items = if self.as_sequence(held).is_some() { held } else { attribute(held, "_deque__items") };
        let waiting = self.as_sequence(items).map_or(0, <[Value]>::len) as u64;
        let counts = attribute(queue, "_counts_tasks") == Value::Bool(true);
        let tasks = self.as_int(attribute(queue, "unfinished_tasks")).unwrap_or(0).max(0) as u64;
        let unfinished = if counts { tasks.saturating_sub(waiting) } else { 0 };
        (waiting + unfinished > 0).then_some(Lost::QueueItems { sync, waiting, unfinished })
    }

    fn lost_in_frame(&self, frame: &Frame, lost: &mut Vec<Lost>) {
        let at = frame.next_op.saturating_sub(1);
        let mut seen = BTreeSet::new();
        let Some(file) = self.program.files.get(frame.code.file as usize) else { return };
        for region in frame.code.regions.iter().filter(|region| (region.start..region.end).contains(&at)) {
            if !seen.insert((region.span.start, region.span.end)) {
                continue;
            }
            let line = file.line_of(region.span.start);
            lost.push(match region.kind {
                RegionKind::Finally => Lost::Finally { line },
                RegionKind::With => {
                    let expression =
                        file.text.get(region.span.start as usize..region.span.end as usize).unwrap_or("").to_owned();
                    Lost::With { line, expression }
                }
            });
        }
    }

    /// A lock that a condition or the like made for itself and the program never sees.
    fn is_internal(&self, object: Value) -> bool {
        match self.payload(object) {
            Some(Payload::Handle(index)) => {
                self.sync_infos.get(*index as usize).is_some_and(|info| info.name == "mutex")
            }
            _ => false,
        }
    }
}
