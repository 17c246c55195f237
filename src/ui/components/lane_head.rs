//! The head of a lane: the thread's name, its kind, and where it is at the moment.

use crate::ui::engine::Outcome;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::machine::event::ThreadId;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct LaneHeadProps {
    pub dispatch: Dispatch,
    pub outcome: Shared<Outcome>,
    pub index: usize,
    /// The line of the code at the moment.
    pub line: Option<u32>,
}

#[component]
pub fn LaneHead(props: &LaneHeadProps) -> Html {
    let Some(run) = &props.outcome.run else { return Html::default() };
    let Some(lane) = run.timeline.lanes.get(props.index) else { return Html::default() };
    let fate = run.verdict.threads.iter().find(|verdict| verdict.thread == lane.thread);
    let code = props.line.and_then(|line| props.outcome.line_text(line)).unwrap_or_default();
    let show_line = props.line.map(|line| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowLine(line)))
    });
    html! {
        <div class="lane-head">
            <div class="lane-title">
                <span class="lane-name" title={lane.name.clone()}>{ &lane.name }</span>
                { badge(props, lane.thread, lane.daemon, &lane.name) }
            </div>
            <div class="lane-place">
                if let (Some(line), Some(onclick)) = (props.line, show_line) {
                    <button type="button" class="place-button" {onclick} title="Show the line in the code"
                        aria-label={format!("{} is at line {line}: {code}", lane.name)}>
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

fn badge(_props: &LaneHeadProps, thread: ThreadId, daemon: bool, _name: &str) -> Html {
    let kind = if daemon { "daemon" } else { "regular" };
    let class = classes!("badge", if daemon { "badge-daemon" } else { "badge-regular" });
    let text = if thread == ThreadId::MAIN { "main" } else { kind };
    html! { <span {class}>{ text }</span> }
}
