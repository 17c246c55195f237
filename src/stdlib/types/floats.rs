//! Methods of `float`.

use super::{no_arguments, of_text, one_argument, text_of, whole_number};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::library::{Flow, NativeFunction};
use crate::machine::text::float_arithmetic;
use crate::machine::text::float_text::{float_hex, parse_float_hex};
use crate::machine::text::integer_arithmetic::integer_ratio;
use crate::machine::text::integer_text::integer_from_float;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    let methods: &[(&'static str, NativeFunction)] = &[
        ("is_integer", |machine, _, arguments| {
            let number = receiver(machine, &arguments, "is_integer")?;
            Ok(Flow::Value(Value::Bool(float_arithmetic::is_integer(number))))
        }),
        ("hex", |machine, _, arguments| {
            let number = receiver(machine, &arguments, "hex")?;
            Ok(Flow::Value(machine.str(&float_hex(number))))
        }),
        ("as_integer_ratio", |machine, _, arguments| {
            let number = receiver(machine, &arguments, "as_integer_ratio")?;
            let (numerator, denominator) = of_text(machine, integer_ratio(number))?;
            let parts = vec![machine.integer(numerator), machine.integer(denominator)];
            Ok(Flow::Value(machine.tuple(parts)))
        }),
        ("conjugate", |machine, _, arguments| itself(machine, &arguments, "conjugate")),
        ("__float__", |machine, _, arguments| itself(machine, &arguments, "__float__")),
        ("__int__", |machine, _, arguments| to_integer(machine, &arguments, "__int__", f64::trunc)),
        ("__trunc__", |machine, _, arguments| to_integer(machine, &arguments, "__trunc__", f64::trunc)),
        ("__floor__", |machine, _, arguments| to_integer(machine, &arguments, "__floor__", f64::floor)),
        ("__ceil__", |machine, _, arguments| to_integer(machine, &arguments, "__ceil__", f64::ceil)),
        ("__round__", round),
    ];
    for &(name, function) in methods {
        builder.method(classes::FLOAT, name, function);
    }
    builder.class_method(classes::FLOAT, "fromhex", fromhex);
}

fn number_of(machine: &mut Machine, value: Value) -> Result<f64> {
    match machine.as_float(value) {
        Some(number) => Ok(number),
        None => {
            let name = machine.type_name(value);
            machine.type_error(&format!("must be real number, not {name}"))
        }
    }
}

fn receiver(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<f64> {
    let value = no_arguments(machine, arguments, "float", method)?;
    number_of(machine, value)
}

fn itself(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<Flow> {
    receiver(machine, arguments, method).map(|number| Flow::Value(Value::Float(number)))
}

fn to_integer(machine: &mut Machine, arguments: &Arguments, method: &str, round: fn(f64) -> f64) -> Result<Flow> {
    let number = receiver(machine, arguments, method)?;
    let whole = of_text(machine, integer_from_float(round(number)))?;
    Ok(Flow::Value(machine.integer(whole)))
}

fn round(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let number = number_of(machine, arguments.get(0))?;
    match arguments.get(1) {
        Value::None | Value::Unbound => {
            let rounded = of_text(machine, float_arithmetic::round_to_integer(number))?;
            Ok(Flow::Value(machine.integer(rounded)))
        }
        digits => {
            let digits = whole_number(machine, digits)?;
            let rounded = of_text(machine, float_arithmetic::round_to_digits(number, digits))?;
            Ok(Flow::Value(Value::Float(rounded)))
        }
    }
}

fn fromhex(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = one_argument(machine, &arguments, "float", "fromhex")?;
    let text = text_of(machine, text, |_| "bad argument type for built-in operation".to_owned())?;
    Ok(Flow::Value(Value::Float(of_text(machine, parse_float_hex(&text))?)))
}
