//! What about a run is not in the text: version, runtime, stdout, order of threads, session, Ctrl-C.

use crate::ui::browser;
use crate::ui::history::ChangeSource;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::machine::settings::{PythonVersion, Runtime, StdoutKind};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::settings::{PolicyKind, Settings};
use last_thread_standing::scenario::time_text::{parse_time, time_text};
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The prompt of an interactive session is closed at this time unless the person says otherwise.
const DEFAULT_SESSION_NS: u64 = 10_000_000_000;

#[derive(Clone)]
pub struct RunSettingsProps {
    pub dispatch: Dispatch,
    pub scenario: Rc<Scenario>,
}

/// `open` is whether the settings are unfolded: nobody sees them before, and they come with the later part.
pub fn run_settings(props: &RunSettingsProps, open: &UseStateHandle<bool>) -> Html {
    let setter = open.setter();
    let ontoggle = Callback::from(move |event: Event| {
        setter.set(event.target_unchecked_into::<Element>().has_attribute("open"));
    });
    html! {
        <details class="run-settings" {ontoggle}>
            <summary>
                <span class="run-settings-title">{ "Run with" }</span>
                <span class="run-settings-now">{ in_words(&props.scenario.settings) }</span>
            </summary>
            if **open {
                { fields(props) }
            }
        </details>
    }
}

#[inline(never)] // Comes with the later part.
fn fields(props: &RunSettingsProps) -> Html {
    let settings = &props.scenario.settings;
    let machine = &settings.machine;
    let versions: Vec<_> = PythonVersion::all().rev().collect();
    let policy = match settings.policy {
        PolicyKind::Typical => 0,
        PolicyKind::RoundRobin => 1,
        PolicyKind::Random { .. } => 2,
        PolicyKind::Replay { .. } => 3,
    };
    let mut policies = vec!["typical", "round-robin", "random"];
    if policy == 3 {
        policies.push("as recorded");
    }
    html! {
        <div class="run-settings-grid">
            { choice(props, "Python", versions.iter().map(PythonVersion::to_string).collect(),
                versions.iter().position(|version| *version == machine.python), {
                let versions = versions.clone();
                move |settings, index| settings.machine.python = versions.get(index).copied().unwrap_or_default()
            }) }
            { choice(props, "Runtime", labels(&["GIL", "free-threaded"]), Some(machine.runtime as usize),
                |settings, index| settings.machine.runtime = if index == 0 { Runtime::Gil } else { Runtime::FreeThreaded }) }
            { choice(props, "Stdout", labels(&["terminal", "pipe", "unbuffered"]), Some(machine.stdout as usize),
                |settings, index| settings.machine.stdout = match index {
                    0 => StdoutKind::Terminal,
                    1 => StdoutKind::Pipe,
                    _ => StdoutKind::Unbuffered,
                }) }
            { choice(props, "Scheduling", labels(&policies), Some(policy),
                |settings, index| match index {
                    0 => settings.policy = PolicyKind::Typical,
                    1 => settings.policy = PolicyKind::RoundRobin,
                    2 => settings.policy = PolicyKind::Random { seed: 0 },
                    _ => {}
                }) }
            if let PolicyKind::Random { seed } = settings.policy {
                { field(props, "Seed", seed.to_string(), "0", |settings, text| {
                    text.trim().parse().is_ok_and(|seed| { settings.policy = PolicyKind::Random { seed }; true })
                }) }
            }
            { choice(props, "Mode", labels(&["script", "interactive"]),
                Some(usize::from(machine.interactive_until_ns.is_some())),
                |settings, index| settings.machine.interactive_until_ns = (index == 1).then_some(DEFAULT_SESSION_NS)) }
            if let Some(until_ns) = machine.interactive_until_ns {
                { field(props, "Session ends at, in seconds", time_text(until_ns), "10", |settings, text| {
                    parse_time(text.trim()).is_ok_and(|until_ns| {
                        settings.machine.interactive_until_ns = Some(until_ns);
                        true
                    })
                }) }
            }
            { field(props, "Ctrl-C at, in seconds", ctrl_c_text(&machine.ctrl_c_ns), "never", |settings, text| {
                let text = text.trim().trim_end_matches(',');
                let words = if text.is_empty() { None } else { Some(text.replace(char::is_whitespace, "")) };
                let Some(words) = words else {
                    settings.machine.ctrl_c_ns.clear();
                    return true;
                };
                settings.apply_text(&format!("ctrl-c={words}")).is_empty()
            }) }
        </div>
    }
}

fn labels(labels: &[&str]) -> Vec<String> {
    labels.iter().map(|&label| label.to_owned()).collect()
}

fn ctrl_c_text(ctrl_c_ns: &[u64]) -> String {
    ctrl_c_ns.iter().map(|at_ns| time_text(*at_ns)).collect::<Vec<_>>().join(", ")
}

/// The settings in a line: `CPython 3.14, GIL, terminal`.
fn in_words(settings: &Settings) -> String {
    let machine = &settings.machine;
    let mut words = vec![format!("CPython {}", machine.python)];
    words.push(if machine.runtime == Runtime::Gil { "GIL".to_owned() } else { "free-threaded".to_owned() });
    match machine.stdout {
        StdoutKind::Terminal => {}
        StdoutKind::Pipe => words.push("stdout to a pipe".to_owned()),
        StdoutKind::Unbuffered => words.push("unbuffered".to_owned()),
    }
    match &settings.policy {
        PolicyKind::Typical => {}
        PolicyKind::RoundRobin => words.push("round-robin".to_owned()),
        PolicyKind::Random { seed } => words.push(format!("random, seed {seed}")),
        PolicyKind::Replay { .. } => words.push("as recorded".to_owned()),
    }
    if let Some(until_ns) = machine.interactive_until_ns {
        words.push(format!("interactive until {} s", time_text(until_ns)));
    }
    if !machine.ctrl_c_ns.is_empty() {
        words.push(format!("Ctrl-C at {} s", ctrl_c_text(&machine.ctrl_c_ns)));
    }
    words.join(", ")
}

fn change(props: &RunSettingsProps, name: &str, edit: impl FnOnce(&mut Settings)) {
    let mut scenario = (*props.scenario).clone();
    edit(&mut scenario.settings);
    let source = ChangeSource::Control(name.to_owned());
    props.dispatch.dispatch(Action::Change { scenario, source, now_ms: browser::now_ms() });
}

fn choice(
    props: &RunSettingsProps,
    name: &'static str,
    options: Vec<String>,
    chosen: Option<usize>,
    edit: impl Fn(&mut Settings, usize) + 'static,
) -> Html {
    let own = RunSettingsProps { dispatch: props.dispatch.clone(), scenario: props.scenario.clone() };
    let onchange = Callback::from(move |event: Event| {
        let select = event.target_unchecked_into::<HtmlSelectElement>();
        if let Ok(index) = usize::try_from(select.selected_index()) {
            change(&own, name, |settings| edit(settings, index));
        }
    });
    html! {
        <label class="setting">
            <span>{ name }</span>
            <select {onchange}>
                { for options.into_iter().enumerate().map(|(index, option)| html! {
                    <option selected={chosen == Some(index)}>{ option }</option>
                }) }
            </select>
        </label>
    }
}

/// A text field; what `edit` refuses is marked as invalid and changes nothing.
fn field(
    props: &RunSettingsProps,
    name: &'static str,
    value: String,
    placeholder: &'static str,
    edit: impl Fn(&mut Settings, &str) -> bool + 'static,
) -> Html {
    let own = RunSettingsProps { dispatch: props.dispatch.clone(), scenario: props.scenario.clone() };
    let onchange = Callback::from(move |event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        let mut settings = own.scenario.settings.clone();
        let accepted = edit(&mut settings, &field.value());
        let _ = field.set_attribute("aria-invalid", if accepted { "false" } else { "true" });
        if accepted {
            change(&own, name, move |now| *now = settings);
        }
    });
    html! {
        <label class="setting">
            <span>{ name }</span>
            <input type="text" inputmode="decimal" autocomplete="off" {value} {placeholder} {onchange} />
        </label>
    }
}
