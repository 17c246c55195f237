//! The operators of built-in types as methods: `int.__add__`, `super().__add__(other)` in a subclass of `list`.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::heap::ObjectId;
use crate::machine::library::{Flow, NativeFunction};
use crate::machine::object::Payload;
use crate::machine::value::Value;
use crate::program::op::{BinaryOperator, UnaryOperator};
use crate::stdlib::builder::Builder;
use crate::stdlib::builtins::divide;

/// Which of the three methods of an operator is asked for.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Plain,
    Reflected,
    InPlace,
}

/// A method, its reflected form, and the functions behind them.
type Operator = (&'static str, NativeFunction, &'static str, NativeFunction);

macro_rules! operator {
    ($method:literal, $reflected:literal, $operator:ident) => {
        (
            $method,
            |machine, _, arguments| apply(machine, &arguments, BinaryOperator::$operator, Form::Plain),
            $reflected,
            |machine, _, arguments| apply(machine, &arguments, BinaryOperator::$operator, Form::Reflected),
        )
    };
}

macro_rules! in_place {
    ($method:literal, $operator:ident) => {
        ($method, |machine, _, arguments| apply(machine, &arguments, BinaryOperator::$operator, Form::InPlace))
    };
}

macro_rules! unary {
    ($method:literal, $operator:ident) => {
        ($method, |machine, _, arguments| {
            let operand = machine.number(arguments.get(0));
            machine.unary(UnaryOperator::$operator, operand)
        })
    };
}

const ADD: Operator = operator!("__add__", "__radd__", Add);
const MULTIPLY: Operator = operator!("__mul__", "__rmul__", Multiply);
const MODULO: Operator = operator!("__mod__", "__rmod__", Modulo);
const SUBTRACT: Operator = operator!("__sub__", "__rsub__", Subtract);
const BIT_AND: Operator = operator!("__and__", "__rand__", BitAnd);
const BIT_OR: Operator = operator!("__or__", "__ror__", BitOr);
const BIT_XOR: Operator = operator!("__xor__", "__rxor__", BitXor);

const IN_PLACE_OF_LISTS: &[(&str, NativeFunction)] = &[in_place!("__iadd__", Add), in_place!("__imul__", Multiply)];
const IN_PLACE_OF_SETS: &[(&str, NativeFunction)] = &[
    in_place!("__iand__", BitAnd),
    in_place!("__ior__", BitOr),
    in_place!("__ixor__", BitXor),
    in_place!("__isub__", Subtract),
];

const OF_NUMBERS: &[Operator] = &[
    ADD,
    MULTIPLY,
    MODULO,
    SUBTRACT,
    operator!("__truediv__", "__rtruediv__", TrueDivide),
    operator!("__floordiv__", "__rfloordiv__", FloorDivide),
    operator!("__pow__", "__rpow__", Power),
];

const OF_INTEGERS: &[Operator] = &[
    BIT_AND,
    BIT_OR,
    BIT_XOR,
    operator!("__lshift__", "__rlshift__", LeftShift),
    operator!("__rshift__", "__rrshift__", RightShift),
];

pub fn register(builder: &mut Builder) {
    let all: &[(ObjectId, &[Operator])] = &[
        (classes::INT, OF_NUMBERS),
        (classes::INT, OF_INTEGERS),
        (classes::FLOAT, OF_NUMBERS),
        (classes::SET, &[BIT_AND, BIT_OR, BIT_XOR, SUBTRACT]),
        (classes::FROZENSET, &[BIT_AND, BIT_OR, BIT_XOR, SUBTRACT]),
    ];
    for &(class, operators) in all {
        for &(method, function, reflected, reflected_function) in operators {
            builder.method(class, method, function);
            builder.method(class, reflected, reflected_function);
        }
    }
    // Sequences have the reflected form of `*` alone.
    for class in [classes::STR, classes::BYTES, classes::LIST, classes::TUPLE] {
        builder.method(class, ADD.0, ADD.1);
        builder.method(class, MULTIPLY.0, MULTIPLY.1);
        builder.method(class, MULTIPLY.2, MULTIPLY.3);
    }
    builder.method(classes::STR, MODULO.0, MODULO.1);
    for (class, methods) in
        [(classes::LIST, IN_PLACE_OF_LISTS), (classes::BYTEARRAY, IN_PLACE_OF_LISTS), (classes::SET, IN_PLACE_OF_SETS)]
    {
        for &(method, function) in methods {
            builder.method(class, method, function);
        }
    }
    if builder.machine.is_at_least(9) {
        builder.method(classes::DICT, BIT_OR.0, BIT_OR.1);
        builder.method(classes::DICT, BIT_OR.2, BIT_OR.3);
        builder.method(classes::DICT, IN_PLACE_OF_SETS[1].0, IN_PLACE_OF_SETS[1].1);
    }
    for class in [classes::INT, classes::FLOAT] {
        builder.method(class, "__bool__", |machine, _, arguments| {
            let number = machine.number(arguments.get(0));
            Ok(Flow::Value(Value::Bool(machine.truth(number)?.unwrap_or(true))))
        });
        builder.method(class, "__divmod__", |machine, _, arguments| quotient_and_remainder(machine, &arguments, false));
        builder.method(class, "__rdivmod__", |machine, _, arguments| quotient_and_remainder(machine, &arguments, true));
    }
    let unary: &[(&'static str, NativeFunction)] =
        &[unary!("__neg__", Negative), unary!("__pos__", Positive), ("__abs__", absolute)];
    for class in [classes::INT, classes::FLOAT] {
        for &(name, function) in unary {
            builder.method(class, name, function);
        }
    }
    let (name, function): (&'static str, NativeFunction) = unary!("__invert__", Invert);
    builder.method(classes::INT, name, function);
}

/// Whether the method of the first operand's type knows the second operand. An int leaves a float to the float's
/// method; a set leaves what is no set to the other's.
fn are_of_its_kind(machine: &Machine, own: Value, other: Value) -> bool {
    match (machine.payload(own), machine.payload(other)) {
        _ if machine.as_big(own).is_some() => machine.as_big(other).is_some(),
        _ if machine.as_float(own).is_some() => machine.as_float(other).is_some(),
        (Some(Payload::Set(_) | Payload::FrozenSet(_)), other) => {
            matches!(other, Some(Payload::Set(_) | Payload::FrozenSet(_)))
        }
        (Some(Payload::Dict(_)), other) => matches!(other, Some(Payload::Dict(_))),
        (
            Some(Payload::Str(_) | Payload::Bytes(_) | Payload::ByteArray(_) | Payload::List(_) | Payload::Tuple(_)),
            _,
        ) => true,
        _ => false,
    }
}

/// `int.__divmod__` and `float.__divmod__`.
fn quotient_and_remainder(machine: &mut Machine, arguments: &Arguments, reflected: bool) -> Result<Flow> {
    let (own, other) = (machine.number(arguments.get(0)), machine.number(arguments.get(1)));
    if !are_of_its_kind(machine, own, other) {
        return Ok(Flow::Value(Value::NotImplemented));
    }
    let (left, right) = if reflected { (other, own) } else { (own, other) };
    divide(machine, left, right)
}

fn apply(machine: &mut Machine, arguments: &Arguments, operator: BinaryOperator, form: Form) -> Result<Flow> {
    let given = arguments.positional.len().saturating_sub(1);
    if given != 1 {
        return machine.type_error(&format!("expected 1 argument, got {given}"));
    }
    let (own, other) = (arguments.get(0), arguments.get(1));
    if !are_of_its_kind(machine, own, other) {
        return Ok(Flow::Value(Value::NotImplemented));
    }
    let (left, right) = if form == Form::Reflected { (other, own) } else { (own, other) };
    if let Some(result) = machine.arithmetic(operator, left, right)? {
        return Ok(Flow::Value(result));
    }
    match machine.container_operator(operator, left, right, form == Form::InPlace)? {
        Some(flow) => Ok(flow),
        None => Ok(Flow::Value(Value::NotImplemented)),
    }
}

fn absolute(machine: &mut Machine, _: &mut crate::machine::thread::Thread, arguments: Arguments) -> Result<Flow> {
    let number = machine.number(arguments.get(0));
    if let Value::Float(number) = number {
        return Ok(Flow::Value(Value::Float(number.abs())));
    }
    match machine.as_big(number) {
        Some(number) => Ok(Flow::Value(machine.integer(num_bigint::BigInt::from(number.magnitude().clone())))),
        None => Ok(Flow::Value(Value::NotImplemented)),
    }
}
