//! A Python file that is dropped on the page, or chosen, or a text that is pasted, becomes the scenario.

use crate::ui::browser;
use crate::ui::files;
use crate::ui::history::ChangeSource;
use crate::ui::state::{Action, Dispatch};
use gloo_timers::callback::Timeout;
use last_thread_standing::scenario::Scenario;
use yew::prelude::*;

/// The script that reads files has come by then: it is loaded beside the page.
const SCRIPT_MS: u32 = 300;

#[hook]
pub fn use_files(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let soon = Timeout::new(SCRIPT_MS, move || files::listen(move |text| open(&dispatch, &text)));
        move || drop(soon)
    });
}

/// The largest file that is taken: far more than a program that can be run.
const LARGEST_BYTES: usize = 1_000_000;

/// Why a text that was brought in is none that can be opened.
fn refusal(text: &str) -> Option<&'static str> {
    if text.len() > LARGEST_BYTES {
        Some("This is larger than a megabyte; it was not opened. A program that can be run here is far smaller.")
    } else if text.contains('\0') {
        Some("This is no text; it was not opened. A Python file is a text whose name ends in .py.")
    } else {
        None
    }
}

fn open(dispatch: &Dispatch, text: &str) {
    if let Some(sentence) = refusal(text) {
        dispatch.dispatch(Action::ShowDialog(None));
        return dispatch.dispatch(Action::Notice(Some(sentence.to_owned())));
    }
    let (scenario, errors) = Scenario::from_file(text);
    dispatch.dispatch(Action::Change { scenario, source: ChangeSource::Opening, now_ms: browser::now_ms() });
    dispatch.dispatch(Action::ShowDialog(None));
    // What the settings line of the file says and is not known.
    let refused: Vec<String> = errors.iter().map(ToString::to_string).collect();
    dispatch.dispatch(Action::Notice((!refused.is_empty()).then(|| refused.join(" "))));
}
