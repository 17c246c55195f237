//! The methods of the built-in types, a file a type.
//!
//! What needs no code of the program is done in Rust; where a key function, an iterator or a special method of the
//! program's has a say, the functions of `python/_type_methods.py` do it.

mod attributes;
mod byte_strings;
mod comparisons;
mod dicts;
mod floats;
mod integers;
mod lists;
mod operators;
mod own_keys;
mod percent;
mod sequences;
mod sets;
mod sorting;
mod string_format;
mod strings;

use super::builder::Builder;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::exception::Result;
use crate::machine::frame::Then;
use crate::machine::library::Flow;
use crate::machine::text::TextResult;
use crate::machine::value::Value;
use num_bigint::Sign;
use num_traits::ToPrimitive;
use std::fmt::Display;
use std::rc::Rc;

/// The library module with the parts in Python; the functions that only they need are put into it too.
pub const MODULE: &str = "_type_methods";

pub fn register(builder: &mut Builder) {
    strings::register(builder);
    string_format::register(builder);
    percent::register(builder);
    byte_strings::register(builder);
    lists::register(builder);
    sequences::register(builder);
    sorting::register(builder);
    dicts::register(builder);
    sets::register(builder);
    integers::register(builder);
    floats::register(builder);
    attributes::register(builder);
    operators::register(builder);
    own_keys::register(builder);
    comparisons::register(builder);
}

/// A call of a function in [`MODULE`].
fn in_python(machine: &Machine, function: &str, arguments: &[Value]) -> Flow {
    let callable = machine
        .find_module(MODULE)
        .zip(machine.program.symbols.get(function))
        .and_then(|(module, symbol)| machine.namespace_get(module, symbol))
        .unwrap_or(Value::None);
    Flow::Call { callable, arguments: Arguments::positional(arguments), then: Then::Push }
}

/// What a function on text gave, its error raised.
pub(super) fn of_text<T>(machine: &mut Machine, result: TextResult<T>) -> Result<T> {
    match result {
        Ok(value) => Ok(value),
        Err(error) => machine.text_error(error),
    }
}

/// How complaints about the number of arguments call a method: with its type since 3.9.
fn method_name(machine: &Machine, of: &str, method: &str) -> String {
    if machine.is_at_least(9) { format!("{of}.{method}") } else { method.to_owned() }
}

/// Complains when a method that takes no arguments got some.
fn no_arguments(machine: &mut Machine, arguments: &Arguments, of: &str, method: &str) -> Result<Value> {
    // The name is only for a complaint.
    if arguments.positional.len() != 1 || !arguments.keywords.is_empty() {
        let name = method_name(machine, of, method);
        let [] = arguments.bind(machine, &name, [], 0, 1)?;
    }
    Ok(arguments.get(0))
}

/// The only argument of a method that takes one.
fn one_argument(machine: &mut Machine, arguments: &Arguments, of: &str, method: &str) -> Result<Value> {
    if arguments.positional.len() == 2 && arguments.keywords.is_empty() {
        return Ok(arguments.get(1));
    }
    let name = method_name(machine, of, method);
    let [value] = arguments.bind(machine, &name, ["/value"], 1, 1)?;
    Ok(value)
}

/// An int that is an index or a count: `'str' object cannot be interpreted as an integer` for anything else; what does
/// not fit is clipped.
pub(super) fn whole_number(machine: &mut Machine, value: Value) -> Result<i64> {
    if let Some(number) = machine.as_int(value) {
        return Ok(number);
    }
    match machine.as_big(value) {
        Some(big) => Ok(big.to_i64().unwrap_or(if big.sign() == Sign::Minus { i64::MIN } else { i64::MAX })),
        None => {
            let name = machine.type_name(value);
            machine.type_error(&format!("'{name}' object cannot be interpreted as an integer"))
        }
    }
}

fn whole_number_or(machine: &mut Machine, value: Value, default: i64) -> Result<i64> {
    if value.is_bound() { whole_number(machine, value) } else { Ok(default) }
}

/// A bound of a search: None and nothing mean the end of the sequence.
fn bound_of_search(machine: &mut Machine, value: Value) -> Result<Option<i64>> {
    match value {
        Value::None | Value::Unbound => Ok(None),
        value if machine.as_big(value).is_some() => whole_number(machine, value).map(Some),
        _ => machine.type_error("slice indices must be integers or None or have an __index__ method"),
    }
}

/// The text of a str, or a complaint made of its type's name.
fn text_of(machine: &mut Machine, value: Value, complaint: impl FnOnce(&str) -> String) -> Result<Rc<str>> {
    match machine.as_str(value) {
        Some(text) => Ok(text.clone()),
        None => {
            let name = machine.type_name(value);
            machine.type_error(&complaint(&name))
        }
    }
}

/// The same of an argument that Argument Clinic reads, which calls None by its name (`Python/getargs.c`,
/// `_PyArg_BadArgument`).
fn text_argument(machine: &mut Machine, value: Value, which: impl Display) -> Result<Rc<str>> {
    text_of(machine, value, |name| {
        let name = if name == "NoneType" { "None" } else { name };
        format!("{which} must be str, not {name}")
    })
}

/// A position, or -1.
fn position_or_minus_one(found: Option<usize>) -> Value {
    Value::Int(found.map_or(-1, |at| at as i64))
}
