//! What survives a reload: the scenario, the address from which it was opened, the theme, the open tabs.

use crate::ui::browser;
use crate::ui::state::{PageState, ProgramTab, ResultTab, Speed, Theme};
use last_thread_standing::scenario::Scenario;
use yew::prelude::*;

const SCENARIO_KEY: &str = "last-thread-standing.scenario";
const FRAGMENT_KEY: &str = "last-thread-standing.fragment";
const THEME_KEY: &str = "last-thread-standing.theme";
const SPEED_KEY: &str = "last-thread-standing.speed";
const TABS_KEY: &str = "last-thread-standing.tabs";

/// What was remembered; every part of it may be missing.
pub struct Recalled {
    /// With the fragment of the address from which it was opened.
    pub scenario: Option<(Scenario, String)>,
    pub theme: Theme,
    pub speed: Speed,
    pub program_tab: ProgramTab,
    pub result_tab: ResultTab,
}

pub fn recalled() -> Recalled {
    let scenario = browser::recall_own(SCENARIO_KEY).map(|file| Scenario::from_file(&file).0);
    let fragment = remembered_fragment();
    let tabs = browser::recall(TABS_KEY).unwrap_or_default();
    Recalled {
        scenario: scenario.map(|scenario| (scenario, fragment)),
        theme: browser::recall(THEME_KEY).and_then(|name| Theme::from_name(&name)).unwrap_or_default(),
        speed: browser::recall(SPEED_KEY).and_then(|label| Speed::from_label(&label)).unwrap_or_default(),
        program_tab: if tabs.contains("code") { ProgramTab::Code } else { ProgramTab::Parameters },
        result_tab: ResultTab::ALL.into_iter().find(|tab| tabs.contains(tab.title())).unwrap_or(ResultTab::Console),
    }
}

/// The fragment of the address from which the remembered scenario was opened.
pub fn remembered_fragment() -> String {
    browser::recall_own(FRAGMENT_KEY).unwrap_or_default()
}

pub fn remember_scenario(scenario: &Scenario, fragment: &str) {
    browser::remember_own(SCENARIO_KEY, &scenario.to_file());
    browser::remember_own(FRAGMENT_KEY, fragment);
}

#[hook]
pub fn use_memory(state: &PageState) {
    // A frame on someone's page leaves the reader's own work alone.
    let own = !state.embed;
    use_effect_with((state.scenario.clone(), state.fragment.clone(), own), |(scenario, fragment, own)| {
        if *own {
            remember_scenario(scenario, fragment);
        }
    });
    use_effect_with((state.theme, own), |(theme, own)| {
        if *own {
            browser::remember(THEME_KEY, theme.name());
        }
    });
    use_effect_with((state.speed, own), |(speed, own)| {
        if *own {
            browser::remember(SPEED_KEY, &speed.label());
        }
    });
    use_effect_with((state.program_tab, state.result_tab), |(program, result)| {
        let program = if *program == ProgramTab::Code { "code" } else { "parameters" };
        browser::remember(TABS_KEY, &format!("{program} {}", result.title()));
    });
}
