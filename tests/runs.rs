//! What holds for every run: it is the same every time, in whatever slices it is driven, and when it is replayed.

use last_thread_standing::machine::settings::{MachineSettings, PythonVersion, Runtime, StdoutKind};
use last_thread_standing::run::trace::{LimitReached, NeverExits, Outcome};
use last_thread_standing::run::{Limits, Run, Trace, prepare};
use last_thread_standing::scenario::gallery::GALLERY;
use last_thread_standing::schedule::Policy;
use last_thread_standing::schedule::random::Random;
use last_thread_standing::schedule::recording::Schedule;
use last_thread_standing::schedule::replay::Replay;
use last_thread_standing::schedule::round_robin::RoundRobin;
use last_thread_standing::schedule::typical::Typical;

/// Enough for every scenario that ends, and little for those that chance keeps from being proved endless.
const EVENTS: usize = 20_000;

fn start(text: &str, settings: &MachineSettings, policy: Box<dyn Policy>) -> Run {
    match prepare(text, "main.py", settings, policy, Limits { events: EVENTS, ..Limits::default() }) {
        Ok(run) => run,
        Err(findings) => panic!("{text}\n{findings:?}"),
    }
}

fn run(text: &str, policy: Box<dyn Policy>) -> Trace {
    start(text, &MachineSettings::default(), policy).finish()
}

fn gallery() -> impl Iterator<Item = (&'static str, last_thread_standing::scenario::Scenario)> {
    GALLERY.iter().map(|entry| (entry.stem, entry.scenario()))
}

#[test]
fn the_same_program_gives_the_same_trace() {
    for (stem, scenario) in gallery() {
        let settings = &scenario.settings.machine;
        let first = start(&scenario.text, settings, Box::new(Typical)).finish();
        let second = start(&scenario.text, settings, Box::new(Typical)).finish();
        assert_eq!(first, second, "{stem}");
    }
}

#[test]
fn a_run_driven_in_small_slices_gives_the_same_trace() {
    for (stem, scenario) in gallery() {
        let whole = start(&scenario.text, &scenario.settings.machine, Box::new(Typical)).finish();
        for operations in [997, 10_000] {
            let mut run = start(&scenario.text, &scenario.settings.machine, Box::new(Typical));
            while !run.advance(operations) {}
            assert_eq!(run.into_trace().events, whole.events, "{stem} in slices of {operations} operations");
        }
    }
}

#[test]
fn slices_change_nothing_where_objects_are_collected_and_threads_race() {
    let text = "
import threading, time
def work(number):
    lines = []
    for turn in range(120):
        lines.append('x' * 50_000)
        if turn % 30 == 0:
            print(number, turn)
            time.sleep(0.001)
threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
for thread in threads: thread.start()
for thread in threads: thread.join()
";
    for runtime in [Runtime::Gil, Runtime::FreeThreaded] {
        for seed in [None, Some(1)] {
            let settings = MachineSettings { runtime, ..MachineSettings::default() };
            let policy = || match seed {
                None => Box::new(Typical) as Box<dyn Policy>,
                Some(seed) => Box::new(Random::new(seed)),
            };
            let whole = start(text, &settings, policy()).finish();
            assert_eq!(whole.outcome, Outcome::Exited { code: 0 });
            for operations in [1_001, 50_000] {
                let mut run = start(text, &settings, policy());
                while !run.advance(operations) {}
                assert_eq!(run.into_trace().events, whole.events, "{runtime:?}, {seed:?}, {operations}");
            }
        }
    }
}

#[test]
fn a_recorded_schedule_replays_to_the_same_trace() {
    for (stem, scenario) in gallery() {
        for seed in 0..5 {
            let recorded = start(&scenario.text, &scenario.settings.machine, Box::new(Random::new(seed))).finish();
            let text = recorded.schedule.to_string();
            let schedule: Schedule = text.parse().unwrap_or_else(|error| panic!("{stem}: {text}: {error}"));
            let replay = Box::new(Replay::new(schedule));
            let replayed = start(&scenario.text, &scenario.settings.machine, replay).finish();
            assert_eq!(recorded.events, replayed.events, "{stem}, seed {seed}");
            assert_eq!(recorded.stdout, replayed.stdout, "{stem}, seed {seed}");
        }
    }
}

#[test]
fn threads_take_turns_under_round_robin() {
    let text = "
import threading
def count(name):
    for number in range(3):
        print(name, number)
threads = [threading.Thread(target=count, args=(name,)) for name in 'ab']
for thread in threads: thread.start()
for thread in threads: thread.join()
";
    let trace = run(text, Box::new(RoundRobin::default()));
    assert_eq!(trace.outcome, Outcome::Exited { code: 0 });
    let mut lines: Vec<&str> = trace.stdout.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["a 0", "a 1", "a 2", "b 0", "b 1", "b 2"]);
    assert_ne!(trace.stdout.lines().collect::<Vec<_>>(), lines, "they take turns");
}

#[test]
fn a_loop_whose_state_comes_round_again_is_proved_endless() {
    for text in [
        "while True:\n    pass\n",
        "import time\nwhile True:\n    time.sleep(1)\n",
        "import threading, time\ndef loop():\n    while True:\n        print('tick')\n        time.sleep(1)\nthreading.Thread(target=loop).start()\n",
    ] {
        let trace = run(text, Box::new(Typical));
        assert!(
            matches!(trace.outcome, Outcome::NeverExits(NeverExits::Repeats { .. })),
            "{text}\n{:?}",
            trace.outcome
        );
    }
}

#[test]
fn a_loop_that_waits_for_the_clock_ends_when_its_time_has_come() {
    let text = "import time\nend = time.time() + 2\nwhile time.time() < end:\n    time.sleep(0.5)\nprint('done')\n";
    let trace = run(text, Box::new(Typical));
    assert_eq!(trace.outcome, Outcome::Exited { code: 0 });
    assert_eq!(trace.stdout, "done\n");
}

#[test]
fn a_deadlock_is_proved_and_says_who_waits_for_whom() {
    let text = "
import threading, time
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        time.sleep(0.1)
        with b: pass
def two():
    with b:
        time.sleep(0.1)
        with a: pass
threading.Thread(target=one).start()
threading.Thread(target=two).start()
";
    let trace = run(text, Box::new(Typical));
    let Outcome::NeverExits(NeverExits::Stuck { waiting }) = &trace.outcome else { panic!("{:?}", trace.outcome) };
    let chain: Vec<(u32, Option<u32>)> = waiting.iter().map(|(who, _, on)| (who.0, on.map(|on| on.0))).collect();
    assert_eq!(chain, [(0, Some(1)), (1, Some(2)), (2, Some(1))]);
    assert_eq!(trace.syncs.iter().map(|sync| sync.name.as_str()).take(2).collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn a_program_that_changes_for_ever_is_given_up_at_a_limit() {
    let text = "import time\nn = 0\nwhile True:\n    n += 1\n    time.sleep(1)\n";
    let trace = run(text, Box::new(Typical));
    assert!(matches!(trace.outcome, Outcome::Unknown(LimitReached::Events(_))), "{:?}", trace.outcome);
}

#[test]
fn what_is_allocated_and_dropped_is_collected() {
    let text = "
kept = [str(number) for number in range(1000)]
for number in range(300000):
    dropped = [number, str(number)]
print(sum(len(text) for text in kept), dropped)
";
    let trace = run(text, Box::new(Typical));
    assert_eq!((trace.outcome, trace.stdout.as_str()), (Outcome::Exited { code: 0 }, "2890 [299999, '299999']\n"));
}

#[test]
fn a_fork_bomb_of_threads_meets_its_limit() {
    let text = "
import threading, time
def body():
    threading.Thread(target=body).start()
    threading.Thread(target=body).start()
    time.sleep(100)
body()
";
    let trace = run(text, Box::new(Typical));
    assert!(matches!(trace.outcome, Outcome::Unknown(LimitReached::Threads(_))), "{:?}", trace.outcome);
}

#[test]
fn endless_output_and_endless_memory_meet_their_limits() {
    let output = run("n = 0\nwhile True:\n    n += 1\n    print(n, 'x' * 100000)\n", Box::new(Typical));
    assert!(matches!(output.outcome, Outcome::Unknown(LimitReached::Output(_))), "{:?}", output.outcome);
    let memory = run("x = 'x'\nwhile True:\n    x = x + x\n", Box::new(Typical));
    assert!(matches!(memory.outcome, Outcome::Unknown(LimitReached::Length(_))), "{:?}", memory.outcome);
    let memory = run("items = []\nwhile True:\n    items.append('x' * 10_000)\n", Box::new(Typical));
    assert!(matches!(memory.outcome, Outcome::Unknown(LimitReached::Memory(_))), "{:?}", memory.outcome);
    let number = run("x = 3\nwhile True:\n    x = x * x\n", Box::new(Typical));
    assert_eq!(number.outcome, Outcome::Unknown(LimitReached::Integer));
}

#[test]
fn runaway_recursion_is_a_recursion_error() {
    let trace = run("def f(n):\n    return f(n + 1)\nf(0)\n", Box::new(Typical));
    assert_eq!(trace.outcome, Outcome::Exited { code: 1 });
    assert!(trace.stderr.ends_with("RecursionError: maximum recursion depth exceeded\n"), "{}", trace.stderr);
    assert!(trace.stderr.contains("[Previous line repeated "), "{}", trace.stderr);
}

#[test]
fn output_to_a_pipe_is_lost_with_os_exit_and_kept_otherwise() {
    let settings = MachineSettings { stdout: StdoutKind::Pipe, ..MachineSettings::default() };
    let kept = start("print('kept')\n", &settings, Box::new(Typical)).finish();
    assert_eq!(kept.stdout, "kept\n");
    let lost = start("import os\nprint('lost')\nos._exit(3)\n", &settings, Box::new(Typical)).finish();
    assert_eq!((lost.stdout.as_str(), lost.outcome), ("", Outcome::Exited { code: 3 }));
}

#[test]
fn every_version_and_both_runtimes_run_the_gallery() {
    for (stem, scenario) in gallery() {
        for python in PythonVersion::all() {
            for runtime in [Runtime::Gil, Runtime::FreeThreaded] {
                let settings = MachineSettings { python, runtime, ..scenario.settings.machine.clone() };
                let trace = start(&scenario.text, &settings, Box::new(Typical)).finish();
                let is_supported = !matches!(trace.outcome, Outcome::NotSupported { .. });
                assert!(is_supported, "{stem} on {python}: {:?}", trace.outcome);
            }
        }
    }
}

#[test]
fn from_3_15_on_nobody_waits_again_after_an_interrupted_wait_at_exit() {
    let text = "
import threading, time
def work():
    time.sleep(3)
    print('never')
threading.Thread(target=work).start()
print('main ends')
";
    for python in [14, 15] {
        let settings = MachineSettings {
            python: PythonVersion(python),
            ctrl_c_ns: vec![1_000_000_000],
            ..MachineSettings::default()
        };
        let trace = start(text, &settings, Box::new(Typical)).finish();
        assert_eq!(
            (trace.stdout.as_str(), &trace.outcome),
            ("main ends\n", &Outcome::Exited { code: 0 }),
            "3.{python}"
        );
    }
}

#[test]
fn from_3_14_on_a_map_with_a_buffer_takes_its_arguments_as_results_are_fetched() {
    let text = "
from concurrent.futures import ThreadPoolExecutor
def numbers():
    for n in range(5):
        print('made', n)
        yield n
with ThreadPoolExecutor(2) as pool:
    try:
        results = pool.map(str, numbers(), buffersize=2)
    except TypeError as error:
        print(error)
    else:
        for result in results:
            print('got', result)
";
    let run_on = |python| {
        let settings = MachineSettings { python: PythonVersion(python), ..MachineSettings::default() };
        start(text, &settings, Box::new(Typical)).finish().stdout
    };
    assert_eq!(run_on(13), "Executor.map() got an unexpected keyword argument 'buffersize'\n");
    let buffered = "made 0\nmade 1\nmade 2\ngot 0\nmade 3\ngot 1\nmade 4\ngot 2\ngot 3\ngot 4\n";
    assert_eq!(run_on(14), buffered);
}

#[test]
fn counting_to_many_thousands_under_a_lock_comes_to_its_end() {
    let text = "
import threading, queue
counter, lock, items = 0, threading.Lock(), queue.Queue()
def count():
    global counter
    for n in range(60_000):
        with lock:
            counter += 1
        if n % 3 == 0:
            items.put(n)
threads = [threading.Thread(target=count) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(counter, items.qsize())
";
    let limits = Limits::default();
    let run = prepare(text, "main.py", &MachineSettings::default(), Box::new(Typical), limits);
    let Ok(run) = run else { panic!("it runs") };
    let trace = run.finish();
    assert_eq!((trace.stdout.as_str(), trace.outcome), ("240000 80000\n", Outcome::Exited { code: 0 }));
    assert!(trace.events.len() < limits.events);
}

#[test]
fn who_holds_a_lock_is_told_when_another_begins_to_wait_for_it_however_much_has_happened() {
    let text = "
import threading
lock, other = threading.Lock(), threading.Lock()
for _ in range(40_000):
    with lock: pass
def worker():
    with other:
        lock.acquire()
lock.acquire()
thread = threading.Thread(target=worker, name='worker')
thread.start()
other.acquire()
";
    let Ok(run) = prepare(text, "main.py", &MachineSettings::default(), Box::new(Typical), Limits::default()) else {
        panic!("it runs")
    };
    let verdict = last_thread_standing::verdict::judge(&run.finish());
    let why = verdict.explanation.join(" ");
    assert!(why.contains("MainThread waits for lock other, which worker holds (line 12)."), "{why}");
    assert!(why.contains("worker waits for the lock, which MainThread holds (line 8)."), "{why}");
    assert!(why.contains("wait for each other"), "{why}");
}

#[test]
fn a_long_run_goes_on_as_long_as_a_loop_over_a_range_comes_further() {
    let outcome = |text: &str| {
        let run = prepare(text, "main.py", &MachineSettings::default(), Box::new(Typical), Limits::default());
        run.ok().map(|run| run.finish_while_it_counts(5_000_000).outcome)
    };
    let counts = "n = 0\nfor i in range(6_000_000):\n    n += i\nprint(n)\n";
    assert_eq!(outcome(counts), Some(Outcome::Exited { code: 0 }));
    let given_up = Some(Outcome::Unknown(LimitReached::Operations(5_000_000)));
    assert_eq!(outcome("n = 0\nwhile True:\n    n += 1\n"), given_up);
    assert_eq!(outcome("n = 0\nfor i in range(10):\n    while True:\n        n += 1\n"), given_up);
}
