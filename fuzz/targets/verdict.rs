//! Any text, from the parser to the words and the picture: an answer within its limits.
#![no_main]

use last_thread_standing::run::Limits;
use last_thread_standing::run::trace::Outcome;
use last_thread_standing::scenario::prepare::Refused;
use last_thread_standing::verdict::{explain, judge};
use last_thread_standing::view::picture::{Colours, Frame};
use last_thread_standing::view::timeline::Timeline;
use last_thread_standing::view::{console, perfetto, picture, switches, table};
use last_thread_standing_fuzz::{mutation, scenario};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// Short, so that many programs are tried.
const LIMITS: Limits = Limits { operations: 20_000, events: 1_000, virtual_time_ns: 3_600_000_000_000 };
/// What one operation and its look at the state can count beyond the limit.
const BEYOND_OPERATIONS: u64 = 5_000_000;
const OPERATIONS_A_SLICE: u64 = 4_000;
/// More slices than the limits leave room for: what is counted beside operations is bounded too.
const MOST_SLICES: u32 = 100_000;

fuzz_target!(|data: &[u8]| {
    let Some(scenario) = scenario(data) else { return };
    let mut run = match scenario.prepare("program.py", LIMITS) {
        Ok(run) => run,
        Err(Refused::Findings(findings)) => {
            assert!(!findings.is_empty(), "refused without a word");
            for finding in findings {
                let (start, end) = (finding.span.start as usize, finding.span.end as usize);
                assert!(start <= end && end <= scenario.text.len(), "{finding:?}");
                assert!(!finding.message.is_empty(), "a finding without words");
            }
            return;
        }
        Err(Refused::Schedule(_)) => return,
    };
    let mut slices = 0;
    while !run.advance(OPERATIONS_A_SLICE) {
        slices += 1;
        assert!(slices < MOST_SLICES, "it goes on and on");
    }
    assert!(run.operations() < LIMITS.operations + BEYOND_OPERATIONS, "{} operations", run.operations());
    let trace = run.into_trace();
    if let Outcome::NotSupported { message, .. } = &trace.outcome {
        assert!(!message.is_empty());
        assert!(!message.starts_with("an exception in the library itself"), "{message}");
    }
    let verdict = judge(&trace);
    assert!(!verdict.summary.is_empty());
    for thread in &verdict.threads {
        explain::steps(&trace, thread);
    }
    explain::paragraph(&trace, &verdict);
    let timeline = Timeline::new(&trace);
    let (title, summary) = ("title", verdict.summary.as_str());
    let frame = Frame { title, summary, width_px: 900.0, extent_ns: None, colours: Some(Colours::Dark) };
    picture::svg(&trace, &timeline, &frame);
    console::lines(&trace);
    perfetto::json(&trace, &timeline, title);
    table::csv(&verdict);
    switches::switches(&trace);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    match seed % 2 {
        0 => mutation::mutate(data, size, max_size, seed).unwrap_or_else(|| fuzzer_mutate(data, size, max_size)),
        _ => fuzzer_mutate(data, size, max_size),
    }
});
