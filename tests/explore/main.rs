//! The explorer: its answers are complete, and every one can be shown.

mod agreement;
mod answers;
mod classics;
mod generator;
mod recorded;
mod witnesses;
