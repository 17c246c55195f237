//! What matters of a witness for the order of its threads: which statements each begins, and where others can notice.

use super::statements::{Shape, Spot, Statements};
use crate::machine::event::ThreadId;
use crate::program::code::{Code, CodeId, CodeKind, Program};
use crate::program::op::Op;
use crate::run::footsteps::{Foothold, Footstep};
use crate::source::span::Span;
use std::collections::HashMap;

/// Something that a thread did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It came to a spot, for the how-manieth time.
    Comes { spot: Spot, time: u32 },
    /// Others can notice what it did.
    Meets,
    /// It waits.
    Waits,
    /// It has ended.
    Ends,
}

#[derive(Clone, Copy, Debug)]
pub struct Mark {
    pub thread: ThreadId,
    pub what: What,
}

/// What is known of a code object: the statement of each operation, and the first operation of each statement.
struct Known {
    statement_of: Vec<Option<usize>>,
    first: HashMap<usize, u32>,
    /// The operations behind which nothing comes: `return None` at the end of the body.
    falls_off_at: u32,
    /// The block that is the body.
    body: Option<usize>,
    has_statements: bool,
    /// The largest expression that begins with an operation.
    part: HashMap<u32, usize>,
}

/// Where a thread is in one of its frames.
#[derive(Clone, Copy)]
struct Standing {
    code: CodeId,
    statement: Option<usize>,
}

/// Writes the marks of a run.
pub struct Marker<'a> {
    statements: &'a Statements,
    codes: HashMap<CodeId, Known>,
    /// The frames of each thread, by their depths.
    frames: HashMap<(ThreadId, usize), Standing>,
    times: HashMap<(ThreadId, Spot), u32>,
    pub marks: Vec<Mark>,
}

impl<'a> Marker<'a> {
    pub fn new(statements: &'a Statements) -> Self {
        Self { statements, codes: HashMap::new(), frames: HashMap::new(), times: HashMap::new(), marks: Vec::new() }
    }

    /// How often a thread has come to a spot.
    pub fn times(&self, thread: ThreadId, spot: Spot) -> u32 {
        self.times.get(&(thread, spot)).copied().unwrap_or(0)
    }

    /// Who has come to a spot at all.
    pub fn visitors(&self, spot: Spot) -> Vec<ThreadId> {
        self.times.keys().filter(|(_, other)| *other == spot).map(|(thread, _)| *thread).collect()
    }

    /// Takes in what was done.
    pub fn add(&mut self, program: &Program, step: &Footstep) {
        if let Some(at) = step.at {
            for spot in self.spots(program, step.thread, at) {
                let time = self.times.entry((step.thread, spot)).or_insert(0);
                *time += 1;
                let what = What::Comes { spot, time: *time };
                self.marks.push(Mark { thread: step.thread, what });
            }
        }
        let whats = [(step.meets, What::Meets), (step.waits, What::Waits), (step.ends, What::Ends)];
        for (_, what) in whats.into_iter().filter(|(is_so, _)| *is_so) {
            self.marks.push(Mark { thread: step.thread, what });
        }
    }

    /// The spots that a thread passes with an operation.
    pub fn spots(&mut self, program: &Program, thread: ThreadId, at: Foothold) -> Vec<Spot> {
        let statements = self.statements;
        let known = self.codes.entry(at.code).or_insert_with(|| known(statements, program.code(at.code)));
        let part = known.part.get(&at.op).copied().map(Spot::BeforePart);
        if !known.has_statements {
            return part.into_iter().collect();
        }
        let here = known.statement_of.get(at.op as usize).copied().flatten();
        let before = self.frames.insert((thread, at.depth), Standing { code: at.code, statement: here });
        let is_first = here.is_some_and(|here| known.first.get(&here) == Some(&at.op));
        let before = before.filter(|before| before.code == at.code).and_then(|before| before.statement);
        if matches!(program.code(at.code).ops.get(at.op as usize), Some(Op::Return)) {
            self.frames.remove(&(thread, at.depth));
        }
        if at.op == known.falls_off_at {
            return known.body.map(Spot::EndOf).into_iter().collect();
        }
        let Some(here) = here else { return Vec::new() };
        // From within a statement back to its head, or to what comes behind its body.
        let left = before.filter(|&before| before != here).and_then(|before| {
            let falls_out = statements.list.get(before).is_some_and(|it| it.shape != Shape::Leaves);
            statements.block_around(Some(here), before).map(|block| (block, falls_out))
        });
        if let Some((block, falls_out)) = left {
            let end = falls_out.then_some(Spot::EndOf(block));
            return end.into_iter().chain(part).collect();
        }
        let code = program.code(at.code);
        let is_split = matches!(
            statements.list.get(here).map(|statement| &statement.shape),
            Some(Shape::Assign { .. } | Shape::Augmented { .. })
        );
        let mut spots = Vec::new();
        // A loop comes back to its head, which is no beginning.
        if is_first && before != Some(here) {
            spots.push(Spot::Before(here));
        }
        spots.extend(part);
        if is_split && stores(code, at.op) && !stores_before(known, code, here, at.op) {
            spots.push(Spot::Within(here));
        }
        spots
    }
}

fn stores(code: &Code, op: u32) -> bool {
    use Op::{StoreAttribute, StoreDeref, StoreFast, StoreGlobal, StoreName, StoreSubscript};
    matches!(
        code.ops.get(op as usize),
        Some(StoreAttribute(_) | StoreDeref(_) | StoreFast(_) | StoreGlobal(_) | StoreName(_) | StoreSubscript)
    )
}

/// Whether the statement has stored something before: `a = b = value`.
fn stores_before(known: &Known, code: &Code, statement: usize, op: u32) -> bool {
    (0..op).any(|before| known.statement_of.get(before as usize) == Some(&Some(statement)) && stores(code, before))
}

fn known(statements: &Statements, code: &Code) -> Known {
    let is_module = code.kind == CodeKind::Module;
    let owner = statements.innermost(code.span).filter(|_| !is_module);
    let body = statements.blocks.iter().position(|block| block.owner == owner);
    // A generator may be a function or an expression.
    let is_whole = owner.and_then(|owner| statements.list.get(owner)).is_none_or(|it| it.span.end == code.span.end);
    let has_statements = body.is_some() && is_whole && !matches!(code.kind, CodeKind::Lambda | CodeKind::Comprehension);
    let statement_of: Vec<Option<usize>> = code
        .spans
        .iter()
        .map(|&span| if is_module && span.is_empty() { None } else { statements.innermost(span) })
        .collect();
    let mut first = HashMap::new();
    for (op, statement) in statement_of.iter().enumerate() {
        if let Some(statement) = statement {
            first.entry(*statement).or_insert(op as u32);
        }
    }
    // The last two operations return None where the text does not: `emit` in the compiler.
    let last = code.ops.len().saturating_sub(2);
    let leaves = statement_of.get(last).copied().flatten().and_then(|last| statements.list.get(last));
    let falls_off = matches!(code.ops.get(last..), Some([Op::Const(_), Op::Return]))
        && leaves.is_none_or(|statement| statement.shape != Shape::Leaves);
    let mut part = HashMap::new();
    for (index, it) in statements.parts.iter().enumerate() {
        // What stands around the code is evaluated elsewhere.
        let is_inside = it.span.start >= code.span.start && it.span.end <= code.span.end && it.span != code.span;
        if !is_inside && !is_module {
            continue;
        }
        let within = |span: &Span| it.span.start <= span.start && span.end <= it.span.end && !span.is_empty();
        if let Some(op) = code.spans.iter().position(within) {
            // The one that is around the others comes first.
            part.entry(op as u32).or_insert(index);
        }
    }
    Known {
        part,
        falls_off_at: if falls_off { last as u32 } else { u32::MAX },
        body,
        has_statements,
        statement_of,
        first,
    }
}
