//! `match`: the subject stays on the stack while the cases are tried, each on a copy.
//!
//! A pattern takes the value on top of the stack. What it captures is kept on the stack and only stored once the whole
//! pattern has matched: a pattern that fails binds nothing. From the bottom there are first the captures (the first
//! captured topmost), then the parts of subjects that are still to be matched. Where a pattern fails, both are dropped.

use super::Compiler;
use super::collect::span_of;
use super::emitter::Label;
use crate::program::code::Constant;
use crate::program::op::{BinaryOperator, Comparison, Op};
use crate::source::span::Span;
use ruff_python_ast::{self as ast, Pattern};
use ruff_text_size::Ranged;

/// A pattern in the making.
#[derive(Default)]
struct Attempt<'a> {
    /// The names to be bound, in the order of their capture.
    captures: Vec<&'a str>,
    /// How many parts of subjects lie above the captures, the one being matched not counted.
    parts: u32,
    /// Where to go on failure with that many values to drop.
    failures: Vec<Label>,
}

impl<'a> Compiler<'a, '_> {
    pub(super) fn match_statement(&mut self, choice: &'a ast::StmtMatch) {
        let end = self.label();
        self.expression(&choice.subject);
        for case in &choice.cases {
            self.match_case(case, end);
        }
        self.emit(Op::Pop, span_of(choice.subject.range()));
        self.bind(end);
    }

    fn match_case(&mut self, case: &'a ast::MatchCase, end: Label) {
        let span = span_of(case.pattern.range());
        let mut attempt = Attempt::default();
        if !is_wildcard(&case.pattern) {
            self.emit(Op::Copy(1), span);
            self.pattern(&case.pattern, &mut attempt);
            for name in std::mem::take(&mut attempt.captures) {
                self.store_name(name, span);
            }
        }
        if let Some(guard) = &case.guard {
            let failure = self.failure(&mut attempt, 0);
            self.jump_if(guard, false, failure);
        }
        self.emit(Op::Pop, span);
        self.body(&case.body);
        self.jump(Op::Jump(0), end, span);
        self.drop_on_failure(&mut attempt, span);
    }

    fn failure(&mut self, attempt: &mut Attempt<'a>, drops: usize) -> Label {
        while attempt.failures.len() <= drops {
            let label = self.label();
            attempt.failures.push(label);
        }
        attempt.failures[drops]
    }

    /// Jumps to where the pattern has failed.
    fn fail(&mut self, op: Op, attempt: &mut Attempt<'a>, span: Span) {
        let label = self.failure(attempt, attempt.parts as usize + attempt.captures.len());
        self.jump(op, label, span);
    }

    /// All failures meet here, each having dropped what it has to.
    fn drop_on_failure(&mut self, attempt: &mut Attempt<'a>, span: Span) {
        while let Some(label) = attempt.failures.pop() {
            self.bind(label);
            if !attempt.failures.is_empty() {
                self.emit(Op::Pop, span);
            }
        }
    }

    /// Moves the top of the stack below the `count - 1` values under it.
    fn rotate(&mut self, count: u32, span: Span) {
        for place in (2..=count).rev() {
            self.emit(Op::Swap(place), span);
        }
    }

    fn capture(&mut self, name: &'a str, attempt: &mut Attempt<'a>, span: Span) {
        self.rotate(attempt.parts + attempt.captures.len() as u32 + 1, span);
        attempt.captures.push(name);
    }

    fn pattern(&mut self, pattern: &'a Pattern, attempt: &mut Attempt<'a>) {
        let span = span_of(pattern.range());
        match pattern {
            Pattern::MatchValue(value) => {
                self.expression(&value.value);
                self.emit(Op::Compare(Comparison::Equal), span);
                self.fail(Op::JumpIfFalse(0), attempt, span);
            }
            Pattern::MatchSingleton(singleton) => {
                let constant = match singleton.value {
                    ast::Singleton::None => Constant::None,
                    ast::Singleton::True => Constant::True,
                    ast::Singleton::False => Constant::False,
                };
                self.constant(constant, span);
                self.emit(Op::Compare(Comparison::Is), span);
                self.fail(Op::JumpIfFalse(0), attempt, span);
            }
            Pattern::MatchSequence(sequence) => self.sequence_pattern(&sequence.patterns, attempt, span),
            Pattern::MatchMapping(mapping) => self.mapping_pattern(mapping, attempt, span),
            Pattern::MatchClass(class) => self.class_pattern(class, attempt, span),
            Pattern::MatchStar(star) => match &star.name {
                Some(name) => self.capture(name, attempt, span),
                None => self.emit(Op::Pop, span),
            },
            Pattern::MatchAs(capture) => {
                if let Some(inner) = &capture.pattern {
                    self.emit(Op::Copy(1), span);
                    attempt.parts += 1;
                    self.pattern(inner, attempt);
                    attempt.parts -= 1;
                }
                match &capture.name {
                    Some(name) => self.capture(name, attempt, span),
                    None => self.emit(Op::Pop, span),
                }
            }
            Pattern::MatchOr(alternatives) => self.or_pattern(&alternatives.patterns, attempt, span),
        }
    }

    fn sequence_pattern(&mut self, patterns: &'a [Pattern], attempt: &mut Attempt<'a>, span: Span) {
        let star = patterns.iter().position(Pattern::is_match_star);
        attempt.parts += 1;
        self.emit(Op::MatchSequence, span);
        self.fail(Op::JumpIfFalse(0), attempt, span);
        let (least, comparison) = match star {
            None => (patterns.len(), Comparison::Equal),
            Some(_) => (patterns.len() - 1, Comparison::GreaterOrEqual),
        };
        if star.is_none() || least > 0 {
            self.check_length(least, comparison, attempt, span);
        }
        attempt.parts -= 1;
        if patterns.iter().all(is_wildcard) {
            return self.emit(Op::Pop, span);
        }
        match star {
            Some(star) if patterns.get(star).is_some_and(is_wildcard) => {
                self.sequence_items(patterns, star, attempt, span);
            }
            _ => {
                match star {
                    None => self.emit(Op::UnpackSequence(patterns.len() as u32), span),
                    Some(star) => {
                        let after = patterns.len() - star - 1;
                        let (Ok(before), Ok(after)) = (u16::try_from(star), u16::try_from(after)) else {
                            return self.give_up();
                        };
                        self.emit(Op::UnpackStarred(before, after), span);
                    }
                }
                self.parts_on_stack(patterns.iter(), attempt);
            }
        }
    }

    /// The length of the subject, which stays on the stack, must compare so.
    fn check_length(&mut self, least: usize, comparison: Comparison, attempt: &mut Attempt<'a>, span: Span) {
        self.emit(Op::GetLength, span);
        self.constant(Constant::Int(least as i64), span);
        self.emit(Op::Compare(comparison), span);
        self.fail(Op::JumpIfFalse(0), attempt, span);
    }

    /// Matches values that lie on the stack, the first topmost.
    fn parts_on_stack(&mut self, patterns: impl ExactSizeIterator<Item = &'a Pattern>, attempt: &mut Attempt<'a>) {
        attempt.parts += patterns.len() as u32;
        for pattern in patterns {
            attempt.parts -= 1;
            self.pattern(pattern, attempt);
        }
    }

    /// `[first, *_, last]`: only the items that matter are taken out of the subject.
    fn sequence_items(&mut self, patterns: &'a [Pattern], star: usize, attempt: &mut Attempt<'a>, span: Span) {
        attempt.parts += 1;
        for (index, pattern) in patterns.iter().enumerate().filter(|(_, pattern)| !is_wildcard(pattern)) {
            self.emit(Op::Copy(1), span);
            if index < star {
                self.constant(Constant::Int(index as i64), span);
            } else {
                self.emit(Op::GetLength, span);
                self.constant(Constant::Int((patterns.len() - index) as i64), span);
                self.emit(Op::Binary(BinaryOperator::Subtract), span);
            }
            self.emit(Op::LoadSubscript, span);
            self.pattern(pattern, attempt);
        }
        attempt.parts -= 1;
        self.emit(Op::Pop, span);
    }

    fn mapping_pattern(&mut self, mapping: &'a ast::PatternMatchMapping, attempt: &mut Attempt<'a>, span: Span) {
        let count = mapping.keys.len();
        attempt.parts += 1;
        self.emit(Op::MatchMapping, span);
        self.fail(Op::JumpIfFalse(0), attempt, span);
        if count > 0 {
            self.check_length(count, Comparison::GreaterOrEqual, attempt, span);
        } else if mapping.rest.is_none() {
            attempt.parts -= 1;
            return self.emit(Op::Pop, span);
        }
        mapping.keys.iter().for_each(|key| self.expression(key));
        self.emit(Op::BuildTuple(count as u32), span);
        self.emit(Op::MatchKeys, span);
        attempt.parts += 2;
        self.emit(Op::Copy(1), span);
        self.fail(Op::JumpIfNone(0), attempt, span);
        self.emit(Op::UnpackSequence(count as u32), span);
        attempt.parts -= 1;
        self.parts_on_stack(mapping.patterns.iter(), attempt);
        attempt.parts -= 2;
        match &mapping.rest {
            Some(name) => {
                self.emit(Op::MatchRest, span);
                self.capture(name, attempt, span);
            }
            None => {
                self.emit(Op::Pop, span);
                self.emit(Op::Pop, span);
            }
        }
    }

    fn class_pattern(&mut self, class: &'a ast::PatternMatchClass, attempt: &mut Attempt<'a>, span: Span) {
        let ast::PatternArguments { patterns, keywords, .. } = &class.arguments;
        self.expression(&class.cls);
        let names = keywords.iter().map(|keyword| Constant::Str(keyword.attr.to_string())).collect();
        self.constant(Constant::Tuple(names), span);
        self.emit(Op::MatchClass(patterns.len() as u32), span);
        attempt.parts += 1;
        self.emit(Op::Copy(1), span);
        self.fail(Op::JumpIfNone(0), attempt, span);
        attempt.parts -= 1;
        let all: Vec<&'a Pattern> = patterns.iter().chain(keywords.iter().map(|keyword| &keyword.pattern)).collect();
        self.emit(Op::UnpackSequence(all.len() as u32), span);
        self.parts_on_stack(all.into_iter(), attempt);
    }

    fn or_pattern(&mut self, alternatives: &'a [Pattern], attempt: &mut Attempt<'a>, span: Span) {
        let end = self.label();
        let mut names: Option<Vec<&'a str>> = None;
        for alternative in alternatives {
            let mut own = Attempt::default();
            self.emit(Op::Copy(1), span);
            self.pattern(alternative, &mut own);
            match &names {
                Some(names) => self.reorder(&mut own.captures, names, span),
                None => names = Some(std::mem::take(&mut own.captures)),
            }
            self.jump(Op::Jump(0), end, span);
            self.drop_on_failure(&mut own, span);
        }
        self.emit(Op::Pop, span);
        self.fail(Op::Jump(0), attempt, span);
        self.bind(end);
        // The captures lie above the subject: one by one they go below all that must stay on top.
        let names = names.unwrap_or_default();
        let depth = names.len() as u32 + 1 + attempt.parts + attempt.captures.len() as u32;
        for name in names {
            self.rotate(depth, span);
            attempt.captures.push(name);
        }
        self.emit(Op::Pop, span);
    }

    /// Brings the captures on the stack, `found` from the top, into the order `wanted`.
    fn reorder(&mut self, found: &mut [&'a str], wanted: &[&'a str], span: Span) {
        for (place, name) in wanted.iter().enumerate() {
            let Some(other) = found.iter().position(|capture| capture == name).filter(|&other| other > place) else {
                continue;
            };
            found.swap(place, other);
            let (place, other) = (place as u32 + 1, other as u32 + 1);
            if place > 1 {
                self.emit(Op::Swap(place), span);
            }
            self.emit(Op::Swap(other), span);
            if place > 1 {
                self.emit(Op::Swap(place), span);
            }
        }
    }
}

fn is_wildcard(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchAs(capture) => capture.pattern.is_none() && capture.name.is_none(),
        Pattern::MatchStar(star) => star.name.is_none(),
        _ => false,
    }
}
