//! Reading a program.

use super::arguments::Options;
use super::report;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::file::SETTINGS_MARK;
use std::ffi::OsStr;
use std::io::Read;

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
    Ok(Input { file, scenario })
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
