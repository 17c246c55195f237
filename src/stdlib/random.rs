//! The generator behind the module `random`: `python/random.py` is the module.
//!
//! Nothing here is left to chance: a generator that is not given a seed gets one from the virtual time.

use super::builder::Builder;
use super::types::{of_text, whole_number};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
use crate::machine::library::Flow;
use crate::machine::object::Payload;
use crate::machine::random_generator::{RandomGenerator, Seed};
use crate::machine::text::TextResult;
use crate::machine::text::hash::hash_float;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use num_bigint::BigInt;

/// The seed of a generator that is given none at the start of the process.
const UNSEEDED: u64 = 0x6c61_7374;

pub fn register(builder: &mut Builder) {
    let module = builder.module("_random");
    builder.function(module, "generator", generator);
    builder.function(module, "seed", seed);
    builder.function(module, "copy", copy);
    builder.function(module, "random", |machine, _, arguments| {
        with(machine, &arguments, |random| Ok(random.random()), |_, number| Value::Float(number))
    });
    builder.function(module, "getrandbits", |machine, _, arguments| {
        let count = whole_number(machine, arguments.get(1))?;
        let minor = machine.settings.python.0;
        with(machine, &arguments, |random| random.bits(count, minor), |machine, bits| machine.integer(bits))
    });
    builder.function(module, "randrange", randrange);
    builder.function(module, "randbytes", |machine, _, arguments| {
        let count = usize::try_from(whole_number(machine, arguments.get(1))?).unwrap_or(0);
        with(machine, &arguments, |random| random.randbytes(count), |machine, bytes| machine.bytes(&bytes))
    });
    builder.function(module, "choice", |machine, _, arguments| {
        let length = size(machine, arguments.get(1))?;
        let minor = machine.settings.python.0;
        with(machine, &arguments, |random| random.choice(length, minor), |_, at| Value::Int(at as i64))
    });
    builder.function(module, "sample", |machine, _, arguments| {
        let (length, count) = (size(machine, arguments.get(1))?, whole_number(machine, arguments.get(2))?);
        with(machine, &arguments, |random| random.sample(length, count), positions)
    });
    builder.function(module, "choices", |machine, _, arguments| {
        let (length, count) = (size(machine, arguments.get(1))?, size(machine, arguments.get(2))?);
        with(machine, &arguments, |random| random.choices(length, count), positions)
    });
    builder.function(module, "weighted_choices", weighted_choices);
    builder.function(module, "shuffled", |machine, _, arguments| {
        let length = size(machine, arguments.get(1))?;
        let shuffle = |random: &mut RandomGenerator| {
            let mut order: Vec<usize> = (0..length).collect();
            random.shuffle(&mut order);
            Ok(order)
        };
        with(machine, &arguments, shuffle, positions)
    });
    builder.function(module, "distribution", distribution);
}

/// A length or a count that is small enough to be gone through.
fn size(machine: &mut Machine, value: Value) -> Result<usize> {
    let number = usize::try_from(whole_number(machine, value)?).unwrap_or(0);
    crate::machine::containers::check_length(number)?;
    Ok(number)
}

fn positions(machine: &mut Machine, positions: Vec<usize>) -> Value {
    machine.list(positions.into_iter().map(|at| Value::Int(at as i64)).collect())
}

/// Draws from the generator that is the first argument, and makes a value of the result.
fn with<T>(
    machine: &mut Machine,
    arguments: &Arguments,
    draw: impl FnOnce(&mut RandomGenerator) -> TextResult<T>,
    make: impl FnOnce(&mut Machine, T) -> Value,
) -> Result<Flow> {
    let drawn = match arguments.get(0).object().map(|id| &mut machine.heap.get_mut(id).payload) {
        Some(Payload::Random(random)) => draw(random),
        _ => return machine.type_error("a random generator is needed"),
    };
    let drawn = of_text(machine, drawn)?;
    Ok(Flow::Value(make(machine, drawn)))
}

fn seeded(machine: &mut Machine, seed: Value) -> Result<RandomGenerator> {
    if let Some(text) = machine.as_str(seed) {
        return Ok(RandomGenerator::seeded(Seed::Bytes(text.as_bytes())));
    }
    match (machine.number(seed), machine.payload(seed)) {
        (Value::None | Value::Unbound, _) => {
            Ok(RandomGenerator::seeded(Seed::Integer(&BigInt::from(UNSEEDED + machine.read_clock_ns()))))
        }
        (Value::Float(number), _) => Ok(RandomGenerator::seeded(Seed::Hash(hash_float(number)))),
        (_, Some(Payload::Bytes(bytes))) => Ok(RandomGenerator::seeded(Seed::Bytes(bytes))),
        (_, Some(Payload::ByteArray(bytes))) => Ok(RandomGenerator::seeded(Seed::Bytes(bytes))),
        (number, _) => match machine.as_big(number) {
            Some(number) => Ok(RandomGenerator::seeded(Seed::Integer(&number))),
            None => {
                machine.type_error("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
            }
        },
    }
}

fn generator(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    let random = seeded(machine, Value::None)?;
    Ok(Flow::Value(machine.allocate(classes::OBJECT, Payload::Random(Box::new(random)))))
}

fn seed(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let made = seeded(machine, arguments.get(1))?;
    if let Some(id) = arguments.get(0).object()
        && let Payload::Random(random) = &mut machine.heap.get_mut(id).payload
    {
        **random = made;
    }
    Ok(Flow::Value(Value::None))
}

/// A generator in the same state, for `getstate` and `setstate`.
fn copy(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let copied = match machine.payload(arguments.get(0)) {
        Some(Payload::Random(random)) => random.clone(),
        _ => return machine.type_error("state vector must be a tuple"),
    };
    Ok(Flow::Value(machine.allocate(classes::OBJECT, Payload::Random(copied))))
}

fn randrange(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let mut number = |value: Value| match machine.as_big(value) {
        Some(number) => Ok(number),
        None => {
            let name = machine.type_name(value);
            machine.type_error(&format!("'{name}' object cannot be interpreted as an integer"))
        }
    };
    let start = number(arguments.get(1))?;
    let stop = match arguments.get(2) {
        Value::None => None,
        stop => Some(number(stop)?),
    };
    let step = number(arguments.get(3))?;
    let minor = machine.settings.python.0;
    with(
        machine,
        &arguments,
        |random| random.randrange(&start, stop.as_ref(), &step, minor),
        |machine, number| machine.integer(number),
    )
}

fn weighted_choices(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let weights = machine.as_sequence(arguments.get(1)).unwrap_or_default();
    let weights: Option<Vec<f64>> = weights.iter().map(|&weight| machine.as_float(weight)).collect();
    let Some(weights) = weights else { return machine.type_error("weights must be numbers") };
    let count = size(machine, arguments.get(2))?;
    let minor = machine.settings.python.0;
    with(machine, &arguments, |random| random.weighted_choices(&weights, count, minor), positions)
}

/// `distribution(generator, name, a, b, c)`.
fn distribution(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let name = machine.as_str(arguments.get(1)).cloned().unwrap_or_default();
    let mut numbers = [0.0; 3];
    for (number, &value) in numbers.iter_mut().zip(arguments.positional.iter().skip(2)) {
        *number = match machine.as_float(value) {
            Some(number) => number,
            None if value == Value::None => f64::NAN,
            None => {
                let name = machine.type_name(value);
                return machine.type_error(&format!("must be real number, not {name}"));
            }
        };
    }
    let [a, b, c] = numbers;
    let mode = if arguments.get(4) == Value::None { None } else { Some(c) };
    let minor = machine.settings.python.0;
    with(
        machine,
        &arguments,
        |random| match &*name {
            "uniform" => Ok(random.uniform(a, b)),
            "triangular" => random.triangular(a, b, mode),
            "gauss" => random.gauss(a, b),
            "normalvariate" => random.normalvariate(a, b),
            "lognormvariate" => random.lognormvariate(a, b),
            "expovariate" => random.expovariate(a, minor),
            "gammavariate" => random.gammavariate(a, b),
            "betavariate" => random.betavariate(a, b),
            "paretovariate" => random.paretovariate(a, minor),
            _ => random.weibullvariate(a, b, minor),
        },
        |_, number| Value::Float(number),
    )
}
