//! Arguments of a call, and their binding to the parameters of a library function with CPython's complaints.

use super::classes;
use super::exception::Result;
use super::process::Machine;
use super::value::Value;
use crate::program::code::Symbol;
use smallvec::SmallVec;

/// The arguments of one call.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    pub positional: SmallVec<[Value; 4]>,
    pub keywords: Vec<(Symbol, Value)>,
}

impl Arguments {
    pub fn none() -> Self {
        Self::default()
    }

    pub fn positional(values: &[Value]) -> Self {
        Self { positional: SmallVec::from_slice(values), keywords: Vec::new() }
    }

    /// The n-th positional argument, or Unbound.
    pub fn get(&self, index: usize) -> Value {
        self.positional.get(index).copied().unwrap_or(Value::Unbound)
    }

    pub fn with_first(mut self, first: Value) -> Self {
        self.positional.insert(0, first);
        self
    }

    /// Binds to named parameters, of which the first `required` must be given; absent ones are Unbound. A name that
    /// starts with `/` or `*` is positional-only or keyword-only. The receiver of a method, if any, is not counted:
    /// pass it in `skip`.
    pub fn bind<const N: usize>(
        &self,
        machine: &mut Machine,
        function: &str,
        names: [&str; N],
        required: usize,
        skip: usize,
    ) -> Result<[Value; N]> {
        let mut bound = [Value::Unbound; N];
        if let (true, Some(positional)) = (self.keywords.is_empty(), self.positional.get(skip..))
            && (required..=N).contains(&positional.len())
            && !names[..positional.len()].iter().any(|name| name.starts_with('*'))
        {
            bound[..positional.len()].copy_from_slice(positional);
            return Ok(bound);
        }
        let keyword_only = |name: &str| name.starts_with('*');
        let positional_limit = names.iter().take_while(|name| !keyword_only(name)).count();
        let given = self.positional.len().saturating_sub(skip);
        if given > positional_limit {
            let message = too_many(machine, function, &names[..positional_limit], required, given);
            return Err(machine.raise(classes::TYPE_ERROR, &message));
        }
        for (slot, value) in bound.iter_mut().zip(self.positional.iter().skip(skip)) {
            *slot = *value;
        }
        for &(keyword, value) in &self.keywords {
            let name = machine.name_of(keyword);
            let found = names.iter().position(|known| known.trim_start_matches('*') == &*name);
            match found {
                Some(at) if bound[at].is_bound() => {
                    let message =
                        format!("argument for {function}() given by name ('{name}') and position ({})", at + 1);
                    return Err(machine.raise(classes::TYPE_ERROR, &message));
                }
                Some(at) => bound[at] = value,
                None if names.iter().all(|name| name.starts_with('/')) => {
                    let message = format!("{function}() takes no keyword arguments");
                    return Err(machine.raise(classes::TYPE_ERROR, &message));
                }
                None => {
                    let message = format!("{function}() got an unexpected keyword argument '{name}'");
                    return Err(machine.raise(classes::TYPE_ERROR, &message));
                }
            }
        }
        if let Some(missing) = bound.iter().take(required).position(|value| !value.is_bound()) {
            let message = match (names.len(), self.keywords.is_empty() && required == positional_limit) {
                (1, true) => format!("{function}() takes exactly one argument ({given} given)"),
                (_, false) if names[missing].starts_with('/') => {
                    format!("{function} expected at least {required} argument{}, got {given}", plural(required))
                }
                (_, true) => format!("{function} expected {required} argument{}, got {given}", plural(required)),
                _ => format!(
                    "{function}() missing required argument '{}' (pos {})",
                    names[missing].trim_start_matches(['/', '*']),
                    missing + 1
                ),
            };
            return Err(machine.raise(classes::TYPE_ERROR, &message));
        }
        Ok(bound)
    }
}

/// Functions that take keywords word it in another way (`_PyArg_UnpackKeywords`) than those that do not
/// (`_PyArg_CheckPositional`), in `Python/getargs.c`.
fn too_many(machine: &Machine, function: &str, names: &[&str], required: usize, given: usize) -> String {
    // The constructors of int and str no longer do since 3.13.
    let is_constructor = ["int", "str"].contains(&function) && machine.is_at_least(13);
    let takes_keywords = !is_constructor && names.iter().any(|name| !name.starts_with('/'));
    match (required, names.len()) {
        (low, high) if high > 1 && takes_keywords => {
            let bound = if low == high { "exactly" } else { "at most" };
            format!("{function}() takes {bound} {high} arguments ({given} given)")
        }
        (_, 0) => format!("{function}() takes no arguments ({given} given)"),
        (1, 1) => format!("{function}() takes exactly one argument ({given} given)"),
        (low, high) if low == high => format!("{function} expected {high} argument{}, got {given}", plural(high)),
        (_, high) => format!("{function} expected at most {high} argument{}, got {given}", plural(high)),
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
