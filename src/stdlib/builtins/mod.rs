//! The module `builtins`: functions, constructors, and the methods that all objects have.

mod attributes;
mod constructors;
mod exceptions;
mod functions;
mod generators;
mod iteration;
mod objects;
mod output;
mod properties;
mod ranges;

pub use functions::divide;

use super::builder::Builder;
use crate::machine::classes;
use crate::machine::value::Value;

pub fn register(builder: &mut Builder) {
    let module = builder.machine.builtins;
    for (name, class) in classes::builtin_names() {
        builder.set(module, name, Value::Object(class));
    }
    for (name, value) in [
        ("None", Value::None),
        ("Ellipsis", Value::Ellipsis),
        ("NotImplemented", Value::NotImplemented),
        ("False", Value::Bool(false)),
        ("True", Value::Bool(true)),
    ] {
        builder.set(module, name, value);
    }
    builder.set(module, "__debug__", Value::Bool(true));
    for (alias, class) in [("EnvironmentError", classes::OS_ERROR), ("IOError", classes::OS_ERROR)] {
        builder.set(module, alias, Value::Object(class));
    }
    attributes::register(builder, module);
    constructors::register(builder);
    exceptions::register(builder);
    functions::register(builder, module);
    generators::register(builder);
    iteration::register(builder, module);
    objects::register(builder, module);
    output::register(builder, module);
    properties::register(builder);
    ranges::register(builder);
}
