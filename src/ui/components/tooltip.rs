//! What is under the pointer: the activity, how long, and the line of code.

use super::timeline::Hover;
use crate::ui::engine::Outcome;
use crate::ui::shared::Shared;
use last_thread_standing::view::lane::{LaneEnd, StretchKind};
use last_thread_standing::view::{clock, words};
use yew::prelude::*;

/// The width that the stylesheet gives it, to keep it inside of the picture.
const WIDTH_PX: f64 = 280.0;
const GAP_PX: f64 = 14.0;

pub struct TooltipProps {
    pub outcome: Shared<Outcome>,
    pub hover: Hover,
    pub width: f64,
    pub total_px: f64,
}

pub fn tooltip(props: &TooltipProps) -> Html {
    let Some(run) = &props.outcome.run else { return Html::default() };
    let Some(lane) = run.timeline.lanes.get(props.hover.lane) else { return Html::default() };
    let at_ns = props.hover.at_ns;
    let (what, line) = match (lane.stretch_at(at_ns), &lane.end) {
        (Some(stretch), _) => {
            let doing = match (stretch.kind, stretch.what) {
                (StretchKind::Running, _) => "Runs".to_owned(),
                (StretchKind::Ready, _) => "Ready; another thread has the interpreter".to_owned(),
                (StretchKind::Sleeping, _) => "Sleeps".to_owned(),
                (StretchKind::Waiting, what) => {
                    format!("Waits: {}", what.map(|what| words::wait(&run.trace, what)).unwrap_or_default())
                }
            };
            let length = clock::length(stretch.to_ns - stretch.from_ns);
            let text =
                format!("{doing} for {length}, {} to {}", clock::moment(stretch.from_ns), clock::moment(stretch.to_ns));
            (text, lane.line_at(at_ns).unwrap_or(stretch.line))
        }
        (None, LaneEnd::Cut { at_ns: cut_ns, unfinished }) if at_ns >= *cut_ns => {
            let mut text = format!("Cut off at {}, in {}", clock::moment(*cut_ns), unfinished.doing);
            if !unfinished.lost.is_empty() {
                text.push_str(&format!("; lost: {}", unfinished.lost.join("; ")));
            }
            (text, unfinished.line)
        }
        (None, LaneEnd::Ended { at_ns: end_ns, raised }) if at_ns >= *end_ns => {
            let how = raised.as_ref().map_or(String::new(), |message| format!(" with {message}"));
            (format!("Ended at {}{how}", clock::moment(*end_ns)), 0)
        }
        (None, LaneEnd::NeverStarted) => ("Never started".to_owned(), lane.created_line),
        (None, _) => return Html::default(),
    };
    let code = props.outcome.line_text(line).unwrap_or_default();
    let flip = props.hover.x + WIDTH_PX + GAP_PX > props.width;
    let x = if flip { props.hover.x - WIDTH_PX - GAP_PX } else { props.hover.x + GAP_PX };
    let above = props.hover.y > props.total_px / 2.0;
    let y = if above { props.hover.y - GAP_PX } else { props.hover.y + GAP_PX };
    html! {
        <div class={classes!("tooltip", above.then_some("tooltip-above"))}
            style={format!("--x: {:.0}px; --y: {y:.0}px", x.max(0.0))}>
            <strong>{ &lane.name }</strong>
            <span>{ what }</span>
            if !code.is_empty() {
                <code><span class="place-line">{ line }</span>{ code }</code>
            }
        </div>
    }
}
