//! Any program, every schedule of it, within the limits of an exploration; each witness replays.
#![no_main]

use last_thread_standing::explore::ExploreLimits;
use last_thread_standing::scenario::outcomes::{explored_finishes, extent, tell};
use last_thread_standing_fuzz::{mutation, scenario};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// Short, so that many programs are tried.
const LIMITS: ExploreLimits =
    ExploreLimits { states: 150, operations: 200_000, turn_operations: 5_000, state_bytes: 1 << 20, outcomes: 20 };
const OPERATIONS_A_SLICE: u64 = 20_000;
/// Three searches have a part in an answer: how it ends, what is printed, and what needs the fewest unusual turns. Each
/// meets as many outcomes as are asked for, and those of the state that it leaves then.
const SEARCHES: usize = 3;
/// Threads of the programs that are tried, about: so many more outcomes a state may have.
const OUTCOMES_OF_A_STATE: usize = 16;
/// More slices than the limits leave room for.
const MOST_SLICES: u32 = 20_000;

fuzz_target!(|data: &[u8]| {
    let Some(scenario) = scenario(data) else { return };
    let Ok(mut exploration) = scenario.prepare_exploration("program.py", LIMITS) else { return };
    let mut slices = 0;
    while !exploration.advance(OPERATIONS_A_SLICE) {
        slices += 1;
        assert!(slices < MOST_SLICES, "it goes on and on");
    }
    let explored = exploration.finish();
    let most = SEARCHES * (LIMITS.outcomes + OUTCOMES_OF_A_STATE);
    assert!(explored.outcomes.len() <= most, "{} outcomes", explored.outcomes.len());
    assert!(!extent(&explored).is_empty());
    explored_finishes(&explored);
    if let Ok(told) = tell(&scenario, "program.py", &explored) {
        for outcome in told {
            assert!(!outcome.verdict.summary.is_empty());
        }
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    match seed % 2 {
        0 => mutation::mutate(data, size, max_size, seed).unwrap_or_else(|| fuzzer_mutate(data, size, max_size)),
        _ => fuzzer_mutate(data, size, max_size),
    }
});
