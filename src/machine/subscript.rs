//! `container[key]`: reading, writing, deleting; slices; unpacking; iterators.

use super::arguments::Arguments;
use super::classes;
use super::exception::{Fault, Result};
use super::frame::Then;
use super::library::Flow;
use super::names;
use super::object::{DictPart, Payload, Range};
use super::process::Machine;
use super::value::Value;

/// A slice that fits a sequence: where it starts, how many items it takes, and its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceIndices {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub count: usize,
}

impl SliceIndices {
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |at| (self.start + at * self.step) as usize)
    }
}

/// The modules whose classes take type arguments from 3.9 on (PEP 585).
const GENERIC_SINCE_39: [&str; 4] = ["queue", "_queue", "collections", "functools"];

impl Machine {
    // --- Reading -----------------------------------------------------------------------------------------------------

    pub fn load_subscript(&mut self, container: Value, key: Value) -> Result<Flow> {
        let class = self.class_of(container);
        if let Some(method) = self.lookup_overridden(class, names::GETITEM) {
            return Ok(method_call(method, &[container, key], Then::Push));
        }
        self.load_built_in_item(container, key)
    }

    /// The meaning that built-in containers give to it.
    pub fn load_built_in_item(&mut self, container: Value, key: Value) -> Result<Flow> {
        let class = self.class_of(container);
        if let (Some(items), Value::Int(index)) = (self.as_sequence(container), key) {
            let at = if index < 0 { index + items.len() as i64 } else { index };
            if let Some(&item) = usize::try_from(at).ok().and_then(|at| items.get(at)) {
                return Ok(Flow::Value(item));
            }
        }
        match self.payload(container) {
            Some(Payload::Dict(_)) => {
                let Some(slot) = self.find_key(container, key)? else {
                    return Ok(self.internal("dict_getitem", &[container, key]));
                };
                let found = match (self.payload(container), slot) {
                    (Some(Payload::Dict(dict)), Some(slot)) => dict.entry_at(slot).map(|entry| entry.value),
                    _ => None,
                };
                match found {
                    Some(value) => Ok(Flow::Value(value)),
                    None => match self.lookup_overridden(class, names::MISSING) {
                        Some(method) => Ok(method_call(method, &[container, key], Then::Push)),
                        None => Err(Fault::Raised(self.exception(classes::KEY_ERROR, vec![key]))),
                    },
                }
            }
            Some(Payload::Namespace(owner)) => {
                let owner = *owner;
                let name = self.as_str(key).and_then(|name| self.program.symbols.get(name));
                match name.and_then(|name| self.namespace_item(owner, name)) {
                    Some(value) => Ok(Flow::Value(value)),
                    None => Err(Fault::Raised(self.exception(classes::KEY_ERROR, vec![key]))),
                }
            }
            Some(
                Payload::List(_)
                | Payload::Tuple(_)
                | Payload::Str(_)
                | Payload::Bytes(_)
                | Payload::ByteArray(_)
                | Payload::Range(_),
            ) => self.load_item(container, key),
            Some(Payload::Class(_)) => self.load_class_item(container, key),
            _ => {
                let name = self.type_name(container);
                self.type_error(&format!("'{name}' object is not subscriptable"))
            }
        }
    }

    fn load_item(&mut self, container: Value, key: Value) -> Result<Flow> {
        if let Some(Payload::Slice(parts)) = self.payload(key) {
            let parts = **parts;
            if self.has_own_bounds(parts) {
                return Ok(self.internal("getitem_by_slice", &[container, key]));
            }
            let length = self.length(container).unwrap_or(0);
            let indices = self.slice_indices(parts, length)?;
            return self.load_slice(container, indices).map(Flow::Value);
        }
        let length = self.length(container).unwrap_or(0);
        let index = match self.index_of(key)? {
            Some(index) => index,
            None => {
                if self.has_own_index(key) {
                    return Ok(self.internal("getitem_by_index", &[container, key]));
                }
                let (name, key_name) = (self.type_name(container), self.type_name(key));
                let message = match &*name {
                    "str" if self.is_at_least(11) => format!("string indices must be integers, not '{key_name}'"),
                    "str" => "string indices must be integers".to_owned(),
                    "bytes" => format!("byte indices must be integers or slices, not {key_name}"),
                    _ => format!("{name} indices must be integers or slices, not {key_name}"),
                };
                return self.type_error(&message);
            }
        };
        let at = if index < 0 { index + length as i64 } else { index };
        let item = match (usize::try_from(at), container) {
            (Ok(at), Value::Object(id)) if at < length => self.item_at(id, at),
            _ => None,
        };
        match item {
            Some(item) => Ok(Flow::Value(item)),
            None => {
                let name = match self.payload(container) {
                    Some(Payload::Str(_)) => "string index out of range",
                    Some(Payload::Tuple(_)) => "tuple index out of range",
                    Some(Payload::Range(_)) => "range object index out of range",
                    Some(Payload::Bytes(_)) => "index out of range",
                    Some(Payload::ByteArray(_)) => "bytearray index out of range",
                    _ => "list index out of range",
                };
                Err(self.raise(classes::INDEX_ERROR, name))
            }
        }
    }

    /// A key as an index: ints of any subclass.
    pub(super) fn index_of(&mut self, key: Value) -> Result<Option<i64>> {
        match self.as_int(key) {
            Some(index) => Ok(Some(index)),
            None if self.as_big(key).is_some() => {
                Err(self.raise(classes::INDEX_ERROR, "cannot fit 'int' into an index-sized integer"))
            }
            None => Ok(None),
        }
    }

    /// Out of line: few programs come here, and the page can fetch it later.
    #[inline(never)]
    fn load_slice(&mut self, container: Value, indices: SliceIndices) -> Result<Value> {
        Ok(match self.payload(container) {
            Some(Payload::List(items)) => {
                let items = indices.positions().filter_map(|at| items.get(at).copied()).collect();
                self.list(items)
            }
            Some(Payload::Tuple(items)) => {
                let items = indices.positions().filter_map(|at| items.get(at).copied()).collect();
                self.tuple(items)
            }
            Some(Payload::Bytes(bytes)) => {
                let bytes: Vec<u8> = indices.positions().filter_map(|at| bytes.get(at).copied()).collect();
                self.bytes(&bytes)
            }
            Some(Payload::ByteArray(bytes)) => {
                let bytes = indices.positions().filter_map(|at| bytes.get(at).copied()).collect();
                self.allocate(classes::BYTEARRAY, Payload::ByteArray(bytes))
            }
            Some(Payload::Str(text)) => {
                let part: String = if text.is_ascii() {
                    let bytes = text.text.as_bytes();
                    indices.positions().filter_map(|at| bytes.get(at).map(|&byte| byte as char)).collect()
                } else {
                    let characters: Vec<char> = text.text.chars().collect();
                    indices.positions().filter_map(|at| characters.get(at).copied()).collect()
                };
                self.text(part.into())
            }
            Some(Payload::Range(range)) => {
                let range = **range;
                let step = range.step.saturating_mul(indices.step);
                let start = range.start.saturating_add(range.step.saturating_mul(indices.start));
                let stop = start.saturating_add(step.saturating_mul(indices.count as i64));
                self.range(Range { start, stop, step })
            }
            _ => Value::None,
        })
    }

    /// Whether it can be multiplied by an int.
    pub(super) fn is_repeatable(&self, value: Value) -> bool {
        use Payload as P;
        matches!(self.payload(value), Some(P::Str(_) | P::List(_) | P::Tuple(_) | P::Bytes(_) | P::ByteArray(_)))
    }

    /// Whether it is no int itself, but has an `__index__` of the program's that says for which one it stands.
    pub fn has_own_index(&self, value: Value) -> bool {
        matches!(value, Value::Object(_))
            && self.lookup_overridden(self.class_of(value), names::INDEX).is_some()
            && self.as_big(value).is_none()
    }

    /// `sequence * count` where the count is an object with an `__index__` of the program's.
    pub(super) fn repeated_by_index(&self, sequence: Value, count: Value) -> Option<Flow> {
        (self.has_own_index(count) && self.is_repeatable(sequence))
            .then(|| self.internal("repeat_by_index", &[sequence, count]))
    }

    /// Whether a bound of a slice is an object with an `__index__` of the program's, which has to be asked first.
    fn has_own_bounds(&self, parts: [Value; 3]) -> bool {
        parts.iter().any(|&part| self.has_own_index(part))
    }

    /// `PySlice_Unpack` and `PySlice_AdjustIndices`.
    pub fn slice_indices(&mut self, parts: [Value; 3], length: usize) -> Result<SliceIndices> {
        let length = length as i64;
        let mut numbers = [None; 3];
        for (number, part) in numbers.iter_mut().zip(parts) {
            *number = match part {
                Value::None => None,
                part => match self.as_big(part) {
                    Some(big) => Some(
                        num_traits::ToPrimitive::to_i64(&big).unwrap_or(if big.sign() == num_bigint::Sign::Minus {
                            i64::MIN
                        } else {
                            i64::MAX
                        }),
                    ),
                    None => {
                        return self.type_error("slice indices must be integers or None or have an __index__ method");
                    }
                },
            };
        }
        let step = numbers[2].unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return self.value_error("slice step cannot be zero");
        }
        let (low, high) = if step < 0 { (-1, length - 1) } else { (0, length) };
        let clamp = |number: i64| {
            let number = if number < 0 { number.saturating_add(length) } else { number };
            number.clamp(low, high)
        };
        let start = numbers[0].map_or(if step < 0 { high } else { low }, clamp);
        let stop = numbers[1].map_or(if step < 0 { low } else { high }, clamp);
        let span = if step > 0 { stop - start } else { start - stop };
        let count = if span <= 0 { 0 } else { ((span - 1) / step.abs() + 1) as usize };
        Ok(SliceIndices { start, stop, step, count })
    }

    /// `list[int]` and the like, of the built-in classes and of those of the library, and of what inherits from them.
    /// Out of line: few programs come here, and the page can fetch it later.
    #[inline(never)]
    fn load_class_item(&mut self, class: Value, key: Value) -> Result<Flow> {
        let Value::Object(id) = class else { return Ok(Flow::Value(class)) };
        let metaclass = self.class_of(class);
        if !self.is_at_least(9) && GENERIC_SINCE_39.contains(&&*self.class(id).module) {
            return self.type_error("'type' object is not subscriptable");
        }
        if let Some(method) = self.lookup_overridden(metaclass, names::GETITEM) {
            return Ok(method_call(method, &[class, key], Then::Push));
        }
        if let Some(method) = self.lookup(id, names::CLASS_GETITEM) {
            let function = match self.payload(method) {
                Some(Payload::ClassMethod(function)) => *function,
                _ => method,
            };
            return Ok(method_call(function, &[class, key], Then::Push));
        }
        let generic = [classes::LIST, classes::DICT, classes::TUPLE, classes::SET, classes::FROZENSET, classes::TYPE];
        let is_generic = self.class(id).linearization.iter().any(|&base| {
            let module = &*self.class(base).module;
            generic.contains(&base) || !["builtins", "__main__", "threading", ""].contains(&module)
        });
        if is_generic && self.is_at_least(9) {
            return Ok(self.internal("generic_alias", &[class, key]));
        }
        let name = self.class(id).name.clone();
        if self.is_at_least(11) {
            return self.type_error(&format!("type '{name}' is not subscriptable"));
        }
        self.type_error("'type' object is not subscriptable")
    }

    // --- Writing -----------------------------------------------------------------------------------------------------

    pub fn store_subscript(&mut self, container: Value, key: Value, value: Value) -> Result<Flow> {
        let class = self.class_of(container);
        if let Some(method) = self.lookup_overridden(class, names::SETITEM) {
            return Ok(method_call(method, &[container, key, value], Then::Drop));
        }
        self.store_built_in_item(container, key, value)
    }

    pub fn store_built_in_item(&mut self, container: Value, key: Value, value: Value) -> Result<Flow> {
        let Value::Object(id) = container else { return self.no_item_assignment(container, "assignment") };
        match &self.heap.get(id).payload {
            Payload::Dict(_) => {
                if self.find_key(container, key)?.is_none() {
                    return Ok(self.internal("dict_setitem", &[container, key, value]));
                }
                self.dict_set(container, key, value)?;
                Ok(Flow::Value(Value::None))
            }
            Payload::Namespace(owner) => {
                let owner = *owner;
                if let Some(name) = self.as_str(key).cloned() {
                    let name = self.intern(&name);
                    match self.class_mut(owner) {
                        Some(class) => class.attributes.set(name, value),
                        None => self.set_own_attribute(owner, name, value),
                    }
                }
                Ok(Flow::Value(Value::None))
            }
            Payload::List(items) => {
                let length = items.len();
                if let Some(Payload::Slice(parts)) = self.payload(key) {
                    let parts = **parts;
                    if self.has_own_bounds(parts) {
                        return Ok(self.internal("setitem_by_slice", &[container, key, value]));
                    }
                    let indices = self.slice_indices(parts, length)?;
                    let Some(new_items) = self.items_of(value)? else {
                        return Ok(self.internal("list_set_slice", &[container, key, value]));
                    };
                    return self.store_slice(container, indices, new_items);
                }
                let Some(index) = self.index_of(key)? else {
                    if self.has_own_index(key) {
                        return Ok(self.internal("setitem_by_index", &[container, key, value]));
                    }
                    let key_name = self.type_name(key);
                    return self.type_error(&format!("list indices must be integers or slices, not {key_name}"));
                };
                let at = if index < 0 { index + length as i64 } else { index };
                match (usize::try_from(at), &mut self.heap.get_mut(id).payload) {
                    (Ok(at), Payload::List(items)) if at < length => items[at] = value,
                    _ => return Err(self.raise(classes::INDEX_ERROR, "list assignment index out of range")),
                }
                Ok(Flow::Value(Value::None))
            }
            Payload::ByteArray(_) => self.store_byte_items(id, key, value),
            _ => self.no_item_assignment(container, "assignment"),
        }
    }

    /// Out of line: few programs come here, and the page can fetch it later.
    #[inline(never)]
    fn store_slice(&mut self, list: Value, indices: SliceIndices, new_items: Vec<Value>) -> Result<Flow> {
        let Value::Object(id) = list else { return Ok(Flow::Value(Value::None)) };
        if indices.step != 1 && new_items.len() != indices.count {
            return self.value_error(&format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                new_items.len(),
                indices.count
            ));
        }
        if let Payload::List(items) = &mut self.heap.get_mut(id).payload {
            super::containers::check_length(items.len() + new_items.len())?;
            if indices.step == 1 {
                let start = indices.start as usize;
                items.splice(start..start + indices.count, new_items);
            } else {
                for (at, item) in indices.positions().zip(new_items) {
                    items[at] = item;
                }
            }
        }
        Ok(Flow::Value(Value::None))
    }

    fn no_item_assignment(&mut self, container: Value, what: &str) -> Result<Flow> {
        let name = self.type_name(container);
        self.type_error(&format!("'{name}' object does not support item {what}"))
    }

    pub fn delete_subscript(&mut self, container: Value, key: Value) -> Result<Flow> {
        let class = self.class_of(container);
        if let Some(method) = self.lookup_overridden(class, names::DELITEM) {
            return Ok(method_call(method, &[container, key], Then::Drop));
        }
        self.delete_built_in_item(container, key)
    }

    pub fn delete_built_in_item(&mut self, container: Value, key: Value) -> Result<Flow> {
        let Value::Object(id) = container else {
            let name = self.type_name(container);
            return self.type_error(&format!("'{name}' object doesn't support item deletion"));
        };
        match &self.heap.get(id).payload {
            Payload::Dict(_) => {
                if self.find_key(container, key)?.is_none() {
                    return Ok(self.internal("dict_delitem", &[container, key]));
                }
                match self.dict_remove(container, key)? {
                    Some(_) => Ok(Flow::Value(Value::None)),
                    None => Err(Fault::Raised(self.exception(classes::KEY_ERROR, vec![key]))),
                }
            }
            Payload::Namespace(owner) => {
                let owner = *owner;
                let name = self.as_str(key).and_then(|name| self.program.symbols.get(name));
                match name.and_then(|name| self.remove_own_attribute(owner, name)) {
                    Some(_) => Ok(Flow::Value(Value::None)),
                    None => Err(Fault::Raised(self.exception(classes::KEY_ERROR, vec![key]))),
                }
            }
            Payload::List(items) => {
                let length = items.len();
                if let Some(Payload::Slice(parts)) = self.payload(key) {
                    let parts = **parts;
                    if self.has_own_bounds(parts) {
                        return Ok(self.internal("delitem_by_slice", &[container, key]));
                    }
                    let indices = self.slice_indices(parts, length)?;
                    let mut gone = vec![false; length];
                    indices.positions().for_each(|at| gone[at] = true);
                    if let Payload::List(items) = &mut self.heap.get_mut(id).payload {
                        let mut at = 0;
                        items.retain(|_| {
                            at += 1;
                            !gone[at - 1]
                        });
                    }
                    return Ok(Flow::Value(Value::None));
                }
                let Some(index) = self.index_of(key)? else {
                    if self.has_own_index(key) {
                        return Ok(self.internal("delitem_by_index", &[container, key]));
                    }
                    let key_name = self.type_name(key);
                    return self.type_error(&format!("list indices must be integers or slices, not {key_name}"));
                };
                let at = if index < 0 { index + length as i64 } else { index };
                match (usize::try_from(at), &mut self.heap.get_mut(id).payload) {
                    (Ok(at), Payload::List(items)) if at < length => {
                        items.remove(at);
                        Ok(Flow::Value(Value::None))
                    }
                    _ => Err(self.raise(classes::INDEX_ERROR, "list assignment index out of range")),
                }
            }
            Payload::ByteArray(_) => self.delete_bytes(id, key),
            _ => {
                let name = self.type_name(container);
                self.type_error(&format!("'{name}' object doesn't support item deletion"))
            }
        }
    }

    // --- Iterators and unpacking ---------------------------------------------------------------------------------------

    /// A call of a function of the library's internal module.
    pub fn internal(&self, function: &str, arguments: &[Value]) -> Flow {
        method_call(self.library_function(function), arguments, Then::Push)
    }

    // --- Patterns ------------------------------------------------------------------------------------------------------

    /// `__enter__` and `__exit__` of a context manager, bound.
    pub(super) fn context_methods(&mut self, manager: Value) -> Result<(Value, Value)> {
        let class = self.class_of(manager);
        let (enter, exit) = (self.lookup(class, names::ENTER), self.lookup(class, names::EXIT));
        let (Some(enter), Some(exit)) = (enter, exit) else {
            let name = self.type_name(manager);
            let missing = if enter.is_none() { "__enter__" } else { "__exit__" };
            if !self.is_at_least(11) {
                return Err(self.raise(classes::ATTRIBUTE_ERROR, missing));
            }
            let hint = if missing == "__exit__" { " (missed __exit__ method)" } else { "" };
            return self.type_error(&format!("'{name}' object does not support the context manager protocol{hint}"));
        };
        let bind = |machine: &mut Self, function: Value| match machine.payload(function) {
            Some(Payload::StaticMethod(inner)) => *inner,
            _ => machine.bound(function, manager),
        };
        let enter = bind(self, enter);
        Ok((enter, bind(self, exit)))
    }

    /// A view of a dict.
    pub fn dict_view(&mut self, dict: Value, part: DictPart) -> Value {
        let Value::Object(id) = dict else { return Value::None };
        let class = match part {
            DictPart::Keys => classes::DICT_KEYS,
            DictPart::Values => classes::DICT_VALUES,
            DictPart::Items => classes::DICT_ITEMS,
        };
        self.allocate(class, Payload::DictView(part, id))
    }
}

pub(super) fn method_call(callable: Value, arguments: &[Value], then: Then) -> Flow {
    Flow::Call { callable, arguments: Arguments::positional(arguments), then }
}
