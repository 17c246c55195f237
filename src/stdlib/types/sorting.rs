//! `list.sort`, and with it `sorted`.

use super::{MODULE, in_python, lists};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::{Fault, Result};
use crate::machine::library::Flow;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::program::op::Comparison;
use crate::stdlib::builder::Builder;
use std::cmp::Ordering;

pub fn register(builder: &mut Builder) {
    builder.method(classes::LIST, "sort", sort);
    let module = builder.module(MODULE);
    builder.function(module, "sorted_positions", sorted_positions);
    builder.function(module, "take_items", take_items);
    builder.function(module, "put_items", put_items);
}

fn sort(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    if arguments.positional.len() > 1 {
        return machine.type_error("sort() takes no positional arguments");
    }
    let [key, reverse] = arguments.bind(machine, "sort", ["*key", "*reverse"], 0, 1)?;
    let list = arguments.get(0);
    let backwards = reverse.is_bound() && machine.truth(reverse)?.unwrap_or(true);
    if matches!(key, Value::Unbound | Value::None) {
        let keys = lists::items_mut(machine, list, "sort")?.clone();
        if let Some(positions) = positions_in_order(machine, &keys, backwards)? {
            let sorted = positions.iter().filter_map(|&at| keys.get(at).copied()).collect();
            *lists::items_mut(machine, list, "sort")? = sorted;
            return Ok(Flow::Value(Value::None));
        }
    }
    let key = if key.is_bound() { key } else { Value::None };
    Ok(in_python(machine, "sort", &[list, key, Value::Bool(backwards)]))
}

/// `sorted_positions(keys, reverse)`: a list of positions, or None when code of the program has to compare.
fn sorted_positions(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let keys = machine.as_sequence(arguments.get(0)).unwrap_or_default().to_vec();
    let Some(positions) = positions_in_order(machine, &keys, arguments.get(1) == Value::Bool(true))? else {
        return Ok(Flow::Value(Value::None));
    };
    let positions = positions.into_iter().map(|at| Value::Int(at as i64)).collect();
    Ok(Flow::Value(machine.list(positions)))
}

/// `take_items(list)`: its items, which it no longer has: a list that is being sorted looks empty.
fn take_items(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let items = std::mem::take(lists::items_mut(machine, arguments.get(0), "sort")?);
    Ok(Flow::Value(machine.list(items)))
}

/// `put_items(list, items)`.
fn put_items(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let items = machine.as_sequence(arguments.get(1)).unwrap_or_default().to_vec();
    *lists::items_mut(machine, arguments.get(0), "sort")? = items;
    Ok(Flow::Value(Value::None))
}

/// The positions of the keys in stable order; None when code of the program has to compare.
fn positions_in_order(machine: &mut Machine, keys: &[Value], backwards: bool) -> Result<Option<Vec<usize>>> {
    machine.heap.count_items(keys.len());
    let mut positions: Vec<usize> = (0..keys.len()).collect();
    if let Some(numbers) = small_numbers(keys) {
        // Stable both ways: equal ones keep their order.
        match backwards {
            true => positions.sort_by(|&a, &b| numbers[b].cmp(&numbers[a])),
            false => positions.sort_by_key(|&at| numbers[at]),
        }
        return Ok(Some(positions));
    }
    if positions.len() < SHORT {
        return short_order(machine, keys, positions, backwards);
    }
    // Merging runs of doubled length: as many comparisons as needed, and none is trusted to be consistent.
    let mut length = 1;
    while length < positions.len() {
        let mut merged = Vec::with_capacity(positions.len());
        for pair in positions.chunks(length * 2) {
            let (mut left, mut right) = pair.split_at(length.min(pair.len()));
            while let (Some((&a, left_rest)), Some((&b, right_rest))) = (left.split_first(), right.split_first()) {
                let (first, second) = if backwards { (a, b) } else { (b, a) };
                let Some(goes_before) = is_less(machine, keys[first], keys[second])? else { return Ok(None) };
                if goes_before {
                    merged.push(b);
                    right = right_rest;
                } else {
                    merged.push(a);
                    left = left_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        positions = merged;
        length *= 2;
    }
    Ok(Some(positions))
}

fn small_numbers(keys: &[Value]) -> Option<Vec<i64>> {
    keys.iter().map(|key| if let Value::Int(number) = key { Some(*number) } else { None }).collect()
}

/// A list shorter than this is put in order by insertion alone (`Objects/listobject.c`, `MAX_MINRUN`).
const SHORT: usize = 64;

/// Why sorting stopped: an error, or None where code of the program has to compare.
type Stopped = Option<Fault>;

/// A short list in order by the very comparisons that CPython makes: of a mixed list the same two items are complained of.
fn short_order(
    machine: &mut Machine,
    keys: &[Value],
    mut order: Vec<usize>,
    backwards: bool,
) -> Result<Option<Vec<usize>>> {
    if backwards {
        order.reverse();
    }
    let since_3_13 = machine.is_at_least(13);
    let mut less = |a: usize, b: usize| match is_less(machine, keys[a], keys[b]) {
        Ok(answer) => answer.ok_or(None),
        Err(fault) => Err(Some(fault)),
    };
    let sorted = first_run(&mut order, since_3_13, &mut less).and_then(|run| insert_rest(&mut order, run, &mut less));
    match sorted {
        Ok(()) => {
            if backwards {
                order.reverse();
            }
            Ok(Some(order))
        }
        Err(None) => Ok(None),
        Err(Some(fault)) => Err(fault),
    }
}

/// How many items at the beginning are in order, those that were in falling order turned round (`count_run`); since 3.13
/// equal items may stand between falling ones.
fn first_run(
    order: &mut [usize],
    since_3_13: bool,
    less: &mut impl FnMut(usize, usize) -> std::result::Result<bool, Stopped>,
) -> std::result::Result<usize, Stopped> {
    let length = order.len();
    let mut run = 1;
    if !since_3_13 {
        if length < 2 {
            return Ok(length);
        }
        let falling = less(order[1], order[0])?;
        run = 2;
        while run < length && less(order[run], order[run - 1])? == falling {
            run += 1;
        }
        if falling {
            order[..run].reverse();
        }
        return Ok(run);
    }
    while run < length && !less(order[run], order[run - 1])? {
        run += 1;
    }
    if run >= length {
        return Ok(length);
    }
    if run > 1 {
        if less(order[0], order[run - 1])? {
            return Ok(run);
        }
        order[..run].reverse();
    }
    run += 1;
    let mut equal = 0;
    while run < length {
        if less(order[run], order[run - 1])? {
            order[run - 1 - equal..run].reverse();
            equal = 0;
        } else if less(order[run - 1], order[run])? {
            break;
        } else {
            equal += 1;
        }
        run += 1;
    }
    order[run - 1 - equal..run].reverse();
    order[..run].reverse();
    while run < length && !less(order[run], order[run - 1])? {
        run += 1;
    }
    Ok(run)
}

/// Inserts what comes after the run, each item behind those that are not greater (`binarysort`).
fn insert_rest(
    order: &mut [usize],
    run: usize,
    less: &mut impl FnMut(usize, usize) -> std::result::Result<bool, Stopped>,
) -> std::result::Result<(), Stopped> {
    for at in run..order.len() {
        let item = order[at];
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = (low + high) / 2;
            if less(item, order[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        order[low..=at].rotate_right(1);
    }
    Ok(())
}

/// `left < right`; None when code of the program decides.
fn is_less(machine: &mut Machine, left: Value, right: Value) -> Result<Option<bool>> {
    if machine.is_plain(left)
        && machine.is_plain(right)
        && let Some(ordering) = machine.order(left, right)?
    {
        return Ok(Some(ordering == Some(Ordering::Less)));
    }
    match machine.compare(Comparison::Less, left, right)? {
        Flow::Value(answer) => machine.truth(answer),
        _ => Ok(None),
    }
}
