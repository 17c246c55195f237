//! The whole page: the state, and where each part of it is shown.

use super::browser;
use super::components::findings::{FindingsProps, findings};
use super::components::header::header;
use super::components::help::{help, reference};
use super::components::notice::notice;
use super::components::outcomes::KnownOutcomes;
use super::components::playback::playback;
use super::components::predict::{comparison, questions};
use super::components::program::Program;
use super::components::prose::with_code;
use super::components::results::Results;
use super::components::scenarios::Scenarios;
use super::components::scheduler::Scheduler;
use super::components::share::Share;
use super::components::summary;
use super::components::timeline::Timeline;
use super::components::witness::{every_schedule, witness};
use super::engine::Run;
use super::hooks::{
    ByHand, use_address, use_explorer, use_files, use_keys, use_memory, use_playback, use_run, use_theme, use_twins,
    use_width,
};
use super::opening::{Opening, Part, use_part_after_part};
use super::reading::Reading;
use super::scheduling::explored;
use super::shared::Shared;
use super::state::{Action, Dialog, Dispatch, PageState, ResultTab};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::lesson::{Note, note_at};
use last_thread_standing::scenario::settings::PolicyKind;
use last_thread_standing::verdict::explain;
use last_thread_standing::view::events::told_at;
use std::rc::Rc;
use yew::prelude::*;

/// Below this width the heads of the lanes stand above their tracks.
const NARROW_PX: f64 = 640.0;

#[derive(Properties, PartialEq)]
pub struct PageProps {
    pub opening: Opening,
}

#[component]
pub fn Page(props: &PageProps) -> Html {
    let opening = props.opening.clone();
    let state = use_reducer(move || opening.into_state());
    let drawn = use_part_after_part();
    let dispatch = state.dispatcher();
    // Before it is run, as at the opening: what was typed is kept even if the run stops the page.
    use_memory(&state);
    let open = use_memo(state.scenario.clone(), |scenario| explored(scenario));
    // The same one as long as only the policy changes.
    let open = use_memo(open, Rc::clone);
    let all_are_shown = state.result_tab == ResultTab::AllOutcomes && !state.embed;
    let explorer = use_explorer(&open, state.held, all_are_shown || state.scheduling.is_some(), all_are_shown);
    let answer = explorer.answer(&open).cloned();
    let by_hand = state.scheduling.as_ref().zip(answer.clone());
    let by_hand = by_hand.map(|(scheduling, answer)| ByHand { turns: Rc::clone(&scheduling.turns), answer });
    use_run(&state.scenario, state.held, &props.opening, state.outcome.is_some(), by_hand, &dispatch);
    use_playback(state.playing, &dispatch);
    use_keys(&dispatch);
    use_theme(state.theme);
    use_twins(&dispatch);
    use_address(&dispatch);
    let stage = use_node_ref();
    let stage_px = use_width(&stage);
    let narrow = if stage_px > 0.0 { stage_px < NARROW_PX } else { browser::is_narrow() };

    let reading = use_memo(state.scenario.clone(), |scenario| Shared::new(Reading::new(scenario)));
    let reading = (*reading).clone();

    use_effect_with(reading.title().to_owned(), |title| browser::set_title(&format!("{title} · Last Thread Standing")));
    use_files(&dispatch);

    let (sentence, tone) = summary::sentence(&state);
    let now_ns = state.now_ns();
    let stale = state.picture_is_stale();
    let picture = state.picture.clone().filter(|picture| picture.run.is_some());
    let broken = state.outcome.clone().filter(|outcome| !outcome.findings().is_empty());
    let notes = use_memo(reading.clone(), |reading| reading.notes());
    let shown = picture.clone();
    let run = shown.as_ref().and_then(|picture| picture.run.as_ref());
    let found = answer.as_ref().map(|answer| state.found_by_hand.among(&state.scenario, answer)).unwrap_or_default();
    // The words come with the later part of the program, which is there when the scenario has come to rest.
    let has_words = browser::is_complete();
    let story = use_memo((picture.clone(), has_words), |(picture, has_words)| {
        let run = picture.as_ref().and_then(|picture| picture.run.as_ref()).filter(|_| *has_words);
        run.map(story_of).unwrap_or_default()
    });
    let known = KnownOutcomes {
        explorer: explorer.clone(),
        answer: answer.clone(),
        playing: playing(&state.scenario),
        found: found.clone(),
        lists_all: state.lists_all,
    };
    let has_program = state.ready && !state.embed;
    // What happens is not shown before the person has said what will.
    let asked = run.filter(|_| state.predicting.as_ref().is_some_and(|predicting| !predicting.answered));
    html! {
        <>
            { definitions() }
            if !state.embed {
                { header(&state, &dispatch) }
            }
            if let Some(sentence) = &state.notice {
                { notice(&dispatch, sentence) }
            }
            <main class={classes!("page-main", state.embed.then_some("embed"))}>
                <div class="stage" ref={stage} tabindex="-1">
                    if state.embed {
                        { embed_head(&state, &reading) }
                    }
                    if drawn < Part::Summary {
                    } else if let (Some(run), Some(predicting)) = (asked, &state.predicting) {
                        { questions(&dispatch, run, predicting) }
                    } else {
                        if let (Some(run), Some(predicting)) = (run, &state.predicting) {
                            { comparison(&dispatch, run, predicting) }
                        }
                    { summary::summary(&sentence, tone) }
                    if let Some(how_far) = summary::how_far(&state) {
                        { how_far }
                    } else if state.scheduling.is_none() && !state.embed && broken.is_none() {
                        { every_schedule(run.filter(|_| has_words), answer.as_deref(), &dispatch) }
                    }
                    { witness(&state, answer.as_deref(), &dispatch) }
                    if let Some(outcome) = broken {
                        { findings(&FindingsProps { dispatch: dispatch.clone(), outcome, has_picture: picture.is_some() }) }
                    }
                    if drawn < Part::Timeline {
                    } else if let Some(outcome) = picture.clone() {
                        <Timeline dispatch={dispatch.clone()} reading={reading.clone()} {outcome} {now_ns} sight={state.sight} {stale}
                            {narrow} lit={state.lit} embed={state.embed} story={(*story).clone()} />
                    } else {
                        <section class="timeline timeline-empty" role="region" aria-label="Timeline">
                            <p class="hint">{ "The threads are drawn here as soon as the program runs." }</p>
                        </section>
                    }
                    if state.ready && drawn >= Part::Playback {
                        { playback(&state, &dispatch) }
                        { happens(&state, run.filter(|_| has_words)) }
                    }
                    if let Some(scheduling) = &state.scheduling {
                        <Scheduler dispatch={dispatch.clone()} outcome={state.outcome.clone()} answer={answer.clone()}
                            exploring={explorer.now.clone()} choices={scheduling.choices()} found={found.clone()}
                            text={AttrValue::from(state.scenario.text.clone())} />
                    }
                        if state.ready && !notes.is_empty() {
                            { note_at_moment(&dispatch, &notes, now_ns) }
                        }
                    }
                </div>
                if has_program && drawn >= Part::Program {
                <Program dispatch={dispatch.clone()} reading={reading.clone()} outcome={state.outcome.clone()}
                    tab={state.program_tab} wanted_line={state.wanted_line} places={places(&state)}
                    lit_line={state.lit.map(|lit| lit.line)} note={note_at(&notes, now_ns)} breakpoints={state.breakpoints.clone()} />
                }
                if has_program && asked.is_none() && drawn >= Part::Results {
                <Results dispatch={dispatch.clone()} reading={reading.clone()} outcome={picture} tab={state.result_tab} {now_ns} {stale} lit={state.lit}
                    {known} beside={state.beside.clone()} kept={state.kept.clone()} />
                }
            </main>
            { match state.dialog {
                Some(Dialog::Scenarios) => html! {
                    <Scenarios dispatch={dispatch.clone()} fragment={AttrValue::from(state.fragment.clone())} />
                },
                Some(Dialog::Share) => html! { <Share dispatch={dispatch.clone()} state={Shared::new((*state).clone())} reading={reading.clone()} /> },
                Some(Dialog::Help) => help(&dispatch),
                Some(Dialog::Reference) => reference(&dispatch),
                None => Html::default(),
            } }
        </>
    }
}

#[inline(never)] // Comes with the later part.
fn story_of(run: &Run) -> AttrValue {
    explain::paragraph(&run.trace, &run.verdict).into()
}

/// What happens at the moment. It is announced when the person came there by a step, and not while the run plays.
fn happens(state: &PageState, run: Option<&Run>) -> Html {
    let told = run.map(|run| told_at(&run.trace, state.now_ns())).unwrap_or_default();
    let live = if state.stepped { "polite" } else { "off" };
    html! { <p class="happens" role="status" aria-label="At this moment" aria-live={live}>{ told }</p> }
}

/// The schedule that is replayed.
fn playing(scenario: &Scenario) -> Option<AttrValue> {
    match &scenario.settings.policy {
        PolicyKind::Replay { schedule, .. } => Some(AttrValue::from(schedule.clone())),
        _ => None,
    }
}

/// The note of a lesson that belongs to the moment, with the ways to its neighbours.
#[inline(never)] // Comes with the later part.
fn note_at_moment(dispatch: &Dispatch, notes: &[Note], now_ns: u64) -> Html {
    let go = |name: &'static str, forward: bool| {
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::GoByNote { forward }));
        html! { <button type="button" class="button small" {onclick}>{ name }</button> }
    };
    let text =
        note_at(notes, now_ns).and_then(|index| notes.get(index)).map_or("The lesson begins.", |note| &note.text);
    html! {
        <section class="note" aria-label="Note">
            <p aria-live="polite">{ with_code(text) }</p>
            { go("Previous note", false) }
            { go("Next note", true) }
        </section>
    }
}

/// The title of the scenario in a frame, and the way out of it with all that the reader changed.
#[inline(never)] // Comes with the later part.
fn embed_head(state: &PageState, reading: &Reading) -> Html {
    let link = state.link(state.moment_ns, false, false).unwrap_or_else(|_| browser::address());
    html! {
        <header class="embed-head">
            <h1>{ with_code(reading.title()) }</h1>
            <a class="button small" href={link} target="_blank" rel="noopener">{ "Open in playground" }</a>
        </header>
    }
}

/// The twist of a regular thread, which the stylesheet lays over every taut stretch.
fn definitions() -> Html {
    html! {
        <svg width="0" height="0" class="visually-hidden" aria-hidden="true">
            <defs>
                <pattern id="twist" width="6" height="8" patternUnits="userSpaceOnUse" patternTransform="translate(0 2)">
                    <path class="twist" d="M-2 10L4 -2M4 10L10 -2" />
                </pattern>
            </defs>
        </svg>
    }
}

/// The lines at which threads are at the moment, with their names; none when the code has changed since the run.
fn places(state: &PageState) -> Rc<[(u32, String)]> {
    let Some(run) = state.picture.as_ref().and_then(|outcome| outcome.run.as_ref()) else { return Rc::from([]) };
    let now_ns = state.now_ns();
    if state.picture_is_stale() || now_ns >= run.timeline.end_ns {
        return Rc::from([]);
    }
    let mut places: Vec<(u32, String)> = Vec::new();
    for lane in &run.timeline.lanes {
        let Some(line) = lane.line_at(now_ns) else { continue };
        // `Thread-1 (work)` is `Thread-1` here: the line says what it works on.
        let name = lane.name.split(" (").next().unwrap_or(&lane.name);
        match places.binary_search_by_key(&line, |place| place.0) {
            Ok(at) => {
                let names = &mut places[at].1;
                names.push_str(", ");
                names.push_str(name);
            }
            Err(at) => places.insert(at, (line, name.to_owned())),
        }
    }
    Rc::from(places)
}
