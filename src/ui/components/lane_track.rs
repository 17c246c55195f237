//! One lane's thread, drawn.

use super::handles::Handles;
use super::timeline::Hover;
use crate::ui::engine::Outcome;
use crate::ui::reading::Reading;
use crate::ui::shared::Shared;
use crate::ui::state::Dispatch;
use last_thread_standing::view::lane::StretchKind;
use last_thread_standing::view::path::{self, Ghost, LANE_HEIGHT_PX, LaneDrawing, THREAD_Y};
use last_thread_standing::view::window::Window;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct LaneTrackProps {
    pub dispatch: Dispatch,
    /// The text of which the run is.
    pub reading: Shared<Reading>,
    pub hold: Callback<bool>,
    pub point: Callback<Option<Hover>>,
    pub outcome: Shared<Outcome>,
    pub index: usize,
    pub window: Window,
}

/// Drawn anew only when the run or the window changes, not while the moment moves.
#[component]
pub fn LaneTrack(props: &LaneTrackProps) -> Html {
    let Some(run) = &props.outcome.run else { return Html::default() };
    let Some(lane) = run.timeline.lanes.get(props.index) else { return Html::default() };
    let drawing = path::lane(&run.trace, &run.timeline, lane, &props.window);
    let kind = if lane.daemon { "thread-daemon" } else { "thread-regular" };
    let width = props.window.width_px;
    let (dispatch, reading, hold, point) = (&props.dispatch, &props.reading, &props.hold, &props.point);
    let handles = Handles { dispatch, reading, lane, index: props.index, window: props.window, hold, point };
    html! { <div class="lane-drawing">
        <svg class={classes!("thread", kind)} width={width.to_string()} height={LANE_HEIGHT_PX.to_string()}
            aria-hidden="true">
            { ghost(drawing.ghost.as_ref(), width) }
            { strands(&drawing, lane.daemon) }
            { for drawing.labels.iter().map(|label| {
                let class = match label.kind {
                    StretchKind::Sleeping => "label label-sleeping",
                    _ => "label",
                };
                // Words hang under a slack thread's pins and stand over a tied one.
                html! { <text {class} x={format!("{:.1}", label.x)} y={(THREAD_Y - 12.0).to_string()}>{ label.text.clone() }</text> }
            }) }
            if let Some(x) = drawing.never_started {
                <circle class="spool" cx={format!("{x:.1}")} cy={THREAD_Y.to_string()} r="5" />
                <circle class="spool" cx={format!("{x:.1}")} cy={THREAD_Y.to_string()} r="1.5" />
                <text class="label label-start" x={format!("{:.1}", x + 12.0)} y={(THREAD_Y + 4.0).to_string()}>{ "never started" }</text>
            }
        </svg>
        { handles.draw() }
    </div> }
}

fn strands(drawing: &LaneDrawing, daemon: bool) -> Html {
    let strand = |class: &'static str, d: &str| {
        if d.is_empty() {
            Html::default()
        } else {
            html! { <path {class} d={d.to_owned()} /> }
        }
    };
    html! { <>
        { strand("goes-on", &drawing.goes_on) }
        { strand("sleeping", &drawing.sleeping) }
        { strand("waiting", &drawing.waiting) }
        { strand("hatches", &drawing.hatches) }
        { strand("ready", &drawing.ready) }
        { strand("dense", &drawing.dense) }
        { strand("running", &drawing.running) }
        // A regular thread is twisted of strands; a daemon is two thin ones with nothing between them.
        { strand(if daemon { "running-gap" } else { "running-twist" }, &drawing.running) }
        { strand("knots", &drawing.knots) }
        { strand("pins", &drawing.pins) }
        { strand(if drawing.raised { "end end-raised" } else { "end" }, &drawing.end) }
        { strand("ticks", &drawing.stdout_ticks) }
        { strand("ticks ticks-stderr", &drawing.stderr_ticks) }
    </> }
}

/// What lies behind the cut: the loose end, faint, and in words what was lost.
fn ghost(ghost: Option<&Ghost>, width: f64) -> Html {
    let Some(ghost) = ghost else { return Html::default() };
    let visible = (-20.0..width + 20.0).contains(&ghost.cut_x);
    let (x, class, words) = ghost.words(width);
    html! { <>
        <path class="ghost" d={ghost.thread.clone()} />
        <path class="fray" d={ghost.fray.clone()} />
        if visible {
            <text {class} x={format!("{x:.1}")} y={(THREAD_Y + 22.0).to_string()}>{ words }</text>
        }
    </> }
}
