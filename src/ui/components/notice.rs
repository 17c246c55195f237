//! A sentence that the person should read, until it is dismissed.

use super::icon::{Icon, icon};
use crate::ui::state::{Action, Dispatch};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    pub dispatch: Dispatch,
    pub sentence: AttrValue,
}

#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let dispatch = props.dispatch.clone();
    let dismiss = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Notice(None)));
    html! {
        <div class="notice" role="alert">
            <p>{ props.sentence.clone() }</p>
            <button type="button" class="icon-button" aria-label="Dismiss" onclick={dismiss}>
                { icon(Icon::Close) }
            </button>
        </div>
    }
}
