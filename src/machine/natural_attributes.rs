//! Attributes that objects have by what they are: `__class__`, `__name__`, `args` of an exception, `start` of a slice.

use super::classes;
use super::exception::ExceptionData;
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::value::Value;
use crate::program::code::{Code, CodeKind, Symbol};
use crate::source::order;

impl Machine {
    /// Attributes that objects have by what they are.
    pub fn natural_attribute(&mut self, object: Value, name: Symbol) -> Option<Value> {
        if name == names::CLASS {
            return Some(Value::Object(self.class_of(object)));
        }
        if let Value::Native(native) = object {
            let text = self.library.natives[native.0 as usize].name;
            return match name {
                names::NAME | names::QUALNAME => Some(self.str(text)),
                names::DOC => Some(Value::None),
                names::MODULE => Some(self.str("builtins")),
                _ => None,
            };
        }
        let Value::Object(id) = object else { return (name == names::DOC).then_some(Value::None) };
        if name == names::DICT {
            let has_namespace = match &self.heap.get(id).payload {
                Payload::Class(_) | Payload::Module(_) | Payload::Function(_) => true,
                _ => {
                    let class = self.class_of(object);
                    self.has_own_namespace(class) || self.is_subclass(class, classes::BASE_EXCEPTION)
                }
            };
            return has_namespace.then(|| {
                let class = if self.as_class(object).is_some() { classes::MAPPING_PROXY } else { classes::DICT };
                self.allocate(class, Payload::Namespace(id))
            });
        }
        match &self.heap.get(id).payload {
            Payload::Class(class) => {
                let class = class.clone();
                Some(match name {
                    names::NAME => self.text(class.name.clone()),
                    names::QUALNAME => self.text(class.qualified_name.clone()),
                    names::MODULE => self.text(class.module.clone()),
                    names::DOC => Value::None,
                    names::BASES => self.tuple(class.bases.iter().map(|&base| Value::Object(base)).collect()),
                    names::BASE => class.bases.first().map_or(Value::None, |&base| Value::Object(base)),
                    names::MRO => self.tuple(class.linearization.iter().map(|&base| Value::Object(base)).collect()),
                    _ if &*self.name_of(name) == "__base__" => {
                        class.bases.first().map_or(Value::None, |&base| Value::Object(base))
                    }
                    _ => return None,
                })
            }
            Payload::Function(function) => match name {
                names::NAME => Some(function.name),
                names::QUALNAME => Some(function.qualified_name),
                names::MODULE => {
                    let module = Value::Object(function.module);
                    self.attributes(module).and_then(|attributes| attributes.get(names::NAME))
                }
                names::DOC => {
                    let docstring = function.code.docstring.clone();
                    Some(docstring.map_or(Value::None, |text| self.str(&text)))
                }
                names::DEFAULTS => {
                    let defaults = function.defaults.to_vec();
                    Some(if defaults.is_empty() { Value::None } else { self.tuple(defaults) })
                }
                names::KWDEFAULTS => {
                    let defaults = function.keyword_defaults.clone();
                    let entries: Vec<(Value, Value)> =
                        defaults.into_iter().map(|(name, value)| (self.name_value(name), value)).collect();
                    Some(if entries.is_empty() { Value::None } else { self.new_dict(&entries).ok()? })
                }
                names::CLOSURE => {
                    let names = function.code.free_variables.iter().map(|&name| self.name_of(name));
                    let mut cells: Vec<_> = names.zip(function.closure.iter()).collect();
                    order::sort_by_key(&mut cells, |(name, _)| name.clone());
                    let cells: Vec<Value> = cells.into_iter().map(|(_, &cell)| Value::Object(cell)).collect();
                    Some(if cells.is_empty() { Value::None } else { self.tuple(cells) })
                }
                names::ANNOTATIONS => {
                    let annotations = function.annotations;
                    Some(if annotations.is_bound() { annotations } else { self.new_dict(&[]).ok()? })
                }
                names::CODE => {
                    let code = function.code.clone();
                    Some(self.code_object(&code))
                }
                names::GLOBALS => {
                    let module = function.module;
                    Some(self.allocate(classes::DICT, Payload::Namespace(module)))
                }
                _ => None,
            },
            Payload::BoundMethod { function, receiver } => match name {
                names::FUNC => Some(*function),
                names::SELF => Some(*receiver),
                _ => {
                    let function = *function;
                    self.attributes(function)
                        .and_then(|attributes| attributes.get(name))
                        .or_else(|| self.natural_attribute(function, name))
                }
            },
            Payload::Exception(exception) => {
                let exception = exception.clone();
                match name {
                    names::ARGS => {
                        let count = self.shown_arguments(object, &exception);
                        Some(self.tuple(exception.arguments[..count].to_vec()))
                    }
                    names::CAUSE => Some(if exception.cause.is_bound() { exception.cause } else { Value::None }),
                    names::CONTEXT => Some(if exception.context.is_bound() { exception.context } else { Value::None }),
                    names::SUPPRESS_CONTEXT => Some(Value::Bool(exception.suppress_context)),
                    names::TRACEBACK => Some(if exception.traceback.is_empty() {
                        Value::None
                    } else {
                        self.allocate(classes::TRACEBACK, Payload::Traceback(Box::new(exception.traceback)))
                    }),
                    names::VALUE if self.is_instance(object, classes::STOP_ITERATION) => {
                        Some(exception.arguments.first().copied().unwrap_or(Value::None))
                    }
                    names::DOC => Some(Value::None),
                    _ => self.exception_attribute(object, &exception.arguments, name),
                }
            }
            Payload::Generator(generator) => match name {
                names::NAME | names::QUALNAME => {
                    let text = generator.name.clone();
                    Some(self.text(text))
                }
                _ => {
                    let is_running = generator.frame.is_none() && !generator.finished;
                    let is_suspended = generator.started && !is_running && !generator.finished;
                    match &*self.name_of(name) {
                        "gi_running" => Some(Value::Bool(is_running)),
                        "gi_suspended" if self.is_at_least(11) => Some(Value::Bool(is_suspended)),
                        "gi_yieldfrom" => Some(self.generator_delegate(id).unwrap_or(Value::None)),
                        "gi_code" => {
                            let code = generator.frame.as_ref().map(|frame| frame.code.clone())?;
                            Some(self.code_object(&code))
                        }
                        _ => None,
                    }
                }
            },
            Payload::Slice(parts) => {
                let parts = **parts;
                match &*self.name_of(name) {
                    "start" => Some(parts[0]),
                    "stop" => Some(parts[1]),
                    "step" => Some(parts[2]),
                    _ => None,
                }
            }
            Payload::Range(range) => {
                let range = **range;
                match &*self.name_of(name) {
                    "start" => Some(Value::Int(range.start)),
                    "stop" => Some(Value::Int(range.stop)),
                    "step" => Some(Value::Int(range.step)),
                    _ => None,
                }
            }
            Payload::Property(parts) => {
                let parts = **parts;
                match &*self.name_of(name) {
                    "fget" => Some(parts[0]),
                    "fset" => Some(parts[1]),
                    "fdel" => Some(parts[2]),
                    "__doc__" => Some(parts[3]),
                    _ => None,
                }
            }
            Payload::StaticMethod(function) | Payload::ClassMethod(function)
                if [names::FUNC, names::WRAPPED].contains(&name) =>
            {
                Some(*function)
            }
            Payload::Cell(content) if &*self.name_of(name) == "cell_contents" => Some(*content),
            Payload::Module(module) if name == names::NAME => {
                let module = module.clone();
                Some(self.text(module))
            }
            _ => (name == names::DOC).then_some(Value::None),
        }
    }

    /// `function.__code__`, as much of it as programs look at.
    fn code_object(&mut self, code: &Code) -> Value {
        let class = self.as_class(self.library_function("code")).unwrap_or(classes::OBJECT);
        let file = self.program.files.get(code.file as usize).cloned().unwrap_or_default();
        let parameters = &code.parameters;
        let stars = u32::from(parameters.has_star_args) + u32::from(parameters.has_star_kwargs);
        let named = (parameters.positional + parameters.keyword_only + stars) as usize;
        // Where CPython lists parameters first, then the other locals, captured or not.
        let variables: Vec<Symbol> = code.local_names.clone();
        let names_tuple = |machine: &mut Self, names: &[Symbol]| {
            let names = names.iter().map(|&name| machine.name_value(name)).collect();
            machine.tuple(names)
        };
        let flags = 3
            | if parameters.has_star_args { 4 } else { 0 }
            | if parameters.has_star_kwargs { 8 } else { 0 }
            | if code.kind == CodeKind::Generator { 32 } else { 0 };
        let entries = [
            ("co_name", self.str(&code.name)),
            ("co_qualname", self.str(&code.qualified_name)),
            ("co_filename", self.str(&file.name)),
            ("co_firstlineno", Value::Int(i64::from(file.line_of(code.span.start)))),
            ("co_argcount", Value::Int(i64::from(parameters.positional))),
            ("co_posonlyargcount", Value::Int(i64::from(parameters.positional_only))),
            ("co_kwonlyargcount", Value::Int(i64::from(parameters.keyword_only))),
            ("co_nlocals", Value::Int(variables.len().max(named) as i64)),
            ("co_varnames", names_tuple(self, &variables)),
            ("co_freevars", {
                // By the alphabet, and so are the cells of `__closure__` (`dictbytype` in `Python/compile.c`).
                let mut free = code.free_variables.clone();
                order::sort_by_key(&mut free, |&name| self.name_of(name));
                names_tuple(self, &free)
            }),
            ("co_cellvars", names_tuple(self, &code.cell_variables)),
            ("co_flags", Value::Int(flags)),
        ];
        let object = self.allocate(class, Payload::Plain);
        if let Value::Object(id) = object {
            for (name, value) in entries {
                let name = self.intern(name);
                self.attributes_mut(id).set(name, value);
            }
        }
        object
    }

    /// How many of its arguments an exception shows: of `OSError(number, text, file, …)` the first two (`oserror_init`).
    pub(super) fn shown_arguments(&self, object: Value, exception: &ExceptionData) -> usize {
        let count = exception.arguments.len();
        if (3..=5).contains(&count) && self.is_instance(object, classes::OS_ERROR) { 2 } else { count }
    }

    /// `code` of a SystemExit, `errno` and `strerror` of an OSError, and their like.
    pub(super) fn exception_attribute(&mut self, object: Value, arguments: &[Value], name: Symbol) -> Option<Value> {
        let text = self.name_of(name);
        let argument = |at: usize| arguments.get(at).copied().unwrap_or(Value::None);
        match &*text {
            "code" if self.is_instance(object, classes::SYSTEM_EXIT) => Some(match arguments.len() {
                0 => Value::None,
                1 => arguments[0],
                _ => self.tuple(arguments.to_vec()),
            }),
            "errno" | "strerror" | "filename" | "filename2" if self.is_instance(object, classes::OS_ERROR) => {
                Some(match &*text {
                    "errno" if arguments.len() >= 2 => argument(0),
                    "strerror" if arguments.len() >= 2 => argument(1),
                    "filename" => argument(2),
                    "filename2" => argument(4),
                    _ => Value::None,
                })
            }
            "name" | "obj" if self.is_at_least(10) && self.is_instance(object, classes::ATTRIBUTE_ERROR) => {
                Some(Value::None)
            }
            "name" if self.is_at_least(10) && self.is_instance(object, classes::NAME_ERROR) => Some(Value::None),
            "name" | "path" | "msg" if self.is_instance(object, classes::IMPORT_ERROR) => {
                Some(if &*text == "msg" { argument(0) } else { Value::None })
            }
            "msg" if self.is_instance(object, classes::SYNTAX_ERROR) => Some(argument(0)),
            "filename" | "lineno" | "offset" | "text" if self.is_instance(object, classes::SYNTAX_ERROR) => {
                let at = ["filename", "lineno", "offset", "text"].iter().position(|&part| part == &*text)?;
                let place = self.as_sequence(argument(1)).and_then(|place| place.get(at));
                Some(place.copied().unwrap_or(Value::None))
            }
            "encoding" | "object" | "start" | "end" | "reason"
                if arguments.len() == 5 && self.is_instance(object, classes::UNICODE_ERROR) =>
            {
                ["encoding", "object", "start", "end", "reason"].iter().position(|&part| part == &*text).map(argument)
            }
            _ => None,
        }
    }
}
