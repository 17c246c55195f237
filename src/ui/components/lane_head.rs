//! The head of a lane: the thread's name, its kind, and where it is at the moment.

use crate::ui::browser;
use crate::ui::engine::Outcome;
use crate::ui::history::ChangeSource;
use crate::ui::reading::Reading;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::machine::event::ThreadId;
use last_thread_standing::view::lane::Lane;
use last_thread_standing::view::twins::Twin;
use std::cell::RefCell;
use yew::prelude::*;

/// So much of the end of a name is always shown.
const NAME_END_CHARS: usize = 5;

#[derive(Properties, PartialEq)]
pub struct LaneHeadProps {
    pub dispatch: Dispatch,
    pub reading: Shared<Reading>,
    pub outcome: Shared<Outcome>,
    /// The picture is of an earlier text.
    pub stale: bool,
    pub index: usize,
    /// The line of the code at the moment.
    pub line: Option<u32>,
}

#[component]
pub fn LaneHead(props: &LaneHeadProps) -> Html {
    let can_flip = use_mut_ref(|| false);
    let Some(run) = &props.outcome.run else { return Html::default() };
    let Some(lane) = run.timeline.lanes.get(props.index) else { return Html::default() };
    let fate = run.verdict.threads.iter().find(|verdict| verdict.thread == lane.thread);
    let code = props.line.and_then(|line| props.outcome.line_text(line)).unwrap_or_default();
    let show_line = props.line.map(|line| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowLine(line)))
    });
    let end_at = lane.name.char_indices().nth_back(NAME_END_CHARS - 1).map_or(0, |(at, _)| at);
    let (start, end) = lane.name.split_at(end_at);
    let twin = props.line.map(|line| Twin { thread: Some(lane.thread), ..Twin::of_line(line) }.to_text());
    html! {
        <div class="lane-head">
            // The list item is called by it; in two parts it would be read as two words.
            <span class="lane-name" aria-hidden="true" title={lane.name.clone()}><span>{ start }</span><span>{ end }</span></span>
            <div class="lane-place">
                { badge(props, lane, &can_flip) }
                if let (Some(line), Some(onclick)) = (props.line, show_line) {
                    <button type="button" class="place-button" {onclick} title="Show the line in the code" data-twin={twin}>
                        <span class="visually-hidden">{ format!("{} is at line ", lane.name) }</span>
                        <span class="place-line">{ line }</span><code>{ code }</code>
                    </button>
                }
            </div>
            if let Some(fate) = fate {
                <span class="visually-hidden">{ format!("{}. {}", fate.fate.label(), fate.why) }</span>
            }
        </div>
    }
}

/// The kind of the thread; where the text has a place for the flag, a button that flips it there.
fn badge(props: &LaneHeadProps, lane: &Lane, can_flip: &RefCell<bool>) -> Html {
    let class = classes!("badge", if lane.daemon { "badge-daemon" } else { "badge-regular" });
    if lane.thread == ThreadId::MAIN {
        return html! { <span {class}>{ "main" }</span> };
    }
    // The lines of a stale picture are not those of the text. The button waits, and keeps the keyboard's place.
    let site = if props.stale { None } else { props.reading.site_of(lane.created_line) };
    let edits = site.and_then(|site| props.reading.daemon_edits(site, !lane.daemon));
    if !props.stale {
        can_flip.replace(edits.is_some());
    }
    if !*can_flip.borrow() {
        return html! { <span {class}>{ lane.kind() }</span> };
    }
    let name = format!("Make {} {}", lane.name, if lane.daemon { "regular" } else { "a daemon" });
    let (dispatch, reading, source) = (props.dispatch.clone(), props.reading.clone(), name.clone());
    let waits = edits.is_none().then_some("true");
    let onclick = Callback::from(move |_: MouseEvent| {
        let Some(edits) = &edits else { return };
        let source = ChangeSource::Control(source.clone());
        let scenario = reading.edited(edits);
        dispatch.dispatch(Action::Change { scenario, source, now_ms: browser::now_ms() });
    });
    // The word stands beside the button, which lies over it: the button is called by what it does.
    html! {
        <span {class}>
            { lane.kind() }
            <button type="button" class="badge-flip" title={name.clone()} aria-label={name} aria-disabled={waits} {onclick}></button>
        </span>
    }
}
