//! What CPython's compiler refuses though the grammar allows it, in CPython's words.

use super::collect::Collector;
use super::literals::constant_of;
use crate::source::order;
use ruff_python_ast::{self as ast, Arguments, Expr, IrrefutablePatternKind, Pattern};
use ruff_text_size::Ranged;
use std::collections::HashSet;

impl Collector {
    /// `*a = …`, and the elements of a target within one another.
    pub(super) fn check_target(&mut self, target: &Expr) {
        match target {
            Expr::Starred(starred) => {
                self.error(starred.range, "starred assignment target must be in a list or tuple");
            }
            Expr::Tuple(ast::ExprTuple { elts, range, .. }) | Expr::List(ast::ExprList { elts, range, .. }) => {
                if elts.iter().filter(|element| element.is_starred_expr()).count() > 1 {
                    self.error(*range, "multiple starred expressions in assignment");
                }
                for element in elts {
                    self.check_target(element.as_starred_expr().map_or(element, |starred| &starred.value));
                }
            }
            Expr::Attribute(attribute) if attribute.attr.as_str() == "__debug__" => {
                self.error(attribute.range, "cannot assign to __debug__");
            }
            _ => {}
        }
    }

    pub(super) fn check_arguments(&mut self, arguments: &Arguments) {
        let mut seen = HashSet::new();
        for keyword in &arguments.keywords {
            if let Some(name) = &keyword.arg
                && !seen.insert(name.as_str())
            {
                self.error(keyword.range, &format!("keyword argument repeated: {name}"));
            }
        }
    }

    pub(super) fn check_match(&mut self, choice: &ast::StmtMatch) {
        for (index, case) in choice.cases.iter().enumerate() {
            let is_last = index + 1 == choice.cases.len();
            if !is_last && case.guard.is_none() {
                self.check_refutable(&case.pattern);
            }
            let mut names = Vec::new();
            self.check_pattern(&case.pattern, &mut names);
        }
    }

    fn check_refutable(&mut self, pattern: &Pattern) {
        if let Some(irrefutable) = pattern.irrefutable_pattern() {
            let what = match irrefutable.kind {
                IrrefutablePatternKind::Name(name) => format!("name capture '{name}'"),
                IrrefutablePatternKind::Wildcard => "wildcard".to_owned(),
            };
            self.error(irrefutable.range, &format!("{what} makes remaining patterns unreachable"));
        }
    }

    /// Checks a pattern, and adds the names that it binds to `names`, those that the patterns before it bind.
    fn check_pattern(&mut self, pattern: &Pattern, names: &mut Vec<String>) {
        match pattern {
            Pattern::MatchValue(_) | Pattern::MatchSingleton(_) => {}
            Pattern::MatchSequence(sequence) => {
                if sequence.patterns.iter().filter(|pattern| pattern.is_match_star()).count() > 1 {
                    self.error(sequence.range, "multiple starred names in sequence pattern");
                }
                sequence.patterns.iter().for_each(|pattern| self.check_pattern(pattern, names));
            }
            Pattern::MatchMapping(mapping) => {
                self.check_mapping_keys(mapping);
                mapping.patterns.iter().for_each(|pattern| self.check_pattern(pattern, names));
                self.check_capture(mapping.rest.as_ref(), names);
            }
            Pattern::MatchClass(class) => {
                let mut seen = HashSet::new();
                for keyword in &class.arguments.keywords {
                    if !seen.insert(keyword.attr.as_str()) {
                        let message = format!("attribute name repeated in class pattern: {}", keyword.attr);
                        self.error(keyword.attr.range, &message);
                    }
                }
                let keywords = class.arguments.keywords.iter().map(|keyword| &keyword.pattern);
                for pattern in class.arguments.patterns.iter().chain(keywords) {
                    self.check_pattern(pattern, names);
                }
            }
            Pattern::MatchStar(star) => self.check_capture(star.name.as_ref(), names),
            Pattern::MatchAs(capture) => {
                if let Some(pattern) = &capture.pattern {
                    self.check_pattern(pattern, names);
                }
                self.check_capture(capture.name.as_ref(), names);
            }
            Pattern::MatchOr(alternatives) => self.check_alternatives(alternatives, names),
        }
    }

    fn check_alternatives(&mut self, alternatives: &ast::PatternMatchOr, names: &mut Vec<String>) {
        let mut first: Option<Vec<String>> = None;
        for (index, pattern) in alternatives.patterns.iter().enumerate() {
            if index + 1 < alternatives.patterns.len() {
                self.check_refutable(pattern);
            }
            let mut own = Vec::new();
            self.check_pattern(pattern, &mut own);
            order::sort(&mut own);
            match &first {
                Some(first) if *first != own => {
                    return self.error(alternatives.range, "alternative patterns bind different names");
                }
                Some(_) => {}
                None => first = Some(own),
            }
        }
        for name in first.unwrap_or_default() {
            self.check_name(name, alternatives.range, names);
        }
    }

    fn check_capture(&mut self, name: Option<&ast::Identifier>, names: &mut Vec<String>) {
        if let Some(name) = name {
            self.check_name(name.to_string(), name.range, names);
        }
    }

    fn check_name(&mut self, name: String, range: ruff_text_size::TextRange, names: &mut Vec<String>) {
        if names.contains(&name) {
            self.error(range, &format!("multiple assignments to name '{name}' in pattern"));
        } else {
            names.push(name);
        }
    }

    fn check_mapping_keys(&mut self, mapping: &ast::PatternMatchMapping) {
        let mut seen = Vec::new();
        for key in &mapping.keys {
            let Some(constant) = constant_of(key) else { continue };
            if seen.contains(&constant) {
                let text = self.text_of(key.range());
                self.error(mapping.range, &format!("mapping pattern checks duplicate key ({text})"));
            }
            seen.push(constant);
        }
    }
}
