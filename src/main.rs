//! On wasm this mounts the page; natively it is a small command line.

#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
fn main() {
    yew::Renderer::<ui::Page>::new().render();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
