//! The gallery: a link for each scenario, under headings.

use super::help::reference_button;
use super::modal::Modal;
use super::prose::with_code;
use crate::ui::browser;
use crate::ui::engine::{Job, Progress};
use crate::ui::history::ChangeSource;
use crate::ui::hooks::with_gallery;
use crate::ui::state::{Action, Dispatch};
use gloo_timers::callback::Timeout;
use last_thread_standing::run::Limits;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::gallery::{self, GALLERY, Group};
use last_thread_standing::view::thumbnail;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ScenariosProps {
    pub dispatch: Dispatch,
    pub fragment: AttrValue,
}

#[component]
pub fn Scenarios(props: &ScenariosProps) -> Html {
    let is_here = use_state_eq(gallery::is_here);
    {
        let setter = is_here.setter();
        use_effect_with((), move |()| with_gallery(move || setter.set(true)));
    }
    let entries = use_memo(*is_here, |is_here| {
        let entry = |entry: &'static last_thread_standing::scenario::gallery::Entry| {
            let (title, explanation) = entry.title_and_explanation();
            (entry.group, entry.stem, title, first_sentence(&explanation))
        };
        GALLERY.iter().filter(|_| *is_here).map(entry).collect::<Vec<_>>()
    });
    let drawn = use_state_eq(|| 0);
    {
        let setter = drawn.setter();
        use_effect_with(*is_here, move |is_here| {
            let next: Next = Rc::default();
            if *is_here {
                draw_next(None, setter, &next);
            }
            move || drop(next.borrow_mut().take())
        });
    }
    let pictures = PICTURES.with(|pictures| pictures.borrow().clone());
    let link = |(_, stem, title, blurb): &(Group, &'static str, String, String)| {
        let stem = *stem;
        let here = props.fragment.as_str().strip_prefix('/') == Some(stem);
        // The address changes by the link itself; the same address again only closes the dialog.
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(if here { reopen(stem) } else { Action::ShowDialog(None) });
        });
        html! {
            <li key={stem} class="scenario">
                <span class="scenario-picture">{ pictures.get(stem).cloned().map(Html::from_html_unchecked) }</span>
                <div>
                <a href={format!("#/{stem}")} {onclick} aria-current={here.then_some("page")}
                    aria-describedby={format!("blurb-{stem}")}>{ with_code(title) }</a>
                <p id={format!("blurb-{stem}")}>{ with_code(blurb) }</p>
                </div>
            </li>
        }
    };
    let write_own = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::ShowDialog(None));
            let scenario = Scenario { text: BEGINNING.to_owned(), ..Scenario::default() };
            let (source, now_ms) = (ChangeSource::Opening, browser::now_ms());
            dispatch.dispatch(Action::Change { scenario, source, now_ms });
            dispatch.dispatch(Action::ShowLine(1));
        })
    };
    html! {
        <Modal dispatch={props.dispatch.clone()} title="Scenarios" class="modal-wide">
            <div class="gallery-tools">
            <button type="button" class="button" onclick={write_own}>{ "Write your own" }</button>
            <label class="button file-button">
                { "Open a Python file" }
                <input type="file" accept=".py,text/x-python" class="visually-hidden" />
            </label>
            <p class="hint">{ "or drop or paste one anywhere on the page" }</p>
            { reference_button(&props.dispatch) }
            </div>
            { for Group::ALL.iter().enumerate().map(|(index, group)| html! {
                <section class="scenario-group" aria-labelledby={format!("scenario-group-{index}")}>
                    <h3 id={format!("scenario-group-{index}")}>{ group.label() }</h3>
                    <ul>{ for entries.iter().filter(|entry| entry.0 == *group).map(link) }</ul>
                </section>
            }) }
        </Modal>
    }
}

/// What a program of one's own begins with.
const BEGINNING: &str = "\
import threading
import time


def work():
    print(\"work begins\")
    time.sleep(1)
    print(\"work is done\")


thread = threading.Thread(target=work)
thread.start()
print(\"main ended\")
";

/// The size of a scenario's picture, as in the stylesheet.
const PICTURE_PX: (f64, f64) = (112.0, 64.0);
/// A scenario of the gallery needs far less.
const LIMITS: Limits = Limits { operations: 3_000_000, events: 20_000, virtual_time_ns: 3_600_000_000_000 };

type Pictures = BTreeMap<&'static str, AttrValue>;
/// The slice that is to come; dropping it leaves the rest undrawn.
type Next = Rc<RefCell<Option<Timeout>>>;

thread_local! {
    /// What has been drawn, for the next time that the dialog is opened.
    static PICTURES: RefCell<Pictures> = const { RefCell::new(BTreeMap::new()) };
}

/// Runs and draws the next scenario that has no picture, a slice at a time.
fn draw_next(job: Option<(&'static str, Job)>, setter: UseStateSetter<usize>, next: &Next) {
    let first = || {
        let entry = PICTURES.with(|pictures| GALLERY.iter().find(|it| !pictures.borrow().contains_key(it.stem)))?;
        Some((entry.stem, Job::with_limits(&Rc::new(entry.scenario()), LIMITS)))
    };
    let Some((stem, job)) = job.or_else(first) else { return };
    let again = Rc::clone(next);
    let slice = Timeout::new(0, move || {
        let job = match job.advance() {
            Progress::GoesOn(job) => Some((stem, job)),
            Progress::Done(outcome) => {
                let (width, height) = PICTURE_PX;
                let picture = outcome.run.map_or_else(String::new, |run| thumbnail::svg(&run.timeline, width, height));
                let count = PICTURES.with(|pictures| {
                    pictures.borrow_mut().insert(stem, picture.into());
                    pictures.borrow().len()
                });
                setter.set(count);
                None
            }
        };
        draw_next(job, setter, &again);
    });
    *next.borrow_mut() = Some(slice);
}

/// A scenario that was changed is opened afresh.
fn reopen(stem: &'static str) -> Action {
    let fragment = format!("/{stem}");
    match crate::ui::hooks::open_fragment(&fragment) {
        Ok(link) => Action::Open { link, fragment, now_ms: crate::ui::browser::now_ms() },
        Err(sentence) => Action::Notice(Some(sentence)),
    }
}

fn first_sentence(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.find(". ") {
        Some(end) => text[..=end].to_owned(),
        None => text,
    }
}
