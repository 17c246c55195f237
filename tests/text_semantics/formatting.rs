//! Format specifications, `str.format`, `%`.

use crate::recorded::{Record, check, float, integer, text};
use last_thread_standing::machine::text::format_number::{format_float, format_integer};
use last_thread_standing::machine::text::format_template::{
    FieldAccessor, FieldRoot, TemplatePiece, conversion_error, parse_template, positional_error,
};
use last_thread_standing::machine::text::format_text::format_string;
use last_thread_standing::machine::text::percent_render::{
    PercentStyle, character_type_error, float_type_error, integer_type_error, render_character_of_integer,
    render_character_of_text, render_float, render_integer, render_text,
};
use last_thread_standing::machine::text::percent_template::{
    PercentConversion, PercentNumber, PercentPiece, not_enough_error, parse_percent_template, star_error,
    too_many_error, unsupported_error,
};
use last_thread_standing::machine::text::repr::{string_ascii, string_repr};
use last_thread_standing::machine::text::{TextError, TextResult};
use num_bigint::BigInt;
use std::collections::BTreeMap;

#[test]
fn format_specifications_mean_what_they_mean_in_cpython() {
    check("format_specification", |name, arguments, minor| {
        let specification = text(&arguments[1]);
        match name {
            "format_integer" => format_integer(&integer(&arguments[0]), specification, "int", minor).record(),
            "format_bool" if specification.is_empty() => if arguments[0] == true { "True" } else { "False" }.record(),
            "format_bool" => {
                format_integer(&BigInt::from(u8::from(arguments[0] == true)), specification, "bool", minor).record()
            }
            "format_float" => format_float(float(&arguments[0]), specification, "float", minor).record(),
            "format_string" => format_string(text(&arguments[0]), specification, "str", minor).record(),
            _ => panic!("{name}"),
        }
    });
}

/// Evaluates pieces against arguments that only show the path by which they were reached (`Attributes` in `cases.py`).
fn evaluate_template(pieces: &[TemplatePiece], minor: u8) -> TextResult<String> {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            TemplatePiece::Literal(text) => out.push_str(text),
            TemplatePiece::Raise(error) => return Err(error.clone()),
            TemplatePiece::Field(field) => {
                let mut path = match &field.root {
                    FieldRoot::Positional(index @ (0 | 1)) => index.to_string(),
                    FieldRoot::Positional(index) => return Err(positional_error(*index)),
                    FieldRoot::Keyword(name) if name == "name" => name.clone(),
                    FieldRoot::Keyword(name) => return Err(TextError::new("KeyError", name.clone())),
                };
                for accessor in &field.path {
                    path += &match accessor {
                        FieldAccessor::Attribute(name) => format!(".{name}"),
                        FieldAccessor::Index(index) => format!("[{index}]"),
                        FieldAccessor::Key(key) => format!("[{}]", string_repr(key)),
                        FieldAccessor::Raise(error) => return Err(error.clone()),
                    };
                }
                let converted = match field.conversion {
                    None => None,
                    Some('s') => Some(format!("str({path})")),
                    Some('r' | 'a') => Some(format!("repr({path})")),
                    Some(other) => return Err(conversion_error(other)),
                };
                let specification = evaluate_template(&field.specification, minor)?;
                match converted {
                    Some(text) => out += &format_string(&text, &specification, "str", minor)?,
                    None => out += &format!("<{path}:{specification}>"),
                }
            }
        }
    }
    Ok(out)
}

#[test]
fn templates_of_str_format_are_read_as_in_cpython() {
    check("format_template", |_, arguments, minor| {
        evaluate_template(&parse_template(text(&arguments[0])), minor).record()
    });
}

enum Argument {
    Text(&'static str),
    Integer(i64),
    Float(f64),
    /// The mapping itself, by its `repr`.
    Mapping(&'static str),
}

impl Argument {
    fn type_name(&self) -> &'static str {
        match self {
            Argument::Text(_) => "str",
            Argument::Integer(_) => "int",
            Argument::Float(_) => "float",
            Argument::Mapping(_) => "dict",
        }
    }

    fn string(&self, repr: bool) -> String {
        match self {
            Argument::Text(text) if repr => string_repr(text),
            Argument::Text(text) => (*text).to_owned(),
            Argument::Mapping(repr) => (*repr).to_owned(),
            Argument::Integer(value) => value.to_string(),
            Argument::Float(value) => last_thread_standing::machine::text::float_text::float_repr(*value),
        }
    }

    fn render(&self, style: &PercentStyle, position: usize, minor: u8) -> TextResult<String> {
        match (style.kind, self) {
            ('s', _) => render_text(&self.string(false), style),
            ('r', _) => render_text(&self.string(true), style),
            ('a', Argument::Text(text)) => render_text(&string_ascii(text), style),
            ('a', _) => render_text(&self.string(true), style),
            ('c', Argument::Text(text)) => render_character_of_text(text, style, minor),
            ('c', Argument::Integer(value)) => render_character_of_integer(&BigInt::from(*value), style, minor),
            ('c', other) => Err(character_type_error(other.type_name(), minor)),
            ('d' | 'i' | 'u' | 'x' | 'X' | 'o', Argument::Integer(value)) => {
                render_integer(&BigInt::from(*value), style, minor)
            }
            ('d' | 'i' | 'u', Argument::Float(value)) => render_integer(&BigInt::from(*value as i64), style, minor),
            ('d' | 'i' | 'u' | 'x' | 'X' | 'o', _) => Err(integer_type_error(style.kind, self.type_name(), 0, minor)),
            ('e' | 'E' | 'f' | 'F' | 'g' | 'G', Argument::Integer(value)) => render_float(*value as f64, style),
            ('e' | 'E' | 'f' | 'F' | 'g' | 'G', Argument::Float(value)) => render_float(*value, style),
            ('e' | 'E' | 'f' | 'F' | 'g' | 'G', _) => Err(float_type_error(style.kind, self.type_name(), 0, minor)),
            (kind, _) => Err(unsupported_error(kind, position, minor)),
        }
    }
}

struct Evaluation {
    arguments: Vec<Argument>,
    mapping: Option<BTreeMap<&'static str, Argument>>,
    taken: usize,
    minor: u8,
}

impl Evaluation {
    fn next(&mut self) -> TextResult<&Argument> {
        self.taken += 1;
        self.arguments.get(self.taken - 1).ok_or_else(|| not_enough_error(self.arguments.len(), self.minor))
    }

    fn star(&mut self) -> TextResult<i64> {
        match self.next()? {
            Argument::Integer(value) => Ok(*value),
            _ => Err(star_error()),
        }
    }

    fn conversion(&mut self, conversion: &PercentConversion) -> TextResult<String> {
        let mut style = PercentStyle { flags: conversion.flags, width: 0, precision: None, kind: conversion.kind };
        match conversion.width {
            PercentNumber::None => {}
            PercentNumber::Given(width) => style.width = width,
            PercentNumber::Star => style.set_star_width(self.star()?),
        }
        match conversion.precision {
            PercentNumber::None => {}
            PercentNumber::Given(precision) => style.precision = Some(precision),
            PercentNumber::Star => style.set_star_precision(self.star()?),
        }
        let minor = self.minor;
        if let Some(key) = &conversion.key {
            // After a key there is no next value.
            self.taken = self.arguments.len();
            let mapping = self.mapping.as_ref().expect("checked by the reader");
            let value = mapping.get(key.as_str()).ok_or_else(|| TextError::new("KeyError", key.clone()))?;
            return value.render(&style, conversion.position, minor);
        }
        self.next()?.render(&style, conversion.position, minor)
    }

    fn run(&mut self, template: &str) -> TextResult<String> {
        let mut out = String::new();
        for piece in parse_percent_template(template, self.mapping.is_some()) {
            match piece {
                PercentPiece::Literal(text) => out += &text,
                PercentPiece::Conversion(conversion) => out += &self.conversion(&conversion)?,
                PercentPiece::Raise(error) => return Err(error),
            }
        }
        if self.mapping.is_none() && self.taken < self.arguments.len() {
            return Err(too_many_error(self.taken, self.arguments.len(), self.minor));
        }
        Ok(out)
    }
}

#[test]
fn percent_templates_are_read_and_rendered_as_in_cpython() {
    check("percent", |name, arguments, minor| {
        let template = text(&arguments[0]);
        let style = || match parse_percent_template(template, false).as_slice() {
            [PercentPiece::Conversion(conversion)] => PercentStyle {
                flags: conversion.flags,
                width: if let PercentNumber::Given(width) = conversion.width { width } else { 0 },
                precision: if let PercentNumber::Given(precision) = conversion.precision {
                    Some(precision)
                } else {
                    None
                },
                kind: conversion.kind,
            },
            other => panic!("{template}: {other:?}"),
        };
        match name {
            "percent_integer" if style().kind == 'c' => {
                render_character_of_integer(&integer(&arguments[1]), &style(), minor).record()
            }
            "percent_integer" => render_integer(&integer(&arguments[1]), &style(), minor).record(),
            "percent_float" => render_float(float(&arguments[1]), &style()).record(),
            "percent_text" if style().kind == 'c' => {
                render_character_of_text(text(&arguments[1]), &style(), minor).record()
            }
            "percent_text" => render_text(text(&arguments[1]), &style()).record(),
            "percent_template" => {
                let arguments = vec![Argument::Text("A"), Argument::Integer(5), Argument::Float(2.5)];
                Evaluation { arguments, mapping: None, taken: 0, minor }.run(template).record()
            }
            "percent_mapping" => {
                let mapping =
                    [("a", Argument::Text("A")), ("b(c)", Argument::Text("BC")), ("", Argument::Text("empty"))];
                Evaluation {
                    arguments: vec![Argument::Mapping("{'a': 'A', 'b(c)': 'BC', '': 'empty'}")],
                    mapping: Some(mapping.into()),
                    taken: 0,
                    minor,
                }
                .run(template)
                .record()
            }
            _ => panic!("{name}"),
        }
    });
}
