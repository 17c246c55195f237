//! What can be turned in a program, and what turning it does to the text.

use last_thread_standing::source::edit::daemon::{flipped, set_daemon, set_daemon_of_body};
use last_thread_standing::source::edit::join::{add_join, remove_joins};
use last_thread_standing::source::edit::number::{add_name, set_name, set_number};
use last_thread_standing::source::edit::{TextEdit, apply};
use last_thread_standing::source::knobs::{Body, DaemonFlag, Unit, knobs, site_at_line};
use last_thread_standing::source::{Parsed, parse};

fn bodies(text: &str) -> (Parsed, Vec<Body>) {
    let parsed = parse(text, 14);
    assert_eq!(parsed.diagnostics, [], "{text}");
    let bodies = knobs(text, &parsed);
    (parsed, bodies)
}

/// `BODY: FLAG` and under it every control with its value.
fn described(text: &str) -> String {
    let mut lines = Vec::new();
    for body in bodies(text).1 {
        let flag = body.flag().map_or(String::new(), |flag| format!(": {flag:?}"));
        lines.push(format!("{}{flag}", body.name));
        lines.extend(body.names.iter().map(|knob| format!("  {} = {:?}", knob.label, knob.value)));
        lines.extend(body.knobs.iter().map(|knob| {
            let unit = match knob.unit {
                Unit::Seconds => " s",
                Unit::Count => " times",
                Unit::Plain => "",
            };
            format!("  {} = {}{unit}", knob.label, knob.value)
        }));
    }
    lines.join("\n")
}

const PROGRAM: &str = r#"import threading
import time

ROUNDS = 3


def worker(name, pause):
    for number in range(ROUNDS):
        time.sleep(pause)  # a rest
        print(name, number)


def monitor():
    while not stop.wait(1.5):
        pass


stop = threading.Event()
first = threading.Thread(target=worker, args=("one", 2), daemon=True)
second = threading.Thread(
    target=monitor,
    name="monitor",
)
first.start()
second.start()
time.sleep(3)
first.join(timeout=0.5)
stop.set()
"#;

#[test]
fn every_literal_is_found_in_the_function_that_it_belongs_to() {
    assert_eq!(
        described(PROGRAM),
        "main thread
  ROUNDS, line 4 = 3 times
  sleep, line 26 = 3 s
  timeout, line 27 = 0.5 s
worker: Daemon
  pause, line 19 = 2 s
monitor: Inherited
  name, line 22 = \"monitor\"
  timeout, line 14 = 1.5 s"
    );
}

#[test]
fn bodies_are_found_behind_lambdas_methods_subclasses_partials_and_aliases() {
    let text = r#"
from threading import Thread as T, Timer
import threading as th
from functools import partial
from time import sleep

class Service:
    def __init__(self):
        self.worker = T(target=self.loop)
        self.worker.daemon = True

    def loop(self):
        sleep(1)

class Sub(th.Thread):
    def __init__(self, pause):
        super().__init__(daemon=True)
        self.pause = pause

    def run(self):
        sleep(self.pause)

class Leaf(Sub):
    pass

def job(n):
    sleep(n)

T(target=lambda: sleep(4)).start()
T(target=partial(job, 1)).start()
T(None, job, "named", (5,)).start()
Leaf(6).start()
Timer(7, job).start()
"#;
    assert_eq!(
        described(text),
        "main thread
  timer, line 33 = 7 s
Service.loop: Daemon
  sleep, line 13 = 1 s
Sub.run: Daemon
  pause, line 32 = 6 s
job: Inherited
  name, line 31 = \"named\"
  n, line 31 = 5 s
lambda, line 29: Inherited
  sleep, line 29 = 4 s"
    );
}

fn site_edit(text: &str, line: u32, edit: impl Fn(&Parsed, &Body) -> Vec<TextEdit>) -> String {
    let (parsed, bodies) = bodies(text);
    let (body, _) = site_at_line(&bodies, line).expect("a thread is made there");
    let after = apply(text, &edit(&parsed, body));
    assert_eq!(parse(&after, 14).diagnostics, [], "{after}");
    after
}

/// Sets the flag of the construction in that line, and checks that setting the old one gives the old text.
fn with_flag(text: &str, line: u32, flag: DaemonFlag) -> String {
    let set = |text: &str, line, flag| {
        let (parsed, bodies) = bodies(text);
        let (_, site) = site_at_line(&bodies, line).expect("a thread is made there");
        apply(text, &set_daemon(text, &parsed, site, flag).expect("there is a place for it"))
    };
    let before = bodies(text).1;
    let (_, site) = site_at_line(&before, line).expect("a thread is made there");
    let after = set(text, line, flag);
    let (_, changed) = bodies(&after);
    assert_eq!(site_at_line(&changed, line).map(|(_, site)| site.flag), Some(flag));
    assert_eq!(set(&after, line, site.flag), text, "set back");
    after
}

#[test]
fn the_flag_is_added_as_the_last_argument() {
    let text = "import threading\nt = threading.Thread(target=print)  # here\n";
    let text = &format!("def f(): pass\n{}", text.replace("print", "f"));
    assert!(with_flag(text, 3, DaemonFlag::Daemon).contains("threading.Thread(target=f, daemon=True)  # here\n"));
    let spread = "import threading\ndef f(): pass\nt = threading.Thread(\n    target=f,  # the body\n)\n";
    assert_eq!(
        with_flag(spread, 3, DaemonFlag::Regular),
        "import threading\ndef f(): pass\nt = threading.Thread(\n    target=f, daemon=False,  # the body\n)\n"
    );
}

#[test]
fn the_flag_is_changed_where_it_stands() {
    let text = "import threading\ndef f(): pass\nt = threading.Thread(daemon=True, target=f)\n";
    assert!(with_flag(text, 3, DaemonFlag::Regular).contains("Thread(daemon=False, target=f)"));
    for set in ["t.daemon = True", "t.setDaemon(True)"] {
        let text =
            format!("import threading\ndef f(): pass\nt = threading.Thread(target=f)\n{set}  # yes\nt.start()\n");
        assert!(with_flag(&text, 3, DaemonFlag::Regular).contains(&set.replace("True", "False")));
    }
}

#[test]
fn a_timer_gets_the_flag_as_an_attribute() {
    let text = "import threading\ndef f(): pass\nif True:\n    t = threading.Timer(2, f)\n    t.start()\n";
    assert_eq!(
        with_flag(text, 4, DaemonFlag::Daemon),
        "import threading\ndef f(): pass\nif True:\n    t = threading.Timer(2, f)\n    t.daemon = True\n    t.start()\n"
    );
}

#[test]
fn the_flag_is_taken_away_with_its_comma_or_its_line() {
    let remove =
        |text: &str| site_edit(text, 3, |parsed, body| set_daemon_of_body(text, parsed, body, DaemonFlag::Inherited));
    let start = "import threading\ndef f(): pass\n";
    for (before, after) in [
        ("t = threading.Thread(daemon=True, target=f)\n", "t = threading.Thread(target=f)\n"),
        ("t = threading.Thread(target=f, daemon=True,)\n", "t = threading.Thread(target=f,)\n"),
        ("t = threading.Thread(\n    target=f,\n    daemon=True,\n)\n", "t = threading.Thread(\n    target=f,\n)\n"),
        ("t = threading.Thread(target=f)\nt.daemon = True\nt.start()\n", "t = threading.Thread(target=f)\nt.start()\n"),
        ("t = threading.Thread(target=f)\nif t: t.daemon = True\n", "t = threading.Thread(target=f)\nif t: pass\n"),
        (
            "t = threading.Thread(target=f)\nif t:\n    t.daemon = True\nt.start()\n",
            "t = threading.Thread(target=f)\nif t:\n    pass\nt.start()\n",
        ),
    ] {
        assert_eq!(remove(&format!("{start}{before}")), format!("{start}{after}"));
    }
}

#[test]
fn an_attribute_that_is_set_after_the_start_comes_too_late() {
    let text = "import threading\ndef f(): pass\nt = threading.Thread(target=f)\nt.start()\nt.daemon = True\n";
    let (_, bodies) = bodies(text);
    assert_eq!(bodies[1].flag(), Some(DaemonFlag::Inherited));
    assert!(with_flag(text, 3, DaemonFlag::Daemon).contains("threading.Thread(target=f, daemon=True)\n"));
}

#[test]
fn flipping_takes_the_inherited_flag_into_account() {
    let (_, bodies) = bodies(PROGRAM);
    let (_, first) = site_at_line(&bodies, 19).unwrap();
    assert_eq!(flipped(first, false), DaemonFlag::Regular);
    let (_, second) = site_at_line(&bodies, 20).unwrap();
    assert_eq!(flipped(second, false), DaemonFlag::Daemon);
    assert_eq!(flipped(second, true), DaemonFlag::Regular);
}

#[test]
fn joins_come_after_the_threads_that_are_started_together() {
    let after = site_edit(PROGRAM, 20, |parsed, body| add_join(PROGRAM, parsed, &body.sites[0]).unwrap());
    assert!(after.contains("second.start()\nsecond.join()\ntime.sleep(3)"));
    let back = site_edit(&after, 20, |parsed, body| remove_joins(&after, parsed, &body.sites[0]));
    assert_eq!(back, PROGRAM);
    let after = site_edit(PROGRAM, 19, |parsed, body| add_join(PROGRAM, parsed, &body.sites[0]).unwrap());
    assert!(after.contains("second.start()\nfirst.join()\n"));
    let none = site_edit(PROGRAM, 19, |parsed, body| remove_joins(PROGRAM, parsed, &body.sites[0]));
    assert!(!none.contains("join"));
}

#[test]
fn numbers_keep_the_form_in_which_they_were_written() {
    let set = |literal: &str, value: f64| {
        let text = format!("import time\ntime.sleep({literal})\n");
        let (_, bodies) = bodies(&text);
        let after = apply(&text, &[set_number(&text, &bodies[0].knobs[0], value)]);
        after.trim_start_matches("import time\ntime.sleep(").trim_end_matches(")\n").to_owned()
    };
    for (literal, value, expected) in [
        ("2", 3.0, "3"),
        ("2", 2.5, "2.5"),
        ("2.0", 3.0, "3.0"),
        ("2.5", 3.0, "3"),
        ("2", 0.1 + 0.2, "0.3"),
        ("1_000", 1000.0, "1_000"),
        ("1e3", 500.0, "500.0"),
        ("2", -1.0, "0"),
        ("2", f64::NAN, "2"),
    ] {
        assert_eq!(set(literal, value), expected, "{literal} to {value}");
    }
}

#[test]
fn a_count_stays_whole() {
    let text = "for i in range(3):\n    pass\n";
    let (_, bodies) = bodies(text);
    let knob = &bodies[0].knobs[0];
    assert_eq!(knob.label, "count, line 1");
    assert_eq!(apply(text, &[set_number(text, knob, 4.6)]), "for i in range(5):\n    pass\n");
}

#[test]
fn a_name_is_written_in_the_quotes_of_the_text() {
    let (_, bodies) = bodies(PROGRAM);
    let knob = &bodies[2].names[0];
    let after = apply(PROGRAM, &[set_name(PROGRAM, knob, "a \"b\" \\ c")]);
    assert!(after.contains(r#"name="a \"b\" \\ c","#));
}

#[test]
fn a_name_is_put_among_the_arguments_where_there_is_none() {
    let named = |call: &str| {
        let text = format!("import threading\ndef f(): pass\nt = {call}\n");
        let (parsed, bodies) = bodies(&text);
        let edit = add_name(&parsed, &bodies[1].sites[0], "a \"b\"");
        edit.map(|edit| apply(&text, &[edit]).lines().last().unwrap_or_default().to_owned())
    };
    assert_eq!(
        named("threading.Thread(target=f)").as_deref(),
        Some(r#"t = threading.Thread(target=f, name="a \"b\"")"#)
    );
    assert_eq!(named("threading.Thread(target=f, name='c')"), None);
    assert_eq!(named("threading.Thread(None, f, 'c')"), None);
    assert_eq!(named("threading.Thread(target=f, **more)"), None);
    assert_eq!(named("threading.Timer(1, f)"), None);
}

#[test]
fn two_controls_never_have_one_name() {
    let text = "import time\ntime.sleep(1); time.sleep(2)\n";
    assert_eq!(described(text), "main thread\n  sleep, line 2 = 1 s\n  sleep, line 2 (2) = 2 s");
}
