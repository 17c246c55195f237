//! Settings as text: `runtime=free-threaded stdout=pipe`. The same keys and values stand in a scenario file's last
//! line, in links, and (with two dashes in front) on the command line.

use super::settings::{DEFAULT_RACE_WINDOW_NS, PolicyKind, Settings};
use super::time_text::{parse_time, time_text};
use crate::machine::settings::{MachineSettings, Runtime, StdoutKind};
use crate::source::order;
use std::fmt;

/// Presses of Ctrl-C in one run: more than anyone has patience for, few enough to be shown on the timeline.
pub const MAX_CTRL_C: usize = 16;

/// Lines typed at `input()` in one run.
pub const MAX_INPUT_LINES: usize = 200;

/// Every key, in the order in which settings are written.
pub const KEYS: [&str; 11] = [
    "runtime",
    "python",
    "stdout",
    "interactive",
    "ctrl-c",
    "input",
    "policy",
    "seed",
    "schedule",
    "engine",
    "race-window",
];

/// Characters of the version of an engine: no version is longer.
const LONGEST_VERSION: usize = 32;

/// Why a setting was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsError {
    NoEqualsSign(String),
    UnknownKey(String),
    BadValue { key: &'static str, value: String, expected: String },
}

impl fmt::Display for SettingsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoEqualsSign(word) => {
                write!(formatter, "`{word}` is not a setting; settings are written as key=value.")
            }
            Self::UnknownKey(key) => {
                write!(formatter, "There is no setting `{key}`; the settings are {}.", KEYS.join(", "))
            }
            Self::BadValue { key, value, expected } => {
                write!(formatter, "`{value}` is not a value of the setting `{key}`; {expected}.")
            }
        }
    }
}

impl std::error::Error for SettingsError {}

impl Settings {
    /// Sets one setting from its text, as in `python` and `3.11`.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), SettingsError> {
        let Some(key) = KEYS.into_iter().find(|known| *known == key) else {
            return Err(SettingsError::UnknownKey(key.to_owned()));
        };
        let bad = |expected: String| SettingsError::BadValue { key, value: value.to_owned(), expected };
        let choices = |choices: &str| bad(format!("it is one of {choices}"));
        let time = |text: &str| parse_time(text).map_err(bad);
        match key {
            "runtime" => {
                self.machine.runtime = match value {
                    "gil" => Runtime::Gil,
                    "free-threaded" => Runtime::FreeThreaded,
                    _ => return Err(choices("gil, free-threaded")),
                }
            }
            "python" => {
                self.machine.python = value.parse().map_err(|_| choices("3.8 to 3.15"))?;
            }
            "stdout" => {
                self.machine.stdout = match value {
                    "terminal" => StdoutKind::Terminal,
                    "pipe" => StdoutKind::Pipe,
                    "unbuffered" => StdoutKind::Unbuffered,
                    _ => return Err(choices("terminal, pipe, unbuffered")),
                }
            }
            "interactive" => self.machine.interactive_until_ns = Some(time(value)?),
            "ctrl-c" => {
                let mut times = value.split(',').map(time).collect::<Result<Vec<u64>, _>>()?;
                order::sort(&mut times);
                if times.len() > MAX_CTRL_C {
                    return Err(bad(format!("Ctrl-C can be pressed up to {MAX_CTRL_C} times")));
                }
                self.machine.ctrl_c_ns = times;
            }
            "input" => {
                let lines = value.split(',').map(decode).collect::<Option<Vec<String>>>();
                let lines = lines.ok_or_else(|| bad("after % come two hexadecimal digits".to_owned()))?;
                if lines.len() > MAX_INPUT_LINES {
                    return Err(bad(format!("up to {MAX_INPUT_LINES} lines can be typed")));
                }
                self.machine.input_lines = lines;
            }
            "policy" => {
                self.policy = match (value, &self.policy) {
                    ("typical", _) => PolicyKind::Typical,
                    ("round-robin", _) => PolicyKind::RoundRobin,
                    ("random", PolicyKind::Random { seed }) => PolicyKind::Random { seed: *seed },
                    ("random", _) => PolicyKind::Random { seed: 0 },
                    _ => return Err(choices("typical, round-robin, random")),
                }
            }
            "seed" => {
                let seed = value.parse().map_err(|_| bad("it is a whole number from 0".to_owned()))?;
                self.policy = PolicyKind::Random { seed };
            }
            "schedule" => {
                let schedule = decode(value).ok_or_else(|| bad("after % come two hexadecimal digits".to_owned()))?;
                self.policy = PolicyKind::Replay { schedule, engine: String::new() };
            }
            "engine" => {
                let is_version = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
                if value.len() > LONGEST_VERSION || !value.chars().all(is_version) {
                    return Err(bad("it is a version, as in 0.1.0".to_owned()));
                }
                match &mut self.policy {
                    PolicyKind::Replay { engine, .. } => value.clone_into(engine),
                    _ => return Err(bad("it stands behind the schedule that was recorded by it".to_owned())),
                }
            }
            _ => self.race_window_ns = time(value)?,
        }
        Ok(())
    }

    /// Reads `key=value` words separated by spaces, on top of the settings as they are. Words that are refused change
    /// nothing; each gives its error.
    pub fn apply_text(&mut self, text: &str) -> Vec<SettingsError> {
        let mut errors = Vec::new();
        for word in text.split_ascii_whitespace() {
            let result = match word.split_once('=') {
                Some((key, value)) => self.set(key, value),
                None => Err(SettingsError::NoEqualsSign(word.to_owned())),
            };
            errors.extend(result.err());
        }
        errors
    }

    /// What differs from the defaults, as `key=value` words; empty when nothing does.
    pub fn to_text(&self) -> String {
        let Settings { machine, policy, race_window_ns } = self;
        let MachineSettings { runtime, python, stdout, interactive_until_ns, ctrl_c_ns, input_lines } = machine;
        let mut words = Vec::new();
        let mut word = |key: &str, value: String| words.push(format!("{key}={value}"));
        match runtime {
            Runtime::Gil => {}
            Runtime::FreeThreaded => word("runtime", "free-threaded".to_owned()),
        }
        if *python != Default::default() {
            word("python", python.to_string());
        }
        match stdout {
            StdoutKind::Terminal => {}
            StdoutKind::Pipe => word("stdout", "pipe".to_owned()),
            StdoutKind::Unbuffered => word("stdout", "unbuffered".to_owned()),
        }
        if let Some(until_ns) = interactive_until_ns {
            word("interactive", time_text(*until_ns));
        }
        if !ctrl_c_ns.is_empty() {
            word("ctrl-c", ctrl_c_ns.iter().map(|at_ns| time_text(*at_ns)).collect::<Vec<_>>().join(","));
        }
        if !input_lines.is_empty() {
            word("input", input_lines.iter().map(|line| encode(line)).collect::<Vec<_>>().join(","));
        }
        match policy {
            PolicyKind::Typical => {}
            PolicyKind::RoundRobin => word("policy", "round-robin".to_owned()),
            PolicyKind::Random { seed } => word("seed", seed.to_string()),
            PolicyKind::Replay { schedule, engine } => {
                word("schedule", encode(schedule));
                if !engine.is_empty() {
                    word("engine", engine.clone());
                }
            }
        }
        if *race_window_ns != DEFAULT_RACE_WINDOW_NS {
            word("race-window", time_text(*race_window_ns));
        }
        words.join(" ")
    }
}

/// `%xx` for what would end a value or a line, and for what is not visible.
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for character in text.chars() {
        if matches!(character, ' ' | ',' | '%') || character.is_control() || character.is_whitespace() {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                encoded.push_str(&format!("%{byte:02x}"));
            }
        } else {
            encoded.push(character);
        }
    }
    encoded
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            bytes.push((digit(rest.next())? * 16 + digit(rest.next())?) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Settings {
        let mut settings = Settings::default();
        assert_eq!(settings.apply_text(text), []);
        settings
    }

    #[test]
    fn defaults_are_no_text_and_no_text_is_the_defaults() {
        assert_eq!(Settings::default().to_text(), "");
        assert_eq!(read(""), Settings::default());
    }

    #[test]
    fn every_setting_comes_back_as_it_was_written() {
        for text in [
            "runtime=free-threaded",
            "python=3.8",
            "stdout=pipe",
            "stdout=unbuffered",
            "interactive=12.5",
            "ctrl-c=0.25,3",
            "input=hello%20there,,bye%2c%25",
            "policy=round-robin",
            "seed=18446744073709551615",
            "schedule=1:0*3.1",
            "schedule=1t0.1+3 engine=0.1.0",
            "race-window=0.005",
            "runtime=free-threaded python=3.12 stdout=pipe interactive=1 ctrl-c=2 input=x seed=7 race-window=0",
        ] {
            assert_eq!(read(text).to_text(), text);
        }
    }

    #[test]
    fn the_seed_may_stand_on_either_side_of_the_policy() {
        assert_eq!(read("policy=random seed=4").policy, PolicyKind::Random { seed: 4 });
        assert_eq!(read("seed=4 policy=random").policy, PolicyKind::Random { seed: 4 });
    }

    #[test]
    fn what_is_refused_is_said_in_a_sentence_and_changes_nothing() {
        let mut settings = Settings::default();
        let errors = settings.apply_text("colour=red stdout python=2.7 ctrl-c=soon input=%zz seed=-1 stdout=printer");
        let sentences: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(
            sentences,
            [
                "There is no setting `colour`; the settings are runtime, python, stdout, interactive, ctrl-c, input, \
                 policy, seed, schedule, engine, race-window.",
                "`stdout` is not a setting; settings are written as key=value.",
                "`2.7` is not a value of the setting `python`; it is one of 3.8 to 3.15.",
                "`soon` is not a value of the setting `ctrl-c`; it is a time in seconds, as 2.5.",
                "`%zz` is not a value of the setting `input`; after % come two hexadecimal digits.",
                "`-1` is not a value of the setting `seed`; it is a whole number from 0.",
                "`printer` is not a value of the setting `stdout`; it is one of terminal, pipe, unbuffered.",
            ]
        );
        assert_eq!(settings, Settings::default());
    }
}
