//! One simulated CPython process: values, frames, threads, locks, files, clock, shutdown.
//!
//! A pure value: `Clone`, with a fingerprint, no I/O, no real clock, no randomness of its own. It does not choose which
//! thread goes on; that is [`crate::schedule`]'s.

pub mod event;
pub mod random_generator;
pub mod settings;
pub mod text;
