//! The dialog that sends the scenario: as a link in three forms, and as files to take away.

use super::modal::Modal;
use crate::ui::browser;
use crate::ui::engine::Run;
use crate::ui::files;
use crate::ui::reading::Reading;
use crate::ui::shared::Shared;
use crate::ui::state::{Dispatch, PageState};
use last_thread_standing::share::formats::{self, MESSAGE_CHARACTERS};
use last_thread_standing::view::picture::{Colours, Frame};
use last_thread_standing::view::{clock, perfetto, picture, table};
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The width of a picture that is taken away.
const PICTURE_PX: f64 = 1200.0;

#[derive(Properties, PartialEq)]
pub struct ShareProps {
    pub dispatch: Dispatch,
    pub state: Shared<PageState>,
    pub reading: Shared<Reading>,
}

#[component]
pub fn Share(props: &ShareProps) -> Html {
    let said = use_state_eq(|| "");
    let field = use_node_ref();
    let with_moment = use_state_eq(|| false);
    let ask = use_state_eq(|| false);
    let state = &props.state;
    let moment_ns = state.moment_ns.filter(|_| *with_moment);
    let (link, frame_link) = match (state.link(moment_ns, false, *ask), state.link(moment_ns, true, *ask)) {
        (Ok(link), Ok(frame_link)) => (link, frame_link),
        (Err(error), _) | (_, Err(error)) => {
            return html! { <Modal dispatch={props.dispatch.clone()} title="Share"><p>{ error.to_string() }</p></Modal> };
        }
    };
    let title = props.reading.title();
    let run = state.picture.as_ref().and_then(|outcome| outcome.run.as_ref());
    let lanes = run.map_or(1, |run| run.timeline.lanes.len());
    let copy = |name: &'static str, primary: bool, text: String| {
        let (said, field) = (said.clone(), field.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let (said, field, text) = (said.setter(), field.clone(), text.clone());
            spawn_local(async move {
                if browser::copy(&text).await {
                    said.set("Copied.");
                } else if let Some(field) = field.cast::<HtmlInputElement>() {
                    field.set_value(&text);
                    field.select();
                    said.set("The browser does not allow copying here: it is selected above, press Ctrl+C.");
                }
            });
        });
        html! { <button type="button" class={classes!("button", primary.then_some("primary"))} {onclick}>{ name }</button> }
    };
    let choose_moment = {
        let (with_moment, said) = (with_moment.clone(), said.clone());
        Callback::from(move |event: Event| {
            with_moment.set(event.target_unchecked_into::<HtmlInputElement>().checked());
            said.set("");
        })
    };
    let choose_ask = {
        let (ask, said) = (ask.clone(), said.clone());
        Callback::from(move |event: Event| {
            ask.set(event.target_unchecked_into::<HtmlInputElement>().checked());
            said.set("");
        })
    };
    let native = {
        let (title, link) = (title.to_owned(), link.clone());
        Callback::from(move |_: MouseEvent| files::share(&title, &link))
    };
    let select = Callback::from(|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select());
    let length = link.chars().count();
    let sentence = formats::length_sentence(length);
    html! {
        <Modal dispatch={props.dispatch.clone()} title="Share">
            <p>{ "The link holds the whole program and its settings. Whoever opens it sees the same run; nothing is sent anywhere else." }</p>
            <div class="share-row">
                <input ref={field.clone()} type="text" readonly=true aria-label="Link" value={link.clone()} onfocus={select} />
            </div>
            <div class="share-length">
                <meter aria-label="Length of the link" min="0" max={MESSAGE_CHARACTERS.to_string()}
                    high={(MESSAGE_CHARACTERS - 1).to_string()} value={length.to_string()}></meter>
                <p class="hint" role="status">{ if said.is_empty() { sentence } else { (*said).to_owned() } }</p>
            </div>
            if let Some(moment_ns) = state.moment_ns {
                <label class="check">
                    <input type="checkbox" checked={*with_moment} onchange={choose_moment} />
                    { format!("Open at {}", clock::moment(moment_ns)) }
                </label>
            }
            <label class="check">
                <input type="checkbox" checked={*ask} onchange={choose_ask} />
                { "Ask what will happen before showing it" }
            </label>
            <div class="button-row">
                { copy("Copy link", true, link.clone()) }
                { copy("Copy Markdown", false, formats::markdown(title, &link)) }
                { copy("Copy HTML embed", false, formats::html_embed(title, &frame_link, lanes)) }
                if files::can_share() {
                    <button type="button" class="button" onclick={native}>{ "Share with …" }</button>
                }
            </div>
            <h3>{ "Take it away" }</h3>
            <div class="button-row">{ take_away(props, run) }</div>
        </Modal>
    }
}

/// A button for each kind of file.
fn take_away(props: &ShareProps, run: Option<&Run>) -> Html {
    let stem = formats::file_stem(props.reading.title());
    let button = |name: &'static str, needs_run: bool, save: fn(&ShareProps, &str)| {
        let own =
            ShareProps { dispatch: props.dispatch.clone(), state: props.state.clone(), reading: props.reading.clone() };
        let stem = stem.clone();
        let onclick = Callback::from(move |_: MouseEvent| save(&own, &stem));
        html! {
            <button type="button" class="button" disabled={needs_run && run.is_none()} {onclick}>{ name }</button>
        }
    };
    html! { <>
        { button("Python file", false, |props, stem| {
            files::save(&format!("{stem}.py"), "text/x-python", &props.state.scenario.to_file());
        }) }
        { button("Timeline as SVG", true, |props, stem| with_run(props, |run| {
            files::save(&format!("{stem}.svg"), "image/svg+xml", &drawn(props, run));
        })) }
        { button("Timeline as PNG", true, |props, stem| with_run(props, |run| {
            files::save_picture(&format!("{stem}.png"), &drawn(props, run));
        })) }
        { button("Trace for Perfetto", true, |props, stem| with_run(props, |run| {
            let json = perfetto::json(&run.trace, &run.timeline, props.reading.title());
            files::save(&format!("{stem}.json"), "application/json", &json);
        })) }
        { button("Table as Markdown", true, |props, stem| with_run(props, |run| {
            files::save(&format!("{stem}.md"), "text/markdown", &table::markdown(&run.verdict));
        })) }
        { button("Table as CSV", true, |props, stem| with_run(props, |run| {
            files::save(&format!("{stem}.csv"), "text/csv", &table::csv(&run.verdict));
        })) }
    </> }
}

fn with_run(props: &ShareProps, save: impl FnOnce(&Run)) {
    if let Some(run) = props.state.picture.as_ref().and_then(|outcome| outcome.run.as_ref()) {
        save(run);
    }
}

/// The timeline in the colours that the page has now.
fn drawn(props: &ShareProps, run: &Run) -> String {
    let colours = if browser::is_dark(props.state.theme) { Colours::Dark } else { Colours::Light };
    let (title, summary) = (props.reading.title(), run.verdict.summary.as_str());
    let frame = Frame { title, summary, width_px: PICTURE_PX, extent_ns: None, colours: Some(colours) };
    picture::svg(&run.trace, &run.timeline, &frame)
}
