//! Turns: what a schedule consists of when every schedule is explored, and when a person is the scheduler.

use crate::machine::event::ThreadId;
use std::fmt;

/// Who or what moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mover {
    /// A thread goes on; one whose time has come wakes up, one that waits for a lock that is free takes it.
    Thread(ThreadId),
    /// The time of a thread runs out though it could have had what it waits for.
    TimeOut(ThreadId),
    /// Ctrl-C is pressed.
    CtrlC,
    /// An alarm rings.
    Alarm,
    /// Threads that go round and round without changing anything do so until the next thing happens by itself.
    Spin,
    /// The state is one that was there before: so it goes on for ever. Only as the last turn.
    Repeats,
}

/// A turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Turn {
    pub mover: Mover,
    /// The thread goes on for so many points (see [`crate::machine::step::Turn`]); None: until it waits or ends.
    pub points: Option<u64>,
}

impl Mover {
    /// The thread that moves.
    pub fn thread(self) -> Option<ThreadId> {
        match self {
            Mover::Thread(thread) | Mover::TimeOut(thread) => Some(thread),
            Mover::CtrlC | Mover::Alarm | Mover::Spin | Mover::Repeats => None,
        }
    }
}

/// `3`, `3+12` (for twelve points), `3t` (its time runs out), `c`, `a`, `s`, `r`.
impl fmt::Display for Turn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.mover {
            Mover::Thread(thread) => write!(formatter, "{}", thread.0)?,
            Mover::TimeOut(thread) => write!(formatter, "{}t", thread.0)?,
            Mover::CtrlC => write!(formatter, "c")?,
            Mover::Alarm => write!(formatter, "a")?,
            Mover::Spin => write!(formatter, "s")?,
            Mover::Repeats => write!(formatter, "r")?,
        }
        match self.points {
            Some(points) => write!(formatter, "+{points}"),
            None => Ok(()),
        }
    }
}

impl Turn {
    /// Reads a turn; None where the text is none.
    pub fn parse(text: &str) -> Option<Turn> {
        let (mover, points) = match text.split_once('+') {
            Some((mover, points)) => (mover, Some(number(points)?)),
            None => (text, None),
        };
        let mover = match mover {
            "c" => Mover::CtrlC,
            "a" => Mover::Alarm,
            "s" => Mover::Spin,
            "r" => Mover::Repeats,
            _ => match mover.strip_suffix('t') {
                Some(thread) => Mover::TimeOut(thread_number(thread)?),
                None => Mover::Thread(thread_number(mover)?),
            },
        };
        Some(Turn { mover, points })
    }
}

fn number(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

fn thread_number(text: &str) -> Option<ThreadId> {
    number(text).and_then(|number| u32::try_from(number).ok()).map(ThreadId)
}
