//! How long a run takes natively, from the text to the verdict: `make bench`. Prints the median and the fastest of several
//! rounds, since a busy machine only ever makes a round slower.

use last_thread_standing::machine::settings::MachineSettings;
use last_thread_standing::run::{Limits, Trace, prepare};
use last_thread_standing::schedule::typical::Typical;
use last_thread_standing::verdict::judge;
use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: usize = 15;

/// Workers that sleep, wake up, take a lock, print: what a timeline is made of.
const EVENTS: &str = "
import threading, time

lock = threading.Lock()

def worker(number):
    for turn in range(1250):
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
const COMPUTING: &str = "
def step(total, number):
    return (total * 31 + number) % 1000003

counts = {}
total = 0
for number in range(200000):
    total = step(total, number)
    key = total % 16
    counts[key] = counts.get(key, 0) + 1
print(total, sorted(counts.items())[0])
";

fn main() {
    measure("a run of 100,000 events", EVENTS);
    measure("200,000 turns of a computing loop", COMPUTING);
}

fn run(text: &str) -> Trace {
    let limits = Limits::default();
    match prepare(text, "program.py", &MachineSettings::default(), Box::new(Typical), limits) {
        Ok(run) => run.finish(),
        Err(findings) => panic!("the program does not run: {findings:?}"),
    }
}

fn measure(name: &str, text: &str) {
    let mut times: Vec<Duration> = Vec::new();
    let mut said = String::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let trace = run(black_box(text));
        let verdict = judge(&trace);
        times.push(start.elapsed());
        said = format!("{} events; {}", trace.events.len(), verdict.summary);
    }
    times.sort();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{name}: median {:.1} ms, fastest {:.1} ms ({said})",
        milliseconds(times[times.len() / 2]),
        milliseconds(times[0])
    );
}
