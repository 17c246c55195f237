//! Objects: a class, perhaps attributes, and the payload that makes a list a list. An instance of a subclass of a
//! built-in type has that type's payload.

use super::attributes::Attributes;
use super::dict::{Dict, Entry};
use super::exception::ExceptionData;
use super::footprint::Maker;
use super::frame::{Cells, Frame};
use super::heap::ObjectId;
use super::set::Set;
use super::text::hash::hash_string;
use super::value::Value;
use crate::program::code::{Code, Symbol};
use num_bigint::BigInt;
use std::cell::Cell;
use std::rc::Rc;

/// One object.
#[derive(Clone, Debug)]
pub struct Object {
    pub class: ObjectId,
    pub attributes: Option<Rc<Attributes>>,
    pub payload: Payload,
    /// Who made it, when that is being watched.
    pub maker: Maker,
}

impl Default for Object {
    fn default() -> Self {
        Self::new(ObjectId(0), Payload::Plain)
    }
}

/// What an object holds beside its attributes.
#[derive(Clone, Debug)]
pub enum Payload {
    Plain,
    Str(Text),
    Bytes(Rc<[u8]>),
    ByteArray(Vec<u8>),
    BigInt(Box<BigInt>),
    /// The number in an instance of a subclass of `int`, `float` or `bool`.
    Number(Value),
    Tuple(Box<[Value]>),
    List(Vec<Value>),
    Dict(Box<Dict>),
    Set(Box<Set>),
    FrozenSet(Box<Set>),
    Slice(Box<[Value; 3]>),
    Range(Box<Range>),
    Cell(Value),
    Function(Rc<Function>),
    BoundMethod {
        function: Value,
        receiver: Value,
    },
    Class(Rc<Class>),
    Module(Rc<str>),
    Generator(Box<Generator>),
    Iterator(Box<Iteration>),
    Property(Box<[Value; 4]>),
    StaticMethod(Value),
    ClassMethod(Value),
    Super {
        class: ObjectId,
        receiver: Value,
        receiver_class: ObjectId,
    },
    Exception(Box<ExceptionData>),
    /// A view of a dict: what it shows and the dict.
    DictView(DictPart, ObjectId),
    /// A namespace seen as a mapping: `vars(x)`, `x.__dict__`, `globals()`.
    Namespace(ObjectId),
    /// Something that the machine itself keeps: an index into its tables (locks, files).
    Handle(u32),
    Traceback(Box<Vec<super::exception::TracebackEntry>>),
    /// The state of a `random.Random`.
    Random(Box<super::random_generator::RandomGenerator>),
}

/// Text with its length in code points, so that ASCII can be indexed by byte, and its hash.
#[derive(Clone, Debug)]
pub struct Text {
    pub text: Rc<str>,
    pub characters: u32,
    /// 0: nobody has asked for it yet.
    hash: Cell<u64>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Text {
    pub fn new(text: Rc<str>) -> Self {
        let characters = if text.is_ascii() { text.len() } else { text.chars().count() } as u32;
        Self { text, characters, hash: Cell::new(0) }
    }

    /// `hash(text)`.
    pub fn hash(&self) -> u64 {
        if self.hash.get() == 0 {
            self.hash.set(hash_string(&self.text) as u64);
        }
        self.hash.get()
    }

    pub fn is_ascii(&self) -> bool {
        self.characters as usize == self.text.len()
    }
}

/// `range(start, stop, step)` within 64 bits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

impl Range {
    pub fn len(self) -> u64 {
        let (start, stop, step) = (self.start as i128, self.stop as i128, self.step as i128);
        let span = if step > 0 { stop - start } else { start - stop };
        if span <= 0 { 0 } else { ((span - 1) / step.abs() + 1) as u64 }
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    pub fn get(self, index: u64) -> i64 {
        (self.start as i128 + self.step as i128 * index as i128) as i64
    }
}

/// A function made by `def` or `lambda`.
#[derive(Clone, Debug)]
pub struct Function {
    pub code: Rc<Code>,
    pub code_id: crate::program::code::CodeId,
    pub module: ObjectId,
    pub defaults: Box<[Value]>,
    pub keyword_defaults: Vec<(Symbol, Value)>,
    pub closure: Cells,
    /// A dict, if it has any.
    pub annotations: Value,
    pub name: Value,
    pub qualified_name: Value,
}

/// A class, built in or not.
#[derive(Clone, Debug, Default)]
pub struct Class {
    pub name: Rc<str>,
    pub qualified_name: Rc<str>,
    /// Where it was defined; empty for the built-in ones.
    pub module: Rc<str>,
    pub bases: Vec<ObjectId>,
    /// The method resolution order, itself first.
    pub linearization: Rc<[ObjectId]>,
    pub attributes: Attributes,
    /// Which payload its instances have.
    pub layout: Layout,
    pub is_user: bool,
    pub slots: Option<Vec<Symbol>>,
}

impl Class {
    /// Whether messages name it with its module: what CPython writes in C has the whole name in `tp_name`.
    pub fn is_named_with_module(&self) -> bool {
        match &*self.module {
            "_thread" | "_io" | "_queue" | "itertools" | "operator" | "datetime" | "decimal" | "sys" | "array"
            | "time" => true,
            "collections" => ["deque", "defaultdict", "OrderedDict"].contains(&&*self.name),
            "functools" => ["partial", "_lru_cache_wrapper", "KeyWrapper"].contains(&&*self.name),
            "types" => ["SimpleNamespace", "GenericAlias"].contains(&&*self.name),
            "weakref" => &*self.name == "ReferenceType",
            _ => false,
        }
    }
}

/// The built-in type whose payload the instances of a class carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    #[default]
    Plain,
    Int,
    Float,
    Str,
    Bytes,
    ByteArray,
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    Exception,
    Type,
    /// Cannot be subclassed or has no constructor of its own.
    Sealed,
}

/// A generator: its frame is here while it is suspended.
#[derive(Clone, Debug)]
pub struct Generator {
    pub frame: Option<Frame>,
    /// The frame's part of the operand stack: locals first.
    pub stack: Vec<Value>,
    /// The exception that it was handling when it was suspended.
    pub handled: Value,
    pub started: bool,
    pub finished: bool,
    pub name: Rc<str>,
}

/// The built-in iterators.
#[derive(Clone, Debug)]
pub enum Iteration {
    /// Over a list, tuple, str or bytes, by index.
    Sequence {
        object: ObjectId,
        next: usize,
    },
    Reversed {
        object: ObjectId,
        next: usize,
    },
    Range {
        next: i64,
        remaining: u64,
        step: i64,
    },
    Dict {
        dict: ObjectId,
        part: DictPart,
        slot: usize,
        length: usize,
        reversed: bool,
    },
    Set {
        set: ObjectId,
        slot: usize,
        length: usize,
    },
    /// Names of a namespace, fixed when the iteration began.
    Values {
        values: Rc<[Value]>,
        next: usize,
    },
    /// An object with `__getitem__` and no `__iter__`.
    Items {
        object: Value,
        next: i64,
    },
}

/// What an iteration or a view over a dict gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictPart {
    Keys,
    Values,
    Items,
}

impl Object {
    pub fn new(class: ObjectId, payload: Payload) -> Self {
        Self { class, attributes: None, payload, maker: Maker::STABLE }
    }

    /// Whether what it holds beside its attributes can change.
    pub fn has_changing_content(&self) -> bool {
        matches!(
            self.payload,
            Payload::List(_)
                | Payload::Dict(_)
                | Payload::Set(_)
                | Payload::ByteArray(_)
                | Payload::Cell(_)
                | Payload::Iterator(_)
                | Payload::Generator(_)
                | Payload::Random(_)
                | Payload::Exception(_)
        )
    }

    /// What it holds beside its own few words, for the kinds that can hold much.
    pub fn bytes(&self) -> usize {
        self.attributes.as_ref().map_or(0, |attributes| attributes.bytes()) + self.payload_bytes()
    }

    fn payload_bytes(&self) -> usize {
        match &self.payload {
            Payload::Str(text) => text.text.len(),
            Payload::Bytes(bytes) => bytes.len(),
            Payload::ByteArray(bytes) => bytes.len(),
            Payload::BigInt(number) => (number.bits() / 8) as usize,
            Payload::Tuple(items) => size_of_val::<[Value]>(items),
            Payload::List(items) => size_of_val::<[Value]>(items),
            Payload::Dict(dict) => dict.slot_count() * size_of::<Entry>(),
            Payload::Set(set) | Payload::FrozenSet(set) => set.slot_count() * size_of::<Value>(),
            Payload::Class(class) => {
                size_of::<Class>() + size_of_val::<[ObjectId]>(&class.linearization) + class.attributes.bytes()
            }
            Payload::Function(function) => size_of::<Function>() + size_of_val::<[Value]>(&function.defaults),
            Payload::Exception(data) => {
                size_of::<ExceptionData>()
                    + size_of_val(data.traceback.as_slice())
                    + size_of_val(data.locals.as_slice())
                    + size_of_val(data.arguments.as_slice())
            }
            Payload::Generator(generator) => size_of::<Generator>() + size_of_val(generator.stack.as_slice()),
            Payload::Iterator(_) => size_of::<Iteration>(),
            Payload::Property(parts) => size_of_val(&**parts),
            _ => 0,
        }
    }

    /// Whether its place in the heap stands empty.
    pub fn is_free(&self) -> bool {
        matches!(self.payload, Payload::Plain) && self.attributes.is_none() && self.class == ObjectId(0)
    }

    /// Calls `visit` with everything that this object refers to.
    pub fn for_each_reference(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Object(self.class));
        if let Some(attributes) = &self.attributes {
            attributes.iter().for_each(|(_, value)| visit(value));
        }
        match &self.payload {
            Payload::Plain
            | Payload::Str(_)
            | Payload::Bytes(_)
            | Payload::ByteArray(_)
            | Payload::BigInt(_)
            | Payload::Range(_)
            | Payload::Module(_)
            | Payload::Handle(_)
            | Payload::Traceback(_)
            | Payload::Random(_) => {}
            Payload::Number(value)
            | Payload::Cell(value)
            | Payload::StaticMethod(value)
            | Payload::ClassMethod(value) => {
                visit(*value);
            }
            Payload::Tuple(values) => values.iter().for_each(|&value| visit(value)),
            Payload::List(values) => values.iter().for_each(|&value| visit(value)),
            Payload::Dict(dict) => dict.iter().for_each(|entry| {
                visit(entry.key);
                visit(entry.value);
            }),
            Payload::Set(set) | Payload::FrozenSet(set) => set.iter().for_each(|(_, key)| visit(key)),
            Payload::Slice(parts) => parts.iter().for_each(|&value| visit(value)),
            Payload::Property(parts) => parts.iter().for_each(|&value| visit(value)),
            Payload::Function(function) => {
                visit(Value::Object(function.module));
                visit(function.name);
                visit(function.qualified_name);
                function.defaults.iter().for_each(|&value| visit(value));
                function.keyword_defaults.iter().for_each(|&(_, value)| visit(value));
                function.closure.iter().for_each(|&cell| visit(Value::Object(cell)));
                visit(function.annotations);
            }
            Payload::BoundMethod { function, receiver } => {
                visit(*function);
                visit(*receiver);
            }
            Payload::Class(class) => {
                class.linearization.iter().chain(&class.bases).for_each(|&id| visit(Value::Object(id)));
                class.attributes.iter().for_each(|(_, value)| visit(value));
            }
            Payload::Generator(generator) => {
                visit(generator.handled);
                generator.stack.iter().for_each(|&value| visit(value));
                if let Some(frame) = &generator.frame {
                    frame.for_each_reference(visit);
                }
            }
            Payload::Iterator(iteration) => match &**iteration {
                Iteration::Sequence { object, .. } | Iteration::Reversed { object, .. } => {
                    visit(Value::Object(*object))
                }
                Iteration::Dict { dict, .. } => visit(Value::Object(*dict)),
                Iteration::Set { set, .. } => visit(Value::Object(*set)),
                Iteration::Values { values, .. } => values.iter().for_each(|&value| visit(value)),
                Iteration::Items { object, .. } => visit(*object),
                Iteration::Range { .. } => {}
            },
            Payload::Super { class, receiver, receiver_class } => {
                visit(Value::Object(*class));
                visit(*receiver);
                visit(Value::Object(*receiver_class));
            }
            Payload::Exception(exception) => exception.for_each_reference(visit),
            Payload::DictView(_, dict) => visit(Value::Object(*dict)),
            Payload::Namespace(owner) => visit(Value::Object(*owner)),
        }
    }
}
