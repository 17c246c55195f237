//! The interpreter: lets one thread go on until it blocks, ends, or its slice is over.

use super::arguments::Arguments;
use super::arithmetic::{quick_arithmetic, quick_comparison};
use super::call::Called;
use super::clock::OPERATION_NS;
use super::containers::Next;
use super::containers::check_length;
use super::exception::{Fault, Result};
use super::frame::Then;
use super::generators::Resumed;
use super::library::Flow;
use super::object::Payload;
use super::operations::Done;
use super::process::Machine;
use super::step::{Leave, StepLimit, Stopped};
use super::thread::Thread;
use super::value::Value;
use crate::program::code::Code;
use crate::program::op::Op;
use std::rc::Rc;

impl Machine {
    /// Runs the topmost frame until control leaves it.
    #[inline(always)]
    pub(super) fn run_frame(&mut self, thread: &mut Thread, limit: StepLimit) -> Result<Leave> {
        let Some(frame) = thread.frames.last_mut() else { return Ok(Leave::Stop(Stopped::Ended)) };
        let code: Rc<Code> = frame.code.clone();
        let ops: &[Op] = &code.ops;
        let constants = self.constants[frame.code_id.0 as usize].clone();
        let base = frame.base as usize;
        let module = frame.module;
        let mut next = frame.next_op as usize;
        let is_user = self.is_user_code(&code);
        // Operations that the clock and the counter do not know of yet.
        let mut done: u64 = 0;

        macro_rules! settle {
            () => {
                let done = std::mem::take(&mut done);
                self.operations += done;
                self.now_ns += done * OPERATION_NS;
            };
        }
        // Before anything that may leave the frame or look at the clock.
        macro_rules! save {
            () => {
                settle!();
                if let Some(frame) = thread.frames.last_mut() {
                    frame.next_op = next as u32;
                }
            };
        }
        // A fault: to the handler, which may be in this frame or in one below.
        macro_rules! attempt {
            ($result:expr) => {
                match $result {
                    Ok(value) => value,
                    Err(fault) => {
                        save!();
                        self.unwind(thread, fault, false)?;
                        return Ok(Leave::Frame);
                    }
                }
            };
        }
        // What goes on in another frame than this one; a fault comes from there.
        macro_rules! elsewhere {
            ($result:expr) => {{
                if let Err(fault) = $result {
                    self.unwind(thread, fault, false)?;
                }
                return Ok(Leave::Frame);
            }};
        }
        // The result of a call-like thing: pushed at once, or control leaves the frame.
        macro_rules! called {
            ($result:expr) => {{
                save!();
                match $result {
                    Ok(Called::Done(value, Then::Push)) => thread.push(value),
                    Ok(Called::Done(value, then)) => {
                        elsewhere!(self.finish(thread, then, value));
                    }
                    Ok(Called::Entered | Called::Waits) => return Ok(Leave::Frame),
                    Err(fault) => elsewhere!(Err::<(), Fault>(fault)),
                }
            }};
        }
        macro_rules! flow {
            ($result:expr) => {
                flow!($result, Then::Push)
            };
            ($result:expr, $then:expr) => {
                match $result {
                    Ok(Flow::Value(value)) if $then == Then::Push => thread.push(value),
                    Ok(Flow::Value(_)) if $then == Then::Drop => {}
                    Ok(flow) => {
                        save!();
                        called!(self.follow(thread, flow, $then))
                    }
                    Err(fault) => attempt!(Err(fault)),
                }
            };
        }
        // Where a slice may end: the interpreter's "eval breaker".
        macro_rules! breaker {
            () => {
                self.operations += self.heap.take_uncounted_operations();
                settle!();
                if let Some(turn) = limit.turn
                    && (std::mem::take(&mut self.lets_others_in) || is_user && !turn.each_operation)
                    && self.turn_ends(turn)
                {
                    save!();
                    thread.at_point = true;
                    return Ok(Leave::Stop(Stopped::Visible));
                }
                if self.operations >= limit.operations {
                    save!();
                    thread.at_point = is_user && limit.turn.is_some_and(|turn| !turn.each_operation);
                    return Ok(Leave::Stop(Stopped::OutOfOperations));
                }
                if is_user {
                    if self.now_ns >= limit.until_ns {
                        save!();
                        return Ok(Leave::Stop(Stopped::SliceOver));
                    }
                    if limit.at_visible && self.visible {
                        save!();
                        return Ok(Leave::Stop(Stopped::Visible));
                    }
                    if thread.interrupt {
                        save!();
                        self.resume(thread)?;
                        return Ok(Leave::Frame);
                    }
                }
            };
        }

        // Where it was stopped the last time is not passed again.
        let mut resuming = std::mem::take(&mut thread.at_point) && limit.turn.is_some();
        if !resuming && (next == 0 || limit.at_visible || limit.turn.is_some() || self.now_ns >= limit.until_ns) {
            breaker!();
        }
        let each_operation = limit.turn.filter(|turn| turn.each_operation && is_user);
        let looks_up = each_operation.is_some() || self.finalization.is_enabled;
        loop {
            if looks_up {
                save!();
                if let Some(turn) = each_operation
                    && !std::mem::take(&mut resuming)
                    && self.turn_ends(turn)
                {
                    thread.at_point = true;
                    return Ok(Leave::Stop(Stopped::Visible));
                }
                if self.finalization.is_enabled && self.notice_ends(thread, &code)? {
                    return Ok(Leave::Frame);
                }
            }
            let Some(&op) = ops.get(next) else {
                return Err(Fault::NotSupported("this program (its code ends too early)".into()));
            };
            next += 1;
            done += 1;
            match op {
                Op::Const(index) => thread.push(constants[index as usize]),
                Op::Pop => {
                    thread.pop();
                }
                Op::Copy(depth) => {
                    let at = thread.stack.len() - depth as usize;
                    thread.push(thread.stack[at]);
                }
                Op::Swap(depth) => {
                    let top = thread.stack.len() - 1;
                    thread.stack.swap(top, top + 1 - depth as usize);
                }

                Op::LoadFast(slot) => {
                    let value = thread.stack[base + slot as usize];
                    if !value.is_bound() {
                        attempt!(Err(self.unbound_local(&code, slot)));
                    }
                    thread.push(value);
                }
                Op::StoreFast(slot) => {
                    let value = thread.pop();
                    thread.stack[base + slot as usize] = value;
                    if let Value::Object(_) = value {
                        self.name_stored(value, code.local_names[slot as usize]);
                    }
                }
                Op::LoadDeref(index) => {
                    let cell = thread.frames[thread.frames.len() - 1].cells[index as usize];
                    let content = match self.heap.get(cell).payload {
                        Payload::Cell(content) => content,
                        _ => Value::Unbound,
                    };
                    if !content.is_bound() {
                        attempt!(Err(self.unbound_cell(&code, index)));
                    }
                    thread.push(content);
                }
                Op::StoreDeref(index) => {
                    let value = thread.pop();
                    let cell = thread.frames[thread.frames.len() - 1].cells[index as usize];
                    self.heap.get_mut(cell).payload = Payload::Cell(value);
                    if let (Value::Object(_), Some(&name)) = (value, code.cell_variables.get(index as usize)) {
                        self.name_stored(value, name);
                    }
                }
                Op::LoadGlobal(name) => {
                    self.heap.note_name(module, name, false);
                    let found = self.heap.get(module).attributes.as_ref().and_then(|globals| globals.get(name));
                    match found.or_else(|| self.builtin(name)) {
                        Some(value) => thread.push(value),
                        None => attempt!(Err(self.undefined_name(name, thread))),
                    }
                }
                Op::StoreGlobal(name) => {
                    let value = thread.pop();
                    self.set_own_attribute(module, name, value);
                    if let Value::Object(_) = value {
                        self.name_stored(value, name);
                    }
                }

                Op::LoadAttribute(name) => {
                    let object = thread.pop();
                    flow!(self.load_attribute(object, name));
                }
                Op::StoreAttribute(name) => {
                    let object = thread.pop();
                    let value = thread.pop();
                    flow!(self.store_attribute(object, name, value), Then::Drop);
                }
                Op::LoadMethod(name) => {
                    let object = thread.pop();
                    match self.plain_method(object, name) {
                        Some(function) => {
                            thread.push(function);
                            thread.push(object);
                        }
                        None => match self.load_attribute(object, name) {
                            Ok(Flow::Value(value)) => {
                                thread.push(value);
                                thread.push(Value::Unbound);
                            }
                            Ok(flow) => {
                                save!();
                                called!(self.follow(thread, flow, Then::PushBelowUnbound));
                            }
                            Err(fault) => attempt!(Err(fault)),
                        },
                    }
                }
                Op::LoadSubscript => {
                    let key = thread.pop();
                    let container = thread.pop();
                    flow!(self.load_subscript(container, key));
                }
                Op::StoreSubscript => {
                    let key = thread.pop();
                    let container = thread.pop();
                    let value = thread.pop();
                    flow!(self.store_subscript(container, key, value), Then::Drop);
                }

                Op::Unary(operator) => {
                    let operand = thread.pop();
                    flow!(self.unary(operator, operand));
                }
                Op::Binary(operator) | Op::InPlace(operator) => {
                    let (left, right) = thread.top_two();
                    match quick_arithmetic(operator, left, right) {
                        Some(value) => thread.replace_two(value),
                        None => {
                            thread.drop_two();
                            flow!(self.binary(operator, left, right, matches!(op, Op::InPlace(_))));
                        }
                    }
                }
                Op::Compare(comparison) => {
                    let (left, right) = thread.top_two();
                    match (quick_comparison(comparison, left, right), ops.get(next)) {
                        // A jump that follows, as in every `if` and `while`, is done with it.
                        (Some(truth), Some(&Op::JumpIfFalse(target))) if each_operation.is_none() => {
                            thread.drop_two();
                            done += 1;
                            next = if truth { next + 1 } else { target as usize };
                        }
                        (Some(truth), _) => thread.replace_two(Value::Bool(truth)),
                        (None, _) => {
                            thread.drop_two();
                            flow!(self.compare(comparison, left, right));
                        }
                    }
                }

                Op::BuildTuple(count) => {
                    let items = thread.pop_many(count as usize);
                    let tuple = self.tuple(items);
                    thread.push(tuple);
                }
                Op::ListAppend(depth) => {
                    let item = thread.pop();
                    let list = thread.stack[thread.stack.len() - depth as usize];
                    if let Value::Object(id) = list
                        && let Payload::List(items) = &mut self.heap.get_mut(id).payload
                    {
                        items.push(item);
                        let length = items.len();
                        self.heap.count_growth(1);
                        attempt!(check_length(length));
                    }
                }

                Op::Jump(target) => next = target as usize,
                Op::JumpBack(target) => {
                    next = target as usize;
                    breaker!();
                    if self.heap.wants_collection() {
                        save!();
                        return Ok(Leave::Frame);
                    }
                }
                Op::JumpIfFalse(target) | Op::JumpIfTrue(target) => {
                    let value = thread.pop();
                    let wanted = matches!(op, Op::JumpIfTrue(_));
                    let truth = match value {
                        Value::Bool(truth) => Some(truth),
                        _ => attempt!(self.truth(value)),
                    };
                    match truth {
                        Some(truth) if truth == wanted => next = target as usize,
                        Some(_) => {}
                        None => {
                            next -= 1;
                            save!();
                            flow!(self.truth_by_method(value, Then::TruthAgain));
                            return Ok(Leave::Frame);
                        }
                    }
                }
                Op::JumpIfNone(target) | Op::JumpIfNotNone(target) => {
                    if (thread.pop() == Value::None) == matches!(op, Op::JumpIfNone(_)) {
                        next = target as usize;
                    }
                }
                Op::JumpIfFalseOrPop(target) | Op::JumpIfTrueOrPop(target) => {
                    let wanted = matches!(op, Op::JumpIfTrueOrPop(_));
                    let value = thread.top();
                    match attempt!(self.truth(value)) {
                        Some(truth) if truth == wanted => next = target as usize,
                        Some(_) => {
                            thread.pop();
                        }
                        None => {
                            // The value stays where it is; its truth decides when the method has returned.
                            let jump = if wanted { Some(target) } else { None };
                            save!();
                            let flow = self.truth_by_method(
                                value,
                                Then::JumpOrPop { target: jump.unwrap_or(target), when: wanted },
                            );
                            flow!(flow);
                            return Ok(Leave::Frame);
                        }
                    }
                }
                Op::GetIterator => {
                    let value = thread.pop();
                    flow!(self.get_iterator(value));
                }
                Op::ForIterate(target) => {
                    let iterator = thread.top();
                    let Value::Object(id) = iterator else {
                        attempt!(self.type_error(&format!("'{}' object is not an iterator", self.type_name(iterator))))
                    };
                    match &self.heap.get(id).payload {
                        Payload::Iterator(_) => match attempt!(self.next_item(id)) {
                            Next::Item(item) => thread.push(item),
                            Next::End => {
                                thread.pop();
                                next = target as usize;
                            }
                        },
                        Payload::Generator(_) => {
                            save!();
                            match attempt!(self.resume_generator(thread, id, Value::None, Then::ForIterate { target }))
                            {
                                Resumed::Entered => return Ok(Leave::Frame),
                                Resumed::Exhausted => {
                                    thread.pop();
                                    next = target as usize;
                                }
                            }
                        }
                        _ => {
                            save!();
                            match self.next_by_method(thread, iterator, target) {
                                Ok(Some(Called::Done(item, _))) => thread.push(item),
                                Ok(Some(Called::Entered | Called::Waits)) => return Ok(Leave::Frame),
                                Ok(None) => {
                                    thread.pop();
                                    next = target as usize;
                                }
                                Err(fault) => elsewhere!(Err::<(), Fault>(fault)),
                            }
                        }
                    }
                }

                Op::Call(count) => {
                    let count = count as usize;
                    let at = thread.stack.len() - count - 1;
                    save!();
                    let callable = thread.stack[at];
                    if self.enter_simply(thread, callable, at, count, None) {
                        return Ok(Leave::Simply);
                    }
                    let arguments = Arguments::positional(&thread.stack[at + 1..]);
                    thread.stack.truncate(at);
                    called!(self.call(thread, callable, arguments, Then::Push));
                    breaker!();
                }
                Op::CallMethod(count) => {
                    let count = count as usize;
                    let at = thread.stack.len() - count - 2;
                    save!();
                    let callable = thread.stack[at];
                    let receiver = thread.stack[at + 1];
                    if self.enter_simply(thread, callable, at, count, Some(receiver)) {
                        return Ok(Leave::Simply);
                    }
                    let first = if receiver.is_bound() { at + 1 } else { at + 2 };
                    let arguments = Arguments::positional(&thread.stack[first..]);
                    thread.stack.truncate(at);
                    called!(self.call(thread, callable, arguments, Then::Push));
                    breaker!();
                }
                Op::CallKeyword(count, names_at) | Op::CallMethodKeyword(count, names_at) => {
                    let is_method = matches!(op, Op::CallMethodKeyword(..));
                    let at = thread.stack.len() - count as usize - if is_method { 2 } else { 1 };
                    let names = constants[names_at as usize];
                    let (callable, arguments) = self.pop_keyword_call(thread, at, is_method, names);
                    save!();
                    called!(self.call(thread, callable, arguments, Then::Push));
                    breaker!();
                }
                Op::Return => {
                    let value = thread.pop();
                    save!();
                    if thread.return_simply(value) {
                        return Ok(Leave::Simply);
                    }
                    elsewhere!(self.return_from_frame(thread, value));
                }
                Op::Yield => {
                    let value = thread.pop();
                    save!();
                    let then = self.suspend_generator(thread);
                    elsewhere!(self.deliver(thread, then, value));
                }
                Op::YieldFrom => {
                    let sent = thread.pop();
                    let iterator = thread.top();
                    next -= 1;
                    save!();
                    elsewhere!(self.yield_from(thread, iterator, sent));
                }
                Op::ReturnGenerator => {
                    save!();
                    if let Some((generator, then)) = self.make_generator(thread) {
                        elsewhere!(self.finish(thread, then, generator));
                    }
                    return Ok(Leave::Frame);
                }
                other => {
                    save!();
                    match attempt!(self.operation(thread, other, &code)) {
                        Done::Next => {
                            // What enters or leaves a `with` is a call.
                            if limit.at_visible || (limit.turn.is_some() && matches!(other, Op::BeforeWith)) {
                                breaker!();
                            }
                        }
                        Done::Frame => return Ok(Leave::Frame),
                    }
                }
            }
        }
    }
}
