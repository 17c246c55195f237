//! `range(…)` and `slice(…)`.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::library::Flow;
use crate::machine::object::{Payload, Range};
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;
use num_bigint::BigInt;

pub fn register(builder: &mut Builder) {
    builder.constructor(classes::RANGE, range_new);
    builder.constructor(classes::SLICE, slice_new);
}

fn range_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let mut numbers = Vec::with_capacity(3);
    for &value in &arguments.positional[1..] {
        match machine.as_big(value) {
            Some(number) => numbers.push(number),
            None if machine.has_own_index(value) => {
                return Ok(machine.internal("construct_range", &arguments.positional[1..]));
            }
            None => {
                let name = machine.type_name(value);
                return machine.type_error(&format!("'{name}' object cannot be interpreted as an integer"));
            }
        }
    }
    let small = |number: &BigInt| i64::try_from(number).ok();
    let range = match &numbers[..] {
        [] => return machine.type_error("range expected at least 1 argument, got 0"),
        [stop] => (Some(0), small(stop), Some(1)),
        [start, stop] => (small(start), small(stop), Some(1)),
        [start, stop, step] => (small(start), small(stop), small(step)),
        _ => {
            let given = numbers.len();
            return machine.type_error(&format!("range expected at most 3 arguments, got {given}"));
        }
    };
    match range {
        (Some(_), Some(_), Some(0)) => machine.value_error("range() arg 3 must not be zero"),
        (Some(start), Some(stop), Some(step)) => Ok(Flow::Value(machine.range(Range { start, stop, step }))),
        _ => machine.not_supported("a range beyond 64 bits is not supported here; use smaller bounds"),
    }
}

fn slice_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let parts = match arguments.positional[1..] {
        [stop] => [Value::None, stop, Value::None],
        [start, stop] => [start, stop, Value::None],
        [start, stop, step] => [start, stop, step],
        _ => return machine.type_error("slice expected at least 1 argument, got 0"),
    };
    Ok(Flow::Value(machine.allocate(classes::SLICE, Payload::Slice(Box::new(parts)))))
}
