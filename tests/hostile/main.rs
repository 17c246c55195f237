//! Programs that would bring a machine down: recursion, threads, output, texts, integers, containers and user code without
//! end. Each gets an answer that says which limit it met, within bounded work and memory.
//!
//! `cargo bench --bench hostile` measures the same programs within the limits that a person has, and holds each to its own
//! answer; here the limits on operations and events are lower, so that unoptimised code is quick enough. docs/limits.md
//! has the limits and what was measured.

use last_thread_standing::run::Limits;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::prepare::Refused;
use last_thread_standing::verdict::judge;
use peak_alloc::PeakAlloc;
use std::fs;
use std::path::Path;

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

/// What a person's computer has to have for one run.
const MOST_MEGABYTES: f32 = 256.0;

const LIMITS: Limits = Limits { operations: 1_000_000, events: 10_000, virtual_time_ns: 365 * 24 * 3_600_000_000_000 };

/// A single operation may be larger than its fellows; none may be larger than this.
const MOST_OPERATIONS_BEYOND: u64 = 2_000_000;

/// The first line of each program: what is said of it.
const ANSWER: &str = "# answer: ";

#[test]
fn every_hostile_program_gets_an_answer_that_says_why() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/programs");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the programs are there").flatten().map(|it| it.path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in &paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected = text.lines().next().and_then(|line| line.strip_prefix(ANSWER)).unwrap_or_default().to_owned();
        if expected.is_empty() {
            found.push(format!("{name}: does not begin with `{ANSWER}…`"));
            continue;
        }
        ALLOCATED.reset_peak_usage();
        let before = ALLOCATED.current_usage_as_mb();
        let (answer, operations) = run(text);
        let megabytes = ALLOCATED.peak_usage_as_mb() - before;
        if !answer.contains(&expected)
            && !answer.contains("operations was reached")
            && !answer.contains("events was reached")
        {
            found.push(format!("{name}: expected {expected:?}, got {answer:?}"));
        }
        if megabytes > MOST_MEGABYTES {
            found.push(format!("{name}: took {megabytes} MB"));
        }
        if operations > LIMITS.operations + MOST_OPERATIONS_BEYOND {
            found.push(format!("{name}: took {operations} operations"));
        }
    }
    assert!(paths.len() > 100, "only {} programs", paths.len());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What is said of a program: why it cannot run, or the summary and what it wrote to standard error.
fn run(text: String) -> (String, u64) {
    let scenario = Scenario { text, ..Scenario::default() };
    match scenario.prepare("program.py", LIMITS) {
        Ok(mut run) => {
            while !run.advance(u64::MAX / 2) {}
            let operations = run.operations();
            let trace = run.into_trace();
            (format!("{}\n{}", judge(&trace).summary, trace.stderr), operations)
        }
        Err(Refused::Findings(findings)) => (findings.into_iter().map(|it| it.message).collect(), 0),
        Err(Refused::Schedule(error)) => (error.to_string(), 0),
    }
}
