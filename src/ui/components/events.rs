//! The table of events: equal to the timeline, in words. A page of it at a time; it follows the moment.

use crate::ui::engine::Outcome;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::view::events::{self, EventRow};
use last_thread_standing::view::twins::Twin;
use yew::prelude::*;

/// Rows on a page of the table.
const PAGE: usize = 200;

#[derive(Properties, PartialEq)]
pub struct EventsProps {
    pub dispatch: Dispatch,
    pub outcome: Shared<Outcome>,
    /// Events that have happened by the moment.
    pub happened: usize,
    /// The moment is the end of the run: then the table begins at its beginning.
    pub at_end: bool,
    pub lit: Option<Twin>,
}

#[component]
pub fn Events(props: &EventsProps) -> Html {
    let table = use_node_ref();
    // A page that the person turned to, for as long as the moment stays where it is.
    let turned = use_state_eq(|| None::<(usize, usize)>);
    let reached = if props.at_end { 0 } else { props.happened };
    let page = match *turned {
        Some((page, at)) if at == props.happened => page,
        _ => reached.saturating_sub(1) / PAGE,
    };
    use_effect_with((table.clone(), reached, page), |(table, reached, _)| {
        super::scroll::keep_in_sight(table, ".event-now", *reached);
    });
    let Some(run) = &props.outcome.run else { return Html::default() };
    let total = run.trace.events.len();
    let pages = total.div_ceil(PAGE).max(1);
    let page = page.min(pages - 1);
    let first = page * PAGE;
    let row = |(index, row): (usize, EventRow)| {
        let index = first + index;
        let at_ns = row.at_ns;
        let event = run.trace.events.get(index);
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::GoTo(at_ns)));
        let class = classes!(
            (index >= props.happened).then_some("event-later"),
            (!props.at_end && index + 1 == props.happened).then_some("event-now"),
            event
                .is_some_and(|event| props.lit.is_some_and(|lit| lit.meets(event.thread, event.line, at_ns)))
                .then_some("lit"),
        );
        let lane = event.and_then(|event| run.timeline.lanes.iter().find(|lane| lane.thread == event.thread));
        let twin = lane.and_then(|lane| Twin::at(lane, at_ns)).map(Twin::to_text);
        html! {
            <tr key={index} {class} data-twin={twin}>
                <td><button type="button" class="line-link" {onclick}>{ row.time }</button></td>
                <td>{ row.thread }</td>
                <td class="number">{ row.line }</td>
                <td>{ row.what }</td>
            </tr>
        }
    };
    let turn = |to: Option<usize>, name: &'static str| {
        let (turned, happened) = (turned.clone(), props.happened);
        let onclick = to.map(|to| Callback::from(move |_: MouseEvent| turned.set(Some((to, happened)))));
        html! { <button type="button" class="button small" disabled={to.is_none()} {onclick}>{ name }</button> }
    };
    html! { <>
        <table ref={table} class="table events-table" aria-label="Events">
            <thead>
                <tr>{ for ["Time", "Thread", "Line", "What"].iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr>
            </thead>
            <tbody>{ for events::rows(&run.trace, first, PAGE).into_iter().enumerate().map(row) }</tbody>
        </table>
        if pages > 1 {
            <div class="pager">
                { turn(page.checked_sub(1), "Earlier") }
                <span>{ format!("{} to {} of {total} events", first + 1, (first + PAGE).min(total)) }</span>
                { turn((page + 1 < pages).then_some(page + 1), "Later") }
            </div>
        }
    </> }
}
