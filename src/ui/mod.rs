//! The page: Yew components and hooks. With `main.rs` the only place that names the browser.

mod background;
mod browser;
mod choices;
mod comparing;
mod components;
mod digest;
mod editor;
mod engine;
mod files;
mod history;
mod hooks;
mod opening;
mod page;
mod reading;
mod scheduling;
mod shared;
mod state;

pub use background::worker::work;
pub use opening::open;
