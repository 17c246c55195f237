//! The page's side: the worker, and what is said to it.

use super::messages::{Report, Request, decode, encode};
use crate::ui::browser;
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What the page calls the file that begins the worker.
const WORKER_FILE: &str = "worker";

/// A worker that lives for as long as this does.
pub struct Connection {
    worker: Worker,
    /// What is said before the worker can hear; None once it can.
    early: Rc<RefCell<Option<Vec<JsValue>>>>,
    _hear: Closure<dyn Fn(MessageEvent)>,
    _break: Closure<dyn Fn(Event)>,
}

impl Connection {
    /// Starts a worker; it may break later. None where the browser allows none, as in a frame without an origin.
    pub fn open(report: impl Fn(Report) + 'static, broke: impl Fn() + 'static) -> Option<Self> {
        let address = browser::program_address()?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&browser::file_address(WORKER_FILE)?, &options).ok()?;
        let early = Rc::new(RefCell::new(Some(Vec::new())));
        let report = Rc::new(report);
        let hear = {
            let (worker, early) = (worker.clone(), Rc::clone(&early));
            Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| match decode(message.data()) {
                // What the page makes of it takes its time too: that is a task of its own.
                Some(news) => {
                    let report = Rc::clone(&report);
                    browser::later(move || report(news));
                }
                // The first message says only that it hears.
                None => {
                    for said in early.borrow_mut().take().into_iter().flatten() {
                        let _ = worker.post_message(&said);
                    }
                }
            })
        };
        let is_broken = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // The page says it in its own words.
            event.prevent_default();
            broke();
        });
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(is_broken.as_ref().unchecked_ref()));
        worker.post_message(&Array::of3(&address.into(), &wasm_bindgen::module(), &browser::later_part())).ok()?;
        Some(Self { worker, early, _hear: hear, _break: is_broken })
    }

    pub fn send(&self, request: &Request) {
        let Some(message) = encode(request) else { return };
        match self.early.borrow_mut().as_mut() {
            Some(early) => early.push(message),
            None => drop(self.worker.post_message(&message)),
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
