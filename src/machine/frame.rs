//! Frames: one activation of a code object.

use super::heap::ObjectId;
use super::object::Function;
use super::value::{NativeId, Value};
use crate::program::code::{Code, CodeId, Symbol};
use crate::program::op::{BinaryOperator, Comparison};
use std::rc::Rc;

/// Captured variables, by cell.
pub type Cells = Rc<[ObjectId]>;

/// One activation. Its locals and operands lie on the thread's stack from `base` on.
#[derive(Clone, Debug)]
pub struct Frame {
    pub code: Rc<Code>,
    pub code_id: CodeId,
    /// The operation that comes next.
    pub next_op: u32,
    pub base: u32,
    /// Where the stack is cut when it is left.
    pub floor: u32,
    /// The module whose globals it sees.
    pub module: ObjectId,
    /// Its own cells, then those of its closure.
    pub cells: Cells,
    /// The namespace of a class body: an object whose attributes it fills.
    pub namespace: Option<ObjectId>,
    /// The generator whose frame this is.
    pub generator: Option<ObjectId>,
    /// What the caller does with the result.
    pub then: Then,
    /// The exception that was being handled when the frame began; for a generator, put back when it suspends.
    pub outer_handled: Value,
}

impl Frame {
    /// Of a function without cells of its own; its result is pushed.
    pub(super) fn simple(function: &Function, base: usize, floor: usize, outer_handled: Value) -> Self {
        Self {
            code: function.code.clone(),
            code_id: function.code_id,
            next_op: 0,
            base: base as u32,
            floor: floor as u32,
            module: function.module,
            cells: function.closure.clone(),
            namespace: None,
            generator: None,
            then: Then::Push,
            outer_handled,
        }
    }

    pub fn for_each_reference(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Object(self.module));
        self.cells.iter().for_each(|&cell| visit(Value::Object(cell)));
        self.namespace.iter().chain(&self.generator).for_each(|&id| visit(Value::Object(id)));
        visit(self.outer_handled);
        self.then.for_each_reference(visit);
    }
}

/// What becomes of the result of a call.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Then {
    /// It is pushed.
    #[default]
    Push,
    /// It is dropped.
    Drop,
    /// It is dropped and this is pushed instead.
    PushInstead(Value),
    /// `__init__`: it must be None, and the instance is pushed.
    Instance(Value),
    /// The same, and then this is done with the instance.
    InstanceThen(Value, Box<Then>),
    /// Its truth is pushed, negated if so asked.
    Truth {
        negate: bool,
    },
    /// It is pushed as a bool, and the operation is done anew with it (`__bool__`, `__len__`).
    TruthAgain,
    /// It must be a bool, and then this is done with it (`__bool__`).
    BoolThen(Box<Then>),
    /// It must be an iterator (`__iter__`); it is pushed.
    Iterator,
    /// Its truth decides whether control jumps, leaving the topmost operand, or pops it (`and`, `or`).
    JumpOrPop {
        target: u32,
        when: bool,
    },
    /// It is pushed, and above it the mark that it is not a method.
    PushBelowUnbound,
    /// `generator.close()`: the generator must end.
    CloseGenerator,
    /// It is the next item of a `for` loop; at the end of the iteration the iterator is popped and control jumps.
    ForIterate {
        target: u32,
    },
    /// `next(iterator, default)`: at its end the default, if there is one.
    Next {
        default: Value,
    },
    /// What a `yield from` gives out or, at its end, results in.
    YieldFrom,
    /// `getattr(object, name, default)` when an `AttributeError` comes.
    Attribute {
        default: Value,
    },
    /// `__getattribute__`-like: on `AttributeError` call `__getattr__` of the object with the name.
    AttributeElse {
        object: Value,
        name: Symbol,
    },
    /// `hasattr`: true, or false when an `AttributeError` comes.
    HasAttribute,
    /// `NotImplemented` makes the machine try the other operand's reflected method.
    Binary {
        operator: BinaryOperator,
        left: Value,
        right: Value,
        stage: BinaryStage,
    },
    Compare {
        comparison: Comparison,
        left: Value,
        right: Value,
        reflected: bool,
    },
    /// It must be a str: of `__str__`, `__repr__` or `__format__`, by name.
    Text(&'static str),
    /// It must be an int: of `__len__`, `__hash__`, `__index__`.
    Integer(&'static str),
    /// The body of a class has run: name, bases, keywords, namespace, cell.
    Class(Box<ClassParts>),
    /// A library function goes on with the result and what it kept.
    Native {
        native: NativeId,
        kept: Value,
    },
}

/// How far a binary operator has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryStage {
    InPlace,
    Left,
    Right,
}

/// What `__build_class__` needs after the body.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassParts {
    pub name: Value,
    pub bases: Vec<Value>,
    pub keywords: Vec<(Symbol, Value)>,
    pub namespace: ObjectId,
    pub metaclass: Value,
}

impl Then {
    pub fn for_each_reference(&self, visit: &mut dyn FnMut(Value)) {
        match self {
            Then::PushInstead(value) | Then::Instance(value) => visit(*value),
            Then::InstanceThen(value, then) => {
                visit(*value);
                then.for_each_reference(visit);
            }
            Then::BoolThen(then) => then.for_each_reference(visit),
            Then::Next { default } | Then::Attribute { default } => visit(*default),
            Then::AttributeElse { object, .. } => visit(*object),
            Then::Binary { left, right, .. } | Then::Compare { left, right, .. } => {
                visit(*left);
                visit(*right);
            }
            Then::Class(parts) => {
                visit(parts.name);
                visit(parts.metaclass);
                visit(Value::Object(parts.namespace));
                parts.bases.iter().for_each(|&value| visit(value));
                parts.keywords.iter().for_each(|&(_, value)| visit(value));
            }
            Then::Native { kept, .. } => visit(*kept),
            _ => {}
        }
    }
}
