//! Attribute access: instances, classes, modules, descriptors, and the attributes that built-in objects have by nature.

use super::arguments::Arguments;
use super::classes;
use super::exception::{Fault, Result};
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
    /// `object.name`.
    pub fn load_attribute(&mut self, object: Value, name: Symbol) -> Result<Flow> {
        let class = self.class_of(object);
        if let Value::Object(id) = object {
            match &self.heap.get(id).payload {
                Payload::Class(_) => return self.load_class_attribute(id, class, name),
                Payload::Module(_) => {
                    if let Some(value) = self.attributes(object).and_then(|attributes| attributes.get(name)) {
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
        if let Some(value) = self.attributes(object).and_then(|attributes| attributes.get(name)) {
            return Ok(Some(Flow::Value(value)));
        }
        if let Some(value) = found {
            return self.bind(value, object, class).map(Some);
        }
        Ok(self.natural_attribute(object, name).map(Flow::Value))
    }

    /// Calls `__getattr__`, or complains.
    pub fn attribute_missing(&mut self, object: Value, name: Symbol) -> Result<Flow> {
        let class = self.class_of(object);
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
        } else {
            format!("'{}' object has no attribute '{text}'", self.type_name(object))
        };
        let fault = self.raise(classes::ATTRIBUTE_ERROR, &message);
        if let Fault::Raised(Value::Object(id)) = fault {
            let (name_symbol, obj_symbol) = (self.intern("name"), self.intern("obj"));
            let name_value = self.name_value(name);
            let attributes = self.attributes_mut(id);
            attributes.set(name_symbol, name_value);
            attributes.set(obj_symbol, object);
        }
        fault
    }

    fn is_data_descriptor(&self, value: Value) -> bool {
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
                if self.library.natives[id.0 as usize].binds {
                    return Ok(Flow::Value(self.bound(value, object)));
                }
                return Ok(Flow::Value(value));
            }
            Value::Object(id) => match &self.heap.get(id).payload {
                Payload::Function(_) => return Ok(Flow::Value(self.bound(value, object))),
                Payload::Property(parts) => {
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
                Payload::Plain => {
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

    pub fn bound(&mut self, function: Value, receiver: Value) -> Value {
        self.allocate(classes::METHOD, Payload::BoundMethod { function, receiver })
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
            Some(Payload::Plain) => {
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

    /// Attributes that objects have by what they are.
    pub fn natural_attribute(&mut self, object: Value, name: Symbol) -> Option<Value> {
        if name == names::CLASS {
            return Some(Value::Object(self.class_of(object)));
        }
        if let Value::Native(native) = object {
            let text = self.library.natives[native.0 as usize].name;
            return match name {
                names::NAME | names::QUALNAME => Some(self.str(text)),
                names::DOC => Some(Value::None),
                names::MODULE => Some(self.str("builtins")),
                _ => None,
            };
        }
        let Value::Object(id) = object else { return (name == names::DOC).then_some(Value::None) };
        if name == names::DICT {
            let has_namespace = match &self.heap.get(id).payload {
                Payload::Class(_) | Payload::Module(_) | Payload::Function(_) => true,
                _ => self.class(self.class_of(object)).is_user && self.class(self.class_of(object)).slots.is_none(),
            };
            return has_namespace.then(|| {
                let class = if self.as_class(object).is_some() { classes::MAPPING_PROXY } else { classes::DICT };
                self.allocate(class, Payload::Namespace(id))
            });
        }
        match &self.heap.get(id).payload {
            Payload::Class(class) => {
                let class = class.clone();
                Some(match name {
                    names::NAME => self.text(class.name),
                    names::QUALNAME => self.text(class.qualified_name),
                    names::MODULE => self.text(class.module),
                    names::DOC => Value::None,
                    names::BASES => self.tuple(class.bases.iter().map(|&base| Value::Object(base)).collect()),
                    names::MRO => self.tuple(class.linearization.iter().map(|&base| Value::Object(base)).collect()),
                    _ => return None,
                })
            }
            Payload::Function(function) => match name {
                names::NAME => Some(function.name),
                names::QUALNAME => Some(function.qualified_name),
                names::MODULE => {
                    let module = Value::Object(function.module);
                    self.attributes(module).and_then(|attributes| attributes.get(names::NAME))
                }
                names::DOC => {
                    let docstring = function.code.docstring.clone();
                    Some(docstring.map_or(Value::None, |text| self.str(&text)))
                }
                names::DEFAULTS => {
                    let defaults = function.defaults.to_vec();
                    Some(if defaults.is_empty() { Value::None } else { self.tuple(defaults) })
                }
                names::GLOBALS => {
                    let module = function.module;
                    Some(self.allocate(classes::DICT, Payload::Namespace(module)))
                }
                _ => None,
            },
            Payload::BoundMethod { function, receiver } => match name {
                names::FUNC => Some(*function),
                names::SELF => Some(*receiver),
                _ => {
                    let function = *function;
                    self.attributes(function)
                        .and_then(|attributes| attributes.get(name))
                        .or_else(|| self.natural_attribute(function, name))
                }
            },
            Payload::Exception(exception) => {
                let exception = exception.clone();
                match name {
                    names::ARGS => Some(self.tuple(exception.arguments)),
                    names::CAUSE => Some(if exception.cause.is_bound() { exception.cause } else { Value::None }),
                    names::CONTEXT => Some(if exception.context.is_bound() { exception.context } else { Value::None }),
                    names::SUPPRESS_CONTEXT => Some(Value::Bool(exception.suppress_context)),
                    names::TRACEBACK => Some(if exception.traceback.is_empty() {
                        Value::None
                    } else {
                        self.allocate(classes::TRACEBACK, Payload::Traceback(Box::new(exception.traceback)))
                    }),
                    names::VALUE if self.is_instance(object, classes::STOP_ITERATION) => {
                        Some(exception.arguments.first().copied().unwrap_or(Value::None))
                    }
                    names::DOC => Some(Value::None),
                    _ => self.exception_attribute(object, &exception.arguments, name),
                }
            }
            Payload::Generator(generator) => match name {
                names::NAME | names::QUALNAME => {
                    let text = generator.name.clone();
                    Some(self.text(text))
                }
                _ => None,
            },
            Payload::Slice(parts) => {
                let parts = **parts;
                match &*self.name_of(name) {
                    "start" => Some(parts[0]),
                    "stop" => Some(parts[1]),
                    "step" => Some(parts[2]),
                    _ => None,
                }
            }
            Payload::Range(range) => {
                let range = **range;
                match &*self.name_of(name) {
                    "start" => Some(Value::Int(range.start)),
                    "stop" => Some(Value::Int(range.stop)),
                    "step" => Some(Value::Int(range.step)),
                    _ => None,
                }
            }
            Payload::Property(parts) => {
                let parts = **parts;
                match &*self.name_of(name) {
                    "fget" => Some(parts[0]),
                    "fset" => Some(parts[1]),
                    "fdel" => Some(parts[2]),
                    "__doc__" => Some(parts[3]),
                    _ => None,
                }
            }
            Payload::StaticMethod(function) | Payload::ClassMethod(function)
                if [names::FUNC, names::WRAPPED].contains(&name) =>
            {
                Some(*function)
            }
            Payload::Cell(content) if &*self.name_of(name) == "cell_contents" => Some(*content),
            Payload::Module(module) if name == names::NAME => {
                let module = module.clone();
                Some(self.text(module))
            }
            _ => (name == names::DOC).then_some(Value::None),
        }
    }

    /// `code` of a SystemExit, `errno` and `strerror` of an OSError, and their like.
    fn exception_attribute(&mut self, object: Value, arguments: &[Value], name: Symbol) -> Option<Value> {
        let text = self.name_of(name);
        let argument = |at: usize| arguments.get(at).copied().unwrap_or(Value::None);
        match &*text {
            "code" if self.is_instance(object, classes::SYSTEM_EXIT) => Some(match arguments.len() {
                0 => Value::None,
                1 => arguments[0],
                _ => self.tuple(arguments.to_vec()),
            }),
            "errno" | "strerror" | "filename" if self.is_instance(object, classes::OS_ERROR) => Some(match &*text {
                "errno" if arguments.len() >= 2 => argument(0),
                "strerror" if arguments.len() >= 2 => argument(1),
                "filename" => argument(2),
                _ => Value::None,
            }),
            "name" | "obj"
                if self.is_instance(object, classes::ATTRIBUTE_ERROR)
                    || self.is_instance(object, classes::NAME_ERROR) =>
            {
                Some(Value::None)
            }
            "name" | "path" | "msg" if self.is_instance(object, classes::IMPORT_ERROR) => {
                Some(if &*text == "msg" { argument(0) } else { Value::None })
            }
            _ => None,
        }
    }

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
                if !target.is_user {
                    let class_name = target.name.clone();
                    let text = self.name_of(name);
                    return self.type_error(&format!("cannot set '{text}' attribute of immutable type '{class_name}'"));
                }
                if name == names::NAME {
                    let text = self.as_str(value).cloned();
                    if let (Some(text), Some(target)) = (text, self.class_mut(id)) {
                        target.name = text;
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
                self.attributes_mut(id).set(name, value);
            }
            _ => {
                if !self.accepts_attribute(class, name) {
                    return self.cannot_store(object, name);
                }
                if name == names::CLASS {
                    return match self.as_class(value) {
                        Some(new_class) => {
                            self.heap.get_mut(id).class = new_class;
                            Ok(Flow::Value(Value::None))
                        }
                        None => self.type_error("__class__ must be set to a class, not an instance"),
                    };
                }
                self.attributes_mut(id).set(name, value);
            }
        }
        self.name_stored(value, name);
        Ok(Flow::Value(Value::None))
    }

    /// A lock or the like is called after the first name under which it is stored.
    pub fn name_stored(&mut self, value: Value, name: Symbol) {
        if matches!(value, Value::Object(_)) && self.sync_of(value).is_some() {
            let text = self.name_of(name);
            self.name_sync(value, &text);
        }
    }

    /// Whether instances of the class take an attribute of that name: built-in ones do not, `__slots__` may forbid it.
    fn accepts_attribute(&self, class: ObjectId, name: Symbol) -> bool {
        let mut user_classes =
            self.class(class).linearization.iter().map(|&id| self.class(id)).filter(|class| class.is_user).peekable();
        if user_classes.peek().is_none() {
            return false;
        }
        let mut slots_only = true;
        for class in user_classes {
            match &class.slots {
                Some(slots) if slots.contains(&name) => return true,
                Some(_) => {}
                None => slots_only = false,
            }
        }
        !slots_only
    }

    fn cannot_store(&mut self, object: Value, name: Symbol) -> Result<Flow> {
        let text = self.name_of(name);
        let type_name = self.type_name(object);
        let exists = self.lookup(self.class_of(object), name).is_some();
        let message = if exists {
            format!("'{type_name}' object attribute '{text}' is read-only")
        } else if self.is_at_least(13) {
            format!("'{type_name}' object has no attribute '{text}' and no __dict__ for setting new attributes")
        } else {
            format!("'{type_name}' object has no attribute '{text}'")
        };
        Err(self.raise(classes::ATTRIBUTE_ERROR, &message))
    }

    fn store_through_descriptor(
        &mut self,
        descriptor: Value,
        object: Value,
        name: Symbol,
        value: Option<Value>,
    ) -> Result<Option<Flow>> {
        if let Some(Payload::Property(parts)) = self.payload(descriptor) {
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
            Payload::Class(class) if class.is_user => class.attributes.remove(name),
            _ => self.attributes_mut(id).remove(name),
        };
        match removed {
            Some(_) => Ok(Flow::Value(Value::None)),
            // CPython up to 3.10 gives only the name.
            None if self.is_at_least(11) || self.as_class(object).is_some() => Err(self.no_attribute(object, name)),
            None => {
                let text = self.name_of(name);
                Err(self.raise(classes::ATTRIBUTE_ERROR, &text))
            }
        }
    }

    /// A name in the namespace of an object (an instance, a class, a module).
    pub fn namespace_get(&self, owner: ObjectId, name: Symbol) -> Option<Value> {
        let object = self.heap.get(owner);
        match &object.payload {
            Payload::Class(class) => class.attributes.get(name),
            _ => object.attributes.as_ref().and_then(|attributes| attributes.get(name)),
        }
    }

    /// All names of the namespace of an object, in order.
    pub fn namespace_entries(&self, owner: ObjectId) -> Vec<(Symbol, Value)> {
        let object = self.heap.get(owner);
        match &object.payload {
            Payload::Class(class) => class.attributes.iter().collect(),
            _ => object.attributes.as_ref().map(|attributes| attributes.iter().collect()).unwrap_or_default(),
        }
    }
}
