//! Lanes and arrows as SVG paths: a thread drawn as a thread.

use super::detail::{self, Piece};
use super::lane::{Lane, LaneEnd, Stretch, StretchKind};
use super::timeline::{Link, LinkKind, Timeline};
use super::window::Window;
use super::{clock, words};
use crate::machine::event::{Stream, WaitFor};
use crate::run::trace::Trace;

/// The height of a lane.
pub const LANE_HEIGHT_PX: f64 = 68.0;
/// Where in a lane the thread lies.
pub const THREAD_Y: f64 = 38.0;

/// How deep a slack thread sags at most, and how much of its length that is when it is short.
const DEEPEST_SAG_PX: f64 = 11.0;
const SAG_SHARE: f64 = 0.16;
/// Where the middle of a sag hangs a label lies under the same line: it stands above the thread.
const LABEL_MARGIN_PX: f64 = 12.0;
/// About the width of a character of a label.
const CHARACTER_PX: f64 = 6.4;
/// The same for a long one, in which narrow and wide characters make up for one another.
const LOST_CHARACTER_PX: f64 = 5.0;
/// Words before a cut end so far from it.
const BEFORE_CUT_PX: f64 = 10.0;
/// Labels of a lane, at most: more cannot be read.
const MOST_LABELS: usize = 120;
/// Hatches of a tied-down thread stand this far apart.
const HATCH_PX: f64 = 7.0;
/// Marks for output this far apart can be told apart.
const TICK_PX: f64 = 3.0;
/// Arrows, at most; beyond that they hide what they explain.
const MOST_ARROWS: usize = 160;
/// A wait that is narrower than this has no label of its own.
const SHORTEST_LABELLED_PX: f64 = 60.0;
/// The shortest ghost that is drawn behind a cut, in pixels.
const SHORTEST_GHOST_PX: f64 = 56.0;

/// A word above a stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub x: f64,
    pub text: String,
    pub kind: StretchKind,
}

/// Behind the cut: what never came to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ghost {
    pub thread: String,
    pub fray: String,
    pub cut_x: f64,
    pub label_x: f64,
    /// Words under and above the ghost: what it was in, what was lost.
    pub doing: String,
    pub lost: Vec<String>,
}

impl Ghost {
    /// What is written under it: where, in which class of text, and the words. Where they would run out of a picture of
    /// that width they stand before the cut; where there is no room for them either, they are shortened to the larger room.
    pub fn words(&self, width_px: f64) -> (f64, &'static str, String) {
        let words = if self.lost.is_empty() { self.doing.clone() } else { format!("lost: {}", self.lost.join("; ")) };
        let (after_px, before_px) = (width_px - self.label_x, self.cut_x - BEFORE_CUT_PX);
        let count = words.chars().count();
        let needed_px = count as f64 * CHARACTER_PX;
        let shortened = |room_px: f64| {
            let fits = (room_px / LOST_CHARACTER_PX).max(0.0) as usize;
            if count > fits { words::shortened(&words, fits.saturating_sub(1)).into_owned() } else { words.clone() }
        };
        if after_px > needed_px || after_px > before_px {
            (self.label_x, "label label-lost label-start", shortened(after_px))
        } else {
            (before_px, "label label-lost label-end", shortened(before_px))
        }
    }
}

/// A lane ready to be drawn; every field is the `d` of an SVG path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaneDrawing {
    pub running: String,
    /// Many short stretches: part running, part not.
    pub dense: String,
    /// Pins from which slack threads hang: where the thread ran too shortly to be drawn as running.
    pub pins: String,
    pub sleeping: String,
    pub waiting: String,
    pub hatches: String,
    pub knots: String,
    pub ready: String,
    /// The mark at a thread's own end.
    pub end: String,
    pub raised: bool,
    /// A thread that goes on beyond the end of the run.
    pub goes_on: String,
    pub stdout_ticks: String,
    pub stderr_ticks: String,
    pub never_started: Option<f64>,
    pub labels: Vec<Label>,
    pub ghost: Option<Ghost>,
}

/// An arrow between two lanes, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrowDrawing {
    pub kind: LinkKind,
    pub line: String,
    pub head: String,
}

/// Draws a lane as seen through a window.
pub fn lane(trace: &Trace, timeline: &Timeline, lane: &Lane, window: &Window) -> LaneDrawing {
    let mut drawing = LaneDrawing::default();
    for piece in detail::pieces(lane, window) {
        match piece {
            Piece::Dense { from_x, to_x, runs } if to_x - from_x < 3.0 => {
                if runs {
                    let x = (from_x + to_x) / 2.0;
                    push(&mut drawing.pins, 'M', x, THREAD_Y - 5.0);
                    push(&mut drawing.pins, 'L', x, THREAD_Y + 5.0);
                }
            }
            Piece::Dense { from_x, to_x, .. } => straight(&mut drawing.dense, from_x, to_x),
            Piece::Stretch { stretch, from_x, to_x } => {
                match stretch.kind {
                    StretchKind::Running => straight(&mut drawing.running, from_x, to_x),
                    StretchKind::Ready => straight(&mut drawing.ready, from_x, to_x),
                    StretchKind::Sleeping => sag(&mut drawing.sleeping, from_x, to_x),
                    StretchKind::Waiting => {
                        straight(&mut drawing.waiting, from_x, to_x);
                        hatch(&mut drawing.hatches, from_x.max(-HATCH_PX), to_x.min(window.width_px + HATCH_PX));
                        if stretch.what.is_some_and(|what| !matches!(what, WaitFor::Start(_))) {
                            knot(&mut drawing.knots, from_x);
                        }
                    }
                }
                if let Some(what) = stretch.what
                    && drawing.labels.len() < MOST_LABELS
                {
                    let mut text = words::wait(trace, what);
                    if let (WaitFor::Sleep, Some(until_ns)) = (what, stretch.until_ns) {
                        text =
                            format!("{text} {}", clock::length(rounded(until_ns.saturating_sub(stretch.from_ns), 5)));
                    }
                    label(&mut drawing.labels, text, stretch.kind, from_x.max(0.0), to_x.min(window.width_px));
                }
            }
        }
    }
    for (stream, path) in [(Stream::Stdout, &mut drawing.stdout_ticks), (Stream::Stderr, &mut drawing.stderr_ticks)] {
        let moments = lane.ticks.iter().filter(|tick| tick.stream == stream).map(|tick| tick.at_ns);
        for x in detail::pixels(moments, window, TICK_PX) {
            push(path, 'M', x, THREAD_Y - 15.0);
            push(path, 'L', x, THREAD_Y - 9.0);
        }
    }
    end(trace, timeline, lane, window, &mut drawing);
    drawing
}

/// A sleep of `1.000013 s` is one of 1 s to the eye: at most so many significant digits.
fn rounded(length_ns: u64, digits: u32) -> u64 {
    let mut step = 1;
    while length_ns / step >= 10_u64.pow(digits) {
        step *= 10;
    }
    (length_ns + step / 2) / step * step
}

fn label(labels: &mut Vec<Label>, text: String, kind: StretchKind, from_x: f64, to_x: f64) {
    let width = text.chars().count() as f64 * CHARACTER_PX;
    if to_x - from_x >= width + 2.0 * LABEL_MARGIN_PX {
        labels.push(Label { x: (from_x + to_x) / 2.0, text, kind });
    }
}

fn end(trace: &Trace, timeline: &Timeline, lane: &Lane, window: &Window, drawing: &mut LaneDrawing) {
    match &lane.end {
        LaneEnd::NeverStarted => drawing.never_started = Some(window.x(lane.created_ns)),
        LaneEnd::Ended { at_ns, raised } => {
            let x = window.x(*at_ns);
            drawing.raised = raised.is_some();
            if raised.is_some() {
                cross(&mut drawing.end, x);
            } else {
                push(&mut drawing.end, 'M', x, THREAD_Y - 7.0);
                push(&mut drawing.end, 'L', x, THREAD_Y + 7.0);
            }
        }
        LaneEnd::Cut { at_ns, unfinished } => {
            let x = window.x(*at_ns);
            let mut ghost = Ghost { cut_x: x, label_x: x + 14.0, ..Ghost::default() };
            let until_x = unfinished.until_ns.map_or(x, |until_ns| window.x(until_ns.min(timeline.extent_ns * 2)));
            let far = window.width_px * 2.0;
            sag(&mut ghost.thread, x + 7.0, until_x.max(x + SHORTEST_GHOST_PX).min(far.max(x + SHORTEST_GHOST_PX)));
            fray(&mut ghost.fray, x);
            ghost.doing = format!("in {}", unfinished.doing);
            if let Some(left_ns) = unfinished.until_ns.and_then(|until_ns| until_ns.checked_sub(*at_ns)) {
                ghost.doing.push_str(&format!(", {} to go", clock::length(rounded(left_ns, 3))));
            }
            if unfinished.line > 0 {
                ghost.doing.push_str(&format!(", line {}", unfinished.line));
            }
            ghost.lost = unfinished.lost.clone();
            drawing.ghost = Some(ghost);
        }
        LaneEnd::GoesOn => {
            let x = window.x(timeline.end_ns);
            // To the edge of the picture, wherever that is.
            let far = (window.width_px + HATCH_PX).max(x + 1.0);
            let last = lane.stretches.last();
            match last.map(|last| last.kind) {
                Some(StretchKind::Sleeping) => sag(&mut drawing.goes_on, x, far),
                _ => straight(&mut drawing.goes_on, x, far),
            }
            if let Some(Stretch { kind: StretchKind::Waiting, what: Some(what), from_ns, .. }) = last {
                hatch(&mut drawing.hatches, x.max(-HATCH_PX), far);
                // Where the wait itself is too short for a word, the word stands here.
                if x - window.x(*from_ns) < SHORTEST_LABELLED_PX {
                    knot(&mut drawing.knots, x);
                    let text = words::wait(trace, *what);
                    label(&mut drawing.labels, text, StretchKind::Waiting, x.max(0.0), far.min(window.width_px));
                }
            }
        }
    }
}

/// The arrows that arrive in the window; none when there are too many to be told apart.
pub fn arrows(timeline: &Timeline, window: &Window, lane_y: impl Fn(usize) -> Option<f64>) -> Vec<ArrowDrawing> {
    let mut seen: Vec<(&Link, i64)> = Vec::new();
    let mut drawings = Vec::new();
    let first = timeline.links.partition_point(|link| link.to_ns < window.from_ns);
    for link in &timeline.links[first..] {
        if link.to_ns > window.to_ns || drawings.len() > MOST_ARROWS {
            break;
        }
        let (from_x, to_x) = (window.x(link.from_ns), window.x(link.to_ns));
        let pixel = (to_x / 3.0) as i64;
        let same = |(other, at): &&(&Link, i64)| *at == pixel && (other.from, other.to) == (link.from, link.to);
        if seen.iter().rev().take(16).find(same).is_some() {
            continue;
        }
        seen.push((link, pixel));
        let position = |thread| timeline.lanes.iter().position(|lane| lane.thread == thread);
        let (Some(from_y), Some(to_y)) = (position(link.from).and_then(&lane_y), position(link.to).and_then(&lane_y))
        else {
            continue;
        };
        drawings.push(arrow(link.kind, from_x, from_y, to_x, to_y));
    }
    if drawings.len() > MOST_ARROWS {
        drawings.clear();
    }
    drawings
}

fn arrow(kind: LinkKind, from_x: f64, from_y: f64, to_x: f64, to_y: f64) -> ArrowDrawing {
    let down = to_y > from_y;
    // It leaves and arrives at the surface of the threads, not in their middle.
    let gap = if down { 6.0 } else { -6.0 };
    let (start_y, tip_y) = (from_y + gap, to_y - gap);
    let bow = if to_x - from_x < 12.0 { 10.0 } else { 0.0 };
    let mut line = String::new();
    push(&mut line, 'M', from_x, start_y);
    push(&mut line, 'C', from_x + bow, start_y + (tip_y - start_y) * 0.4);
    pair(&mut line, to_x + bow, start_y + (tip_y - start_y) * 0.6);
    pair(&mut line, to_x, tip_y);
    let back = if down { -5.0 } else { 5.0 };
    let mut head = String::new();
    push(&mut head, 'M', to_x, tip_y);
    push(&mut head, 'L', to_x - 3.2, tip_y + back);
    push(&mut head, 'L', to_x + 3.2, tip_y + back);
    head.push('Z');
    ArrowDrawing { kind, line, head }
}

fn straight(path: &mut String, from_x: f64, to_x: f64) {
    push(path, 'M', from_x, THREAD_Y);
    push(path, 'L', to_x, THREAD_Y);
}

/// A thread that hangs between two pins.
fn sag(path: &mut String, from_x: f64, to_x: f64) {
    let depth = ((to_x - from_x) * SAG_SHARE).min(DEEPEST_SAG_PX);
    push(path, 'M', from_x, THREAD_Y);
    // A cubic with its handles at a quarter hangs like a rope; its lowest point lies at three quarters of the handles.
    let quarter = (to_x - from_x) / 4.0;
    push(path, 'C', from_x + quarter, THREAD_Y + depth / 0.75);
    pair(path, to_x - quarter, THREAD_Y + depth / 0.75);
    pair(path, to_x, THREAD_Y);
}

fn hatch(path: &mut String, from_x: f64, to_x: f64) {
    // The hatches hang on a grid of the screen, so that they stand still while the window moves over a long wait.
    let mut x = (from_x / HATCH_PX).ceil() * HATCH_PX + HATCH_PX / 2.0;
    while x < to_x - 2.0 {
        push(path, 'M', x - 2.5, THREAD_Y + 5.0);
        push(path, 'L', x + 2.5, THREAD_Y - 5.0);
        x += HATCH_PX;
    }
}

/// Where a thread is tied: a small loop around the line.
fn knot(path: &mut String, x: f64) {
    push(path, 'M', x + 2.0, THREAD_Y + 6.0);
    push(path, 'C', x - 5.0, THREAD_Y + 3.0);
    pair(path, x - 5.0, THREAD_Y - 3.0);
    pair(path, x + 2.0, THREAD_Y - 6.0);
}

fn cross(path: &mut String, x: f64) {
    for (from_y, to_y) in [(-6.0, 6.0), (6.0, -6.0)] {
        push(path, 'M', x - 6.0, THREAD_Y + from_y);
        push(path, 'L', x + 6.0, THREAD_Y + to_y);
    }
}

/// The loose fibres of a cut thread.
fn fray(path: &mut String, x: f64) {
    for (reach, end_y) in [(13.0, -8.0), (15.0, -3.0), (14.0, 3.5), (11.0, 8.5)] {
        push(path, 'M', x - 3.0, THREAD_Y);
        push(path, 'Q', x + reach * 0.45, THREAD_Y + end_y * 0.1);
        pair(path, x + reach, THREAD_Y + end_y);
    }
}

fn push(path: &mut String, command: char, x: f64, y: f64) {
    path.push(command);
    pair(path, x, y);
}

fn pair(path: &mut String, x: f64, y: f64) {
    number(path, x);
    path.push(' ');
    number(path, y);
    path.push(' ');
}

/// A coordinate to the tenth of a pixel. By hand: the library's formatting of floats is the bulk of a redraw otherwise.
fn number(path: &mut String, value: f64) {
    let mut tenths = (value * 10.0).round() as i64;
    if tenths < 0 {
        path.push('-');
        tenths = -tenths;
    }
    let mut digits = [0_u8; 20];
    let mut length = 0;
    let mut whole = tenths / 10;
    loop {
        digits[length] = b'0' + (whole % 10) as u8;
        length += 1;
        whole /= 10;
        if whole == 0 {
            break;
        }
    }
    path.extend(digits[..length].iter().rev().map(|&digit| char::from(digit)));
    if tenths % 10 != 0 {
        path.push('.');
        path.push(char::from(b'0' + (tenths % 10) as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn a_coordinate_has_at_most_one_decimal() {
        let mut text = String::new();
        for value in [0.0, 12.34, -0.26, -1500.0, 99.96] {
            number(&mut text, value);
            text.push(' ');
        }
        assert_eq!(text, "0 12.3 -0.3 -1500 100 ");
    }

    #[test]
    fn what_was_lost_is_written_where_there_is_room_and_shortened_where_there_is_none() {
        let ghost = Ghost { cut_x: 200.0, label_x: 214.0, lost: vec!["finally, line 9".repeat(4)], ..Ghost::default() };
        assert_eq!(ghost.words(1000.0).0, 214.0);
        let (x, _, words) = ghost.words(300.0);
        assert_eq!(x, 190.0);
        assert!(words.chars().count() as f64 * LOST_CHARACTER_PX <= x && words.ends_with('…'), "{words}");
        assert_eq!(ghost.words(500.0).0, 214.0, "the larger room");
    }

    #[test]
    fn a_daemon_hangs_between_its_pins_and_frays_at_the_exit() {
        let trace = sample::heartbeat();
        let timeline = Timeline::new(&trace);
        let drawing = lane(&trace, &timeline, &timeline.lanes[1], &Window::new(0, 3_000_000_000, 300.0));
        assert_eq!(drawing.pins.matches('M').count(), 3);
        assert_eq!(drawing.sleeping.matches('M').count(), 3);
        assert_eq!(drawing.stdout_ticks.matches('M').count(), 3);
        let texts: Vec<_> = drawing.labels.iter().map(|label| label.text.as_str()).collect();
        assert_eq!(texts, ["sleep 1 s", "sleep 1 s", "sleep 1 s"]);
        let ghost = drawing.ghost.expect("it was cut");
        assert_eq!(ghost.cut_x, 300.0);
        assert_eq!(ghost.doing, "in sleep, 20 µs to go, line 7");
        assert_eq!(ghost.lost, ["finally, line 9"]);
    }

    #[test]
    fn a_join_is_tied_down_and_let_go_by_an_arrow() {
        let trace = sample::joined();
        let timeline = Timeline::new(&trace);
        let window = Window::new(0, 2_000_000_000, 200.0);
        let drawing = lane(&trace, &timeline, &timeline.lanes[0], &window);
        assert_eq!(drawing.labels[0].text, "join Thread-1 (work)");
        assert_eq!(drawing.knots.matches('M').count(), 1);
        assert!(drawing.hatches.matches('M').count() > 20);
        let kinds: Vec<_> = arrows(&timeline, &window, |index| Some(index as f64 * LANE_HEIGHT_PX))
            .into_iter()
            .map(|arrow| arrow.kind)
            .collect();
        assert_eq!(kinds, [LinkKind::Start, LinkKind::Join]);
    }
}
