//! What makes a witness one: its unlucky switches, each a sentence.

use super::clock;
use super::words::{sync_name, thread_name};
use crate::machine::event::{Activity, EventKind, ThreadId, WaitFor};
use crate::run::trace::{Switch, Trace};
use crate::schedule::turn::Mover;
use serde::{Deserialize, Serialize};

/// A turn that was not the usual one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwitchWords {
    pub at_ns: u64,
    /// `B goes first although A was ready`
    pub sentence: String,
    /// The line of code at which the thread that goes first stands; 0 where that says nothing.
    pub line: u32,
}

/// What a thread was doing at a switch.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Doing {
    Ready,
    Waiting(WaitFor),
}

/// Where a thread stood before a switch: what it did last, and at which line.
fn standing(trace: &Trace, thread: ThreadId, at_ns: u64) -> (Doing, u32) {
    let until = trace.events.partition_point(|event| event.at_ns <= at_ns);
    let mut own = trace.events[..until].iter().rev().filter(|event| event.thread == thread).peekable();
    while let Some(event) = own.next() {
        // What it does in the very turn is not what it did before.
        let of_the_turn = event.at_ns == at_ns;
        match &event.kind {
            EventKind::Activity(Activity::Running) if of_the_turn => {}
            EventKind::Woken { .. } if of_the_turn => {}
            EventKind::Activity(Activity::Ready) if of_the_turn => {
                let woken = |kind: &EventKind| matches!(kind, EventKind::Woken { .. });
                if !own.peek().is_some_and(|before| before.at_ns == at_ns && woken(&before.kind)) {
                    return (Doing::Ready, event.line);
                }
            }
            EventKind::Activity(Activity::Waiting { what, .. }) => return (Doing::Waiting(*what), event.line),
            EventKind::Activity(_) | EventKind::Woken { .. } | EventKind::Began => return (Doing::Ready, event.line),
            _ => {}
        }
    }
    (Doing::Ready, 0)
}

fn goes_first(trace: &Trace, mover: Mover, at_ns: u64) -> String {
    match mover {
        Mover::Thread(thread) => {
            let name = thread_name(trace, thread);
            match standing(trace, thread, at_ns).0 {
                Doing::Waiting(WaitFor::Sleep) => format!("{name} wakes up first"),
                Doing::Waiting(WaitFor::Acquire(sync)) => format!("{name} gets {} first", sync_name(trace, sync)),
                Doing::Waiting(_) | Doing::Ready => format!("{name} goes first"),
            }
        }
        Mover::TimeOut(thread) => format!("the wait of {} runs out of time", thread_name(trace, thread)),
        Mover::CtrlC => "Ctrl-C is pressed first".to_owned(),
        Mover::Alarm => "the alarm rings first".to_owned(),
        Mover::Spin => "time goes by first".to_owned(),
        Mover::Repeats => "everything repeats itself".to_owned(),
    }
}

fn although(trace: &Trace, switch: &Switch) -> String {
    match switch.instead_of {
        Mover::Thread(thread) => {
            let name = thread_name(trace, thread);
            match standing(trace, thread, switch.at_ns).0 {
                _ if switch.mover == Mover::TimeOut(thread) => "although it could have gone on".to_owned(),
                Doing::Waiting(WaitFor::Sleep) => format!("although {name} was to wake up before"),
                Doing::Waiting(WaitFor::Acquire(sync)) => {
                    format!("although {name} could have had {}", sync_name(trace, sync))
                }
                Doing::Waiting(_) | Doing::Ready => format!("although {name} was ready"),
            }
        }
        Mover::TimeOut(thread) => {
            format!("although the time of {} was over", thread_name(trace, thread))
        }
        Mover::CtrlC => "although Ctrl-C was due".to_owned(),
        Mover::Alarm => "although the alarm was due".to_owned(),
        Mover::Spin | Mover::Repeats => "although nothing else was due".to_owned(),
    }
}

/// The switches of a replayed witness, in order.
pub fn switches(trace: &Trace) -> Vec<SwitchWords> {
    let words = |switch: &Switch| SwitchWords {
        at_ns: switch.at_ns,
        sentence: format!("{} {}", goes_first(trace, switch.mover, switch.at_ns), although(trace, switch)),
        line: switch.mover.thread().map_or(0, |thread| standing(trace, thread, switch.at_ns).1),
    };
    trace.switches.iter().map(words).collect()
}

/// When it is and what happens: `At 0.100 s Thread-2 (b) wakes up first although Thread-1 (a) was to wake up before.`
pub fn told(switch: &SwitchWords) -> String {
    format!("At {} {}.", clock::moment(switch.at_ns), switch.sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::scenario::outcomes;

    fn sentences(text: &str) -> Vec<Vec<String>> {
        let scenario = Scenario { text: text.to_owned(), ..Scenario::default() };
        let exploration = scenario.prepare_exploration("main.py", Default::default()).unwrap();
        let told = outcomes::tell(&scenario, "main.py", &exploration.finish()).unwrap();
        told.iter().map(|outcome| switches(&outcome.trace).into_iter().map(|words| words.sentence).collect()).collect()
    }

    #[test]
    fn sleepers_that_overtake_one_another_are_named() {
        let told = sentences(
            "import threading, time\n\
             def a():\n    time.sleep(0.1)\n    print('a')\n\
             def b():\n    time.sleep(0.11)\n    print('b')\n\
             A = threading.Thread(target=a, name='A')\n\
             B = threading.Thread(target=b, name='B')\n\
             A.start(); B.start(); A.join(); B.join()\n",
        );
        assert_eq!(told.len(), 2);
        let named =
            |switches: &[String]| switches.iter().any(|it| it == "B wakes up first although A was to wake up before");
        assert!(!named(&told[0]) && named(&told[1]), "{told:?}");
    }

    #[test]
    fn a_thread_that_goes_first_though_another_was_ready_is_named() {
        let told = sentences(
            "import threading\n\
             def a():\n    print('a')\n\
             def b():\n    print('b')\n\
             A = threading.Thread(target=a, name='A')\n\
             B = threading.Thread(target=b, name='B')\n\
             A.start(); B.start()\n",
        );
        assert!(told.len() > 1, "{told:?}");
        assert!(told[1].iter().any(|sentence| sentence.contains("goes first although")), "{told:?}");
    }
}
