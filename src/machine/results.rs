//! What becomes of the results of calls, and of what generators give.

use super::arguments::Arguments;
use super::call::Called;
use super::classes;
use super::containers::Next;
use super::exception::{Fault, Result};
use super::frame::Then;
use super::generators::Resumed;
use super::library::Flow;
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::step::Leave;
use super::thread::Thread;
use super::value::Value;

impl Machine {
    /// Leaves the topmost frame with a result.
    pub(super) fn return_from_frame(&mut self, thread: &mut Thread, value: Value) -> Result<()> {
        let Some(mut frame) = thread.frames.pop() else { return Ok(()) };
        thread.stack.truncate(frame.floor as usize);
        thread.handled = frame.outer_handled;
        let then = std::mem::take(&mut frame.then);
        if frame.generator.is_some() {
            self.finish_generator(&frame);
            return self.exhausted(thread, then, value);
        }
        if thread.frames.is_empty() {
            return Ok(());
        }
        self.finish(thread, then, value)
    }

    /// What a generator yielded goes to whoever resumed it.
    pub(super) fn deliver(&mut self, thread: &mut Thread, mut then: Then, value: Value) -> Result<Leave> {
        while then == Then::YieldFrom {
            then = self.suspend_generator(thread);
        }
        match then {
            Then::ForIterate { .. } | Then::Next { .. } => {
                thread.push(value);
                Ok(Leave::Simply)
            }
            then => self.finish(thread, then, value).map(|()| Leave::Frame),
        }
    }

    /// An iteration that was asked for its next item is at its end.
    pub(super) fn exhausted(&mut self, thread: &mut Thread, then: Then, value: Value) -> Result<()> {
        match then {
            Then::ForIterate { target } => {
                thread.pop();
                if let Some(frame) = thread.frames.last_mut() {
                    frame.next_op = target;
                }
                Ok(())
            }
            Then::Next { default } if default.is_bound() => {
                thread.push(default);
                Ok(())
            }
            Then::YieldFrom => {
                thread.pop();
                thread.push(value);
                if let Some(frame) = thread.frames.last_mut() {
                    frame.next_op += 1;
                }
                Ok(())
            }
            Then::CloseGenerator => {
                thread.push(Value::None);
                Ok(())
            }
            _ => {
                let arguments = if value == Value::None { Vec::new() } else { vec![value] };
                Err(Fault::Raised(self.exception(classes::STOP_ITERATION, arguments)))
            }
        }
    }

    /// Does with the result of a call what its caller wanted. The topmost frame is the caller's.
    pub fn finish(&mut self, thread: &mut Thread, then: Then, value: Value) -> Result<()> {
        match then {
            Then::Push => {
                thread.push(value);
                return Ok(());
            }
            Then::Drop => return Ok(()),
            Then::InstanceThen(instance, outer) => {
                self.check_init_result(value)?;
                return self.finish(thread, *outer, instance);
            }
            Then::BoolThen(outer) => {
                if !matches!(value, Value::Bool(_)) {
                    let name = self.type_name(value);
                    return self.type_error(&format!("__bool__ should return bool, returned {name}"));
                }
                return self.finish(thread, *outer, value);
            }
            Then::JumpOrPop { target, when } => {
                if self.method_truth(value)? == when {
                    if let Some(frame) = thread.frames.last_mut() {
                        frame.next_op = target;
                    }
                } else {
                    thread.pop();
                }
                return Ok(());
            }
            Then::YieldFrom => {
                // An ordinary `__next__` or `send` gave an item: the generator yields it and stays where it is.
                let outer = self.suspend_generator(thread);
                return self.deliver(thread, outer, value).map(drop);
            }
            _ => {}
        }
        let flow = self.apply(thread, then, value)?;
        match self.follow(thread, flow, Then::Push)? {
            Called::Done(value, then) => self.finish(thread, then, value),
            Called::Entered | Called::Waits => Ok(()),
        }
    }

    pub(super) fn check_init_result(&mut self, value: Value) -> Result<()> {
        if value == Value::None {
            return Ok(());
        }
        let name = self.type_name(value);
        self.type_error(&format!("__init__() should return None, not '{name}'"))
    }

    /// The truth that `__bool__` or `__len__` gave.
    pub(super) fn method_truth(&mut self, value: Value) -> Result<bool> {
        match value {
            Value::Bool(truth) => Ok(truth),
            Value::Int(length) if length >= 0 => Ok(length != 0),
            Value::Int(_) => self.value_error("__len__() should return >= 0"),
            _ => {
                let name = self.type_name(value);
                self.type_error(&format!("__bool__ should return bool, returned {name}"))
            }
        }
    }

    /// What a result becomes before it is pushed.
    pub(super) fn apply(&mut self, thread: &mut Thread, then: Then, value: Value) -> Result<Flow> {
        Ok(match then {
            Then::Push
            | Then::Drop
            | Then::JumpOrPop { .. }
            | Then::YieldFrom
            | Then::InstanceThen(..)
            | Then::BoolThen(_) => Flow::Value(value),
            Then::Iterator => {
                let is_iterator = matches!(self.payload(value), Some(Payload::Iterator(_) | Payload::Generator(_)))
                    || self.lookup(self.class_of(value), names::NEXT).is_some();
                if !is_iterator {
                    let name = self.type_name(value);
                    return self.type_error(&format!("iter() returned non-iterator of type '{name}'"));
                }
                Flow::Value(value)
            }
            Then::PushInstead(instead) => Flow::Value(instead),
            Then::PushBelowUnbound => {
                thread.push(value);
                Flow::Value(Value::Unbound)
            }
            Then::Instance(instance) => {
                self.check_init_result(value)?;
                Flow::Value(instance)
            }
            Then::Truth { negate } => match self.truth(value)? {
                Some(truth) => Flow::Value(Value::Bool(truth != negate)),
                None => self.truth_by_method(value, Then::Truth { negate })?,
            },
            Then::TruthAgain => Flow::Value(Value::Bool(self.method_truth(value)?)),
            Then::ForIterate { .. } | Then::Next { .. } => Flow::Value(value),
            Then::CloseGenerator => {
                return Err(self.raise(classes::RUNTIME_ERROR, "generator ignored GeneratorExit"));
            }
            Then::Attribute { .. } => Flow::Value(value),
            Then::AttributeElse { .. } => Flow::Value(value),
            Then::HasAttribute => Flow::Value(Value::Bool(true)),
            Then::Binary { operator, left, right, stage } => {
                if value == Value::NotImplemented {
                    self.binary_next(operator, left, right, stage)?
                } else {
                    Flow::Value(value)
                }
            }
            Then::Compare { comparison, left, right, reflected } => {
                self.compare_next(comparison, left, right, reflected, value)?
            }
            Then::Text(method) => {
                if self.as_str(value).is_none() {
                    let name = self.type_name(value);
                    return self.type_error(&format!("{method} returned non-string (type {name})"));
                }
                Flow::Value(value)
            }
            Then::Integer(method) => {
                if self.as_big(value).is_none() {
                    let name = self.type_name(value);
                    return self.type_error(&match method {
                        "__len__" => format!("'{name}' object cannot be interpreted as an integer"),
                        "__hash__" => "__hash__ method should return an integer".to_owned(),
                        _ => format!("{method} returned non-int (type {name})"),
                    });
                }
                if method == "__len__" && self.as_int(value).is_some_and(|length| length < 0) {
                    return self.value_error("__len__() should return >= 0");
                }
                Flow::Value(value)
            }
            Then::Class(parts) => self.finish_class(*parts, value)?,
            Then::Native { native, kept } => {
                let function = self.library.natives[native.0 as usize].function;
                function(self, thread, Arguments::positional(&[value, kept]))?
            }
        })
    }

    pub(super) fn yield_from(&mut self, thread: &mut Thread, iterator: Value, sent: Value) -> Result<()> {
        if let Value::Object(id) = iterator {
            match &self.heap.get(id).payload {
                Payload::Generator(_) => {
                    return match self.resume_generator(thread, id, sent, Then::YieldFrom)? {
                        Resumed::Entered => Ok(()),
                        Resumed::Exhausted => self.exhausted(thread, Then::YieldFrom, Value::None),
                    };
                }
                Payload::Iterator(_) => {
                    return match self.next_item(id)? {
                        Next::Item(item) => self.finish(thread, Then::YieldFrom, item),
                        Next::End => self.exhausted(thread, Then::YieldFrom, Value::None),
                    };
                }
                _ => {}
            }
        }
        let method = self.lookup(self.class_of(iterator), names::NEXT).unwrap_or(Value::None);
        match self.call(thread, method, Arguments::positional(&[iterator]), Then::YieldFrom) {
            Ok(Called::Done(item, then)) => self.finish(thread, then, item),
            Ok(_) => Ok(()),
            Err(Fault::Raised(exception)) if self.is_instance(exception, classes::STOP_ITERATION) => {
                let value = self.natural_attribute(exception, names::VALUE).unwrap_or(Value::None);
                self.exhausted(thread, Then::YieldFrom, value)
            }
            Err(fault) => Err(fault),
        }
    }
}
