//! Predict first: the questions before the picture, and how the answer compared.

use crate::ui::engine::Run;
use crate::ui::state::{Action, Dispatch, Predicting};
use last_thread_standing::machine::event::ThreadId;
use last_thread_standing::view::prediction;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What an answer changes, with the field that it was typed into.
type Change = Box<dyn Fn(&mut Predicting, &HtmlInputElement)>;

/// What stands in the place of the picture until the person has answered.
#[inline(never)] // Comes with the later part.
pub fn questions(dispatch: &Dispatch, run: &Run, predicting: &Predicting) -> Html {
    let change = |change: Change| {
        let (dispatch, predicting) = (dispatch.clone(), predicting.clone());
        Callback::from(move |event: InputEvent| {
            let mut predicting = predicting.clone();
            change(&mut predicting, &event.target_unchecked_into::<HtmlInputElement>());
            dispatch.dispatch(Action::Predict(Some(predicting)));
        })
    };
    let thread = |(thread, name): (ThreadId, &str)| {
        let checked = predicting.prediction.finish.contains(&thread);
        let oninput = change(Box::new(move |predicting, field| {
            predicting.prediction.finish.retain(|other| *other != thread);
            if field.checked() {
                predicting.prediction.finish.push(thread);
            }
        }));
        html! { <label class="check"><input type="checkbox" {checked} {oninput} />{ name.to_owned() }</label> }
    };
    let last_line = change(Box::new(|predicting, field| predicting.prediction.last_line = field.value()));
    let answer = {
        let (dispatch, predicting) = (dispatch.clone(), predicting.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.dispatch(Action::Predict(Some(Predicting { answered: true, ..predicting.clone() })));
        })
    };
    html! {
        <form class="predict" aria-label="Predict first" onsubmit={answer}>
            <h2>{ "What will happen?" }</h2>
            <p>{ "Read the program, decide, and then see." }</p>
            <fieldset>
                <legend>{ "Which of these threads come to their own end?" }</legend>
                { for prediction::asked(&run.verdict).map(thread) }
            </fieldset>
            <label class="predict-line">
                { "What is the last line printed?" }
                <input type="text" autocomplete="off" spellcheck="false" value={predicting.prediction.last_line.clone()} oninput={last_line} />
            </label>
            <button type="submit" class="button primary">{ "Show what happens" }</button>
        </form>
    }
}

/// How the answer compared with what happened.
#[inline(never)] // Comes with the later part.
pub fn comparison(dispatch: &Dispatch, run: &Run, predicting: &Predicting) -> Html {
    let (right, sentences) = prediction::compare(&run.trace, &run.verdict, &predicting.prediction);
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Predict(None)));
    html! {
        <section class="predicted" role="status" aria-label="Your prediction">
            <strong>{ if right { "All as you said." } else { "Not all as you said." } }</strong>
            <ul>{ for sentences.iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
            <button type="button" class="button small" {onclick}>{ "Close" }</button>
        </section>
    }
}
