//! Instances whose `__dict__` was replaced: `self.__dict__ = shared`, `self.__dict__ = self`. The dict is kept in the
//! instance's own namespace, as the only name there, and its items are the attributes.

use super::classes;
use super::exception::Result;
use super::heap::ObjectId;
use super::library::Flow;
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::value::Value;
use crate::program::code::Symbol;

impl Machine {
    /// `instance.__dict__ = namespace`.
    pub(super) fn replace_namespace(&mut self, id: ObjectId, namespace: Value) -> Result<Flow> {
        if !matches!(self.payload(namespace), Some(Payload::Dict(_) | Payload::Namespace(_))) {
            let name = self.type_name(namespace);
            return self.type_error(&format!("__dict__ must be set to a dictionary, not a '{name}'"));
        }
        let is_its_own = matches!(self.payload(namespace), Some(&Payload::Namespace(owner)) if owner == id);
        if !is_its_own {
            self.heap.note_name(id, names::DICT, true);
            let attributes = self.attributes_mut(id);
            *attributes = Default::default();
            attributes.set(names::DICT, namespace);
            self.namespaces_replaced = true;
            // What is remembered of classes says how their instances are written to.
            self.heap.classes_have_changed();
        }
        Ok(Flow::Value(Value::None))
    }

    /// What stands for the instance's namespace, if that was replaced.
    fn replacement(&self, object: Value) -> Option<Value> {
        if !self.namespaces_replaced || matches!(self.payload(object), Some(Payload::Namespace(_))) {
            return None;
        }
        self.attributes(object)?.get(names::DICT)
    }

    /// An attribute of an instance whose namespace was replaced.
    pub(super) fn replaced_attribute(&mut self, object: Value, name: Symbol) -> Result<Option<Value>> {
        let Some(namespace) = self.replacement(object) else { return Ok(None) };
        match self.payload(namespace) {
            Some(&Payload::Namespace(owner)) => Ok(self.namespace_get(owner, name)),
            _ => {
                let key = self.name_value(name);
                self.dict_get(namespace, key)
            }
        }
    }

    /// Sets it; false where the namespace was not replaced.
    pub(super) fn set_replaced_attribute(&mut self, id: ObjectId, name: Symbol, value: Value) -> Result<bool> {
        let Some(namespace) = self.replacement(Value::Object(id)) else { return Ok(false) };
        match self.payload(namespace) {
            Some(&Payload::Namespace(owner)) => self.set_own_attribute(owner, name, value),
            _ => {
                let key = self.name_value(name);
                self.dict_set(namespace, key, value)?;
            }
        }
        Ok(true)
    }

    /// Removes it; the outer None where the namespace was not replaced.
    pub(super) fn remove_replaced_attribute(&mut self, id: ObjectId, name: Symbol) -> Result<Option<Option<Value>>> {
        let Some(namespace) = self.replacement(Value::Object(id)) else { return Ok(None) };
        match self.payload(namespace) {
            Some(&Payload::Namespace(owner)) => Ok(Some(self.remove_own_attribute(owner, name))),
            _ => {
                let key = self.name_value(name);
                self.dict_remove(namespace, key).map(Some)
            }
        }
    }

    /// Whether the class of an instance lets its `__dict__` be replaced.
    pub(super) fn has_replaceable_namespace(&self, class: ObjectId) -> bool {
        class != classes::OBJECT && self.has_own_namespace(class)
    }
}
