//! The exception that an operation on text or numbers raises, and the bounds on what such an operation may make.

/// The longest text that one operation may make, in code points (or bytes): far beyond what a scenario needs, small
/// enough that a page cannot be made to fill the browser's memory with one expression.
pub const LONGEST_TEXT: usize = 1 << 24;

/// The largest integer that one operation may make, in bits: its decimal form is some 300,000 digits. Two of half the
/// size are multiplied in some 10 ms, even by a browser.
pub const LARGEST_INTEGER_BITS: u64 = 1 << 20;

/// An exception to be raised: the name of a builtin exception class and `str()` of the exception.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextError {
    pub exception: &'static str,
    pub message: String,
    /// What an error of a codec carries with it instead of the message.
    pub uncoded: Option<Box<Uncoded>>,
}

/// The part of a text or of bytes that a codec could make nothing of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Uncoded {
    pub codec: String,
    pub object: CodecInput,
    pub start: usize,
    pub end: usize,
    pub reason: String,
}

/// What a codec was given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CodecInput {
    Text(String),
    Bytes(Vec<u8>),
}

pub type TextResult<T> = Result<T, TextError>;

/// Stands in the place of an exception's name for what CPython could do and this simulator cannot; the message is what
/// to tell the person.
pub const NOT_SUPPORTED: &str = "not supported";

/// Stands in the place of an exception's name where an integer is larger than this simulator works with.
pub const INTEGER_TOO_LARGE: &str = "integer too large";

impl TextError {
    pub fn new(exception: &'static str, message: impl Into<String>) -> Self {
        Self { exception, message: message.into(), uncoded: None }
    }

    /// `UnicodeEncodeError` and `UnicodeDecodeError`.
    pub fn of_codec(uncoded: Uncoded, message: String) -> Self {
        let exception = match uncoded.object {
            CodecInput::Text(_) => "UnicodeEncodeError",
            CodecInput::Bytes(_) => "UnicodeDecodeError",
        };
        Self { exception, message, uncoded: Some(Box::new(uncoded)) }
    }

    pub fn value(message: impl Into<String>) -> Self {
        Self::new("ValueError", message)
    }

    pub fn type_error(message: impl Into<String>) -> Self {
        Self::new("TypeError", message)
    }

    pub fn index(message: impl Into<String>) -> Self {
        Self::new("IndexError", message)
    }

    pub fn overflow(message: impl Into<String>) -> Self {
        Self::new("OverflowError", message)
    }

    pub fn zero_division(message: impl Into<String>) -> Self {
        Self::new("ZeroDivisionError", message)
    }

    /// CPython would go on; this simulator does not work with integers so large.
    pub fn integer_too_large() -> Self {
        Self::new(INTEGER_TOO_LARGE, "")
    }

    /// What CPython raises when there is no room; its text is empty.
    pub fn memory() -> Self {
        Self::new("MemoryError", "")
    }
}

/// An error when a text of that length would be too long to make.
pub fn check_text_length(length: usize) -> TextResult<()> {
    if length > LONGEST_TEXT { Err(TextError::memory()) } else { Ok(()) }
}
