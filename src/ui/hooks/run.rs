//! Runs the scenario whenever it has changed, in slices between which the page answers.

use crate::ui::background::answer::Answer;
use crate::ui::browser;
use crate::ui::engine::{Job, Outcome, Progress};
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

/// While nothing is drawn yet there is nobody to answer: the first run may take longer than a slice before the page is
/// drawn without it. On a phone most runs of the gallery take less.
const FIRST_SLICES_MS: f64 = 400.0;
/// Before a first run is over the page is drawn without what the picture would move. A run of so many operations is one
/// that takes its time, on any device: half a second of a desktop, a hundred times what one of the gallery needs.
const LONG_RUN_OPERATIONS: u64 = 20_000_000;
/// And so long is waited for a file that is on its way, or for a device that does nothing else meanwhile.
const FIRST_WAIT_MS: f64 = 30_000.0;

/// The first run of the page, if it is over soon: then the first picture is already that of the timeline.
pub fn first_run(scenario: &Rc<Scenario>) -> Option<Outcome> {
    let began_ms = browser::now_ms();
    let mut job = Job::new(scenario);
    loop {
        match slice(job) {
            Progress::Done(outcome) => return Some(outcome),
            Progress::GoesOn(goes_on) if goes_on.is_waiting() => return None,
            Progress::GoesOn(goes_on) => job = goes_on,
        }
        if browser::now_ms() - began_ms >= FIRST_SLICES_MS {
            return None;
        }
    }
}

/// A change drops the run before it. A short run is over within the first slice, before the page is drawn again.
/// A scenario that is `held` is not run, and the first one not again when its run is already `over`.
#[hook]
pub fn use_run(scenario: &Rc<Scenario>, held: bool, over: bool, by_hand: Option<ByHand>, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    let is_first = use_mut_ref(|| true);
    use_effect_with((Rc::clone(scenario), held, by_hand), move |(scenario, held, by_hand)| {
        let next: Next = Rc::default();
        let is_over = is_first.replace(false) && over;
        if !held && !is_over {
            let job = match by_hand {
                Some(by_hand) => Job::by_hand(scenario, by_hand.turns.to_vec(), by_hand.answer.shared.clone()),
                None => Job::new(scenario),
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

fn slice(job: Job) -> Progress {
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
