//! `choice`, `choices`, `shuffle` and `sample`: they give positions, the caller has the elements.

use super::RandomGenerator;
use crate::machine::text::elementary::log;
use crate::machine::text::{TextError, TextResult};
use std::collections::BTreeSet;

impl RandomGenerator {
    /// `random.choice`: the position in a sequence of that length.
    pub fn choice(&mut self, length: usize, python_minor: u8) -> TextResult<usize> {
        if length == 0 {
            // 3.9 and 3.10 left it to the sequence, usually a list.
            return Err(TextError::index(match python_minor {
                9 | 10 => "list index out of range",
                _ => "Cannot choose from an empty sequence",
            }));
        }
        Ok(self.below(length as u64) as usize)
    }

    /// `random.shuffle`.
    pub fn shuffle<T>(&mut self, elements: &mut [T]) {
        for last in (1..elements.len()).rev() {
            let other = self.below(last as u64 + 1) as usize;
            elements.swap(last, other);
        }
    }

    /// `random.sample`: the positions in a sequence of that length.
    pub fn sample(&mut self, length: usize, count: i64) -> TextResult<Vec<usize>> {
        let count = usize::try_from(count)
            .ok()
            .filter(|&count| count <= length)
            .ok_or_else(|| TextError::value("Sample larger than population or is negative"))?;
        // The size of a small set, or of the table of a large one: where a list of all is smaller, it is used.
        let mut set_size = 21.0;
        if count > 5 {
            set_size += 4f64.powi((log(count as f64 * 3.0) / log(4.0)).ceil() as i32);
        }
        let mut chosen = Vec::with_capacity(count);
        if length as f64 <= set_size {
            let mut pool: Vec<usize> = (0..length).collect();
            for left in (length - count + 1..=length).rev() {
                let at = self.below(left as u64) as usize;
                chosen.push(pool.swap_remove(at));
            }
        } else {
            let mut seen = BTreeSet::new();
            while chosen.len() < count {
                let at = self.below(length as u64) as usize;
                if seen.insert(at) {
                    chosen.push(at);
                }
            }
        }
        Ok(chosen)
    }

    /// `random.choices` without weights: positions in a sequence of that length.
    pub fn choices(&mut self, length: usize, count: usize) -> TextResult<Vec<usize>> {
        if length == 0 && count > 0 {
            return Err(TextError::index("list index out of range"));
        }
        Ok((0..count).map(|_| self.scaled_index(length)).collect())
    }

    /// `random.choices` with cumulative weights.
    pub fn weighted_choices(&mut self, cumulative: &[f64], count: usize, python_minor: u8) -> TextResult<Vec<usize>> {
        let total = cumulative.last().copied().unwrap_or(0.0);
        if python_minor >= 9 && total <= 0.0 {
            return Err(TextError::value("Total of weights must be greater than zero"));
        }
        if python_minor >= 10 && !total.is_finite() {
            return Err(TextError::value("Total of weights must be finite"));
        }
        let last = cumulative.len().saturating_sub(1);
        let before_last = cumulative.get(..last).unwrap_or_default();
        Ok((0..count)
            .map(|_| {
                let drawn = self.random() * total;
                before_last.partition_point(|&weight| weight <= drawn)
            })
            .collect())
    }
}
