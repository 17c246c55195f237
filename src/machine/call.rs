//! Calls: of functions, methods, classes, library functions and callable objects; the binding of arguments.

use super::arguments::Arguments;
use super::classes;
use super::exception::{Fault, Result};
use super::frame::{Frame, Then};
use super::heap::ObjectId;
use super::library::Flow;
use super::limits::DEEPEST_RECURSION;
use super::names;
use super::object::{Function, Layout, Object, Payload};
use super::process::Machine;
use super::thread::Thread;
use super::value::{NativeId, Value};
use crate::program::code::CodeKind;
use crate::program::op::Op;
use std::rc::Rc;

/// A function of the library takes as long as so many more operations than the one that calls it.
const OPERATIONS_A_NATIVE_CALL: u64 = 3;

impl Machine {
    /// Calls anything. What it leaves: `Flow::Value` when it is done at once.
    pub fn call(&mut self, thread: &mut Thread, callable: Value, arguments: Arguments, then: Then) -> Result<Called> {
        match callable {
            Value::Native(id) => {
                let flow = self.call_native(thread, id, arguments)?;
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

    /// Calls a function of the library: what it asks for.
    #[inline]
    pub(super) fn call_native(&mut self, thread: &mut Thread, id: NativeId, arguments: Arguments) -> Result<Flow> {
        self.heap.count_operations(OPERATIONS_A_NATIVE_CALL);
        let native = self.library.natives[id.0 as usize];
        self.now_ns += super::clock::NATIVE_CALL_NS;
        if native.visible {
            self.visible = true;
        }
        if let Some(class) = native.method_of {
            match arguments.positional.first() {
                None => return self.without_receiver(class, native.name),
                Some(&receiver) if self.class_of(receiver) != class => {
                    self.check_receiver(class, native.name, receiver)?;
                }
                Some(_) => {}
            }
        }
        (native.function)(self, thread, arguments)
    }

    /// A method that was called on its class with nothing (`str.upper()`).
    #[cold]
    fn without_receiver(&mut self, class: ObjectId, name: &str) -> Result<Flow> {
        let class_name = self.class(class).name.clone();
        self.type_error(&match self.is_at_least(9) && !self.is_slot_wrapper(class, name) {
            true => format!("unbound method {class_name}.{name}() needs an argument"),
            false => format!("descriptor '{name}' of '{class_name}' object needs an argument"),
        })
    }

    /// A method that was called on its class with something else (`dict.get([], 1)`): `Objects/descrobject.c`,
    /// `descr_check` and `wrapperdescr_call`.
    #[inline(never)]
    fn check_receiver(&mut self, class: ObjectId, name: &str, receiver: Value) -> Result<()> {
        let given = self.class_of(receiver);
        if self.is_subclass(given, class) || name == "__new__" {
            return Ok(());
        }
        let (class_name, given) = (self.class(class).name.clone(), self.class(given).name.clone());
        self.type_error(&match self.is_slot_wrapper(class, name) {
            true => format!("descriptor '{name}' requires a '{class_name}' object but received a '{given}'"),
            false => format!("descriptor '{name}' for '{class_name}' objects doesn't apply to a '{given}' object"),
        })
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

    /// Takes a call with keywords off the stack, where it begins at `at`: what to call, with what.
    pub(super) fn pop_keyword_call(
        &mut self,
        thread: &mut Thread,
        at: usize,
        is_method: bool,
        names: Value,
    ) -> (Value, Arguments) {
        let keyword_names = self.as_sequence(names).map(<[Value]>::to_vec).unwrap_or_default();
        let mut positional = thread.stack.split_off(at);
        let callable = positional[0];
        let values = positional.split_off(positional.len() - keyword_names.len());
        let first = if is_method && !positional[1].is_bound() { 2 } else { 1 };
        let mut arguments = Arguments::positional(&positional[first..]);
        for (name, value) in keyword_names.into_iter().zip(values) {
            let text = self.as_str(name).cloned().unwrap_or_default();
            arguments.keywords.push((self.intern(&text), value));
        }
        (callable, arguments)
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
        if thread.frames.len() >= self.recursion_limit {
            if self.recursion_limit == DEEPEST_RECURSION {
                let sentence = format!("recursion deeper than {DEEPEST_RECURSION} calls; use a loop");
                return Err(Fault::NotSupported(sentence));
            }
            let compares = !self.is_at_least(11) && thread.frames.last().is_some_and(has_compared);
            let message = format!("maximum recursion depth exceeded{}", if compares { " in comparison" } else { "" });
            return Err(self.raise(classes::RECURSION_ERROR, &message));
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
                cells.push(self.heap.allocate(Object::new(classes::CELL, Payload::Cell(content))));
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

    // --- Generators ------------------------------------------------------------------------------------------------

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
        let annotations = if parts.annotations { thread.pop() } else { Value::Unbound };
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
                annotations,
                name,
                qualified_name,
            })),
        )
    }

    /// Whether a code object's first operation makes a generator.
    pub fn is_generator_code(&self, function: &Function) -> bool {
        function.code.kind == CodeKind::Generator || matches!(function.code.ops.first(), Some(Op::ReturnGenerator))
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

/// `Instance` must be seen to before what the caller wants: where that is just a push, the instance is what is pushed.
fn join_then(instance: Then, outer: Then) -> Then {
    match (&instance, outer) {
        (_, Then::Push) => instance,
        (Then::Instance(value), outer) => Then::InstanceThen(*value, Box::new(outer)),
        (_, _) => instance,
    }
}

/// Whether a frame has compared something before it came to this call. Up to 3.10 that counted as a level of its own
/// (`PyObject_RichCompare` in `Objects/object.c`), so that the deepest frame came no further.
fn has_compared(frame: &Frame) -> bool {
    use crate::program::op::Comparison;
    let before = frame.code.ops.get(..frame.next_op as usize).unwrap_or_default();
    before.iter().any(|op| match op {
        Op::Compare(comparison) => {
            !matches!(comparison, Comparison::Is | Comparison::IsNot | Comparison::In | Comparison::NotIn)
        }
        _ => false,
    })
}
