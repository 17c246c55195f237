//! On wasm this mounts the page; natively it is a small command line.

#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
fn main() {
    let page = web_sys::window().and_then(|window| window.document()).and_then(|it| it.get_element_by_id("page"));
    match page {
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
