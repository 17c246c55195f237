//! Methods of `dict` and of its views.

use super::{in_python, no_arguments};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::{Fault, Result};
use crate::machine::library::{Flow, NativeFunction};
use crate::machine::object::{DictPart, Payload};
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    let methods: &[(&'static str, NativeFunction)] = &[
        ("keys", |machine, _, arguments| view(machine, &arguments, "keys", DictPart::Keys)),
        ("values", |machine, _, arguments| view(machine, &arguments, "values", DictPart::Values)),
        ("items", |machine, _, arguments| view(machine, &arguments, "items", DictPart::Items)),
        ("get", get),
        ("pop", pop),
        ("popitem", popitem),
        ("setdefault", setdefault),
        ("update", update),
        ("clear", clear),
        ("copy", copy),
    ];
    for &(name, function) in methods {
        builder.method(classes::DICT, name, function);
    }
    for name in ["keys", "values", "items", "get"] {
        if let Some(&(name, function)) = methods.iter().find(|&&(known, _)| known == name) {
            builder.method(classes::MAPPING_PROXY, name, function);
        }
    }
    builder.class_method(classes::DICT, "fromkeys", fromkeys);
    for class in [classes::DICT_KEYS, classes::DICT_ITEMS] {
        builder.method(class, "isdisjoint", view_isdisjoint);
    }
}

/// The dict behind a receiver; a namespace (`vars(x)`, `globals()`) as a dict made of it.
fn entries_of(machine: &mut Machine, value: Value) -> Vec<(Value, Value)> {
    match machine.payload(value) {
        Some(Payload::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
        Some(Payload::Namespace(owner)) => {
            let entries = machine.namespace_entries(*owner);
            entries.into_iter().map(|(name, value)| (machine.name_value(name), value)).collect()
        }
        _ => Vec::new(),
    }
}

fn is_namespace(machine: &Machine, value: Value) -> bool {
    matches!(machine.payload(value), Some(Payload::Namespace(_)))
}

fn view(machine: &mut Machine, arguments: &Arguments, method: &str, part: DictPart) -> Result<Flow> {
    let dict = no_arguments(machine, arguments, "dict", method)?;
    let dict = if is_namespace(machine, dict) {
        let entries = entries_of(machine, dict);
        machine.new_dict(&entries)?
    } else {
        dict
    };
    Ok(Flow::Value(machine.dict_view(dict, part)))
}

/// The value at a key; the outer None: code of the program has to hash or compare it.
fn look_up(machine: &mut Machine, dict: Value, key: Value) -> Result<Option<Option<Value>>> {
    if is_namespace(machine, dict) {
        return match machine.load_subscript(dict, key) {
            Ok(Flow::Value(value)) => Ok(Some(Some(value))),
            Ok(_) => Ok(None),
            Err(Fault::Raised(error)) if machine.is_instance(error, classes::KEY_ERROR) => Ok(Some(None)),
            Err(fault) => Err(fault),
        };
    }
    let Some(slot) = machine.find_key(dict, key)? else { return Ok(None) };
    Ok(Some(match (machine.payload(dict), slot) {
        (Some(Payload::Dict(dict)), Some(slot)) => dict.entry_at(slot).map(|entry| entry.value),
        _ => None,
    }))
}

fn or_none(value: Value) -> Value {
    if value.is_bound() { value } else { Value::None }
}

fn get(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [key, default] = arguments.bind(machine, "get", ["/key", "/default"], 1, 1)?;
    let (dict, default) = (arguments.get(0), or_none(default));
    match look_up(machine, dict, key)? {
        Some(found) => Ok(Flow::Value(found.unwrap_or(default))),
        None => Ok(in_python(machine, "dict_get", &[dict, key, default])),
    }
}

fn pop(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [key, default] = arguments.bind(machine, "pop", ["/key", "/default"], 1, 1)?;
    let dict = arguments.get(0);
    let slot = if is_namespace(machine, dict) { None } else { machine.find_key(dict, key)? };
    let Some(slot) = slot else {
        let rest: &[Value] = if default.is_bound() { &[dict, key, default] } else { &[dict, key] };
        return Ok(in_python(machine, "dict_pop", rest));
    };
    let removed = slot.and_then(|slot| machine.dict_mut(dict).and_then(|dict| dict.remove_at(slot)));
    match removed {
        Some(entry) => Ok(Flow::Value(entry.value)),
        None if default.is_bound() => Ok(Flow::Value(default)),
        None => Err(Fault::Raised(machine.exception(classes::KEY_ERROR, vec![key]))),
    }
}

fn popitem(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let dict = no_arguments(machine, &arguments, "dict", "popitem")?;
    if is_namespace(machine, dict) {
        return Ok(in_python(machine, "namespace_popitem", &[dict]));
    }
    let last = machine.dict_mut(dict).and_then(|dict| {
        let slot = (0..dict.slot_count()).rev().find(|&slot| dict.entry_at(slot).is_some())?;
        dict.remove_at(slot)
    });
    match last {
        Some(entry) => Ok(Flow::Value(machine.tuple(vec![entry.key, entry.value]))),
        None => {
            let message = machine.str("popitem(): dictionary is empty");
            Err(Fault::Raised(machine.exception(classes::KEY_ERROR, vec![message])))
        }
    }
}

fn setdefault(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [key, default] = arguments.bind(machine, "setdefault", ["/key", "/default"], 1, 1)?;
    let (dict, default) = (arguments.get(0), or_none(default));
    match look_up(machine, dict, key)? {
        Some(Some(found)) => Ok(Flow::Value(found)),
        Some(None) if !is_namespace(machine, dict) => {
            machine.dict_set(dict, key, default)?;
            Ok(Flow::Value(default))
        }
        _ => Ok(in_python(machine, "dict_setdefault", &[dict, key, default])),
    }
}

fn update(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let given = arguments.positional.len().saturating_sub(1);
    if given > 1 {
        return machine.type_error(&format!("update expected at most 1 argument, got {given}"));
    }
    let (dict, source) = (arguments.get(0), arguments.get(1));
    let is_dict = machine.class_of(source) == classes::DICT;
    let into_namespace = is_namespace(machine, dict);
    if into_namespace || source.is_bound() && !is_dict {
        let source = if source.is_bound() { source } else { machine.new_dict(&[])? };
        let keywords: Vec<(Value, Value)> =
            arguments.keywords.iter().map(|&(name, value)| (machine.name_value(name), value)).collect();
        let keywords = machine.new_dict(&keywords)?;
        return Ok(in_python(machine, "dict_update", &[dict, source, keywords]));
    }
    for entry in machine.dict_entries(source) {
        machine.dict_put(dict, entry)?;
    }
    for &(name, value) in &arguments.keywords {
        let name = machine.name_value(name);
        machine.dict_set(dict, name, value)?;
    }
    Ok(Flow::Value(Value::None))
}

fn clear(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let dict = no_arguments(machine, &arguments, "dict", "clear")?;
    if is_namespace(machine, dict) {
        return Ok(in_python(machine, "namespace_clear", &[dict]));
    }
    if let Some(dict) = machine.dict_mut(dict) {
        dict.clear();
    }
    Ok(Flow::Value(Value::None))
}

fn copy(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let dict = no_arguments(machine, &arguments, "dict", "copy")?;
    let copied = match machine.payload(dict) {
        Some(Payload::Dict(dict)) => Some(dict.clone()),
        _ => None,
    };
    match copied {
        Some(copied) => Ok(Flow::Value(machine.allocate(classes::DICT, Payload::Dict(copied)))),
        None => {
            let entries = entries_of(machine, dict);
            Ok(Flow::Value(machine.new_dict(&entries)?))
        }
    }
}

fn fromkeys(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [keys, value] = arguments.bind(machine, "fromkeys", ["/iterable", "/value"], 1, 1)?;
    let value = or_none(value);
    if arguments.get(0) != Value::Object(classes::DICT) {
        return Ok(in_python(machine, "dict_fromkeys", &[arguments.get(0), keys, value]));
    }
    let own = match machine.items_of(keys)? {
        Some(items) if !items.iter().any(|&key| machine.has_own_hash(key)) => Some(items),
        _ => None,
    };
    let Some(keys) = own else {
        return Ok(in_python(machine, "dict_fromkeys", &[arguments.get(0), keys, value]));
    };
    let entries: Vec<(Value, Value)> = keys.into_iter().map(|key| (key, value)).collect();
    Ok(Flow::Value(machine.new_dict(&entries)?))
}

fn view_isdisjoint(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let other = super::one_argument(machine, &arguments, "dict_keys", "isdisjoint")?;
    Ok(in_python(machine, "isdisjoint", &[arguments.get(0), other]))
}
