//! `str.encode` and `bytes.decode`.

use super::error::{CodecInput, NOT_SUPPORTED, TextError, TextResult, Uncoded};
use super::repr::string_repr;
use std::ops::Range;

/// The encodings that are modelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Ascii,
    Latin1,
}

/// How the names of Python's other encodings begin.
const OTHER_ENCODINGS: &[&str] = &[
    "utf_16",
    "utf16",
    "u16",
    "utf_32",
    "utf32",
    "u32",
    "utf_7",
    "utf7",
    "utf_8_sig",
    "cp",
    "windows_",
    "iso_8859_",
    "iso8859_",
    "iso2022",
    "latin_",
    "latin",
    "mac",
    "koi8",
    "kz1048",
    "big5",
    "gb",
    "hz",
    "shift",
    "sjis",
    "euc",
    "johab",
    "ptcp",
    "tis",
    "hp_roman",
    "unicode_escape",
    "raw_unicode",
    "idna",
    "punycode",
    "rot",
    "hex",
    "base64",
    "zlib",
    "bz2",
    "uu",
    "quopri",
    "mbcs",
    "oem",
    "ibm",
];

/// What happens to what cannot be encoded or decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorHandler {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
}

impl Encoding {
    /// By one of its names, in any case, with `-`, `_` or a space between its parts.
    pub fn named(name: &str) -> TextResult<Self> {
        let plain: String =
            name.chars().map(|c| if matches!(c, '-' | ' ') { '_' } else { c.to_ascii_lowercase() }).collect();
        match plain.as_str() {
            "utf_8" | "utf8" | "u8" | "utf" | "cp65001" => Ok(Encoding::Utf8),
            "ascii" | "us_ascii" | "646" => Ok(Encoding::Ascii),
            "latin_1" | "latin1" | "latin" | "iso_8859_1" | "iso8859_1" | "iso8859" | "8859" | "l1" | "cp819" => {
                Ok(Encoding::Latin1)
            }
            other if OTHER_ENCODINGS.iter().any(|known| other.starts_with(known)) => {
                Err(TextError::new(NOT_SUPPORTED, format!("the encoding {name}; utf-8, ascii and latin-1 are")))
            }
            _ => Err(TextError::new("LookupError", format!("unknown encoding: {name}"))),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
        }
    }

    fn limit(self) -> u32 {
        match self {
            Encoding::Utf8 => 0x11_0000,
            Encoding::Ascii => 128,
            Encoding::Latin1 => 256,
        }
    }
}

impl ErrorHandler {
    pub fn named(name: &str) -> TextResult<Self> {
        match name {
            "strict" => Ok(ErrorHandler::Strict),
            "ignore" => Ok(ErrorHandler::Ignore),
            "replace" => Ok(ErrorHandler::Replace),
            "backslashreplace" => Ok(ErrorHandler::BackslashReplace),
            "xmlcharrefreplace" => Ok(ErrorHandler::XmlCharRefReplace),
            _ => Err(TextError::new("LookupError", format!("unknown error handler name '{name}'"))),
        }
    }
}

/// `text.encode(encoding, errors)`. The name of the handler is only looked at when there is something to handle.
pub fn encode(text: &str, encoding: Encoding, errors: &str) -> TextResult<Vec<u8>> {
    if encoding == Encoding::Utf8 || text.is_ascii() {
        return Ok(text.as_bytes().to_vec());
    }
    let cannot = |c: char| u32::from(c) >= encoding.limit();
    let mut out = Vec::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        if !cannot(c) {
            out.push(u32::from(c) as u8);
            continue;
        }
        match ErrorHandler::named(errors)? {
            ErrorHandler::Strict => {
                let run = text.chars().skip(at).take_while(|&c| cannot(c)).count();
                let what = if run == 1 {
                    let escaped = super::repr::string_ascii(&c.to_string());
                    format!("character {escaped} in position {at}")
                } else {
                    format!("characters in position {at}-{}", at + run - 1)
                };
                let reason = format!("ordinal not in range({})", encoding.limit());
                let message = format!("'{}' codec can't encode {what}: {reason}", encoding.name());
                let object = CodecInput::Text(text.to_owned());
                let codec = encoding.name().to_owned();
                return Err(TextError::of_codec(Uncoded { codec, object, start: at, end: at + run, reason }, message));
            }
            ErrorHandler::Ignore => {}
            ErrorHandler::Replace => out.push(b'?'),
            ErrorHandler::BackslashReplace => {
                let quoted = super::repr::string_ascii(&c.to_string());
                out.extend(quoted.trim_matches('\'').bytes());
            }
            ErrorHandler::XmlCharRefReplace => out.extend(format!("&#{};", u32::from(c)).bytes()),
        }
    }
    Ok(out)
}

/// `bytes.decode(encoding, errors)`.
pub fn decode(bytes: &[u8], encoding: Encoding, errors: &str) -> TextResult<String> {
    match encoding {
        Encoding::Latin1 => Ok(bytes.iter().map(|&byte| char::from(byte)).collect()),
        Encoding::Ascii => decode_ascii(bytes, errors),
        Encoding::Utf8 => decode_utf8(bytes, errors),
    }
}

fn decode_ascii(bytes: &[u8], errors: &str) -> TextResult<String> {
    let mut out = String::with_capacity(bytes.len());
    for (at, &byte) in bytes.iter().enumerate() {
        if byte.is_ascii() {
            out.push(char::from(byte));
        } else {
            handle_undecodable(&mut out, bytes, at..at + 1, "ascii", "ordinal not in range(128)", errors)?;
        }
    }
    Ok(out)
}

fn decode_utf8(bytes: &[u8], errors: &str) -> TextResult<String> {
    let mut out = String::with_capacity(bytes.len());
    let mut rest = bytes;
    let mut at = 0;
    loop {
        let error = match std::str::from_utf8(rest) {
            Ok(text) => {
                out.push_str(text);
                return Ok(out);
            }
            Err(error) => error,
        };
        let (valid, after) = rest.split_at(error.valid_up_to());
        out.push_str(std::str::from_utf8(valid).unwrap_or_default());
        at += valid.len();
        let length = error.error_len().unwrap_or(after.len());
        let (wrong, next) = after.split_at(length.min(after.len()));
        let reason = match (error.error_len(), wrong.first()) {
            (None, _) => "unexpected end of data",
            (Some(_), Some(0x80..=0xc1 | 0xf5..=0xff)) => "invalid start byte",
            (Some(_), _) => "invalid continuation byte",
        };
        handle_undecodable(&mut out, bytes, at..at + wrong.len(), "utf-8", reason, errors)?;
        at += wrong.len();
        rest = next;
    }
}

fn handle_undecodable(
    out: &mut String,
    bytes: &[u8],
    at: Range<usize>,
    codec: &str,
    reason: &str,
    errors: &str,
) -> TextResult<()> {
    let wrong = bytes.get(at.clone()).unwrap_or_default();
    match ErrorHandler::named(errors)? {
        ErrorHandler::Strict => {
            let what = match wrong {
                [byte] => format!("byte 0x{byte:02x} in position {}", at.start),
                _ => format!("bytes in position {}-{}", at.start, at.end - 1),
            };
            let message = format!("'{codec}' codec can't decode {what}: {reason}");
            let (codec, reason) = (codec.to_owned(), reason.to_owned());
            let object = CodecInput::Bytes(bytes.to_vec());
            Err(TextError::of_codec(Uncoded { codec, object, start: at.start, end: at.end, reason }, message))
        }
        ErrorHandler::Ignore => Ok(()),
        ErrorHandler::Replace => {
            out.push(char::REPLACEMENT_CHARACTER);
            Ok(())
        }
        ErrorHandler::BackslashReplace => {
            wrong.iter().for_each(|byte| out.push_str(&format!("\\x{byte:02x}")));
            Ok(())
        }
        ErrorHandler::XmlCharRefReplace => {
            Err(TextError::type_error("don't know how to handle UnicodeDecodeError in error callback"))
        }
    }
}

/// `str(bytes)` with the text shown for a wrong type of separator or the like.
pub fn bytes_like_error(type_name: &str) -> TextError {
    TextError::type_error(format!("a bytes-like object is required, not {}", string_repr(type_name)))
}
