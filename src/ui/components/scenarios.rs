//! The gallery: a link for each scenario, under headings.

use super::modal::Modal;
use super::prose::with_code;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::scenario::gallery::{GALLERY, Group};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ScenariosProps {
    pub dispatch: Dispatch,
    pub fragment: AttrValue,
}

#[component]
pub fn Scenarios(props: &ScenariosProps) -> Html {
    let entries = use_memo((), |()| {
        let entry = |entry: &'static last_thread_standing::scenario::gallery::Entry| {
            let (title, explanation) = entry.title_and_explanation();
            (entry.group, entry.stem, title, first_sentence(&explanation))
        };
        GALLERY.iter().map(entry).collect::<Vec<_>>()
    });
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
                <a href={format!("#/{stem}")} {onclick} aria-current={here.then_some("page")}
                    aria-describedby={format!("blurb-{stem}")}>{ with_code(title) }</a>
                <p id={format!("blurb-{stem}")}>{ with_code(blurb) }</p>
            </li>
        }
    };
    html! {
        <Modal dispatch={props.dispatch.clone()} title="Scenarios" class="modal-wide">
            <label class="button file-button">
                { "Open a Python file" }
                <input type="file" accept=".py,text/x-python" class="visually-hidden" />
            </label>
            <p class="hint">{ "or drop one anywhere on the page" }</p>
            { for Group::ALL.iter().enumerate().map(|(index, group)| html! {
                <section class="scenario-group" aria-labelledby={format!("scenario-group-{index}")}>
                    <h3 id={format!("scenario-group-{index}")}>{ group.label() }</h3>
                    <ul>{ for entries.iter().filter(|entry| entry.0 == *group).map(link) }</ul>
                </section>
            }) }
        </Modal>
    }
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
