//! Registration of library functions with a machine that is being made.

use crate::machine::Machine;
use crate::machine::heap::ObjectId;
use crate::machine::library::{Library, Native, NativeFunction};
use crate::machine::names;
use crate::machine::value::{NativeId, Value};
use std::rc::Rc;

/// A machine in the making.
pub struct Builder {
    pub machine: Machine,
    pub library: Library,
}

impl Builder {
    fn register(
        &mut self,
        name: &'static str,
        function: NativeFunction,
        method_of: Option<ObjectId>,
        visible: bool,
    ) -> Value {
        let id = NativeId(self.library.natives.len() as u32);
        self.library.natives.push(Native { name, function, method_of, visible });
        Value::Native(id)
    }

    /// A function of a module.
    pub fn function(&mut self, module: ObjectId, name: &'static str, function: NativeFunction) {
        let value = self.register(name, function, None, false);
        self.set(module, name, value);
    }

    /// A function of a module whose effect other threads can see, or that waits.
    pub fn visible_function(&mut self, module: ObjectId, name: &'static str, function: NativeFunction) {
        let value = self.register(name, function, None, true);
        self.set(module, name, value);
    }

    /// A method of a built-in class.
    pub fn method(&mut self, class: ObjectId, name: &'static str, function: NativeFunction) -> Value {
        let value = self.register(name, function, Some(class), false);
        self.set_on_class(class, name, value);
        value
    }

    /// A method whose effect other threads can see, or that waits.
    pub fn visible_method(&mut self, class: ObjectId, name: &'static str, function: NativeFunction) {
        let value = self.register(name, function, Some(class), true);
        self.set_on_class(class, name, value);
    }

    /// `__new__` of a built-in class.
    pub fn constructor(&mut self, class: ObjectId, function: NativeFunction) -> Value {
        let value = self.register("__new__", function, None, false);
        if let Some(class) = self.machine.class_mut(class) {
            class.attributes.set(names::NEW, value);
        }
        value
    }

    /// A class method of a built-in class (`dict.fromkeys`).
    pub fn class_method(&mut self, class: ObjectId, name: &'static str, function: NativeFunction) {
        let value = self.register(name, function, None, false);
        let method = self
            .machine
            .allocate(crate::machine::classes::CLASSMETHOD, crate::machine::object::Payload::ClassMethod(value));
        self.set_on_class(class, name, method);
    }

    /// A static method of a built-in class (`str.maketrans`).
    pub fn static_method(&mut self, class: ObjectId, name: &'static str, function: NativeFunction) {
        let value = self.register(name, function, None, false);
        self.set_on_class(class, name, value);
    }

    /// An attribute of the instances of a built-in class that a function works out.
    pub fn property(&mut self, class: ObjectId, name: &'static str, getter: NativeFunction) {
        let getter = self.register(name, getter, None, false);
        let parts = [getter, Value::None, Value::None, Value::None];
        let property = self
            .machine
            .allocate(crate::machine::classes::PROPERTY, crate::machine::object::Payload::Property(Box::new(parts)));
        self.set_on_class(class, name, property);
    }

    pub fn set(&mut self, module: ObjectId, name: &str, value: Value) {
        let symbol = self.machine.intern(name);
        self.machine.attributes_mut(module).set(symbol, value);
    }

    fn set_on_class(&mut self, class: ObjectId, name: &str, value: Value) {
        let symbol = self.machine.intern(name);
        if let Some(class) = self.machine.class_mut(class) {
            class.attributes.set(symbol, value);
        }
    }

    /// A module that is importable under its name.
    pub fn module(&mut self, name: &str) -> ObjectId {
        if let Some(existing) = self.machine.find_module(name) {
            return existing;
        }
        let id = self.machine.new_module(name);
        Rc::make_mut(&mut self.machine.modules).push((name.into(), id));
        id
    }
}
