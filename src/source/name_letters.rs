//! Names with letters outside ASCII. Python brings names into the normal form NFKC while it reads them (The Python
//! Language Reference, 2.3 Names), so that `ﬁle`, with the ligature, is `file`. The tables for that are large, so the
//! parser here is built without them (see `vendor/unicode-normalization`) and a name may only have letters that are in
//! normal form by themselves and that do not combine with the letter before.

use super::diagnostic::{Diagnostic, DiagnosticKind};
use super::span::Span;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_text_size::Ranged;

/// Letters, marks and digits that NFKC leaves alone whatever stands beside them, in the scripts in common use. What lies
/// between them and is no part of a name does not matter.
const STABLE: &[(char, char)] = &[
    // Latin, without its ligatures and digraphs; with the letters of Vietnamese
    ('À', 'ı'),
    ('Ĵ', 'ľ'),
    ('Ł', 'ň'),
    ('Ŋ', 'ž'),
    ('ƀ', 'ǃ'),
    ('Ǎ', 'ǰ'),
    ('Ǵ', '\u{2af}'),
    ('Ḁ', 'ẙ'),
    ('ẜ', '\u{1eff}'),
    // Greek, Cyrillic, Armenian
    ('\u{370}', '\u{373}'),
    ('\u{376}', '\u{377}'),
    ('Έ', '\u{3cf}'),
    ('\u{3d7}', '\u{3ef}'),
    ('\u{3fa}', '\u{481}'),
    ('\u{48a}', '\u{52f}'),
    ('\u{531}', '\u{586}'),
    // Hebrew, Arabic
    ('\u{5d0}', '\u{5ea}'),
    ('\u{620}', '\u{64a}'),
    ('\u{660}', '\u{669}'),
    ('\u{671}', '\u{674}'),
    ('\u{679}', '\u{6d3}'),
    // Devanagari
    ('\u{904}', '\u{93b}'),
    ('\u{93d}', '\u{94c}'),
    ('\u{94e}', '\u{950}'),
    ('\u{960}', '\u{963}'),
    ('\u{966}', '\u{96f}'),
    // Chinese, Japanese, Korean
    ('\u{3005}', '\u{3007}'),
    ('ぁ', 'ゖ'),
    ('ァ', 'ヺ'),
    ('ー', 'ヾ'),
    ('\u{3400}', '\u{4dbf}'),
    ('\u{4e00}', '\u{9fff}'),
    ('가', '힣'),
];

/// Every name with a letter of which the normal form is not known.
pub fn unknown_letters(text: &str, tokens: &Tokens) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for token in tokens.iter().filter(|token| token.kind() == TokenKind::Name) {
        let span = Span::from(token.range());
        let name = text.get(span.start as usize..span.end as usize).unwrap_or("");
        if let Some(letter) = name.chars().find(|letter| !is_stable(*letter)) {
            found.push(Diagnostic {
                kind: DiagnosticKind::NotSupported,
                span,
                message: format!(
                    "not supported here: U+{:04X} in a name, which Python may read as another letter; use a plain letter",
                    u32::from(letter)
                ),
            });
        }
    }
    found
}

fn is_stable(letter: char) -> bool {
    letter.is_ascii() || STABLE.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::parse;

    fn messages(text: &str) -> Vec<String> {
        parse(text, 14).diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    #[test]
    fn names_of_many_languages_are_read_as_they_are() {
        for name in ["größe", "número", "đường", "μέγεθος", "размер", "גודל", "حجم", "आकार", "大小", "おおきさ", "크기"]
        {
            assert_eq!(messages(&format!("{name} = 1\n")), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn a_name_that_python_would_change_is_reported_at_its_place() {
        // A ligature, an accent of its own, a letter for formulas, a wide one, a superscript, a Roman numeral.
        for name in ["ﬁle", "e\u{301}t", "𝐱", "ｘ", "xª", "Ⅷ"] {
            let found = parse(&format!("ok = {name} = 1\n"), 14).diagnostics;
            assert_eq!(found.len(), 1, "{name}");
            assert_eq!(found[0].span, Span::new(5, 5 + name.len() as u32), "{name}");
            assert!(found[0].message.starts_with("not supported here: U+"), "{name}");
        }
    }

    #[test]
    fn strings_and_comments_may_hold_any_letter() {
        assert_eq!(messages("print('ﬁ 𝐱') # ﬁ\n"), Vec::<String>::new());
    }
}
