//! Level of detail: what of a lane can be told apart on a screen of so many pixels.
//!
//! The cost depends on the width of the screen, not on the number of events: stretches that share a pixel are skipped
//! by binary search and drawn as one dense piece.

use super::lane::{Lane, Stretch, StretchKind};
use super::window::Window;

/// Stretches narrower than this are gathered into a dense piece.
const NARROWEST_PX: f64 = 1.5;
/// How far outside of the screen an end may be drawn; SVG renderers lose precision far out.
const OVERHANG_WIDTHS: f64 = 3.0;
/// How many stretches of a dense piece are looked at to see what it is made of.
const DENSE_SAMPLE: usize = 16;

/// A piece of a lane that can be told apart from its neighbours.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    /// One stretch, wide enough to be drawn as what it is. An end that lies outside of the window is not `whole`.
    Stretch { stretch: &'a Stretch, from_x: f64, to_x: f64 },
    /// Many short stretches side by side, or one that is too short to be drawn as what it is.
    Dense { from_x: f64, to_x: f64, runs: bool },
}

/// The pieces of a lane in a window, from left to right.
pub fn pieces<'a>(lane: &'a Lane, window: &Window) -> Vec<Piece<'a>> {
    let stretches = &lane.stretches;
    let mut pieces = Vec::new();
    let mut index = stretches.partition_point(|stretch| stretch.to_ns < window.from_ns);
    let overhang = window.width_px * OVERHANG_WIDTHS;
    let clip = |x: f64| x.clamp(-overhang, window.width_px + overhang);
    while let Some(stretch) = stretches.get(index) {
        if stretch.from_ns > window.to_ns {
            break;
        }
        let (from_x, to_x) = (window.x(stretch.from_ns), window.x(stretch.to_ns));
        if to_x - from_x >= NARROWEST_PX {
            pieces.push(Piece::Stretch { stretch, from_x: clip(from_x), to_x: clip(to_x) });
            index += 1;
            continue;
        }
        let bucket_end_ns = window.moment_at(from_x + NARROWEST_PX);
        let rest = &stretches[index..];
        let count = rest.partition_point(|stretch| stretch.to_ns <= bucket_end_ns).max(1);
        let gathered = &rest[..count];
        let runs = gathered.iter().take(DENSE_SAMPLE).any(|stretch| stretch.kind == StretchKind::Running);
        let end_x = gathered.last().map_or(to_x, |last| window.x(last.to_ns));
        match pieces.last_mut() {
            Some(Piece::Dense { to_x, runs: before, .. }) if from_x - *to_x < NARROWEST_PX => {
                *to_x = end_x;
                *before |= runs;
            }
            _ => pieces.push(Piece::Dense { from_x, to_x: end_x, runs }),
        }
        index += count;
    }
    pieces
}

/// The pixels at which something stands, one for each that can be told apart; `moments` in order.
pub fn pixels(moments: impl Iterator<Item = u64>, window: &Window, apart_px: f64) -> Vec<f64> {
    let mut pixels: Vec<f64> = Vec::new();
    for at_ns in moments {
        if at_ns < window.from_ns || at_ns > window.to_ns {
            continue;
        }
        let x = window.x(at_ns);
        if pixels.last().is_none_or(|last| x - last >= apart_px) {
            pixels.push(x);
        }
    }
    pixels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;
    use crate::view::timeline::Timeline;

    fn shape(piece: &Piece) -> String {
        match piece {
            Piece::Stretch { stretch, from_x, to_x } => format!("{:?} {from_x:.0}..{to_x:.0}", stretch.kind),
            Piece::Dense { from_x, to_x, runs } => {
                format!("dense{} {from_x:.0}..{to_x:.0}", if *runs { ", runs" } else { "" })
            }
        }
    }

    #[test]
    fn short_work_between_sleeps_becomes_a_dense_piece_at_its_pixel() {
        let timeline = Timeline::new(&sample::heartbeat());
        let window = Window::new(0, 3_000_000_000, 300.0);
        let shapes: Vec<_> = pieces(&timeline.lanes[1], &window).iter().map(shape).collect();
        assert_eq!(
            shapes,
            [
                "dense, runs 0..0",
                "Sleeping 0..100",
                "dense, runs 100..100",
                "Sleeping 100..200",
                "dense, runs 200..200",
                "Sleeping 200..300"
            ]
        );
    }

    #[test]
    fn close_to_it_the_work_is_a_stretch() {
        let timeline = Timeline::new(&sample::heartbeat());
        let window = Window::new(999_990_000, 1_000_090_000, 300.0);
        let shapes: Vec<_> = pieces(&timeline.lanes[1], &window).iter().map(shape).collect();
        assert_eq!(shapes, ["Sleeping -900..30", "Running 30..90", "Sleeping 90..1200"]);
    }

    #[test]
    fn a_hundred_thousand_stretches_are_no_more_pieces_than_pixels() {
        let timeline = Timeline::new(&sample::busy(50_000));
        let lane = &timeline.lanes[0];
        assert!(lane.stretches.len() > 90_000);
        let window = Window::new(0, timeline.extent_ns, 1000.0);
        assert!(pieces(lane, &window).len() <= 1000);
    }
}
