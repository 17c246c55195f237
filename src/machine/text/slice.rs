//! Indices and slices, as `PySlice_AdjustIndices` and `PySequence_GetItem` treat them.
//!
//! Indices are `i64`: Python clips larger ones for slices, and the caller has already refused them for plain indices.

use super::error::{TextError, TextResult};

/// A slice that fits a sequence of a known length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceIndices {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    /// How many elements it selects.
    pub length: usize,
}

impl SliceIndices {
    /// The positions that it selects, in order.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..self.length).map(move |n| (self.start + n as i64 * self.step) as usize)
    }
}

/// `slice(start, stop, step).indices(length)`, and how many elements that is.
pub fn slice_indices(
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
    length: usize,
) -> TextResult<SliceIndices> {
    let step = step.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(TextError::value("slice step cannot be zero"));
    }
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    // Where an index beyond either end goes.
    let (lowest, highest) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let clip = |index: i64| {
        if index < 0 { index.saturating_add(length).max(lowest) } else { index.min(highest) }
    };
    let start = start.map_or(if step < 0 { highest } else { lowest }, clip);
    let stop = stop.map_or(if step < 0 { lowest } else { highest }, clip);
    let count = if step < 0 {
        if stop < start { (start - stop - 1) / -step + 1 } else { 0 }
    } else if start < stop {
        (stop - start - 1) / step + 1
    } else {
        0
    };
    Ok(SliceIndices { start, stop, step, length: usize::try_from(count).unwrap_or(0) })
}

/// The elements that a slice selects.
pub fn slice_elements<T: Clone>(elements: &[T], indices: SliceIndices) -> Vec<T> {
    if indices.step == 1 {
        let start = usize::try_from(indices.start).unwrap_or(0);
        return elements.get(start..start + indices.length).unwrap_or_default().to_vec();
    }
    indices.positions().filter_map(|at| elements.get(at).cloned()).collect()
}

/// `text[start:stop:step]`.
pub fn slice_string(text: &str, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> TextResult<String> {
    let indices = slice_indices(start, stop, step, character_count(text))?;
    if indices.step == 1 {
        let first = usize::try_from(indices.start).unwrap_or(0);
        let (from, to) = (byte_offset(text, first), byte_offset(text, first + indices.length));
        return Ok(text.get(from..to).unwrap_or_default().to_owned());
    }
    if text.is_ascii() {
        let bytes = text.as_bytes();
        return Ok(indices.positions().filter_map(|at| bytes.get(at)).map(|&byte| char::from(byte)).collect());
    }
    let characters: Vec<char> = text.chars().collect();
    Ok(indices.positions().filter_map(|at| characters.get(at)).collect())
}

/// `text[index]`.
pub fn string_index(text: &str, index: i64) -> TextResult<char> {
    let at = element_index(index, character_count(text));
    let found = match at {
        Some(at) if text.is_ascii() => text.as_bytes().get(at).map(|&byte| char::from(byte)),
        Some(at) => text.chars().nth(at),
        None => None,
    };
    found.ok_or_else(|| TextError::index("string index out of range"))
}

/// The position that an index means, counted from the end when negative; none when it is outside.
pub fn element_index(index: i64, length: usize) -> Option<usize> {
    let length = i64::try_from(length).ok()?;
    let index = if index < 0 { index.checked_add(length)? } else { index };
    if (0..length).contains(&index) { usize::try_from(index).ok() } else { None }
}

/// `len(text)`.
pub fn character_count(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// Where the code point of that index begins; the end of the text for an index beyond it.
pub fn byte_offset(text: &str, index: usize) -> usize {
    if text.is_ascii() {
        return index.min(text.len());
    }
    text.char_indices().nth(index).map_or(text.len(), |(offset, _)| offset)
}

/// The range that the optional arguments of `find`, `count`, `startswith` and the like mean, in code points: as a
/// slice, except that a start beyond the end stays there (and then nothing is found, not even the empty text).
pub fn search_range(start: Option<i64>, end: Option<i64>, length: usize) -> (usize, usize) {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let from_end = |index: i64| if index < 0 { index.saturating_add(length).max(0) } else { index };
    let end = end.map_or(length, |end| from_end(end).min(length));
    let start = start.map_or(0, from_end);
    (usize::try_from(start).unwrap_or(usize::MAX), usize::try_from(end).unwrap_or(0))
}
