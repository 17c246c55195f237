//! Iterators, unpacking and `match` patterns.

use super::arguments::Arguments;
use super::call::Called;
use super::exception::Result;
use super::frame::Then;
use super::library::Flow;
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::subscript::method_call;
use super::thread::Thread;
use super::value::Value;

impl Machine {
    /// `iter(value)`.
    pub fn get_iterator(&mut self, value: Value) -> Result<Flow> {
        let class = self.class_of(value);
        if self.class(class).is_user {
            match self.lookup_overridden(class, names::ITER) {
                Some(Value::None) => {
                    let name = self.type_name(value);
                    return self.type_error(&format!("'{name}' object is not iterable"));
                }
                Some(method) => return Ok(method_call(method, &[value], Then::Iterator)),
                None => {}
            }
        }
        if let Some(iterator) = self.built_in_iterator(value) {
            return Ok(Flow::Value(iterator));
        }
        if self.as_class(value).is_some()
            && let Some(method) = self.lookup_overridden(class, names::ITER)
        {
            return Ok(method_call(method, &[value], Then::Push));
        }
        if let Some(method) = self.lookup(class, names::ITER) {
            return Ok(method_call(method, &[value], Then::Push));
        }
        if self.lookup_overridden(class, names::GETITEM).is_some() {
            return Ok(self.internal("iterate_items", &[value]));
        }
        let name = self.type_name(value);
        self.type_error(&format!("'{name}' object is not iterable"))
    }

    /// Pushes the items of `a, b = …` so that the first is on top; with a star, `after` items come behind it.
    pub(super) fn unpack(
        &mut self,
        thread: &mut Thread,
        items: &[Value],
        before: usize,
        after: Option<usize>,
    ) -> Result<()> {
        let wanted = before + after.unwrap_or(0);
        if items.len() < wanted {
            let at_least = if after.is_some() { "at least " } else { "" };
            return self.value_error(&format!(
                "not enough values to unpack (expected {at_least}{wanted}, got {})",
                items.len()
            ));
        }
        match after {
            None if items.len() > before => {
                let got = if self.is_at_least(14) { format!(", got {}", items.len()) } else { String::new() };
                return self.value_error(&format!("too many values to unpack (expected {before}{got})"));
            }
            None => items.iter().rev().for_each(|&item| thread.push(item)),
            Some(after) => {
                let tail = items.len() - after;
                items[tail..].iter().rev().for_each(|&item| thread.push(item));
                let middle = self.list(items[before..tail].to_vec());
                thread.push(middle);
                items[..before].iter().rev().for_each(|&item| thread.push(item));
            }
        }
        Ok(())
    }

    /// Collects the items by a library function, which leaves a list to unpack.
    pub(super) fn unpack_by_iteration(
        &mut self,
        thread: &mut Thread,
        iterable: Value,
        before: usize,
        after: Option<usize>,
    ) -> Result<Called> {
        let class = self.class_of(iterable);
        let is_iterable = self.lookup(class, names::ITER).is_some()
            || self.lookup_overridden(class, names::GETITEM).is_some()
            || self.built_in_iterator(iterable).is_some();
        if !is_iterable {
            let name = self.type_name(iterable);
            return self.type_error(&format!("cannot unpack non-iterable {name} object"));
        }
        let function = self.library_function("collect_to_unpack");
        let limit = Value::Int(if after.is_some() { -1 } else { before as i64 });
        // The operation is done anew with the list in the iterable's place.
        if let Some(frame) = thread.frames.last_mut() {
            frame.next_op -= 1;
        }
        self.call(thread, function, Arguments::positional(&[iterable, limit]), Then::Push)
    }

    /// Whether a `case [...]` or `case {...}` pattern may match.
    pub(super) fn matches_kind(&self, subject: Value, sequence: bool) -> bool {
        match self.payload(subject) {
            Some(Payload::List(_) | Payload::Tuple(_) | Payload::Range(_)) => sequence,
            Some(Payload::Dict(_) | Payload::Namespace(_)) => !sequence,
            _ => {
                let marker = if sequence { "deque" } else { "UserDict" };
                let class = self.class_of(subject);
                self.class(class).linearization.iter().any(|&id| &*self.class(id).name == marker)
            }
        }
    }

    pub(super) fn match_keys(&mut self, subject: Value, keys: Value) -> Result<Value> {
        let keys = self.as_sequence(keys).map(<[Value]>::to_vec).unwrap_or_default();
        let mut values = Vec::with_capacity(keys.len());
        for key in keys {
            match self.dict_get(subject, key)? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        Ok(self.tuple(values))
    }

    pub(super) fn match_rest(&mut self, subject: Value, keys: Value) -> Result<Value> {
        let keys = self.as_sequence(keys).map(<[Value]>::to_vec).unwrap_or_default();
        let entries: Vec<(Value, Value)> = match self.payload(subject) {
            Some(Payload::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            _ => Vec::new(),
        };
        let rest = self.new_dict(&entries)?;
        for key in keys {
            self.dict_remove(rest, key)?;
        }
        Ok(rest)
    }
}
