//! Estimates how likely each outcome is, in slices, once all are known and somebody looks at them.

use crate::ui::browser;
use crate::ui::engine::FILE_NAME;
use crate::ui::exploring::Answer;
use crate::ui::shared::Shared;
use gloo_timers::callback::Timeout;
use last_thread_standing::scenario::frequency::{Frequency, Sampling};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long a slice may take.
const SLICE_MS: f64 = 8.0;
/// Operations between two looks at the clock.
const OPERATIONS_BETWEEN_LOOKS: u64 = 4_000;

/// An estimate, and the answer that it belongs to.
#[derive(Clone, PartialEq)]
struct Estimate {
    answer: Shared<Answer>,
    frequency: Shared<Frequency>,
}

/// The slice that is to come; dropping it drops the estimate.
type Next = Rc<RefCell<Option<Timeout>>>;

#[hook]
pub fn use_frequency(answer: Option<&Shared<Answer>>, is_wanted: bool) -> Option<Shared<Frequency>> {
    let estimate = use_state_eq(|| None::<Estimate>);
    let known = estimate.as_ref().filter(|estimate| Some(&estimate.answer) == answer).cloned();
    {
        let setter = estimate.setter();
        let wanted = answer.filter(|_| is_wanted && known.is_none()).cloned();
        use_effect_with(wanted, move |wanted| {
            let next: Next = Rc::default();
            if let Some(answer) = wanted {
                let appearances = answer.outcomes.rows.iter().map(|row| row.appearance.clone());
                if let Ok(sampling) = Sampling::new(&answer.scenario, FILE_NAME, appearances) {
                    go_on(sampling, answer.clone(), setter, &next);
                }
            }
            move || drop(next.borrow_mut().take())
        });
    }
    known.map(|estimate| estimate.frequency)
}

fn go_on(mut sampling: Sampling, answer: Shared<Answer>, setter: UseStateSetter<Option<Estimate>>, next: &Next) {
    let again = Rc::clone(next);
    let slice = Timeout::new(0, move || {
        let began_ms = browser::now_ms();
        while browser::now_ms() - began_ms < SLICE_MS {
            if sampling.advance(OPERATIONS_BETWEEN_LOOKS) {
                let frequency = Shared::new(sampling.frequency().clone());
                setter.set(Some(Estimate { answer, frequency }));
                return;
            }
        }
        go_on(sampling, answer, setter, &again);
    });
    *next.borrow_mut() = Some(slice);
}
