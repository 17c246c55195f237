//! You are the scheduler: the choices, who cannot be chosen and why, and what was reached.

use crate::ui::background::answer::Answer;
use crate::ui::engine::Outcome;
use crate::ui::hooks::Exploring;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch, ResultTab};
use last_thread_standing::machine::text::format_number::grouped;
use last_thread_standing::run::manual::{Choice, Standing};
use last_thread_standing::run::trace::Trace;
use last_thread_standing::scenario::outcomes::Appearance;
use last_thread_standing::view::scheduler;
use last_thread_standing::view::twins::Twin;
use std::cell::Cell;
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SchedulerProps {
    pub dispatch: Dispatch,
    pub outcome: Option<Shared<Outcome>>,
    pub answer: Option<Shared<Answer>>,
    pub exploring: Exploring,
    /// Choices made so far.
    pub choices: usize,
    /// Outcomes found by hand, by their places in the list of all.
    pub found: Vec<usize>,
    /// The lines of the program.
    pub text: AttrValue,
}

#[component]
pub fn Scheduler(props: &SchedulerProps) -> Html {
    let panel = use_node_ref();
    // Whoever has chosen with the keyboard finds it on the next choice.
    let has_chosen = use_memo((), |()| Cell::new(false));
    {
        let has_chosen = has_chosen.clone();
        use_effect_with((panel.clone(), props.outcome.clone()), move |(panel, _)| {
            let first =
                panel.cast::<web_sys::Element>().and_then(|panel| panel.query_selector("button").ok().flatten());
            if has_chosen.take()
                && let Some(first) = first.and_then(|first| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(first).ok())
            {
                let _ = first.focus();
            }
        });
    }
    let take_back = |name: &'static str, all: bool| {
        let (dispatch, has_chosen) = (props.dispatch.clone(), has_chosen.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            has_chosen.set(true);
            dispatch.dispatch(Action::TakeBack { all });
        });
        html! { <button type="button" class="button small" disabled={props.choices == 0} {onclick}>{ name }</button> }
    };
    let found = props.outcome.as_ref().and_then(|outcome| Some((outcome.run.as_ref()?, outcome.standing.as_ref()?)));
    let body = match (&props.answer, found) {
        (Some(answer), Some((run, standing))) if standing.choices.is_empty() => {
            reached(props, answer, &Appearance::of(&run.trace, &run.verdict), &run.verdict.summary)
        }
        (Some(_), Some((run, standing))) => choices(props, &run.trace, standing, &has_chosen),
        _ => waiting(&props.exploring),
    };
    html! {
        <section class="scheduler" aria-label="Scheduler" ref={panel}>
            { body }
            <div class="scheduler-tools">
                { take_back("Take back", false) }
                { take_back("Start over", true) }
                if let Some(answer) = &props.answer {
                    <span class="hint">{ found_words(props, answer) }</span>
                }
            </div>
        </section>
    }
}

fn found_words(props: &SchedulerProps, answer: &Answer) -> String {
    let all = &answer.outcomes;
    let at_least = if all.is_complete && all.untold == 0 { "" } else { "at least " };
    format!("You found {} of {at_least}{}.", props.found.len(), all.rows.len())
}

fn waiting(exploring: &Exploring) -> Html {
    let sentence = match exploring {
        Exploring::GoesOn { states } => format!("Finding where there is a choice: {} states so far …", grouped(*states as u64)),
        Exploring::Refused => "There is nothing to schedule until the program runs.".to_owned(),
        Exploring::Broken => {
            "Exploring this program stopped by a mistake of the playground's own; the tab All outcomes has a button that tries again."
                .to_owned()
        }
        Exploring::Forbidden => {
            "This browser lets no page work in the background here, so it is not known where there is a choice.".to_owned()
        }
        _ => "Finding where there is a choice …".to_owned(),
    };
    html! { <p class="hint">{ sentence }</p> }
}

fn choices(props: &SchedulerProps, trace: &Trace, standing: &Standing, has_chosen: &std::rc::Rc<Cell<bool>>) -> Html {
    let button = |(at, choice): (usize, &Choice)| {
        let (dispatch, has_chosen) = (props.dispatch.clone(), std::rc::Rc::clone(has_chosen));
        let onclick = Callback::from(move |_: MouseEvent| {
            has_chosen.set(true);
            dispatch.dispatch(Action::Choose(at));
        });
        let words = scheduler::choice(choice);
        let code = line_of(&props.text, words.line);
        let twin = (words.line > 0).then(|| Twin::of_line(words.line).to_text());
        html! {
            <li key={at}>
                <button type="button" class="choice" {onclick} data-twin={twin}>
                    <kbd aria-hidden="true">{ at + 1 }</kbd>
                    <span class="choice-who"><strong>{ &words.name }</strong>{ " " }{ &words.verb }
                        if choice.is_usual {
                            <span class="choice-usual">{ " as usual" }</span>
                        }
                    </span>
                    if words.line > 0 {
                        <span class="choice-line">{ format!(" line {} ", words.line) }<code>{ code }</code></span>
                    }
                    if !words.effects.is_empty() {
                        <span class="choice-effects">{ format!(" {}", words.effects.join(", ")) }</span>
                    }
                </button>
            </li>
        }
    };
    html! { <>
        <ol class="choices" aria-label="Choices">{ for standing.choices.iter().enumerate().map(button) }</ol>
        if !standing.blocked.is_empty() {
            <ul class="blocked" aria-label="Cannot go on">
                { for standing.blocked.iter().map(|blocked| {
                    let words = scheduler::blocked(trace, blocked);
                    html! { <li><strong>{ words.name }</strong>{ format!(" waits for {}", words.waits_for) }</li> }
                }) }
            </ul>
        }
        if standing.is_circle {
            <p class="hint">{ "The process was in this very state before: the same choices lead round in a circle." }</p>
        }
    </> }
}

/// The end of a run by hand.
fn reached(props: &SchedulerProps, answer: &Answer, appearance: &Appearance, summary: &str) -> Html {
    let place = answer.outcomes.position_of(appearance);
    let sentence = match place {
        Some(at) => {
            format!("You came to outcome {}: {}.", at + 1, answer.outcomes.rows[at].rank.words().to_lowercase())
        }
        None if answer.outcomes.is_complete => "You came to an end that is not in the list.".to_owned(),
        None => "You came to an end that was not explored.".to_owned(),
    };
    let dispatch = props.dispatch.clone();
    let show = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowResultTab(ResultTab::AllOutcomes)));
    html! {
        <div class="reached">
            <p><strong>{ sentence }</strong>{ " " }{ summary.to_owned() }</p>
            <button type="button" class="button small" onclick={show}>{ "Compare with all outcomes" }</button>
        </div>
    }
}

fn line_of(text: &str, line: u32) -> String {
    let line = text.lines().nth((line as usize).saturating_sub(1)).unwrap_or("").trim();
    last_thread_standing::view::words::shortened(line, 60).into_owned()
}
