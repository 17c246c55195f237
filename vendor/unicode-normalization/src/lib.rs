//! A stand-in for `unicode-normalization`: the parser asks it only for the normal form of names.

use std::str::Chars;

/// What the parser uses of the real crate's trait.
pub trait UnicodeNormalization<I: Iterator<Item = char>> {
    /// The characters as they are; see the README for why that is their normal form.
    fn nfkc(self) -> I;
}

impl<'a> UnicodeNormalization<Chars<'a>> for &'a str {
    fn nfkc(self) -> Chars<'a> {
        self.chars()
    }
}
