//! The phrases of which verdicts are made.

use crate::machine::event::{Lost, SyncId, SyncKind, ThreadId, WaitFor};
use crate::machine::text::format_number::grouped;
use crate::run::trace::{LimitReached, Trace};

const MILLISECOND_NS: u64 = 1_000_000;

/// A moment to the millisecond, always in seconds: `2.500 s`.
pub fn moment(at_ns: u64) -> String {
    let milliseconds = at_ns.saturating_add(MILLISECOND_NS / 2) / MILLISECOND_NS;
    format!("{}.{:03} s", milliseconds / 1000, milliseconds % 1000)
}

/// The name of a thread as it was at the end of the run.
pub fn thread_name(trace: &Trace, thread: ThreadId) -> &str {
    trace.threads.get(thread.0 as usize).map_or("?", |info| &info.name)
}

/// `Plato`, `Plato and Kant`, `Plato, Kant and Hume`.
pub fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Whether a name says no more than the kind does: `lock = Lock()`.
pub fn says_the_kind(name: &str, kind: &str) -> bool {
    name.trim_matches('_') == kind
}

/// `lock db`; `the lock` where it is called just that, `a lock` where it was never stored under a name.
pub fn sync(trace: &Trace, sync: SyncId) -> String {
    let Some(info) = trace.syncs.get(sync.0 as usize) else { return "something".to_owned() };
    let kind = info.kind.word();
    match (info.name.as_str(), info.kind) {
        ("", SyncKind::Event) => "an event".to_owned(),
        ("", _) => format!("a {kind}"),
        (name, _) if says_the_kind(name, kind) => format!("the {kind}"),
        (name, _) => format!("{kind} {name}"),
    }
}

/// What a thread that waits is waiting for, after `it waited for` or `waits for`.
pub fn awaited(trace: &Trace, what: WaitFor) -> String {
    match what {
        WaitFor::Sleep => "its sleep to end".to_owned(),
        WaitFor::Join(thread) | WaitFor::ExitJoin(thread) => format!("{} to end", thread_name(trace, thread)),
        WaitFor::Start(thread) => format!("{} to come up", thread_name(trace, thread)),
        WaitFor::Acquire(id) => sync(trace, id),
        WaitFor::Notify(id) => match trace.syncs.get(id.0 as usize).map(|info| info.kind) {
            Some(SyncKind::Event) => format!("{} to be set", sync(trace, id)),
            Some(SyncKind::Condition) => format!("{} to be notified", sync(trace, id)),
            Some(SyncKind::Barrier) => format!("the others at {}", sync(trace, id)),
            Some(SyncKind::Future) => format!("the result of {}", sync(trace, id)),
            _ => sync(trace, id),
        },
        WaitFor::QueueItem(id) => format!("an item in {}", sync(trace, id)),
        WaitFor::QueueRoom(id) => format!("room in {}", sync(trace, id)),
        WaitFor::QueueDone(id) => format!("every item of {} to be done", sync(trace, id)),
        WaitFor::Prompt => "the session to be closed".to_owned(),
        WaitFor::Input => "a line to be typed".to_owned(),
    }
}

/// ` (line 8)`, or nothing where there is no line to name.
pub fn at_line(line: u32) -> String {
    if line == 0 { String::new() } else { format!(" (line {line})") }
}

/// What was lost, a phrase.
pub fn lost(trace: &Trace, lost: &Lost) -> String {
    match lost {
        Lost::Finally { line } => format!("the finally block at line {line} never ran"),
        Lost::With { line, expression } => format!("the with block of {expression} at line {line} was never left"),
        Lost::HeldLock { sync: id } => format!("{} stays locked", sync(trace, *id)),
        Lost::UnflushedFile { path, bytes } => {
            format!("{} written to {path} never reached the disk", count(*bytes, "byte"))
        }
        Lost::QueueItems { sync: id, waiting, unfinished: 0 } => {
            format!("{} still held {}", sync(trace, *id), count(*waiting, "item"))
        }
        Lost::QueueItems { sync: id, waiting: 0, unfinished } => {
            format!("{} taken from {} and not done", count(*unfinished, "item"), sync(trace, *id))
        }
        Lost::QueueItems { sync: id, waiting, unfinished } => format!(
            "{} still held {}; {} taken from it and not done",
            sync(trace, *id),
            count(*waiting, "item"),
            count(*unfinished, "item"),
        ),
        Lost::Future { sync: id } => format!("{} will never have a result", sync(trace, *id)),
    }
}

/// `1 item`, `3 items`.
pub fn count(number: u64, thing: &str) -> String {
    match number {
        1 => format!("1 {thing}"),
        0..1000 => format!("{number} {thing}s"),
        // Comes with the later part.
        _ => format!("{} {thing}s", grouped(number)),
    }
}

/// Which limit it was, as the end of a sentence.
pub fn limit(limit: LimitReached) -> String {
    match limit {
        LimitReached::Operations(operations) => format!("the limit of {} operations was reached", grouped(operations)),
        LimitReached::Events(events) => format!("the limit of {} events was reached", grouped(events as u64)),
        LimitReached::VirtualTime(at_ns) => format!("the limit of {} of virtual time was reached", moment(at_ns)),
        LimitReached::Memory(bytes) => format!("the limit of {} MB of memory was reached", bytes / (1024 * 1024)),
        LimitReached::Threads(threads) => format!("the limit of {} threads was reached", grouped(threads as u64)),
        LimitReached::Turns(turns) => format!("{turns} turns were taken"),
        LimitReached::Length(items) => {
            format!("the limit of {} characters or items in one object was reached", grouped(items as u64))
        }
        LimitReached::Entries(entries) => {
            format!("the limit of {} entries in one dict or set was reached", grouped(entries as u64))
        }
        LimitReached::Disk(bytes) => format!("the limit of {} MB written to files was reached", bytes / (1024 * 1024)),
        LimitReached::Names(names) => {
            format!("the limit of {} names of attributes and variables was reached", grouped(names as u64))
        }
        LimitReached::Integer => "an integer became too large to go on with".to_owned(),
        LimitReached::Output(bytes) => format!("the limit of {} KB of output was reached", bytes / 1024),
    }
}
