//! The code editor: the few calls of `static/editor.js`, safe to make when that script has not come.

use super::browser;
use js_sys::{Array, Function, Object, Reflect};
use last_thread_standing::source::diagnostic::{Diagnostic, DiagnosticKind};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Fetches the script. False: the one that does it has not come yet.
pub fn bring() -> bool {
    browser::call("pageScripts", "bringEditor", &[]).is_some()
}

/// A running editor. Dropping it removes it from the page.
pub struct Editor {
    view: JsValue,
    _changed: Closure<dyn Fn(String)>,
    _act: Closure<dyn Fn(String)>,
    _point: Closure<dyn Fn(u32)>,
    _stops: Closure<dyn Fn(String)>,
}

impl Editor {
    /// None while the script is not there. `changed` gets the whole text, `act` gets `undo` or `redo`, `point`
    /// the line that the pointer or the cursor has come to, 0 for none, `stops` the lines of the breakpoints.
    pub fn new(
        parent: &Element,
        text: &str,
        changed: impl Fn(String) + 'static,
        act: impl Fn(String) + 'static,
        point: impl Fn(u32) + 'static,
        stops: impl Fn(Vec<u32>) + 'static,
        stop_lines: &[u32],
    ) -> Option<Self> {
        let changed = Closure::<dyn Fn(String)>::new(changed);
        let act = Closure::<dyn Fn(String)>::new(act);
        let point = Closure::<dyn Fn(u32)>::new(point);
        let lines = |lines: &str| lines.split(' ').filter_map(|line| line.parse().ok()).collect();
        let stops = Closure::<dyn Fn(String)>::new(move |text: String| stops(lines(&text)));
        let functions = [changed.as_ref(), act.as_ref(), point.as_ref(), stops.as_ref()].map(Clone::clone);
        let [on_change, on_act, on_point, on_stops] = functions;
        let stop_lines = stop_lines.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
        let view =
            call("create", &[parent.into(), text.into(), on_change, on_act, on_point, on_stops, stop_lines.into()])?;
        Some(Self { view, _changed: changed, _act: act, _point: point, _stops: stops })
    }

    pub fn set_text(&self, text: &str) {
        self.call("setText", text.into());
    }

    pub fn show_diagnostics(&self, text: &str, diagnostics: &[Diagnostic]) {
        let findings = diagnostics.iter().map(|diagnostic| {
            let severity = match diagnostic.kind {
                DiagnosticKind::SyntaxError => "error",
                DiagnosticKind::NotSupported => "warning",
            };
            let from = utf16_offset(text, diagnostic.span.start);
            object(&[
                ("from", from.into()),
                ("to", utf16_offset(text, diagnostic.span.end).max(from).into()),
                ("severity", severity.into()),
                ("message", diagnostic.message.as_str().into()),
            ])
        });
        self.call("showDiagnostics", findings.collect::<Array>().into());
    }

    /// Marks the lines at which threads are.
    pub fn show_places(&self, places: &[(u32, String)]) {
        let marks =
            places.iter().map(|(line, names)| object(&[("line", (*line).into()), ("names", names.as_str().into())]));
        self.call("showPlaces", marks.collect::<Array>().into());
    }

    /// Lights a line up; 0 for none.
    pub fn show_lit(&self, line: u32) {
        self.call("showLit", line.into());
    }

    pub fn show_line(&self, line: u32) {
        self.call("showLine", line.into());
    }

    fn call(&self, name: &str, argument: JsValue) {
        call(name, &[self.view.clone(), argument]);
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let destroy = Reflect::get(&self.view, &"destroy".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
        if let Some(destroy) = destroy {
            let _ = destroy.call0(&self.view);
        }
    }
}

fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    browser::call("programEditor", name, arguments)
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}

/// An offset in bytes as one in UTF-16 code units, which is how JavaScript counts.
fn utf16_offset(text: &str, offset: u32) -> u32 {
    let mut offset = (offset as usize).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    text[..offset].encode_utf16().count() as u32
}
