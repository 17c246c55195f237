//! Why a process never exits: who waits for whom, or what goes round for ever.

use super::story::{End, Story};
use super::words;
use crate::machine::event::{SyncId, SyncKind, ThreadId, WaitFor};
use crate::run::trace::{NeverExits, Outcome, Trace};
use crate::source::order;

/// The threads on which the exit hangs, and the sentences that say how.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// The threads that never end and for which exit waits, directly or through others; the main thread too when its
    /// own text (or an exit callback in it) never ends.
    pub keepers: Vec<ThreadId>,
    pub sentences: Vec<String>,
    main_waits_at_exit: bool,
}

impl Chain {
    pub fn of(trace: &Trace, story: &Story) -> Chain {
        let Outcome::NeverExits(why) = &trace.outcome else { return Chain::default() };
        let main_wait = story.part(ThreadId::MAIN).and_then(|part| part.waiting()).map(|(what, _)| what);
        let main_waits_at_exit = matches!(main_wait, Some(WaitFor::ExitJoin(_)));
        let mut chain = Chain { keepers: Vec::new(), sentences: Vec::new(), main_waits_at_exit };
        let mut closed = None;
        for start in starts(trace, story, main_waits_at_exit) {
            let circle = chain.follow(trace, story, start);
            closed = closed.or(circle);
        }
        if let NeverExits::Repeats { keepers, .. } = why {
            for &keeper in keepers {
                let only_waits = main_waits_at_exit && keeper == ThreadId::MAIN;
                if !only_waits && !chain.keepers.contains(&keeper) {
                    chain.keepers.push(keeper);
                }
            }
        }
        order::sort(&mut chain.keepers);
        match (why, closed) {
            (_, Some(circle)) if circle.len() > 1 => {
                let names: Vec<&str> = circle.iter().map(|&thread| words::thread_name(trace, thread)).collect();
                chain
                    .sentences
                    .push(format!("{} wait for each other, so none of them can ever go on.", words::list(&names)));
            }
            (NeverExits::Stuck { .. }, _) => {
                chain.sentences.push("No thread is left that could end the waiting.".to_owned());
            }
            (NeverExits::Repeats { first_ns, again_ns, .. }, _) => {
                chain.sentences.push(format!(
                    "At {} the whole process was in the same state as at {}, so the same goes on for ever.",
                    words::moment(*again_ns),
                    words::moment(*first_ns),
                ));
            }
        }
        chain
    }

    /// Whether the main thread has run its text and only waits, as the interpreter, for the regular threads.
    pub fn main_waits_at_exit(&self) -> bool {
        self.main_waits_at_exit
    }

    /// Goes from a thread to the one that it waits for, and on, a sentence each. Gives the circle if it ends in one.
    fn follow(&mut self, trace: &Trace, story: &Story, start: ThreadId) -> Option<Vec<ThreadId>> {
        let mut path: Vec<ThreadId> = Vec::new();
        let mut thread = start;
        loop {
            if let Some(from) = path.iter().position(|&seen| seen == thread) {
                return Some(path.split_off(from));
            }
            path.push(thread);
            let waiting = story.part(thread).and_then(|part| part.waiting());
            let next = waiting.and_then(|(what, _)| awaited_thread(trace, story, what));
            let only_waits = self.main_waits_at_exit && thread == ThreadId::MAIN;
            if !only_waits && !self.keepers.contains(&thread) {
                let sentence = sentence(trace, story, thread);
                if !is_left_behind(story, thread) {
                    self.keepers.push(thread);
                } else if self.sentences.contains(&sentence) {
                    return None;
                }
                self.sentences.push(sentence);
            }
            thread = next?;
        }
    }
}

/// Where the explanation begins: with the threads for which the interpreter waits, or with the main thread.
fn starts(trace: &Trace, story: &Story, main_waits_at_exit: bool) -> Vec<ThreadId> {
    if !main_waits_at_exit {
        return vec![ThreadId::MAIN];
    }
    trace
        .threads
        .iter()
        .filter(|info| {
            let lives = story.part(info.id).is_some_and(|part| part.began && !part.has_ended());
            lives && !info.daemon && info.id != ThreadId::MAIN
        })
        .map(|info| info.id)
        .collect()
}

/// Whether the interpreter has gone on without the thread: it was cut off, or could not come up any more.
fn is_left_behind(story: &Story, thread: ThreadId) -> bool {
    let Some(part) = story.part(thread) else { return false };
    thread != ThreadId::MAIN && (matches!(part.end, End::Cut { .. }) || part.started_ns.is_some() && !part.began)
}

/// One thread of the chain: `Plato waits for lock right_fork, which Kant holds (line 24).`
fn sentence(trace: &Trace, story: &Story, thread: ThreadId) -> String {
    let name = words::thread_name(trace, thread);
    let Some(part) = story.part(thread) else { return format!("{name} never ends.") };
    let at_line = words::at_line(part.line);
    if is_left_behind(story, thread) {
        return if part.began {
            format!("{name} was cut off{at_line} and will never go on.")
        } else {
            format!("{name} cannot come up any more: the interpreter is exiting.")
        };
    }
    match part.waiting() {
        Some((WaitFor::Sleep, _)) | None => format!("{name} goes on for ever{at_line}."),
        Some((what, Some(_))) => {
            format!("{name} waits again and again for {}{at_line}.", words::awaited(trace, what))
        }
        Some((what, None)) => {
            let awaited = words::awaited(trace, what);
            let held = match holder(trace, story, what) {
                Some(holder) if holder == thread => ", which it holds itself".to_owned(),
                Some(holder) => format!(", which {} holds", words::thread_name(trace, holder)),
                None => String::new(),
            };
            format!("{name} waits for {awaited}{held}{at_line}.")
        }
    }
}

/// The thread whose deed would end the wait, where it is one thread alone.
fn awaited_thread(trace: &Trace, story: &Story, what: WaitFor) -> Option<ThreadId> {
    match what {
        WaitFor::Join(thread) | WaitFor::ExitJoin(thread) | WaitFor::Start(thread) => Some(thread),
        _ => holder(trace, story, what),
    }
}

/// Who holds the lock that is waited for.
pub fn holder(trace: &Trace, story: &Story, what: WaitFor) -> Option<ThreadId> {
    let WaitFor::Acquire(sync) = what else { return None };
    is_lock(trace, sync).then(|| story.holders.get(&sync).copied()).flatten()
}

fn is_lock(trace: &Trace, sync: SyncId) -> bool {
    let kind = trace.syncs.get(sync.0 as usize).map(|info| info.kind);
    matches!(kind, Some(SyncKind::Lock | SyncKind::RLock | SyncKind::Condition))
}
