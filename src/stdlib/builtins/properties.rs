//! Properties, and what classes derived from `property` hand on to it.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::frame::Then;
use crate::machine::library::Flow;
use crate::machine::names;
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    builder.constructor(classes::PROPERTY, property_new);
    builder.method(classes::PROPERTY, "__init__", property_init);
    builder.method(classes::PROPERTY, "__get__", property_get);
    builder.method(classes::PROPERTY, "__set__", property_set);
    builder.method(classes::PROPERTY, "getter", property_getter);
    builder.method(classes::PROPERTY, "setter", property_setter);
    builder.method(classes::PROPERTY, "deleter", property_deleter);
}

fn property_new(machine: &mut Machine, _: &mut Thread, mut arguments: Arguments) -> Result<Flow> {
    let class = machine.as_class(arguments.get(0)).unwrap_or(classes::PROPERTY);
    if class != classes::PROPERTY {
        // The `__init__` of a derived class may take other arguments and hand on what it wants.
        arguments.positional.truncate(5);
        arguments.keywords.clear();
    }
    let parts = property_parts(machine, &arguments)?;
    Ok(Flow::Value(machine.allocate(class, Payload::Property(Box::new(parts)))))
}

fn property_parts(machine: &mut Machine, arguments: &Arguments) -> Result<[Value; 4]> {
    let [getter, setter, deleter, doc] = arguments.bind(machine, "property", ["fget", "fset", "fdel", "doc"], 0, 1)?;
    let part = |value: Value| if value.is_bound() { value } else { Value::None };
    let mut parts = [part(getter), part(setter), part(deleter), part(doc)];
    if !doc.is_bound() && getter.is_bound() {
        parts[3] = machine.natural_attribute(getter, names::DOC).unwrap_or(Value::None);
    }
    Ok(parts)
}

fn property_init(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let parts = property_parts(machine, &arguments)?;
    if let Value::Object(id) = arguments.get(0)
        && let Payload::Property(known) = &mut machine.heap.get_mut(id).payload
    {
        **known = parts;
    }
    Ok(Flow::Value(Value::None))
}

/// `property.__get__(object, class)`, for derived classes that go on to it; likewise `__set__`.
fn property_get(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (property, object) = (arguments.get(0), arguments.get(1));
    let Some(Payload::Property(parts)) = machine.payload(property) else {
        return machine.type_error("a property is needed");
    };
    let getter = parts[0];
    if object == Value::None {
        return Ok(Flow::Value(property));
    }
    if getter == Value::None {
        return Err(machine.raise(classes::ATTRIBUTE_ERROR, "unreadable attribute"));
    }
    Ok(Flow::Call { callable: getter, arguments: Arguments::positional(&[object]), then: Then::Push })
}

fn property_set(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Some(Payload::Property(parts)) = machine.payload(arguments.get(0)) else {
        return machine.type_error("a property is needed");
    };
    let setter = parts[1];
    if setter == Value::None {
        return Err(machine.raise(classes::ATTRIBUTE_ERROR, "can't set attribute"));
    }
    let arguments = Arguments::positional(&[arguments.get(1), arguments.get(2)]);
    Ok(Flow::Call { callable: setter, arguments, then: Then::Push })
}

fn property_with(machine: &mut Machine, arguments: &Arguments, index: usize) -> Result<Flow> {
    let mut parts = match machine.payload(arguments.get(0)) {
        Some(Payload::Property(parts)) => **parts,
        _ => return machine.type_error("a property is needed"),
    };
    parts[index] = arguments.get(1);
    let class = machine.class_of(arguments.get(0));
    Ok(Flow::Value(machine.allocate(class, Payload::Property(Box::new(parts)))))
}

fn property_getter(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    property_with(machine, &arguments, 0)
}

fn property_setter(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    property_with(machine, &arguments, 1)
}

fn property_deleter(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    property_with(machine, &arguments, 2)
}
