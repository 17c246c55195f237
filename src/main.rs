//! On wasm this mounts the page, or works for it where there is no window; natively it is a small command line.

#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
fn main() {
    if web_sys::window().is_some() { ui::open() } else { ui::work() }
}

#[cfg(not(target_arch = "wasm32"))]
mod command;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::main(std::env::args_os().skip(1))
}
