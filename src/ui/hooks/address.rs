//! What the fragment of the address opens.

use crate::ui::browser;
use crate::ui::state::{Action, Dispatch};
use gloo_events::EventListener;
use last_thread_standing::share::{self, Link};
use yew::prelude::*;

/// Opens a fragment that is not empty. The error is a sentence for the person.
pub fn open_fragment(fragment: &str) -> Result<Link, String> {
    match share::decode(fragment) {
        Ok(link) => Ok(link.unwrap_or_default()),
        Err(error) => Err(error.to_string()),
    }
}

/// Follows the address when the person changes it or goes back.
#[hook]
pub fn use_address(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listener = browser::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                let fragment = browser::fragment();
                if fragment.is_empty() {
                    return;
                }
                match open_fragment(&fragment) {
                    Ok(link) => dispatch.dispatch(Action::Open { link, fragment, now_ms: browser::now_ms() }),
                    Err(sentence) => dispatch.dispatch(Action::Notice(Some(sentence))),
                }
            })
        });
        move || drop(listener)
    });
}
