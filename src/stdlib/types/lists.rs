//! Methods of `list`.

use super::{bound_of_search, in_python, no_arguments, one_argument, whole_number, whole_number_or};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::containers::check_length;
use crate::machine::exception::Result;
use crate::machine::library::{Flow, NativeFunction};
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

/// So many items that only move up or down take as long as one that is looked at.
const ITEMS_MOVED_AS_AN_ITEM: usize = 4;

pub fn register(builder: &mut Builder) {
    let methods: &[(&'static str, NativeFunction)] = &[
        ("append", append),
        ("extend", extend),
        ("insert", insert),
        ("pop", pop),
        ("remove", remove),
        ("clear", clear),
        ("copy", copy),
        ("reverse", reverse),
        ("index", index),
        ("count", count),
    ];
    for &(name, function) in methods {
        builder.method(classes::LIST, name, function);
    }
}

/// The items of a list, to be changed.
pub fn items_mut<'a>(machine: &'a mut Machine, list: Value, method: &str) -> Result<&'a mut Vec<Value>> {
    if !matches!(machine.payload(list), Some(Payload::List(_))) {
        let name = machine.type_name(list);
        return machine
            .type_error(&format!("descriptor '{method}' for 'list' objects doesn't apply to a '{name}' object"));
    }
    match list.object().map(|id| &mut machine.heap.get_mut(id).payload) {
        Some(Payload::List(items)) => Ok(items),
        _ => Err(crate::machine::exception::Fault::NotSupported(format!("list.{method} of something else"))),
    }
}

fn done() -> Result<Flow> {
    Ok(Flow::Value(Value::None))
}

fn append(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let item = match arguments.positional[..] {
        [_, item] if arguments.keywords.is_empty() => item,
        _ => one_argument(machine, &arguments, "list", "append")?,
    };
    let items = items_mut(machine, arguments.get(0), "append")?;
    check_length(items.len())?;
    items.push(item);
    machine.heap.count_growth(1);
    done()
}

fn extend(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let iterable = one_argument(machine, &arguments, "list", "extend")?;
    let Some(new_items) = machine.items_of(iterable)? else {
        return Ok(in_python(machine, "list_extend", &[arguments.get(0), iterable]));
    };
    let items = items_mut(machine, arguments.get(0), "extend")?;
    check_length(items.len() + new_items.len())?;
    let grown = new_items.len();
    items.extend(new_items);
    machine.heap.count_growth(grown);
    done()
}

fn insert(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [at, item] = arguments.bind(machine, "insert", ["/index", "/object"], 2, 1)?;
    let at = whole_number(machine, at)?;
    let items = items_mut(machine, arguments.get(0), "insert")?;
    check_length(items.len())?;
    let length = items.len() as i64;
    let at = if at < 0 { at.saturating_add(length).max(0) } else { at.min(length) };
    items.insert(at as usize, item);
    machine.heap.count_growth(1);
    // What lies behind it is moved.
    machine.heap.count_items((length - at) as usize / ITEMS_MOVED_AS_AN_ITEM);
    done()
}

fn pop(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [at] = arguments.bind(machine, "pop", ["/index"], 0, 1)?;
    let at = whole_number_or(machine, at, -1)?;
    let items = items_mut(machine, arguments.get(0), "pop")?;
    let length = items.len() as i64;
    if length == 0 {
        return Err(machine.raise(classes::INDEX_ERROR, "pop from empty list"));
    }
    let at = if at < 0 { at.saturating_add(length) } else { at };
    if !(0..length).contains(&at) {
        return Err(machine.raise(classes::INDEX_ERROR, "pop index out of range"));
    }
    let item = items.remove(at as usize);
    machine.heap.count_items((length - at) as usize / ITEMS_MOVED_AS_AN_ITEM);
    Ok(Flow::Value(item))
}

fn clear(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let list = no_arguments(machine, &arguments, "list", "clear")?;
    items_mut(machine, list, "clear")?.clear();
    done()
}

fn copy(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let list = no_arguments(machine, &arguments, "list", "copy")?;
    let items = items_mut(machine, list, "copy")?.clone();
    Ok(Flow::Value(machine.list(items)))
}

fn reverse(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let list = no_arguments(machine, &arguments, "list", "reverse")?;
    items_mut(machine, list, "reverse")?.reverse();
    done()
}

/// The position of the first item that is the value; the outer None: code of the program has to compare.
pub fn find_item(machine: &Machine, items: &[Value], value: Value) -> Result<Option<Option<usize>>> {
    for (at, &item) in items.iter().enumerate() {
        match machine.same(item, value)? {
            Some(true) => return Ok(Some(Some(at))),
            Some(false) => {}
            None => return Ok(None),
        }
    }
    Ok(Some(None))
}

fn remove(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let value = one_argument(machine, &arguments, "list", "remove")?;
    let list = arguments.get(0);
    let found = find_item(machine, machine.as_sequence(list).unwrap_or_default(), value)?;
    match found {
        Some(Some(at)) => {
            items_mut(machine, list, "remove")?.remove(at);
            done()
        }
        Some(None) => machine.value_error("list.remove(x): x not in list"),
        None => Ok(in_python(machine, "list_remove", &[list, value])),
    }
}

fn index(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    index_in(machine, &arguments, |machine, value| match machine.is_at_least(14) {
        true => Ok("list.index(x): x not in list".to_owned()),
        false => {
            Ok(format!("{} is not in list", machine.plain_repr(value)?.unwrap_or_else(|| machine.default_repr(value))))
        }
    })
}

/// `sequence.index(value, start, stop)` of a list or tuple.
pub fn index_in(
    machine: &mut Machine,
    arguments: &Arguments,
    complaint: impl FnOnce(&mut Machine, Value) -> Result<String>,
) -> Result<Flow> {
    let [value, start, stop] = arguments.bind(machine, "index", ["/value", "/start", "/stop"], 1, 1)?;
    let sequence = arguments.get(0);
    let length = machine.length(sequence).unwrap_or(0);
    machine.heap.count_items(length);
    let (start, stop) = (bound_of_search(machine, start)?, bound_of_search(machine, stop)?);
    let (start, stop) = crate::machine::text::slice::search_range(start, stop, length);
    let part = machine.as_sequence(sequence).and_then(|items| items.get(start..stop)).unwrap_or_default();
    match find_item(machine, part, value)? {
        Some(Some(at)) => Ok(Flow::Value(Value::Int((start + at) as i64))),
        Some(None) => {
            let message = complaint(machine, value)?;
            machine.value_error(&message)
        }
        None => {
            let (start, stop) = (Value::Int(start as i64), Value::Int(stop as i64));
            Ok(in_python(machine, "sequence_index", &[sequence, value, start, stop]))
        }
    }
}

fn count(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    count_in(machine, &arguments, "list")
}

/// `sequence.count(value)` of a list or tuple.
pub fn count_in(machine: &mut Machine, arguments: &Arguments, of: &str) -> Result<Flow> {
    let value = one_argument(machine, arguments, of, "count")?;
    let sequence = arguments.get(0);
    machine.heap.count_items(machine.length(sequence).unwrap_or(0));
    let mut found = 0;
    for &item in machine.as_sequence(sequence).unwrap_or_default() {
        match machine.same(item, value)? {
            Some(same) => found += i64::from(same),
            None => return Ok(in_python(machine, "sequence_count", &[sequence, value])),
        }
    }
    Ok(Flow::Value(Value::Int(found)))
}
