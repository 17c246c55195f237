//! Threads of the simulated process.

use super::event::{Ending, ThreadId, WaitFor};
use super::footprint::Order;
use super::frame::{Frame, Then};
use super::value::Value;

/// One thread: what it is doing, and its frames and operands.
#[derive(Clone, Debug)]
pub struct Thread {
    pub id: ThreadId,
    /// The `Thread` object, None for the main thread until the library has made one.
    pub object: Value,
    pub state: ThreadState,
    pub frames: Vec<Frame>,
    /// Locals and operands of all frames.
    pub stack: Vec<Value>,
    /// The exception being handled (`sys.exc_info()`), Unbound when there is none.
    pub handled: Value,
    /// What a completed wait gives to the operation that waited, and what becomes of it.
    pub resume_with: Value,
    pub resume_then: Then,
    /// An exception to raise when it goes on (Ctrl-C).
    pub interrupt: bool,
    /// The class of that exception, where another thread asked for it; Unbound for Ctrl-C.
    pub asked_to_raise: Value,
    /// What it knows to have happened, while schedules are explored.
    pub order: Order,
    /// It was stopped at a point of a turn, which is not passed again when it goes on.
    pub at_point: bool,
    /// How it ended.
    pub ending: Option<Ending>,
    /// Its own clock under the free-threaded runtime.
    pub clock_ns: u64,
    /// When it last became ready, and in which order among those of the same moment.
    pub ready_since_ns: u64,
    pub ready_order: u64,
}

/// Where a thread is in its life.
#[derive(Clone, Debug, PartialEq)]
pub enum ThreadState {
    /// The object exists; `start()` has not been called.
    Initial,
    Ready,
    Waiting(Waiting),
    Ended,
    /// Frozen at exit.
    Cut,
}

/// A wait.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    pub what: WaitFor,
    pub deadline_ns: Option<u64>,
    pub since_ns: u64,
    /// Position among the waiters of the same thing: first come, first served.
    pub order: u64,
    /// A waiter for a lock that was released: it takes it at this time unless another was faster.
    pub grab_at_ns: Option<u64>,
    /// The result when what it waits for comes, and when time runs out.
    pub on_wake: Value,
    pub on_timeout: Value,
}

impl Waiting {
    /// When something happens to it by itself: it takes the lock, or time runs out.
    pub fn next_timer_ns(&self) -> Option<u64> {
        match (self.deadline_ns, self.grab_at_ns) {
            (Some(deadline_ns), Some(grab_at_ns)) => Some(deadline_ns.min(grab_at_ns)),
            (deadline_ns, grab_at_ns) => deadline_ns.or(grab_at_ns),
        }
    }
}

impl Thread {
    pub fn new(id: ThreadId, object: Value) -> Self {
        Self {
            id,
            object,
            state: ThreadState::Initial,
            frames: Vec::new(),
            stack: Vec::new(),
            handled: Value::Unbound,
            resume_with: Value::Unbound,
            resume_then: Then::Push,
            interrupt: false,
            asked_to_raise: Value::Unbound,
            order: Order::default(),
            at_point: false,
            ending: None,
            clock_ns: 0,
            ready_since_ns: 0,
            ready_order: 0,
        }
    }

    #[inline]
    pub fn push(&mut self, value: Value) {
        self.stack.push(value);
    }

    /// The topmost operand. The compiler guarantees that there is one; Unbound stands in if it were wrong.
    #[inline]
    pub fn pop(&mut self) -> Value {
        self.stack.pop().unwrap_or(Value::Unbound)
    }

    #[inline]
    pub fn top(&self) -> Value {
        self.stack.last().copied().unwrap_or(Value::Unbound)
    }

    /// The two topmost operands, which stay where they are.
    #[inline]
    pub fn top_two(&self) -> (Value, Value) {
        match self.stack[..] {
            [.., left, right] => (left, right),
            _ => (Value::Unbound, Value::Unbound),
        }
    }

    /// Puts one value in the place of the two topmost.
    #[inline]
    pub fn replace_two(&mut self, value: Value) {
        self.stack.pop();
        if let Some(top) = self.stack.last_mut() {
            *top = value;
        }
    }

    /// Pushes what is the n-th from the top.
    #[inline]
    pub fn copy(&mut self, depth: usize) {
        self.push(self.stack[self.stack.len() - depth]);
    }

    /// Lets the topmost and the n-th change places.
    #[inline]
    pub fn swap(&mut self, depth: usize) {
        let top = self.stack.len() - 1;
        self.stack.swap(top, top + 1 - depth);
    }

    #[inline]
    pub fn push_two(&mut self, values: [Value; 2]) {
        self.stack.extend_from_slice(&values);
    }

    #[inline]
    pub fn drop_some(&mut self, count: usize) {
        self.stack.truncate(self.stack.len().saturating_sub(count));
    }

    /// Puts one value in the place of the topmost.
    #[inline]
    pub fn replace(&mut self, value: Value) {
        if let Some(top) = self.stack.last_mut() {
            *top = value;
        }
    }

    #[inline]
    pub fn drop_two(&mut self) {
        self.stack.truncate(self.stack.len().saturating_sub(2));
    }

    /// Leaves the topmost frame with a result that its caller only wants to have pushed, or with the instance that its
    /// caller made; false: it wants more.
    pub(super) fn return_simply(&mut self, value: Value) -> bool {
        let [.., _, frame] = &self.frames[..] else { return false };
        let value = match frame.then {
            Then::Push => value,
            Then::Instance(instance) if value == Value::None => instance,
            _ => return false,
        };
        if frame.generator.is_some() {
            return false;
        }
        self.stack.truncate(frame.floor as usize);
        self.handled = frame.outer_handled;
        self.frames.pop();
        self.stack.push(value);
        true
    }

    /// Pops the n topmost, in order.
    pub fn pop_many(&mut self, count: usize) -> Vec<Value> {
        self.stack.split_off(self.stack.len().saturating_sub(count))
    }

    pub fn is_alive(&self) -> bool {
        matches!(self.state, ThreadState::Ready | ThreadState::Waiting(_))
    }

    pub fn waiting(&self) -> Option<&Waiting> {
        match &self.state {
            ThreadState::Waiting(waiting) => Some(waiting),
            _ => None,
        }
    }

    pub fn for_each_reference(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.object);
        visit(self.handled);
        visit(self.resume_with);
        visit(self.asked_to_raise);
        self.resume_then.for_each_reference(visit);
        self.stack.iter().for_each(|&value| visit(value));
        self.frames.iter().for_each(|frame| frame.for_each_reference(visit));
    }
}
