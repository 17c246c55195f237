//! The random generator: the numbers that CPython gives for the same seed.

use crate::recorded::{Record, bytes, check, float, integer, record_bytes, text};
use last_thread_standing::machine::random_generator::{RandomGenerator, Seed};
use last_thread_standing::machine::text::TextResult;
use last_thread_standing::machine::text::hash::hash_float;
use num_bigint::BigInt;
use serde_json::Value;

fn generator(seed: &Value) -> RandomGenerator {
    if let Some(text) = seed.as_str() {
        RandomGenerator::seeded(Seed::Bytes(text.as_bytes()))
    } else if seed["b"].is_string() {
        RandomGenerator::seeded(Seed::Bytes(&bytes(seed)))
    } else if seed["f"].is_string() {
        RandomGenerator::seeded(Seed::Hash(hash_float(float(seed))))
    } else {
        RandomGenerator::seeded(Seed::Integer(&integer(seed)))
    }
}

fn four<T: Record>(mut draw: impl FnMut() -> TextResult<T>) -> Value {
    (0..4).map(|_| draw()).collect::<TextResult<Vec<T>>>().record()
}

fn positions(found: TextResult<Vec<usize>>) -> Value {
    found.map(|found| found.into_iter().map(|at| at as i64).collect::<Vec<_>>()).record()
}

#[test]
fn a_seed_gives_the_numbers_that_it_gives_in_cpython() {
    check("random_numbers", |_, arguments, minor| {
        let mut random = generator(&arguments[0]);
        let rest = &arguments[2..];
        let number = |at: usize| rest[at].as_i64().expect("a number");
        match text(&arguments[1]) {
            "random" => four(|| Ok(random.random())),
            "getrandbits" => four(|| random.bits(number(0), minor)),
            "randrange" => {
                let start = integer(&rest[0]);
                let stop = rest.get(1).map(integer);
                let step = rest.get(2).map_or_else(|| BigInt::from(1), integer);
                four(|| random.randrange(&start, stop.as_ref(), &step, minor))
            }
            "randint" => four(|| random.randint(&integer(&rest[0]), &integer(&rest[1]), minor)),
            "choice" => four(|| random.choice(number(0) as usize, minor).map(|at| at as i64)),
            "choices" => positions(random.choices(number(0) as usize, 9)),
            "weighted_choices" => {
                let weights: Vec<f64> = rest[0].as_array().expect("weights").iter().map(float).collect();
                positions(random.weighted_choices(&weights, 9, minor))
            }
            "shuffle" => {
                let mut elements: Vec<i64> = (0..number(0)).collect();
                random.shuffle(&mut elements);
                elements.record()
            }
            "sample" => positions(random.sample(number(0) as usize, number(1))),
            "randbytes" => (0..4).map(|_| record_bytes(&random.randbytes(number(0) as usize).expect("few"))).collect(),
            "triangular" => {
                let mode = if rest[2].is_null() { None } else { Some(float(&rest[2])) };
                four(|| random.triangular(float(&rest[0]), float(&rest[1]), mode))
            }
            "uniform" => four(|| Ok(random.uniform(float(&rest[0]), float(&rest[1])))),
            "gauss" => four(|| random.gauss(float(&rest[0]), float(&rest[1]))),
            "normalvariate" => four(|| random.normalvariate(float(&rest[0]), float(&rest[1]))),
            "lognormvariate" => four(|| random.lognormvariate(float(&rest[0]), float(&rest[1]))),
            "expovariate" => four(|| random.expovariate(float(&rest[0]), minor)),
            "gammavariate" => four(|| random.gammavariate(float(&rest[0]), float(&rest[1]))),
            "betavariate" => four(|| random.betavariate(float(&rest[0]), float(&rest[1]))),
            "paretovariate" => four(|| random.paretovariate(float(&rest[0]), minor)),
            "weibullvariate" => four(|| random.weibullvariate(float(&rest[0]), float(&rest[1]), minor)),
            kind => panic!("{kind}"),
        }
    });
}

#[test]
fn a_copy_of_a_generator_goes_on_as_the_original_does() {
    let mut original = RandomGenerator::seeded(Seed::Integer(&BigInt::from(1)));
    for _ in 0..1000 {
        original.random();
    }
    let mut copy = original.clone();
    assert_eq!(original, copy);
    let draw = |generator: &mut RandomGenerator| (0..1000).map(|_| generator.below(1000)).collect::<Vec<_>>();
    assert_eq!(draw(&mut original), draw(&mut copy));
    assert_eq!(original, copy);
}
