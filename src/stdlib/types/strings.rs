//! Methods of `str`.

use super::{
    bound_of_search, in_python, no_arguments, of_text, one_argument, position_or_minus_one, text_argument, text_of,
    whole_number, whole_number_or,
};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::{Fault, Result};
use crate::machine::library::{Flow, NativeFunction};
use crate::machine::limits::{Limit, OBJECTS_AT_ONCE_LIMIT};
use crate::machine::object::Payload;
use crate::machine::text::codec::{Encoding, encode};
use crate::machine::text::{TextResult, string_build, string_case, string_search, string_split};
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;
use std::rc::Rc;

/// A search goes over so many bytes in the time of an item of a list.
const BYTES_SEARCHED_AS_AN_ITEM: usize = 16;

/// A method without arguments that makes a text of a text.
macro_rules! conversion {
    ($name:ident) => {
        |machine, _, arguments| {
            let text = receiver_alone(machine, &arguments, stringify!($name))?;
            Ok(Flow::Value(machine.text(string_case::$name(&text).into())))
        }
    };
}

/// A method without arguments that asks about a text.
macro_rules! question {
    ($name:ident) => {
        |machine, _, arguments| {
            let text = receiver_alone(machine, &arguments, stringify!($name))?;
            Ok(Flow::Value(Value::Bool(string_case::$name(&text))))
        }
    };
}

pub fn register(builder: &mut Builder) {
    let methods: &[(&'static str, NativeFunction)] = &[
        ("upper", conversion!(upper)),
        ("lower", conversion!(lower)),
        ("title", conversion!(title)),
        ("capitalize", conversion!(capitalize)),
        ("swapcase", conversion!(swapcase)),
        ("casefold", conversion!(casefold)),
        ("isalpha", question!(isalpha)),
        ("isdecimal", question!(isdecimal)),
        ("isdigit", question!(isdigit)),
        ("isnumeric", question!(isnumeric)),
        ("isalnum", question!(isalnum)),
        ("isspace", question!(isspace)),
        ("isascii", question!(isascii)),
        ("isprintable", question!(isprintable)),
        ("isupper", question!(isupper)),
        ("islower", question!(islower)),
        ("istitle", question!(istitle)),
        ("isidentifier", question!(isidentifier)),
        ("strip", |machine, _, arguments| strip(machine, &arguments, "strip", string_split::strip)),
        ("lstrip", |machine, _, arguments| strip(machine, &arguments, "lstrip", string_split::lstrip)),
        ("rstrip", |machine, _, arguments| strip(machine, &arguments, "rstrip", string_split::rstrip)),
        ("split", |machine, _, arguments| split(machine, &arguments, "split", string_split::split)),
        ("rsplit", |machine, _, arguments| split(machine, &arguments, "rsplit", string_split::rsplit)),
        ("splitlines", splitlines),
        ("partition", |machine, _, arguments| partition(machine, &arguments, "partition", string_split::partition)),
        ("rpartition", |machine, _, arguments| partition(machine, &arguments, "rpartition", string_split::rpartition)),
        ("find", |machine, _, arguments| find(machine, &arguments, "find", string_search::find)),
        ("rfind", |machine, _, arguments| find(machine, &arguments, "rfind", string_search::rfind)),
        ("index", |machine, _, arguments| index(machine, &arguments, "index", string_search::find)),
        ("rindex", |machine, _, arguments| index(machine, &arguments, "rindex", string_search::rfind)),
        ("count", count),
        ("replace", replace),
        ("startswith", |machine, _, arguments| affix(machine, &arguments, "startswith", string_search::startswith)),
        ("endswith", |machine, _, arguments| affix(machine, &arguments, "endswith", string_search::endswith)),
        ("join", join),
        ("ljust", |machine, _, arguments| justify(machine, &arguments, "ljust", string_build::ljust)),
        ("rjust", |machine, _, arguments| justify(machine, &arguments, "rjust", string_build::rjust)),
        ("center", |machine, _, arguments| justify(machine, &arguments, "center", string_build::center)),
        ("zfill", zfill),
        ("expandtabs", expandtabs),
        ("encode", encode_method),
        ("translate", translate),
    ];
    for &(name, function) in methods {
        builder.method(classes::STR, name, function);
    }
    if builder.machine.is_at_least(9) {
        builder.method(classes::STR, "removeprefix", |machine, _, arguments| {
            remove_affix(machine, &arguments, "removeprefix", string_search::removeprefix)
        });
        builder.method(classes::STR, "removesuffix", |machine, _, arguments| {
            remove_affix(machine, &arguments, "removesuffix", string_search::removesuffix)
        });
    }
    builder.static_method(classes::STR, "maketrans", maketrans);
}

fn receiver(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<Rc<str>> {
    text_of(machine, arguments.get(0), |name| {
        format!("descriptor '{method}' for 'str' objects doesn't apply to a '{name}' object")
    })
}

fn receiver_alone(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<Rc<str>> {
    let text = receiver(machine, arguments, method)?;
    no_arguments(machine, arguments, "str", method)?;
    Ok(text)
}

fn made(machine: &mut Machine, result: TextResult<String>) -> Result<Flow> {
    let text = of_text(machine, result)?;
    Ok(Flow::Value(machine.text(text.into())))
}

fn list_of(machine: &mut Machine, parts: &[&str]) -> Result<Flow> {
    if parts.len() > OBJECTS_AT_ONCE_LIMIT {
        return Err(Fault::Limit(Limit::Memory));
    }
    let items = parts.iter().map(|part| machine.str(part)).collect();
    Ok(Flow::Value(machine.list(items)))
}

type Strip = for<'a> fn(&'a str, Option<&str>) -> &'a str;

fn strip(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Strip) -> Result<Flow> {
    let text = receiver(machine, arguments, method)?;
    let [characters] = arguments.bind(machine, method, ["/chars"], 0, 1)?;
    let characters = match characters {
        Value::None | Value::Unbound => None,
        given => Some(text_of(machine, given, |_| format!("{method} arg must be None or str"))?),
    };
    let stripped = apply(&text, characters.as_deref());
    if stripped.len() == text.len() && machine.class_of(arguments.get(0)) == classes::STR {
        return Ok(Flow::Value(arguments.get(0)));
    }
    Ok(Flow::Value(machine.str(stripped)))
}

type Split = for<'a> fn(&'a str, Option<&str>, i64) -> TextResult<Vec<&'a str>>;

fn split(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Split) -> Result<Flow> {
    let text = receiver(machine, arguments, method)?;
    let [separator, maxsplit] = arguments.bind(machine, method, ["sep", "maxsplit"], 0, 1)?;
    let separator = match separator {
        Value::None | Value::Unbound => None,
        given => Some(text_of(machine, given, |name| format!("must be str or None, not {name}"))?),
    };
    let maxsplit = whole_number_or(machine, maxsplit, -1)?;
    let parts = of_text(machine, apply(&text, separator.as_deref(), maxsplit))?;
    list_of(machine, &parts)
}

fn splitlines(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = receiver(machine, &arguments, "splitlines")?;
    let [keep_ends] = arguments.bind(machine, "splitlines", ["keepends"], 0, 1)?;
    let keep_ends = keep_ends.is_bound() && machine.truth(keep_ends)?.unwrap_or(true);
    let parts = string_split::splitlines(&text, keep_ends);
    list_of(machine, &parts)
}

type Partition = for<'a> fn(&'a str, &'a str) -> TextResult<(&'a str, &'a str, &'a str)>;

fn partition(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Partition) -> Result<Flow> {
    let text = receiver(machine, arguments, method)?;
    let separator = one_argument(machine, arguments, "str", method)?;
    let separator = text_of(machine, separator, |name| format!("must be str, not {name}"))?;
    let (before, middle, after) = of_text(machine, apply(&text, &separator))?;
    let parts = [before, middle, after].map(|part| machine.str(part)).to_vec();
    Ok(Flow::Value(machine.tuple(parts)))
}

type Find = fn(&str, &str, Option<i64>, Option<i64>) -> Option<usize>;

/// The receiver, what is looked for, and where.
type Search = (Rc<str>, Rc<str>, Option<i64>, Option<i64>);

fn search_arguments(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<Search> {
    let text = receiver(machine, arguments, method)?;
    if arguments.positional.len() < 2 && !machine.is_at_least(13) {
        return machine.type_error(&format!("{method}() takes at least 1 argument (0 given)"));
    }
    let [wanted, start, end] = arguments.bind(machine, method, ["/sub", "/start", "/end"], 1, 1)?;
    let is_new = machine.is_at_least(13);
    let wanted = match is_new {
        true => text_argument(machine, wanted, format_args!("{method}() argument 1"))?,
        false => text_of(machine, wanted, |name| format!("must be str, not {name}"))?,
    };
    let (start, end) = (bound_of_search(machine, start)?, bound_of_search(machine, end)?);
    machine.heap.count_items(text.len() / BYTES_SEARCHED_AS_AN_ITEM);
    Ok((text, wanted, start, end))
}

fn find(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Find) -> Result<Flow> {
    let (text, wanted, start, end) = search_arguments(machine, arguments, method)?;
    Ok(Flow::Value(position_or_minus_one(apply(&text, &wanted, start, end))))
}

fn index(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Find) -> Result<Flow> {
    let (text, wanted, start, end) = search_arguments(machine, arguments, method)?;
    match apply(&text, &wanted, start, end) {
        Some(at) => Ok(Flow::Value(Value::Int(at as i64))),
        None => machine.text_error(string_search::not_found_error()),
    }
}

fn count(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (text, wanted, start, end) = search_arguments(machine, &arguments, "count")?;
    Ok(Flow::Value(Value::Int(string_search::count(&text, &wanted, start, end) as i64)))
}

fn replace(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = receiver(machine, &arguments, "replace")?;
    let given = arguments.positional.len().saturating_sub(1);
    if given < 2 && machine.is_at_least(13) {
        return machine.type_error(&format!("replace() takes at least 2 positional arguments ({given} given)"));
    }
    let names = if machine.is_at_least(13) { ["/old", "/new", "count"] } else { ["/old", "/new", "/count"] };
    let [old, new, most] = arguments.bind(machine, "replace", names, 2, 1)?;
    let old = text_argument(machine, old, "replace() argument 1")?;
    let new = text_argument(machine, new, "replace() argument 2")?;
    let most = whole_number_or(machine, most, -1)?;
    made(machine, string_search::replace(&text, &old, &new, most))
}

type Affix = fn(&str, &str, Option<i64>, Option<i64>) -> bool;

fn affix(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Affix) -> Result<Flow> {
    let text = receiver(machine, arguments, method)?;
    let [wanted, start, end] = arguments.bind(machine, method, ["/prefix", "/start", "/end"], 1, 1)?;
    let (start, end) = (bound_of_search(machine, start)?, bound_of_search(machine, end)?);
    let candidates = match machine.payload(wanted) {
        Some(Payload::Tuple(items)) => items.to_vec(),
        _ => {
            let wanted = text_of(machine, wanted, |name| {
                format!("{method} first arg must be str or a tuple of str, not {name}")
            })?;
            return Ok(Flow::Value(Value::Bool(apply(&text, &wanted, start, end))));
        }
    };
    for candidate in candidates {
        let candidate =
            text_of(machine, candidate, |name| format!("tuple for {method} must only contain str, not {name}"))?;
        if apply(&text, &candidate, start, end) {
            return Ok(Flow::Value(Value::Bool(true)));
        }
    }
    Ok(Flow::Value(Value::Bool(false)))
}

type RemoveAffix = for<'a> fn(&'a str, &str) -> &'a str;

fn remove_affix(machine: &mut Machine, arguments: &Arguments, method: &str, apply: RemoveAffix) -> Result<Flow> {
    let text = receiver(machine, arguments, method)?;
    let affix = one_argument(machine, arguments, "str", method)?;
    let affix = text_argument(machine, affix, format_args!("{method}() argument"))?;
    Ok(Flow::Value(machine.str(apply(&text, &affix))))
}

fn join(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let separator = receiver(machine, &arguments, "join")?;
    let iterable = one_argument(machine, &arguments, "str", "join")?;
    let Some(items) = machine.items_of(iterable)? else {
        return Ok(in_python(machine, "join", &[arguments.get(0), iterable]));
    };
    let mut parts = Vec::with_capacity(items.len());
    for (at, &item) in items.iter().enumerate() {
        match machine.as_str(item) {
            Some(text) => parts.push(text.clone()),
            None => {
                let name = machine.type_name(item);
                return machine.text_error(string_build::join_error(at, &name));
            }
        }
    }
    let parts: Vec<&str> = parts.iter().map(|part| &**part).collect();
    made(machine, string_build::join(&separator, &parts))
}

type Justify = fn(&str, i64, char) -> TextResult<String>;

fn justify(machine: &mut Machine, arguments: &Arguments, method: &str, apply: Justify) -> Result<Flow> {
    let text = receiver(machine, arguments, method)?;
    let [width, fill] = arguments.bind(machine, method, ["/width", "/fillchar"], 1, 1)?;
    let width = whole_number(machine, width)?;
    let fill = match fill {
        Value::Unbound => ' ',
        given => {
            let fill =
                text_of(machine, given, |name| format!("The fill character must be a unicode character, not {name}"))?;
            let mut characters = fill.chars();
            match (characters.next(), characters.next()) {
                (Some(fill), None) => fill,
                _ => return machine.text_error(string_build::fill_character_error()),
            }
        }
    };
    made(machine, apply(&text, width, fill))
}

fn zfill(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = receiver(machine, &arguments, "zfill")?;
    let width = one_argument(machine, &arguments, "str", "zfill")?;
    let width = whole_number(machine, width)?;
    made(machine, string_build::zfill(&text, width))
}

fn expandtabs(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = receiver(machine, &arguments, "expandtabs")?;
    let [tab_size] = arguments.bind(machine, "expandtabs", ["tabsize"], 0, 1)?;
    let tab_size = whole_number_or(machine, tab_size, 8)?;
    made(machine, string_build::expandtabs(&text, tab_size))
}

/// The encoding and the error handler among the arguments, with their defaults.
pub fn codec_arguments(machine: &mut Machine, arguments: &Arguments, method: &str) -> Result<(Encoding, Rc<str>)> {
    let [encoding, errors] = arguments.bind(machine, method, ["encoding", "errors"], 0, 1)?;
    let mut part = |value: Value, what: &str, default: &str| match value {
        Value::Unbound => Ok(Rc::from(default)),
        given => text_argument(machine, given, format_args!("{method}() argument '{what}'")),
    };
    let encoding = part(encoding, "encoding", "utf-8")?;
    let errors = part(errors, "errors", "strict")?;
    Ok((of_text(machine, Encoding::named(&encoding))?, errors))
}

fn encode_method(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = receiver(machine, &arguments, "encode")?;
    let (encoding, errors) = codec_arguments(machine, &arguments, "encode")?;
    let bytes = of_text(machine, encode(&text, encoding, &errors))?;
    Ok(Flow::Value(machine.bytes(&bytes)))
}

/// `str.maketrans(mapping)` or `str.maketrans(from, to, deleted)`: a dict from code points.
fn maketrans(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [from, to, deleted] = arguments.bind(machine, "maketrans", ["/x", "/y", "/z"], 1, 0)?;
    let mut entries = Vec::new();
    if !to.is_bound() {
        let given: Vec<(Value, Value)> = match machine.payload(from) {
            Some(Payload::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            _ => return machine.type_error("if you give only one argument to maketrans it must be a dict"),
        };
        for (key, value) in given {
            entries.push((translation_key(machine, key)?, value));
        }
        return Ok(Flow::Value(machine.new_dict(&entries)?));
    }
    let to = text_argument(machine, to, "maketrans() argument 2")?;
    let from = text_of(machine, from, |_| {
        "first maketrans argument must be a string if there is a second argument".to_owned()
    })?;
    if from.chars().count() != to.chars().count() {
        return machine.text_error(string_build::maketrans_error());
    }
    let code = |c: char| Value::Int(i64::from(u32::from(c)));
    entries.extend(from.chars().zip(to.chars()).map(|(from, to)| (code(from), code(to))));
    if deleted.is_bound() {
        let deleted = text_argument(machine, deleted, "maketrans() argument 3")?;
        entries.extend(deleted.chars().map(|c| (code(c), Value::None)));
    }
    Ok(Flow::Value(machine.new_dict(&entries)?))
}

fn translation_key(machine: &mut Machine, key: Value) -> Result<Value> {
    match machine.as_str(key).cloned() {
        Some(text) => {
            let mut characters = text.chars();
            match (characters.next(), characters.next()) {
                (Some(c), None) => Ok(Value::Int(i64::from(u32::from(c)))),
                _ => machine.value_error("string keys in translate table must be of length 1"),
            }
        }
        None if machine.as_int(key).is_some() => Ok(key),
        None => machine.type_error("keys in translate table must be strings or integers"),
    }
}

/// `text.translate(table)` with a dict; other tables are asked in Python.
fn translate(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = receiver(machine, &arguments, "translate")?;
    let table = one_argument(machine, &arguments, "str", "translate")?;
    if machine.class_of(table) != classes::DICT {
        return Ok(in_python(machine, "translate", &[arguments.get(0), table]));
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let code = Value::Int(i64::from(u32::from(c)));
        match machine.dict_get(table, code)? {
            None => out.push(c),
            Some(Value::None) => {}
            Some(replacement) => match (machine.as_str(replacement), machine.as_int(replacement)) {
                (Some(text), _) => {
                    let text = Rc::clone(text);
                    of_text(machine, crate::machine::text::error::check_text_length(out.len() + text.len()))?;
                    out.push_str(&text);
                }
                (None, Some(code)) => match u32::try_from(code).ok().and_then(char::from_u32) {
                    Some(c) => out.push(c),
                    None => return machine.value_error("character mapping must be in range(0x110000)"),
                },
                _ => return machine.type_error("character mapping must return integer, None or str"),
            },
        }
    }
    of_text(machine, crate::machine::text::error::check_text_length(out.len()))?;
    Ok(Flow::Value(machine.text(out.into())))
}
