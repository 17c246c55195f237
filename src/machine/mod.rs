//! One simulated CPython process: values, frames, threads, locks, files, clock, shutdown.
//!
//! A pure value: `Clone`, with a fingerprint, no I/O, no real clock, no randomness of its own. It does not choose which
//! thread goes on; that is [`crate::schedule`]'s.

mod agenda;
pub mod arguments;
mod arithmetic;
mod attribute;
mod attribute_storing;
pub mod attributes;
mod binding;
mod byte_items;
pub mod call;
mod class_building;
pub mod class_views;
pub mod classes;
pub mod clock;
pub mod collection;
mod comparison;
pub mod containers;
pub mod dict;
mod display;
mod entering;
pub mod equality;
pub mod event;
pub mod exception;
pub mod files;
pub mod finalization;
pub mod fingerprint;
pub mod footprint;
pub mod frame;
pub mod generators;
mod glance;
pub mod heap;
mod identity;
pub mod inspection;
pub mod interpret;
pub mod library;
pub mod limits;
mod mixer;
mod modules;
pub mod names;
mod natural_attributes;
pub mod object;
mod operations;
pub mod operators;
pub mod process;
mod quick_items;
pub mod random_generator;
mod reachability;
mod results;
pub mod set;
pub mod settings;
pub mod step;
pub mod streams;
pub mod subscript;
pub mod sync;
pub mod text;
pub mod thread;
pub mod threading;
pub mod threads;
mod traceback;
mod unpacking;
mod unwind;
pub mod value;
pub mod waiting;

pub use process::Machine;
