//! A sentence that the person should read, until it is dismissed.

use super::icon::{Icon, icon};
use super::prose::with_code;
use crate::ui::state::{Action, Dispatch};
use yew::prelude::*;

#[inline(never)] // Comes with the later part.
pub fn notice(dispatch: &Dispatch, sentence: &str) -> Html {
    let dispatch = dispatch.clone();
    let dismiss = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Notice(None)));
    html! {
        <div class="notice" role="alert">
            <p>{ with_code(sentence) }</p>
            <button type="button" class="icon-button" aria-label="Dismiss" onclick={dismiss}>
                { icon(Icon::Close) }
            </button>
        </div>
    }
}
