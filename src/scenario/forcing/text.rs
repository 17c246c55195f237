//! The program's text with the gates in it.

use super::order::{Gate, Order};
use super::statements::{Shape, Spot, Statements};
use crate::machine::event::ThreadId;
use crate::source::edit::{TextEdit, apply, layout};
use crate::source::parse::Parsed;
use crate::source::span::Span;
use ruff_python_ast::Stmt;
use ruff_text_size::Ranged;
use std::collections::BTreeMap;

/// What waits at the gates.
const TURNS: &str = include_str!("turns.py");
/// The names that are put in; those that the program has not.
const NAMES: [&str; 3] = ["_turn", "_turn_of_outcome", "_turn_of_forced_outcome"];
const VALUES: [&str; 3] = ["_value", "_value_before_turn", "_value_of_forced_outcome"];
/// The longest line of the comment.
const LINE_CHARACTERS: usize = 96;

/// The order of what is put in at the same offset.
const RANK_CLOSING: u32 = 0;
const RANK_ENDS: u32 = 1_000;
const RANK_LINES: u32 = RANK_ENDS + 1;
const RANK_OPENING: u32 = RANK_ENDS + 2;
/// Gates of one line beyond the first.
const LETTERS: [&str; 8] = ["b", "c", "d", "e", "f", "g", "h", "i"];

/// Why there is no place for a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// At this offset.
    Line(u32),
    /// The program uses all the names that could be put in.
    Name,
}

/// What the text is made of.
pub struct Source<'a> {
    pub text: &'a str,
    pub parsed: &'a Parsed,
    pub statements: &'a Statements,
}

/// Puts the gates in. `name_of` gives the name of a thread; `visits_alone` whether only this thread comes to the spot.
///
/// # Errors
/// There is no line for one of them.
pub fn with_gates(
    source: &Source<'_>,
    order: &Order,
    comment: &str,
    name_of: &dyn Fn(ThreadId) -> String,
    visits_alone: &dyn Fn(ThreadId, Spot) -> bool,
) -> Result<String, NoPlace> {
    let Source { text, statements, .. } = *source;
    let unused = |names: [&'static str; 3]| names.into_iter().find(|name| !text.contains(name)).ok_or(NoPlace::Name);
    let (turn, value) = (unused(NAMES)?, unused(VALUES)?);
    let mut by_spot: BTreeMap<Spot, Vec<&Gate>> = BTreeMap::new();
    for gate in &order.gates {
        by_spot.entry(gate.spot).or_default().push(gate);
    }
    let mut edits: Vec<(u32, TextEdit)> = Vec::new();
    let mut taken_apart: Vec<Span> = Vec::new();
    for (&spot, gates) in &by_spot {
        let place = place_of(statements, spot);
        let alone = gates.iter().all(|gate| visits_alone(gate.thread, spot));
        let argument = argument(gates, alone, name_of);
        // Gates within one line are told apart by a letter.
        let line = |spot: Spot| layout::line_start(text, place_of(statements, spot).start);
        let is_within = |spot: &Spot| matches!(spot, Spot::BeforePart(_));
        let here = by_spot.keys().filter(|other| is_within(other) && line(**other) == line(spot));
        let number = if is_within(&spot) { here.take_while(|other| **other != spot).count() } else { 0 };
        let call = match number.checked_sub(1).and_then(|number| LETTERS.get(number)) {
            None if number > 0 => return Err(NoPlace::Line(place.start)),
            None => format!("{turn}({argument})"),
            Some(letter) => format!("{turn}({argument}, \"{letter}\")"),
        };
        if let Spot::BeforePart(part) = spot {
            let loosely = statements.parts.get(part).is_some_and(|part| part.binds_loosely);
            let (opening, closing) = if loosely { ("(", "))") } else { ("", ")") };
            edits.push((RANK_OPENING, TextEdit::insert(place.start, format!("({call} or {opening}"))));
            edits.push((RANK_CLOSING, TextEdit::insert(place.end, closing)));
            continue;
        }
        let (at, indentation) = statements.line_for(text, spot).ok_or(NoPlace::Line(place.start))?;
        match spot {
            Spot::Within(index) => {
                let shape = statements.list.get(index).map(|statement| &statement.shape);
                let (evaluated, stored) = apart(text, shape, value)
                    .filter(|_| layout::stands_alone(text, place))
                    .ok_or(NoPlace::Line(place.start))?;
                let replacement = format!("{value} = {evaluated}\n{indentation}{call}\n{indentation}{stored}");
                taken_apart.push(place);
                edits.push((RANK_OPENING, TextEdit::replace(place, replacement)));
            }
            _ => {
                let newline = if at as usize >= text.len() && !text.ends_with('\n') { "\n" } else { "" };
                let rank = match spot {
                    Spot::EndOf(_) => RANK_ENDS - (indentation.len() as u32).min(RANK_ENDS - RANK_CLOSING - 1),
                    _ => RANK_LINES,
                };
                edits.push((rank, TextEdit::insert(at, format!("{newline}{indentation}{call}\n"))));
            }
        }
    }
    for place in taken_apart {
        let inside = |edit: &TextEdit| edit.span.start > place.start && edit.span.start < place.end;
        if edits.iter().any(|(_, edit)| edit.span != place && inside(edit)) {
            return Err(NoPlace::Line(place.start));
        }
    }
    // What ends comes before what begins, and of what begins the larger comes first.
    edits.sort_by_key(|(rank, edit)| (edit.span.start, *rank));
    let edits = joined(edits.into_iter().map(|(_, edit)| edit).collect());
    let body = apply(text, &edits);
    let head = helper(comment, turn, order);
    let start = head_ends(source.parsed, text) as usize;
    // Nothing is put in before the head, so that it is as long as it was.
    let (before, after) = (body.get(..start).unwrap_or(""), body.get(start..).unwrap_or(""));
    let gap = if before.is_empty() || before.ends_with("\n\n") { "" } else { "\n" };
    let gap = if before.is_empty() || before.ends_with('\n') { gap } else { "\n\n" };
    Ok(format!("{before}{gap}{head}{}", after.trim_start_matches('\n')))
}

/// Lines that are put in at the same offset, one after the other.
fn joined(edits: Vec<TextEdit>) -> Vec<TextEdit> {
    let mut joined: Vec<TextEdit> = Vec::new();
    for edit in edits {
        match joined.last_mut() {
            Some(last) if last.span == edit.span && edit.span.is_empty() => {
                last.replacement.push_str(&edit.replacement)
            }
            _ => joined.push(edit),
        }
    }
    joined
}

pub fn place_of(statements: &Statements, spot: Spot) -> Span {
    if let Spot::BeforePart(part) = spot {
        return statements.parts.get(part).map_or(Span::default(), |part| part.span);
    }
    let statement = match spot {
        Spot::BeforePart(_) => None,
        Spot::Before(index) | Spot::Within(index) => statements.list.get(index),
        Spot::EndOf(block) => {
            let last = statements.blocks.get(block).and_then(|block| block.statements.last());
            last.and_then(|&last| statements.list.get(last))
        }
    };
    statement.map_or(Span::default(), |statement| statement.span)
}

/// What a gate is told: which turn begins there, for which thread and which time.
fn argument(gates: &[&Gate], alone: bool, name_of: &dyn Fn(ThreadId) -> String) -> String {
    let mut by_thread: BTreeMap<ThreadId, Vec<(u32, usize)>> = BTreeMap::new();
    for gate in gates {
        by_thread.entry(gate.thread).or_default().push((gate.time, gate.turn));
    }
    let of_thread = |times: &[(u32, usize)]| match times {
        [(1, turn)] => turn.to_string(),
        times => {
            let times: Vec<String> = times.iter().map(|(time, turn)| format!("{time}: {turn}")).collect();
            format!("{{{}}}", times.join(", "))
        }
    };
    if let (true, 1, Some(times)) = (alone, by_thread.len(), by_thread.values().next()) {
        return of_thread(times);
    }
    let threads =
        by_thread.iter().map(|(thread, times)| format!("{}: {}", quoted(&name_of(*thread)), of_thread(times)));
    format!("{{{}}}", threads.collect::<Vec<_>>().join(", "))
}

/// A text as Python writes it.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|character| match character {
            '"' | '\\' => format!("\\{character}"),
            '\n' => "\\n".to_owned(),
            '\r' => "\\r".to_owned(),
            other => other.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

/// An assignment in two: what is evaluated, and what is then stored.
fn apart(text: &str, shape: Option<&Shape>, value: &str) -> Option<(String, String)> {
    match shape? {
        Shape::Assign { targets, value: evaluated } => {
            Some((evaluated.text(text).to_owned(), format!("{}{value}", targets.text(text))))
        }
        Shape::Augmented { target, operator, value: added } => {
            let (target, added) = (target.text(text), added.text(text));
            let is_plain = added.chars().all(|character| character.is_alphanumeric() || "_.".contains(character));
            let added = if is_plain { added.to_owned() } else { format!("({added})") };
            Some((format!("{target} {operator} {added}"), format!("{target} = {value}")))
        }
        _ => None,
    }
}

/// Where the docstring and the imports from the future end: nothing may stand before those.
fn head_ends(parsed: &Parsed, text: &str) -> u32 {
    let mut end = 0;
    for (index, statement) in parsed.module.body.iter().enumerate() {
        let is_head = match statement {
            Stmt::Expr(expression) => index == 0 && expression.value.is_string_literal_expr(),
            Stmt::ImportFrom(import) => import.module.as_deref() == Some("__future__"),
            _ => false,
        };
        if !is_head {
            break;
        }
        end = layout::line_after(text, statement.range().end().to_u32());
    }
    end
}

/// The comment, and what waits at the gates.
fn helper(comment: &str, turn: &str, order: &Order) -> String {
    let mut head = String::new();
    for paragraph in comment.split('\n') {
        let mut line = String::from("#");
        for word in paragraph.split(' ') {
            if line.chars().count() + word.chars().count() >= LINE_CHARACTERS {
                head.push_str(line.trim_end());
                head.push('\n');
                line = String::from("#");
            }
            line.push(' ');
            line.push_str(word);
        }
        head.push_str(line.trim_end());
        head.push('\n');
    }
    head.push_str("import sys as _sys\nimport threading as _threading\nimport time as _time\n\n\n");
    head.push_str(TURNS);
    let loose: Vec<String> = order.loose.iter().map(ToString::to_string).collect();
    let loose = if loose.is_empty() { "set()".to_owned() } else { format!("{{{}}}", loose.join(", ")) };
    head.push_str(&format!(
        "{turn} = _Turns(loose={loose})\n# What follows is the program, with the turns put in.\n\n"
    ));
    head
}
