//! What can be reached from where: for the ends of objects that [`super::finalization`] has to notice.

use super::heap::ObjectId;
use super::object::Payload;
use super::process::Machine;
use super::thread::{Thread, ThreadState};
use super::value::Value;
use crate::program::code::Code;
use crate::program::effect::effect_of;
use crate::program::op::Op;
use std::collections::{BTreeSet, VecDeque};

/// A dropped value that leads to more objects than this is not followed further: everything is suspected then.
const FOLLOWED_OBJECTS: usize = 20_000;

impl Machine {
    /// Notes what the operation about to be executed may drop and which watched objects that leads to.
    pub(super) fn note_drops(&mut self, thread: &Thread, op: Op, code: &Code) {
        if self.finalization.watched.is_empty() {
            return;
        }
        let Some(frame) = thread.frames.last() else { return };
        let base = frame.base as usize;
        let mut values: Vec<Value> = Vec::new();
        let needs = effect_of(op, &code.function_parts).needs as usize;
        let operands = &thread.stack[thread.stack.len().saturating_sub(needs)..];
        match op {
            Op::Const(_) | Op::LoadFast(_) | Op::LoadDeref(_) | Op::LoadGlobal(_) | Op::LoadName(_) => return,
            Op::LoadClosure(_) | Op::Copy(_) | Op::Swap(_) | Op::Jump(_) | Op::JumpBack(_) => return,
            Op::BuildTuple(_) | Op::BuildList(_) | Op::ListAppend(_) | Op::MakeFunction(_) => return,
            Op::StoreFast(slot) | Op::DeleteFast(slot) => {
                values.extend(thread.stack.get(base + slot as usize));
            }
            Op::StoreDeref(index) | Op::DeleteDeref(index) => {
                if let Some(&cell) = frame.cells.get(index as usize)
                    && let Payload::Cell(content) = self.heap.look_at(cell).payload
                {
                    values.push(content);
                }
            }
            Op::StoreGlobal(name) | Op::DeleteGlobal(name) => values.extend(self.namespace_get(frame.module, name)),
            Op::StoreName(name) | Op::DeleteName(name) => {
                values.extend(self.namespace_get(frame.namespace.unwrap_or(frame.module), name));
            }
            Op::StoreAttribute(name) | Op::DeleteAttribute(name) => {
                let object = thread.top();
                values.extend(self.attributes(object).and_then(|attributes| attributes.get(name)));
                values.push(object);
            }
            Op::LoadAttribute(_) | Op::LoadMethod(_) | Op::LoadSubscript | Op::Compare(_) | Op::GetIterator => {
                values.extend(operands.iter().filter(|&&operand| !self.is_named(thread, base, needs, operand)));
            }
            Op::JumpIfFalse(_) | Op::JumpIfTrue(_) | Op::JumpIfNone(_) | Op::JumpIfNotNone(_) => {
                values.extend(operands.iter().filter(|&&operand| !self.is_named(thread, base, needs, operand)));
            }
            Op::Call(count) | Op::CallMethod(count) => {
                // The arguments of a function of Python's become its locals.
                let callable = operands.first().copied().unwrap_or_default();
                let function = match self.payload(callable) {
                    Some(Payload::BoundMethod { function, .. }) => *function,
                    _ => callable,
                };
                if !matches!(self.payload(function), Some(Payload::Function(_))) {
                    values.extend(operands.iter().rev().take(count as usize + 1).rev());
                }
            }
            Op::Return => {
                let floor = frame.floor as usize;
                let top = thread.stack.len().saturating_sub(1);
                values.extend(thread.stack.get(base.min(top)..top).unwrap_or_default());
                values.extend(thread.stack.get(floor..base.min(top)).unwrap_or_default());
                values.extend(frame.cells.iter().map(|&cell| Value::Object(cell)));
                values.push(thread.handled);
            }
            // Whoever resumed the generator may have held it only for that.
            Op::Yield => {
                values.extend(frame.generator.map(Value::Object));
                values.extend(thread.stack.get(base..thread.stack.len().saturating_sub(1)).unwrap_or_default());
            }
            Op::PopHandled => {
                values.push(thread.handled);
                values.extend(operands);
            }
            Op::Raise(_) | Op::Reraise => {
                self.finalization.all_suspected = true;
                return;
            }
            _ => values.extend(operands),
        }
        for &value in &values {
            self.suspect(value);
        }
        if op == Op::Return {
            self.note_references_that_go_later(&values);
        }
    }

    /// A function's locals go one after the other: a weak reference in a later one still hears of the end of what an
    /// earlier one holds.
    fn note_references_that_go_later(&mut self, values: &[Value]) {
        for (at, id) in values.iter().enumerate().filter_map(|(at, value)| Some((at, value.object()?))) {
            let Some(target) = self.finalization.weak_targets.get(&id) else { continue };
            let is_later = values[..at].contains(&Value::Object(*target));
            if let Some(watched) = self.finalization.watched.get_mut(target) {
                watched.told_too.retain(|other| *other != id);
                if is_later {
                    watched.told_too.push(id);
                }
            }
        }
    }

    /// Whether a local of the frame, an operand below those of the operation or a global holds the value as well.
    fn is_named(&self, thread: &Thread, base: usize, needs: usize, value: Value) -> bool {
        if value.object().is_none() {
            return true;
        }
        let below = thread.stack.len().saturating_sub(needs);
        thread.stack.get(base.min(below)..below).is_some_and(|held| held.contains(&value))
            || thread.frames.last().is_some_and(|frame| {
                let globals = self.heap.look_at(frame.module).attributes.as_deref();
                globals.is_some_and(|globals| globals.iter().any(|(_, held)| held == value))
            })
    }

    /// Follows a value that may be dropped to the watched objects.
    fn suspect(&mut self, value: Value) {
        let Some(start) = self.followed(value) else { return };
        let mut seen = BTreeSet::from([start]);
        let mut pending = vec![start];
        let mut found = false;
        while let Some(id) = pending.pop() {
            if self.finalization.watched.contains_key(&id) {
                found = true;
                // Who drops the last reference matters: threads that let go of the same object depend on each other.
                self.heap.get_mut(id);
                if !self.finalization.suspects.contains(&id) {
                    self.finalization.suspects.push(id);
                }
            }
            if seen.len() > FOLLOWED_OBJECTS {
                self.finalization.all_suspected = true;
                break;
            }
            let mut children = Vec::new();
            self.heap.look_at(id).for_each_reference(&mut |child| {
                children.extend(self.followed(child).filter(|&child| seen.insert(child)));
            });
            self.in_order_of_freeing(id, &mut children);
            pending.extend(children);
        }
        self.heap.count_looked_up(seen.len());
        if found {
            self.finalization.dropped.push(start);
        }
    }

    /// Turns what an object holds round so that what it lets go of first is popped first: lists and tuples begin with
    /// their last item.
    fn in_order_of_freeing(&self, holder: ObjectId, children: &mut [ObjectId]) {
        if !matches!(self.heap.look_at(holder).payload, Payload::List(_) | Payload::Tuple(_)) {
            children.reverse();
        }
    }

    /// Objects of the program that can hold others, but for classes and modules, which outlive what they hold.
    fn followed(&self, value: Value) -> Option<ObjectId> {
        let id = value.object().filter(|id| id.0 >= self.library_objects)?;
        match &self.heap.look_at(id).payload {
            Payload::Str(_) | Payload::Bytes(_) | Payload::BigInt(_) | Payload::Module(_) | Payload::Class(_) => None,
            _ => Some(id),
        }
    }

    /// What holds objects while the program runs, what is near to the running thread first.
    pub(super) fn roots(&self, running: &Thread) -> Vec<Value> {
        let mut roots = Vec::new();
        running.for_each_reference(&mut |value| roots.push(value));
        for (_, module) in self.modules.iter().rev() {
            roots.push(Value::Object(*module));
        }
        for thread in self.threads.iter() {
            if matches!(thread.state, ThreadState::Ready | ThreadState::Waiting(_) | ThreadState::Cut) {
                thread.for_each_reference(&mut |value| roots.push(value));
            }
        }
        roots.push(Value::Object(self.builtins));
        roots.push(self.interrupt_handler);
        self.streams.for_each_reference(&mut |value| roots.push(value));
        roots
    }

    /// Whether all of the wanted objects can be reached.
    pub(super) fn can_reach(&self, running: &Thread, wanted: &[ObjectId]) -> bool {
        self.marked(self.roots(running), wanted).is_none()
    }

    /// Marks what can be reached; None as soon as all of the wanted objects are, if there are any.
    pub(super) fn marked(&self, roots: Vec<Value>, wanted: &[ObjectId]) -> Option<Vec<bool>> {
        let mut marks = vec![false; self.heap.len()];
        let mut wanted: BTreeSet<ObjectId> = wanted.iter().copied().collect();
        let stops_early = !wanted.is_empty();
        let is_own = |id: &ObjectId| id.0 >= self.library_objects;
        let mut pending: VecDeque<ObjectId> = roots.into_iter().filter_map(Value::object).filter(is_own).collect();
        for id in &pending {
            marks[id.0 as usize] = true;
            wanted.remove(id);
        }
        // The library's objects can only lead to the program's where they have been written to since.
        pending.extend(self.finalization.written_library_objects(&self.heap, self.library_objects));
        while let Some(id) = pending.pop_front() {
            if stops_early && wanted.is_empty() {
                return None;
            }
            self.heap.look_at(id).for_each_reference(&mut |child| {
                if let Value::Object(child) = child
                    && is_own(&child)
                    && !std::mem::replace(&mut marks[child.0 as usize], true)
                {
                    wanted.remove(&child);
                    pending.push_back(child);
                }
            });
        }
        self.heap.count_items(marks.len() - (self.library_objects as usize).min(marks.len()));
        if stops_early && wanted.is_empty() { None } else { Some(marks) }
    }

    /// The watched objects that counts of references would have freed by now, in the order in which CPython's
    /// deallocators come to them: an object, then what it holds, first what was dropped first. Circles stay.
    pub(super) fn freed_by_counts(&mut self, marks: &[bool], dropped: &[ObjectId]) -> Vec<ObjectId> {
        // A generator's frame names its generator; CPython's does not count that.
        let counts_edge = |machine: &Self, holder: ObjectId, child: ObjectId| {
            child != holder || !matches!(machine.heap.look_at(holder).payload, Payload::Generator(_))
        };
        self.heap.count_items(marks.len() - self.library_objects as usize);
        let is_gone = |id: ObjectId| id.0 >= self.library_objects && !marks[id.0 as usize];
        let mut counts = vec![0_u32; self.heap.len()];
        let gone: Vec<ObjectId> =
            (self.library_objects..self.heap.len() as u32).map(ObjectId).filter(|&id| is_gone(id)).collect();
        for &id in &gone {
            self.heap.look_at(id).for_each_reference(&mut |child| {
                if let Value::Object(child) = child
                    && counts_edge(self, id, child)
                    && is_gone(child)
                {
                    counts[child.0 as usize] += 1;
                }
            });
        }
        let first = dropped.iter().copied().filter(|&id| is_gone(id));
        let mut starts: Vec<ObjectId> =
            first.chain(gone.iter().copied()).filter(|id| counts[id.0 as usize] == 0).collect();
        starts.reverse();
        let mut done = vec![false; self.heap.len()];
        let mut freed = Vec::new();
        while let Some(id) = starts.pop() {
            if std::mem::replace(&mut done[id.0 as usize], true) {
                continue;
            }
            if let Some(watched) = self.finalization.watched.get(&id) {
                if watched.is_claimed {
                    continue;
                }
                freed.push(id);
            }
            let mut children = Vec::new();
            self.heap.look_at(id).for_each_reference(&mut |child| {
                if let Value::Object(child) = child
                    && counts_edge(self, id, child)
                    && is_gone(child)
                {
                    counts[child.0 as usize] -= 1;
                    if counts[child.0 as usize] == 0 {
                        children.push(child);
                    }
                }
            });
            self.in_order_of_freeing(id, &mut children);
            starts.extend(children);
        }
        freed
    }

    /// The order in which the collector ends, at exit, what the module `__main__` holds. A first collection, with the
    /// module still in place, has put the collector's list in the order in which it came to the objects
    /// (`move_unreachable` in `Modules/gcmodule.c`): level by level from the module's variables on, or, where it came to
    /// the module before them, in the order in which they were made unless a holder is younger.
    pub(super) fn order_of_exit(&self) -> Vec<ObjectId> {
        let Some(main) = self.find_module("__main__") else { return Vec::new() };
        let is_early = self.settings.python.0 == 11
            || matches!(self.settings.python.0, 9 | 10)
                && self.find_module("threading").is_some_and(|_| self.names_threading(main));
        let variables = self.namespace_entries(main).into_iter().filter_map(|(_, value)| value.object());
        let mut reached = BTreeSet::new();
        let mut queue: VecDeque<ObjectId> = variables.filter(|&id| reached.insert(id)).collect();
        let mut order = Vec::new();
        if is_early {
            let mut passed = BTreeSet::new();
            for id in (self.library_objects..self.heap.len() as u32).map(ObjectId) {
                passed.insert(id);
                if reached.contains(&id) {
                    order.push(id);
                    for child in self.collected_children(id) {
                        if reached.insert(child) && passed.contains(&child) {
                            queue.push_back(child);
                        }
                    }
                }
            }
            let ordered: BTreeSet<ObjectId> = order.iter().copied().collect();
            queue.retain(|id| !ordered.contains(id));
        }
        while let Some(id) = queue.pop_front() {
            if id.0 < self.library_objects {
                continue;
            }
            order.push(id);
            for child in self.collected_children(id) {
                if reached.insert(child) {
                    queue.push_back(child);
                }
            }
        }
        order
    }

    /// What the collector comes to from an object, in its order.
    fn collected_children(&self, id: ObjectId) -> Vec<ObjectId> {
        let mut children = Vec::new();
        self.heap.look_at(id).for_each_reference(&mut |child| children.extend(child.object()));
        if matches!(self.heap.look_at(id).payload, Payload::List(_) | Payload::Tuple(_)) {
            children.reverse();
        }
        children
    }

    fn names_threading(&self, main: ObjectId) -> bool {
        let threading = self.find_module("threading").map(Value::Object);
        self.namespace_entries(main).into_iter().any(|(_, value)| Some(value) == threading)
    }
}
