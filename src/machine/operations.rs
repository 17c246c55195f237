//! The operations that are not worth a place in the interpreter's inner loop.

use super::arguments::Arguments;
use super::call::Called;
use super::classes;
use super::exception::{Fault, Result};
use super::frame::Then;
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::thread::Thread;
use super::value::Value;
use crate::program::code::Code;
use crate::program::op::Op;

/// How an operation ended.
pub(super) enum Done {
    /// With the operation after it goes on.
    Next,
    /// Control may be in another frame or elsewhere in this one, or the thread waits.
    Frame,
}

impl Machine {
    /// What a call left: its result is pushed, or control leaves the frame.
    fn settle(&mut self, thread: &mut Thread, called: Called) -> Result<Done> {
        match called {
            Called::Done(value, Then::Push) => {
                thread.push(value);
                Ok(Done::Next)
            }
            Called::Done(value, then) => self.finish(thread, then, value).map(|()| Done::Frame),
            Called::Entered | Called::Waits => Ok(Done::Frame),
        }
    }

    /// Calls a function of the library's Python in place of an operation.
    fn call_library(&mut self, thread: &mut Thread, function: &str, arguments: &[Value], then: Then) -> Result<Done> {
        let function = self.library_function(function);
        let called = self.call(thread, function, Arguments::positional(arguments), then)?;
        self.settle(thread, called)
    }

    /// `[*5]`, or with a callable `f(*5)`.
    fn not_iterable_after_star(&mut self, value: Value, callable: Option<Value>) -> Result<Done> {
        let name = self.type_name(value);
        let message = match callable {
            Some(callable) => {
                format!("{} argument after * must be an iterable, not {name}", self.callable_text(callable))
            }
            None if self.is_at_least(9) => format!("Value after * must be an iterable, not {name}"),
            None => format!("'{name}' object is not iterable"),
        };
        self.type_error(&message)
    }

    /// Whether `**value` can be asked for its keys.
    fn has_keys(&self, value: Value) -> bool {
        let keys = self.program.symbols.get("keys");
        matches!(self.payload(value), Some(Payload::Dict(_) | Payload::Namespace(_)))
            || keys.is_some_and(|keys| {
                self.lookup(self.class_of(value), keys).is_some()
                    || self.attributes(value).is_some_and(|attributes| attributes.contains(keys))
            })
    }

    /// How complaints about spread arguments call what is called (`_PyObject_FunctionStr`): since 3.9 with its module.
    fn callable_text(&mut self, callable: Value) -> String {
        let mut part = |name| {
            let value = self.natural_attribute(callable, name)?;
            self.as_str(value).map(|text| text.to_string())
        };
        let (module, qualified, name) = (part(names::MODULE), part(names::QUALNAME), part(names::NAME));
        if !self.is_at_least(9) {
            return match name {
                Some(name) if self.as_class(callable).is_none() => format!("{name}()"),
                _ => format!("{} object", self.type_name(callable)),
            };
        }
        match (module, qualified) {
            (Some(module), Some(name)) if module != "builtins" => format!("{module}.{name}()"),
            (_, Some(name)) => format!("{name}()"),
            (_, None) => self.plain_repr(callable).ok().flatten().unwrap_or_else(|| self.default_repr(callable)),
        }
    }

    /// Does one operation of the topmost frame. The frame already points behind it.
    pub(super) fn operation(&mut self, thread: &mut Thread, op: Op, code: &Code) -> Result<Done> {
        let Some(frame) = thread.frames.last() else { return Ok(Done::Frame) };
        let base = frame.base as usize;
        let module = frame.module;
        match op {
            Op::DeleteFast(slot) => {
                let value = std::mem::take(&mut thread.stack[base + slot as usize]);
                if !value.is_bound() {
                    return Err(self.unbound_local(code, slot));
                }
            }
            Op::DeleteDeref(index) => {
                let cell = thread.frames[thread.frames.len() - 1].cells[index as usize];
                let was = std::mem::replace(&mut self.heap.get_mut(cell).payload, Payload::Cell(Value::Unbound));
                if !matches!(was, Payload::Cell(content) if content.is_bound()) {
                    return Err(self.unbound_cell(code, index));
                }
            }
            Op::LoadClosure(index) => {
                let cell = thread.frames[thread.frames.len() - 1].cells[index as usize];
                thread.push(Value::Object(cell));
            }
            Op::DeleteGlobal(name) => {
                if self.remove_own_attribute(module, name).is_none() {
                    return Err(self.undefined_name(name, thread));
                }
            }
            Op::LoadName(name) => {
                let namespace = thread.frames[thread.frames.len() - 1].namespace;
                let found = namespace
                    .and_then(|namespace| self.namespace_get(namespace, name))
                    .or_else(|| self.namespace_get(module, name))
                    .or_else(|| self.builtin(name));
                match found {
                    Some(value) => thread.push(value),
                    None => return Err(self.undefined_name(name, thread)),
                }
            }
            Op::StoreName(name) => {
                let value = thread.pop();
                let frame = &thread.frames[thread.frames.len() - 1];
                let namespace = frame.namespace.unwrap_or(module);
                if let Then::Class(parts) = &frame.then
                    && let Some(earlier) = self.namespace_get(namespace, name)
                {
                    self.refuse_second_member(parts.metaclass, name, earlier)?;
                }
                self.set_own_attribute(namespace, name, value);
                self.name_stored(value, name);
            }
            Op::DeleteName(name) => {
                let namespace = thread.frames[thread.frames.len() - 1].namespace.unwrap_or(module);
                if self.remove_own_attribute(namespace, name).is_none() {
                    return Err(self.undefined_name(name, thread));
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
                    return Err(self.unbound_cell(code, index));
                }
                thread.push(value);
            }
            Op::DeleteAttribute(name) => {
                let object = thread.pop();
                let flow = self.delete_attribute(object, name)?;
                let called = self.follow(thread, flow, Then::Drop)?;
                return self.settle(thread, called);
            }
            Op::DeleteSubscript => {
                let key = thread.pop();
                let container = thread.pop();
                let flow = self.delete_subscript(container, key)?;
                let called = self.follow(thread, flow, Then::Drop)?;
                return self.settle(thread, called);
            }
            Op::BuildSlice(count) => {
                let step = if count == 3 { thread.pop() } else { Value::None };
                let stop = thread.pop();
                let start = thread.pop();
                let slice = self.allocate(classes::SLICE, Payload::Slice(Box::new([start, stop, step])));
                thread.push(slice);
            }
            Op::BuildList(count) => {
                let items = thread.pop_many(count as usize);
                let list = self.list(items);
                thread.push(list);
            }
            Op::BuildSet(count) => {
                let items = thread.pop_many(count as usize);
                if items.iter().any(|&item| self.has_own_hash(item)) {
                    let items = self.list(items);
                    return self.call_library(thread, "set_of", &[items], Then::Push);
                }
                let set = self.allocate(classes::SET, Payload::Set(Box::default()));
                for item in items {
                    self.set_add(set, item)?;
                }
                thread.push(set);
            }
            Op::BuildDict(count) => {
                let items = thread.pop_many(count as usize * 2);
                if items.iter().step_by(2).any(|&key| self.has_own_hash(key)) {
                    let items = self.list(items);
                    return self.call_library(thread, "dict_of", &[items], Then::Push);
                }
                let dict = self.new_dict(&[])?;
                for pair in items.chunks_exact(2) {
                    self.dict_set(dict, pair[0], pair[1])?;
                }
                thread.push(dict);
            }
            Op::BuildString(count) => {
                let parts = thread.pop_many(count as usize);
                let mut text = String::new();
                for part in parts {
                    text.push_str(self.as_str(part).map_or("", |part| part));
                }
                super::containers::check_length(text.len())?;
                let value = self.text(text.into());
                thread.push(value);
            }
            Op::SetAdd(depth) => {
                let item = thread.pop();
                let set = thread.stack[thread.stack.len() - depth as usize];
                if self.has_own_hash(item) {
                    return self.call_library(thread, "set_add", &[set, item], Then::Drop);
                }
                self.set_add(set, item)?;
            }
            Op::DictInsert(depth) => {
                let value = thread.pop();
                let key = thread.pop();
                let dict = thread.stack[thread.stack.len() - depth as usize];
                if self.has_own_hash(key) {
                    return self.call_library(thread, "dict_setitem", &[dict, key, value], Then::Drop);
                }
                self.dict_set(dict, key, value)?;
            }
            Op::ListExtend(depth) | Op::SetUpdate(depth) => {
                let iterable = thread.pop();
                let target = thread.stack[thread.stack.len() - depth as usize];
                match self.items_of(iterable)? {
                    Some(items) => {
                        self.heap.count_growth(items.len());
                        self.heap.count_passed_on(items.len());
                        for item in items {
                            if let Op::SetUpdate(_) = op {
                                self.set_add(target, item)?;
                            } else if let Value::Object(id) = target
                                && let Payload::List(list) = &mut self.heap.get_mut(id).payload
                            {
                                list.push(item);
                                super::containers::check_length(list.len())?;
                            }
                        }
                    }
                    None if !self.can_be_iterated(iterable) => {
                        let next = thread.frames.last().map_or(0, |frame| frame.next_op as usize);
                        let is_call = matches!(
                            code.ops.get(next..next + 2),
                            Some([Op::ListToTuple, Op::CallSpread(_) | Op::BuildDict(_)])
                        );
                        // Since 3.9 only a sole `*iterable` is looked at by the call itself.
                        let is_call = is_call && (!self.is_at_least(9) || self.length(target) == Some(0));
                        let is_call = is_call && !self.is_at_least(15);
                        let below = thread.stack.len().checked_sub(depth as usize + 1);
                        let callable = below.filter(|_| is_call).and_then(|at| thread.stack.get(at).copied());
                        return self.not_iterable_after_star(iterable, callable);
                    }
                    None => {
                        let function = self.library_function(if let Op::SetUpdate(_) = op {
                            "set_update_from"
                        } else {
                            "list_extend_from"
                        });
                        let arguments = Arguments::positional(&[target, iterable]);
                        let called = self.call(thread, function, arguments, Then::Drop)?;
                        return self.settle(thread, called);
                    }
                }
            }
            Op::DictUpdate(depth) | Op::DictMerge(depth) => {
                let mapping = thread.pop();
                let target = thread.stack[thread.stack.len() - depth as usize];
                match self.payload(mapping) {
                    Some(Payload::Dict(dict)) => {
                        self.heap.count_looked_up(dict.len());
                        for entry in self.dict_entries(mapping) {
                            if let Op::DictMerge(_) = op
                                && self.dict_get(target, entry.key)?.is_some()
                            {
                                let name = self.as_str(entry.key).cloned().unwrap_or_default();
                                let below = thread.stack.len().checked_sub(depth as usize + 2);
                                let callable = below.and_then(|at| thread.stack.get(at).copied());
                                let callable = callable.map_or(String::new(), |callable| self.callable_text(callable));
                                let message = format!("{callable} got multiple values for keyword argument '{name}'");
                                self.type_error::<()>(&message)?;
                            }
                            self.dict_put(target, entry)?;
                        }
                    }
                    _ => {
                        if let Op::DictMerge(_) = op
                            && let Some(below) = thread.stack.len().checked_sub(depth as usize + 2)
                            && !self.has_keys(mapping)
                        {
                            let callable = self.callable_text(thread.stack[below]);
                            let name = self.type_name(mapping);
                            return self
                                .type_error(&format!("{callable} argument after ** must be a mapping, not {name}"));
                        }
                        let function = self.library_function("dict_update_from_mapping");
                        let arguments = Arguments::positional(&[target, mapping]);
                        let called = self.call(thread, function, arguments, Then::Drop)?;
                        return self.settle(thread, called);
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
                let flow = self.format_value(value, conversion, specification)?;
                let called = self.follow(thread, flow, Then::Push)?;
                return self.settle(thread, called);
            }
            Op::UnpackSequence(count) => {
                let sequence = thread.pop();
                match self.items_of(sequence)? {
                    Some(items) => self.unpack(thread, &items, count as usize, None)?,
                    None => {
                        let called = self.unpack_by_iteration(thread, sequence, count as usize, None)?;
                        return self.settle(thread, called);
                    }
                }
            }
            Op::UnpackStarred(before, after) => {
                let sequence = thread.pop();
                match self.items_of(sequence)? {
                    Some(items) => self.unpack(thread, &items, before as usize, Some(after as usize))?,
                    None => {
                        let called =
                            self.unpack_by_iteration(thread, sequence, before as usize, Some(after as usize))?;
                        return self.settle(thread, called);
                    }
                }
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
                    arguments.keywords = self.keywords_of(mapping)?;
                }
                let called = self.call(thread, callable, arguments, Then::Push)?;
                return self.settle(thread, called);
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
            Op::ImportModule(name, leaf) => {
                let value = self.import_module(name, leaf)?;
                thread.push(value);
            }
            Op::ImportFrom(name) => {
                let module_value = thread.top();
                let value = self.import_from(module_value, name)?;
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
                let matched = self.exception_matches(exception, class)?;
                thread.push(Value::Bool(matched));
            }
            Op::Raise(count) => {
                let cause = if count == 2 { thread.pop() } else { Value::Unbound };
                let exception = if count >= 1 { thread.pop() } else { thread.handled };
                self.raise_operation(thread, exception, cause, count)?;
                return Ok(Done::Frame);
            }
            Op::Reraise => {
                let exception = thread.pop();
                self.unwind(thread, Fault::Raised(exception), true)?;
                return Ok(Done::Frame);
            }
            Op::LoadAssertionError => thread.push(Value::Object(classes::ASSERTION_ERROR)),
            Op::BeforeWith => {
                let manager = thread.pop();
                let (enter, exit) = self.context_methods(manager)?;
                thread.push(exit);
                let called = self.call(thread, enter, Arguments::none(), Then::Push)?;
                return self.settle(thread, called);
            }
            Op::WithExceptStart => {
                let exception = thread.top();
                let exit = thread.stack[thread.stack.len() - 3];
                let class = Value::Object(self.class_of(exception));
                let traceback = self.natural_attribute(exception, names::TRACEBACK).unwrap_or(Value::None);
                let arguments = Arguments::positional(&[class, exception, traceback]);
                let called = self.call(thread, exit, arguments, Then::Push)?;
                return self.settle(thread, called);
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
                        let called = self.call(thread, function, Arguments::positional(&[subject]), Then::Push)?;
                        return self.settle(thread, called);
                    }
                }
            }
            Op::MatchKeys => {
                let keys = thread.top();
                let subject = thread.stack[thread.stack.len() - 2];
                let values = self.match_keys(subject, keys)?;
                thread.push(values);
            }
            Op::MatchClass(count) => {
                let keyword_names = thread.pop();
                let class = thread.pop();
                let subject = thread.pop();
                let function = self.library_function("match_class");
                let arguments = Arguments::positional(&[subject, class, keyword_names, Value::Int(i64::from(count))]);
                let called = self.call(thread, function, arguments, Then::Push)?;
                return self.settle(thread, called);
            }
            Op::MatchRest => {
                let keys = thread.pop();
                let subject = thread.pop();
                let rest = self.match_rest(subject, keys)?;
                thread.push(rest);
            }
            _ => return Err(Fault::NotSupported("an operation that the interpreter does not know".to_owned())),
        }
        Ok(Done::Next)
    }
}
