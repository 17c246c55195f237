//! The one sentence that says whether and when the program exits, and how many threads were cut off.

use crate::ui::state::PageState;
use last_thread_standing::source::lines::LineIndex;
use last_thread_standing::verdict::Exits;
use last_thread_standing::view::scheduler;
use yew::prelude::*;

/// How far a long run has come. It stands beside the summary, which is announced: a number that keeps changing would
/// be announced without end.
pub fn how_far(state: &PageState) -> Option<Html> {
    let operations = state.running.filter(|operations| state.ready && *operations > 0)?;
    let words = format!("{:.1} million operations so far", operations as f64 / 1e6);
    Some(html! { <p class="every-schedule">{ words }</p> })
}

pub fn summary(sentence: &str, class: &'static str) -> Html {
    // A browser would break a line within `Thread-1`.
    let mut pieces = Vec::new();
    let mut begun = 0;
    let mut at = 0;
    for word in sentence.split_inclusive(' ') {
        let end = at + word.len();
        if word.contains('-') {
            pieces.push(html! { &sentence[begun..at] });
            pieces.push(html! { <span class="whole">{ word }</span> });
            begun = end;
        }
        at = end;
    }
    pieces.push(html! { &sentence[begun..] });
    html! {
        <p class={classes!("summary", class)} role="status" aria-label="Summary" aria-live="polite">
            // Another sentence, and not the old one whose parts move.
            <span key={sentence}>{ for pieces }</span>
        </p>
    }
}

/// The sentence and the class of its tone.
pub fn sentence(state: &PageState) -> (String, &'static str) {
    let standing = state.outcome.as_ref().and_then(|outcome| outcome.standing.as_ref());
    if let Some(standing) = standing.filter(|standing| state.scheduling.is_some() && !standing.choices.is_empty()) {
        return (scheduler::question(standing), "summary-choice");
    }
    if state.running.is_some_and(|operations| operations > 0) {
        return ("Still running …".to_owned(), "summary-running");
    }
    if state.held {
        let sentence = "This program stopped the page the last time, so it was not run again; change it to run it.";
        return (sentence.to_owned(), "summary-broken");
    }
    let Some(outcome) = &state.outcome else { return ("Reading the program …".to_owned(), "summary-running") };
    match (&outcome.run, outcome.diagnostics.first()) {
        (Some(run), _) => {
            let class = match run.verdict.exits {
                Exits::Yes => "summary-exits",
                Exits::Never => "summary-never",
                Exits::Unknown => "summary-unknown",
            };
            (run.verdict.summary.clone(), class)
        }
        (None, Some(first)) => {
            let line = LineIndex::new(&outcome.text).line(first.span.start);
            (format!("Cannot run: line {line}: {}", first.message), "summary-broken")
        }
        (None, None) => ("There is no run to show.".to_owned(), "summary-unknown"),
    }
}
