//! Arithmetic on numbers of all kinds.

use super::classes;
use super::exception::Result;
use super::process::Machine;
use super::text::float_arithmetic::{self, Power};
use super::text::{integer_arithmetic, integer_work};
use super::value::Value;
use crate::program::op::{BinaryOperator, Comparison};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

impl Machine {
    /// Arithmetic on numbers; None when not both are.
    pub fn arithmetic(&mut self, operator: BinaryOperator, left: Value, right: Value) -> Result<Option<Value>> {
        use BinaryOperator as B;
        let (left, right) = (self.number(left), self.number(right));
        if let (Value::Bool(a), Value::Bool(b)) = (left, right) {
            match operator {
                B::BitAnd => return Ok(Some(Value::Bool(a & b))),
                B::BitOr => return Ok(Some(Value::Bool(a | b))),
                B::BitXor => return Ok(Some(Value::Bool(a ^ b))),
                _ => {}
            }
        }
        if let (Some(a), Some(b)) = (self.as_int(left), self.as_int(right))
            && let Some(result) = small_arithmetic(operator, a, b)
        {
            return Ok(Some(result));
        }
        if matches!(left, Value::Float(_)) || matches!(right, Value::Float(_)) {
            let is_number = |machine: &Self, value| matches!(value, Value::Float(_)) || machine.as_big(value).is_some();
            if !is_number(self, left) || !is_number(self, right) {
                return Ok(None);
            }
            let (Some(a), Some(b)) = (self.as_float(left), self.as_float(right)) else { return Ok(None) };
            if (a.is_infinite() && !matches!(left, Value::Float(_)))
                || (b.is_infinite() && !matches!(right, Value::Float(_)))
            {
                return Err(self.raise(classes::OVERFLOW_ERROR, "int too large to convert to float"));
            }
            return self.float_arithmetic(operator, a, b);
        }
        let (Some(a), Some(b)) = (self.as_big(left), self.as_big(right)) else { return Ok(None) };
        self.big_arithmetic(operator, a, b)
    }

    pub(super) fn float_arithmetic(&mut self, operator: BinaryOperator, a: f64, b: f64) -> Result<Option<Value>> {
        use BinaryOperator as B;
        let minor = self.settings.python.0;
        let result = match operator {
            B::Add => Ok(a + b),
            B::Subtract => Ok(a - b),
            B::Multiply => Ok(a * b),
            B::TrueDivide => float_arithmetic::divide(a, b, minor),
            B::FloorDivide => float_arithmetic::floor_divide(a, b, minor),
            B::Modulo => float_arithmetic::modulo(a, b, minor),
            B::Power => match float_arithmetic::power(a, b, minor) {
                Ok(Power::Real(number)) => Ok(number),
                Ok(Power::Complex) => {
                    return self.not_supported("complex numbers (a negative number to a fractional power)");
                }
                Err(error) => Err(error),
            },
            _ => return Ok(None),
        };
        match result {
            Ok(number) => Ok(Some(Value::Float(number))),
            Err(error) => self.text_error(error),
        }
    }

    /// Out of line: few programs come here, and the page can fetch it later.
    #[inline(never)]
    pub(super) fn big_arithmetic(&mut self, operator: BinaryOperator, a: BigInt, b: BigInt) -> Result<Option<Value>> {
        use BinaryOperator as B;
        let minor = self.settings.python.0;
        self.heap.count_operations(match operator {
            B::Multiply => integer_work::of_product(&a, &b),
            B::FloorDivide | B::Modulo | B::TrueDivide => integer_work::of_quotient(&a, &b),
            _ => integer_work::of_sum(&a, &b),
        });
        let result = match operator {
            B::Add => Ok(a + b),
            B::Subtract => Ok(a - b),
            B::Multiply => integer_arithmetic::multiply(&a, &b),
            B::TrueDivide if b.is_zero() => Err(float_arithmetic::division_by_zero("division by zero", minor)),
            B::TrueDivide => {
                return match integer_arithmetic::true_divide(&a, &b) {
                    Ok(quotient) => Ok(Some(Value::Float(quotient))),
                    Err(error) => self.text_error(error),
                };
            }
            B::FloorDivide => integer_arithmetic::floor_divide(&a, &b, minor),
            B::Modulo => integer_arithmetic::modulo(&a, &b, minor),
            B::Power if b.is_negative() => {
                let (Some(a), Some(b)) = (a.to_f64(), b.to_f64()) else { return Ok(None) };
                return self.float_arithmetic(operator, a, b);
            }
            B::Power => integer_arithmetic::power(&a, &b),
            B::LeftShift => integer_arithmetic::shift_left(&a, &b),
            B::RightShift => integer_arithmetic::shift_right(&a, &b),
            B::BitAnd => Ok(a & b),
            B::BitOr => Ok(a | b),
            B::BitXor => Ok(a ^ b),
            B::MatrixMultiply => return Ok(None),
        };
        match result {
            Ok(number) => {
                if operator == B::Power {
                    // The last step of a power multiplies its square root by itself.
                    self.heap.count_operations(integer_work::of_product(&number, &number));
                }
                Ok(Some(self.integer(number)))
            }
            Err(error) => self.text_error(error),
        }
    }
}

/// Arithmetic on small ints and floats; None for everything else.
#[inline]
pub fn quick_arithmetic(operator: BinaryOperator, left: Value, right: Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => match operator {
            BinaryOperator::Add => a.checked_add(b).map(Value::Int),
            BinaryOperator::Subtract => a.checked_sub(b).map(Value::Int),
            BinaryOperator::Multiply => a.checked_mul(b).map(Value::Int),
            // The remainder has the sign of the divisor.
            BinaryOperator::Modulo if b > 0 => Some(Value::Int(remainder(a, b))),
            _ => small_arithmetic(operator, a, b),
        },
        (Value::Float(a), Value::Float(b)) => quick_float_arithmetic(operator, a, b),
        (Value::Float(a), Value::Int(b)) => quick_float_arithmetic(operator, a, b as f64),
        (Value::Int(a), Value::Float(b)) => quick_float_arithmetic(operator, a as f64, b),
        _ => None,
    }
}

/// The remainder of a division by a positive number. Most are small, and short divisions take less time.
#[inline]
fn remainder(a: i64, b: i64) -> i64 {
    match (u32::try_from(a), u32::try_from(b)) {
        (Ok(a), Ok(b)) if b > 0 => i64::from(a % b),
        _ => a.rem_euclid(b),
    }
}

#[inline]
fn quick_float_arithmetic(operator: BinaryOperator, a: f64, b: f64) -> Option<Value> {
    Some(Value::Float(match operator {
        BinaryOperator::Add => a + b,
        BinaryOperator::Subtract => a - b,
        BinaryOperator::Multiply => a * b,
        BinaryOperator::TrueDivide if b != 0.0 => a / b,
        _ => return None,
    }))
}

/// The comparison of two small ints or two floats; None for everything else.
#[inline]
pub fn quick_comparison(comparison: Comparison, left: Value, right: Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => quick_order(comparison, a, b),
        (Value::Float(a), Value::Float(b)) => quick_order(comparison, a, b),
        _ => None,
    }
}

#[inline]
fn quick_order<T: PartialOrd>(comparison: Comparison, a: T, b: T) -> Option<bool> {
    Some(match comparison {
        Comparison::Less => a < b,
        Comparison::LessOrEqual => a <= b,
        Comparison::Equal => a == b,
        Comparison::NotEqual => a != b,
        Comparison::Greater => a > b,
        Comparison::GreaterOrEqual => a >= b,
        _ => return None,
    })
}

/// Arithmetic that stays within 64 bits; None when it does not or is not defined.
pub fn small_arithmetic(operator: BinaryOperator, a: i64, b: i64) -> Option<Value> {
    use BinaryOperator as B;
    Some(Value::Int(match operator {
        B::Add => a.checked_add(b)?,
        B::Subtract => a.checked_sub(b)?,
        B::Multiply => a.checked_mul(b)?,
        B::FloorDivide if b != 0 && !(a == i64::MIN && b == -1) => Integer::div_floor(&a, &b),
        B::Modulo if b != 0 && b != -1 => Integer::mod_floor(&a, &b),
        B::Modulo if b == -1 => 0,
        B::TrueDivide if b != 0 && a.unsigned_abs() < 1 << 53 && b.unsigned_abs() < 1 << 53 => {
            return Some(Value::Float(a as f64 / b as f64));
        }
        B::Power if (0..64).contains(&b) => a.checked_pow(b as u32)?,
        B::LeftShift if (0..63).contains(&b) => {
            let shifted = a << b;
            if shifted >> b != a {
                return None;
            }
            shifted
        }
        B::RightShift if b >= 0 => a >> b.min(63),
        B::BitAnd => a & b,
        B::BitOr => a | b,
        B::BitXor => a ^ b,
        _ => return None,
    }))
}
