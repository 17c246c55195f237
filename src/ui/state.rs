//! The state of the page and everything that can happen to it.

use super::browser;
pub use super::choices::{Dialog, ProgramTab, ResultTab, Speed, Theme};
use super::comparing::{Beside, Kept};
use super::engine::Outcome;
use super::history::{ChangeSource, History};
use super::reading::Reading;
use super::scheduling::{FoundByHand, Scheduling};
use super::shared::Shared;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::share::error::LinkError;
use last_thread_standing::share::{self, Link};
use last_thread_standing::view::prediction::Prediction;
use last_thread_standing::view::twins::{Twin, next_at_lines, next_place, previous_place};
use last_thread_standing::view::window::Window;
use std::rc::Rc;
use yew::prelude::*;

/// What components use to say what happened.
pub type Dispatch = UseReducerDispatcher<PageState>;

/// A whole run plays in about this time at the speed `Fit`.
const FITTED_PLAY_MS: f64 = 8_000.0;
/// The longest step of the clock between two frames: a tab that was in the background does not jump.
const LONGEST_FRAME_MS: f64 = 100.0;

/// The part of virtual time that is in sight; the width is the timeline's own affair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    pub from_ns: u64,
    pub to_ns: u64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PageState {
    pub scenario: Rc<Scenario>,
    /// Shown as a compact page in someone's frame.
    pub embed: bool,
    /// The fragment of the address from which the scenario was opened.
    pub fragment: Rc<str>,
    pub history: History,
    /// What the last run that came to an end gave; it may belong to an earlier text.
    pub outcome: Option<Shared<Outcome>>,
    /// The last outcome that has a picture: shown while the text cannot run.
    pub picture: Option<Shared<Outcome>>,
    /// The scenario is not run until it is changed: it stopped the page the last time.
    pub held: bool,
    /// A run is going on, for so many operations so far.
    pub running: Option<u64>,
    /// All of the page is drawn: a run is over, or is known to take longer. What is drawn before has to move.
    pub ready: bool,
    /// None: at the end of the run.
    pub moment_ns: Option<u64>,
    pub playing: bool,
    pub speed: Speed,
    /// None: the whole run.
    pub sight: Option<Sight>,
    pub program_tab: ProgramTab,
    pub result_tab: ResultTab,
    pub dialog: Option<Dialog>,
    pub theme: Theme,
    /// Something the person should know, for instance why a link could not be opened.
    pub notice: Option<Rc<str>>,
    /// A line of the code to bring into sight; the number makes each request a new one.
    pub wanted_line: Option<(u32, u32)>,
    /// What is pointed at, by pointer or focus: its twins light up.
    pub lit: Option<Twin>,
    /// Lines of the code at which playing stops.
    pub breakpoints: Rc<[u32]>,
    /// The person is asked what will happen, or has answered.
    pub predicting: Option<Predicting>,
    /// The person is the scheduler.
    pub scheduling: Option<Scheduling>,
    pub found_by_hand: FoundByHand,
    /// The next run is played as soon as it is there.
    pub plays_next: bool,
    /// The person came to the moment by a step: what happens there is announced.
    pub stepped: bool,
    /// What stands beside this run under `What if`.
    pub beside: Option<Beside>,
    /// A run that was kept, to be compared with others.
    pub kept: Option<Kept>,
    /// Every outcome is listed, however many there are.
    pub lists_all: bool,
}

/// Predict first: what was answered so far, and whether what happens may be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Predicting {
    pub prediction: Prediction,
    pub answered: bool,
}

pub enum Action {
    /// The person changed the scenario.
    Change {
        scenario: Scenario,
        source: ChangeSource,
        now_ms: f64,
    },
    /// A scenario was opened by the address or from the gallery.
    Open {
        link: Link,
        fragment: String,
        now_ms: f64,
    },
    Undo,
    Redo,
    RunGoesOn {
        operations: u64,
        /// The page waits for it no longer.
        long: bool,
    },
    RunDone(Shared<Outcome>),
    GoTo(u64),
    GoToEnd,
    StepForward,
    StepBack,
    TogglePlay,
    /// A frame of the animation, that long after the last one.
    Frame {
        elapsed_ms: f64,
    },
    SetSpeed(Speed),
    /// Closer by a factor around the moment.
    ZoomBy(f64),
    /// By a share of the width.
    PanBy(f64),
    SetSight(Option<Sight>),
    ShowProgramTab(ProgramTab),
    ShowResultTab(ResultTab),
    ShowDialog(Option<Dialog>),
    NextTheme,
    Notice(Option<String>),
    ShowLine(u32),
    Light(Option<Twin>),
    SetBreakpoints(Vec<u32>),
    Predict(Option<Predicting>),
    /// Plays the run of a recorded schedule; None: the usual run.
    Watch {
        schedule: Option<String>,
        now_ms: f64,
    },
    /// Whether the person is the scheduler.
    Schedule(bool),
    /// One of the choices of the run by hand.
    Choose(usize),
    /// Back to the choice before, or to the first.
    TakeBack {
        all: bool,
    },
    /// To the next or the last note of a lesson; where there is none, by lines of code.
    GoByNote {
        forward: bool,
    },
    StepByLine {
        forward: bool,
    },
    /// Puts a run beside this one, or takes it away.
    Compare(Option<Beside>),
    /// Keeps the run that is shown, or forgets the one that was kept.
    Keep(bool),
    ListAllOutcomes,
}

impl PageState {
    /// A link to what the page shows now, as a frame or as the whole page.
    pub fn link(&self, moment_ns: Option<u64>, embed: bool, predict: bool) -> Result<String, LinkError> {
        let link = Link { scenario: (*self.scenario).clone(), moment_ns, embed, predict };
        share::encode(&link).map(|fragment| format!("{}#{fragment}", browser::address()))
    }

    pub fn end_ns(&self) -> u64 {
        self.picture.as_ref().and_then(|outcome| outcome.run.as_ref()).map_or(0, |run| run.timeline.end_ns)
    }

    /// The moment that the page shows.
    pub fn now_ns(&self) -> u64 {
        let end_ns = self.end_ns();
        self.moment_ns.map_or(end_ns, |moment_ns| moment_ns.min(end_ns))
    }

    /// The picture does not belong to the text as it stands.
    pub fn picture_is_stale(&self) -> bool {
        self.running.is_some() || self.outcome != self.picture
    }

    fn extent_ns(&self) -> u64 {
        self.picture.as_ref().and_then(|outcome| outcome.run.as_ref()).map_or(1, |run| run.timeline.extent_ns)
    }

    fn window(&self) -> Window {
        let extent_ns = self.extent_ns();
        let sight = self.sight.unwrap_or(Sight { from_ns: 0, to_ns: extent_ns });
        Window::new(sight.from_ns, sight.to_ns, 1000.0)
    }

    fn look_through(&mut self, window: Window) {
        let whole = window.from_ns == 0 && window.to_ns >= self.extent_ns();
        self.sight = (!whole).then_some(Sight { from_ns: window.from_ns, to_ns: window.to_ns });
    }

    pub(super) fn replace_scenario(&mut self, scenario: Rc<Scenario>) {
        self.scenario = scenario;
        self.lit = None;
        self.lists_all = false;
        self.running = Some(0);
        self.held = false;
        self.plays_next = false;
        if self.scheduling.is_some() {
            self.scheduling = Some(Scheduling::default());
        }
        self.playing = false;
    }

    pub(super) fn go_to(&mut self, at_ns: u64) {
        self.stepped = false;
        self.moment_ns = (at_ns < self.end_ns()).then_some(at_ns);
        if self.sight.is_some() {
            let window = self.window().showing(at_ns, self.extent_ns());
            self.look_through(window);
        }
    }

    fn step(&mut self, target: impl Fn(&last_thread_standing::view::timeline::Timeline, u64) -> Option<u64>) {
        self.playing = false;
        let now_ns = self.now_ns();
        let found = self.picture.as_ref().and_then(|outcome| outcome.run.as_ref());
        if let Some(at_ns) = found.and_then(|run| target(&run.timeline, now_ns)) {
            self.go_to(at_ns);
            self.stepped = true;
        }
    }

    fn step_by_line(&mut self, forward: bool) {
        self.step(
            |timeline, now_ns| {
                if forward { next_place(&timeline.lanes, now_ns) } else { previous_place(&timeline.lanes, now_ns) }
            },
        );
    }

    fn frame(&mut self, elapsed_ms: f64) {
        let end_ns = self.end_ns();
        let elapsed_ms = elapsed_ms.clamp(0.0, LONGEST_FRAME_MS);
        let step_ns = match self.speed {
            Speed::Fit => end_ns as f64 * elapsed_ms / FITTED_PLAY_MS,
            Speed::Times(factor) => elapsed_ms * 1e6 * factor,
        };
        let now_ns = self.now_ns();
        let mut at_ns = now_ns + step_ns.max(1.0) as u64;
        let run = self.picture.as_ref().and_then(|outcome| outcome.run.as_ref());
        let stop_ns = run.and_then(|run| next_at_lines(&run.timeline.lanes, &self.breakpoints, now_ns));
        if let Some(stop_ns) = stop_ns.filter(|&stop_ns| stop_ns <= at_ns) {
            at_ns = stop_ns;
            self.playing = false;
        }
        if at_ns >= end_ns {
            self.playing = false;
        }
        self.go_to(at_ns.min(end_ns));
    }
}

impl Reducible for PageState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        match action {
            Action::Change { scenario, source, now_ms } => {
                if scenario != *state.scenario {
                    state.history.remember(&state.scenario, source, now_ms);
                    state.replace_scenario(Rc::new(scenario));
                }
            }
            Action::Open { link: Link { scenario, moment_ns, embed, predict }, fragment, now_ms } => {
                if scenario != *state.scenario {
                    state.history.remember(&state.scenario, ChangeSource::Opening, now_ms);
                    state.replace_scenario(Rc::new(scenario));
                }
                state.fragment = fragment.into();
                state.embed = embed;
                state.predicting = predict.then(Predicting::default);
                if predict {
                    state.program_tab = ProgramTab::Code;
                }
                state.moment_ns = moment_ns;
                state.sight = None;
                state.notice = None;
                state.dialog = None;
            }
            Action::Undo => {
                if let Some(scenario) = state.history.undo(&state.scenario) {
                    state.replace_scenario(scenario);
                }
            }
            Action::Redo => {
                if let Some(scenario) = state.history.redo(&state.scenario) {
                    state.replace_scenario(scenario);
                }
            }
            Action::RunGoesOn { operations, long } => {
                state.running = Some(operations);
                state.ready |= long;
            }
            Action::RunDone(outcome) => {
                state.ready = true;
                let extent_before_ns = state.extent_ns();
                state.found_by_hand.add(&state.scenario, &outcome);
                if outcome.run.is_some() || state.picture.is_none() {
                    state.picture = Some(outcome.clone());
                }
                state.outcome = Some(outcome);
                state.running = None;
                if std::mem::take(&mut state.plays_next) {
                    state.play_from_start();
                }
                if state.extent_ns() != extent_before_ns && state.sight.is_some_and(|s| s.to_ns > state.extent_ns()) {
                    state.sight = None;
                }
            }
            Action::Watch { schedule, now_ms } => state.watch(schedule, now_ms),
            Action::Schedule(on) => state.be_scheduler(on),
            Action::Choose(choice) => state.choose(choice),
            Action::TakeBack { all } => state.take_back(all),
            Action::GoTo(at_ns) => {
                state.playing = false;
                state.go_to(at_ns);
            }
            Action::GoToEnd => {
                state.playing = false;
                state.go_to(u64::MAX);
            }
            Action::StepForward => state.step(|timeline, now_ns| timeline.next_moment(now_ns)),
            Action::StepBack => state.step(|timeline, now_ns| timeline.previous_moment(now_ns)),
            Action::TogglePlay => {
                state.playing = !state.playing && state.end_ns() > 0;
                if state.playing && state.now_ns() >= state.end_ns() {
                    state.go_to(0);
                }
            }
            Action::Frame { elapsed_ms } if state.playing => state.frame(elapsed_ms),
            Action::Frame { .. } => {}
            Action::SetSpeed(speed) => state.speed = speed,
            Action::ZoomBy(factor) => {
                let window = state.window();
                let x = window.x(state.now_ns());
                let anchor = if (0.0..=window.width_px).contains(&x) { x } else { window.width_px / 2.0 };
                let window = window.zoomed(factor, anchor, state.extent_ns());
                state.look_through(window);
            }
            Action::PanBy(share) => {
                let window = state.window();
                let window = window.panned(share * window.width_px, state.extent_ns());
                state.look_through(window);
            }
            Action::SetSight(sight) => {
                state.sight = sight;
                let window = state.window();
                state.look_through(window);
            }
            Action::Compare(beside) => state.compare(beside),
            Action::Keep(on) => state.keep(on),
            Action::ListAllOutcomes => state.lists_all = true,
            Action::ShowProgramTab(tab) => state.program_tab = tab,
            Action::ShowResultTab(tab) => {
                state.beside = state.beside.filter(|_| tab == ResultTab::WhatIf);
                state.result_tab = tab;
            }
            Action::ShowDialog(dialog) => state.dialog = dialog,
            Action::NextTheme => state.theme = state.theme.next(),
            Action::Notice(notice) => state.notice = notice.map(Rc::from),
            Action::Light(lit) => state.lit = lit,
            Action::SetBreakpoints(lines) => state.breakpoints = lines.into(),
            Action::Predict(predicting) => state.predicting = predicting,
            Action::GoByNote { forward } => {
                let notes = Reading::new(&state.scenario).notes();
                let now_ns = state.now_ns();
                let before = notes.partition_point(|note| note.at_ns < now_ns).checked_sub(1);
                let after = notes.partition_point(|note| note.at_ns <= now_ns);
                match if forward { Some(after) } else { before }.and_then(|index| notes.get(index)) {
                    Some(note) => {
                        state.playing = false;
                        state.go_to(note.at_ns);
                    }
                    None if notes.is_empty() => state.step_by_line(forward),
                    None => {}
                }
            }
            Action::StepByLine { forward } => state.step_by_line(forward),
            Action::ShowLine(line) => {
                state.program_tab = ProgramTab::Code;
                let request = state.wanted_line.map_or(0, |(_, request)| request.wrapping_add(1));
                state.wanted_line = Some((line, request));
            }
        }
        Rc::new(state)
    }
}
