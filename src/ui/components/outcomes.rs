//! All outcomes: what holds in every schedule, and each way in which the program can end, with a witness to be played.

use crate::ui::background::answer::Answer;
use crate::ui::background::answer::Likelihood;
use crate::ui::browser;
use crate::ui::hooks::{Explorer, Exploring, Forced};
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use last_thread_standing::explore::margin::Margin;
use last_thread_standing::machine::text::format_number::grouped;
use last_thread_standing::scenario::outcomes::HowOften;
use last_thread_standing::schedule::random::JITTER_MODEL;
use last_thread_standing::verdict::{Exits, Fate};
use last_thread_standing::view::outcomes::{AllOutcomes, Mark, OutcomeRow, OutputLine, Rank, ThreadFate};
use last_thread_standing::view::switches;
use yew::prelude::*;

/// Outcomes that are shown at once; the rest when it is asked for.
const MOST_AT_ONCE: usize = 40;
/// Threads of one outcome that are shown although nothing about them is unusual.
const MOST_USUAL_THREADS: usize = 8;
/// Switches that are told of one outcome.
const MOST_SWITCHES: usize = 4;

/// What is known of all outcomes of the scenario.
#[derive(Clone, PartialEq)]
pub struct KnownOutcomes {
    pub explorer: Explorer,
    /// All of them, once they are known.
    pub answer: Option<Shared<Answer>>,
    /// The schedule that is being replayed, if any.
    pub playing: Option<AttrValue>,
    /// Places of the outcomes that were found by hand.
    pub found: Vec<usize>,
    /// Every one is listed, however many there are.
    pub lists_all: bool,
}

#[inline(never)] // Comes with the later part.
pub fn outcomes(dispatch: &Dispatch, known: &KnownOutcomes) -> Html {
    let Some(answer) = &known.answer else { return progress(known) };
    let all = &answer.outcomes;
    if let Some((what, line)) = &all.not_supported {
        return html! { <p class="hint">{ format!("Not every schedule can be explored: line {line} is not supported here: {what}.") }</p> };
    }
    let shown = if known.lists_all { usize::MAX } else { MOST_AT_ONCE };
    let show_all = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::ListAllOutcomes))
    };
    html! {
        <div class="outcomes">
            <p class="verdict-sentence">{ all.exit_sentence() }</p>
            <p class="hint" role="status" aria-label="Exploration">
                { format!("Explored {}: {}.", all.extent, all.count_words()) }
                if !known.found.is_empty() {
                    { format!(" {} of them found by hand.", known.found.len()) }
                }
            </p>
            { finishes(all) }
            { margin(known.explorer.likelihood.as_ref().and_then(|likelihood| likelihood.margin)) }
            <ol class="outcome-list" aria-label="Outcomes">
                { for all.rows.iter().take(shown).enumerate().map(|(at, row)| outcome(dispatch, known, at, row)) }
            </ol>
            if all.rows.len() > shown {
                <button type="button" class="button" onclick={show_all}>
                    { format!("Show {} more outcomes", all.rows.len() - shown) }
                </button>
            }
            if all.untold > 0 {
                <p class="hint">{ format!("{} more schedules led to another end; they are not listed.", all.untold) }</p>
            }
            if let Some(likelihood) = &known.explorer.likelihood {
                <p class="hint">{ likelihood.frequency.words() }{ " " }{ JITTER_MODEL }</p>
            }
        </div>
    }
}

/// While it is being explored, or when it is not.
fn progress(known: &KnownOutcomes) -> Html {
    let press = |callback: &Callback<()>| callback.reform(|_: MouseEvent| ());
    match &known.explorer.now {
        Exploring::Refused => html! { <p class="hint">{ "There is nothing to explore until the program runs." }</p> },
        Exploring::Broken => html! {
            <div class="exploring">
                <p>{ "Exploring this program stopped by a mistake of the playground's own; everything else goes on." }</p>
                <button type="button" class="button" onclick={press(&known.explorer.start)}>{ "Explore it again" }</button>
            </div>
        },
        Exploring::Forbidden => html! {
            <p class="hint">{ "This browser lets no page work in the background here, so nothing is explored." }</p>
        },
        now => {
            let states = if let Exploring::GoesOn { states } = now { *states } else { 0 };
            html! {
                <div class="exploring">
                    <p>{ format!("Exploring every schedule: {} states so far …", grouped(states as u64)) }</p>
                    if known.explorer.is_restarted {
                        <p class="hint">{ "It had stopped by a mistake of the playground's own and was started anew." }</p>
                    }
                    <button type="button" class="button small" onclick={press(&known.explorer.stop)}>{ "Stop" }</button>
                </div>
            }
        }
    }
}

pub fn often_class(often: HowOften) -> &'static str {
    match often {
        HowOften::Always => "often often-always",
        HowOften::Sometimes => "often often-sometimes",
        HowOften::Never => "often often-never",
    }
}

/// Per thread: finishes always, sometimes, never.
pub fn finishes(all: &AllOutcomes) -> Html {
    html! {
        <ul class="finishes" aria-label="Threads in every schedule">
            { for all.finishes.iter().map(|(name, often)| html! {
                <li><strong>{ name }</strong>{ " finishes " }<span class={often_class(*often)}>{ often.label() }</span></li>
            }) }
        </ul>
    }
}

fn outcome(dispatch: &Dispatch, known: &KnownOutcomes, at: usize, row: &OutcomeRow) -> Html {
    let number = at + 1;
    let is_playing = match (&known.playing, row.rank) {
        (None, rank) => rank == Rank::Usual,
        (Some(schedule), _) => *schedule == row.schedule,
    };
    let schedule = (row.rank != Rank::Usual).then(|| row.schedule.clone());
    let dispatch = dispatch.clone();
    let play = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Watch { schedule: schedule.clone(), now_ms: browser::now_ms() });
    });
    let force = {
        let (force, schedule) = (known.explorer.force.clone(), AttrValue::from(row.schedule.clone()));
        Callback::from(move |_: MouseEvent| force.emit((at, schedule.clone())))
    };
    let tone = match row.exits {
        Exits::Never => "outcome-never",
        _ => "",
    };
    html! {
        <li key={row.schedule.clone()} class={classes!("outcome", is_playing.then_some("outcome-playing"), tone)}>
            <div class="outcome-head">
                <h3>{ format!("{number}. {}", row.rank.words()) }</h3>
                <span class="outcome-tools">
                    <button type="button" class="button small" onclick={play} aria-label={format!("Play outcome {number}")}>
                        { "Play" }
                    </button>
                    <button type="button" class="button small" onclick={force} aria-label={format!("Force outcome {number}")}
                        title="A Python file that comes to this outcome on a real CPython">
                        { "Force" }
                    </button>
                </span>
            </div>
            <p class="outcome-meta">
                { how_likely(known, at) }
                if is_playing {
                    <span class="outcome-found">{ "on the timeline" }</span>
                }
                if known.found.contains(&at) {
                    <span class="outcome-found">{ "found by hand" }</span>
                }
            </p>
            if let Some(forced) = known.explorer.forced.as_ref().filter(|forced| forced.outcome == at) {
                <p class="outcome-forced" role="status">{ forced_words(forced) }</p>
            }
            <p class="outcome-summary">
                { &row.summary }
                if let Some(code) = row.exit_code.filter(|code| *code != 0) {
                    { format!(" Status {code}.") }
                }
            </p>
            { fates(&row.threads) }
            if !row.switches.is_empty() {
                <ul class="outcome-switches">
                    { for row.switches.iter().take(MOST_SWITCHES).map(|switch| html! { <li>{ switches::told(switch) }</li> }) }
                    if row.switches.len() > MOST_SWITCHES {
                        <li>{ format!("and {} more", row.switches.len() - MOST_SWITCHES) }</li>
                    }
                </ul>
            }
            { output(row) }
        </li>
    }
}

/// What came of forcing it.
fn forced_words(forced: &Forced) -> AttrValue {
    let saved = "Saved: a Python file that comes to this outcome on a real CPython.";
    forced.why_not.clone().unwrap_or(AttrValue::Static(saved))
}

/// How far the program is from another outcome.
fn margin(margin: Option<Margin>) -> Html {
    let words = match margin {
        None | Some(Margin::Unknown) => return Html::default(),
        Some(Margin::None) => {
            "Race margin: none. Things are due at the same moment, and it matters which comes first.".to_owned()
        }
        Some(Margin::Milliseconds(late_ms)) => {
            format!("Race margin: {late_ms} ms. When something is late by so much, something else can happen.")
        }
        Some(Margin::Any) => "Race margin: any. However late something is, the outcome is the same.".to_owned(),
    };
    html! { <p class="margin">{ words }</p> }
}

/// How often random runs came to it: a bar and a number, both an estimate.
fn how_likely(known: &KnownOutcomes, at: usize) -> Html {
    let Some(Likelihood { frequency, .. }) = &known.explorer.likelihood else { return Html::default() };
    let share = frequency.share_of(at);
    html! {
        <span class="likely" title="An estimate from random runs">
            <span class="likely-bar" aria-hidden="true"><span style={format!("width: {:.1}%", share * 100.0)}></span></span>
            { frequency.share_words(at) }
        </span>
    }
}

fn fates(threads: &[ThreadFate]) -> Html {
    let few = threads.len() <= MOST_USUAL_THREADS;
    let shown = threads.iter().filter(|thread| few || thread.differs);
    let class = |fate: Fate| match fate {
        Fate::Finished | Fate::WaitedFor => "fate fate-finished",
        Fate::CutOff => "fate fate-cut",
        Fate::NeverStarted => "fate fate-never-started",
        Fate::Failed => "fate fate-failed",
        Fate::NeverEnds => "fate fate-never-ends",
        Fate::StillRunning => "fate fate-running",
    };
    html! {
        <ul class="outcome-fates" aria-label="Threads">
            { for shown.map(|thread| html! {
                <li class={classes!(thread.differs.then_some("differs"))}>
                    { &thread.name }{ " " }
                    <span class={class(thread.fate)}>{ thread.fate.label() }</span>
                    if thread.differs {
                        <span class="visually-hidden">{ " (differs)" }</span>
                    }
                </li>
            }) }
        </ul>
    }
}

fn output(row: &OutcomeRow) -> Html {
    if row.output.is_empty() {
        return html! { <p class="hint">{ "Nothing is printed." }</p> };
    }
    let line = |line: &OutputLine| {
        let text = if line.text.is_empty() { "\u{a0}".to_owned() } else { line.text.clone() };
        let note = match (line.mark, line.lost) {
            (Mark::Missing, _) => " (missing)",
            (Mark::Added, false) => " (differs)",
            (_, true) => " (lost in the buffer)",
            (Mark::Same, false) => "",
        };
        let body = html! { <>{ text }<span class="visually-hidden">{ note }</span></> };
        match line.mark {
            Mark::Same => html! { <li class={classes!(line.lost.then_some("line-lost"))}>{ body }</li> },
            Mark::Added => html! { <li class="line-added"><ins>{ body }</ins></li> },
            Mark::Missing => html! { <li class="line-missing"><del>{ body }</del></li> },
        }
    };
    html! {
        <ol class="outcome-output" aria-label="Printed">
            { for row.output.iter().map(line) }
            if row.more_lines > 0 {
                <li class="hint">{ format!("{} more lines", row.more_lines) }</li>
            }
        </ol>
    }
}
