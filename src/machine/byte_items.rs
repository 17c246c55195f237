//! Items and slices of a bytearray, stored and deleted (`Objects/bytearrayobject.c`, `bytearray_ass_subscript`).

use super::arguments::Arguments;
use super::classes;
use super::exception::Result;
use super::frame::Then;
use super::heap::ObjectId;
use super::library::Flow;
use super::object::Payload;
use super::process::Machine;
use super::subscript::SliceIndices;
use super::value::Value;

const NO_INDEX: &str = "bytearray indices must be integers or slices";

impl Machine {
    /// `%` of bytes, which the library does where a program has it behind a literal.
    pub(super) fn bytes_percent(&mut self, template: Value, values: Value) -> Result<Flow> {
        let function = self.builtin_named(".bytes_percent");
        if function == Value::None {
            return self.not_supported("`%` of bytes that are no literal; format a str and encode it");
        }
        let arguments = Arguments::positional(&[template, values]);
        Ok(Flow::Call { callable: function, arguments, then: Then::Push })
    }

    fn byte_count(&self, id: ObjectId) -> usize {
        match &self.heap.get(id).payload {
            Payload::ByteArray(bytes) => bytes.len(),
            _ => 0,
        }
    }

    /// `bytearray[key] = value`, for an index or a slice.
    /// Out of line: few programs come here, and the page can fetch it later.
    #[inline(never)]
    pub(super) fn store_byte_items(&mut self, id: ObjectId, key: Value, value: Value) -> Result<Flow> {
        let length = self.byte_count(id);
        if let Some(Payload::Slice(parts)) = self.payload(key) {
            let parts = **parts;
            let indices = self.slice_indices(parts, length)?;
            return self.store_bytes(id, indices, value);
        }
        let Some(index) = self.index_of(key)? else { return self.type_error(NO_INDEX) };
        let Some(byte) = self.as_int(value) else {
            let name = self.type_name(value);
            return self.type_error(&format!("'{name}' object cannot be interpreted as an integer"));
        };
        let Ok(byte) = u8::try_from(byte) else { return self.value_error("byte must be in range(0, 256)") };
        let at = if index < 0 { index + length as i64 } else { index };
        match (usize::try_from(at), &mut self.heap.get_mut(id).payload) {
            (Ok(at), Payload::ByteArray(bytes)) if at < length => bytes[at] = byte,
            _ => return Err(self.raise(classes::INDEX_ERROR, "bytearray index out of range")),
        }
        Ok(Flow::Value(Value::None))
    }

    fn store_bytes(&mut self, id: ObjectId, indices: SliceIndices, value: Value) -> Result<Flow> {
        let new_bytes: Option<Vec<u8>> = match self.payload(value) {
            Some(Payload::Bytes(bytes)) => Some(bytes.to_vec()),
            Some(Payload::ByteArray(bytes)) => Some(bytes.to_vec()),
            _ if self.as_int(value).is_some() || self.as_str(value).is_some() => None,
            _ => self
                .items_of(value)?
                .and_then(|items| items.iter().map(|&item| u8::try_from(self.as_int(item)?).ok()).collect()),
        };
        let Some(new_bytes) = new_bytes else {
            return self.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        };
        if indices.step != 1 && new_bytes.len() != indices.count {
            let (given, wanted) = (new_bytes.len(), indices.count);
            return self
                .value_error(&format!("attempt to assign bytes of size {given} to extended slice of size {wanted}"));
        }
        if let Payload::ByteArray(bytes) = &mut self.heap.get_mut(id).payload {
            super::containers::check_length(bytes.len() + new_bytes.len())?;
            if indices.step == 1 {
                let start = indices.start as usize;
                bytes.splice(start..start + indices.count, new_bytes);
            } else {
                for (at, byte) in indices.positions().zip(new_bytes) {
                    bytes[at] = byte;
                }
            }
        }
        Ok(Flow::Value(Value::None))
    }

    /// `del bytearray[key]`, for an index or a slice.
    pub(super) fn delete_bytes(&mut self, id: ObjectId, key: Value) -> Result<Flow> {
        let length = self.byte_count(id);
        let mut gone = vec![false; length];
        if let Some(Payload::Slice(parts)) = self.payload(key) {
            let parts = **parts;
            self.slice_indices(parts, length)?.positions().for_each(|at| gone[at] = true);
        } else {
            let Some(index) = self.index_of(key)? else { return self.type_error(NO_INDEX) };
            let at = if index < 0 { index + length as i64 } else { index };
            match usize::try_from(at).ok().filter(|&at| at < length) {
                Some(at) => gone[at] = true,
                None => return Err(self.raise(classes::INDEX_ERROR, "bytearray index out of range")),
            }
        }
        if let Payload::ByteArray(bytes) = &mut self.heap.get_mut(id).payload {
            let mut at = 0;
            bytes.retain(|_| {
                at += 1;
                !gone[at - 1]
            });
        }
        Ok(Flow::Value(Value::None))
    }
}
