//! What searches of different manners answer about a program.

use super::generator::Program;
use last_thread_standing::explore::ExploreLimits;
use last_thread_standing::explore::knowledge::Knowledge;
use last_thread_standing::explore::outcome::{Exit, Fates};
use last_thread_standing::explore::search::{Manner, Search};
use last_thread_standing::machine::Machine;
use last_thread_standing::machine::fingerprint::Fingerprint;
use last_thread_standing::machine::step::Stopped;
use last_thread_standing::run::turns;
use last_thread_standing::stdlib;
use std::collections::BTreeSet;

pub const RACE_WINDOW_NS: u64 = 20_000_000;

/// The ways to end, each with what was printed.
pub type Answer = BTreeSet<(Fates, Fingerprint)>;

/// The process before its first operation; None if the text is refused.
pub fn start(program: &Program) -> Option<Machine> {
    stdlib::load(&program.text, "program.py", &program.settings).ok()
}

/// What a search finds, or why it is not complete.
pub fn search(start: &Machine, manner: Manner, limits: ExploreLimits) -> Result<(Answer, usize), String> {
    let search = whole_search(start, manner, limits)?;
    let answer = search.found.iter().map(|found| (found.fates.clone(), found.output)).collect();
    Ok((answer, search.states()))
}

/// The search itself, or why it is not complete.
pub fn whole_search(start: &Machine, manner: Manner, limits: ExploreLimits) -> Result<Search, String> {
    let mut search = Search::new(start, Knowledge::default(), manner, limits, RACE_WINDOW_NS);
    loop {
        while !search.advance(1_000_000) {}
        if let Some(cut) = search.cut {
            return Err(cut.to_string());
        }
        if let Some((message, line)) = &search.not_supported {
            return Err(format!("line {line}: {message}"));
        }
        if !search.learnt {
            break;
        }
        search = Search::new(start, std::mem::take(&mut search.knowledge), manner, limits, RACE_WINDOW_NS);
    }
    search.find_endless();
    Ok(search)
}

/// Where a walk through the states ends that takes any turn, without looking at where it has been. None: it has not ended
/// after so many turns.
pub fn wander(start: &Machine, mut random: u64, most_turns: usize) -> Option<(Fates, Fingerprint)> {
    let mut machine = start.clone();
    machine.in_turns = Some(0);
    for _ in 0..most_turns {
        let possible = turns::possible(&machine, RACE_WINDOW_NS);
        if possible.is_empty() {
            return Some((Fates::of(&machine, Exit::Stuck), machine.output_fingerprint()));
        }
        // Knuth's linear congruential generator.
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mover = possible[(random >> 33) as usize % possible.len()].mover;
        if let Ok(Some(thread)) = turns::begin(&mut machine, mover) {
            let points = 1 + u64::from((random >> 20).is_multiple_of(4)) * ((random >> 25) % 16);
            let until = machine.points + points;
            match turns::go_on(&mut machine, thread, until, false, u64::MAX) {
                Stopped::Gone => {
                    let exit = Exit::Status(machine.exit_code.unwrap_or(0));
                    return Some((Fates::of(&machine, exit), machine.output_fingerprint()));
                }
                Stopped::Fault(_) => return None,
                _ => {}
            }
        }
        machine.events.clear();
    }
    None
}
