//! A dialog: the browser's own, which keeps the focus inside, closes on Escape, and gives the focus back.

use super::icon::{Icon, icon};
use crate::ui::state::{Action, Dispatch};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ModalProps {
    pub dispatch: Dispatch,
    pub title: AttrValue,
    #[prop_or_default]
    pub class: Classes,
    pub children: Children,
}

#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let dispatch = props.dispatch.clone();
    let dialog = use_node_ref();
    use_effect_with(dialog.clone(), |dialog| {
        let dialog = dialog.cast::<HtmlDialogElement>();
        if let Some(dialog) = &dialog {
            let _ = dialog.show_modal();
        }
        // Closed before it goes, so that the focus returns to where it was.
        move || {
            if let Some(dialog) = dialog {
                dialog.close();
            }
        }
    });
    // One dialog may give way to another in the same place: then one begins at its head.
    use_effect_with((dialog.clone(), props.title.clone()), |(dialog, _)| {
        let first = dialog.cast::<Element>().and_then(|dialog| dialog.query_selector("button").ok().flatten());
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            let _ = first.focus();
        }
    });
    let close = Callback::from(move |()| dispatch.dispatch(Action::ShowDialog(None)));
    let on_close = close.reform(|_: Event| ());
    let on_button = close.reform(|_: MouseEvent| ());
    let on_click = {
        let dialog = dialog.clone();
        Callback::from(move |event: MouseEvent| {
            // A click on the backdrop has the dialog itself as its target.
            if event.target().is_some_and(|target| dialog.get().is_some_and(|node| *node == target)) {
                close.emit(());
            }
        })
    };
    html! {
        <dialog ref={dialog} class={classes!("modal", props.class.clone())} aria-label={props.title.clone()}
            onclose={on_close} onclick={on_click}>
            <div class="modal-body">
                <div class="modal-head">
                    <h2>{ props.title.clone() }</h2>
                    <button type="button" class="icon-button" aria-label="Close" onclick={on_button}>
                        { icon(Icon::Close) }
                    </button>
                </div>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
