//! The components of the page.

pub mod code;
pub mod console;
pub mod events;
pub mod findings;
pub mod header;
pub mod help;
pub mod icon;
pub mod lane_head;
pub mod lane_track;
pub mod modal;
pub mod notice;
pub mod overlay;
pub mod parameters;
pub mod playback;
pub mod program;
pub mod results;
pub mod run_settings;
pub mod scenarios;
pub mod scroll;
pub mod share;
pub mod summary;
pub mod tabs;
pub mod timeline;
pub mod tooltip;
pub mod verdict;
