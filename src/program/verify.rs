//! A static check of code objects: what the machine relies on without looking.

use super::code::{Code, Program};
use super::effect::{effect_of, ends_flow, target_of};
use super::op::Op;

/// Checks one code object by following every path: targets and indices are in range, the stack has one depth at each
/// operation and at each handler, never below what is needed nor above `stack_size`, and no path runs off the end.
/// Gives the first fault as a sentence.
pub fn verify(program: &Program, code: &Code) -> Result<(), String> {
    let fault = |text: String| Err(format!("{}: {text}", code.qualified_name));
    let count = code.ops.len();
    if code.spans.len() != count {
        return fault(format!("{} spans for {count} operations", code.spans.len()));
    }
    if code.cell_parameter_slots.len() != code.cell_variables.len() {
        return fault("the slots of captured parameters are not parallel to the cells".to_owned());
    }
    verify_ranges(code)?;
    let mut depths: Vec<Option<u32>> = vec![None; count];
    let mut waiting: Vec<(u32, u32)> = vec![(0, 0)];
    while let Some((index, depth)) = waiting.pop() {
        let Some(slot) = depths.get_mut(index as usize) else {
            return fault(format!("control runs off the end at {index}"));
        };
        match *slot {
            Some(known) if known == depth => continue,
            Some(known) => return fault(format!("depths {known} and {depth} meet at {index}")),
            None => *slot = Some(depth),
        }
        if depth > code.stack_size {
            return fault(format!("depth {depth} at {index} is beyond the stack size {}", code.stack_size));
        }
        let op = code.ops[index as usize];
        verify_operands(program, code, op).or_else(|text| fault(format!("{op:?} at {index}: {text}")))?;
        let effect = effect_of(op, &code.function_parts);
        if depth < effect.needs {
            return fault(format!("{op:?} at {index} needs {} operands and finds {depth}", effect.needs));
        }
        if let Some(target) = target_of(op) {
            waiting.push((target, depth.saturating_add_signed(effect.jumps)));
        }
        if !ends_flow(op) {
            waiting.push((index + 1, depth.saturating_add_signed(effect.falls)));
        }
        if let Some(handler) = code.handlers.iter().find(|handler| (handler.start..handler.end).contains(&index)) {
            if handler.depth > depth {
                return fault(format!("the handler of {index} expects {} operands of {depth}", handler.depth));
            }
            waiting.push((handler.target, handler.depth + 1));
        }
    }
    match depths.iter().position(Option::is_none) {
        Some(dead) => fault(format!("nothing reaches {dead}")),
        None => Ok(()),
    }
}

/// Every range lies in the code and is not empty; of two handlers or two regions one is in the other or they are apart.
fn verify_ranges(code: &Code) -> Result<(), String> {
    let count = code.ops.len() as u32;
    let handlers: Vec<(u32, u32)> = code.handlers.iter().map(|handler| (handler.start, handler.end)).collect();
    let regions: Vec<(u32, u32)> = code.regions.iter().map(|region| (region.start, region.end)).collect();
    for ranges in [&handlers, &regions] {
        for (place, &(start, end)) in ranges.iter().enumerate() {
            if start >= end || end > count {
                return Err(format!("{}: the range {start}..{end} is not in the code", code.qualified_name));
            }
            for &(other_start, other_end) in &ranges[place + 1..] {
                let apart = other_end <= start || end <= other_start;
                let nested = (other_start <= start && end <= other_end) || (start <= other_start && other_end <= end);
                if !apart && !nested {
                    let name = &code.qualified_name;
                    return Err(format!("{name}: {start}..{end} and {other_start}..{other_end} cross"));
                }
            }
        }
    }
    // The innermost handler stands first.
    for (place, &(start, end)) in handlers.iter().enumerate() {
        let hidden = handlers[..place].iter().any(|&(outer_start, outer_end)| {
            outer_start <= start && end <= outer_end && (outer_start, outer_end) != (start, end)
        });
        if hidden {
            return Err(format!("{}: the handler of {start}..{end} is never found", code.qualified_name));
        }
    }
    Ok(())
}

/// Indices point at something.
fn verify_operands(program: &Program, code: &Code, op: Op) -> Result<(), String> {
    let cells = code.cell_variables.len() + code.free_variables.len();
    let (index, bound) = match op {
        Op::Const(index) => (index, code.constants.len()),
        Op::LoadFast(slot) | Op::StoreFast(slot) | Op::DeleteFast(slot) => (slot, code.local_names.len()),
        Op::LoadDeref(index) | Op::StoreDeref(index) | Op::DeleteDeref(index) => (index, cells),
        Op::LoadClosure(index) | Op::LoadClassDeref(index) => (index, cells),
        Op::LoadGlobal(symbol) | Op::StoreGlobal(symbol) | Op::DeleteGlobal(symbol) => {
            (symbol.0, program.symbols.len())
        }
        Op::LoadName(symbol) | Op::StoreName(symbol) | Op::DeleteName(symbol) => (symbol.0, program.symbols.len()),
        Op::LoadAttribute(symbol) | Op::StoreAttribute(symbol) | Op::DeleteAttribute(symbol) => {
            (symbol.0, program.symbols.len())
        }
        Op::LoadMethod(symbol) | Op::ImportFrom(symbol) | Op::ImportModule(symbol, _) => {
            (symbol.0, program.symbols.len())
        }
        Op::CallKeyword(_, names) | Op::CallMethodKeyword(_, names) => (u32::from(names), code.constants.len()),
        Op::MakeFunction(index) => (index, code.function_parts.len()),
        Op::Copy(0) | Op::Swap(0 | 1) => return Err("an operand that names nothing".to_owned()),
        _ => return Ok(()),
    };
    if (index as usize) < bound { Ok(()) } else { Err(format!("index {index} of {bound}")) }
}
