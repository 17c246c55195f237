//! Texts that the page does not have in its program but fetches, all together in one file, when one of them is wanted. In the
//! file each follows a line with a mark and its name (`scripts/bundle-editor.sh` writes it).

use std::cell::Cell;

/// The texts of one such file, once it has been brought.
pub struct BroughtTexts {
    mark: &'static str,
    file: Cell<Option<&'static str>>,
}

impl BroughtTexts {
    /// `mark` stands before each name.
    pub const fn new(mark: &'static str) -> Self {
        Self { mark, file: Cell::new(None) }
    }

    /// Takes the file, which stays for as long as the page.
    pub fn bring(&self, file: String) {
        self.file.set(Some(file.leak()));
    }

    /// The file, when it has been brought.
    pub fn file(&self) -> Option<&'static str> {
        self.file.get()
    }

    /// The text of that name; None as long as it is not here.
    pub fn text(&self, name: &str) -> Option<&'static str> {
        let named = |part: &'static str| part.split_once('\n').filter(|(known, _)| *known == name);
        self.file()?.split(self.mark).find_map(named).map(|(_, text)| text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_by_its_whole_name_once_the_file_is_here() {
        let texts = BroughtTexts::new("#: part ");
        assert_eq!(texts.text("one"), None);
        texts.bring("#: part one\na = 1\n\n#: part one.more\nb = 2\n".to_owned());
        assert_eq!(texts.text("one"), Some("a = 1\n\n"));
        assert_eq!(texts.text("one.more"), Some("b = 2\n"));
        assert_eq!(texts.text("more"), None);
    }
}
