//! Says that a recorded schedule is being played, what is unusual about it, and the way back.

use crate::ui::background::answer::Answer;
use crate::ui::browser;
use crate::ui::engine::Run;
use crate::ui::state::{Action, Dispatch, PageState, ResultTab};
use last_thread_standing::scenario::settings::{ENGINE, PolicyKind};
use last_thread_standing::verdict::Exits;
use last_thread_standing::view::clock;
use last_thread_standing::view::outcomes::Rank;
use last_thread_standing::view::switches::{self, SwitchWords};
use yew::prelude::*;

/// Switches that are named.
const MOST_SWITCHES: usize = 8;

pub fn witness(state: &PageState, answer: Option<&Answer>, dispatch: &Dispatch) -> Html {
    let PolicyKind::Replay { schedule, engine } = &state.scenario.settings.policy else { return Html::default() };
    let Some(run) = state.outcome.as_ref().and_then(|outcome| outcome.run.as_ref()) else { return Html::default() };
    if state.scheduling.is_some() || state.running.is_some() {
        return Html::default();
    }
    recorded(run, schedule, engine, answer, dispatch)
}

#[inline(never)] // Comes with the later part.
fn recorded(run: &Run, schedule: &str, engine: &str, answer: Option<&Answer>, dispatch: &Dispatch) -> Html {
    let rows = answer.map(|answer| answer.outcomes.rows.as_slice()).unwrap_or_default();
    let place = rows.iter().position(|row| row.schedule == schedule);
    let what = match place {
        Some(at) => {
            let rank = if rows[at].rank == Rank::Usual { "what usually happens" } else { "not what usually happens" };
            format!("This is outcome {} of {}, {rank}.", at + 1, rows.len())
        }
        None => "This is a recorded schedule, not what usually happens.".to_owned(),
    };
    let switches = switches::switches(&run.trace);
    let now_ms = browser::now_ms();
    let back = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Watch { schedule: None, now_ms }))
    };
    html! {
        <section class={classes!("witness", run.trace.diverged.then_some("witness-diverged"))} aria-label="Witness">
            <div>
                <p><strong>{ what }</strong></p>
                if run.trace.diverged {
                    <p role="alert">{ diverged(engine) }</p>
                }
                if !switches.is_empty() {
                    <ol class="witness-switches" aria-label="Switches">
                        { for switches.iter().take(MOST_SWITCHES).map(|switch| sentence(switch, dispatch)) }
                        if switches.len() > MOST_SWITCHES {
                            <li>{ format!("and {} more", switches.len() - MOST_SWITCHES) }</li>
                        }
                    </ol>
                }
            </div>
            <button type="button" class="button small" onclick={back}>{ "Back to the usual run" }</button>
        </section>
    }
}

/// Why the engine of today gives something else.
fn diverged(engine: &str) -> String {
    let by = match engine {
        "" => "It was recorded by a version that is not known".to_owned(),
        version if version == ENGINE => {
            format!("It was recorded by this version ({ENGINE}), for another program or with other settings")
        }
        version => format!("It was recorded by version {version}, and this is {ENGINE}"),
    };
    format!("The schedule no longer fits: {by}. What is shown follows it as far as it goes.")
}

fn sentence(switch: &SwitchWords, dispatch: &Dispatch) -> Html {
    let (at_ns, dispatch) = (switch.at_ns, dispatch.clone());
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::GoTo(at_ns)));
    html! {
        <li>
            <button type="button" class="line-link" {onclick} title="Go to this moment">{ clock::moment(at_ns) }</button>
            { " " }{ &switch.sentence }
        </li>
    }
}

/// The short form beside the summary: what holds in every schedule, as a way to all outcomes; and for a run that never
/// exits the way to why.
pub fn every_schedule(run: Option<&Run>, answer: Option<&Answer>, dispatch: &Dispatch) -> Html {
    let never = run.is_some_and(|run| run.verdict.exits == Exits::Never);
    let answer = answer.filter(|answer| answer.outcomes.not_supported.is_none());
    if !never && answer.is_none() {
        // Its place is kept, so that nothing moves when it comes.
        return html! { <p class="every-schedule" aria-hidden="true">{ "\u{a0}" }</p> };
    }
    ways_on(never, answer, dispatch)
}

#[inline(never)] // Comes with the later part.
fn ways_on(never: bool, answer: Option<&Answer>, dispatch: &Dispatch) -> Html {
    let way = |tab: ResultTab, title: &'static str, words: String| {
        let dispatch = dispatch.clone();
        let show = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::ShowResultTab(tab));
            // On a phone the results are far below. The tab is chosen by then.
            browser::later(|| browser::focus("[aria-controls=results-panel][aria-selected=true]"));
        });
        html! { <button type="button" class="line-link" onclick={show} {title}>{ words }</button> }
    };
    html! {
        <p class="every-schedule">
            if never {
                { way(ResultTab::Verdict, "Who waits for whom", "Why it never exits".to_owned()) }
            }
            if let Some(answer) = answer {
                { way(ResultTab::AllOutcomes, "Show all outcomes", answer.outcomes.short_words()) }
            }
        </p>
    }
}
