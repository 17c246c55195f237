//! The clock of the playback: a frame of the browser is a step of virtual time.

use crate::ui::state::{Action, Dispatch};
use gloo_render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

type Next = Rc<RefCell<Option<AnimationFrame>>>;

#[hook]
pub fn use_playback(playing: bool, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(playing, move |&playing| {
        let next: Next = Rc::default();
        if playing {
            wait_for_frame(dispatch, None, &next);
        }
        move || drop(next.borrow_mut().take())
    });
}

fn wait_for_frame(dispatch: Dispatch, last_ms: Option<f64>, next: &Next) {
    let again = Rc::clone(next);
    let frame = request_animation_frame(move |now_ms| {
        if let Some(last_ms) = last_ms {
            dispatch.dispatch(Action::Frame { elapsed_ms: now_ms - last_ms });
        }
        wait_for_frame(dispatch, Some(now_ms), &again);
    });
    *next.borrow_mut() = Some(frame);
}
