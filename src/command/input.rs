//! Reading a program.

use super::arguments::Options;
use super::report;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::file::SETTINGS_MARK;
use std::ffi::OsStr;
use std::io::{IsTerminal, Read};

/// What is read of the command's own standard input for a program: more than people type, little enough to keep.
const MOST_INPUT_BYTES: u64 = 1 << 20;

/// A scenario and the name under which its program runs.
pub struct Input {
    pub file: String,
    pub scenario: Scenario,
}

/// Reads the file with its settings and those of the command line. What is wrong has been said when there is none.
pub fn read(options: &Options) -> Result<Input, u8> {
    let file = match options.file.to_string_lossy() {
        standard_input if standard_input == "-" => "<stdin>".to_owned(),
        path => path.into_owned(),
    };
    let bytes = bytes_of(&options.file)
        .map_err(|error| report::refuse(&format!("can't open file '{file}': {}", reason(&error))))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let position = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = 1 + bytes.iter().take(position).filter(|byte| **byte == b'\n').count();
        let byte = bytes.get(position).copied().unwrap_or_default();
        let message = format!("(unicode error) 'utf-8' codec can't decode byte 0x{byte:02x} in position {position}");
        report::refuse(&format!("{file}:{line}:1: SyntaxError: {message}"))
    })?;
    let (mut scenario, errors) = Scenario::from_file(&text);
    if !errors.is_empty() {
        let line = 1 + text.lines().take_while(|line| !line.starts_with(SETTINGS_MARK)).count();
        for error in &errors {
            report::refuse(&format!("{file}:{line}:1: {error}"));
        }
        return Err(super::STATUS_REFUSED);
    }
    options.apply_to(&mut scenario).map_err(|sentence| report::refuse(&sentence))?;
    if scenario.settings.machine.input_lines.is_empty() && file != "<stdin>" && reads_input(&scenario.text) {
        scenario.settings.machine.input_lines = piped_lines();
    }
    Ok(Input { file, scenario })
}

/// Whether a program may ask for what is typed.
fn reads_input(text: &str) -> bool {
    text.contains("input(") || text.contains("stdin")
}

/// The lines of the standard input where that is a pipe or a file, as `python3` would read them.
fn piped_lines() -> Vec<String> {
    let standard_input = std::io::stdin();
    let mut bytes = Vec::new();
    if standard_input.is_terminal() || standard_input.take(MOST_INPUT_BYTES).read_to_end(&mut bytes).is_err() {
        return Vec::new();
    }
    String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
}

fn bytes_of(file: &OsStr) -> std::io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// As CPython words it, without the system's number in brackets.
fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}
