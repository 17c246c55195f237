//! The dialog that gives a link to the scenario.

use super::modal::Modal;
use crate::ui::browser;
use last_thread_standing::scenario::Scenario;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ShareProps {
    pub scenario: Rc<Scenario>,
}

#[component]
pub fn Share(props: &ShareProps) -> Html {
    let said = use_state_eq(|| "");
    let field = use_node_ref();
    let link = use_memo(props.scenario.clone(), |scenario| {
        crate::ui::link::fragment(scenario).map(|fragment| format!("{}#{fragment}", browser::address()))
    });
    let link = match &*link {
        Ok(link) => link.clone(),
        Err(sentence) => return html! { <Modal title="Share"><p>{ sentence }</p></Modal> },
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
    let select = Callback::from(|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select());
    html! {
        <Modal title="Share">
            <p>{ "The link holds the whole program and its settings. Whoever opens it sees the same run; nothing is sent anywhere else." }</p>
            <div class="share-row">
                <input ref={field} type="text" readonly=true aria-label="Link" value={link.clone()} onfocus={select} />
                <button type="button" class="button primary" onclick={copy}>{ "Copy link" }</button>
            </div>
            <p class="hint" role="status">{ *said }</p>
            <p class="hint">{ format!("{} characters.", link.len()) }</p>
        </Modal>
    }
}
