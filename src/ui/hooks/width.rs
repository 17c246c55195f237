//! The width of an element, in CSS pixels, kept up to date.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// 0 until the element has been laid out.
#[hook]
pub fn use_width(element: &NodeRef) -> f64 {
    let width = use_state_eq(|| 0.0);
    let setter = width.setter();
    use_effect_with(element.clone(), move |element| {
        let observed = element.cast::<Element>().and_then(|element| {
            let measured = element.clone();
            let measure = move || setter.set(measured.get_bounding_client_rect().width());
            measure();
            let closure = Closure::<dyn Fn()>::new(measure);
            let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
            observer.observe(&element);
            Some((observer, closure))
        });
        move || {
            if let Some((observer, closure)) = observed {
                observer.disconnect();
                drop(closure);
            }
        }
    });
    *width
}
