//! A switch: a button that says whether it is on.

use yew::prelude::*;

pub struct SwitchProps {
    pub label: AttrValue,
    pub on: bool,
    pub disabled: bool,
    /// What it is to become.
    pub onturn: Callback<bool>,
    /// A word on how it stands, for instance that it is inherited.
    pub note: AttrValue,
}

pub fn switch(props: SwitchProps) -> Html {
    let on = props.on;
    let onclick = props.onturn.reform(move |_: MouseEvent| !on);
    html! {
        <button type="button" class="switch" role="switch" aria-checked={on.to_string()} aria-label={props.label.clone()}
            disabled={props.disabled} {onclick}>
            if !props.note.is_empty() {
                <span class="hint">{ props.note.clone() }</span>
            }
            <span>{ props.label }</span>
            <span class="switch-track"></span>
        </button>
    }
}
