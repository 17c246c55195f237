//! The binding of arguments to parameters, with CPython's complaints (`Python/ceval.c`, `initialize_locals`).

use super::arguments::Arguments;
use super::exception::Result;
use super::object::{Function, Payload};
use super::process::Machine;
use super::text::suggestion::suggest;
use super::value::Value;
use crate::program::code::{Code, Symbol};
use std::ops::Range;

/// Since this version a keyword that is nearly right is told (gh-107944).
const KEYWORDS_SUGGESTED_SINCE: u8 = 13;

impl Machine {
    /// Lays out the locals of a call (`Python/ceval.c`, `initialize_locals`).
    pub(super) fn bind_parameters(&mut self, function: &Function, arguments: Arguments) -> Result<Vec<Value>> {
        let code = &function.code;
        let parameters = &code.parameters;
        let positional = parameters.positional as usize;
        let keyword_only = parameters.keyword_only as usize;
        let mut locals = vec![Value::Unbound; code.local_names.len()];
        let given = arguments.positional.len();
        for (slot, &value) in locals.iter_mut().zip(arguments.positional.iter().take(positional)) {
            *slot = value;
        }
        let star_slot = positional + keyword_only;
        if parameters.has_star_args {
            let rest = arguments.positional.iter().skip(positional).copied().collect();
            locals[star_slot] = self.tuple(rest);
        }
        let mut extra_keywords = Vec::new();
        for &(name, value) in &arguments.keywords {
            let found = (parameters.positional_only as usize..positional + keyword_only)
                .find(|&slot| code.local_names.get(slot) == Some(&name));
            match found {
                Some(slot) if locals[slot].is_bound() => {
                    let text = self.name_of(name);
                    return self.type_error(&format!(
                        "{}() got multiple values for argument '{text}'",
                        self.call_name(function)
                    ));
                }
                Some(slot) => locals[slot] = value,
                None => extra_keywords.push((name, value)),
            }
        }
        if parameters.has_star_kwargs {
            let entries: Vec<(Value, Value)> =
                extra_keywords.iter().map(|&(name, value)| (self.name_value(name), value)).collect();
            locals[star_slot + usize::from(parameters.has_star_args)] = self.new_dict(&entries)?;
        } else if !extra_keywords.is_empty() {
            return self.unexpected_keywords(function, &extra_keywords);
        }
        if given > positional && !parameters.has_star_args {
            return self.too_many_arguments(function, &locals, given);
        }
        let defaults = &function.defaults;
        let first_default = positional.saturating_sub(defaults.len());
        for slot in first_default..positional {
            if !locals[slot].is_bound() {
                locals[slot] = defaults[slot - first_default];
            }
        }
        for &(name, value) in &function.keyword_defaults {
            if let Some(slot) =
                (positional..positional + keyword_only).find(|&slot| code.local_names.get(slot) == Some(&name))
                && !locals[slot].is_bound()
            {
                locals[slot] = value;
            }
        }
        for (range, kind) in [(0..positional, "positional"), (positional..positional + keyword_only, "keyword-only")] {
            if range.clone().any(|slot| !locals[slot].is_bound()) {
                return self.missing_arguments(function, &locals, range, kind);
            }
        }
        Ok(locals)
    }

    #[cold]
    #[inline(never)]
    fn missing_arguments<T>(
        &mut self,
        function: &Function,
        locals: &[Value],
        range: Range<usize>,
        kind: &str,
    ) -> Result<T> {
        let missing: Vec<String> = range
            .filter(|&slot| !locals[slot].is_bound())
            .filter_map(|slot| function.code.local_names.get(slot))
            .map(|&name| format!("'{}'", self.name_of(name)))
            .collect();
        let (count, list) = (missing.len(), join_names(&missing));
        let plural = if count == 1 { "" } else { "s" };
        let function_name = self.call_name(function);
        self.type_error(&format!("{function_name}() missing {count} required {kind} argument{plural}: {list}"))
    }

    /// A keyword that is no parameter, or one that can only be given by its position.
    #[cold]
    #[inline(never)]
    fn unexpected_keywords<T>(&mut self, function: &Function, keywords: &[(Symbol, Value)]) -> Result<T> {
        let (code, parameters) = (&function.code, &function.code.parameters);
        let text = keywords.first().map_or_else(Default::default, |&(name, _)| self.name_of(name));
        let positional_only: Vec<String> = (0..parameters.positional_only as usize)
            .filter_map(|slot| code.local_names.get(slot))
            .filter(|&&parameter| keywords.iter().any(|&(given, _)| given == parameter))
            .map(|&parameter| self.name_of(parameter).to_string())
            .collect();
        let function_name = self.call_name(function);
        self.type_error(&if positional_only.is_empty() {
            let hint = self.keyword_hint(code, &text);
            format!("{function_name}() got an unexpected keyword argument '{text}'{hint}")
        } else {
            format!(
                "{function_name}() got some positional-only arguments passed as keyword arguments: '{}'",
                positional_only.join(", ")
            )
        })
    }

    /// `. Did you mean 'target'?`, since 3.13.
    fn keyword_hint(&self, code: &Code, wrong: &str) -> String {
        if !self.is_at_least(KEYWORDS_SUGGESTED_SINCE) {
            return String::new();
        }
        let parameters = &code.parameters;
        let names: Vec<_> = code.local_names[..]
            .iter()
            .take((parameters.positional + parameters.keyword_only) as usize)
            .skip(parameters.positional_only as usize)
            .map(|&name| self.name_of(name))
            .collect();
        suggest(wrong, names.iter().map(|name| &**name), self.settings.python.0)
            .map(|name| format!(". Did you mean '{name}'?"))
            .unwrap_or_default()
    }

    #[cold]
    #[inline(never)]
    pub(super) fn too_many_arguments<T>(&mut self, function: &Function, locals: &[Value], given: usize) -> Result<T> {
        let parameters = &function.code.parameters;
        let positional = parameters.positional as usize;
        let defaults = function.defaults.len();
        let keyword_given =
            (positional..positional + parameters.keyword_only as usize).filter(|&slot| locals[slot].is_bound()).count();
        let takes = if defaults > 0 {
            format!("from {} to {positional}", positional - defaults)
        } else {
            positional.to_string()
        };
        let plural = if positional == 1 && defaults == 0 { "" } else { "s" };
        let were = if given == 1 && keyword_given == 0 { "was" } else { "were" };
        let keywords = if keyword_given > 0 {
            format!(
                " positional argument{} (and {keyword_given} keyword-only argument{})",
                if given == 1 { "" } else { "s" },
                if keyword_given == 1 { "" } else { "s" }
            )
        } else {
            String::new()
        };
        let name = self.call_name(function);
        self.type_error(&format!(
            "{name}() takes {takes} positional argument{plural} but {given}{keywords} {were} given"
        ))
    }

    /// What complaints call a function: its qualified name since 3.10, before that its name.
    pub(super) fn call_name(&self, function: &Function) -> String {
        let name = if self.is_at_least(10) { function.qualified_name } else { function.name };
        self.as_str(name).map(|text| text.to_string()).unwrap_or_default()
    }

    /// The keyword arguments in a dict of `**kwargs`.
    pub fn keywords_of(&mut self, mapping: Value) -> Result<Vec<(Symbol, Value)>> {
        let entries: Vec<(Value, Value)> = match self.payload(mapping) {
            Some(Payload::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            _ => Vec::new(),
        };
        let mut keywords = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            match self.as_str(key).cloned() {
                Some(name) => keywords.push((self.intern(&name), value)),
                None => return self.type_error("keywords must be strings"),
            }
        }
        Ok(keywords)
    }
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`.
fn join_names(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [init @ .., last] => format!("{}, and {last}", init.join(", ")),
    }
}
