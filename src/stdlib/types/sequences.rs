//! Methods of `tuple`, `range` and `slice`.

use super::{in_python, lists, one_argument, whole_number};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::library::Flow;
use crate::machine::object::{Payload, Range};
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    builder.method(classes::TUPLE, "index", tuple_index);
    builder.method(classes::TUPLE, "count", |machine, _, arguments| lists::count_in(machine, &arguments, "tuple"));
    builder.method(classes::RANGE, "index", range_index);
    builder.method(classes::RANGE, "count", range_count);
    builder.method(classes::SLICE, "indices", slice_indices);
}

fn tuple_index(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    lists::index_in(machine, &arguments, |_, _| Ok("tuple.index(x): x not in tuple".to_owned()))
}

fn range_of(machine: &Machine, value: Value) -> Option<Range> {
    match machine.payload(value) {
        Some(Payload::Range(range)) => Some(**range),
        _ => None,
    }
}

/// The position of a number in a range.
fn position(range: Range, number: i64) -> Option<u64> {
    let offset = i128::from(number) - i128::from(range.start);
    let step = i128::from(range.step);
    let at = offset / step;
    (offset % step == 0 && (0..i128::from(range.len())).contains(&at)).then_some(at as u64)
}

/// A whole number, also as a float.
fn as_whole(machine: &Machine, value: Value) -> Option<i64> {
    match machine.number(value) {
        Value::Float(real) if real.fract() == 0.0 && real.abs() < 9e18 => Some(real as i64),
        other => machine.as_int(other),
    }
}

fn range_index(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let value = one_argument(machine, &arguments, "range", "index")?;
    let range = range_of(machine, arguments.get(0));
    if machine.class(machine.class_of(value)).is_user {
        let stop = Value::Int(machine.length(arguments.get(0)).unwrap_or(0) as i64);
        return Ok(in_python(machine, "sequence_index", &[arguments.get(0), value, Value::Int(0), stop]));
    }
    match range.zip(as_whole(machine, value)).and_then(|(range, number)| position(range, number)) {
        Some(at) => Ok(Flow::Value(Value::Int(at as i64))),
        None if machine.as_int(value).is_some() => {
            let shown = machine.plain_repr(value)?.unwrap_or_default();
            machine.value_error(&format!("{shown} is not in range"))
        }
        None => machine.value_error("sequence.index(x): x not in sequence"),
    }
}

fn range_count(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let value = one_argument(machine, &arguments, "range", "count")?;
    let range = range_of(machine, arguments.get(0));
    let found = range.zip(as_whole(machine, value)).and_then(|(range, number)| position(range, number));
    Ok(Flow::Value(Value::Int(i64::from(found.is_some()))))
}

fn slice_indices(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let length = one_argument(machine, &arguments, "slice", "indices")?;
    let length = whole_number(machine, length)?;
    let Ok(length) = usize::try_from(length) else {
        return machine.value_error("length should not be negative");
    };
    let parts = match machine.payload(arguments.get(0)) {
        Some(Payload::Slice(parts)) => **parts,
        _ => return machine.type_error("slice.indices needs a slice"),
    };
    let indices = machine.slice_indices(parts, length)?;
    let numbers = [indices.start, indices.stop, indices.step].map(Value::Int).to_vec();
    Ok(Flow::Value(machine.tuple(numbers)))
}
