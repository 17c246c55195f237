//! The interpreter: lets one thread go on until it blocks, ends, or its slice is over.

use super::arguments::Arguments;
use super::arithmetic::{quick_arithmetic, quick_comparison};
use super::call::Called;
use super::clock::OPERATION_NS;
use super::exception::{Fault, Result};
use super::frame::Then;
use super::generators::Iterated;
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
        let plain: &[Op] = &code.ops;
        let fused = code.fused();
        let constants = self.constants[frame.code_id.0 as usize].clone();
        let base = frame.base as usize;
        let module = frame.module;
        let mut next = frame.next_op as usize;
        let is_user = code.is_user;
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
        // The result of a call-like thing, before which all was saved: pushed at once, or control leaves the frame.
        macro_rules! called {
            ($result:expr) => {{
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
                    Ok(Flow::Value(value)) if matches!($then, Then::Push) => thread.push(value),
                    Ok(Flow::Value(_)) if matches!($then, Then::Drop) => {}
                    Ok(flow) => {
                        save!();
                        called!(self.follow(thread, flow, $then))
                    }
                    Err(fault) => attempt!(Err(fault)),
                }
            };
        }
        macro_rules! local {
            ($slot:expr) => {
                thread.stack[base + $slot as usize]
            };
        }
        // Where a slice may end: the interpreter's "eval breaker". Almost always it does not.
        let until_ns = if is_user { limit.until_ns } else { u64::MAX };
        let is_careful = limit.turn.is_some() || limit.at_visible;
        macro_rules! breaker {
            () => {
                self.operations += self.heap.take_uncounted_operations();
                if is_careful
                    || thread.interrupt
                    || self.operations + done >= limit.operations
                    || self.now_ns + done * OPERATION_NS >= until_ns
                {
                    save!();
                    if let Some(leave) = self.look_up(thread, limit, is_user)? {
                        return Ok(leave);
                    }
                }
            };
        }

        // Where it was stopped the last time is not passed again.
        let mut resuming = std::mem::take(&mut thread.at_point) && limit.turn.is_some();
        if !resuming
            && (next == 0
                || limit.at_visible
                || limit.turn.is_some()
                || self.now_ns >= limit.until_ns
                || thread.interrupt)
        {
            breaker!();
        }
        let each_operation = limit.turn.filter(|turn| turn.each_operation && is_user);
        let looks_up = each_operation.is_some() || self.finalization.is_enabled || self.is_followed;
        let ops: &[Op] = if looks_up { plain } else { &fused.ops };
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
                if self.is_followed && is_user && self.operations >= limit.operations {
                    thread.at_point = limit.turn.is_some();
                    return Ok(Leave::Stop(Stopped::OutOfOperations));
                }
                if self.finalization.is_enabled && self.notice_ends(thread, &code)? {
                    return Ok(Leave::Frame);
                }
            }
            let Some(&(mut op)) = ops.get(next) else {
                return Err(Fault::NotSupported("this program (its code ends too early)".into()));
            };
            next += 1;
            done += 1;
            'again: loop {
                // What stands for several operations. Where the case is not the usual one, they are done one by one.
                macro_rules! fused {
                    ($result:expr, $more:expr, $with:expr) => {
                        match $result {
                            Some(value) => {
                                $with(value);
                                next = next.wrapping_add($more);
                                done += $more;
                            }
                            None => {
                                op = plain[next - 1];
                                continue 'again;
                            }
                        }
                    };
                }
                macro_rules! arithmetic {
                    ($operator:expr, $left:expr, $right:expr, $more:expr, $with:expr) => {
                        fused!(quick_arithmetic($operator, $left, $right), $more, $with)
                    };
                }
                macro_rules! branch {
                    ($comparison:expr, $left:expr, $right:expr, $more:expr, $target:expr, $operands:expr) => {
                        fused!(quick_comparison($comparison, $left, $right), $more, |truth: bool| {
                            thread.drop_some($operands);
                            if !truth {
                                next = ($target as usize).wrapping_sub($more);
                            }
                        })
                    };
                }
                match op {
                    Op::Const(index) => thread.push(constants[index as usize]),
                    Op::Pop => thread.drop_some(1),
                    Op::Copy(depth) => thread.copy(depth as usize),
                    Op::Swap(depth) => thread.swap(depth as usize),

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
                        self.name_stored(value, code.local_names[slot as usize]);
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
                        match self.global_near(module, name, &fused.hints[next - 1]) {
                            Some(value) => thread.push(value),
                            None => attempt!(Err(self.undefined_name(name, thread))),
                        }
                    }
                    Op::StoreGlobal(name) => {
                        let value = thread.pop();
                        self.heap.note_name(module, name, true);
                        self.attributes_mut(module).set_near(name, value, &fused.hints[next - 1]);
                        self.name_stored(value, name);
                    }

                    Op::LoadAttribute(name) => {
                        let object = thread.pop();
                        match self.quick_attribute(object, name, &fused.hints[next - 1]) {
                            Some(value) => thread.push(value),
                            None => flow!(self.load_attribute_to_push(object, name)),
                        }
                    }
                    Op::StoreAttribute(name) => {
                        let (object, value) = (thread.pop(), thread.pop());
                        if !self.store_quickly(object, name, value, &fused.hints[next - 1]) {
                            flow!(self.store_attribute(object, name, value), Then::Drop);
                        }
                    }
                    Op::LoadMethod(name) => {
                        let object = thread.pop();
                        match self.method_of(object, name, &fused.hints[next - 1]) {
                            Some(called) => thread.push_two(called),
                            None => match self.load_attribute(object, name) {
                                Ok(Flow::Value(value)) => thread.push_two([value, Value::Unbound]),
                                Ok(flow) => {
                                    save!();
                                    called!(self.follow(thread, flow, Then::PushBelowUnbound));
                                }
                                Err(fault) => attempt!(Err(fault)),
                            },
                        }
                    }
                    Op::LoadSubscript => {
                        let (key, container) = (thread.pop(), thread.pop());
                        match self.item_quickly(container, key) {
                            Some(item) => thread.push(item),
                            None => flow!(self.load_subscript(container, key)),
                        }
                    }
                    Op::StoreSubscript => {
                        let (key, container, value) = (thread.pop(), thread.pop(), thread.pop());
                        if !self.store_item_quickly(container, key, value) {
                            flow!(self.store_subscript(container, key, value), Then::Drop);
                        }
                    }

                    Op::Unary(operator) => flow!(self.unary(operator, thread.pop())),
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
                        match quick_comparison(comparison, left, right) {
                            Some(truth) => thread.replace_two(Value::Bool(truth)),
                            None => {
                                thread.drop_two();
                                flow!(self.compare(comparison, left, right));
                            }
                        }
                    }

                    Op::LoadTwo(first, second) => {
                        let (first, second) = (local!(first), local!(second));
                        fused!((first.is_bound() && second.is_bound()).then_some([first, second]), 1, |two| thread
                            .push_two(two))
                    }
                    Op::BinaryStore(operator, slot) => {
                        let (left, right) = thread.top_two();
                        arithmetic!(operator, left, right, 1, |value| {
                            thread.drop_two();
                            local!(slot) = value;
                        })
                    }
                    Op::BinaryLocals(operator, left, right) => {
                        arithmetic!(operator, local!(left), local!(right), 2, |value| thread.push(value))
                    }
                    Op::BinaryLocalConst(operator, left, right) => {
                        arithmetic!(operator, local!(left), constants[right as usize], 2, |value| thread.push(value))
                    }
                    Op::BinaryLocalsStore(operator, left, right, slot) => {
                        arithmetic!(operator, local!(left), local!(right), 3, |value| local!(slot) = value)
                    }
                    Op::BinaryLocalConstStore(operator, left, right, slot) => {
                        arithmetic!(operator, local!(left), constants[right as usize], 3, |value| local!(slot) = value)
                    }
                    Op::BinaryTopLocal(operator, right) => {
                        arithmetic!(operator, thread.top(), local!(right), 1, |value| thread.replace(value))
                    }
                    Op::BinaryTopConst(operator, right) => {
                        arithmetic!(operator, thread.top(), constants[right as usize], 1, |value| thread.replace(value))
                    }
                    Op::CompareJump(comparison, target) => {
                        let (left, right) = thread.top_two();
                        branch!(comparison, left, right, 1, target, 2)
                    }
                    Op::CompareLocals(comparison, left, right, target) => {
                        branch!(comparison, local!(left), local!(right), 3, target, 0)
                    }
                    Op::CompareLocalConst(comparison, left, right, target) => {
                        branch!(comparison, local!(left), constants[right as usize], 3, target, 0)
                    }
                    Op::CompareTopLocal(comparison, right, target) => {
                        branch!(comparison, thread.top(), local!(right), 2, target, 1)
                    }
                    Op::CompareTopConst(comparison, right, target) => {
                        branch!(comparison, thread.top(), constants[right as usize], 2, target, 1)
                    }
                    Op::ForIterateStore(slot) => fused!(self.next_quickly(thread.top()), 1, |item| {
                        local!(slot) = item;
                        self.name_stored(item, code.local_names[slot as usize]);
                    }),
                    Op::LoadLocalAttribute(slot, name) => {
                        fused!(self.quick_attribute(local!(slot), name, &fused.hints[next]), 1, |value| thread
                            .push(value))
                    }
                    Op::StoreLocalAttribute(slot, name) => {
                        let (object, value) = (local!(slot), thread.top());
                        let is_stored = self.store_quickly(object, name, value, &fused.hints[next]);
                        fused!(is_stored.then_some(1), 1, |count| thread.drop_some(count))
                    }
                    Op::LoadLocalMethod(slot, name) => {
                        let object = local!(slot);
                        fused!(self.quick_method(object, name), 1, |function| thread.push_two([function, object]))
                    }

                    Op::BuildTuple(count) => {
                        let items = thread.pop_many(count as usize);
                        let tuple = self.tuple(items);
                        thread.push(tuple);
                    }
                    Op::ListAppend(depth) => {
                        let item = thread.pop();
                        let list = thread.stack[thread.stack.len() - depth as usize];
                        attempt!(self.append_to_list(list, item));
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
                                save!();
                                flow!(self.truth_by_method(value, Then::JumpOrPop { target, when: wanted }));
                                return Ok(Leave::Frame);
                            }
                        }
                    }
                    Op::GetIterator => flow!(self.get_iterator(thread.pop())),
                    Op::ForIterate(target) => {
                        save!();
                        match attempt!(self.iterate(thread, target)) {
                            Iterated::Item(item) => thread.push(item),
                            Iterated::End => {
                                thread.pop();
                                next = target as usize;
                            }
                            Iterated::Resumed => return Ok(Leave::Simply),
                            Iterated::Elsewhere => return Ok(Leave::Frame),
                        }
                    }

                    Op::Call(count) | Op::CallMethod(count) => {
                        let is_method = matches!(op, Op::CallMethod(_));
                        let at = thread.stack.len() - count as usize - if is_method { 2 } else { 1 };
                        save!();
                        let callable = thread.stack[at];
                        let receiver = is_method.then(|| thread.stack[at + 1]);
                        if self.enter_simply(thread, callable, at, count as usize, receiver) {
                            return Ok(Leave::Simply);
                        }
                        let first = if receiver == Some(Value::Unbound) { at + 2 } else { at + 1 };
                        let arguments = Arguments::positional(&thread.stack[first..]);
                        thread.stack.truncate(at);
                        match callable {
                            Value::Native(id) => match self.call_native(thread, id, arguments) {
                                Ok(Flow::Value(value)) => thread.push(value),
                                flow => called!(flow.and_then(|flow| self.follow(thread, flow, Then::Push))),
                            },
                            _ => called!(self.call(thread, callable, arguments, Then::Push)),
                        }
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
                    Op::Yield | Op::YieldFrom | Op::ReturnGenerator => {
                        // A `yield from` is done anew at each resumption.
                        next -= usize::from(op == Op::YieldFrom);
                        save!();
                        match self.generator_operation(thread, op) {
                            Ok(leave) => return Ok(leave),
                            Err(fault) => elsewhere!(Err::<(), Fault>(fault)),
                        }
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
                break;
            }
        }
    }
}
