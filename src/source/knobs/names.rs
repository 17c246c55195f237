//! Labels: what a control is called.

use super::Body;
use std::collections::BTreeMap;

/// Where two controls would have the same name, the later ones get a number: `sleep, line 7 (2)`.
pub fn make_unique(bodies: &mut [Body]) {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut unique = |label: &mut String| {
        let count = seen.entry(label.clone()).or_default();
        *count += 1;
        if *count > 1 {
            label.push_str(&format!(" ({count})"));
        }
    };
    for body in &mut *bodies {
        body.knobs.iter_mut().for_each(|knob| unique(&mut knob.label));
        body.names.iter_mut().for_each(|knob| unique(&mut knob.label));
    }
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for body in bodies {
        let count = seen.entry(body.name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            body.name.push_str(&format!(", line {}", body.line));
        }
    }
}
