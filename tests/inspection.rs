//! A process looked at in the middle of its run: variables, locks, queues, files.

use last_thread_standing::machine::inspection::{Inspection, Variable};
use last_thread_standing::run::Limits;
use last_thread_standing::scenario::Scenario;

/// The process when its clock has come to that moment.
fn at(text: &str, at_s: f64) -> Inspection {
    let scenario = Scenario { text: text.to_owned(), settings: Default::default() };
    let mut run = scenario.prepare("main.py", Limits::default()).expect("it runs");
    while run.progress().1 < (at_s * 1e9) as u64 && !run.advance(1) {}
    run.inspect()
}

fn said(variables: &[Variable]) -> Vec<String> {
    variables.iter().map(|variable| format!("{} = {}", variable.name, variable.value)).collect()
}

const PROGRAM: &str = "\
import queue, threading, time

db = threading.Lock()
jobs = queue.Queue()
stop = threading.Event()
limit = 3

def work(name, pause):
    total = [1, 2]
    with db:
        file = open('log.txt', 'w')
        file.write('12345')
        time.sleep(pause)
    stop.set()

def second():
    with db:
        pass

jobs.put('a')
jobs.put('b')
threading.Thread(target=work, args=('x', 2)).start()
threading.Thread(target=second).start()
time.sleep(5)
";

#[test]
fn the_variables_of_each_thread_are_those_of_its_frames() {
    let inspection = at(PROGRAM, 1.0);
    let globals = said(&inspection.globals);
    let names: Vec<&str> = globals.iter().filter_map(|global| global.split(' ').next()).collect();
    assert_eq!(names, ["db", "jobs", "stop", "limit"], "what is imported and defined is in the text");
    assert_eq!(globals[3], "limit = 3");
    let work = &inspection.threads.iter().find(|thread| thread.name == "Thread-1 (work)").expect("it lives").frames[0];
    assert_eq!((work.function.as_str(), work.line), ("work", 13));
    let variables = said(&work.variables);
    for expected in ["name = 'x'", "pause = 2", "total = [1, 2]"] {
        assert!(variables.contains(&expected.to_owned()), "{variables:?}");
    }
}

#[test]
fn locks_queues_and_events_tell_how_they_stand_and_who_waits() {
    let inspection = at(PROGRAM, 1.0);
    let state = |name: &str| {
        let sync = inspection.syncs.iter().find(|sync| sync.name == name).expect(name);
        (sync.state.as_str(), sync.waiting.join(", "))
    };
    assert_eq!(state("lock db"), ("held by Thread-1 (work)", "Thread-2 (second)".to_owned()));
    assert_eq!(state("queue jobs"), ("['a', 'b'], 2 not done", String::new()));
    assert_eq!(state("event stop"), ("not set", String::new()));
    let later = at(PROGRAM, 3.0);
    assert_eq!(later.syncs.iter().find(|sync| sync.name == "event stop").map(|sync| sync.state.as_str()), Some("set"));
    assert_eq!(later.syncs.iter().find(|sync| sync.name == "lock db").map(|sync| sync.state.as_str()), Some("free"));
}

#[test]
fn a_file_tells_what_is_on_the_disk_and_what_is_still_in_its_buffer() {
    let inspection = at(PROGRAM, 1.0);
    assert_eq!(inspection.files.len(), 1);
    assert_eq!(
        (inspection.files[0].path.as_str(), inspection.files[0].on_disk, inspection.files[0].buffered),
        ("log.txt", 0, 5)
    );
}

#[test]
fn looking_changes_nothing() {
    let scenario = Scenario { text: PROGRAM.to_owned(), settings: Default::default() };
    let run = || scenario.prepare("main.py", Limits::default()).expect("it runs");
    let mut looked_at = run();
    while !looked_at.advance(1) {
        looked_at.inspect();
    }
    assert_eq!(looked_at.into_trace(), run().finish());
}

#[test]
fn a_large_value_is_told_by_its_size() {
    let inspection = at("import time\nmany = list(range(100_000))\nlong = 'x' * 100_000\ntime.sleep(1)\n", 0.5);
    assert_eq!(said(&inspection.globals), ["many = <list with 100000 items>", "long = <str with 833 items>"]);
}
