//! Modules and builtins: `import`, and the library's own functions in Python.

use super::classes;
use super::exception::{Fault, Result};
use super::heap::ObjectId;
use super::names;
use super::object::{Object, Payload};
use super::process::Machine;
use super::value::Value;
use crate::program::code::Symbol;
use crate::source::standard_modules::is_listed;
use std::cell::Cell;
use std::rc::Rc;

/// The modules of the library that hold others.
const PACKAGES: &[&str] = &["collections", "concurrent", "concurrent.futures", "logging", "multiprocessing"];

impl Machine {
    pub fn new_module(&mut self, name: &str) -> ObjectId {
        let id = self.heap.allocate(Object::new(classes::MODULE, Payload::Module(Rc::from(name))));
        let name_value = self.str(name);
        let attributes = self.attributes_mut(id);
        attributes.set(names::NAME, name_value);
        attributes.set(names::DOC, Value::None);
        id
    }

    pub fn find_module(&self, name: &str) -> Option<ObjectId> {
        self.modules.iter().find(|(known, _)| &**known == name).map(|&(_, id)| id)
    }

    #[inline]
    pub fn builtin(&self, name: Symbol) -> Option<Value> {
        self.heap.get(self.builtins).attributes.as_ref().and_then(|builtins| builtins.get(name))
    }

    /// A variable of a module, or else a builtin; `hint` is where it was the last time.
    #[inline]
    pub(super) fn global_near(&self, module: ObjectId, name: Symbol, hint: &Cell<u32>) -> Option<Value> {
        let near = |owner| self.heap.get(owner).attributes.as_ref().and_then(|names| names.get_near(name, hint));
        near(module).or_else(|| near(self.builtins))
    }

    pub fn builtin_named(&self, name: &str) -> Value {
        self.program.symbols.get(name).and_then(|symbol| self.builtin(symbol)).unwrap_or(Value::None)
    }

    /// A function of the library's internal module (`stdlib/python/_internal.py`): what takes over where user code has to
    /// run in the middle of an operation.
    pub fn library_function(&self, name: &str) -> Value {
        self.find_module("_internal")
            .zip(self.program.symbols.get(name))
            .and_then(|(module, symbol)| self.namespace_get(module, symbol))
            .unwrap_or(Value::None)
    }

    /// Whether `import name` would find a module here.
    pub fn is_known_module(&self, name: &str) -> bool {
        !name.starts_with('_') && (self.find_module(name).is_some() || is_listed(name))
    }

    /// `import a.b`: gives `a`, or `a.b` when the leaf is wanted.
    pub(super) fn import_module(&mut self, name: Symbol, leaf: bool) -> Result<Value> {
        let dotted = self.name_of(name);
        let Some(module) = self.find_module(&dotted) else { return Err(self.module_not_found(&dotted)) };
        if leaf {
            return Ok(Value::Object(module));
        }
        let top = dotted.split('.').next().unwrap_or(&dotted);
        Ok(Value::Object(self.find_module(top).unwrap_or(module)))
    }

    /// The first part of a dotted name that is not there (`_find_and_load_unlocked` in `importlib._bootstrap`).
    fn module_not_found(&mut self, dotted: &str) -> Fault {
        let ends = dotted.match_indices('.').map(|(at, _)| at).chain([dotted.len()]);
        let missing = ends.map(|end| &dotted[..end]).find(|name| self.find_module(name).is_none()).unwrap_or(dotted);
        let mut message = format!("No module named '{missing}'");
        if let Some((parent, _)) = missing.rsplit_once('.')
            && !PACKAGES.contains(&parent)
        {
            message.push_str(&format!("; '{parent}' is not a package"));
        }
        let fault = self.raise(classes::MODULE_NOT_FOUND_ERROR, &message);
        self.name_missing(&fault, missing);
        fault
    }

    /// Which module an `ImportError` is about: its `name`.
    fn name_missing(&mut self, fault: &Fault, module: &str) {
        if let Fault::Raised(Value::Object(id)) = *fault {
            let (attribute, value) = (self.intern("name"), self.str(module));
            self.attributes_mut(id).set(attribute, value);
        }
    }

    pub(super) fn import_from(&mut self, module: Value, name: Symbol) -> Result<Value> {
        if let Some(value) = self.own_attribute(module, name) {
            return Ok(value);
        }
        let text = self.name_of(name);
        let module_name = match self.payload(module) {
            Some(Payload::Module(module_name)) => module_name.clone(),
            _ => Rc::from("?"),
        };
        if let Some(submodule) = self.find_module(&format!("{module_name}.{text}")) {
            return Ok(Value::Object(submodule));
        }
        let message = format!("cannot import name '{text}' from '{module_name}' (unknown location)");
        let fault = self.raise(classes::IMPORT_ERROR, &message);
        self.name_missing(&fault, &module_name);
        if let Fault::Raised(Value::Object(id)) = fault
            && self.is_at_least(12)
        {
            let (attribute, value) = (self.intern("name_from"), self.text(text));
            self.attributes_mut(id).set(attribute, value);
        }
        Err(fault)
    }

    pub(super) fn import_star(&mut self, module: Value, into: ObjectId) {
        let Value::Object(id) = module else { return };
        let public: Option<Vec<Rc<str>>> = self
            .namespace_get(id, names::ALL)
            .and_then(|all| self.as_sequence(all).map(<[Value]>::to_vec))
            .map(|all| all.into_iter().filter_map(|name| self.as_str(name).cloned()).collect());
        for (name, value) in self.namespace_entries(id) {
            let text = self.name_of(name);
            let wanted = match &public {
                Some(names) => names.contains(&text),
                // What a module of the library has itself imported is none of its names.
                None if id.0 < self.library_objects => {
                    let is_module = matches!(self.payload(value), Some(Payload::Module(_)));
                    !text.starts_with('_') && &*text != "GenericAlias" && (!is_module || &*text == "path")
                }
                None => !text.starts_with('_'),
            };
            if wanted {
                self.set_own_attribute(into, name, value);
            }
        }
    }
}
