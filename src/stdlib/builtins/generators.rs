//! Methods of generators.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::{Fault, Result};
use crate::machine::frame::Then;
use crate::machine::generators::Resumed;
use crate::machine::library::Flow;
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    for class in [classes::GENERATOR, classes::ZIP, classes::MAP, classes::FILTER, classes::ENUMERATE] {
        builder.method(class, "__next__", next);
        builder.method(class, "__iter__", iter);
    }
    builder.constructor(classes::ZIP, |machine, _, arguments| made(machine, "make_zip", arguments));
    builder.constructor(classes::MAP, |machine, _, arguments| made(machine, "make_map", arguments));
    builder.constructor(classes::FILTER, |machine, _, arguments| made(machine, "make_filter", arguments));
    builder.constructor(classes::ENUMERATE, |machine, _, arguments| made(machine, "make_enumerate", arguments));
    builder.method(classes::GENERATOR, "send", send);
    builder.method(classes::GENERATOR, "throw", throw);
    builder.method(classes::GENERATOR, "close", close);
}

/// `zip(…)` and its like: generators of the library, each of a class of its own.
fn made(machine: &mut Machine, function: &str, mut arguments: Arguments) -> Result<Flow> {
    arguments.positional.remove(0);
    Ok(Flow::Call { callable: machine.library_function(function), arguments, then: Then::Push })
}

fn resume(machine: &mut Machine, thread: &mut Thread, generator: Value, sent: Value) -> Result<Flow> {
    let Value::Object(id) = generator else { return machine.type_error("a generator is needed") };
    match machine.resume_generator(thread, id, sent, Then::Next { default: Value::Unbound })? {
        Resumed::Entered => Ok(Flow::Entered),
        Resumed::Exhausted => Err(Fault::Raised(machine.exception(classes::STOP_ITERATION, Vec::new()))),
    }
}

fn next(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    resume(machine, thread, arguments.get(0), Value::None)
}

fn iter(_: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    Ok(Flow::Value(arguments.get(0)))
}

fn send(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    resume(machine, thread, arguments.get(0), arguments.get(1))
}

/// Puts the generator's frame on the thread and lets the exception loose in it.
fn throw_into(
    machine: &mut Machine,
    thread: &mut Thread,
    generator: Value,
    exception: Value,
    then: Then,
) -> Result<Flow> {
    let Value::Object(id) = generator else { return machine.type_error("a generator is needed") };
    let started = matches!(&machine.heap.get(id).payload, Payload::Generator(generator) if generator.started);
    let delegate = machine.generator_delegate(id);
    if !started {
        if let Payload::Generator(generator) = &mut machine.heap.get_mut(id).payload {
            generator.finished = true;
            generator.frame = None;
        }
        return Err(Fault::Raised(exception));
    }
    match machine.resume_generator(thread, id, Value::None, then)? {
        Resumed::Exhausted => Err(Fault::Raised(exception)),
        Resumed::Entered => {
            // What was sent is not wanted: the operation that yielded raises instead.
            thread.pop();
            if let Some(inner) = delegate {
                return throw_into(machine, thread, inner, exception, Then::YieldFrom);
            }
            machine.unwind(thread, Fault::Raised(exception), false)?;
            Ok(Flow::Entered)
        }
    }
}

fn throw(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let mut exception = arguments.get(1);
    if let Some(class) = machine.as_class(exception).filter(|_| machine.is_exception_class(exception)) {
        let value = arguments.get(2);
        let values = if value.is_bound() && value != Value::None { vec![value] } else { Vec::new() };
        exception = machine.exception(class, values);
    }
    if !machine.is_instance(exception, classes::BASE_EXCEPTION) {
        return machine
            .type_error("exceptions must be classes or instances deriving from BaseException, not this value");
    }
    throw_into(machine, thread, arguments.get(0), exception, Then::Next { default: Value::Unbound })
}

fn close(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let generator = arguments.get(0);
    let running = match machine.payload(generator) {
        Some(Payload::Generator(state)) if !state.finished && state.started => true,
        Some(Payload::Generator(_)) => {
            if let Value::Object(id) = generator
                && let Payload::Generator(state) = &mut machine.heap.get_mut(id).payload
            {
                state.finished = true;
                state.frame = None;
            }
            false
        }
        _ => false,
    };
    if !running {
        return Ok(Flow::Value(Value::None));
    }
    let exception = machine.exception(classes::GENERATOR_EXIT, Vec::new());
    throw_into(machine, thread, generator, exception, Then::CloseGenerator)
}
