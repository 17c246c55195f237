//! What the process printed, as lines with the moment and the thread of each.

use crate::machine::event::{EventKind, Stream, ThreadId};
use crate::run::trace::Trace;

/// A piece of a line: what one thread wrote to one stream.
#[derive(Clone, Debug, PartialEq)]
pub struct Fragment {
    pub stream: Stream,
    pub thread: ThreadId,
    pub text: String,
}

/// A line of the console.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsoleLine {
    pub at_ns: u64,
    /// The line of the code that began it.
    pub line: u32,
    pub fragments: Vec<Fragment>,
    /// It was written into the stream's buffer and never got any further.
    pub lost: bool,
}

/// The lines in the order in which they were printed.
pub fn lines(trace: &Trace) -> Vec<ConsoleLine> {
    let mut lines: Vec<ConsoleLine> = Vec::new();
    let mut line_is_open = false;
    let mut written = 0;
    for event in &trace.events {
        let EventKind::Printed { stream, text } = &event.kind else { continue };
        for part in text.split_inclusive('\n') {
            if *stream == Stream::Stdout {
                written += part.len();
            }
            let lost = *stream == Stream::Stdout && written > trace.stdout.len();
            let ends = part.ends_with('\n');
            let text = part.strip_suffix('\n').unwrap_or(part).to_owned();
            let fragment = Fragment { stream: *stream, thread: event.thread, text };
            match lines.last_mut() {
                Some(last) if line_is_open && last.lost == lost => match last.fragments.last_mut() {
                    Some(before) if before.stream == fragment.stream && before.thread == fragment.thread => {
                        before.text.push_str(&fragment.text);
                    }
                    _ if fragment.text.is_empty() => {}
                    _ => last.fragments.push(fragment),
                },
                _ => lines.push(ConsoleLine { at_ns: event.at_ns, line: event.line, fragments: vec![fragment], lost }),
            }
            line_is_open = !ends;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::event::Event;
    use crate::view::sample;

    #[test]
    fn each_line_knows_when_it_was_printed() {
        let lines = lines(&sample::heartbeat());
        let at: Vec<_> = lines.iter().map(|line| line.at_ns).collect();
        assert_eq!(at, [10_000, 1_000_010_000, 2_000_010_000]);
        assert_eq!(lines[0].fragments[0].text, "beat");
    }

    #[test]
    fn text_and_newline_may_be_two_writes_and_other_threads_may_come_between() {
        let mut trace = sample::joined();
        let print = |thread, text: &str| Event {
            at_ns: 5,
            thread: ThreadId(thread),
            line: 1,
            kind: EventKind::Printed { stream: Stream::Stdout, text: text.to_owned() },
        };
        trace.events = vec![print(0, "a"), print(1, "b"), print(0, "\n"), print(1, "\n"), print(0, "c\nd\n")];
        trace.stdout = "ab\n\nc\nd\n".to_owned();
        let texts: Vec<Vec<_>> =
            lines(&trace).into_iter().map(|line| line.fragments.into_iter().map(|part| part.text).collect()).collect();
        assert_eq!(texts, [vec!["a", "b"], vec![""], vec!["c"], vec!["d"]]);
    }

    #[test]
    fn what_stayed_in_the_buffer_is_marked_as_lost() {
        let mut trace = sample::heartbeat();
        trace.stdout = "beat\n".to_owned();
        let lost: Vec<_> = lines(&trace).iter().map(|line| line.lost).collect();
        assert_eq!(lost, [false, true, true]);
    }
}
