//! The timeline as one SVG text: for the page to show runs side by side, and to be taken away, readable on its own.

use super::lane::StretchKind;
use super::path::{self, LANE_HEIGHT_PX, LaneDrawing, THREAD_Y};
use super::timeline::{Finish, LinkKind, Timeline};
use super::window::Window;
use super::{clock, words};
use crate::run::trace::Trace;
use std::fmt::Write;

/// The rules by which the page draws threads.
const STYLES: &str = include_str!("../../static/styles/threads.css");
/// The page's tokens that these rules use: name, light, dark (`static/styles/tokens.css`).
const TOKENS: [(&str, &str, &str); 11] = [
    ("--surface", "#fffefb", "#191a1e"),
    ("--line-strong", "#857e6f", "#7d7f88"),
    ("--line", "#e4dfd3", "#2d2f36"),
    ("--ink-soft", "#544f45", "#bab6ac"),
    ("--ink-faint", "#6b6558", "#9a968c"),
    ("--ink", "#1d1b17", "#efece5"),
    ("--regular-light", "#8490cf", "#5a69b8"),
    ("--regular", "#2c3a86", "#a3b3ff"),
    ("--daemon", "#216f66", "#62c4b8"),
    ("--exit", "#cc2f1d", "#ff7058"),
    ("--sans", "system-ui,'Segoe UI',Helvetica,Arial,sans-serif", "system-ui,'Segoe UI',Helvetica,Arial,sans-serif"),
];

/// Rules for what only a picture has: its words.
const OWN_STYLES: &str = ".words{font:400 12px var(--sans);fill:var(--ink-soft)}.strong{font-weight:600;fill:var(--ink)}\
    .title{font-size:16px}.small{font-size:11px;fill:var(--ink-faint)}.rule{stroke:var(--line)}\
    .flag-words{font-weight:600;fill:var(--exit)}.flag-before{text-anchor:end}.paper{fill:var(--surface)}";

const HEAD_PX: f64 = 190.0;
const SCALE_PX: f64 = 40.0;
const TITLE_PX: f64 = 64.0;
const PADDING_PX: f64 = 16.0;
/// Names and titles longer than this would run into the picture.
const LONGEST_NAME: usize = 26;
const LONGEST_TITLE: usize = 110;
/// Lanes that are drawn at most, as on the page.
const MOST_LANES: usize = 200;
/// Room for the words at the line of the exit.
const FLAG_PX: f64 = 110.0;

/// The colours of a picture that stands on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    Light,
    Dark,
}

/// What a picture is of, and how it is to look.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    pub title: &'a str,
    pub summary: &'a str,
    pub width_px: f64,
    /// The right edge in virtual time; none: as the run needs it. The same for two pictures puts them on one axis.
    pub extent_ns: Option<u64>,
    /// None: inside of the page, whose styles apply; title and summary are left out.
    pub colours: Option<Colours>,
}

/// The whole run as an SVG document.
pub fn svg(trace: &Trace, timeline: &Timeline, frame: &Frame) -> String {
    let track_px = (frame.width_px - HEAD_PX - 2.0 * PADDING_PX).max(60.0);
    let extent_ns = frame.extent_ns.unwrap_or_else(|| timeline.extent_with_room(track_px, FLAG_PX));
    let window = Window::new(0, extent_ns, track_px);
    let lanes = timeline.lanes.len().min(MOST_LANES);
    let title_px = if frame.colours.is_some() { TITLE_PX } else { 0.0 };
    let lanes_y = title_px + SCALE_PX;
    let height = lanes_y + lanes as f64 * LANE_HEIGHT_PX + PADDING_PX;
    let mut svg = String::new();
    let (width, summary) = (frame.width_px, escape(frame.summary));
    // Writing to a String cannot fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\"><title>{}</title><desc>{summary}</desc>",
        escape(&format!("{}: {}", frame.title, frame.summary)),
        escape(frame.title),
    );
    if let Some(colours) = frame.colours {
        let _ = write!(svg, "<style>{}</style>", styles(colours));
        let _ = write!(svg, "<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>");
        text(&mut svg, "words strong title", PADDING_PX, 28.0, &words::shortened(frame.title, LONGEST_TITLE));
        text(&mut svg, "words", PADDING_PX, 48.0, &words::shortened(frame.summary, LONGEST_TITLE));
    }
    let _ = write!(
        svg,
        "<defs><clipPath id=\"lane\"><rect x=\"-6\" width=\"{}\" height=\"{LANE_HEIGHT_PX}\"/></clipPath><pattern id=\"twist\" width=\"6\" height=\"8\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"translate(0 2)\"><path class=\"twist\" d=\"M-2 10L4 -2M4 10L10 -2\"/></pattern></defs>",
        track_px + 12.0,
    );
    let left = PADDING_PX + HEAD_PX;
    scale(&mut svg, &window, left, title_px, height);
    for (index, lane) in timeline.lanes.iter().take(lanes).enumerate() {
        let y = lanes_y + index as f64 * LANE_HEIGHT_PX;
        let _ = write!(svg, "<path class=\"rule\" d=\"M{PADDING_PX} {y}H{}\"/>", width - PADDING_PX);
        let name_y = y + THREAD_Y - 4.0;
        text(&mut svg, "words strong", PADDING_PX, name_y, &words::shortened(&lane.name, LONGEST_NAME));
        text(&mut svg, "words small", PADDING_PX, name_y + 16.0, lane.kind());
        let drawing = path::lane(trace, timeline, lane, &window);
        let _ = write!(svg, "<g transform=\"translate({left} {y})\" clip-path=\"url(#lane)\">");
        thread(&mut svg, &drawing, lane.daemon, track_px);
        svg.push_str("</g>");
    }
    let _ = write!(svg, "<g transform=\"translate({left} {lanes_y})\">");
    let lane_y = |index: usize| (index < lanes).then_some(index as f64 * LANE_HEIGHT_PX + THREAD_Y);
    for arrow in path::arrows(timeline, &window, lane_y) {
        let kind = if arrow.kind == LinkKind::HandOver { " arrow-hand-over" } else { "" };
        let (line, head) = (arrow.line, arrow.head);
        let _ = write!(
            svg,
            "<g class=\"arrow{kind}\"><path class=\"arrow-line\" d=\"{line}\"/><path class=\"arrow-head\" d=\"{head}\"/></g>"
        );
    }
    svg.push_str("</g>");
    finish(&mut svg, timeline, &window, left, title_px, height);
    svg.push_str("</svg>");
    svg
}

/// The ruler and its lines.
fn scale(svg: &mut String, window: &Window, left: f64, top: f64, height: f64) {
    for tick in window.ruler() {
        let x = left + tick.x;
        let _ = write!(svg, "<path class=\"rule\" d=\"M{x:.1} {}V{height}\"/>", top + 16.0);
        text(svg, "words small", x + 4.0, top + 28.0, &tick.label);
    }
}

/// The line of the exit with its words.
fn finish(svg: &mut String, timeline: &Timeline, window: &Window, left: f64, top: f64, height: f64) {
    let (at_ns, class, words) = match timeline.finish {
        Finish::Exit { at_ns, .. } => (at_ns, "exit-line", format!("exit {}", clock::moment(at_ns))),
        Finish::Never => (timeline.end_ns, "never-line", "never exits".to_owned()),
        Finish::Unknown => (timeline.end_ns, "unknown-line", "not known from here".to_owned()),
    };
    let x = left + window.x(at_ns);
    let _ = write!(svg, "<path class=\"{class}\" d=\"M{x:.1} {}V{height}\"/>", top + 4.0);
    let fits = window.x(at_ns) + FLAG_PX <= window.width_px;
    let (class, words_x) = if fits { ("words flag-words", x + 6.0) } else { ("words flag-words flag-before", x - 6.0) };
    text(svg, class, words_x, top + 12.0, &words);
}

/// One lane's thread.
fn thread(svg: &mut String, drawing: &LaneDrawing, daemon: bool, width: f64) {
    let kind = if daemon { "thread-daemon" } else { "thread-regular" };
    let _ = write!(svg, "<g class=\"thread {kind}\">");
    let mut strand = |class: &str, d: &str| {
        if !d.is_empty() {
            let _ = write!(svg, "<path class=\"{class}\" d=\"{d}\"/>");
        }
    };
    if let Some(ghost) = &drawing.ghost {
        strand("ghost", &ghost.thread);
        strand("fray", &ghost.fray);
    }
    strand("goes-on", &drawing.goes_on);
    strand("sleeping", &drawing.sleeping);
    strand("waiting", &drawing.waiting);
    strand("hatches", &drawing.hatches);
    strand("ready", &drawing.ready);
    strand("dense", &drawing.dense);
    strand("running", &drawing.running);
    strand(if daemon { "running-gap" } else { "running-twist" }, &drawing.running);
    strand("knots", &drawing.knots);
    strand("pins", &drawing.pins);
    strand(if drawing.raised { "end end-raised" } else { "end" }, &drawing.end);
    strand("ticks", &drawing.stdout_ticks);
    strand("ticks ticks-stderr", &drawing.stderr_ticks);
    for label in &drawing.labels {
        let class = if label.kind == StretchKind::Sleeping { "label label-sleeping" } else { "label" };
        text(svg, class, label.x, THREAD_Y - 12.0, &label.text);
    }
    if let Some(x) = drawing.never_started {
        let _ = write!(svg, "<circle class=\"spool\" cx=\"{x:.1}\" cy=\"{THREAD_Y}\" r=\"5\"/>");
        text(svg, "label label-start", x + 12.0, THREAD_Y + 4.0, "never started");
    }
    if let Some(ghost) = &drawing.ghost {
        let (x, class, words) = ghost.words(width);
        text(svg, class, x, THREAD_Y + 22.0, &words);
    }
    svg.push_str("</g>");
}

fn text(svg: &mut String, class: &str, x: f64, y: f64, words: &str) {
    let _ = write!(svg, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", escape(words));
}

/// The rules with the values of the tokens in them: not every program that shows an SVG knows `var()`.
fn styles(colours: Colours) -> String {
    let mut styles: String =
        STYLES.split("*/").last().unwrap_or(STYLES).lines().map(str::trim).collect::<Vec<_>>().concat();
    styles.push_str(OWN_STYLES);
    for (name, light, dark) in TOKENS {
        let value = if colours == Colours::Light { light } else { dark };
        styles = styles.replace(&format!("var({name})"), value);
    }
    styles
}

/// A text as it may stand in XML, between tags and in quotes. What XML cannot hold at all becomes `�`.
pub fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            control if control.is_control() => escaped.push('\u{fffd}'),
            plain => escaped.push(plain),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    fn drawn(trace: &Trace, colours: Option<Colours>) -> String {
        let frame = Frame { title: "A <b> & \"c\"", summary: "It's over.", width_px: 900.0, extent_ns: None, colours };
        svg(trace, &Timeline::new(trace), &frame)
    }

    #[test]
    fn a_picture_to_take_away_says_everything_itself() {
        let picture = drawn(&sample::heartbeat(), Some(Colours::Light));
        for part in
            ["<title>A &lt;b&gt; &amp; &quot;c&quot;</title>", "It&#39;s over.", "exit 3.000 s", "lost: finally"]
        {
            assert!(picture.contains(part), "{part} in {picture}");
        }
        assert!(!picture.contains("var("), "every token has its value");
    }

    #[test]
    fn both_themes_know_every_token() {
        for colours in [Colours::Light, Colours::Dark] {
            assert!(!styles(colours).contains("var("), "{}", styles(colours));
        }
    }

    #[test]
    fn what_a_program_calls_its_threads_is_text() {
        let mut trace = sample::heartbeat();
        trace.threads[1].name = "</text><script>alert(1)</script>\u{0}".to_owned();
        let picture = drawn(&trace, Some(Colours::Dark));
        assert!(!picture.contains("<script"), "{picture}");
        assert!(!picture.contains('\u{0}'));
    }

    #[test]
    fn inside_of_the_page_the_page_has_the_styles_and_the_words() {
        let picture = drawn(&sample::joined(), None);
        assert!(!picture.contains("<style>") && !picture.contains("class=\"words strong title\""));
    }
}
