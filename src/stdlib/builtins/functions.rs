//! Functions of numbers and characters: `abs`, `round`, `divmod`, `pow`, `chr`, `ord`, `bin`, `oct`, `hex`.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::exception::Result;
use crate::machine::frame::Then;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::names;
use crate::machine::object::Payload;
use crate::machine::text::float_arithmetic;
use crate::machine::text::integer_text::integer_in_base;
use crate::machine::text::{integer_arithmetic, integer_work};
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::program::op::{BinaryOperator, UnaryOperator};
use crate::stdlib::builder::Builder;
use num_bigint::Sign;

pub fn register(builder: &mut Builder, module: ObjectId) {
    builder.function(module, "abs", abs);
    builder.function(module, "round", round);
    builder.function(module, "divmod", divmod);
    builder.function(module, "pow", pow);
    builder.function(module, "chr", chr);
    builder.function(module, "ord", ord);
    builder.function(module, "bin", bin);
    builder.function(module, "oct", oct);
    builder.function(module, "hex", hex);
}

fn abs(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [value] = arguments.bind(machine, "abs", ["x"], 1, 0)?;
    if let Some(method) = machine.lookup_overridden(machine.class_of(value), names::ABS) {
        return Ok(Flow::Call { callable: method, arguments: Arguments::positional(&[value]), then: Then::Push });
    }
    match machine.number(value) {
        Value::Float(number) => Ok(Flow::Value(Value::Float(number.abs()))),
        number => match machine.as_big(number) {
            Some(big) if big.sign() == Sign::Minus => machine.unary(UnaryOperator::Negative, number),
            Some(big) => Ok(Flow::Value(machine.integer(big))),
            None => {
                let name = machine.type_name(value);
                machine.type_error(&format!("bad operand type for abs(): '{name}'"))
            }
        },
    }
}

fn round(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [value, digits] = arguments.bind(machine, "round", ["number", "ndigits"], 1, 0)?;
    let special = machine.intern("__round__");
    if let Some(method) = machine.lookup_overridden(machine.class_of(value), special) {
        let mut call = Arguments::positional(&[value]);
        call.positional.extend(Some(digits).filter(|digits| digits.is_bound() && *digits != Value::None));
        return Ok(Flow::Call { callable: method, arguments: call, then: Then::Push });
    }
    if machine.as_float(value).is_none() {
        let name = machine.type_name(value);
        return machine.type_error(&format!("type {name} doesn't define __round__ method"));
    }
    let digits = if digits.is_bound() && digits != Value::None {
        match machine.as_int(digits) {
            Some(digits) => Some(digits),
            None => {
                let name = machine.type_name(digits);
                return machine.type_error(&format!("'{name}' object cannot be interpreted as an integer"));
            }
        }
    } else {
        None
    };
    let rounded = match (machine.number(value), digits) {
        (Value::Float(number), Some(digits)) => float_arithmetic::round_to_digits(number, digits).map(Value::Float),
        (Value::Float(number), None) => {
            float_arithmetic::round_to_integer(number).map(|number| machine.integer(number))
        }
        (number, digits) => match machine.as_big(number) {
            Some(big) => {
                integer_arithmetic::round_to_digits(&big, digits.unwrap_or(0)).map(|number| machine.integer(number))
            }
            None => {
                let name = machine.type_name(value);
                return machine.type_error(&format!("type {name} doesn't define __round__ method"));
            }
        },
    };
    match rounded {
        Ok(value) => Ok(Flow::Value(value)),
        Err(error) => machine.text_error(error),
    }
}

fn divmod(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [left, right] = arguments.bind(machine, "divmod", ["x", "y"], 2, 0)?;
    let own_method = |value| {
        let class = machine.class_of(value);
        machine.class(class).is_user
    };
    if own_method(left) || own_method(right) {
        return Ok(machine.internal("divmod_by_methods", &[left, right]));
    }
    divide(machine, left, right)
}

/// `divmod` of two numbers.
pub fn divide(machine: &mut Machine, left: Value, right: Value) -> Result<Flow> {
    let minor = machine.settings.python.0;
    let (a, b) = (machine.number(left), machine.number(right));
    if !matches!(a, Value::Float(_))
        && !matches!(b, Value::Float(_))
        && let (Some(a), Some(b)) = (machine.as_big(a), machine.as_big(b))
    {
        machine.heap.count_operations(integer_work::of_quotient(&a, &b));
        return match integer_arithmetic::divide_modulo(&a, &b, minor) {
            Ok((quotient, remainder)) => {
                let parts = vec![machine.integer(quotient), machine.integer(remainder)];
                Ok(Flow::Value(machine.tuple(parts)))
            }
            Err(error) => machine.text_error(error),
        };
    }
    if let (Some(a), Some(b)) = (machine.as_float(a), machine.as_float(b)) {
        return match float_arithmetic::divide_modulo(a, b, minor) {
            Ok((quotient, remainder)) => {
                Ok(Flow::Value(machine.tuple(vec![Value::Float(quotient), Value::Float(remainder)])))
            }
            Err(error) => machine.text_error(error),
        };
    }
    Ok(machine.internal("divmod_by_methods", &[left, right]))
}

fn pow(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [base, exponent, modulus] = arguments.bind(machine, "pow", ["base", "exp", "mod"], 2, 0)?;
    if !modulus.is_bound() || modulus == Value::None {
        return machine.binary(BinaryOperator::Power, base, exponent, false);
    }
    match (machine.as_big(base), machine.as_big(exponent), machine.as_big(modulus)) {
        (Some(base), Some(exponent), Some(modulus)) => {
            machine.heap.count_operations(integer_work::of_modular_power(&exponent, &modulus));
            match integer_arithmetic::power_modulo(&base, &exponent, &modulus) {
                Ok(number) => Ok(Flow::Value(machine.integer(number))),
                Err(error) => machine.text_error(error),
            }
        }
        _ => match machine.lookup_overridden(machine.class_of(base), names::POW) {
            Some(method) => {
                let arguments = Arguments::positional(&[base, exponent, modulus]);
                Ok(Flow::Call { callable: method, arguments, then: Then::Push })
            }
            None => machine.type_error("pow() 3rd argument not allowed unless all arguments are integers"),
        },
    }
}

fn chr(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [code] = arguments.bind(machine, "chr", ["i"], 1, 0)?;
    let Some(number) = machine.as_int(code) else {
        if machine.has_own_index(code) {
            let function = machine.str("chr");
            return Ok(machine.internal("apply_to_index", &[code, function]));
        }
        let name = machine.type_name(code);
        return machine.type_error(&match machine.is_at_least(10) {
            true => format!("'{name}' object cannot be interpreted as an integer"),
            false if matches!(code, Value::Float(_)) => "integer argument expected, got float".to_owned(),
            false => format!("an integer is required (got type {name})"),
        });
    };
    match u32::try_from(number).ok().and_then(char::from_u32) {
        Some(character) => Ok(Flow::Value(machine.str(character.encode_utf8(&mut [0; 4])))),
        None if (0xd800..0xe000).contains(&number) => {
            machine.not_supported("a lone surrogate is not supported here; use a character of its own")
        }
        None => machine.value_error("chr() arg not in range(0x110000)"),
    }
}

fn ord(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [character] = arguments.bind(machine, "ord", ["c"], 1, 0)?;
    let length = machine.length(character).unwrap_or(0);
    let code = match machine.payload(character) {
        Some(Payload::Str(text)) if length == 1 => text.text.chars().next().map(|character| character as i64),
        Some(Payload::Bytes(bytes)) if length == 1 => bytes.first().map(|&byte| i64::from(byte)),
        Some(Payload::Str(_) | Payload::Bytes(_)) => None,
        _ => {
            let name = machine.type_name(character);
            return machine.type_error(&format!("ord() expected string of length 1, but {name} found"));
        }
    };
    match code {
        Some(code) => Ok(Flow::Value(Value::Int(code))),
        None => machine.type_error(&format!("ord() expected a character, but string of length {length} found")),
    }
}

fn in_base(machine: &mut Machine, arguments: &Arguments, function: &str, base: u32) -> Result<Flow> {
    let [value] = arguments.bind(machine, function, ["number"], 1, 0)?;
    let Some(number) = machine.as_big(value) else {
        if machine.has_own_index(value) {
            let base = machine.str(function);
            return Ok(machine.internal("apply_to_index", &[value, base]));
        }
        let name = machine.type_name(value);
        return machine.type_error(&format!("'{name}' object cannot be interpreted as an integer"));
    };
    Ok(Flow::Value(machine.str(&integer_in_base(&number, base))))
}

fn bin(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    in_base(machine, &arguments, "bin", 2)
}

fn oct(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    in_base(machine, &arguments, "oct", 8)
}

fn hex(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    in_base(machine, &arguments, "hex", 16)
}
