//! A trace as plain data in display terms: lanes, bars, edges, labels, tables. Knows no DOM.

pub mod clock;
pub mod comparison;
pub mod console;
pub mod detail;
pub mod events;
pub mod lane;
pub mod outcomes;
pub mod path;
pub mod perfetto;
pub mod picture;
pub mod prediction;
#[cfg(test)]
mod sample;
pub mod scheduler;
pub mod switches;
pub mod table;
pub mod thumbnail;
pub mod timeline;
pub mod twins;
pub mod window;
pub mod words;
