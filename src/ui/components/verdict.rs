//! The verdict: a sentence on the program, and what became of each thread.

use super::outcomes::finishes;
use super::prose::with_code;
use crate::ui::background::answer::Answer;
use crate::ui::browser;
use crate::ui::engine::Outcome;
use crate::ui::history::ChangeSource;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::machine::event::ThreadId;
use last_thread_standing::scenario::lints::Lint;
use last_thread_standing::verdict::{Fate, ThreadVerdict, explain};
use last_thread_standing::view::clock;
use last_thread_standing::view::outcomes::Rank;
use last_thread_standing::view::twins::Twin;
use std::rc::Rc;
use yew::prelude::*;

/// Rows that are shown at most.
const MOST_ROWS: usize = 500;

#[derive(Properties, PartialEq)]
pub struct VerdictProps {
    pub dispatch: Dispatch,
    pub outcome: Shared<Outcome>,
    pub lit: Option<Twin>,
    /// All outcomes, once they are known.
    pub answer: Option<Shared<Answer>>,
}

#[component]
pub fn VerdictView(props: &VerdictProps) -> Html {
    let open = use_state_eq(|| None::<ThreadId>);
    let story = use_memo(props.outcome.clone(), |outcome| {
        outcome.run.as_ref().map(|run| explain::paragraph(&run.trace, &run.verdict)).unwrap_or_default()
    });
    let Some(run) = &props.outcome.run else { return Html::default() };
    let verdict = &run.verdict;
    html! {
        <div class="verdict">
            <p class="verdict-sentence">{ &verdict.summary }</p>
            <p class="verdict-story">{ &*story }</p>
            if !verdict.explanation.is_empty() {
                <ol class="verdict-chain">{ for verdict.explanation.iter().map(|line| html! { <li>{ line }</li> }) }</ol>
            }
            <table class="table threads-table" aria-label="Threads">
                <thead>
                    <tr>{ for ["Thread", "Kind", "Fate", "Why", "Lost"].iter().map(|name| html! {
                        <th scope="col">{ *name }</th>
                    }) }</tr>
                </thead>
                <tbody>{ for verdict.threads.iter().take(MOST_ROWS).map(|thread| row(props, thread, &open)) }</tbody>
            </table>
            if verdict.threads.len() > MOST_ROWS {
                <p class="hint">{ format!("{} more threads are not shown.", verdict.threads.len() - MOST_ROWS) }</p>
            }
            { worth_a_look(props) }
            { every_schedule(props) }
            { files(&props.outcome) }
        </div>
    }
}

fn row(props: &VerdictProps, thread: &ThreadVerdict, open: &UseStateHandle<Option<ThreadId>>) -> Html {
    let fate_class = match thread.fate {
        Fate::Finished => "fate fate-finished",
        Fate::WaitedFor => "fate fate-waited",
        Fate::CutOff => "fate fate-cut",
        Fate::NeverStarted => "fate fate-never-started",
        Fate::Failed => "fate fate-failed",
        Fate::NeverEnds => "fate fate-never-ends",
        Fate::StillRunning => "fate fate-running",
    };
    let line = thread.line;
    let dispatch = props.dispatch.clone();
    let show = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowLine(line)));
    let lit = props.lit.is_some_and(|lit| lit.thread == Some(thread.thread));
    // The place at which it ended, on its lane and in the code.
    let place = Twin { thread: Some(thread.thread), ..Twin::of_line(line) };
    let twin = (line > 0).then(|| place.to_text());
    let kind = if thread.daemon { "daemon" } else { "regular" };
    html! {
        <tr key={thread.thread.0} class={classes!(lit.then_some("lit"))} data-twin={twin}>
            <th scope="row">{ &thread.name }</th>
            <td data-label="Kind">{ kind }</td>
            <td data-label="Fate"><span class={fate_class}>{ thread.fate.label() }</span></td>
            <td data-label="Why">
                <div>
                    <span>{ why(thread, show) }</span>
                    { chain(props, thread, open) }
                </div>
            </td>
            <td data-label="Lost">
                if thread.lost.is_empty() {
                    <span class="nothing">{ "nothing" }</span>
                } else {
                    <ul class="lost">{ for thread.lost.iter().map(|lost| html! { <li>{ lost }</li> }) }</ul>
                }
            </td>
        </tr>
    }
}

/// The steps that led to it, when they are asked for.
fn chain(props: &VerdictProps, thread: &ThreadVerdict, open: &UseStateHandle<Option<ThreadId>>) -> Html {
    let is_open = **open == Some(thread.thread);
    let next = (!is_open).then_some(thread.thread);
    let setter = open.setter();
    let onclick = Callback::from(move |_: MouseEvent| setter.set(next));
    let steps = match &props.outcome.run {
        Some(run) if is_open => explain::steps(&run.trace, thread),
        _ => Vec::new(),
    };
    let step = |step: &explain::Step| {
        let (dispatch, at_ns) = (props.dispatch.clone(), step.at_ns);
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::GoTo(at_ns)));
        html! {
            <li>
                <button type="button" class="line-link" {onclick} title="Go to this moment">{ clock::moment(at_ns) }</button>
                <span>{ &step.text }</span>
                if step.line > 0 {
                    <span class="nothing">{ format!("line {}", step.line) }</span>
                }
            </li>
        }
    };
    html! { <>
        <button type="button" class="steps-toggle" aria-expanded={is_open.to_string()} {onclick}
            aria-label={format!("How it came to that: {}", thread.name)}>{ "How it came to that" }</button>
        if is_open {
            <ol class="steps">{ for steps.iter().map(step) }</ol>
        }
    </> }
}

/// The sentence, with the line that it names as a way into the code.
fn why(thread: &ThreadVerdict, show: Callback<MouseEvent>) -> Html {
    if thread.line == 0 {
        return html! { &thread.why };
    }
    let name = format!("line {}", thread.line);
    let (before, after) = thread.why.split_once(&name).unwrap_or((&thread.why, ""));
    let gap = if thread.why.contains(&name) { "" } else { " " };
    html! { <>
        { before }{ gap }
        <button type="button" class="line-link" onclick={show}>{ name }</button>
        { after }
    </> }
}

/// What the outcomes show that is worth a look: where, an outcome that shows it, and a change that mends it.
fn worth_a_look(props: &VerdictProps) -> Html {
    let Some(answer) = props.answer.as_ref().filter(|answer| !answer.lints.is_empty()) else { return Html::default() };
    html! {
        <section class="lints" aria-label="Worth a look">
            <h3>{ "Worth a look" }</h3>
            <ul>{ for answer.lints.iter().map(|lint| lint_view(props, answer, lint)) }</ul>
        </section>
    }
}

fn lint_view(props: &VerdictProps, answer: &Answer, lint: &Lint) -> Html {
    let press = |action: Rc<dyn Fn() -> Action>| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(action()))
    };
    let line = lint.line;
    let row = answer.outcomes.rows.get(lint.outcome);
    let schedule = row.filter(|row| row.rank != Rank::Usual).map(|row| row.schedule.clone());
    let watch = press(Rc::new(move || Action::Watch { schedule: schedule.clone(), now_ms: browser::now_ms() }));
    let fix = lint.fix.as_ref().map(|fix| {
        let (name, scenario) = (fix.name.clone(), fix.scenario.clone());
        let apply = press(Rc::new(move || Action::Change {
            scenario: scenario.clone(),
            source: ChangeSource::Control(name.clone()),
            now_ms: browser::now_ms(),
        }));
        html! { <button type="button" class="button small" onclick={apply}>{ &fix.name }</button> }
    });
    html! {
        <li class="lint">
            <p>
                <strong>{ with_code(&lint.sentence) }</strong>
                if line > 0 {
                    { " " }
                    <button type="button" class="line-link" onclick={press(Rc::new(move || Action::ShowLine(line)))}>{ format!("line {line}") }</button>
                }
            </p>
            <p class="lint-explanation">{ with_code(&lint.explanation) }</p>
            <div class="lint-tools">
                if row.is_some() {
                    <button type="button" class="button small" onclick={watch}>{ format!("Play outcome {}", lint.outcome + 1) }</button>
                }
                { for fix }
            </div>
        </li>
    }
}

/// What holds in every schedule.
fn every_schedule(props: &VerdictProps) -> Html {
    let Some(answer) = props.answer.as_ref().filter(|answer| answer.outcomes.not_supported.is_none()) else {
        return Html::default();
    };
    let all = &answer.outcomes;
    html! {
        <section class="verdict-always" aria-label="Over all schedules">
            <h3>{ "Over all schedules" }</h3>
            <p>{ all.exit_sentence() }{ " " }<span class="hint">{ format!("Explored {}.", all.extent) }</span></p>
            { finishes(all) }
        </section>
    }
}

/// What is on the disk when the process is gone.
fn files(outcome: &Outcome) -> Html {
    let Some(run) = outcome.run.as_ref().filter(|run| !run.trace.files.is_empty()) else { return Html::default() };
    html! {
        <div class="files">
            <h3>{ "On the disk" }</h3>
            { for run.trace.files.iter().map(|file| html! {
                <figure class="file">
                    <figcaption>
                        <code>{ &file.path }</code>
                        if file.lost_bytes > 0 {
                            <span class="fate fate-cut">{ format!("{} bytes never reached it", file.lost_bytes) }</span>
                        }
                    </figcaption>
                    if file.content.is_empty() {
                        <p class="hint">{ "The file is empty." }</p>
                    } else {
                        <pre tabindex="0">{ &file.content }</pre>
                    }
                </figure>
            }) }
        </div>
    }
}
