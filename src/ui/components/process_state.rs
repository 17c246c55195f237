//! The process at the moment: the variables of each thread, locks, queues, files. The program is run again up to there.

use crate::ui::engine::{Look, Outcome};
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use gloo_timers::callback::Timeout;
use last_thread_standing::machine::inspection::{Inspection, ThreadView, Variable};
use last_thread_standing::scenario::Scenario;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ProcessStateProps {
    pub dispatch: Dispatch,
    pub scenario: Rc<Scenario>,
    pub outcome: Shared<Outcome>,
    /// Events that have happened by the moment.
    pub happened: usize,
    pub stale: bool,
}

/// The slice that is to come; dropping it drops the look.
type Next = Rc<RefCell<Option<Timeout>>>;
/// A run that has come as far as the last look, to be gone on with when the moment moves forward.
type Kept = Rc<RefCell<Option<(Shared<Outcome>, Look)>>>;

#[component]
pub fn ProcessState(props: &ProcessStateProps) -> Html {
    let seen = use_state_eq(|| None::<Rc<Inspection>>);
    let kept: Kept = use_mut_ref(|| None);
    {
        let (setter, kept, scenario) = (seen.setter(), kept, props.scenario.clone());
        use_effect_with((props.outcome.clone(), props.happened, props.stale), move |(outcome, happened, stale)| {
            let next: Next = Rc::default();
            if !stale {
                let before = kept.borrow_mut().take().filter(|(of, look)| of == outcome && look.events() <= *happened);
                let look = before.map(|(_, look)| look).or_else(|| Look::new(&scenario));
                if let Some(look) = look {
                    go_on(look, outcome.clone(), *happened, setter, kept, &next);
                }
            }
            move || drop(next.borrow_mut().take())
        });
    }
    let Some(inspection) = &*seen else {
        return html! { <p class="hint">{ "The program is run again up to the moment …" }</p> };
    };
    let before_the_exit = {
        let (dispatch, outcome) = (props.dispatch.clone(), props.outcome.clone());
        Callback::from(move |_: MouseEvent| {
            let before_ns = outcome.run.as_ref().map_or(0, |run| run.timeline.before_the_exit_ns());
            dispatch.dispatch(Action::GoTo(before_ns));
        })
    };
    html! {
        <div class="process-state">
            { for inspection.threads.iter().map(thread) }
            if inspection.threads.is_empty() {
                <div class="nobody">
                    <p class="hint">{ "The process is gone: no thread is there to look into." }</p>
                    <button type="button" class="button small" onclick={before_the_exit}>{ "Just before the exit" }</button>
                </div>
            }
            if !inspection.globals.is_empty() {
                <section aria-label="Globals"><h3>{ "Globals" }</h3>{ variables(&inspection.globals) }</section>
            }
            if !inspection.syncs.is_empty() {
                <section aria-label="Locks, queues and signals">
                    <h3>{ "Locks, queues and signals" }</h3>
                    <dl>{ for inspection.syncs.iter().map(|sync| {
                        let waiting = match sync.waiting.as_slice() {
                            [] => String::new(),
                            [only] => format!("; {only} waits"),
                            names => format!("; {} wait", names.join(", ")),
                        };
                        entry(&sync.name, &format!("{}{waiting}", sync.state))
                    }) }</dl>
                </section>
            }
            if !inspection.files.is_empty() {
                <section aria-label="Files">
                    <h3>{ "Files" }</h3>
                    <dl>{ for inspection.files.iter().map(|file| {
                        entry(&file.path, &format!("{} bytes on the disk, {} in the buffer", file.on_disk, file.buffered))
                    }) }</dl>
                </section>
            }
        </div>
    }
}

/// A slice at a time until the moment is reached.
fn go_on(
    look: Look,
    outcome: Shared<Outcome>,
    happened: usize,
    setter: UseStateSetter<Option<Rc<Inspection>>>,
    kept: Kept,
    next: &Next,
) {
    let again = Rc::clone(next);
    let slice = Timeout::new(0, move || {
        let (mut look, there) = look.advance(happened);
        if there {
            setter.set(Some(Rc::new(look.inspect())));
            *kept.borrow_mut() = Some((outcome, look));
        } else {
            go_on(look, outcome, happened, setter, kept, &again);
        }
    });
    *next.borrow_mut() = Some(slice);
}

fn thread(thread: &ThreadView) -> Html {
    html! {
        <section key={thread.thread.0} aria-label={thread.name.clone()}>
            <h3>{ &thread.name }</h3>
            { for thread.frames.iter().map(|frame| html! { <>
                <p class="frame"><code>{ &frame.function }</code>{ format!(", line {}", frame.line) }</p>
                if frame.function != "the program's text" {
                    { variables(&frame.variables) }
                }
            </> }) }
        </section>
    }
}

fn variables(variables: &[Variable]) -> Html {
    html! { <dl>{ for variables.iter().map(|variable| entry(&variable.name, &variable.value)) }</dl> }
}

fn entry(name: &str, value: &str) -> Html {
    html! { <div><dt>{ name.to_owned() }</dt><dd>{ value.to_owned() }</dd></div> }
}
