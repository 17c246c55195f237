//! Adding, duplicating and taking away threads, and wrapping a body: edits of the text that leave the rest as it is.

use last_thread_standing::source::edit::templates::{self, Template};
use last_thread_standing::source::edit::{TextEdit, apply, thread};
use last_thread_standing::source::knobs::{Body, knob_of_wait, knobs};
use last_thread_standing::source::{Parsed, parse};

const PROGRAM: &str = "\
\"\"\"Title\"\"\"

import threading
import time


def job():  # the body
    time.sleep(2)


first = threading.Thread(target=job)  # one
first.start()
time.sleep(1)
print('main ended')
";

fn read(text: &str) -> (Parsed, Vec<Body>) {
    let parsed = parse(text, 14);
    let bodies = knobs(text, &parsed);
    (parsed, bodies)
}

/// The text after the edits; still a program.
fn after(text: &str, edits: Vec<TextEdit>) -> String {
    let after = apply(text, &edits);
    assert_eq!(parse(&after, 14).diagnostics, [], "{after}");
    after
}

fn added(text: &str, template: Template) -> String {
    let (parsed, bodies) = read(text);
    after(text, templates::add(text, &parsed, &bodies, template))
}

fn removed(text: &str, line: u32) -> Option<String> {
    let (parsed, bodies) = read(text);
    let (body, site) = last_thread_standing::source::knobs::site_at_line(&bodies, line)?;
    thread::remove(text, &parsed, body, site).map(|edits| after(text, edits))
}

fn duplicated(text: &str, line: u32) -> Option<String> {
    let (parsed, bodies) = read(text);
    let (_, site) = last_thread_standing::source::knobs::site_at_line(&bodies, line)?;
    thread::duplicate(text, &parsed, site).map(|edits| after(text, edits))
}

#[test]
fn a_thread_is_added_behind_the_last_one_and_its_body_behind_the_last_function() {
    assert_eq!(
        added(PROGRAM, Template::HeartbeatLoop),
        PROGRAM
            .replace(
                "    time.sleep(2)\n",
                "    time.sleep(2)\n\n\ndef heartbeat():\n    while True:\n        print(\"heartbeat\")\n        \
                 time.sleep(1)\n"
            )
            .replace(
                "first.start()\n",
                "first.start()\nheartbeat_thread = threading.Thread(target=heartbeat, daemon=True)\n\
                 heartbeat_thread.start()\n"
            )
    );
}

#[test]
fn an_empty_text_becomes_a_program() {
    assert_eq!(
        added("", Template::OneOffJob),
        "import threading\nimport time\n\n\ndef job():\n    print(\"job begins\")\n    time.sleep(2)\n    \
         print(\"job done\")\n\n\njob_thread = threading.Thread(target=job)\njob_thread.start()\n"
    );
}

#[test]
fn every_template_fits_every_scenario_of_the_gallery_more_than_once() {
    for entry in last_thread_standing::scenario::gallery::GALLERY {
        for template in Template::ALL {
            let text = entry.scenario().text;
            let twice = added(&added(&text, template), template);
            let before = read(&text).1.iter().filter(|body| body.is_thread_body()).count();
            let now = read(&twice).1.iter().filter(|body| body.is_thread_body()).count();
            assert_eq!(now, before + 2, "{}: {}\n{twice}", entry.stem, template.label());
        }
    }
}

#[test]
fn a_missing_import_is_added_and_a_name_that_is_taken_is_not_used() {
    let text = added(PROGRAM, Template::QueueWorker);
    assert!(text.contains("import time\nimport queue\n"), "{text}");
    assert!(added(PROGRAM, Template::OneOffJob).contains("def job_2():"));
}

#[test]
fn a_duplicate_has_a_variable_of_its_own() {
    assert_eq!(
        duplicated(PROGRAM, 11).as_deref(),
        Some(
            PROGRAM
                .replace(
                    "first.start()\n",
                    "first.start()\nfirst_2 = threading.Thread(target=job)  # one\nfirst_2.start()\n"
                )
                .as_str()
        )
    );
    let short = "import threading\ndef f(): pass\nthreading.Thread(target=f).start()\n";
    assert_eq!(duplicated(short, 3), Some(format!("{short}threading.Thread(target=f).start()\n")));
}

#[test]
fn the_name_of_an_argument_is_not_the_variable() {
    let text = "import threading\ndef f(): pass\ndaemon = threading.Thread(target=f, daemon=True)\ndaemon.start()\n";
    assert_eq!(
        duplicated(text, 3),
        Some(format!("{text}daemon_2 = threading.Thread(target=f, daemon=True)\ndaemon_2.start()\n"))
    );
}

#[test]
fn a_thread_goes_with_its_lines_and_its_function() {
    assert_eq!(
        removed(PROGRAM, 11).as_deref(),
        Some("\"\"\"Title\"\"\"\n\nimport threading\nimport time\n\n\ntime.sleep(1)\nprint('main ended')\n")
    );
    let used = PROGRAM.replace("print('main ended')", "print(first.is_alive())");
    assert_eq!(removed(&used, 11), None, "other code uses it");
    let called = PROGRAM.replace("print('main ended')", "job()");
    assert!(removed(&called, 11).is_some_and(|text| text.contains("def job():")));
}

#[test]
fn what_was_added_can_be_taken_away_again() {
    for template in [Template::OneOffJob, Template::HeartbeatLoop, Template::FileWriter] {
        let text = added(PROGRAM, template);
        let line = text.lines().position(|line| line.contains("_thread = ")).unwrap() as u32 + 1;
        assert_eq!(removed(&text, line).as_deref(), Some(PROGRAM), "{}", template.label());
    }
}

#[test]
fn a_body_is_wrapped_without_touching_its_texts() {
    let text = "def f():\n    \"\"\"What it does.\"\"\"\n    # first\n    a = '''x\ny'''  # two lines\n\n    print(a)\n\nimport \
                threading\nthreading.Thread(target=f).start()\n";
    let wrap = |text: &str| {
        let (parsed, bodies) = read(text);
        let body = bodies.iter().find(|body| body.name == "f").expect("f");
        thread::wrap_in_finally(text, &parsed, body).map(|edits| after(text, edits))
    };
    let wrapped = wrap(text).expect("it can be wrapped");
    assert_eq!(
        wrapped,
        "def f():\n    \"\"\"What it does.\"\"\"\n    # first\n    try:\n        a = '''x\ny'''  # two lines\n\n        \
         print(a)\n    finally:\n        print(\"f cleans up\")\n\nimport threading\nthreading.Thread(target=f).start()\n"
    );
    assert_eq!(wrap(&wrapped), None, "once is enough");
}

#[test]
fn a_wait_is_led_back_to_the_number_that_made_it() {
    let text = "import threading, time\n\ndef f(n):\n    time.sleep(n)\n    time.sleep(1.5)\n\nthreading.Thread(target=f, \
                args=(4,)).start()\n";
    let (_, bodies) = read(text);
    let line_of = |line, length| knob_of_wait(&bodies, line, length).map(|knob| (knob.line, knob.value));
    assert_eq!(line_of(5, 1.500_02), Some((5, 1.5)));
    assert_eq!(line_of(4, 4.000_01), Some((7, 4.0)));
    assert_eq!(line_of(4, 3.0), None);
    assert_eq!(line_of(5, 4.0), None, "its own number says otherwise");
}

#[test]
fn a_thread_that_is_all_of_a_block_leaves_pass_behind() {
    let text = "\
import threading


def job(letter):
    print(letter)


for letter in 'ab':
    t = threading.Thread(target=job, args=(letter,))
    t.start()
    t.join()
";
    assert_eq!(removed(text, 9).unwrap(), "import threading\n\n\nfor letter in 'ab':\n    pass\n");
    // The text ends without a newline, and so do the lines that go.
    let without = "import threading\ndef job(): pass\njob()\nt = threading.Thread(target=job)\nt.start()";
    assert_eq!(removed(without, 4).unwrap(), "import threading\ndef job(): pass\njob()\n");
}

#[test]
fn the_flag_of_a_class_is_not_a_flag_of_one_thread() {
    let text = "\
import threading


class Worker(threading.Thread):
    def __init__(self):
        super().__init__()
        self.daemon = True

    def run(self):
        print('runs')


w = Worker()
w.start()
";
    assert_eq!(duplicated(text, 13).unwrap(), format!("{text}w_2 = Worker()\nw_2.start()\n"));
    assert!(removed(text, 13).unwrap().contains("self.daemon = True"));
}

#[test]
fn a_thread_that_is_started_in_another_block_is_not_duplicated() {
    let text = "\
import threading


def job():
    pass


t = threading.Thread(target=job)
try:
    t.start()
except RuntimeError:
    pass
";
    assert_eq!(duplicated(text, 8), None);
}
