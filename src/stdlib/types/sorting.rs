//! `list.sort`, and with it `sorted`.

use super::{MODULE, in_python, lists};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::Result;
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
