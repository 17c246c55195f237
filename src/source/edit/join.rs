//! Adding and taking away `NAME.join()`.

use super::TextEdit;
use super::layout;
use super::removal::{merged, remove_statements};
use crate::source::knobs::ThreadSite;
use crate::source::parse::Parsed;
use crate::source::span::Span;
use crate::source::walk::{Visitor, walk_body};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

/// A join of the thread, after it and the threads started right after it have been started. Where the start is in a
/// loop of its own (`for t in threads: t.start()`) the join gets such a loop too. `None` where the thread is in no
/// variable or is never started.
pub fn add_join(text: &str, parsed: &Parsed, site: &ThreadSite) -> Option<Vec<TextEdit>> {
    let (variable, start) = (site.variable.as_ref()?, site.start?);
    let after = start.in_loop.unwrap_or(start.statement);
    let last = last_start_in_a_row(parsed, after);
    if !layout::stands_alone(text, last) {
        return None;
    }
    let indentation = layout::indentation(text, last)?;
    let end = layout::line_end(text, last.end);
    let join = match start.in_loop {
        None => format!("\n{indentation}{variable}.join()"),
        Some(whole) => {
            let head = whole.text(text).lines().next()?.split(':').next()?;
            format!("\n{indentation}{head}:\n{indentation}    {variable}.join()")
        }
    };
    Some(vec![TextEdit::insert(end, join)])
}

/// Takes every join of the thread away.
pub fn remove_joins(text: &str, parsed: &Parsed, site: &ThreadSite) -> Vec<TextEdit> {
    let joins: Vec<Span> = site.joins.iter().map(|join| join.statement).collect();
    merged(remove_statements(text, parsed, &joins))
}

/// The last of the statements that start threads, one right after the other, from that one on.
fn last_start_in_a_row(parsed: &Parsed, statement: Span) -> Span {
    let mut finder = Row { from: statement, last: statement };
    finder.visit_body(&parsed.module.body);
    finder.last
}

struct Row {
    from: Span,
    last: Span,
}

fn starts_a_thread(statement: &Stmt) -> bool {
    let Stmt::Expr(expression) = statement else { return false };
    let Expr::Call(call) = expression.value.as_ref() else { return false };
    matches!(call.func.as_ref(), Expr::Attribute(attribute) if attribute.attr.as_str() == "start")
}

impl<'a> Visitor<'a> for Row {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_body(&mut self, body: &'a [Stmt]) {
        if let Some(index) = body.iter().position(|statement| Span::from(statement.range()) == self.from) {
            let row = body.iter().skip(index + 1).take_while(|statement| starts_a_thread(statement));
            self.last = row.last().map_or(self.from, |statement| Span::from(statement.range()));
            return;
        }
        walk_body(self, body);
    }
}
