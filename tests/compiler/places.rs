//! The line that CPython blames for an operation, as found by running CPython 3.13.

use super::compile;
use last_thread_standing::program::op::Op;

/// The line of the only operation that `wanted` picks out.
#[track_caller]
fn line_of(text: &str, wanted: impl Fn(Op) -> bool) -> u32 {
    let program = compile(text).expect("the text compiles");
    let places = program.codes.iter().flat_map(|code| (0..code.ops.len() as u32).map(move |index| (code, index)));
    let mut lines = places.filter(|&(code, index)| wanted(code.ops[index as usize]));
    let (code, index) = lines.next().expect("the operation is there");
    assert_eq!(lines.count(), 0, "there is only one");
    program.line_at(code, index)
}

#[test]
fn a_call_is_blamed_where_it_begins() {
    assert_eq!(line_of("x = (\n  f(\n    1,\n  )\n)", |op| matches!(op, Op::Call(_))), 2);
    assert_eq!(line_of("@first\n@deco(\n  1, 2)\ndef f(): pass", |op| op == Op::Call(2)), 2);
}

#[test]
fn a_method_call_is_blamed_where_its_name_stands() {
    let text = "(thing\n  .first\n  .second(\n    1))";
    assert_eq!(line_of(text, |op| matches!(op, Op::LoadAttribute(_))), 2);
    assert_eq!(line_of(text, |op| matches!(op, Op::LoadMethod(_))), 3);
    assert_eq!(line_of(text, |op| matches!(op, Op::CallMethod(_))), 3);
}

#[test]
fn an_operator_is_blamed_where_its_left_side_begins() {
    assert_eq!(line_of("x = (\n  a +\n  b)", |op| matches!(op, Op::Binary(_))), 2);
    assert_eq!(line_of("x = (1 <\n  2)", |op| matches!(op, Op::Compare(_))), 1);
    assert_eq!(line_of("a[\n  0] += (\n  1)", |op| matches!(op, Op::InPlace(_))), 1);
}

#[test]
fn statements_are_blamed_where_they_can_fail() {
    assert_eq!(line_of("raise (\n  E(\n    1))", |op| matches!(op, Op::Raise(_))), 1);
    assert_eq!(line_of("assert (\n  x == 1), (\n  'text')", |op| matches!(op, Op::Raise(_))), 2);
    assert_eq!(line_of("with (\n  a as b,\n):\n  pass", |op| op == Op::BeforeWith), 2);
    assert_eq!(line_of("with (\n  a as b,\n):\n  pass", |op| op == Op::Call(3)), 2);
    assert_eq!(line_of("for x in (\n  f.y):\n  pass", |op| op == Op::GetIterator), 2);
    assert_eq!(line_of("@a\n@b\nclass C:\n  pass", |op| op == Op::LoadBuildClass), 3);
}
