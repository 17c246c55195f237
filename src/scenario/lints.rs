//! What to look at in a program, from all its outcomes: each finding with its place, an explanation, the outcome that shows
//! it, and where there is one a change of the text that mends it.

use super::Scenario;
use super::outcomes::ToldOutcome;
use crate::machine::event::{EventKind, Lost, ThreadId, WaitFor};
use crate::run::trace::{NeverExits, Outcome, ThreadInfo, Trace};
use crate::source::edit::{self, TextEdit, daemon, join};
use crate::source::knobs::{DaemonFlag, ThreadSite, knobs};
use crate::source::{Parsed, parse};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// More findings than this are not read.
const MOST_LINTS: usize = 20;

/// What kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A daemon can be cut off inside a `with` or a `finally`, or with data that never reaches its file.
    CutInside,
    /// Whether a daemon's print comes through is a race with the exit.
    PrintRacesWithExit,
    /// A regular thread keeps the process for ever.
    LoopWithoutEnd,
    /// Threads wait for each other's locks.
    LockOrder,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lint {
    pub kind: Kind,
    pub sentence: String,
    pub explanation: String,
    /// The line of the text, from 1; 0 where there is none.
    pub line: u32,
    /// Which of the outcomes shows it.
    pub outcome: usize,
    pub fix: Option<Fix>,
}

/// A change that mends it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// As a button says it: `Make writer regular`.
    pub name: String,
    pub scenario: Scenario,
}

/// Which change of a thread would mend something.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Change {
    Regular,
    Daemon,
    Join,
}

/// The findings, the gravest first.
pub fn lints(scenario: &Scenario, told: &[ToldOutcome]) -> Vec<Lint> {
    let fixes = Fixes::new(scenario);
    let mut lints = Vec::new();
    let mut seen = BTreeSet::new();
    let mut add = |lint: Lint| {
        if lints.len() < MOST_LINTS && seen.insert((lint.kind, lint.line, lint.sentence.clone())) {
            lints.push(lint);
        }
    };
    for (at, outcome) in told.iter().enumerate() {
        stuck(&fixes, at, &outcome.trace).into_iter().for_each(&mut add);
        endless(&fixes, at, &outcome.trace).into_iter().for_each(&mut add);
        cut_inside(&fixes, at, &outcome.trace).into_iter().for_each(&mut add);
    }
    prints_that_race(&fixes, told).into_iter().for_each(&mut add);
    lints.sort_by_key(|lint| std::cmp::Reverse(lint.kind));
    lints
}

fn name(trace: &Trace, thread: ThreadId) -> &str {
    trace.threads.get(thread.0 as usize).map_or("?", |info| &info.name)
}

/// Changes of a program's text, each made once: the same finding comes up in many outcomes.
struct Fixes<'a> {
    scenario: &'a Scenario,
    parsed: Parsed,
    sites: Vec<ThreadSite>,
    made: RefCell<HashMap<(u32, String, Change), Option<Fix>>>,
}

impl<'a> Fixes<'a> {
    fn new(scenario: &'a Scenario) -> Self {
        let parsed = parse(&scenario.text, scenario.settings.machine.python.0);
        let sites = knobs(&scenario.text, &parsed).into_iter().flat_map(|body| body.sites).collect();
        Self { scenario, parsed, sites, made: RefCell::default() }
    }

    /// A change of the place where a thread is made.
    fn of(&self, trace: &Trace, thread: ThreadId, change: Change) -> Option<Fix> {
        let info = trace.threads.get(thread.0 as usize)?;
        let key = (info.created_line, info.name.clone(), change);
        self.made.borrow_mut().entry(key).or_insert_with(|| self.make(info, change)).clone()
    }

    fn make(&self, info: &ThreadInfo, change: Change) -> Option<Fix> {
        let (text, parsed) = (&self.scenario.text, &self.parsed);
        let site = self.sites.iter().find(|site| site.line == info.created_line)?;
        let (name, edits): (String, Vec<TextEdit>) = match change {
            Change::Regular => {
                (format!("Make {} regular", info.name), daemon::set_daemon(text, parsed, site, DaemonFlag::Regular)?)
            }
            Change::Daemon => {
                (format!("Make {} a daemon", info.name), daemon::set_daemon(text, parsed, site, DaemonFlag::Daemon)?)
            }
            Change::Join if site.joins.is_empty() => {
                (format!("Join {}", info.name), join::add_join(text, parsed, site)?)
            }
            Change::Join => return None,
        };
        let after = edit::apply(text, &edits);
        let settings = self.scenario.settings.clone();
        (after != *text).then_some(Fix { name, scenario: Scenario { text: after, settings } })
    }
}

fn cut_inside(fixes: &Fixes<'_>, outcome: usize, trace: &Trace) -> Vec<Lint> {
    let mut lints = Vec::new();
    for event in &trace.events {
        let EventKind::Cut { lost } = &event.kind else { continue };
        let who = name(trace, event.thread);
        for lost in lost {
            let (what, line) = match lost {
                Lost::With { line, expression } => (format!("inside `with {expression}`"), *line),
                Lost::Finally { line } => ("before its `finally` has run".to_owned(), *line),
                Lost::UnflushedFile { path, .. } => (format!("with data for {path} still in its buffer"), event.line),
                Lost::HeldLock { sync } => {
                    let lock = trace.syncs.get(sync.0 as usize).map_or("", |info| info.name.as_str());
                    (format!("while it holds the lock {lock}"), event.line)
                }
                Lost::QueueItems { .. } | Lost::Future { .. } => continue,
            };
            let explanation = "At exit a daemon is frozen where it stands: no `finally`, no `__exit__`, no flush. A \
                               regular thread, or one that is joined, gets to its end.";
            let change =
                fixes.of(trace, event.thread, Change::Join).or_else(|| fixes.of(trace, event.thread, Change::Regular));
            lints.push(Lint {
                kind: Kind::CutInside,
                sentence: format!("{who} can be cut off {what}."),
                explanation: explanation.to_owned(),
                line,
                outcome,
                fix: change,
            });
        }
    }
    lints
}

/// What a daemon that is cut off has printed, by its lines.
fn printed_by_the_cut(trace: &Trace) -> Vec<(ThreadId, Vec<(u32, &str)>)> {
    let cut = trace.events.iter().filter(|event| matches!(event.kind, EventKind::Cut { .. }));
    cut.map(|cut| {
        let prints =
            trace.events.iter().filter(|event| event.thread == cut.thread).filter_map(|event| match &event.kind {
                EventKind::Printed { text, .. } => Some((event.line, text.as_str())),
                _ => None,
            });
        (cut.thread, prints.collect())
    })
    .collect()
}

/// Prints that one outcome has and another has not, of a daemon that both cut off.
fn prints_that_race(fixes: &Fixes<'_>, told: &[ToldOutcome]) -> Vec<Lint> {
    let mut lints = Vec::new();
    let Some(usual) = told.first() else { return lints };
    let usually = printed_by_the_cut(&usual.trace);
    for (at, outcome) in told.iter().enumerate().skip(1) {
        for (thread, prints) in printed_by_the_cut(&outcome.trace) {
            let Some((_, before)) = usually.iter().find(|(other, _)| *other == thread) else { continue };
            let (longer, shorter) = if prints.len() > before.len() { (&prints, before) } else { (before, &prints) };
            let Some((line, text)) = longer.get(shorter.len()) else { continue };
            let who = name(&outcome.trace, thread);
            lints.push(Lint {
                kind: Kind::PrintRacesWithExit,
                sentence: format!("Whether {who} gets to print {:?} is a race with the exit.", text.trim_end()),
                explanation: "Nothing holds the interpreter until this daemon has got so far: a little more or less \
                              load on the machine, and the line is there or not."
                    .to_owned(),
                line: *line,
                outcome: at,
                fix: fixes
                    .of(&outcome.trace, thread, Change::Join)
                    .or_else(|| fixes.of(&outcome.trace, thread, Change::Regular)),
            });
        }
    }
    lints
}

fn endless(fixes: &Fixes<'_>, outcome: usize, trace: &Trace) -> Vec<Lint> {
    let Outcome::NeverExits(NeverExits::Repeats { keepers, .. }) = &trace.outcome else { return Vec::new() };
    let lint = |thread: &ThreadId| {
        let last = trace.events.iter().rev().find(|event| event.thread == *thread && event.line > 0);
        Lint {
            kind: Kind::LoopWithoutEnd,
            sentence: format!("{} is regular and its loop has no way out.", name(trace, *thread)),
            explanation: "The interpreter waits for regular threads before it exits. Let the loop end (a flag, an \
                          event, a number of rounds), or make the thread a daemon."
                .to_owned(),
            line: last.map_or(0, |event| event.line),
            outcome,
            fix: fixes.of(trace, *thread, Change::Daemon),
        }
    };
    keepers.iter().filter(|thread| **thread != ThreadId::MAIN).map(lint).collect()
}

fn stuck(fixes: &Fixes<'_>, outcome: usize, trace: &Trace) -> Option<Lint> {
    let Outcome::NeverExits(NeverExits::Stuck { waiting }) = &trace.outcome else { return None };
    // A circle of threads each of which waits for a lock that the next one holds.
    let next = |thread: ThreadId| {
        waiting.iter().find_map(|(who, what, on)| match what {
            WaitFor::Acquire(_) if *who == thread => *on,
            _ => None,
        })
    };
    let start = waiting.iter().map(|(who, _, _)| *who).find(|&who| {
        let mut at = next(who);
        let mut steps = 0;
        while let Some(thread) = at.filter(|&thread| thread != who && steps < waiting.len()) {
            at = next(thread);
            steps += 1;
        }
        at == Some(who)
    })?;
    let mut circle = vec![start];
    while let Some(thread) = next(circle[circle.len() - 1]).filter(|thread| !circle.contains(thread)) {
        circle.push(thread);
    }
    let names: Vec<&str> = circle.iter().map(|&thread| name(trace, thread)).collect();
    let (sentence, explanation) = if circle.len() == 1 {
        (
            format!("{} waits for a lock that it holds itself.", names[0]),
            "A Lock can be taken once only, also by the same thread; an RLock can be taken again by its holder.",
        )
    } else {
        (
            format!("{} can wait for each other's locks for ever.", names.join(" and ")),
            "Each holds a lock that the next one needs. If all take the locks in the same order, this cannot happen.",
        )
    };
    let line = trace.events.iter().rev().find(|event| event.thread == start && event.line > 0)?.line;
    let fix = circle.iter().find_map(|&thread| fixes.of(trace, thread, Change::Daemon));
    let explanation = match &fix {
        Some(_) => {
            format!("{explanation} As a daemon it would no longer keep the process, though it would stay stuck.")
        }
        None => explanation.to_owned(),
    };
    Some(Lint { kind: Kind::LockOrder, sentence, explanation, line, outcome, fix })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::ExploreLimits;
    use crate::scenario::outcomes;

    fn of(text: &str) -> Vec<Lint> {
        let scenario = Scenario { text: text.to_owned(), settings: Default::default() };
        let explored = scenario.prepare_exploration("program.py", ExploreLimits::default()).unwrap().finish();
        let told = outcomes::tell(&scenario, "program.py", &explored).unwrap();
        lints(&scenario, &told)
    }

    fn found(text: &str) -> Vec<(Kind, u32, Option<String>)> {
        of(text).into_iter().map(|lint| (lint.kind, lint.line, lint.fix.map(|fix| fix.name))).collect()
    }

    #[test]
    fn a_daemon_that_is_cut_inside_a_with_is_found_and_a_join_mends_it() {
        let text = "import threading, time\nlock = threading.Lock()\ndef work():\n    with lock:\n        \
                    time.sleep(1)\nt = threading.Thread(target=work, daemon=True)\nt.start()\n";
        let lints = of(text);
        let lint = lints.iter().find(|lint| lint.line == 4).unwrap();
        assert_eq!(lint.kind, Kind::CutInside);
        let fix = lint.fix.as_ref().unwrap();
        assert_eq!(fix.name, "Join Thread-1 (work)");
        assert!(found(&fix.scenario.text).is_empty(), "{}", fix.scenario.text);
    }

    #[test]
    fn a_print_that_races_with_the_exit_is_found() {
        let text = "import threading, time\ndef tick():\n    while True:\n        time.sleep(1)\n        \
                    print('tick')\nthreading.Thread(target=tick, name='clock', daemon=True).start()\ntime.sleep(2)\n";
        let lints = of(text);
        assert!(lints.iter().any(|lint| lint.kind == Kind::PrintRacesWithExit && lint.line == 5), "{lints:?}");
    }

    #[test]
    fn a_regular_loop_without_end_is_found_and_a_daemon_mends_it() {
        let text = "import threading, time\ndef beat():\n    while True:\n        time.sleep(1)\nt = \
                    threading.Thread(target=beat, name='beat')\nt.start()\n";
        assert_eq!(found(text), [(Kind::LoopWithoutEnd, 4, Some("Make beat a daemon".to_owned()))]);
    }

    #[test]
    fn locks_taken_in_two_orders_are_found_though_the_usual_run_ends() {
        let text = "import threading\na, b = threading.Lock(), threading.Lock()\ndef one():\n    with a:\n        \
                    with b:\n            pass\ndef two():\n    with b:\n        with a:\n            pass\nfor f in \
                    (one, two):\n    threading.Thread(target=f, name=f.__name__).start()\n";
        let lints = of(text);
        assert_eq!(lints.len(), 1, "{lints:?}");
        assert_eq!(
            (lints[0].kind, lints[0].sentence.as_str()),
            (Kind::LockOrder, "one and two can wait for each other's locks for ever.")
        );
        assert!(lints[0].outcome > 0);
    }
}
