//! `getattr`, `setattr`, `hasattr`, `delattr`, `vars`, `dir`, `globals`, `locals`.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::{Fault, Result};
use crate::machine::frame::Then;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::names;
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::program::code::Symbol;
use crate::source::order;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder, module: ObjectId) {
    builder.function(module, "getattr", getattr);
    builder.function(module, "setattr", setattr);
    builder.function(module, "hasattr", hasattr);
    builder.function(module, "delattr", delattr);
    builder.function(module, "vars", vars);
    builder.function(module, "dir", dir);
    builder.function(module, "globals", globals);
    builder.function(module, "locals", locals);
}

/// Up to here `getattr()` and `hasattr()` had words of their own for a name that is none (`Python/bltinmodule.c`).
const LAST_VERSION_THAT_NAMES_GETATTR: u8 = 10;

fn name_to_look_up(machine: &mut Machine, function: &str, value: Value) -> Result<Symbol> {
    if machine.as_str(value).is_none() && !machine.is_at_least(LAST_VERSION_THAT_NAMES_GETATTR + 1) {
        return machine.type_error(&format!("{function}(): attribute name must be string"));
    }
    attribute_name(machine, value)
}

fn attribute_name(machine: &mut Machine, value: Value) -> Result<Symbol> {
    match machine.as_str(value).cloned() {
        Some(name) => Ok(machine.intern(&name)),
        None => {
            let name = machine.type_name(value);
            machine.type_error(&format!("attribute name must be string, not '{name}'"))
        }
    }
}

fn getattr(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object, name, default] = arguments.bind(machine, "getattr", ["/object", "/name", "/default"], 2, 0)?;
    let name = name_to_look_up(machine, "getattr", name)?;
    with_fallback(machine, object, name, default, |default| Then::Attribute { default })
}

fn hasattr(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object, name] = arguments.bind(machine, "hasattr", ["object", "name"], 2, 0)?;
    let name = name_to_look_up(machine, "hasattr", name)?;
    match with_fallback(machine, object, name, Value::Unbound, |_| Then::HasAttribute) {
        Ok(Flow::Value(_)) => Ok(Flow::Value(Value::Bool(true))),
        Err(Fault::Raised(exception)) if machine.is_instance(exception, classes::ATTRIBUTE_ERROR) => {
            Ok(Flow::Value(Value::Bool(false)))
        }
        other => other,
    }
}

/// Loads an attribute; when a method has to be called for it, `then` says what an `AttributeError` from it means.
fn with_fallback(
    machine: &mut Machine,
    object: Value,
    name: Symbol,
    default: Value,
    then: impl FnOnce(Value) -> Then,
) -> Result<Flow> {
    // Where there is no `__getattr__` to ask next, an AttributeError of `__getattribute__` is the last word.
    let asks_next = machine.lookup_overridden(machine.class_of(object), names::GETATTR).is_some();
    match machine.load_attribute(object, name) {
        Ok(Flow::Call { callable, arguments, then: inner })
            if inner == Then::Push || !asks_next && matches!(inner, Then::AttributeElse { .. }) =>
        {
            let then = then(default);
            if let Then::Attribute { default: Value::Unbound } = then {
                return Ok(Flow::Call { callable, arguments, then: Then::Push });
            }
            Ok(Flow::Call { callable, arguments, then })
        }
        Err(Fault::Raised(exception))
            if default.is_bound() && machine.is_instance(exception, classes::ATTRIBUTE_ERROR) =>
        {
            Ok(Flow::Value(default))
        }
        other => other,
    }
}

fn setattr(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object, name, value] = arguments.bind(machine, "setattr", ["object", "name", "value"], 3, 0)?;
    let name = attribute_name(machine, name)?;
    none_after(machine.store_attribute(object, name, value)?)
}

fn delattr(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object, name] = arguments.bind(machine, "delattr", ["object", "name"], 2, 0)?;
    let name = attribute_name(machine, name)?;
    none_after(machine.delete_attribute(object, name)?)
}

/// A store whose result was to be dropped gives None to its caller.
fn none_after(flow: Flow) -> Result<Flow> {
    Ok(match flow {
        Flow::Call { callable, arguments, .. } => {
            Flow::Call { callable, arguments, then: Then::PushInstead(Value::None) }
        }
        _ => Flow::Value(Value::None),
    })
}

fn vars(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    if arguments.positional.is_empty() {
        return locals(machine, thread, arguments);
    }
    let object = arguments.get(0);
    // A class that answers for its attributes itself, as `threading.local` does, is asked.
    if machine.lookup_overridden(machine.class_of(object), names::GETATTRIBUTE).is_some() {
        return with_fallback(machine, object, names::DICT, Value::Unbound, |default| Then::Attribute { default });
    }
    match machine.own_attribute(object, names::DICT).or_else(|| machine.natural_attribute(object, names::DICT)) {
        Some(namespace) => Ok(Flow::Value(namespace)),
        None => machine.type_error("vars() argument must have __dict__ attribute"),
    }
}

fn dir(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    if arguments.positional.is_empty() {
        let entries = local_names(machine, thread);
        let names = entries.into_iter().map(|(name, _)| machine.name_of(name)).collect();
        return sorted_names(machine, names);
    }
    let object = arguments.get(0);
    if machine.as_class(object).is_none() && machine.lookup_overridden(machine.class_of(object), names::DIR).is_some() {
        return Ok(machine.internal("dir_of", &[object]));
    }
    object_dir(machine, thread, arguments)
}

/// `object.__dir__`.
pub fn object_dir(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let object = arguments.get(0);
    let class = machine.class_of(object);
    let owners: Vec<ObjectId> = match machine.as_class(object) {
        Some(id) => machine.class(id).linearization.to_vec(),
        None => object.object().into_iter().chain(machine.class(class).linearization.iter().copied()).collect(),
    };
    let slots = owners.iter().filter_map(|&owner| match &machine.heap.get(owner).payload {
        Payload::Class(class) => class.slots.clone(),
        _ => None,
    });
    let slots: Vec<Symbol> = slots.flatten().collect();
    let entries = owners.into_iter().flat_map(|owner| machine.namespace_entries(owner)).map(|(name, _)| name);
    let names = entries.chain(slots).map(|name| machine.name_of(name)).collect();
    sorted_names(machine, names)
}

fn sorted_names(machine: &mut Machine, mut names: Vec<std::rc::Rc<str>>) -> Result<Flow> {
    order::sort(&mut names);
    names.dedup();
    let values = names.into_iter().map(|name| machine.text(name)).collect();
    Ok(Flow::Value(machine.list(values)))
}

fn globals(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    let module = thread.frames.last().map_or(machine.builtins, |frame| frame.module);
    Ok(Flow::Value(machine.allocate(classes::DICT, Payload::Namespace(module))))
}

fn local_names(machine: &Machine, thread: &Thread) -> Vec<(Symbol, Value)> {
    let Some(frame) = thread.frames.last() else { return Vec::new() };
    if let Some(namespace) = frame.namespace {
        return machine.namespace_entries(namespace);
    }
    if frame.code.kind == crate::program::code::CodeKind::Module {
        return machine.namespace_entries(frame.module);
    }
    let locals = frame.code.local_names.iter().enumerate().filter_map(|(slot, &name)| {
        thread.stack.get(frame.base as usize + slot).filter(|value| value.is_bound()).map(|&value| (name, value))
    });
    let captured =
        frame.code.cell_variables.iter().chain(&frame.code.free_variables).zip(frame.cells.iter()).filter_map(
            |(&name, &cell)| match machine.heap.get(cell).payload {
                Payload::Cell(content) if content.is_bound() => Some((name, content)),
                _ => None,
            },
        );
    let mut entries: Vec<(Symbol, Value)> = locals.collect();
    for (name, value) in captured {
        if !entries.iter().any(|&(known, _)| known == name) {
            entries.push((name, value));
        }
    }
    entries
}

fn locals(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    // Those of a module and of the body of a class are its variables themselves.
    let live = thread.frames.last().and_then(|frame| {
        let is_module = frame.code.kind == crate::program::code::CodeKind::Module;
        frame.namespace.or(is_module.then_some(frame.module))
    });
    if let Some(owner) = live {
        return Ok(Flow::Value(machine.allocate(classes::DICT, Payload::Namespace(owner))));
    }
    let entries: Vec<(Value, Value)> =
        local_names(machine, thread).into_iter().map(|(name, value)| (machine.name_value(name), value)).collect();
    Ok(Flow::Value(machine.new_dict(&entries)?))
}
