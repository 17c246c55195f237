//! The opening of the page: what it shows first is run before anything is drawn, in parts between which the browser has its
//! turn; then the page is drawn, part after part.

use super::browser;
use super::choices::{ProgramTab, Theme};
use super::engine::{Job, Progress};
use super::history::{ChangeSource, History};
use super::hooks::{
    names_scenario, open_fragment, recalled, remember_scenario, remembered_fragment, slice, was_stopped_by_run,
    with_gallery,
};
use super::page::{Page, PageProps};
use super::scheduling::FoundByHand;
use super::shared::Shared;
use super::state::{Action, PageState, Predicting};
use last_thread_standing::scenario::{Scenario, gallery};
use last_thread_standing::share::Link;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// Of the first run so much is done before the page is drawn without it: on any device ten times what one of the gallery
/// needs.
const FIRST_RUN_OPERATIONS: u64 = 2_000_000;

/// What the page opens with. Each is taken once.
#[derive(Clone, PartialEq)]
pub struct Opening {
    state: Shared<Cell<Option<PageState>>>,
    run: Shared<Cell<Option<Job>>>,
}

impl Opening {
    pub fn into_state(self) -> PageState {
        self.state.take().unwrap_or_else(first_state)
    }

    /// The run that has begun and is not over.
    pub fn run(&self) -> Option<Job> {
        self.run.take()
    }
}

/// Opens the page.
pub fn open() {
    let fragment = browser::fragment();
    // What was remembered is compared with what its own link opens.
    let wants_gallery = names_scenario(&fragment) || names_scenario(&remembered_fragment());
    if wants_gallery && !fragment.is_empty() {
        with_gallery(begin);
    } else {
        begin();
    }
}

fn begin() {
    let state = first_state();
    if state.held {
        return draw(state, None);
    }
    let job = Job::new(&state.scenario);
    browser::later(move || run_first(state, job));
}

fn run_first(state: PageState, job: Job) {
    match slice(job) {
        Progress::Done(outcome) => {
            let state = Rc::new(state).reduce(Action::RunDone(Shared::new(outcome)));
            browser::later(move || draw(Rc::unwrap_or_clone(state), None));
        }
        Progress::GoesOn(job) if job.is_waiting() || job.operations() >= FIRST_RUN_OPERATIONS => draw(state, Some(job)),
        Progress::GoesOn(job) => browser::later(move || run_first(state, job)),
    }
}

fn draw(state: PageState, run: Option<Job>) {
    let opening = Opening { state: Shared::new(Cell::new(Some(state))), run: Shared::new(Cell::new(run)) };
    let props = PageProps { opening };
    match browser::place_of_page() {
        Some(place) => yew::Renderer::<Page>::with_root_and_props(place, props).render(),
        None => yew::Renderer::<Page>::with_props(props).render(),
    };
}

/// The parts of the page, in the order in which they are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Header,
    Summary,
    Timeline,
    Playback,
    Program,
    Results,
}

impl Part {
    fn next(self) -> Option<Self> {
        match self {
            Self::Header => Some(Self::Summary),
            Self::Summary => Some(Self::Timeline),
            Self::Timeline => Some(Self::Playback),
            Self::Playback => Some(Self::Program),
            Self::Program => Some(Self::Results),
            Self::Results => None,
        }
    }
}

/// How much of the page is drawn. On a slow phone each part takes a moment.
#[hook]
pub fn use_part_after_part() -> Part {
    let drawn = use_state_eq(|| Part::Header);
    let setter = drawn.setter();
    use_effect_with(*drawn, move |drawn| match drawn.next() {
        Some(next) => browser::later(move || setter.set(next)),
        None => {
            browser::show_page();
            with_gallery(|| ());
        }
    });
    *drawn
}

/// What the address asks for, else what was remembered, else the default scenario.
fn first_state() -> PageState {
    let recalled = recalled();
    let fragment = browser::fragment();
    let mut notice = None;
    let linked = (!fragment.is_empty()).then(|| open_fragment(&fragment));
    // A frame shows what its link says, whatever the reader has at home.
    let says = |what: fn(&Link) -> bool| linked.as_ref().is_some_and(|link| link.as_ref().is_ok_and(what));
    let embed = says(|link| link.embed);
    // A link that does not open takes nothing away.
    let is_bad = linked.as_ref().is_some_and(Result::is_err);
    let (remembered, left) = match recalled.scenario {
        Some(it) if !embed && (fragment.is_empty() || is_bad || it.1 == fragment) => (Some(it), None),
        other => (None, other.filter(|it| !embed && is_changed(it))),
    };
    // Anything else than what was remembered did not stop the page.
    let held = was_stopped_by_run() && remembered.is_some();
    let predict = says(|link| link.predict);
    let opened = match (remembered, linked) {
        (Some((scenario, from)), linked) => {
            notice = linked.and_then(Result::err).map(Rc::from);
            Some((scenario, from, None))
        }
        (None, None) => None,
        (None, Some(Ok(link))) => Some((link.scenario, fragment, link.moment_ns)),
        (None, Some(Err(sentence))) => {
            notice = Some(Rc::from(sentence));
            None
        }
    };
    // What was being written when another link was opened can be had back.
    let mut history = History::default();
    if let Some((scenario, _)) = left {
        history.remember(&Rc::new(scenario), ChangeSource::Opening, browser::now_ms());
    }
    let (scenario, fragment, moment_ns) = opened.unwrap_or_else(default_scenario);
    let scenario = Rc::new(scenario);
    if !embed {
        remember_scenario(&scenario, &fragment);
    }
    PageState {
        scenario,
        embed,
        fragment: fragment.into(),
        history,
        outcome: None,
        picture: None,
        held,
        running: (!held).then_some(0),
        ready: held,
        moment_ns,
        playing: false,
        speed: recalled.speed,
        sight: None,
        // What is to be predicted is read first.
        program_tab: if predict { ProgramTab::Code } else { recalled.program_tab },
        result_tab: recalled.result_tab,
        dialog: None,
        theme: if embed { Theme::System } else { recalled.theme },
        notice,
        wanted_line: None,
        lit: None,
        breakpoints: Rc::from([]),
        scheduling: None,
        found_by_hand: FoundByHand::default(),
        plays_next: false,
        stepped: false,
        beside: None,
        kept: None,
        lists_all: false,
        predicting: predict.then(Predicting::default),
    }
}

/// Whether a scenario is another than the one that its link opens.
fn is_changed((scenario, from): &(Scenario, String)) -> bool {
    !open_fragment(from).is_ok_and(|link| link.scenario == *scenario)
}

fn default_scenario() -> (Scenario, String, Option<u64>) {
    let entry = gallery::find(gallery::DEFAULT_STEM).or(gallery::GALLERY.first());
    let scenario = entry.map(gallery::Entry::scenario).unwrap_or_default();
    (scenario, entry.map_or_else(String::new, |entry| format!("/{}", entry.stem)), None)
}
