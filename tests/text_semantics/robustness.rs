//! Whatever a program passes, nothing here panics, and nothing makes a text that is too long.

use last_thread_standing::machine::random_generator::{RandomGenerator, Seed};
use last_thread_standing::machine::text::calendar::{CalendarTime, strftime};
use last_thread_standing::machine::text::codec::{Encoding, decode};
use last_thread_standing::machine::text::error::LONGEST_TEXT;
use last_thread_standing::machine::text::float_arithmetic;
use last_thread_standing::machine::text::float_text::{float_repr, parse_float};
use last_thread_standing::machine::text::format_number::{format_float, format_integer};
use last_thread_standing::machine::text::format_template::parse_template;
use last_thread_standing::machine::text::format_text::format_string;
use last_thread_standing::machine::text::integer_arithmetic as whole;
use last_thread_standing::machine::text::integer_text::{integer_from_float, parse_integer};
use last_thread_standing::machine::text::percent_render::{PercentStyle, render_float, render_integer, render_text};
use last_thread_standing::machine::text::percent_template::{PercentNumber, PercentPiece, parse_percent_template};
use last_thread_standing::machine::text::slice::{slice_indices, slice_string, string_index};
use last_thread_standing::machine::text::{
    TextResult, bytes_methods, elementary, string_build, string_case, string_search, string_split,
};
use num_bigint::BigInt;
use proptest::prelude::*;

fn bounded(result: TextResult<String>) {
    if let Ok(text) = result {
        assert!(text.chars().count() <= LONGEST_TEXT);
    }
}

proptest! {
    #[test]
    fn any_specification_formats_or_is_refused(
        text in any::<String>(),
        specification in "[<>=^]?.?[-+ ]?[z#0,_.]{0,3}[0-9]{0,7}[,_]?(\\.[0-9]{0,6})?.?",
        number in any::<i64>(),
        float in any::<f64>(),
        minor in 8u8..16,
    ) {
        bounded(format_string(&text, &specification, "str", minor));
        bounded(format_integer(&BigInt::from(number), &specification, "int", minor));
        bounded(format_float(float, &specification, "float", minor));
        let _ = (strftime(&specification, &CalendarTime::from_unix_seconds(number), None), strftime(&text, &CalendarTime::from_unix_seconds(number), Some(5)));
    }

    #[test]
    fn any_template_is_read(template in "[{}\\[\\]!:.%()*#a-c0-9é -]{0,40}", number in any::<i64>(), float in any::<f64>(), mapping in any::<bool>()) {
        parse_template(&template);
        for piece in parse_percent_template(&template, mapping) {
            if let PercentPiece::Conversion(conversion) = piece {
                let given = |number| if let PercentNumber::Given(given) = number { given } else { 0 };
                let mut style = PercentStyle { flags: conversion.flags, width: given(conversion.width), precision: Some(given(conversion.precision)), kind: conversion.kind };
                bounded(render_integer(&BigInt::from(number), &style, 14));
                bounded(render_float(float, &style));
                bounded(render_text(&template, &style));
                style.set_star_width(number);
                style.set_star_precision(number);
                bounded(render_text(&template, &style));
            }
        }
    }

    #[test]
    fn any_text_is_searched_split_sliced_and_padded(
        text in any::<String>(),
        other in ".{0,2}",
        a in any::<Option<i64>>(),
        b in prop_oneof![any::<Option<i64>>(), (-5i64..5).prop_map(Some)],
        c in prop_oneof![any::<i64>(), -5i64..5],
    ) {
        string_search::find(&text, &other, a, b);
        string_search::rfind(&text, &other, b, a);
        string_search::count(&text, &other, a, b);
        bounded(string_search::replace(&text, &other, "xyz", c));
        let _ = (string_split::split(&text, Some(&other), c), string_split::rsplit(&text, None, c), string_split::splitlines(&text, true));
        let _ = (slice_string(&text, a, b, Some(c)), string_index(&text, c), slice_indices(a, b, Some(c), text.len()));
        if !(1000..=1 << 25).contains(&c) {
            bounded(string_build::center(&text, c, 'é'));
            bounded(string_build::zfill(&text, c));
            bounded(string_build::expandtabs(&text, c));
            bounded(string_build::repeat(&text, c));
        }
        string_case::title(&text);
        string_case::capitalize(&text);
        string_case::swapcase(&text);
        string_case::casefold(&text);
        let _ = (parse_float(&text, 14), parse_integer(&text, 0, 14), bytes_methods::fromhex(&text));
    }

    #[test]
    fn any_bytes_are_decoded(raw in any::<Vec<u8>>(), handler in prop_oneof!["strict", "ignore", "replace", "backslashreplace", "x"]) {
        let strict = decode(&raw, Encoding::Utf8, &handler);
        prop_assert!(strict.is_ok() || handler == "strict" || handler == "x");
        let _ = decode(&raw, Encoding::Ascii, &handler);
    }

    #[test]
    fn any_numbers_are_reckoned_with(a in any::<f64>(), b in any::<f64>(), m in any::<i128>(), n in any::<i64>()) {
        prop_assert_eq!(parse_float(&float_repr(a), 14).map(f64::to_bits).is_ok(), true);
        let _ = (float_arithmetic::power(a, b, 14), float_arithmetic::divide_modulo(a, b, 14), float_arithmetic::round_to_digits(a, n % 400), integer_from_float(a));
        for function in [elementary::exp, elementary::log, elementary::log2, elementary::log10, elementary::log_1p, elementary::sin, elementary::cos, elementary::tan, elementary::atan] {
            function(a);
        }
        elementary::atan2(a, b);
        let (m, n) = (BigInt::from(m), BigInt::from(n));
        let _ = (whole::power(&m, &n), whole::shift_left(&m, &n), whole::shift_right(&m, &n), whole::true_divide(&m, &n), whole::power_modulo(&m, &n, &m));
        whole::compare_with_float(&m, a);
        let mut random = RandomGenerator::seeded(Seed::Integer(&m));
        let _ = (random.randrange(&n, Some(&m), &BigInt::from(3), 14), random.bits(n.iter_u64_digits().next().unwrap_or(0) as i64 % 500, 14), random.gammavariate(a, b), random.gauss(a, b));
    }
}
