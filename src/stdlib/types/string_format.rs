//! `str.format` and `str.format_map`.

use super::{MODULE, in_python};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::{Fault, Result};
use crate::machine::library::Flow;
use crate::machine::text::TextError;
use crate::machine::text::format_template::{
    FieldAccessor, FieldRoot, TemplateField, TemplatePiece, conversion_error, parse_template, positional_error,
};
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::program::op::Conversion;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder) {
    builder.method(classes::STR, "format", format);
    builder.method(classes::STR, "format_map", format_map);
    let module = builder.module(MODULE);
    builder.function(module, "template_pieces", template_pieces);
    builder.function(module, "conversion_error", |machine, _, arguments| {
        let conversion = machine.as_str(arguments.get(0)).and_then(|text| text.chars().next()).unwrap_or(' ');
        machine.text_error(conversion_error(conversion))
    });
}

/// Where the values of fields come from.
struct FieldValues<'a> {
    positional: Option<&'a [Value]>,
    /// Keyword arguments as a dict, or the mapping of `format_map`.
    mapping: Value,
}

fn format(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Some(template) = machine.as_str(arguments.get(0)).cloned() else {
        return machine.type_error("str.format needs a str");
    };
    let entries: Vec<(Value, Value)> =
        arguments.keywords.iter().map(|&(name, value)| (machine.name_value(name), value)).collect();
    let mapping = machine.new_dict(&entries)?;
    let positional = arguments.positional.get(1..).unwrap_or_default();
    let values = FieldValues { positional: Some(positional), mapping };
    if let Some(text) = expand(machine, &parse_template(&template), &values)? {
        return Ok(Flow::Value(machine.text(text.into())));
    }
    let positional = machine.tuple(positional.to_vec());
    Ok(in_python(machine, "format_by_parts", &[arguments.get(0), positional, mapping]))
}

fn format_map(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Some(template) = machine.as_str(arguments.get(0)).cloned() else {
        return machine.type_error("str.format_map needs a str");
    };
    let mapping = super::one_argument(machine, &arguments, "str", "format_map")?;
    if machine.class_of(mapping) == classes::DICT {
        let values = FieldValues { positional: None, mapping };
        if let Some(text) = expand(machine, &parse_template(&template), &values)? {
            return Ok(Flow::Value(machine.text(text.into())));
        }
    }
    Ok(in_python(machine, "format_by_parts", &[arguments.get(0), Value::None, mapping]))
}

/// The text when no code of the program is needed for it. Nothing that was done up to there has an effect that could be
/// seen, so that the library's Python can begin anew.
fn expand(machine: &mut Machine, pieces: &[TemplatePiece], values: &FieldValues) -> Result<Option<String>> {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            TemplatePiece::Literal(text) => out.push_str(text),
            TemplatePiece::Raise(error) => return machine.text_error(error.clone()),
            TemplatePiece::Field(field) => match expand_field(machine, field, values)? {
                Some(text) => out.push_str(&text),
                None => return Ok(None),
            },
        }
        crate::machine::containers::check_length(out.len())?;
    }
    Ok(Some(out))
}

fn expand_field(machine: &mut Machine, field: &TemplateField, values: &FieldValues) -> Result<Option<String>> {
    let mut value = match &field.root {
        FieldRoot::Positional(index) => match values.positional {
            None => return machine.value_error("Format string contains positional fields"),
            Some(positional) => match positional.get(*index) {
                Some(&value) => value,
                None => return machine.text_error(positional_error(*index)),
            },
        },
        FieldRoot::Keyword(name) => {
            let key = machine.str(name);
            match machine.dict_get(values.mapping, key)? {
                Some(value) => value,
                None => return Err(Fault::Raised(machine.exception(classes::KEY_ERROR, vec![key]))),
            }
        }
    };
    for accessor in &field.path {
        let flow = match accessor {
            FieldAccessor::Attribute(name) => {
                let name = machine.intern(name);
                machine.load_attribute(value, name)?
            }
            FieldAccessor::Index(index) => machine.load_subscript(value, Value::Int(*index as i64))?,
            FieldAccessor::Key(key) => {
                let key = machine.str(key);
                machine.load_subscript(value, key)?
            }
            FieldAccessor::Raise(error) => return machine.text_error(error.clone()),
        };
        match flow {
            Flow::Value(found) => value = found,
            _ => return Ok(None),
        }
    }
    let conversion = match field.conversion {
        None => Conversion::None,
        Some('s') => Conversion::Str,
        Some('r') => Conversion::Repr,
        Some('a') => Conversion::Ascii,
        Some(other) => return machine.text_error(conversion_error(other)),
    };
    let Some(specification) = expand(machine, &field.specification, values)? else { return Ok(None) };
    let specification = machine.text(specification.into());
    match machine.format_value(value, conversion, specification)? {
        Flow::Value(text) => Ok(machine.as_str(text).map(|text| text.to_string())),
        _ => Ok(None),
    }
}

/// `template_pieces(text)`: the parsed form as tuples, for the library's Python. A literal is a str; a field is
/// `(root, path, conversion, pieces)`; a mistake is an exception.
fn template_pieces(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let template = machine.as_str(arguments.get(0)).cloned().unwrap_or_default();
    let pieces = pieces_value(machine, &parse_template(&template));
    Ok(Flow::Value(pieces))
}

fn error_value(machine: &mut Machine, error: &TextError) -> Value {
    let class = machine.exception_class(error.exception);
    let message = machine.str(&error.message);
    machine.exception(class, vec![message])
}

fn pieces_value(machine: &mut Machine, pieces: &[TemplatePiece]) -> Value {
    let mut values = Vec::with_capacity(pieces.len());
    for piece in pieces {
        values.push(match piece {
            TemplatePiece::Literal(text) => machine.str(text),
            TemplatePiece::Raise(error) => error_value(machine, error),
            TemplatePiece::Field(field) => {
                let root = match &field.root {
                    FieldRoot::Positional(index) => Value::Int(*index as i64),
                    FieldRoot::Keyword(name) => machine.str(name),
                };
                let mut path = Vec::with_capacity(field.path.len());
                for accessor in &field.path {
                    let (is_attribute, name) = match accessor {
                        FieldAccessor::Attribute(name) => (Value::Bool(true), machine.str(name)),
                        FieldAccessor::Index(index) => (Value::Bool(false), Value::Int(*index as i64)),
                        FieldAccessor::Key(key) => (Value::Bool(false), machine.str(key)),
                        FieldAccessor::Raise(error) => (Value::None, error_value(machine, error)),
                    };
                    path.push(machine.tuple(vec![is_attribute, name]));
                }
                let path = machine.tuple(path);
                let conversion = match field.conversion {
                    None => Value::None,
                    Some(c) => machine.str(c.encode_utf8(&mut [0; 4])),
                };
                let specification = pieces_value(machine, &field.specification);
                machine.tuple(vec![root, path, conversion, specification])
            }
        });
    }
    machine.tuple(values)
}
