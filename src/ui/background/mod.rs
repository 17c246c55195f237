//! What takes long and nobody needs at once is done in a Web Worker, so that the page answers whatever the program does:
//! every schedule explored, and how likely each outcome is. The worker runs the same program as the page.

pub mod answer;
pub mod connection;
mod estimating;
mod exploring;
mod messages;
pub mod worker;

pub use messages::{News, Report, Request};
