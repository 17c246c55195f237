//! The module `time`, on the virtual clock.

use super::builder::Builder;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::{Fault, Result};
use crate::machine::frame::Then;
use crate::machine::library::Flow;
use crate::machine::names;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::machine::waiting::Wait;

/// What `time.time()` gives at virtual time 0: 2026-01-01 12:00:00 UTC, always the same so that runs are reproducible.
pub const EPOCH_NS: u64 = 1_767_268_800_000_000_000;
/// What `time.monotonic()` and `time.perf_counter()` give at virtual time 0.
const MONOTONIC_START_NS: u64 = 1_000_000_000_000;
/// `time.sleep(0)` gives the interpreter away and comes back. In an exploration, where short work takes no time, this takes
/// none either: whoever does it again and again would otherwise be in another state each time.
const YIELD_NS: u64 = 1_000;
const NANOSECONDS: f64 = 1e9;
/// `threading.TIMEOUT_MAX`, in seconds.
pub const TIMEOUT_MAX_SECONDS: f64 = 9_223_372_036.0;

pub fn register(builder: &mut Builder) {
    let module = builder.module("time");
    builder.visible_function(module, "sleep", sleep);
    builder.function(module, "time", time);
    builder.function(module, "time_ns", time_ns);
    builder.function(module, "monotonic", monotonic);
    builder.function(module, "monotonic_ns", monotonic_ns);
    builder.function(module, "perf_counter", monotonic);
    builder.function(module, "perf_counter_ns", monotonic_ns);
    builder.function(module, "process_time", process_time);
    builder.function(module, "thread_time", process_time);
}

/// Seconds as nanoseconds, rounded up to a whole one as CPython does (`_PyTime_ROUND_TIMEOUT`); None for None.
pub fn timeout_ns(machine: &mut Machine, value: Value) -> Result<Option<u64>> {
    if value == Value::None || !value.is_bound() {
        return Ok(None);
    }
    match machine.as_float(value) {
        Some(seconds) if seconds.is_nan() => machine.value_error("Invalid value NaN (not a number)"),
        Some(seconds) if seconds > TIMEOUT_MAX_SECONDS => Err(too_large(machine, value)),
        Some(seconds) => Ok(Some((seconds.max(0.0) * NANOSECONDS).ceil() as u64)),
        None => {
            let message = no_number(machine, value);
            machine.type_error(&message)
        }
    }
}

/// A time that no 64 bits of nanoseconds hold (`_PyTime_FromDouble`, `_PyTime_FromObject` in `Python/pytime.c`).
fn too_large(machine: &mut Machine, value: Value) -> Fault {
    let message = match value {
        Value::Float(seconds) if seconds * NANOSECONDS < i64::MAX as f64 => "timeout value is too large",
        Value::Float(_) if machine.is_at_least(11) => "timestamp out of range for platform time_t",
        _ if machine.is_at_least(13) => "timestamp too large to convert to C PyTime_t",
        _ => "timestamp too large to convert to C _PyTime_t",
    };
    machine.raise(classes::OVERFLOW_ERROR, message)
}

pub fn no_number(machine: &Machine, value: Value) -> String {
    let name = machine.type_name(value);
    if machine.is_at_least(10) {
        format!("'{name}' object cannot be interpreted as an integer")
    } else {
        format!("an integer is required (got type {name})")
    }
}

fn sleep(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.line = machine.user_line(thread);
    let name = if machine.is_at_least(9) { "time.sleep" } else { "sleep" };
    let [seconds] = arguments.bind(machine, name, ["/seconds"], 1, 0)?;
    let Some(number) = machine.as_float(seconds) else {
        if let Some(method) = machine.lookup_overridden(machine.class_of(seconds), names::INDEX) {
            return Ok(Flow::Call { callable: method, arguments: Arguments::positional(&[seconds]), then: Then::Push });
        }
        let message = no_number(machine, seconds);
        return machine.type_error(&message);
    };
    if number < 0.0 {
        return machine.value_error("sleep length must be non-negative");
    }
    if number > TIMEOUT_MAX_SECONDS {
        return Err(too_large(machine, seconds));
    }
    let duration_ns = timeout_ns(machine, seconds)?.unwrap_or(0);
    let least_ns = if machine.in_turns.is_some() { 0 } else { YIELD_NS };
    Ok(Flow::Wait(Wait::sleep(duration_ns.max(least_ns))))
}

fn seconds(nanoseconds: u64) -> Value {
    Value::Float(nanoseconds as f64 / NANOSECONDS)
}

fn time(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(seconds(EPOCH_NS + machine.read_clock_ns())))
}

fn time_ns(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::Int((EPOCH_NS + machine.read_clock_ns()) as i64)))
}

fn monotonic(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(seconds(MONOTONIC_START_NS + machine.read_clock_ns())))
}

fn monotonic_ns(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::Int((MONOTONIC_START_NS + machine.read_clock_ns()) as i64)))
}

/// CPU time: the operations done, at what each costs.
fn process_time(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.clock_reads += 1;
    Ok(Flow::Value(seconds(machine.operations * crate::machine::clock::OPERATION_NS)))
}
