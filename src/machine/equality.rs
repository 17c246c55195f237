//! Equality, order and hashes of built-in values. Where user code would have a say, the answer is `None` and the caller
//! lets the library's Python do it.

use super::classes;
use super::exception::{Fault, Result};
use super::heap::ObjectId;
use super::limits::{NATIVE_WORK_LIMIT, NESTING_LIMIT};
use super::names;
use super::object::{DictPart, Payload};
use super::process::Machine;
use super::set::Set;
use super::text::{hash, integer_arithmetic};
use super::value::Value;
use num_bigint::BigInt;
use std::cmp::Ordering;

/// A hash, or why there is none.
pub enum Hashed {
    Known(u64),
    /// The value's class has its own `__hash__` or `__eq__`, or a part of the value does.
    NeedsCode,
    /// `TypeError: unhashable type`: of this value.
    Unhashable(Value),
}

/// Hashing a byte takes as long as reading so many.
const BYTES_HASHED_AS_ONE_READ: usize = 8;

/// To compare or to hash one value within another takes about as long as so many operations.
const OPERATIONS_A_COMPARISON: u64 = 4;

/// How far a look into containers has come: how deep it is, and at which count of operations it began.
#[derive(Clone, Copy)]
struct Look {
    depth: usize,
    began_at: u64,
}

impl Look {
    fn deeper(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }
}

impl Machine {
    fn look(&self) -> Look {
        Look { depth: 0, began_at: self.heap.uncounted_operations() }
    }

    /// Counts items that are looked at. Whether it has become too much for one operation: containers that hold one another
    /// many times over would take for ever. Code of the library goes on then, which can be interrupted.
    fn is_much(&self, look: Look, items: usize) -> bool {
        self.heap.count_items(items);
        self.heap.count_operations(OPERATIONS_A_COMPARISON);
        self.heap.uncounted_operations() - look.began_at > NATIVE_WORK_LIMIT
    }

    /// Whether the class, or one of its user-defined bases, defines its own equality.
    fn has_own_equality(&self, class: ObjectId) -> bool {
        self.class(class).is_user && self.lookup_overridden(class, names::EQ).is_some()
    }

    /// `left == right` for built-in values; None when user code decides.
    pub fn equal(&self, left: Value, right: Value) -> Result<Option<bool>> {
        self.equal_nested(left, right, self.look())
    }

    /// Identity or equality, as containers compare.
    pub fn same(&self, left: Value, right: Value) -> Result<Option<bool>> {
        if left.is(right) { Ok(Some(true)) } else { self.equal(left, right) }
    }

    fn equal_nested(&self, left: Value, right: Value, look: Look) -> Result<Option<bool>> {
        use Payload as P;
        match (left, right) {
            (Value::Int(a), Value::Int(b)) => return Ok(Some(a == b)),
            (Value::Float(a), Value::Float(b)) => return Ok(Some(a == b)),
            (Value::Object(_), _) | (_, Value::Object(_)) => {}
            (a, b) => {
                return Ok(Some(match self.compare_numbers(a, b) {
                    Some(ordering) => ordering == Some(Ordering::Equal),
                    None => a.is(b),
                }));
            }
        }
        if let (Some(P::Str(a)), Some(P::Str(b))) = (self.payload(left), self.payload(right))
            && (self.class_of(left), self.class_of(right)) == (classes::STR, classes::STR)
        {
            self.heap.count_bytes_read(a.text.len());
            return Ok(Some(a.text == b.text));
        }
        if look.depth > NESTING_LIMIT {
            return Err(Fault::NotSupported("comparing containers nested more than 200 deep".to_owned()));
        }
        if self.has_own_equality(self.class_of(left)) || self.has_own_equality(self.class_of(right)) {
            return Ok(None);
        }
        if let Some(ordering) = self.compare_numbers(left, right) {
            return Ok(Some(ordering == Some(Ordering::Equal)));
        }
        let (Some(a), Some(b)) = (self.payload(left), self.payload(right)) else {
            return Ok(Some(left.is(right)));
        };
        Ok(Some(match (a, b) {
            (P::Str(a), P::Str(b)) => {
                self.heap.count_bytes_read(a.text.len());
                a.text == b.text
            }
            (P::Bytes(a), P::Bytes(b)) => {
                self.heap.count_bytes_read(a.len());
                a == b
            }
            (P::ByteArray(a), P::ByteArray(b)) => a == b,
            (P::Bytes(a), P::ByteArray(b)) | (P::ByteArray(b), P::Bytes(a)) => a[..] == b[..],
            (P::Tuple(a), P::Tuple(b)) => return self.equal_items(a, b, look),
            (P::List(a), P::List(b)) => return self.equal_items(a, b, look),
            (P::Range(a), P::Range(b)) => {
                a.len() == b.len() && (a.is_empty() || (a.start == b.start && (a.len() == 1 || a.step == b.step)))
            }
            (P::Dict(a), P::Dict(b)) => {
                if a.len() != b.len() {
                    return Ok(Some(false));
                }
                if self.is_much(look, a.len()) {
                    return Ok(None);
                }
                for entry in a.iter() {
                    let slot = match self.find_or_ask(|same| b.find(entry.hash, same), entry.key)? {
                        None => return Ok(None),
                        Some(None) => return Ok(Some(false)),
                        Some(Some(slot)) => slot,
                    };
                    let Some(other) = b.entry_at(slot) else { return Ok(Some(false)) };
                    if entry.value.is(other.value) {
                        continue;
                    }
                    match self.equal_nested(entry.value, other.value, look.deeper())? {
                        Some(true) => {}
                        answer => return Ok(answer),
                    }
                }
                true
            }
            (P::Set(a) | P::FrozenSet(a), P::Set(b) | P::FrozenSet(b)) => return self.equal_sets(a, b),
            (P::DictView(DictPart::Items, a), P::DictView(DictPart::Items, b)) => {
                return self.equal_nested(Value::Object(*a), Value::Object(*b), look.deeper());
            }
            (P::DictView(DictPart::Keys, _), P::DictView(DictPart::Keys, _) | P::Set(_) | P::FrozenSet(_))
            | (P::Set(_) | P::FrozenSet(_), P::DictView(DictPart::Keys, _)) => {
                let (Some(a), Some(b)) = (self.as_hashed_set(left), self.as_hashed_set(right)) else {
                    return Ok(Some(false));
                };
                return self.equal_sets(&a, &b);
            }
            // Pairs are made to be looked for: the library's Python does it.
            (P::DictView(DictPart::Items, _), P::Set(_) | P::FrozenSet(_))
            | (P::Set(_) | P::FrozenSet(_), P::DictView(DictPart::Items, _)) => return Ok(None),
            (P::Slice(a), P::Slice(b)) => return self.equal_items(&a[..], &b[..], look),
            (P::BoundMethod { function: f, receiver: r }, P::BoundMethod { function: g, receiver: s }) => {
                f.is(*g) && r.is(*s)
            }
            _ => left.is(right),
        }))
    }

    fn equal_sets(&self, left: &Set, right: &Set) -> Result<Option<bool>> {
        if left.len() != right.len() {
            return Ok(Some(false));
        }
        for (hash, key) in left.iter() {
            match self.find_or_ask(|same| right.find(hash, same), key)? {
                None => return Ok(None),
                Some(None) => return Ok(Some(false)),
                Some(Some(_)) => {}
            }
        }
        Ok(Some(true))
    }

    /// A set, or the keys of a dict as one.
    fn as_hashed_set(&self, value: Value) -> Option<Set> {
        match self.payload(value)? {
            Payload::Set(set) | Payload::FrozenSet(set) => Some((**set).clone()),
            Payload::DictView(DictPart::Keys, dict) => {
                let mut set = Set::default();
                self.dict_entries(Value::Object(*dict)).iter().for_each(|entry| set.push(entry.hash, entry.key));
                Some(set)
            }
            _ => None,
        }
    }

    fn equal_items(&self, left: &[Value], right: &[Value], look: Look) -> Result<Option<bool>> {
        if left.len() != right.len() {
            return Ok(Some(false));
        }
        if self.is_much(look, left.len()) {
            return Ok(None);
        }
        for (&a, &b) in left.iter().zip(right) {
            if a.is(b) {
                continue;
            }
            match self.equal_nested(a, b, look.deeper())? {
                Some(true) => {}
                answer => return Ok(answer),
            }
        }
        Ok(Some(true))
    }

    /// Finds a key in a table; an answer that only code of the program could give is refused.
    pub fn find_in(
        &self,
        find: impl FnOnce(&mut dyn FnMut(Value) -> bool) -> Option<usize>,
        key: Value,
    ) -> Result<Option<usize>> {
        match self.find_or_ask(find, key)? {
            Some(found) => Ok(found),
            None => {
                let name = self.type_name(key);
                Err(Fault::NotSupported(format!("a key of type {name} next to one with its own __eq__, in this place")))
            }
        }
    }

    /// Finds a key in a table; the outer None: code of the program would have to compare it with another key.
    pub fn find_or_ask(
        &self,
        find: impl FnOnce(&mut dyn FnMut(Value) -> bool) -> Option<usize>,
        key: Value,
    ) -> Result<Option<Option<usize>>> {
        let (mut fault, mut undecided) = (None, false);
        let found = find(&mut |other| match self.same(key, other) {
            Ok(Some(answer)) => answer,
            Ok(None) => {
                undecided = true;
                false
            }
            Err(error) => {
                fault = Some(error);
                false
            }
        });
        match fault {
            Some(error) => Err(error),
            None if found.is_none() && undecided => Ok(None),
            None => Ok(Some(found)),
        }
    }

    /// Compares two numbers of any kinds exactly; the outer None: not both are numbers; the inner: a NaN is.
    pub fn compare_numbers(&self, left: Value, right: Value) -> Option<Option<Ordering>> {
        let (left, right) = (self.number(left), self.number(right));
        match (self.as_int(left), self.as_int(right)) {
            (Some(a), Some(b)) => return Some(Some(a.cmp(&b))),
            (Some(a), None) => {
                if let Value::Float(b) = right {
                    return Some(integer_arithmetic::compare_with_float(&BigInt::from(a), b));
                }
            }
            (None, Some(b)) => {
                if let Value::Float(a) = left {
                    return Some(integer_arithmetic::compare_with_float(&BigInt::from(b), a).map(Ordering::reverse));
                }
            }
            _ => {}
        }
        match (left, right) {
            (Value::Float(a), Value::Float(b)) => Some(a.partial_cmp(&b)),
            (Value::Float(a), _) => {
                self.as_big(right).map(|b| integer_arithmetic::compare_with_float(&b, a).map(Ordering::reverse))
            }
            (_, Value::Float(b)) => self.as_big(left).map(|a| integer_arithmetic::compare_with_float(&a, b)),
            _ => Some(Some(self.as_big(left)?.cmp(&self.as_big(right)?))),
        }
    }

    /// The hash that decides where a key stands.
    pub fn hash(&self, value: Value) -> Hashed {
        self.hash_nested(value, self.look())
    }

    fn hash_nested(&self, value: Value, look: Look) -> Hashed {
        match value {
            Value::Int(number) => return Hashed::Known(hash::hash_small_integer(number) as u64),
            Value::Bool(truth) => return Hashed::Known(truth as u64),
            Value::Float(number) => return Hashed::Known(hash::hash_float(number) as u64),
            Value::None | Value::Unbound => return Hashed::Known(0xfca86420),
            Value::NotImplemented => return Hashed::Known(0xfca86421),
            Value::Ellipsis => return Hashed::Known(0xfca86422),
            Value::Native(id) => return Hashed::Known(0x1_0000 + u64::from(id.0)),
            Value::Object(_) => {}
        }
        let class = self.class_of(value);
        if self.class(class).is_user {
            let hash = self.lookup_overridden(class, names::HASH);
            if hash == Some(Value::None) {
                return Hashed::Unhashable(value);
            }
            if hash.is_some() {
                return Hashed::NeedsCode;
            }
        }
        self.hash_by_payload(value, look)
    }

    /// As the built-in class that a value's class derives from hashes it.
    pub fn built_in_hash(&self, value: Value) -> Hashed {
        match value {
            Value::Object(_) => self.hash_by_payload(value, self.look()),
            _ => self.hash(value),
        }
    }

    fn hash_by_payload(&self, value: Value, look: Look) -> Hashed {
        if let Value::Object(id) = value {
            // A hash takes several times as long as a comparison.
            self.heap.count_bytes_read(BYTES_HASHED_AS_ONE_READ * self.heap.look_at(id).bytes());
        }
        match self.payload(value) {
            Some(Payload::Slice(_)) if !self.is_at_least(12) => Hashed::Unhashable(value),
            Some(Payload::Str(text)) => Hashed::Known(text.hash()),
            Some(Payload::Bytes(bytes)) => Hashed::Known(hash::hash_bytes(bytes) as u64),
            Some(Payload::BigInt(number)) => Hashed::Known(hash::hash_integer(number) as u64),
            Some(Payload::Number(number)) => self.hash_nested(*number, look),
            Some(Payload::Tuple(items)) => {
                if look.depth > NESTING_LIMIT || self.is_much(look, items.len()) {
                    return Hashed::NeedsCode;
                }
                let mut lanes = Vec::with_capacity(items.len());
                for &item in items.iter() {
                    match self.hash_nested(item, look.deeper()) {
                        Hashed::Known(lane) => lanes.push(lane as i64),
                        other => return other,
                    }
                }
                Hashed::Known(hash::hash_tuple(lanes) as u64)
            }
            Some(Payload::FrozenSet(set)) => {
                Hashed::Known(hash::hash_frozenset(set.iter().map(|(lane, _)| lane as i64)) as u64)
            }
            Some(
                Payload::List(_) | Payload::Dict(_) | Payload::Set(_) | Payload::ByteArray(_) | Payload::Namespace(_),
            ) => Hashed::Unhashable(value),
            Some(Payload::Range(range)) => {
                Hashed::Known(hash::hash_small_integer(range.len() as i64 ^ (range.start << 7)) as u64)
            }
            Some(Payload::BoundMethod { function, receiver }) => {
                match (self.hash_nested(*function, look.deeper()), self.hash_identity(*receiver)) {
                    (Hashed::Known(a), b) => Hashed::Known(a.rotate_left(7) ^ b),
                    (other, _) => other,
                }
            }
            _ => Hashed::Known(self.hash_identity(value)),
        }
    }

    fn hash_identity(&self, value: Value) -> u64 {
        match value {
            Value::Object(id) => u64::from(id.0).wrapping_mul(0x9E37_79B9) >> 4,
            other => match self.hash_nested(other, self.look()) {
                Hashed::Known(hash) => hash,
                _ => 0,
            },
        }
    }

    /// `left < right` and the like for built-in sequences and texts; the outer None: user code decides or the types do
    /// not compare.
    pub fn order(&self, left: Value, right: Value) -> Result<Option<Option<Ordering>>> {
        self.order_nested(left, right, 0)
    }

    fn order_nested(&self, left: Value, right: Value, depth: usize) -> Result<Option<Option<Ordering>>> {
        if let Some(ordering) = self.compare_numbers(left, right) {
            return Ok(Some(ordering));
        }
        if depth > NESTING_LIMIT {
            return Err(Fault::NotSupported("comparing containers nested more than 200 deep".to_owned()));
        }
        let (Some(a), Some(b)) = (self.payload(left), self.payload(right)) else { return Ok(None) };
        if let Value::Object(id) = left {
            self.heap.count_bytes_read(self.heap.look_at(id).bytes());
        }
        match (a, b) {
            (Payload::Str(a), Payload::Str(b)) => Ok(Some(Some(a.text.cmp(&b.text)))),
            (Payload::Bytes(a), Payload::Bytes(b)) => Ok(Some(Some(a.cmp(b)))),
            (Payload::Bytes(a), Payload::ByteArray(b)) => Ok(Some(Some((**a).cmp(b)))),
            (Payload::ByteArray(a), Payload::Bytes(b)) => Ok(Some(Some((**a).cmp(b)))),
            (Payload::ByteArray(a), Payload::ByteArray(b)) => Ok(Some(Some(a.cmp(b)))),
            (Payload::Tuple(a), Payload::Tuple(b)) => self.order_items(a, b, depth),
            (Payload::List(a), Payload::List(b)) => self.order_items(a, b, depth),
            _ => Ok(None),
        }
    }

    fn order_items(&self, left: &[Value], right: &[Value], depth: usize) -> Result<Option<Option<Ordering>>> {
        for (&a, &b) in left.iter().zip(right) {
            match self.same(a, b)? {
                Some(true) => {}
                Some(false) => return self.order_nested(a, b, depth + 1),
                None => return Ok(None),
            }
        }
        Ok(Some(Some(left.len().cmp(&right.len()))))
    }

    /// The content of a bytes or bytearray.
    pub(super) fn bytes_of(&self, value: Value) -> Vec<u8> {
        match self.payload(value) {
            Some(Payload::Bytes(bytes)) => bytes.to_vec(),
            Some(Payload::ByteArray(bytes)) => bytes.clone(),
            _ => Vec::new(),
        }
    }

    /// Whether two classes are unrelated by user-defined special methods, so that the built-in rules apply.
    pub fn is_plain(&self, value: Value) -> bool {
        !self.class(self.class_of(value)).is_user
    }

    /// The class of exceptions that `except` clauses may name.
    pub fn is_exception_class(&self, value: Value) -> bool {
        self.as_class(value).is_some_and(|class| self.is_subclass(class, classes::BASE_EXCEPTION))
    }
}
