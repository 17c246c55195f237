//! Drives one machine under one policy within explicit limits, and gives a [`trace::Trace`].

pub mod trace;
