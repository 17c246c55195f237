//! The parameters of the program: every literal that may be turned, found in the text and written back into it.

use super::knob::KnobView;
use super::switch::{SwitchProps, switch};
use crate::ui::browser;
use crate::ui::engine::Outcome;
use crate::ui::history::ChangeSource;
use crate::ui::reading::Reading;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::source::edit::templates::{self, Template};
use last_thread_standing::source::edit::{TextEdit, daemon, join, number, thread};
use last_thread_standing::source::knobs::{Body, DaemonFlag, FlagPlace, Knob, NameKnob, ThreadSite};
use last_thread_standing::view::lane::Lane;
use last_thread_standing::view::twins::Twin;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Clone, Properties, PartialEq)]
pub struct ParametersProps {
    pub dispatch: Dispatch,
    pub reading: Shared<Reading>,
    pub outcome: Option<Shared<Outcome>>,
    pub lit_line: Option<u32>,
}

impl ParametersProps {
    fn edit(&self, name: &str, edits: &[TextEdit]) {
        let scenario = self.reading.edited(edits);
        let source = ChangeSource::Control(name.to_owned());
        self.dispatch.dispatch(Action::Change { scenario, source, now_ms: browser::now_ms() });
    }

    /// The threads that were made at a place when the program last ran.
    fn made_at(&self, site: &ThreadSite) -> impl Iterator<Item = &Lane> {
        let run = self.outcome.as_ref().and_then(|outcome| outcome.run.as_ref());
        let lines = [Some(site.line), site.init_line];
        let lanes = run.into_iter().flat_map(|run| &run.timeline.lanes);
        lanes.filter(move |lane| lines.contains(&Some(lane.created_line)))
    }

    fn was_daemon(&self, site: &ThreadSite) -> bool {
        self.made_at(site).any(|lane| lane.daemon)
    }
}

#[component]
pub fn Parameters(props: &ParametersProps) -> Html {
    // Made anew with the text only, not with everything that is pointed at.
    let offers = use_memo(props.reading.clone(), |reading| Offers::of(reading));
    html! {
        <div class="parameters">
            { for props.reading.bodies.iter().enumerate().map(|(index, body)| {
                group(props, index, body, offers.bodies.get(index).map_or(&[], Vec::as_slice))
            }) }
            if !offers.templates.is_empty() {
                <div class="parameter-group" role="group" aria-label="Add a thread">
                    <h3>{ "Add a thread" }</h3>
                    { edit_buttons(props, &offers.templates) }
                </div>
            }
        </div>
    }
}

fn group(props: &ParametersProps, index: usize, body: &Body, offers: &[NamedEdits]) -> Html {
    let is_function = body.line > 0 && index > 0;
    html! {
        <div key={body.name.clone()} class="parameter-group" role="group" aria-label={body.name.clone()}>
            <div class="parameter-title">
                if is_function {
                    <h3><code>{ &body.name }</code></h3>
                } else {
                    <h3>{ &body.name }</h3>
                }
                if body.is_thread_body() {
                    <div class="parameter-switches">
                        { for body.sites.iter().filter_map(|site| join_switch(props, body, site)) }
                        { inherit_button(props, body) }
                        { daemon_switch(props, body) }
                    </div>
                }
            </div>
            { for body.names.iter().map(|name| name_field(props, name)) }
            { for body.sites.iter().filter(|site| can_be_named(props, site)).map(|site| missing_name_field(props, site)) }
            { for body.knobs.iter().map(|knob| knob_view(props, knob)) }
            if body.knobs.is_empty() && body.names.is_empty() && !body.is_thread_body() {
                <p class="hint">{ "Nothing to turn here." }</p>
            }
            if is_function && !offers.is_empty() {
                { edit_buttons(props, offers) }
            }
        </div>
    }
}

/// A button's name and what it does to the text.
type NamedEdits = (&'static str, Vec<TextEdit>);

/// What can be done to the thread of each body as a whole, and what can be added. Where the text is not simple enough for
/// something, it is left out.
struct Offers {
    bodies: Vec<Vec<NamedEdits>>,
    templates: Vec<NamedEdits>,
}

impl Offers {
    fn of(reading: &Reading) -> Self {
        let (text, parsed) = (&reading.scenario.text, &reading.parsed);
        let of_body = |body: &Body| {
            let last = body.sites.last();
            let edits = [
                ("Duplicate", last.and_then(|site| thread::duplicate(text, parsed, site))),
                ("Remove", last.and_then(|site| thread::remove(text, parsed, body, site))),
                (
                    "Wrap in try … finally",
                    thread::wrap_in_finally(text, parsed, body).filter(|_| body.is_thread_body()),
                ),
            ];
            edits.into_iter().filter_map(|(name, edits)| Some((name, edits?))).collect()
        };
        // Where the text cannot be read, nobody knows where the lines belong.
        let known = if parsed.diagnostics.is_empty() { Template::ALL.as_slice() } else { &[] };
        let template =
            |template: &Template| (template.label(), templates::add(text, parsed, &reading.bodies, *template));
        Offers { bodies: reading.bodies.iter().map(of_body).collect(), templates: known.iter().map(template).collect() }
    }
}

/// Leaves the flag to the thread that makes these, where the text says it: neither yes nor no.
fn inherit_button(props: &ParametersProps, body: &Body) -> Html {
    if body.sites.iter().all(|site| site.flag_place == FlagPlace::Absent) {
        return Html::default();
    }
    let (own, body) = (props.clone(), body.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let edits = daemon_edits(&own, &body, DaemonFlag::Inherited);
        own.edit(&format!("daemon {}", body.name), &edits);
    });
    html! {
        <button type="button" class="line-link inherit-button" aria-label="Inherit the flag"
            title="Say nothing: a thread has the flag of the one that makes it" {onclick}>{ "inherit" }</button>
    }
}

fn edit_buttons(props: &ParametersProps, offers: &[NamedEdits]) -> Html {
    html! {
        <div class="parameter-edits">
            { for offers.iter().map(|(name, edits)| edit_button(props, name, edits.clone())) }
        </div>
    }
}

fn edit_button(props: &ParametersProps, name: &'static str, edits: Vec<TextEdit>) -> Html {
    let own = props.clone();
    let onclick = Callback::from(move |_: MouseEvent| own.edit(name, &edits));
    html! { <button type="button" class="button small" {onclick}>{ name }</button> }
}

fn daemon_switch(props: &ParametersProps, body: &Body) -> Html {
    let was_daemon = || body.sites.iter().any(|site| props.was_daemon(site));
    let (on, note) = match body.flag() {
        Some(DaemonFlag::Daemon) => (true, ""),
        Some(DaemonFlag::Regular) | None => (false, ""),
        Some(DaemonFlag::Inherited) => (was_daemon(), "inherited"),
        Some(DaemonFlag::Computed) => (was_daemon(), if body.sites.len() > 1 { "mixed" } else { "computed" }),
    };
    let edits = daemon_edits(props, body, if on { DaemonFlag::Regular } else { DaemonFlag::Daemon });
    let (own, name) = (props.clone(), body.name.clone());
    let disabled = edits.is_empty();
    let onturn = Callback::from(move |_: bool| own.edit(&format!("daemon {name}"), &edits));
    let label = "Daemon".into();
    switch(SwitchProps { label, on, note: note.into(), disabled, onturn })
}

fn daemon_edits(props: &ParametersProps, body: &Body, flag: DaemonFlag) -> Vec<TextEdit> {
    let reading = &props.reading;
    daemon::set_daemon_of_body(&reading.scenario.text, &reading.parsed, body, flag)
}

/// Whether its threads are joined; none where there is neither a join nor a place for one.
fn join_switch(props: &ParametersProps, body: &Body, site: &ThreadSite) -> Option<Html> {
    let reading = &props.reading;
    let on = !site.joins.is_empty();
    let edits = if on {
        join::remove_joins(&reading.scenario.text, &reading.parsed, site)
    } else {
        join::add_join(&reading.scenario.text, &reading.parsed, site)?
    };
    let label = match &site.variable {
        Some(variable) if body.sites.len() > 1 => format!("Join {variable}"),
        _ => "Join".to_owned(),
    };
    let (own, name) = (props.clone(), label.clone());
    let onturn = Callback::from(move |_: bool| own.edit(&name, &edits));
    let (label, note) = (label.into(), AttrValue::default());
    Some(switch(SwitchProps { label, on, note, disabled: false, onturn }))
}

fn name_field(props: &ParametersProps, name: &NameKnob) -> Html {
    let own = props.clone();
    let knob = name.clone();
    let set = move |value: String| {
        own.edit(&knob.label, &[number::set_name(&own.reading.scenario.text, &knob, &value)]);
    };
    text_field(name.label.clone(), name.value.clone(), String::new(), set)
}

/// Whether a line makes just this thread, which has no name yet: two fields of one line would be called the same.
fn can_be_named(props: &ParametersProps, site: &ThreadSite) -> bool {
    let all = props.reading.bodies.iter().flat_map(|body| &body.sites);
    site.can_take_name && all.filter(|other| other.line == site.line).count() == 1
}

/// The name of threads that the text does not name; until it does they have the one that `threading` gave them.
fn missing_name_field(props: &ParametersProps, site: &ThreadSite) -> Html {
    let label = format!("name, line {}", site.line);
    let given = props.made_at(site).next().map(|lane| lane.name.clone()).unwrap_or_default();
    let (own, site, source) = (props.clone(), site.clone(), label.clone());
    let set = move |value: String| {
        if let Some(edit) = number::add_name(&own.reading.parsed, &site, &value) {
            own.edit(&source, &[edit]);
        }
    };
    text_field(label, String::new(), given, set)
}

fn text_field(label: String, value: String, placeholder: String, set: impl Fn(String) + 'static) -> Html {
    let onchange = Callback::from(move |event: Event| set(event.target_unchecked_into::<HtmlInputElement>().value()));
    html! {
        <label key={label.clone()} class="knob knob-of-text">
            <span class="knob-name" aria-hidden="true">{ &label }</span>
            <input type="text" aria-label={label} {value} {placeholder} autocomplete="off" {onchange} />
        </label>
    }
}

fn knob_view(props: &ParametersProps, knob: &Knob) -> Html {
    let own = props.clone();
    let turned = knob.clone();
    let onturn = Callback::from(move |value: f64| {
        own.edit(&turned.label, &[number::set_number(&own.reading.scenario.text, &turned, value)]);
    });
    let code = props.reading.line_text(knob.line).to_owned();
    html! {
        <div key={knob.label.clone()} class={classes!((props.lit_line == Some(knob.line)).then_some("lit"))}
            data-twin={Twin::of_line(knob.line).to_text()}>
        <KnobView label={knob.label.clone()} value={knob.value} unit={knob.unit} {code} {onturn} />
        </div>
    }
}
