//! What the machine offers to programs, registered by [`crate::stdlib`]: functions in Rust, and modules in Python.

use super::arguments::Arguments;
use super::classes;
use super::exception::Result;
use super::frame::Then;
use super::heap::ObjectId;
use super::process::Machine;
use super::thread::Thread;
use super::value::{NativeId, Value};
use super::waiting::Wait;

/// A library function in Rust.
pub type NativeFunction = fn(&mut Machine, &mut Thread, Arguments) -> Result<Flow>;

/// What a library function asks of the machine when it returns.
pub enum Flow {
    /// It is done, with this result.
    Value(Value),
    /// Call this in its place; `then` is what becomes of the result.
    Call { callable: Value, arguments: Arguments, then: Then },
    /// A frame was pushed (or resumed) in its place, with what becomes of its result already in it.
    Entered,
    /// The thread waits; what the wait gives is the result.
    Wait(Wait),
}

impl From<Value> for Flow {
    fn from(value: Value) -> Self {
        Flow::Value(value)
    }
}

/// A registered function.
#[derive(Clone, Copy)]
pub struct Native {
    pub name: &'static str,
    pub function: NativeFunction,
    /// Found on a class, it becomes a method of the instance; this class made it.
    pub method_of: Option<ObjectId>,
    /// Other threads can see what it does: a point at which a schedule may switch.
    pub visible: bool,
}

/// All that is registered.
#[derive(Default)]
pub struct Library {
    pub natives: Vec<Native>,
}

impl Machine {
    /// A function of the library, or a method as it is found on its class (`Objects/descrobject.c`, `method_repr`,
    /// `wrapperdescr_repr`).
    pub(super) fn describe_native(&self, native: NativeId) -> String {
        let Native { name, method_of, .. } = self.library.natives[native.0 as usize];
        match method_of {
            None => format!("<built-in function {name}>"),
            Some(class) => {
                let kind = if self.is_slot_wrapper(class, name) { "slot wrapper" } else { "method" };
                format!("<{kind} '{name}' of '{}' objects>", self.class(class).name)
            }
        }
    }

    /// Whether a method of a built-in class stands for what the class does by itself: `int.__add__`, not `list.append`,
    /// nor the few special methods that are written as ordinary ones (`METH_COEXIST` and the tables of `Objects/`).
    pub(super) fn is_slot_wrapper(&self, class: ObjectId, name: &str) -> bool {
        name.starts_with("__")
            && match name {
                "__getitem__" => class != classes::LIST && class != classes::DICT,
                "__contains__" => ![classes::DICT, classes::SET, classes::FROZENSET].contains(&class),
                _ => !ORDINARY.contains(&name),
            }
    }
}

/// Special methods that no built-in class has as a slot.
const ORDINARY: &[&str] = &[
    "__ceil__",
    "__dir__",
    "__enter__",
    "__exit__",
    "__floor__",
    "__format__",
    "__getnewargs__",
    "__getstate__",
    "__length_hint__",
    "__reduce__",
    "__reduce_ex__",
    "__reversed__",
    "__round__",
    "__sizeof__",
    "__trunc__",
];
