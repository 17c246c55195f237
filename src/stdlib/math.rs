//! The module `math`.

use super::builder::Builder;
use super::math_arguments::{only_argument, real_number, with_floats};
use super::types::of_text;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::frame::Then;
use crate::machine::library::{Flow, NativeFunction};
use crate::machine::text::elementary;
use crate::machine::text::float_text::float_repr;
use crate::machine::text::integer_arithmetic as whole;
use crate::machine::text::integer_text::integer_from_float;
use crate::machine::text::integer_work;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// The largest argument of `factorial`: its result has some 35,000 digits.
const LARGEST_FACTORIAL: u64 = 10_000;

/// A function of floats, which takes whatever can be made one.
macro_rules! taking_floats {
    ($name:literal, $function:expr) => {
        ($name, |machine, thread, arguments| {
            if let Some(flow) = with_floats(machine, $name, &arguments) {
                return Ok(flow);
            }
            let function: NativeFunction = $function;
            function(machine, thread, arguments)
        })
    };
}

/// A function of one float; none where it is not defined.
macro_rules! real {
    ($name:literal, $apply:expr) => {
        taking_floats!($name, |machine, _, arguments| {
            let x = only_argument(machine, &arguments, $name)?;
            let x = real_number(machine, x)?;
            let apply: fn(f64) -> f64 = $apply;
            checked(machine, x, apply(x))
        })
    };
}

/// A question about one float.
macro_rules! question {
    ($name:literal, $apply:expr) => {
        taking_floats!($name, |machine, _, arguments| {
            let x = only_argument(machine, &arguments, $name)?;
            let x = real_number(machine, x)?;
            let apply: fn(f64) -> bool = $apply;
            Ok(Flow::Value(Value::Bool(apply(x))))
        })
    };
}

pub fn register(builder: &mut Builder) {
    let module = builder.module("math");
    let constants = [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, value) in constants {
        builder.set(module, name, Value::Float(value));
    }
    let functions: &[(&'static str, NativeFunction)] = &[
        taking_floats!("sqrt", sqrt),
        real!("exp", elementary::exp),
        real!("fabs", f64::abs),
        real!("sin", elementary::sin),
        real!("cos", elementary::cos),
        real!("tan", elementary::tan),
        real!("atan", elementary::atan),
        real!("asin", elementary::asin),
        real!("acos", elementary::acos),
        real!("degrees", |x| x * (180.0 / std::f64::consts::PI)),
        real!("radians", |x| x * (std::f64::consts::PI / 180.0)),
        question!("isnan", f64::is_nan),
        question!("isinf", f64::is_infinite),
        question!("isfinite", f64::is_finite),
        taking_floats!("log", log),
        taking_floats!("log2", |machine, _, arguments| logarithm(machine, &arguments, "log2", elementary::log2)),
        taking_floats!("log10", |machine, _, arguments| logarithm(machine, &arguments, "log10", elementary::log10)),
        taking_floats!("log1p", log1p),
        taking_floats!("pow", pow),
        taking_floats!("atan2", |machine, _, arguments| two(machine, &arguments, "atan2", elementary::atan2)),
        taking_floats!("copysign", |machine, _, arguments| two(machine, &arguments, "copysign", f64::copysign)),
        taking_floats!("fmod", fmod),
        taking_floats!("hypot", hypot),
        ("dist", dist),
        taking_floats!("modf", modf),
        ("floor", |machine, _, arguments| rounded(machine, &arguments, "floor", f64::floor)),
        ("ceil", |machine, _, arguments| rounded(machine, &arguments, "ceil", f64::ceil)),
        ("trunc", |machine, _, arguments| rounded(machine, &arguments, "trunc", f64::trunc)),
        taking_floats!("isclose", isclose),
        ("fsum", fsum),
        ("prod", prod),
        ("factorial", factorial),
        ("gcd", |machine, _, arguments| over_integers(machine, &arguments, BigInt::zero(), |a, b| a.gcd(b))),
        ("isqrt", isqrt),
        ("comb", comb),
        ("perm", perm),
    ];
    for &(name, function) in functions {
        builder.function(module, name, function);
    }
    if builder.machine.is_at_least(9) {
        builder.function(module, "lcm", |machine, _, arguments| {
            over_integers(machine, &arguments, BigInt::one(), |a, b| a.lcm(b))
        });
    }
}

/// The result, unless it is none: not a number out of a number, or infinite out of what is finite.
fn checked(machine: &mut Machine, x: f64, result: f64) -> Result<Flow> {
    if result.is_nan() && !x.is_nan() {
        if machine.is_at_least(14) && x.is_infinite() {
            return machine.value_error(&format!("expected a finite input, got {}", float_repr(x)));
        }
        if machine.is_at_least(14) {
            return machine.value_error(&format!("expected a number in range from -1 up to 1, got {}", float_repr(x)));
        }
        return machine.value_error("math domain error");
    }
    if result.is_infinite() && x.is_finite() {
        return Err(machine.raise(classes::OVERFLOW_ERROR, "math range error"));
    }
    Ok(Flow::Value(Value::Float(result)))
}

/// The error for an argument that a function is not defined for; 3.14 says what it expected.
fn out_of_domain<T>(machine: &mut Machine, expected: &str, got: &str) -> Result<T> {
    if machine.is_at_least(14) {
        return machine.value_error(&format!("expected {expected}, got {got}"));
    }
    machine.value_error("math domain error")
}

fn sqrt(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let x = only_argument(machine, &arguments, "sqrt")?;
    let x = real_number(machine, x)?;
    if x < 0.0 {
        return out_of_domain(machine, "a nonnegative input", &float_repr(x));
    }
    Ok(Flow::Value(Value::Float(x.sqrt())))
}

/// The logarithm of a number of any size.
fn logarithm_of(machine: &mut Machine, value: Value, apply: fn(f64) -> f64) -> Result<f64> {
    if let Some(big) = machine.as_big(value).filter(|big| big.bits() > 1000) {
        if big.is_negative() {
            return out_of_domain(machine, "a positive input", "a negative number");
        }
        // log(m * 2**k) = log m + k log 2
        let shift = big.bits() - 64;
        let leading = (&big >> shift).to_f64().unwrap_or(f64::INFINITY);
        return Ok(apply(leading) + shift as f64 * apply(2.0));
    }
    let x = real_number(machine, value)?;
    if x <= 0.0 {
        let shown = machine.plain_repr(value)?.unwrap_or_default();
        let shown = if machine.as_big(value).is_some() { String::new() } else { shown };
        if shown.is_empty() && machine.is_at_least(14) {
            return machine.value_error("expected a positive input");
        }
        return out_of_domain(machine, "a positive input", &shown);
    }
    Ok(apply(x))
}

fn logarithm(machine: &mut Machine, arguments: &Arguments, name: &str, apply: fn(f64) -> f64) -> Result<Flow> {
    let x = only_argument(machine, arguments, name)?;
    logarithm_of(machine, x, apply).map(|result| Flow::Value(Value::Float(result)))
}

fn log(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [x, base] = arguments.bind(machine, "log", ["/x", "/base"], 1, 0)?;
    let result = logarithm_of(machine, x, elementary::log)?;
    if !base.is_bound() {
        return Ok(Flow::Value(Value::Float(result)));
    }
    let divisor = logarithm_of(machine, base, elementary::log)?;
    if divisor == 0.0 {
        return Err(machine.raise(
            classes::ZERO_DIVISION_ERROR,
            match machine.is_at_least(14) {
                true => "division by zero",
                false => "float division by zero",
            },
        ));
    }
    Ok(Flow::Value(Value::Float(result / divisor)))
}

fn log1p(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let x = only_argument(machine, &arguments, "log1p")?;
    let x = real_number(machine, x)?;
    if x <= -1.0 {
        return out_of_domain(machine, "argument value > -1", &float_repr(x));
    }
    Ok(Flow::Value(Value::Float(elementary::log_1p(x))))
}

fn two_numbers(machine: &mut Machine, arguments: &Arguments, name: &str) -> Result<(f64, f64)> {
    let [x, y] = arguments.bind(machine, name, ["/x", "/y"], 2, 0)?;
    Ok((real_number(machine, x)?, real_number(machine, y)?))
}

fn two(machine: &mut Machine, arguments: &Arguments, name: &str, apply: fn(f64, f64) -> f64) -> Result<Flow> {
    let (x, y) = two_numbers(machine, arguments, name)?;
    Ok(Flow::Value(Value::Float(apply(x, y))))
}

fn pow(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (x, y) = two_numbers(machine, &arguments, "pow")?;
    let result = elementary::power(x, y);
    let finite = x.is_finite() && y.is_finite();
    if finite && (result.is_nan() || (x == 0.0 && y < 0.0)) {
        return machine.value_error("math domain error");
    }
    if finite && result.is_infinite() {
        return Err(machine.raise(classes::OVERFLOW_ERROR, "math range error"));
    }
    Ok(Flow::Value(Value::Float(result)))
}

fn fmod(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (x, y) = two_numbers(machine, &arguments, "fmod")?;
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return machine.value_error("math domain error");
    }
    Ok(Flow::Value(Value::Float(result)))
}

/// The length of a vector, scaled by its largest part so that no square overflows.
fn length(parts: &[f64]) -> f64 {
    let largest = parts.iter().fold(0.0_f64, |largest, part| largest.max(part.abs()));
    if parts.iter().any(|part| part.is_infinite()) {
        return f64::INFINITY;
    }
    if largest == 0.0 || parts.iter().any(|part| part.is_nan()) {
        return parts.iter().sum::<f64>().abs();
    }
    // Squares are summed with their rounding errors, so that the result is rounded once.
    let mut sum = BigInt::zero();
    for part in parts {
        let (numerator, _) = whole::integer_ratio(scaled_up(*part, largest)).unwrap_or_default();
        sum += &numerator * &numerator;
    }
    let root = elementary::nearest_float(&(sum << 64u32).sqrt(), -32);
    scaled_down(root, largest)
}

/// Moves a part next to 2**60, relative to the largest, so that it is as good as whole.
fn scaled_up(part: f64, largest: f64) -> f64 {
    elementary::scale_by_power_of_two(part, 60 - exponent_of(largest)).round_ties_even()
}

fn scaled_down(value: f64, largest: f64) -> f64 {
    elementary::scale_by_power_of_two(value, exponent_of(largest) - 60)
}

fn exponent_of(value: f64) -> i64 {
    (value.to_bits() >> 52 & 0x7ff) as i64 - 1023
}

fn hypot(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let mut parts = Vec::new();
    for &value in &arguments.positional {
        parts.push(real_number(machine, value)?);
    }
    Ok(Flow::Value(Value::Float(length(&parts))))
}

fn dist(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [p, q] = arguments.bind(machine, "dist", ["/p", "/q"], 2, 0)?;
    let (Some(p), Some(q)) = (machine.items_of(p)?, machine.items_of(q)?) else {
        return machine.type_error("both arguments must be sequences");
    };
    if p.len() != q.len() {
        return machine.value_error("both points must have the same number of dimensions");
    }
    let mut parts = Vec::new();
    for (a, b) in p.into_iter().zip(q) {
        parts.push(real_number(machine, a)? - real_number(machine, b)?);
    }
    Ok(Flow::Value(Value::Float(length(&parts))))
}

fn modf(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let x = only_argument(machine, &arguments, "modf")?;
    let x = real_number(machine, x)?;
    let fraction = if x.is_infinite() { 0.0_f64.copysign(x) } else { x.fract().copysign(x) };
    Ok(Flow::Value(machine.tuple(vec![Value::Float(fraction), Value::Float(x.trunc())])))
}

/// `floor`, `ceil` and `trunc`: of an int itself; of another object its method's answer.
fn rounded(machine: &mut Machine, arguments: &Arguments, name: &str, apply: fn(f64) -> f64) -> Result<Flow> {
    let x = only_argument(machine, arguments, name)?;
    let special = machine.intern(&format!("__{name}__"));
    if let Some(method) = machine.lookup_overridden(machine.class_of(x), special) {
        let arguments = Arguments::positional(&[x]);
        return Ok(Flow::Call { callable: method, arguments, then: Then::Push });
    }
    if let Some(big) = machine.as_big(x) {
        return Ok(Flow::Value(machine.integer(big)));
    }
    if let Some(flow) = with_floats(machine, name, arguments).filter(|_| name != "trunc") {
        return Ok(flow);
    }
    if machine.as_float(x).is_none() && name == "trunc" {
        let name = machine.type_name(x);
        return machine.type_error(&format!("type {name} doesn't define __trunc__ method"));
    }
    let number = real_number(machine, x)?;
    let result = of_text(machine, integer_from_float(apply(number)))?;
    Ok(Flow::Value(machine.integer(result)))
}

fn isclose(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [a, b, relative, absolute] = arguments.bind(machine, "isclose", ["a", "b", "*rel_tol", "*abs_tol"], 2, 0)?;
    let (a, b) = (real_number(machine, a)?, real_number(machine, b)?);
    let relative = if relative.is_bound() { real_number(machine, relative)? } else { 1e-9 };
    let absolute = if absolute.is_bound() { real_number(machine, absolute)? } else { 0.0 };
    if relative < 0.0 || absolute < 0.0 {
        return machine.value_error("tolerances must be non-negative");
    }
    let difference = (b - a).abs();
    let near = difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute;
    let close = a == b || (a.is_finite() && b.is_finite() && near);
    Ok(Flow::Value(Value::Bool(close)))
}

fn items(machine: &mut Machine, value: Value, name: &str) -> Result<Vec<Value>> {
    match machine.items_of(value)? {
        Some(items) => Ok(items),
        None => machine.not_supported(&format!("math.{name} of a generator is not supported here; give it a list")),
    }
}

/// The exact sum, rounded once.
fn fsum(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let numbers = only_argument(machine, &arguments, "fsum")?;
    // In units of the smallest float, 2**-1074.
    let (mut exact, mut special) = (BigInt::zero(), 0.0);
    for value in items(machine, numbers, "fsum")? {
        let number = real_number(machine, value)?;
        match whole::integer_ratio(number) {
            Ok((numerator, denominator)) => exact += numerator << (1075 - denominator.bits()),
            Err(_) => special += number,
        }
    }
    if special != 0.0 || f64::is_nan(special) {
        return Ok(Flow::Value(Value::Float(special)));
    }
    let magnitude = elementary::nearest_float(&exact.abs(), -1074);
    Ok(Flow::Value(Value::Float(if exact.is_negative() { -magnitude } else { magnitude })))
}

fn prod(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [numbers, start] = arguments.bind(machine, "prod", ["/iterable", "*start"], 1, 0)?;
    let mut product = if start.is_bound() { start } else { Value::Int(1) };
    for value in items(machine, numbers, "prod")? {
        match machine.arithmetic(crate::program::op::BinaryOperator::Multiply, product, value)? {
            Some(next) => product = next,
            None => {
                return machine.not_supported("math.prod of anything but numbers is not supported here; use a loop");
            }
        }
    }
    Ok(Flow::Value(product))
}

fn integer(machine: &mut Machine, value: Value) -> Result<BigInt> {
    match machine.as_big(value) {
        Some(number) => Ok(number),
        None => {
            let name = machine.type_name(value);
            machine.type_error(&format!("'{name}' object cannot be interpreted as an integer"))
        }
    }
}

fn over_integers(
    machine: &mut Machine,
    arguments: &Arguments,
    start: BigInt,
    combine: fn(&BigInt, &BigInt) -> BigInt,
) -> Result<Flow> {
    let mut result = start;
    for &value in &arguments.positional {
        let number = integer(machine, value)?;
        let work = of_text(machine, integer_work::check(integer_work::of_common_divisor(&result, &number)))?;
        machine.heap.count_operations(work);
        of_text(machine, whole::multiply(&result, &number).map(|_| ()))?;
        result = combine(&result, &number).abs();
    }
    Ok(Flow::Value(machine.integer(result)))
}

fn factorial(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let number = only_argument(machine, &arguments, "factorial")?;
    let number = match machine.number(number) {
        // Before 3.10 a float that is whole was taken.
        Value::Float(real) if !machine.is_at_least(10) => {
            if real.fract() != 0.0 {
                return machine.value_error("factorial() only accepts integral values");
            }
            of_text(machine, integer_from_float(real))?
        }
        number => integer(machine, number)?,
    };
    if number.is_negative() {
        return machine.value_error("factorial() not defined for negative values");
    }
    match number.to_u64().filter(|&number| number <= LARGEST_FACTORIAL) {
        Some(number) => {
            let product = (2..=number).fold(BigInt::one(), |product, factor| product * factor);
            // As many multiplications by a word, of half the final length each.
            machine.heap.count_operations(number * integer_work::of_product(&product, &BigInt::one()) / 2);
            Ok(Flow::Value(machine.integer(product)))
        }
        None => machine.not_supported("math.factorial of more than 10,000 is not supported here; use a smaller number"),
    }
}

fn isqrt(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let number = only_argument(machine, &arguments, "isqrt")?;
    let number = integer(machine, number)?;
    let root = of_text(machine, whole::integer_square_root(&number))?;
    machine.heap.count_operations(integer_work::of_square_root(&number));
    Ok(Flow::Value(machine.integer(root)))
}

/// `n * (n - 1) * …`, k factors, each step divided where so asked.
fn falling_product(machine: &mut Machine, n: &BigInt, k: &BigInt, divided: bool) -> Result<Value> {
    if k > n {
        return Ok(Value::Int(0));
    }
    let count = if divided { k.min(&(n - k)).clone() } else { k.clone() };
    let Some(count) = count.to_u64().filter(|&count| count <= LARGEST_FACTORIAL) else {
        return machine.not_supported("so many factors are not supported here; use smaller numbers");
    };
    let mut product = BigInt::one();
    for step in 0..count {
        product = of_text(machine, whole::multiply(&product, &(n - step)))?;
        if divided {
            product /= step + 1;
        }
    }
    machine.heap.count_operations(count * integer_work::of_product(&product, n));
    Ok(machine.integer(product))
}

fn comb(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [n, k] = arguments.bind(machine, "comb", ["/n", "/k"], 2, 0)?;
    let (n, k) = (integer(machine, n)?, integer(machine, k)?);
    for (number, name) in [(&n, "n"), (&k, "k")] {
        if number.is_negative() {
            return machine.value_error(&format!("{name} must be a non-negative integer"));
        }
    }
    falling_product(machine, &n, &k, true).map(Flow::Value)
}

fn perm(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [n, k] = arguments.bind(machine, "perm", ["/n", "/k"], 1, 0)?;
    if matches!(k, Value::None | Value::Unbound) {
        return factorial(machine, thread, Arguments::positional(&[n]));
    }
    let (n, k) = (integer(machine, n)?, integer(machine, k)?);
    for (number, name) in [(&n, "n"), (&k, "k")] {
        if number.is_negative() {
            return machine.value_error(&format!("{name} must be a non-negative integer"));
        }
    }
    falling_product(machine, &n, &k, false).map(Flow::Value)
}
