//! Attribute access: instances, classes, modules, descriptors, and the attributes that built-in objects have by nature.

use super::arguments::Arguments;
use super::classes;
use super::exception::{Fault, Result};
use super::frame::Then;
use super::heap::ObjectId;
use super::library::Flow;
use super::names;
use super::object::{Object, Payload};
use super::process::Machine;
use super::value::Value;
use crate::program::code::Symbol;

impl Machine {
    /// `object.name`.
    pub fn load_attribute(&mut self, object: Value, name: Symbol) -> Result<Flow> {
        let class = self.class_of(object);
        if let Value::Object(id) = object {
            match &self.heap.get(id).payload {
                Payload::Class(_) => return self.load_class_attribute(id, class, name),
                Payload::Module(_) => {
                    if let Some(value) = self.own_attribute(object, name) {
                        return Ok(Flow::Value(value));
                    }
                }
                Payload::Super { class, receiver, receiver_class } => {
                    let (class, receiver, receiver_class) = (*class, *receiver, *receiver_class);
                    return self.load_super_attribute(object, class, receiver, receiver_class, name);
                }
                _ => {}
            }
        }
        if self.class(class).is_user
            && let Some(method) = self.lookup_overridden(class, names::GETATTRIBUTE)
        {
            let name_value = self.name_value(name);
            return Ok(Flow::Call {
                callable: method,
                arguments: Arguments::positional(&[object, name_value]),
                then: Then::AttributeElse { object, name },
            });
        }
        self.load_attribute_plainly(object, name)
    }

    /// `object.name` where nothing but its value is wanted. A getter that finds no attribute leaves it to `__getattr__`
    /// (`Objects/typeobject.c`, `slot_tp_getattr_hook`).
    pub fn load_attribute_to_push(&mut self, object: Value, name: Symbol) -> Result<Flow> {
        match self.load_attribute(object, name)? {
            Flow::Call { callable, arguments, then: Then::Push }
                if self.as_class(object).is_none()
                    && self
                        .lookup_overridden(self.class_of(object), names::GETATTR)
                        .is_some_and(|own| own != callable) =>
            {
                Ok(Flow::Call { callable, arguments, then: Then::AttributeElse { object, name } })
            }
            flow => Ok(flow),
        }
    }

    /// `object.__getattribute__(name)` of `object`, then `__getattr__`.
    pub fn load_attribute_plainly(&mut self, object: Value, name: Symbol) -> Result<Flow> {
        if let Some(flow) = self.load_own_attribute(object, name)? {
            return Ok(flow);
        }
        self.attribute_missing(object, name)
    }

    /// As `object.__getattribute__` finds it; None where there is no such attribute.
    pub fn load_own_attribute(&mut self, object: Value, name: Symbol) -> Result<Option<Flow>> {
        let class = self.class_of(object);
        let found = self.lookup(class, name);
        if let Some(value) = found
            && self.is_data_descriptor(value)
        {
            return self.bind(value, object, class).map(Some);
        }
        if let Some(value) = self.own_attribute(object, name) {
            return Ok(Some(Flow::Value(value)));
        }
        if let Some(value) = self.replaced_attribute(object, name)? {
            return Ok(Some(Flow::Value(value)));
        }
        // Each class has a docstring of its own, or None.
        let is_inherited_doc = name == names::DOC && !self.class(class).attributes.contains(name);
        if let Some(value) = found
            && !is_inherited_doc
        {
            return self.bind(value, object, class).map(Some);
        }
        Ok(self.natural_attribute(object, name).map(Flow::Value))
    }

    /// Calls `__getattr__`, or complains.
    pub fn attribute_missing(&mut self, object: Value, name: Symbol) -> Result<Flow> {
        let class = self.class_of(object);
        if let Some(owner) = self.as_class(object).and_then(|id| self.slot_owner(id, name)) {
            let name = self.name_value(name);
            return Ok(self.internal("Member", &[Value::Object(owner), name]));
        }
        if let Some(method) = self.lookup_overridden(class, names::GETATTR) {
            let name_value = self.name_value(name);
            return Ok(Flow::Call {
                callable: method,
                arguments: Arguments::positional(&[object, name_value]),
                then: Then::Push,
            });
        }
        Err(self.no_attribute(object, name))
    }

    pub fn no_attribute(&mut self, object: Value, name: Symbol) -> Fault {
        let text = self.name_of(name);
        let message = if let Some(class) = self.as_class(object) {
            format!("type object '{}' has no attribute '{text}'", self.class(class).name)
        } else if let Some(Payload::Module(module)) = self.payload(object) {
            format!("module '{module}' has no attribute '{text}'")
        } else if !self.is_at_least(10) && self.slot_owner(self.class_of(object), name).is_some() {
            // A slot that holds nothing was complained of by its bare name.
            text.to_string()
        } else {
            format!("'{}' object has no attribute '{text}'", self.type_name(object))
        };
        let fault = self.raise(classes::ATTRIBUTE_ERROR, &message);
        if self.is_at_least(10)
            && let Fault::Raised(Value::Object(id)) = fault
        {
            let (name_symbol, obj_symbol) = (self.intern("name"), self.intern("obj"));
            let name_value = self.name_value(name);
            let attributes = self.attributes_mut(id);
            attributes.set(name_symbol, name_value);
            attributes.set(obj_symbol, object);
        }
        fault
    }

    pub(super) fn is_data_descriptor(&self, value: Value) -> bool {
        match self.payload(value) {
            Some(Payload::Property(_)) => true,
            Some(Payload::Plain) => {
                let class = self.class_of(value);
                self.class(class).is_user
                    && (self.lookup_overridden(class, names::SET).is_some()
                        || self.lookup_overridden(class, names::DELETE).is_some())
            }
            _ => false,
        }
    }

    /// What a value found on a class becomes when it is asked for through an instance.
    pub fn bind(&mut self, value: Value, object: Value, class: ObjectId) -> Result<Flow> {
        match value {
            Value::Native(id) => {
                if self.library.natives[id.0 as usize].method_of.is_some() {
                    return Ok(Flow::Value(self.bound(value, object)));
                }
                return Ok(Flow::Value(value));
            }
            Value::Object(id) => match &self.heap.get(id).payload {
                Payload::Function(_) => return Ok(Flow::Value(self.bound(value, object))),
                Payload::Property(parts) if !self.has_own_way(value, names::GET) => {
                    let getter = parts[0];
                    if getter == Value::None {
                        return Err(self.raise(classes::ATTRIBUTE_ERROR, "property has no getter"));
                    }
                    return Ok(Flow::Call {
                        callable: getter,
                        arguments: Arguments::positional(&[object]),
                        then: Then::Push,
                    });
                }
                Payload::StaticMethod(function) => return Ok(Flow::Value(*function)),
                Payload::ClassMethod(function) => {
                    let function = *function;
                    return Ok(Flow::Value(self.bound(function, Value::Object(class))));
                }
                Payload::Plain | Payload::Property(_) => {
                    let descriptor_class = self.class_of(value);
                    if self.class(descriptor_class).is_user
                        && let Some(getter) = self.lookup_overridden(descriptor_class, names::GET)
                    {
                        return Ok(Flow::Call {
                            callable: getter,
                            arguments: Arguments::positional(&[value, object, Value::Object(class)]),
                            then: Then::Push,
                        });
                    }
                }
                _ => {}
            },
            _ => {}
        }
        Ok(Flow::Value(value))
    }

    /// Whether a class derived from `property` does it in its own way.
    pub(super) fn has_own_way(&self, descriptor: Value, method: Symbol) -> bool {
        let class = self.class_of(descriptor);
        class != classes::PROPERTY && self.lookup_overridden(class, method).is_some()
    }

    pub fn bound(&mut self, function: Value, receiver: Value) -> Value {
        let is_native = matches!(function, Value::Native(_));
        let class = if is_native { classes::BUILTIN_FUNCTION } else { classes::METHOD };
        self.allocate(class, Payload::BoundMethod { function, receiver })
    }

    fn load_class_attribute(&mut self, id: ObjectId, metaclass: ObjectId, name: Symbol) -> Result<Flow> {
        let on_metaclass = self.lookup(metaclass, name);
        if let Some(value) = on_metaclass
            && self.is_data_descriptor(value)
        {
            return self.bind(value, Value::Object(id), metaclass);
        }
        if let Some(value) = self.lookup(id, name) {
            let is_own_metadata = [names::NAME, names::QUALNAME, names::MODULE, names::DOC].contains(&name);
            if !is_own_metadata || self.class(id).attributes.contains(name) {
                return self.bind_to_class(value, id);
            }
        }
        if let Some(value) = self.natural_attribute(Value::Object(id), name) {
            return Ok(Flow::Value(value));
        }
        if let Some(value) = on_metaclass {
            return self.bind(value, Value::Object(id), metaclass);
        }
        self.attribute_missing(Value::Object(id), name)
    }

    /// What a value found on a class becomes when it is asked for through the class.
    fn bind_to_class(&mut self, value: Value, class: ObjectId) -> Result<Flow> {
        match self.payload(value) {
            Some(Payload::StaticMethod(function)) => Ok(Flow::Value(*function)),
            Some(Payload::ClassMethod(function)) => {
                let function = *function;
                Ok(Flow::Value(self.bound(function, Value::Object(class))))
            }
            Some(Payload::Plain | Payload::Property(_)) => {
                let descriptor_class = self.class_of(value);
                match self.lookup_overridden(descriptor_class, names::GET) {
                    Some(getter) => Ok(Flow::Call {
                        callable: getter,
                        arguments: Arguments::positional(&[value, Value::None, Value::Object(class)]),
                        then: Then::Push,
                    }),
                    None => Ok(Flow::Value(value)),
                }
            }
            _ => Ok(Flow::Value(value)),
        }
    }

    fn load_super_attribute(
        &mut self,
        object: Value,
        class: ObjectId,
        receiver: Value,
        receiver_class: ObjectId,
        name: Symbol,
    ) -> Result<Flow> {
        let order = self.class(receiver_class).linearization.clone();
        let after = order.iter().position(|&id| id == class).map_or(order.len(), |at| at + 1);
        let found = order[after..].iter().find_map(|&id| self.class(id).attributes.get(name));
        match found {
            Some(value) if Value::Object(receiver_class) == receiver => match self.payload(value) {
                Some(Payload::ClassMethod(_)) => self.bind(value, receiver, receiver_class),
                _ => self.bind_to_class(value, receiver_class),
            },
            Some(value) => self.bind(value, receiver, receiver_class),
            None => {
                let text = self.name_of(name);
                Err(self.raise(classes::ATTRIBUTE_ERROR, &format!("'super' object has no attribute '{text}'")))
                    .or_else(|fault| self.natural_attribute(object, name).map(Flow::Value).ok_or(fault))
            }
        }
    }

    /// A name in the namespace of an object (an instance, a class, a module).
    pub fn namespace_get(&self, owner: ObjectId, name: Symbol) -> Option<Value> {
        self.heap.note_name(owner, name, false);
        let object = self.heap.get(owner);
        match &object.payload {
            Payload::Class(class) => class.attributes.get(name),
            _ => object.attributes.as_ref().and_then(|attributes| attributes.get(name)),
        }
    }

    /// All names of the namespace of an object, in order.
    pub fn namespace_entries(&self, owner: ObjectId) -> Vec<(Symbol, Value)> {
        let object = self.heap.get(owner);
        let entries: Vec<(Symbol, Value)> = match &object.payload {
            Payload::Class(class) => class.attributes.iter().collect(),
            Payload::Plain if self.has_slots(object.class) => self.entries_beside_slots(object),
            _ => object.attributes.as_ref().map(|attributes| attributes.iter().collect()).unwrap_or_default(),
        };
        entries.iter().for_each(|&(name, _)| self.heap.note_name(owner, name, false));
        entries
    }

    /// What a `__dict__` has under a name.
    pub(super) fn namespace_item(&self, owner: ObjectId, name: Symbol) -> Option<Value> {
        let object = self.heap.get(owner);
        let is_slot = matches!(object.payload, Payload::Plain)
            && self.has_slots(object.class)
            && self.slot_owner(object.class, name).is_some();
        if is_slot { None } else { self.namespace_get(owner, name) }
    }

    fn has_slots(&self, class: ObjectId) -> bool {
        let class = self.class(class);
        class.is_user && class.linearization.iter().any(|&base| self.class(base).slots.is_some())
    }

    /// What an instance has in its `__dict__`: the attributes for which its classes list no slot.
    #[cold]
    fn entries_beside_slots(&self, object: &Object) -> Vec<(Symbol, Value)> {
        let entries = object.attributes.iter().flat_map(|attributes| attributes.iter());
        entries.filter(|&(name, _)| self.slot_owner(object.class, name).is_none()).collect()
    }
}
