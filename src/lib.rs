//! Last Thread Standing: a simulated CPython that answers which threads are still standing when the interpreter exits.
//!
//! A tour, in the order in which data flows (and the only order in which a module may use another, see
//! `ARCHITECTURE.md`): [`source`] reads the text, [`program`] compiles it, [`machine`] is one simulated process,
//! [`stdlib`] the library that it offers, [`schedule`] says which thread goes next, [`run`] drives a machine to its end
//! and keeps the trace, [`explore`] goes through every schedule, [`verdict`] says what became of each thread,
//! [`scenario`] is a text with its settings, [`share`] turns it into a link, and [`view`] into plain data that a page
//! can draw.

pub mod explore;
pub mod machine;
pub mod program;
pub mod run;
pub mod scenario;
pub mod schedule;
pub mod share;
pub mod source;
pub mod stdlib;
pub mod verdict;
pub mod view;
