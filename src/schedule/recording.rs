//! A schedule as it is written down: every choice and every delay of a run, with a versioned text form.

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
}

/// The decisions of a run, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Schedule {
    /// Whether choices were made at every visible point (see [`super::Policy::at_visible_points`]).
    pub at_visible_points: bool,
    pub entries: Vec<Entry>,
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
                "This schedule was not written by a version that is known here; it should begin with `{VERSION}v` or `{VERSION}s`."
            ),
            Self::Character { at, found } => write!(
                formatter,
                "The schedule has `{found}` as character {}, where a number, `x`, `d` or `.` should be.",
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
        write!(formatter, "{VERSION}{}", if self.at_visible_points { 'v' } else { 's' })?;
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
        let at_visible_points = match text.get(..2) {
            Some("1v") => true,
            Some("1s") => false,
            _ => return Err(ScheduleError::Version),
        };
        let mut entries = Vec::new();
        let mut start = 2;
        for part in text[2..].split('.').filter(|_| text.len() > 2) {
            let wrong = |offset: usize| ScheduleError::Character {
                at: start + offset,
                found: part[offset..].chars().next().unwrap_or('.'),
            };
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
        Ok(Self { at_visible_points, entries })
    }
}
