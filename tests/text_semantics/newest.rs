//! What changed in versions that are not recorded (`Objects/floatobject.c`, `Python/formatter_unicode.c` of 3.14,
//! `Objects/unicode_format.c` of 3.15).

use last_thread_standing::machine::text::format_number::format_float;
use last_thread_standing::machine::text::percent_render::{float_type_error, integer_type_error};
use last_thread_standing::machine::text::percent_template::{not_enough_error, too_many_error};
use last_thread_standing::machine::text::suggestion::{attribute_hint, name_hint};
use last_thread_standing::machine::text::{float_arithmetic, integer_arithmetic};
use num_bigint::BigInt;

#[test]
fn every_division_by_zero_says_the_same_since_3_14() {
    let zero = BigInt::from(0);
    let messages = [
        float_arithmetic::divide(1.0, 0.0, 14).map(|_| ()),
        float_arithmetic::modulo(1.0, 0.0, 14).map(|_| ()),
        float_arithmetic::floor_divide(1.0, 0.0, 14).map(|_| ()),
        float_arithmetic::divide_modulo(1.0, 0.0, 14).map(|_| ()),
        integer_arithmetic::floor_divide(&zero, &zero, 14).map(|_| ()),
        integer_arithmetic::modulo(&zero, &zero, 14).map(|_| ()),
        integer_arithmetic::true_divide(&zero, &zero).map(|_| ()),
    ];
    for message in messages {
        assert_eq!(message.unwrap_err().message, "division by zero");
    }
    assert_eq!(float_arithmetic::power(0.0, -1.0, 14).unwrap_err().message, "zero to a negative power");
}

#[test]
fn digits_after_the_point_are_grouped_since_3_14() {
    assert_eq!(format_float(123_456.789, ",.6_f", "float", 14).as_deref(), Ok("123,456.789_000"));
    assert_eq!(format_float(1.25, "._f", "float", 14).as_deref(), Ok("1.250_000"));
    let refused = format_float(1.25, "._f", "float", 13).unwrap_err();
    assert_eq!(refused.message, "Format specifier missing precision");
}

#[test]
fn percent_errors_name_the_argument_since_3_15() {
    let message = |error: last_thread_standing::machine::text::TextError| error.message;
    assert_eq!(message(integer_type_error('d', "str", 2, 15)), "format argument 2: %d requires a real number, not str");
    assert_eq!(message(integer_type_error('x', "str", 1, 15)), "format argument 1: %x requires an integer, not str");
    assert_eq!(message(float_type_error('f', "str", 1, 15)), "format argument 1: %f requires a real number, not str");
    assert_eq!(message(not_enough_error(1, 15)), "not enough arguments for format string (got 1)");
    assert_eq!(
        message(too_many_error(1, 3, 15)),
        "not all arguments converted during string formatting (required 1, got 3)"
    );
}

#[test]
fn hints_read_as_in_each_version() {
    assert_eq!(attribute_hint("_target", Some("_started"), 14), ". Did you mean: '_started'?");
    assert_eq!(attribute_hint("_target", Some("_started"), 15), ". Did you mean '._started' instead of '._target'?");
    assert_eq!(attribute_hint("_target", None, 15), "");
    assert_eq!(name_hint("time", None, true, 14), ". Did you forget to import 'time'?");
    assert_eq!(name_hint("time", None, true, 11), "");
    assert_eq!(name_hint("tiem", Some("time"), false, 14), ". Did you mean: 'time'?");
}
