//! Values: what a variable, an operand or an item holds. Small and `Copy`; everything larger lives in the heap.

use super::heap::ObjectId;

/// A function of the library that is written in Rust: an index into [`super::library::Library::natives`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NativeId(pub u32);

/// A Python value, or the absence of one. Two whole words: with a tag of one byte, copies are made of pieces that overlap,
/// and the interpreter loses half its time on them.
#[repr(u64)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Value {
    /// No value: an empty slot, a deleted name, the second operand of a plain `LoadMethod`.
    #[default]
    Unbound,
    None,
    NotImplemented,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Float(f64),
    Object(ObjectId),
    Native(NativeId),
}

impl Value {
    /// Whether both are the very same value, as `is` sees it.
    pub fn is(self, other: Value) -> bool {
        match (self, other) {
            (Value::Float(left), Value::Float(right)) => left.to_bits() == right.to_bits(),
            _ => self == other,
        }
    }

    #[inline]
    pub fn is_bound(self) -> bool {
        !matches!(self, Value::Unbound)
    }

    pub fn object(self) -> Option<ObjectId> {
        match self {
            Value::Object(id) => Some(id),
            _ => None,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<ObjectId> for Value {
    fn from(id: ObjectId) -> Self {
        Value::Object(id)
    }
}
