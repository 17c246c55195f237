//! Reads recorded cases and compares.

use last_thread_standing::machine::text::{TextError, TextResult};
use num_bigint::BigInt;
use serde_json::{Value, json};
use std::path::Path;

/// The newest version that was recorded; the last result of a case holds up to it.
const NEWEST_RECORDED: u8 = 13;

/// How many differences a failing test shows.
const SHOWN: usize = 40;

/// A call, and what CPython made of it: from which minor version on, and what.
pub struct Case {
    pub name: String,
    pub arguments: Vec<Value>,
    pub results: Vec<(u8, Value)>,
}

/// The recorded cases of an area.
pub fn cases(area: &str) -> Vec<Case> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/text_semantics/recorded").join(format!("{area}.jsonl"));
    let text = std::fs::read_to_string(&path).expect("recorded cases");
    let parse = |line: &str| {
        let (name, arguments, results) = serde_json::from_str(line).expect("a recorded case");
        Case { name, arguments, results }
    };
    text.lines().map(parse).collect()
}

/// Evaluates every case of an area for every version on which CPython's results differ, and the newest.
pub fn check(area: &str, evaluate: impl Fn(&str, &[Value], u8) -> Value) {
    let mut differences = Vec::new();
    let mut count = 0;
    for Case { name, arguments, results } in cases(area) {
        for (at, (from, expected)) in results.iter().enumerate() {
            let until = results.get(at + 1).map_or(NEWEST_RECORDED, |next| next.0 - 1);
            for minor in [*from, until] {
                count += 1;
                let got = evaluate(&name, &arguments, minor);
                if got != *expected {
                    differences.push(format!(
                        "{name}{} on 3.{minor}\n   CPython {expected}\n   here    {got}",
                        Value::from(arguments.clone())
                    ));
                    break;
                }
            }
        }
    }
    assert!(count > 0, "no cases in {area}");
    let shown: Vec<&str> = differences.iter().take(SHOWN).map(String::as_str).collect();
    assert!(differences.is_empty(), "{} of {count} differ:\n{}", differences.len(), shown.join("\n"));
}

pub fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

pub fn float(value: &Value) -> f64 {
    if value["f"] == "nan" {
        return f64::NAN;
    }
    let bits = u64::from_str_radix(text(&value["f"]), 16).expect("the bits of a float");
    f64::from_bits(bits)
}

pub fn integer(value: &Value) -> BigInt {
    match value.as_i64() {
        Some(small) => small.into(),
        None => parse_large(text(&value["i"])),
    }
}

fn parse_large(text: &str) -> BigInt {
    match text.strip_prefix("0x") {
        Some(hex) => BigInt::parse_bytes(hex.as_bytes(), 16),
        None => BigInt::parse_bytes(text.as_bytes(), 10),
    }
    .expect("an integer")
}

pub fn bytes(value: &Value) -> Vec<u8> {
    let hex = text(&value["b"]);
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hexadecimal")).collect()
}

/// What a function gives, in the form in which results are recorded.
pub trait Record {
    fn record(&self) -> Value;
}

impl Record for f64 {
    fn record(&self) -> Value {
        if self.is_nan() {
            return json!({ "f": "nan" });
        }
        json!({ "f": format!("{:016x}", self.to_bits()) })
    }
}

impl Record for BigInt {
    fn record(&self) -> Value {
        match i64::try_from(self) {
            Ok(small) if small.abs() < 1 << 53 => json!(small),
            _ if self.bits() > 13_000 => {
                json!({ "i": last_thread_standing::machine::text::integer_text::integer_in_base(self, 16) })
            }
            _ => json!({ "i": self.to_string() }),
        }
    }
}

impl Record for i64 {
    fn record(&self) -> Value {
        BigInt::from(*self).record()
    }
}

impl Record for bool {
    fn record(&self) -> Value {
        json!(self)
    }
}

impl Record for String {
    fn record(&self) -> Value {
        json!(self)
    }
}

impl Record for &str {
    fn record(&self) -> Value {
        json!(self)
    }
}

impl Record for u64 {
    fn record(&self) -> Value {
        BigInt::from(*self).record()
    }
}

impl<A: Record, B: Record> Record for (A, B) {
    fn record(&self) -> Value {
        json!([self.0.record(), self.1.record()])
    }
}

impl<A: Record, B: Record, C: Record> Record for (A, B, C) {
    fn record(&self) -> Value {
        json!([self.0.record(), self.1.record(), self.2.record()])
    }
}

impl<T: Record> Record for [T] {
    fn record(&self) -> Value {
        self.iter().map(Record::record).collect()
    }
}

impl<T: Record> Record for Vec<T> {
    fn record(&self) -> Value {
        self.as_slice().record()
    }
}

impl<T: Record> Record for Option<T> {
    fn record(&self) -> Value {
        self.as_ref().map_or(Value::Null, Record::record)
    }
}

impl Record for TextError {
    fn record(&self) -> Value {
        json!({ "e": [self.exception, self.message] })
    }
}

impl<T: Record> Record for TextResult<T> {
    fn record(&self) -> Value {
        match self {
            Ok(value) => value.record(),
            Err(error) => error.record(),
        }
    }
}

/// Bytes are told from a list of integers.
pub fn record_bytes(bytes: &[u8]) -> Value {
    json!({ "b": bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>() })
}
