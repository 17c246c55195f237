//! What the fragment of the address opens.

use crate::ui::state::{Action, Dispatch};
use crate::ui::{browser, files};
use gloo_events::EventListener;
use last_thread_standing::scenario::gallery;
use last_thread_standing::share::{self, Link};
use yew::prelude::*;

/// Opens a fragment that is not empty. The error is a sentence for the person.
pub fn open_fragment(fragment: &str) -> Result<Link, String> {
    match share::decode(fragment) {
        Ok(link) => Ok(link.unwrap_or_default()),
        Err(error) => Err(error.to_string()),
    }
}

/// What the page calls the file with the scenarios of the gallery.
const GALLERY_FILE: &str = "gallery";

/// Goes on when the scenarios of the gallery are here. As long as they do not come the page says so.
pub fn with_gallery(then: impl FnOnce() + 'static) {
    let address = browser::file_address(GALLERY_FILE).filter(|_| !gallery::is_here());
    let Some(address) = address else { return then() };
    files::fetch_text(&address, move |file| {
        gallery::bring(file);
        then();
    });
}

/// Whether a fragment names a scenario of the gallery.
pub fn names_scenario(fragment: &str) -> bool {
    fragment.starts_with('/')
}

/// Opens what the fragment of the address says now.
fn follow(dispatch: &Dispatch) {
    let fragment = browser::fragment();
    match open_fragment(&fragment) {
        Ok(link) => dispatch.dispatch(Action::Open { link, fragment, now_ms: browser::now_ms() }),
        Err(sentence) => dispatch.dispatch(Action::Notice(Some(sentence))),
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
                let dispatch = dispatch.clone();
                if names_scenario(&fragment) {
                    with_gallery(move || follow(&dispatch));
                } else if !fragment.is_empty() {
                    follow(&dispatch);
                }
            })
        });
        move || drop(listener)
    });
}
