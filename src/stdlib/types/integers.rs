//! Methods of `int` (and so of `bool`).

use super::{no_arguments, of_text, text_argument, whole_number, whole_number_or};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::library::{Flow, NativeFunction};
use crate::machine::object::Payload;
use crate::machine::text::integer_arithmetic as whole;
use crate::machine::text::integer_text::integer_to_float;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;
use num_bigint::BigInt;

pub fn register(builder: &mut Builder) {
    let methods: &[(&'static str, u8, NativeFunction)] = &[
        ("bit_length", 8, |machine, _, arguments| {
            let number = receiver(machine, &arguments, "bit_length")?;
            Ok(Flow::Value(Value::Int(whole::bit_length(&number) as i64)))
        }),
        ("bit_count", 10, |machine, _, arguments| {
            let number = receiver(machine, &arguments, "bit_count")?;
            Ok(Flow::Value(Value::Int(whole::bit_count(&number) as i64)))
        }),
        ("conjugate", 8, |machine, _, arguments| itself(machine, &arguments, "conjugate")),
        ("__int__", 8, |machine, _, arguments| itself(machine, &arguments, "__int__")),
        ("__index__", 8, |machine, _, arguments| itself(machine, &arguments, "__index__")),
        ("__trunc__", 8, |machine, _, arguments| itself(machine, &arguments, "__trunc__")),
        ("__floor__", 8, |machine, _, arguments| itself(machine, &arguments, "__floor__")),
        ("__ceil__", 8, |machine, _, arguments| itself(machine, &arguments, "__ceil__")),
        ("__float__", 8, |machine, _, arguments| {
            let number = receiver(machine, &arguments, "__float__")?;
            Ok(Flow::Value(Value::Float(of_text(machine, integer_to_float(&number))?)))
        }),
        ("__round__", 8, round),
        ("is_integer", 12, |machine, _, arguments| {
            receiver(machine, &arguments, "is_integer")?;
            Ok(Flow::Value(Value::Bool(true)))
        }),
        ("as_integer_ratio", 8, |machine, _, arguments| {
            let number = receiver(machine, &arguments, "as_integer_ratio")?;
            let number = machine.integer(number);
            Ok(Flow::Value(machine.tuple(vec![number, Value::Int(1)])))
        }),
        ("to_bytes", 8, to_bytes),
    ];
    for &(name, since, function) in methods {
        if builder.machine.is_at_least(since) {
            builder.method(classes::INT, name, function);
        }
    }
    builder.class_method(classes::INT, "from_bytes", from_bytes);
}

fn receiver(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<BigInt> {
    let value = no_arguments(machine, arguments, "int", method)?;
    number_of(machine, value)
}

fn number_of(machine: &mut Machine, value: Value) -> Result<BigInt> {
    match machine.as_big(value) {
        Some(number) => Ok(number),
        None => {
            let name = machine.type_name(value);
            machine.type_error(&format!("'{name}' object cannot be interpreted as an integer"))
        }
    }
}

/// The plain int of the receiver, which may be a bool or of a subclass.
fn itself(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<Flow> {
    let number = receiver(machine, arguments, method)?;
    Ok(Flow::Value(machine.integer(number)))
}

fn round(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let number = number_of(machine, arguments.get(0))?;
    let digits = match arguments.get(1) {
        Value::None | Value::Unbound => 0,
        given => whole_number(machine, given)?,
    };
    let rounded = of_text(machine, whole::round_to_digits(&number, digits))?;
    Ok(Flow::Value(machine.integer(rounded)))
}

/// Whether the byte order is little.
fn is_little(machine: &mut Machine, order: Value) -> Result<bool> {
    let order = match order {
        Value::Unbound => "big".into(),
        given => text_argument(machine, given, "to_bytes() argument 'byteorder'")?,
    };
    match &*order {
        "little" => Ok(true),
        "big" => Ok(false),
        _ => machine.value_error("byteorder must be either 'little' or 'big'"),
    }
}

fn to_bytes(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    // Since 3.11 length and order have defaults.
    let required = if machine.is_at_least(11) { 0 } else { 2 };
    let [length, order, signed] =
        arguments.bind(machine, "to_bytes", ["length", "byteorder", "*signed"], required, 1)?;
    let number = number_of(machine, arguments.get(0))?;
    let length = whole_number_or(machine, length, 1)?;
    let Ok(length) = usize::try_from(length) else {
        return machine.value_error("length argument must be non-negative");
    };
    let little = is_little(machine, order)?;
    let signed = signed.is_bound() && machine.truth(signed)?.unwrap_or(true);
    let bytes = of_text(machine, whole::to_bytes(&number, length, little, signed))?;
    Ok(Flow::Value(machine.bytes(&bytes)))
}

fn from_bytes(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let required = if machine.is_at_least(11) { 1 } else { 2 };
    let names = ["bytes", "byteorder", "*signed"];
    let [bytes, order, signed] = arguments.bind(machine, "from_bytes", names, required, 1)?;
    let raw = match machine.payload(bytes) {
        Some(Payload::Bytes(raw)) => raw.to_vec(),
        Some(Payload::ByteArray(raw)) => raw.clone(),
        _ => match super::byte_strings::bytes_of_items(machine, bytes)? {
            Some(raw) => raw,
            None => {
                let name = machine.type_name(bytes);
                return machine.type_error(&format!("cannot convert '{name}' object to bytes"));
            }
        },
    };
    let little = is_little(machine, order)?;
    let signed = signed.is_bound() && machine.truth(signed)?.unwrap_or(true);
    Ok(Flow::Value(machine.integer(whole::from_bytes(&raw, little, signed))))
}
