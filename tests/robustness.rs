//! Whatever the program, running it gives an answer: nothing that a person types makes the simulator panic.

use last_thread_standing::run::Limits;
use last_thread_standing::run::trace::Outcome;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::gallery::GALLERY;
use last_thread_standing::scenario::settings::Settings;
use last_thread_standing::source::edit::{TextEdit, apply};
use last_thread_standing::source::parse;
use last_thread_standing::source::span::Span;
use last_thread_standing::verdict::judge;
use proptest::prelude::*;
use ruff_text_size::Ranged;

/// Short, so that many programs are tried.
const LIMITS: Limits = Limits { operations: 60_000, events: 3_000, virtual_time_ns: 3_600_000_000_000 };

/// Runs a scenario as far as it goes, and judges it.
fn run(scenario: &Scenario) {
    if let Ok(run) = scenario.prepare("program.py", LIMITS) {
        judge(&run.finish());
    }
}

/// Programs that are still mostly Python: lines of one or two programs of the gallery left out, doubled, exchanged.
fn shuffled_lines() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4u8);
    (any::<prop::sample::Index>(), prop::collection::vec(change, 1..6)).prop_map(|(program, changes)| {
        let mut lines: Vec<&str> = program.get(GALLERY).text().lines().collect();
        for (at, other, kind) in changes {
            let (at, other) = (at.index(lines.len()), other.index(lines.len()));
            match kind {
                0 if lines.len() > 1 => {
                    lines.remove(at);
                }
                1 => lines.insert(at, lines[other]),
                2 => lines.swap(at, other),
                _ => {}
            }
        }
        lines.join("\n") + "\n"
    })
}

/// Programs in which tokens stand in for others of the gallery: other names, numbers, operators.
fn exchanged_tokens() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>());
    (any::<prop::sample::Index>(), prop::collection::vec(change, 1..5)).prop_map(|(program, changes)| {
        let text = program.get(GALLERY).text();
        let parsed = parse(text, 14);
        let places: Vec<Span> = parsed.tokens.iter().map(|token| Span::from(token.range())).collect();
        let edits: Vec<TextEdit> = changes
            .iter()
            .map(|(place, donor, token)| {
                let donor = donor.get(GALLERY).text();
                let tokens = parse(donor, 14).tokens;
                let replacement = Span::from(token.get(&tokens[..]).range()).text(donor);
                TextEdit::replace(*place.get(&places), replacement)
            })
            .collect();
        apply(text, &edits)
    })
}

fn settings() -> impl Strategy<Value = Settings> {
    let runtime = prop::sample::select(vec!["gil", "free-threaded"]);
    let stdout = prop::sample::select(vec!["terminal", "pipe", "unbuffered"]);
    let policy =
        prop::sample::select(vec!["policy=typical", "policy=round-robin", "seed=1", "seed=77", "schedule=1v1x9.2"]);
    let session = prop::sample::select(vec!["", "interactive=3", "ctrl-c=1.2", "ctrl-c=0,2,2"]);
    (runtime, stdout, policy, session, 8..=15u8).prop_map(|(runtime, stdout, policy, session, minor)| {
        let mut settings = Settings::default();
        let words = format!("runtime={runtime} stdout={stdout} {policy} {session} python=3.{minor}");
        assert_eq!(settings.apply_text(&words), []);
        settings
    })
}

#[test]
fn runaways_come_to_an_answer() {
    for text in [
        "x = []\nwhile True: x.append(x)\n",
        "x = 'a' * 10**7\ny = []\nwhile True: y.append(x + 'b')\n",
        "x = []\nwhile True: x = [x, 'a' * 1000]\n",
        "x = list(range(10**6))\nwhile True: x.sort()\n",
        "x = 'a' * 10**6\nwhile True: x.count('aa')\n",
        "x = [0] * 10**6\nwhile True: sum(x)\n",
        "x = [0] * 10**6\nwhile True: 1 in x\n",
        "x = 'ab' * 10**6\nwhile True: x.replace('a', 'bc')\n",
        "import threading\nwhile True: threading.Thread(target=print).start()\n",
        "def f(): f()\nwhile True:\n    try: f()\n    except RecursionError: pass\n",
    ] {
        let limits = Limits { operations: 300_000, ..Limits::default() };
        let scenario = Scenario { text: text.to_owned(), ..Scenario::default() };
        let trace = scenario.prepare("program.py", limits).expect("it can run").finish();
        let answered = matches!(trace.outcome, Outcome::NeverExits(_) | Outcome::Unknown(_));
        assert!(answered, "{text}: {:?}", trace.outcome);
        assert!(!judge(&trace).summary.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_shuffled_program_gets_an_answer(text in shuffled_lines(), settings in settings()) {
        run(&Scenario { text, settings });
    }

    #[test]
    fn any_program_with_exchanged_tokens_gets_an_answer(text in exchanged_tokens(), settings in settings()) {
        run(&Scenario { text, settings });
    }

    #[test]
    fn the_gallery_gets_an_answer_under_any_settings(program: prop::sample::Index, settings in settings()) {
        run(&Scenario { text: program.get(GALLERY).scenario().text, settings });
    }
}
