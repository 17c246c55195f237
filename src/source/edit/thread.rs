//! Duplicating a thread and taking one away.

use super::TextEdit;
use super::layout;
use super::removal::{merged, remove_statements};
use super::templates::{unused_name, whole_lines};
use crate::source::knobs::{Body, FlagPlace, ThreadSite};
use crate::source::parse::Parsed;
use crate::source::span::Span;
use crate::source::walk::{Visitor, walk_stmt};
use ruff_python_ast::Stmt;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;

/// The edits that make a second thread right behind one: the same construction in another variable, the same flag,
/// started too. `None` where the thread is made or started in a way that is not two or three simple lines.
pub fn duplicate(text: &str, parsed: &Parsed, site: &ThreadSite) -> Option<Vec<TextEdit>> {
    let Some(variable) = &site.variable else {
        // `Thread(…).start()` in one statement.
        let (lines, _) = whole_lines(text, statement_around(parsed, site.call)?)?;
        return Some(vec![copy_of(text, lines, lines.end)]);
    };
    let (statement, start) = (site.statement?, site.start.filter(|start| start.in_loop.is_none())?);
    if !is_name(variable) || !site_is_simple(text, parsed, site, statement, variable) {
        return None;
    }
    let (made, indentation) = whole_lines(text, statement)?;
    let (started, indentation_of_start) = whole_lines(text, start.statement)?;
    // Started in another block: the lines would not fit there.
    if indentation != indentation_of_start {
        return None;
    }
    let other = unused_name(text, parsed, variable);
    let renamed = |part: Span| renamed(text, parsed, part, variable, &other);
    let mut lines = renamed(made);
    if let Some(flag) = own_flag(text, site, variable) {
        lines.push_str(&renamed(whole_lines(text, flag)?.0));
    }
    lines.push_str(&renamed(started));
    if !lines.ends_with('\n') {
        lines.insert(0, '\n');
    }
    Some(vec![TextEdit::insert(started.end, lines)])
}

/// The edits that take a thread away: its construction, flag, start and joins, and the function that it runs when
/// nothing else uses it. `None` where other code uses the thread.
pub fn remove(text: &str, parsed: &Parsed, body: &Body, site: &ThreadSite) -> Option<Vec<TextEdit>> {
    let mut statements: Vec<Span> = Vec::new();
    match (&site.variable, site.statement) {
        (Some(variable), Some(statement)) if is_name(variable) => {
            statements.push(statement);
            statements.extend(site.start.map(|start| start.in_loop.unwrap_or(start.statement)));
            statements.extend(site.joins.iter().map(|join| join.statement));
            statements.extend(own_flag(text, site, variable));
            if uses(text, parsed, variable).iter().any(|used| !statements.iter().any(|it| it.contains(used.start))) {
                return None;
            }
        }
        (None, _) => statements.push(statement_around(parsed, site.call)?),
        _ => return None,
    }
    if body.sites.len() == 1
        && let Some(function) = unused_function(text, parsed, body, &statements)
    {
        statements.push(function);
    }
    let edits = remove_statements(text, parsed, &statements);
    Some(merged(edits.into_iter().map(|edit| with_gap(text, edit)).collect()))
}

/// A definition goes with the empty lines behind it.
fn with_gap(text: &str, mut edit: TextEdit) -> TextEdit {
    let is_definition = edit.span.text(text).trim_start().starts_with("def ");
    while is_definition && text.get(edit.span.end as usize..).is_some_and(|rest| rest.starts_with('\n')) {
        edit.span.end += 1;
    }
    edit
}

/// The module's function of that body when it is named only where it is defined and in what goes away.
fn unused_function(text: &str, parsed: &Parsed, body: &Body, statements: &[Span]) -> Option<Span> {
    let is_body = |statement: &&Stmt| matches!(statement, Stmt::FunctionDef(it) if it.name.as_str() == body.name && Span::from(it.range) == body.span);
    let function = Span::from(parsed.module.body.iter().find(is_body)?.range());
    let going = |used: &Span| function.contains(used.start) || statements.iter().any(|it| it.contains(used.start));
    uses(text, parsed, &body.name).iter().all(going).then_some(function)
}

/// The statement that sets the flag of this very thread, not that of every thread of its class (`self.daemon = True`).
fn own_flag(text: &str, site: &ThreadSite, variable: &str) -> Option<Span> {
    match site.flag_place {
        FlagPlace::Statement { statement, .. } => {
            let of_the_thread = statement.text(text).strip_prefix(variable).is_some_and(|rest| rest.starts_with('.'));
            of_the_thread.then_some(statement)
        }
        _ => None,
    }
}

/// Whether the variable is the only thing that the statement assigns to.
fn site_is_simple(text: &str, parsed: &Parsed, site: &ThreadSite, statement: Span, variable: &str) -> bool {
    let first = uses(text, parsed, variable).into_iter().find(|used| statement.contains(used.start));
    first.is_some_and(|used| used.start == statement.start) && statement.contains(site.call.start)
}

fn is_name(variable: &str) -> bool {
    variable.chars().all(|character| character.is_alphanumeric() || character == '_')
}

/// Where a name stands for the variable or function of that name: not in texts and comments, not behind a dot, not as the
/// name of an argument.
fn uses(text: &str, parsed: &Parsed, name: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut after_dot = false;
    let mut depth = 0_u32;
    let mut before = None;
    for token in parsed.tokens.iter() {
        let span = Span::from(token.range());
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth = depth.saturating_sub(1),
            TokenKind::Equal if depth > 0 && before.is_some() => {
                found.pop();
            }
            _ => {}
        }
        before = (token.kind() == TokenKind::Name && !after_dot && span.text(text) == name).then_some(span);
        found.extend(before);
        after_dot = token.kind() == TokenKind::Dot;
    }
    found
}

/// A part of the text in which a variable has another name.
fn renamed(text: &str, parsed: &Parsed, part: Span, variable: &str, other: &str) -> String {
    let mut renamed = String::new();
    let mut done = part.start;
    for used in uses(text, parsed, variable).into_iter().filter(|used| part.contains(used.start)) {
        renamed.push_str(Span::new(done, used.start).text(text));
        renamed.push_str(other);
        done = used.end;
    }
    renamed.push_str(Span::new(done, part.end).text(text));
    renamed
}

fn copy_of(text: &str, lines: Span, at: u32) -> TextEdit {
    let copy = lines.text(text);
    let newline = if copy.ends_with('\n') { "" } else { "\n" };
    TextEdit::insert(at, format!("{newline}{copy}"))
}

/// The smallest statement around a place.
fn statement_around(parsed: &Parsed, place: Span) -> Option<Span> {
    let mut finder = Around { place, found: None };
    finder.visit_body(&parsed.module.body);
    finder.found.filter(|found| layout_is_one_statement(parsed, *found))
}

/// A statement that holds other statements (a loop, a function) is not one that can be copied or taken away.
fn layout_is_one_statement(parsed: &Parsed, span: Span) -> bool {
    !parsed.tokens.iter().any(|token| {
        let at = token.range().start().to_u32();
        span.contains(at) && matches!(token.kind(), TokenKind::Indent)
    })
}

struct Around {
    place: Span,
    found: Option<Span>,
}

impl<'a> Visitor<'a> for Around {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let span = Span::from(statement.range());
        if span.start <= self.place.start && self.place.end <= span.end {
            self.found = Some(span);
            walk_stmt(self, statement);
        }
    }
}

/// The edit that puts the body of a function into `try … finally`. `None` where it is in one already, or does not begin
/// on a line of its own.
pub fn wrap_in_finally(text: &str, parsed: &Parsed, body: &Body) -> Option<Vec<TextEdit>> {
    let mut finder = Functions { wanted: body.span, found: None };
    finder.visit_body(&parsed.module.body);
    let statements = finder.found?;
    let first = statements.first()?;
    let is_text = matches!(first, Stmt::Expr(it) if it.value.is_string_literal_expr());
    let statements = if is_text { statements.get(1..)? } else { statements };
    let (first, last) = (statements.first()?, statements.last()?);
    if statements.len() == 1 && matches!(first, Stmt::Try(it) if !it.finalbody.is_empty()) {
        return None;
    }
    let indentation = layout::indentation(text, Span::from(first.range()))?;
    let start = layout::line_start(text, first.range().start().to_u32());
    let end = layout::line_end(text, last.range().end().to_u32());
    let mut wrapped = format!("{indentation}try:\n");
    let mut at = start;
    for line in Span::new(start, end).text(text).split('\n') {
        // The inside of a text that goes over several lines stays as it is.
        let keep = line.trim().is_empty() || is_inside_text(parsed, at);
        wrapped.push_str(if keep { "" } else { "    " });
        wrapped.push_str(line);
        wrapped.push('\n');
        at += line.len() as u32 + 1;
    }
    let name = body.name.rsplit('.').next().unwrap_or(&body.name);
    wrapped.push_str(&format!("{indentation}finally:\n{indentation}    print(\"{name} cleans up\")"));
    Some(vec![TextEdit::replace(Span::new(start, end), wrapped)])
}

fn is_inside_text(parsed: &Parsed, at: u32) -> bool {
    let is_text = |kind: TokenKind| matches!(kind, TokenKind::String | TokenKind::FStringMiddle);
    parsed.tokens.iter().any(|token| {
        let span = Span::from(token.range());
        is_text(token.kind()) && span.start < at && at < span.end
    })
}

struct Functions<'a> {
    wanted: Span,
    found: Option<&'a [Stmt]>,
}

impl<'a> Visitor<'a> for Functions<'a> {
    fn itself(&mut self) -> &mut dyn Visitor<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) if Span::from(function.range) == self.wanted => {
                self.found = Some(&function.body);
            }
            _ => walk_stmt(self, statement),
        }
    }
}
