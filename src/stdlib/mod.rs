//! The modelled library: functions in Rust, registered with the machine, and modules in Python that use them.
//!
//! Where a library function has to call back into the program (a key function, a `__repr__`), it is written in Python in
//! `python/`, so that a thread can be stopped in the middle of it like anywhere else. Frames of these files are not
//! shown to the user, and no thread is preempted in them: between two waits they are one action, as CPython's own C code
//! under the GIL is.

mod builder;
mod builtins;
mod calendar;
mod digests;
mod frames;
pub mod imports;
mod intrinsics;
mod io;
mod loading;
mod locks;
mod math;
mod math_arguments;
pub mod modules;
mod random;
mod signals;
mod streams;
mod system;
mod template;
mod time;
mod types;
mod unmodelled;

pub use template::{LoadError, Preparation, load, template};
