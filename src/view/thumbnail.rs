//! A run as a small picture without words, for the gallery.

use super::detail::{self, Piece};
use super::lane::{Lane, LaneEnd, StretchKind};
use super::timeline::{Finish, Timeline};
use super::window::Window;
use std::fmt::Write;

/// Lanes that fit in.
const MOST_LANES: usize = 7;
/// From one lane to the next, at most.
const PITCH_PX: f64 = 9.0;

/// An SVG of that size; the page's styles colour it.
pub fn svg(timeline: &Timeline, width_px: f64, height_px: f64) -> String {
    let window = Window::new(0, (timeline.end_ns as f64 * 1.16).max(1_000.0) as u64, width_px);
    let lanes = &timeline.lanes[..timeline.lanes.len().min(MOST_LANES)];
    let pitch = (height_px / (lanes.len() + 1) as f64).min(PITCH_PX);
    let top = (height_px - pitch * lanes.len().saturating_sub(1) as f64) / 2.0;
    let mut svg = format!(
        "<svg class=\"thumbnail\" width=\"{width_px}\" height=\"{height_px}\" viewBox=\"0 0 {width_px} {height_px}\" \
         aria-hidden=\"true\">"
    );
    for (index, lane) in lanes.iter().enumerate() {
        strokes(&mut svg, lane, top + index as f64 * pitch, &window);
    }
    // Writing to a String cannot fail.
    if let Finish::Exit { at_ns, .. } = timeline.finish {
        let _ = write!(svg, "<path class=\"exit-line\" d=\"M{:.1} 0V{height_px}\"/>", window.x(at_ns));
    }
    svg.push_str("</svg>");
    svg
}

fn strokes(svg: &mut String, lane: &Lane, y: f64, window: &Window) {
    let mut strong = String::new();
    let mut thin = String::new();
    let mut hatched = String::new();
    for piece in detail::pieces(lane, window) {
        let (path, from_x, to_x) = match piece {
            Piece::Dense { from_x, to_x, .. } => (&mut strong, from_x, to_x.max(from_x + 1.5)),
            Piece::Stretch { stretch, from_x, to_x } => {
                let path = match stretch.kind {
                    StretchKind::Running => &mut strong,
                    StretchKind::Sleeping | StretchKind::Ready => &mut thin,
                    StretchKind::Waiting => &mut hatched,
                };
                (path, from_x, to_x)
            }
        };
        let _ = write!(path, "M{from_x:.1} {y:.1}H{to_x:.1}");
    }
    match &lane.end {
        LaneEnd::Cut { at_ns, .. } => {
            let x = window.x(*at_ns);
            let _ = write!(thin, "M{x:.1} {y:.1}l4 -3M{x:.1} {y:.1}l4 3");
        }
        LaneEnd::GoesOn => {
            let _ = write!(
                hatched,
                "M{:.1} {y:.1}H{:.1}",
                window.x(lane.stretches.last().map_or(0, |it| it.to_ns)),
                window.width_px
            );
        }
        LaneEnd::NeverStarted | LaneEnd::Ended { .. } => {}
    }
    let kind = if lane.daemon { "thread-daemon" } else { "thread-regular" };
    let _ = write!(svg, "<g class=\"{kind}\">");
    for (class, path) in [("thin", thin), ("hatched", hatched), ("strong", strong)] {
        if !path.is_empty() {
            let _ = write!(svg, "<path class=\"{class}\" d=\"{path}\"/>");
        }
    }
    svg.push_str("</g>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn a_run_is_told_by_a_line_for_each_thread_and_one_for_the_exit() {
        let picture = svg(&Timeline::new(&sample::heartbeat()), 120.0, 48.0);
        assert_eq!(picture.matches("<g class=").count(), 2, "{picture}");
        assert!(picture.contains("thread-daemon") && picture.contains("exit-line"), "{picture}");
        assert!(picture.len() < 1_500, "{}", picture.len());
    }

    #[test]
    fn a_long_run_is_a_small_picture_too() {
        let picture = svg(&Timeline::new(&sample::busy(50_000)), 120.0, 48.0);
        assert!(picture.len() < 8_000, "{}", picture.len());
    }
}
