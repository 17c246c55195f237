//! Methods of list.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::library::Flow;
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    builder.method(classes::LIST, "append", append);
    builder.method(classes::LIST, "pop", pop);
    builder.method(classes::LIST, "remove", remove);
}

/// The items of the list that a method was called on.
fn items<'a>(machine: &'a mut Machine, arguments: &Arguments) -> Result<&'a mut Vec<Value>> {
    let id = match arguments.get(0) {
        Value::Object(id) if matches!(machine.heap.get(id).payload, Payload::List(_)) => id,
        _ => return machine.type_error("a list is needed"),
    };
    match &mut machine.heap.get_mut(id).payload {
        Payload::List(items) => Ok(items),
        _ => unreachable!("the payload was a list a moment ago"),
    }
}

fn append(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [item] = arguments.bind(machine, "list.append", ["object"], 1, 1)?;
    items(machine, &arguments)?.push(item);
    Ok(Flow::Value(Value::None))
}

fn pop(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [index] = arguments.bind(machine, "pop", ["index"], 0, 1)?;
    let index = if index.is_bound() { machine.as_int(index).unwrap_or(-1) } else { -1 };
    let length = items(machine, &arguments)?.len() as i64;
    if length == 0 {
        return Err(machine.raise(classes::INDEX_ERROR, "pop from empty list"));
    }
    let at = if index < 0 { index + length } else { index };
    if !(0..length).contains(&at) {
        return Err(machine.raise(classes::INDEX_ERROR, "pop index out of range"));
    }
    Ok(Flow::Value(items(machine, &arguments)?.remove(at as usize)))
}

fn remove(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [item] = arguments.bind(machine, "remove", ["value"], 1, 1)?;
    let known = items(machine, &arguments)?.clone();
    for (at, other) in known.into_iter().enumerate() {
        match machine.same(other, item)? {
            Some(true) => {
                items(machine, &arguments)?.remove(at);
                return Ok(Flow::Value(Value::None));
            }
            Some(false) => {}
            None => return Ok(machine.internal("list_remove", &[arguments.get(0), item])),
        }
    }
    machine.value_error("list.remove(x): x not in list")
}
