//! Light, dark, or as the system has it.

use crate::ui::browser;
use crate::ui::state::Theme;
use yew::prelude::*;

#[hook]
pub fn use_theme(theme: Theme) {
    use_effect_with(theme, |theme| {
        let forced = (*theme != Theme::System).then(|| theme.name());
        browser::set_root_attribute("data-theme", forced);
    });
}
