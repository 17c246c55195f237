//! Runs the scenario whenever it has changed, in slices between which the page answers.

use crate::ui::background::answer::Answer;
use crate::ui::browser;
use crate::ui::engine::{Job, Progress};
use crate::ui::opening::Opening;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch};
use gloo_timers::callback::Timeout;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::schedule::turn::Turn;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The slice that is to come; dropping it drops the run.
type Next = Rc<RefCell<Option<Timeout>>>;

/// A run in which a person chooses: the turns so far, and the exploration that says where there is a choice.
#[derive(Clone, PartialEq)]
pub struct ByHand {
    pub turns: Rc<Vec<Turn>>,
    pub answer: Shared<Answer>,
}

/// Before a first run is over the page is drawn without what the picture would move. A run of so many operations is one
/// that takes its time, on any device: half a second of a desktop, a hundred times what one of the gallery needs.
const LONG_RUN_OPERATIONS: u64 = 20_000_000;
/// And so long is waited for a file that is on its way, or for a device that does nothing else meanwhile.
const FIRST_WAIT_MS: f64 = 30_000.0;

/// A change drops the run before it. A short run is over within the first slice, before the page is drawn again.
/// A scenario that is `held` is not run; the run of the first one has begun, and may be `over`.
#[hook]
pub fn use_run(
    scenario: &Rc<Scenario>,
    held: bool,
    opening: &Opening,
    over: bool,
    by_hand: Option<ByHand>,
    dispatch: &Dispatch,
) {
    let (dispatch, opening) = (dispatch.clone(), opening.clone());
    let is_first = use_mut_ref(|| true);
    use_effect_with((Rc::clone(scenario), held, by_hand), move |(scenario, held, by_hand)| {
        let next: Next = Rc::default();
        let is_first = is_first.replace(false);
        if !(*held || is_first && over) {
            let begun = opening.run().filter(|_| is_first);
            let job = match by_hand {
                Some(by_hand) => Job::by_hand(scenario, by_hand.turns.to_vec(), by_hand.answer.shared.clone()),
                None => begun.unwrap_or_else(|| Job::new(scenario)),
            };
            let now_ms = browser::now_ms();
            advance(job, now_ms, now_ms, dispatch, Rc::clone(&next));
        }
        move || drop(next.borrow_mut().take())
    });
}

/// How often the page says how far a long run has come.
const BETWEEN_REPORTS_MS: f64 = 150.0;

/// Stands in the browser's memory while a slice is running, and for ever when the slice stopped the whole page.
const SLICE_KEY: &str = "last-thread-standing.slice";

/// Whether the page was stopped by the scenario that it ran last.
pub fn was_stopped_by_run() -> bool {
    let stopped = browser::recall(SLICE_KEY).is_some();
    browser::forget(SLICE_KEY);
    stopped
}

/// Goes on with a run, and notes that it does.
pub fn slice(job: Job) -> Progress {
    browser::remember(SLICE_KEY, "running");
    let progress = job.advance();
    browser::forget(SLICE_KEY);
    progress
}

fn advance(job: Job, begun_ms: f64, reported_ms: f64, dispatch: Dispatch, next: Next) {
    match slice(job) {
        Progress::Done(outcome) => dispatch.dispatch(Action::RunDone(Shared::new(outcome))),
        Progress::GoesOn(job) => {
            // To draw the page after each slice would take longer than the slice.
            let now_ms = browser::now_ms();
            let reported_ms = if now_ms - reported_ms >= BETWEEN_REPORTS_MS {
                let long = job.operations() >= LONG_RUN_OPERATIONS || now_ms - begun_ms >= FIRST_WAIT_MS;
                dispatch.dispatch(Action::RunGoesOn { operations: job.operations(), long });
                now_ms
            } else {
                reported_ms
            };
            let again = Rc::clone(&next);
            let slice = Timeout::new(0, move || advance(job, begun_ms, reported_ms, dispatch, again));
            *next.borrow_mut() = Some(slice);
        }
    }
}
