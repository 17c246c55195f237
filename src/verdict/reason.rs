//! Each thread's fate, with its reason.

use super::chain::Chain;
use super::story::{End, Part, Story};
use super::{Fate, ThreadVerdict, words};
use crate::machine::event::{Activity, Ending, Lost, Phase, ThreadId, WaitFor};
use crate::run::trace::{LimitReached, Outcome, ThreadInfo, Trace};

/// One row for each thread, in the order in which the `Thread` objects were made.
pub fn verdicts(trace: &Trace, story: &Story, chain: &Chain) -> Vec<ThreadVerdict> {
    trace
        .threads
        .iter()
        .zip(&story.parts)
        .map(|(info, part)| {
            let subject = Subject { trace, story, info, part };
            let (fate, line, why) = subject.fate(chain);
            let lost: &[Lost] = if let End::Cut { lost, .. } = &part.end { lost } else { &[] };
            let lost = lost.iter().map(|promise| words::lost(trace, promise)).collect();
            ThreadVerdict { thread: info.id, name: info.name.clone(), daemon: info.daemon, fate, line, why, lost }
        })
        .collect()
}

/// The thread that is being judged.
struct Subject<'a> {
    trace: &'a Trace,
    story: &'a Story,
    info: &'a ThreadInfo,
    part: &'a Part,
}

impl Subject<'_> {
    fn fate(&self, chain: &Chain) -> (Fate, u32, String) {
        let part = self.part;
        let line = part.line;
        match &part.end {
            _ if part.started_ns.is_none() => (Fate::NeverStarted, 0, "Its `start()` was never called.".to_owned()),
            End::Ended { at_ns, line, how: Ending::Raised(message) } => failed(*at_ns, *line, message),
            End::Ended { at_ns, how, .. } => self.ended(*at_ns, how),
            End::Cut { at_ns, .. } if !part.began => {
                let why = format!(
                    "`start()` was called, but the interpreter left at {} before it had come up.",
                    words::moment(*at_ns)
                );
                (Fate::NeverStarted, 0, why)
            }
            End::Cut { at_ns, line: cut_line, .. } => {
                let line = if *cut_line == 0 { line } else { *cut_line };
                (Fate::CutOff, line, self.cut(*at_ns, line))
            }
            End::None => match &self.trace.outcome {
                Outcome::Exited { .. } if self.info.id == ThreadId::MAIN => {
                    self.ended(self.story.main_ended_ns.unwrap_or(self.trace.end_ns), &Ending::Returned)
                }
                Outcome::Exited { .. } => (Fate::CutOff, line, self.cut(self.trace.end_ns, line)),
                Outcome::NeverExits(_) => self.endless(chain),
                Outcome::Unknown(LimitReached::Turns(_)) => {
                    let why = format!(
                        "The run stands at {}, where a choice comes next; {}{}.",
                        words::moment(self.trace.end_ns),
                        self.doing(),
                        words::at_line(line),
                    );
                    (Fate::StillRunning, line, why)
                }
                Outcome::Unknown(limit) => {
                    let why = format!(
                        "The run was given up at {}, when {}; {}{}.",
                        words::moment(self.trace.end_ns),
                        words::limit(*limit),
                        self.doing(),
                        words::at_line(line),
                    );
                    (Fate::StillRunning, line, why)
                }
                Outcome::NotSupported { .. } => {
                    let why = format!(
                        "The run stopped at {}, where the program came to something that is not supported.",
                        words::moment(self.trace.end_ns)
                    );
                    (Fate::StillRunning, line, why)
                }
            },
        }
    }

    /// It came to its end by itself.
    fn ended(&self, at_ns: u64, how: &Ending) -> (Fate, u32, String) {
        let at = words::moment(at_ns);
        let by = if *how == Ending::SystemExit { " by `sys.exit()`" } else { "" };
        if self.info.id == ThreadId::MAIN {
            if let Some((line, message)) = &self.story.main_raised {
                return failed(at_ns, *line, message);
            }
            if let (Outcome::Exited { .. }, None, Some((ThreadId::MAIN, line))) =
                (&self.trace.outcome, self.story.frozen_ns, self.story.exit_by)
            {
                let why = format!("It ended the process with `os._exit()` at {at}{}.", words::at_line(line));
                return (Fate::Finished, line, why);
            }
            let why = if *how == Ending::SystemExit {
                format!("`sys.exit()` ended it at {at}.")
            } else {
                format!("It came to the end of the program's text at {at}.")
            };
            return (Fate::Finished, 0, why);
        }
        let before_main = self.story.main_ended_ns.is_none_or(|ended_ns| at_ns <= ended_ns);
        let joiner = self.part.joined_by.map(|thread| words::thread_name(self.trace, thread));
        match joiner {
            Some(joiner) if before_main => {
                (Fate::Finished, 0, format!("{joiner} joined it, and it ended{by} at {at}."))
            }
            _ if before_main => (Fate::Finished, 0, format!("It ended{by} at {at}, before the main thread did.")),
            Some(joiner) if self.info.daemon => {
                (Fate::Finished, 0, format!("Daemon: {joiner} joined it, and it ended{by} at {at}."))
            }
            _ if self.info.daemon => {
                let why = format!(
                    "Daemon: nobody waited for it, but it ended{by} at {at}, while the interpreter was still busy with \
                     its exit."
                );
                (Fate::Finished, 0, why)
            }
            _ => (Fate::WaitedFor, 0, format!("The interpreter waited for it until it ended{by} at {at}.")),
        }
    }

    /// It was frozen: what it was about, and why it was not waited for.
    fn cut(&self, at_ns: u64, line: u32) -> String {
        let at = words::moment(at_ns);
        let doing = format!("while {}{}", self.doing(), words::at_line(line));
        if self.story.frozen_ns.is_none() {
            let caller = match self.story.exit_by {
                Some((thread, line)) if thread != self.info.id => {
                    format!(" in {}{}", words::thread_name(self.trace, thread), words::at_line(line))
                }
                _ => String::new(),
            };
            return format!("`os._exit()`{caller} ended the process at {at} {doing}.");
        }
        if self.info.daemon {
            return format!("Daemon: the interpreter left at {at} {doing}.");
        }
        if let Some(interrupted_ns) = self.story.wait_interrupted_ns {
            let interrupted = words::moment(interrupted_ns);
            return format!(
                "Ctrl-C at {interrupted} broke off the interpreter's wait for it; the interpreter left at {at} {doing}."
            );
        }
        if self.part.started_in >= Phase::AtexitCallbacks {
            return format!(
                "It was started after the interpreter had waited for the regular threads, so nobody waited for it; \
                 the interpreter left at {at} {doing}."
            );
        }
        format!("The interpreter did not wait for it and left at {at} {doing}.")
    }

    /// What it was about, after `while`.
    fn doing(&self) -> String {
        match self.part.activity {
            Activity::Running | Activity::Ready if self.part.line == 0 => "it had only just come up".to_owned(),
            Activity::Running => "it ran".to_owned(),
            Activity::Ready => "it was ready to run".to_owned(),
            Activity::Waiting { what: WaitFor::Sleep, until_ns: Some(until_ns) } => {
                format!("it slept until {}", words::moment(until_ns))
            }
            Activity::Waiting { what: WaitFor::Sleep, until_ns: None } => "it slept".to_owned(),
            Activity::Waiting { what, until_ns } => {
                let limit = until_ns.map_or(String::new(), |at| format!(" until {} at the latest", words::moment(at)));
                format!("it waited for {}{limit}", words::awaited(self.trace, what))
            }
        }
    }

    /// The process never exits, and it is still there.
    fn endless(&self, chain: &Chain) -> (Fate, u32, String) {
        let line = self.part.line;
        let is_main = self.info.id == ThreadId::MAIN;
        if is_main && chain.main_waits_at_exit() {
            let ended_ns = self.story.main_ended_ns.unwrap_or(self.trace.end_ns);
            return self.ended(ended_ns, &Ending::Returned);
        }
        let at_line = words::at_line(line);
        if !self.part.began && !is_main {
            let why = "`start()` was called when the interpreter was exiting; it can never come up.";
            return (Fate::NeverStarted, 0, why.to_owned());
        }
        if let Some((what, None)) = self.part.waiting() {
            let awaited = words::awaited(self.trace, what);
            let held = super::chain::holder(self.trace, self.story, what);
            let held = held
                .map_or(String::new(), |thread| format!(", which {} holds", words::thread_name(self.trace, thread)));
            let why = format!("It waits for ever for {awaited}{held}{at_line}.");
            let fate = if chain.keepers.contains(&self.info.id) { Fate::NeverEnds } else { Fate::StillRunning };
            return (fate, line, why);
        }
        if chain.keepers.contains(&self.info.id) {
            let why = format!("It goes on for ever{at_line}, and the interpreter waits for it.");
            return (Fate::NeverEnds, line, if is_main { format!("It goes on for ever{at_line}.") } else { why });
        }
        let kind = if self.info.daemon { "Daemon: it would be cut off" } else { "It is still there" };
        let why = format!("{kind}, but the process never comes to its end{at_line}.");
        (Fate::StillRunning, line, why)
    }
}

fn failed(at_ns: u64, line: u32, message: &str) -> (Fate, u32, String) {
    let (at, at_line) = (words::moment(at_ns), words::at_line(line));
    (Fate::Failed, line, format!("An exception ended it at {at}{at_line}: {}.", message.trim_end_matches('.')))
}
