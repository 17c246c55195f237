//! The few things of the browser that the page uses, without their many ways to fail.

use super::state::Theme;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Storage};

pub fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

#[wasm_bindgen]
extern "C" {
    // In a worker there is no window, but there is this.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

/// Milliseconds since the page, or the worker, was opened.
pub fn now_ms() -> f64 {
    performance_now()
}

/// Where the program lies that runs the page.
pub fn program_address() -> Option<String> {
    let document = window()?.document()?;
    let link = document.query_selector("link[rel=modulepreload]").ok()??;
    Reflect::get(&link, &"href".into()).ok()?.as_string()
}

/// Where a file of the page's own lies: the head of the page says it, since its name changes with what is in it.
pub fn file_address(name: &str) -> Option<String> {
    let document = window()?.document()?;
    document.query_selector(&format!("meta[name=\"{name}\"]")).ok()??.get_attribute("content")
}

/// The element in which the page is drawn.
pub fn place_of_page() -> Option<Element> {
    window()?.document()?.get_element_by_id("page")
}

/// Does this in a task of its own, after those that wait already.
pub fn later(then: impl FnOnce() + 'static) {
    Timeout::new(0, then).forget();
}

/// The page is drawn, and is to be seen.
pub fn show_page() {
    call("pageScripts", "showPage", &[]);
}

/// Whether all of the program is there; else the rest is on its way (`static/completion.js`).
pub fn is_complete() -> bool {
    call("pageScripts", "isComplete", &[]).is_some_and(|answer| answer.is_truthy())
}

/// The later part of the program, if the page has one and it is there.
pub fn later_part() -> JsValue {
    call("pageScripts", "laterPart", &[]).unwrap_or(JsValue::UNDEFINED)
}

/// None where the browser forbids storage.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// The storage of this tab alone; it survives a reload.
fn own_storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}

/// What this tab remembers, else what the last one did.
pub fn recall_own(key: &str) -> Option<String> {
    let kept = own_storage().and_then(|storage| storage.get_item(key).ok().flatten());
    kept.or_else(|| recall_with_entry(key)).or_else(|| recall(key))
}

/// Remembers for this tab, and for the next one that is opened: two tabs leave each other's work alone. Where storage is
/// full or forbidden, the tab's entry in the history keeps it; that survives a reload, too.
pub fn remember_own(key: &str, value: &str) {
    let storage = own_storage();
    let kept = storage.as_ref().is_some_and(|storage| storage.set_item(key, value).is_ok());
    if !kept {
        // An older value would be taken for this one.
        let _ = storage.map(|storage| storage.remove_item(key));
        remember_with_entry(key, value);
    }
    remember(key, value);
}

/// The state of the tab's entry in the history.
fn entry() -> Option<(web_sys::History, JsValue)> {
    let history = window()?.history().ok()?;
    let state = history.state().ok()?;
    Some((history, state))
}

fn recall_with_entry(key: &str) -> Option<String> {
    Reflect::get(&entry()?.1, &key.into()).ok()?.as_string()
}

fn remember_with_entry(key: &str, value: &str) {
    let Some((history, state)) = entry() else { return };
    let state = if state.is_object() { state } else { Object::new().into() };
    if Reflect::set(&state, &key.into(), &value.into()).is_ok() {
        let _ = history.replace_state(&state, "");
    }
}

pub fn recall(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Remembers a value if the browser lets us; a full or forbidden storage is no reason to stop.
pub fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

pub fn forget(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// The part of the address after `#`, as it stands there.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// The address without its fragment.
pub fn address() -> String {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or("").to_owned()
}

/// Sets or removes an attribute of the root element.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Whether the keyboard belongs to something else: a field that is typed into, or an open dialog.
pub fn keyboard_is_taken() -> bool {
    let Some(document) = window().and_then(|window| window.document()) else { return false };
    let taken = "input, textarea, select, [contenteditable], dialog[open], dialog[open] *";
    document.active_element().is_some_and(|element| element.matches(taken).unwrap_or(false))
        || document.query_selector("dialog[open]").ok().flatten().is_some()
}

/// Whether the focused element reacts to the space bar by itself.
pub fn space_is_taken() -> bool {
    let active = window().and_then(|window| window.document()).and_then(|document| document.active_element());
    active.is_some_and(|element| element.matches("button, a, summary, [role=tab]").unwrap_or(false))
}

/// Puts a text on the clipboard; false where the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    // The clipboard is missing altogether on pages that are not served securely.
    let clipboard = window().map(|window| window.navigator().clipboard()).filter(|clipboard| !clipboard.is_undefined());
    let Some(clipboard) = clipboard else { return false };
    wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Calls a function of one of the page's scripts (`globalThis.GLUE.NAME`); None where the script has not come.
pub fn call(glue: &str, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let glue = Reflect::get(&js_sys::global(), &glue.into()).ok()?;
    let function = Reflect::get(&glue, &name.into()).ok()?.dyn_into::<Function>().ok()?;
    function.apply(&JsValue::NULL, &arguments.iter().collect::<Array>()).ok()
}

/// Whether the window is as narrow as a phone's, as in the stylesheets.
pub fn is_narrow() -> bool {
    let query = window().and_then(|window| window.match_media("(max-width: 640px)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Gives the keyboard's place to what a selector finds, and brings it into sight.
pub fn focus(selector: &str) {
    let document = window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = found.focus();
    }
}

/// What stands in the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Whether the page is shown in dark colours.
pub fn is_dark(theme: Theme) -> bool {
    let system = || window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
    match theme {
        Theme::Light => false,
        Theme::Dark => true,
        Theme::System => system().is_some_and(|query| query.matches()),
    }
}
