//! Code objects as text, for tests and for debugging.

use super::code::{Code, CodeId, Constant, Program, RegionKind, Symbol};
use super::op::Op;
use std::fmt::Write;

/// One line an operation: its index, its line in the text, its name, its operands spelt out. Then handlers and regions.
pub fn disassemble(program: &Program, code: &Code) -> String {
    let mut text = format!("{} {:?} stack {}\n", code.qualified_name, code.kind, code.stack_size);
    for (title, symbols) in
        [("locals", &code.local_names), ("cells", &code.cell_variables), ("free", &code.free_variables)]
    {
        if !symbols.is_empty() {
            let names: Vec<&str> = symbols.iter().map(|&symbol| &**program.symbols.name(symbol)).collect();
            let _ = writeln!(text, "  {title}: {}", names.join(" "));
        }
    }
    let mut last_line = 0;
    for (index, &op) in code.ops.iter().enumerate() {
        let line = program.line_at(code, index as u32);
        let shown = if line == last_line { String::new() } else { line.to_string() };
        last_line = line;
        let _ = writeln!(text, "{shown:>4} {index:>4} {}", operation(program, code, op));
    }
    for handler in &code.handlers {
        let _ = writeln!(
            text,
            "  handler {}..{} -> {} depth {}",
            handler.start, handler.end, handler.target, handler.depth
        );
    }
    for region in &code.regions {
        let kind = if region.kind == RegionKind::With { "with" } else { "finally" };
        let _ = writeln!(text, "  {kind} {}..{}", region.start, region.end);
    }
    text
}

/// A code object and those that it makes functions of, outermost first.
pub fn disassemble_all(program: &Program, id: CodeId) -> String {
    let mut text = String::new();
    let mut waiting = vec![id];
    while let Some(id) = waiting.pop() {
        let code = program.code(id);
        text.push_str(&disassemble(program, code));
        waiting.extend(code.function_parts.iter().rev().map(|parts| parts.code));
    }
    text
}

fn operation(program: &Program, code: &Code, op: Op) -> String {
    let name = |symbol: Symbol| program.symbols.name(symbol).to_string();
    let local = |slot: u32| code.local_names.get(slot as usize).map_or("?".to_owned(), |&symbol| name(symbol));
    let cell = |index: u32| {
        let variable = code.cell_variables.iter().chain(&code.free_variables).nth(index as usize);
        variable.map_or("?".to_owned(), |&symbol| name(symbol))
    };
    let constant = |index: u32| code.constants.get(index as usize).map_or("?".to_owned(), constant_text);
    let word = format!("{op:?}");
    let word = word.split('(').next().unwrap_or_default();
    match op {
        Op::Const(index) => format!("{word} {}", constant(index)),
        Op::LoadFast(slot) | Op::StoreFast(slot) | Op::DeleteFast(slot) => format!("{word} {}", local(slot)),
        Op::LoadDeref(index)
        | Op::StoreDeref(index)
        | Op::DeleteDeref(index)
        | Op::LoadClosure(index)
        | Op::LoadClassDeref(index) => {
            format!("{word} {}", cell(index))
        }
        Op::LoadGlobal(symbol)
        | Op::StoreGlobal(symbol)
        | Op::DeleteGlobal(symbol)
        | Op::LoadName(symbol)
        | Op::StoreName(symbol)
        | Op::DeleteName(symbol)
        | Op::LoadAttribute(symbol)
        | Op::StoreAttribute(symbol)
        | Op::DeleteAttribute(symbol)
        | Op::LoadMethod(symbol)
        | Op::ImportFrom(symbol) => format!("{word} {}", name(symbol)),
        Op::ImportModule(symbol, leaf) => format!("{word} {}{}", name(symbol), if leaf { " leaf" } else { "" }),
        Op::CallKeyword(count, names) | Op::CallMethodKeyword(count, names) => {
            format!("{word} {count} {}", constant(u32::from(names)))
        }
        Op::MakeFunction(index) => match code.function_parts.get(index as usize) {
            Some(parts) => {
                let made = program.codes.get(parts.code.0 as usize).map_or("?", |made| &made.qualified_name);
                let flags = [
                    (parts.defaults, " defaults"),
                    (parts.keyword_defaults, " keyword_defaults"),
                    (parts.annotations, " annotations"),
                    (parts.closure, " closure"),
                ];
                let flags: String = flags.iter().filter(|(present, _)| *present).map(|(_, flag)| *flag).collect();
                format!("{word} {made}{flags}")
            }
            None => format!("{word} ?"),
        },
        _ => format!("{op:?}").replace(['(', ')', ','], " ").split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn constant_text(constant: &Constant) -> String {
    let items = |items: &[Constant]| items.iter().map(constant_text).collect::<Vec<_>>().join(", ");
    match constant {
        Constant::None => "None".to_owned(),
        Constant::True => "True".to_owned(),
        Constant::False => "False".to_owned(),
        Constant::Ellipsis => "...".to_owned(),
        Constant::Int(value) => value.to_string(),
        Constant::BigInt(digits) => digits.clone(),
        Constant::Float(value) => format!("{value:?}"),
        Constant::Str(text) => format!("{text:?}"),
        Constant::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Constant::Tuple(values) if values.len() == 1 => format!("({},)", items(values)),
        Constant::Tuple(values) => format!("({})", items(values)),
        Constant::FrozenSet(values) => format!("frozenset({})", items(values)),
    }
}
