//! Whatever the text, it is read; whatever is turned, only that changes.

use last_thread_standing::scenario::gallery::GALLERY;
use last_thread_standing::source::edit::daemon::set_daemon;
use last_thread_standing::source::edit::join::{add_join, remove_joins};
use last_thread_standing::source::edit::number::set_number;
use last_thread_standing::source::edit::{TextEdit, apply, shift};
use last_thread_standing::source::knobs::{Body, DaemonFlag, Knob, ThreadSite, knobs};
use last_thread_standing::source::limits::MAX_NESTING;
use last_thread_standing::source::span::Span;
use last_thread_standing::source::{Parsed, parse};
use proptest::prelude::*;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{Expr, Pattern, Stmt};

/// Reads a text and takes everything from it that can be taken.
fn read(text: &str, minor: u8) -> (Parsed, Vec<Body>) {
    let parsed = parse(text, minor);
    let bodies = knobs(text, &parsed);
    for finding in &parsed.diagnostics {
        let Span { start, end } = finding.span;
        assert!(start <= end && end as usize <= text.len(), "{finding:?} in {text:?}");
        assert!(!finding.message.is_empty() && !finding.message.contains('\n'), "{finding:?}");
    }
    assert!(deepest(&parsed) <= MAX_NESTING + 1, "{} levels in {text:?}", deepest(&parsed));
    (parsed, bodies)
}

/// How deep the tree is: what parser, compiler and destructor recurse.
fn deepest(parsed: &Parsed) -> usize {
    #[derive(Default)]
    struct Depth {
        now: usize,
        most: usize,
    }
    impl Depth {
        fn within(&mut self, visit: impl FnOnce(&mut Self)) {
            self.now += 1;
            self.most = self.most.max(self.now);
            visit(self);
            self.now -= 1;
        }
    }
    impl<'a> Visitor<'a> for Depth {
        fn visit_stmt(&mut self, statement: &'a Stmt) {
            self.within(|depth| walk_stmt(depth, statement));
        }
        fn visit_expr(&mut self, expression: &'a Expr) {
            self.within(|depth| walk_expr(depth, expression));
        }
        fn visit_pattern(&mut self, pattern: &'a Pattern) {
            self.within(|depth| walk_pattern(depth, pattern));
        }
    }
    let mut depth = Depth::default();
    depth.visit_body(&parsed.module.body);
    depth.most
}

/// Pieces of Python that make trouble for each other.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "f'",
    "f\"{",
    "'",
    "\"\"\"",
    "x",
    "y.z",
    "1",
    "2.5",
    "0x",
    "'s'",
    " ",
    "\n",
    "\n    ",
    "\n\t",
    "\n        ",
    ":",
    ",",
    ";",
    "=",
    ":=",
    "==",
    "+",
    "-",
    "~",
    "**",
    "*",
    "@",
    "->",
    "!",
    "\\\n",
    "#c\n",
    "if ",
    "else ",
    "elif ",
    "for ",
    "in ",
    "while ",
    "def f",
    "class C",
    "try",
    "except ",
    "finally",
    "with ",
    "as ",
    "lambda ",
    "not ",
    "and ",
    "await ",
    "async ",
    "yield ",
    "return ",
    "import ",
    "from ",
    "global ",
    "match ",
    "case ",
    "type ",
    "del ",
    "raise ",
    "pass",
    "break",
    "...",
    "é",
    "\0",
    "\r",
    "threading.Thread(target=f)",
    "t.start()",
    "time.sleep(",
    "range(",
    "daemon=",
    "True",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// One piece over and over, with a tail of others.
fn repetition() -> impl Strategy<Value = String> {
    let few = prop::collection::vec(prop::sample::select(PIECES), 1..4);
    (few, 1..2_000usize, soup()).prop_map(|(pieces, times, tail)| pieces.concat().repeat(times) + &tail)
}

/// A program of the gallery with a few pieces put in or cut out.
fn mutated() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0..12usize, prop::sample::select(PIECES));
    (0..GALLERY.len().max(1), prop::collection::vec(change, 1..5)).prop_map(|(program, changes)| {
        let mut text = GALLERY.get(program).map_or(String::new(), |entry| entry.text().to_owned());
        for (place, cut, piece) in changes {
            let at = place.index(text.len() + 1);
            let end = (at + cut).min(text.len());
            if text.is_char_boundary(at) && text.is_char_boundary(end) {
                text.replace_range(at..end, piece);
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "(?s).*", minor in 8..=15u8) {
        read(&text, minor);
    }

    #[test]
    fn any_soup_of_python_is_read(text in soup(), minor in 8..=15u8) {
        read(&text, minor);
    }

    #[test]
    fn any_repetition_is_read(text in repetition()) {
        read(&text, 14);
    }

    #[test]
    fn any_broken_program_is_read(text in mutated()) {
        let (parsed, bodies) = read(&text, 14);
        // What is offered to be turned can be turned, broken or not.
        for body in &bodies {
            for knob in &body.knobs {
                apply(&text, &[set_number(&text, knob, 7.5)]);
            }
            for site in &body.sites {
                for flag in [DaemonFlag::Daemon, DaemonFlag::Regular, DaemonFlag::Inherited] {
                    apply(&text, &set_daemon(&text, &parsed, site, flag).unwrap_or_default());
                }
                apply(&text, &add_join(&text, &parsed, site).unwrap_or_default());
                apply(&text, &remove_joins(&text, &parsed, site));
            }
        }
    }

    #[test]
    fn edits_of_any_kind_can_be_applied(
        text in "(?s).{0,40}",
        edits in prop::collection::vec((0..60u32, 0..60u32, "[a-zé]{0,3}"), 0..6),
        offset in 0..60u32,
    ) {
        let edits: Vec<TextEdit> =
            edits.into_iter().map(|(start, end, text)| TextEdit::replace(Span::new(start, end), text)).collect();
        apply(&text, &edits);
        shift(offset, &edits);
    }
}

/// The n-th knob and site of a program, over all its bodies.
fn knob(bodies: &[Body], index: usize) -> Option<&Knob> {
    bodies.iter().flat_map(|body| &body.knobs).nth(index)
}

fn site(bodies: &[Body], index: usize) -> Option<&ThreadSite> {
    bodies.iter().flat_map(|body| &body.sites).nth(index)
}

#[test]
fn a_number_that_is_turned_changes_nothing_else_and_turns_back() {
    for entry in GALLERY {
        let text = entry.scenario().text;
        let (_, before) = read(&text, 14);
        for index in 0.. {
            let Some(old) = knob(&before, index) else { break };
            let turned = apply(&text, &[set_number(&text, old, old.value + 3.0)]);
            let (parsed, after) = read(&turned, 14);
            assert_eq!(parsed.diagnostics, [], "{turned}");
            for other in 0.. {
                let (Some(was), Some(is)) = (knob(&before, other), knob(&after, other)) else { break };
                let expected = if other == index { was.value + 3.0 } else { was.value };
                assert_eq!((is.value, &is.label), (expected, &was.label), "{turned}");
            }
            let new = knob(&after, index).unwrap();
            assert_eq!(apply(&turned, &[set_number(&turned, new, old.value)]), text, "{}", old.label);
        }
    }
}

#[test]
fn a_flag_that_is_flipped_leaves_a_program_that_flips_back() {
    let mut flipped = 0;
    for entry in GALLERY {
        let text = entry.scenario().text;
        let (parsed, before) = read(&text, 14);
        for index in 0.. {
            let Some(old) = site(&before, index) else { break };
            for flag in [DaemonFlag::Daemon, DaemonFlag::Regular] {
                let Some(edits) = set_daemon(&text, &parsed, old, flag) else { continue };
                let there = apply(&text, &edits);
                let (reparsed, after) = read(&there, 14);
                assert_eq!(reparsed.diagnostics, [], "{there}");
                let new = site(&after, index).unwrap();
                assert_eq!(new.flag, flag, "{there}");
                if old.flag != DaemonFlag::Computed {
                    let back = set_daemon(&there, &reparsed, new, old.flag).unwrap();
                    assert_eq!(apply(&there, &back), text, "{}", entry.stem);
                    flipped += 1;
                }
            }
        }
    }
    assert!(GALLERY.is_empty() || flipped > 20, "only {flipped} flags were flipped");
}

#[test]
fn a_join_that_is_added_can_be_taken_away_again() {
    for entry in GALLERY {
        let text = entry.scenario().text;
        let (parsed, before) = read(&text, 14);
        for index in 0.. {
            let Some(old) = site(&before, index) else { break };
            let Some(edits) = add_join(&text, &parsed, old).filter(|_| old.joins.is_empty()) else { continue };
            let there = apply(&text, &edits);
            let (reparsed, after) = read(&there, 14);
            assert_eq!(reparsed.diagnostics, [], "{there}");
            let new = site(&after, index).unwrap();
            assert_eq!(new.joins.len(), 1, "{there}");
            if old.start.is_some_and(|start| start.in_loop.is_none()) {
                assert_eq!(apply(&there, &remove_joins(&there, &reparsed, new)), text, "{}", entry.stem);
            }
        }
    }
}

#[test]
fn what_stands_side_by_side_is_not_nested() {
    let lambdas = format!("tasks = [{}]\n", "lambda: 1, ".repeat(300));
    assert_eq!(parse(&lambdas, 14).diagnostics, []);
    let nested = format!("task = {}1\n", "lambda: ".repeat(300));
    assert!(!parse(&nested, 14).diagnostics.is_empty());
}
