//! How long every schedule of the classic models takes, from the program's text to all outcomes, beside Spin (Debian's
//! package `spin`, with a C compiler) on the same models: `make bench`. Prints the fastest of several rounds.

use last_thread_standing::explore::ExploreLimits;
use last_thread_standing::scenario::Scenario;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const ROUNDS: usize = 5;

/// A model: for us a Python program, for Spin the same in Promela.
struct Model {
    name: String,
    python: String,
    promela: String,
    /// What has to be found: the number of outcomes.
    outcomes: usize,
}

/// Philosophers who each take their left fork and then their right one.
fn philosophers(count: usize) -> Model {
    let python = format!(
        "import threading\nN = {count}\nforks = [threading.Lock() for _ in range(N)]\ndef philosopher(i):\n    with \
         forks[i]:\n        with forks[(i + 1) % N]:\n            pass\nfor i in range(N):\n    \
         threading.Thread(target=philosopher, args=(i,)).start()\n"
    );
    let promela = format!(
        "#define N {count}\nbool held[N];\nproctype philosopher(byte i) {{\n  atomic {{ !held[i] -> held[i] = true }}\n  \
         atomic {{ !held[(i + 1) % N] -> held[(i + 1) % N] = true }}\n  held[(i + 1) % N] = false;\n  held[i] = false\n\
         }}\ninit {{ byte i; for (i : 0 .. N - 1) {{ run philosopher(i) }} }}\n"
    );
    Model { name: format!("philosophers {count}"), python, promela, outcomes: 2 }
}

/// Threads that each read a counter and write it back increased, without a lock.
fn counter(count: usize) -> Model {
    let python = format!(
        "import threading\ncounter = 0\ndef step():\n    return 1\ndef work():\n    global counter\n    seen = counter\n    \
         more = step()\n    counter = seen + more\nthreads = [threading.Thread(target=work) for _ in range({count})]\nfor \
         t in threads: t.start()\nfor t in threads: t.join()\nprint(counter)\n"
    );
    let promela = format!(
        "byte counter, done;\nproctype work() {{\n  byte seen;\n  seen = counter;\n  counter = seen + 1;\n  done++\n}}\ninit \
         {{ byte i; for (i : 1 .. {count}) {{ run work() }}; done == {count} -> printf(\"%d\", counter) }}\n"
    );
    Model { name: format!("counter {count}"), python, promela, outcomes: count }
}

fn main() {
    println!(
        "{:<16} {:>12} {:>9} {:>9} {:>12} {:>12} {:>10}",
        "model", "ours", "states", "turns", "Spin whole", "its search", "states"
    );
    for model in [philosophers(5), counter(4), philosophers(6), counter(5), philosophers(7)] {
        let (ours, states, turns, all_turns) = ours(&model);
        print!("{:<16} {:>9.1} ms {states:>9} {turns:>9}", model.name, milliseconds(ours));
        match spin(&model) {
            Some((whole, search, states)) => {
                println!(" {:>9.1} ms {:>9.1} ms {states:>10}", milliseconds(whole), milliseconds(search));
                println!(
                    "{:<16} {:>11.1}x sooner than Spin with its generation and compilation; turns a second: {:.0} for the \
                     answer, {:.0} with those for witnesses; states a second in Spin's search: {:.0}",
                    "",
                    whole.as_secs_f64() / ours.as_secs_f64(),
                    turns as f64 / ours.as_secs_f64(),
                    all_turns as f64 / ours.as_secs_f64(),
                    states as f64 / search.as_secs_f64()
                );
            }
            None => println!("  (Spin or a C compiler is not installed: apt-get install spin gcc)"),
        }
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// From the text to the outcomes: the fastest of the rounds, states, turns, and turns with those for witnesses.
fn ours(model: &Model) -> (Duration, usize, u64, u64) {
    let scenario = Scenario { text: model.python.clone(), settings: Default::default() };
    let round = || {
        let begun = Instant::now();
        let Ok(exploration) = scenario.prepare_exploration("model.py", ExploreLimits::default()) else {
            panic!("the model {} cannot run", model.name)
        };
        let explored = exploration.finish();
        assert!(explored.is_complete());
        assert_eq!(explored.outcomes.len(), model.outcomes, "{}", model.name);
        (begun.elapsed(), explored.states, explored.turns, explored.turns + explored.turns_for_witnesses)
    };
    (0..ROUNDS).map(|_| round()).min().unwrap_or_default()
}

/// The same with Spin: generation, compilation and search; the search alone; its states.
fn spin(model: &Model) -> Option<(Duration, Duration, u64)> {
    let folder = std::env::temp_dir().join(format!("last-thread-standing-spin-{}", std::process::id()));
    std::fs::create_dir_all(&folder).ok()?;
    std::fs::write(folder.join("model.pml"), &model.promela).ok()?;
    let rounds: Option<Vec<_>> = (0..ROUNDS).map(|_| spin_round(&folder)).collect();
    let _ = std::fs::remove_dir_all(&folder);
    let rounds = rounds?;
    let whole = rounds.iter().map(|round| round.0).min()?;
    rounds.iter().map(|&(_, search, states)| (whole, search, states)).min_by_key(|round| round.1)
}

fn spin_round(folder: &Path) -> Option<(Duration, Duration, u64)> {
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).current_dir(folder).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let begun = Instant::now();
    run("spin", &["-a", "model.pml"])?;
    run("gcc", &["-O2", "-DNOFAIR", "-w", "-o", "pan", "pan.c"])?;
    let search = Instant::now();
    // -c0: all errors, not only the first.
    let report = run("./pan", &["-c0", "-m100000"])?;
    let (whole, search) = (begun.elapsed(), search.elapsed());
    let states = report.lines().find_map(|line| line.trim().strip_suffix(" states, stored"))?.trim().parse().ok()?;
    Some((whole, search, states))
}
