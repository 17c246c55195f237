//! The gallery: the files of `static/scenarios`, in the order in which the page shows them. Natively their texts are
//! compiled in; the page fetches them, all together, when one of them is wanted, but for the one that it opens with.

use super::Scenario;
#[cfg(target_arch = "wasm32")]
use crate::source::brought_texts::BroughtTexts;
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
    #[cfg(not(target_arch = "wasm32"))]
    file: &'static str,
}

/// What opens where nothing else does: a regular thread and a daemon.
pub const DEFAULT_STEM: &str = "two-kinds-side-by-side";

impl Entry {
    pub fn scenario(&self) -> Scenario {
        Scenario::from_file(self.text()).0
    }

    /// The file as it is, settings line included; empty as long as it is not here.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn text(&self) -> &'static str {
        self.file
    }

    /// The file as it is, settings line included; empty as long as it is not here.
    #[cfg(target_arch = "wasm32")]
    pub fn text(&self) -> &'static str {
        if self.stem == DEFAULT_STEM {
            DEFAULT_FILE
        } else {
            FILE.with(|texts| texts.text(self.stem)).unwrap_or_default()
        }
    }

    /// The docstring's first line and the rest of it.
    pub fn title_and_explanation(&self) -> (String, String) {
        title_and_explanation(&parse(self.text(), crate::machine::settings::PythonVersion::NEWEST.0).module)
    }
}

macro_rules! gallery {
    ($($group:ident { $($stem:literal)* })*) => {
        /// Every scenario, group after group.
        pub const GALLERY: &[Entry] = &[$($(
            Entry {
                stem: $stem,
                group: Group::$group,
                #[cfg(not(target_arch = "wasm32"))]
                file: include_str!(concat!("../../static/scenarios/", $stem, ".py")),
            },
        )*)*];
    };
}

// A new file in static/scenarios is added here, where it belongs in the reading order.
gallery! {
    FirstSteps {
        "main-does-not-wait-to-print"
        "daemon-is-cut-off"
        "did-it-even-start"
        "did-it-even-start-regular"
        "join-brings-it-back"
        "regular-loop-never-ends"
        "daemon-loop-ends-with-main"
        "two-kinds-side-by-side"
        "daemon-loop-beside-a-regular-loop"
    }
    Saying {
        "daemon-by-argument"
        "daemon-by-attribute"
        "daemon-by-setdaemon"
        "daemon-flag-too-late"
        "daemon-flag-is-inherited"
        "thread-names"
        "thread-subclass"
        "is-it-alive"
        "polling-is-alive"
    }
    Lost {
        "finally-that-never-runs"
        "file-half-written"
        "file-half-written-with-flush"
        "file-written-by-a-regular-thread"
        "transaction-cut-in-two"
        "upload-stopped-at-40-percent"
        "lock-taken-to-the-grave"
        "lock-not-waited-for"
    }
    DoingItRight {
        "stop-event-and-join"
        "stop-daemons-from-atexit"
        "good-daemon-memory-monitor"
        "good-daemon-cache-preloader"
        "good-daemon-keep-alive"
        "good-daemon-log-collector"
    }
    FromLife {
        "port-scanner"
        "port-scanner-without-join"
        "password-checker"
        "activity-log-timer"
        "chat-client"
        "price-alert"
        "log-watcher"
    }
    Exit {
        "phases-of-exit"
        "exception-in-main"
        "sys-exit-in-main"
        "sys-exit-in-a-thread"
        "os-exit"
        "ctrl-c-during-join"
        "ctrl-c-at-exit"
        "pool-finishes-its-jobs"
        "interactive-session"
        "with-the-gil"
        "without-the-gil"
        "deadlock-at-exit"
    }
}

/// The entry with that stem.
pub fn find(stem: &str) -> Option<&'static Entry> {
    GALLERY.iter().find(|entry| entry.stem == stem)
}

#[cfg(target_arch = "wasm32")]
const DEFAULT_FILE: &str = include_str!("../../static/scenarios/two-kinds-side-by-side.py");

#[cfg(target_arch = "wasm32")]
thread_local! {
    static FILE: BroughtTexts = const { BroughtTexts::new("#: scenario ") };
}

/// Takes the file with all scenarios.
#[cfg(target_arch = "wasm32")]
pub fn bring(file: String) {
    FILE.with(|texts| texts.bring(file));
}

/// Whether every scenario is here.
#[cfg(target_arch = "wasm32")]
pub fn is_here() -> bool {
    FILE.with(|texts| texts.file().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::Limits;
    use crate::scenario::lesson::paragraphs_and_notes;
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
            assert_eq!(Scenario::from_file(entry.text()).1, [], "{}", entry.stem);
            let minor = entry.scenario().settings.machine.python.0;
            assert_eq!(parse(entry.text(), minor).diagnostics, [], "{}", entry.stem);
        }
    }

    #[test]
    fn lessons_are_pinned_to_moments_of_the_run() {
        let mut lessons = 0;
        for entry in GALLERY {
            let (_, explanation) = entry.title_and_explanation();
            let (paragraphs, notes) = paragraphs_and_notes(&explanation);
            assert!(!paragraphs.is_empty(), "{}", entry.stem);
            lessons += usize::from(!notes.is_empty());
            let run = entry.scenario().prepare("main.py", Limits::default());
            let end_ns = run.map(|run| run.finish().end_ns).unwrap_or_default();
            for note in notes {
                assert!(note.at_ns <= end_ns, "{}: {note:?} comes after the end", entry.stem);
            }
        }
        assert!(lessons >= 8, "only {lessons} lessons");
    }
}
