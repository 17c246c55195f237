//! The page: Yew components and hooks. With `main.rs` the only place that names the browser.

mod browser;
mod components;
mod editor;
mod engine;
mod exploring;
mod files;
mod history;
mod hooks;
mod page;
mod reading;
mod scheduling;
mod shared;
mod state;

pub use page::Page;
