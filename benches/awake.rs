//! What a program that runs away asks of one slice of the page's: the longest call of `Run::advance`, natively, and what
//! comes after the run. `make bench`; see docs/performance.md.

use last_thread_standing::machine::settings::MachineSettings;
use last_thread_standing::run::{Limits, prepare};
use last_thread_standing::schedule::typical::Typical;
use last_thread_standing::verdict;
use last_thread_standing::view::console;
use last_thread_standing::view::timeline::Timeline;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// As the page asks for them between two looks at its clock.
const OPERATIONS: u64 = 20_000;

const RUNAWAYS: [(&str, &str); 7] = [
    ("counts", "n = 0\nwhile True:\n    n += 1\n"),
    ("grows a list", "items = []\nwhile True:\n    items.append('x' * 1000)\n"),
    ("grows a list of numbers", "items = []\nwhile True:\n    items.append(1)\n"),
    ("prints", "while True:\n    print('again')\n"),
    (
        "starts threads",
        "import threading, time\nwhile True:\n    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()\n",
    ),
    ("recurses", "def f():\n    f()\nf()\n"),
    ("multiplies", "n = 3\nwhile True:\n    n *= n\n"),
];

fn main() {
    println!("            a program that …:   longest    whole  trace  judge  timeline  console  (ms)");
    for (what, text) in RUNAWAYS {
        measure(what, text);
    }
}

fn measure(what: &str, text: &str) {
    let settings = MachineSettings::default();
    let mut run = match prepare(text, "main.py", &settings, Box::new(Typical), Limits::default()) {
        Ok(run) => run,
        Err(findings) => panic!("the program does not run: {findings:?}"),
    };
    let mut longest = Duration::ZERO;
    let mut whole = Duration::ZERO;
    loop {
        let (over, time) = timed(|| run.advance(OPERATIONS));
        longest = longest.max(time);
        whole += time;
        if over {
            break;
        }
    }
    let (trace, into_trace) = timed(|| run.into_trace());
    let (_, judging) = timed(|| black_box(verdict::judge(&trace)));
    let (_, drawing) = timed(|| black_box(Timeline::new(&trace)));
    let (_, console) = timed(|| black_box(console::lines(&trace)));
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{what:>28}  {:8.1} {:8.0} {:6.1} {:6.1}    {:6.1}   {:6.1}  {} events",
        ms(longest),
        ms(whole),
        ms(into_trace),
        ms(judging),
        ms(drawing),
        ms(console),
        trace.events.len()
    );
}

fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = act();
    (result, start.elapsed())
}
