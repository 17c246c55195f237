//! `UnicodeEncodeError` and `UnicodeDecodeError`: what they carry, and their text.

use super::classes;
use super::exception::Fault;
use super::heap::ObjectId;
use super::object::Payload;
use super::process::Machine;
use super::text::error::{CodecInput, Uncoded};
use super::text::repr::{escape_non_ascii, string_repr};
use super::value::Value;

impl Machine {
    /// The error with its five parts.
    pub(super) fn codec_error(&mut self, class: ObjectId, uncoded: Uncoded) -> Fault {
        let object = match &uncoded.object {
            CodecInput::Text(text) => self.str(text),
            CodecInput::Bytes(bytes) => self.bytes(bytes),
        };
        let (codec, reason) = (self.str(&uncoded.codec), self.str(&uncoded.reason));
        let [start, end] = [uncoded.start, uncoded.end].map(|at| Value::Int(at as i64));
        Fault::Raised(self.exception(class, vec![codec, object, start, end, reason]))
    }

    /// `str()` of an error of a codec with all its parts (`Objects/exceptions.c`, `UnicodeDecodeError_str`).
    pub(super) fn codec_error_text(&self, error: Value, arguments: &[Value]) -> Option<String> {
        let &[codec, object, start, end, reason] = arguments else { return None };
        if !self.is_instance(error, classes::UNICODE_ERROR) {
            return None;
        }
        let (codec, reason) = (self.as_str(codec)?, self.as_str(reason)?);
        let (start, end) = (self.as_int(start)?, self.as_int(end)?);
        let at = usize::try_from(start).ok()?;
        let (deed, one, many) = match self.payload(object)? {
            Payload::Bytes(bytes) => ("decode", format!("byte 0x{:02x}", bytes.get(at)?), "bytes"),
            Payload::Str(text) => {
                let character = text.text.chars().nth(at)?.to_string();
                ("encode", format!("character {}", escape_non_ascii(&string_repr(&character))), "characters")
            }
            _ => return None,
        };
        let what = if end == start + 1 {
            format!("{one} in position {start}")
        } else {
            format!("{many} in position {start}-{}", end - 1)
        };
        Some(format!("'{codec}' codec can't {deed} {what}: {reason}"))
    }
}
