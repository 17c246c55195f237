//! What `sys` and `os` need of the machine.

use super::builder::Builder;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::exception::Result;
use crate::machine::library::Flow;
use crate::machine::limits::{DEEPEST_RECURSION, RECURSION_LIMIT};
use crate::machine::thread::Thread;
use crate::machine::threading::PROCESS_ID;
use crate::machine::value::Value;

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    builder.set(module, "recursion_limit", Value::Int(RECURSION_LIMIT as i64));
    builder.set(module, "process_id", Value::Int(PROCESS_ID as i64));
    builder.function(module, "set_recursion_limit", set_recursion_limit);
    builder.function(module, "module_named", module_named);
    builder.function(module, "file_name", file_name);
}

/// `set_recursion_limit(limit)`: whether the frames that there are leave room for it.
fn set_recursion_limit(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let limit = machine.as_int(arguments.get(0)).and_then(|limit| usize::try_from(limit).ok()).unwrap_or(0);
    let has_room = thread.frames.len() < limit;
    if has_room {
        machine.recursion_limit = limit.min(DEEPEST_RECURSION);
    }
    Ok(Flow::Value(Value::Bool(has_room)))
}

/// `module_named(name)`: an importable module or None.
fn module_named(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let name = machine.as_str(arguments.get(0)).cloned().unwrap_or_default();
    Ok(Flow::Value(machine.find_module(&name).map_or(Value::None, Value::Object)))
}

/// The name of the user's file.
fn file_name(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    let name = machine.program.files.iter().rev().find(|file| file.is_user).map(|file| file.name.clone());
    Ok(Flow::Value(machine.str(&name.unwrap_or_default())))
}
