//! Whatever compiles is sound (see `verify`), and compiling never panics.

use super::compile;
use last_thread_standing::source::limits::{MAX_NESTING, is_too_deep};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::path::Path;

/// A program whose every choice is taken from a list of numbers: statements that begin and leave one another in all
/// ways. When the numbers run out the blocks end.
struct Author {
    choices: Vec<u8>,
    next: usize,
    text: String,
}

impl Author {
    fn choose(&mut self, count: u8) -> u8 {
        let choice = self.choices.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        choice % count
    }

    fn line(&mut self, indent: usize, line: &str) {
        self.text.push_str(&"    ".repeat(indent));
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn block(&mut self, indent: usize, in_loop: bool) {
        for _ in 0..=self.choose(3) {
            self.statement(indent, in_loop);
        }
    }

    fn clause(&mut self, indent: usize, head: &str, in_loop: bool) {
        self.line(indent, head);
        self.block(indent + 1, in_loop);
    }

    fn statement(&mut self, indent: usize, in_loop: bool) {
        // The deepest statements are simple ones.
        let count = if indent < 6 && self.next < self.choices.len() { 20 } else { 9 };
        match self.choose(count) {
            0 => self.line(indent, "work(a < b < c, *d)"),
            1 => self.line(indent, "return [a, b]"),
            2 => self.line(indent, "return 1"),
            3 => self.line(indent, "raise"),
            4 if in_loop => self.line(indent, "break"),
            5 if in_loop => self.line(indent, "continue"),
            6 => self.line(indent, "a = yield b"),
            7 => self.line(indent, "x = [(y := i) for i in a if i if b]"),
            8 | 4 | 5 => self.line(indent, "a[0], *b.c = d = lambda: x"),
            9 => {
                self.clause(indent, "for a in b:", true);
                if self.choose(2) == 1 {
                    self.clause(indent, "else:", in_loop);
                }
            }
            10 => self.clause(indent, "while True:", true),
            11 => self.clause(indent, "while a and not (b or c):", true),
            12 => {
                self.clause(indent, "if a is None and not b:", in_loop);
                self.clause(indent, "elif 0 < a < b:", in_loop);
                self.clause(indent, "else:", in_loop);
            }
            13 => self.clause(indent, "with a as b, c:", in_loop),
            14 => self.clause(indent, "def inner(a, *, b=c):", false),
            15 => {
                self.line(indent, "match a:");
                for case in ["[b, *_, {'k': c}]", "(0, b) | [b, C(c=1)] if c", "D(x, y=[z, _]) as w", "_"] {
                    self.clause(indent + 1, &format!("case {case}:"), in_loop);
                }
            }
            _ => self.try_statement(indent, in_loop),
        }
    }

    fn try_statement(&mut self, indent: usize, in_loop: bool) {
        self.clause(indent, "try:", in_loop);
        let handlers = self.choose(3);
        for head in ["except A:", "except (B, C) as error:"].iter().take(handlers.into()) {
            self.clause(indent, head, in_loop);
        }
        if handlers > 0 && self.choose(2) == 1 {
            self.clause(indent, "else:", in_loop);
        }
        if handlers == 0 || self.choose(2) == 1 {
            self.clause(indent, "finally:", in_loop);
        }
    }
}

#[test]
fn statements_within_one_another_in_all_ways() {
    let mut runner = TestRunner::new_with_rng(
        Config { cases: 500, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let outcome = runner.run(&proptest::collection::vec(any::<u8>(), 0..200), |choices| {
        let mut author = Author { choices, next: 0, text: "def f(a, b, c, d):\n    global y\n".to_owned() };
        author.block(1, false);
        // A program may be refused for its size or its depth, but never compiled wrongly.
        if let Err(findings) = compile(&author.text) {
            let message = &findings[0].message;
            prop_assert!(message.contains("nested"), "{message}\n{}", author.text);
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// The Python texts of a folder of the repository.
fn texts_in(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("the file can be read")).collect()
}

#[test]
fn every_scenario_compiles() {
    for folder in ["static/scenarios", "tests/conformance/programs"] {
        let texts = texts_in(folder);
        assert!(!texts.is_empty(), "{folder} has programs");
        for text in texts {
            if let Err(findings) = compile(&text) {
                panic!("{findings:?}");
            }
        }
    }
}

#[test]
fn altered_scenarios_compile_or_are_refused() {
    let texts = texts_in("static/scenarios");
    let mut runner = TestRunner::new_with_rng(
        Config { cases: 1_000, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let strategy = (any::<prop::sample::Index>(), proptest::collection::vec(any::<(prop::sample::Index, u8)>(), 1..6));
    let outcome = runner.run(&strategy, |(which, changes)| {
        let mut lines: Vec<String> = which.get(&texts).lines().map(str::to_owned).collect();
        for (place, change) in changes {
            let place = place.index(lines.len());
            alter(&mut lines, place, change);
        }
        let text = lines.join("\n");
        // What verifies the code objects is in `compile`.
        let _ = compile(&text);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// One small change of a text: what a person does while editing, and what nobody does.
fn alter(lines: &mut Vec<String>, place: usize, change: u8) {
    let line = lines[place].clone();
    let indent = line.len() - line.trim_start().len();
    match change % 8 {
        0 if lines.len() > 1 => drop(lines.remove(place)),
        1 => lines.insert(place, line),
        2 => lines.insert(place, format!("{}return", &line[..indent])),
        3 => lines.insert(place, format!("{}break", &line[..indent])),
        4 => lines.insert(place, format!("{}global worker", &line[..indent])),
        5 => lines[place] = line.replace("def ", "class ").replace('(', "[").replace(')', "]"),
        6 => lines[place] = line.replace(['=', '.'], ":="),
        _ => {
            let other = (place + 1) % lines.len();
            lines.swap(place, other);
        }
    }
}

#[test]
fn nested_finally_bodies_are_refused_before_they_grow_out_of_bounds() {
    let indent = |level: usize| "    ".repeat(level);
    let mut text = String::from("def f():\n");
    for level in 1..19 {
        text += &format!("{0}try:\n{0}    work()\n{0}finally:\n", indent(level));
    }
    text += &format!("{}work()\n", indent(19));
    let findings = compile(&text).expect_err("it is refused");
    assert!(findings[0].message.contains("finally bodies nested"), "{findings:?}");
}

/// The browser gives a thread 1 MB of stack; the compiler must be content with a part of it at any depth that the
/// parser lets through.
#[test]
fn the_deepest_nesting_compiles_on_a_small_stack() {
    const STACK_BYTES: usize = 512 * 1024;
    let deep = |open: &str, middle: &str, close: &str| {
        let text = |depth: usize| format!("x = {}{middle}{}\n", open.repeat(depth), close.repeat(depth));
        let depth =
            (1..MAX_NESTING).rev().find(|&depth| !is_too_deep(&text(depth))).expect("some depth is let through");
        text(depth)
    };
    let blocks = |head: &str| {
        let text = |depth: usize| {
            let line = |level: usize| format!("{}{}\n", " ".repeat(level), head.replace('#', &level.to_string()));
            (0..depth).map(line).collect::<String>() + &" ".repeat(depth) + "pass\n"
        };
        let depth =
            (1..MAX_NESTING).rev().find(|&depth| !is_too_deep(&text(depth))).expect("some depth is let through");
        text(depth)
    };
    let texts = [
        deep("[", "1", "]"),
        deep("f(", "1", ")"),
        deep("(lambda a=x: ", "1", ")"),
        deep("[x for y in ", "z", "]"),
        deep("not ", "1", ""),
        deep("a + ", "1", ""),
        deep("a.b(", "1", ").c"),
        deep("x if y else ", "1", ""),
        deep("(a and (b or ", "1", "))"),
        blocks("if x:"),
        blocks("def f#(a=1):"),
        blocks("class C#(B):"),
    ];
    for text in texts {
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || compile(&text).is_ok());
        assert!(thread.expect("a thread starts").join().expect("the stack is enough"));
    }
}
