//! Why a link does not open.

use crate::scenario::settings_text::SettingsError;
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    UnknownVersion(char),
    /// A character that no link has, and its place in the fragment, from 1.
    BadCharacter {
        character: char,
        position: usize,
    },
    Truncated,
    Damaged,
    TooLong,
    UnknownScenario(String),
    BadSetting(SettingsError),
}

impl fmt::Display for LinkError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownVersion(version) => write!(
                formatter,
                "This link is of a kind that this page does not know (it begins with `{version}`); it may have been made \
                 by a newer version of the playground."
            ),
            Self::BadCharacter { character, position } => write!(
                formatter,
                "This link has a character that no link has (`{character}`, the {position}{} after the #); it may have \
                 been changed on its way.",
                ordinal_ending(*position)
            ),
            Self::Truncated => {
                write!(formatter, "The end of this link is missing; copy it again from where you have it, to its end.")
            }
            Self::Damaged => write!(
                formatter,
                "This link was changed on its way and no longer holds a scenario; copy it again from where you have it."
            ),
            Self::TooLong => write!(formatter, "This link holds more text than a scenario can have."),
            Self::UnknownScenario(stem) => {
                write!(formatter, "There is no scenario named `{stem}` in the gallery.")
            }
            Self::BadSetting(error) => write!(formatter, "This link holds a setting that is not known: {error}"),
        }
    }
}

fn ordinal_ending(number: usize) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

impl std::error::Error for LinkError {}
