//! Comparisons, membership, and the search for the methods that define them.

use super::arguments::Arguments;
use super::exception::Result;
use super::frame::Then;
use super::heap::ObjectId;
use super::library::Flow;
use super::names;
use super::object::{DictPart, Payload};
use super::process::Machine;
use super::value::Value;
use crate::program::code::Symbol;
use crate::program::op::Comparison;
use std::cmp::Ordering;

impl Machine {
    /// `left is right`. A namespace is seen through an object of its own each time, and yet is one.
    fn is_same(&self, left: Value, right: Value) -> bool {
        left.is(right)
            || matches!((self.payload(left), self.payload(right)),
                (Some(Payload::Namespace(one)), Some(Payload::Namespace(other))) if one == other)
    }

    pub fn compare(&mut self, comparison: Comparison, left: Value, right: Value) -> Result<Flow> {
        match comparison {
            Comparison::Is => return Ok(Flow::Value(self.is_same(left, right).into())),
            Comparison::IsNot => return Ok(Flow::Value((!self.is_same(left, right)).into())),
            Comparison::In => return self.contains(right, left, false),
            Comparison::NotIn => return self.contains(right, left, true),
            _ => {}
        }
        let Some((_, method, reflected)) = comparison_names(comparison) else { return Ok(Flow::Value(Value::None)) };
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        if self.class(left_class).is_user || self.class(right_class).is_user {
            let call = |callable, receiver, other, done| {
                Ok(Flow::Call {
                    callable,
                    arguments: Arguments::positional(&[receiver, other]),
                    then: Then::Compare { comparison, left, right, reflected: done },
                })
            };
            let reflected_method = comparison_names(reflected).map_or(method, |(_, method, _)| method);
            if left_class != right_class
                && self.is_subclass(right_class, left_class)
                && let Some(found) = self.comparison_method(right_class, reflected_method)
            {
                return call(found, right, left, true);
            }
            if let Some(found) = self.comparison_method(left_class, method) {
                return call(found, left, right, false);
            }
            if let Some(found) = self.comparison_method(right_class, reflected_method) {
                return call(found, right, left, true);
            }
        }
        self.compare_built_in(comparison, left, right)
    }

    /// The method for a comparison; `!=` falls back on the inverse of `==` (see [`Machine::compare_next`]).
    pub(super) fn comparison_method(&self, class: ObjectId, method: Symbol) -> Option<Value> {
        self.lookup_overridden(class, method)
            .or_else(|| (method == names::NE).then(|| self.lookup_overridden(class, names::EQ)).flatten())
    }

    /// What comes after a comparison method gave its result.
    pub fn compare_next(
        &mut self,
        comparison: Comparison,
        left: Value,
        right: Value,
        was_reflected: bool,
        result: Value,
    ) -> Result<Flow> {
        if result != Value::NotImplemented {
            let receiver = if was_reflected { right } else { left };
            let inverted = comparison == Comparison::NotEqual
                && self.lookup_overridden(self.class_of(receiver), names::NE).is_none();
            if !inverted {
                return Ok(Flow::Value(result));
            }
            return match self.truth(result)? {
                Some(truth) => Ok(Flow::Value(Value::Bool(!truth))),
                None => self.truth_by_method(result, Then::Truth { negate: true }),
            };
        }
        let Some((_, _, reflected)) = comparison_names(comparison) else { return Ok(Flow::Value(Value::None)) };
        let right_class = self.class_of(right);
        let reflected_method = comparison_names(reflected).map_or(names::EQ, |(_, method, _)| method);
        if !was_reflected && let Some(found) = self.comparison_method(right_class, reflected_method) {
            return Ok(Flow::Call {
                callable: found,
                arguments: Arguments::positional(&[right, left]),
                then: Then::Compare { comparison, left, right, reflected: true },
            });
        }
        match comparison {
            Comparison::Equal => Ok(Flow::Value(left.is(right).into())),
            Comparison::NotEqual => Ok(Flow::Value((!left.is(right)).into())),
            _ => self.compare_built_in(comparison, left, right),
        }
    }

    pub(super) fn compare_built_in(&mut self, comparison: Comparison, left: Value, right: Value) -> Result<Flow> {
        if let Comparison::Equal | Comparison::NotEqual = comparison {
            return match self.equal(left, right)? {
                Some(equal) => Ok(Flow::Value((equal == (comparison == Comparison::Equal)).into())),
                None if self.is_container(left) && self.is_container(right) => {
                    let function = self.library_function("containers_equal");
                    Ok(Flow::Call {
                        callable: function,
                        arguments: Arguments::positional(&[left, right]),
                        then: Then::Truth { negate: comparison == Comparison::NotEqual },
                    })
                }
                None => Ok(Flow::Value((left.is(right) == (comparison == Comparison::Equal)).into())),
            };
        }
        if let (Some(a), Some(b)) = (self.set_members(left), self.set_members(right)) {
            return self.compare_sets(comparison, &a, &b).map(|truth| Flow::Value(truth.into()));
        }
        if self.is_set_like(left) && self.is_set_like(right) {
            let function = self.library_function("views_compare");
            let sign = self.str(comparison_names(comparison).map_or("", |(sign, ..)| sign));
            return Ok(Flow::Call {
                callable: function,
                arguments: Arguments::positional(&[left, right, sign]),
                then: Then::Push,
            });
        }
        if let Some(ordering) = self.order(left, right)? {
            let truth = ordering.is_some_and(|ordering| match comparison {
                Comparison::Less => ordering == Ordering::Less,
                Comparison::LessOrEqual => ordering != Ordering::Greater,
                Comparison::Greater => ordering == Ordering::Greater,
                _ => ordering != Ordering::Less,
            });
            return Ok(Flow::Value(truth.into()));
        }
        let sign = comparison_names(comparison).map_or("", |(sign, ..)| sign);
        if self.as_sequence(left).is_some() && self.class_of(left) == self.class_of(right) {
            let function = self.library_function("sequences_compare");
            let sign = self.str(sign);
            return Ok(Flow::Call {
                callable: function,
                arguments: Arguments::positional(&[left, right, sign]),
                then: Then::Push,
            });
        }
        let (left_name, right_name) = (self.type_name(left), self.type_name(right));
        self.type_error(&format!("'{sign}' not supported between instances of '{left_name}' and '{right_name}'"))
    }

    /// A set, or what is compared with one as another set is.
    pub(super) fn is_set_like(&self, value: Value) -> bool {
        self.is_set_view(value) || matches!(self.payload(value), Some(Payload::Set(_) | Payload::FrozenSet(_)))
    }

    pub(super) fn is_container(&self, value: Value) -> bool {
        matches!(
            self.payload(value),
            Some(Payload::List(_) | Payload::Tuple(_) | Payload::Dict(_) | Payload::Set(_) | Payload::FrozenSet(_))
                | Some(Payload::DictView(DictPart::Keys | DictPart::Items, _))
        )
    }

    pub(super) fn compare_sets(&self, comparison: Comparison, left: &[Value], right: &[Value]) -> Result<bool> {
        let all_in = |some: &[Value], others: &[Value]| -> Result<bool> {
            for &one in some {
                let mut found = false;
                for &other in others {
                    if self.same(one, other)? == Some(true) {
                        found = true;
                        break;
                    }
                }
                if !found {
                    return Ok(false);
                }
            }
            Ok(true)
        };
        Ok(match comparison {
            Comparison::LessOrEqual => left.len() <= right.len() && all_in(left, right)?,
            Comparison::Less => left.len() < right.len() && all_in(left, right)?,
            Comparison::GreaterOrEqual => right.len() <= left.len() && all_in(right, left)?,
            _ => right.len() < left.len() && all_in(right, left)?,
        })
    }

    /// `item in container`.
    pub fn contains(&mut self, container: Value, item: Value, negate: bool) -> Result<Flow> {
        let class = self.class_of(container);
        if let Some(found) = self.lookup_overridden(class, names::CONTAINS) {
            return Ok(Flow::Call {
                callable: found,
                arguments: Arguments::positional(&[container, item]),
                then: Then::Truth { negate },
            });
        }
        self.built_in_contains(container, item, negate)
    }

    /// As [`Machine::contains`], whatever a class derived from a built-in one says.
    pub fn built_in_contains(&mut self, container: Value, item: Value, negate: bool) -> Result<Flow> {
        let answer = match self.payload(container) {
            Some(Payload::Str(text)) => match self.as_str(item) {
                Some(part) => Some(text.text.contains(&**part)),
                None => {
                    let name = self.type_name(item);
                    return self.type_error(&format!("'in <string>' requires string as left operand, not {name}"));
                }
            },
            Some(Payload::List(_) | Payload::Tuple(_)) => {
                self.heap.count_items(self.as_sequence(container).map_or(0, <[Value]>::len));
                let items = self.as_sequence(container).unwrap_or(&[]);
                let mut answer = Some(false);
                for &other in items {
                    match self.same(other, item)? {
                        Some(false) => {}
                        decided => {
                            answer = decided;
                            break;
                        }
                    }
                }
                answer
            }
            Some(Payload::Dict(_) | Payload::Set(_) | Payload::FrozenSet(_)) => {
                let item = self.as_member(container, item);
                self.find_key(container, item)?.map(|slot| slot.is_some())
            }
            Some(Payload::DictView(DictPart::Keys, dict)) => {
                let dict = Value::Object(*dict);
                self.find_key(dict, item)?.map(|slot| slot.is_some())
            }
            Some(Payload::Range(range)) => self.as_int(item).map(|number| {
                let range = **range;
                let offset = number as i128 - range.start as i128;
                offset % range.step as i128 == 0 && (0..range.len() as i128).contains(&(offset / range.step as i128))
            }),
            Some(Payload::Bytes(bytes)) => match (self.as_int(item), self.payload(item)) {
                (Some(byte), _) => Some(bytes.iter().any(|&other| i64::from(other) == byte)),
                (None, Some(Payload::Bytes(part))) => {
                    Some(part.is_empty() || bytes.windows(part.len()).any(|window| window == &part[..]))
                }
                (None, Some(Payload::ByteArray(part))) => {
                    Some(part.is_empty() || bytes.windows(part.len()).any(|window| window == &part[..]))
                }
                _ => {
                    let name = self.type_name(item);
                    return self.type_error(&format!("a bytes-like object is required, not '{name}'"));
                }
            },
            Some(Payload::Namespace(owner)) => {
                let owner = *owner;
                let name = self.as_str(item).cloned();
                Some(
                    name.and_then(|name| self.program.symbols.get(&name))
                        .is_some_and(|symbol| self.namespace_item(owner, symbol).is_some()),
                )
            }
            _ => None,
        };
        match answer {
            Some(answer) => Ok(Flow::Value((answer != negate).into())),
            None => {
                let function = self.library_function("contains_by_iteration");
                Ok(Flow::Call {
                    callable: function,
                    arguments: Arguments::positional(&[container, item]),
                    then: Then::Truth { negate },
                })
            }
        }
    }
}

/// The sign and method of a rich comparison, and the comparison with the operands exchanged.
pub fn comparison_names(comparison: Comparison) -> Option<(&'static str, Symbol, Comparison)> {
    use Comparison as C;
    Some(match comparison {
        C::Less => ("<", names::LT, C::Greater),
        C::LessOrEqual => ("<=", names::LE, C::GreaterOrEqual),
        C::Equal => ("==", names::EQ, C::Equal),
        C::NotEqual => ("!=", names::NE, C::NotEqual),
        C::Greater => (">", names::GT, C::Less),
        C::GreaterOrEqual => (">=", names::GE, C::LessOrEqual),
        _ => return None,
    })
}
