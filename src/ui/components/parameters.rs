//! The parameters of the program: every literal that may be turned, found in the text and written back into it.

use crate::ui::state::Dispatch;
use last_thread_standing::scenario::Scenario;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ParametersProps {
    pub dispatch: Dispatch,
    pub scenario: Rc<Scenario>,
}

#[component]
pub fn Parameters(props: &ParametersProps) -> Html {
    let _ = (&props.dispatch, &props.scenario);
    html! { <p class="hint">{ "There is nothing in this program to turn." }</p> }
}
