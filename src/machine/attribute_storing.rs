//! Setting and deleting attributes.

use super::arguments::Arguments;
use super::classes;
use super::exception::Result;
use super::frame::Then;
use super::heap::ObjectId;
use super::library::Flow;
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::value::Value;
use crate::program::code::Symbol;
use std::rc::Rc;

impl Machine {
    /// `object.name = value`.
    pub fn store_attribute(&mut self, object: Value, name: Symbol, value: Value) -> Result<Flow> {
        let class = self.class_of(object);
        if self.class(class).is_user
            && let Some(method) = self.lookup_overridden(class, names::SETATTR)
        {
            let name_value = self.name_value(name);
            return Ok(Flow::Call {
                callable: method,
                arguments: Arguments::positional(&[object, name_value, value]),
                then: Then::Drop,
            });
        }
        self.store_attribute_plainly(object, name, value)
    }

    /// `object.__setattr__` of `object`.
    pub fn store_attribute_plainly(&mut self, object: Value, name: Symbol, value: Value) -> Result<Flow> {
        let class = self.class_of(object);
        if let Some(descriptor) = self.lookup(class, name)
            && let Some(flow) = self.store_through_descriptor(descriptor, object, name, Some(value))?
        {
            return Ok(flow);
        }
        let Value::Object(id) = object else {
            return self.cannot_store(object, name);
        };
        match &mut self.heap.get_mut(id).payload {
            Payload::Class(target) => {
                let target = Rc::make_mut(target);
                if !target.is_user {
                    let class_name = target.name.clone();
                    let text = self.name_of(name);
                    return self.type_error(&match self.is_at_least(10) {
                        true => format!("cannot set '{text}' attribute of immutable type '{class_name}'"),
                        false => format!("can't set attributes of built-in/extension type '{class_name}'"),
                    });
                }
                if [names::NAME, names::QUALNAME, names::MODULE].contains(&name) {
                    let text = self.as_str(value).cloned();
                    if let (Some(text), Some(target)) = (text, self.class_mut(id)) {
                        match name {
                            names::NAME => target.name = text,
                            names::QUALNAME => target.qualified_name = text,
                            _ => {
                                target.module = text;
                                target.attributes.set(name, value);
                            }
                        }
                    }
                    return Ok(Flow::Value(Value::None));
                }
                target.attributes.set(name, value);
            }
            Payload::Function(function) if name == names::NAME => Rc::make_mut(function).name = value,
            Payload::Function(function) if name == names::QUALNAME => Rc::make_mut(function).qualified_name = value,
            Payload::Exception(exception) if name == names::CAUSE => {
                exception.cause = value;
                exception.suppress_context = true;
            }
            Payload::Exception(exception) if name == names::CONTEXT => exception.context = value,
            Payload::Exception(exception) if name == names::TRACEBACK => {
                if value == Value::None {
                    exception.traceback.clear();
                }
            }
            Payload::Exception(exception) if name == names::SUPPRESS_CONTEXT => {
                exception.suppress_context = value == Value::Bool(true);
            }
            Payload::Exception(_) if name == names::ARGS => {
                let arguments = self.as_sequence(value).map(<[Value]>::to_vec).unwrap_or_default();
                if let Payload::Exception(exception) = &mut self.heap.get_mut(id).payload {
                    exception.arguments = arguments;
                }
            }
            Payload::Module(_) | Payload::Function(_) | Payload::Exception(_) => {
                self.set_own_attribute(id, name, value);
            }
            _ => {
                if !self.accepts_attribute(class, name) {
                    return self.cannot_store(object, name);
                }
                if name == names::CLASS {
                    return match self.as_class(value) {
                        Some(new_class) => {
                            self.heap.get_mut(id).class = new_class;
                            self.heap.classes_have_changed();
                            Ok(Flow::Value(Value::None))
                        }
                        None => self.type_error("__class__ must be set to a class, not an instance"),
                    };
                }
                if name == names::DICT && self.has_replaceable_namespace(class) {
                    return self.replace_namespace(id, value);
                }
                if !self.set_replaced_attribute(id, name, value)? {
                    self.set_own_attribute(id, name, value);
                }
            }
        }
        self.name_stored(value, name);
        Ok(Flow::Value(Value::None))
    }

    /// A lock or the like is called after the first name under which it is stored.
    #[inline]
    pub fn name_stored(&mut self, value: Value, name: Symbol) {
        if let Value::Object(_) = value {
            self.name_if_sync(value, name);
        }
    }

    fn name_if_sync(&mut self, value: Value, name: Symbol) {
        if self.sync_of(value).is_some() {
            let text = self.name_of(name);
            self.name_sync(value, &text);
        }
    }

    /// Whether instances of the class take an attribute of that name: built-in ones do not, `__slots__` may forbid it.
    pub(super) fn accepts_attribute(&self, class: ObjectId, name: Symbol) -> bool {
        let mut user_classes =
            self.class(class).linearization.iter().map(|&id| self.class(id)).filter(|class| class.is_user).peekable();
        if user_classes.peek().is_none() {
            return false;
        }
        let mut slots_only = true;
        for class in user_classes {
            match &class.slots {
                Some(slots) if slots.contains(&name) || slots.contains(&names::DICT) => return true,
                Some(_) => {}
                None => slots_only = false,
            }
        }
        !slots_only
    }

    /// Whose `__slots__` lists the name: the class itself or one of its bases.
    pub(super) fn slot_owner(&self, class: ObjectId, name: Symbol) -> Option<ObjectId> {
        let order = &self.class(class).linearization;
        let lists = |id: &ObjectId| self.class(*id).slots.as_ref().is_some_and(|slots| slots.contains(&name));
        order.iter().copied().find(lists)
    }

    /// Whether instances have a `__dict__`: some class of the program among theirs leaves `__slots__` out or lists it.
    pub(super) fn has_own_namespace(&self, class: ObjectId) -> bool {
        let mut classes = self.class(class).linearization.iter().map(|&id| self.class(id));
        classes.any(|class| class.is_user && class.slots.as_ref().is_none_or(|slots| slots.contains(&names::DICT)))
    }

    pub(super) fn cannot_store(&mut self, object: Value, name: Symbol) -> Result<Flow> {
        let text = self.name_of(name);
        let type_name = self.type_name(object);
        let exists = self.lookup(self.class_of(object), name).is_some();
        let message = if exists {
            format!("'{type_name}' object attribute '{text}' is read-only")
        } else if self.is_at_least(13) && self.lookup_overridden(self.class_of(object), names::SETATTR).is_none() {
            format!("'{type_name}' object has no attribute '{text}' and no __dict__ for setting new attributes")
        } else {
            format!("'{type_name}' object has no attribute '{text}'")
        };
        Err(self.raise(classes::ATTRIBUTE_ERROR, &message))
    }

    pub(super) fn store_through_descriptor(
        &mut self,
        descriptor: Value,
        object: Value,
        name: Symbol,
        value: Option<Value>,
    ) -> Result<Option<Flow>> {
        if let Some(Payload::Property(parts)) = self.payload(descriptor)
            && !self.has_own_way(descriptor, if value.is_some() { names::SET } else { names::DELETE })
        {
            let function = if value.is_some() { parts[1] } else { parts[2] };
            if function == Value::None {
                let (text, class_name) = (self.name_of(name), self.type_name(object));
                let what = if value.is_some() { "setter" } else { "deleter" };
                let message = match self.settings.python.0 {
                    11.. => format!("property '{text}' of '{class_name}' object has no {what}"),
                    10 => format!("can't {} attribute '{text}'", if value.is_some() { "set" } else { "delete" }),
                    _ => format!("can't {} attribute", if value.is_some() { "set" } else { "delete" }),
                };
                return Err(self.raise(classes::ATTRIBUTE_ERROR, &message));
            }
            let mut arguments = Arguments::positional(&[object]);
            arguments.positional.extend(value);
            return Ok(Some(Flow::Call { callable: function, arguments, then: Then::Drop }));
        }
        let class = self.class_of(descriptor);
        if !self.class(class).is_user {
            return Ok(None);
        }
        let method = if value.is_some() { names::SET } else { names::DELETE };
        Ok(self.lookup_overridden(class, method).map(|callable| {
            let mut arguments = Arguments::positional(&[descriptor, object]);
            arguments.positional.extend(value);
            Flow::Call { callable, arguments, then: Then::Drop }
        }))
    }

    /// `del object.name`.
    pub fn delete_attribute(&mut self, object: Value, name: Symbol) -> Result<Flow> {
        let class = self.class_of(object);
        if self.class(class).is_user
            && let Some(method) = self.lookup_overridden(class, names::DELATTR)
        {
            let name_value = self.name_value(name);
            return Ok(Flow::Call {
                callable: method,
                arguments: Arguments::positional(&[object, name_value]),
                then: Then::Drop,
            });
        }
        self.delete_attribute_plainly(object, name)
    }

    pub fn delete_attribute_plainly(&mut self, object: Value, name: Symbol) -> Result<Flow> {
        let class = self.class_of(object);
        if let Some(descriptor) = self.lookup(class, name)
            && let Some(flow) = self.store_through_descriptor(descriptor, object, name, None)?
        {
            return Ok(flow);
        }
        let Value::Object(id) = object else { return Err(self.no_attribute(object, name)) };
        let removed = match &mut self.heap.get_mut(id).payload {
            Payload::Class(class) if class.is_user => Rc::make_mut(class).attributes.remove(name),
            _ => match self.remove_replaced_attribute(id, name)? {
                Some(removed) => removed,
                None => self.remove_own_attribute(id, name),
            },
        };
        match removed {
            Some(_) => Ok(Flow::Value(Value::None)),
            // CPython up to 3.10 gives only the name, and up to 3.14 no suggestion.
            None if self.is_at_least(15) || self.as_class(object).is_some() => Err(self.no_attribute(object, name)),
            None => {
                let (text, class_name) = (self.name_of(name), self.type_name(object));
                let full = self.is_at_least(11) || !self.has_own_namespace(class);
                let message = format!("'{class_name}' object has no attribute '{text}'");
                Err(self.raise(classes::ATTRIBUTE_ERROR, if full { &message } else { &text }))
            }
        }
    }
}
