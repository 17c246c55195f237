//! The wheel over the timeline: with Ctrl it zooms, sideways it pans, otherwise it scrolls the page as ever.

use crate::ui::state::{Action, Dispatch, Sight};
use gloo_events::{EventListener, EventListenerOptions};
use last_thread_standing::view::window::Window;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, WheelEvent};
use yew::prelude::*;

/// How much closer a wheel step of 100 pixels zooms.
const ZOOM_FOR_100_PX: f64 = 1.35;

/// `track` gives the horizontal place of the timeline; the wheel is listened to on the timeline around it.
#[hook]
pub fn use_wheel(track: &NodeRef, window: Window, extent_ns: u64, dispatch: &Dispatch) {
    // The listener stays; what it looks at is kept up to date.
    let now = use_memo((), |()| Cell::new((window, extent_ns)));
    now.set((window, extent_ns));
    let (dispatch, now): (Dispatch, Rc<_>) = (dispatch.clone(), now);
    use_effect_with(track.clone(), move |track| {
        let track = track.cast::<Element>();
        let around = track.as_ref().and_then(|track| track.closest(".timeline").ok().flatten());
        let listener = track.zip(around).map(|(track, around)| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&around, "wheel", options, move |event| {
                let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
                let (window, extent_ns) = now.get();
                let x = f64::from(event.client_x()) - track.get_bounding_client_rect().left();
                let sideways =
                    if event.shift_key() && event.delta_x() == 0.0 { event.delta_y() } else { event.delta_x() };
                let window = if event.ctrl_key() || event.meta_key() {
                    window.zoomed(ZOOM_FOR_100_PX.powf(-event.delta_y() / 100.0), x, extent_ns)
                } else if sideways.abs() > event.delta_y().abs() || event.shift_key() {
                    window.panned(sideways, extent_ns)
                } else {
                    return;
                };
                event.prevent_default();
                dispatch.dispatch(Action::SetSight(Some(Sight { from_ns: window.from_ns, to_ns: window.to_ns })));
            })
        });
        move || drop(listener)
    });
}
