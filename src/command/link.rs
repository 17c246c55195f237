//! `link` and `open`.

use super::arguments::Options;
use super::{input, report};
use last_thread_standing::share::{self, Link};

/// Prints the link of a program from its `#` on.
pub fn link(options: &Options) -> u8 {
    let input = match input::read(options) {
        Ok(input) => input,
        Err(status) => return status,
    };
    match share::encode(&Link { scenario: input.scenario, ..Link::default() }) {
        Ok(fragment) => super::print(&format!("#{fragment}\n")),
        Err(_) => report::refuse(&format!("{} is too long for a link.", input.file)),
    }
}

/// Prints the program of a link, with its settings as the last line. A whole address will do.
pub fn open(address: &str) -> u8 {
    let fragment = address.split_once('#').map_or(address, |(_, fragment)| fragment);
    match share::decode(fragment) {
        Ok(Some(link)) => super::print(&link.scenario.to_file()),
        Ok(None) => report::refuse("This link is empty."),
        Err(error) => report::refuse(&error.to_string()),
    }
}
