//! The timeline: a lane for each thread, the phases above them, the line of the exit through them.

use super::icon::{Icon, icon};
use super::lane_head::LaneHead;
use super::lane_track::LaneTrack;
use super::overlay::Overlay;
use super::tooltip::{TooltipProps, tooltip};
use crate::ui::comparing::Beside;
use crate::ui::engine::Outcome;
use crate::ui::hooks::{ZOOM_FACTOR, use_wheel, use_width};
use crate::ui::reading::Reading;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, Dispatch, Sight};
use last_thread_standing::machine::event::Phase;
use last_thread_standing::view::path::{LANE_HEIGHT_PX, THREAD_Y};
use last_thread_standing::view::timeline::{Finish, Timeline as TimelineData};
use last_thread_standing::view::twins::Twin;
use last_thread_standing::view::{clock, window::Window};
use web_sys::Element;
use yew::prelude::*;

/// Lanes that are drawn at most, or the first drawing of them would keep the page from answering; the tables hold all
/// threads.
const MOST_LANES: usize = 100;
/// The height of a lane's head where it stands above its track.
const HEAD_ABOVE_PX: f64 = 34.0;
/// The words at the head of the line of the exit need this much room behind it.
const FLAG_PX: f64 = 124.0;
/// A pointer that moved less than this has clicked.
const CLICK_PX: f64 = 4.0;

#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    pub dispatch: Dispatch,
    pub reading: Shared<Reading>,
    pub outcome: Shared<Outcome>,
    pub now_ns: u64,
    pub sight: Option<Sight>,
    /// The picture is of an earlier text.
    pub stale: bool,
    /// Heads stand above their tracks.
    pub narrow: bool,
    /// What is pointed at, here or elsewhere.
    pub lit: Option<Twin>,
    pub embed: bool,
    /// What the picture shows, for those who do not see it.
    pub story: AttrValue,
}

/// Where the pointer went down, and the window at that time.
#[derive(Clone, Copy)]
struct Drag {
    from_x: f64,
    window: Window,
    moved: bool,
}

/// A lane and a moment under the pointer.
#[derive(Clone, Copy, PartialEq)]
pub struct Hover {
    pub lane: usize,
    pub at_ns: u64,
    pub x: f64,
    pub y: f64,
}

#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let track = use_node_ref();
    let width = use_width(&track);
    let hover = use_state_eq(|| None::<Hover>);
    let drag = use_mut_ref(|| None::<Drag>);
    let lit_last = use_mut_ref(|| None::<Twin>);
    // The window as it was when the end of a stretch was taken hold of.
    let held = use_state_eq(|| None::<Window>);
    let extent_ns = props.outcome.run.as_ref().map_or(1, |run| run.timeline.extent_with_room(width, FLAG_PX));
    let sight = props.sight.unwrap_or(Sight { from_ns: 0, to_ns: extent_ns });
    let window = (*held).unwrap_or_else(|| Window::new(sight.from_ns, sight.to_ns, width));
    let hold = use_callback(
        (held.setter(), window.from_ns, window.to_ns, width.to_bits()),
        |on: bool, (held, from_ns, to_ns, width)| {
            held.set(on.then(|| Window::new(*from_ns, *to_ns, f64::from_bits(*width))));
        },
    );
    // While the picture is of an earlier text, so are the numbers that its handles set.
    let settled = use_mut_ref(|| props.reading.clone());
    if !props.stale {
        *settled.borrow_mut() = props.reading.clone();
    }
    let settled = settled.borrow().clone();
    use_wheel(&track, window, extent_ns, &props.dispatch);
    let head_px = if props.narrow { HEAD_ABOVE_PX } else { 0.0 };
    let pitch = LANE_HEIGHT_PX + head_px;
    // What has the focus is told of as what is pointed at.
    let point = use_callback((hover.setter(), props.narrow), move |at: Option<Hover>, (hover, _)| {
        hover.set(at.map(|at| Hover { y: at.lane as f64 * pitch + head_px + THREAD_Y, ..at }));
    });

    let Some(run) = &props.outcome.run else { return Html::default() };
    let timeline = &run.timeline;
    let is_choice = props.outcome.standing.as_ref().is_some_and(|standing| !standing.choices.is_empty());
    let lane_count = timeline.lanes.len().min(MOST_LANES);

    let place = {
        let track = track.clone();
        move |event: &PointerEvent| {
            let rect = track.cast::<Element>().map(|element| element.get_bounding_client_rect());
            rect.map_or((0.0, 0.0), |rect| {
                (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.bottom())
            })
        }
    };
    let on_down = {
        let (drag, place) = (drag.clone(), place.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() == 0 {
                *drag.borrow_mut() = Some(Drag { from_x: place(&event).0, window, moved: false });
            }
        })
    };
    let on_move = {
        let (drag, place, hover, dispatch) = (drag.clone(), place.clone(), hover.clone(), props.dispatch.clone());
        let (outcome, lit_last) = (props.outcome.clone(), lit_last.clone());
        Callback::from(move |event: PointerEvent| {
            let (x, y) = place(&event);
            if let Some(drag) = drag.borrow_mut().as_mut() {
                drag.moved |= (x - drag.from_x).abs() > CLICK_PX;
                if drag.moved && event.pointer_type() == "mouse" {
                    let moved = drag.window.panned(drag.from_x - x, extent_ns);
                    dispatch.dispatch(Action::SetSight(Some(Sight { from_ns: moved.from_ns, to_ns: moved.to_ns })));
                }
            }
            let lane = (y / pitch).floor();
            let over = event.pointer_type() == "mouse" && (0.0..=width).contains(&x) && lane >= 0.0;
            let over = over && (lane as usize) < lane_count;
            let lane_under =
                timeline_of(&outcome).and_then(|timeline| timeline.lanes.get(lane as usize)).filter(|_| over);
            let lit = lane_under.and_then(|lane| Twin::at(lane, window.moment_at(x)));
            if *lit_last.borrow() != lit {
                *lit_last.borrow_mut() = lit;
                dispatch.dispatch(Action::Light(lit));
            }
            hover.set(over.then(|| Hover { lane: lane as usize, at_ns: window.moment_at(x), x, y }));
        })
    };
    let on_up = {
        let (drag, place, dispatch, held) = (drag.clone(), place.clone(), props.dispatch.clone(), held.setter());
        Callback::from(move |event: PointerEvent| {
            held.set(None);
            if let Some(drag) = drag.borrow_mut().take()
                && !drag.moved
            {
                let (x, _) = place(&event);
                if (0.0..=width).contains(&x) {
                    dispatch.dispatch(Action::GoTo(window.moment_at(x)));
                }
            }
        })
    };
    let on_leave = {
        let (drag, hover, dispatch) = (drag.clone(), hover.clone(), props.dispatch.clone());
        Callback::from(move |_: PointerEvent| {
            *lit_last.borrow_mut() = None;
            dispatch.dispatch(Action::Light(None));
            drag.borrow_mut().take();
            hover.set(None);
        })
    };

    let total_px = pitch * lane_count as f64;
    let drawn = width > 0.0;
    html! {
        <section class={classes!("timeline", props.stale.then_some("stale"), props.narrow.then_some("timeline-narrow"))}
            role="region" aria-label="Timeline">
            <p class="visually-hidden">{ &props.story }</p>
            <div class="timeline-scroll" tabindex="0" role="group" aria-label="Lanes">
                <div class="timeline-top">
                    <div class="timeline-corner">
                        { zoom_buttons(&props.dispatch, props.sight.is_some()) }
                        if timeline.lanes.len() > 1 && !props.embed {
                            { compare_button(&props.dispatch) }
                        }
                    </div>
                    <div class="timeline-scale" ref={track}>
                        if drawn {
                            { phases(timeline, &window) }
                            { ruler(timeline, &window) }
                            { finish_flag(timeline, &window, is_choice) }
                        }
                    </div>
                </div>
                <div class="lanes-area" style={format!("--pitch: {pitch}px")} onpointerdown={on_down}
                    onpointermove={on_move} onpointerup={on_up} onpointerleave={on_leave}>
                    <ul class="lanes">
                        { for (0..lane_count).map(|index| html! {
                            <li key={index} class="lane" aria-label={timeline.lanes[index].label()}>
                                <LaneHead dispatch={props.dispatch.clone()} reading={props.reading.clone()} stale={props.stale} outcome={props.outcome.clone()} {index}
                                    line={timeline.lanes[index].line_at(props.now_ns)} />
                                <div class="lane-track">
                                    if drawn {
                                        <LaneTrack dispatch={props.dispatch.clone()} reading={settled.clone()} hold={hold.clone()} point={point.clone()}
                                            outcome={props.outcome.clone()} {index} {window} />
                                    }
                                </div>
                            </li>
                        }) }
                    </ul>
                    if drawn {
                        <Overlay outcome={props.outcome.clone()} {window} {pitch} {head_px} {total_px}
                            now_ns={props.now_ns} {lane_count} lit={props.lit.filter(|_| !props.stale)} />
                    }
                    if let Some(hover) = *hover {
                        { tooltip(&TooltipProps { outcome: props.outcome.clone(), hover, width, total_px }) }
                    }
                </div>
                if timeline.lanes.len() > lane_count {
                    <p class="hint">
                        { format!("The first {lane_count} of {} threads are drawn; the tables hold them all.", timeline.lanes.len()) }
                    </p>
                }
            </div>
        </section>
    }
}

fn timeline_of(outcome: &Outcome) -> Option<&TimelineData> {
    outcome.run.as_ref().map(|run| &run.timeline)
}

fn zoom_buttons(dispatch: &Dispatch, zoomed: bool) -> Html {
    let button = |name: &'static str, title: &'static str, picture: Icon, enabled: bool, action: fn() -> Action| {
        let dispatch = dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(action()));
        html! {
            <button type="button" class="icon-button small" aria-label={name} {title} disabled={!enabled} {onclick}>
                { icon(picture) }
            </button>
        }
    };
    html! {
        <div class="zoom" role="group" aria-label="Zoom">
            { button("Zoom out", "Zoom out (−)", Icon::ZoomOut, zoomed, || Action::ZoomBy(1.0 / ZOOM_FACTOR)) }
            { button("Fit", "Show the whole run (0)", Icon::Fit, zoomed, || Action::SetSight(None)) }
            { button("Zoom in", "Zoom in (+)", Icon::ZoomIn, true, || Action::ZoomBy(ZOOM_FACTOR)) }
        </div>
    }
}

/// One step to the same program with the other kind of thread, beside this run.
fn compare_button(dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Compare(Some(Beside::OtherKind))));
    html! {
        <button type="button" class="button small compare-button" title="Daemon against regular: see this run beside the one with the other kind of thread" {onclick}>
            { "Compare kinds" }
        </button>
    }
}

fn phases(timeline: &TimelineData, window: &Window) -> Html {
    let span = |phase: &last_thread_standing::view::timeline::PhaseSpan| {
        let from_x = window.x(phase.from_ns).clamp(0.0, window.width_px);
        let to_x = window.x(phase.to_ns).clamp(0.0, window.width_px);
        let wide = to_x - from_x;
        let class = match phase.phase {
            Phase::Running => "phase phase-running",
            Phase::WaitingForThreads => "phase phase-waiting",
            Phase::ThreadingCallbacks | Phase::AtexitCallbacks => "phase phase-callbacks",
            Phase::Finalizing | Phase::Gone => "phase phase-finalizing",
        };
        let text = if wide > phase.label.len() as f64 * 6.4 + 12.0 { phase.label } else { "" };
        html! {
            <div {class} title={phase.label} style={format!("left: {from_x:.1}px; width: {:.1}px", wide.max(1.0))}>
                <span>{ text }</span>
            </div>
        }
    };
    html! { <div class="phases" aria-hidden="true">{ for timeline.phases.iter().map(span) }</div> }
}

fn ruler(timeline: &TimelineData, window: &Window) -> Html {
    // The line of the exit would go through the words of a mark just before it.
    let end_x = window.x(timeline.end_ns);
    let is_crossed = |x: f64, label: &str| x + 2.0 < end_x && end_x < x + 8.0 + label.len() as f64 * 6.0;
    html! {
        <div class="ruler" aria-hidden="true">
            { for window.ruler().into_iter().map(|tick| html! {
                <span class="ruler-tick" style={format!("left: {:.1}px", tick.x)}>
                    if !is_crossed(tick.x, &tick.label) {
                        { tick.label }
                    }
                </span>
            }) }
        </div>
    }
}

/// The words at the head of the line of the exit, or of the end of what is known.
fn finish_flag(timeline: &TimelineData, window: &Window, is_choice: bool) -> Html {
    let end_ns = timeline.end_ns;
    let (at_ns, class, text, title) = match timeline.finish {
        Finish::Exit { at_ns, .. } => {
            let text = format!("exit {}", clock::moment(at_ns));
            (at_ns, "flag flag-exit", text, "Here the process is gone: nothing runs behind this line")
        }
        Finish::Never => {
            (end_ns, "flag flag-never", "never exits".to_owned(), "From here on it goes on like this for ever")
        }
        Finish::Unknown => {
            let (class, text) = match is_choice {
                true => ("flag flag-choice", "your turn"),
                false => ("flag flag-unknown", "not known from here"),
            };
            (end_ns, class, text.to_owned(), "As far as the run was followed")
        }
    };
    let x = window.x(at_ns);
    if !(-1.0..=window.width_px + 1.0).contains(&x) {
        return Html::default();
    }
    let width = text.chars().count() as f64 * 7.2 + 16.0;
    let side = if x + width > window.width_px { "flag-left" } else { "" };
    html! { <span class={classes!(class, side)} style={format!("left: {x:.1}px")} aria-hidden="true" {title}>{ text }</span> }
}
