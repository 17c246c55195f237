//! `int(x)`, `str(x)`, `list(x)` and their like.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::frame::Then;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::names;
use crate::machine::object::{Payload, Text};
use crate::machine::text::codec::{Encoding, decode, encode};
use crate::machine::text::float_text::parse_float;
use crate::machine::text::integer_text::{integer_from_float, parse_integer};
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;
use std::rc::Rc;

pub fn register(builder: &mut Builder) {
    builder.constructor(classes::INT, int_new);
    builder.constructor(classes::BOOL, bool_new);
    builder.constructor(classes::FLOAT, float_new);
    builder.constructor(classes::STR, str_new);
    builder.constructor(classes::BYTES, bytes_new);
    builder.constructor(classes::BYTEARRAY, bytearray_new);
    builder.constructor(classes::LIST, list_new);
    builder.constructor(classes::TUPLE, tuple_new);
    builder.constructor(classes::SET, set_new);
    builder.constructor(classes::FROZENSET, frozenset_new);
    builder.constructor(classes::DICT, dict_new);
    builder.method(classes::LIST, "__init__", super_init);
    builder.method(classes::DICT, "__init__", dict_init);
    builder.method(classes::SET, "__init__", super_init);
}

fn class_argument(machine: &Machine, arguments: &Arguments) -> ObjectId {
    machine.as_class(arguments.get(0)).unwrap_or(classes::OBJECT)
}

/// A number as an instance of a class: itself for the built-in one.
fn number_of(machine: &mut Machine, class: ObjectId, number: Value) -> Value {
    if [classes::INT, classes::FLOAT, classes::BOOL].contains(&class) {
        return number;
    }
    match machine.payload(number) {
        Some(Payload::BigInt(big)) => {
            let big = big.clone();
            machine.allocate(class, Payload::BigInt(big))
        }
        _ => machine.allocate(class, Payload::Number(number)),
    }
}

/// The base of `int(text, base)`; one that does not fit is refused with those that are out of range.
fn base_argument(machine: &mut Machine, base: Value) -> Result<i64> {
    match (machine.as_int(base), machine.as_big(base)) {
        (Some(base), _) => Ok(base),
        (None, Some(_)) => machine.value_error("int() base must be >= 2 and <= 36, or 0"),
        (None, None) => {
            let name = machine.type_name(base);
            machine.type_error(&format!("'{name}' object cannot be interpreted as an integer"))
        }
    }
}

fn int_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let class = class_argument(machine, &arguments);
    let [value, base] = arguments.bind(machine, "int", ["x", "base"], 0, 1)?;
    if !value.is_bound() {
        return Ok(Flow::Value(number_of(machine, class, Value::Int(0))));
    }
    let minor = machine.settings.python.0;
    if let Some(text) = machine.as_str(value).cloned() {
        let base = if base.is_bound() { base_argument(machine, base)? } else { 10 };
        if base != 0 && !(2..=36).contains(&base) {
            return machine.value_error("int() base must be >= 2 and <= 36, or 0");
        }
        return match parse_integer(&text, base as u32, minor) {
            Ok(number) => {
                let number = machine.integer(number);
                Ok(Flow::Value(number_of(machine, class, number)))
            }
            Err(error) => machine.text_error(error),
        };
    }
    if base.is_bound() {
        base_argument(machine, base)?;
        return machine.type_error("int() can't convert non-string with explicit base");
    }
    for (name, label) in [(names::INT, "__int__"), (names::INDEX, "__index__")] {
        if name == names::INDEX && machine.as_big(value).is_some() {
            continue;
        }
        if let Some(method) = machine.lookup_overridden(machine.class_of(value), name) {
            return Ok(Flow::Call {
                callable: method,
                arguments: Arguments::positional(&[value]),
                then: Then::Integer(label),
            });
        }
    }
    if let Value::Float(number) = machine.number(value) {
        return match integer_from_float(number) {
            Ok(number) => {
                let number = machine.integer(number);
                Ok(Flow::Value(number_of(machine, class, number)))
            }
            Err(error) => machine.text_error(error),
        };
    }
    if let Some(number) = machine.as_big(value) {
        let number = machine.integer(number);
        return Ok(Flow::Value(number_of(machine, class, number)));
    }
    if let Some(Payload::Bytes(bytes)) = machine.payload(value) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return match parse_integer(&text, 10, minor) {
            Ok(number) => Ok(Flow::Value(machine.integer(number))),
            Err(_) => {
                let shown = machine.plain_repr(value)?.unwrap_or_default();
                machine.value_error(&format!("invalid literal for int() with base 10: {shown}"))
            }
        };
    }
    let name = machine.type_name(value);
    let number = if machine.is_at_least(10) { "a real number" } else { "a number" };
    machine.type_error(&format!("int() argument must be a string, a bytes-like object or {number}, not '{name}'"))
}

fn bool_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [value] = arguments.bind(machine, "bool", ["x"], 0, 1)?;
    match machine.truth(value)? {
        Some(truth) => Ok(Flow::Value(Value::Bool(truth))),
        None => machine.truth_by_method(value, Then::TruthAgain),
    }
}

fn float_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let class = class_argument(machine, &arguments);
    let [value] = arguments.bind(machine, "float", ["x"], 0, 1)?;
    if !value.is_bound() {
        return Ok(Flow::Value(number_of(machine, class, Value::Float(0.0))));
    }
    let bytes = match machine.payload(value) {
        Some(Payload::Bytes(bytes)) => Some(bytes.to_vec()),
        Some(Payload::ByteArray(bytes)) => Some(bytes.clone()),
        _ => None,
    };
    let bytes_as_text = bytes.map(|bytes| std::rc::Rc::<str>::from(String::from_utf8_lossy(&bytes)));
    if let Some(text) = machine.as_str(value).cloned().or(bytes_as_text) {
        return match parse_float(&text, machine.settings.python.0) {
            Ok(number) => Ok(Flow::Value(number_of(machine, class, Value::Float(number)))),
            Err(error) => machine.text_error(error),
        };
    }
    if machine.lookup_overridden(machine.class_of(value), names::FLOAT).is_some() {
        return Ok(machine.internal("float_by_method", &[value]));
    }
    match machine.as_float(value) {
        Some(number) if number.is_infinite() && machine.as_big(value).is_some() => {
            Err(machine.raise(classes::OVERFLOW_ERROR, "int too large to convert to float"))
        }
        Some(number) => Ok(Flow::Value(number_of(machine, class, Value::Float(number)))),
        None if machine.has_own_index(value) => {
            let function = machine.str("float");
            Ok(machine.internal("apply_to_index", &[value, function]))
        }
        None => {
            let name = machine.type_name(value);
            let number = if machine.is_at_least(10) { "a real number" } else { "a number" };
            machine.type_error(&format!("float() argument must be a string or {number}, not '{name}'"))
        }
    }
}

fn str_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let class = class_argument(machine, &arguments);
    let [value, encoding, errors] = arguments.bind(machine, "str", ["object", "encoding", "errors"], 0, 1)?;
    if !value.is_bound() {
        let text = machine.str("");
        return Ok(Flow::Value(as_subclass(machine, class, text)));
    }
    if encoding.is_bound() || errors.is_bound() {
        let (encoding, errors) = codec(machine, "str", encoding, errors)?;
        let bytes = match machine.payload(value) {
            Some(Payload::Bytes(bytes)) => bytes.to_vec(),
            Some(Payload::ByteArray(bytes)) => bytes.clone(),
            Some(Payload::Str(_)) => return machine.type_error("decoding str is not supported"),
            _ => {
                let name = machine.type_name(value);
                return machine.type_error(&format!("decoding to str: need a bytes-like object, {name} found"));
            }
        };
        let decoded = Encoding::named(&encoding).and_then(|encoding| decode(&bytes, encoding, &errors));
        return match decoded {
            Ok(text) => {
                let text = machine.text(text.into());
                Ok(Flow::Value(as_subclass(machine, class, text)))
            }
            Err(error) => machine.text_error(error),
        };
    }
    match machine.to_str(value)? {
        Flow::Value(text) => Ok(Flow::Value(as_subclass(machine, class, text))),
        flow if class == classes::STR => Ok(flow),
        _ => Ok(machine.internal("str_of_subclass", &[Value::Object(class), value])),
    }
}

/// The names of an encoding and of an error handler, with their defaults.
fn codec(machine: &mut Machine, function: &str, encoding: Value, errors: Value) -> Result<(Rc<str>, Rc<str>)> {
    let mut part = |value: Value, what: &str, default: &str| match machine.as_str(value).cloned() {
        Some(text) => Ok(text),
        None if !value.is_bound() => Ok(Rc::from(default)),
        None => {
            let name = machine.type_name(value);
            machine.type_error(&format!("{function}() argument '{what}' must be str, not {name}"))
        }
    };
    Ok((part(encoding, "encoding", "utf-8")?, part(errors, "errors", "strict")?))
}

/// The bytes of a text for `bytes(text, encoding)`; None when the first argument is no text and nothing else is given.
fn encoded(machine: &mut Machine, function: &str, [value, encoding, errors]: [Value; 3]) -> Result<Option<Vec<u8>>> {
    let text = machine.as_str(value).cloned();
    if !encoding.is_bound() && !errors.is_bound() {
        return match text {
            Some(_) => machine.type_error("string argument without an encoding"),
            None => Ok(None),
        };
    }
    let without = if encoding.is_bound() { "encoding" } else { "errors" };
    let (encoding, errors) = codec(machine, function, encoding, errors)?;
    let Some(text) = text else {
        return machine.type_error(&format!("{without} without a string argument"));
    };
    match Encoding::named(&encoding).and_then(|encoding| encode(&text, encoding, &errors)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) => machine.text_error(error),
    }
}

fn as_subclass(machine: &mut Machine, class: ObjectId, text: Value) -> Value {
    match machine.as_str(text).cloned() {
        Some(text) if class != classes::STR => machine.allocate(class, Payload::Str(Text::new(text))),
        _ => text,
    }
}

fn byte_items(machine: &mut Machine, value: Value, kind: &str) -> Result<Option<Vec<u8>>> {
    if !value.is_bound() {
        return Ok(Some(Vec::new()));
    }
    match machine.payload(value) {
        Some(Payload::Bytes(bytes)) => return Ok(Some(bytes.to_vec())),
        Some(Payload::ByteArray(bytes)) => return Ok(Some(bytes.clone())),
        _ => {}
    }
    if let Some(count) = machine.as_int(value) {
        if count < 0 {
            return machine.value_error("negative count");
        }
        crate::machine::containers::check_length(count as usize)?;
        return Ok(Some(vec![0; count as usize]));
    }
    if !machine.can_be_iterated(value) {
        let name = machine.type_name(value);
        return machine.type_error(&format!("cannot convert '{name}' object to {kind}"));
    }
    let Some(items) = machine.items_of(value)? else { return Ok(None) };
    let mut bytes = Vec::with_capacity(items.len());
    for item in items {
        match machine.as_int(item) {
            Some(byte @ 0..=255) => bytes.push(byte as u8),
            Some(_) => {
                let noun = if kind == "bytearray" { "byte" } else { "bytes" };
                return machine.value_error(&format!("{noun} must be in range(0, 256)"));
            }
            None => {
                let name = machine.type_name(item);
                return machine.type_error(&format!("'{name}' object cannot be interpreted as an integer"));
            }
        }
    }
    Ok(Some(bytes))
}

fn bytes_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let given = arguments.bind(machine, "bytes", ["source", "encoding", "errors"], 0, 1)?;
    if let Some(bytes) = encoded(machine, "bytes", given)? {
        return Ok(Flow::Value(machine.bytes(&bytes)));
    }
    let [value, ..] = given;
    let own = machine.intern("__bytes__");
    if let Some(method) = machine.lookup_overridden(machine.class_of(value), own) {
        return Ok(machine.internal("bytes_by_method", &[value, method]));
    }
    if machine.has_own_index(value) {
        return Ok(machine.internal("bytes_by_index", &[Value::Object(classes::BYTES), value]));
    }
    match byte_items(machine, value, "bytes")? {
        Some(bytes) => Ok(Flow::Value(machine.bytes(&bytes))),
        None => Ok(machine.internal("construct_from_items", &[Value::Object(classes::BYTES), value])),
    }
}

fn bytearray_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let given = arguments.bind(machine, "bytearray", ["source", "encoding", "errors"], 0, 1)?;
    if let Some(bytes) = encoded(machine, "bytearray", given)? {
        return Ok(Flow::Value(machine.allocate(classes::BYTEARRAY, Payload::ByteArray(bytes))));
    }
    let [value, ..] = given;
    if machine.has_own_index(value) {
        return Ok(machine.internal("bytes_by_index", &[Value::Object(classes::BYTEARRAY), value]));
    }
    match byte_items(machine, value, "bytearray")? {
        Some(bytes) => Ok(Flow::Value(machine.allocate(classes::BYTEARRAY, Payload::ByteArray(bytes)))),
        None => Ok(machine.internal("construct_from_items", &[Value::Object(classes::BYTEARRAY), value])),
    }
}

/// The items of the argument; None: the library's Python has to collect them and comes back with a list.
fn collected(
    machine: &mut Machine,
    arguments: &Arguments,
    what: &str,
) -> Result<std::result::Result<Vec<Value>, Flow>> {
    let given = arguments.positional.len().saturating_sub(1);
    if given > 1 {
        return machine.type_error(&format!("{what} expected at most 1 argument, got {given}"));
    }
    let value = arguments.get(1);
    if !value.is_bound() {
        return Ok(Ok(Vec::new()));
    }
    match machine.items_of(value)? {
        Some(items) => Ok(Ok(items)),
        None => Ok(Err(machine.internal("construct_from_items", &[arguments.get(0), value]))),
    }
}

fn list_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let class = class_argument(machine, &arguments);
    // A subclass with its own `__init__` is filled there.
    if machine.lookup_overridden(class, names::INIT).is_some() {
        return Ok(Flow::Value(machine.allocate(class, Payload::List(Vec::new()))));
    }
    match collected(machine, &arguments, "list")? {
        Ok(items) => Ok(Flow::Value(machine.allocate(class, Payload::List(items)))),
        Err(flow) => Ok(flow),
    }
}

fn tuple_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let class = class_argument(machine, &arguments);
    match collected(machine, &arguments, "tuple")? {
        Ok(items) => Ok(Flow::Value(machine.allocate(class, Payload::Tuple(items.into())))),
        Err(flow) => Ok(flow),
    }
}

/// Members with their own `__hash__`: those of a set are taken over as they are, others are hashed in Python.
fn own_members(machine: &mut Machine, arguments: &Arguments, class: ObjectId, items: &[Value]) -> Option<Flow> {
    if !items.iter().any(|&item| machine.has_own_hash(item)) {
        return None;
    }
    if let Some(Payload::Set(set) | Payload::FrozenSet(set)) = machine.payload(arguments.get(1)) {
        let set = set.clone();
        let is_frozen = machine.is_subclass(class, classes::FROZENSET);
        let payload = if is_frozen { Payload::FrozenSet(set) } else { Payload::Set(set) };
        return Some(Flow::Value(machine.allocate(class, payload)));
    }
    let items = machine.list(items.to_vec());
    Some(machine.internal("set_of_class", &[Value::Object(class), items]))
}

fn set_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let class = class_argument(machine, &arguments);
    if machine.lookup_overridden(class, names::INIT).is_some() {
        return Ok(Flow::Value(machine.allocate(class, Payload::Set(Box::default()))));
    }
    match collected(machine, &arguments, "set")? {
        Ok(items) => {
            if let Some(flow) = own_members(machine, &arguments, class, &items) {
                return Ok(flow);
            }
            let set = machine.new_set(&items)?;
            Ok(Flow::Value(machine.allocate(class, Payload::Set(Box::new(set)))))
        }
        Err(flow) => Ok(flow),
    }
}

fn frozenset_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let class = class_argument(machine, &arguments);
    match collected(machine, &arguments, "frozenset")? {
        Ok(items) => {
            if let Some(flow) = own_members(machine, &arguments, class, &items) {
                return Ok(flow);
            }
            let set = machine.new_set(&items)?;
            Ok(Flow::Value(machine.allocate(class, Payload::FrozenSet(Box::new(set)))))
        }
        Err(flow) => Ok(flow),
    }
}

fn dict_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let class = class_argument(machine, &arguments);
    if arguments.positional.len() > 2 && machine.lookup_overridden(class, names::INIT).is_none() {
        let given = arguments.positional.len() - 1;
        return machine.type_error(&format!("dict expected at most 1 argument, got {given}"));
    }
    let dict = machine.allocate(class, Payload::Dict(Box::default()));
    // A subclass with its own `__init__` is filled there.
    if machine.lookup_overridden(class, names::INIT).is_some() {
        return Ok(Flow::Value(dict));
    }
    fill_dict(machine, dict, &arguments, Then::PushInstead(dict)).map(|flow| flow.unwrap_or(Flow::Value(dict)))
}

fn dict_init(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let dict = arguments.get(0);
    fill_dict(machine, dict, &arguments, Then::PushInstead(Value::None))
        .map(|flow| flow.unwrap_or(Flow::Value(Value::None)))
}

/// `dict(mapping_or_pairs, **keywords)`; a flow when the library's Python has to do it.
fn fill_dict(machine: &mut Machine, dict: Value, arguments: &Arguments, then: Then) -> Result<Option<Flow>> {
    let source = arguments.get(1);
    match machine.payload(source) {
        None | Some(Payload::Dict(_)) if !source.is_bound() || machine.payload(source).is_some() => {
            for entry in machine.dict_entries(source) {
                machine.dict_put(dict, entry)?;
            }
            for &(name, value) in &arguments.keywords {
                let name = machine.name_value(name);
                machine.dict_set(dict, name, value)?;
            }
            Ok(None)
        }
        _ => {
            let function = machine.library_function("dict_fill");
            let mut call = Arguments::positional(&[dict, source]);
            call.keywords = arguments.keywords.clone();
            Ok(Some(Flow::Call { callable: function, arguments: call, then }))
        }
    }
}

/// `list.__init__(self, items)`: fills a list or set that a subclass's `__init__` passes on.
fn super_init(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let target = arguments.get(0);
    if !arguments.get(1).is_bound() {
        return Ok(Flow::Value(Value::None));
    }
    let Some(items) = machine.items_of(arguments.get(1))? else {
        return Ok(machine.internal("refill", &[target, arguments.get(1)]));
    };
    let set =
        if matches!(machine.payload(target), Some(Payload::Set(_))) { Some(machine.new_set(&items)?) } else { None };
    if let Value::Object(id) = target {
        match (&mut machine.heap.get_mut(id).payload, set) {
            (Payload::List(list), _) => *list = items,
            (Payload::Set(members), Some(set)) => **members = set,
            _ => {}
        }
    }
    Ok(Flow::Value(Value::None))
}
