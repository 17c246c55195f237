//! The interpreter: lets one thread go on until it blocks, ends, or its slice is over.

use super::arguments::Arguments;
use super::call::{Called, Resumed};
use super::classes;
use super::clock::OPERATION_NS;
use super::containers::Next;
use super::event::{Activity, EventKind, ThreadId};
use super::exception::{Fault, Result};
use super::frame::Then;
use super::library::Flow;
use super::names;
use super::object::Payload;
use super::operators::small_arithmetic;
use super::process::Machine;
use super::thread::{Thread, ThreadState};
use super::value::Value;
use crate::program::code::Code;
use crate::program::op::{BinaryOperator, Comparison, Op};
use std::rc::Rc;

/// How far a step may go.
#[derive(Clone, Copy, Debug)]
pub struct StepLimit {
    /// The slice is over at this virtual time.
    pub until_ns: u64,
    /// The step is interrupted when the process has done so many operations in all; it can then be continued.
    pub operations: u64,
    /// Stop after everything that other threads can see.
    pub at_visible: bool,
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
enum Leave {
    /// Go on in the frame that is now topmost.
    Frame,
    Stop(Stopped),
}

impl Machine {
    /// Lets a ready thread go on.
    pub fn step(&mut self, id: ThreadId, limit: StepLimit) -> Stopped {
        let Some(slot) = self.threads.get_mut(id.0 as usize) else { return Stopped::Ended };
        let placeholder = Thread { state: ThreadState::Ready, ..Thread::new(id, slot.object) };
        let mut thread = std::mem::replace(slot, placeholder);
        self.current = id;
        self.visible = false;
        let stopped = match self.resume(&mut thread) {
            Ok(()) => self.interpret(&mut thread, limit),
            Err(fault) => Stopped::Fault(fault),
        };
        if let Stopped::SliceOver | Stopped::Visible = stopped {
            let order = self.next_arrival();
            thread.ready_order = order;
            thread.ready_since_ns = self.now_ns;
        }
        thread.clock_ns = self.now_ns;
        self.threads[id.0 as usize] = thread;
        stopped
    }

    /// Gives a thread that waited what its wait gave.
    fn resume(&mut self, thread: &mut Thread) -> Result<()> {
        if thread.interrupt && thread.frames.last().is_some() {
            thread.interrupt = false;
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

    fn interpret(&mut self, thread: &mut Thread, limit: StepLimit) -> Stopped {
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
            if self.heap.wants_collection() {
                self.collect_garbage(thread);
                if self.heap.live() > super::limits::OBJECT_LIMIT {
                    return Stopped::Fault(Fault::Limit(super::limits::Limit::Memory));
                }
            }
            match self.run_frame(thread, limit) {
                Ok(Leave::Frame) => {}
                Ok(Leave::Stop(stopped)) => return stopped,
                Err(fault) => return Stopped::Fault(fault),
            }
        }
    }

    pub fn is_user_code(&self, code: &Code) -> bool {
        self.program.files.get(code.file as usize).is_some_and(|file| file.is_user)
    }

    /// Runs the topmost frame until control leaves it.
    fn run_frame(&mut self, thread: &mut Thread, limit: StepLimit) -> Result<Leave> {
        let Some(frame) = thread.frames.last_mut() else { return Ok(Leave::Stop(Stopped::Ended)) };
        let code: Rc<Code> = frame.code.clone();
        let constants = self.constants[frame.code_id.0 as usize].clone();
        let base = frame.base as usize;
        let module = frame.module;
        let mut next = frame.next_op as usize;
        let is_user = self.is_user_code(&code);

        macro_rules! save {
            () => {
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
                if self.operations >= limit.operations {
                    save!();
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

        if next == 0 || limit.at_visible || self.now_ns >= limit.until_ns {
            breaker!();
        }
        loop {
            let Some(&op) = code.ops.get(next) else {
                return Err(Fault::NotSupported("this program (its code ends too early)".into()));
            };
            next += 1;
            self.now_ns += OPERATION_NS;
            self.operations += 1;
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
                Op::DeleteFast(slot) => {
                    let value = std::mem::take(&mut thread.stack[base + slot as usize]);
                    if !value.is_bound() {
                        attempt!(Err(self.unbound_local(&code, slot)));
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
                Op::DeleteDeref(index) => {
                    let cell = thread.frames[thread.frames.len() - 1].cells[index as usize];
                    let was = std::mem::replace(&mut self.heap.get_mut(cell).payload, Payload::Cell(Value::Unbound));
                    if !matches!(was, Payload::Cell(content) if content.is_bound()) {
                        attempt!(Err(self.unbound_cell(&code, index)));
                    }
                }
                Op::LoadClosure(index) => {
                    let cell = thread.frames[thread.frames.len() - 1].cells[index as usize];
                    thread.push(Value::Object(cell));
                }
                Op::LoadGlobal(name) => {
                    let found = self.heap.get(module).attributes.as_ref().and_then(|globals| globals.get(name));
                    match found.or_else(|| self.builtin(name)) {
                        Some(value) => thread.push(value),
                        None => attempt!(Err(self.undefined_name(name, thread))),
                    }
                }
                Op::StoreGlobal(name) => {
                    let value = thread.pop();
                    self.attributes_mut(module).set(name, value);
                    if let Value::Object(_) = value {
                        self.name_stored(value, name);
                    }
                }
                Op::DeleteGlobal(name) => {
                    if self.attributes_mut(module).remove(name).is_none() {
                        attempt!(Err(self.undefined_name(name, thread)));
                    }
                }
                Op::LoadName(name) => {
                    let namespace = thread.frames[thread.frames.len() - 1].namespace;
                    let found = namespace
                        .and_then(|namespace| self.namespace_get(namespace, name))
                        .or_else(|| self.heap.get(module).attributes.as_ref().and_then(|globals| globals.get(name)))
                        .or_else(|| self.builtin(name));
                    match found {
                        Some(value) => thread.push(value),
                        None => attempt!(Err(self.undefined_name(name, thread))),
                    }
                }
                Op::StoreName(name) => {
                    let value = thread.pop();
                    let namespace = thread.frames[thread.frames.len() - 1].namespace.unwrap_or(module);
                    self.attributes_mut(namespace).set(name, value);
                    self.name_stored(value, name);
                }
                Op::DeleteName(name) => {
                    let namespace = thread.frames[thread.frames.len() - 1].namespace.unwrap_or(module);
                    if self.attributes_mut(namespace).remove(name).is_none() {
                        attempt!(Err(self.undefined_name(name, thread)));
                    }
                }
                Op::LoadClassDeref(index) => {
                    let frame = &thread.frames[thread.frames.len() - 1];
                    let own = code.cell_variables.len();
                    let name = code
                        .cell_variables
                        .get(index as usize)
                        .or_else(|| code.free_variables.get((index as usize).wrapping_sub(own)))
                        .copied();
                    let found = match (frame.namespace, name) {
                        (Some(namespace), Some(name)) => self.namespace_get(namespace, name),
                        _ => None,
                    };
                    let value = found.unwrap_or_else(|| match self.heap.get(frame.cells[index as usize]).payload {
                        Payload::Cell(content) => content,
                        _ => Value::Unbound,
                    });
                    if !value.is_bound() {
                        attempt!(Err(self.unbound_cell(&code, index)));
                    }
                    thread.push(value);
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
                Op::DeleteAttribute(name) => {
                    let object = thread.pop();
                    flow!(self.delete_attribute(object, name), Then::Drop);
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
                Op::DeleteSubscript => {
                    let key = thread.pop();
                    let container = thread.pop();
                    flow!(self.delete_subscript(container, key), Then::Drop);
                }
                Op::BuildSlice(count) => {
                    let step = if count == 3 { thread.pop() } else { Value::None };
                    let stop = thread.pop();
                    let start = thread.pop();
                    let slice = self.allocate(classes::SLICE, Payload::Slice(Box::new([start, stop, step])));
                    thread.push(slice);
                }

                Op::Unary(operator) => {
                    let operand = thread.pop();
                    flow!(self.unary(operator, operand));
                }
                Op::Binary(operator) | Op::InPlace(operator) => {
                    let right = thread.pop();
                    let left = thread.pop();
                    let fast = match (left, right) {
                        (Value::Int(a), Value::Int(b)) => small_arithmetic(operator, a, b),
                        (Value::Float(a), Value::Float(b)) => match operator {
                            BinaryOperator::Add => Some(Value::Float(a + b)),
                            BinaryOperator::Subtract => Some(Value::Float(a - b)),
                            BinaryOperator::Multiply => Some(Value::Float(a * b)),
                            _ => None,
                        },
                        _ => None,
                    };
                    match fast {
                        Some(value) => thread.push(value),
                        None => flow!(self.binary(operator, left, right, matches!(op, Op::InPlace(_)))),
                    }
                }
                Op::Compare(comparison) => {
                    let right = thread.pop();
                    let left = thread.pop();
                    let fast = match (left, right) {
                        (Value::Int(a), Value::Int(b)) => match comparison {
                            Comparison::Less => Some(a < b),
                            Comparison::LessOrEqual => Some(a <= b),
                            Comparison::Equal => Some(a == b),
                            Comparison::NotEqual => Some(a != b),
                            Comparison::Greater => Some(a > b),
                            Comparison::GreaterOrEqual => Some(a >= b),
                            _ => None,
                        },
                        _ => None,
                    };
                    match fast {
                        Some(truth) => thread.push(Value::Bool(truth)),
                        None => flow!(self.compare(comparison, left, right)),
                    }
                }

                Op::BuildTuple(count) => {
                    let items = thread.pop_many(count as usize);
                    let tuple = self.tuple(items);
                    thread.push(tuple);
                }
                Op::BuildList(count) => {
                    let items = thread.pop_many(count as usize);
                    let list = self.list(items);
                    thread.push(list);
                }
                Op::BuildSet(count) => {
                    let items = thread.pop_many(count as usize);
                    let set = self.allocate(classes::SET, Payload::Set(Box::default()));
                    for item in items {
                        attempt!(self.set_add(set, item));
                    }
                    thread.push(set);
                }
                Op::BuildDict(count) => {
                    let items = thread.pop_many(count as usize * 2);
                    let dict = attempt!(self.new_dict(&[]));
                    for pair in items.chunks_exact(2) {
                        attempt!(self.dict_set(dict, pair[0], pair[1]));
                    }
                    thread.push(dict);
                }
                Op::BuildString(count) => {
                    let parts = thread.pop_many(count as usize);
                    let mut text = String::new();
                    for part in parts {
                        text.push_str(self.as_str(part).map_or("", |part| part));
                    }
                    attempt!(super::operators::check_length(text.len()));
                    let value = self.text(text.into());
                    thread.push(value);
                }
                Op::ListAppend(depth) => {
                    let item = thread.pop();
                    let list = thread.stack[thread.stack.len() - depth as usize];
                    if let Value::Object(id) = list
                        && let Payload::List(items) = &mut self.heap.get_mut(id).payload
                    {
                        items.push(item);
                    }
                }
                Op::SetAdd(depth) => {
                    let item = thread.pop();
                    let set = thread.stack[thread.stack.len() - depth as usize];
                    attempt!(self.set_add(set, item));
                }
                Op::DictInsert(depth) => {
                    let value = thread.pop();
                    let key = thread.pop();
                    let dict = thread.stack[thread.stack.len() - depth as usize];
                    attempt!(self.dict_set(dict, key, value));
                }
                Op::ListExtend(depth) | Op::SetUpdate(depth) => {
                    let iterable = thread.pop();
                    let target = thread.stack[thread.stack.len() - depth as usize];
                    match attempt!(self.items_of(iterable)) {
                        Some(items) => {
                            for item in items {
                                if let Op::SetUpdate(_) = op {
                                    attempt!(self.set_add(target, item));
                                } else if let Value::Object(id) = target
                                    && let Payload::List(list) = &mut self.heap.get_mut(id).payload
                                {
                                    list.push(item);
                                }
                            }
                        }
                        None => {
                            let function = self.library_function(if let Op::SetUpdate(_) = op {
                                "set_update_from"
                            } else {
                                "list_extend_from"
                            });
                            let arguments = Arguments::positional(&[target, iterable]);
                            save!();
                            called!(self.call(thread, function, arguments, Then::Drop));
                        }
                    }
                }
                Op::DictUpdate(depth) | Op::DictMerge(depth) => {
                    let mapping = thread.pop();
                    let target = thread.stack[thread.stack.len() - depth as usize];
                    let entries: Option<Vec<(Value, Value)>> = match self.payload(mapping) {
                        Some(Payload::Dict(dict)) => Some(dict.iter().map(|entry| (entry.key, entry.value)).collect()),
                        _ => None,
                    };
                    match entries {
                        Some(entries) => {
                            for (key, value) in entries {
                                if let Op::DictMerge(_) = op
                                    && attempt!(self.dict_get(target, key)).is_some()
                                {
                                    let name = self.as_str(key).cloned().unwrap_or_default();
                                    attempt!(self.type_error::<()>(&format!(
                                        "got multiple values for keyword argument '{name}'"
                                    )));
                                }
                                attempt!(self.dict_set(target, key, value));
                            }
                        }
                        None => {
                            let function = self.library_function("dict_update_from_mapping");
                            let arguments = Arguments::positional(&[target, mapping]);
                            save!();
                            called!(self.call(thread, function, arguments, Then::Drop));
                        }
                    }
                }
                Op::ListToTuple => {
                    let list = thread.pop();
                    let items = self.as_sequence(list).map(<[Value]>::to_vec).unwrap_or_default();
                    let tuple = self.tuple(items);
                    thread.push(tuple);
                }
                Op::FormatValue(conversion, has_specification) => {
                    let specification = if has_specification { thread.pop() } else { Value::Unbound };
                    let value = thread.pop();
                    flow!(self.format_value(value, conversion, specification));
                }
                Op::UnpackSequence(count) => {
                    let sequence = thread.pop();
                    match attempt!(self.items_of(sequence)) {
                        Some(items) => attempt!(self.unpack(thread, &items, count as usize, None)),
                        None => {
                            save!();
                            called!(self.unpack_by_iteration(thread, sequence, count as usize, None));
                            return Ok(Leave::Frame);
                        }
                    }
                }
                Op::UnpackStarred(before, after) => {
                    let sequence = thread.pop();
                    match attempt!(self.items_of(sequence)) {
                        Some(items) => attempt!(self.unpack(thread, &items, before as usize, Some(after as usize))),
                        None => {
                            save!();
                            called!(self.unpack_by_iteration(thread, sequence, before as usize, Some(after as usize)));
                            return Ok(Leave::Frame);
                        }
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
                    match value {
                        Value::Bool(truth) => {
                            if truth == wanted {
                                next = target as usize;
                            }
                        }
                        _ => match attempt!(self.truth(value)) {
                            Some(truth) => {
                                if truth == wanted {
                                    next = target as usize;
                                }
                            }
                            None => {
                                next -= 1;
                                save!();
                                flow!(self.truth_by_method(value, Then::TruthAgain));
                                return Ok(Leave::Frame);
                            }
                        },
                    }
                }
                Op::JumpIfNone(target) => {
                    if thread.pop() == Value::None {
                        next = target as usize;
                    }
                }
                Op::JumpIfNotNone(target) => {
                    if thread.pop() != Value::None {
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
                            let method = self.lookup(self.class_of(iterator), names::NEXT).unwrap_or(Value::None);
                            save!();
                            match self.call(
                                thread,
                                method,
                                Arguments::positional(&[iterator]),
                                Then::ForIterate { target },
                            ) {
                                Err(Fault::Raised(exception))
                                    if self.is_instance(exception, classes::STOP_ITERATION) =>
                                {
                                    thread.pop();
                                    next = target as usize;
                                }
                                Ok(Called::Done(item, _)) => thread.push(item),
                                Ok(Called::Entered | Called::Waits) => return Ok(Leave::Frame),
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
                        return Ok(Leave::Frame);
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
                        return Ok(Leave::Frame);
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
                    let keyword_names =
                        self.as_sequence(constants[names_at as usize]).map(<[Value]>::to_vec).unwrap_or_default();
                    let mut positional = thread.stack.split_off(at);
                    let callable = positional[0];
                    let values = positional.split_off(positional.len() - keyword_names.len());
                    let first = if is_method && !positional[1].is_bound() { 2 } else { 1 };
                    let mut arguments = Arguments::positional(&positional[first..]);
                    for (name, value) in keyword_names.into_iter().zip(values) {
                        let text = self.as_str(name).cloned().unwrap_or_default();
                        arguments.keywords.push((self.intern(&text), value));
                    }
                    save!();
                    called!(self.call(thread, callable, arguments, Then::Push));
                    breaker!();
                }
                Op::CallSpread(has_keywords) => {
                    let mapping = if has_keywords { thread.pop() } else { Value::Unbound };
                    let sequence = thread.pop();
                    let callable = thread.pop();
                    let mut arguments = Arguments::none();
                    if let Some(items) = self.as_sequence(sequence) {
                        arguments.positional.extend_from_slice(items);
                    }
                    if has_keywords {
                        arguments.keywords = attempt!(self.keywords_of(mapping));
                    }
                    save!();
                    called!(self.call(thread, callable, arguments, Then::Push));
                    breaker!();
                }
                Op::MakeFunction(index) => {
                    let parts = code.function_parts[index as usize];
                    let function = self.make_function(thread, parts, module);
                    thread.push(function);
                }
                Op::LoadBuildClass => {
                    let function = self.builtin(names::BUILD_CLASS).unwrap_or(Value::None);
                    thread.push(function);
                }
                Op::Return => {
                    let value = thread.pop();
                    save!();
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

                Op::ImportModule(name, leaf) => {
                    let value = attempt!(self.import_module(name, leaf));
                    thread.push(value);
                }
                Op::ImportFrom(name) => {
                    let module_value = thread.top();
                    let value = attempt!(self.import_from(module_value, name));
                    thread.push(value);
                }
                Op::ImportStar => {
                    let imported = thread.pop();
                    self.import_star(imported, module);
                }

                Op::PushHandled => {
                    let exception = thread.pop();
                    thread.push(thread.handled);
                    thread.push(exception);
                    thread.handled = exception;
                }
                Op::PopHandled => {
                    thread.handled = thread.pop();
                }
                Op::MatchException => {
                    let class = thread.pop();
                    let exception = thread.top();
                    let matched = attempt!(self.exception_matches(exception, class));
                    thread.push(Value::Bool(matched));
                }
                Op::Raise(count) => {
                    let cause = if count == 2 { thread.pop() } else { Value::Unbound };
                    let exception = if count >= 1 { thread.pop() } else { thread.handled };
                    save!();
                    self.raise_operation(thread, exception, cause, count)?;
                    return Ok(Leave::Frame);
                }
                Op::Reraise => {
                    let exception = thread.pop();
                    save!();
                    self.unwind(thread, Fault::Raised(exception), true)?;
                    return Ok(Leave::Frame);
                }
                Op::LoadAssertionError => thread.push(Value::Object(classes::ASSERTION_ERROR)),
                Op::BeforeWith => {
                    let manager = thread.pop();
                    let (enter, exit) = attempt!(self.context_methods(manager));
                    thread.push(exit);
                    save!();
                    called!(self.call(thread, enter, Arguments::none(), Then::Push));
                    breaker!();
                }
                Op::WithExceptStart => {
                    let exception = thread.top();
                    let exit = thread.stack[thread.stack.len() - 3];
                    let class = Value::Object(self.class_of(exception));
                    let traceback = self.natural_attribute(exception, names::TRACEBACK).unwrap_or(Value::None);
                    let arguments = Arguments::positional(&[class, exception, traceback]);
                    save!();
                    called!(self.call(thread, exit, arguments, Then::Push));
                    breaker!();
                }

                Op::MatchSequence | Op::MatchMapping => {
                    let subject = thread.top();
                    let matched = self.matches_kind(subject, matches!(op, Op::MatchSequence));
                    thread.push(Value::Bool(matched));
                }
                Op::GetLength => {
                    let subject = thread.top();
                    match self.length(subject) {
                        Some(length) => thread.push(Value::Int(length as i64)),
                        None => {
                            let function = self.builtin_named("len");
                            save!();
                            called!(self.call(thread, function, Arguments::positional(&[subject]), Then::Push));
                        }
                    }
                }
                Op::MatchKeys => {
                    let keys = thread.top();
                    let subject = thread.stack[thread.stack.len() - 2];
                    let values = attempt!(self.match_keys(subject, keys));
                    thread.push(values);
                }
                Op::MatchClass(count) => {
                    let keyword_names = thread.pop();
                    let class = thread.pop();
                    let subject = thread.pop();
                    let function = self.library_function("match_class");
                    let arguments =
                        Arguments::positional(&[subject, class, keyword_names, Value::Int(i64::from(count))]);
                    save!();
                    called!(self.call(thread, function, arguments, Then::Push));
                }
                Op::MatchRest => {
                    let keys = thread.pop();
                    let subject = thread.pop();
                    let rest = attempt!(self.match_rest(subject, keys));
                    thread.push(rest);
                }
            }
        }
    }

    // --- What becomes of results ------------------------------------------------------------------------------------

    /// Leaves the topmost frame with a result.
    fn return_from_frame(&mut self, thread: &mut Thread, value: Value) -> Result<()> {
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
    fn deliver(&mut self, thread: &mut Thread, mut then: Then, value: Value) -> Result<()> {
        while then == Then::YieldFrom {
            then = self.suspend_generator(thread);
        }
        match then {
            Then::ForIterate { .. } | Then::Next { .. } => {
                thread.push(value);
                Ok(())
            }
            then => self.finish(thread, then, value),
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
                return self.deliver(thread, outer, value);
            }
            _ => {}
        }
        let flow = self.apply(thread, then, value)?;
        match self.follow(thread, flow, Then::Push)? {
            Called::Done(value, then) => self.finish(thread, then, value),
            Called::Entered | Called::Waits => Ok(()),
        }
    }

    fn check_init_result(&mut self, value: Value) -> Result<()> {
        if value == Value::None {
            return Ok(());
        }
        let name = self.type_name(value);
        self.type_error(&format!("__init__() should return None, not '{name}'"))
    }

    /// The truth that `__bool__` or `__len__` gave.
    fn method_truth(&mut self, value: Value) -> Result<bool> {
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
            Then::Push | Then::Drop | Then::JumpOrPop { .. } | Then::YieldFrom | Then::InstanceThen(..) => {
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
                    return self.type_error(&format!("{method} returned non-int (type {name})"));
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

    fn yield_from(&mut self, thread: &mut Thread, iterator: Value, sent: Value) -> Result<()> {
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

    // --- Fast paths --------------------------------------------------------------------------------------------------

    /// Enters a Python function whose arguments lie ready on the stack, when they need no binding. `at` is the place of
    /// the function; a method's receiver, if any, lies behind it.
    fn enter_simply(
        &mut self,
        thread: &mut Thread,
        callable: Value,
        at: usize,
        count: usize,
        receiver: Option<Value>,
    ) -> bool {
        let Value::Object(id) = callable else { return false };
        let (base, given) = match receiver {
            None => (at + 1, count),
            Some(receiver) if receiver.is_bound() => (at + 1, count + 1),
            Some(_) => (at + 2, count),
        };
        let Payload::Function(function) = &self.heap.get(id).payload else { return false };
        let parameters = &function.code.parameters;
        if parameters.positional as usize != given
            || parameters.keyword_only != 0
            || parameters.has_star_args
            || parameters.has_star_kwargs
            || thread.frames.len() >= super::limits::RECURSION_LIMIT
        {
            return false;
        }
        let function = function.clone();
        thread.stack.resize(base + function.code.local_names.len(), Value::Unbound);
        self.push_frame(thread, &function, base, at, Then::Push);
        true
    }

    /// A plain function found on the class of an object that has no attribute of that name itself.
    fn plain_method(&self, object: Value, name: crate::program::code::Symbol) -> Option<Value> {
        let class = self.class_of(object);
        if let Value::Object(id) = object {
            match &self.heap.get(id).payload {
                Payload::Class(_) | Payload::Module(_) | Payload::Super { .. } => return None,
                _ => {}
            }
        }
        let found = self.lookup(class, name)?;
        let binds = match found {
            Value::Native(native) => self.library.natives[native.0 as usize].binds,
            Value::Object(function) => matches!(self.heap.get(function).payload, Payload::Function(_)),
            _ => false,
        };
        if !binds
            || self.attributes(object).is_some_and(|attributes| attributes.contains(name))
            || (self.class(class).is_user && self.lookup_overridden(class, names::GETATTRIBUTE).is_some())
        {
            return None;
        }
        Some(found)
    }

    /// Tells that a thread now has the interpreter.
    pub fn record_running(&mut self, id: ThreadId) {
        let line = self.line_of_thread(id);
        self.record_for(id, line, EventKind::Activity(Activity::Running));
    }
}
