//! Taking statements away so that what is left is still a program.

use super::TextEdit;
use super::layout;
use crate::source::order;
use crate::source::parse::Parsed;
use crate::source::span::Span;
use crate::source::walk::{Visitor, walk_body};
use ruff_python_ast::Stmt;
use ruff_text_size::Ranged;

/// The edits that take statements away with their lines. Where a block would be empty without them, or where one shares
/// its line, `pass` stays.
pub(super) fn remove_statements(text: &str, parsed: &Parsed, going: &[Span]) -> Vec<TextEdit> {
    let outermost = |span: &&Span| !going.iter().any(|other| other != *span && encloses(*other, **span));
    let mut going: Vec<Span> = going.iter().filter(outermost).copied().collect();
    order::sort(&mut going);
    going.dedup();
    let removed = going.iter().map(|statement| {
        if layout::stands_alone(text, *statement) && !holds_its_block(parsed, *statement, &going) {
            TextEdit::replace(layout::lines_of(text, *statement), "")
        } else {
            TextEdit::replace(*statement, "pass")
        }
    });
    removed.collect()
}

/// Removals that touch one another as one, for of two edits that overlap only the first is made.
pub(super) fn merged(edits: Vec<TextEdit>) -> Vec<TextEdit> {
    let mut merged: Vec<TextEdit> = Vec::new();
    for edit in edits {
        match merged.last_mut() {
            Some(last)
                if last.replacement.is_empty() && edit.replacement.is_empty() && edit.span.start < last.span.end =>
            {
                last.span.end = last.span.end.max(edit.span.end);
            }
            _ => merged.push(edit),
        }
    }
    merged
}

fn encloses(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Whether the statement is the last of a block all of which goes. A module may be empty.
fn holds_its_block(parsed: &Parsed, statement: Span, going: &[Span]) -> bool {
    let mut finder = Block { of: statement, found: None };
    for inner in &parsed.module.body {
        finder.visit_stmt(inner);
    }
    let Some(block) = finder.found else { return false };
    let goes = |statement: &Stmt| going.contains(&Span::from(statement.range()));
    block.iter().all(goes) && block.last().is_some_and(|last| Span::from(last.range()) == statement)
}

/// Finds the block, below the module's own, in which a statement stands.
struct Block<'a> {
    of: Span,
    found: Option<&'a [Stmt]>,
}

impl<'a> Visitor<'a> for Block<'a> {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_body(&mut self, body: &'a [Stmt]) {
        if body.iter().any(|statement| Span::from(statement.range()) == self.of) {
            self.found = Some(body);
        } else {
            walk_body(self, body);
        }
    }
}
