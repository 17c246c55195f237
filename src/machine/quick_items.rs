//! Short ways to the items of lists, tuples and dicts, for the keys that programs mostly use. They leave out only what has
//! no effect there: looking for methods of the program's own, and being noted while what a thread touches is of interest.

use super::classes;
use super::dict::Dict;
use super::heap::Heap;
use super::object::{Object, Payload};
use super::process::Machine;
use super::text::hash::hash_small_integer;
use super::value::Value;

/// Looking for a longer key counts as work (see `Machine::hash`).
const SHORT_TEXT_BYTES: usize = 16;

impl Machine {
    /// `container[key]`. None: look properly.
    #[inline]
    pub(super) fn item_quickly(&self, container: Value, key: Value) -> Option<Value> {
        let Value::Object(id) = container else { return None };
        if self.heap.tracker.is_some() {
            return None;
        }
        let object = self.heap.get(id);
        match (&object.payload, key) {
            (Payload::List(items), Value::Int(index)) if object.class == classes::LIST => {
                items.get(usize::try_from(index).ok()?).copied()
            }
            (Payload::Tuple(items), Value::Int(index)) if object.class == classes::TUPLE => {
                items.get(usize::try_from(index).ok()?).copied()
            }
            (Payload::Dict(dict), _) if object.class == classes::DICT => {
                let slot = find_quickly(&self.heap, dict, key)?;
                dict.entry_at(slot).map(|entry| entry.value)
            }
            _ => None,
        }
    }

    /// `container[key] = value` where that puts another item in the place of one. False: do it properly.
    #[inline]
    pub(super) fn store_item_quickly(&mut self, container: Value, key: Value, value: Value) -> bool {
        let Value::Object(id) = container else { return false };
        if self.heap.tracker.is_some() {
            return false;
        }
        let object = self.heap.get(id);
        let slot = match (&object.payload, key) {
            (Payload::List(items), Value::Int(index)) if object.class == classes::LIST => {
                usize::try_from(index).ok().filter(|&at| at < items.len())
            }
            (Payload::Dict(dict), _) if object.class == classes::DICT => find_quickly(&self.heap, dict, key),
            _ => None,
        };
        let Some(at) = slot else { return false };
        match &mut self.heap.get_mut(id).payload {
            Payload::List(items) => items[at] = value,
            Payload::Dict(dict) => dict.set_value(at, value),
            _ => return false,
        }
        true
    }
}

/// The slot of an int or str among keys that are ints and strs; None also where that cannot be said so simply.
fn find_quickly(heap: &Heap, dict: &Dict, key: Value) -> Option<usize> {
    let text = |value: Value| match value {
        Value::Object(id) => match heap.get(id) {
            Object { class: classes::STR, payload: Payload::Str(text), .. } => Some(text),
            _ => None,
        },
        _ => None,
    };
    match key {
        Value::Int(number) => {
            let hash = hash_small_integer(number) as u64;
            let mut is_clear = true;
            let slot = dict.find(hash, |other| {
                is_clear &= matches!(other, Value::Int(_));
                other == key
            });
            slot.filter(|_| is_clear)
        }
        _ => {
            let wanted = text(key).filter(|wanted| wanted.text.len() < SHORT_TEXT_BYTES)?;
            let mut is_clear = true;
            let slot = dict.find(wanted.hash(), |other| match text(other) {
                Some(found) => found.text == wanted.text,
                None => {
                    is_clear = false;
                    false
                }
            });
            slot.filter(|_| is_clear)
        }
    }
}
