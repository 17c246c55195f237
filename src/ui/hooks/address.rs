//! What the fragment of the address opens.

use crate::ui::browser;
use crate::ui::state::{Action, Dispatch};
use gloo_events::EventListener;
use last_thread_standing::scenario::{Scenario, gallery};
use yew::prelude::*;

/// Opens a fragment: `/STEM` for a scenario of the gallery, otherwise a link. The error is a sentence for the person.
pub fn open_fragment(fragment: &str) -> Result<Scenario, String> {
    if let Some(stem) = fragment.strip_prefix('/') {
        return match gallery::find(stem) {
            Some(entry) => Ok(entry.scenario()),
            None => Err(format!("There is no scenario called “{stem}” in the gallery.")),
        };
    }
    Err("This link cannot be opened.".to_owned())
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
                    Ok(scenario) => dispatch.dispatch(Action::Open { scenario, fragment, now_ms: browser::now_ms() }),
                    Err(sentence) => dispatch.dispatch(Action::Notice(Some(sentence))),
                }
            })
        });
        move || drop(listener)
    });
}
