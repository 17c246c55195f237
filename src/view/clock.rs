//! Virtual time in words.

pub use crate::verdict::words::moment;

/// Nanoseconds in a second, a millisecond, a microsecond.
const SECOND_NS: u64 = 1_000_000_000;
const MILLISECOND_NS: u64 = 1_000_000;
const MICROSECOND_NS: u64 = 1_000;

/// A moment to the microsecond, for tables in which neighbours differ by little: `2.500 013 s`.
pub fn fine_moment(at_ns: u64) -> String {
    let microseconds = (at_ns + MICROSECOND_NS / 2) / MICROSECOND_NS;
    format!("{}.{:03}\u{202f}{:03} s", microseconds / 1_000_000, microseconds / 1000 % 1000, microseconds % 1000)
}

/// A length of time in the unit that suits it: `3 s`, `1.5 s`, `250 ms`, `12 µs`.
pub fn length(length_ns: u64) -> String {
    let (unit_ns, unit) = unit_for(length_ns);
    format!("{} {unit}", decimal(length_ns, unit_ns, 3))
}

/// The unit in which a scale that reaches this far is labelled.
pub(super) fn unit_for(length_ns: u64) -> (u64, &'static str) {
    match length_ns {
        0 => (SECOND_NS, "s"),
        1..MICROSECOND_NS => (1, "ns"),
        MICROSECOND_NS..MILLISECOND_NS => (MICROSECOND_NS, "µs"),
        MILLISECOND_NS..SECOND_NS => (MILLISECOND_NS, "ms"),
        _ => (SECOND_NS, "s"),
    }
}

/// `value / unit` with at most that many decimals and no trailing zeros.
pub(super) fn decimal(value: u64, unit: u64, decimals: u32) -> String {
    let scale = 10_u128.pow(decimals);
    let unit = u128::from(unit.max(1));
    let scaled = (u128::from(value) * scale + unit / 2) / unit;
    let (whole, fraction) = (scaled / scale, scaled % scale);
    if fraction == 0 {
        return whole.to_string();
    }
    let fraction = format!("{fraction:0width$}", width = decimals as usize);
    format!("{whole}.{}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_in_seconds_to_the_millisecond() {
        assert_eq!(moment(0), "0.000 s");
        assert_eq!(moment(2_500_000_000), "2.500 s");
        assert_eq!(moment(2_999_999_700), "3.000 s");
        assert_eq!(fine_moment(2_500_013_400), "2.500\u{202f}013 s");
    }

    #[test]
    fn a_length_takes_the_unit_that_suits_it() {
        assert_eq!(length(0), "0 s");
        assert_eq!(length(80), "80 ns");
        assert_eq!(length(12_345), "12.345 µs");
        assert_eq!(length(250_000_000), "250 ms");
        assert_eq!(length(1_500_000_000), "1.5 s");
        assert_eq!(length(10_000_000_000), "10 s");
    }
}
