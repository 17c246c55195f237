//! How long a run takes natively, from the text to the verdict, beside what CPython and SimPy need for the same: `make
//! bench`. Prints the median and the fastest of several rounds, since a busy machine only ever makes a round slower.
//! `cargo bench --bench runs -- WORD` runs only those whose name holds the word, `… -- WORD once` a single round.

use last_thread_standing::machine::settings::MachineSettings;
use last_thread_standing::run::{Limits, Trace, prepare};
use last_thread_standing::schedule::typical::Typical;
use last_thread_standing::verdict::judge;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

const ROUNDS: usize = 15;

/// Workers that sleep, wake up, take a lock, print: what a timeline is made of.
const EVENTS: &str = "
import threading, time

lock = threading.Lock()

def worker(number):
    for turn in range(1785):
        time.sleep(0.001 * (number + 1))
        with lock:
            print('worker', number, 'turn', turn)

threads = [threading.Thread(target=worker, args=(number,)) for number in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

/// What an interpreter spends its time on: names, numbers, calls, a list and a dictionary.
const COMPUTING: &str = include_str!("programs/calls.py");

/// A loop of a function that only computes.
const COUNTING: &str = include_str!("programs/counting.py");

/// Objects with attributes and methods.
const OBJECTS: &str = include_str!("programs/objects.py");

/// A list that grows and is read by index.
const LISTS: &str = include_str!("programs/lists.py");

/// Text put together and looked at.
const TEXT: &str = include_str!("programs/text.py");

/// Threads that only sleep, as many as a person looks at.
const SLEEPING: &str = "
import threading, time

def worker(number):
    for turn in range(5000):
        time.sleep(0.001 * (number + 1))

threads = [threading.Thread(target=worker, args=(number,)) for number in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
";

/// The same as processes of SimPy.
const SLEEPING_IN_SIMPY: &str = "
import simpy

def worker(env, number):
    for turn in range(5000):
        yield env.timeout(0.001 * (number + 1))

env = simpy.Environment()
for number in range(10):
    env.process(worker(env, number))
env.run()
";

/// Runs a text a few times over in one Python, without what it prints, and tells the seconds of each round.
const TIME_IN_PYTHON: &str = "
import contextlib, io, sys, time
text = sys.argv[1]
code = compile(text, 'program.py', 'exec')
for round in range(7):
    started = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code, {'__name__': '__main__'})
    print(time.perf_counter() - started)
";

/// CPython 3.11, where it is installed.
const CPYTHONS: &[&str] = &["python3.11"];
/// Any Python that has SimPy 4: one in a folder of its own comes first (`python3 -m venv target/simpy`, then
/// `target/simpy/bin/pip install simpy`).
const SIMPYS: &[&str] = &["target/simpy/bin/python", "python3"];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let rounds = if words.iter().any(|word| word == "once") { 1 } else { ROUNDS };
    let wanted = |name: &str| words.first().is_none_or(|word| word == "once" || name.contains(word.as_str()));
    /// A command with its arguments, and what it is called.
    type Beside<'a> = (&'a [&'a str], &'a str);
    let benches: [(&str, &str, Option<Beside>); 7] = [
        ("a run of 100,000 events", EVENTS, None),
        ("200,000 turns of a loop with calls and a dict", COMPUTING, Some((CPYTHONS, COMPUTING))),
        ("1,000,000 turns of a counting loop", COUNTING, Some((CPYTHONS, COUNTING))),
        ("200,000 turns with attributes and methods", OBJECTS, Some((CPYTHONS, OBJECTS))),
        ("200,000 turns with a list", LISTS, Some((CPYTHONS, LISTS))),
        ("60,000 turns with text", TEXT, Some((CPYTHONS, TEXT))),
        ("50,000 sleeps of 10 threads", SLEEPING, Some((SIMPYS, SLEEPING_IN_SIMPY))),
    ];
    for (name, text, other) in benches.into_iter().filter(|&(name, ..)| wanted(name)) {
        measure(name, text, rounds);
        if let Some((pythons, text)) = other.filter(|_| rounds > 1) {
            compare(pythons, text);
        }
    }
}

fn run(text: &str) -> Trace {
    // The sleeps are four events each.
    let limits = Limits { events: 250_000, ..Limits::default() };
    match prepare(text, "program.py", &MachineSettings::default(), Box::new(Typical), limits) {
        Ok(run) => run.finish(),
        Err(findings) => panic!("the program does not run: {findings:?}"),
    }
}

fn measure(name: &str, text: &str, rounds: usize) {
    let mut times: Vec<Duration> = Vec::new();
    let mut said = String::new();
    for _ in 0..rounds {
        let start = Instant::now();
        let trace = run(black_box(text));
        let verdict = judge(&trace);
        times.push(start.elapsed());
        said = format!("{} events; {}", trace.events.len(), verdict.summary);
    }
    println!("{name}: {} ({said})", median_and_fastest(times));
}

/// The other side, in the first of these Pythons that can run it.
fn compare(pythons: &[&str], text: &str) {
    for python in pythons {
        let Ok(output) = Command::new(python).args(["-c", TIME_IN_PYTHON, text]).output() else { continue };
        if !output.status.success() {
            continue;
        }
        let printed = String::from_utf8_lossy(&output.stdout);
        let times = printed.lines().filter_map(|line| line.parse().ok()).map(Duration::from_secs_f64).collect();
        println!("    {python}: {}", median_and_fastest(times));
        return;
    }
    println!("    not compared: none of these can run it: {}", pythons.join(", "));
}

fn median_and_fastest(mut times: Vec<Duration>) -> String {
    times.sort();
    let milliseconds = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1e3);
    let (median, fastest) = (milliseconds(times.get(times.len() / 2)), milliseconds(times.first()));
    format!("median {median:.1} ms, fastest {fastest:.1} ms")
}
