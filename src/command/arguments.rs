//! The arguments of the command line.

use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::settings::PolicyKind;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;

pub const HELP: &str = "\
Which Python threads are still standing when the interpreter exits? A simulated CPython answers.

  last-thread-standing run FILE.py [SETTINGS] [--json]   run a program in virtual time, as python3 would
  last-thread-standing explore FILE.py [SETTINGS] [--max-states N] [--json]   every schedule, and all its outcomes
  last-thread-standing explore FILE.py [SETTINGS] --force N   print a program that ends in the N-th of them on any CPython
  last-thread-standing link FILE.py [SETTINGS]           print the link of a program, from its # on
  last-thread-standing open LINK                         print the program of a link

SETTINGS, over those in the file's last line (`# settings: …`):
  --python 3.8 … 3.15                   default 3.14
  --runtime gil | free-threaded         default gil
  --stdout terminal | pipe | unbuffered default terminal
  --policy typical | round-robin | random   which thread goes next; default typical
  --seed N                              for the random policy, and chooses it
  --schedule S                          replay a recorded schedule
  --ctrl-c T                            press Ctrl-C at that time in seconds; may be given again
  --interactive T                       a session whose prompt is closed at that time
  --input LINE                          type a line at input(); may be given again; without it, what is piped in is typed
  --race-window T                       for explore: sleepers this close together may overtake one another
  --max-operations N                    for run: how far it goes; default 200000000, where
                                        a loop over a range has rounds left 500000000
  --max-states N                        for explore: how far it goes; default 200000
  --force N                             for explore: outcome N as a program that always ends so

FILE.py may be - for standard input. The exit status is the simulated program's; 2: it cannot be run; 124: it never
exits, or was still running when a limit was reached.
";

/// What is to be done.
#[derive(Debug)]
pub enum Command {
    Help,
    Version,
    Run(Options),
    Link(Options),
    Open(String),
    Explore(Options),
}

/// A file and what is said about it.
#[derive(Debug, Default)]
pub struct Options {
    pub file: OsString,
    pub json: bool,
    /// Keys and values in their order.
    settings: Vec<(String, String)>,
    ctrl_c: Vec<String>,
    input: Vec<String>,
    schedule: Option<String>,
    /// How many operations a run may take.
    pub max_operations: Option<u64>,
    /// How many states an exploration may meet.
    pub max_states: Option<usize>,
    /// The outcome, from 1, that a program is to be forced into.
    pub force: Option<usize>,
}

impl Options {
    /// Sets what was given on the command line over what the file says.
    pub fn apply_to(&self, scenario: &mut Scenario) -> Result<(), String> {
        let settings = &mut scenario.settings;
        if !self.ctrl_c.is_empty() {
            settings.set("ctrl-c", &self.ctrl_c.join(",")).map_err(|error| error.to_string())?;
        }
        if !self.input.is_empty() {
            settings.machine.input_lines = self.input.clone();
        }
        if let Some(schedule) = &self.schedule {
            settings.policy = PolicyKind::Replay { schedule: schedule.clone(), engine: String::new() };
        }
        // A policy that was named outlasts a seed that was given too.
        let (seeds, others): (Vec<_>, Vec<_>) = self.settings.iter().partition(|(key, _)| key == "seed");
        for (key, value) in seeds.into_iter().chain(others) {
            settings.set(key, value).map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

/// Reads the arguments; the error is a sentence.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut parser = Parser::from_args(arguments);
    let command = match next(&mut parser)? {
        None => return Ok(Command::Help),
        Some(Arg::Long("help") | Arg::Short('h')) => return Ok(Command::Help),
        Some(Arg::Long("version") | Arg::Short('V')) => return Ok(Command::Version),
        Some(Arg::Value(value)) => value.to_string_lossy().into_owned(),
        Some(other) => return Err(sentence(other.unexpected())),
    };
    match command.as_str() {
        "help" => Ok(Command::Help),
        "run" => Ok(options(parser, true)?.map_or(Command::Help, Command::Run)),
        "link" => Ok(options(parser, false)?.map_or(Command::Help, Command::Link)),
        "open" => {
            let fragment = match next(&mut parser)? {
                Some(Arg::Value(fragment)) => fragment.to_string_lossy().into_owned(),
                Some(Arg::Long("help") | Arg::Short('h')) => return Ok(Command::Help),
                _ => return Err("`open` needs one link.".to_owned()),
            };
            match next(&mut parser)? {
                None => Ok(Command::Open(fragment)),
                Some(_) => Err("`open` takes one link at a time.".to_owned()),
            }
        }
        "explore" => Ok(options(parser, true)?.map_or(Command::Help, Command::Explore)),
        other => Err(format!("There is no command `{other}`; the commands are run, explore, link and open.")),
    }
}

fn next(parser: &mut Parser) -> Result<Option<Arg<'_>>, String> {
    parser.next().map_err(sentence)
}

/// The options of `run` and `link`; none when help was asked for.
fn options(mut parser: Parser, is_run: bool) -> Result<Option<Options>, String> {
    let mut options = Options::default();
    let mut file = None;
    while let Some(argument) = next(&mut parser)? {
        let key = match argument {
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            Arg::Long("json") if is_run => {
                options.json = true;
                continue;
            }
            Arg::Long(
                key @ ("python" | "runtime" | "stdout" | "policy" | "seed" | "schedule" | "ctrl-c" | "interactive"
                | "input" | "race-window" | "max-operations" | "max-states" | "force"),
            ) => key.to_owned(),
            Arg::Value(value) if file.is_none() => {
                file = Some(value);
                continue;
            }
            Arg::Value(value) => {
                return Err(format!("One program at a time: what is `{}`?", value.to_string_lossy()));
            }
            other => return Err(sentence(other.unexpected())),
        };
        let value = parser.value().map_err(sentence)?.string().map_err(sentence)?;
        match key.as_str() {
            "ctrl-c" => options.ctrl_c.push(value),
            "input" => options.input.push(value),
            "max-operations" => {
                options.max_operations = Some(from_one(&value, "operations; give one from 1 on")? as u64);
            }
            "max-states" => {
                options.max_states = Some(from_one(&value, "states; give one from 1 on")?);
            }
            "force" => {
                options.force = Some(from_one(&value, "an outcome; they count from 1 on")?);
            }
            "schedule" => options.schedule = Some(value),
            _ => options.settings.push((key, value)),
        }
    }
    options.file = file.ok_or_else(|| "Which program? Give its file.".to_owned())?;
    Ok(Some(options))
}

/// A number from 1 on; what it is a number of, and what to give, is said of another value.
fn from_one(value: &str, what: &str) -> Result<usize, String> {
    value.parse().ok().filter(|&number| number > 0).ok_or_else(|| format!("`{value}` is no number of {what}."))
}

/// The parser's error with a capital letter and a full stop.
fn sentence(error: lexopt::Error) -> String {
    let text = error.to_string();
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", characters.as_str())
}
