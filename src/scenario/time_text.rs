//! Times in settings: seconds with up to nine decimals, exactly.

/// The longest time that a setting can hold: a year.
pub const MAX_TIME_S: u64 = 365 * 24 * 3600;

const NS_PER_S: u64 = 1_000_000_000;

/// `2.5` to nanoseconds. The error is the end of a sentence: what it should be.
pub fn parse_time(text: &str) -> Result<u64, String> {
    let expected = || "it is a time in seconds, as 2.5".to_owned();
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && decimals.is_empty() || !all_digits(whole) || !all_digits(decimals) {
        return Err(expected());
    }
    let too_long = || format!("it is a time of up to a year ({MAX_TIME_S} seconds)");
    let seconds: u64 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| too_long())? };
    if seconds > MAX_TIME_S {
        return Err(too_long());
    }
    let nanoseconds = decimals.bytes().chain(std::iter::repeat(b'0')).take(9);
    let nanoseconds = nanoseconds.fold(0, |sum: u64, digit| sum * 10 + u64::from(digit - b'0'));
    Ok(seconds * NS_PER_S + nanoseconds)
}

/// Nanoseconds as seconds, with the decimals that it needs: `2.5`.
pub fn time_text(ns: u64) -> String {
    let text = format!("{}.{:09}", ns / NS_PER_S, ns % NS_PER_S);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_exact() {
        for (text, ns) in [
            ("0", 0),
            ("2.5", 2_500_000_000),
            ("0.000000001", 1),
            ("31536000", MAX_TIME_S * NS_PER_S),
            ("10", 10 * NS_PER_S),
        ] {
            assert_eq!(parse_time(text), Ok(ns));
            assert_eq!(time_text(ns), text);
        }
        assert_eq!(parse_time(".5"), Ok(500_000_000));
        assert_eq!(parse_time("3."), Ok(3_000_000_000));
    }

    #[test]
    fn what_is_not_a_time_is_refused() {
        for text in ["", ".", "-1", "1e3", "1.2.3", "2s", "٣", "31536001", "99999999999999999999999"] {
            assert!(parse_time(text).is_err(), "{text}");
        }
    }
}
