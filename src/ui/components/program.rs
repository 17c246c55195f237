//! The scenario: its title and explanation, and two views of its one text.

use super::code::Code;
use super::parameters::Parameters;
use super::prose::with_code;
use super::run_settings::{RunSettingsProps, run_settings};
use super::tabs::Tabs;
use crate::ui::engine::Outcome;
use crate::ui::reading::Reading;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch, ProgramTab};
use last_thread_standing::scenario::lesson::{self, Note};
use last_thread_standing::view::clock;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ProgramProps {
    pub dispatch: Dispatch,
    pub reading: Shared<Reading>,
    pub outcome: Option<Shared<Outcome>>,
    pub tab: ProgramTab,
    pub wanted_line: Option<(u32, u32)>,
    /// The lines at which threads are at the moment: line, names.
    pub places: Rc<[(u32, String)]>,
    /// The line that is pointed at.
    pub lit_line: Option<u32>,
    pub breakpoints: Rc<[u32]>,
    /// The note of the lesson that belongs to the moment.
    pub note: Option<usize>,
}

#[component]
pub fn Program(props: &ProgramProps) -> Html {
    let settings_open = use_state_eq(|| false);
    let scenario = &props.reading.scenario;
    let onchoose = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |index: usize| {
            let tab = if index == 0 { ProgramTab::Parameters } else { ProgramTab::Code };
            dispatch.dispatch(Action::ShowProgramTab(tab));
        })
    };
    let (paragraphs, notes) = lesson::paragraphs_and_notes(&props.reading.parsed.explanation);
    let titles = vec![AttrValue::from("Parameters"), AttrValue::from("Code")];
    html! {
        <section class="program" aria-label="Scenario">
            <div class="program-heading">
                <h2>{ with_code(props.reading.title()) }</h2>
                if scenario.text.trim().is_empty() {
                    <p>{ "Write a program under Code, put one together from the threads under Parameters, or choose one under Scenario." }</p>
                }
                { for paragraphs.iter().map(|paragraph| html! { <p>{ with_code(paragraph) }</p> }) }
                if !notes.is_empty() {
                    <ol class="notes" aria-label="Notes">
                        { for notes.iter().enumerate().map(|(index, note)| note_row(props, index, note)) }
                    </ol>
                }
            </div>
            <Tabs label="Scenario" id="program" {titles} chosen={usize::from(props.tab == ProgramTab::Code)} {onchoose}>
                if props.tab == ProgramTab::Parameters {
                    <Parameters dispatch={props.dispatch.clone()} reading={props.reading.clone()} outcome={props.outcome.clone()} lit_line={props.lit_line} />
                } else {
                    <Code dispatch={props.dispatch.clone()} scenario={scenario.clone()}
                        outcome={props.outcome.clone()} wanted_line={props.wanted_line} places={props.places.clone()} lit_line={props.lit_line}
                        breakpoints={props.breakpoints.clone()} />
                }
            </Tabs>
            { run_settings(&RunSettingsProps { dispatch: props.dispatch.clone(), scenario: scenario.clone() }, &settings_open) }
        </section>
    }
}

fn note_row(props: &ProgramProps, index: usize, note: &Note) -> Html {
    let (dispatch, at_ns) = (props.dispatch.clone(), note.at_ns);
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::GoTo(at_ns)));
    html! {
        <li aria-current={(props.note == Some(index)).then_some("step")}>
            <button type="button" class="line-link" {onclick}>{ clock::moment(at_ns) }</button>
            <span>{ with_code(&note.text) }</span>
        </li>
    }
}
