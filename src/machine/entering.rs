//! Short ways into functions, methods and plain classes whose calls need no binding of arguments.

use super::frame::{Frame, Then};
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::thread::Thread;
use super::value::Value;

impl Machine {
    /// Enters a Python function, or the `__init__` of a plain class, whose arguments lie ready on the stack and need no
    /// binding but for defaults. `at` is the place of what is called; a method's receiver, if any, lies behind it.
    pub(super) fn enter_simply(
        &mut self,
        thread: &mut Thread,
        callable: Value,
        at: usize,
        count: usize,
        receiver: Option<Value>,
    ) -> bool {
        let Value::Object(id) = callable else { return false };
        let (first, given) = match receiver {
            None => (at + 1, count),
            Some(receiver) if receiver.is_bound() => (at + 1, count + 1),
            Some(_) => (at + 2, count),
        };
        let (function, class) = match &self.heap.get(id).payload {
            Payload::Function(function) => (function, None),
            // The instance comes to lie in front of the arguments, where the class lay or the absent receiver.
            Payload::Class(_) if given == count => match self.plain_constructor(id).and_then(|init| self.payload(init))
            {
                Some(Payload::Function(init)) => (init, Some(id)),
                _ => return false,
            },
            _ => return false,
        };
        let (base, given) = if class.is_some() { (first - 1, given + 1) } else { (first, given) };
        let parameters = &function.code.parameters;
        let missing = (parameters.positional as usize).wrapping_sub(given);
        if missing > function.defaults.len()
            || parameters.keyword_only != 0
            || parameters.has_star_args
            || parameters.has_star_kwargs
            || thread.frames.len() >= self.recursion_limit
        {
            return false;
        }
        thread.stack.extend_from_slice(&function.defaults[function.defaults.len() - missing..]);
        thread.stack.resize(base + function.code.local_names.len(), Value::Unbound);
        if class.is_none() && function.code.cell_variables.is_empty() {
            thread.frames.push(Frame::simple(function, base, at, thread.handled));
            return true;
        }
        let function = function.clone();
        let then = match class {
            None => Then::Push,
            Some(class) => {
                let instance = self.allocate(class, Payload::Plain);
                thread.stack[base] = instance;
                Then::Instance(instance)
            }
        };
        self.push_frame(thread, &function, base, at, then);
        true
    }

    /// A plain function found on the class of an object that has no attribute of that name itself.
    pub(super) fn plain_method(&self, object: Value, name: crate::program::code::Symbol) -> Option<Value> {
        let class = self.class_of(object);
        if let Value::Object(id) = object {
            match &self.heap.get(id).payload {
                Payload::Class(_) | Payload::Module(_) | Payload::Super { .. } => return None,
                _ => {}
            }
        }
        let found = self.lookup(class, name)?;
        if !self.binds_as_method(found)
            || self.own_attribute(object, name).is_some()
            || (self.class(class).is_user && self.lookup_overridden(class, names::GETATTRIBUTE).is_some())
        {
            return None;
        }
        Some(found)
    }
}
