//! The toolbar under the timeline: play, step, scrub, speed.

use super::icon::{Icon, icon};
use super::switch::{SwitchProps, switch};
use crate::ui::state::{Action, Dispatch, PageState, Speed};
use last_thread_standing::view::clock;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

const SECOND_NS: f64 = 1e9;

pub fn playback(state: &PageState, dispatch: &Dispatch) -> Html {
    let (now_ns, end_ns) = (state.now_ns(), state.end_ns());
    let act = |action: fn() -> Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action()))
    };
    let scrub = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let slider = event.target_unchecked_into::<HtmlInputElement>();
            let at_ns = (slider.value_as_number() * SECOND_NS).round();
            let at_ns = if at_ns.is_finite() { at_ns.max(0.0) as u64 } else { end_ns };
            dispatch.dispatch(Action::GoTo(at_ns));
        })
    };
    let choose_speed = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let select = event.target_unchecked_into::<HtmlSelectElement>();
            if let Ok(index) = usize::try_from(select.selected_index())
                && let Some(&speed) = Speed::ALL.get(index)
            {
                dispatch.dispatch(Action::SetSpeed(speed));
            }
        })
    };
    let empty = end_ns == 0;
    let (play_name, play_icon) = if state.playing { ("Pause", Icon::Pause) } else { ("Play", Icon::Play) };
    let share = if empty { 0.0 } else { now_ns as f64 / end_ns as f64 * 100.0 };
    html! {
        <div class="playback" role="toolbar" aria-label="Playback">
            <button type="button" class="icon-button" aria-label="Previous line" title="Back by one line of code (,)" disabled={empty}
                onclick={act(|| Action::StepByLine { forward: false })}>{ icon(Icon::LineBack) }</button>
            <button type="button" class="icon-button" aria-label="Step back" title="Step back (←)" disabled={empty}
                onclick={act(|| Action::StepBack)}>{ icon(Icon::StepBack) }</button>
            <button type="button" class="play-button" aria-label={play_name} title={format!("{play_name} (space)")}
                disabled={empty} onclick={act(|| Action::TogglePlay)}>{ icon(play_icon) }</button>
            <button type="button" class="icon-button" aria-label="Step forward" title="Step forward (→)"
                disabled={empty} onclick={act(|| Action::StepForward)}>{ icon(Icon::StepForward) }</button>
            <button type="button" class="icon-button" aria-label="Next line" title="Forward by one line of code (.)" disabled={empty}
                onclick={act(|| Action::StepByLine { forward: true })}>{ icon(Icon::LineForward) }</button>
            <input type="range" class="moment-slider" aria-label="Moment" min="0" step="any" disabled={empty}
                max={(end_ns as f64 / SECOND_NS).to_string()}
                value={(now_ns as f64 / SECOND_NS).to_string()}
                aria-valuetext={clock::moment(now_ns)}
                style={format!("--share: {share:.2}%")} oninput={scrub} />
            <output class="moment-readout" aria-hidden="true">{ clock::fine_moment(now_ns) }</output>
            { switch(SwitchProps {
                label: "You are the scheduler".into(),
                on: state.scheduling.is_some(),
                disabled: false,
                onturn: dispatch_to(dispatch, Action::Schedule),
                note: AttrValue::default(),
            }) }
            <label class="speed">
                <span class="speed-word" aria-hidden="true">{ "Speed" }</span>
                <select aria-label="Speed" onchange={choose_speed}>
                    { for Speed::ALL.iter().map(|speed| html! {
                        <option selected={*speed == state.speed}>{ speed.label() }</option>
                    }) }
                </select>
            </label>
        </div>
    }
}

/// What sends an action that says whether something is on.
fn dispatch_to(dispatch: &Dispatch, action: fn(bool) -> Action) -> Callback<bool> {
    let dispatch = dispatch.clone();
    Callback::from(move |on: bool| dispatch.dispatch(action(on)))
}
