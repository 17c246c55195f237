//! Hooks: what the page does beside drawing.

mod address;
mod explorer;
mod files;
mod keys;
mod memory;
mod playback;
mod run;
mod theme;
mod twins;
mod wheel;
mod width;

pub use address::{names_scenario, open_fragment, use_address, with_gallery};
pub use explorer::{Explorer, Exploring, Forced, use_explorer};
pub use files::use_files;
pub use keys::{ZOOM_FACTOR, use_keys};
pub use memory::{recalled, remember_scenario, remembered_fragment, use_memory};
pub use playback::use_playback;
pub use run::{ByHand, slice, use_run, was_stopped_by_run};
pub use theme::use_theme;
pub use twins::use_twins;
pub use wheel::use_wheel;
pub use width::use_width;
