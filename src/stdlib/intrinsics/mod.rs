//! The module `_machine`: what the library's Python asks of the machine. Programs cannot import it.

mod exceptions;
mod lifetimes;
mod process;
mod threads;
mod waiting;

use super::builder::Builder;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::event::ThreadId;
use crate::machine::thread::Thread;
use crate::machine::value::Value;

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    let minor = Value::Int(i64::from(builder.machine.settings.python.0));
    builder.set(module, "minor", minor);
    threads::register(builder, module);
    waiting::register(builder, module);
    process::register(builder, module);
    exceptions::register(builder, module);
    lifetimes::register(builder, module);
}

fn number(machine: &Machine, arguments: &Arguments, index: usize) -> i64 {
    machine.as_int(arguments.get(index)).unwrap_or(0)
}

fn thread_id(machine: &Machine, arguments: &Arguments, index: usize) -> ThreadId {
    ThreadId(number(machine, arguments, index) as u32)
}

pub fn text(machine: &Machine, value: Value) -> String {
    machine.as_str(value).map(|text| text.to_string()).unwrap_or_default()
}

/// Sets the line that recorded events carry.
pub fn at_line(machine: &mut Machine, thread: &Thread) {
    machine.line = machine.user_line(thread);
}
