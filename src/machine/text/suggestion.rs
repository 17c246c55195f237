//! `Did you mean: 'x'?`: the nearest of the names that exist (`Python/suggestions.c`, since 3.10).

/// With more candidates nothing is suggested.
const MOST_CANDIDATES: usize = 750;
/// Where names differ in more characters than this they are not compared.
const LONGEST_NAME: usize = 40;
/// To add or leave out a character, or put another in its place.
const MOVE_COST: usize = 2;
/// To write it in the other case.
const CASE_COST: usize = 1;

/// The candidate that is nearest to a name that was not found, the first of several; none when all are too far. At
/// most about a third of the characters may differ.
pub fn suggest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>, python_minor: u8) -> Option<&'a str> {
    let wrong: Vec<char> = wrong.chars().collect();
    if python_minor < 10 {
        return None;
    }
    let mut best_distance = usize::MAX;
    let mut best = None;
    for (count, candidate) in candidates.into_iter().enumerate() {
        if count >= MOST_CANDIDATES {
            return None;
        }
        let characters: Vec<char> = candidate.chars().collect();
        if characters == wrong {
            continue;
        }
        let most = ((characters.len() + wrong.len() + 3) * MOVE_COST / 6).min(best_distance.saturating_sub(1));
        if let Some(distance) = distance(&wrong, &characters).filter(|&distance| distance <= most) {
            best_distance = distance;
            best = Some(candidate);
        }
    }
    best
}

/// What stands behind the message of an `AttributeError` when it is shown; empty without a suggestion.
pub fn attribute_hint(wrong: &str, suggestion: Option<&str>, python_minor: u8) -> String {
    match suggestion {
        None => String::new(),
        Some(name) if python_minor >= 15 => format!(". Did you mean '.{name}' instead of '.{wrong}'?"),
        Some(name) => format!(". Did you mean: '{name}'?"),
    }
}

/// What stands behind the message of a `NameError` when it is shown; `is_module` says whether the name is that of a
/// module of the standard library (told since 3.12).
pub fn name_hint(wrong: &str, suggestion: Option<&str>, is_module: bool, python_minor: u8) -> String {
    match (suggestion, is_module && python_minor >= 12) {
        (None, false) => String::new(),
        (None, true) => format!(". Did you forget to import '{wrong}'?"),
        (Some(name), false) => format!(". Did you mean: '{name}'?"),
        (Some(name), true) => format!(". Did you mean: '{name}'? Or did you forget to import '{wrong}'?"),
    }
}

/// The cost of turning one name into the other; none when they are too long to be compared.
fn distance(a: &[char], b: &[char]) -> Option<usize> {
    let same_start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(same_start..)?, b.get(same_start..)?);
    let same_end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(..a.len() - same_end)?, b.get(..b.len() - same_end)?);
    if a.is_empty() || b.is_empty() {
        return Some(MOVE_COST * (a.len() + b.len()));
    }
    if a.len() > LONGEST_NAME || b.len() > LONGEST_NAME {
        return None;
    }
    let mut row: Vec<usize> = (0..=a.len()).map(|count| count * MOVE_COST).collect();
    for (at, y) in b.iter().enumerate() {
        let mut diagonal = at * MOVE_COST;
        let mut left = (at + 1) * MOVE_COST;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (x, cell) in a.iter().zip(row.iter_mut().skip(1)) {
            let substituted = diagonal + substitution_cost(*x, *y);
            diagonal = *cell;
            left = substituted.min(left + MOVE_COST).min(diagonal + MOVE_COST);
            *cell = left;
        }
    }
    row.last().copied()
}

fn substitution_cost(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.to_lowercase().eq(b.to_lowercase()) {
        CASE_COST
    } else {
        MOVE_COST
    }
}
