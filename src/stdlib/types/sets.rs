//! Methods of `set` and `frozenset`.

use super::{in_python, no_arguments, one_argument};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::{Fault, Result};
use crate::machine::heap::ObjectId;
use crate::machine::library::{Flow, NativeFunction};
use crate::machine::object::Payload;
use crate::machine::set::Set;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

/// What is done with the members of a set and those of another iterable.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Combination {
    Union,
    Intersection,
    Difference,
    SymmetricDifference,
}

/// What is asked about the members of a set and those of another iterable.
#[derive(Clone, Copy)]
enum Relation {
    Disjoint,
    Subset,
    Superset,
}

pub fn register(builder: &mut Builder) {
    for class in [classes::SET, classes::FROZENSET] {
        let methods: &[(&'static str, NativeFunction)] = &[
            ("union", |machine, _, arguments| combined(machine, &arguments, Combination::Union)),
            ("intersection", |machine, _, arguments| combined(machine, &arguments, Combination::Intersection)),
            ("difference", |machine, _, arguments| combined(machine, &arguments, Combination::Difference)),
            ("symmetric_difference", |machine, _, arguments| {
                one_argument(machine, &arguments, "set", "symmetric_difference")?;
                combined(machine, &arguments, Combination::SymmetricDifference)
            }),
            ("isdisjoint", |machine, _, arguments| related(machine, &arguments, "isdisjoint", Relation::Disjoint)),
            ("issubset", |machine, _, arguments| related(machine, &arguments, "issubset", Relation::Subset)),
            ("issuperset", |machine, _, arguments| related(machine, &arguments, "issuperset", Relation::Superset)),
            ("copy", copy),
        ];
        for &(name, function) in methods {
            builder.method(class, name, function);
        }
    }
    let methods: &[(&'static str, NativeFunction)] = &[
        ("add", add),
        ("discard", |machine, _, arguments| take_out(machine, &arguments, "discard")),
        ("remove", |machine, _, arguments| take_out(machine, &arguments, "remove")),
        ("pop", pop),
        ("clear", clear),
        ("update", |machine, _, arguments| updated(machine, &arguments, Combination::Union)),
        ("intersection_update", |machine, _, arguments| updated(machine, &arguments, Combination::Intersection)),
        ("difference_update", |machine, _, arguments| updated(machine, &arguments, Combination::Difference)),
        ("symmetric_difference_update", |machine, _, arguments| {
            updated(machine, &arguments, Combination::SymmetricDifference)
        }),
    ];
    for &(name, function) in methods {
        builder.method(classes::SET, name, function);
    }
}

fn set_of(machine: &Machine, value: Value) -> Option<&Set> {
    match machine.payload(value) {
        Some(Payload::Set(set) | Payload::FrozenSet(set)) => Some(set),
        _ => None,
    }
}

fn set_mut(machine: &mut Machine, value: Value) -> Option<&mut Set> {
    match value.object().map(|id| &mut machine.heap.get_mut(id).payload) {
        Some(Payload::Set(set)) => Some(set),
        _ => None,
    }
}

fn contains(machine: &Machine, set: &Set, hash: u64, key: Value) -> Result<bool> {
    Ok(machine.find_in(|same| set.find(hash, same), key)?.is_some())
}

/// The members of another iterable as a set; None when code of the program has to give them.
fn members_of(machine: &mut Machine, value: Value) -> Result<Option<Set>> {
    if let Some(set) = set_of(machine, value) {
        return Ok(Some(set.clone()));
    }
    match machine.items_of(value)? {
        Some(items) if items.iter().any(|&item| machine.has_own_hash(item)) => Ok(None),
        Some(items) => machine.new_set(&items).map(Some),
        None => Ok(None),
    }
}

fn combine(machine: &Machine, left: &Set, right: &Set, combination: Combination) -> Result<Set> {
    let mut result = Set::default();
    for (hash, key) in left.iter() {
        let keep = match combination {
            Combination::Union => true,
            Combination::Intersection => contains(machine, right, hash, key)?,
            Combination::Difference | Combination::SymmetricDifference => !contains(machine, right, hash, key)?,
        };
        if keep {
            result.push(hash, key);
        }
    }
    if matches!(combination, Combination::Union | Combination::SymmetricDifference) {
        for (hash, key) in right.iter() {
            if !contains(machine, left, hash, key)? {
                result.push(hash, key);
            }
        }
    }
    Ok(result)
}

/// The receiver's members combined with those of all arguments; None when code of the program has to give some.
fn combine_all(machine: &mut Machine, arguments: &Arguments, combination: Combination) -> Result<Option<Set>> {
    let Some(mut set) = set_of(machine, arguments.get(0)).cloned() else { return Ok(Some(Set::default())) };
    for &other in arguments.positional.iter().skip(1) {
        let Some(other) = members_of(machine, other)? else { return Ok(None) };
        set = combine(machine, &set, &other, combination)?;
    }
    Ok(Some(set))
}

/// Calls the method anew with every argument made a set.
fn with_sets(machine: &mut Machine, arguments: &Arguments, method: &str) -> Flow {
    let method = machine.str(method);
    let others = machine.tuple(arguments.positional.iter().skip(1).copied().collect());
    in_python(machine, "with_sets", &[arguments.get(0), method, others])
}

fn method_of(combination: Combination, in_place: bool) -> &'static str {
    match (combination, in_place) {
        (Combination::Union, false) => "union",
        (Combination::Union, true) => "update",
        (Combination::Intersection, false) => "intersection",
        (Combination::Intersection, true) => "intersection_update",
        (Combination::Difference, false) => "difference",
        (Combination::Difference, true) => "difference_update",
        (Combination::SymmetricDifference, false) => "symmetric_difference",
        (Combination::SymmetricDifference, true) => "symmetric_difference_update",
    }
}

fn new_like(machine: &mut Machine, model: Value, set: Set) -> Value {
    let is_frozen = matches!(machine.payload(model), Some(Payload::FrozenSet(_)));
    let (class, payload): (ObjectId, Payload) = if is_frozen {
        (classes::FROZENSET, Payload::FrozenSet(Box::new(set)))
    } else {
        (classes::SET, Payload::Set(Box::new(set)))
    };
    machine.allocate(class, payload)
}

fn combined(machine: &mut Machine, arguments: &Arguments, combination: Combination) -> Result<Flow> {
    match combine_all(machine, arguments, combination)? {
        Some(set) => Ok(Flow::Value(new_like(machine, arguments.get(0), set))),
        None => Ok(with_sets(machine, arguments, method_of(combination, false))),
    }
}

fn updated(machine: &mut Machine, arguments: &Arguments, combination: Combination) -> Result<Flow> {
    if combination == Combination::Union {
        return extended(machine, arguments);
    }
    match combine_all(machine, arguments, combination)? {
        Some(set) => {
            if let Some(own) = set_mut(machine, arguments.get(0)) {
                *own = set;
            }
            Ok(Flow::Value(Value::None))
        }
        None => Ok(with_sets(machine, arguments, method_of(combination, true))),
    }
}

/// `set.update`: adds the members one by one, as CPython does, so that the order of the set is CPython's.
fn extended(machine: &mut Machine, arguments: &Arguments) -> Result<Flow> {
    let mut all = Vec::new();
    for &other in arguments.positional.iter().skip(1) {
        match machine.items_of(other)? {
            Some(items) if !items.iter().any(|&item| machine.has_own_hash(item)) => all.extend(items),
            _ => return Ok(with_sets(machine, arguments, "update")),
        }
    }
    for item in all {
        machine.set_add(arguments.get(0), item)?;
    }
    Ok(Flow::Value(Value::None))
}

fn related(machine: &mut Machine, arguments: &Arguments, method: &str, relation: Relation) -> Result<Flow> {
    let other = one_argument(machine, arguments, "set", method)?;
    let Some(other) = members_of(machine, other)? else { return Ok(with_sets(machine, arguments, method)) };
    let Some(own) = set_of(machine, arguments.get(0)) else { return Ok(Flow::Value(Value::Bool(false))) };
    let (asked, among, wanted) = match relation {
        Relation::Disjoint => (own, &other, false),
        Relation::Subset => (own, &other, true),
        Relation::Superset => (&other, own, true),
    };
    for (hash, key) in asked.iter() {
        if contains(machine, among, hash, key)? != wanted {
            return Ok(Flow::Value(Value::Bool(false)));
        }
    }
    Ok(Flow::Value(Value::Bool(true)))
}

fn copy(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let set = no_arguments(machine, &arguments, "set", "copy")?;
    let copied = set_of(machine, set).cloned().unwrap_or_default();
    Ok(Flow::Value(new_like(machine, set, copied)))
}

fn add(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let item = one_argument(machine, &arguments, "set", "add")?;
    if machine.has_own_hash(item) {
        return Ok(machine.internal("set_add", &[arguments.get(0), item]));
    }
    machine.set_add(arguments.get(0), item)?;
    Ok(Flow::Value(Value::None))
}

/// `remove` complains when the member is not there, `discard` does not.
fn take_out(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<Flow> {
    let item = one_argument(machine, arguments, "set", method)?;
    let set = arguments.get(0);
    let member = machine.as_member(set, item);
    let Some(slot) = machine.find_key(set, member)? else {
        let must_be_there = Value::Bool(method == "remove");
        return Ok(machine.internal("set_take_out", &[set, item, must_be_there]));
    };
    match slot {
        Some(slot) => {
            if let Some(set) = set_mut(machine, set) {
                set.remove_at(slot);
            }
            Ok(Flow::Value(Value::None))
        }
        None if method == "discard" => Ok(Flow::Value(Value::None)),
        None => Err(Fault::Raised(machine.exception(classes::KEY_ERROR, vec![item]))),
    }
}

fn pop(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let set = no_arguments(machine, &arguments, "set", "pop")?;
    let first = set_mut(machine, set).and_then(|set| {
        let slot = (0..set.slot_count()).find(|&slot| set.key_at(slot).is_some())?;
        let key = set.key_at(slot);
        set.remove_at(slot);
        key
    });
    match first {
        Some(key) => Ok(Flow::Value(key)),
        None => {
            let message = machine.str("pop from an empty set");
            Err(Fault::Raised(machine.exception(classes::KEY_ERROR, vec![message])))
        }
    }
}

fn clear(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let set = no_arguments(machine, &arguments, "set", "clear")?;
    if let Some(set) = set_mut(machine, set) {
        set.clear();
    }
    Ok(Flow::Value(Value::None))
}
