//! Predict first: what a person expects of a run, and how it compares with what happens.

use crate::machine::event::ThreadId;
use crate::run::trace::Trace;
use crate::verdict::{Exits, Fate, Verdict};

/// Threads that are asked for, at most.
pub const MOST_ASKED: usize = 8;

/// What a person expects.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prediction {
    /// The threads that come to their own end.
    pub finish: Vec<ThreadId>,
    pub last_line: String,
}

/// The threads that are asked for: all but the main thread.
pub fn asked(verdict: &Verdict) -> impl Iterator<Item = (ThreadId, &str)> {
    let others = verdict.threads.iter().filter(|thread| thread.thread != ThreadId::MAIN);
    others.take(MOST_ASKED).map(|thread| (thread.thread, thread.name.as_str()))
}

/// The last line that reaches stdout; empty when nothing does.
pub fn last_line(trace: &Trace) -> &str {
    trace.stdout.lines().next_back().unwrap_or("")
}

/// How the prediction compares: whether all of it was right, and a sentence for each part.
pub fn compare(trace: &Trace, verdict: &Verdict, prediction: &Prediction) -> (bool, Vec<String>) {
    let mut sentences = Vec::new();
    let mut right = true;
    for (thread, name) in asked(verdict) {
        let fate = verdict.threads.iter().find(|other| other.thread == thread).map(|other| other.fate);
        let finishes = matches!(fate, Some(Fate::Finished | Fate::WaitedFor | Fate::Failed));
        let expected = prediction.finish.contains(&thread);
        right &= finishes == expected;
        let mark = if finishes == expected { "Right" } else { "Not so" };
        let became = fate.map_or("unknown", Fate::label);
        sentences.push(format!("{mark}: {name}: {became}."));
    }
    let last = last_line(trace);
    if verdict.exits == Exits::Yes {
        let same = prediction.last_line.trim() == last.trim();
        right &= same;
        sentences.push(match (same, last.is_empty()) {
            (true, true) => "Right: nothing is printed.".to_owned(),
            (false, true) => "Not so: nothing is printed.".to_owned(),
            (true, false) => format!("Right: the last line is “{last}”."),
            (false, false) => format!("Not so: the last line is “{last}”."),
        });
    }
    (right, sentences)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::judge;
    use crate::view::sample;

    #[test]
    fn a_prediction_is_compared_part_by_part() {
        let trace = sample::heartbeat();
        let verdict = judge(&trace);
        let hoped = Prediction { finish: vec![ThreadId(1)], last_line: "beat ".to_owned() };
        let (right, said) = compare(&trace, &verdict, &hoped);
        assert!(!right);
        assert_eq!(said, ["Not so: heart: cut off.", "Right: the last line is “beat”."]);
        let (right, _) = compare(&trace, &verdict, &Prediction { finish: vec![], last_line: "beat".to_owned() });
        assert!(right);
    }
}
