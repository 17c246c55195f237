//! Which of the threads that can go on goes next.
//!
//! A policy sees thread numbers and times, nothing of the machine's inside. What it chose is written down as a
//! [`recording::Schedule`], with which [`replay::Replay`] gives the same run again.

pub mod policy;
pub mod random;
pub mod recording;
pub mod replay;
pub mod round_robin;
pub mod turn;
pub mod typical;

pub use policy::{Choice, Policy};
