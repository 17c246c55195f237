//! What the functions of `math` are given, made the floats that they compute with.

use super::types::of_text;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::exception::Result;
use crate::machine::frame::Then;
use crate::machine::library::Flow;
use crate::machine::names;
use crate::machine::text::integer_text::integer_to_float;
use crate::machine::value::Value;

pub(super) fn real_number(machine: &mut Machine, value: Value) -> Result<f64> {
    if let Some(big) = machine.as_big(value) {
        return of_text(machine, integer_to_float(&big));
    }
    match machine.as_float(value) {
        Some(number) => Ok(number),
        None => {
            let name = machine.type_name(value);
            machine.type_error(&format!("must be real number, not {name}"))
        }
    }
}

/// Where an argument has a `__float__` or `__index__` of its own, as a `Fraction` has: the library's Python asks it and
/// comes back with floats.
pub(super) fn with_floats(machine: &mut Machine, name: &str, arguments: &Arguments) -> Option<Flow> {
    let asks = |&value: &Value| {
        matches!(value, Value::Object(_))
            && machine.as_float(value).is_none()
            && [names::FLOAT, names::INDEX]
                .iter()
                .any(|&method| machine.lookup_overridden(machine.class_of(value), method).is_some())
    };
    if !arguments.positional.iter().any(asks) {
        return None;
    }
    let name = machine.str(name);
    let callable = machine.library_function("call_with_floats");
    Some(Flow::Call { callable, arguments: arguments.clone().with_first(name), then: Then::Push })
}

/// The argument of a function that takes one; the complaint names the module since 3.9.
pub(super) fn only_argument(machine: &mut Machine, arguments: &Arguments, name: &str) -> Result<Value> {
    if arguments.positional.len() == 1 && arguments.keywords.is_empty() {
        return Ok(arguments.get(0));
    }
    let name = if machine.is_at_least(9) { format!("math.{name}") } else { name.to_owned() };
    let [x] = arguments.bind(machine, &name, ["/x"], 1, 0)?;
    Ok(x)
}
