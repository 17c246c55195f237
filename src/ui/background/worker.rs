//! The worker's side: one scenario at a time is explored, in slices between which requests are heard.

use super::estimating::Estimate;
use super::exploring::{Explore, Progress};
use super::messages::{News, Report, Request, decode, encode};
use crate::ui::browser;
use crate::ui::engine::FILE_NAME;
use gloo_timers::callback::Timeout;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::forcing::force;
use last_thread_standing::scenario::outcomes::Appearance;
use last_thread_standing::schedule::recording::ScheduleError;
use last_thread_standing::stdlib::modules;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// How long a slice may take: a request that came meanwhile is soon heard.
const SLICE_MS: f64 = 16.0;
/// The time that is spent unasked; then it waits until somebody wants to know.
const UNASKED_MS: f64 = 4_000.0;
/// How often the page is told how far it has come.
const BETWEEN_REPORTS_MS: f64 = 150.0;

/// Listens to the page for as long as the worker lives, and tells it so.
pub fn work() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let desk: Rc<RefCell<Desk>> = Rc::default();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(request) = decode(message.data()) {
            desk.borrow_mut().take_in(request);
            go_on(&desk);
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    send(&JsValue::NULL);
}

fn send(message: &JsValue) {
    if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        let _ = scope.post_message(message);
    }
}

/// What is under way.
#[derive(Default)]
enum Work {
    #[default]
    Nothing,
    Exploring(Explore),
    Estimating(Box<Estimate>),
}

/// All that the worker knows.
#[derive(Default)]
struct Desk {
    /// Of the scenario that was asked for last.
    number: u32,
    is_wanted: bool,
    work: Work,
    /// What was explored, for the estimate.
    explored: Option<(Scenario, Vec<Appearance>)>,
    spent_ms: f64,
    reported_ms: f64,
    /// The slice that is to come.
    next: Option<Timeout>,
}

impl Desk {
    fn take_in(&mut self, request: Request) {
        match request {
            Request::Shelf(file) => modules::bring_shelf(file),
            Request::Explore { number, scenario, is_wanted } => {
                (self.number, self.is_wanted, self.spent_ms) = (number, is_wanted, 0.0);
                self.explored = None;
                self.work = Work::Exploring(Explore::new(scenario));
            }
            Request::Wanted(is_wanted) => self.is_wanted = is_wanted,
            Request::Stop => {
                // It is told what was found, however little.
                self.is_wanted = true;
                if let Work::Exploring(explore) = &mut self.work {
                    explore.stop();
                }
            }
            Request::Force { outcome, schedule } => {
                if let Some((scenario, _)) = &self.explored {
                    self.report(News::Forced { outcome, file: forced(scenario, &schedule) });
                }
            }
            Request::Estimate => {
                if let Some((scenario, appearances)) = &self.explored {
                    self.work = Estimate::new(scenario, appearances)
                        .map_or(Work::Nothing, |estimate| Work::Estimating(Box::new(estimate)));
                }
            }
        }
    }

    /// Whether there is something to do now.
    fn is_busy(&self) -> bool {
        match &self.work {
            Work::Nothing => false,
            Work::Exploring(_) => self.is_wanted || self.spent_ms < UNASKED_MS,
            Work::Estimating(_) => true,
        }
    }

    fn report(&self, news: News) {
        if let Some(message) = encode(&Report { number: self.number, news }) {
            send(&message);
        }
    }

    fn slice(&mut self) {
        let began_ms = browser::now_ms();
        let until_ms = began_ms + SLICE_MS;
        self.work = match std::mem::take(&mut self.work) {
            Work::Nothing => Work::Nothing,
            Work::Exploring(explore) => match explore.advance(until_ms) {
                Progress::Refused => {
                    self.report(News::Refused);
                    Work::Nothing
                }
                Progress::Done(scenario, findings) => {
                    let appearances = findings.outcomes.rows.iter().map(|row| row.appearance.clone());
                    self.explored = Some((scenario, appearances.collect()));
                    self.report(News::Explored(findings));
                    Work::Nothing
                }
                Progress::GoesOn(explore) => {
                    let now_ms = browser::now_ms();
                    self.spent_ms += now_ms - began_ms;
                    if now_ms - self.reported_ms >= BETWEEN_REPORTS_MS {
                        self.reported_ms = now_ms;
                        self.report(News::GoesOn { states: explore.states() });
                    }
                    Work::Exploring(explore)
                }
            },
            Work::Estimating(mut estimate) => {
                while let Some((frequency, margin)) = estimate.advance(until_ms) {
                    let is_over = margin.is_some();
                    self.report(News::Estimated(frequency, margin));
                    if is_over {
                        self.work = Work::Nothing;
                        return;
                    }
                }
                Work::Estimating(estimate)
            }
        };
    }
}

/// The file, or why there is none.
fn forced(scenario: &Scenario, schedule: &str) -> Result<String, String> {
    let schedule = schedule.parse().map_err(|error: ScheduleError| error.to_string())?;
    let forced = force(scenario, FILE_NAME, &schedule).map_err(|why| why.to_string())?;
    Ok(forced.to_file())
}

/// A slice as soon as the requests that came meanwhile are heard.
fn go_on(desk: &Rc<RefCell<Desk>>) {
    let again = Rc::clone(desk);
    let mut now = desk.borrow_mut();
    now.next = now.is_busy().then(|| {
        Timeout::new(0, move || {
            again.borrow_mut().slice();
            go_on(&again);
        })
    });
}
