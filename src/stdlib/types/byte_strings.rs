//! Methods of `bytes` and `bytearray`.

use super::strings::codec_arguments;
use super::{
    bound_of_search, in_python, no_arguments, of_text, one_argument, position_or_minus_one, text_argument, text_of,
    whole_number, whole_number_or,
};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::containers::check_length;
use crate::machine::exception::Result;
use crate::machine::library::{Flow, NativeFunction};
use crate::machine::object::Payload;
use crate::machine::text::codec::decode;
use crate::machine::text::{TextResult, bytes_methods};
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

/// A method without arguments that makes bytes of bytes.
macro_rules! conversion {
    ($name:literal, $apply:expr) => {
        ($name, |machine, _, arguments| {
            let bytes = receiver(machine, &arguments, $name)?;
            no_arguments(machine, &arguments, "bytes", $name)?;
            let made: Vec<u8> = $apply(&bytes[..]);
            Ok(Flow::Value(like(machine, arguments.get(0), made)))
        })
    };
}

/// A method that does with bytes what that of `str` does with text, each byte taken as a character of Latin-1.
fn by_text(machine: &mut Machine, arguments: &Arguments, method: &'static str) -> Result<Flow> {
    receiver(machine, arguments, method)?;
    let name = machine.str(method);
    let mut all = vec![name];
    all.extend(&arguments.positional);
    Ok(in_python(machine, "bytes_by_text", &all))
}

/// A method without arguments that asks about bytes.
macro_rules! question {
    ($name:literal, $apply:expr) => {
        ($name, |machine, _, arguments| {
            let bytes = receiver(machine, &arguments, $name)?;
            no_arguments(machine, &arguments, "bytes", $name)?;
            Ok(Flow::Value(Value::Bool($apply(&bytes[..]))))
        })
    };
}

pub fn register(builder: &mut Builder) {
    let methods: &[(&'static str, NativeFunction)] = &[
        conversion!("upper", <[u8]>::to_ascii_uppercase),
        conversion!("lower", <[u8]>::to_ascii_lowercase),
        conversion!("title", bytes_methods::title),
        conversion!("capitalize", bytes_methods::capitalize),
        conversion!("swapcase", bytes_methods::swapcase),
        question!("isspace", bytes_methods::isspace),
        question!("isalpha", bytes_methods::isalpha),
        question!("isdigit", bytes_methods::isdigit),
        question!("isalnum", bytes_methods::isalnum),
        question!("isupper", bytes_methods::isupper),
        question!("islower", bytes_methods::islower),
        question!("isascii", <[u8]>::is_ascii),
        ("split", |machine, _, arguments| split(machine, &arguments, "split", bytes_methods::split)),
        ("rsplit", |machine, _, arguments| split(machine, &arguments, "rsplit", bytes_methods::rsplit)),
        ("splitlines", splitlines),
        ("strip", |machine, _, arguments| strip(machine, &arguments, "strip", bytes_methods::strip)),
        ("lstrip", |machine, _, arguments| strip(machine, &arguments, "lstrip", bytes_methods::lstrip)),
        ("rstrip", |machine, _, arguments| strip(machine, &arguments, "rstrip", bytes_methods::rstrip)),
        ("find", |machine, _, arguments| find(machine, &arguments, "find", bytes_methods::find)),
        ("rfind", |machine, _, arguments| find(machine, &arguments, "rfind", bytes_methods::rfind)),
        ("index", |machine, _, arguments| index(machine, &arguments, "index", bytes_methods::find)),
        ("rindex", |machine, _, arguments| index(machine, &arguments, "rindex", bytes_methods::rfind)),
        ("count", count),
        ("startswith", |machine, _, arguments| affix(machine, &arguments, "startswith", bytes_methods::startswith)),
        ("endswith", |machine, _, arguments| affix(machine, &arguments, "endswith", bytes_methods::endswith)),
        ("replace", replace),
        ("join", join),
        ("decode", decode_method),
        ("hex", hex),
        ("partition", |machine, _, arguments| by_text(machine, &arguments, "partition")),
        ("rpartition", |machine, _, arguments| by_text(machine, &arguments, "rpartition")),
        ("zfill", |machine, _, arguments| by_text(machine, &arguments, "zfill")),
        ("ljust", |machine, _, arguments| by_text(machine, &arguments, "ljust")),
        ("rjust", |machine, _, arguments| by_text(machine, &arguments, "rjust")),
        ("center", |machine, _, arguments| by_text(machine, &arguments, "center")),
        ("expandtabs", |machine, _, arguments| by_text(machine, &arguments, "expandtabs")),
        ("istitle", |machine, _, arguments| by_text(machine, &arguments, "istitle")),
        ("translate", |machine, _, arguments| {
            let [table, delete] = arguments.bind(machine, "translate", ["table", "delete"], 1, 1)?;
            let delete = if delete.is_bound() { delete } else { Value::None };
            Ok(in_python(machine, "bytes_translate", &[arguments.get(0), table, delete]))
        }),
    ];
    let is_at_least_39 = builder.machine.is_at_least(9);
    for class in [classes::BYTES, classes::BYTEARRAY] {
        for &(name, function) in methods {
            builder.method(class, name, function);
        }
        if is_at_least_39 {
            builder.method(class, "removeprefix", |machine, _, arguments| by_text(machine, &arguments, "removeprefix"));
            builder.method(class, "removesuffix", |machine, _, arguments| by_text(machine, &arguments, "removesuffix"));
        }
        builder.class_method(class, "maketrans", |machine, _, arguments| {
            Ok(in_python(machine, "bytes_maketrans", arguments.positional.get(1..).unwrap_or_default()))
        });
        builder.class_method(class, "fromhex", fromhex);
    }
    let methods: &[(&'static str, NativeFunction)] = &[
        ("append", append),
        ("extend", extend),
        ("pop", pop),
        ("clear", clear),
        ("copy", copy),
        ("reverse", reverse),
        ("insert", insert),
        ("remove", remove),
    ];
    for &(name, function) in methods {
        builder.method(classes::BYTEARRAY, name, function);
    }
}

/// The content of bytes or a bytearray.
fn content(machine: &Machine, value: Value) -> Option<Vec<u8>> {
    match machine.payload(value) {
        Some(Payload::Bytes(bytes)) => Some(bytes.to_vec()),
        Some(Payload::ByteArray(bytes)) => Some(bytes.clone()),
        _ => None,
    }
}

fn receiver(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<Vec<u8>> {
    match content(machine, arguments.get(0)) {
        Some(bytes) => Ok(bytes),
        None => {
            let name = machine.type_name(arguments.get(0));
            machine.type_error(&format!("descriptor '{method}' for 'bytes' objects doesn't apply to a '{name}' object"))
        }
    }
}

/// Bytes, or a bytearray where the receiver is one.
fn like(machine: &mut Machine, model: Value, bytes: Vec<u8>) -> Value {
    match machine.payload(model) {
        Some(Payload::ByteArray(_)) => machine.allocate(classes::BYTEARRAY, Payload::ByteArray(bytes)),
        _ => machine.bytes(&bytes),
    }
}

fn bytes_like(machine: &mut Machine, value: Value) -> Result<Vec<u8>> {
    match content(machine, value) {
        Some(bytes) => Ok(bytes),
        None => {
            let name = machine.type_name(value);
            machine.type_error(&format!("a bytes-like object is required, not '{name}'"))
        }
    }
}

fn optional_bytes(machine: &mut Machine, value: Value) -> Result<Option<Vec<u8>>> {
    match value {
        Value::None | Value::Unbound => Ok(None),
        given => bytes_like(machine, given).map(Some),
    }
}

fn list_like(machine: &mut Machine, model: Value, parts: Vec<Vec<u8>>) -> Flow {
    let items = parts.into_iter().map(|part| like(machine, model, part)).collect();
    Flow::Value(machine.list(items))
}

type Split = fn(&[u8], Option<&[u8]>, i64) -> TextResult<Vec<Vec<u8>>>;

fn split(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Split) -> Result<Flow> {
    let bytes = receiver(machine, arguments, method)?;
    let [separator, maxsplit] = arguments.bind(machine, method, ["sep", "maxsplit"], 0, 1)?;
    let separator = optional_bytes(machine, separator)?;
    let maxsplit = whole_number_or(machine, maxsplit, -1)?;
    let parts = of_text(machine, apply(&bytes, separator.as_deref(), maxsplit))?;
    Ok(list_like(machine, arguments.get(0), parts))
}

fn splitlines(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let bytes = receiver(machine, &arguments, "splitlines")?;
    let [keep_ends] = arguments.bind(machine, "splitlines", ["keepends"], 0, 1)?;
    let keep_ends = keep_ends.is_bound() && machine.truth(keep_ends)?.unwrap_or(true);
    let parts = bytes_methods::splitlines(&bytes, keep_ends);
    Ok(list_like(machine, arguments.get(0), parts))
}

type Strip = fn(&[u8], Option<&[u8]>) -> Vec<u8>;

fn strip(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Strip) -> Result<Flow> {
    let bytes = receiver(machine, arguments, method)?;
    let [characters] = arguments.bind(machine, method, ["/bytes"], 0, 1)?;
    let characters = optional_bytes(machine, characters)?;
    let stripped = apply(&bytes, characters.as_deref());
    Ok(Flow::Value(like(machine, arguments.get(0), stripped)))
}

type Find = fn(&[u8], &[u8], Option<i64>, Option<i64>) -> Option<usize>;
type Search = (Vec<u8>, Vec<u8>, Option<i64>, Option<i64>);

/// The receiver, what is looked for (bytes or one byte), and where.
fn search_arguments(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<Search> {
    let bytes = receiver(machine, arguments, method)?;
    let [wanted, start, end] = arguments.bind(machine, method, ["/sub", "/start", "/end"], 1, 1)?;
    let wanted = match (content(machine, wanted), machine.as_int(wanted)) {
        (Some(wanted), _) => wanted,
        (None, Some(byte @ 0..=255)) => vec![byte as u8],
        (None, Some(_)) => return machine.value_error("byte must be in range(0, 256)"),
        (None, None) => {
            let name = machine.type_name(wanted);
            return machine.type_error(&format!("argument should be integer or bytes-like object, not '{name}'"));
        }
    };
    Ok((bytes, wanted, bound_of_search(machine, start)?, bound_of_search(machine, end)?))
}

fn find(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Find) -> Result<Flow> {
    let (bytes, wanted, start, end) = search_arguments(machine, arguments, method)?;
    Ok(Flow::Value(position_or_minus_one(apply(&bytes, &wanted, start, end))))
}

fn index(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Find) -> Result<Flow> {
    let (bytes, wanted, start, end) = search_arguments(machine, arguments, method)?;
    match apply(&bytes, &wanted, start, end) {
        Some(at) => Ok(Flow::Value(Value::Int(at as i64))),
        None => machine.text_error(bytes_methods::not_found_error()),
    }
}

fn count(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (bytes, wanted, start, end) = search_arguments(machine, &arguments, "count")?;
    Ok(Flow::Value(Value::Int(bytes_methods::count(&bytes, &wanted, start, end) as i64)))
}

type Affix = fn(&[u8], &[u8], Option<i64>, Option<i64>) -> bool;

fn affix(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Affix) -> Result<Flow> {
    let bytes = receiver(machine, arguments, method)?;
    let [wanted, start, end] = arguments.bind(machine, method, ["/prefix", "/start", "/end"], 1, 1)?;
    let (start, end) = (bound_of_search(machine, start)?, bound_of_search(machine, end)?);
    let candidates = match machine.payload(wanted) {
        Some(Payload::Tuple(items)) => items.to_vec(),
        _ => vec![wanted],
    };
    for candidate in candidates {
        match content(machine, candidate) {
            Some(candidate) if apply(&bytes, &candidate, start, end) => return Ok(Flow::Value(Value::Bool(true))),
            Some(_) => {}
            None => {
                let name = machine.type_name(candidate);
                return machine
                    .type_error(&format!("{method} first arg must be bytes or a tuple of bytes, not {name}"));
            }
        }
    }
    Ok(Flow::Value(Value::Bool(false)))
}

fn replace(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let bytes = receiver(machine, &arguments, "replace")?;
    let [old, new, most] = arguments.bind(machine, "replace", ["/old", "/new", "/count"], 2, 1)?;
    let (old, new) = (bytes_like(machine, old)?, bytes_like(machine, new)?);
    let most = whole_number_or(machine, most, -1)?;
    let made = of_text(machine, bytes_methods::replace(&bytes, &old, &new, most))?;
    Ok(Flow::Value(like(machine, arguments.get(0), made)))
}

fn join(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let separator = receiver(machine, &arguments, "join")?;
    let iterable = one_argument(machine, &arguments, "bytes", "join")?;
    let Some(items) = machine.items_of(iterable)? else {
        return Ok(in_python(machine, "join", &[arguments.get(0), iterable]));
    };
    let mut made = Vec::new();
    for (at, item) in items.into_iter().enumerate() {
        let Some(part) = content(machine, item) else {
            let name = machine.type_name(item);
            return machine.type_error(&format!("sequence item {at}: expected a bytes-like object, {name} found"));
        };
        if at > 0 {
            made.extend_from_slice(&separator);
        }
        made.extend(part);
        check_length(made.len())?;
    }
    Ok(Flow::Value(like(machine, arguments.get(0), made)))
}

fn decode_method(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let bytes = receiver(machine, &arguments, "decode")?;
    let (encoding, errors) = codec_arguments(machine, &arguments, "decode")?;
    let text = of_text(machine, decode(&bytes, encoding, &errors))?;
    Ok(Flow::Value(machine.text(text.into())))
}

fn hex(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let bytes = receiver(machine, &arguments, "hex")?;
    let [separator, group] = arguments.bind(machine, "hex", ["sep", "bytes_per_sep"], 0, 1)?;
    let separator = match separator {
        Value::Unbound => None,
        given => {
            let separator = text_of(machine, given, |_| "sep must be str or bytes.".to_owned())?;
            let mut characters = separator.chars();
            match (characters.next(), characters.next()) {
                (Some(c), None) => Some(c),
                _ => return machine.value_error("sep must be length 1."),
            }
        }
    };
    let group = whole_number_or(machine, group, 1)?;
    Ok(Flow::Value(machine.str(&bytes_methods::hex(&bytes, separator, group))))
}

fn fromhex(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = one_argument(machine, &arguments, "bytes", "fromhex")?;
    let text = text_argument(machine, text, "fromhex() argument")?;
    let bytes = of_text(machine, bytes_methods::fromhex(&text))?;
    if arguments.get(0) == Value::Object(classes::BYTEARRAY) {
        return Ok(Flow::Value(machine.allocate(classes::BYTEARRAY, Payload::ByteArray(bytes))));
    }
    Ok(Flow::Value(machine.bytes(&bytes)))
}

/// The bytes that the items of an iterable are; None when it is none that can be gone through here.
pub fn bytes_of_items(machine: &mut Machine, value: Value) -> Result<Option<Vec<u8>>> {
    if machine.as_str(value).is_some() {
        return Ok(None);
    }
    let Some(items) = machine.items_of(value)? else { return Ok(None) };
    let mut bytes = Vec::with_capacity(items.len());
    for item in items {
        bytes.push(one_byte(machine, item)?);
    }
    Ok(Some(bytes))
}

fn one_byte(machine: &mut Machine, value: Value) -> Result<u8> {
    let number = whole_number(machine, value)?;
    match u8::try_from(number) {
        Ok(byte) => Ok(byte),
        Err(_) => machine.value_error("byte must be in range(0, 256)"),
    }
}

fn array_mut<'a>(machine: &'a mut Machine, array: Value, method: &str) -> Result<&'a mut Vec<u8>> {
    if !matches!(machine.payload(array), Some(Payload::ByteArray(_))) {
        let name = machine.type_name(array);
        return machine
            .type_error(&format!("descriptor '{method}' for 'bytearray' objects doesn't apply to a '{name}' object"));
    }
    match array.object().map(|id| &mut machine.heap.get_mut(id).payload) {
        Some(Payload::ByteArray(bytes)) => Ok(bytes),
        _ => Err(crate::machine::exception::Fault::NotSupported(format!("bytearray.{method} of something else"))),
    }
}

fn append(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let value = one_argument(machine, &arguments, "bytearray", "append")?;
    let byte = one_byte(machine, value)?;
    let bytes = array_mut(machine, arguments.get(0), "append")?;
    check_length(bytes.len())?;
    bytes.push(byte);
    Ok(Flow::Value(Value::None))
}

fn extend(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let value = one_argument(machine, &arguments, "bytearray", "extend")?;
    let new = match content(machine, value) {
        Some(new) => Some(new),
        None => bytes_of_items(machine, value)?,
    };
    let Some(new) = new else { return Ok(in_python(machine, "list_extend", &[arguments.get(0), value])) };
    let bytes = array_mut(machine, arguments.get(0), "extend")?;
    check_length(bytes.len() + new.len())?;
    bytes.extend(new);
    Ok(Flow::Value(Value::None))
}

fn pop(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [at] = arguments.bind(machine, "pop", ["/index"], 0, 1)?;
    let at = whole_number_or(machine, at, -1)?;
    let bytes = array_mut(machine, arguments.get(0), "pop")?;
    let length = bytes.len() as i64;
    if length == 0 {
        return Err(machine.raise(classes::INDEX_ERROR, "pop from empty bytearray"));
    }
    let at = if at < 0 { at.saturating_add(length) } else { at };
    if !(0..length).contains(&at) {
        return Err(machine.raise(classes::INDEX_ERROR, "pop index out of range"));
    }
    Ok(Flow::Value(Value::Int(i64::from(bytes.remove(at as usize)))))
}

fn clear(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let array = no_arguments(machine, &arguments, "bytearray", "clear")?;
    array_mut(machine, array, "clear")?.clear();
    Ok(Flow::Value(Value::None))
}

fn copy(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let array = no_arguments(machine, &arguments, "bytearray", "copy")?;
    let copied = array_mut(machine, array, "copy")?.clone();
    Ok(Flow::Value(machine.allocate(classes::BYTEARRAY, Payload::ByteArray(copied))))
}

fn reverse(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let array = no_arguments(machine, &arguments, "bytearray", "reverse")?;
    array_mut(machine, array, "reverse")?.reverse();
    Ok(Flow::Value(Value::None))
}

/// `bytearray.insert(index, byte)`: a slice without length is stored to.
fn insert(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [index, byte] = arguments.bind(machine, "insert", ["/index", "/item"], 2, 1)?;
    Ok(in_python(machine, "bytearray_insert", &[arguments.get(0), index, byte]))
}

fn remove(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [byte] = arguments.bind(machine, "remove", ["value"], 1, 1)?;
    Ok(in_python(machine, "bytearray_remove", &[arguments.get(0), byte]))
}
