//! Has the scenario explored when it has rested for a moment, or at once when somebody wants to know.

use crate::ui::background::answer::{Answer, Likelihood};
use crate::ui::background::connection::Connection;
use crate::ui::background::{News, Report, Request};
use crate::ui::browser;
use crate::ui::engine::waits_for_shelf;
use crate::ui::files;
use crate::ui::reading::Reading;
use crate::ui::shared::Shared;
use gloo_timers::callback::Timeout;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::share::formats;
use last_thread_standing::stdlib::modules;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

/// A scenario that nobody has changed for so long has come to rest.
const REST_MS: u32 = 700;
/// Between two looks whether the rest of the page, or of the library, has come.
const PAUSE_MS: u32 = 30;
/// A worker that breaks is started anew so often for one scenario.
const MOST_RESTARTS: u32 = 1;

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
    /// The worker broke, and broke again.
    Broken,
    /// The browser allows no worker.
    Forbidden,
    Done(Shared<Answer>),
}

/// The exploration of the scenario that is shown.
#[derive(Clone, PartialEq)]
pub struct Explorer {
    pub now: Exploring,
    pub likelihood: Option<Likelihood>,
    /// The worker broke and was started anew.
    pub is_restarted: bool,
    /// The outcome that was forced last, and why it could not be.
    pub forced: Option<Forced>,
    /// Saves the outcome of that number and schedule as a file that forces it.
    pub force: Callback<(usize, AttrValue)>,
    pub stop: Callback<()>,
    /// Explores although it broke the worker.
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

/// What came of forcing an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Forced {
    /// Its place in the list.
    pub outcome: usize,
    /// None: a file was saved.
    pub why_not: Option<AttrValue>,
}

/// What the page knows of the exploration.
#[derive(Clone, Default, PartialEq)]
struct Known {
    exploring: Exploring,
    likelihood: Option<Likelihood>,
    is_restarted: bool,
    forced: Option<Forced>,
}

/// The worker and what it was asked.
struct Desk {
    known: UseStateSetter<Known>,
    /// What was told last, as the setter cannot be asked.
    last: RefCell<Known>,
    connection: RefCell<Option<Connection>>,
    knows_shelf: Cell<bool>,
    scenario: RefCell<Option<Rc<Scenario>>>,
    number: Cell<u32>,
    is_wanted: Cell<bool>,
    /// The worker was asked for this scenario.
    is_asked: Cell<bool>,
    restarts: Cell<u32>,
    /// What is to come; dropping it drops that.
    next: RefCell<Option<Timeout>>,
}

impl Desk {
    fn new(known: UseStateSetter<Known>) -> Self {
        Self {
            known,
            last: RefCell::default(),
            connection: RefCell::default(),
            knows_shelf: Cell::default(),
            scenario: RefCell::default(),
            number: Cell::default(),
            is_wanted: Cell::default(),
            is_asked: Cell::default(),
            restarts: Cell::default(),
            next: RefCell::default(),
        }
    }

    fn tell(&self, known: Known) {
        self.last.replace(known.clone());
        self.known.set(known);
    }

    fn change(&self, change: impl FnOnce(&mut Known)) {
        let mut known = self.last.borrow().clone();
        change(&mut known);
        self.tell(known);
    }

    fn send(&self, request: &Request) {
        if let Some(connection) = &*self.connection.borrow() {
            connection.send(request);
        }
    }
}

fn later(desk: &Rc<Desk>, pause_ms: u32, then: fn(&Rc<Desk>)) {
    let own = Rc::clone(desk);
    desk.next.replace(Some(Timeout::new(pause_ms, move || then(&own))));
}

/// Asks the worker, which is started when there is none.
fn ask(desk: &Rc<Desk>) {
    let Some(scenario) = desk.scenario.borrow().clone() else { return };
    // Unasked, nothing is brought before its time.
    let is_early = !desk.is_wanted.get() && !browser::is_complete();
    if is_early || waits_for_shelf(&scenario) {
        return later(desk, PAUSE_MS, ask);
    }
    if desk.connection.borrow().is_none() {
        let (hears, breaks) = (Rc::downgrade(desk), Rc::downgrade(desk));
        let connection = Connection::open(
            move |report| {
                if let Some(desk) = hears.upgrade() {
                    hear(&desk, report);
                }
            },
            move || {
                if let Some(desk) = breaks.upgrade() {
                    // The worker is not dropped in its own call.
                    later(&desk, 0, restart);
                }
            },
        );
        if connection.is_none() {
            return desk.change(|known| known.exploring = Exploring::Forbidden);
        }
        desk.connection.replace(connection);
        desk.knows_shelf.set(false);
    }
    if let Some(file) = modules::shelf_file().filter(|_| !desk.knows_shelf.replace(modules::shelf_file().is_some())) {
        desk.send(&Request::Shelf(file.to_owned()));
    }
    desk.is_asked.set(true);
    let scenario = (*scenario).clone();
    desk.send(&Request::Explore { number: desk.number.get(), scenario, is_wanted: desk.is_wanted.get() });
}

fn hear(desk: &Rc<Desk>, report: Report) {
    let Some(scenario) = desk.scenario.borrow().clone().filter(|_| report.number == desk.number.get()) else { return };
    desk.change(|known| match report.news {
        News::GoesOn { states } => known.exploring = Exploring::GoesOn { states },
        News::Refused => known.exploring = Exploring::Refused,
        News::Explored(findings) => known.exploring = Exploring::Done(Shared::new(Answer::new(scenario, findings))),
        News::Estimated(frequency, margin) => {
            known.likelihood = Some(Likelihood { frequency: Shared::new(frequency), margin });
        }
        News::Forced { outcome, file } => {
            if let Ok(text) = &file {
                let stem = formats::file_stem(Reading::new(&scenario).title());
                files::save(&format!("{stem}-outcome-{}.py", outcome + 1), "text/x-python", text);
            }
            known.forced = Some(Forced { outcome, why_not: file.err().map(AttrValue::from) });
        }
    });
}

/// The worker broke: a new one takes over, unless that one broke as well.
fn restart(desk: &Rc<Desk>) {
    desk.connection.replace(None);
    let restarts = desk.restarts.get();
    desk.restarts.set(restarts + 1);
    if restarts < MOST_RESTARTS {
        desk.tell(Known { is_restarted: true, ..Known::default() });
        ask(desk);
    } else {
        desk.tell(Known { exploring: Exploring::Broken, ..Known::default() });
    }
}

/// `scenario` is explored whatever its policy is; a `held` one is not. The likelihood of the outcomes is estimated once
/// all are known and `are_shown`.
#[hook]
pub fn use_explorer(scenario: &Rc<Scenario>, held: bool, is_wanted: bool, are_shown: bool) -> Explorer {
    let known = use_state_eq(Known::default);
    let desk = {
        let setter = known.setter();
        use_memo((), |()| Rc::new(Desk::new(setter)))
    };
    {
        let desk = Rc::clone(&desk);
        use_effect_with((Rc::clone(scenario), held), move |(scenario, held)| {
            desk.number.set(desk.number.get().wrapping_add(1));
            desk.restarts.set(0);
            desk.is_asked.set(false);
            desk.tell(Known::default());
            desk.scenario.replace((!held).then(|| Rc::clone(scenario)));
            if !held {
                later(&desk, if desk.is_wanted.get() { 0 } else { REST_MS }, ask);
            }
            let desk = Rc::clone(&desk);
            move || drop(desk.next.take())
        });
    }
    {
        let desk = Rc::clone(&desk);
        use_effect_with(is_wanted, move |&is_wanted| {
            desk.is_wanted.set(is_wanted);
            desk.send(&Request::Wanted(is_wanted));
            // One that waits for the scenario to come to rest begins now.
            if is_wanted && !desk.is_asked.get() {
                drop(desk.next.take());
                ask(&desk);
            }
        });
    }
    let is_explored = matches!(known.exploring, Exploring::Done(_));
    {
        let desk = Rc::clone(&desk);
        use_effect_with((are_shown && is_explored, desk.number.get()), move |&(is_asked, _)| {
            if is_asked && desk.last.borrow().likelihood.is_none() {
                desk.send(&Request::Estimate);
            }
        });
    }
    let start = {
        let desk = Rc::clone(&desk);
        use_callback((), move |(), ()| {
            desk.tell(Known::default());
            ask(&desk);
        })
    };
    let force = {
        let desk = Rc::clone(&desk);
        use_callback((), move |(outcome, schedule): (usize, AttrValue), ()| {
            desk.send(&Request::Force { outcome, schedule: schedule.to_string() });
        })
    };
    let stop = use_callback((), move |(), ()| desk.send(&Request::Stop));
    let Known { exploring, likelihood, is_restarted, forced } = (*known).clone();
    Explorer { now: exploring, likelihood, is_restarted, forced, force, stop, start }
}
