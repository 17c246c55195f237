//! The help sheet: how to read the picture, and the keys.

use super::modal::Modal;
use crate::ui::state::{Action, Dialog, Dispatch};
use last_thread_standing::scenario::reference::REFERENCE;
use yew::prelude::*;

const KEYS: [(&str, &str); 13] = [
    ("Space", "Play or pause"),
    ("→  ←", "Step forward or back by one event"),
    (".  ,", "Step forward or back by one line of code"),
    ("Page down  Page up", "To the next or the last note of a lesson (a presenter's keys)"),
    ("Home  End", "Go to the beginning or the end"),
    ("+  −", "Zoom in or out around the moment (also w and s, or Ctrl and the wheel)"),
    ("a  d", "Move left or right (also Shift and the wheel, or drag)"),
    ("0", "Show the whole run"),
    ("F9", "In the code: a breakpoint at this line, at which playing stops (or click in front of the line's number)"),
    ("Ctrl+Z  Ctrl+Y", "Undo, redo"),
    ("Ctrl+V", "Outside of fields: the copied program in the place of this one"),
    ("Esc then Tab", "Leave the code editor by the keyboard"),
    ("?", "This sheet"),
];

#[inline(never)] // Comes with the later part.
pub fn help(dispatch: &Dispatch) -> Html {
    html! {
        <Modal dispatch={dispatch.clone()} title="Help">
            <p>{ "Write a threaded Python program; a simulated CPython runs it in virtual time. The timeline shows what each thread did until the interpreter was gone." }</p>
            { reference_button(dispatch) }
            <h3>{ "How to read the threads" }</h3>
            <ul class="legend">
                <li>{ swatch("thread-regular", "running", "M2 16H62") }<span>{ "A regular thread that runs: taut and full. The exit waits for it." }</span></li>
                <li>{ swatch("thread-daemon", "running", "M2 16H62") }<span>{ "A daemon that runs: two thin strands. Nobody waits for it." }</span></li>
                <li>{ swatch("thread-regular", "sleeping", "M2 11C18 25 46 25 62 11") }<span>{ "It sleeps: slack." }</span></li>
                <li>{ swatch("thread-regular", "waiting-and-hatches", "M2 16H62") }<span>{ "It waits for something: tied down." }</span></li>
                <li>{ swatch("thread-regular", "ready", "M2 16H62") }<span>{ "It could run, another thread has the interpreter." }</span></li>
                <li>{ swatch("thread-daemon", "cut", "M2 16H34") }<span>{ "It is cut off: the interpreter is gone. What it had begun stays undone." }</span></li>
                <li>{ swatch("thread-regular", "exit", "") }<span>{ "The red line is the exit: from there on the process is gone, and nothing runs behind it." }</span></li>
                <li>{ swatch("thread-regular", "arrow", "M14 3Q24 16 14 24") }<span>{ "An arrow: a thread starts another one, wakes it, or is joined by it." }</span></li>
                <li>{ swatch("thread-regular", "prints", "M2 20H62") }<span>{ "A tick above a thread: something is printed." }</span></li>
            </ul>
            <h3>{ "Keys" }</h3>
            <dl class="keys">
                { for KEYS.iter().map(|(keys, what)| html! {
                    <div>
                        <dt>{ for keys.split("  ").map(|key| html! { <kbd>{ key }</kbd> }) }</dt>
                        <dd>{ *what }</dd>
                    </div>
                }) }
            </dl>
        </Modal>
    }
}

/// Opens the reference page.
pub fn reference_button(dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowDialog(Some(Dialog::Reference))));
    html! { <button type="button" class="button" {onclick}>{ "Regular or daemon: the reference" }</button> }
}

/// The two kinds of threads compared.
#[inline(never)] // Comes with the later part.
pub fn reference(dispatch: &Dispatch) -> Html {
    html! {
        <Modal dispatch={dispatch.clone()} title="Reference" class="modal-wide">
            { Html::from_html_unchecked(REFERENCE.into()) }
        </Modal>
    }
}

fn swatch(kind: &'static str, what: &'static str, d: &'static str) -> Html {
    html! {
        <svg class={classes!("thread", "swatch", kind)} width="64" height="32" aria-hidden="true">
            if what == "running" || what == "cut" {
                <path class="running" {d} />
                <path class={if kind == "thread-daemon" { "running-gap" } else { "running-twist" }} {d} />
            } else if what == "exit" {
                <path class="exit-line" d="M34 1V31" />
            } else if what == "arrow" {
                <path class="arrow-line" {d} />
                <path class="arrow-head" d="M10 20L18 22L11 29Z" />
            } else if what == "prints" {
                <path class="running" {d} />
                <path class="running-twist" {d} />
                <path class="ticks" d="M16 6V13M34 6V13M52 6V13" />
            } else if what == "waiting-and-hatches" {
                <path class="waiting" {d} />
                <path class="hatches" d="M6 21l5-10M13 21l5-10M20 21l5-10M27 21l5-10M34 21l5-10M41 21l5-10M48 21l5-10M55 21l5-10" />
            } else {
                <path class={what} {d} />
            }
            if what == "cut" {
                <path class="fray" d="M31 16Q38 15 46 8M31 16Q39 16 48 13M31 16Q39 16 47 20M31 16Q37 17 44 25" />
                <path class="exit-line" d="M34 1V31" />
            }
        </svg>
    }
}
