//! The gallery: the files of `static/scenarios`, in the order in which the page shows them.

use super::Scenario;
use crate::source::docstring::title_and_explanation;
use crate::source::parse;

/// A heading of the gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    FirstSteps,
    Saying,
    Lost,
    DoingItRight,
    FromLife,
    Exit,
}

impl Group {
    pub const ALL: [Group; 6] =
        [Group::FirstSteps, Group::Saying, Group::Lost, Group::DoingItRight, Group::FromLife, Group::Exit];

    pub fn label(self) -> &'static str {
        match self {
            Group::FirstSteps => "First steps",
            Group::Saying => "Saying that a thread is a daemon",
            Group::Lost => "What is lost",
            Group::DoingItRight => "Doing it right",
            Group::FromLife => "From life",
            Group::Exit => "How the interpreter ends",
        }
    }
}

/// One file of the gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The file's name without `.py`; the page opens it at `#/STEM`.
    pub stem: &'static str,
    pub group: Group,
    /// The file as it is, settings line included.
    pub file: &'static str,
}

impl Entry {
    pub fn scenario(&self) -> Scenario {
        Scenario::from_file(self.file).0
    }

    /// The docstring's first line and the rest of it.
    pub fn title_and_explanation(&self) -> (String, String) {
        title_and_explanation(&parse(self.file, crate::machine::settings::PythonVersion::NEWEST.0).module)
    }
}

macro_rules! gallery {
    ($($group:ident { $($stem:literal)* })*) => {
        /// Every scenario, group after group.
        pub const GALLERY: &[Entry] = &[$($(
            Entry {
                stem: $stem,
                group: Group::$group,
                file: include_str!(concat!("../../static/scenarios/", $stem, ".py")),
            },
        )*)*];
    };
}

// A new file in static/scenarios is added here, where it belongs in the reading order.
gallery! {
    FirstSteps {
    }
    Saying {
    }
    Lost {
    }
    DoingItRight {
    }
    FromLife {
    }
    Exit {
    }
}

/// The entry with that stem.
pub fn find(stem: &str) -> Option<&'static Entry> {
    GALLERY.iter().find(|entry| entry.stem == stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_gallery_holds_every_file_of_the_folder() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/static/scenarios");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .map(|entries| entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
            .unwrap_or_default();
        let files: BTreeSet<String> =
            files.iter().filter_map(|name| name.strip_suffix(".py")).map(str::to_owned).collect();
        let listed: BTreeSet<String> = GALLERY.iter().map(|entry| entry.stem.to_owned()).collect();
        assert_eq!(listed.len(), GALLERY.len(), "a stem is listed twice");
        assert_eq!(listed, files);
    }

    #[test]
    fn every_scenario_has_a_title_an_explanation_and_sound_settings() {
        for entry in GALLERY {
            let (title, explanation) = entry.title_and_explanation();
            assert!(!title.is_empty() && !explanation.is_empty(), "{}", entry.stem);
            assert_eq!(Scenario::from_file(entry.file).1, [], "{}", entry.stem);
            let minor = entry.scenario().settings.machine.python.0;
            assert_eq!(parse(entry.file, minor).diagnostics, [], "{}", entry.stem);
        }
    }
}
