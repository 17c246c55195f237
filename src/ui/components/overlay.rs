//! What goes through all lanes: arrows between threads, the moment, the line of the exit.

use crate::ui::engine::Outcome;
use crate::ui::shared::Shared;
use last_thread_standing::view::path::{self, ArrowDrawing, THREAD_Y};
use last_thread_standing::view::timeline::{Finish, LinkKind};
use last_thread_standing::view::twins::Twin;
use last_thread_standing::view::window::Window;
use yew::prelude::*;

/// More arrows than these are drawn faintly.
const MANY_ARROWS: usize = 24;

#[derive(Properties, PartialEq)]
pub struct OverlayProps {
    pub outcome: Shared<Outcome>,
    pub window: Window,
    /// From one lane to the next.
    pub pitch: f64,
    pub head_px: f64,
    pub total_px: f64,
    pub now_ns: u64,
    pub lane_count: usize,
    pub lit: Option<Twin>,
}

#[component]
pub fn Overlay(props: &OverlayProps) -> Html {
    let (window, width) = (props.window, props.window.width_px);
    let arrows = {
        let (pitch, head_px, lane_count) = (props.pitch, props.head_px, props.lane_count);
        use_memo((props.outcome.clone(), window, pitch.to_bits(), lane_count), move |(outcome, window, ..)| {
            let lane_y = |index: usize| (index < lane_count).then_some(index as f64 * pitch + head_px + THREAD_Y);
            outcome.run.as_ref().map(|run| path::arrows(&run.timeline, window, lane_y)).unwrap_or_default()
        })
    };
    let Some(run) = &props.outcome.run else { return Html::default() };
    let timeline = &run.timeline;
    let now_x = window.x(props.now_ns);
    let at_end = props.now_ns >= timeline.end_ns;
    let (finish_x, finish_class) = match timeline.finish {
        Finish::Exit { at_ns, .. } => (window.x(at_ns), "exit-line"),
        Finish::Never => (window.x(timeline.end_ns), "never-line"),
        Finish::Unknown => (window.x(timeline.end_ns), "unknown-line"),
    };
    let height = props.total_px.to_string();
    let marks = props.lit.iter().flat_map(|lit| {
        timeline.lanes.iter().take(props.lane_count).enumerate().flat_map(|(index, lane)| {
            let y = index as f64 * props.pitch + props.head_px + THREAD_Y - 12.0;
            lit.marks(lane, timeline.end_ns, &window).into_iter().map(move |(from_x, to_x)| (from_x, to_x, y))
        })
    });
    html! {
        <svg class={classes!("overlay", (arrows.len() > MANY_ARROWS).then_some("overlay-busy"))} width={width.to_string()} height={height.clone()} aria-hidden="true">
            if matches!(timeline.finish, Finish::Exit { .. }) && finish_x < width {
                <rect class="beyond" x={format!("{:.1}", finish_x.max(0.0))} y="0" height={height.clone()}
                    width={format!("{:.1}", (width - finish_x.max(0.0)).max(0.0))} />
            }
            { for marks.map(|(from_x, to_x, y)| html! {
                <rect class="lit-mark" x={format!("{from_x:.1}")} y={y.to_string()} width={format!("{:.1}", to_x - from_x)} height="24" rx="3" />
            }) }
            { for arrows.iter().map(arrow) }
            if !at_end && now_x < width {
                <rect class="veil" x={format!("{:.1}", now_x.max(0.0))} y="0" height={height.clone()}
                    width={format!("{:.1}", width - now_x.max(0.0))} />
            }
            if (-2.0..=width + 2.0).contains(&finish_x) {
                <path class={finish_class} d={format!("M{finish_x:.1} 0V{height}")} />
            }
            if !at_end && (-1.0..=width + 1.0).contains(&now_x) {
                <path class="moment-line" d={format!("M{now_x:.1} 0V{height}")} />
            }
        </svg>
    }
}

fn arrow(arrow: &ArrowDrawing) -> Html {
    let class = match arrow.kind {
        LinkKind::Start => "arrow arrow-start",
        LinkKind::Join => "arrow arrow-join",
        LinkKind::HandOver => "arrow arrow-hand-over",
    };
    html! { <g {class}><path class="arrow-line" d={arrow.line.clone()} /><path class="arrow-head" d={arrow.head.clone()} /></g> }
}
