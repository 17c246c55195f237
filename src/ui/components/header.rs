//! The header: the name, and what concerns the whole page.

use super::icon::{Icon, icon};
use crate::ui::state::{Action, Dialog, Dispatch, PageState, Theme};
use yew::prelude::*;

pub fn header(state: &PageState, dispatch: &Dispatch) -> Html {
    let button = |name: &'static str, picture: Icon, enabled: bool, action: fn() -> Action| {
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(action()));
        html! {
            <button type="button" class="icon-button" aria-label={name} title={name} disabled={!enabled} {onclick}>
                { icon(picture) }
            </button>
        }
    };
    let open_scenarios = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowDialog(Some(Dialog::Scenarios))))
    };
    let open_share = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowDialog(Some(Dialog::Share))))
    };
    let next_theme = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::NextTheme))
    };
    let (theme_icon, theme_title) = match state.theme {
        Theme::System => (Icon::ThemeSystem, "Theme: as the system"),
        Theme::Light => (Icon::ThemeLight, "Theme: light"),
        Theme::Dark => (Icon::ThemeDark, "Theme: dark"),
    };
    html! {
        <header class="page-header">
            <div class="brand">
                <svg class="brand-mark" viewBox="0 0 32 24" aria-hidden="true">
                    <path class="brand-cut" d="M1 5h13M14 5q3 0 5-3M14 5q3.5 0 6 .5M14 5q3 .5 4.5 3.5" />
                    <path class="brand-thread" d="M1 12h30" />
                    <path class="brand-cut" d="M1 19h7M8 19q3 0 5-3M8 19q3.5 0 6 .5M8 19q3 .5 4.5 3.5" />
                </svg>
                <h1>{ "Last Thread Standing" }</h1>
            </div>
            <button type="button" class="button scenario-button" aria-haspopup="dialog" onclick={open_scenarios}>
                { "Scenario" }{ icon(Icon::Chevron) }
            </button>
            <div class="header-tools">
                { button("Undo", Icon::Undo, state.history.can_undo(), || Action::Undo) }
                { button("Redo", Icon::Redo, state.history.can_redo(), || Action::Redo) }
                <button type="button" class="button share-button" aria-haspopup="dialog" onclick={open_share}>
                    { icon(Icon::Share) }<span class="share-word">{ "Share" }</span>
                </button>
                <button type="button" class="icon-button" aria-label="Theme" title={theme_title} onclick={next_theme}>
                    { icon(theme_icon) }
                </button>
                { button("Help", Icon::Help, true, || Action::ShowDialog(Some(Dialog::Help))) }
            </div>
        </header>
    }
}
