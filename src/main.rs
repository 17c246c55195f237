//! On wasm this mounts the page, or works for it where there is no window; natively it is a small command line.

#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
fn main() {
    let Some(window) = web_sys::window() else { return ui::work() };
    match window.document().and_then(|document| document.get_element_by_id("page")) {
        Some(page) => yew::Renderer::<ui::Page>::with_root(page).render(),
        None => yew::Renderer::<ui::Page>::new().render(),
    };
}

#[cfg(not(target_arch = "wasm32"))]
mod command;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::main(std::env::args_os().skip(1))
}
