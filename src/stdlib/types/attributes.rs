//! `real`, `imag`, `numerator` and `denominator` of numbers.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::library::Flow;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    builder.property(classes::INT, "real", itself);
    builder.property(classes::INT, "numerator", itself);
    builder.property(classes::INT, "imag", |_, _, _| Ok(Flow::Value(Value::Int(0))));
    builder.property(classes::INT, "denominator", |_, _, _| Ok(Flow::Value(Value::Int(1))));
    builder.property(classes::FLOAT, "real", itself);
    builder.property(classes::FLOAT, "imag", |_, _, _| Ok(Flow::Value(Value::Float(0.0))));
}

/// The plain number of a bool or of an instance of a subclass.
fn itself(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let number = machine.number(arguments.get(0));
    Ok(Flow::Value(match number {
        Value::Bool(truth) => Value::Int(i64::from(truth)),
        number => number,
    }))
}
