//! What if: the program with one decision turned, a row each, with its outcome beside today's.

use super::prose::with_code;
use crate::ui::browser;
use crate::ui::comparing::{Beside, Kept};
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
use web_sys::HtmlElement;
use yew::prelude::*;

/// A variant that runs away is given up sooner than the program itself: there are many of them.
const LIMITS: Limits =
    Limits { operations: 5_000_000, events: 20_000, virtual_time_ns: 365 * 24 * 3_600 * 1_000_000_000 };
/// The width for which the two pictures are drawn, and that on a phone; the stylesheet fits them in.
const PICTURE_PX: f64 = 900.0;
const NARROW_PICTURE_PX: f64 = 520.0;
/// The space behind the later end of the two.
const ROOM: f64 = 1.16;

#[derive(Properties, PartialEq)]
pub struct WhatIfProps {
    pub dispatch: Dispatch,
    pub reading: Shared<Reading>,
    pub outcome: Shared<Outcome>,
    /// The outcome is of an earlier text.
    pub stale: bool,
    pub beside: Option<Beside>,
    pub kept: Option<Kept>,
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
    let pair = use_node_ref();
    {
        let setter = trials.setter();
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
                let trials = Trials { variants: variants.into(), outcomes: Vec::new() };
                setter.set(trials.clone());
                try_next(trials, None, setter, &next);
            }
            move || drop(next.borrow_mut().take())
        });
    }
    let Some(run) = &props.outcome.run else { return Html::default() };
    let today = RunResult::of(&run.trace, &run.verdict);
    // While a changed program is being tried, what stood beside it stays.
    let last = use_mut_ref(|| None::<Other>);
    let summary = run.verdict.summary.as_str();
    let other = other(props, &trials, summary).or_else(|| {
        let is_tried = !props.stale && trials.outcomes.len() == trials.variants.len();
        last.take().filter(|_| props.beside.is_some() && !is_tried)
    });
    last.replace(other.clone());
    use_shown(&pair, props.beside.as_ref().filter(|_| other.is_some()));
    let is_beside = |variant: &Variant| match &props.beside {
        Some(Beside::Change(name)) => **name == variant.name,
        Some(Beside::OtherKind) => of_other_kind(&trials, summary).is_some_and(|(it, _)| it.name == variant.name),
        _ => false,
    };
    html! { <>
        { tools(props) }
        if let Some((title, other)) = &other {
            if let Some(other) = &other.run {
                { side_by_side(props, &pair, run, title, other) }
            }
        } else if props.beside == Some(Beside::OtherKind) && trials.outcomes.len() == trials.variants.len() {
            <p class="hint" role="status">{ "No thread of this program can be turned into the other kind." }</p>
        }
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
                    row(props, variant, trials.outcomes.get(index), &today, is_beside(variant))
                }) }
            </tbody>
        </table>
        if trials.outcomes.len() < trials.variants.len() {
            <p class="hint">{ "The rest is being tried …" }</p>
        }
    </> }
}

/// A run that stands beside that of the page, with its title.
type Other = (Rc<str>, Shared<Outcome>);

/// The first variant in which a thread is of the other kind and that comes to something else, with its outcome; where
/// all come to the same, the first. None until all of them are tried.
fn of_other_kind<'a>(trials: &'a Trials, today: &str) -> Option<(&'a Variant, &'a Shared<Outcome>)> {
    let count = trials.variants.iter().take_while(|variant| variant.turns_kind).count();
    let tried = trials.variants.iter().zip(&trials.outcomes).take(count).collect::<Vec<_>>();
    let summary = |outcome: &Outcome| outcome.run.as_ref().map(|run| run.verdict.summary.clone());
    let differs = tried.iter().find(|(_, outcome)| summary(outcome).is_some_and(|it| it != today));
    differs.or(tried.first()).filter(|_| tried.len() == count).copied()
}

/// The run that is to stand beside that of the page, when it is known.
fn other(props: &WhatIfProps, trials: &Trials, today: &str) -> Option<Other> {
    let (title, outcome) = match props.beside.as_ref()? {
        Beside::Kept => props.kept.as_ref().map(|kept| (Rc::clone(&kept.title), &kept.outcome))?,
        Beside::OtherKind => {
            let (variant, outcome) = of_other_kind(trials, today)?;
            (Rc::from(variant.name.as_str()), outcome)
        }
        Beside::Change(name) => {
            let tried = trials.variants.iter().zip(&trials.outcomes).find(|(variant, _)| *variant.name == **name);
            (Rc::clone(name), tried?.1)
        }
    };
    outcome.run.is_some().then(|| (title, outcome.clone()))
}

/// Brings the two runs into sight, and the focus to them, when they were asked for.
#[hook]
fn use_shown(pair: &NodeRef, beside: Option<&Beside>) {
    use_effect_with((pair.clone(), beside.cloned()), |(pair, beside)| {
        if let Some(pair) = pair.cast::<HtmlElement>().filter(|_| beside.is_some()) {
            pair.scroll_into_view();
            let _ = pair.focus();
        }
    });
}

fn press(props: &WhatIfProps, action: impl Fn() -> Action + 'static) -> Callback<MouseEvent> {
    let dispatch = props.dispatch.clone();
    Callback::from(move |_: MouseEvent| dispatch.dispatch(action()))
}

/// A run is kept here, and compared with whatever the page shows later.
fn tools(props: &WhatIfProps) -> Html {
    let is_beside = props.beside == Some(Beside::Kept);
    html! {
        <div class="what-if-tools">
            if let Some(kept) = &props.kept {
                <span>{ "Kept: " }<strong>{ with_code(&kept.title) }</strong></span>
                <button type="button" class="button small" aria-pressed={is_beside.to_string()}
                    onclick={press(props, move || Action::Compare((!is_beside).then_some(Beside::Kept)))}>
                    { "Side by side with the kept run" }
                </button>
                <button type="button" class="button small" onclick={press(props, || Action::Keep(false))}>{ "Forget it" }</button>
            } else {
                <button type="button" class="button small" onclick={press(props, || Action::Keep(true))}>{ "Keep this run" }</button>
                <span class="hint">{ "to see it beside another scenario, or beside this one when it has changed" }</span>
            }
        </div>
    }
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
    let compare = {
        let name: Rc<str> = Rc::from(name.as_str());
        press(props, move || Action::Compare((!beside).then(|| Beside::Change(Rc::clone(&name)))))
    };
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
                        aria-label={format!("Side by side: {name}")} onclick={compare}>
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
fn side_by_side(props: &WhatIfProps, pair: &NodeRef, today: &Run, title: &str, other: &Run) -> Html {
    let extent_ns = (today.timeline.end_ns.max(other.timeline.end_ns) as f64 * ROOM) as u64;
    let width_px = if browser::is_narrow() { NARROW_PICTURE_PX } else { PICTURE_PX };
    let draw = |title: &str, run: &Run| {
        let summary = run.verdict.summary.as_str();
        let frame = Frame { title, summary, width_px, extent_ns: Some(extent_ns), colours: None };
        let svg = picture::svg(&run.trace, &run.timeline, &frame);
        html! {
            <figure class="beside">
                <figcaption><strong>{ with_code(title) }</strong>{ " " }{ summary.to_owned() }</figcaption>
                { Html::from_html_unchecked(AttrValue::from(svg)) }
            </figure>
        }
    };
    html! {
        <section ref={pair.clone()} aria-label="Side by side" class="side-by-side" tabindex="-1">
            { draw("As it is", today) }
            { draw(title, other) }
            <button type="button" class="button small" onclick={press(props, || Action::Compare(None))}>{ "Close the comparison" }</button>
        </section>
    }
}
