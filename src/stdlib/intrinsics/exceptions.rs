//! What the library's Python asks about exceptions and the text they come from.

use super::{at_line, number, text};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::exception::{Fault, Result};
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder, module: ObjectId) {
    builder.function(module, "handled", handled);
    builder.function(module, "traceback_text", traceback_text);
    builder.function(module, "hint", hint);
    builder.function(module, "not_supported", not_supported);
    builder.function(module, "caller_line", caller_line);
    builder.function(module, "source_line", source_line);
}

/// The exception that is being handled, or None.
fn handled(_: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(if thread.handled.is_bound() { thread.handled } else { Value::None }))
}

fn traceback_text(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = machine.traceback_text(arguments.get(0));
    Ok(Flow::Value(machine.str(&text)))
}

/// What the last line of a traceback adds to an exception's own text.
fn hint(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let hint = machine.hint(arguments.get(0));
    Ok(Flow::Value(machine.str(&hint)))
}

/// `not_supported(sentence)`: ends the run.
fn not_supported(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    Err(Fault::NotSupported(text(machine, arguments.get(0))))
}

/// The line of the user's text at which the thread is.
fn caller_line(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::Int(i64::from(machine.user_line(thread)))))
}

/// `source_line(n)`: the text of a line of the user's file, and the file's name.
fn source_line(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let line = number(machine, &arguments, 0) as u32;
    let file = machine.program.files.iter().rev().find(|file| file.is_user).cloned();
    let (name, source) =
        file.map_or_else(Default::default, |file| (file.name.clone(), file.line_text(line).to_owned()));
    let parts = vec![machine.str(&name), machine.str(&source)];
    Ok(Flow::Value(machine.tuple(parts)))
}
