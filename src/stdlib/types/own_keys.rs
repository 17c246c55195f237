//! Dict and set keys whose class has its own `__hash__` or `__eq__`. The library's Python hashes and compares them, for
//! it may call the program; these functions look into the tables for it (`python/_internal.py`).

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::library::Flow;
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    builder.function(module, "set_refill", set_refill);
    builder.function(module, "keys_with_hash", keys_with_hash);
    builder.function(module, "value_of_key", value_of_key);
    builder.function(module, "put_key", put_key);
    builder.function(module, "remove_key", remove_key);
    builder.function(module, "frozen", frozen);
}

fn hash_argument(machine: &Machine, value: Value) -> u64 {
    machine.as_int(value).unwrap_or(0) as u64
}

/// `set_refill(list_or_set, list)`: puts the items of a list into another container in place.
fn set_refill(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let items = machine.as_sequence(arguments.get(1)).map(<[Value]>::to_vec).unwrap_or_default();
    let is_set = matches!(machine.payload(arguments.get(0)), Some(Payload::Set(_)));
    let set = if is_set { Some(machine.new_set(&items)?) } else { None };
    if let Value::Object(id) = arguments.get(0) {
        match (&mut machine.heap.get_mut(id).payload, set) {
            (Payload::List(list), _) => *list = items,
            (Payload::Set(members), Some(set)) => **members = set,
            _ => {}
        }
    }
    Ok(Flow::Value(Value::None))
}

/// `keys_with_hash(container, hash)`: the keys that may be equal to one with that hash.
fn keys_with_hash(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let hash = hash_argument(machine, arguments.get(1));
    let mut found = Vec::new();
    let mut collect = |key| {
        found.push(key);
        false
    };
    match machine.payload(arguments.get(0)) {
        Some(Payload::Dict(dict)) => dict.find(hash, &mut collect),
        Some(Payload::Set(set) | Payload::FrozenSet(set)) => set.find(hash, &mut collect),
        _ => None,
    };
    Ok(Flow::Value(machine.list(found)))
}

/// The slot of the very same key.
fn slot_of(machine: &Machine, container: Value, hash: u64, key: Value) -> Option<usize> {
    match machine.payload(container) {
        Some(Payload::Dict(dict)) => dict.find(hash, |other| other.is(key)),
        Some(Payload::Set(set) | Payload::FrozenSet(set)) => set.find(hash, |other| other.is(key)),
        _ => None,
    }
}

/// `value_of_key(dict, hash, key)`, of a key that stands in the dict.
fn value_of_key(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let hash = hash_argument(machine, arguments.get(1));
    let slot = slot_of(machine, arguments.get(0), hash, arguments.get(2));
    let entry = match (machine.payload(arguments.get(0)), slot) {
        (Some(Payload::Dict(dict)), Some(slot)) => dict.entry_at(slot),
        _ => None,
    };
    Ok(Flow::Value(entry.map_or(Value::None, |entry| entry.value)))
}

/// `put_key(container, hash, key, value)`: a new key, or a new value for one that stands in the dict.
fn put_key(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (container, key, value) = (arguments.get(0), arguments.get(2), arguments.get(3));
    let hash = hash_argument(machine, arguments.get(1));
    let slot = slot_of(machine, container, hash, key);
    if let Some(id) = container.object() {
        match (&mut machine.heap.get_mut(id).payload, slot) {
            (Payload::Dict(dict), Some(slot)) => dict.set_value(slot, value),
            (Payload::Dict(dict), None) => dict.push(hash, key, value),
            (Payload::Set(set), None) => set.push(hash, key),
            _ => {}
        }
    }
    Ok(Flow::Value(Value::None))
}

/// `remove_key(container, hash, key)`, of a key that stands in the container.
fn remove_key(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let hash = hash_argument(machine, arguments.get(1));
    let slot = slot_of(machine, arguments.get(0), hash, arguments.get(2));
    if let (Some(id), Some(slot)) = (arguments.get(0).object(), slot) {
        match &mut machine.heap.get_mut(id).payload {
            Payload::Dict(dict) => {
                dict.remove_at(slot);
            }
            Payload::Set(set) => set.remove_at(slot),
            _ => {}
        }
    }
    Ok(Flow::Value(Value::None))
}

/// `frozen(cls, set)`: a frozenset with the members of a set.
fn frozen(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let class = machine.as_class(arguments.get(0)).unwrap_or(classes::FROZENSET);
    let members = match machine.payload(arguments.get(1)) {
        Some(Payload::Set(set) | Payload::FrozenSet(set)) => set.clone(),
        _ => Box::default(),
    };
    Ok(Flow::Value(machine.allocate(class, Payload::FrozenSet(members))))
}
