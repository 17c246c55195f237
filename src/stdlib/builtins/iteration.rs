//! `iter`, `next`, `len`, `reversed`, `any`, `all`, `sum` and `range`-like helpers of loops.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::containers::Next;
use crate::machine::exception::{Fault, Result};
use crate::machine::frame::Then;
use crate::machine::generators::Resumed;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::names;
use crate::machine::object::{DictPart, Iteration, Payload};
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::program::op::BinaryOperator;
use crate::stdlib::builder::Builder;
use num_bigint::BigInt;

/// Built-in classes whose instances are iterators.
const ITERATOR_CLASSES: &[ObjectId] = &[
    classes::LIST_ITERATOR,
    classes::TUPLE_ITERATOR,
    classes::STR_ITERATOR,
    classes::BYTES_ITERATOR,
    classes::RANGE_ITERATOR,
    classes::SET_ITERATOR,
    classes::DICT_KEY_ITERATOR,
    classes::DICT_VALUE_ITERATOR,
    classes::DICT_ITEM_ITERATOR,
    classes::REVERSED_ITERATOR,
    classes::ITERATOR,
];

/// Built-in classes with `__iter__` and `__len__`.
const ITERABLE_CLASSES: &[ObjectId] = &[
    classes::LIST,
    classes::TUPLE,
    classes::STR,
    classes::BYTES,
    classes::BYTEARRAY,
    classes::RANGE,
    classes::SET,
    classes::FROZENSET,
    classes::DICT,
    classes::DICT_KEYS,
    classes::DICT_VALUES,
    classes::DICT_ITEMS,
];

pub fn register(builder: &mut Builder, module: ObjectId) {
    builder.function(module, "iter", iter);
    builder.function(module, "next", next);
    builder.function(module, "len", len);
    builder.function(module, "reversed", reversed);
    builder.function(module, "sum", sum);
    for &class in ITERATOR_CLASSES {
        builder.method(class, "__next__", next);
        builder.method(class, "__iter__", iter_built_in);
    }
    for &class in ITERABLE_CLASSES {
        builder.method(class, "__iter__", iter_built_in);
        builder.method(class, "__len__", built_in_len);
        builder.method(class, "__contains__", contains);
    }
    for class in
        [classes::LIST, classes::TUPLE, classes::STR, classes::BYTES, classes::BYTEARRAY, classes::RANGE, classes::DICT]
    {
        builder.method(class, "__getitem__", getitem);
    }
    for class in [classes::LIST, classes::RANGE, classes::DICT] {
        builder.method(class, "__reversed__", |machine, _, arguments| built_in_reversed(machine, arguments.get(0)));
    }
    for class in [classes::LIST, classes::DICT, classes::BYTEARRAY] {
        builder.method(class, "__setitem__", setitem);
        builder.method(class, "__delitem__", delitem);
    }
}

fn iter(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object, sentinel] = arguments.bind(machine, "iter", ["/object", "/sentinel"], 1, 0)?;
    if sentinel.is_bound() {
        if !machine.is_callable(object) {
            let form = if machine.settings.python.0 == 12 { "object, sentinel): object" } else { "v, w): v" };
            return machine.type_error(&format!("iter({form} must be callable"));
        }
        return Ok(machine.internal("call_until", &[object, sentinel]));
    }
    machine.get_iterator(object)
}

fn iter_built_in(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    match machine.built_in_iterator(arguments.get(0)) {
        Some(iterator) => Ok(Flow::Value(iterator)),
        None => {
            let name = machine.type_name(arguments.get(0));
            machine.type_error(&format!("'{name}' object is not iterable"))
        }
    }
}

fn next(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [iterator, default] = arguments.bind(machine, "next", ["/iterator", "/default"], 1, 0)?;
    let stop = |machine: &mut Machine| match default.is_bound() {
        true => Ok(Flow::Value(default)),
        false => Err(Fault::Raised(machine.exception(classes::STOP_ITERATION, Vec::new()))),
    };
    if let Value::Object(id) = iterator {
        match &machine.heap.get(id).payload {
            Payload::Iterator(_) => {
                return match machine.next_item(id)? {
                    Next::Item(item) => Ok(Flow::Value(item)),
                    Next::End => stop(machine),
                };
            }
            Payload::Generator(_) => {
                return match machine.resume_generator(thread, id, Value::None, Then::Next { default })? {
                    Resumed::Entered => Ok(Flow::Entered),
                    Resumed::Exhausted => stop(machine),
                };
            }
            _ => {}
        }
    }
    match machine.lookup(machine.class_of(iterator), names::NEXT) {
        Some(method) => {
            let then = if default.is_bound() { Then::Next { default } } else { Then::Push };
            Ok(Flow::Call { callable: method, arguments: Arguments::positional(&[iterator]), then })
        }
        None => {
            let name = machine.type_name(iterator);
            machine.type_error(&format!("'{name}' object is not an iterator"))
        }
    }
}

fn len(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object] = arguments.bind(machine, "len", ["obj"], 1, 0)?;
    if let Some(method) = machine.lookup_overridden(machine.class_of(object), names::LEN) {
        return Ok(Flow::Call {
            callable: method,
            arguments: Arguments::positional(&[object]),
            then: Then::Integer("__len__"),
        });
    }
    length_of(machine, object)
}

fn length_of(machine: &mut Machine, object: Value) -> Result<Flow> {
    match machine.length(object) {
        Some(length) => Ok(Flow::Value(Value::Int(length as i64))),
        None => {
            let name = machine.type_name(object);
            machine.type_error(&format!("object of type '{name}' has no len()"))
        }
    }
}

/// The built-in meaning of `len(container)`, for `super().__len__()`.
fn built_in_len(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    length_of(machine, arguments.get(0))
}

/// The built-in meaning of `item in container`, for `super().__contains__(item)`.
fn contains(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [container, item] = arguments.bind(machine, "__contains__", ["self", "key"], 2, 0)?;
    machine.built_in_contains(container, item, false)
}

/// The built-in meaning of `container[key]`, for `super().__getitem__(key)`.
fn getitem(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.load_built_in_item(arguments.get(0), arguments.get(1))
}

fn setitem(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let flow = machine.store_built_in_item(arguments.get(0), arguments.get(1), arguments.get(2))?;
    Ok(flow)
}

fn delitem(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.delete_built_in_item(arguments.get(0), arguments.get(1))
}

fn reversed(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object] = arguments.bind(machine, "reversed", ["sequence"], 1, 0)?;
    if let Some(method) = machine.lookup_overridden(machine.class_of(object), names::REVERSED) {
        return Ok(Flow::Call { callable: method, arguments: Arguments::positional(&[object]), then: Then::Push });
    }
    built_in_reversed(machine, object)
}

/// The built-in meaning of `reversed(sequence)`, for `super().__reversed__()`.
fn built_in_reversed(machine: &mut Machine, object: Value) -> Result<Flow> {
    let Value::Object(id) = object else {
        let name = machine.type_name(object);
        return machine.type_error(&format!("'{name}' object is not reversible"));
    };
    let iteration = match &machine.heap.get(id).payload {
        Payload::List(_)
        | Payload::Tuple(_)
        | Payload::Str(_)
        | Payload::Bytes(_)
        | Payload::ByteArray(_)
        | Payload::Range(_) => Iteration::Reversed { object: id, next: machine.length(object).unwrap_or(0) },
        Payload::Dict(_) => machine.dict_iteration(id, DictPart::Keys, true),
        Payload::DictView(part, dict) => machine.dict_iteration(*dict, *part, true),
        _ if machine.lookup(machine.class_of(object), names::GETITEM).is_some() => {
            return Ok(machine.internal("reversed_items", &[object]));
        }
        _ => {
            let name = machine.type_name(object);
            return machine.type_error(&format!("'{name}' object is not reversible"));
        }
    };
    Ok(Flow::Value(machine.iterator(classes::REVERSED_ITERATOR, iteration)))
}

/// `sum` of numbers that are at hand; everything else is added up by the library's Python. Floats are added as CPython
/// does: since 3.12 with Neumaier's compensation.
fn sum(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [iterable, start] = arguments.bind(machine, "sum", ["iterable", "start"], 1, 0)?;
    let start = if start.is_bound() { start } else { Value::Int(0) };
    let slow = |machine: &mut Machine| Ok(machine.internal("sum_by_addition", &[iterable, start]));
    if machine.as_str(start).is_some() {
        return slow(machine);
    }
    if let (Some(Payload::Range(range)), Some(start)) = (machine.payload(iterable), machine.as_big(start)) {
        // As many pairs as half its length, each the first and the last together.
        let (length, last) = (range.len(), range.get(range.len().saturating_sub(1)));
        let pairs = BigInt::from(length) * (BigInt::from(range.start) + last) / 2;
        return Ok(Flow::Value(machine.integer(start + pairs)));
    }
    let Some(items) = machine.items_of(iterable)? else { return slow(machine) };
    machine.heap.count_items(items.len());
    let is_number = |value: &Value| matches!(value, Value::Int(_) | Value::Bool(_) | Value::Float(_));
    if !items.iter().chain([&start]).all(is_number) {
        return slow(machine);
    }
    let mut total = start;
    let mut at = 0;
    while at < items.len() && !matches!(total, Value::Float(_)) && !matches!(items[at], Value::Float(_)) {
        total = machine.arithmetic(BinaryOperator::Add, total, items[at])?.unwrap_or(total);
        at += 1;
    }
    if at == items.len() {
        return Ok(Flow::Value(total));
    }
    let mut sum = machine.as_float(total).unwrap_or(0.0);
    let mut compensation = 0.0;
    for &item in &items[at..] {
        let number = machine.as_float(item).unwrap_or(0.0);
        if machine.is_at_least(12) {
            let next = sum + number;
            compensation += if sum.abs() >= number.abs() { (sum - next) + number } else { (number - next) + sum };
            sum = next;
        } else {
            sum += number;
        }
    }
    if compensation != 0.0 && sum.is_finite() {
        sum += compensation;
    }
    Ok(Flow::Value(Value::Float(sum)))
}
