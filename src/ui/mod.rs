//! The page: Yew components and hooks. With `main.rs` the only place that names the browser.

use yew::prelude::*;

/// The whole page.
#[component]
pub fn Page() -> Html {
    html! { <h1>{ "Last Thread Standing" }</h1> }
}
