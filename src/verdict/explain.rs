//! How it came to that: the steps that led to each thread's fate, and the whole run as a paragraph to be read out.

use super::story::{End, Story};
use super::words;
use super::{Exits, Fate, ThreadVerdict, Verdict};
use crate::machine::event::{Activity, EventKind, Phase, Stream, ThreadId, WaitFor};
use crate::machine::text::format_number::grouped;
use crate::run::trace::Trace;
use crate::source::order;

/// More threads than this are counted instead of named.
const MOST_NAMES: usize = 6;

/// One link of the chain that led to a thread's fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub at_ns: u64,
    /// 0 where there is none.
    pub line: u32,
    pub text: String,
}

/// From its making to its end, what decided what became of a thread.
pub fn steps(trace: &Trace, verdict: &ThreadVerdict) -> Vec<Step> {
    let story = Story::read(trace);
    let thread = verdict.thread;
    let Some(part) = story.part(thread) else { return Vec::new() };
    let kind = if verdict.daemon { "a daemon" } else { "regular" };
    let mut steps = Vec::new();
    let mut step = |at_ns: u64, line: u32, text: String| steps.push(Step { at_ns, line, text });
    for event in &trace.events {
        let by = || words::thread_name(trace, event.thread);
        match &event.kind {
            EventKind::Created { thread: made } if *made == thread => {
                step(event.at_ns, event.line, format!("{} makes it, {kind}.", by()));
            }
            EventKind::Started { thread: started } if *started == thread => {
                step(event.at_ns, event.line, format!("{} starts it.", by()));
            }
            EventKind::Activity(Activity::Waiting { what: WaitFor::Join(joined), .. }) if *joined == thread => {
                step(event.at_ns, event.line, format!("{} begins to wait for it.", by()));
            }
            _ => {}
        }
    }
    let cut_ns = if let End::Cut { at_ns, .. } = part.end { Some(at_ns) } else { None };
    if let (Some(cut_ns), true) = (cut_ns, thread != ThreadId::MAIN) {
        leaving(trace, &story, cut_ns, &mut step);
        match part.waiting() {
            Some((WaitFor::Sleep, Some(until_ns))) => {
                let text = format!("It sleeps until {}, and is frozen there.", words::moment(until_ns));
                step(cut_ns, verdict.line, text);
            }
            Some((what, until_ns)) => {
                let until = until_ns.map_or(String::new(), |until_ns| format!(" until {}", words::moment(until_ns)));
                step(
                    cut_ns,
                    verdict.line,
                    format!("It waits for {}{until}, and is frozen there.", words::awaited(trace, what)),
                );
            }
            None => step(cut_ns, verdict.line, "It is frozen in the middle of its work.".to_owned()),
        }
        for lost in &verdict.lost {
            step(cut_ns, 0, format!("Lost: {lost}."));
        }
    } else {
        if verdict.fate == Fate::WaitedFor {
            let ended_ns = story.main_ended_ns.unwrap_or_default();
            step(ended_ns, 0, "The main thread has ended; the interpreter waits for regular threads.".to_owned());
        }
        let at_ns = if let End::Ended { at_ns, .. } = part.end { at_ns } else { trace.end_ns };
        step(at_ns, verdict.line, verdict.why.clone());
    }
    order::sort_by_key(&mut steps, |step| step.at_ns);
    steps
}

/// What happened between the end of the main thread and the moment at which daemons are frozen.
fn leaving(trace: &Trace, story: &Story, cut_ns: u64, step: &mut impl FnMut(u64, u32, String)) {
    for event in &trace.events {
        let text = match &event.kind {
            EventKind::Phase(Phase::WaitingForThreads) => {
                let waited: Vec<&str> = trace
                    .threads
                    .iter()
                    .filter(|info| !info.daemon && info.id != ThreadId::MAIN)
                    .filter(|info| {
                        matches!(story.part(info.id).map(|part| &part.end),
                        Some(End::Ended { at_ns, .. }) if *at_ns > event.at_ns)
                    })
                    .map(|info| info.name.as_str())
                    .collect();
                match waited.as_slice() {
                    [] => "The main thread has ended, and no regular thread is left to wait for.".to_owned(),
                    names => format!("The main thread has ended; the interpreter waits for {}.", words::list(names)),
                }
            }
            EventKind::Phase(Phase::AtexitCallbacks) => "The atexit callbacks run; daemons still go on.".to_owned(),
            EventKind::Phase(Phase::Finalizing) => "The interpreter leaves, and waits for no daemon.".to_owned(),
            _ => continue,
        };
        step(event.at_ns.min(cut_ns), 0, text);
    }
}

/// The run as a teacher would read it out.
pub fn paragraph(trace: &Trace, verdict: &Verdict) -> String {
    let story = Story::read(trace);
    let mut sentences = vec![cast(verdict)];
    if let Some(at_ns) = story.main_ended_ns {
        let how =
            if story.main_raised.is_some() { "An exception ends the main thread" } else { "The main thread ends" };
        sentences.push(format!("{how} at {}.", words::moment(at_ns)));
    }
    let named = |fate: Fate| -> Vec<&str> {
        let of_fate = verdict.threads.iter().filter(|it| it.fate == fate && it.thread != ThreadId::MAIN);
        of_fate.map(|it| it.name.as_str()).collect()
    };
    let main_ended_ns = story.main_ended_ns.unwrap_or(trace.end_ns);
    let ended_before_main = |it: &&ThreadVerdict| {
        let end = story.part(it.thread).map(|part| &part.end);
        matches!(end, Some(End::Ended { at_ns, .. }) if *at_ns <= main_ended_ns)
    };
    let finished = verdict.threads.iter().filter(|it| it.fate == Fate::Finished && it.thread != ThreadId::MAIN);
    let (before, after): (Vec<&ThreadVerdict>, Vec<&ThreadVerdict>) = finished.partition(ended_before_main);
    let names = |threads: &[&ThreadVerdict]| people(&threads.iter().map(|it| it.name.as_str()).collect::<Vec<_>>());
    if !before.is_empty() && verdict.exits == Exits::Yes {
        let verb = if before.len() == 1 { "has" } else { "have" };
        sentences.push(format!("By then {} {verb} finished.", names(&before)));
    }
    let waited = named(Fate::WaitedFor);
    if !waited.is_empty() {
        let verb = if waited.len() == 1 { "is" } else { "are" };
        sentences.push(format!("Python does not leave yet: it waits for {}, which {verb} regular.", people(&waited)));
    }
    if !after.is_empty() && verdict.exits == Exits::Yes {
        let (verb, whose) = if after.len() == 1 { ("comes", "its") } else { ("come", "their") };
        sentences.push(format!("{} {verb} to {whose} own end while the interpreter leaves.", names(&after)));
    }
    let failed = named(Fate::Failed);
    if !failed.is_empty() {
        sentences.push(format!("An exception ends {}; the others do not notice.", people(&failed)));
    }
    match verdict.exits {
        Exits::Yes => {
            let end = words::moment(trace.end_ns);
            let at_once = story.main_ended_ns.is_some_and(|at_ns| words::moment(at_ns) == end);
            sentences.push(if at_once {
                "The process is gone at once.".to_owned()
            } else {
                format!("At {end} the process is gone.")
            });
        }
        Exits::Never => sentences.push("The process never exits.".to_owned()),
        Exits::Unknown => sentences.push(verdict.summary.clone()),
    }
    sentences.extend(verdict.explanation.iter().cloned());
    cut_off(verdict, &mut sentences);
    let never = named(Fate::NeverStarted);
    if !never.is_empty() {
        sentences.push(format!("{} never ran.", people(&never)));
    }
    sentences.push(match (printed_lines(trace, Stream::Stdout), printed_lines(trace, Stream::Stderr)) {
        (0, 0) => "Nothing is printed.".to_owned(),
        (0, 1) => "One line is printed, to stderr.".to_owned(),
        (0, errors) => format!("{} are printed, all to stderr.", words::count(errors, "line")),
        (lines, errors) => {
            let lines =
                if lines == 1 { "One line is".to_owned() } else { format!("{} are", words::count(lines, "line")) };
            let more = if errors == 0 { String::new() } else { format!(", and {} to stderr", grouped(errors)) };
            format!("{lines} printed{more}.")
        }
    });
    sentences.join(" ")
}

/// Who was cut off, in the middle of what, and what was lost; those of whom the same is to be said together.
fn cut_off(verdict: &Verdict, sentences: &mut Vec<String>) {
    let cut = verdict.threads.iter().filter(|thread| thread.fate == Fate::CutOff).take(MOST_NAMES);
    let mut told: Vec<(bool, &str, &[String], Vec<&str>)> = Vec::new();
    for thread in cut {
        // `… the interpreter left at 2.000 s while it slept until 4.000 s (line 20).`
        let doing = thread.why.find(" while ").map_or("", |at| thread.why[at..].trim_end_matches('.'));
        let same = |it: &&mut (bool, &str, &[String], Vec<&str>)| {
            (it.0, it.1, it.2) == (thread.daemon, doing, &thread.lost[..])
        };
        match told.iter_mut().find(same) {
            Some((.., names)) => names.push(&thread.name),
            None => told.push((thread.daemon, doing, &thread.lost, vec![&thread.name])),
        }
    }
    for (daemon, doing, lost, names) in told {
        let (who, one) = (people(&names), names.len() == 1);
        sentences.push(match (daemon, one) {
            (true, true) => {
                format!("Nobody waits for the daemon {who}: the exit caught it{doing}, and froze it there.")
            }
            (true, false) => {
                format!("Nobody waits for the daemons {who}: the exit caught each{doing}, and froze it there.")
            }
            (false, true) => {
                format!("{who} is regular, but was not waited for: the exit caught it{doing}, and froze it there.")
            }
            (false, false) => {
                format!("{who} are regular, but were not waited for: the exit caught each{doing}, and froze it there.")
            }
        });
        let (with, whose) = if one { ("it", "It") } else { ("them", "They") };
        sentences.push(match lost {
            [] => format!("{whose} had begun nothing that is lost with {with}."),
            lost => format!("What stays undone: {}.", lost.join("; and ")),
        });
    }
}

/// Who takes part.
fn cast(verdict: &Verdict) -> String {
    let others: Vec<&ThreadVerdict> = verdict.threads.iter().filter(|it| it.thread != ThreadId::MAIN).collect();
    if others.is_empty() {
        return "The program has one thread, the main thread.".to_owned();
    }
    if others.len() > MOST_NAMES {
        let daemons = others.iter().filter(|thread| thread.daemon).count();
        return format!("Beside the main thread there are {} threads, {daemons} of them daemons.", others.len());
    }
    let kind = |thread: &&ThreadVerdict| if thread.daemon { "a daemon" } else { "a regular thread" };
    let described: Vec<String> = others.iter().map(|thread| format!("{}, {}", thread.name, kind(thread))).collect();
    match (described.as_slice(), others.iter().all(|thread| thread.daemon == others[0].daemon)) {
        ([only], _) => format!("Beside the main thread there is {only}."),
        (_, true) => {
            let names: Vec<&str> = others.iter().map(|thread| thread.name.as_str()).collect();
            let kinds = if others[0].daemon { "daemons" } else { "regular threads" };
            format!("Beside the main thread there are {} {kinds}: {}.", others.len(), words::list(&names))
        }
        ([first, last], _) => format!("Beside the main thread there are {first}, and {last}."),
        ([most @ .., last], _) => format!("Beside the main thread there are {}; and {last}.", most.join("; ")),
        ([], _) => String::new(),
    }
}

fn people(names: &[&str]) -> String {
    if names.len() > MOST_NAMES { format!("{} threads", names.len()) } else { words::list(names) }
}

fn printed_lines(trace: &Trace, to: Stream) -> u64 {
    let printed = trace.events.iter().filter_map(|event| match &event.kind {
        EventKind::Printed { stream, text } if *stream == to => Some(text.matches('\n').count() as u64),
        _ => None,
    });
    printed.sum()
}
