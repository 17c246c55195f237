//! What all exceptions can do.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::names;
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    builder.constructor(classes::BASE_EXCEPTION, new);
    builder.method(classes::BASE_EXCEPTION, "__init__", init);
    builder.method(classes::BASE_EXCEPTION, "with_traceback", with_traceback);
    if builder.machine.is_at_least(11) {
        builder.method(classes::BASE_EXCEPTION, "add_note", add_note);
    }
    builder.method(classes::BASE_EXCEPTION, "__str__", str);
    builder.method(classes::BASE_EXCEPTION, "__repr__", repr);
}

fn new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let class = machine.as_class(arguments.get(0)).unwrap_or(classes::EXCEPTION);
    let class = match (class, arguments.get(1), arguments.positional.len()) {
        (classes::OS_ERROR, Value::Int(number), 3..) => class_of_errno(number),
        _ => class,
    };
    let exception = machine.exception(class, arguments.positional[1..].to_vec());
    if let Value::Object(id) = exception {
        for &(name, value) in &arguments.keywords {
            machine.attributes_mut(id).set(name, value);
        }
    }
    Ok(Flow::Value(exception))
}

/// `OSError(errno, text)` makes the subclass that stands for the number (PEP 3151).
fn class_of_errno(number: i64) -> ObjectId {
    match number {
        1 | 13 => classes::PERMISSION_ERROR,
        2 => classes::FILE_NOT_FOUND_ERROR,
        3 => classes::PROCESS_LOOKUP_ERROR,
        4 => classes::INTERRUPTED_ERROR,
        11 => classes::BLOCKING_IO_ERROR,
        17 => classes::FILE_EXISTS_ERROR,
        20 => classes::NOT_A_DIRECTORY_ERROR,
        21 => classes::IS_A_DIRECTORY_ERROR,
        32 => classes::BROKEN_PIPE_ERROR,
        103 => classes::CONNECTION_ABORTED_ERROR,
        104 => classes::CONNECTION_RESET_ERROR,
        110 => classes::TIMEOUT_ERROR,
        111 => classes::CONNECTION_REFUSED_ERROR,
        _ => classes::OS_ERROR,
    }
}

fn init(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    if let Value::Object(id) = arguments.get(0)
        && let Payload::Exception(data) = &mut machine.heap.get_mut(id).payload
    {
        data.arguments = arguments.positional[1..].to_vec();
    }
    Ok(Flow::Value(Value::None))
}

fn with_traceback(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let entries = match (arguments.get(1), machine.payload(arguments.get(1))) {
        (Value::None, _) => Vec::new(),
        (_, Some(Payload::Traceback(entries))) => (**entries).clone(),
        _ => return machine.type_error("__traceback__ must be a traceback or None"),
    };
    if let Value::Object(id) = arguments.get(0)
        && let Payload::Exception(data) = &mut machine.heap.get_mut(id).payload
    {
        data.traceback = entries;
    }
    Ok(Flow::Value(arguments.get(0)))
}

fn add_note(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Value::Object(id) = arguments.get(0) else { return Ok(Flow::Value(Value::None)) };
    if machine.as_str(arguments.get(1)).is_none() {
        let name = machine.type_name(arguments.get(1));
        return machine.type_error(&format!("note must be a str, not '{name}'"));
    }
    let notes = machine.attributes(arguments.get(0)).and_then(|attributes| attributes.get(names::NOTES));
    let mut list = notes.and_then(|notes| machine.as_sequence(notes).map(<[Value]>::to_vec)).unwrap_or_default();
    list.push(arguments.get(1));
    let list = machine.list(list);
    machine.attributes_mut(id).set(names::NOTES, list);
    Ok(Flow::Value(Value::None))
}

fn str(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let parts = match machine.payload(arguments.get(0)) {
        Some(Payload::Exception(data)) => data.arguments.clone(),
        _ => Vec::new(),
    };
    match parts[..] {
        [] => Ok(Flow::Value(machine.str(""))),
        [one] => machine.to_str(one),
        _ => {
            let tuple = machine.tuple(parts);
            machine.repr(tuple)
        }
    }
}

fn repr(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = machine.base_repr(arguments.get(0))?;
    Ok(Flow::Value(machine.str(&text)))
}
