//! `repr()` and `ascii()`.

use crate::recorded::{Record, bytes, check, text};
use last_thread_standing::machine::text::repr::{bytes_repr, escape_non_ascii, string_ascii, string_repr};

#[test]
fn strings_and_bytes_are_represented_as_in_cpython() {
    check("representation", |name, arguments, _| match name {
        "string_repr" => string_repr(text(&arguments[0])).record(),
        "string_ascii" => {
            let ascii = string_ascii(text(&arguments[0]));
            assert_eq!(escape_non_ascii(&string_repr(text(&arguments[0]))), ascii);
            ascii.record()
        }
        "bytes_repr" => bytes_repr(&bytes(&arguments[0])).record(),
        _ => panic!("{name}"),
    });
}
