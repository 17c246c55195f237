//! Files in and out, and the device's own way of sharing: the calls of `static/files.js`.

use super::browser;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Lets the person save a text as a file.
pub fn save(name: &str, media_type: &str, text: &str) {
    call("save", &[name.into(), media_type.into(), text.into()]);
}

/// Lets the person save an SVG text as a PNG.
pub fn save_picture(name: &str, svg: &str) {
    call("savePicture", &[name.into(), svg.into()]);
}

/// Fetches a file of the page's own. False: the script that does it has not come yet.
pub fn fetch_text(name: &str, arrived: impl FnOnce(String) + 'static) -> bool {
    let arrived = Closure::once_into_js(arrived);
    call("fetchText", &[name.into(), arrived]).is_some()
}

/// Whether the device has a way of sharing of its own.
pub fn can_share() -> bool {
    call("canShare", &[]).is_some_and(|answer| answer.is_truthy())
}

pub fn share(title: &str, link: &str) {
    call("share", &[title.into(), link.into()]);
}

/// Hands over the text of each file that is dropped on the page or chosen in a field, for as long as the page lives.
pub fn listen(opened: impl Fn(String) + 'static) {
    let opened = Closure::<dyn Fn(String)>::new(opened);
    call("listen", &[opened.as_ref().clone()]);
    opened.forget();
}

fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    browser::call("pageFiles", name, arguments)
}
