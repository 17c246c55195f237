//! Any text, and all that the page can do to it: what was a program is one after each edit.
#![no_main]

use last_thread_standing::source::edit::daemon::{flipped, set_daemon, set_daemon_of_body};
use last_thread_standing::source::edit::join::{add_join, remove_joins};
use last_thread_standing::source::edit::number::{set_name, set_number};
use last_thread_standing::source::edit::templates::{self, Template};
use last_thread_standing::source::edit::thread::{duplicate, remove, wrap_in_finally};
use last_thread_standing::source::edit::{TextEdit, apply, shift};
use last_thread_standing::source::knobs::{DaemonFlag, knobs};
use last_thread_standing::source::limits::MAX_TEXT_BYTES;
use last_thread_standing::source::parse;
use last_thread_standing::source::span::Span;
use last_thread_standing_fuzz::mutation;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// Of each kind so many are tried on one text: a text of a thousand numbers tells no more.
const MOST_OF_A_KIND: usize = 12;
const VALUES: [f64; 6] = [0.0, 7.5, -3.0, 1e300, f64::NAN, 0.001];
const NAMES: [&str; 4] = ["worker", "", "it's \"\\ {x} %s\n", "é\u{1F9F5}"];

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let parsed = parse(text, 14);
    let bodies = knobs(text, &parsed);
    let was_fine = parsed.diagnostics.is_empty();
    let check = |what: &str, edits: &[TextEdit]| {
        for edit in edits {
            let Span { start, end } = edit.span;
            assert!(start <= end && end as usize <= text.len(), "{what}: {edit:?}");
        }
        let after = apply(text, edits);
        for offset in [0, text.len() as u32 / 2, text.len() as u32] {
            assert!(shift(offset, edits) as usize <= after.len(), "{what}: a place outside");
        }
        if was_fine && after.len() < MAX_TEXT_BYTES {
            let findings = parse(&after, 14).diagnostics;
            assert!(findings.is_empty(), "{what}: {findings:?}\n{text}\n---\n{after}");
        }
    };
    for (index, knob) in bodies.iter().flat_map(|body| &body.knobs).take(MOST_OF_A_KIND).enumerate() {
        check("set_number", &[set_number(text, knob, VALUES[(index + data.len()) % VALUES.len()])]);
    }
    for (index, name) in bodies.iter().flat_map(|body| &body.names).take(MOST_OF_A_KIND).enumerate() {
        check("set_name", &[set_name(text, name, NAMES[(index + data.len()) % NAMES.len()])]);
    }
    for body in bodies.iter().take(MOST_OF_A_KIND) {
        check("set_daemon_of_body", &set_daemon_of_body(text, &parsed, body, DaemonFlag::Daemon));
        check("wrap_in_finally", &wrap_in_finally(text, &parsed, body).unwrap_or_default());
        for site in body.sites.iter().take(MOST_OF_A_KIND) {
            for flag in [DaemonFlag::Daemon, DaemonFlag::Regular, DaemonFlag::Inherited, flipped(site, true)] {
                check("set_daemon", &set_daemon(text, &parsed, site, flag).unwrap_or_default());
            }
            check("add_join", &add_join(text, &parsed, site).unwrap_or_default());
            check("remove_joins", &remove_joins(text, &parsed, site));
            check("duplicate", &duplicate(text, &parsed, site).unwrap_or_default());
            check("remove", &remove(text, &parsed, body, site).unwrap_or_default());
        }
    }
    for template in Template::ALL {
        check(template.label(), &templates::add(text, &parsed, &bodies, template));
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    match seed % 2 {
        0 => mutation::mutate(data, size, max_size, seed).unwrap_or_else(|| fuzzer_mutate(data, size, max_size)),
        _ => fuzzer_mutate(data, size, max_size),
    }
});
