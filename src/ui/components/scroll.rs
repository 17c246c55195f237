//! Keeping the current row of a list in sight.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

/// Scrolls the panel around `list` as little as needed so that its current row (found by a selector) is in sight;
/// before the first row, to the top.
pub fn keep_in_sight(list: &NodeRef, selector: &str, reached: usize) {
    let Some(list) = list.cast::<Element>() else { return };
    let Some(panel) = list.closest(".tab-panel").ok().flatten() else { return };
    if reached == 0 {
        panel.set_scroll_top(0);
        return;
    }
    let row = list.query_selector(selector).ok().flatten().and_then(|row| row.dyn_into::<HtmlElement>().ok());
    let Some(row) = row else { return };
    let (panel_rect, row_rect) = (panel.get_bounding_client_rect(), row.get_bounding_client_rect());
    let below = row_rect.bottom() - panel_rect.bottom() + 8.0;
    let above = row_rect.top() - panel_rect.top() - 40.0;
    let by = if below > 0.0 { below } else { above.min(0.0) };
    if by != 0.0 {
        panel.set_scroll_top(panel.scroll_top() + by as i32);
    }
}
