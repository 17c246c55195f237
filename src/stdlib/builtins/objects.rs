//! `object`, `type`, `property` and their like: what all objects can do, and questions about them.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::equality::Hashed;
use crate::machine::exception::{Fault, Result};
use crate::machine::frame::Then;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::names;
use crate::machine::object::{Layout, Payload};
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::program::op::{Comparison, Conversion};
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder, module: ObjectId) {
    let object_new = builder.constructor(classes::OBJECT, object_new);
    builder.machine.object_new = object_new;
    builder.method(classes::OBJECT, "__init__", object_init);
    builder.method(classes::OBJECT, "__repr__", object_repr);
    builder.method(classes::OBJECT, "__str__", object_str);
    builder.method(classes::STR, "__str__", text_itself);
    builder.method(classes::TYPE, "__instancecheck__", |machine, _, arguments| {
        let class = machine.as_class(arguments.get(0)).unwrap_or(classes::OBJECT);
        Ok(Flow::Value(Value::Bool(machine.is_instance(arguments.get(1), class))))
    });
    builder.method(classes::TYPE, "__subclasscheck__", |machine, _, arguments| {
        let classes = (machine.as_class(arguments.get(1)), machine.as_class(arguments.get(0)));
        let (Some(class), Some(base)) = classes else {
            return machine.type_error("issubclass() arg 1 must be a class");
        };
        Ok(Flow::Value(Value::Bool(machine.is_subclass(class, base))))
    });
    builder.method(classes::OBJECT, "__eq__", object_eq);
    builder.method(classes::OBJECT, "__ne__", object_ne);
    builder.method(classes::OBJECT, "__hash__", object_hash);
    builder.method(classes::OBJECT, "__format__", object_format);
    builder.method(classes::OBJECT, "__setattr__", object_setattr);
    builder.method(classes::OBJECT, "__getattribute__", object_getattribute);
    builder.method(classes::OBJECT, "__delattr__", object_delattr);
    builder.method(classes::OBJECT, "__dir__", super::attributes::object_dir);
    builder.class_method(classes::OBJECT, "__init_subclass__", init_subclass);
    builder.constructor(classes::TYPE, type_new);
    builder.method(classes::TYPE, "__call__", type_call);
    builder.method(classes::TYPE, "mro", type_mro);
    builder.method(classes::TYPE, "__subclasses__", type_subclasses);
    builder.method(classes::TYPE, "__init__", object_init);
    for class in [classes::STATICMETHOD, classes::CLASSMETHOD, classes::FUNCTION] {
        builder.method(class, "__get__", descriptor_get);
    }
    for class in [classes::FUNCTION, classes::METHOD, classes::BUILTIN_FUNCTION] {
        builder.method(class, "__call__", call_itself);
    }
    builder.constructor(classes::STATICMETHOD, staticmethod_new);
    builder.constructor(classes::CLASSMETHOD, classmethod_new);
    builder.constructor(classes::SUPER, super_new);
    builder.constructor(classes::MODULE, module_new);
    builder.function(module, "__build_class__", build_class);
    let internal = builder.module("_machine");
    builder.function(internal, "build_prepared_class", |machine, thread, arguments| {
        machine.build_prepared_class(thread, arguments)
    });
    builder.function(module, "isinstance", isinstance);
    builder.function(module, "issubclass", issubclass);
    builder.function(module, "id", id);
    builder.function(module, "hash", hash);
    builder.function(module, "callable", callable);
    builder.function(module, "repr", repr);
    builder.function(module, "ascii", ascii);
    builder.function(module, "format", format);
}

/// `descriptor.__get__(object, owner)` of what a class holds by nature.
fn descriptor_get(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (descriptor, object) = (arguments.get(0), arguments.get(1));
    let owner = machine.as_class(arguments.get(2)).unwrap_or(machine.class_of(object));
    let is_class_method = matches!(machine.payload(descriptor), Some(Payload::ClassMethod(_)));
    match machine.payload(descriptor) {
        Some(Payload::Function(_)) if object == Value::None => Ok(Flow::Value(descriptor)),
        _ if is_class_method => machine.bind(descriptor, Value::Object(owner), owner),
        _ => machine.bind(descriptor, object, owner),
    }
}

fn object_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Some(class) = machine.as_class(arguments.get(0)) else {
        return machine.type_error("object.__new__(X): X is not a type object");
    };
    let overrides = machine.lookup_overridden(class, names::INIT).is_some()
        || machine.lookup_overridden(class, names::NEW).is_some();
    if arguments.positional.len() > 1 && !overrides {
        let name = machine.class(class).name.clone();
        return machine.type_error(&format!("{name}() takes no arguments"));
    }
    match machine.class(class).layout {
        Layout::Plain => Ok(Flow::Value(machine.allocate(class, Payload::Plain))),
        Layout::Exception => Ok(Flow::Value(machine.exception(class, arguments.positional[1..].to_vec()))),
        _ => {
            let name = machine.class(class).name.clone();
            machine.type_error(&format!("object.__new__({name}) is not safe, use {name}.__new__()"))
        }
    }
}

fn object_init(_: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::None))
}

fn object_repr(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let value = arguments.get(0);
    // Through `super().__repr__()` a subclass asks for what its built-in base shows.
    let is_plain = matches!(machine.payload(value), Some(Payload::Plain));
    let text = if is_plain { machine.default_repr(value) } else { machine.base_repr(value)? };
    Ok(Flow::Value(machine.str(&text)))
}

fn object_str(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let value = arguments.get(0);
    if let Some(Payload::Exception(data)) = machine.payload(value) {
        let parts = data.arguments.clone();
        return match parts[..] {
            [] => Ok(Flow::Value(machine.str(""))),
            [one] => machine.to_str(one),
            _ => {
                let tuple = machine.tuple(parts);
                machine.repr(tuple)
            }
        };
    }
    machine.repr(value)
}

fn object_eq(_: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    Ok(Flow::Value(if arguments.get(0).is(arguments.get(1)) { Value::Bool(true) } else { Value::NotImplemented }))
}

fn object_ne(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.compare(Comparison::IsNot, arguments.get(0), arguments.get(1))
}

fn object_hash(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let object = arguments.get(0);
    if matches!(machine.payload(object), Some(Payload::Plain)) {
        return Ok(Flow::Value(Value::Int(machine.address(object) as i64 >> 4)));
    }
    match machine.built_in_hash(object) {
        Hashed::Known(hash) => Ok(Flow::Value(Value::Int(hash as i64))),
        Hashed::Unhashable(part) => unhashable(machine, part),
        Hashed::NeedsCode => Ok(machine.internal("hash_by_parts", &[object])),
    }
}

fn unhashable(machine: &mut Machine, part: Value) -> Result<Flow> {
    let name = machine.type_name(part);
    machine.type_error(&format!("unhashable type: '{name}'"))
}

fn object_format(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let value = arguments.get(0);
    if machine.as_str(arguments.get(1)).is_some_and(|text| !text.is_empty())
        && matches!(machine.payload(value), Some(Payload::Plain))
    {
        let name = machine.type_name(value);
        return machine.type_error(&format!("unsupported format string passed to {name}.__format__"));
    }
    // What a class derived from a built-in one holds is formatted as that one's is.
    let held = match machine.payload(value) {
        Some(Payload::Str(text)) => {
            let text = text.text.clone();
            machine.text(text)
        }
        Some(Payload::Number(number)) => *number,
        Some(Payload::BigInt(number)) => {
            let number = (**number).clone();
            machine.integer(number)
        }
        _ => return machine.to_str(value),
    };
    machine.format_value(held, Conversion::None, arguments.get(1))
}

/// `str.__str__`.
fn text_itself(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    match machine.as_str(arguments.get(0)).cloned() {
        Some(text) => Ok(Flow::Value(machine.text(text))),
        None => machine.repr(arguments.get(0)),
    }
}

fn object_setattr(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Some(name) = machine.as_str(arguments.get(1)).cloned() else {
        return machine.type_error("attribute name must be string");
    };
    let name = machine.intern(&name);
    machine.store_attribute_plainly(arguments.get(0), name, arguments.get(2))
}

fn object_getattribute(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Some(name) = machine.as_str(arguments.get(1)).cloned() else {
        return machine.type_error("attribute name must be string");
    };
    let name = machine.intern(&name);
    let object = arguments.get(0);
    match machine.load_own_attribute(object, name)? {
        Some(flow) => Ok(flow),
        None => Err(machine.no_attribute(object, name)),
    }
}

fn object_delattr(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Some(name) = machine.as_str(arguments.get(1)).cloned() else {
        return machine.type_error("attribute name must be string");
    };
    let name = machine.intern(&name);
    machine.delete_attribute_plainly(arguments.get(0), name)
}

fn init_subclass(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    if let Some(class) = machine.as_class(arguments.get(0)).filter(|_| !arguments.keywords.is_empty()) {
        return machine.no_keywords_for_subclass(class);
    }
    Ok(Flow::Value(Value::None))
}

/// `type(x)`, or `type(name, bases, namespace)`.
fn type_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    if arguments.positional.len() == 2 {
        return Ok(Flow::Value(Value::Object(machine.class_of(arguments.get(1)))));
    }
    let metaclass = machine.as_class(arguments.get(0)).unwrap_or(classes::TYPE);
    let Some(name) = machine.as_str(arguments.get(1)).cloned() else {
        return machine.type_error("type() takes 1 or 3 arguments");
    };
    let bases = machine.as_sequence(arguments.get(2)).map(<[Value]>::to_vec).unwrap_or_default();
    let entries: Vec<(Value, Value)> = match machine.payload(arguments.get(3)) {
        Some(Payload::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
        Some(Payload::Namespace(owner)) => {
            let names = machine.namespace_entries(*owner);
            return machine.make_class(metaclass, name, &bases, names, arguments.keywords);
        }
        _ => Vec::new(),
    };
    let mut names = Vec::new();
    for (key, value) in entries {
        if let Some(key) = machine.as_str(key).cloned() {
            names.push((machine.intern(&key), value));
        }
    }
    machine.make_class(metaclass, name, &bases, names, arguments.keywords)
}

fn type_call(machine: &mut Machine, thread: &mut Thread, mut arguments: Arguments) -> Result<Flow> {
    let class = arguments.get(0);
    let Some(class) = machine.as_class(class) else { return machine.type_error("type.__call__ needs a class") };
    arguments.positional.remove(0);
    let called = machine.instantiate(thread, class, arguments, Then::Push)?;
    machine.called_as_flow(thread, called)
}

/// `function.__call__(…)`.
fn call_itself(_: &mut Machine, _: &mut Thread, mut arguments: Arguments) -> Result<Flow> {
    let callable = arguments.positional.remove(0);
    Ok(Flow::Call { callable, arguments, then: Then::Push })
}

fn type_mro(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let order = machine.as_class(arguments.get(0)).map(|class| machine.class(class).linearization.clone());
    let classes = order.iter().flat_map(|order| order.iter()).map(|&class| Value::Object(class)).collect();
    Ok(Flow::Value(machine.list(classes)))
}

fn type_subclasses(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Some(parent) = machine.as_class(arguments.get(0)) else { return Ok(Flow::Value(machine.list(Vec::new()))) };
    let children = (0..machine.heap.len() as u32)
        .map(ObjectId)
        .filter(|&id| matches!(&machine.heap.get(id).payload, Payload::Class(class) if class.bases.contains(&parent)))
        .map(Value::Object)
        .collect();
    Ok(Flow::Value(machine.list(children)))
}

fn staticmethod_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    Ok(Flow::Value(machine.allocate(classes::STATICMETHOD, Payload::StaticMethod(arguments.get(1)))))
}

fn classmethod_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    Ok(Flow::Value(machine.allocate(classes::CLASSMETHOD, Payload::ClassMethod(arguments.get(1)))))
}

/// `super()` or `super(class, object)`. Without arguments the class is in the caller's `__class__` cell, the object its
/// first local.
/// `super(A)`, which only `__get__` binds.
const UNBOUND_SUPER: &str = "super() with a class alone; name the object too";

fn super_new(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (class, receiver) = if arguments.positional.len() >= 3 {
        (machine.as_class(arguments.get(1)), arguments.get(2))
    } else {
        let Some(frame) = thread.frames.last() else { return machine.runtime_error("super(): no current frame") };
        if arguments.positional.len() == 2 {
            return Err(Fault::NotSupported(UNBOUND_SUPER.to_owned()));
        }
        if frame.code.parameters.positional == 0 {
            return machine.runtime_error("super(): no arguments");
        }
        let cell = frame
            .code
            .free_variables
            .iter()
            .position(|&name| name == names::CLASS)
            .and_then(|at| frame.cells.get(frame.code.cell_variables.len() + at));
        let class = cell.and_then(|&cell| match machine.heap.get(cell).payload {
            Payload::Cell(content) => machine.as_class(content),
            _ => None,
        });
        if class.is_none() {
            return machine.runtime_error("super(): __class__ cell not found");
        }
        // A captured first parameter lives in its cell.
        let captured = frame
            .code
            .cell_parameter_slots
            .iter()
            .position(|&slot| slot == Some(0))
            .and_then(|at| frame.cells.get(at))
            .and_then(|&cell| match machine.heap.get(cell).payload {
                Payload::Cell(content) => Some(content),
                _ => None,
            });
        let receiver = captured.or_else(|| thread.stack.get(frame.base as usize).copied()).unwrap_or(Value::Unbound);
        (class, receiver)
    };
    let Some(class) = class else { return machine.type_error("super() argument 1 must be a type") };
    let own = machine.class_of(receiver);
    let receiver_class = match machine.as_class(receiver) {
        Some(as_class) if machine.is_subclass(as_class, class) => as_class,
        _ if machine.is_subclass(own, class) => own,
        _ if !machine.is_at_least(13) => {
            return machine.type_error("super(type, obj): obj must be an instance or subtype of type");
        }
        given => {
            let kind = if given.is_some() { "type" } else { "instance of" };
            let (name, of) = (machine.class(given.unwrap_or(own)).name.clone(), machine.class(class).name.clone());
            return machine.type_error(&format!(
                "super(type, obj): obj ({kind} {name}) is not an instance or subtype of type ({of})."
            ));
        }
    };
    Ok(Flow::Value(machine.allocate(classes::SUPER, Payload::Super { class, receiver, receiver_class })))
}

fn module_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let name = machine.as_str(arguments.get(1)).cloned().unwrap_or_default();
    Ok(Flow::Value(Value::Object(machine.new_module(&name))))
}

fn build_class(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.build_class(thread, arguments)
}

fn isinstance(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object, class] = arguments.bind(machine, "isinstance", ["object", "class"], 2, 0)?;
    if asks_metaclass(machine, class, "__instancecheck__") {
        return Ok(machine.internal("check_by_metaclass", &[object, class, Value::Bool(true)]));
    }
    let message = if machine.is_at_least(10) {
        "isinstance() arg 2 must be a type, a tuple of types, or a union"
    } else {
        "isinstance() arg 2 must be a type or tuple of types"
    };
    class_check(machine, class, message, |machine, class| machine.is_instance(object, class))
}

/// Whether the metaclass of a class, or of one in a tuple, has its own say on what its instances are.
fn asks_metaclass(machine: &Machine, class: Value, hook: &str) -> bool {
    let Some(hook) = machine.program.symbols.get(hook) else { return false };
    let mut pending = vec![class];
    while let Some(one) = pending.pop() {
        match machine.payload(one) {
            Some(Payload::Tuple(items)) => pending.extend(items.iter().copied()),
            Some(Payload::Class(_)) => {
                let metaclass = machine.class_of(one);
                if metaclass != classes::TYPE && machine.lookup_overridden(metaclass, hook).is_some() {
                    return true;
                }
            }
            // An instance with such a method will do too: `typing.Sequence`.
            Some(Payload::Plain) => match machine.union_members(one) {
                Some(members) => pending.extend(members),
                None if machine.lookup_overridden(machine.class_of(one), hook).is_some() => return true,
                None => {}
            },
            _ => {}
        }
    }
    false
}

fn issubclass(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object, class] = arguments.bind(machine, "issubclass", ["class", "of"], 2, 0)?;
    // In an empty tuple nothing is asked (`Objects/abstract.c`, `object_issubclass`).
    if matches!(machine.payload(class), Some(Payload::Tuple(items)) if items.is_empty()) {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    let Some(object) = machine.as_class(object) else {
        return machine.type_error("issubclass() arg 1 must be a class");
    };
    if asks_metaclass(machine, class, "__subclasscheck__") {
        return Ok(machine.internal("check_by_metaclass", &[Value::Object(object), class, Value::Bool(false)]));
    }
    let message = if machine.is_at_least(10) {
        "issubclass() arg 2 must be a class, a tuple of classes, or a union"
    } else {
        "issubclass() arg 2 must be a class or tuple of classes"
    };
    class_check(machine, class, message, |machine, class| machine.is_subclass(object, class))
}

/// A class, a tuple of such (nested), or a union `A | B`.
fn class_check(
    machine: &mut Machine,
    class: Value,
    complaint: &str,
    check: impl Fn(&Machine, ObjectId) -> bool,
) -> Result<Flow> {
    let mut pending = vec![class];
    while let Some(one) = pending.pop() {
        if let Some(class) = machine.as_class(one) {
            if check(machine, class) {
                return Ok(Flow::Value(Value::Bool(true)));
            }
        } else if let Some(Payload::Tuple(items)) = machine.payload(one) {
            pending.extend(items.iter().copied());
        } else if let Some(members) = machine.union_members(one) {
            pending.extend(members);
        } else {
            return machine.type_error(complaint);
        }
    }
    Ok(Flow::Value(Value::Bool(false)))
}

fn id(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object] = arguments.bind(machine, "id", ["object"], 1, 0)?;
    Ok(Flow::Value(Value::Int(machine.address(object) as i64)))
}

fn hash(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object] = arguments.bind(machine, "hash", ["object"], 1, 0)?;
    match machine.hash(object) {
        Hashed::Known(hash) => Ok(Flow::Value(Value::Int(hash as i64))),
        Hashed::Unhashable(part) => unhashable(machine, part),
        Hashed::NeedsCode => match machine.lookup_overridden(machine.class_of(object), names::HASH) {
            Some(method) => Ok(Flow::Call {
                callable: method,
                arguments: Arguments::positional(&[object]),
                then: Then::Integer("__hash__"),
            }),
            None => Ok(machine.internal("hash_by_parts", &[object])),
        },
    }
}

fn callable(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object] = arguments.bind(machine, "callable", ["object"], 1, 0)?;
    Ok(Flow::Value(Value::Bool(machine.is_callable(object))))
}

fn repr(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object] = arguments.bind(machine, "repr", ["object"], 1, 0)?;
    machine.repr(object)
}

fn ascii(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [object] = arguments.bind(machine, "ascii", ["object"], 1, 0)?;
    machine.format_value(object, Conversion::Ascii, Value::Unbound)
}

fn format(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [value, specification] = arguments.bind(machine, "format", ["/value", "/format_spec"], 1, 0)?;
    if specification.is_bound() && machine.as_str(specification).is_none() {
        let name = machine.type_name(specification);
        let name = if specification == Value::None { "None" } else { &*name };
        return machine.type_error(&format!("format() argument 2 must be str, not {name}"));
    }
    machine.format(value, specification)
}
