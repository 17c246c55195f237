//! How the work grows with what there is to do: for each part a table of sizes and times, and the exponent of the power
//! law that fits the larger sizes (1: twice as much takes twice as long). `make bench`; see docs/performance.md.

use last_thread_standing::explore::ExploreLimits;
use last_thread_standing::machine::settings::MachineSettings;
use last_thread_standing::run::{Limits, Run, Trace, prepare};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::schedule::typical::Typical;
use last_thread_standing::share::{self, Link};
use last_thread_standing::source::parse::parse;
use last_thread_standing::view::timeline::Timeline;
use last_thread_standing::view::window::Window;
use last_thread_standing::view::{console, path};
use last_thread_standing::{verdict, view};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Each size is measured so often, or until this much time is spent on it; the fastest counts.
const ROUNDS: usize = 5;
const LONGEST: Duration = Duration::from_millis(1_500);
/// What takes less than this is the beginning's constant part, and tells nothing of how things grow.
const SHORTEST_THAT_COUNTS: Duration = Duration::from_micros(200);
const WIDTH_PX: f64 = 1_200.0;

fn main() {
    println!("{:<44} fastest time for each size", "part, by what it grows");
    let powers = |from: u32, to: u32| (from..=to).map(|power| 10_usize.pow(power)).collect::<Vec<_>>();
    table("run, by rounds of a loop", &powers(1, 6), |size| {
        let text = format!("total = 0\nfor number in range({size}):\n    total += number\n");
        timed(|| finish(&text))
    });
    table("run, by events (lines printed)", &powers(1, 6), |size| timed(|| finish(&printing(size))));
    table("run, by threads", &[10, 30, 100, 300, 1_000, 1_900], |size| timed(|| finish(&sleepers(size))));
    table("run, by threads that want one lock", &[10, 30, 100, 300, 1_000, 1_900], |size| {
        timed(|| finish(&queueing(size)))
    });
    table("run, by items in a list", &powers(1, 6), |size| {
        timed(|| finish(&format!("items = []\nfor number in range({size}):\n    items.append([number])\n")))
    });
    table("trace (to its end, and the verdict), by events", &powers(1, 6), |size| {
        let mut run = start(&printing(size));
        while !run.advance(1_000_000) {}
        timed(|| verdict::judge(&run.into_trace()))
    });
    table("verdict, by threads", &[10, 30, 100, 300, 1_000, 1_900], |size| {
        let trace = finish(&sleepers(size));
        timed(|| verdict::judge(&trace))
    });
    table("view: the timeline laid out, by events", &powers(1, 6), |size| {
        let trace = finish(&printing(size));
        timed(|| Timeline::new(&trace))
    });
    table("view: lanes drawn in a window, by events", &powers(1, 6), |size| {
        let trace = finish(&printing(size));
        let timeline = Timeline::new(&trace);
        let window = Window::new(0, timeline.extent_ns, WIDTH_PX);
        timed(|| timeline.lanes.iter().map(|lane| path::lane(&trace, &timeline, lane, &window)).collect::<Vec<_>>())
    });
    table("view: the timeline laid out, by threads", &[10, 30, 100, 300, 1_000, 1_900], |size| {
        let trace = finish(&sleepers(size));
        timed(|| Timeline::new(&trace))
    });
    table("view: the console's lines, by lines", &powers(1, 6), |size| {
        let trace = finish(&printing(size));
        timed(|| console::lines(&trace))
    });
    table("view: a page of the table of events, by events", &powers(1, 6), |size| {
        let trace = finish(&printing(size));
        timed(|| view::events::rows(&trace, trace.events.len() / 2, 50))
    });
    table("text read and its findings, by characters", &powers(1, 5), |size| {
        let text = long_text(size);
        timed(|| parse(&text, 14))
    });
    table("text read and compiled, by characters", &powers(1, 5), |size| {
        let text = long_text(size);
        timed(|| start(&text).operations())
    });
    table("link made and opened, by characters", &powers(1, 5), |size| {
        let scenario = Scenario { text: long_text(size), settings: Default::default() };
        let link = Link { scenario, ..Link::default() };
        timed(|| share::encode(&link).and_then(|fragment| share::decode(&fragment)))
    });
    explorations();
}

/// Prints a row and the law.
fn table(name: &str, sizes: &[usize], mut measure: impl FnMut(usize) -> Duration) {
    let mut points = Vec::new();
    let mut row = String::new();
    for &size in sizes {
        let begun = Instant::now();
        let mut fastest = Duration::MAX;
        for _ in 0..ROUNDS {
            fastest = fastest.min(measure(size));
            if begun.elapsed() > LONGEST {
                break;
            }
        }
        points.push((size as f64, fastest));
        row.push_str(&format!("  {size}: {}", time_text(fastest)));
    }
    println!("{name:<44} {}{row}", law(&points));
}

/// The exponent that fits the sizes which take long enough to tell.
fn law(points: &[(f64, Duration)]) -> String {
    let telling: Vec<(f64, f64)> = points
        .iter()
        .filter(|(_, time)| *time >= SHORTEST_THAT_COUNTS)
        .map(|(size, time)| (size.ln(), time.as_secs_f64().ln()))
        .collect();
    let telling = &telling[telling.len().saturating_sub(3)..];
    if telling.len() < 2 {
        return "n^0   ".to_owned();
    }
    let count = telling.len() as f64;
    let (x, y) = telling.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / count, y + point.1 / count));
    let above: f64 = telling.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let below: f64 = telling.iter().map(|point| (point.0 - x).powi(2)).sum();
    format!("n^{:<4.2}", above / below)
}

fn time_text(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 1e-3 => format!("{:.0} µs", seconds * 1e6),
        seconds if seconds < 1.0 => format!("{:.1} ms", seconds * 1e3),
        seconds => format!("{seconds:.2} s"),
    }
}

fn timed<T>(act: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    black_box(act());
    begun.elapsed()
}

fn start(text: &str) -> Run {
    let limits = Limits { operations: 1_000_000_000, events: 20_000_000, ..Limits::default() };
    match prepare(text, "program.py", &MachineSettings::default(), Box::new(Typical), limits) {
        Ok(run) => run,
        Err(findings) => panic!("the program does not run: {findings:?}"),
    }
}

fn finish(text: &str) -> Trace {
    start(text).finish()
}

fn printing(lines: usize) -> String {
    format!("for number in range({lines}):\n    print(1)\n")
}

/// Threads that each sleep ten times.
fn sleepers(threads: usize) -> String {
    format!(
        "import threading, time\ndef work(number):\n    for turn in range(10):\n        time.sleep(0.1 + number / \
         1000)\nthreads = [threading.Thread(target=work, args=(n,)) for n in range({threads})]\nfor t in threads: \
         t.start()\nfor t in threads: t.join()\n"
    )
}

/// Threads that all wait for one lock and take it in turn.
fn queueing(threads: usize) -> String {
    format!(
        "import threading, time\nlock = threading.Lock()\ndef work():\n    with lock:\n        time.sleep(0.1)\nthreads = \
         [threading.Thread(target=work) for n in range({threads})]\nfor t in threads: t.start()\nfor t in threads: \
         t.join()\n"
    )
}

fn long_text(characters: usize) -> String {
    let mut text = String::new();
    while text.len() < characters {
        let number = text.len();
        text.push_str(&format!("def function_{number}(value):\n    if value > {number}:\n        return value * 2\n"));
    }
    text.truncate(characters);
    // The end may be cut in the middle of a statement.
    let end = text.rfind("def ").filter(|&end| end > 0).unwrap_or(0);
    text.truncate(end);
    text
}

/// What an exploration costs, by its states: threads that each do a few steps that all others can see.
fn explorations() {
    let mut points = Vec::new();
    let mut row = String::new();
    for steps in [1, 2, 4, 8, 16, 32] {
        let text = format!(
            "import threading\nshared = 0\ndef step(): pass\ndef work(me):\n    global shared\n    for turn in \
             range({steps}):\n        shared = me * 100 + turn\n        step()\nfor me in range(3):\n    \
             threading.Thread(target=work, args=(me,)).start()\n"
        );
        let scenario = Scenario { text, settings: Default::default() };
        let begun = Instant::now();
        let Ok(exploration) = scenario.prepare_exploration("program.py", ExploreLimits::default()) else {
            panic!("the program cannot be explored")
        };
        let explored = exploration.finish();
        let time = begun.elapsed();
        points.push((explored.states as f64, time));
        row.push_str(&format!("  {}: {}", explored.states, time_text(time)));
        if !explored.is_complete() || time > LONGEST {
            break;
        }
    }
    println!("{:<44} {}{row}", "explore, by states", law(&points));
}
