//! The console: what was printed, when, by whom; a click goes to that moment.

use crate::ui::engine::Outcome;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::machine::event::Stream;
use last_thread_standing::view::console::{ConsoleLine, Fragment};
use last_thread_standing::view::twins::Twin;
use last_thread_standing::view::{clock, words};
use yew::prelude::*;

/// Lines that are shown at most, the latest ones: more would make each redraw slow.
const MOST_LINES: usize = 150;

/// Characters of a line that are shown at most: a line of a megabyte would stop the browser, not the page.
const LONGEST_LINE: usize = 5_000;

#[derive(Properties, PartialEq)]
pub struct ConsoleProps {
    pub dispatch: Dispatch,
    pub outcome: Shared<Outcome>,
    /// Lines printed by the moment.
    pub printed: usize,
    pub lit: Option<Twin>,
}

#[component]
pub fn Console(props: &ConsoleProps) -> Html {
    let list = use_node_ref();
    use_effect_with((list.clone(), props.printed, props.outcome.clone()), |(list, printed, _)| {
        super::scroll::keep_in_sight(list, ".console-now", *printed);
    });
    let Some(run) = &props.outcome.run else { return Html::default() };
    if run.console.is_empty() {
        return html! { <p class="hint">{ "Nothing was printed." }</p> };
    }
    let first = run.console.len().saturating_sub(MOST_LINES);
    let line = |(index, line): (usize, &ConsoleLine)| {
        let at_ns = line.at_ns;
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::GoTo(at_ns)));
        let class = classes!(
            "console-line",
            (index >= props.printed).then_some("console-later"),
            (index + 1 == props.printed).then_some("console-now"),
            line.lost.then_some("console-lost"),
            is_lit(props.lit, line).then_some("lit"),
        );
        let twin = twin_of(&props.outcome, line).map(Twin::to_text);
        let thread = line.fragments.first().map_or("", |fragment| words::thread_name(&run.trace, fragment.thread));
        html! {
            <li key={index} {class} data-twin={twin}>
                <button type="button" {onclick} title="Go to this moment">
                    <span class="console-time">{ clock::moment(at_ns) }</span>
                    <span class="console-thread">{ thread }</span>
                    <span class="console-text">{ for line.fragments.iter().map(fragment) }</span>
                    if line.lost {
                        <span class="console-note">{ "lost in the buffer" }</span>
                    }
                </button>
            </li>
        }
    };
    html! { <>
        if first > 0 {
            <p class="hint">{ format!("{first} earlier lines are not shown.") }</p>
        }
        <ol ref={list} class="console" aria-label="Output">
            { for run.console.iter().enumerate().skip(first).map(line) }
        </ol>
    </> }
}

fn fragment(fragment: &Fragment) -> Html {
    let class = match fragment.stream {
        Stream::Stdout => "stdout",
        Stream::Stderr => "stderr",
    };
    let text = words::shortened(&fragment.text, LONGEST_LINE).into_owned();
    html! { <span {class}>{ text }</span> }
}

fn is_lit(lit: Option<Twin>, line: &ConsoleLine) -> bool {
    let by = |thread| lit.is_some_and(|lit| lit.meets(thread, line.line, line.at_ns));
    line.fragments.first().is_some_and(|fragment| by(fragment.thread))
}

fn twin_of(outcome: &Outcome, line: &ConsoleLine) -> Option<Twin> {
    let thread = line.fragments.first()?.thread;
    let lane = outcome.run.as_ref()?.timeline.lanes.iter().find(|lane| lane.thread == thread)?;
    Twin::at(lane, line.at_ns)
}
