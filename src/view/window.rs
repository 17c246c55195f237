//! The part of virtual time that is in sight, and where on the screen each moment of it lies.

use super::clock;

/// The shortest span that a zoom may reach: a microsecond holds a dozen operations.
pub const SHORTEST_SPAN_NS: u64 = 1_000;

/// Labels of the ruler stand at least this far apart.
const RULER_SPACING_PX: f64 = 96.0;

/// A span of virtual time laid over a width of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    pub from_ns: u64,
    pub to_ns: u64,
    pub width_px: f64,
}

/// A labelled moment of the ruler.
#[derive(Clone, Debug, PartialEq)]
pub struct RulerTick {
    pub x: f64,
    pub label: String,
}

impl Window {
    pub fn new(from_ns: u64, to_ns: u64, width_px: f64) -> Self {
        Self { from_ns, to_ns: to_ns.max(from_ns + SHORTEST_SPAN_NS), width_px: width_px.max(1.0) }
    }

    pub fn span_ns(&self) -> u64 {
        self.to_ns - self.from_ns
    }

    /// Where a moment lies, in pixels from the left edge; outside of the window it may be negative or beyond the width.
    pub fn x(&self, at_ns: u64) -> f64 {
        (at_ns as f64 - self.from_ns as f64) / self.span_ns() as f64 * self.width_px
    }

    /// The moment under a pixel; never before the beginning of time.
    pub fn moment_at(&self, x: f64) -> u64 {
        let at = self.from_ns as f64 + x / self.width_px * self.span_ns() as f64;
        at.round().max(0.0) as u64
    }

    /// The window after a zoom by a factor (above 1: closer) that leaves the moment under `x` where it is, kept inside
    /// `0..extent_ns`.
    pub fn zoomed(&self, factor: f64, x: f64, extent_ns: u64) -> Window {
        let longest = extent_ns.max(SHORTEST_SPAN_NS);
        let span = ((self.span_ns() as f64 / factor).round() as u64).clamp(SHORTEST_SPAN_NS, longest);
        let anchor = self.moment_at(x);
        let before = (span as f64 * (x / self.width_px).clamp(0.0, 1.0)).round() as u64;
        Self::starting_at(anchor.saturating_sub(before), span, extent_ns, self.width_px)
    }

    /// The window moved by that many pixels to the right, kept inside `0..extent_ns`.
    pub fn panned(&self, by_px: f64, extent_ns: u64) -> Window {
        let by_ns = by_px / self.width_px * self.span_ns() as f64;
        let from = (self.from_ns as f64 + by_ns).round().max(0.0) as u64;
        Self::starting_at(from, self.span_ns(), extent_ns, self.width_px)
    }

    /// The same span, moved as little as possible so that a moment is in sight with some air around it.
    pub fn showing(&self, at_ns: u64, extent_ns: u64) -> Window {
        let margin = self.span_ns() / 10;
        if at_ns < self.from_ns.saturating_add(margin) && self.from_ns > 0 {
            Self::starting_at(at_ns.saturating_sub(margin), self.span_ns(), extent_ns, self.width_px)
        } else if at_ns > self.to_ns.saturating_sub(margin) {
            let from = at_ns.saturating_add(margin).saturating_sub(self.span_ns());
            Self::starting_at(from, self.span_ns(), extent_ns, self.width_px)
        } else {
            *self
        }
    }

    fn starting_at(from_ns: u64, span_ns: u64, extent_ns: u64, width_px: f64) -> Window {
        let from_ns = from_ns.min(extent_ns.saturating_sub(span_ns));
        Window::new(from_ns, from_ns + span_ns, width_px)
    }

    /// Labels at round moments.
    pub fn ruler(&self) -> Vec<RulerTick> {
        let wanted_ns = self.span_ns() as f64 * RULER_SPACING_PX / self.width_px;
        let step_ns = round_step(wanted_ns);
        let (unit_ns, unit) = clock::unit_for(self.to_ns);
        let mut ticks = Vec::new();
        let mut at_ns = self.from_ns.div_ceil(step_ns) * step_ns;
        // The spacing bounds the count: at most one label for each `RULER_SPACING_PX`.
        while at_ns <= self.to_ns {
            let label = format!("{} {unit}", clock::decimal(at_ns, unit_ns, 9));
            ticks.push(RulerTick { x: self.x(at_ns), label });
            at_ns += step_ns;
        }
        ticks
    }
}

/// The smallest of 1, 2, 5 times a power of ten that is no less than what is wanted.
pub fn round_step(wanted_ns: f64) -> u64 {
    let mut power: u64 = 1;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if step as f64 >= wanted_ns || step == u64::MAX {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: u64 = 1_000_000_000;

    #[test]
    fn the_ruler_has_round_labels_that_do_not_crowd() {
        let labels = |window: Window| window.ruler().into_iter().map(|tick| tick.label).collect::<Vec<_>>();
        assert_eq!(labels(Window::new(0, 3 * SECOND, 400.0)), ["0 s", "1 s", "2 s", "3 s"]);
        assert_eq!(labels(Window::new(0, 900_000, 300.0)), ["0 µs", "500 µs"]);
        assert_eq!(labels(Window::new(2_500_000_000, 2_500_002_000, 200.0)), ["2.5 s", "2.500001 s", "2.500002 s"]);
    }

    #[test]
    fn a_zoom_keeps_the_moment_under_the_pointer() {
        let window = Window::new(0, 10 * SECOND, 1000.0);
        let closer = window.zoomed(2.0, 300.0, 10 * SECOND);
        assert_eq!(closer.span_ns(), 5 * SECOND);
        assert_eq!(closer.moment_at(300.0), 3 * SECOND);
        assert_eq!(closer.zoomed(0.01, 300.0, 10 * SECOND), window);
    }

    #[test]
    fn a_pan_stops_at_both_ends() {
        let window = Window::new(2 * SECOND, 4 * SECOND, 1000.0);
        assert_eq!(window.panned(-5000.0, 10 * SECOND).from_ns, 0);
        assert_eq!(window.panned(50000.0, 10 * SECOND).to_ns, 10 * SECOND);
    }

    #[test]
    fn a_moment_out_of_sight_is_brought_into_sight() {
        let window = Window::new(2 * SECOND, 4 * SECOND, 1000.0);
        assert_eq!(window.showing(3 * SECOND, 10 * SECOND), window);
        let later = window.showing(7 * SECOND, 10 * SECOND);
        assert!((later.from_ns..later.to_ns).contains(&(7 * SECOND)));
        let earlier = window.showing(0, 10 * SECOND);
        assert_eq!(earlier.from_ns, 0);
    }
}
