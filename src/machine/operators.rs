//! Unary and binary operators and comparisons on built-in values, and the search for user-defined methods.

use super::arguments::Arguments;
use super::classes;
use super::containers::check_length;
use super::exception::Result;
use super::frame::{BinaryStage, Then};
use super::library::Flow;
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::set::Set;
use super::value::Value;
use crate::program::code::Symbol;
use crate::program::op::{BinaryOperator, UnaryOperator};

/// The sign, the method, the reflected method and the in-place method of an operator.
pub fn operator_names(operator: BinaryOperator) -> (&'static str, Symbol, Symbol, Symbol) {
    use BinaryOperator as B;
    match operator {
        B::Add => ("+", names::ADD, names::RADD, names::IADD),
        B::Subtract => ("-", names::SUB, names::RSUB, names::ISUB),
        B::Multiply => ("*", names::MUL, names::RMUL, names::IMUL),
        B::MatrixMultiply => ("@", names::MATMUL, names::RMATMUL, names::IMATMUL),
        B::TrueDivide => ("/", names::TRUEDIV, names::RTRUEDIV, names::ITRUEDIV),
        B::FloorDivide => ("//", names::FLOORDIV, names::RFLOORDIV, names::IFLOORDIV),
        B::Modulo => ("%", names::MOD, names::RMOD, names::IMOD),
        B::Power => ("** or pow()", names::POW, names::RPOW, names::IPOW),
        B::LeftShift => ("<<", names::LSHIFT, names::RLSHIFT, names::ILSHIFT),
        B::RightShift => (">>", names::RSHIFT, names::RRSHIFT, names::IRSHIFT),
        B::BitAnd => ("&", names::AND, names::RAND, names::IAND),
        B::BitOr => ("|", names::OR, names::ROR, names::IOR),
        B::BitXor => ("^", names::XOR, names::RXOR, names::IXOR),
    }
}

impl Machine {
    // --- Binary operators ------------------------------------------------------------------------------------------

    /// `left operator right`, or `left operator= right`.
    pub fn binary(&mut self, operator: BinaryOperator, left: Value, right: Value, in_place: bool) -> Result<Flow> {
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        if self.class(left_class).is_user || self.class(right_class).is_user {
            let stage = if in_place { BinaryStage::InPlace } else { BinaryStage::Left };
            return self.binary_by_method(operator, left, right, stage, in_place);
        }
        self.binary_built_in(operator, left, right, in_place)
    }

    /// Tries the methods from `stage` on; when none is left, the built-in meaning.
    pub fn binary_by_method(
        &mut self,
        operator: BinaryOperator,
        left: Value,
        right: Value,
        stage: BinaryStage,
        in_place: bool,
    ) -> Result<Flow> {
        let (_, method, reflected, in_place_method) = operator_names(operator);
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        let call = |method: Value, receiver: Value, other: Value, stage: BinaryStage| {
            Ok(Flow::Call {
                callable: method,
                arguments: Arguments::positional(&[receiver, other]),
                then: Then::Binary { operator, left, right, stage },
            })
        };
        if stage == BinaryStage::InPlace
            && let Some(found) = self.lookup_overridden(left_class, in_place_method)
        {
            return call(found, left, right, BinaryStage::InPlace);
        }
        // A str takes whatever comes after its `%`.
        let is_formatting = operator == BinaryOperator::Modulo && left_class == classes::STR;
        let reflected_found =
            self.lookup_overridden(right_class, reflected).filter(|_| left_class != right_class && !is_formatting);
        let reflected_first = reflected_found.is_some()
            && self.is_subclass(right_class, left_class)
            && self.lookup_overridden(left_class, reflected) != reflected_found;
        match stage {
            BinaryStage::InPlace | BinaryStage::Left => {
                if reflected_first && let Some(found) = reflected_found {
                    return call(found, right, left, BinaryStage::Right);
                }
                if let Some(found) = self.lookup_overridden(left_class, method) {
                    return call(found, left, right, BinaryStage::Left);
                }
                if let Some(found) = reflected_found {
                    return call(found, right, left, BinaryStage::Right);
                }
            }
            BinaryStage::Right => {}
        }
        self.binary_built_in(operator, left, right, in_place)
    }

    /// What comes after a method gave `NotImplemented`.
    pub fn binary_next(
        &mut self,
        operator: BinaryOperator,
        left: Value,
        right: Value,
        stage: BinaryStage,
    ) -> Result<Flow> {
        let (_, method, reflected, _) = operator_names(operator);
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        if stage == BinaryStage::InPlace
            && let Some(found) = self.lookup_overridden(left_class, method)
        {
            return Ok(Flow::Call {
                callable: found,
                arguments: Arguments::positional(&[left, right]),
                then: Then::Binary { operator, left, right, stage: BinaryStage::Left },
            });
        }
        if stage != BinaryStage::Right
            && left_class != right_class
            && let Some(found) = self.lookup_overridden(right_class, reflected)
        {
            return Ok(Flow::Call {
                callable: found,
                arguments: Arguments::positional(&[right, left]),
                then: Then::Binary { operator, left, right, stage: BinaryStage::Right },
            });
        }
        self.binary_built_in(operator, left, right, stage == BinaryStage::InPlace)
    }

    fn binary_built_in(&mut self, operator: BinaryOperator, left: Value, right: Value, in_place: bool) -> Result<Flow> {
        // Texts are put together at once, without a look whether they are numbers.
        let is_text = |value| matches!(self.payload(value), Some(Payload::Str(_)));
        if !(is_text(left) && is_text(right))
            && let Some(result) = self.arithmetic(operator, left, right)?
        {
            return Ok(Flow::Value(result));
        }
        if let Some(flow) = self.container_operator(operator, left, right, in_place)? {
            return Ok(flow);
        }
        if operator == BinaryOperator::BitOr && self.makes_type_union(left, right) {
            return Ok(self.internal("type_union", &[left, right]));
        }
        let (sign, ..) = operator_names(operator);
        let (left_name, right_name) = (self.type_name(left), self.type_name(right));
        if operator == BinaryOperator::Add {
            let message = match self.payload(left) {
                Some(Payload::Str(_)) => Some(format!("can only concatenate str (not \"{right_name}\") to str")),
                Some(Payload::List(_)) => Some(format!("can only concatenate list (not \"{right_name}\") to list")),
                Some(Payload::Tuple(_)) => Some(format!("can only concatenate tuple (not \"{right_name}\") to tuple")),
                Some(Payload::Bytes(_)) => Some(format!("can't concat {right_name} to bytes")),
                Some(Payload::ByteArray(_)) => Some(format!("can't concat {right_name} to bytearray")),
                _ => None,
            };
            if let Some(message) = message {
                return self.type_error(&message);
            }
        }
        if operator == BinaryOperator::Multiply {
            if let Some(flow) = self.repeated_by_index(left, right).or_else(|| self.repeated_by_index(right, left)) {
                return Ok(flow);
            }
            if self.is_repeatable(left) {
                return self.type_error(&format!("can't multiply sequence by non-int of type '{right_name}'"));
            }
            if self.is_repeatable(right) {
                return self.type_error(&format!("can't multiply sequence by non-int of type '{left_name}'"));
            }
        }
        let sign = match operator {
            BinaryOperator::Power if in_place && self.is_at_least(10) => "**=".to_owned(),
            BinaryOperator::Power => sign.to_owned(),
            _ if in_place => format!("{sign}="),
            _ => sign.to_owned(),
        };
        self.type_error(&format!("unsupported operand type(s) for {sign}: '{left_name}' and '{right_name}'"))
    }

    // --- Containers ------------------------------------------------------------------------------------------------

    pub fn container_operator(
        &mut self,
        operator: BinaryOperator,
        left: Value,
        right: Value,
        in_place: bool,
    ) -> Result<Option<Flow>> {
        use BinaryOperator as B;
        use Payload as P;
        let value = match (operator, self.payload(left), self.payload(right)) {
            (B::Add, Some(P::Str(a)), Some(P::Str(b))) => {
                check_length(a.text.len() + b.text.len())?;
                let mut text = String::with_capacity(a.text.len() + b.text.len());
                text.push_str(&a.text);
                text.push_str(&b.text);
                self.text(text.into())
            }
            (B::Add, Some(P::List(a)), Some(P::List(b))) if !in_place => {
                let joined = [&a[..], &b[..]].concat();
                check_length(joined.len())?;
                self.list(joined)
            }
            (B::Add, Some(P::List(_)), _) if in_place => {
                let extend = self.library_function("list_extend_in_place");
                return Ok(Some(Flow::Call {
                    callable: extend,
                    arguments: Arguments::positional(&[left, right]),
                    then: Then::Push,
                }));
            }
            (B::Add, Some(P::Tuple(a)), Some(P::Tuple(b))) => {
                let joined = [&a[..], &b[..]].concat();
                self.tuple(joined)
            }
            (B::Add, Some(P::Bytes(a)), Some(P::Bytes(b))) => {
                let joined = [&a[..], &b[..]].concat();
                self.bytes(&joined)
            }
            (B::Add, Some(P::Bytes(a)), Some(P::ByteArray(b))) => self.bytes(&[a, &b[..]].concat()),
            (B::Add, Some(P::ByteArray(_)), Some(P::Bytes(_) | P::ByteArray(_))) => {
                let extra = self.bytes_of(right);
                return self.extend_byte_array(left, extra, in_place).map(|value| Some(value.into()));
            }
            (B::Multiply, Some(_), _) if self.as_int(right).is_some() => return self.repeat(left, right, in_place),
            (B::Multiply, _, Some(_)) if self.as_int(left).is_some() => return self.repeat(right, left, false),
            (B::Modulo, Some(P::Bytes(_) | P::ByteArray(_)), _) => {
                return self.bytes_percent(left, right).map(Some);
            }
            (B::Modulo, Some(P::Str(_)), _) => {
                let format = self.library_function("percent_format");
                return Ok(Some(Flow::Call {
                    callable: format,
                    arguments: Arguments::positional(&[left, right]),
                    then: Then::Push,
                }));
            }
            // In place whatever `update` takes will do.
            (B::BitOr, Some(P::Dict(_)), other)
                if self.is_at_least(9) && (in_place || matches!(other, Some(P::Dict(_)))) =>
            {
                let merge = self.library_function(if in_place { "dict_update_in_place" } else { "dict_merged" });
                return Ok(Some(Flow::Call {
                    callable: merge,
                    arguments: Arguments::positional(&[left, right]),
                    then: Then::Push,
                }));
            }
            (B::BitOr | B::BitAnd | B::Subtract | B::BitXor, Some(_), Some(_)) => {
                return self.set_operator(operator, left, right, in_place);
            }
            _ => return Ok(None),
        };
        Ok(Some(Flow::Value(value)))
    }

    /// Out of line: few programs come here, and the page can fetch it later.
    #[inline(never)]
    fn extend_byte_array(&mut self, left: Value, extra: Vec<u8>, in_place: bool) -> Result<Value> {
        let Value::Object(id) = left else { return Ok(left) };
        if in_place {
            self.heap.count_bytes(extra.len());
            if let Payload::ByteArray(bytes) = &mut self.heap.get_mut(id).payload {
                check_length(bytes.len() + extra.len())?;
                bytes.extend(extra);
            }
            return Ok(left);
        }
        let mut bytes = self.bytes_of(left);
        check_length(bytes.len() + extra.len())?;
        bytes.extend(extra);
        Ok(self.allocate(classes::BYTEARRAY, Payload::ByteArray(bytes)))
    }

    fn repeat(&mut self, sequence: Value, times: Value, in_place: bool) -> Result<Option<Flow>> {
        let times = self.as_int(times).unwrap_or(0).max(0) as usize;
        let value = match self.payload(sequence) {
            Some(Payload::Str(text)) => {
                check_length(text.text.len().saturating_mul(times))?;
                let repeated = text.text.repeat(times);
                self.text(repeated.into())
            }
            Some(Payload::Bytes(bytes)) => {
                check_length(bytes.len().saturating_mul(times))?;
                let repeated = bytes.repeat(times);
                self.bytes(&repeated)
            }
            Some(Payload::ByteArray(bytes)) => {
                check_length(bytes.len().saturating_mul(times))?;
                let repeated = Payload::ByteArray(bytes.repeat(times));
                match sequence {
                    Value::Object(id) if in_place => {
                        self.heap.get_mut(id).payload = repeated;
                        sequence
                    }
                    _ => self.allocate(classes::BYTEARRAY, repeated),
                }
            }
            Some(Payload::Tuple(items)) => {
                check_length(items.len().saturating_mul(times))?;
                let repeated = items.repeat(times);
                self.tuple(repeated)
            }
            Some(Payload::List(items)) => {
                check_length(items.len().saturating_mul(times))?;
                let repeated = items.repeat(times);
                if in_place && let Value::Object(id) = sequence {
                    self.heap.get_mut(id).payload = Payload::List(repeated);
                    sequence
                } else {
                    self.list(repeated)
                }
            }
            _ => return Ok(None),
        };
        Ok(Some(Flow::Value(value)))
    }

    /// The members of a set, frozenset or of a dict's keys or items view.
    pub(super) fn set_members(&self, value: Value) -> Option<Vec<Value>> {
        match self.payload(value)? {
            Payload::Set(set) | Payload::FrozenSet(set) => Some(set.iter().map(|(_, key)| key).collect()),
            Payload::DictView(super::object::DictPart::Keys, dict) => match &self.heap.get(*dict).payload {
                Payload::Dict(dict) => Some(dict.iter().map(|entry| entry.key).collect()),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether something is a view of a dict's keys or items, which operators treat as a set.
    pub(super) fn is_set_view(&self, value: Value) -> bool {
        use super::object::DictPart;
        matches!(self.payload(value), Some(Payload::DictView(DictPart::Keys | DictPart::Items, _)))
    }

    /// The members of an operand when the other one is a view: any iterable will do (`Objects/dictobject.c`,
    /// `dictviews_sub` and the like).
    fn members_beside_view(&mut self, value: Value) -> Result<Vec<Value>> {
        if let Some(items) = self.items_of(value)? {
            return Ok(items);
        }
        if self.can_be_iterated(value) {
            return self.not_supported("an operator between a dict view and a generator; make a set of it first");
        }
        let name = self.type_name(value);
        self.type_error(&format!("'{name}' object is not iterable"))
    }

    /// Whether `iter(value)` gives an iterator.
    pub fn can_be_iterated(&mut self, value: Value) -> bool {
        let class = self.class_of(value);
        self.lookup(class, names::ITER).is_some_and(|method| method != Value::None)
            || self.lookup(class, names::GETITEM).is_some()
            || self.built_in_iterator(value).is_some()
    }

    /// Out of line: few programs come here, and the page can fetch it later.
    #[inline(never)]
    fn set_operator(
        &mut self,
        operator: BinaryOperator,
        left: Value,
        right: Value,
        in_place: bool,
    ) -> Result<Option<Flow>> {
        use BinaryOperator as B;
        let with_view = self.is_set_view(left) || self.is_set_view(right);
        let (a, b) = match (self.set_members(left), self.set_members(right)) {
            _ if with_view => (self.members_beside_view(left)?, self.members_beside_view(right)?),
            (Some(a), Some(b)) => (a, b),
            _ => return Ok(None),
        };
        self.heap.count_looked_up(a.len() + b.len());
        let (in_a, in_b) = (self.new_set(&a)?, self.new_set(&b)?);
        let mut result = Set::default();
        let from_a = |machine: &Self, result: &mut Set, wanted: bool| -> Result<()> {
            for (hash, key) in in_a.iter() {
                let found = machine.find_in(|same| in_b.find(hash, same), key)?.is_some();
                if found == wanted {
                    result.push(hash, key);
                }
            }
            Ok(())
        };
        match operator {
            B::BitAnd => from_a(self, &mut result, true)?,
            B::Subtract => from_a(self, &mut result, false)?,
            _ => {
                from_a(self, &mut result, false)?;
                if operator == B::BitOr {
                    result = in_a.clone();
                }
                for (hash, key) in in_b.iter() {
                    if self.find_in(|same| in_a.find(hash, same), key)?.is_none() {
                        result.push(hash, key);
                    }
                }
            }
        }
        if in_place
            && !with_view
            && let Value::Object(id) = left
            && let Payload::Set(set) = &mut self.heap.get_mut(id).payload
        {
            **set = result;
            return Ok(Some(Flow::Value(left)));
        }
        let frozen = !with_view && matches!(self.payload(left), Some(Payload::FrozenSet(_)));
        let value = if frozen {
            self.allocate(classes::FROZENSET, Payload::FrozenSet(Box::new(result)))
        } else {
            self.allocate(classes::SET, Payload::Set(Box::new(result)))
        };
        Ok(Some(Flow::Value(value)))
    }

    // --- Unary -----------------------------------------------------------------------------------------------------

    pub fn unary(&mut self, operator: UnaryOperator, operand: Value) -> Result<Flow> {
        let (sign, method) = match operator {
            UnaryOperator::Negative => ("unary -", names::NEG),
            UnaryOperator::Positive => ("unary +", names::POS),
            UnaryOperator::Invert => ("unary ~", names::INVERT),
            UnaryOperator::Not => {
                return match self.truth(operand)? {
                    Some(truth) => Ok(Flow::Value(Value::Bool(!truth))),
                    None => self.truth_by_method(operand, Then::Truth { negate: true }),
                };
            }
        };
        if let Some(found) = self.lookup_overridden(self.class_of(operand), method) {
            return Ok(Flow::Call { callable: found, arguments: Arguments::positional(&[operand]), then: Then::Push });
        }
        let number = self.number(operand);
        let value = match (operator, number) {
            (UnaryOperator::Negative, Value::Float(number)) => Value::Float(-number),
            (UnaryOperator::Positive, Value::Float(number)) => Value::Float(number),
            (_, Value::Float(_)) => Value::Unbound,
            _ => match self.as_big(number) {
                Some(number) => self.integer(match operator {
                    UnaryOperator::Negative => -number,
                    UnaryOperator::Positive => number,
                    _ => -number - 1,
                }),
                None => Value::Unbound,
            },
        };
        if value.is_bound() {
            return Ok(Flow::Value(value));
        }
        let name = self.type_name(operand);
        self.type_error(&format!("bad operand type for {sign}: '{name}'"))
    }

    // --- Truth -----------------------------------------------------------------------------------------------------

    /// Truth of a value; None when a method decides.
    pub fn truth(&self, value: Value) -> Result<Option<bool>> {
        Ok(Some(match value {
            Value::Bool(truth) => truth,
            Value::None | Value::Unbound => false,
            Value::Int(number) => number != 0,
            Value::Float(number) => number != 0.0,
            Value::NotImplemented | Value::Ellipsis | Value::Native(_) => true,
            Value::Object(id) => {
                let object = self.heap.get(id);
                if self.class(object.class).is_user
                    && (self.lookup_overridden(object.class, names::BOOL).is_some()
                        || self.lookup_overridden(object.class, names::LEN).is_some())
                {
                    return Ok(None);
                }
                match &object.payload {
                    Payload::Str(text) => !text.text.is_empty(),
                    Payload::Bytes(bytes) => !bytes.is_empty(),
                    Payload::ByteArray(bytes) => !bytes.is_empty(),
                    Payload::Tuple(items) => !items.is_empty(),
                    Payload::List(items) => !items.is_empty(),
                    Payload::Dict(dict) => !dict.is_empty(),
                    Payload::Set(set) | Payload::FrozenSet(set) => !set.is_empty(),
                    Payload::Range(range) => !range.is_empty(),
                    Payload::Number(number) => return self.truth(*number),
                    Payload::DictView(_, dict) => return self.truth(Value::Object(*dict)),
                    _ => true,
                }
            }
        }))
    }

    /// Calls `__bool__`, or else `__len__`.
    pub fn truth_by_method(&mut self, value: Value, then: Then) -> Result<Flow> {
        let class = self.class_of(value);
        let (method, then) = match self.lookup_overridden(class, names::BOOL) {
            Some(method) => (method, Then::BoolThen(Box::new(then))),
            None => (self.lookup_overridden(class, names::LEN).unwrap_or(Value::None), then),
        };
        Ok(Flow::Call { callable: method, arguments: Arguments::positional(&[value]), then })
    }
}
