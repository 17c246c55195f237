//! A scenario as a Python file: its text and, when settings differ from their defaults, a last line
//! `# settings: runtime=free-threaded stdout=pipe`. To CPython that line is a comment, and as it comes last it moves no
//! line number. See `docs/scenarios.md`.

use super::Scenario;
use super::settings::Settings;
use super::settings_text::SettingsError;
use crate::source::lines::normalise_newlines;

/// How the line begins.
pub const SETTINGS_MARK: &str = "# settings:";

impl Scenario {
    /// Reads a file. Its settings line is taken out of the text; words in it that are refused each give an error and are
    /// left at their defaults.
    pub fn from_file(file: &str) -> (Scenario, Vec<SettingsError>) {
        let file = normalise_newlines(file);
        let mut settings = Settings::default();
        let body = file.trim_end();
        let (before, last) = body.rsplit_once('\n').map_or(("", body), |(before, last)| (before, last));
        let Some(words) = last.strip_prefix(SETTINGS_MARK) else {
            return (Scenario { text: file, settings }, Vec::new());
        };
        let errors = settings.apply_text(words);
        let mut text = before.trim_end().to_owned();
        if !text.is_empty() {
            text.push('\n');
        }
        (Scenario { text, settings }, errors)
    }

    /// The file that `from_file` reads as this scenario.
    pub fn to_file(&self) -> String {
        let words = self.settings.to_text();
        let text = self.text.trim_end();
        let last = text.rsplit('\n').next().unwrap_or_default();
        // A text that ends like a file with settings needs a line of its own, be it empty: else its comment would be read
        // as settings.
        if words.is_empty() && !last.starts_with(SETTINGS_MARK) {
            return self.text.clone();
        }
        let gap = if text.is_empty() { "" } else { "\n\n" };
        format!("{text}{gap}{}\n", format!("{SETTINGS_MARK} {words}").trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::settings::{Runtime, StdoutKind};

    #[test]
    fn a_file_without_the_line_is_its_text() {
        let (scenario, errors) = Scenario::from_file("print(1)\r\n");
        assert_eq!(scenario, Scenario { text: "print(1)\n".to_owned(), settings: Settings::default() });
        assert_eq!(errors, []);
        assert_eq!(scenario.to_file(), "print(1)\n");
    }

    #[test]
    fn a_text_that_ends_like_a_file_with_settings_keeps_its_comment() {
        let text = "print(1)\n# settings: stdout=pipe\n";
        let scenario = Scenario { text: text.to_owned(), settings: Settings::default() };
        assert_eq!(Scenario::from_file(&scenario.to_file()), (scenario, Vec::new()));
    }

    #[test]
    fn the_last_line_gives_the_settings_and_is_not_part_of_the_text() {
        let file = "print(1)\n\n# settings: runtime=free-threaded stdout=pipe\n";
        let (scenario, errors) = Scenario::from_file(file);
        assert_eq!(scenario.text, "print(1)\n");
        assert_eq!(scenario.settings.machine.runtime, Runtime::FreeThreaded);
        assert_eq!(scenario.settings.machine.stdout, StdoutKind::Pipe);
        assert_eq!(errors, []);
        assert_eq!(scenario.to_file(), file);
    }

    #[test]
    fn a_line_elsewhere_is_an_ordinary_comment() {
        let file = "# settings: stdout=pipe\nprint(1)\n";
        assert_eq!(Scenario::from_file(file).0.text, file);
    }

    #[test]
    fn a_word_that_is_refused_is_told_of() {
        let (scenario, errors) = Scenario::from_file("# settings: stdout=pipe speed=9\n");
        assert_eq!(scenario.text, "");
        assert_eq!(scenario.settings.machine.stdout, StdoutKind::Pipe);
        assert_eq!(errors, [SettingsError::UnknownKey("speed".to_owned())]);
    }
}
