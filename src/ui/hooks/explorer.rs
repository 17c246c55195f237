//! Explores the scenario when it has rested for a moment, or at once when somebody wants to know, in slices between which
//! the page answers.

use crate::ui::browser;
use crate::ui::exploring::{Answer, Explore, Progress};
use crate::ui::shared::Shared;
use gloo_timers::callback::Timeout;
use last_thread_standing::scenario::Scenario;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// A scenario that nobody has changed for so long has come to rest.
const REST_MS: u32 = 700;
/// The time that is spent unasked; then it waits until somebody wants to know.
const UNASKED_MS: f64 = 1_500.0;
/// The pause between two slices while nobody has asked.
const UNASKED_PAUSE_MS: u32 = 12;
/// How often the page says how far it has come.
const BETWEEN_REPORTS_MS: f64 = 150.0;
/// Stands in the browser's memory while a slice is running, and for ever when the slice stopped the whole page.
const SLICE_KEY: &str = "last-thread-standing.exploring";

/// How far the exploration has come.
#[derive(Clone, Default, PartialEq)]
pub enum Exploring {
    #[default]
    NotBegun,
    GoesOn {
        states: usize,
    },
    /// The program cannot run.
    Refused,
    /// The exploration stopped the page the last time; it goes on when it is asked for.
    Held,
    Done(Shared<Answer>),
}

/// The exploration of the scenario that is shown.
#[derive(Clone, PartialEq)]
pub struct Explorer {
    pub now: Exploring,
    pub stop: Callback<()>,
    /// Goes on although the exploration stopped the page the last time.
    pub start: Callback<()>,
}

impl Explorer {
    /// The answer for this scenario, when there is one.
    pub fn answer(&self, scenario: &Rc<Scenario>) -> Option<&Shared<Answer>> {
        match &self.now {
            Exploring::Done(answer) if Rc::ptr_eq(&answer.scenario, scenario) => Some(answer),
            _ => None,
        }
    }
}

/// What is under way.
#[derive(Default)]
struct Work {
    job: RefCell<Option<Explore>>,
    /// The slice that is to come; dropping it drops the slice.
    next: RefCell<Option<Timeout>>,
    is_wanted: Cell<bool>,
    is_held: Cell<bool>,
    spent_ms: Cell<f64>,
    reported_ms: Cell<f64>,
}

/// `scenario` is explored whatever its policy is; a `held` one is not.
#[hook]
pub fn use_explorer(scenario: &Rc<Scenario>, held: bool, is_wanted: bool) -> Explorer {
    let now = use_state_eq(Exploring::default);
    let work = use_memo((), |()| Work::default());
    let stopped_page = use_memo((), |()| {
        let stopped = browser::recall(SLICE_KEY).is_some();
        browser::forget(SLICE_KEY);
        Cell::new(stopped)
    });
    {
        let (work, setter) = (Rc::clone(&work), now.setter());
        use_effect_with((Rc::clone(scenario), held), move |(scenario, held)| {
            work.spent_ms.set(0.0);
            work.is_held.set(stopped_page.replace(false));
            if work.is_held.get() {
                setter.set(Exploring::Held);
                *work.job.borrow_mut() = Some(Explore::new(scenario));
            } else if !held {
                setter.set(Exploring::NotBegun);
                *work.job.borrow_mut() = Some(Explore::new(scenario));
                go_on_after(&work, &setter, if work.is_wanted.get() { 0 } else { REST_MS });
            }
            move || {
                drop(work.next.borrow_mut().take());
                drop(work.job.borrow_mut().take());
            }
        });
    }
    {
        let (work, setter) = (Rc::clone(&work), now.setter());
        use_effect_with(is_wanted, move |&is_wanted| {
            work.is_wanted.set(is_wanted);
            if is_wanted && !work.is_held.get() && work.job.borrow().is_some() {
                go_on_after(&work, &setter, 0);
            }
        });
    }
    let start = use_callback((), {
        let (work, setter) = (Rc::clone(&work), now.setter());
        move |(), ()| {
            work.is_held.set(false);
            setter.set(Exploring::NotBegun);
            go_on_after(&work, &setter, 0);
        }
    });
    let stop = use_callback((), {
        let (work, setter) = (work, now.setter());
        move |(), ()| {
            if let Some(job) = work.job.borrow_mut().as_mut() {
                job.stop();
            }
            go_on_after(&work, &setter, 0);
        }
    });
    Explorer { now: (*now).clone(), stop, start }
}

fn go_on_after(work: &Rc<Work>, setter: &UseStateSetter<Exploring>, pause_ms: u32) {
    let (again, setter) = (Rc::clone(work), setter.clone());
    *work.next.borrow_mut() = Some(Timeout::new(pause_ms, move || slice(&again, &setter)));
}

fn slice(work: &Rc<Work>, setter: &UseStateSetter<Exploring>) {
    let Some(job) = work.job.borrow_mut().take() else { return };
    let began_ms = browser::now_ms();
    browser::remember(SLICE_KEY, "running");
    let progress = job.advance();
    browser::forget(SLICE_KEY);
    match progress {
        Progress::Refused => setter.set(Exploring::Refused),
        Progress::Done(answer) => setter.set(Exploring::Done(Shared::new(answer))),
        Progress::GoesOn(job) => {
            let now_ms = browser::now_ms();
            work.spent_ms.set(work.spent_ms.get() + now_ms - began_ms);
            if now_ms - work.reported_ms.get() >= BETWEEN_REPORTS_MS {
                work.reported_ms.set(now_ms);
                setter.set(Exploring::GoesOn { states: job.states() });
            }
            *work.job.borrow_mut() = Some(job);
            match (work.is_wanted.get(), work.spent_ms.get() < UNASKED_MS) {
                (true, _) => go_on_after(work, setter, 0),
                (false, true) => go_on_after(work, setter, UNASKED_PAUSE_MS),
                (false, false) => {}
            }
        }
    }
}
