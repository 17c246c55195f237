//! Names that a modelled module has in CPython and not here. A text of the shelf says which: a line near its beginning.

use super::modules;
use crate::machine::Machine;
use crate::program::code::Symbol;
use crate::program::op::Op;
use crate::source::diagnostic::{Diagnostic, DiagnosticKind};
use crate::source::order;
use crate::source::span::Span;

/// Begins the line.
const MARK: &str = "# Not modelled: ";
/// Among how many lines of a text it is looked for.
const FIRST_LINES: usize = 16;

/// The names of a module that are not modelled, as its text says.
fn said_of(module: &str) -> Option<&'static str> {
    modules::text(module)?.lines().take(FIRST_LINES).find_map(|line| line.strip_prefix(MARK))
}

/// Whether one of these modules leaves names out.
pub fn leave_names_out(needed: &[&str]) -> bool {
    needed.iter().any(|module| said_of(module).is_some())
}

/// Uses of such names: `from module import name`, and `module.name` where the program imports the module by that name.
#[inline(never)]
pub fn uses(machine: &Machine, first: usize) -> Vec<Diagnostic> {
    let codes = &machine.program.codes[first..];
    let pairs = || codes.iter().flat_map(|code| code.ops.windows(2).zip(code.spans.get(1..).unwrap_or_default()));
    let imported: Vec<(Symbol, Symbol)> = pairs()
        .filter_map(|(ops, _)| match *ops {
            [Op::ImportModule(module, _), Op::StoreGlobal(name) | Op::StoreName(name)] => Some((name, module)),
            _ => None,
        })
        .collect();
    let mut findings = Vec::new();
    let mut from = None;
    for (ops, &span) in pairs() {
        match *ops {
            [Op::ImportModule(module, _), Op::ImportFrom(name)] => {
                from = Some(module);
                findings.extend(refusal(machine, module, name, span));
            }
            [_, Op::ImportFrom(name)] => {
                findings.extend(from.and_then(|module| refusal(machine, module, name, span)));
            }
            [Op::LoadGlobal(module) | Op::LoadName(module), Op::LoadAttribute(name) | Op::LoadMethod(name)] => {
                let found = imported.iter().find(|&&(known, _)| known == module);
                findings.extend(found.and_then(|&(_, module)| refusal(machine, module, name, span)));
            }
            _ => {}
        }
    }
    order::sort_by_key(&mut findings, |finding| finding.span);
    findings.dedup();
    findings
}

fn refusal(machine: &Machine, module: Symbol, name: Symbol, span: Span) -> Option<Diagnostic> {
    let (module, name) = (machine.name_of(module), machine.name_of(name));
    said_of(&module)?.split(' ').find(|known| **known == *name)?;
    let message = format!("not supported here: {name} of the module {module}");
    Some(Diagnostic { kind: DiagnosticKind::NotSupported, span, message })
}
