//! The timeline as plain data: lanes, the arrows between them, the phases of the process, the line of the exit.

use super::lane::{self, Lane, LaneEnd};
use super::words;
use crate::machine::event::{EventKind, Phase, ThreadId, WaitFor};
use crate::run::trace::{Outcome, Trace};
use crate::source::order;

/// The share of the width that is left free behind the end of a run, for what never came to be.
const ROOM_BEHIND_THE_END: f64 = 0.18;
/// The same where nothing is to be drawn there.
const ROOM_BEHIND_A_CLEAN_END: f64 = 0.05;

/// What an arrow between two lanes says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LinkKind {
    Start,
    Join,
    /// A lock, an item, a signal went from one thread to the other.
    HandOver,
}

/// An arrow between two lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub kind: LinkKind,
    pub from: ThreadId,
    pub from_ns: u64,
    pub to: ThreadId,
    pub to_ns: u64,
}

/// A phase of the process.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseSpan {
    pub phase: Phase,
    pub from_ns: u64,
    pub to_ns: u64,
    pub label: &'static str,
}

/// How the picture ends on the right.
#[derive(Clone, Debug, PartialEq)]
pub enum Finish {
    /// The strong line: the process is gone.
    Exit { at_ns: u64, code: i32 },
    /// It goes on for ever.
    Never,
    /// Nobody knows how it goes on.
    Unknown,
}

/// All that a page draws of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    pub lanes: Vec<Lane>,
    /// By the moment at which they arrive.
    pub links: Vec<Link>,
    pub phases: Vec<PhaseSpan>,
    pub finish: Finish,
    pub end_ns: u64,
    /// As far as the picture reaches.
    pub extent_ns: u64,
    /// Every moment at which something happened, without repetition: what a step goes through.
    pub moments: Vec<u64>,
}

impl Timeline {
    pub fn new(trace: &Trace) -> Self {
        let lanes = lane::lanes(trace);
        let finish = finish(trace);
        let loose_end = !matches!(finish, Finish::Exit { .. })
            || lanes.iter().any(|lane| matches!(lane.end, LaneEnd::Cut { .. } | LaneEnd::GoesOn));
        let room = if loose_end { ROOM_BEHIND_THE_END } else { ROOM_BEHIND_A_CLEAN_END };
        let extent_ns = (trace.end_ns as f64 / (1.0 - room)).ceil().max(1_000.0) as u64;
        let mut moments: Vec<u64> = trace.events.iter().map(|event| event.at_ns).collect();
        moments.push(0);
        moments.push(trace.end_ns);
        order::sort(&mut moments);
        moments.dedup();
        Timeline { links: links(trace), phases: phases(trace), lanes, finish, end_ns: trace.end_ns, extent_ns, moments }
    }

    /// As far as the picture reaches when so many of its pixels are to stay free behind the end.
    pub fn extent_with_room(&self, width_px: f64, room_px: f64) -> u64 {
        let share = (room_px / width_px.max(1.0)).clamp(0.0, 0.5);
        self.extent_ns.max((self.end_ns as f64 / (1.0 - share)).ceil() as u64)
    }

    /// The next moment at which something happens.
    pub fn next_moment(&self, after_ns: u64) -> Option<u64> {
        self.moments.get(self.moments.partition_point(|&at_ns| at_ns <= after_ns)).copied()
    }

    /// The last moment at which threads live: before daemons are frozen, or before the process is gone by itself.
    pub fn before_the_exit_ns(&self) -> u64 {
        let frozen = self.phases.iter().find(|span| span.phase == Phase::Finalizing);
        self.previous_moment(frozen.map_or(self.end_ns, |span| span.from_ns)).unwrap_or(0)
    }

    /// The last moment before this one at which something happened.
    pub fn previous_moment(&self, before_ns: u64) -> Option<u64> {
        self.moments
            .partition_point(|&at_ns| at_ns < before_ns)
            .checked_sub(1)
            .and_then(|at| self.moments.get(at))
            .copied()
    }
}

fn finish(trace: &Trace) -> Finish {
    match trace.outcome {
        Outcome::Exited { code } => {
            let exited = trace.events.iter().rev().find(|event| matches!(event.kind, EventKind::Exited { .. }));
            Finish::Exit { at_ns: exited.map_or(trace.end_ns, |event| event.at_ns), code }
        }
        Outcome::NeverExits(_) => Finish::Never,
        Outcome::Unknown(_) | Outcome::NotSupported { .. } => Finish::Unknown,
    }
}

fn phases(trace: &Trace) -> Vec<PhaseSpan> {
    let mut spans: Vec<PhaseSpan> = Vec::new();
    let mut turn = |phase: Phase, at_ns: u64| {
        if let Some(last) = spans.last_mut() {
            last.to_ns = at_ns;
        }
        spans.push(PhaseSpan { phase, from_ns: at_ns, to_ns: at_ns, label: words::phase(phase) });
    };
    turn(Phase::Running, 0);
    for event in &trace.events {
        if let EventKind::Phase(phase) = event.kind
            && phase != Phase::Running
        {
            turn(phase, event.at_ns);
        }
    }
    if let Some(last) = spans.last_mut() {
        last.to_ns = trace.end_ns.max(last.from_ns);
    }
    spans.retain(|span| span.phase != Phase::Gone && span.to_ns > span.from_ns);
    spans
}

fn links(trace: &Trace) -> Vec<Link> {
    let count = trace.threads.len();
    let mut started: Vec<Option<(ThreadId, u64)>> = vec![None; count];
    let mut waits: Vec<Option<WaitFor>> = vec![None; count];
    let mut links = Vec::new();
    for event in &trace.events {
        let own = event.thread.0 as usize;
        if own >= count {
            continue;
        }
        match &event.kind {
            EventKind::Started { thread } => {
                if let Some(start) = started.get_mut(thread.0 as usize) {
                    *start = Some((event.thread, event.at_ns));
                }
            }
            EventKind::Began => {
                if let Some((from, from_ns)) = started[own] {
                    let to_ns = event.at_ns;
                    links.push(Link { kind: LinkKind::Start, from, from_ns, to: event.thread, to_ns });
                }
            }
            EventKind::Activity(crate::machine::event::Activity::Waiting { what, .. }) => waits[own] = Some(*what),
            EventKind::Woken { by: Some(by) } if *by != event.thread => {
                let kind = match waits[own] {
                    // A start has its own arrow already.
                    Some(WaitFor::Start(_)) => continue,
                    Some(WaitFor::Join(_) | WaitFor::ExitJoin(_)) => LinkKind::Join,
                    _ => LinkKind::HandOver,
                };
                links.push(Link { kind, from: *by, from_ns: event.at_ns, to: event.thread, to_ns: event.at_ns });
            }
            _ => {}
        }
    }
    links
}
