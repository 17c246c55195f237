//! What the page and its worker tell each other, as bytes.

use super::answer::Findings;
use js_sys::Uint8Array;
use last_thread_standing::explore::margin::Margin;
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::frequency::Frequency;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

/// What the page asks of the worker.
#[derive(Serialize, Deserialize)]
pub enum Request {
    /// The texts of the library's modules that few programs import.
    Shelf(String),
    /// Explore this scenario, and drop the one before it. Reports carry the number.
    Explore { number: u32, scenario: Scenario, is_wanted: bool },
    /// Whether somebody waits for the answer; without that only so much time is spent.
    Wanted(bool),
    /// Give it up where it stands, and tell what was found.
    Stop,
    /// How likely is each of the outcomes?
    Estimate,
    /// A program that ends in the outcome of that number, whose schedule this is, and in no other.
    Force { outcome: usize, schedule: String },
}

/// What the worker has to say of the scenario of that number.
#[derive(Serialize, Deserialize)]
pub struct Report {
    pub number: u32,
    pub news: News,
}

#[derive(Serialize, Deserialize)]
pub enum News {
    GoesOn {
        states: usize,
    },
    /// The program cannot run, so there is nothing to explore.
    Refused,
    Explored(Findings),
    /// The margin comes later than the frequencies.
    Estimated(Frequency, Option<Margin>),
    /// The program, as a file, or the sentence that says why there is none.
    Forced {
        outcome: usize,
        file: Result<String, String>,
    },
}

/// None for what cannot be written, which does not happen to these types.
pub fn encode(message: &impl Serialize) -> Option<JsValue> {
    let bytes = postcard::to_allocvec(message).ok()?;
    Some(Uint8Array::from(bytes.as_slice()).into())
}

/// None for what is no such message: the page and the worker may be of two versions for the moment of an update.
pub fn decode<Message: DeserializeOwned>(data: JsValue) -> Option<Message> {
    let bytes = data.dyn_into::<Uint8Array>().ok()?;
    postcard::from_bytes(&bytes.to_vec()).ok()
}
