//! `class` statements: from the body's namespace to a class.

use super::arguments::Arguments;
use super::classes::{self, linearize};
use super::containers::check_length;
use super::exception::Result;
use super::frame::{ClassParts, Then};
use super::heap::ObjectId;
use super::library::Flow;
use super::names;
use super::object::{Class, Layout, Object, Payload};
use super::process::Machine;
use super::text::repr::string_repr;
use super::thread::Thread;
use super::value::Value;
use crate::program::code::Symbol;
use std::rc::Rc;

/// `Objects/typeobject.c`, `_PyType_CalculateMetaclass`.
const METACLASS_CONFLICT: &str = "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
    metaclasses of all its bases";

impl Machine {
    /// `__build_class__(body, name, *bases, **keywords)`: runs the body in a new namespace.
    pub fn build_class(&mut self, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
        let (body, name) = (arguments.get(0), arguments.get(1));
        let bases: Vec<Value> = arguments.positional.iter().skip(2).copied().collect();
        let mut keywords = arguments.keywords;
        let mut metaclass = Value::Object(classes::TYPE);
        if let Some(at) = keywords.iter().position(|&(keyword, _)| keyword == names::METACLASS) {
            metaclass = keywords.remove(at).1;
        }
        for &base in &bases {
            let base_metaclass = self.class_of(base);
            let Some(current) = self.as_class(metaclass).filter(|_| self.as_class(base).is_some()) else { continue };
            if self.is_subclass(base_metaclass, current) {
                metaclass = Value::Object(base_metaclass);
            } else if !self.is_subclass(current, base_metaclass) {
                return self.type_error(METACLASS_CONFLICT);
            }
        }
        if self.as_class(metaclass).is_some_and(|class| self.lookup_overridden(class, names::PREPARE).is_some()) {
            // The library calls it, and comes back with what it gave.
            keywords.push((names::METACLASS, metaclass));
            let arguments = Arguments { positional: arguments.positional, keywords };
            return Ok(Flow::Call {
                callable: self.library_function("class_in_prepared"),
                arguments,
                then: Then::Push,
            });
        }
        self.run_class_body(thread, body, name, bases, keywords, metaclass)
    }

    /// The class body with what `__prepare__` gave: `build_prepared_class(prepared, body, name, *bases, **keywords)`.
    pub fn build_prepared_class(&mut self, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
        let (prepared, body, name) = (arguments.get(0), arguments.get(1), arguments.get(2));
        let bases: Vec<Value> = arguments.positional.iter().skip(3).copied().collect();
        let mut keywords = arguments.keywords;
        let at = keywords.iter().position(|&(keyword, _)| keyword == names::METACLASS);
        let metaclass = at.map_or(Value::Object(classes::TYPE), |at| keywords.remove(at).1);
        let entries: Vec<(Value, Value)> = match self.payload(prepared) {
            Some(Payload::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            _ => Vec::new(),
        };
        let flow = self.run_class_body(thread, body, name, bases, keywords, metaclass)?;
        if let Some(namespace) = thread.frames.last().and_then(|frame| frame.namespace) {
            for (key, value) in entries {
                if let Some(key) = self.as_str(key).cloned() {
                    let key = self.intern(&key);
                    self.attributes_mut(namespace).set(key, value);
                }
            }
        }
        Ok(flow)
    }

    fn run_class_body(
        &mut self,
        thread: &mut Thread,
        body: Value,
        name: Value,
        bases: Vec<Value>,
        keywords: Vec<(Symbol, Value)>,
        metaclass: Value,
    ) -> Result<Flow> {
        let namespace = self.heap.allocate(Object::new(classes::DICT, Payload::Plain));
        self.heap.get_mut(namespace).payload = Payload::Namespace(namespace);
        let Some(Payload::Function(function)) = self.payload(body) else {
            return self.type_error("__build_class__: func must be a function");
        };
        let function = function.clone();
        let module_name = self.namespace_get(function.module, names::NAME).unwrap_or(Value::None);
        self.attributes_mut(namespace).set(names::MODULE, module_name);
        self.attributes_mut(namespace).set(names::QUALNAME, function.qualified_name);
        let parts = ClassParts { name, bases, keywords, namespace, metaclass };
        self.enter_function(thread, &function, Arguments::none(), Then::Class(Box::new(parts)))?;
        if let Some(frame) = thread.frames.last_mut() {
            frame.namespace = Some(namespace);
        }
        Ok(Flow::Entered)
    }

    /// The body has run: makes the class, through the metaclass if it is one of the user's.
    pub(super) fn finish_class(&mut self, parts: ClassParts, _body_result: Value) -> Result<Flow> {
        let metaclass = self.as_class(parts.metaclass);
        let has_own_new = metaclass.is_some_and(|class| {
            self.lookup_overridden(class, names::NEW).is_some()
                || self.lookup_overridden(class, names::INIT).is_some()
                || self.lookup_overridden(class, names::CALL).is_some()
        });
        if metaclass.is_none() || has_own_new {
            let bases = self.tuple(parts.bases);
            let namespace = Value::Object(parts.namespace);
            let mut arguments = Arguments::positional(&[parts.name, bases, namespace]);
            arguments.keywords = parts.keywords;
            return Ok(Flow::Call { callable: parts.metaclass, arguments, then: Then::Push });
        }
        let name = self.as_str(parts.name).cloned().unwrap_or_default();
        let entries = self.namespace_entries(parts.namespace);
        self.make_class(metaclass.unwrap_or(classes::TYPE), name, &parts.bases, entries, parts.keywords)
    }

    /// Whether `left | right` is a union of types, of which one may be None (PEP 604).
    pub(super) fn makes_type_union(&self, left: Value, right: Value) -> bool {
        let (is_left, is_right) = (self.as_class(left).is_some(), self.as_class(right).is_some());
        self.is_at_least(10) && (is_left && (is_right || right == Value::None) || left == Value::None && is_right)
    }

    /// `type.__new__`: the class itself, then `__set_name__` and `__init_subclass__` where they are defined.
    pub fn make_class(
        &mut self,
        metaclass: ObjectId,
        name: Rc<str>,
        bases: &[Value],
        mut entries: Vec<(Symbol, Value)>,
        keywords: Vec<(Symbol, Value)>,
    ) -> Result<Flow> {
        let mut base_ids = Vec::with_capacity(bases.len().max(1));
        // Who compares in a way of its own has no hash by identity any more (`type_new_set_hash`).
        let defines = |name| entries.iter().any(|&(known, _)| known == name);
        if defines(names::EQ) && !defines(names::HASH) {
            entries.push((names::HASH, Value::None));
        }
        if bases.iter().any(|&base| self.as_class(base).is_none()) {
            let (name, given) = (self.intern("__orig_bases__"), self.tuple(bases.to_vec()));
            entries.push((name, given));
        }
        for &base in bases {
            // `Generic[T]` as a base stands for the class that was subscripted (PEP 560).
            let origin = self.program.symbols.get("__origin__").and_then(|name| self.attributes(base)?.get(name));
            match self.as_class(base).or_else(|| self.as_class(origin?)) {
                Some(id) => base_ids.push(id),
                None => {
                    // CPython calls the type of the base as if it were a metaclass.
                    let type_name = self.type_name(base);
                    let message = match &*type_name {
                        "builtin_function_or_method" => "cannot create 'builtin_function_or_method' instances".into(),
                        "function" => "function() argument 'code' must be code, not str".into(),
                        "module" => "module() takes at most 2 arguments (3 given)".into(),
                        "NoneType" => "NoneType takes no arguments".into(),
                        "int" if !self.is_at_least(13) => "int() takes at most 2 arguments (3 given)".into(),
                        "int" => "int expected at most 2 arguments, got 3".into(),
                        "list" | "tuple" | "float" => format!("{type_name} expected at most 1 argument, got 3"),
                        _ => format!("{type_name}() takes no arguments"),
                    };
                    return self.type_error(&message);
                }
            }
        }
        if let Some(at) = (1..base_ids.len()).find(|&at| base_ids[..at].contains(&base_ids[at])) {
            let base_name = self.class(base_ids[at]).name.clone();
            return self.type_error(&format!("duplicate base class {base_name}"));
        }
        if base_ids.is_empty() {
            base_ids.push(classes::OBJECT);
        }
        let mut layout = Layout::Plain;
        for &base in &base_ids {
            let class = self.class(base);
            match class.layout {
                Layout::Sealed => {
                    let module = Some(&*class.module).filter(|module| *module != "builtins");
                    let base_name = module.map_or(class.name.to_string(), |module| format!("{module}.{}", class.name));
                    return self.type_error(&format!("type '{base_name}' is not an acceptable base type"));
                }
                Layout::Plain => {}
                other if layout == Layout::Plain || layout == other => layout = other,
                _ => return self.type_error("multiple bases have instance lay-out conflict"),
            }
        }
        let text = |machine: &Self, symbol: Symbol| {
            entries.iter().find(|&&(name, _)| name == symbol).and_then(|&(_, value)| machine.as_str(value).cloned())
        };
        let module = text(self, names::MODULE).unwrap_or_else(|| Rc::from("__main__"));
        let qualified_name = text(self, names::QUALNAME).unwrap_or_else(|| name.clone());
        let slots = entries.iter().find(|&&(name, _)| name == names::SLOTS).map(|&(_, value)| value);
        let slots = match slots {
            Some(value) => {
                let names: Vec<Value> = match self.as_sequence(value) {
                    Some(items) => items.to_vec(),
                    None => vec![value],
                };
                let names = if names.is_empty() {
                    self.dict_entries(value).iter().map(|entry| entry.key).collect()
                } else {
                    names
                };
                let texts: Vec<Rc<str>> = names.into_iter().filter_map(|name| self.as_str(name).cloned()).collect();
                let private = format!("_{}", name.trim_start_matches('_'));
                let mangled = texts.iter().map(|slot| match slot.starts_with("__") && !slot.ends_with("__") {
                    true => Rc::from(format!("{private}{slot}")),
                    false => slot.clone(),
                });
                let mangled: Vec<Rc<str>> = mangled.collect();
                let slots: Vec<Symbol> = mangled.iter().map(|slot| self.intern(slot)).collect();
                if let Some(at) = slots.iter().position(|slot| entries.iter().any(|(name, _)| name == slot)) {
                    let message = format!("'{}' in __slots__ conflicts with class variable", texts[at]);
                    return self.value_error(&message);
                }
                Some(slots)
            }
            None => None,
        };
        let mut class = Class {
            name: name.clone(),
            qualified_name,
            module,
            bases: base_ids.clone(),
            linearization: Rc::from([]),
            attributes: Default::default(),
            layout,
            is_user: true,
            slots,
        };
        let mut cell = Value::Unbound;
        for &(name, value) in &entries {
            match name {
                names::CLASSCELL => cell = value,
                names::QUALNAME => {}
                names::NEW if matches!(self.payload(value), Some(Payload::Function(_))) => {
                    let method = self.allocate(classes::STATICMETHOD, Payload::StaticMethod(value));
                    class.attributes.set(name, method);
                }
                names::INIT_SUBCLASS | names::CLASS_GETITEM
                    if matches!(self.payload(value), Some(Payload::Function(_))) =>
                {
                    let method = self.allocate(classes::CLASSMETHOD, Payload::ClassMethod(value));
                    class.attributes.set(name, method);
                }
                _ => class.attributes.set(name, value),
            }
        }
        let id = self.heap.allocate(Object::new(metaclass, Payload::Plain));
        let orders: Vec<Rc<[ObjectId]>> = base_ids.iter().map(|&base| self.class(base).linearization.clone()).collect();
        // Each class that gets its turn is looked for in every order, and has then some special methods looked for in it.
        let items = orders.iter().map(|order| order.len()).sum::<usize>().saturating_mul(orders.len());
        check_length(items)?;
        self.heap.count_looked_up(items);
        let order = linearize(id, orders, &base_ids);
        let Some(order) = order else {
            let names: Vec<String> = base_ids.iter().map(|&base| self.class(base).name.to_string()).collect();
            return self.type_error(&format!(
                "Cannot create a consistent method resolution{}order (MRO) for bases {}",
                if self.is_at_least(13) { ' ' } else { '\n' },
                names.join(", ")
            ));
        };
        self.heap.count_bytes(size_of_val(order.as_slice()));
        class.linearization = order.into();
        let named: Vec<(Symbol, Value)> = class
            .attributes
            .iter()
            .filter(|&(_, value)| {
                let class = self.class_of(value);
                self.class(class).is_user && self.lookup_overridden(class, names::SET_NAME).is_some()
            })
            .collect();
        self.heap.get_mut(id).payload = Payload::Class(Rc::new(class));
        self.heap.classes_have_changed();
        if let Value::Object(cell) = cell {
            self.heap.get_mut(cell).payload = Payload::Cell(Value::Object(id));
        }
        let parent_hook = base_ids.iter().find_map(|&base| self.lookup_overridden(base, names::INIT_SUBCLASS));
        if named.is_empty() && parent_hook.is_none() {
            if !keywords.is_empty() {
                return self.no_keywords_for_subclass(id);
            }
            return Ok(Flow::Value(Value::Object(id)));
        }
        let names_list: Vec<Value> = named
            .into_iter()
            .map(|(name, value)| {
                let name = self.name_value(name);
                self.tuple(vec![name, value])
            })
            .collect();
        let names_list = self.list(names_list);
        let function = self.library_function("finish_class");
        let mut arguments = Arguments::positional(&[Value::Object(id), names_list, Value::Bool(parent_hook.is_some())]);
        arguments.keywords = keywords;
        Ok(Flow::Call { callable: function, arguments, then: Then::Push })
    }

    /// `object.__init_subclass__` takes none.
    pub fn no_keywords_for_subclass(&mut self, class: ObjectId) -> Result<Flow> {
        let name = self.class(class).qualified_name.clone();
        let of = if self.is_at_least(9) { format!("{name}.") } else { String::new() };
        self.type_error(&format!("{of}__init_subclass__() takes no keyword arguments"))
    }

    /// The body of an `Enum` may not give a name a second value, unless the first was a method or the like (`_EnumDict`).
    #[cold]
    #[inline(never)]
    pub(super) fn refuse_second_member(&mut self, metaclass: Value, name: Symbol, earlier: Value) -> Result<()> {
        let mark = self.program.symbols.get("_names_once");
        let of_enum =
            self.as_class(metaclass).zip(mark).is_some_and(|(class, mark)| self.lookup(class, mark).is_some());
        let text = self.name_of(name);
        let is_descriptor = self.as_class(earlier).is_none()
            && ["__get__", "__set__"].iter().any(|&hook| {
                let hook = self.program.symbols.get(hook);
                hook.is_some_and(|hook| self.lookup(self.class_of(earlier), hook).is_some())
            });
        let is_method = matches!(
            self.payload(earlier),
            Some(Payload::Function(_) | Payload::Property(_) | Payload::StaticMethod(_) | Payload::ClassMethod(_))
        );
        if !of_enum || text.starts_with('_') && text.ends_with('_') || is_descriptor || is_method {
            return Ok(());
        }
        let name = string_repr(&text);
        let message = match self.is_at_least(11) {
            true => {
                let value = self.plain_repr(earlier)?.unwrap_or_else(|| "a value".to_owned());
                format!("{name} already defined as {value}")
            }
            false => format!("Attempted to reuse key: {name}"),
        };
        self.type_error(&message)
    }
}
