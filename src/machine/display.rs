//! `str()`, `repr()` and `format()` of built-in values. Where a user-defined method has a say in a part of the value, the
//! library's Python takes over.

use super::arguments::Arguments;
use super::classes;
use super::exception::{Fault, Result};
use super::frame::Then;
use super::heap::ObjectId;
use super::library::Flow;
use super::limits::{Limit, NESTING_LIMIT};
use super::names;
use super::object::{DictPart, Payload};
use super::process::Machine;
use super::text::error::{INTEGER_TOO_LARGE, NOT_SUPPORTED, TextError};
use super::text::float_text::float_repr;
use super::text::format_number::{format_float, format_integer};
use super::text::format_text::format_string;
use super::text::integer_text::integer_repr;
use super::text::repr::{bytes_repr, escape_non_ascii, string_repr};
use super::value::Value;
use crate::program::op::Conversion;
use num_bigint::BigInt;
use std::rc::Rc;

impl Machine {
    /// The exception that an operation on text or numbers raises; or what cannot be done here at all.
    pub fn text_error<T>(&mut self, error: TextError) -> Result<T> {
        match error.exception {
            NOT_SUPPORTED => return Err(Fault::NotSupported(error.message)),
            // CPython would have found the room: it is this simulator's bound that was met.
            INTEGER_TOO_LARGE => return Err(Fault::Limit(Limit::Integer)),
            "MemoryError" => return Err(Fault::Limit(Limit::Memory)),
            _ => {}
        }
        let class = self.exception_class(error.exception);
        match error.uncoded {
            Some(uncoded) => Err(self.codec_error(class, *uncoded)),
            None => Err(self.raise(class, &error.message)),
        }
    }

    /// A built-in exception class by name.
    pub fn exception_class(&self, name: &str) -> ObjectId {
        classes::builtin_names().find(|&(known, _)| known == name).map_or(classes::RUNTIME_ERROR, |(_, id)| id)
    }

    // --- repr ----------------------------------------------------------------------------------------------------------

    /// `repr(value)`.
    pub fn repr(&mut self, value: Value) -> Result<Flow> {
        if let Value::Int(number) = value {
            return Ok(Flow::Value(self.text(number.to_string().into())));
        }
        let class = self.class_of(value);
        if let Some(method) = self.lookup_overridden(class, names::REPR) {
            return Ok(Flow::Call {
                callable: method,
                arguments: Arguments::positional(&[value]),
                then: Then::Text("__repr__"),
            });
        }
        let mut text = String::new();
        match self.write_repr(value, &mut text, &mut Vec::new())? {
            true => Ok(Flow::Value(self.text(text.into()))),
            false => Ok(self.internal("repr_by_parts", &[value])),
        }
    }

    /// The repr when no user code is needed for it.
    pub fn plain_repr(&mut self, value: Value) -> Result<Option<String>> {
        if self.lookup_overridden(self.class_of(value), names::REPR).is_some() {
            return Ok(None);
        }
        let mut text = String::new();
        Ok(self.write_repr(value, &mut text, &mut Vec::new())?.then_some(text))
    }

    /// The repr that the built-in part of an object has, for `super().__repr__()`.
    pub fn base_repr(&mut self, value: Value) -> Result<String> {
        let mut text = String::new();
        self.write_repr(value, &mut text, &mut Vec::new()).map(|_| text)
    }

    /// Appends the repr; false: a part of it has its own `__repr__`.
    fn write_repr(&self, value: Value, out: &mut String, outer: &mut Vec<ObjectId>) -> Result<bool> {
        super::containers::check_length(out.len())?;
        let class = self.class_of(value);
        if !outer.is_empty() && self.lookup_overridden(class, names::REPR).is_some() {
            return Ok(false);
        }
        let Value::Object(id) = value else {
            match value {
                Value::None | Value::Unbound => out.push_str("None"),
                Value::Bool(truth) => out.push_str(if truth { "True" } else { "False" }),
                Value::Int(number) => out.push_str(&number.to_string()),
                Value::Float(number) => out.push_str(&float_repr(number)),
                Value::NotImplemented => out.push_str("NotImplemented"),
                Value::Ellipsis => out.push_str("Ellipsis"),
                Value::Native(native) => {
                    out.push_str(&self.describe_native(native));
                }
                Value::Object(_) => {}
            }
            return Ok(true);
        };
        let object = self.heap.get(id);
        let is_container = matches!(
            object.payload,
            Payload::List(_)
                | Payload::Tuple(_)
                | Payload::Dict(_)
                | Payload::Set(_)
                | Payload::FrozenSet(_)
                | Payload::DictView(..)
        );
        if is_container {
            if outer.contains(&id) {
                out.push_str(match object.payload {
                    Payload::List(_) => "[...]",
                    Payload::Dict(_) => "{...}",
                    Payload::Tuple(_) => "(...)",
                    _ => "...",
                });
                return Ok(true);
            }
            if outer.len() >= NESTING_LIMIT {
                return Err(Fault::NotSupported("showing a container nested more than 200 deep".to_owned()));
            }
            outer.push(id);
        }
        let complete = match &object.payload {
            Payload::Str(text) => {
                out.push_str(&string_repr(&text.text));
                true
            }
            Payload::Bytes(bytes) => {
                out.push_str(&bytes_repr(bytes));
                true
            }
            Payload::ByteArray(bytes) => {
                out.push_str(&format!("bytearray({})", bytes_repr(bytes)));
                true
            }
            Payload::BigInt(number) => match integer_repr(number, self.settings.python.0) {
                Ok(text) => {
                    out.push_str(&text);
                    true
                }
                Err(_) => false, // Too many digits: the library's Python raises the error.
            },
            Payload::Number(number) => self.write_repr(*number, out, outer)?,
            Payload::List(items) => self.write_items(items, "[", "]", out, outer)?,
            Payload::Tuple(items) => {
                let close = if items.len() == 1 { ",)" } else { ")" };
                self.write_items(items, "(", close, out, outer)?
            }
            Payload::Set(set) => {
                if set.is_empty() {
                    out.push_str(&format!("{}()", self.class(class).name));
                    true
                } else {
                    let items: Vec<Value> = set.iter().map(|(_, key)| key).collect();
                    if class == classes::SET {
                        self.write_items(&items, "{", "}", out, outer)?
                    } else {
                        self.write_items(&items, &format!("{}({{", self.class(class).name), "})", out, outer)?
                    }
                }
            }
            Payload::FrozenSet(set) => {
                let name = self.class(class).name.clone();
                if set.is_empty() {
                    out.push_str(&format!("{name}()"));
                    true
                } else {
                    let items: Vec<Value> = set.iter().map(|(_, key)| key).collect();
                    self.write_items(&items, &format!("{name}({{"), "})", out, outer)?
                }
            }
            Payload::Dict(dict) => {
                out.push('{');
                let mut complete = true;
                for (at, entry) in dict.iter().enumerate() {
                    if at > 0 {
                        out.push_str(", ");
                    }
                    complete &= self.write_repr(entry.key, out, outer)?;
                    out.push_str(": ");
                    complete &= self.write_repr(entry.value, out, outer)?;
                    if !complete {
                        break;
                    }
                }
                out.push('}');
                complete
            }
            Payload::DictView(part, dict) => {
                let items: Vec<Value> = match (&self.heap.get(*dict).payload, part) {
                    (Payload::Dict(dict), DictPart::Keys) => dict.iter().map(|entry| entry.key).collect(),
                    (Payload::Dict(dict), DictPart::Values) => dict.iter().map(|entry| entry.value).collect(),
                    (Payload::Dict(dict), DictPart::Items) => {
                        out.push_str("dict_items([");
                        let mut complete = true;
                        for (at, entry) in dict.iter().enumerate() {
                            if at > 0 {
                                out.push_str(", ");
                            }
                            complete &= self.write_items(&[entry.key, entry.value], "(", ")", out, outer)?;
                        }
                        out.push_str("])");
                        outer.pop();
                        return Ok(complete);
                    }
                    _ => Vec::new(),
                };
                let name = if *part == DictPart::Keys { "dict_keys" } else { "dict_values" };
                self.write_items(&items, &format!("{name}(["), "])", out, outer)?
            }
            Payload::Namespace(owner) => {
                out.push('{');
                let mut complete = true;
                for (at, (name, value)) in self.namespace_entries(*owner).into_iter().enumerate() {
                    if at > 0 {
                        out.push_str(", ");
                    }
                    out.push_str(&string_repr(self.program.symbols.name(name)));
                    out.push_str(": ");
                    if outer.len() >= NESTING_LIMIT {
                        out.push_str("...");
                        continue;
                    }
                    outer.push(id);
                    complete &= self.write_repr(value, out, outer)?;
                    outer.pop();
                }
                out.push('}');
                complete
            }
            Payload::Range(range) => {
                out.push_str(&if range.step == 1 {
                    format!("range({}, {})", range.start, range.stop)
                } else {
                    format!("range({}, {}, {})", range.start, range.stop, range.step)
                });
                true
            }
            Payload::Slice(parts) => self.write_items(&parts[..], "slice(", ")", out, outer)?,
            Payload::Exception(exception) => {
                out.push_str(&self.class(class).name);
                let close = if exception.arguments.len() == 1 && !self.is_at_least(7) { ",)" } else { ")" };
                outer.push(id);
                let count = self.shown_arguments(value, exception);
                let complete = self.write_items(&exception.arguments[..count], "(", close, out, outer)?;
                outer.pop();
                complete
            }
            payload => {
                out.push_str(&self.describe(value, id, payload));
                true
            }
        };
        if is_container {
            outer.pop();
        }
        Ok(complete)
    }

    fn write_items(
        &self,
        items: &[Value],
        open: &str,
        close: &str,
        out: &mut String,
        outer: &mut Vec<ObjectId>,
    ) -> Result<bool> {
        out.push_str(open);
        for (at, &item) in items.iter().enumerate() {
            if at > 0 {
                out.push_str(", ");
            }
            // Parts of a value are looked at as such even where the value is no container.
            let marked = outer.is_empty();
            if marked {
                outer.push(ObjectId(u32::MAX));
            }
            let complete = self.write_repr(item, out, outer)?;
            if marked {
                outer.pop();
            }
            if !complete {
                return Ok(false);
            }
        }
        out.push_str(close);
        Ok(true)
    }

    /// The `<…>` form of functions, classes, modules and plain objects.
    fn describe(&self, value: Value, id: ObjectId, payload: &Payload) -> String {
        let address = self.address(value);
        let text = |value: Value| self.as_str(value).map(|text| text.to_string()).unwrap_or_default();
        match payload {
            Payload::Function(function) => format!("<function {} at {address:#x}>", text(function.qualified_name)),
            Payload::Class(class) => match &*class.module {
                "builtins" => format!("<class '{}'>", class.qualified_name),
                module => format!("<class '{module}.{}'>", class.qualified_name),
            },
            Payload::Module(name) => match &**name {
                "__main__" => "<module '__main__'>".to_owned(),
                "builtins" | "sys" | "time" | "_thread" | "itertools" | "gc" | "errno" | "atexit" => {
                    format!("<module '{name}' (built-in)>")
                }
                // One that the program made.
                name if id.0 >= self.library_objects => format!("<module '{name}'>"),
                name => format!("<module '{name}' from '/usr/lib/python{}/{name}.py'>", self.settings.python),
            },
            Payload::BoundMethod { function, receiver } => match *function {
                Value::Native(native) => format!(
                    "<built-in method {} of {} object at {:#x}>",
                    self.library.natives[native.0 as usize].name,
                    self.type_name(*receiver),
                    self.address(*receiver)
                ),
                function => {
                    let name = match self.payload(function) {
                        Some(Payload::Function(function)) => text(function.qualified_name),
                        _ => "?".to_owned(),
                    };
                    let receiver = match self.as_class(*receiver) {
                        Some(class) => self.describe(*receiver, class, &self.heap.get(class).payload),
                        None => self.default_repr(*receiver),
                    };
                    format!("<bound method {name} of {receiver}>")
                }
            },
            Payload::Generator(generator) if self.class_of(value) == classes::GENERATOR => {
                format!("<generator object {} at {address:#x}>", generator.name)
            }
            Payload::Handle(index) if self.class_of(value) == classes::LOCK => {
                let state = if self.syncs[*index as usize].held > 0 { "locked" } else { "unlocked" };
                format!("<{state} _thread.lock object at {address:#x}>")
            }
            Payload::Handle(index) if self.class_of(value) == classes::RLOCK => {
                let sync = &self.syncs[*index as usize];
                let state = if sync.held > 0 { "locked" } else { "unlocked" };
                let owner = sync.owner.map_or(0, |owner| self.identifier(owner));
                format!("<{state} _thread.RLock object owner={owner} count={} at {address:#x}>", sync.held)
            }
            _ => {
                let _ = id;
                self.default_repr(value)
            }
        }
    }

    /// `<__main__.Worker object at 0x…>`.
    pub fn default_repr(&self, value: Value) -> String {
        let class = self.class(self.class_of(value));
        let address = self.address(value);
        match &*class.module {
            "builtins" => format!("<{} object at {address:#x}>", class.qualified_name),
            module => format!("<{module}.{} object at {address:#x}>", class.qualified_name),
        }
    }

    // --- str -----------------------------------------------------------------------------------------------------------

    /// `str(value)`.
    pub fn to_str(&mut self, value: Value) -> Result<Flow> {
        if let Some(Payload::Str(_)) = self.payload(value)
            && self.class_of(value) == classes::STR
        {
            return Ok(Flow::Value(value));
        }
        if let Value::Int(_) = value {
            return self.repr(value);
        }
        let class = self.class_of(value);
        if self.class(class).is_user {
            for (name, label) in [(names::STR, "__str__"), (names::REPR, "__repr__")] {
                if let Some(method) = self.lookup_overridden(class, name) {
                    return Ok(Flow::Call {
                        callable: method,
                        arguments: Arguments::positional(&[value]),
                        then: Then::Text(label),
                    });
                }
                if let (names::STR, Some(Payload::Exception(_) | Payload::Str(_))) = (name, self.payload(value)) {
                    break;
                }
            }
        }
        match self.payload(value) {
            Some(Payload::Str(text)) => {
                let text = text.text.clone();
                Ok(Flow::Value(self.text(text)))
            }
            Some(Payload::Exception(exception)) => {
                let arguments = exception.arguments.clone();
                if self.is_instance(value, classes::KEY_ERROR) && arguments.len() == 1 {
                    return self.repr(arguments[0]);
                }
                if self.is_instance(value, classes::OS_ERROR) && (2..=5).contains(&arguments.len()) {
                    return Ok(self.internal("os_error_text", &[value]));
                }
                if let Some(text) = self.codec_error_text(value, &arguments) {
                    return Ok(Flow::Value(self.str(&text)));
                }
                match arguments[..] {
                    [] => Ok(Flow::Value(self.str(""))),
                    [one] => self.to_str(one),
                    _ => {
                        let arguments = self.tuple(arguments);
                        self.repr(arguments)
                    }
                }
            }
            _ => self.repr(value),
        }
    }

    /// The text when no user code is needed for it.
    pub fn plain_str(&mut self, value: Value) -> Result<Option<Rc<str>>> {
        if let Some(text) = self.as_str(value)
            && self.class_of(value) == classes::STR
        {
            return Ok(Some(text.clone()));
        }
        match self.to_str(value)? {
            Flow::Value(text) => Ok(self.as_str(text).cloned()),
            _ => Ok(None),
        }
    }

    // --- format --------------------------------------------------------------------------------------------------------

    /// `f"{value!conversion:specification}"`.
    pub fn format_value(&mut self, value: Value, conversion: Conversion, specification: Value) -> Result<Flow> {
        let flow = match conversion {
            Conversion::None => return self.format(value, specification),
            Conversion::Str => self.to_str(value)?,
            Conversion::Repr => self.repr(value)?,
            Conversion::Ascii => match self.plain_repr(value)? {
                Some(text) => Flow::Value(self.str(&escape_non_ascii(&text))),
                None => self.internal("ascii_by_parts", &[value]),
            },
        };
        match flow {
            Flow::Value(text) => self.format(text, specification),
            flow if !specification.is_bound() => Ok(flow),
            _ => {
                let kind = self.str(match conversion {
                    Conversion::Str => "s",
                    Conversion::Repr => "r",
                    _ => "a",
                });
                Ok(self.internal("format_converted", &[value, kind, specification]))
            }
        }
    }

    /// `format(value, specification)`.
    pub fn format(&mut self, value: Value, specification: Value) -> Result<Flow> {
        let class = self.class_of(value);
        if self.class(class).is_user
            && let Some(method) = self.lookup_overridden(class, names::FORMAT)
        {
            let specification = if specification.is_bound() { specification } else { self.str("") };
            return Ok(Flow::Call {
                callable: method,
                arguments: Arguments::positional(&[value, specification]),
                then: Then::Text("__format__"),
            });
        }
        let text = if specification.is_bound() { self.as_str(specification).cloned() } else { None };
        let Some(text) = text.filter(|text| !text.is_empty()) else { return self.to_str(value) };
        let minor = self.settings.python.0;
        let name = self.type_name(value);
        let number = self.number(value);
        let formatted = match (number, self.payload(number)) {
            (Value::Float(number), _) => format_float(number, &text, &name, minor),
            (Value::Int(number), _) => format_integer(&BigInt::from(number), &text, &name, minor),
            (Value::Bool(truth), _) => format_integer(&BigInt::from(truth as u8), &text, &name, minor),
            (_, Some(Payload::BigInt(number))) => format_integer(number, &text, &name, minor),
            (_, Some(Payload::Str(string))) => format_string(&string.text, &text, &name, minor),
            _ => {
                return self.type_error(&format!("unsupported format string passed to {name}.__format__"));
            }
        };
        match formatted {
            Ok(text) => Ok(Flow::Value(self.text(text.into()))),
            Err(error) => self.text_error(error),
        }
    }
}
