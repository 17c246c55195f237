//! Links: there and back, for ever, and a sentence for each that does not open.

use last_thread_standing::machine::settings::{PythonVersion, Runtime};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::gallery::GALLERY;
use last_thread_standing::scenario::settings::{PolicyKind, Settings};
use last_thread_standing::share::error::LinkError;
use last_thread_standing::share::{Link, MAX_FRAGMENT_BYTES, decode, encode};
use last_thread_standing::source::limits::MAX_TEXT_BYTES;
use proptest::prelude::*;

const TEXT: &str = "import threading\nimport time\n\n\ndef loop():\n    while True:\n        print(\"tick ü\")\n        \
                    time.sleep(1)\n\n\nthreading.Thread(target=loop).start()\n";

fn link() -> Link {
    let mut settings = Settings::default();
    settings.machine.runtime = Runtime::FreeThreaded;
    settings.machine.python = PythonVersion(11);
    settings.machine.input_lines = vec!["a b".to_owned(), String::new(), "c,d%".to_owned()];
    settings.policy = PolicyKind::Random { seed: 42 };
    Link {
        scenario: Scenario { text: TEXT.to_owned(), settings },
        moment_ns: Some(2_500_000_000),
        embed: true,
        predict: false,
    }
}

/// Links as they were made when their version came out. They stand here for ever and must open as they did.
const FROZEN: [(&str, &str); 2] = [
    ("1Y-WU4oInvZycfKAQAA", "print(\"hello\")\n"),
    (
        "1lZixCoQwDIb33jMcdLmtLb1KuVvyAPcYZ61YdCglID6ub2JKXTooOichEPIl-fNcH6mIQeiT97LE01iLCw6Uu1FfXq4uiCHuiJX5D2-jLHeYJulAK2NFQ2ba8fB_Gd0K4agzfQcfnkWFnAP9HWZy1NpW_OeCM_bDHdl8ZWCNfE3cAWR3KMPgxmPA2PXWqJb7eaU3",
        FROZEN_FILE,
    ),
];

const FROZEN_FILE: &str = r#""""A daemon loop

It ends with the main thread.
"""

import threading
import time


def loop():
    while True:
        print("tick")
        time.sleep(1)


threading.Thread(target=loop, daemon=True).start()
time.sleep(3)
print("main ended")

# settings: runtime=free-threaded python=3.8 stdout=pipe interactive=12.5 ctrl-c=0.25,3 input=a%20b,,c seed=7 race-window=0.005
"#;

#[test]
fn links_made_by_older_versions_open_as_they_did() {
    for (fragment, file) in FROZEN {
        let link = decode(fragment).unwrap().unwrap();
        assert_eq!(link.scenario.to_file(), file);
    }
}

#[test]
fn a_link_gives_back_what_was_put_into_it() {
    let fragment = encode(&link()).unwrap();
    assert!(fragment.starts_with('1'));
    assert_eq!(decode(&fragment), Ok(Some(link())));
    assert_eq!(decode(&format!("#{fragment}")), Ok(Some(link())));
}

#[test]
fn the_gallery_has_short_links() {
    for entry in GALLERY {
        let link = Link { scenario: entry.scenario(), ..Link::default() };
        assert_eq!(encode(&link), Ok(format!("/{}", entry.stem)));
        assert_eq!(decode(&format!("#/{}", entry.stem)), Ok(Some(link.clone())));
        let there = Link { moment_ns: Some(1_500_000_000), embed: true, ..link };
        assert_eq!(encode(&there), Ok(format!("/{}?moment=1.5&embed", entry.stem)));
        assert_eq!(decode(&format!("/{}?moment=1.5&embed", entry.stem)), Ok(Some(there)));
    }
}

#[test]
fn no_fragment_is_no_link() {
    assert_eq!(decode(""), Ok(None));
    assert_eq!(decode("#"), Ok(None));
}

#[test]
fn every_way_to_spoil_a_link_has_its_sentence() {
    let good = encode(&link()).unwrap();
    let sentence = |fragment: &str| decode(fragment).unwrap_err().to_string();
    assert_eq!(
        sentence("2abc"),
        "This link is of a kind that this page does not know (it begins with `2`); it may have been made by a newer \
         version of the playground."
    );
    assert!(sentence(&good.replacen(&good[9..10], "!", 1)).contains("a character that no link has (`!`"));
    assert_eq!(
        sentence(&good[..good.len() - 8]),
        "The end of this link is missing; copy it again from where you have it, to its end."
    );
    assert_eq!(sentence("1"), "The end of this link is missing; copy it again from where you have it, to its end.");
    assert_eq!(sentence("/no-such-thing"), "There is no scenario named `no-such-thing` in the gallery.");
    assert_eq!(decode(&"1".repeat(MAX_FRAGMENT_BYTES + 1)), Err(LinkError::TooLong));
    let long = Scenario { text: "x".repeat(MAX_TEXT_BYTES + 1), ..Scenario::default() };
    assert_eq!(encode(&Link { scenario: long, ..Link::default() }), Err(LinkError::TooLong));
}

#[test]
fn a_link_that_was_cut_never_opens_as_something_else() {
    let good = encode(&link()).unwrap();
    for end in 0..good.len() {
        let cut = decode(&good[..end]);
        assert!(cut == Ok(None) || cut.is_err(), "cut to {end}: {cut:?}");
    }
}

#[test]
fn a_link_that_was_altered_never_opens_as_something_else() {
    let good = encode(&link()).unwrap();
    for at in 1..good.len() {
        for other in ["A", "b", "9", "_"] {
            let mut altered = good.clone();
            altered.replace_range(at..at + 1, other);
            assert!(altered == good || decode(&altered).is_err(), "{other} at {at}");
        }
    }
}

fn settings() -> impl Strategy<Value = Settings> {
    let words = prop::collection::vec(
        prop_oneof![
            Just("runtime=free-threaded".to_owned()),
            Just("policy=round-robin".to_owned()),
            (8..=15u8).prop_map(|minor| format!("python=3.{minor}")),
            prop_oneof![Just("stdout=pipe"), Just("stdout=unbuffered")].prop_map(str::to_owned),
            (0..100_000u64).prop_map(|ms| format!("ctrl-c={}.{:03}", ms / 1000, ms % 1000)),
            (0..1000u64).prop_map(|s| format!("interactive={s}")),
            any::<u64>().prop_map(|seed| format!("seed={seed}")),
            "[a-z0-9*.:]{1,20}".prop_map(|schedule| format!("schedule={schedule}")),
        ],
        0..5,
    );
    words.prop_map(|words| {
        let mut settings = Settings::default();
        settings.apply_text(&words.join(" "));
        settings
    })
}

proptest! {
    #[test]
    fn any_scenario_survives_a_link(
        text in "[^\r\u{feff}]*",
        settings in settings(),
        moment_ns in prop::option::of(0..1_000_000_000_000u64),
        embed: bool,
    ) {
        let link = Link { scenario: Scenario { text, settings }, moment_ns, embed, predict: embed };
        let fragment = encode(&link).unwrap();
        prop_assert_eq!(decode(&fragment), Ok(Some(link)));
    }

    #[test]
    fn no_fragment_makes_decoding_panic(fragment in "\\PC*", encoded in "1[A-Za-z0-9_-]{0,300}") {
        let _ = decode(&fragment);
        let _ = decode(&encoded);
    }
}
