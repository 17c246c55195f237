//! Dictionaries and sets with keys of any kind, and the iterators of built-in containers.

use super::classes;
use super::dict::{Dict, Entry};
use super::equality::Hashed;
use super::exception::{Fault, Result};
use super::heap::ObjectId;
use super::limits::{LENGTH_LIMIT, Limit, TABLE_LIMIT};
use super::object::{DictPart, Iteration, Payload};
use super::process::Machine;
use super::set::Set;
use super::value::Value;

/// What the next step of a built-in iterator gives.
pub enum Next {
    Item(Value),
    End,
}

/// An entry of a dict takes about as much memory as so many values.
const VALUES_AN_ENTRY: usize = 3;

impl Machine {
    // --- Keys ------------------------------------------------------------------------------------------------------

    /// The slot of a key in a dict, set or frozenset; the outer None: user code has to hash or compare it.
    pub fn find_key(&mut self, container: Value, key: Value) -> Result<Option<Option<usize>>> {
        let hash = match self.hash(key) {
            Hashed::Known(hash) => hash,
            Hashed::NeedsCode => return Ok(None),
            Hashed::Unhashable(part) => return Err(self.unhashable(part, container, key)),
        };
        match self.payload(container) {
            Some(Payload::Dict(dict)) => self.find_or_ask(|same| dict.find(hash, same), key),
            Some(Payload::Set(set) | Payload::FrozenSet(set)) => self.find_or_ask(|same| set.find(hash, same), key),
            _ => Ok(Some(None)),
        }
    }

    /// What a set is asked for: a set is looked for as the frozenset that is equal to it (`Objects/setobject.c`,
    /// `set_contains`, `set_remove`, `set_discard`).
    pub fn as_member(&mut self, container: Value, item: Value) -> Value {
        match (self.payload(container), self.payload(item)) {
            (Some(Payload::Set(_) | Payload::FrozenSet(_)), Some(Payload::Set(members))) => {
                let members = members.clone();
                self.allocate(classes::FROZENSET, Payload::FrozenSet(members))
            }
            _ => item,
        }
    }

    /// `TypeError: unhashable type: 'list'`, with the longer text of 3.14.
    fn unhashable(&mut self, part: Value, container: Value, key: Value) -> Fault {
        let name = self.type_name(part);
        let message = if self.is_at_least(14) {
            let what = match self.payload(container) {
                Some(Payload::Dict(_)) => "a dict key",
                _ => "a set element",
            };
            let key_name = self.type_name(key);
            format!("cannot use '{key_name}' as {what} (unhashable type: '{name}')")
        } else {
            format!("unhashable type: '{name}'")
        };
        self.raise(classes::TYPE_ERROR, &message)
    }

    /// The hash of a key that needs no user code; what needs it is refused for now.
    pub fn plain_hash(&mut self, container: Value, key: Value) -> Result<u64> {
        match self.hash(key) {
            Hashed::Known(hash) => Ok(hash),
            Hashed::NeedsCode => {
                let name = self.type_name(key);
                Err(Fault::NotSupported(format!("a key of type {name} with its own __hash__ in this place")))
            }
            Hashed::Unhashable(part) => Err(self.unhashable(part, container, key)),
        }
    }

    pub fn dict_get(&mut self, dict: Value, key: Value) -> Result<Option<Value>> {
        let hash = self.plain_hash(dict, key)?;
        let Some(Payload::Dict(table)) = self.payload(dict) else { return Ok(None) };
        let slot = self.find_in(|same| table.find(hash, same), key)?;
        Ok(slot.and_then(|slot| table.entry_at(slot)).map(|entry| entry.value))
    }

    /// Whether hashing a key calls code of the program: the library's Python has to do it.
    pub fn has_own_hash(&self, key: Value) -> bool {
        match self.payload(key) {
            None => false,
            Some(Payload::Str(_)) if self.class_of(key) == classes::STR => false,
            Some(_) => matches!(self.hash(key), Hashed::NeedsCode),
        }
    }

    /// The entries of a dict with their hashes, to be put into another.
    pub fn dict_entries(&self, dict: Value) -> Vec<Entry> {
        match self.payload(dict) {
            Some(Payload::Dict(dict)) => dict.iter().collect(),
            _ => Vec::new(),
        }
    }

    pub fn dict_set(&mut self, dict: Value, key: Value, value: Value) -> Result<()> {
        let hash = self.plain_hash(dict, key)?;
        self.dict_put(dict, Entry { hash, key, value })
    }

    /// As [`Machine::dict_set`], with the hash known.
    pub fn dict_put(&mut self, dict: Value, Entry { hash, key, value }: Entry) -> Result<()> {
        let Value::Object(id) = dict else { return Ok(()) };
        let Payload::Dict(table) = &self.heap.get(id).payload else { return Ok(()) };
        let slot = self.find_in(|same| table.find(hash, same), key)?;
        if let Payload::Dict(table) = &mut self.heap.get_mut(id).payload {
            match slot {
                Some(slot) => table.set_value(slot, value),
                None => {
                    check_entries(table.len())?;
                    table.push(hash, key, value);
                    self.heap.count_growth(VALUES_AN_ENTRY);
                }
            }
        }
        Ok(())
    }

    pub fn dict_remove(&mut self, dict: Value, key: Value) -> Result<Option<Value>> {
        let hash = self.plain_hash(dict, key)?;
        let Value::Object(id) = dict else { return Ok(None) };
        let Payload::Dict(table) = &self.heap.get(id).payload else { return Ok(None) };
        let slot = self.find_in(|same| table.find(hash, same), key)?;
        match (&mut self.heap.get_mut(id).payload, slot) {
            (Payload::Dict(table), Some(slot)) => Ok(table.remove_at(slot).map(|entry| entry.value)),
            _ => Ok(None),
        }
    }

    pub fn new_dict(&mut self, entries: &[(Value, Value)]) -> Result<Value> {
        let dict = self.allocate(classes::DICT, Payload::Dict(Box::default()));
        for &(key, value) in entries {
            self.dict_set(dict, key, value)?;
        }
        Ok(dict)
    }

    pub fn dict_mut(&mut self, dict: Value) -> Option<&mut Dict> {
        match dict {
            Value::Object(id) => match &mut self.heap.get_mut(id).payload {
                Payload::Dict(dict) => Some(dict),
                _ => None,
            },
            _ => None,
        }
    }

    pub fn set_add(&mut self, set: Value, key: Value) -> Result<()> {
        let hash = self.plain_hash(set, key)?;
        let Value::Object(id) = set else { return Ok(()) };
        let (Payload::Set(table) | Payload::FrozenSet(table)) = &self.heap.get(id).payload else { return Ok(()) };
        if self.find_in(|same| table.find(hash, same), key)?.is_none()
            && let Payload::Set(table) | Payload::FrozenSet(table) = &mut self.heap.get_mut(id).payload
        {
            check_entries(table.len())?;
            table.push(hash, key);
            self.heap.count_growth(VALUES_AN_ENTRY);
        }
        Ok(())
    }

    pub fn new_set(&mut self, members: &[Value]) -> Result<Set> {
        let mut set = Set::default();
        for &key in members {
            let hash = self.plain_hash(Value::None, key)?;
            if self.find_in(|same| set.find(hash, same), key)?.is_none() {
                check_entries(set.len())?;
                set.push(hash, key);
            }
        }
        Ok(set)
    }

    /// What a comprehension does with its items.
    #[inline]
    pub(super) fn append_to_list(&mut self, list: Value, item: Value) -> Result<()> {
        if let Value::Object(id) = list
            && let Payload::List(items) = &mut self.heap.get_mut(id).payload
        {
            items.push(item);
            let length = items.len();
            self.heap.count_growth(1);
            check_length(length)?;
        }
        Ok(())
    }

    // --- Iteration -------------------------------------------------------------------------------------------------

    /// An iterator over a built-in container; None when it is none.
    pub fn built_in_iterator(&mut self, value: Value) -> Option<Value> {
        let Value::Object(id) = value else { return None };
        let (class, iteration) = match &self.heap.get(id).payload {
            Payload::List(_) => (classes::LIST_ITERATOR, Iteration::Sequence { object: id, next: 0 }),
            Payload::Tuple(_) => (classes::TUPLE_ITERATOR, Iteration::Sequence { object: id, next: 0 }),
            Payload::Str(_) => (classes::STR_ITERATOR, Iteration::Sequence { object: id, next: 0 }),
            Payload::Bytes(_) | Payload::ByteArray(_) => {
                (classes::BYTES_ITERATOR, Iteration::Sequence { object: id, next: 0 })
            }
            Payload::Range(range) => (
                classes::RANGE_ITERATOR,
                Iteration::Range { next: range.start, remaining: range.len(), step: range.step },
            ),
            Payload::Dict(_) => (classes::DICT_KEY_ITERATOR, self.dict_iteration(id, DictPart::Keys, false)),
            Payload::DictView(part, dict) => {
                let (part, dict) = (*part, *dict);
                let class = match part {
                    DictPart::Keys => classes::DICT_KEY_ITERATOR,
                    DictPart::Values => classes::DICT_VALUE_ITERATOR,
                    DictPart::Items => classes::DICT_ITEM_ITERATOR,
                };
                (class, self.dict_iteration(dict, part, false))
            }
            Payload::Set(set) | Payload::FrozenSet(set) => {
                (classes::SET_ITERATOR, Iteration::Set { set: id, slot: 0, length: set.len() })
            }
            Payload::Namespace(owner) => {
                let names = self.namespace_entries(*owner);
                let values: Vec<Value> = names.into_iter().map(|(name, _)| self.name_value(name)).collect();
                (classes::DICT_KEY_ITERATOR, Iteration::Values { values: values.into(), next: 0 })
            }
            Payload::Iterator(_) | Payload::Generator(_) => return Some(value),
            _ => return None,
        };
        Some(self.iterator(class, iteration))
    }

    pub fn dict_iteration(&self, dict: ObjectId, part: DictPart, reversed: bool) -> Iteration {
        let (length, slots) = match &self.heap.get(dict).payload {
            Payload::Dict(dict) => (dict.len(), dict.slot_count()),
            _ => (0, 0),
        };
        Iteration::Dict { dict, part, slot: if reversed { slots } else { 0 }, length, reversed }
    }

    /// The next item of an iterator over a range, a list or a tuple. None at its end, of any other, and while what a thread
    /// touches is being noted.
    #[inline]
    pub(super) fn next_quickly(&mut self, iterator: Value) -> Option<Value> {
        let Value::Object(id) = iterator else { return None };
        if self.heap.tracker.is_some() {
            return None;
        }
        let Payload::Iterator(iteration) = &mut self.heap.get_mut(id).payload else { return None };
        let (object, at) = match &mut **iteration {
            Iteration::Range { next, remaining, step } if *remaining > 0 => {
                let item = *next;
                *remaining -= 1;
                *next = next.wrapping_add(*step);
                return Some(Value::Int(item));
            }
            Iteration::Sequence { object, next } => (*object, *next),
            _ => return None,
        };
        let item = match &self.heap.get(object).payload {
            Payload::List(items) => *items.get(at)?,
            Payload::Tuple(items) => *items.get(at)?,
            _ => return None,
        };
        if let Payload::Iterator(iteration) = &mut self.heap.get_mut(id).payload
            && let Iteration::Sequence { next, .. } = &mut **iteration
        {
            *next += 1;
        }
        Some(item)
    }

    /// The next item of a built-in iterator.
    pub fn next_item(&mut self, iterator: ObjectId) -> Result<Next> {
        let Payload::Iterator(iteration) = &self.heap.get(iterator).payload else { return Ok(Next::End) };
        if let Iteration::Range { .. } = **iteration {
            return Ok(self.next_of_range(iterator));
        }
        let mut iteration = (**iteration).clone();
        let next = self.advance(&mut iteration)?;
        if let Payload::Iterator(stored) = &mut self.heap.get_mut(iterator).payload {
            **stored = iteration;
        }
        Ok(match next {
            Some(item) => Next::Item(item),
            None => Next::End,
        })
    }

    fn next_of_range(&mut self, iterator: ObjectId) -> Next {
        if let Payload::Iterator(iteration) = &mut self.heap.get_mut(iterator).payload
            && let Iteration::Range { next, remaining, step } = &mut **iteration
            && *remaining > 0
        {
            let item = *next;
            *remaining -= 1;
            *next = next.wrapping_add(*step);
            return Next::Item(Value::Int(item));
        }
        Next::End
    }

    fn advance(&mut self, iteration: &mut Iteration) -> Result<Option<Value>> {
        match iteration {
            // Has a shorter way.
            Iteration::Range { .. } => Ok(None),
            Iteration::Sequence { object, next } => {
                let item = self.item_at(*object, *next);
                match item {
                    Some(_) => *next += 1,
                    // An exhausted iterator stays so, even if the list grows later.
                    None => *next = usize::MAX,
                }
                Ok(item)
            }
            Iteration::Reversed { object, next } => {
                if *next == 0 {
                    return Ok(None);
                }
                *next -= 1;
                Ok(self.item_at(*object, *next))
            }
            Iteration::Values { values, next } => {
                let item = values.get(*next).copied();
                *next += 1;
                Ok(item)
            }
            Iteration::Set { set, slot, length } => {
                let found = match &self.heap.get(*set).payload {
                    Payload::Set(table) | Payload::FrozenSet(table) => {
                        if table.len() != *length {
                            return Err(self.raise(classes::RUNTIME_ERROR, "Set changed size during iteration"));
                        }
                        (*slot..table.slot_count()).find_map(|at| table.key_at(at).map(|key| (at, key)))
                    }
                    _ => None,
                };
                *slot = found.map_or(usize::MAX, |(at, _)| at + 1);
                Ok(found.map(|(_, key)| key))
            }
            Iteration::Dict { dict, part, slot, length, reversed } => {
                let Payload::Dict(table) = &self.heap.get(*dict).payload else { return Ok(None) };
                if table.len() != *length {
                    let was_exhausted = *slot == usize::MAX;
                    if was_exhausted {
                        return Ok(None);
                    }
                    return Err(self.raise(classes::RUNTIME_ERROR, "dictionary changed size during iteration"));
                }
                let found = if *reversed {
                    (0..(*slot).min(table.slot_count()))
                        .rev()
                        .find_map(|at| table.entry_at(at).map(|entry| (at, entry)))
                } else {
                    (*slot..table.slot_count()).find_map(|at| table.entry_at(at).map(|entry| (at, entry)))
                };
                let Some((at, entry)) = found else {
                    *slot = if *reversed { 0 } else { usize::MAX };
                    return Ok(None);
                };
                *slot = if *reversed { at } else { at + 1 };
                Ok(Some(match part {
                    DictPart::Keys => entry.key,
                    DictPart::Values => entry.value,
                    DictPart::Items => self.tuple(vec![entry.key, entry.value]),
                }))
            }
            Iteration::Items { .. } => Ok(None),
        }
    }

    /// The item of a built-in sequence at an index from the start.
    pub fn item_at(&mut self, object: ObjectId, index: usize) -> Option<Value> {
        match &self.heap.get(object).payload {
            Payload::List(items) => items.get(index).copied(),
            Payload::Tuple(items) => items.get(index).copied(),
            Payload::Bytes(bytes) => bytes.get(index).map(|&byte| Value::Int(i64::from(byte))),
            Payload::ByteArray(bytes) => bytes.get(index).map(|&byte| Value::Int(i64::from(byte))),
            Payload::Range(range) => (index < range.len() as usize).then(|| Value::Int(range.get(index as u64))),
            Payload::Str(text) => {
                let text = text.clone();
                if text.is_ascii() {
                    text.text.get(index..index.checked_add(1)?).map(|part| self.str(part))
                } else {
                    let character = text.text.chars().nth(index)?;
                    Some(self.str(character.encode_utf8(&mut [0; 4])))
                }
            }
            _ => None,
        }
    }

    pub fn length(&self, value: Value) -> Option<usize> {
        Some(match self.payload(value)? {
            Payload::Str(text) => text.characters as usize,
            Payload::Bytes(bytes) => bytes.len(),
            Payload::ByteArray(bytes) => bytes.len(),
            Payload::List(items) => items.len(),
            Payload::Tuple(items) => items.len(),
            Payload::Dict(dict) => dict.len(),
            Payload::Set(set) | Payload::FrozenSet(set) => set.len(),
            Payload::Range(range) => range.len() as usize,
            Payload::DictView(_, dict) => return self.length(Value::Object(*dict)),
            Payload::Namespace(owner) => self.namespace_entries(*owner).len(),
            _ => return None,
        })
    }

    /// All items of a built-in iterable at once; None when user code (a generator too) gives them.
    pub fn items_of(&mut self, value: Value) -> Result<Option<Vec<Value>>> {
        if let Some(items) = self.as_sequence(value)
            && self.lookup_overridden(self.class_of(value), super::names::ITER).is_none()
        {
            let items = items.to_vec();
            self.heap.count_items(items.len());
            return Ok(Some(items));
        }
        if self.class(self.class_of(value)).is_user
            && self.lookup_overridden(self.class_of(value), super::names::ITER).is_some()
        {
            return Ok(None);
        }
        if matches!(self.payload(value), Some(Payload::Generator(_))) {
            return Ok(None);
        }
        let Some(iterator) = self.built_in_iterator(value).and_then(Value::object) else { return Ok(None) };
        if let Some(Payload::Range(range)) = self.payload(value) {
            let range = **range;
            let length = usize::try_from(range.len()).unwrap_or(usize::MAX);
            check_length(length)?;
            self.heap.count_items(length);
            return Ok(Some((0..length as u64).map(|index| Value::Int(range.get(index))).collect()));
        }
        let mut items = Vec::new();
        while let Next::Item(item) = self.next_item(iterator)? {
            items.push(item);
            check_length(items.len())?;
        }
        self.heap.count_items(items.len());
        Ok(Some(items))
    }
}

/// Whether a text or a list may be so long.
pub fn check_length(length: usize) -> Result<()> {
    if length > LENGTH_LIMIT { Err(Fault::Limit(Limit::Length)) } else { Ok(()) }
}

fn check_entries(entries: usize) -> Result<()> {
    if entries >= TABLE_LIMIT { Err(Fault::Limit(Limit::Entries)) } else { Ok(()) }
}
