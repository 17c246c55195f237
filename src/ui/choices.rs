//! What a person has chosen of how the page shows things: tabs, dialog, theme, speed.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramTab {
    Parameters,
    Code,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultTab {
    Console,
    Verdict,
    AllOutcomes,
    WhatIf,
    State,
    Events,
}

impl ResultTab {
    /// In the order in which they stand on the page.
    pub const ALL: [ResultTab; 6] = [
        ResultTab::Console,
        ResultTab::Verdict,
        ResultTab::AllOutcomes,
        ResultTab::WhatIf,
        ResultTab::State,
        ResultTab::Events,
    ];

    pub fn title(self) -> &'static str {
        match self {
            ResultTab::Console => "Console",
            ResultTab::Verdict => "Verdict",
            ResultTab::AllOutcomes => "All outcomes",
            ResultTab::WhatIf => "What if",
            ResultTab::State => "State",
            ResultTab::Events => "Events",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    Scenarios,
    Share,
    Help,
    Reference,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub fn next(self) -> Self {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }

    /// As it is stored and as it stands in `data-theme`.
    pub fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        [Theme::System, Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == name)
    }
}

/// How fast virtual time goes by while the run is played.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Speed {
    /// The whole run in a few seconds, however long it is.
    #[default]
    Fit,
    /// Virtual seconds in a second.
    Times(f64),
}

impl Speed {
    pub const ALL: [Speed; 9] = [
        Speed::Fit,
        Speed::Times(0.001),
        Speed::Times(0.01),
        Speed::Times(0.1),
        Speed::Times(0.5),
        Speed::Times(1.0),
        Speed::Times(2.0),
        Speed::Times(5.0),
        Speed::Times(20.0),
    ];

    pub fn label(self) -> String {
        match self {
            Speed::Fit => "Fit".to_owned(),
            Speed::Times(factor) => format!("{factor}×"),
        }
    }

    pub fn from_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|speed| speed.label() == label)
    }
}
