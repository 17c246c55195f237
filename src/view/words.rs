//! What threads do and what happens to them, in the few words that fit a label or a table.

use super::clock;
use crate::machine::event::{Ending, EventKind, Lost, Phase, Stream, SyncId, WaitFor};
use crate::run::trace::Trace;
pub use crate::verdict::words::thread_name;
use crate::verdict::words::{awaited, count, says_the_kind};
use std::borrow::Cow;

/// As much of a printed text as a row of a table shows.
const LONGEST_PRINTED: usize = 160;

/// The beginning of a text that is longer than so many characters.
pub fn shortened(text: &str, longest: usize) -> Cow<'_, str> {
    match text.char_indices().nth(longest) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// `lock db`, `queue jobs`; only the kind where no name says more than that.
pub fn sync_name(trace: &Trace, sync: SyncId) -> String {
    let Some(info) = trace.syncs.get(sync.0 as usize) else { return "?".to_owned() };
    let kind = info.kind.word();
    let says_more = !info.name.is_empty() && !says_the_kind(&info.name, kind);
    if says_more { format!("{kind} {}", info.name) } else { kind.to_owned() }
}

/// What a waiting thread waits for: `join worker`, `lock db`.
pub fn wait(trace: &Trace, what: WaitFor) -> String {
    match what {
        WaitFor::Sleep => "sleep".to_owned(),
        WaitFor::Join(thread) => format!("join {}", thread_name(trace, thread)),
        WaitFor::Start(thread) => format!("start {}", thread_name(trace, thread)),
        WaitFor::Acquire(sync) | WaitFor::Notify(sync) => sync_name(trace, sync),
        WaitFor::QueueItem(sync) => format!("{}: an item", sync_name(trace, sync)),
        WaitFor::QueueRoom(sync) => format!("{}: room", sync_name(trace, sync)),
        WaitFor::QueueDone(sync) => format!("{}: all done", sync_name(trace, sync)),
        WaitFor::ExitJoin(thread) => format!("exit waits for {}", thread_name(trace, thread)),
        WaitFor::Prompt => "prompt".to_owned(),
        WaitFor::Input => "input".to_owned(),
    }
}

/// A phase of the process, as it stands in the band above the lanes.
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Running => "main thread runs",
        Phase::ThreadingCallbacks => "pools finish their jobs",
        Phase::WaitingForThreads => "waiting for regular threads",
        Phase::AtexitCallbacks => "atexit callbacks",
        Phase::Finalizing => "finalizing: daemons are frozen",
        Phase::Gone => "gone",
    }
}

/// What was lost, as a short phrase for a label.
pub fn lost(trace: &Trace, lost: &Lost) -> String {
    match lost {
        Lost::Finally { line } => format!("finally, line {line}"),
        Lost::With { line, expression } => format!("with {expression}, line {line}"),
        Lost::HeldLock { sync } => format!("holds {}", sync_name(trace, *sync)),
        Lost::UnflushedFile { path, bytes } => format!("{} of {path}", count(*bytes, "byte")),
        Lost::QueueItems { sync, waiting, unfinished } => {
            format!("{}: {waiting} waiting, {unfinished} unfinished", sync_name(trace, *sync))
        }
        Lost::Future { sync } => sync_name(trace, *sync),
    }
}

/// What happened, for the table of events.
pub fn event(trace: &Trace, kind: &EventKind) -> String {
    use crate::machine::event::Activity;
    match kind {
        EventKind::Created { thread } => format!("creates {}", thread_name(trace, *thread)),
        EventKind::Started { thread } => format!("starts {}", thread_name(trace, *thread)),
        EventKind::Began => "begins".to_owned(),
        EventKind::Activity(Activity::Running) => "runs".to_owned(),
        EventKind::Activity(Activity::Ready) => "is ready, another thread has the interpreter".to_owned(),
        EventKind::Activity(Activity::Waiting { what: WaitFor::Sleep, .. }) => "sleeps".to_owned(),
        EventKind::Activity(Activity::Waiting { what, until_ns }) => {
            let limit =
                until_ns.map_or(String::new(), |until| format!(", until {} at the latest", clock::moment(until)));
            format!("waits for {}{limit}", awaited(trace, *what))
        }
        EventKind::Woken { by: Some(by) } => format!("is woken by {}", thread_name(trace, *by)),
        EventKind::Woken { by: None } => "wakes: its time has come".to_owned(),
        EventKind::Printed { stream, text } => {
            let verb = match stream {
                Stream::Stdout => "prints",
                Stream::Stderr => "prints to stderr",
            };
            format!("{verb} {:?}", shortened(text, LONGEST_PRINTED))
        }
        EventKind::Acquired { sync } => format!("acquires {}", sync_name(trace, *sync)),
        EventKind::Released { sync } => format!("releases {}", sync_name(trace, *sync)),
        EventKind::Signalled { sync, what } => format!("{}: {what}()", sync_name(trace, *sync)),
        EventKind::FileWritten { path, bytes } => {
            format!("writes {} to the buffer of {path}", count(*bytes, "byte"))
        }
        EventKind::FileFlushed { path, bytes: 1 } => format!("1 byte of {path} reaches the disk"),
        EventKind::FileFlushed { path, bytes } => format!("{} of {path} reach the disk", count(*bytes, "byte")),
        EventKind::Renamed { thread, name } => format!("{} is now called {name}", thread_name(trace, *thread)),
        EventKind::DaemonSet { thread, daemon } => {
            let kind = if *daemon { "daemon" } else { "regular" };
            format!("{} is now {kind}", thread_name(trace, *thread))
        }
        EventKind::Ended { how: Ending::Returned } => "ends".to_owned(),
        EventKind::Ended { how: Ending::Raised(message) } => format!("ends with {message}"),
        EventKind::Ended { how: Ending::SystemExit } => "ends by sys.exit()".to_owned(),
        EventKind::Cut { lost: nothing } if nothing.is_empty() => "is cut off".to_owned(),
        EventKind::Cut { lost: promises } => {
            let promises: Vec<_> = promises.iter().map(|promise| lost(trace, promise)).collect();
            format!("is cut off; lost: {}", promises.join("; "))
        }
        EventKind::Phase(now) => phase(*now).to_owned(),
        EventKind::Interrupted => "Ctrl-C".to_owned(),
        EventKind::Exited { code } => format!("the process exits with status {code}"),
    }
}
