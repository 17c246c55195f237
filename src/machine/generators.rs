//! Generators: frames that are put aside and resumed.

use super::arguments::Arguments;
use super::call::Called;
use super::classes;
use super::containers::Next;
use super::exception::{Fault, Result};
use super::frame::{Frame, Then};
use super::heap::ObjectId;
use super::names;
use super::object::{Generator, Object, Payload};
use super::process::Machine;
use super::step::Leave;
use super::thread::Thread;
use super::value::Value;
use crate::program::op::Op;
use std::rc::Rc;

impl Machine {
    /// Takes the topmost frame away and makes a generator of it, the result of the call.
    pub fn make_generator(&mut self, thread: &mut Thread) -> Option<(Value, Then)> {
        let mut frame = thread.frames.pop()?;
        let stack = thread.stack.split_off(frame.base as usize);
        thread.stack.truncate(frame.floor as usize);
        let then = std::mem::take(&mut frame.then);
        let name = Rc::from(frame.code.name.as_str());
        let has_handlers = !frame.code.handlers.is_empty();
        let class = match &*frame.code.name {
            _ if self.is_user_code(&frame.code) => classes::GENERATOR,
            "_zip" => classes::ZIP,
            "_map_one" | "_map_many" => classes::MAP,
            "_filter" => classes::FILTER,
            "_enumerate" => classes::ENUMERATE,
            _ => classes::GENERATOR,
        };
        let id = self.heap.allocate(Object::new(class, Payload::Plain));
        frame.generator = Some(id);
        self.heap.get_mut(id).payload = Payload::Generator(Box::new(Generator {
            frame: Some(frame),
            stack,
            handled: Value::Unbound,
            started: false,
            finished: false,
            name,
        }));
        if self.finalization.is_enabled && has_handlers {
            self.finalization.watch(id).is_generator = true;
        }
        Some((Value::Object(id), then))
    }

    /// Lets a suspended generator go on with a value sent to it.
    pub fn resume_generator(&mut self, thread: &mut Thread, id: ObjectId, sent: Value, then: Then) -> Result<Resumed> {
        self.check_recursion(thread)?;
        let Payload::Generator(generator) = &mut self.heap.get_mut(id).payload else { return Ok(Resumed::Exhausted) };
        if generator.finished {
            return Ok(Resumed::Exhausted);
        }
        let Some(mut frame) = generator.frame.take() else {
            return self.value_error("generator already executing");
        };
        if !generator.started && sent != Value::None {
            generator.frame = Some(frame);
            return self.type_error("can't send non-None value to a just-started generator");
        }
        let was_started = std::mem::replace(&mut generator.started, true);
        let handled = std::mem::take(&mut generator.handled);
        let floor = thread.stack.len();
        // The memory stays for the next time.
        thread.stack.extend_from_slice(&generator.stack);
        generator.stack.clear();
        if was_started {
            thread.stack.push(sent);
        }
        frame.base = floor as u32;
        frame.floor = floor as u32;
        frame.then = then;
        frame.outer_handled = thread.handled;
        if handled.is_bound() {
            thread.handled = handled;
        }
        thread.frames.push(frame);
        Ok(Resumed::Entered)
    }

    /// Suspends the topmost frame, a generator's: what it yielded goes to whoever resumed it.
    pub fn suspend_generator(&mut self, thread: &mut Thread) -> Then {
        let Some(mut frame) = thread.frames.pop() else { return Then::Push };
        let handled = if thread.handled == frame.outer_handled { Value::Unbound } else { thread.handled };
        thread.handled = frame.outer_handled;
        let (then, floor) = (std::mem::take(&mut frame.then), frame.floor as usize);
        if let Some(id) = frame.generator
            && let Payload::Generator(generator) = &mut self.heap.get_mut(id).payload
        {
            generator.stack.extend_from_slice(&thread.stack[frame.base as usize..]);
            generator.handled = handled;
            generator.frame = Some(frame);
        }
        thread.stack.truncate(floor);
        then
    }

    /// Marks the generator of a frame that was left as finished.
    pub fn finish_generator(&mut self, frame: &Frame) {
        if let Some(id) = frame.generator
            && let Payload::Generator(generator) = &mut self.heap.get_mut(id).payload
        {
            generator.finished = true;
        }
    }

    /// The generator to which a suspended generator delegates by `yield from`, if it does.
    pub fn generator_delegate(&self, id: ObjectId) -> Option<Value> {
        let Payload::Generator(generator) = &self.heap.get(id).payload else { return None };
        let frame = generator.frame.as_ref()?;
        match frame.code.ops.get(frame.next_op as usize) {
            Some(Op::YieldFrom) => generator
                .stack
                .last()
                .copied()
                .filter(|&inner| matches!(self.payload(inner), Some(Payload::Generator(_)))),
            _ => None,
        }
    }

    /// What makes a generator, or leaves one with a value.
    pub(super) fn generator_operation(&mut self, thread: &mut Thread, op: Op) -> Result<Leave> {
        match op {
            Op::Yield => {
                let value = thread.pop();
                let then = self.suspend_generator(thread);
                self.deliver(thread, then, value)
            }
            Op::YieldFrom => {
                let sent = thread.pop();
                let iterator = thread.top();
                self.yield_from(thread, iterator, sent)?;
                Ok(Leave::Frame)
            }
            _ => {
                if let Some((generator, then)) = self.make_generator(thread) {
                    self.finish(thread, then, generator)?;
                }
                Ok(Leave::Frame)
            }
        }
    }

    /// The next item of the iterator on top of the stack, for a `for` loop that ends at this operation.
    pub(super) fn iterate(&mut self, thread: &mut Thread, target: u32) -> Result<Iterated> {
        let iterator = thread.top();
        let Value::Object(id) = iterator else {
            return self.type_error(&format!("iter() returned non-iterator of type '{}'", self.type_name(iterator)));
        };
        Ok(match &self.heap.get(id).payload {
            Payload::Iterator(_) => match self.next_item(id)? {
                Next::Item(item) => Iterated::Item(item),
                Next::End => Iterated::End,
            },
            Payload::Generator(_) => {
                match self.resume_generator(thread, id, Value::None, Then::ForIterate { target })? {
                    Resumed::Entered => Iterated::Resumed,
                    Resumed::Exhausted => Iterated::End,
                }
            }
            _ => match self.next_by_method(thread, iterator, target)? {
                Some(Called::Done(item, _)) => Iterated::Item(item),
                Some(Called::Entered | Called::Waits) => Iterated::Elsewhere,
                None => Iterated::End,
            },
        })
    }

    /// The next item from an iterator with a `__next__` of its own; None at the end.
    pub(super) fn next_by_method(
        &mut self,
        thread: &mut Thread,
        iterator: Value,
        target: u32,
    ) -> Result<Option<Called>> {
        let method = self.lookup(self.class_of(iterator), names::NEXT).unwrap_or(Value::None);
        match self.call(thread, method, Arguments::positional(&[iterator]), Then::ForIterate { target }) {
            Err(Fault::Raised(exception)) if self.is_instance(exception, classes::STOP_ITERATION) => Ok(None),
            called => called.map(Some),
        }
    }
}

/// What a round of a `for` loop begins with.
pub(super) enum Iterated {
    Item(Value),
    End,
    /// A generator goes on, which gives the next item.
    Resumed,
    /// Code runs that gives the next item.
    Elsewhere,
}

/// How the resumption of a generator went.
pub enum Resumed {
    Entered,
    Exhausted,
}
