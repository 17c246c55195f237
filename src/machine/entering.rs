//! Short ways into functions and methods whose calls need no binding of arguments.

use super::frame::{Frame, Then};
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::thread::Thread;
use super::value::Value;

impl Machine {
    /// Enters a Python function whose arguments lie ready on the stack, when they need no binding. `at` is the place of
    /// the function; a method's receiver, if any, lies behind it.
    pub(super) fn enter_simply(
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
            || thread.frames.len() >= self.recursion_limit
        {
            return false;
        }
        thread.stack.resize(base + function.code.local_names.len(), Value::Unbound);
        if function.code.cell_variables.is_empty() {
            thread.frames.push(Frame::simple(function, base, at, thread.handled));
        } else {
            let function = function.clone();
            self.push_frame(thread, &function, base, at, Then::Push);
        }
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
