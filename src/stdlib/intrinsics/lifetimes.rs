//! What the library's Python asks about the ends of objects and weak references.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::exception::Result;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder, module: ObjectId) {
    builder.function(module, "end_circles", end_circles);
    builder.function(module, "end_everything", end_everything);
    builder.function(module, "watches_ends", watches_ends);
    builder.function(module, "generator_state", generator_state);
    builder.function(module, "weak_new", weak_new);
    builder.function(module, "weak_target", weak_target);
    builder.function(module, "weak_references", weak_references);
}

/// `gc.collect()`.
fn end_circles(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.end_circles(thread);
    Ok(Flow::Value(Value::None))
}

/// What the program still holds at exit comes to its end.
fn end_everything(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.end_everything(thread);
    Ok(Flow::Value(Value::None))
}

/// Whether the program could notice that an object has come to its end.
fn watches_ends(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::Bool(machine.finalization.is_enabled)))
}

/// How far a generator has come that does not run: not begun, begun, at its end.
fn generator_state(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let state = match machine.payload(arguments.get(0)) {
        Some(Payload::Generator(generator)) if generator.finished => 2,
        Some(Payload::Generator(generator)) => i64::from(generator.started),
        _ => 0,
    };
    Ok(Flow::Value(Value::Int(state)))
}

/// `weak_new(reference, object)`: the reference will go dead when the object does.
fn weak_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    if let (Value::Object(reference), Value::Object(object)) = (arguments.get(0), arguments.get(1)) {
        machine.finalization.weak_targets.insert(reference, object);
        machine.finalization.watch(object).references.push(reference);
    }
    Ok(Flow::Value(Value::None))
}

/// `weak_target(reference)`: what it refers to, None when that has come to its end.
fn weak_target(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let reference = arguments.get(0).object();
    let target = reference.and_then(|reference| machine.finalization.weak_targets.get(&reference));
    Ok(Flow::Value(target.map_or(Value::None, |&target| Value::Object(target))))
}

/// `weak_references(object)`: the living references to it, as a list.
fn weak_references(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let watched = arguments.get(0).object().and_then(|object| machine.finalization.watched.get(&object));
    let references = watched.map(|watched| watched.references.iter().map(|&id| Value::Object(id)).collect());
    Ok(Flow::Value(machine.list(references.unwrap_or_default())))
}
