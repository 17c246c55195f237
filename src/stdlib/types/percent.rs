//! `text % values`.

use super::{MODULE, of_text};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::{Fault, Result};
use crate::machine::library::Flow;
use crate::machine::object::Payload;
use crate::machine::text::integer_text::integer_from_float;
use crate::machine::text::percent_render::{
    PercentStyle, character_type_error, float_type_error, integer_type_error, render_character_of_integer,
    render_character_of_text, render_float, render_integer, render_text,
};
use crate::machine::text::percent_template::{
    PercentConversion, PercentNumber, PercentPiece, not_enough_error, parse_percent_template, star_error,
    too_many_error, unsupported_error,
};
use crate::machine::text::repr::escape_non_ascii;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    // The operator `%` of a str calls it by this name.
    let internal = builder.module("_internal");
    builder.function(internal, "percent_format", percent_format);
    let module = builder.module(MODULE);
    builder.function(module, "percent_prepared", percent_prepared);
    builder.function(module, "percent_kinds", percent_kinds);
}

/// The values of one `%`: a tuple's items, or a single value that may also be a mapping.
struct Values {
    all: Vec<Value>,
    mapping: Option<Value>,
    taken: usize,
    /// What the library's Python has made of values that need code of the program, one after the other.
    prepared: Option<Vec<Value>>,
    prepared_taken: usize,
}

/// Whether something is a mapping to `%`: it can be subscripted and is neither a tuple nor a str.
fn as_mapping(machine: &Machine, values: Value) -> Option<Value> {
    let is_mapping = match machine.payload(values) {
        Some(
            Payload::Dict(_)
            | Payload::Namespace(_)
            | Payload::List(_)
            | Payload::Range(_)
            | Payload::Bytes(_)
            | Payload::ByteArray(_),
        ) => true,
        Some(Payload::Str(_) | Payload::Tuple(_)) | None => false,
        Some(_) => machine.lookup_overridden(machine.class_of(values), crate::machine::names::GETITEM).is_some(),
    };
    is_mapping.then_some(values)
}

fn values_of(machine: &Machine, values: Value) -> Values {
    let mapping = as_mapping(machine, values);
    let all = match machine.payload(values) {
        Some(Payload::Tuple(items)) => items.to_vec(),
        _ => vec![values],
    };
    Values { all, mapping, taken: 0, prepared: None, prepared_taken: 0 }
}

fn percent_format(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (template, values) = (arguments.get(0), arguments.get(1));
    let mut given = values_of(machine, values);
    match expand(machine, template, &mut given)? {
        Some(text) => Ok(Flow::Value(machine.text(text.into()))),
        None => Ok(super::in_python(machine, "percent_by_parts", &[template, values])),
    }
}

/// `percent_prepared(template, values, prepared)`: with the value of each conversion made ready by Python.
fn percent_prepared(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (template, values) = (arguments.get(0), arguments.get(1));
    let mut given = values_of(machine, values);
    given.prepared = machine.as_sequence(arguments.get(2)).map(<[Value]>::to_vec);
    match expand(machine, template, &mut given)? {
        Some(text) => Ok(Flow::Value(machine.text(text.into()))),
        None => machine.not_supported("a value of this kind for `%` is not supported here; use an f-string"),
    }
}

/// `percent_kinds(template, is_mapping)`: of each conversion the letter, the key or None, and how many stars it has.
/// Ends where the template is wrong.
fn percent_kinds(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let template = machine.as_str(arguments.get(0)).cloned().unwrap_or_default();
    let with_mapping = as_mapping(machine, arguments.get(1)).is_some();
    let mut kinds = Vec::new();
    for piece in parse_percent_template(&template, with_mapping) {
        let PercentPiece::Conversion(conversion) = piece else { continue };
        let kind = machine.str(conversion.kind.encode_utf8(&mut [0; 4]));
        let key = match &conversion.key {
            Some(key) => machine.str(key),
            None => Value::None,
        };
        let stars =
            [conversion.width, conversion.precision].iter().filter(|part| **part == PercentNumber::Star).count();
        kinds.push(machine.tuple(vec![kind, key, Value::Int(stars as i64)]));
    }
    Ok(Flow::Value(machine.list(kinds)))
}

/// The text; None when code of the program is needed and nothing was prepared.
fn expand(machine: &mut Machine, template: Value, values: &mut Values) -> Result<Option<String>> {
    let template = machine.as_str(template).cloned().unwrap_or_default();
    let minor = machine.settings.python.0;
    let mut out = String::new();
    for piece in parse_percent_template(&template, values.mapping.is_some()) {
        match piece {
            PercentPiece::Literal(text) => out.push_str(&text),
            PercentPiece::Raise(error) => return machine.text_error(error),
            PercentPiece::Conversion(conversion) => match expand_conversion(machine, &conversion, values)? {
                Some(text) => out.push_str(&text),
                None => return Ok(None),
            },
        }
        crate::machine::containers::check_length(out.len())?;
    }
    if values.mapping.is_none() && values.taken < values.all.len() {
        return machine.text_error(too_many_error(values.taken, values.all.len(), minor));
    }
    Ok(Some(out))
}

fn next_value(machine: &mut Machine, values: &mut Values) -> Result<Value> {
    values.taken += 1;
    match values.all.get(values.taken - 1) {
        Some(&value) => Ok(value),
        None => machine.text_error(not_enough_error(values.all.len(), machine.settings.python.0)),
    }
}

fn next_star(machine: &mut Machine, values: &mut Values) -> Result<i64> {
    let value = next_value(machine, values)?;
    match machine.as_int(value) {
        Some(number) => Ok(number),
        None => machine.text_error(star_error()),
    }
}

fn expand_conversion(
    machine: &mut Machine,
    conversion: &PercentConversion,
    values: &mut Values,
) -> Result<Option<String>> {
    let mut style = PercentStyle { flags: conversion.flags, width: 0, precision: None, kind: conversion.kind };
    match conversion.width {
        PercentNumber::None => {}
        PercentNumber::Given(width) => style.width = width,
        PercentNumber::Star => style.set_star_width(next_star(machine, values)?),
    }
    match conversion.precision {
        PercentNumber::None => {}
        PercentNumber::Given(precision) => style.precision = Some(precision),
        PercentNumber::Star => style.set_star_precision(next_star(machine, values)?),
    }
    let mut value = match &conversion.key {
        None => next_value(machine, values)?,
        Some(key) => {
            values.taken = values.all.len();
            let key = machine.str(key);
            if values.prepared.is_some() {
                Value::None
            } else {
                match machine.load_subscript(values.mapping.unwrap_or(Value::None), key)? {
                    Flow::Value(value) => value,
                    _ => return Ok(None),
                }
            }
        }
    };
    if let Some(prepared) = &values.prepared {
        // One fewer than conversions where the template was found wrong: the error comes before it is asked for.
        let Some(&ready) = prepared.get(values.prepared_taken) else { return Ok(None) };
        values.prepared_taken += 1;
        value = ready;
    }
    render(machine, value, &style, conversion, values)
}

fn render(
    machine: &mut Machine,
    value: Value,
    style: &PercentStyle,
    conversion: &PercentConversion,
    values: &Values,
) -> Result<Option<String>> {
    let minor = machine.settings.python.0;
    let is_prepared = values.prepared.is_some();
    let type_name = machine.type_name(value);
    let is_user = machine.class(machine.class_of(value)).is_user;
    let number = machine.number(value);
    let rendered = match style.kind {
        's' | 'r' | 'a' => {
            let text = if is_prepared {
                machine.as_str(value).map(|text| text.to_string())
            } else if style.kind == 's' {
                machine.plain_str(value)?.map(|text| text.to_string())
            } else {
                machine.plain_repr(value)?
            };
            let Some(text) = text else { return Ok(None) };
            let text = if style.kind == 'a' { escape_non_ascii(&text) } else { text };
            render_text(&text, style)
        }
        'c' => match (machine.as_str(value), machine.as_big(number)) {
            (Some(text), _) => render_character_of_text(text, style, minor),
            (None, Some(code)) => render_character_of_integer(&code, style, minor),
            (None, None) => Err(character_type_error(&type_name, minor)),
        },
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => match (machine.as_big(number), number) {
            (Some(whole), _) => render_integer(&whole, style, minor),
            (None, Value::Float(real)) if matches!(style.kind, 'd' | 'i' | 'u') => match integer_from_float(real) {
                Ok(whole) => render_integer(&whole, style, minor),
                Err(error) => Err(error),
            },
            _ if is_user && !is_prepared => return Ok(None),
            _ => Err(integer_type_error(style.kind, &type_name, values.taken, minor)),
        },
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => match machine.as_float(value) {
            Some(real) if real.is_infinite() && machine.as_big(value).is_some() => {
                return Err(machine.raise(classes::OVERFLOW_ERROR, "int too large to convert to float"));
            }
            Some(real) => render_float(real, style),
            None if is_user && !is_prepared => return Ok(None),
            None => Err(float_type_error(style.kind, &type_name, values.taken, minor)),
        },
        other => Err(unsupported_error(other, conversion.position, minor)),
    };
    let text: std::result::Result<String, Fault> = of_text(machine, rendered);
    text.map(Some)
}
