//! What a traceback needs to know of the text of an operation: where its operator or its brackets stand
//! (`Lib/traceback.py`, `_extract_caret_anchors_from_line_segment`, 3.13).

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged;

/// What comes before the text, so that an expression of several lines can be read.
const OPENING: &str = "(\n";

/// The operator, or the brackets with what is in them, in bytes from the beginning of the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchors {
    pub start: usize,
    pub end: usize,
}

/// Where the operator of a binary operation stands, or the brackets of a call or a subscript. None of anything else.
pub fn anchors_of(text: &str) -> Option<Anchors> {
    let module = parse_module(&format!("{OPENING}{text}\n)")).ok()?.into_syntax();
    let [Stmt::Expr(statement)] = &module.body[..] else { return None };
    let place = |offset: ruff_text_size::TextSize| offset.to_usize().checked_sub(OPENING.len());
    match &*statement.value {
        Expr::BinOp(operation) => {
            let start = first_after(text, place(operation.left.end())?, |character| {
                !character.is_whitespace() && character != ')'
            })?;
            let is_second = |character: char| !character.is_whitespace() && !"\\#".contains(character);
            let is_doubled = text.get(start + 1..)?.chars().next().is_some_and(is_second)
                && start + 1 < place(operation.right.start())?;
            Some(Anchors { start, end: start + if is_doubled { 2 } else { 1 } })
        }
        Expr::Subscript(subscript) => {
            let start = first_after(text, place(subscript.value.end())?, |character| character == '[')?;
            Some(Anchors { start, end: place(subscript.end())? })
        }
        Expr::Call(call) => {
            let start = first_after(text, place(call.func.end())?, |character| character == '(')?;
            Some(Anchors { start, end: place(call.end())? })
        }
        _ => None,
    }
}

/// The first character from here on that is wanted, comments and the ends of lines passed over.
fn first_after(text: &str, mut at: usize, is_wanted: impl Fn(char) -> bool) -> Option<usize> {
    loop {
        let character = text.get(at..)?.chars().next()?;
        match character {
            '\\' | '#' => at += text[at..].find('\n')? + 1,
            '\n' => at += 1,
            _ if is_wanted(character) => return Some(at),
            _ => at += character.len_utf8(),
        }
    }
}

/// Whether the text is `return f(…)` or `name = f(…)` and the call stands at just this place: the column of its start in the
/// first line, and of its end in the last.
pub fn is_plain_call(text: &str, start: usize, end: usize) -> bool {
    let Ok(module) = parse_module(text) else { return false };
    let module = module.into_syntax();
    let call = match module.body.first() {
        Some(Stmt::Return(statement)) => statement.value.as_deref().filter(|value| {
            let function = value.as_call_expr().map(|call| &*call.func);
            matches!(function, Some(Expr::Name(_)))
        }),
        Some(Stmt::Assign(statement)) if matches!(&statement.targets[..], [Expr::Name(_)]) => {
            Some(&*statement.value).filter(|value| value.is_call_expr())
        }
        _ => None,
    };
    let last_line_start = text.rfind('\n').map_or(0, |at| at + 1);
    // Columns of the syntax tree count bytes, those of the text characters, and CPython compares them all the same.
    call.is_some_and(|call| call.start().to_usize() == start && call.end().to_usize() == last_line_start + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_and_brackets_are_found_whatever_stands_around_them() {
        let marked = |text: &'static str| anchors_of(text).map(|anchors| &text[anchors.start..anchors.end]);
        assert_eq!(marked("a // b"), Some("//"));
        assert_eq!(marked("(a) + (b)"), Some("+"));
        assert_eq!(marked("a *-b"), Some("*"));
        assert_eq!(marked("a +  # )\n  b"), Some("+"));
        assert_eq!(marked("f(')')[g(1)](2)"), Some("(2)"));
        assert_eq!(marked("f(\n1)"), Some("(\n1)"));
        assert_eq!(marked("d['[']"), Some("['[']"));
        assert_eq!(marked("not a"), None);
        assert_eq!(marked("raise a"), None);
    }

    #[test]
    fn a_plain_call_is_all_that_is_returned_or_stored_in_a_variable() {
        assert!(is_plain_call("return f(1)", 7, 11));
        assert!(is_plain_call("x = o.f(\n1)", 4, 2));
        assert!(!is_plain_call("return o.f(1)", 7, 13));
        assert!(!is_plain_call("o.x = f(1)", 6, 10));
        assert!(!is_plain_call("x = f(1) + 2", 4, 8));
        assert!(!is_plain_call("if f(1):", 3, 7));
    }
}
