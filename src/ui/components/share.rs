//! The dialog that gives a link to the scenario.

use super::modal::Modal;
use crate::ui::browser;
use crate::ui::state::Dispatch;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::share::{self, Link};
use last_thread_standing::view::clock;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ShareProps {
    pub dispatch: Dispatch,
    pub scenario: Rc<Scenario>,
    /// The moment that is looked at, when it is not the end.
    pub moment_ns: Option<u64>,
}

#[component]
pub fn Share(props: &ShareProps) -> Html {
    let said = use_state_eq(|| "");
    let field = use_node_ref();
    let with_moment = use_state_eq(|| false);
    let moment_ns = props.moment_ns.filter(|_| *with_moment);
    let link = use_memo((props.scenario.clone(), moment_ns), |(scenario, moment_ns)| {
        let link = Link { scenario: (**scenario).clone(), moment_ns: *moment_ns, embed: false };
        share::encode(&link).map(|fragment| format!("{}#{fragment}", browser::address()))
    });
    let link = match &*link {
        Ok(link) => link.clone(),
        Err(error) => {
            return html! { <Modal dispatch={props.dispatch.clone()} title="Share"><p>{ error.to_string() }</p></Modal> };
        }
    };
    let copy = {
        let (said, field, link) = (said.clone(), field.clone(), link.clone());
        Callback::from(move |_: MouseEvent| {
            let (said, field, link) = (said.setter(), field.clone(), link.clone());
            spawn_local(async move {
                if browser::copy(&link).await {
                    said.set("Copied.");
                } else if let Some(field) = field.cast::<HtmlInputElement>() {
                    field.select();
                    said.set("The browser does not allow copying here: the link is selected, press Ctrl+C.");
                }
            });
        })
    };
    let choose_moment = {
        let (with_moment, said) = (with_moment.clone(), said.clone());
        Callback::from(move |event: Event| {
            with_moment.set(event.target_unchecked_into::<HtmlInputElement>().checked());
            said.set("");
        })
    };
    let select = Callback::from(|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select());
    html! {
        <Modal dispatch={props.dispatch.clone()} title="Share">
            <p>{ "The link holds the whole program and its settings. Whoever opens it sees the same run; nothing is sent anywhere else." }</p>
            <div class="share-row">
                <input ref={field} type="text" readonly=true aria-label="Link" value={link.clone()} onfocus={select} />
                <button type="button" class="button primary" onclick={copy}>{ "Copy link" }</button>
            </div>
            if let Some(moment_ns) = props.moment_ns {
                <label class="check">
                    <input type="checkbox" checked={*with_moment} onchange={choose_moment} />
                    { format!("Open at {}", clock::moment(moment_ns)) }
                </label>
            }
            <p class="hint" role="status">{ if said.is_empty() { format!("{} characters.", link.len()) } else { (*said).to_owned() } }</p>
        </Modal>
    }
}
