//! Exceptions on their way: raising, the search for a handler, and the complaints about names.

use super::arguments::Arguments;
use super::call::Called;
use super::classes;
use super::exception::{Fault, Result, TRACEBACK_LIMIT, TracebackEntry};
use super::frame::Then;
use super::heap::ObjectId;
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::text::suggestion::{name_hint, suggest};
use super::thread::Thread;
use super::value::Value;
use crate::program::code::{Code, Symbol};
use crate::source::order;

/// Since this version a NameError or AttributeError says what may have been meant.
const SUGGESTIONS_SINCE: u8 = 10;

/// To leave a frame by an exception takes as long as so many operations.
const OPERATIONS_A_FRAME_LEFT: u64 = 16;

impl Machine {
    /// Looks for the handler of a fault, frame by frame. Afterwards the topmost frame goes on in its handler. A fault that
    /// is no exception ends the run.
    pub fn unwind(&mut self, thread: &mut Thread, fault: Fault, is_reraised: bool) -> Result<()> {
        let mut exception = match fault {
            Fault::Raised(exception) => exception,
            other => {
                self.line = self.user_line(thread);
                return Err(other);
            }
        };
        if !is_reraised {
            self.set_context(exception, self.handled_by_program(thread));
        }
        self.finalization.all_suspected = true;
        let mut keep_traceback = is_reraised;
        loop {
            // Nobody catches it: the library's outermost frames do, so only a mistake in the library comes here.
            let Some(frame) = thread.frames.last() else {
                return Err(Fault::Raised(exception));
            };
            let at = frame.next_op.saturating_sub(1);
            if !keep_traceback {
                let entry = TracebackEntry { code: frame.code_id, op: at };
                self.add_traceback(exception, entry);
            }
            keep_traceback = false;
            let handler =
                frame.code.handlers.iter().find(|handler| (handler.start..handler.end).contains(&at)).copied();
            if let Some(handler) = handler {
                let operands = frame.base as usize + frame.code.local_names.len();
                thread.stack.truncate(operands + handler.depth as usize);
                thread.push(exception);
                if let Some(frame) = thread.frames.last_mut() {
                    frame.next_op = handler.target;
                }
                return Ok(());
            }
            if self.finalization.is_enabled {
                self.keep_locals(thread, exception);
            }
            let Some(mut frame) = thread.frames.pop() else { return Ok(()) };
            thread.stack.truncate(frame.floor as usize);
            thread.handled = frame.outer_handled;
            let then = std::mem::take(&mut frame.then);
            if frame.generator.is_some() {
                self.finish_generator(&frame);
                if then == Then::CloseGenerator
                    && (self.is_instance(exception, classes::GENERATOR_EXIT)
                        || self.is_instance(exception, classes::STOP_ITERATION))
                {
                    thread.push(Value::None);
                    return Ok(());
                }
                if self.is_instance(exception, classes::STOP_ITERATION) {
                    exception = self.generator_raised_stop(exception);
                }
                continue;
            }
            match self.caught_by_caller(thread, then, exception) {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                Err(Fault::Raised(other)) => exception = other,
                Err(fault) => return Err(fault),
            }
        }
    }

    /// Whether what the caller wanted of a call covers the exception: the end of an iteration, a default.
    fn caught_by_caller(&mut self, thread: &mut Thread, then: Then, exception: Value) -> Result<bool> {
        match then {
            Then::ForIterate { .. } | Then::YieldFrom | Then::Next { .. }
                if self.is_instance(exception, classes::STOP_ITERATION) =>
            {
                if let Then::Next { default: Value::Unbound } = then {
                    return Ok(false);
                }
                let value = self.natural_attribute(exception, names::VALUE).unwrap_or(Value::None);
                self.exhausted(thread, then, value)?;
                Ok(true)
            }
            Then::Attribute { default } if self.is_instance(exception, classes::ATTRIBUTE_ERROR) => {
                thread.push(default);
                Ok(true)
            }
            Then::HasAttribute if self.is_instance(exception, classes::ATTRIBUTE_ERROR) => {
                thread.push(Value::Bool(false));
                Ok(true)
            }
            Then::AttributeElse { object, name }
                if self.is_instance(exception, classes::ATTRIBUTE_ERROR)
                    && self.lookup_overridden(self.class_of(object), names::GETATTR).is_some() =>
            {
                let flow = self.attribute_missing(object, name)?;
                match self.follow(thread, flow, Then::Push)? {
                    Called::Done(value, then) => self.finish(thread, then, value).map(|()| true),
                    _ => Ok(true),
                }
            }
            _ => Ok(false),
        }
    }

    /// PEP 479: a StopIteration that leaves a generator is a mistake in it.
    fn generator_raised_stop(&mut self, stop: Value) -> Value {
        let message = self.str("generator raised StopIteration");
        let error = self.exception(classes::RUNTIME_ERROR, vec![message]);
        if let Value::Object(id) = error
            && let Payload::Exception(data) = &mut self.heap.get_mut(id).payload
        {
            data.cause = stop;
            data.context = stop;
            data.suppress_context = true;
        }
        error
    }

    /// The exception that is being handled. What built-in functions written in Python handle among themselves is nobody
    /// else's business.
    fn handled_by_program(&self, thread: &Thread) -> Value {
        let is_builtin = |code: &Code| {
            let file = self.program.files.get(code.file as usize);
            file.is_some_and(|file| {
                !file.is_user && file.name.rsplit('/').next().is_some_and(|name| name.starts_with('_'))
            })
        };
        let inner = thread.frames.iter().rev().take_while(|frame| is_builtin(&frame.code));
        inner.last().map_or(thread.handled, |frame| frame.outer_handled)
    }

    /// The exception being handled becomes the context of a new one, unless that would make a circle.
    fn set_context(&mut self, exception: Value, handled: Value) {
        if !handled.is_bound() || handled.is(exception) {
            return;
        }
        // A chain that already leads back to the new exception is cut there, as CPython does.
        let mut link = handled;
        for _ in 0..TRACEBACK_LIMIT {
            let Some(Payload::Exception(data)) = self.payload(link) else { break };
            self.heap.count_operations(1);
            let next = data.context;
            if next.is(exception)
                && let Value::Object(id) = link
                && let Payload::Exception(data) = &mut self.heap.get_mut(id).payload
            {
                data.context = Value::Unbound;
                break;
            }
            link = next;
        }
        if let Value::Object(id) = exception
            && let Payload::Exception(data) = &mut self.heap.get_mut(id).payload
        {
            data.context = handled;
        }
    }

    /// The frame that an exception leaves lives on in its traceback, and with it what its locals hold.
    fn keep_locals(&mut self, thread: &Thread, exception: Value) {
        let Some(frame) = thread.frames.last() else { return };
        let base = frame.base as usize;
        let locals = thread.stack.get(base..base + frame.code.local_names.len()).unwrap_or_default();
        let cells = frame.cells.iter().map(|&cell| Value::Object(cell));
        let held: Vec<Value> = locals.iter().copied().filter(|local| local.object().is_some()).chain(cells).collect();
        if let Value::Object(id) = exception
            && let Payload::Exception(data) = &mut self.heap.get_mut(id).payload
            && data.traceback.len() < TRACEBACK_LIMIT
        {
            data.locals.extend(held);
        }
    }

    fn add_traceback(&mut self, exception: Value, entry: TracebackEntry) {
        if let Value::Object(id) = exception
            && let Payload::Exception(data) = &mut self.heap.get_mut(id).payload
            && data.traceback.len() < TRACEBACK_LIMIT
        {
            data.traceback.push(entry);
            self.heap.count_bytes(size_of::<TracebackEntry>());
            self.heap.count_operations(OPERATIONS_A_FRAME_LEFT);
        }
    }

    // --- The operation `raise` ---------------------------------------------------------------------------------------

    pub(super) fn raise_operation(
        &mut self,
        thread: &mut Thread,
        exception: Value,
        cause: Value,
        count: u32,
    ) -> Result<()> {
        if count == 0 {
            if !exception.is_bound() {
                let fault = self.raise(classes::RUNTIME_ERROR, "No active exception to reraise");
                return self.unwind(thread, fault, false);
            }
            return self.unwind(thread, Fault::Raised(exception), true);
        }
        if let Some(class) = self.as_class(exception).filter(|_| self.is_exception_class(exception)) {
            if !cause.is_bound() && self.makes_plain_exceptions(class) {
                let exception = self.exception(class, Vec::new());
                return self.unwind(thread, Fault::Raised(exception), false);
            }
            // The class is called by a library function, which raises the result.
            let function = self.library_function(if cause.is_bound() { "raise_class_from" } else { "raise_class" });
            let mut arguments = Arguments::positional(&[exception]);
            if cause.is_bound() {
                arguments.positional.push(cause);
            }
            return match self.call(thread, function, arguments, Then::Push) {
                Ok(Called::Done(value, then)) => self.finish(thread, then, value),
                Ok(Called::Entered | Called::Waits) => Ok(()),
                Err(fault) => self.unwind(thread, fault, false),
            };
        }
        if !self.is_instance(exception, classes::BASE_EXCEPTION) {
            let fault = self.raise(classes::TYPE_ERROR, "exceptions must derive from BaseException");
            return self.unwind(thread, fault, false);
        }
        if cause.is_bound() {
            let cause = match self.as_class(cause) {
                Some(class) if self.is_exception_class(cause) => self.exception(class, Vec::new()),
                _ => cause,
            };
            if cause != Value::None && !self.is_instance(cause, classes::BASE_EXCEPTION) {
                let fault = self.raise(classes::TYPE_ERROR, "exception causes must derive from BaseException");
                return self.unwind(thread, fault, false);
            }
            if let Value::Object(id) = exception
                && let Payload::Exception(data) = &mut self.heap.get_mut(id).payload
            {
                data.cause = if cause == Value::None { Value::Unbound } else { cause };
                data.suppress_context = true;
            }
        }
        self.unwind(thread, Fault::Raised(exception), false)
    }

    /// Whether calling the class without arguments runs no user code.
    fn makes_plain_exceptions(&self, class: ObjectId) -> bool {
        self.lookup_overridden(class, names::INIT).is_none() && self.lookup_overridden(class, names::NEW).is_none()
    }

    /// Whether `except class:` covers the exception.
    pub(super) fn exception_matches(&mut self, exception: Value, class: Value) -> Result<bool> {
        if let Some(class) = self.as_class(class).filter(|_| self.is_exception_class(class)) {
            return Ok(self.is_instance(exception, class));
        }
        let alternatives = match self.payload(class) {
            Some(Payload::Tuple(items)) => items.to_vec(),
            _ => return self.type_error("catching classes that do not inherit from BaseException is not allowed"),
        };
        let mut matched = false;
        for alternative in alternatives {
            match self.as_class(alternative).filter(|_| self.is_exception_class(alternative)) {
                Some(class) => matched |= self.is_instance(exception, class),
                None => {
                    return self.type_error("catching classes that do not inherit from BaseException is not allowed");
                }
            }
        }
        Ok(matched)
    }

    /// What the last line of a traceback adds to an exception's own text (`Lib/traceback.py`, `_compute_suggestion_error`):
    /// `. Did you mean: 'x'?`, or nothing.
    pub fn hint(&self, exception: Value) -> String {
        if !self.is_at_least(SUGGESTIONS_SINCE) {
            return String::new();
        }
        let attribute = |name: &str| {
            let name = self.program.symbols.get(name)?;
            self.attributes(exception)?.get(name)
        };
        let wrong = attribute("name").and_then(|name| self.as_str(name)).cloned();
        let Some(wrong) = wrong else { return String::new() };
        let meant = if self.is_instance(exception, classes::NAME_ERROR) {
            self.attributes(exception)
                .and_then(|attributes| attributes.get(names::HINT))
                .and_then(|hint| self.as_str(hint))
                .cloned()
        } else if self.is_instance(exception, classes::ATTRIBUTE_ERROR) {
            attribute("obj").and_then(|object| self.suggest_attribute(&wrong, object))
        } else if let Some(module) = self.find_module(&wrong).filter(|_| self.is_at_least(12)) {
            let missing = attribute("name_from").and_then(|name| self.as_str(name)).cloned();
            missing.and_then(|name| self.suggest_attribute(&name, Value::Object(module)))
        } else {
            None
        };
        let is_module = self.is_instance(exception, classes::NAME_ERROR) && self.is_known_module(&wrong);
        name_hint(&wrong, meant.as_deref(), is_module, self.settings.python.0)
    }

    /// The attribute that may have been meant.
    fn suggest_attribute(&self, wrong: &str, object: Value) -> Option<std::rc::Rc<str>> {
        let own = match self.as_class(object) {
            Some(class) => self.class(class).linearization.to_vec(),
            None => object.object().into_iter().collect(),
        };
        let inherited = self.class(self.class_of(object)).linearization.to_vec();
        let mut candidates: Vec<std::rc::Rc<str>> = Vec::new();
        for owner in own.into_iter().chain(inherited) {
            candidates.extend(self.namespace_entries(owner).into_iter().map(|(name, _)| self.name_of(name)));
        }
        let hide_private = !wrong.starts_with('_');
        candidates.retain(|name| !(hide_private && name.starts_with('_')));
        order::sort(&mut candidates);
        suggest(wrong, candidates.iter().map(|name| &**name), self.settings.python.0).map(std::rc::Rc::from)
    }

    // --- Names -------------------------------------------------------------------------------------------------------

    pub(super) fn undefined_name(&mut self, name: Symbol, thread: &Thread) -> Fault {
        let text = self.name_of(name);
        let fault = self.name_error(classes::NAME_ERROR, &format!("name '{text}' is not defined"), name);
        if self.is_at_least(SUGGESTIONS_SINCE)
            && let Some(hint) = self.suggest_name(&text, thread)
            && let Fault::Raised(Value::Object(id)) = fault
        {
            let hint = self.str(&hint);
            self.attributes_mut(id).set(names::HINT, hint);
        }
        fault
    }

    /// The name that may have been meant: an attribute of `self` (since 3.12), a local, a global or a builtin, of which
    /// `True` and the like are some.
    fn suggest_name(&self, wrong: &str, thread: &Thread) -> Option<String> {
        let frame = thread.frames.last()?;
        let code = &frame.code;
        let mut candidates: Vec<std::rc::Rc<str>> = Vec::new();
        for (slot, &name) in code.local_names.iter().enumerate() {
            let Some(value) = thread.stack.get(frame.base as usize + slot).filter(|value| value.is_bound()) else {
                continue;
            };
            let local = self.name_of(name);
            if &*local == "self"
                && self.is_at_least(12)
                && let Some(wrong) = self.program.symbols.get(wrong)
                && (self.own_attribute(*value, wrong).is_some() || self.lookup(self.class_of(*value), wrong).is_some())
            {
                return Some(format!("self.{}", self.name_of(wrong)));
            }
            candidates.push(local);
        }
        for owner in [frame.module, self.builtins] {
            candidates.extend(self.namespace_entries(owner).into_iter().map(|(name, _)| self.name_of(name)));
        }
        suggest(wrong, candidates.iter().map(|name| &**name), self.settings.python.0).map(str::to_owned)
    }

    fn name_error(&mut self, class: ObjectId, message: &str, name: Symbol) -> Fault {
        let fault = self.raise(class, message);
        if self.is_at_least(10)
            && let Fault::Raised(Value::Object(id)) = fault
        {
            let name_value = self.name_value(name);
            let attribute = self.intern("name");
            self.attributes_mut(id).set(attribute, name_value);
        }
        fault
    }

    pub(super) fn unbound_local(&mut self, code: &Code, slot: u32) -> Fault {
        let Some(&name) = code.local_names.get(slot as usize) else {
            return Fault::NotSupported("this program (a local without a name)".to_owned());
        };
        let text = self.name_of(name);
        let message = if self.is_at_least(11) {
            format!("cannot access local variable '{text}' where it is not associated with a value")
        } else {
            format!("local variable '{text}' referenced before assignment")
        };
        self.name_error(classes::UNBOUND_LOCAL_ERROR, &message, name)
    }

    pub(super) fn unbound_cell(&mut self, code: &Code, index: u32) -> Fault {
        let index = index as usize;
        let own = code.cell_variables.len();
        if let Some(&name) = code.cell_variables.get(index) {
            let text = self.name_of(name);
            let message = if self.is_at_least(11) {
                format!("cannot access local variable '{text}' where it is not associated with a value")
            } else {
                format!("local variable '{text}' referenced before assignment")
            };
            return self.name_error(classes::UNBOUND_LOCAL_ERROR, &message, name);
        }
        let Some(&name) = code.free_variables.get(index - own) else {
            return Fault::NotSupported("this program (a captured variable without a name)".to_owned());
        };
        let text = self.name_of(name);
        let message = if self.is_at_least(11) {
            format!("cannot access free variable '{text}' where it is not associated with a value in enclosing scope")
        } else {
            format!("free variable '{text}' referenced before assignment in enclosing scope")
        };
        self.name_error(classes::NAME_ERROR, &message, name)
    }
}
