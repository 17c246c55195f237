//! A scenario: a program's text and the few settings that are not in it.

pub mod file;
pub mod forcing;
pub mod frequency;
pub mod gallery;
pub mod lesson;
pub mod lints;
pub mod outcomes;
pub mod prepare;
pub mod reference;
pub mod settings;
pub mod settings_text;
pub mod time_text;
pub mod variants;

use serde::{Deserialize, Serialize};
use settings::Settings;

/// All that a link, a file or the page's memory holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// The program, with `\n` as its only line ending.
    pub text: String,
    pub settings: Settings,
}
