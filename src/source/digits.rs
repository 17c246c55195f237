//! Numbers as people read them.

/// In groups of three digits: `100,000`.
#[inline(never)] // Comes with the later part.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_stand_in_groups_of_three() {
        assert_eq!([0, 999, 1000, 200_000, 5_000_000].map(grouped), ["0", "999", "1,000", "200,000", "5,000,000"]);
    }
}
