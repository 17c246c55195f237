//! A schedule as it is written down: every choice and every delay of a run, with a versioned text form.

use super::turn::Turn;
use crate::machine::event::ThreadId;
use std::fmt;

/// The version that the text form begins with.
const VERSION: char = '1';
/// The most entries that a text may hold: what a run can have at the most, so that a link cannot grow without bound.
pub const MAX_ENTRIES: usize = 1_000_000;

/// One decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// This thread was chosen.
    Choose(ThreadId),
    /// The sleeper that had just gone to sleep wakes up so much late.
    DelayNs(u64),
    /// A turn was taken.
    Turn(Turn),
}

/// Where decisions are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// When a slice is over.
    #[default]
    Slices,
    /// Also after everything that other threads can see (see [`super::Policy::at_visible_points`]).
    VisiblePoints,
    /// Turn by turn, as an exploration does.
    Turns,
}

impl Mode {
    fn letter(self) -> char {
        match self {
            Mode::Slices => 's',
            Mode::VisiblePoints => 'v',
            Mode::Turns => 't',
        }
    }
}

/// The decisions of a run, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Schedule {
    pub mode: Mode,
    pub entries: Vec<Entry>,
}

impl Schedule {
    /// A schedule of turns.
    pub fn of_turns(turns: impl IntoIterator<Item = Turn>) -> Self {
        Self { mode: Mode::Turns, entries: turns.into_iter().map(Entry::Turn).collect() }
    }

    /// The turns of a schedule of turns.
    pub fn turns(&self) -> impl Iterator<Item = Turn> + '_ {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Turn(turn) => Some(*turn),
            _ => None,
        })
    }
}

/// Why a text is no schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScheduleError {
    Version,
    Character { at: usize, found: char },
    TooLong,
}

impl fmt::Display for ScheduleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version => write!(
                formatter,
                "This schedule was not written by a version that is known here; it should begin with `{VERSION}s`, `{VERSION}v` or `{VERSION}t`."
            ),
            Self::Character { at, found } => write!(
                formatter,
                "The schedule has `{found}` as character {}, where a number, `x`, `d`, `+`, `t`, `c`, `a`, `s`, `r` or `.` should be.",
                at + 1
            ),
            Self::TooLong => {
                write!(formatter, "The schedule has more than {MAX_ENTRIES} entries; that is longer than any run.")
            }
        }
    }
}

/// `1v0.1x3.d500`: version, where choices are made, then entries: a thread, a thread so many times over, a delay.
impl fmt::Display for Schedule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{VERSION}{}", self.mode.letter())?;
        let mut at = 0;
        while at < self.entries.len() {
            if at > 0 {
                write!(formatter, ".")?;
            }
            let entry = self.entries[at];
            let repeats = self.entries[at..].iter().take_while(|&&other| other == entry).count();
            match entry {
                Entry::Choose(thread) => write!(formatter, "{}", thread.0)?,
                Entry::DelayNs(delay_ns) => write!(formatter, "d{delay_ns}")?,
                Entry::Turn(turn) => write!(formatter, "{turn}")?,
            }
            if repeats > 1 {
                write!(formatter, "x{repeats}")?;
            }
            at += repeats;
        }
        Ok(())
    }
}

impl std::str::FromStr for Schedule {
    type Err = ScheduleError;

    fn from_str(text: &str) -> Result<Self, ScheduleError> {
        let mode = [Mode::Slices, Mode::VisiblePoints, Mode::Turns]
            .into_iter()
            .find(|mode| text.strip_prefix(VERSION).is_some_and(|rest| rest.starts_with(mode.letter())));
        let Some(mode) = mode else { return Err(ScheduleError::Version) };
        let mut entries = Vec::new();
        let mut start = 2;
        for part in text[2..].split('.').filter(|_| text.len() > 2) {
            let wrong = |offset: usize| ScheduleError::Character {
                at: start + offset,
                found: part[offset..].chars().next().unwrap_or('.'),
            };
            if mode == Mode::Turns {
                let (turn, repeats) = part.split_once('x').unwrap_or((part, "1"));
                let repeats = repeats.parse::<u64>().ok().filter(|&repeats| repeats > 0);
                let is_known = |c: &char| c.is_ascii_digit() || "+tcasrx".contains(*c);
                let bad_at = part.char_indices().find(|(_, c)| !is_known(c)).map_or(0, |(at, _)| at);
                let (Some(turn), Some(repeats)) = (Turn::parse(turn), repeats) else { return Err(wrong(bad_at)) };
                if entries.len() as u64 + repeats > MAX_ENTRIES as u64 {
                    return Err(ScheduleError::TooLong);
                }
                entries.extend(std::iter::repeat_n(Entry::Turn(turn), repeats as usize));
                start += part.len() + 1;
                continue;
            }
            let (is_delay, rest) = match part.strip_prefix('d') {
                Some(rest) => (true, rest),
                None => (false, part),
            };
            let (number, repeats) = rest.split_once('x').unwrap_or((rest, "1"));
            let parse = |digits: &str| {
                let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                is_number.then(|| digits.parse::<u64>().ok()).flatten()
            };
            let bad_at = part
                .char_indices()
                .find(|(_, c)| !c.is_ascii_digit() && *c != 'x' && *c != 'd')
                .map_or(0, |(at, _)| at);
            let (Some(number), Some(repeats)) = (parse(number), parse(repeats)) else { return Err(wrong(bad_at)) };
            if entries.len() as u64 + repeats > MAX_ENTRIES as u64 {
                return Err(ScheduleError::TooLong);
            }
            let entry = if is_delay {
                Entry::DelayNs(number)
            } else {
                Entry::Choose(ThreadId(u32::try_from(number).map_err(|_| wrong(0))?))
            };
            entries.extend(std::iter::repeat_n(entry, repeats as usize));
            start += part.len() + 1;
        }
        Ok(Self { mode, entries })
    }
}
