//! What is pointed at, or has the focus, lights up with its twins. An element says in `data-twin` of what it tells.

use crate::ui::browser;
use crate::ui::state::{Action, Dispatch};
use gloo_events::EventListener;
use last_thread_standing::view::twins::Twin;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, FocusEvent, MouseEvent};
use yew::prelude::*;

/// The events by which one comes to an element, and those by which one leaves it.
const EVENTS: [&str; 4] = ["pointerover", "focusin", "pointerout", "focusout"];

/// One listener for the page: there may be hundreds of rows that tell of something.
#[hook]
pub fn use_twins(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let last = Rc::new(RefCell::new(None));
        let listeners = browser::window().map(|window| {
            EVENTS.map(|name| {
                let (dispatch, last) = (dispatch.clone(), Rc::clone(&last));
                EventListener::new(&window, name, move |event| {
                    let twin = reached(event).and_then(|element| element.get_attribute("data-twin"));
                    if *last.borrow() != twin {
                        dispatch.dispatch(Action::Light(twin.as_deref().and_then(Twin::from_text)));
                        *last.borrow_mut() = twin;
                    }
                })
            })
        });
        move || drop(listeners)
    });
}

/// The element with twins to which the event leads, if any.
fn reached(event: &Event) -> Option<Element> {
    let target: Option<EventTarget> = match event.type_().as_str() {
        "pointerout" => event.dyn_ref::<MouseEvent>()?.related_target(),
        "focusout" => event.dyn_ref::<FocusEvent>()?.related_target(),
        _ => event.target(),
    };
    target?.dyn_into::<Element>().ok()?.closest("[data-twin]").ok()?
}
