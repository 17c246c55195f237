//! The comparisons of built-in types as methods: `dict.__eq__(a, b)`, `super().__lt__(other)` in a subclass of `str`.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::library::{Flow, NativeFunction};
use crate::machine::object::Payload;
use crate::machine::value::Value;
use crate::program::op::Comparison;
use crate::stdlib::builder::Builder;

macro_rules! comparison {
    ($method:literal, $comparison:ident) => {
        ($method, |machine, _, arguments| apply(machine, &arguments, Comparison::$comparison))
    };
}

const EQUALITY: &[(&str, NativeFunction)] = &[comparison!("__eq__", Equal), comparison!("__ne__", NotEqual)];
const ORDER: &[(&str, NativeFunction)] = &[
    comparison!("__lt__", Less),
    comparison!("__le__", LessOrEqual),
    comparison!("__gt__", Greater),
    comparison!("__ge__", GreaterOrEqual),
];

pub fn register(builder: &mut Builder) {
    let ordered = [
        classes::INT,
        classes::FLOAT,
        classes::STR,
        classes::BYTES,
        classes::BYTEARRAY,
        classes::LIST,
        classes::TUPLE,
        classes::SET,
        classes::FROZENSET,
    ];
    for class in ordered.into_iter().chain([classes::DICT, classes::RANGE]) {
        for &(name, function) in EQUALITY {
            builder.method(class, name, function);
        }
    }
    for class in ordered {
        for &(name, function) in ORDER {
            builder.method(class, name, function);
        }
    }
}

/// Compares as the built-in type does, whatever a subclass says; `NotImplemented` for another type.
fn apply(machine: &mut Machine, arguments: &Arguments, comparison: Comparison) -> Result<Flow> {
    let (left, right) = (plain(machine, arguments.get(0)), plain(machine, arguments.get(1)));
    let both_numbers = machine.as_float(left).is_some() && machine.as_float(right).is_some();
    let alike = match (machine.payload(left), machine.payload(right)) {
        (Some(Payload::Str(_)), Some(Payload::Str(_)))
        | (Some(Payload::Bytes(_) | Payload::ByteArray(_)), Some(Payload::Bytes(_) | Payload::ByteArray(_)))
        | (Some(Payload::List(_)), Some(Payload::List(_)))
        | (Some(Payload::Tuple(_)), Some(Payload::Tuple(_)))
        | (Some(Payload::Dict(_) | Payload::Namespace(_)), Some(Payload::Dict(_) | Payload::Namespace(_)))
        | (Some(Payload::Range(_)), Some(Payload::Range(_))) => true,
        (Some(Payload::Set(_) | Payload::FrozenSet(_)), Some(Payload::Set(_) | Payload::FrozenSet(_))) => true,
        _ => both_numbers,
    };
    if !alike {
        return Ok(Flow::Value(Value::NotImplemented));
    }
    machine.compare(comparison, left, right)
}

/// The value without its subclass.
fn plain(machine: &mut Machine, value: Value) -> Value {
    let value = machine.number(value);
    let class = machine.class_of(value);
    if !machine.class(class).is_user {
        return value;
    }
    let base = machine.class(class).linearization.iter().copied().find(|&id| !machine.class(id).is_user);
    match (base, machine.payload(value).cloned()) {
        (Some(base), Some(payload)) if base != classes::OBJECT => machine.allocate(base, payload),
        _ => value,
    }
}
