//! Why the program cannot run as it stands: each finding with its place.

use crate::ui::engine::Outcome;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::source::diagnostic::{Diagnostic, DiagnosticKind};
use last_thread_standing::source::lines::LineIndex;
use yew::prelude::*;

/// Findings that are listed; the rest is in the code.
const MOST_FINDINGS: usize = 5;

pub struct FindingsProps {
    pub dispatch: Dispatch,
    pub outcome: Shared<Outcome>,
    /// A picture of an earlier text is shown below.
    pub has_picture: bool,
}

#[inline(never)] // Comes with the later part.
pub fn findings(props: &FindingsProps) -> Html {
    let index = LineIndex::new(&props.outcome.text);
    let all = props.outcome.findings();
    let show = |diagnostic: &Diagnostic, verb: &str| {
        let line = index.line(diagnostic.span.start);
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ShowLine(line)));
        html! { <button type="button" class="line-link" {onclick}>{ format!("{verb}line {line}") }</button> }
    };
    let finding = |diagnostic: &Diagnostic| {
        html! { <li>{ show(diagnostic, "") }<span>{ &diagnostic.message }</span></li> }
    };
    let unsupported = all.iter().all(|diagnostic| diagnostic.kind == DiagnosticKind::NotSupported);
    let title = if unsupported {
        "This is Python, but more of it than can be simulated here"
    } else {
        "Python cannot read this yet"
    };
    html! {
        <div class="findings">
            <p class="findings-title">{ title }</p>
            // A single one stands in the summary already.
            if let [only] = all.as_slice() {
                <p>{ show(only, "Show ") }</p>
            } else {
                <ul>{ for all.iter().take(MOST_FINDINGS).map(finding) }</ul>
            }
            if all.len() > MOST_FINDINGS {
                <p class="hint">{ format!("and {} more, marked in the code", all.len() - MOST_FINDINGS) }</p>
            }
            if props.outcome.run.is_some() {
                <p class="hint">{ "Below is the run up to there." }</p>
            } else if props.has_picture {
                <p class="hint">{ "Below is the last run that worked." }</p>
            }
        </div>
    }
}
