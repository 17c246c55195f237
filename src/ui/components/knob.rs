//! A number of the program that can be turned: as a number and as a slider.

use last_thread_standing::source::knobs::Unit;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A slider has about this many steps.
const STEPS: f64 = 200.0;

#[derive(Properties, PartialEq)]
pub struct KnobProps {
    /// `sleep, line 7`
    pub label: AttrValue,
    pub value: f64,
    pub unit: Unit,
    /// The line of code in which it stands.
    pub code: AttrValue,
    pub onturn: Callback<f64>,
}

#[component]
pub fn KnobView(props: &KnobProps) -> Html {
    // The range stays while the slider is dragged; a value outside of it, typed or undone, widens it.
    let range = use_mut_ref(|| range_for(props.value, props.unit));
    if props.value > *range.borrow() {
        *range.borrow_mut() = range_for(props.value, props.unit);
    }
    let most = *range.borrow();
    let whole = props.unit == Unit::Count || (props.unit == Unit::Plain && props.value.fract() == 0.0);
    let step = if whole { 1.0 } else { round_up(most / STEPS) };
    let turn = {
        let onturn = props.onturn.clone();
        Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            if value.is_finite() && value >= 0.0 {
                onturn.emit(value);
            }
        })
    };
    let unit = match props.unit {
        Unit::Seconds => "s",
        Unit::Count | Unit::Plain => "",
    };
    let share = if most > 0.0 { props.value / most * 100.0 } else { 0.0 };
    html! {
        <div class="knob">
            <div class="knob-name" aria-hidden="true">
                <span>{ props.label.clone() }</span>
                <code>{ props.code.clone() }</code>
            </div>
            <input type="range" aria-label={props.label.clone()} min="0" max={most.to_string()} step={step.to_string()}
                value={props.value.to_string()} style={format!("--share: {share:.1}%")} oninput={turn.clone()}
                aria-valuetext={format!("{} {unit}", props.value).trim_end().to_owned()} />
            <span class="knob-number">
                <input type="number" aria-label={props.label.clone()} min="0" step={step.to_string()}
                    value={props.value.to_string()} oninput={turn} />
                <span class="knob-unit" aria-hidden="true">{ unit }</span>
            </span>
        </div>
    }
}

/// Twice the value, rounded up, so that there is room to both sides.
fn range_for(value: f64, unit: Unit) -> f64 {
    let least = if unit == Unit::Seconds { 1.0 } else { 10.0 };
    round_up((value * 2.0).max(least))
}

/// The smallest of 1, 2, 5 times a power of ten that is no less.
fn round_up(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    // Dividing by a whole power keeps 0.05 from becoming 0.050000000000000003.
    let times = |factor: f64| if power < 1.0 { factor / (1.0 / power).round() } else { factor * power };
    [1.0, 2.0, 5.0, 10.0].into_iter().map(times).find(|&candidate| candidate >= value * 0.999_999).unwrap_or(value)
}
