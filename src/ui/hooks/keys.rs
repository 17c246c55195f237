//! The keys of the page, where no field or dialog has the keyboard.

use crate::ui::browser;
use crate::ui::state::{Action, Dialog, Dispatch};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// How much closer a key zooms, and how far it pans.
pub const ZOOM_FACTOR: f64 = 1.6;
const PAN_SHARE: f64 = 0.15;

#[hook]
pub fn use_keys(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listener = browser::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if event.default_prevented() || browser::keyboard_is_taken() {
                    return;
                }
                if let Some(action) = action_for(event) {
                    event.prevent_default();
                    dispatch.dispatch(action);
                }
            })
        });
        move || drop(listener)
    });
}

fn action_for(event: &KeyboardEvent) -> Option<Action> {
    let key = event.key();
    if event.alt_key() {
        return None;
    }
    if event.ctrl_key() || event.meta_key() {
        return match key.as_str() {
            "z" => Some(Action::Undo),
            "Z" | "y" => Some(Action::Redo),
            _ => None,
        };
    }
    match key.as_str() {
        " " if browser::space_is_taken() => None,
        " " => Some(Action::TogglePlay),
        "ArrowRight" => Some(Action::StepForward),
        "ArrowLeft" => Some(Action::StepBack),
        "." => Some(Action::StepByLine { forward: true }),
        "," => Some(Action::StepByLine { forward: false }),
        "PageDown" => Some(Action::GoByNote { forward: true }),
        "PageUp" => Some(Action::GoByNote { forward: false }),
        "Home" => Some(Action::GoTo(0)),
        "End" => Some(Action::GoToEnd),
        "+" | "=" | "w" => Some(Action::ZoomBy(ZOOM_FACTOR)),
        "-" | "s" => Some(Action::ZoomBy(1.0 / ZOOM_FACTOR)),
        "a" => Some(Action::PanBy(-PAN_SHARE)),
        "d" => Some(Action::PanBy(PAN_SHARE)),
        "0" => Some(Action::SetSight(None)),
        "?" => Some(Action::ShowDialog(Some(Dialog::Help))),
        "Backspace" => Some(Action::TakeBack { all: false }),
        _ if key.len() == 1 => {
            key.parse().ok().filter(|&choice: &usize| choice > 0).map(|choice| Action::Choose(choice - 1))
        }
        _ => None,
    }
}
