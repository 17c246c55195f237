//! What came of the run, in words: console, verdict, events.

use super::console::Console;
use super::events::Events;
use super::outcomes::{KnownOutcomes, outcomes};
use super::process_state::ProcessState;
use super::tabs::Tabs;
use super::verdict::VerdictView;
use super::what_if::WhatIf;
use crate::ui::comparing::{Beside, Kept};
use crate::ui::engine::Outcome;
use crate::ui::reading::Reading;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch, ResultTab};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::settings::PolicyKind;
use last_thread_standing::schedule::recording::Schedule;
use last_thread_standing::view::events;
use last_thread_standing::view::twins::Twin;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ResultsProps {
    pub dispatch: Dispatch,
    pub reading: Shared<Reading>,
    pub outcome: Option<Shared<Outcome>>,
    pub tab: ResultTab,
    pub now_ns: u64,
    pub stale: bool,
    pub lit: Option<Twin>,
    pub known: KnownOutcomes,
    /// What stands beside the run, and the run that was kept for that.
    pub beside: Option<Beside>,
    pub kept: Option<Kept>,
}

#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let titles = ResultTab::ALL.iter().map(|tab| AttrValue::from(tab.title())).collect::<Vec<_>>();
    let chosen = ResultTab::ALL.iter().position(|tab| *tab == props.tab).unwrap_or(0);
    let onchoose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |index: usize| {
            if let Some(&tab) = ResultTab::ALL.get(index) {
                dispatch.dispatch(Action::ShowResultTab(tab));
            }
        })
    };
    html! {
        <section class={classes!("results", props.stale.then_some("stale"))} aria-label="Results">
            <h2 class="visually-hidden">{ "Results" }</h2>
            <Tabs label="Results" id="results" {titles} {chosen} {onchoose}>{ panel(props) }</Tabs>
        </section>
    }
}

/// The scenario that gives the run that is shown: in a run by hand, with the turns that were taken.
fn shown_scenario(props: &ResultsProps, outcome: &Outcome) -> Rc<Scenario> {
    let Some(standing) = &outcome.standing else { return props.reading.scenario.clone() };
    let mut scenario = (*props.reading.scenario).clone();
    let turns = standing.turns.iter().copied();
    scenario.settings.policy = PolicyKind::replay(Schedule::of_turns(turns).to_string());
    Rc::new(scenario)
}

fn panel(props: &ResultsProps) -> Html {
    if props.tab == ResultTab::AllOutcomes {
        return outcomes(&props.dispatch, &props.known);
    }
    let found = props.outcome.as_ref().and_then(|outcome| outcome.run.as_ref().map(|run| (outcome.clone(), run)));
    let Some((outcome, run)) = found else {
        return html! { <p class="hint">{ "There is nothing to show until the program runs." }</p> };
    };
    let dispatch = props.dispatch.clone();
    let now_ns = props.now_ns;
    let lit = props.lit.filter(|_| !props.stale);
    match props.tab {
        ResultTab::Console => {
            let printed = run.console.partition_point(|line| line.at_ns <= now_ns);
            html! { <Console {dispatch} {outcome} {printed} {lit} /> }
        }
        ResultTab::Verdict => html! { <VerdictView {dispatch} {outcome} {lit} answer={props.known.answer.clone()} /> },
        ResultTab::AllOutcomes => Html::default(),
        ResultTab::WhatIf => {
            html! { <WhatIf {dispatch} reading={props.reading.clone()} {outcome} stale={props.stale} beside={props.beside.clone()} kept={props.kept.clone()} /> }
        }
        ResultTab::State => {
            let happened = events::count_until(&run.trace, now_ns);
            let scenario = shown_scenario(props, &outcome);
            html! { <ProcessState {dispatch} {scenario} {outcome} {happened} stale={props.stale} /> }
        }
        ResultTab::Events => {
            let happened = events::count_until(&run.trace, now_ns);
            let at_end = now_ns >= run.timeline.end_ns;
            html! { <Events {dispatch} {outcome} {happened} {at_end} {lit} /> }
        }
    }
}
