//! The code: the text itself, in an editor that marks findings and the lines at which threads are.

use crate::ui::browser;
use crate::ui::editor::{self, Editor};
use crate::ui::engine::Outcome;
use crate::ui::history::ChangeSource;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use gloo_timers::callback::Timeout;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::source::lines::normalise_newlines;
use last_thread_standing::view::twins::Twin;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

/// How often it is looked whether the editor's script has come, and how many times, before a plain field takes its
/// place for good.
const LOOK_AGAIN_MS: u32 = 100;
const LOOKS: u32 = 50;

#[derive(Properties, PartialEq)]
pub struct CodeProps {
    pub dispatch: Dispatch,
    pub scenario: Rc<Scenario>,
    pub outcome: Option<Shared<Outcome>>,
    pub wanted_line: Option<(u32, u32)>,
    pub places: Rc<[(u32, String)]>,
    pub lit_line: Option<u32>,
    pub breakpoints: Rc<[u32]>,
}

#[component]
pub fn Code(props: &CodeProps) -> Html {
    let host = use_node_ref();
    let editor = use_mut_ref(|| None::<Editor>);
    let looks = use_state_eq(|| 0);
    let ready = use_state_eq(|| false);
    let brought = use_memo((), |()| Cell::new(false));
    // The text is typed into a scenario whose settings may have changed since the editor was made.
    let now = use_mut_ref(|| Rc::clone(&props.scenario));
    *now.borrow_mut() = Rc::clone(&props.scenario);
    let act = {
        let dispatch = props.dispatch.clone();
        move |name: String| dispatch.dispatch(if name == "redo" { Action::Redo } else { Action::Undo })
    };
    let point = {
        let dispatch = props.dispatch.clone();
        move |line: u32| dispatch.dispatch(Action::Light((line > 0).then(|| Twin::of_line(line))))
    };
    let stops = {
        let dispatch = props.dispatch.clone();
        move |lines: Vec<u32>| dispatch.dispatch(Action::SetBreakpoints(lines))
    };
    let stop_lines = props.breakpoints.clone();
    let change = {
        let dispatch = props.dispatch.clone();
        move |text: String| {
            let settings = now.borrow().settings.clone();
            let scenario = Scenario { text: normalise_newlines(&text), settings };
            dispatch.dispatch(Action::Change { scenario, source: ChangeSource::Typing, now_ms: browser::now_ms() });
        }
    };
    {
        let (editor, text, ready, looks, change) =
            (Rc::clone(&editor), props.scenario.text.clone(), ready.clone(), looks.clone(), change.clone());
        let brought = Rc::clone(&brought);
        use_effect_with((host.clone(), *looks), move |(host, look)| {
            let mut again = None;
            if editor.borrow().is_none()
                && let Some(host) = host.cast::<Element>()
            {
                *editor.borrow_mut() = Editor::new(&host, &text, change, act, point, stops, &stop_lines);
                let made = editor.borrow().is_some();
                if !made && !brought.get() {
                    brought.set(editor::bring());
                }
                ready.set(made);
                let look = *look;
                if !made && look < LOOKS {
                    again = Some(Timeout::new(LOOK_AGAIN_MS, move || looks.set(look + 1)));
                }
            }
            move || drop(again)
        });
    }
    use_editor(&editor, (props.scenario.clone(), *ready), |editor, (scenario, _)| editor.set_text(&scenario.text));
    use_editor(&editor, (props.outcome.clone(), *ready), |editor, (outcome, _)| {
        if let Some(outcome) = outcome {
            editor.show_diagnostics(&outcome.text, &outcome.findings());
        }
    });
    use_editor(&editor, (props.places.clone(), *ready), |editor, (places, _)| editor.show_places(places));
    use_editor(&editor, (props.lit_line, *ready), |editor, (line, _)| editor.show_lit(line.unwrap_or(0)));
    use_editor(&editor, (props.wanted_line, *ready), |editor, (wanted, _)| {
        if let Some((line, _)) = wanted {
            editor.show_line(*line);
        }
    });
    {
        // Leaving the tab removes the editor before its element goes.
        let editor = Rc::clone(&editor);
        use_effect_with((), move |()| move || drop(editor.borrow_mut().take()));
    }
    let oninput = Callback::from(move |event: InputEvent| {
        change(event.target_unchecked_into::<HtmlTextAreaElement>().value());
    });
    html! { <>
        <div ref={host} class="code-editor"></div>
        if !*ready && *looks >= LOOKS {
            <textarea class="code-plain" aria-label="Program" spellcheck="false" {oninput}
                value={props.scenario.text.clone()} />
        }
    </> }
}

/// Does something with the editor whenever what it depends on has changed.
#[hook]
fn use_editor<T: PartialEq + 'static>(editor: &Rc<RefCell<Option<Editor>>>, on: T, act: fn(&Editor, &T)) {
    let editor = Rc::clone(editor);
    use_effect_with(on, move |on| {
        if let Some(editor) = editor.borrow().as_ref() {
            act(editor, on);
        }
    });
}
