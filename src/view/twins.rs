//! What belongs together: a piece of a lane, a line of the code, a line of the console, a row of a table. What is pointed
//! at in one of them lights up in the others.

use super::lane::Lane;
use super::window::Window;
use crate::machine::event::ThreadId;

/// The narrowest mark that can be seen.
const NARROWEST_PX: f64 = 3.0;
/// Marks of a lane, at most.
const MOST_MARKS: usize = 200;

/// A line of the code, by one thread or by any, during a span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    /// None: any thread.
    pub thread: Option<ThreadId>,
    pub line: u32,
    pub from_ns: u64,
    pub to_ns: u64,
}

impl Twin {
    /// A line, whenever and by whomever it is run.
    pub fn of_line(line: u32) -> Self {
        Twin { thread: None, line, from_ns: 0, to_ns: u64::MAX }
    }

    /// What a thread did at a moment.
    pub fn at(lane: &Lane, at_ns: u64) -> Option<Self> {
        let after = lane.places.partition_point(|&(since_ns, _)| since_ns <= at_ns);
        let &(from_ns, line) = lane.places.get(after.checked_sub(1)?)?;
        let to_ns = lane.places.get(after).map_or(u64::MAX, |&(next_ns, _)| next_ns);
        (lane.line_at(at_ns) == Some(line)).then_some(Twin { thread: Some(lane.thread), line, from_ns, to_ns })
    }

    /// As it stands in an attribute of the page's.
    pub fn to_text(self) -> String {
        let thread = self.thread.map_or(-1, |thread| i64::from(thread.0));
        format!("{thread} {} {} {}", self.line, self.from_ns, self.to_ns)
    }

    pub fn from_text(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let thread = words.next()?.parse().ok().map(ThreadId);
        let line = words.next()?.parse().ok()?;
        let mut time = || words.next()?.parse().ok();
        Some(Twin { thread, line, from_ns: time()?, to_ns: time()? })
    }

    /// Whether something that a thread did at a line and a moment is its twin.
    pub fn meets(&self, thread: ThreadId, line: u32, at_ns: u64) -> bool {
        self.line == line && self.thread.is_none_or(|own| own == thread) && (self.from_ns..=self.to_ns).contains(&at_ns)
    }

    /// Where in a lane it lies, from and to, in pixels.
    pub fn marks(&self, lane: &Lane, end_ns: u64, window: &Window) -> Vec<(f64, f64)> {
        if self.thread.is_some_and(|thread| thread != lane.thread) {
            return Vec::new();
        }
        let lane_end_ns = lane.stretches.last().map_or(0, |last| last.to_ns).min(end_ns);
        let first = lane.places.partition_point(|&(since_ns, _)| since_ns < self.from_ns.max(window.from_ns));
        let mut marks: Vec<(f64, f64)> = Vec::new();
        for (index, &(from_ns, line)) in lane.places.iter().enumerate().skip(first.saturating_sub(1)) {
            if from_ns > self.to_ns.min(window.to_ns) || marks.len() >= MOST_MARKS {
                break;
            }
            let to_ns = lane.places.get(index + 1).map_or(lane_end_ns, |&(next_ns, _)| next_ns).max(from_ns);
            if line != self.line || to_ns < self.from_ns {
                continue;
            }
            let (from_x, to_x) = (window.x(from_ns).max(0.0), window.x(to_ns).min(window.width_px));
            match marks.last_mut() {
                Some((_, end_x)) if from_x - *end_x < NARROWEST_PX => *end_x = to_x.max(*end_x),
                _ if to_x >= 0.0 => marks.push((from_x, to_x.max(from_x + NARROWEST_PX))),
                _ => {}
            }
        }
        marks
    }
}

/// The moments of the lines that one thread came to, for stepping from line to line: the next or the last one.
pub fn next_place(lanes: &[Lane], after_ns: u64) -> Option<u64> {
    let next = |lane: &Lane| {
        lane.places
            .get(lane.places.partition_point(|&(since_ns, _)| since_ns <= after_ns))
            .map(|&(since_ns, _)| since_ns)
    };
    lanes.iter().filter_map(next).min()
}

/// The last moment before this one at which a thread came to another line.
pub fn previous_place(lanes: &[Lane], before_ns: u64) -> Option<u64> {
    let previous = |lane: &Lane| {
        let before = lane.places.partition_point(|&(since_ns, _)| since_ns < before_ns);
        lane.places.get(before.checked_sub(1)?).map(|&(since_ns, _)| since_ns)
    };
    lanes.iter().filter_map(previous).max()
}

/// The next moment at which a thread comes to one of some lines: where a breakpoint stops the playback.
pub fn next_at_lines(lanes: &[Lane], lines: &[u32], after_ns: u64) -> Option<u64> {
    let next = |lane: &Lane| {
        let from = lane.places.partition_point(|&(since_ns, _)| since_ns <= after_ns);
        lane.places.iter().skip(from).find(|(_, line)| lines.contains(line)).map(|&(since_ns, _)| since_ns)
    };
    if lines.is_empty() { None } else { lanes.iter().filter_map(next).min() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::lane::lanes;
    use crate::view::sample;

    const SECOND: u64 = 1_000_000_000;

    #[test]
    fn what_a_thread_does_is_found_by_its_moment() {
        let lanes = lanes(&sample::heartbeat());
        let twin = Twin::at(&lanes[1], 500_000_000).expect("it sleeps");
        assert_eq!((twin.line, twin.from_ns, twin.to_ns), (7, 20_000, SECOND));
        assert!(twin.meets(lanes[1].thread, 7, 20_000));
        assert!(!twin.meets(lanes[0].thread, 7, 20_000), "another thread");
        assert!(!twin.meets(lanes[1].thread, 7, 2 * SECOND + 20_000), "another round");
        assert_eq!(Twin::at(&lanes[1], 0).map(|twin| twin.line), Some(6));
        for twin in [twin, Twin::of_line(7)] {
            assert_eq!(Twin::from_text(&twin.to_text()), Some(twin));
        }
    }

    #[test]
    fn a_line_is_marked_wherever_it_is_run() {
        let lanes = lanes(&sample::heartbeat());
        let window = Window::new(0, 3 * SECOND, 300.0);
        let marks = Twin::of_line(6).marks(&lanes[1], 3 * SECOND, &window);
        assert_eq!(marks.iter().map(|mark| mark.0.round()).collect::<Vec<_>>(), [0.0, 100.0, 200.0]);
        assert_eq!(Twin::of_line(6).marks(&lanes[0], 3 * SECOND, &window), []);
        let sleeps = Twin::of_line(7).marks(&lanes[1], 3 * SECOND, &window);
        assert_eq!(sleeps.len(), 1, "one sleep after the other: {sleeps:?}");
    }

    #[test]
    fn one_steps_from_line_to_line_and_to_breakpoints() {
        let lanes = lanes(&sample::heartbeat());
        assert_eq!(next_place(&lanes, 20_000), Some(SECOND));
        assert_eq!(previous_place(&lanes, SECOND), Some(20_000));
        assert_eq!(next_at_lines(&lanes, &[6], 0), Some(SECOND));
        assert_eq!(next_at_lines(&lanes, &[99], 0), None);
        assert_eq!(next_at_lines(&lanes, &[], 0), None);
    }
}
