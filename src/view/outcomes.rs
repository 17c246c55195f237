//! All outcomes of a program as plain data: ranked, each beside what usually happens.

use super::console;
use super::switches::{self, SwitchWords};
use crate::explore::Explored;
use crate::run::trace::{Outcome, Trace};
use crate::scenario::outcomes::{self, Appearance, HowOften, ToldOutcome};
use crate::source::order;
use crate::verdict::{Exits, Fate, Verdict};
use serde::{Deserialize, Serialize};

/// Lines of printed text that are shown of one outcome: enough to see what is different.
const MOST_LINES: usize = 60;
/// Lines of either text that are compared: the work is the product of both.
const MOST_COMPARED: usize = 400;

/// How far from the usual an outcome is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rank {
    /// What usually happens.
    Usual,
    /// So many turns of its shortest witness are not the usual ones; 0: it may as well happen.
    Switches(u32),
}

impl Rank {
    pub fn words(self) -> String {
        match self {
            Rank::Usual => "What usually happens".to_owned(),
            Rank::Switches(0) => "May as well happen".to_owned(),
            Rank::Switches(1) => "Needs one unlucky switch".to_owned(),
            Rank::Switches(switches) => format!("Needs {switches} unlucky switches"),
        }
    }
}

/// How a line stands to what is usually printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    Same,
    /// Printed here and not usually, or not at this place.
    Added,
    /// Usually printed here.
    Missing,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputLine {
    pub text: String,
    /// It stayed in a buffer.
    pub lost: bool,
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadFate {
    pub name: String,
    pub daemon: bool,
    pub fate: Fate,
    /// It is another than usually.
    pub differs: bool,
}

/// One outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeRow {
    pub rank: Rank,
    pub exits: Exits,
    pub exit_code: Option<i32>,
    /// The verdict's sentence.
    pub summary: String,
    pub output: Vec<OutputLine>,
    /// Lines that are not shown.
    pub more_lines: usize,
    pub threads: Vec<ThreadFate>,
    pub switches: Vec<SwitchWords>,
    /// The witness, as text.
    pub schedule: String,
    pub appearance: Appearance,
}

/// The answer for a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllOutcomes {
    /// `every schedule (412 states)`, or which bound cut it.
    pub extent: String,
    pub is_complete: bool,
    pub exits: HowOften,
    /// By number of thread: its name and how often it finishes.
    pub finishes: Vec<(String, HowOften)>,
    pub rows: Vec<OutcomeRow>,
    /// Witnesses that were not replayed: there are too many.
    pub untold: usize,
    /// Something that is not modelled was reached: what, and its line.
    pub not_supported: Option<(String, u32)>,
}

impl AllOutcomes {
    /// `It always exits.`, as far as was explored.
    pub fn exit_sentence(&self) -> &'static str {
        match (self.exits, self.is_complete) {
            (HowOften::Always, true) => "It always exits.",
            (HowOften::Sometimes, _) => "Sometimes it never exits.",
            (HowOften::Never, true) => "It never exits.",
            (HowOften::Always, false) => "It exits in every schedule that was explored.",
            (HowOften::Never, false) => "It exits in no schedule that was explored.",
        }
    }

    /// `3 outcomes`; `at least 3 outcomes` where there may be more.
    pub fn count_words(&self) -> String {
        let words = match self.rows.len() {
            1 => "1 outcome".to_owned(),
            count => format!("{count} outcomes"),
        };
        if self.is_complete && self.untold == 0 { words } else { format!("at least {words}") }
    }

    /// The short form that stands beside the summary of one run: `Every schedule: always exits, 3 outcomes`.
    pub fn short_words(&self) -> String {
        let exits = match self.exits {
            HowOften::Always => "always exits",
            HowOften::Sometimes => "sometimes never exits",
            HowOften::Never => "never exits",
        };
        let extent = if self.is_complete { "Every schedule" } else { "Schedules explored" };
        let unsure: Vec<_> = self
            .finishes
            .iter()
            .filter(|(_, often)| *often == HowOften::Sometimes)
            .map(|(name, _)| name.as_str())
            .collect();
        let finish = match unsure.as_slice() {
            [] => String::new(),
            [one] => format!(", {one} sometimes finishes"),
            several => format!(", {} threads sometimes finish", several.len()),
        };
        format!("{extent}: {exits}{finish}, {}", self.count_words())
    }

    /// Which outcome a run came to, by its place in the list.
    pub fn position_of(&self, appearance: &Appearance) -> Option<usize> {
        self.rows.iter().position(|row| row.appearance == *appearance)
    }
}

/// Gathers the outcomes that are told one after the other.
#[derive(Default)]
pub struct Gathering {
    rows: Vec<(OutcomeRow, Vec<(String, bool)>)>,
    names: Vec<String>,
}

impl Gathering {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn add(&mut self, told: &ToldOutcome) {
        for info in told.trace.threads.iter().skip(self.names.len()) {
            self.names.push(info.name.clone());
        }
        self.rows.push((row(told), printed(&told.trace)));
    }

    /// The whole, once all are told; so many witnesses were left out.
    pub fn finish(mut self, explored: &Explored, untold: usize) -> AllOutcomes {
        order::sort_by_key(&mut self.rows, |(row, _)| row.rank);
        let usual = self.rows.first().map(|(row, lines)| (row.threads.clone(), lines.clone()));
        if let Some((threads, lines)) = usual {
            for (row, own) in &mut self.rows {
                compare(row, own, &threads, &lines);
            }
        }
        let finishes = outcomes::explored_finishes(explored);
        let names = self.names.into_iter();
        AllOutcomes {
            extent: outcomes::extent(explored),
            is_complete: explored.is_complete(),
            exits: outcomes::explored_exits(explored),
            finishes: names.zip(finishes).collect(),
            rows: self.rows.into_iter().map(|(row, _)| row).collect(),
            untold,
            not_supported: explored.not_supported.clone(),
        }
    }
}

/// The lines that were printed, and whether each stayed in a buffer.
fn printed(trace: &Trace) -> Vec<(String, bool)> {
    let text = |line: &console::ConsoleLine| line.fragments.iter().map(|fragment| fragment.text.as_str()).collect();
    console::lines(trace).iter().map(|line| (text(line), line.lost)).collect()
}

fn threads(verdict: &Verdict) -> Vec<ThreadFate> {
    let fate = |fate: Fate| if fate == Fate::WaitedFor { Fate::Finished } else { fate };
    let of = |thread: &crate::verdict::ThreadVerdict| ThreadFate {
        name: thread.name.clone(),
        daemon: thread.daemon,
        fate: fate(thread.fate),
        differs: false,
    };
    verdict.threads.iter().map(of).collect()
}

fn row(told: &ToldOutcome) -> OutcomeRow {
    OutcomeRow {
        rank: if told.is_usual { Rank::Usual } else { Rank::Switches(told.unusual_turns) },
        exits: told.verdict.exits,
        exit_code: match told.trace.outcome {
            Outcome::Exited { code } => Some(code),
            _ => None,
        },
        summary: told.verdict.summary.clone(),
        output: Vec::new(),
        more_lines: 0,
        threads: threads(&told.verdict),
        switches: if told.is_usual { Vec::new() } else { switches::switches(&told.trace) },
        schedule: told.schedule.to_string(),
        appearance: Appearance::of(&told.trace, &told.verdict),
    }
}

/// Marks what is not as usual.
fn compare(row: &mut OutcomeRow, own: &[(String, bool)], usual: &[ThreadFate], usual_lines: &[(String, bool)]) {
    for (at, thread) in row.threads.iter_mut().enumerate() {
        thread.differs = usual.get(at).is_none_or(|usual| usual.fate != thread.fate || usual.name != thread.name);
    }
    let marked = differences(usual_lines, own);
    row.more_lines = marked.len().saturating_sub(MOST_LINES);
    row.output = marked.into_iter().take(MOST_LINES).collect();
}

/// The lines of `new`, with those of `old` that are missing in it where they would be: a longest common subsequence.
fn differences(old: &[(String, bool)], new: &[(String, bool)]) -> Vec<OutputLine> {
    let line = |(text, lost): &(String, bool), mark: Mark| OutputLine { text: text.clone(), lost: *lost, mark };
    let common = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (&old[common..], &new[common..]);
    let mut lines: Vec<_> = new[..common].iter().map(|same| line(same, Mark::Same)).collect();
    if old_rest.len() > MOST_COMPARED || new_rest.len() > MOST_COMPARED {
        lines.extend(new_rest.iter().map(|added| line(added, Mark::Added)));
        return lines;
    }
    let width = new_rest.len() + 1;
    let mut longest = vec![0_u32; (old_rest.len() + 1) * width];
    for at in (0..old_rest.len()).rev() {
        for other in (0..new_rest.len()).rev() {
            longest[at * width + other] = if old_rest[at] == new_rest[other] {
                longest[(at + 1) * width + other + 1] + 1
            } else {
                longest[(at + 1) * width + other].max(longest[at * width + other + 1])
            };
        }
    }
    let (mut at, mut other) = (0, 0);
    while at < old_rest.len() || other < new_rest.len() {
        if at < old_rest.len() && other < new_rest.len() && old_rest[at] == new_rest[other] {
            lines.push(line(&new_rest[other], Mark::Same));
            (at, other) = (at + 1, other + 1);
        } else if other < new_rest.len()
            && (at == old_rest.len() || longest[at * width + other + 1] >= longest[(at + 1) * width + other])
        {
            lines.push(line(&new_rest[other], Mark::Added));
            other += 1;
        } else {
            lines.push(line(&old_rest[at], Mark::Missing));
            at += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::scenario::outcomes::Telling;

    fn all_outcomes(text: &str) -> AllOutcomes {
        let scenario = Scenario { text: text.to_owned(), ..Scenario::default() };
        let explored = scenario.prepare_exploration("main.py", Default::default()).unwrap().finish();
        let mut telling = Telling::new(&scenario, "main.py", &explored).unwrap();
        let mut gathering = Gathering::default();
        while telling.left() > 0 {
            if let Some(told) = telling.tell_next() {
                gathering.add(&told);
            }
        }
        gathering.finish(&explored, 0)
    }

    /// Two sleepers of which either may wake up first; the later one is a daemon.
    const RACE: &str = "import threading, time\n\
        def a():\n    time.sleep(0.1)\n    print('a')\n\
        def b():\n    time.sleep(0.11)\n    print('b')\n\
        threading.Thread(target=a, name='A').start()\n\
        threading.Thread(target=b, name='B', daemon=True).start()\n";

    #[test]
    fn outcomes_are_ranked_and_compared_with_the_usual_one() {
        let all = all_outcomes(RACE);
        assert!(all.is_complete);
        assert_eq!(all.exit_sentence(), "It always exits.");
        assert_eq!(all.rows[0].rank, Rank::Usual);
        let texts = |row: &OutcomeRow| row.output.iter().map(|line| (line.text.clone(), line.mark)).collect::<Vec<_>>();
        assert_eq!(texts(&all.rows[0]), [("a".to_owned(), Mark::Same)]);
        let finished = |row: &&OutcomeRow| row.threads.iter().any(|it| it.name == "B" && it.fate == Fate::Finished);
        let other = all.rows.iter().find(finished).unwrap();
        assert!(texts(other).contains(&("b".to_owned(), Mark::Added)), "{other:?}");
        assert!(other.threads.iter().all(|thread| thread.differs == (thread.name == "B")), "{other:?}");
        assert!(other.rank > Rank::Usual && !other.switches.is_empty());
    }

    #[test]
    fn how_often_each_thread_finishes_is_said_by_its_name() {
        let all = all_outcomes(RACE);
        let often = |name: &str| all.finishes.iter().find(|(known, _)| known == name).map(|(_, often)| *often);
        assert_eq!(often("MainThread"), Some(HowOften::Always));
        assert_eq!(often("A"), Some(HowOften::Always));
        assert_eq!(often("B"), Some(HowOften::Sometimes));
        assert!(
            all.short_words().starts_with("Every schedule: always exits, B sometimes finishes, "),
            "{}",
            all.short_words()
        );
    }

    #[test]
    fn a_run_is_found_among_the_outcomes_by_how_it_looks() {
        let all = all_outcomes(RACE);
        assert_eq!(all.position_of(&all.rows[1].appearance), Some(1));
    }

    #[test]
    fn missing_lines_stand_where_they_would_be() {
        let lines = |texts: &[&str]| texts.iter().map(|text| ((*text).to_owned(), false)).collect::<Vec<_>>();
        let marked = differences(&lines(&["x", "a", "b"]), &lines(&["x", "b", "a"]));
        let marks: Vec<_> = marked.iter().map(|line| (line.text.as_str(), line.mark)).collect();
        assert_eq!(marks, [("x", Mark::Same), ("b", Mark::Added), ("a", Mark::Same), ("b", Mark::Missing)]);
    }
}
