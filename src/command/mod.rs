//! The command line: it runs a program as `python3` would, and makes and opens links.
//!
//! Standard output is the simulated program's, standard error too; what the command itself has to say stands on
//! standard error in lines that begin with its name.

mod arguments;
mod explore;
mod input;
mod json;
mod link;
mod report;
mod run;

use arguments::Command;
use std::ffi::OsString;
use std::process::ExitCode;

/// In front of every line that is the command's own.
const NAME: &str = "last-thread-standing";

/// Wrong usage, a file that cannot be read, a program that cannot be run: as `python3` has it for its own options.
const STATUS_REFUSED: u8 = 2;

/// It never exits, or was given up: as `timeout` has it.
const STATUS_NEVER: u8 = 124;

/// Does what the arguments (without the program's name) ask for.
pub fn main(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let status = match arguments::parse(arguments) {
        Ok(Command::Help) => print(arguments::HELP),
        Ok(Command::Version) => print(concat!("last-thread-standing ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Run(options)) => run::run(&options),
        Ok(Command::Link(options)) => link::link(&options),
        Ok(Command::Open(fragment)) => link::open(&fragment),
        Ok(Command::Explore(options)) => explore::explore(&options),
        Err(sentence) => report::refuse(&format!("{sentence} Try `{NAME} --help`.")),
    };
    ExitCode::from(status)
}

/// What was asked for, on standard output.
fn print(text: &str) -> u8 {
    report::write_stdout(text.as_bytes());
    0
}
