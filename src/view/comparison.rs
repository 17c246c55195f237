//! One run beside another: what came of each, and what of it differs.

use crate::run::trace::Trace;
use crate::source::order;
use crate::verdict::{Fate, Verdict};

/// What came of a run, as far as two runs are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunResult {
    pub summary: String,
    pub cut_off: usize,
    pub stdout: String,
    pub stderr: String,
    pub files: Vec<(String, String)>,
    pub end_ns: u64,
}

/// What of a result is not as it is in another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    pub summary: bool,
    pub cut_off: bool,
    pub output: Output,
}

/// How two outputs compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Output {
    #[default]
    Same,
    /// The same lines, some of them in another place.
    OtherOrder,
    Less(usize),
    More(usize),
    Other,
    /// Only what is on the disk differs.
    OtherFiles,
}

impl Output {
    pub fn words(self) -> String {
        let lines = |count: usize| if count == 1 { "1 line".to_owned() } else { format!("{count} lines") };
        match self {
            Output::Same => "the same".to_owned(),
            Output::OtherOrder => "other order".to_owned(),
            Output::Less(count) => format!("{} less", lines(count)),
            Output::More(count) => format!("{} more", lines(count)),
            Output::Other => "other lines".to_owned(),
            Output::OtherFiles => "other files".to_owned(),
        }
    }
}

impl RunResult {
    pub fn of(trace: &Trace, verdict: &Verdict) -> Self {
        RunResult {
            summary: verdict.summary.clone(),
            cut_off: verdict.threads.iter().filter(|thread| thread.fate == Fate::CutOff).count(),
            stdout: trace.stdout.clone(),
            stderr: trace.stderr.clone(),
            files: trace.files.iter().map(|file| (file.path.clone(), file.content.clone())).collect(),
            end_ns: trace.end_ns,
        }
    }

    /// What of this result is not as it is in `today`.
    pub fn differences(&self, today: &RunResult) -> Differences {
        Differences {
            summary: self.summary != today.summary,
            cut_off: self.cut_off != today.cut_off,
            output: self.output(today),
        }
    }

    fn output(&self, today: &RunResult) -> Output {
        if self.stdout == today.stdout && self.stderr == today.stderr {
            return if self.files == today.files { Output::Same } else { Output::OtherFiles };
        }
        let lines = |result: &RunResult| {
            let mut lines: Vec<String> =
                result.stdout.lines().chain(result.stderr.lines()).map(str::to_owned).collect();
            order::sort(&mut lines);
            lines
        };
        let (own, others) = (lines(self), lines(today));
        let (missing, added) = (count_missing(&others, &own), count_missing(&own, &others));
        match (missing, added) {
            (0, 0) => Output::OtherOrder,
            (less, 0) => Output::Less(less),
            (0, more) => Output::More(more),
            _ => Output::Other,
        }
    }
}

/// How many of `lines` are not among `others`; both are sorted.
fn count_missing(lines: &[String], others: &[String]) -> usize {
    let (mut missing, mut at) = (0, 0);
    for line in lines {
        while others.get(at).is_some_and(|other| other < line) {
            at += 1;
        }
        if others.get(at) == Some(line) {
            at += 1;
        } else {
            missing += 1;
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(stdout: &str) -> RunResult {
        RunResult {
            summary: "Exits at 1.000 s; no thread cut off.".to_owned(),
            cut_off: 0,
            stdout: stdout.to_owned(),
            stderr: String::new(),
            files: Vec::new(),
            end_ns: 1,
        }
    }

    #[test]
    fn outputs_are_compared_line_by_line() {
        let today = printed("a\nb\nb\n");
        for (other, expected) in [
            ("a\nb\nb\n", Output::Same),
            ("b\na\nb\n", Output::OtherOrder),
            ("a\nb\n", Output::Less(1)),
            ("a\nb\nb\nc\nd\n", Output::More(2)),
            ("a\nc\nb\n", Output::Other),
        ] {
            assert_eq!(printed(other).differences(&today).output, expected, "{other}");
        }
    }

    #[test]
    fn a_file_that_differs_is_a_difference_too() {
        let today = printed("a\n");
        let other = RunResult { files: vec![("log".to_owned(), "x".to_owned())], ..today.clone() };
        assert_eq!(other.differences(&today).output, Output::OtherFiles);
        assert_eq!(other.differences(&today).output.words(), "other files");
    }

    #[test]
    fn only_what_differs_is_marked() {
        let today = printed("a\n");
        let other = RunResult { summary: "Never exits.".to_owned(), ..today.clone() };
        assert_eq!(other.differences(&today), Differences { summary: true, ..Differences::default() });
    }
}
