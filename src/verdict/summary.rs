//! The one sentence on a run.

use super::chain::Chain;
use super::{Fate, ThreadVerdict, words};
use crate::run::trace::{LimitReached, Outcome, Trace};

/// The most names that a summary lists; the others are counted.
const MAX_NAMES: usize = 3;

pub fn sentence(trace: &Trace, threads: &[ThreadVerdict], chain: &Chain) -> String {
    let at = words::moment(trace.end_ns);
    match &trace.outcome {
        Outcome::Exited { .. } => {
            let cut = threads.iter().filter(|thread| thread.fate == Fate::CutOff).count();
            let cut = if cut == 0 { "no thread".to_owned() } else { words::count(cut as u64, "thread") };
            format!("Exits at {at}; {cut} cut off{}.", failed(threads))
        }
        Outcome::NeverExits(_) => {
            let mut names: Vec<&str> = chain.keepers.iter().map(|&thread| words::thread_name(trace, thread)).collect();
            let verb = if names.len() == 1 { "ends" } else { "end" };
            let more = names.len().saturating_sub(MAX_NAMES);
            let others = format!("{more} more");
            if more > 0 {
                names.truncate(MAX_NAMES);
                names.push(&others);
            }
            format!("Never exits: {} never {verb}.", words::list(&names))
        }
        Outcome::Unknown(LimitReached::Turns(_)) => format!("The run stands at {at}, where a choice comes next."),
        Outcome::Unknown(limit) => format!("Still running after {at}: {}.", words::limit(*limit)),
        Outcome::NotSupported { message, line } => {
            format!("Stopped at {at}{}: {}.", words::at_line(*line), message.trim_end_matches('.'))
        }
    }
}

/// Who was ended by an exception: a run that was broken off does not read like one that went well.
fn failed(threads: &[ThreadVerdict]) -> String {
    let mut failed = threads.iter().filter(|thread| thread.fate == Fate::Failed);
    match (failed.next(), failed.count()) {
        (None, _) => String::new(),
        (Some(only), 0) => format!(", {} failed", only.name),
        (Some(_), others) => format!(", {} failed", words::count(others as u64 + 1, "thread")),
    }
}
