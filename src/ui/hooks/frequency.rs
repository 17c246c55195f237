//! Estimates how likely each outcome is, and how far the program is from another one, in slices, once all are known and
//! somebody looks at them.

use crate::ui::browser;
use crate::ui::engine::FILE_NAME;
use crate::ui::exploring::Answer;
use crate::ui::shared::Shared;
use gloo_timers::callback::Timeout;
use last_thread_standing::explore::ExploreLimits;
use last_thread_standing::explore::margin::{Margin, MarginSearch};
use last_thread_standing::scenario::frequency::{Frequency, Sampling};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long a slice may take.
const SLICE_MS: f64 = 8.0;
/// Operations between two looks at the clock.
const OPERATIONS_BETWEEN_LOOKS: u64 = 4_000;

/// States and operations of the explorations by which a margin is found: there are many of them.
const MARGIN_STATES: usize = 5_000;
const MARGIN_OPERATIONS: u64 = 60_000_000;

/// How likely each outcome is, and the margin once it is known.
#[derive(Clone, PartialEq)]
pub struct Likelihood {
    pub frequency: Shared<Frequency>,
    pub margin: Option<Margin>,
}

/// An estimate, and the answer that it belongs to.
#[derive(Clone, PartialEq)]
struct Estimate {
    answer: Shared<Answer>,
    likelihood: Likelihood,
}

/// The slice that is to come; dropping it drops the estimate.
type Next = Rc<RefCell<Option<Timeout>>>;

#[hook]
pub fn use_frequency(answer: Option<&Shared<Answer>>, is_wanted: bool) -> Option<Likelihood> {
    let estimate = use_state_eq(|| None::<Estimate>);
    let known = estimate.as_ref().filter(|estimate| Some(&estimate.answer) == answer).cloned();
    {
        let (setter, is_known) =
            (estimate.setter(), known.as_ref().is_some_and(|known| known.likelihood.margin.is_some()));
        let wanted = answer.filter(|_| is_wanted).cloned();
        use_effect_with(wanted, move |wanted| {
            let next: Next = Rc::default();
            if let Some(answer) = wanted
                && !is_known
            {
                let appearances = answer.outcomes.rows.iter().map(|row| row.appearance.clone());
                if let Ok(sampling) = Sampling::new(&answer.scenario, FILE_NAME, appearances) {
                    go_on(sampling, answer.clone(), setter, &next);
                }
            }
            move || drop(next.borrow_mut().take())
        });
    }
    known.map(|estimate| estimate.likelihood)
}

fn go_on(mut sampling: Sampling, answer: Shared<Answer>, setter: UseStateSetter<Option<Estimate>>, next: &Next) {
    let again = Rc::clone(next);
    let slice = Timeout::new(0, move || {
        let began_ms = browser::now_ms();
        while browser::now_ms() - began_ms < SLICE_MS {
            if sampling.advance(OPERATIONS_BETWEEN_LOOKS) {
                let frequency = Shared::new(sampling.frequency().clone());
                let estimate = Estimate { answer, likelihood: Likelihood { frequency, margin: None } };
                setter.set(Some(estimate.clone()));
                let limits =
                    ExploreLimits { states: MARGIN_STATES, operations: MARGIN_OPERATIONS, ..ExploreLimits::default() };
                if let Ok(search) = estimate.answer.scenario.prepare_margin(FILE_NAME, limits) {
                    find_margin(search, estimate, setter, &again);
                }
                return;
            }
        }
        go_on(sampling, answer, setter, &again);
    });
    *next.borrow_mut() = Some(slice);
}

fn find_margin(mut search: MarginSearch, estimate: Estimate, setter: UseStateSetter<Option<Estimate>>, next: &Next) {
    let again = Rc::clone(next);
    let slice = Timeout::new(0, move || {
        let began_ms = browser::now_ms();
        while browser::now_ms() - began_ms < SLICE_MS {
            if let Some(margin) = search.advance(OPERATIONS_BETWEEN_LOOKS) {
                let likelihood = Likelihood { margin: Some(margin), ..estimate.likelihood };
                setter.set(Some(Estimate { likelihood, ..estimate }));
                return;
            }
        }
        find_margin(search, estimate, setter, &again);
    });
    *next.borrow_mut() = Some(slice);
}
