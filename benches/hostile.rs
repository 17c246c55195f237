//! How long and how much memory the hostile programs of `tests/hostile` take with the limits that a person has: `make
//! bench`. `cargo bench --bench hostile -- WORD` runs only those whose name holds the word. Says which did not get the
//! answer that they name.

use last_thread_standing::run::Limits;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::prepare::Refused;
use last_thread_standing::verdict::judge;
use peak_alloc::PeakAlloc;
use std::fs;
use std::path::Path;
use std::time::Instant;

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

/// What a person waits for without wondering, and what their computer has to have.
const MOST_SECONDS: f64 = 2.0;
const MOST_MEGABYTES: f32 = 256.0;

fn main() {
    let word = std::env::args().skip(1).find(|argument| !argument.starts_with("--")).unwrap_or_default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/programs");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let (mut measured, mut over) = (0, 0);
    println!("seconds  megabytes");
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !name.contains(&word) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected =
            text.lines().next().and_then(|line| line.strip_prefix("# answer: ")).unwrap_or_default().to_owned();
        ALLOCATED.reset_peak_usage();
        let began = Instant::now();
        let answer = answer(text);
        let (seconds, megabytes) = (began.elapsed().as_secs_f64(), ALLOCATED.peak_usage_as_mb());
        let is_over = seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES;
        let marks =
            [if is_over { " OVER" } else { "" }, if answer.contains(&expected) { "" } else { " OTHER" }].concat();
        println!("{seconds:7.2}  {megabytes:9.0}  {name}: {}{marks}", answer.lines().next().unwrap_or_default());
        measured += 1;
        over += usize::from(is_over);
    }
    println!("{measured} programs, {over} of them over {MOST_SECONDS} s or {MOST_MEGABYTES} MB");
}

fn answer(text: String) -> String {
    let scenario = Scenario { text, ..Scenario::default() };
    match scenario.prepare("program.py", Limits::default()) {
        Ok(run) => {
            let trace = run.finish();
            format!("{}\n{}", judge(&trace).summary, trace.stderr)
        }
        Err(Refused::Findings(findings)) => findings.into_iter().map(|it| it.message).collect(),
        Err(Refused::Schedule(error)) => error.to_string(),
    }
}
