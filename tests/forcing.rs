//! An outcome that is forced by a program's text is what a real CPython then gives.

use last_thread_standing::explore::ExploreLimits;
use last_thread_standing::run::trace::Outcome;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::forcing::{CannotForce, force};
use last_thread_standing::scenario::outcomes::{ToldOutcome, tell};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Racy programs that are over soon, with the number of outcomes that are forced of each.
const RACY: [(&str, usize); 24] = [
    ("alive-at-once", 2),
    ("bank-transfer", 2),
    ("check-then-act", 2),
    ("closure-cell", 2),
    ("condition-notify", 1),
    ("counter-lost-update", 3),
    ("counter-plain-plus", 1),
    ("counter-sleeping", 1),
    ("daemon-three-steps", 4),
    ("deadlock-for-ever", 1),
    ("dict-last-writer", 2),
    ("double-checked", 2),
    ("event-handshake", 1),
    ("generator-shared", 2),
    ("late-binding", 4),
    ("list-of-results", 2),
    ("lock-try", 2),
    ("main-and-thread-print", 3),
    ("publish-before-ready", 2),
    ("readers-and-writer", 2),
    ("singleton", 2),
    ("sum-in-parts", 2),
    ("thread-of-thread", 2),
    ("turn-taking", 1),
];

/// Scenarios of the gallery, with the number of outcomes.
const GALLERY: [(&str, usize); 6] = [
    ("daemon-is-cut-off", 3),
    ("daemon-loop-ends-with-main", 2),
    ("deadlock-at-exit", 2),
    ("did-it-even-start", 2),
    ("finally-that-never-runs", 1),
    ("is-it-alive", 1),
];

/// Programs that run side by side.
const SIDE_BY_SIDE: usize = 4;
/// What has not ended by then, on a busy machine too, never ends.
const NEVER_AFTER: Duration = Duration::from_secs(6);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn scenario(folder: &str, stem: &str) -> Scenario {
    let text = fs::read_to_string(root().join(folder).join(format!("{stem}.py"))).expect("a program can be read");
    Scenario::from_file(&text).0
}

fn outcomes(scenario: &Scenario) -> Vec<ToldOutcome> {
    let limits = ExploreLimits { states: 20_000, ..ExploreLimits::default() };
    let explored = scenario.prepare_exploration("program.py", limits).expect("the program can run").finish();
    tell(scenario, "program.py", &explored).expect("the program can run")
}

/// What a program came to: its standard output and its status; no status: it did not end.
type Seen = (String, Option<i32>);

struct Case {
    name: String,
    text: String,
    python: PathBuf,
    expected: Seen,
}

/// The CPythons of this machine from 3.8 on, one of each version: pyenv's and `python3`.
fn pythons() -> Vec<PathBuf> {
    let printed = |command: &mut Command| {
        let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success());
        output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let mut candidates = vec![PathBuf::from("python3")];
    for version in printed(Command::new("pyenv").args(["versions", "--bare"])).unwrap_or_default().lines() {
        if let Some(prefix) = printed(Command::new("pyenv").args(["prefix", version.trim()])) {
            candidates.push(Path::new(&prefix).join("bin/python3"));
        }
    }
    let mut by_version = BTreeMap::new();
    for candidate in candidates {
        let version = printed(Command::new(&candidate).args(["-c", "import sys; print(sys.version_info[1])"]));
        if let Some(minor) = version.and_then(|minor| minor.parse::<u32>().ok()).filter(|minor| *minor >= 8) {
            by_version.entry(minor).or_insert(candidate);
        }
    }
    assert!(
        !by_version.is_empty(),
        "python3 is needed to compare with CPython: install it (Debian: apt install python3)"
    );
    println!("CPython 3.{:?}", by_version.keys());
    by_version.into_values().collect()
}

fn run(case: &Case, folder: &Path) -> Seen {
    fs::create_dir_all(folder).expect("a folder can be made");
    let file = folder.join("program.py");
    fs::write(&file, &case.text).expect("a file can be written");
    let mut child = Command::new(&case.python)
        .arg(&file)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the CPython starts");
    let patience = if case.expected.1.is_some() { NEVER_AFTER * 10 } else { NEVER_AFTER };
    let began = Instant::now();
    while child.try_wait().expect("the CPython is there").is_none() {
        if began.elapsed() > patience {
            child.kill().expect("the CPython can be ended");
            let _ = child.wait();
            return (String::new(), None);
        }
        thread::sleep(Duration::from_millis(10));
    }
    let output = child.wait_with_output().expect("the CPython has ended");
    (String::from_utf8_lossy(&output.stdout).into_owned(), output.status.code())
}

/// Runs all cases, a few side by side; what did not come as it should.
fn run_all(cases: &[Case], name: &str) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("forced").join(name);
    thread::scope(|scope| {
        for worker in 0..SIDE_BY_SIDE {
            let (next, wrong, folder) = (&next, &wrong, folder.join(worker.to_string()));
            scope.spawn(move || {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let _ = fs::remove_dir_all(&folder);
                    let seen = run(case, &folder);
                    if seen != case.expected {
                        let Case { name, python, expected, .. } = case;
                        let line = format!("{name} on {}: {seen:?}, not {expected:?}", python.display());
                        wrong.lock().expect("nobody panics").push(line);
                    }
                }
            });
        }
    });
    wrong.into_inner().expect("nobody panics")
}

fn check(folder: &str, programs: &[(&str, usize)]) {
    let pythons = pythons();
    let mut cases = Vec::new();
    for (stem, count) in programs {
        let scenario = scenario(folder, stem);
        for (at, outcome) in outcomes(&scenario).iter().take(*count).enumerate() {
            let name = format!("{stem}, outcome {}", at + 1);
            let forced =
                force(&scenario, "program.py", &outcome.schedule).unwrap_or_else(|why| panic!("{name}: {why}"));
            let expected = match outcome.trace.outcome {
                Outcome::Exited { code } => (outcome.trace.stdout.clone(), Some(code & 0xff)),
                _ => (String::new(), None),
            };
            for python in &pythons {
                let (name, text, expected) = (name.clone(), forced.text.clone(), expected.clone());
                cases.push(Case { name, text, python: python.clone(), expected });
            }
        }
    }
    let wrong = run_all(&cases, folder);
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn every_cpython_comes_to_the_outcome_that_racy_programs_are_forced_into() {
    check("tests/explore/racy", &RACY);
}

#[test]
fn every_cpython_comes_to_the_outcome_that_scenarios_are_forced_into() {
    check("static/scenarios", &GALLERY);
}

fn forced(text: &str, wanted: &str) -> Result<String, CannotForce> {
    let scenario = Scenario { text: text.to_owned(), ..Scenario::default() };
    let outcomes = outcomes(&scenario);
    let outcome = outcomes.iter().find(|outcome| outcome.trace.stdout == wanted).expect("it is one of the outcomes");
    force(&scenario, "program.py", &outcome.schedule).map(|forced| forced.text)
}

/// The program's part of a forced file.
fn program(text: &str) -> &str {
    text.split("the turns put in.\n\n").nth(1).unwrap_or(text)
}

#[test]
fn the_text_stays_as_it_is_but_for_the_turns() {
    let text = "\"\"\"Two greetings\"\"\"\nimport threading\n\n\ndef greet(name):\n    print(name)  # politely\n\n\n\
                threading.Thread(target=greet, args=(\"a\",)).start()\nprint(\"b\")\n";
    let forced = forced(text, "b\na\n").expect("it can be forced");
    assert!(forced.starts_with("\"\"\"Two greetings\"\"\"\n\n# This file forces one of the ways in which"), "{forced}");
    assert_eq!(
        program(&forced),
        "import threading\n\n\ndef greet(name):\n    _turn(2)\n    print(name)  # politely\n\n\n\
         threading.Thread(target=greet, args=(\"a\",)).start()\n_turn(1)\nprint(\"b\")\n"
    );
}

#[test]
fn an_assignment_is_taken_apart_where_another_comes_in_between() {
    let text = "import threading\n\ncount = 0\n\n\ndef same(value):\n    return value\n\n\ndef add():\n    global count\n    \
                count = same(count) + 1\n\n\nthreads = [threading.Thread(target=add) for _ in range(2)]\n\
                for thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\nprint(count)\n";
    let forced = forced(text, "1\n").expect("it can be forced");
    assert!(program(&forced).contains("    _value = same(count) + 1\n    _turn("), "{forced}");
    assert!(program(&forced).contains("    count = _value\n"), "{forced}");
}

#[test]
fn an_expression_waits_where_there_is_no_statement() {
    let text =
        "import threading\n\nthread = threading.Thread(target=lambda: print(\"a\"))\nthread.start()\nprint(\"b\")\n";
    let forced = forced(text, "b\na\n").expect("it can be forced");
    assert!(program(&forced).contains("target=lambda: print((_turn(2) or \"a\")))"), "{forced}");
}

#[test]
fn a_daemon_that_is_cut_off_waits_for_its_end() {
    let text = "import threading\n\n\ndef work():\n    print(\"daemon\")\n\n\n\
                threading.Thread(target=work, daemon=True).start()\nprint(\"main\")\n";
    let forced = forced(text, "main\n").expect("it can be forced");
    assert!(program(&forced).contains("    _turn(0)\n    print(\"daemon\")\n"), "{forced}");
}

#[test]
fn what_cannot_be_forced_is_said() {
    let builtin = "import threading\n\nfor name in \"ab\":\n    threading.Thread(target=print, args=(name,)).start()\n";
    let why = forced(builtin, "b\na\n").expect_err("nothing can wait in a builtin");
    assert_eq!(why, CannotForce::Tried);
    assert!(why.to_string().ends_with('.'));

    let mut scenario = scenario("static/scenarios", "ctrl-c-during-join");
    let schedule = outcomes(&scenario)[0].schedule.clone();
    assert_eq!(force(&scenario, "program.py", &schedule), Err(CannotForce::Keyboard));

    scenario.settings.machine.ctrl_c_ns.clear();
    scenario.text = "print(\n".to_owned();
    assert_eq!(force(&scenario, "program.py", &schedule), Err(CannotForce::Refused));
}
