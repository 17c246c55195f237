//! What if: the program with one decision turned, a row each, with its outcome beside today's.

use crate::ui::browser;
use crate::ui::engine::{Job, Outcome, Progress, Run};
use crate::ui::history::ChangeSource;
use crate::ui::reading::Reading;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use gloo_timers::callback::Timeout;
use last_thread_standing::run::Limits;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::variants::{Variant, variants};
use last_thread_standing::view::comparison::{Differences, Output, RunResult};
use last_thread_standing::view::picture::{self, Frame};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// A variant that runs away is given up sooner than the program itself: there are many of them.
const LIMITS: Limits =
    Limits { operations: 5_000_000, events: 20_000, virtual_time_ns: 365 * 24 * 3_600 * 1_000_000_000 };
/// The width for which the two pictures are drawn; the stylesheet fits them in.
const PICTURE_PX: f64 = 900.0;
/// The space behind the later end of the two.
const ROOM: f64 = 1.16;

#[derive(Properties, PartialEq)]
pub struct WhatIfProps {
    pub dispatch: Dispatch,
    pub reading: Shared<Reading>,
    pub outcome: Shared<Outcome>,
    /// The outcome is of an earlier text.
    pub stale: bool,
}

/// What was tried so far: the variants, and the outcomes of the first of them.
#[derive(Clone, Default)]
struct Trials {
    variants: Rc<[Variant]>,
    outcomes: Vec<Shared<Outcome>>,
}

impl PartialEq for Trials {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.variants, &other.variants) && self.outcomes == other.outcomes
    }
}

/// The slice that is to come; dropping it drops the trials.
type Next = Rc<RefCell<Option<Timeout>>>;

#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let trials = use_state_eq(Trials::default);
    let beside = use_state_eq(|| None::<usize>);
    {
        let (setter, beside) = (trials.setter(), beside.setter());
        let on = (props.reading.clone(), props.outcome.clone(), props.stale);
        use_effect_with(on, move |(reading, outcome, stale)| {
            let next: Next = Rc::default();
            // The places in the text are not those of the run while it is an earlier text's.
            if !stale {
                let variants = variants(&reading.scenario, &reading.parsed, &reading.bodies, |site| {
                    let lanes = outcome.run.iter().flat_map(|run| &run.timeline.lanes);
                    lanes
                        .filter(|lane| lane.daemon)
                        .any(|lane| lane.created_line == site.line || Some(lane.created_line) == site.init_line)
                });
                beside.set(None);
                let trials = Trials { variants: variants.into(), outcomes: Vec::new() };
                setter.set(trials.clone());
                try_next(trials, None, setter, &next);
            }
            move || drop(next.borrow_mut().take())
        });
    }
    let Some(run) = &props.outcome.run else { return Html::default() };
    let today = RunResult::of(&run.trace, &run.verdict);
    let chosen =
        beside.and_then(|index| Some((trials.variants.get(index)?, trials.outcomes.get(index)?.run.as_ref()?)));
    html! { <>
        <table class="table what-if" aria-label="What if">
            <thead>
                <tr>{ for ["What if", "Outcome", "Cut off", "Output", "Compare"].iter().map(|name| html! {
                    <th scope="col">{ *name }</th>
                }) }</tr>
            </thead>
            <tbody>
                <tr class="what-if-today">
                    <th scope="row">{ "As it is" }</th>
                    { cells(&today, &Differences::default(), true) }
                    <td></td>
                </tr>
                { for trials.variants.iter().enumerate().map(|(index, variant)| {
                    row(props, variant, trials.outcomes.get(index), &today, *beside == Some(index), {
                        let beside = beside.setter();
                        Callback::from(move |on: bool| beside.set(on.then_some(index)))
                    })
                }) }
            </tbody>
        </table>
        if trials.outcomes.len() < trials.variants.len() {
            <p class="hint">{ "The rest is being tried …" }</p>
        }
        if let Some((variant, other)) = chosen {
            { side_by_side(run, variant, other) }
        }
    </> }
}

/// Goes on for a slice with the next variant that has not been tried.
fn try_next(mut trials: Trials, job: Option<Job>, setter: UseStateSetter<Trials>, next: &Next) {
    let Some(variant) = trials.variants.get(trials.outcomes.len()) else { return };
    let again = Rc::clone(next);
    let job = job.unwrap_or_else(|| Job::with_limits(&Rc::new(variant.scenario.clone()), LIMITS));
    let slice = Timeout::new(0, move || {
        let job = match job.advance() {
            Progress::GoesOn(job) => Some(job),
            Progress::Done(outcome) => {
                trials.outcomes.push(Shared::new(outcome));
                setter.set(trials.clone());
                None
            }
        };
        try_next(trials, job, setter, &again);
    });
    *next.borrow_mut() = Some(slice);
}

fn row(
    props: &WhatIfProps,
    variant: &Variant,
    outcome: Option<&Shared<Outcome>>,
    today: &RunResult,
    beside: bool,
    compare: Callback<bool>,
) -> Html {
    let (dispatch, name, scenario) = (props.dispatch.clone(), variant.name.clone(), variant.scenario.clone());
    let apply = Callback::from(move |_: MouseEvent| {
        let source = ChangeSource::Control(name.clone());
        let scenario = Scenario::clone(&scenario);
        dispatch.dispatch(Action::Change { scenario, source, now_ms: browser::now_ms() });
    });
    let result = outcome.map(|outcome| match (&outcome.run, outcome.diagnostics.first()) {
        (Some(run), _) => Ok(RunResult::of(&run.trace, &run.verdict)),
        (None, finding) => Err(finding.map_or_else(String::new, |finding| finding.message.clone())),
    });
    let differences = result.as_ref().and_then(|result| result.as_ref().ok()).map(|result| result.differences(today));
    let name = &variant.name;
    html! {
        <tr key={name.clone()} class={classes!((differences == Some(Differences::default())).then_some("what-if-same"))}>
            <th scope="row">
                <button type="button" class="line-link" disabled={props.stale} onclick={apply} title="Make this change">{ name }</button>
            </th>
            { match (&result, &differences) {
                (Some(Ok(result)), Some(differences)) => cells(result, differences, false),
                (Some(Err(message)), _) => html! { <td colspan="3">{ format!("Cannot run: {message}") }</td> },
                _ => html! { <td colspan="3" class="nothing">{ "…" }</td> },
            } }
            <td>
                if matches!(result, Some(Ok(_))) {
                    <button type="button" class="button small" aria-pressed={beside.to_string()}
                        aria-label={format!("Side by side: {name}")} onclick={compare.reform(move |_: MouseEvent| !beside)}>
                        { "Side by side" }
                    </button>
                }
            </td>
        </tr>
    }
}

/// Outcome, count, output; what differs from today is marked by its look and by a word.
fn cells(result: &RunResult, differences: &Differences, today: bool) -> Html {
    let cell = |label: &'static str, differs: bool, words: String| {
        html! {
            <td data-label={label}>
                if differs {
                    <mark>{ words }<span class="visually-hidden">{ " (differs)" }</span></mark>
                } else {
                    <span>{ words }</span>
                }
            </td>
        }
    };
    let lines = result.stdout.lines().count() + result.stderr.lines().count();
    let output = if today { format!("{lines} lines") } else { differences.output.words() };
    html! { <>
        { cell("Outcome", differences.summary, result.summary.clone()) }
        { cell("Cut off", differences.cut_off, result.cut_off.to_string()) }
        { cell("Output", differences.output != Output::Same, output) }
    </> }
}

/// Two runs under one another, on one axis of time.
fn side_by_side(today: &Run, variant: &Variant, other: &Run) -> Html {
    let extent_ns = (today.timeline.end_ns.max(other.timeline.end_ns) as f64 * ROOM) as u64;
    let draw = |title: &str, run: &Run| {
        let summary = run.verdict.summary.as_str();
        let frame = Frame { title, summary, width_px: PICTURE_PX, extent_ns: Some(extent_ns), colours: None };
        let svg = picture::svg(&run.trace, &run.timeline, &frame);
        html! {
            <figure class="beside">
                <figcaption><strong>{ title.to_owned() }</strong>{ " " }{ summary.to_owned() }</figcaption>
                { Html::from_html_unchecked(AttrValue::from(svg)) }
            </figure>
        }
    };
    html! {
        <section aria-label="Side by side" class="side-by-side">
            { draw("As it is", today) }
            { draw(&variant.name, other) }
        </section>
    }
}
