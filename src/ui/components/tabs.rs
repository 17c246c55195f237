//! A list of tabs after the ARIA pattern: one stop for the Tab key, arrows between the tabs.

use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TabsProps {
    /// What the tabs are about.
    pub label: AttrValue,
    /// Begins the ids of the tabs and of the panel.
    pub id: AttrValue,
    pub titles: Vec<AttrValue>,
    pub chosen: usize,
    pub onchoose: Callback<usize>,
    /// The panel of the chosen tab.
    pub children: Children,
    /// What stands at the end of the row of tabs.
    #[prop_or_default]
    pub aside: Html,
}

#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let list = use_node_ref();
    let count = props.titles.len();
    let on_key = {
        let (list, chosen, onchoose) = (list.clone(), props.chosen, props.onchoose.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" => (chosen + 1) % count.max(1),
                "ArrowLeft" => (chosen + count.max(1) - 1) % count.max(1),
                "Home" => 0,
                "End" => count.saturating_sub(1),
                _ => return,
            };
            event.prevent_default();
            onchoose.emit(next);
            let tab = list.cast::<HtmlElement>().and_then(|list| list.children().item(next as u32));
            if let Some(tab) = tab.and_then(|tab| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(tab).ok()) {
                let _ = tab.focus();
            }
        })
    };
    let tab = |(index, title): (usize, &AttrValue)| {
        let selected = index == props.chosen;
        let onclick = props.onchoose.reform(move |_: MouseEvent| index);
        html! {
            <button key={index} type="button" role="tab" class="tab" id={format!("{}-tab-{index}", props.id)}
                aria-selected={selected.to_string()} aria-controls={format!("{}-panel", props.id)}
                tabindex={if selected { "0" } else { "-1" }} {onclick}>{ title.clone() }</button>
        }
    };
    html! {
        <div class="tabs">
            <div class="tabs-row">
                <div ref={list} role="tablist" class="tab-list" aria-label={props.label.clone()} onkeydown={on_key}>
                    { for props.titles.iter().enumerate().map(tab) }
                </div>
                { props.aside.clone() }
            </div>
            <div role="tabpanel" class="tab-panel" id={format!("{}-panel", props.id)}
                aria-labelledby={format!("{}-tab-{}", props.id, props.chosen)} tabindex="0">
                { props.children.clone() }
            </div>
        </div>
    }
}
