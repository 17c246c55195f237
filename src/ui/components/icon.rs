//! The icons of the page: strokes of one width on a grid of 20.

use yew::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Undo,
    Redo,
    Share,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Help,
    Play,
    Pause,
    StepForward,
    StepBack,
    LineForward,
    LineBack,
    ZoomIn,
    ZoomOut,
    Fit,
    Close,
    Chevron,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Undo => "M4 8.5h8a4 4 0 0 1 0 8H8M4 8.5 7.5 5M4 8.5 7.5 12",
            Icon::Redo => "M16 8.5H8a4 4 0 0 0 0 8h4M16 8.5 12.5 5M16 8.5 12.5 12",
            Icon::Share => "M10 12.5V3.5M6.5 6.5 10 3l3.5 3.5M5 10v6h10v-6",
            Icon::ThemeSystem => "M3.5 4.5h13v9h-13zM7.5 16.5h5M10 13.5v3",
            Icon::ThemeLight => {
                "M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M4.7 15.3l1.1-1.1M14.2 5.8l1.1-1.1"
            }
            Icon::ThemeDark => "M16 12.2A6.5 6.5 0 0 1 7.8 4a6.5 6.5 0 1 0 8.2 8.2Z",
            Icon::Help => "M7.3 7.5a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.2 1-1.2 1.9M10 14.6v.2",
            Icon::Play => "M6.5 4.2v11.6l9-5.8Z",
            Icon::Pause => "M7 4.5v11M13 4.5v11",
            Icon::StepForward => "M5.5 5v10l7-5ZM15 5v10",
            Icon::StepBack => "M14.5 5v10l-7-5ZM5 5v10",
            Icon::LineForward => "M4 5.5h12M4 14.5h12M10 7.5v5M7.8 10.4 10 12.6l2.2-2.2",
            Icon::LineBack => "M4 5.5h12M4 14.5h12M10 12.5v-5M7.8 9.6 10 7.4l2.2 2.2",
            Icon::ZoomIn => "M10 5v10M5 10h10",
            Icon::ZoomOut => "M5 10h10",
            Icon::Fit => "M3.5 6v8M16.5 6v8M6 10h8M6 10l2-2M6 10l2 2M14 10l-2-2M14 10l-2 2",
            Icon::Close => "M5.5 5.5l9 9M14.5 5.5l-9 9",
            Icon::Chevron => "M6 8l4 4 4-4",
        }
    }
}

/// A plain function, not a component: there is nothing to keep between two drawings.
pub fn icon(icon: Icon) -> Html {
    let filled = matches!(icon, Icon::Play | Icon::StepForward | Icon::StepBack);
    html! {
        <svg class={classes!("icon", filled.then_some("icon-filled"))} viewBox="0 0 20 20" aria-hidden="true">
            <path d={icon.path()} />
        </svg>
    }
}
