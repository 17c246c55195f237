//! Calls: of functions, methods, classes, library functions and callable objects; the binding of arguments.

use super::arguments::Arguments;
use super::classes;
use super::exception::{Fault, Result};
use super::frame::{Frame, Then};
use super::heap::ObjectId;
use super::library::Flow;
use super::limits::RECURSION_LIMIT;
use super::names;
use super::object::{Function, Generator, Layout, Object, Payload};
use super::process::Machine;
use super::thread::Thread;
use super::value::Value;
use crate::program::code::{CodeKind, Symbol};
use crate::program::op::Op;
use std::rc::Rc;

impl Machine {
    /// Calls anything. What it leaves: `Flow::Value` when it is done at once.
    pub fn call(&mut self, thread: &mut Thread, callable: Value, arguments: Arguments, then: Then) -> Result<Called> {
        match callable {
            Value::Native(id) => {
                let native = self.library.natives[id.0 as usize];
                self.now_ns += super::clock::NATIVE_CALL_NS;
                if native.visible {
                    self.visible = true;
                }
                let flow = (native.function)(self, thread, arguments)?;
                self.follow(thread, flow, then)
            }
            Value::Object(id) => match &self.heap.get(id).payload {
                Payload::Function(function) => {
                    let function = function.clone();
                    self.enter_function(thread, &function, arguments, then)?;
                    Ok(Called::Entered)
                }
                Payload::BoundMethod { function, receiver } => {
                    let (function, receiver) = (*function, *receiver);
                    self.call(thread, function, arguments.with_first(receiver), then)
                }
                Payload::Class(_) => self.call_class(thread, id, arguments, then),
                Payload::StaticMethod(function) => {
                    let function = *function;
                    self.call(thread, function, arguments, then)
                }
                _ => {
                    let class = self.class_of(callable);
                    match self.lookup(class, names::CALL) {
                        Some(method) => self.call(thread, method, arguments.with_first(callable), then),
                        None => {
                            let name = self.type_name(callable);
                            self.type_error(&format!("'{name}' object is not callable"))
                        }
                    }
                }
            },
            _ => {
                let name = self.type_name(callable);
                self.type_error(&format!("'{name}' object is not callable"))
            }
        }
    }

    /// Does what a library function asked for.
    pub fn follow(&mut self, thread: &mut Thread, flow: Flow, then: Then) -> Result<Called> {
        match flow {
            Flow::Value(value) => Ok(Called::Done(value, then)),
            Flow::Entered => {
                if then != Then::Push
                    && let Some(frame) = thread.frames.last_mut()
                {
                    if frame.then != Then::Push {
                        return Err(Fault::NotSupported("this nesting of special methods".to_owned()));
                    }
                    frame.then = then;
                }
                Ok(Called::Entered)
            }
            Flow::Wait(wait) => {
                thread.resume_then = then;
                self.park(thread, wait);
                Ok(Called::Waits)
            }
            Flow::Call { callable, arguments, then: inner } => {
                if then == Then::Push {
                    return self.call(thread, callable, arguments, inner);
                }
                if inner == Then::Push || inner == Then::Drop && then == Then::Drop {
                    return self.call(thread, callable, arguments, then);
                }
                let inner = if inner == Then::Drop { Then::PushInstead(Value::None) } else { inner };
                // Both have something to do with the result: a library frame stands between them, about to return it.
                let function = self.library_function("call_and_return");
                let Some(Payload::Function(function)) = self.payload(function) else {
                    return Err(Fault::NotSupported("this nesting of special methods".to_owned()));
                };
                let function = function.clone();
                self.enter_function(thread, &function, Arguments::none(), then)?;
                if let Some(frame) = thread.frames.last_mut() {
                    frame.next_op = frame.code.ops.len() as u32 - 1;
                }
                match self.call(thread, callable, arguments, inner)? {
                    Called::Done(value, then) => self.finish(thread, then, value).map(|()| Called::Entered),
                    other => Ok(other),
                }
            }
        }
    }

    fn call_class(&mut self, thread: &mut Thread, class: ObjectId, arguments: Arguments, then: Then) -> Result<Called> {
        let metaclass = self.heap.get(class).class;
        if metaclass != classes::TYPE
            && let Some(method) = self.lookup_overridden(metaclass, names::CALL)
        {
            return self.call(thread, method, arguments.with_first(Value::Object(class)), then);
        }
        self.instantiate(thread, class, arguments, then)
    }

    /// `type.__call__`: `__new__`, then `__init__`.
    pub fn instantiate(
        &mut self,
        thread: &mut Thread,
        class: ObjectId,
        arguments: Arguments,
        then: Then,
    ) -> Result<Called> {
        let new = self.lookup(class, names::NEW).unwrap_or(Value::None);
        let init = self.lookup_overridden(class, names::INIT);
        let has_arguments = !(arguments.positional.is_empty() && arguments.keywords.is_empty());
        if new == self.object_new {
            let of = self.class(class);
            if of.layout == Layout::Sealed || (init.is_none() && has_arguments) {
                let name = of.name.clone();
                return match of.layout {
                    Layout::Sealed => self.type_error(&format!("cannot create '{name}' instances")),
                    _ => self.type_error(&format!("{name}() takes no arguments")),
                };
            }
            let instance = self.allocate(class, Payload::Plain);
            return match init {
                Some(init) => {
                    self.call(thread, init, arguments.with_first(instance), join_then(Then::Instance(instance), then))
                }
                None => Ok(Called::Done(instance, then)),
            };
        }
        match (new, init) {
            // A built-in type makes its instances itself.
            (Value::Native(_), None) => self.call(thread, new, arguments.with_first(Value::Object(class)), then),
            _ => {
                let mut construction = Arguments::positional(&[Value::Object(class), new, init.unwrap_or(Value::None)]);
                construction.positional.extend(arguments.positional);
                construction.keywords = arguments.keywords;
                let construct = self.library_function("construct");
                self.call(thread, construct, construction, then)
            }
        }
    }

    /// How a call went, as a library function returns it.
    pub fn called_as_flow(&mut self, thread: &mut Thread, called: Called) -> Result<Flow> {
        match called {
            Called::Done(value, Then::Push) => Ok(Flow::Value(value)),
            Called::Done(value, then) => match self.apply(thread, then, value)? {
                Flow::Value(value) => Ok(Flow::Value(value)),
                flow => Ok(flow),
            },
            Called::Entered => Ok(Flow::Entered),
            Called::Waits => Ok(Flow::Entered),
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

    /// Pushes a frame for a function with its arguments bound.
    pub fn enter_function(
        &mut self,
        thread: &mut Thread,
        function: &Function,
        arguments: Arguments,
        then: Then,
    ) -> Result<()> {
        self.check_recursion(thread)?;
        let locals = self.bind_parameters(function, arguments)?;
        let floor = thread.stack.len();
        thread.stack.extend(locals);
        self.push_frame(thread, function, floor, floor, then);
        Ok(())
    }

    pub fn check_recursion(&mut self, thread: &Thread) -> Result<()> {
        if thread.frames.len() >= RECURSION_LIMIT {
            return Err(self.raise(classes::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        Ok(())
    }

    /// The locals lie on the stack from `base` on; when the frame is left the stack is cut to `floor`.
    pub fn push_frame(&mut self, thread: &mut Thread, function: &Function, base: usize, floor: usize, then: Then) {
        let code = function.code.clone();
        let cells = if code.cell_variables.is_empty() {
            function.closure.clone()
        } else {
            let mut cells = Vec::with_capacity(code.cell_variables.len() + function.closure.len());
            for slot in &code.cell_parameter_slots {
                let content = slot.map_or(Value::Unbound, |slot| thread.stack[base + slot as usize]);
                cells.push(self.heap.allocate(Object {
                    class: classes::CELL,
                    attributes: None,
                    payload: Payload::Cell(content),
                }));
            }
            cells.extend_from_slice(&function.closure);
            cells.into()
        };
        thread.frames.push(Frame {
            code_id: function.code_id,
            next_op: 0,
            base: base as u32,
            floor: floor as u32,
            module: function.module,
            cells,
            namespace: None,
            generator: None,
            then,
            outer_handled: thread.handled,
            code,
        });
    }

    /// Lays out the locals of a call (`Python/ceval.c`, `initialize_locals`).
    fn bind_parameters(&mut self, function: &Function, arguments: Arguments) -> Result<Vec<Value>> {
        let code = &function.code;
        let parameters = &code.parameters;
        let positional = parameters.positional as usize;
        let keyword_only = parameters.keyword_only as usize;
        let mut locals = vec![Value::Unbound; code.local_names.len()];
        let given = arguments.positional.len();
        for (slot, &value) in locals.iter_mut().zip(arguments.positional.iter().take(positional)) {
            *slot = value;
        }
        let star_slot = positional + keyword_only;
        if parameters.has_star_args {
            let rest = arguments.positional.iter().skip(positional).copied().collect();
            locals[star_slot] = self.tuple(rest);
        }
        let mut extra_keywords = Vec::new();
        for &(name, value) in &arguments.keywords {
            let found = (parameters.positional_only as usize..positional + keyword_only)
                .find(|&slot| code.local_names.get(slot) == Some(&name));
            match found {
                Some(slot) if locals[slot].is_bound() => {
                    let text = self.name_of(name);
                    return self.type_error(&format!(
                        "{}() got multiple values for argument '{text}'",
                        self.call_name(function)
                    ));
                }
                Some(slot) => locals[slot] = value,
                None => extra_keywords.push((name, value)),
            }
        }
        if parameters.has_star_kwargs {
            let entries: Vec<(Value, Value)> =
                extra_keywords.iter().map(|&(name, value)| (self.name_value(name), value)).collect();
            locals[star_slot + usize::from(parameters.has_star_args)] = self.new_dict(&entries)?;
        } else if let Some(&(name, _)) = extra_keywords.first() {
            let text = self.name_of(name);
            let positional_only: Vec<String> = (0..parameters.positional_only as usize)
                .filter(|&slot| code.local_names.get(slot) == Some(&name))
                .map(|_| text.to_string())
                .collect();
            let function_name = self.call_name(function);
            let message = if positional_only.is_empty() {
                format!("{function_name}() got an unexpected keyword argument '{text}'")
            } else {
                format!(
                    "{function_name}() got some positional-only arguments passed as keyword arguments: '{}'",
                    positional_only.join(", ")
                )
            };
            return self.type_error(&message);
        }
        if given > positional && !parameters.has_star_args {
            return self.too_many_arguments(function, &locals, given);
        }
        let defaults = &function.defaults;
        let first_default = positional.saturating_sub(defaults.len());
        for slot in first_default..positional {
            if !locals[slot].is_bound() {
                locals[slot] = defaults[slot - first_default];
            }
        }
        for &(name, value) in &function.keyword_defaults {
            if let Some(slot) =
                (positional..positional + keyword_only).find(|&slot| code.local_names.get(slot) == Some(&name))
                && !locals[slot].is_bound()
            {
                locals[slot] = value;
            }
        }
        for (range, kind) in [(0..positional, "positional"), (positional..positional + keyword_only, "keyword-only")] {
            let missing: Vec<String> = range
                .filter(|&slot| !locals[slot].is_bound())
                .filter_map(|slot| code.local_names.get(slot))
                .map(|&name| format!("'{}'", self.name_of(name)))
                .collect();
            if !missing.is_empty() {
                let (count, list) = (missing.len(), join_names(&missing));
                let plural = if count == 1 { "" } else { "s" };
                let function_name = self.call_name(function);
                return self.type_error(&format!(
                    "{function_name}() missing {count} required {kind} argument{plural}: {list}"
                ));
            }
        }
        Ok(locals)
    }

    fn too_many_arguments<T>(&mut self, function: &Function, locals: &[Value], given: usize) -> Result<T> {
        let parameters = &function.code.parameters;
        let positional = parameters.positional as usize;
        let defaults = function.defaults.len();
        let keyword_given =
            (positional..positional + parameters.keyword_only as usize).filter(|&slot| locals[slot].is_bound()).count();
        let takes = if defaults > 0 {
            format!("from {} to {positional}", positional - defaults)
        } else {
            positional.to_string()
        };
        let plural = if positional == 1 && defaults == 0 { "" } else { "s" };
        let were = if given == 1 && keyword_given == 0 { "was" } else { "were" };
        let keywords = if keyword_given > 0 {
            format!(
                " positional argument{} (and {keyword_given} keyword-only argument{})",
                if given == 1 { "" } else { "s" },
                if keyword_given == 1 { "" } else { "s" }
            )
        } else {
            String::new()
        };
        let name = self.call_name(function);
        self.type_error(&format!(
            "{name}() takes {takes} positional argument{plural} but {given}{keywords} {were} given"
        ))
    }

    /// What complaints call a function: its qualified name since 3.10, before that its name.
    fn call_name(&self, function: &Function) -> String {
        let name = if self.is_at_least(10) { function.qualified_name } else { function.name };
        self.as_str(name).map(|text| text.to_string()).unwrap_or_default()
    }

    // --- Generators ------------------------------------------------------------------------------------------------

    /// Takes the topmost frame away and makes a generator of it, the result of the call.
    pub fn make_generator(&mut self, thread: &mut Thread) -> Option<(Value, Then)> {
        let mut frame = thread.frames.pop()?;
        let stack = thread.stack.split_off(frame.base as usize);
        thread.stack.truncate(frame.floor as usize);
        let then = std::mem::take(&mut frame.then);
        let name = Rc::from(frame.code.name.as_str());
        let id = self.heap.allocate(Object { class: classes::GENERATOR, attributes: None, payload: Payload::Plain });
        frame.generator = Some(id);
        self.heap.get_mut(id).payload = Payload::Generator(Box::new(Generator {
            frame: Some(Box::new(frame)),
            stack,
            handled: Value::Unbound,
            started: false,
            finished: false,
            name,
        }));
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
        let stack = std::mem::take(&mut generator.stack);
        let handled = std::mem::take(&mut generator.handled);
        let floor = thread.stack.len();
        thread.stack.extend(stack);
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
        thread.frames.push(*frame);
        Ok(Resumed::Entered)
    }

    /// Suspends the topmost frame, a generator's: what it yielded goes to whoever resumed it.
    pub fn suspend_generator(&mut self, thread: &mut Thread) -> Then {
        let Some(mut frame) = thread.frames.pop() else { return Then::Push };
        let stack = thread.stack.split_off(frame.base as usize);
        thread.stack.truncate(frame.floor as usize);
        let handled = if thread.handled == frame.outer_handled { Value::Unbound } else { thread.handled };
        thread.handled = frame.outer_handled;
        let then = std::mem::take(&mut frame.then);
        if let Some(id) = frame.generator
            && let Payload::Generator(generator) = &mut self.heap.get_mut(id).payload
        {
            generator.stack = stack;
            generator.handled = handled;
            generator.frame = Some(Box::new(frame));
        }
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

    // --- Functions -------------------------------------------------------------------------------------------------

    pub fn make_function(
        &mut self,
        thread: &mut Thread,
        parts: crate::program::code::FunctionParts,
        module: ObjectId,
    ) -> Value {
        let code = self.code(parts.code);
        let closure = if parts.closure {
            let tuple = thread.pop();
            self.as_sequence(tuple)
                .map(|cells| cells.iter().filter_map(|cell| cell.object()).collect())
                .unwrap_or_default()
        } else {
            Vec::new()
        };
        let keyword_defaults = if parts.keyword_defaults {
            let dict = thread.pop();
            let entries: Vec<(Value, Value)> = match self.payload(dict) {
                Some(Payload::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
                _ => Vec::new(),
            };
            entries
                .into_iter()
                .filter_map(|(key, value)| self.as_str(key).cloned().map(|key| (self.intern(&key), value)))
                .collect()
        } else {
            Vec::new()
        };
        let defaults: Vec<Value> = if parts.defaults {
            let tuple = thread.pop();
            self.as_sequence(tuple).map(<[Value]>::to_vec).unwrap_or_default()
        } else {
            Vec::new()
        };
        let name = self.str(&code.name);
        let qualified_name = self.str(&code.qualified_name);
        self.allocate(
            classes::FUNCTION,
            Payload::Function(Rc::new(Function {
                code,
                code_id: parts.code,
                module,
                defaults: defaults.into(),
                keyword_defaults,
                closure: closure.into(),
                name,
                qualified_name,
            })),
        )
    }

    /// Whether a code object's first operation makes a generator.
    pub fn is_generator_code(&self, function: &Function) -> bool {
        function.code.kind == CodeKind::Generator || matches!(function.code.ops.first(), Some(Op::ReturnGenerator))
    }

    /// The keyword arguments in a dict of `**kwargs`.
    pub fn keywords_of(&mut self, mapping: Value) -> Result<Vec<(Symbol, Value)>> {
        let entries: Vec<(Value, Value)> = match self.payload(mapping) {
            Some(Payload::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            _ => Vec::new(),
        };
        let mut keywords = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            match self.as_str(key).cloned() {
                Some(name) => keywords.push((self.intern(&name), value)),
                None => return self.type_error("keywords must be strings"),
            }
        }
        Ok(keywords)
    }
}

/// How a call went.
pub enum Called {
    /// It is done: the result, and what is to become of it.
    Done(Value, Then),
    /// A frame was pushed.
    Entered,
    /// The thread waits.
    Waits,
}

/// How the resumption of a generator went.
pub enum Resumed {
    Entered,
    Exhausted,
}

/// `Instance` must be seen to before what the caller wants: where that is just a push, the instance is what is pushed.
fn join_then(instance: Then, outer: Then) -> Then {
    match (&instance, outer) {
        (_, Then::Push) => instance,
        (Then::Instance(value), outer) => Then::InstanceThen(*value, Box::new(outer)),
        (_, _) => instance,
    }
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`.
fn join_names(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [init @ .., last] => format!("{}, and {last}", init.join(", ")),
    }
}
