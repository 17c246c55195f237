//! One step: a thread goes on until it blocks, ends, or its slice is over.

use super::arguments::Arguments;
use super::classes;
use super::event::{Activity, EventKind, ThreadId};
use super::exception::{Fault, Result};
use super::footprint::Meeting;
use super::frame::{Frame, Then};
use super::limits::{Limit, NAME_LIMIT};
use super::object::{Function, Payload};
use super::process::Machine;
use super::thread::{Thread, ThreadState};
use super::value::Value;
use crate::program::code::Code;
use crate::program::op::Op;
use std::rc::Rc;

/// A thread that is interrupted where a loop begins anew has jumped there: what is raised is raised by the jump, which
/// lies within the same `try` as the loop's body. Where a handler runs first the jump is done again if that returns.
#[cold]
#[inline(never)]
fn step_back_to_jump(thread: &mut Thread, raises: bool) {
    let Some(frame) = thread.frames.last_mut() else { return };
    let target = frame.next_op;
    let Some(jump) = frame.code.ops.iter().rposition(|&op| op == Op::JumpBack(target)) else { return };
    let jump = jump as u32;
    let handler_of =
        |at: u32| frame.code.handlers.iter().position(|handler| (handler.start..handler.end).contains(&at));
    if raises {
        frame.next_op = jump + 1;
    } else if jump > 0 && handler_of(jump - 1) == handler_of(jump) {
        frame.next_op = jump;
    }
}

/// How far a step may go.
#[derive(Clone, Copy, Debug)]
pub struct StepLimit {
    /// The slice is over at this virtual time.
    pub until_ns: u64,
    /// The step is interrupted when the process has done so many operations in all; it can then be continued.
    pub operations: u64,
    /// Stop after everything that other threads can see.
    pub at_visible: bool,
    /// Take a turn: stop at points, as said here.
    pub turn: Option<Turn>,
}

/// How far a turn goes, in points: places at which CPython lets another thread in (`eval_breaker`: calls, the beginnings
/// of functions, the ends of rounds; without the GIL, and up to 3.9, between any two operations).
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    /// After so many points in all (see [`Machine::points`]).
    pub until_points: u64,
    /// At the first point after something was done that others can notice.
    pub at_meeting: bool,
    /// Between any two operations is a point.
    pub each_operation: bool,
}

/// Why a step ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Stopped {
    /// The thread waits.
    Blocked,
    /// The thread has ended.
    Ended,
    /// Its slice is over.
    SliceOver,
    /// It did something that others can see.
    Visible,
    /// The number of operations is used up; the same thread must go on.
    OutOfOperations,
    /// The process is gone.
    Gone,
    /// Something that is not modelled, or a limit.
    Fault(Fault),
}

/// How an operation leaves the inner loop.
pub(super) enum Leave {
    /// Go on in the frame that is now topmost, after a look at what else there is to do.
    Frame,
    /// The same, but nothing else can have come up.
    Simply,
    Stop(Stopped),
}

impl Machine {
    /// Lets a ready thread go on.
    pub fn step(&mut self, id: ThreadId, limit: StepLimit) -> Stopped {
        let Some(mut stepping) = self.threads.take(id.0 as usize) else { return Stopped::Ended };
        let thread = Rc::make_mut(&mut stepping);
        self.current = id;
        if self.is_collecting() {
            self.collect(usize::MAX);
        }
        // What the interrupted step did is seen at the end of its rest.
        if !std::mem::take(&mut self.was_interrupted) {
            self.visible = false;
        }
        let stopped = match self.resume(thread) {
            Ok(()) => self.interpret(thread, limit),
            Err(fault) => Stopped::Fault(fault),
        };
        if let Stopped::SliceOver | Stopped::Visible = stopped {
            let order = self.next_arrival();
            thread.ready_order = order;
            thread.ready_since_ns = self.now_ns;
        }
        self.was_interrupted = stopped == Stopped::OutOfOperations;
        thread.clock_ns = self.moment_ns();
        self.threads.put_back(id.0 as usize, stepping);
        stopped
    }

    /// Gives a thread that waited what its wait gave.
    pub(super) fn resume(&mut self, thread: &mut Thread) -> Result<()> {
        // In the library's own functions only waits are interrupted; what the wait gave is not lost.
        let is_waiting = thread.id == ThreadId::MAIN && self.interrupted_wait.is_some();
        let is_open = |frame: &Frame| is_waiting || self.is_user_code(&frame.code);
        if thread.interrupt && thread.frames.last().is_some_and(is_open) {
            thread.interrupt = false;
            if !is_waiting && !thread.resume_with.is_bound() {
                let has_handler = matches!(self.payload(self.interrupt_handler), Some(Payload::Function(_)));
                let raises = thread.asked_to_raise.is_bound() || !has_handler;
                step_back_to_jump(thread, raises);
            }
            let asked = std::mem::take(&mut thread.asked_to_raise);
            if asked.is_bound() {
                return self.raise_as_asked(thread, asked);
            }
            if let Some(Payload::Function(handler)) = self.payload(self.interrupt_handler) {
                return self.enter_interrupt_handler(thread, &handler.clone());
            }
            self.interrupted_wait = None;
            thread.resume_with = Value::Unbound;
            thread.resume_then = Then::Push;
            let exception = self.exception(classes::KEYBOARD_INTERRUPT, Vec::new());
            return self.unwind(thread, Fault::Raised(exception), false);
        }
        let value = std::mem::take(&mut thread.resume_with);
        if value.is_bound() {
            let then = std::mem::take(&mut thread.resume_then);
            match self.finish(thread, then, value) {
                Ok(()) => {}
                Err(fault) => self.unwind(thread, fault, false)?,
            }
        }
        Ok(())
    }

    /// What another thread asked this one to raise (`PyThreadState_SetAsyncExc`); what a wait gave is lost.
    #[cold]
    #[inline(never)]
    fn raise_as_asked(&mut self, thread: &mut Thread, class: Value) -> Result<()> {
        thread.resume_with = Value::Unbound;
        thread.resume_then = Then::Push;
        let Some(Payload::Function(raise)) = self.payload(self.library_function("raise_class")) else { return Ok(()) };
        self.enter_function(thread, &raise.clone(), Arguments::positional(&[class]), Then::Drop)
    }

    /// The program's own handler of SIGINT runs first. If it returns, an interrupted wait is taken up again and its
    /// result goes where it would have gone.
    fn enter_interrupt_handler(&mut self, thread: &mut Thread, handler: &Rc<Function>) -> Result<()> {
        let value = std::mem::take(&mut thread.resume_with);
        let then = std::mem::take(&mut thread.resume_then);
        let (argument, then) = match (&self.interrupted_wait, value.is_bound()) {
            (Some(_), _) => (Value::Bool(true), then),
            // The wait was over when the signal came: its result is kept.
            (None, true) => (Value::Bool(false), Then::PushInstead(value)),
            (None, false) => (Value::Bool(false), Then::Drop),
        };
        self.enter_function(thread, handler, Arguments::positional(&[argument]), then)
    }

    pub(super) fn interpret(&mut self, thread: &mut Thread, limit: StepLimit) -> Stopped {
        loop {
            if self.exit_code.is_some() {
                return Stopped::Gone;
            }
            if let ThreadState::Waiting(_) = thread.state {
                return Stopped::Blocked;
            }
            if thread.frames.is_empty() {
                thread.state = ThreadState::Ended;
                return Stopped::Ended;
            }
            self.operations += self.heap.take_uncounted_operations();
            if self.heap.wants_collection() {
                self.begin_collection(thread);
                if self.collects_in_parts {
                    return Stopped::OutOfOperations;
                }
                self.collect(usize::MAX);
            }
            if self.heap.is_too_large() {
                return Stopped::Fault(Fault::Limit(Limit::Memory));
            }
            if self.program.symbols.len() > NAME_LIMIT {
                return Stopped::Fault(Fault::Limit(Limit::Names));
            }
            if std::mem::take(&mut self.between_phases)
                && (limit.at_visible || limit.turn.is_some_and(|turn| self.turn_ends(turn)))
            {
                return Stopped::Visible;
            }
            if std::mem::take(&mut self.lets_others_catch_up) {
                return Stopped::SliceOver;
            }
            match self.run_frames(thread, limit) {
                Ok(Leave::Frame | Leave::Simply) => {}
                Ok(Leave::Stop(stopped)) => return stopped,
                Err(fault) => return Stopped::Fault(fault),
            }
        }
    }

    /// Runs the topmost frame, and the frames that are entered and left from there in simple ways.
    fn run_frames(&mut self, thread: &mut Thread, limit: StepLimit) -> Result<Leave> {
        loop {
            match self.run_frame(thread, limit) {
                Ok(Leave::Simply) if !self.is_called_away() => {}
                Ok(Leave::Simply) => return Ok(Leave::Frame),
                left => return left,
            }
        }
    }

    /// Whether something has to be seen to between two frames.
    fn is_called_away(&self) -> bool {
        self.exit_code.is_some() || self.between_phases || self.lets_others_catch_up || self.heap.wants_collection()
    }

    /// Where a step may end, and the clock is right: looks whether it does, or whether a signal's handler has to run.
    #[cold]
    pub(super) fn look_up(&mut self, thread: &mut Thread, limit: StepLimit, is_user: bool) -> Result<Option<Leave>> {
        self.operations += self.heap.take_uncounted_operations();
        if let Some(turn) = limit.turn
            && (std::mem::take(&mut self.lets_others_in) || is_user && !turn.each_operation)
            && self.turn_ends(turn)
        {
            thread.at_point = true;
            return Ok(Some(Leave::Stop(Stopped::Visible)));
        }
        if self.operations >= limit.operations {
            thread.at_point = is_user && limit.turn.is_some_and(|turn| !turn.each_operation);
            return Ok(Some(Leave::Stop(Stopped::OutOfOperations)));
        }
        if !is_user {
            return Ok(None);
        }
        if self.now_ns >= limit.until_ns {
            return Ok(Some(Leave::Stop(Stopped::SliceOver)));
        }
        if limit.at_visible && self.visible {
            return Ok(Some(Leave::Stop(Stopped::Visible)));
        }
        if thread.interrupt {
            self.resume(thread)?;
            return Ok(Some(Leave::Frame));
        }
        Ok(None)
    }

    /// Whether others can notice what the stepping thread has done.
    pub fn meeting(&self) -> Meeting {
        self.heap.tracker.as_ref().map_or(Meeting::Nobody, |tracker| tracker.meeting())
    }

    /// A point at which a turn may end: whether it does.
    pub(super) fn turn_ends(&mut self, turn: Turn) -> bool {
        self.points += 1;
        turn.at_meeting && self.meeting() != Meeting::Nobody || self.points >= turn.until_points
    }

    pub fn is_user_code(&self, code: &Code) -> bool {
        code.is_user
    }

    /// Tells that a thread now has the interpreter.
    pub fn record_running(&mut self, id: ThreadId) {
        let line = self.line_of_thread(id);
        self.record_for(id, line, EventKind::Activity(Activity::Running));
    }
}
