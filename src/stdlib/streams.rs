//! What `sys.stdout` and its like need of the machine.

use super::builder::Builder;
use super::intrinsics::{at_line, text};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::event::Stream;
use crate::machine::exception::Result;
use crate::machine::footprint::Location;
use crate::machine::library::Flow;
use crate::machine::settings::StdoutKind;
use crate::machine::thread::Thread;
use crate::machine::value::Value;

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    builder.visible_function(module, "write", write);
    builder.visible_function(module, "flush_stdout", flush_stdout);
    builder.function(module, "is_unbuffered", is_unbuffered);
    builder.function(module, "before_write", before_write);
    builder.function(module, "stdout_is_terminal", stdout_is_terminal);
    builder.visible_function(module, "write_directly", write_directly);
    builder.visible_function(module, "write_binary", write_binary);
    builder.visible_function(module, "flush_binary", flush_binary);
    builder.function(module, "set_stdout_kind", set_stdout_kind);
    builder.function(module, "set_streams", set_streams);
    builder.function(module, "read_line", read_line);
}

/// `write(is_error, text)`.
fn write(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    let stream = if arguments.get(0) == Value::Bool(true) { Stream::Stderr } else { Stream::Stdout };
    let text = text(machine, arguments.get(1));
    machine.now_ns += crate::machine::clock::WRITE_NS;
    machine.write(stream, &text)?;
    Ok(Flow::Value(Value::None))
}

/// `write_directly(is_error, text)`: past the buffer.
fn write_directly(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    let stream = if arguments.get(0) == Value::Bool(true) { Stream::Stderr } else { Stream::Stdout };
    let text = text(machine, arguments.get(1));
    machine.now_ns += crate::machine::clock::WRITE_NS;
    machine.write_directly(stream, &text)?;
    Ok(Flow::Value(Value::None))
}

/// `write_binary(text)`: what `sys.stdout.buffer` gets.
fn write_binary(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    let text = text(machine, arguments.get(0));
    machine.now_ns += crate::machine::clock::WRITE_NS;
    machine.write_binary(&text)?;
    Ok(Flow::Value(Value::None))
}

fn flush_binary(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.flush_binary();
    Ok(Flow::Value(Value::None))
}

/// `set_stdout_kind("line" or "through" or "block")`: when standard output goes on from here.
fn set_stdout_kind(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.flush_stdout();
    machine.streams.stdout_kind = Some(match &*text(machine, arguments.get(0)) {
        "line" => StdoutKind::Terminal,
        "through" => StdoutKind::Unbuffered,
        _ => StdoutKind::Pipe,
    });
    Ok(Flow::Value(Value::None))
}

fn flush_stdout(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.flush_stdout();
    Ok(Flow::Value(Value::None))
}

fn is_unbuffered(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::Bool(machine.settings.stdout == StdoutKind::Unbuffered)))
}

/// `before_write(goes_past_buffers)`. What is not buffered is written by the operating system, for which the GIL is given
/// away first (`Modules/_io/fileio.c`, `_Py_write`): others may come between the call and its effect.
fn before_write(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let goes_past_buffers = arguments.get(0) == Value::Bool(true);
    machine.lets_others_in =
        machine.in_turns.is_some() && (goes_past_buffers || machine.settings.stdout == StdoutKind::Unbuffered);
    Ok(Flow::Value(Value::None))
}

fn stdout_is_terminal(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::Bool(machine.settings.stdout == StdoutKind::Terminal)))
}

/// `set_streams(stdout, stderr)`: the objects that `sys` starts with.
fn set_streams(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.streams.stdout_object = arguments.get(0);
    machine.streams.stderr_object = arguments.get(1);
    Ok(Flow::Value(Value::None))
}

/// The next line of the scripted input, or None at its end.
fn read_line(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.note(Location::Input, true);
    let line = machine.settings.input_lines.get(machine.streams.input_lines_read).cloned();
    machine.streams.input_lines_read += 1;
    Ok(Flow::Value(match line {
        Some(line) => machine.str(&line),
        None => Value::None,
    }))
}
