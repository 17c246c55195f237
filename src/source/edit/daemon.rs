//! Setting the daemon flag of the threads that a construction makes.

use super::TextEdit;
use super::layout;
use super::removal::remove_statements;
use crate::source::knobs::{Body, DaemonFlag, FlagPlace, ThreadSite};
use crate::source::order;
use crate::source::parse::Parsed;
use crate::source::span::Span;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;

/// The edits that give the threads of one construction that flag (`Inherited`: that nothing is said). `None` where the
/// text gives no place for it, as for a `Timer` that is in no variable.
pub fn set_daemon(text: &str, parsed: &Parsed, site: &ThreadSite, flag: DaemonFlag) -> Option<Vec<TextEdit>> {
    let word = match flag {
        DaemonFlag::Daemon => "True",
        DaemonFlag::Regular => "False",
        DaemonFlag::Inherited => return Some(remove(text, parsed, site).into_iter().collect()),
        DaemonFlag::Computed => return None,
    };
    if flag == site.flag {
        return Some(Vec::new());
    }
    match site.flag_place {
        FlagPlace::Argument { value, .. } | FlagPlace::Statement { value, .. } => {
            Some(vec![TextEdit::replace(value, word)])
        }
        FlagPlace::Absent if site.can_take_argument => {
            Some(vec![add_argument(parsed, site.arguments, &format!("daemon={word}"))])
        }
        FlagPlace::Absent => add_statement(text, site, word).map(|edit| vec![edit]),
    }
}

/// The edits that give all threads of a body that flag; those of its constructions that have no place for it stay as
/// they are.
pub fn set_daemon_of_body(text: &str, parsed: &Parsed, body: &Body, flag: DaemonFlag) -> Vec<TextEdit> {
    let mut edits: Vec<TextEdit> =
        body.sites.iter().filter_map(|site| set_daemon(text, parsed, site, flag)).flatten().collect();
    // Constructions of one subclass share the flag in its `__init__`.
    order::sort_by_key(&mut edits, |edit| edit.span);
    edits.dedup();
    edits
}

/// The other flag: of threads that inherit it, `inherited` says which one they got.
pub fn flipped(site: &ThreadSite, inherited: bool) -> DaemonFlag {
    let is_daemon = match site.flag {
        DaemonFlag::Daemon => true,
        DaemonFlag::Regular => false,
        DaemonFlag::Inherited | DaemonFlag::Computed => inherited,
    };
    if is_daemon { DaemonFlag::Regular } else { DaemonFlag::Daemon }
}

/// An argument as the last one, before a trailing comma when there is one.
pub(super) fn add_argument(parsed: &Parsed, arguments: Span, argument: &str) -> TextEdit {
    let last = tokens_in(parsed, Span::new(arguments.start + 1, arguments.end.saturating_sub(1)))
        .filter(|(kind, _)| !matches!(kind, TokenKind::Comma | TokenKind::Comment | TokenKind::NonLogicalNewline))
        .last();
    match last {
        Some((_, span)) => TextEdit::insert(span.end, format!(", {argument}")),
        None => TextEdit::insert(arguments.start + 1, argument),
    }
}

/// `NAME.daemon = …` in a line of its own after the construction.
fn add_statement(text: &str, site: &ThreadSite, word: &str) -> Option<TextEdit> {
    let (variable, statement) = (site.variable.as_ref()?, site.statement?);
    if !layout::stands_alone(text, statement) {
        return None;
    }
    let indentation = layout::indentation(text, statement)?;
    let end = layout::line_end(text, statement.end);
    Some(TextEdit::insert(end, format!("\n{indentation}{variable}.daemon = {word}")))
}

fn remove(text: &str, parsed: &Parsed, site: &ThreadSite) -> Option<TextEdit> {
    match site.flag_place {
        FlagPlace::Absent => None,
        FlagPlace::Statement { statement, .. } => remove_statements(text, parsed, &[statement]).pop(),
        FlagPlace::Argument { argument, .. } => Some(remove_argument(parsed, argument)),
    }
}

/// An argument goes with the comma before it, or as the first one with the comma after it.
fn remove_argument(parsed: &Parsed, argument: Span) -> TextEdit {
    let meaningful = |(kind, _): &(TokenKind, Span)| !matches!(kind, TokenKind::Comment | TokenKind::NonLogicalNewline);
    let before = tokens_in(parsed, Span::new(0, argument.start)).filter(meaningful).last();
    if let Some((TokenKind::Comma, comma)) = before {
        // Up to what stands before the comma, so that a line that only held this argument goes too.
        return TextEdit::replace(Span::new(comma.start, argument.end), "");
    }
    let mut after = tokens_in(parsed, Span::new(argument.end, u32::MAX)).filter(meaningful);
    match (after.next(), after.next()) {
        (Some((TokenKind::Comma, _)), Some((_, next))) => TextEdit::replace(Span::new(argument.start, next.start), ""),
        _ => TextEdit::replace(argument, ""),
    }
}

/// The tokens that lie within a span.
fn tokens_in(parsed: &Parsed, span: Span) -> impl Iterator<Item = (TokenKind, Span)> {
    let tokens = parsed.tokens.iter().map(|token| (token.kind(), Span::from(token.range())));
    tokens.filter(move |(_, token)| span.start <= token.start && token.end <= span.end)
}
