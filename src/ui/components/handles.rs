//! The ends of sleeps and of waits with a time-out: dragged or moved by the arrow keys they set the number in the text.

use super::timeline::Hover;
use crate::ui::browser;
use crate::ui::history::ChangeSource;
use crate::ui::reading::Reading;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::source::edit::number;
use last_thread_standing::source::knobs::{Knob, knob_of_wait};
use last_thread_standing::view::detail::{self, Piece};
use last_thread_standing::view::lane::{Lane, Stretch};
use last_thread_standing::view::twins::Twin;
use last_thread_standing::view::window::{Window, round_step};
use web_sys::Element;
use yew::prelude::*;

/// Handles of a lane, at most.
const MOST_HANDLES: usize = 24;
/// A stretch that is narrower has no room for one.
const NARROWEST_PX: f64 = 26.0;
/// A drag moves by steps of about so many pixels.
const STEP_PX: f64 = 4.0;
const SECOND_NS: f64 = 1e9;

/// What the handles of a lane need.
pub struct Handles<'a> {
    pub dispatch: &'a Dispatch,
    pub reading: &'a Shared<Reading>,
    pub lane: &'a Lane,
    pub index: usize,
    pub window: Window,
    /// Keeps the picture still while the end of a stretch is dragged.
    pub hold: &'a Callback<bool>,
    /// Tells of the stretch whose end has the focus.
    pub point: &'a Callback<Option<Hover>>,
}

impl Handles<'_> {
    pub fn draw(&self) -> Html {
        let mut seen: Vec<(&Knob, u64)> = Vec::new();
        let mut drawn = Vec::new();
        for piece in detail::pieces(self.lane, &self.window) {
            let Piece::Stretch { stretch, from_x, to_x } = piece else { continue };
            let Some(until_ns) = stretch.until_ns.filter(|_| drawn.len() < MOST_HANDLES) else { continue };
            let length_s = until_ns.saturating_sub(stretch.from_ns) as f64 / SECOND_NS;
            let Some(knob) = knob_of_wait(&self.reading.bodies, stretch.line, length_s) else { continue };
            let rounds = seen.iter().filter(|(other, _)| other.span == knob.span).count() as u64;
            seen.push((knob, stretch.from_ns));
            // A wait that ended early, because what it waited for came, has no end to take hold of.
            let x = self.window.x(until_ns).min(self.window.width_px - 4.0);
            if to_x - from_x >= NARROWEST_PX && x > from_x {
                drawn.push(self.handle(knob, stretch, rounds, x));
            }
        }
        drawn.into_iter().collect()
    }

    /// The end of the stretch that is the one after `rounds` others of the same number.
    fn handle(&self, knob: &Knob, stretch: &Stretch, rounds: u64, x: f64) -> Html {
        let set = {
            let (dispatch, reading, knob) = (self.dispatch.clone(), self.reading.clone(), knob.clone());
            move |value: f64, source: ChangeSource| {
                let scenario = reading.edited(&[number::set_number(&reading.scenario.text, &knob, value)]);
                dispatch.dispatch(Action::Change { scenario, source, now_ms: browser::now_ms() });
            }
        };
        let on_move = {
            let (window, set, from_ns, value) = (self.window, set.clone(), stretch.from_ns, knob.value);
            let label = knob.label.clone();
            Callback::from(move |event: PointerEvent| {
                let Some(handle) = event.target_dyn_into::<Element>().filter(|_| event.buttons() & 1 == 1) else {
                    return;
                };
                event.stop_propagation();
                let Some(track) = handle.parent_element() else { return };
                let x = f64::from(event.client_x()) - track.get_bounding_client_rect().left();
                // All rounds grow together, so this end moves by as many times as there are rounds up to it.
                let base_ns = from_ns as f64 - rounds as f64 * value * SECOND_NS;
                let length_ns = (window.moment_at(x) as f64 - base_ns) / (rounds + 1) as f64;
                let step_ns = round_step(window.span_ns() as f64 / window.width_px * STEP_PX) as f64;
                let value = ((length_ns / step_ns).round().max(1.0) * step_ns) / SECOND_NS;
                set(value, ChangeSource::Drag(label.clone()));
            })
        };
        let hold = |on: bool| {
            let hold = self.hold.clone();
            Callback::from(move |event: PointerEvent| {
                event.stop_propagation();
                if let Some(handle) = event.target_dyn_into::<Element>().filter(|_| on) {
                    let _ = handle.set_pointer_capture(event.pointer_id());
                }
                hold.emit(on);
            })
        };
        let on_key = {
            let (value, label) = (knob.value, knob.label.clone());
            Callback::from(move |event: KeyboardEvent| {
                let step = round_step((value * SECOND_NS / 50.0).max(1.0)) as f64 / SECOND_NS;
                let value = match event.key().as_str() {
                    "ArrowRight" | "ArrowUp" => value + step,
                    "ArrowLeft" | "ArrowDown" => (value - step).max(step),
                    _ => return,
                };
                event.prevent_default();
                set(value, ChangeSource::Control(label.clone()));
            })
        };
        let twin = Twin::at(self.lane, stretch.from_ns);
        let middle_ns = stretch.from_ns + (stretch.to_ns - stretch.from_ns) / 2;
        let hover = Hover { lane: self.index, at_ns: middle_ns, x, y: 0.0 };
        // The timeline itself tells what is under the pointer, so a handle has no `data-twin`.
        let point = |hover: Option<Hover>, twin: Option<Twin>| {
            let (dispatch, point) = (self.dispatch.clone(), self.point.clone());
            Callback::from(move |_: FocusEvent| {
                dispatch.dispatch(Action::Light(twin));
                point.emit(hover);
            })
        };
        let unit = format!("{} s", knob.value);
        html! {
            <span key={format!("{}-{rounds}", knob.line)} class="handle" role="slider"
                tabindex={if rounds == 0 { "0" } else { "-1" }}
                aria-label={format!("End of {}", knob.label)} aria-valuemin="0" aria-valuemax={(knob.value * 2.0).to_string()}
                aria-valuenow={knob.value.to_string()} aria-valuetext={unit} style={format!("left: {x:.1}px")}
                title={format!("{}: drag, or the arrow keys", knob.label)}
                onpointerdown={hold(true)} onpointermove={on_move} onpointerup={hold(false)} onpointercancel={hold(false)}
                onkeydown={on_key} onfocus={point(Some(hover), twin)} onblur={point(None, None)}></span>
        }
    }
}
