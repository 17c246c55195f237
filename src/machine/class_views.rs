//! What classes say of names, remembered: nearly every attribute that a program asks for it asks for again. The same idea
//! as the type cache of CPython's `Objects/typeobject.c`.

use super::classes;
use super::heap::ObjectId;
use super::names;
use super::object::{Layout, Object, Payload};
use super::process::Machine;
use super::value::Value;
use crate::program::code::Symbol;
use std::cell::{Cell, RefCell};

/// Places for what is remembered. Two names that meet in one place only make each other slow.
const VIEWS: usize = 256;

/// What instances of a class do with a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    class: ObjectId,
    name: Symbol,
    /// An instance's own attribute of this name is what `instance.name` gives.
    own_comes_first: bool,
    /// `instance.name = …` just sets its own attribute.
    stores: bool,
    /// A plain function (or Unbound): `instance.name(…)` calls it unless the instance has an attribute of that name.
    method: Value,
    /// Of `__init__`: a call of the class makes a plain object and calls this with it, and does nothing else.
    constructs: bool,
}

/// The views of one process, valid as long as no class changes. A copy of the process begins without any.
#[derive(Debug, Default)]
pub struct ClassViews {
    views: RefCell<Vec<Option<View>>>,
    /// The version of the classes (see `Heap::class_version`) that they were seen in.
    version: Cell<u64>,
}

impl Clone for ClassViews {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Machine {
    /// The view of a name; None where it is of no use: while what a thread touches is being noted.
    #[inline]
    fn view(&self, class: ObjectId, name: Symbol) -> Option<View> {
        if self.heap.tracker.is_some() {
            return None;
        }
        let at = (class.0.wrapping_mul(31) ^ name.0) as usize % VIEWS;
        if self.class_views.version.get() == self.heap.class_version()
            && let Some(Some(view)) = self.class_views.views.borrow().get(at)
            && view.class == class
            && view.name == name
        {
            return Some(*view);
        }
        Some(self.look_at_class(class, name, at))
    }

    #[cold]
    fn look_at_class(&self, class: ObjectId, name: Symbol, at: usize) -> View {
        let found = self.lookup(class, name);
        let is_user = self.class(class).is_user;
        let reads_itself = is_user && self.lookup_overridden(class, names::GETATTRIBUTE).is_some();
        let writes_itself = is_user && self.lookup_overridden(class, names::SETATTR).is_some();
        let can_intercept = |value: Value| {
            matches!(self.payload(value), Some(Payload::Property(_))) || self.class(self.class_of(value)).is_user
        };
        let view = View {
            class,
            name,
            own_comes_first: !reads_itself && !found.is_some_and(|value| self.is_data_descriptor(value)),
            stores: !writes_itself
                && !found.is_some_and(can_intercept)
                && name != names::CLASS
                && name != names::DICT
                && !self.namespaces_replaced
                && self.accepts_attribute(class, name),
            method: found.filter(|&value| !reads_itself && self.binds_as_method(value)).unwrap_or_default(),
            constructs: name == names::INIT && self.makes_plain_instances(class),
        };
        let views = &mut *self.class_views.views.borrow_mut();
        if self.class_views.version.replace(self.heap.class_version()) != self.heap.class_version() || views.is_empty()
        {
            views.clear();
            views.resize(VIEWS, None);
        }
        views[at] = Some(view);
        view
    }

    /// Whether `type.__call__` and `object.__new__` make the instances of a class, with a `__init__` of its own.
    fn makes_plain_instances(&self, class: ObjectId) -> bool {
        self.heap.get(class).class == classes::TYPE
            && self.class(class).layout != Layout::Sealed
            && self.lookup(class, names::NEW) == Some(self.object_new)
            && self.lookup_overridden(class, names::INIT).is_some()
    }

    /// What a call of a class calls with the plain object that it makes. None: it takes more to make an instance.
    #[inline]
    pub(super) fn plain_constructor(&self, class: ObjectId) -> Option<Value> {
        self.view(class, names::INIT).filter(|view| view.constructs).map(|view| view.method)
    }

    /// Whether a value found on a class becomes a method of the instance by being put before the arguments.
    pub(super) fn binds_as_method(&self, value: Value) -> bool {
        match value {
            Value::Native(native) => self.library.natives[native.0 as usize].method_of.is_some(),
            Value::Object(function) => matches!(self.heap.get(function).payload, Payload::Function(_)),
            _ => false,
        }
    }

    /// `object.name` where it is an attribute of the object's own; `hint` is where one like it had it. None: look properly.
    #[inline]
    pub(super) fn quick_attribute(&self, object: Value, name: Symbol, hint: &Cell<u32>) -> Option<Value> {
        let Value::Object(id) = object else { return None };
        let object = self.heap.get(id);
        let is_module = match &object.payload {
            Payload::Class(_) | Payload::Super { .. } => return None,
            payload => matches!(payload, Payload::Module(_)),
        };
        if is_module {
            self.heap.note_name(id, name, false);
            return object.attributes.as_ref()?.get_near(name, hint);
        }
        if !self.view(object.class, name)?.own_comes_first {
            return None;
        }
        object.attributes.as_ref()?.get_near(name, hint)
    }

    /// The function that `object.name(…)` calls with the object put first. None: look properly.
    #[inline]
    pub(super) fn quick_method(&self, object: Value, name: Symbol) -> Option<Value> {
        if let Value::Object(id) = object {
            let object = self.heap.get(id);
            if let Payload::Class(_) | Payload::Module(_) | Payload::Super { .. } = &object.payload {
                return None;
            }
            let view = self.view(object.class, name)?;
            let has_own = object.attributes.as_ref().is_some_and(|attributes| attributes.contains(name));
            return (view.method.is_bound() && !has_own).then_some(view.method);
        }
        self.view(self.class_of(object), name).map(|view| view.method).filter(|method| method.is_bound())
    }

    /// What `object.name(…)` calls, and what it puts before the arguments, if anything: Unbound for nothing. None: it takes
    /// more to find out.
    #[inline]
    pub(super) fn method_of(&self, object: Value, name: Symbol, hint: &Cell<u32>) -> Option<[Value; 2]> {
        if let Value::Object(id) = object
            && let Object { payload: Payload::Module(_), attributes: Some(attributes), .. } = self.heap.get(id)
        {
            self.heap.note_name(id, name, false);
            return attributes.get_near(name, hint).map(|value| [value, Value::Unbound]);
        }
        let method = self.quick_method(object, name).or_else(|| self.plain_method(object, name))?;
        Some([method, object])
    }

    /// `object.name = value` where that just sets an attribute of the object's own. False: do it properly.
    #[inline]
    pub(super) fn store_quickly(&mut self, object: Value, name: Symbol, value: Value, hint: &Cell<u32>) -> bool {
        let Value::Object(id) = object else { return false };
        let object = self.heap.get(id);
        if !matches!(object.payload, Payload::Plain) || !self.view(object.class, name).is_some_and(|view| view.stores) {
            return false;
        }
        self.attributes_mut(id).set_near(name, value, hint);
        self.name_stored(value, name);
        true
    }
}
