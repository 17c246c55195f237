//! Characters, the methods of `str` and `bytes`, encodings, suggestions, dates.

use crate::recorded::{Record, bytes, cases, check, record_bytes, text};
use last_thread_standing::machine::text::calendar::{CalendarTime, check_civil, strftime};
use last_thread_standing::machine::text::codec::{Encoding, decode, encode};
use last_thread_standing::machine::text::slice::{slice_elements, slice_indices, slice_string, string_index};
use last_thread_standing::machine::text::suggestion::suggest;
use last_thread_standing::machine::text::{
    TextResult, bytes_methods, character, string_build, string_case, string_search, string_split,
};
use serde_json::Value;
use std::collections::BTreeMap;

fn number(value: &Value) -> i64 {
    value.as_i64().expect("a number")
}

/// Large bounds are recorded as texts.
fn optional_number(value: &Value) -> Option<i64> {
    if value.is_null() { None } else { Some(i64::try_from(crate::recorded::integer(value)).expect("an i64")) }
}

fn position(found: Option<usize>) -> Value {
    found.map_or(-1, |at| at as i64).record()
}

#[test]
fn every_character_is_of_the_kind_that_cpython_says() {
    let mut ranges: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for case in cases("characters").into_iter().filter(|case| case.name == "ranges") {
        let recorded = serde_json::from_value(case.results[0].1.clone()).expect("ranges");
        ranges.insert(text(&case.arguments[0]).to_owned(), recorded);
    }
    let within = |name: &str, code: u32| {
        let ends = &ranges[name];
        let after = ends.partition_point(|&end| end < code);
        // Inside a range: after its first end, or on one of both.
        after % 2 == 1 || ends.get(after) == Some(&code)
    };
    type Predicate = (&'static str, fn(char) -> bool);
    let predicates: [Predicate; 8] = [
        ("isalpha", character::is_alphabetic),
        ("isdecimal", character::is_decimal),
        ("isdigit", character::is_digit),
        ("isnumeric", character::is_numeric),
        ("isspace", character::is_space),
        ("isprintable", character::is_printable),
        ("isupper", character::is_upper),
        ("islower", character::is_lower),
    ];
    let mut differences = Vec::new();
    for c in ('\0'..=char::MAX).filter(|&c| within("assigned", u32::from(c))) {
        for (name, predicate) in predicates {
            if predicate(c) != within(name, u32::from(c)) {
                differences.push(format!("{name} {c:?}"));
            }
        }
    }
    // Not lower case any more since Unicode 16, which Rust's library has.
    assert_eq!(differences, ["islower 'ʕ'"]);
    for case in cases("characters").into_iter().filter(|case| case.name == "cases_of") {
        let c = text(&case.arguments[0]);
        let got = vec![
            string_case::upper(c),
            string_case::lower(c),
            string_case::title(c),
            string_case::casefold(c),
            string_case::swapcase(c),
        ];
        assert_eq!(got.record(), case.results[0].1, "{c:?}");
    }
}

#[test]
fn methods_of_str_do_what_they_do_in_cpython() {
    check("strings", |name, arguments, _| {
        let one = text(&arguments[0]);
        let other = || text(&arguments[1]);
        let optional = || arguments[1].as_str();
        let range = || (optional_number(&arguments[2]), optional_number(&arguments[3]));
        let fill = || text(&arguments[2]).chars().next().expect("a fill character");
        match name {
            "upper" => string_case::upper(one).record(),
            "lower" => string_case::lower(one).record(),
            "title" => string_case::title(one).record(),
            "capitalize" => string_case::capitalize(one).record(),
            "swapcase" => string_case::swapcase(one).record(),
            "casefold" => string_case::casefold(one).record(),
            "istitle" => string_case::istitle(one).record(),
            "isupper" => string_case::isupper(one).record(),
            "islower" => string_case::islower(one).record(),
            "isalpha" => string_case::isalpha(one).record(),
            "isdecimal" => string_case::isdecimal(one).record(),
            "isdigit" => string_case::isdigit(one).record(),
            "isnumeric" => string_case::isnumeric(one).record(),
            "isalnum" => string_case::isalnum(one).record(),
            "isspace" => string_case::isspace(one).record(),
            "isascii" => string_case::isascii(one).record(),
            "isprintable" => string_case::isprintable(one).record(),
            "isidentifier" => string_case::isidentifier(one).record(),
            "split" => string_split::split(one, optional(), number(&arguments[2])).record(),
            "rsplit" => string_split::rsplit(one, optional(), number(&arguments[2])).record(),
            "partition" => string_split::partition(one, other()).record(),
            "rpartition" => string_split::rpartition(one, other()).record(),
            "strip" => string_split::strip(one, optional()).record(),
            "lstrip" => string_split::lstrip(one, optional()).record(),
            "rstrip" => string_split::rstrip(one, optional()).record(),
            "splitlines" => string_split::splitlines(one, arguments[1] == true).record(),
            "find" => position(string_search::find(one, other(), range().0, range().1)),
            "rfind" => position(string_search::rfind(one, other(), range().0, range().1)),
            "count" => (string_search::count(one, other(), range().0, range().1) as i64).record(),
            "startswith" => string_search::startswith(one, other(), range().0, range().1).record(),
            "endswith" => string_search::endswith(one, other(), range().0, range().1).record(),
            "replace" => string_search::replace(one, other(), text(&arguments[2]), number(&arguments[3])).record(),
            "slice" => slice_string(one, optional_number(&arguments[1]), range().0, range().1).record(),
            "index" => string_index(one, number(&arguments[1])).map(String::from).record(),
            "ljust" => string_build::ljust(one, number(&arguments[1]), fill()).record(),
            "rjust" => string_build::rjust(one, number(&arguments[1]), fill()).record(),
            "center" => string_build::center(one, number(&arguments[1]), fill()).record(),
            "zfill" => string_build::zfill(one, number(&arguments[1])).record(),
            "expandtabs" => string_build::expandtabs(one, number(&arguments[1])).record(),
            "repeat" => string_build::repeat(one, number(&arguments[1])).record(),
            "join" => {
                let parts: Vec<&str> = arguments[1].as_array().expect("parts").iter().map(text).collect();
                string_build::join(one, &parts).record()
            }
            _ => panic!("{name}"),
        }
    });
}

#[test]
fn slices_select_what_they_select_in_cpython() {
    check("slices", |name, arguments, _| {
        let [start, stop, step] = [0, 1, 2].map(|at| optional_number(&arguments[at]));
        let length = number(&arguments[3]) as usize;
        let indices = slice_indices(start, stop, step, length);
        match name {
            "slice_indices" => indices.map(|found| (found.start, found.stop, found.step)).record(),
            "slice_elements" => {
                let elements: Vec<i64> = (0..length as i64).collect();
                indices.map(|found| slice_elements(&elements, found)).record()
            }
            _ => panic!("{name}"),
        }
    });
}

#[test]
fn texts_are_encoded_and_decoded_as_in_cpython() {
    check("codecs", |name, arguments, _| {
        let errors = text(&arguments[2]);
        let encoding = Encoding::named(text(&arguments[1]));
        match name {
            "encode" => {
                let made = encoding.and_then(|encoding| encode(text(&arguments[0]), encoding, errors));
                made.map_or_else(|error| error.record(), |made| record_bytes(&made))
            }
            "decode" => encoding.and_then(|encoding| decode(&bytes(&arguments[0]), encoding, errors)).record(),
            _ => panic!("{name}"),
        }
    });
}

fn record_all(parts: TextResult<Vec<Vec<u8>>>) -> Value {
    match parts {
        Ok(parts) => parts.iter().map(|part| record_bytes(part)).collect(),
        Err(error) => error.record(),
    }
}

#[test]
fn methods_of_bytes_do_what_they_do_in_cpython() {
    check("byte_strings", |name, arguments, _| {
        if name == "fromhex" {
            let made = bytes_methods::fromhex(text(&arguments[0]));
            return made.map_or_else(|error| error.record(), |made| record_bytes(&made));
        }
        let raw = bytes(&arguments[0]);
        let optional = arguments.get(1).filter(|value| value["b"].is_string()).map(bytes);
        let optional = optional.as_deref();
        let other = || optional.expect("bytes");
        let range = || (optional_number(&arguments[2]), optional_number(&arguments[3]));
        match name {
            "split" => record_all(bytes_methods::split(&raw, optional, number(&arguments[2]))),
            "rsplit" => record_all(bytes_methods::rsplit(&raw, optional, number(&arguments[2]))),
            "splitlines" => record_all(Ok(bytes_methods::splitlines(&raw, arguments[1] == true))),
            "strip" => record_bytes(&bytes_methods::strip(&raw, optional)),
            "lstrip" => record_bytes(&bytes_methods::lstrip(&raw, optional)),
            "rstrip" => record_bytes(&bytes_methods::rstrip(&raw, optional)),
            "find" => position(bytes_methods::find(&raw, other(), range().0, range().1)),
            "rfind" => position(bytes_methods::rfind(&raw, other(), range().0, range().1)),
            "count" => (bytes_methods::count(&raw, other(), range().0, range().1) as i64).record(),
            "startswith" => bytes_methods::startswith(&raw, other(), range().0, range().1).record(),
            "endswith" => bytes_methods::endswith(&raw, other(), range().0, range().1).record(),
            "replace" => match bytes_methods::replace(&raw, other(), &bytes(&arguments[2]), number(&arguments[3])) {
                Ok(made) => record_bytes(&made),
                Err(error) => error.record(),
            },
            "title" => record_bytes(&bytes_methods::title(&raw)),
            "capitalize" => record_bytes(&bytes_methods::capitalize(&raw)),
            "swapcase" => record_bytes(&bytes_methods::swapcase(&raw)),
            "isspace" => bytes_methods::isspace(&raw).record(),
            "isalpha" => bytes_methods::isalpha(&raw).record(),
            "isdigit" => bytes_methods::isdigit(&raw).record(),
            "isalnum" => bytes_methods::isalnum(&raw).record(),
            "isupper" => bytes_methods::isupper(&raw).record(),
            "islower" => bytes_methods::islower(&raw).record(),
            "hex" => bytes_methods::hex(&raw, None, 1).record(),
            "hex_grouped" => {
                bytes_methods::hex(&raw, text(&arguments[1]).chars().next(), number(&arguments[2])).record()
            }
            _ => panic!("{name}"),
        }
    });
}

#[test]
fn the_nearest_name_is_the_one_that_cpython_suggests() {
    check("suggestions", |_, arguments, minor| {
        let names: Vec<&str> = arguments[1].as_array().expect("names").iter().map(text).collect();
        suggest(text(&arguments[0]), names, minor).record()
    });
}

#[test]
fn dates_are_reckoned_and_written_as_in_cpython() {
    check("calendars", |name, arguments, minor| {
        let time = |value: &Value| CalendarTime::from_unix_seconds(number(value));
        match name {
            "gmtime" => {
                let t = time(&arguments[0]);
                let parts = [t.month, t.day, t.hour, t.minute, t.second, t.weekday].map(i64::from);
                let mut all = vec![t.year];
                all.extend(parts);
                all.push(i64::from(t.yearday));
                all.record()
            }
            "asctime" => time(&arguments[0]).asctime().record(),
            "timegm" => time(&arguments[0]).unix_seconds().record(),
            "strftime" => strftime(text(&arguments[0]), &time(&arguments[1]), None).record(),
            "datetime_strftime" => {
                let microsecond = number(&arguments[2]) as u32;
                strftime(text(&arguments[0]), &time(&arguments[1]), Some(microsecond)).record()
            }
            "isoformat" => time(&arguments[0]).isoformat(0, 'T').record(),
            "isocalendar" => {
                let (year, week) = time(&arguments[0]).iso_week();
                (year, i64::from(week)).record()
            }
            "check_civil" => {
                let [year, month, day] = [0, 1, 2].map(|at| number(&arguments[at]));
                check_civil(year, month, day, minor).map(|()| None::<bool>).record()
            }
            _ => panic!("{name}"),
        }
    });
}
