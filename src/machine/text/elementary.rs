//! `exp`, `log`, `pow`, `sin`, `cos` and the like from the four basic operations alone.
//!
//! The mathematics library differs from platform to platform in the last bit, and the browser's from both; a
//! simulation must not. These work with about 100 bits and round once at the end, so their results are the correctly
//! rounded ones, which is also what the C library under CPython gives nearly always.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// An unevaluated sum of two doubles, the second at most half a unit in the last place of the first.
#[derive(Clone, Copy)]
struct Double2 {
    high: f64,
    low: f64,
}

const LN_2: Double2 = Double2 { high: std::f64::consts::LN_2, low: 2.319_046_813_846_299_6e-17 };
const HALF_PI: Double2 = Double2 { high: std::f64::consts::FRAC_PI_2, low: 6.123_233_995_736_766e-17 };
const HALF_PI_THIRD: f64 = -1.497_384_904_859_169_8e-33;
const LN_10: Double2 = Double2 { high: std::f64::consts::LN_10, low: -2.170_756_223_382_249_4e-16 };

fn two_sum(a: f64, b: f64) -> Double2 {
    let sum = a + b;
    let part = sum - a;
    Double2 { high: sum, low: (a - (sum - part)) + (b - part) }
}

fn two_product(a: f64, b: f64) -> Double2 {
    let product = a * b;
    let halves = |x: f64| {
        let scaled = 134_217_729.0 * x; // 2**27 + 1
        let high = scaled - (scaled - x);
        (high, x - high)
    };
    let (a_high, a_low) = halves(a);
    let (b_high, b_low) = halves(b);
    let error = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    Double2 { high: product, low: error }
}

impl Double2 {
    fn new(value: f64) -> Self {
        Self { high: value, low: 0.0 }
    }

    fn plus(self, other: Self) -> Self {
        let high = two_sum(self.high, other.high);
        let low = two_sum(self.low, other.low);
        let first = two_sum(high.high, high.low + low.high);
        two_sum(first.high, first.low + low.low)
    }

    fn minus(self, other: Self) -> Self {
        self.plus(other.times_exactly(-1.0))
    }

    fn times(self, other: Self) -> Self {
        let product = two_product(self.high, other.high);
        two_sum(product.high, product.low + (self.high * other.low + self.low * other.high))
    }

    /// By a power of two or its negative.
    fn times_exactly(self, factor: f64) -> Self {
        Self { high: self.high * factor, low: self.low * factor }
    }

    fn over(self, other: Self) -> Self {
        let first = self.high / other.high;
        let rest = self.minus(other.times(Self::new(first)));
        let second = rest.high / other.high;
        let rest = rest.minus(other.times(Self::new(second)));
        two_sum(first, second).plus(Self::new(rest.high / other.high))
    }

    fn value(self) -> f64 {
        self.high + self.low
    }
}

/// `value * 2**exponent`, rounded once at most.
pub fn scale_by_power_of_two(value: f64, exponent: i64) -> f64 {
    let step = |count: i64| f64::from_bits(((count + 1023) as u64) << 52);
    let mut result = value;
    let mut left = exponent.clamp(-3000, 3000);
    while left > 1023 {
        result *= step(1023);
        left -= 1023;
    }
    while left < -969 {
        // Keeps the value normal until the last step, which is the one that rounds.
        if left < -1022 - 54 && result.abs() > step(-60) {
            result *= step(-900);
            left += 900;
        } else {
            let part = left.max(-1022);
            result *= step(part);
            left -= part;
        }
    }
    result * step(left)
}

/// Mantissa in `[sqrt(1/2), sqrt(2))` and exponent of a positive finite float.
fn split(value: f64) -> (f64, i64) {
    let (value, bias) = if value < f64::MIN_POSITIVE { (value * 2f64.powi(54), -54) } else { (value, 0) };
    let bits = value.to_bits();
    let exponent = (bits >> 52) as i64 - 1023;
    let mantissa = f64::from_bits(bits & ((1 << 52) - 1) | 1023 << 52);
    if mantissa >= std::f64::consts::SQRT_2 {
        (mantissa * 0.5, exponent + 1 + bias)
    } else {
        (mantissa, exponent + bias)
    }
}

/// The natural logarithm of a positive finite float.
fn log_extended(value: f64) -> Double2 {
    let (mantissa, exponent) = split(value);
    // log m = 2 atanh(s) with s = (m - 1) / (m + 1), at most 0.1716 in size.
    let s = two_sum(mantissa, -1.0).over(two_sum(mantissa, 1.0));
    let square = s.times(s);
    let mut sum = Double2::new(0.0);
    for n in (0..24).rev() {
        let term = Double2::new(1.0).over(Double2::new(f64::from(2 * n + 1)));
        sum = sum.times(square).plus(term);
    }
    let log_mantissa = sum.times(s).times_exactly(2.0);
    if exponent == 0 { log_mantissa } else { LN_2.times(Double2::new(exponent as f64)).plus(log_mantissa) }
}

/// e to an extended power, as a value near 1 and a power of two.
fn exp_extended(power: Double2) -> (Double2, i64) {
    let count = (power.high / LN_2.high).round_ties_even();
    // Sixty-four times smaller, then squared six times.
    let rest = power.minus(LN_2.times(Double2::new(count))).times_exactly(1.0 / 64.0);
    let mut sum = Double2::new(1.0);
    for n in (1..=14).rev() {
        sum = sum.times(rest).over(Double2::new(f64::from(n))).plus(Double2::new(1.0));
    }
    for _ in 0..6 {
        sum = sum.times(sum);
    }
    (sum, count as i64)
}

/// `math.exp` without its range error: infinity when too large.
pub fn exp(value: f64) -> f64 {
    if value.is_nan() {
        return value;
    }
    if value > 709.8 {
        return f64::INFINITY;
    }
    if value < -746.0 {
        return 0.0;
    }
    let (result, exponent) = exp_extended(Double2::new(value));
    scale_by_power_of_two(result.value(), exponent)
}

/// The natural logarithm; nan for what is negative, minus infinity for zero.
pub fn log(value: f64) -> f64 {
    special_logarithm(value).unwrap_or_else(|| log_extended(value).value())
}

fn special_logarithm(value: f64) -> Option<f64> {
    if value.is_nan() || value == f64::INFINITY {
        Some(value)
    } else if value < 0.0 {
        Some(f64::NAN)
    } else if value == 0.0 {
        Some(f64::NEG_INFINITY)
    } else {
        None
    }
}

/// The logarithm to base two: exact for powers of two.
pub fn log2(value: f64) -> f64 {
    special_logarithm(value).unwrap_or_else(|| {
        let (mantissa, exponent) = split(value);
        log_extended(mantissa).over(LN_2).plus(Double2::new(exponent as f64)).value()
    })
}

/// The logarithm to base ten.
pub fn log10(value: f64) -> f64 {
    special_logarithm(value).unwrap_or_else(|| log_extended(value).over(LN_10).value())
}

/// `log(1 + value)`.
pub fn log_1p(value: f64) -> f64 {
    if value.abs() < 1e-18 {
        return value;
    }
    let sum = two_sum(1.0, value);
    if !sum.high.is_finite() || sum.high <= 0.0 {
        return log(sum.high);
    }
    // log(h + l) = log h + l/h - …, with l/h below 2**-53.
    let ratio = Double2::new(sum.low).over(Double2::new(sum.high));
    log_extended(sum.high).plus(ratio).minus(ratio.times(ratio).times_exactly(0.5)).value()
}

/// `a ** b` for the cases that Python has not decided before (see [`super::float_arithmetic::power`]).
pub fn power(a: f64, b: f64) -> f64 {
    if b == 0.0 || a == 1.0 {
        return 1.0;
    }
    if a.is_nan() || b.is_nan() {
        return f64::NAN;
    }
    let magnitude = a.abs();
    if b.is_infinite() {
        return match (magnitude == 1.0, (b > 0.0) == (magnitude > 1.0)) {
            (true, _) => 1.0,
            (false, true) => f64::INFINITY,
            (false, false) => 0.0,
        };
    }
    let odd = (b % 2.0).abs() == 1.0;
    let sign = if a.is_sign_negative() && odd { -1.0 } else { 1.0 };
    if a == 0.0 || a.is_infinite() {
        let grows = (a == 0.0) == (b < 0.0);
        return sign * if grows { f64::INFINITY } else { 0.0 };
    }
    if a < 0.0 && b != b.floor() {
        return f64::NAN;
    }
    sign * positive_power(magnitude, b)
}

fn positive_power(base: f64, exponent: f64) -> f64 {
    if base == 1.0 {
        return 1.0;
    }
    if exponent == 0.5 {
        return base.sqrt();
    }
    // Whole powers can fall exactly between two floats, so they are computed exactly.
    if (1.0..=34.0).contains(&exponent) && exponent.fract() == 0.0 {
        let bits = base.to_bits();
        let biased = (bits >> 52) as i64;
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, scale) = if biased == 0 { (fraction, -1074) } else { (fraction | 1 << 52, biased - 1075) };
        let shift = mantissa.trailing_zeros();
        let count = exponent as u32;
        let product = BigInt::from(mantissa >> shift).pow(count);
        return nearest_float(&product, (scale + i64::from(shift)) * i64::from(count));
    }
    let logarithm = log_extended(base);
    let power = two_product(logarithm.high, exponent).plus(Double2::new(logarithm.low * exponent));
    if power.high > 709.8 || (power.high.is_nan() && (base > 1.0) == (exponent > 0.0)) {
        return f64::INFINITY;
    }
    if power.high < -746.0 || power.high.is_nan() {
        return 0.0;
    }
    let (result, scale) = exp_extended(power);
    scale_by_power_of_two(result.value(), scale)
}

/// `value * 2**exponent` as the nearest float, half to even, for a value that is not negative.
pub fn nearest_float(value: &BigInt, exponent: i64) -> f64 {
    let bits = value.bits() as i64;
    if bits + exponent > 1100 {
        return f64::INFINITY;
    }
    if bits + exponent < -1100 {
        return 0.0;
    }
    // How many bits fit: 53, fewer when the result is subnormal.
    let keep = (bits + exponent + 1074).clamp(0, 53);
    let drop = (bits - keep).max(0) as u64;
    let mut kept = value >> drop;
    if drop > 0 {
        let low = value - (&kept << drop);
        let half = BigInt::from(1) << (drop - 1);
        if low > half || (low == half && kept.bit(0)) {
            kept += 1;
        }
    }
    scale_by_power_of_two(kept.to_u64().unwrap_or(0) as f64, exponent + drop as i64)
}

/// The largest angle for which three parts of pi/2 leave enough bits; beyond it sine and cosine lose accuracy.
const LARGEST_ACCURATE_ANGLE: f64 = 1e9;

/// The rest of an angle after whole quarter turns, and their number modulo 4.
fn reduce_angle(angle: f64) -> (Double2, u8) {
    let turn = 4.0 * HALF_PI.high;
    let angle = if angle.abs() > LARGEST_ACCURATE_ANGLE { angle % turn } else { angle };
    let count = (angle / HALF_PI.high).round_ties_even();
    let rest = Double2::new(angle)
        .minus(two_product(HALF_PI.high, count))
        .minus(two_product(HALF_PI.low, count))
        .minus(Double2::new(HALF_PI_THIRD * count));
    (rest, count.rem_euclid(4.0) as u8)
}

/// Sine and cosine of a rest of at most pi/4.
fn sine_cosine(rest: Double2) -> (Double2, Double2) {
    let square = rest.times(rest);
    let series = |first: i32| {
        let mut sum = Double2::new(1.0);
        for n in (0..14).rev() {
            let divisor = f64::from((first + 2 * n) * (first + 2 * n + 1));
            sum = Double2::new(1.0).minus(sum.times(square).over(Double2::new(divisor)));
        }
        sum
    };
    (series(2).times(rest), series(1))
}

fn sine_cosine_of(angle: f64) -> (Double2, Double2) {
    let (rest, quarter) = reduce_angle(angle);
    let (sine, cosine) = sine_cosine(rest);
    match quarter {
        0 => (sine, cosine),
        1 => (cosine, sine.times_exactly(-1.0)),
        2 => (sine.times_exactly(-1.0), cosine.times_exactly(-1.0)),
        _ => (cosine.times_exactly(-1.0), sine),
    }
}

pub fn sin(angle: f64) -> f64 {
    if !angle.is_finite() {
        return f64::NAN;
    }
    if angle.abs() < 1e-9 { angle } else { sine_cosine_of(angle).0.value() }
}

pub fn cos(angle: f64) -> f64 {
    if angle.is_finite() { sine_cosine_of(angle).1.value() } else { f64::NAN }
}

pub fn tan(angle: f64) -> f64 {
    if !angle.is_finite() {
        return f64::NAN;
    }
    if angle.abs() < 1e-9 {
        return angle;
    }
    let (sine, cosine) = sine_cosine_of(angle);
    sine.over(cosine).value()
}

/// The arc tangent, by one Newton step in extended precision from a series.
pub fn atan(value: f64) -> f64 {
    if value.is_nan() || value.abs() < 1e-9 {
        return value;
    }
    if value.abs() > 1e17 {
        return HALF_PI.high.copysign(value);
    }
    atan_extended(value).value()
}

fn atan_extended(value: f64) -> Double2 {
    let magnitude = value.abs();
    // Into [0, 1] by the reciprocal, then halve the angle three times: x / (1 + sqrt(1 + x²)).
    let mut x = if magnitude > 1.0 { 1.0 / magnitude } else { magnitude };
    for _ in 0..3 {
        x /= 1.0 + (1.0 + x * x).sqrt();
    }
    let square = x * x;
    let series = (0..12).rev().fold(0.0, |sum, n| 1.0 / f64::from(2 * n + 1) - square * sum);
    let estimate = 8.0 * x * series;
    let estimate = if magnitude > 1.0 { HALF_PI.high - estimate } else { estimate };
    let (sine, cosine) = sine_cosine_of(estimate);
    // atan m = e + atan((m cos e - sin e) / (cos e + m sin e)); the last argument is tiny.
    let m = Double2::new(magnitude);
    let correction = m.times(cosine).minus(sine).over(cosine.plus(m.times(sine)));
    let result = Double2::new(estimate).plus(correction);
    if value < 0.0 { result.times_exactly(-1.0) } else { result }
}

/// `math.atan2(y, x)`.
pub fn atan2(y: f64, x: f64) -> f64 {
    let pi = HALF_PI.times_exactly(2.0);
    if y.is_nan() || x.is_nan() {
        return f64::NAN;
    }
    if y == 0.0 || x.is_infinite() || y.is_infinite() || x == 0.0 {
        // The corner cases are exact multiples of pi/4, correctly rounded by every library.
        return y.atan2(x);
    }
    let angle = acute_angle(Double2::new(y.abs()), Double2::new(x.abs()));
    let angle = if x < 0.0 { pi.minus(angle) } else { angle };
    angle.value().copysign(y)
}

/// The angle, up to a quarter turn, of a point with positive coordinates.
fn acute_angle(y: Double2, x: Double2) -> Double2 {
    let ratio = y.high / x.high;
    if ratio > 1e17 {
        return HALF_PI;
    }
    let exact = y.over(x);
    if ratio < 1e-17 {
        return exact;
    }
    // The rounding error of the quotient moves the angle by error / (1 + ratio²).
    let base = atan_extended(exact.high);
    base.plus(Double2::new(exact.low / (1.0 + exact.high * exact.high)))
}

/// `sqrt(1 - x²)` for an x between 0 and 1.
fn cosine_of_arc(x: f64) -> Double2 {
    let square = two_sum(1.0, -x).times(two_sum(1.0, x));
    let root = square.high.sqrt();
    if root == 0.0 {
        return Double2::new(0.0);
    }
    let correction = square.minus(two_product(root, root)).high / (2.0 * root);
    two_sum(root, correction)
}

/// The arc sine; nan outside of -1 to 1.
pub fn asin(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() || size > 1.0 {
        return f64::NAN;
    }
    if size < 1e-9 {
        return x;
    }
    let angle = if size == 1.0 { HALF_PI } else { acute_angle(Double2::new(size), cosine_of_arc(size)) };
    angle.value().copysign(x)
}

/// The arc cosine; nan outside of -1 to 1.
pub fn acos(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() || size > 1.0 {
        return f64::NAN;
    }
    let angle = if size == 1.0 {
        Double2::new(0.0)
    } else if size < 1e-17 {
        HALF_PI
    } else {
        acute_angle(cosine_of_arc(size), Double2::new(size))
    };
    if x < 0.0 { HALF_PI.times_exactly(2.0).minus(angle).value() } else { angle.value() }
}
