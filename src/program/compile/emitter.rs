//! The operations of one code object in the making: labels, stack depth, protected ranges and regions.

use crate::program::code::{Constant, FunctionParts, Handler, Region, RegionKind};
use crate::program::effect::{effect_of, ends_flow, with_target};
use crate::program::op::Op;
use crate::source::order;
use crate::source::span::Span;
use std::collections::HashMap;

/// A place in the code that jumps name before it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(u32);

/// Where a label stands and how deep the stack is there; unknown until something jumps to it or falls into it.
#[derive(Clone, Copy, Default)]
struct LabelState {
    target: Option<u32>,
    depth: Option<u32>,
}

/// A range of operations that may be interrupted: when a `return` runs a `finally` body on its way out, that copy is
/// not protected by its own `try`.
#[derive(Default)]
struct Pieces {
    open_since: Option<u32>,
    closed: Vec<(u32, u32)>,
}

impl Pieces {
    fn open(&mut self, at: u32) {
        self.open_since = Some(at);
    }

    fn close(&mut self, at: u32) {
        if let Some(start) = self.open_since.take()
            && start < at
        {
            match self.closed.last_mut() {
                Some(last) if last.1 == start => last.1 = at,
                _ => self.closed.push((start, at)),
            }
        }
    }
}

/// Operations whose exceptions go to a handler.
pub(super) struct Protection {
    pieces: Pieces,
    handler: Label,
    depth: u32,
}

/// A region of the code in the making, see [`Region`].
pub(super) struct OpenRegion {
    pieces: Pieces,
    kind: RegionKind,
    span: Span,
}

#[derive(Default)]
pub(super) struct Emitter {
    ops: Vec<Op>,
    spans: Vec<Span>,
    labels: Vec<LabelState>,
    depth: u32,
    deepest: u32,
    unreachable: bool,
    constants: Vec<Constant>,
    constant_places: HashMap<String, u32>,
    function_parts: Vec<FunctionParts>,
    handlers: Vec<(u32, u32, Label, u32)>,
    regions: Vec<Region>,
}

/// What the emitter has made, for the code object.
pub(super) struct Emitted {
    pub ops: Vec<Op>,
    pub spans: Vec<Span>,
    pub constants: Vec<Constant>,
    pub function_parts: Vec<FunctionParts>,
    pub handlers: Vec<Handler>,
    pub regions: Vec<Region>,
    pub stack_size: u32,
}

impl Emitter {
    /// How many operations there are so far.
    pub fn position(&self) -> u32 {
        self.ops.len() as u32
    }

    /// Whether control can reach the next operation. What is emitted where it cannot is dropped, as CPython drops dead
    /// code.
    pub fn is_reachable(&self) -> bool {
        !self.unreachable
    }

    pub fn emit(&mut self, op: Op, span: Span) {
        if self.unreachable {
            return;
        }
        let effect = effect_of(op, &self.function_parts);
        debug_assert!(self.depth >= effect.needs, "{op:?} needs {} of {} operands", effect.needs, self.depth);
        self.ops.push(op);
        self.spans.push(span);
        self.depth = self.depth.saturating_add_signed(effect.falls);
        self.deepest = self.deepest.max(self.depth);
        self.unreachable = ends_flow(op);
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(self.labels.len() as u32 - 1)
    }

    /// Emits a jump; the target inside `op` is filled in at the end.
    pub fn jump(&mut self, op: Op, label: Label, span: Span) {
        if self.unreachable {
            return;
        }
        let depth = self.depth.saturating_add_signed(effect_of(op, &self.function_parts).jumps);
        self.note_depth(label, depth);
        self.emit(with_target(op, label.0), span);
    }

    fn note_depth(&mut self, label: Label, depth: u32) {
        let state = &mut self.labels[label.0 as usize];
        debug_assert!(state.depth.is_none_or(|known| known == depth), "two depths meet at a label");
        state.depth.get_or_insert(depth);
    }

    /// Places the label here.
    pub fn bind(&mut self, label: Label) {
        if !self.unreachable {
            self.note_depth(label, self.depth);
        }
        let position = self.position();
        let state = &mut self.labels[label.0 as usize];
        state.target = Some(position);
        if let Some(depth) = state.depth {
            self.depth = depth;
            self.deepest = self.deepest.max(depth);
            self.unreachable = false;
        }
    }

    pub fn constant(&mut self, constant: Constant) -> u32 {
        // The debug form tells 0.0 from -0.0 and 1 from True, which equality of values would not.
        let key = format!("{constant:?}");
        *self.constant_places.entry(key).or_insert_with(|| {
            self.constants.push(constant);
            self.constants.len() as u32 - 1
        })
    }

    pub fn function_parts(&mut self, parts: FunctionParts) -> u32 {
        self.function_parts.push(parts);
        self.function_parts.len() as u32 - 1
    }

    /// Begins a range whose exceptions continue at `handler`, the stack cut to its present depth less `dropped`.
    pub fn protect(&self, handler: Label, dropped: u32) -> Protection {
        let mut pieces = Pieces::default();
        pieces.open(self.position());
        Protection { pieces, handler, depth: self.depth.saturating_sub(dropped) }
    }

    pub fn suspend_protection(&self, protection: &mut Protection) {
        protection.pieces.close(self.position());
    }

    pub fn resume_protection(&self, protection: &mut Protection) {
        protection.pieces.open(self.position());
    }

    /// Ends the range. Ranges end innermost first, which is the order that [`Handler`]s stand in.
    pub fn end_protection(&mut self, mut protection: Protection) {
        protection.pieces.close(self.position());
        if protection.pieces.closed.is_empty() {
            return;
        }
        self.note_depth(protection.handler, protection.depth + 1);
        for (start, end) in protection.pieces.closed {
            self.handlers.push((start, end, protection.handler, protection.depth));
        }
    }

    pub fn open_region(&self, kind: RegionKind, span: Span) -> OpenRegion {
        let mut pieces = Pieces::default();
        pieces.open(self.position());
        OpenRegion { pieces, kind, span }
    }

    pub fn suspend_region(&self, region: &mut OpenRegion) {
        region.pieces.close(self.position());
    }

    pub fn resume_region(&self, region: &mut OpenRegion) {
        region.pieces.open(self.position());
    }

    pub fn end_region(&mut self, mut region: OpenRegion) {
        region.pieces.close(self.position());
        let OpenRegion { pieces, kind, span } = region;
        self.regions.extend(pieces.closed.into_iter().map(|(start, end)| Region { start, end, kind, span }));
    }

    pub fn finish(mut self) -> Emitted {
        let labels = self.labels;
        let place = |label: u32| labels.get(label as usize).and_then(|state| state.target).unwrap_or(0);
        for op in &mut self.ops {
            if let Some(label) = crate::program::effect::target_of(*op) {
                *op = with_target(*op, place(label));
            }
        }
        let handlers = self.handlers.into_iter();
        let handlers = handlers.map(|(start, end, label, depth)| Handler { start, end, target: place(label.0), depth });
        order::sort_by_key(&mut self.regions, |region| (region.start, std::cmp::Reverse(region.end)));
        Emitted {
            ops: self.ops,
            spans: self.spans,
            constants: self.constants,
            function_parts: self.function_parts,
            handlers: handlers.collect(),
            regions: self.regions,
            stack_size: self.deepest,
        }
    }
}
