//! The command line, as a shell sees it.

use last_thread_standing::explore::ExploreLimits;
use last_thread_standing::run::Limits;
use last_thread_standing::run::limits::OPERATIONS_WITHOUT_COUNTING;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Ran {
            status: output.status.code().expect("it ended by itself"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

fn command(arguments: &[&str]) -> Ran {
    Command::new(env!("CARGO_BIN_EXE_last-thread-standing")).args(arguments).output().unwrap().into()
}

fn with_stdin(arguments: &[&str], stdin: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_last-thread-standing"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(stdin).unwrap();
    child.wait_with_output().unwrap().into()
}

/// A file with that text, in a folder of its own that is taken away afterwards.
struct Program {
    folder: PathBuf,
    path: String,
}

impl Program {
    fn new(name: &str, text: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("last-thread-standing-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("program.py");
        std::fs::write(&path, text).unwrap();
        Program { path: path.to_string_lossy().into_owned(), folder }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn help_is_given_when_asked_for_or_when_nothing_is() {
    for arguments in [&[][..], &["--help"], &["help"], &["run", "--help"], &["link", "-h"], &["open", "--help"]] {
        let ran = command(arguments);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{arguments:?}");
        assert!(ran.stdout.contains("last-thread-standing run FILE.py"), "{arguments:?}");
    }
    assert!(command(&["--version"]).stdout.starts_with("last-thread-standing 0."));
}

#[test]
fn wrong_usage_gives_one_sentence_and_status_2() {
    for (arguments, sentence) in [
        (&["frob"][..], "There is no command `frob`; the commands are run, explore, link and open."),
        (&["run"], "Which program? Give its file."),
        (&["run", "a.py", "b.py"], "One program at a time: what is `b.py`?"),
        (&["run", "--frob", "a.py"], "Invalid option '--frob'."),
        (&["run", "a.py", "--seed"], "Missing argument for option '--seed'."),
        (&["open"], "`open` needs one link."),
        (&["run", "a.py", "--max-operations", "0"], "`0` is no number of operations; give one from 1 on."),
        (&["explore", "a.py", "--max-states", "none"], "`none` is no number of states; give one from 1 on."),
    ] {
        let ran = command(arguments);
        assert_eq!(ran.stderr, format!("last-thread-standing: {sentence} Try `last-thread-standing --help`.\n"));
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    }
    let ran = command(&["run", "no-such-file.py"]);
    let sentence = "last-thread-standing: can't open file 'no-such-file.py': No such file or directory\n";
    assert_eq!((ran.status, ran.stderr.as_str()), (2, sentence));
}

#[test]
fn settings_that_are_refused_are_told_with_the_choices() {
    let program = Program::new("settings", "print(1)\n");
    let ran = command(&["run", &program.path, "--python", "2.7"]);
    let sentence = "`2.7` is not a value of the setting `python`; it is one of 3.8 to 3.15.";
    assert_eq!((ran.status, ran.stderr), (2, format!("last-thread-standing: {sentence}\n")));
    let program = Program::new("settings-line", "print(1)\n# settings: colour=red\n");
    let ran = command(&["run", &program.path]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.starts_with(&format!(
        "last-thread-standing: {}:2:1: There is no setting `colour`; the settings are runtime, python,",
        program.path
    )));
}

#[test]
fn every_finding_is_a_line_with_its_place_and_nothing_is_run() {
    let program = Program::new("findings", "print('before')\nif True\n    pass\nx = \"ü\" 1\n");
    let ran = command(&["run", &program.path]);
    let path = &program.path;
    assert_eq!(
        ran.stderr,
        format!(
            "last-thread-standing: {path}:2:8: SyntaxError: expected ':'\n\
             last-thread-standing: {path}:4:9: SyntaxError: invalid syntax\n"
        )
    );
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    let ran = with_stdin(&["run", "-"], b"async def f():\n    pass\n");
    let sentence = "not supported here: async functions; use a thread and an ordinary function";
    assert_eq!((ran.status, ran.stderr), (2, format!("last-thread-standing: <stdin>:1:1: {sentence}\n")));
    let ran = with_stdin(&["run", "-"], b"x = 1\ny = '\xff'\n");
    let sentence = "SyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xff in position 11";
    assert_eq!((ran.status, ran.stderr), (2, format!("last-thread-standing: <stdin>:2:1: {sentence}\n")));
}

#[test]
fn a_link_opens_as_the_program_that_it_was_made_of() {
    let text = "import time\ntime.sleep(1.25)\nprint('ü')\n\n# settings: runtime=free-threaded stdout=pipe\n";
    let program = Program::new("link", text);
    let link = command(&["link", &program.path]);
    assert_eq!((link.status, link.stderr.as_str()), (0, ""));
    let link = link.stdout.trim_end();
    assert!(link.starts_with("#1"), "{link}");
    for address in [link, &link[1..], &format!("https://example.org/page/{link}")] {
        let opened = command(&["open", address]);
        assert_eq!((opened.status, opened.stdout.as_str()), (0, text), "{address}");
    }
    let with_seed = command(&["link", &program.path, "--seed", "7", "--stdout", "terminal"]);
    let opened = command(&["open", with_seed.stdout.trim_end()]);
    assert!(opened.stdout.ends_with("# settings: runtime=free-threaded seed=7\n"));
}

#[test]
fn a_link_that_does_not_open_is_explained() {
    for (link, sentence) in [
        ("#/no-such-scenario", "There is no scenario named `no-such-scenario` in the gallery."),
        ("#", "This link is empty."),
        ("#1abc", "The end of this link is missing; copy it again from where you have it, to its end."),
    ] {
        let ran = command(&["open", link]);
        assert_eq!((ran.status, ran.stderr), (2, format!("last-thread-standing: {sentence}\n")));
    }
}

#[test]
fn a_program_runs_as_python3_would_run_it() {
    let program = Program::new(
        "runs",
        "import threading\nimport time\n\n\ndef loop():\n    while True:\n        print('tick')\n        time.sleep(1)\n\n\n\
         threading.Thread(target=loop, daemon=True).start()\ntime.sleep(2.5)\nprint('main ended')\n",
    );
    let ran = command(&["run", &program.path]);
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (0, "tick\ntick\ntick\nmain ended\n", ""));
}

#[test]
fn the_exit_status_and_the_traceback_are_the_programs() {
    let program = Program::new("status", "import sys\nprint('a')\nsys.exit(3)\n");
    let ran = command(&["run", &program.path]);
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (3, "a\n", ""));
    let program = Program::new("traceback", "x = 1\nx / 0\n");
    let ran = command(&["run", &program.path, "--python", "3.8"]);
    let traceback = format!(
        "Traceback (most recent call last):\n  File \"{}\", line 2, in <module>\n    x / 0\nZeroDivisionError: division \
         by zero\n",
        program.path
    );
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr), (1, "", traceback));
}

const ENDLESS: &str = "import threading\nimport time\n\n\ndef loop():\n    while True:\n        time.sleep(1)\n\n\n\
                       threading.Thread(target=loop).start()\nprint('main ended')\n";

#[test]
fn a_program_that_never_exits_is_said_to_and_why() {
    let program = Program::new("endless", ENDLESS);
    let ran = command(&["run", &program.path]);
    assert_eq!((ran.status, ran.stdout.as_str()), (124, "main ended\n"));
    let line = "last-thread-standing: never exits: Thread-1 (loop) never ends.";
    assert!(ran.stderr.starts_with(line), "{}", ran.stderr);
    assert_eq!(ran.stderr.lines().count(), 1);
}

#[test]
fn a_program_that_outlasts_the_limits_is_said_to() {
    let program = Program::new("busy", "print('on')\nnumber = 0\nwhile True:\n    number += 1\n");
    let ran = command(&["run", &program.path]);
    assert_eq!((ran.status, ran.stdout.as_str()), (124, "on\n"));
    assert!(ran.stderr.starts_with("last-thread-standing: still running after "), "{}", ran.stderr);
    assert_eq!(ran.stderr.lines().count(), 1);
}

#[test]
fn json_is_one_object_about_the_run() {
    let program = Program::new("json", ENDLESS);
    let ran = command(&["run", &program.path, "--json"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (124, ""));
    let object: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(object["exits"], "never");
    assert_eq!(object["exit_code"], serde_json::Value::Null);
    assert_eq!(object["stdout"], "main ended\n");
    let threads = object["threads"].as_array().unwrap();
    let thread = &threads[1];
    assert_eq!((&thread["name"], &thread["daemon"]), (&"Thread-1 (loop)".into(), &false.into()));
    assert_eq!((&thread["fate"], &thread["line"]), (&"never ends".into(), &7.into()));

    let program = Program::new("json-exit", "import time\ntime.sleep(1.5)\nraise SystemExit(4)\n");
    let ran = command(&["run", "--json", &program.path]);
    let object: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((ran.status, &object["exits"], &object["exit_code"]), (4, &"yes".into(), &4.into()));
    let duration_s = object["duration_s"].as_f64().unwrap();
    assert!((1.5..1.6).contains(&duration_s), "{duration_s}");
}

#[test]
fn settings_of_the_file_and_of_the_command_line_count() {
    let text = "import threading\nthreading.Thread(target=print, args=('child',)).start()\nprint('main')\n\n\
                # settings: runtime=free-threaded\n";
    let program = Program::new("settings-count", text);
    assert_eq!(command(&["run", &program.path, "--runtime", "gil"]).stdout, "child\nmain\n");
    let program = Program::new("ctrl-c", "import time\ntime.sleep(9)\n");
    let ran = command(&["run", &program.path, "--ctrl-c", "2"]);
    assert_eq!(ran.status, 130);
    assert!(ran.stderr.ends_with("KeyboardInterrupt\n"), "{}", ran.stderr);
    let program = Program::new("input", "print('hello', input())\nprint('and', input())\n");
    let ran = command(&["run", &program.path, "--input", "Ada", "--input", "a, b"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "hello Ada\nand a, b\n"));
}

/// A daemon whose last line is a race with the end of the main thread.
const RACE: &str = "\
import threading, time
def loop():
    while True:
        print('tick')
        time.sleep(1)
threading.Thread(target=loop, daemon=True).start()
time.sleep(2)
";

#[test]
fn every_schedule_is_explored_and_each_outcome_can_be_replayed() {
    let program = Program::new("explore", RACE);
    let ran = command(&["explore", &program.path, "--json"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((&report["complete"], &report["exits"]), (&true.into(), &"always".into()));
    let mut printed = Vec::new();
    for outcome in report["outcomes"].as_array().unwrap() {
        let schedule = outcome["schedule"].as_str().unwrap();
        let replayed = command(&["run", &program.path, "--schedule", schedule]);
        assert_eq!(outcome["stdout"], replayed.stdout.as_str(), "{schedule}");
        printed.push(replayed.stdout.lines().count());
    }
    printed.sort_unstable();
    assert_eq!(printed, [2, 3]);
}

#[test]
fn the_help_names_the_bounds_that_hold_without_options() {
    let help = command(&["--help"]).stdout;
    let operations = Limits::of_command(None).operations;
    let states = ExploreLimits::default().states;
    assert!(help.contains(&format!("how far it goes; default {OPERATIONS_WITHOUT_COUNTING}, where\n")), "{help}");
    assert!(help.contains(&format!("has rounds left {operations}\n")), "{help}");
    assert!(help.contains(&format!("how far it goes; default {states}\n")), "{help}");
}

#[test]
fn an_exploration_that_is_cut_says_by_which_bound() {
    let program = Program::new("explore-cut", RACE);
    let ran = command(&["explore", &program.path, "--max-states", "3"]);
    assert!(ran.stdout.starts_with("Explored first 3 states; more exist"), "{}", ran.stdout);
}

#[test]
fn what_usually_happens_is_among_the_outcomes_of_an_exploration_that_is_cut() {
    let text = "import threading\ndef work(number):\n    print('worker', number)\nthreads = [threading.Thread(target=work, \
                args=(number,)) for number in range(4)]\nfor thread in threads: thread.start()\n";
    let program = Program::new("explore-cut-usual", text);
    let ran = command(&["explore", &program.path, "--stdout", "unbuffered", "--max-states", "2000"]);
    assert!(ran.stdout.contains("first 2,000 states; more exist; what is missing needs"), "{}", ran.stdout);
    let usual = "1. what usually happens: Exits at 0.000 s; no thread cut off.\n   | worker 0\n   | worker 1\n";
    assert!(ran.stdout.contains(usual), "{}", ran.stdout);
}

#[test]
fn a_run_that_is_cut_says_by_which_bound() {
    let program = Program::new("run-cut", "n = 0\nwhile True:\n    n += 1\n");
    let ran = command(&["run", &program.path, "--max-operations", "20000"]);
    assert_eq!(ran.status, 124);
    assert!(ran.stderr.ends_with("the limit of 20,000 operations was reached.\n"), "{}", ran.stderr);
}

#[test]
fn a_schedule_that_the_race_window_does_not_allow_is_said_not_to_fit() {
    let text = "import threading, time\ndef work():\n    time.sleep(1)\n    print('late')\n\
                threading.Thread(target=work).start()\ntime.sleep(0.5)\nprint('soon')\n";
    let program = Program::new("race-window", text);
    let ran = command(&["explore", &program.path, "--race-window", "1", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let outcomes = report["outcomes"].as_array().unwrap();
    let late_first = outcomes.iter().find(|outcome| outcome["stdout"] == "late\nsoon\n").unwrap();
    let schedule = late_first["schedule"].as_str().unwrap();
    let within = command(&["run", &program.path, "--race-window", "1", "--schedule", schedule]);
    assert_eq!((within.stdout.as_str(), within.stderr.as_str()), ("late\nsoon\n", ""));
    let without = command(&["run", &program.path, "--schedule", schedule]);
    assert_eq!(without.stdout, "late\nsoon\n");
    assert!(without.stderr.contains("the schedule does not fit"), "{}", without.stderr);
}
