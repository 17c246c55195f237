//! The real-valued distributions of `Lib/random.py`, in its order of operations.

use super::RandomGenerator;
use crate::machine::text::elementary::{cos, exp, log, power, sin};
use crate::machine::text::float_arithmetic;
use crate::machine::text::{TextError, TextResult};
use std::f64::consts::{E, TAU};

/// After so many refused tries a method gives up; with honest parameters a handful is enough.
const MOST_TRIES: u32 = 100_000;

fn no_result() -> TextError {
    TextError::value("no number was found with these parameters")
}

/// `math.log`, with its error.
fn checked_log(value: f64) -> TextResult<f64> {
    if value <= 0.0 { Err(TextError::value("math domain error")) } else { Ok(log(value)) }
}

/// `math.sqrt`, with its error.
fn checked_sqrt(value: f64) -> TextResult<f64> {
    if value < 0.0 { Err(TextError::value("math domain error")) } else { Ok(value.sqrt()) }
}

impl RandomGenerator {
    pub fn uniform(&mut self, a: f64, b: f64) -> f64 {
        a + (b - a) * self.random()
    }

    /// `mode` none means the middle.
    pub fn triangular(&mut self, low: f64, high: f64, mode: Option<f64>) -> TextResult<f64> {
        let drawn = self.random();
        let middle = match mode {
            None => 0.5,
            Some(_) if high == low => return Ok(low),
            Some(mode) => (mode - low) / (high - low),
        };
        let (low, high, drawn, middle) =
            if drawn > middle { (high, low, 1.0 - drawn, 1.0 - middle) } else { (low, high, drawn, middle) };
        Ok(low + (high - low) * checked_sqrt(drawn * middle)?)
    }

    /// Makes two numbers at a time and keeps the second.
    pub fn gauss(&mut self, mean: f64, deviation: f64) -> TextResult<f64> {
        let standard = match self.next_gauss.take() {
            Some(bits) => f64::from_bits(bits),
            None => {
                let angle = self.random() * TAU;
                let radius = checked_sqrt(-2.0 * checked_log(1.0 - self.random())?)?;
                self.next_gauss = Some((sin(angle) * radius).to_bits());
                cos(angle) * radius
            }
        };
        Ok(mean + standard * deviation)
    }

    pub fn normalvariate(&mut self, mean: f64, deviation: f64) -> TextResult<f64> {
        let magic = 4.0 * exp(-0.5) / 2f64.sqrt();
        for _ in 0..MOST_TRIES {
            let first = self.random();
            let second = 1.0 - self.random();
            let standard = magic * (first - 0.5) / second;
            if standard * standard / 4.0 <= -log(second) {
                return Ok(mean + standard * deviation);
            }
        }
        Err(no_result())
    }

    pub fn lognormvariate(&mut self, mean: f64, deviation: f64) -> TextResult<f64> {
        let result = exp(self.normalvariate(mean, deviation)?);
        if result.is_infinite() { Err(TextError::overflow("math range error")) } else { Ok(result) }
    }

    pub fn expovariate(&mut self, rate: f64, python_minor: u8) -> TextResult<f64> {
        let drawn = -checked_log(1.0 - self.random())?;
        float_arithmetic::divide(drawn, rate, python_minor)
    }

    pub fn gammavariate(&mut self, alpha: f64, beta: f64) -> TextResult<f64> {
        if alpha <= 0.0 || beta <= 0.0 {
            return Err(TextError::value("gammavariate: alpha and beta must be > 0.0"));
        }
        if alpha > 1.0 {
            self.gamma_above_one(alpha, beta)
        } else if alpha == 1.0 {
            Ok(-checked_log(1.0 - self.random())? * beta)
        } else {
            self.gamma_below_one(alpha, beta)
        }
    }

    /// Cheng, 1977: the generation of gamma variables with non-integral shape parameters.
    fn gamma_above_one(&mut self, alpha: f64, beta: f64) -> TextResult<f64> {
        let magic = 1.0 + log(4.5);
        let inverse_spread = checked_sqrt(2.0 * alpha - 1.0)?;
        let offset = alpha - log(4.0);
        let sum = alpha + inverse_spread;
        for _ in 0..MOST_TRIES {
            let first = self.random();
            if !(1e-7 < first && first < 0.999_999_9) {
                continue;
            }
            let second = 1.0 - self.random();
            let exponent = checked_log(first / (1.0 - first))? / inverse_spread;
            let candidate = alpha * exp(exponent);
            let product = first * first * second;
            let bound = offset + sum * exponent - candidate;
            if bound + magic - 4.5 * product >= 0.0 || bound >= log(product) {
                return Ok(candidate * beta);
            }
        }
        Err(no_result())
    }

    /// Algorithm GS of Ahrens and Dieter.
    fn gamma_below_one(&mut self, alpha: f64, beta: f64) -> TextResult<f64> {
        for _ in 0..MOST_TRIES {
            let limit = (E + alpha) / E;
            let part = limit * self.random();
            let candidate = if part <= 1.0 { power(part, 1.0 / alpha) } else { -checked_log((limit - part) / alpha)? };
            let drawn = self.random();
            let accepted = if part > 1.0 { drawn <= power(candidate, alpha - 1.0) } else { drawn <= exp(-candidate) };
            if accepted {
                return Ok(candidate * beta);
            }
        }
        Err(no_result())
    }

    pub fn betavariate(&mut self, alpha: f64, beta: f64) -> TextResult<f64> {
        let first = self.gammavariate(alpha, 1.0)?;
        if first == 0.0 {
            return Ok(0.0);
        }
        Ok(first / (first + self.gammavariate(beta, 1.0)?))
    }

    pub fn paretovariate(&mut self, alpha: f64, python_minor: u8) -> TextResult<f64> {
        let drawn = 1.0 - self.random();
        if python_minor < 10 {
            return Ok(1.0 / power(drawn, float_arithmetic::divide(1.0, alpha, python_minor)?));
        }
        Ok(power(drawn, float_arithmetic::divide(-1.0, alpha, python_minor)?))
    }

    pub fn weibullvariate(&mut self, alpha: f64, beta: f64, python_minor: u8) -> TextResult<f64> {
        let drawn = 1.0 - self.random();
        let exponent = float_arithmetic::divide(1.0, beta, python_minor)?;
        Ok(alpha * power(-checked_log(drawn)?, exponent))
    }
}
