//! The process itself: everything that a copy of it copies.

use super::attributes::Attributes;
use super::class_views::ClassViews;
use super::classes;
use super::collection::Collection;
use super::event::{Event, EventKind, Phase, SyncInfo, ThreadId, WaitFor};
use super::exception::{ExceptionData, Fault, Result};
use super::files::FileSystem;
use super::finalization::Finalization;
use super::footprint::Location;
use super::heap::{Heap, ObjectId};
use super::library::Library;
use super::object::{Class, Iteration, Object, Payload, Range, Text};
use super::settings::MachineSettings;
use super::streams::Streams;
use super::sync::Sync;
use super::threads::Threads;
use super::value::Value;
use crate::program::code::{Code, CodeId, Program, Symbol};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use std::rc::Rc;

/// From this many events on, a lock that is taken and given back while nobody waits for it is no event, and neither is an
/// item put or taken, so that a program that counts to a million under a lock comes to its end within the limit of events.
pub const QUIET_AFTER_EVENTS: u64 = 50_000;

/// One simulated CPython process.
#[derive(Clone)]
pub struct Machine {
    pub library: Rc<Library>,
    pub program: Rc<Program>,
    pub settings: Rc<MachineSettings>,
    pub heap: Heap,
    /// What is remembered of its classes.
    pub class_views: ClassViews,
    /// The constants of each code object, as values.
    pub constants: Rc<Vec<Rc<[Value]>>>,
    /// Imported modules by name, in order of import.
    pub modules: Rc<Vec<(Rc<str>, ObjectId)>>,
    pub builtins: ObjectId,
    /// `object.__new__`.
    pub object_new: Value,
    /// Objects below this index belong to the library and are never freed.
    pub library_objects: u32,
    pub threads: Threads,
    /// What is told about each thread on the page; parallel to `threads`.
    pub thread_facts: Rc<Vec<ThreadFacts>>,
    /// The threads that were started, in that order.
    pub started: Rc<Vec<ThreadId>>,
    pub syncs: Vec<Sync>,
    pub sync_infos: Rc<Vec<SyncInfo>>,
    pub streams: Streams,
    pub files: FileSystem,
    pub phase: Phase,
    /// Set when the process is gone.
    pub exit_code: Option<i32>,
    /// Virtual time: the process's under the GIL, the stepping thread's own while it steps under free threading.
    pub now_ns: u64,
    /// Counts arrivals, so that first come is first served.
    pub arrivals: u64,
    /// Some instance's `__dict__` was replaced.
    pub namespaces_replaced: bool,
    /// When schedules are explored: the moment at which the turn of the stepping thread began. Threads then have clocks
    /// of their own, which only waits (and long work) move on.
    pub in_turns: Option<u64>,
    /// Steps in the program's own text can be as short as one operation.
    pub is_followed: bool,
    /// Points passed, in a turn, at which a thread can be interrupted.
    pub points: u64,
    /// How often the program has looked at the clock: what it saw then may decide what it does later.
    pub clock_reads: u64,
    /// Operations done, for the limit.
    pub operations: u64,
    /// What happened since the driver last took the events away.
    pub events: Vec<Event>,
    /// Events so far, in all. It says nothing about the process itself.
    pub recorded: u64,
    /// The thread that is stepping.
    pub current: ThreadId,
    /// Something that other threads can see was done since the step began.
    pub visible: bool,
    /// The stepping thread is ahead of the others: its step ends before it goes on in another frame.
    pub lets_others_catch_up: bool,
    /// The main thread has just gone on to the next phase of the exit: others may go first.
    pub between_phases: bool,
    /// The exit may not wait for all regular threads: the main thread was interrupted, or gave up a `join()` (fact B7).
    pub leaves_threads_behind: bool,
    /// In a turn: the library has just done something after which others can come in. Text was written past all buffers
    /// (`Modules/_io/fileio.c` gives the interpreter away), or the thread has come up.
    pub lets_others_in: bool,
    /// The line of the user's text at which the stepping thread is.
    pub line: u32,
    /// Ctrl-C presses that have not come yet: an index into the settings' list.
    pub next_ctrl_c: usize,
    /// `sys.getrecursionlimit()`, as far as it is possible here.
    pub recursion_limit: usize,
    /// `signal.alarm`: when it rings, and after how long again.
    pub alarm_at_ns: Option<u64>,
    pub alarm_interval_ns: u64,
    /// It rang, and the main thread has not heard it yet.
    pub alarm_rang: bool,
    /// The library's function that runs the program's handler of SIGINT; None: `KeyboardInterrupt` is raised.
    pub interrupt_handler: Value,
    /// The main thread's wait in the middle of which that handler runs; it is taken up again afterwards (PEP 475).
    pub interrupted_wait: Option<super::thread::Waiting>,
    /// What that wait is for has come meanwhile.
    pub came_meanwhile: bool,
    /// What has to happen when objects come to their end.
    pub finalization: Finalization,
    /// Cached strings for single-character results and names; values of symbols.
    pub name_values: Rc<Vec<Value>>,
    /// A search for unreachable objects that is under way.
    pub collection: Option<Box<Collection>>,
    /// Whether a step ends where such a search begins, so that the driver can go on with it in parts.
    pub collects_in_parts: bool,
    /// The last step was interrupted: the next one is the rest of it.
    pub was_interrupted: bool,
}

/// What the page says of a thread.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThreadFacts {
    pub name: String,
    pub daemon: bool,
    pub body: String,
    pub body_line: u32,
    pub created_line: u32,
    pub created_by: Option<ThreadId>,
    pub started_at_ns: Option<u64>,
    pub ended_at_ns: Option<u64>,
}

impl Machine {
    // --- Making objects --------------------------------------------------------------------------------------------

    pub fn allocate(&mut self, class: ObjectId, payload: Payload) -> Value {
        let id = self.heap.allocate(Object::new(class, payload));
        if self.finalization.is_enabled {
            self.watch_new(id, class);
        }
        Value::Object(id)
    }

    pub fn str(&mut self, text: &str) -> Value {
        self.text(Rc::from(text))
    }

    pub fn text(&mut self, text: Rc<str>) -> Value {
        self.allocate(classes::STR, Payload::Str(Text::new(text)))
    }

    pub fn bytes(&mut self, bytes: &[u8]) -> Value {
        self.allocate(classes::BYTES, Payload::Bytes(Rc::from(bytes)))
    }

    pub fn tuple(&mut self, values: Vec<Value>) -> Value {
        self.allocate(classes::TUPLE, Payload::Tuple(values.into_boxed_slice()))
    }

    pub fn list(&mut self, values: Vec<Value>) -> Value {
        self.allocate(classes::LIST, Payload::List(values))
    }

    pub fn range(&mut self, range: Range) -> Value {
        self.allocate(classes::RANGE, Payload::Range(Box::new(range)))
    }

    pub fn iterator(&mut self, class: ObjectId, iteration: Iteration) -> Value {
        self.allocate(class, Payload::Iterator(Box::new(iteration)))
    }

    /// An int of any size, in the small form where it fits.
    pub fn integer(&mut self, number: BigInt) -> Value {
        match number.to_i64() {
            Some(small) => Value::Int(small),
            None => self.allocate(classes::INT, Payload::BigInt(Box::new(number))),
        }
    }

    /// The str that a name is.
    pub fn name_value(&mut self, symbol: Symbol) -> Value {
        let at = symbol.0 as usize;
        if let Some(&value) = self.name_values.get(at)
            && value.is_bound()
        {
            return value;
        }
        let value = self.text(self.program.symbols.name(symbol).clone());
        let name_values = Rc::make_mut(&mut self.name_values);
        if name_values.len() <= at {
            name_values.resize(at + 1, Value::Unbound);
        }
        name_values[at] = value;
        value
    }

    pub fn name_of(&self, symbol: Symbol) -> Rc<str> {
        self.program.symbols.name(symbol).clone()
    }

    pub fn intern(&mut self, name: &str) -> Symbol {
        match self.program.symbols.get(name) {
            Some(symbol) => symbol,
            None => Rc::make_mut(&mut self.program).symbols.intern(name),
        }
    }

    // --- Looking at values -----------------------------------------------------------------------------------------

    #[inline]
    pub fn payload(&self, value: Value) -> Option<&Payload> {
        match value {
            Value::Object(id) => Some(&self.heap.get(id).payload),
            _ => None,
        }
    }

    pub fn class_of(&self, value: Value) -> ObjectId {
        match value {
            Value::Object(id) => self.heap.get(id).class,
            Value::None | Value::Unbound => classes::NONE_TYPE,
            Value::NotImplemented => classes::NOT_IMPLEMENTED_TYPE,
            Value::Ellipsis => classes::ELLIPSIS_TYPE,
            Value::Bool(_) => classes::BOOL,
            Value::Int(_) => classes::INT,
            Value::Float(_) => classes::FLOAT,
            Value::Native(_) => classes::BUILTIN_FUNCTION,
        }
    }

    /// The class itself; `object` stands in for what is none.
    pub fn class(&self, id: ObjectId) -> &Class {
        match &self.heap.get(id).payload {
            Payload::Class(class) => class,
            _ => match &self.heap.get(classes::OBJECT).payload {
                Payload::Class(class) => class,
                _ => unreachable!("`object` is a class: it is allocated first and never replaced"),
            },
        }
    }

    pub fn class_mut(&mut self, id: ObjectId) -> Option<&mut Class> {
        match &mut self.heap.get_mut(id).payload {
            Payload::Class(class) => Some(Rc::make_mut(class)),
            _ => None,
        }
    }

    pub fn as_class(&self, value: Value) -> Option<ObjectId> {
        match value {
            Value::Object(id) if matches!(self.heap.get(id).payload, Payload::Class(_)) => Some(id),
            _ => None,
        }
    }

    pub fn is_subclass(&self, class: ObjectId, of: ObjectId) -> bool {
        class == of || self.class(class).linearization.contains(&of)
    }

    pub fn is_instance(&self, value: Value, class: ObjectId) -> bool {
        self.is_subclass(self.class_of(value), class)
    }

    pub fn type_name(&self, value: Value) -> Rc<str> {
        let class = self.class(self.class_of(value));
        if class.is_named_with_module() {
            return format!("{}.{}", class.module, class.name).into();
        }
        class.name.clone()
    }

    /// Finds a name along the method resolution order.
    pub fn lookup(&self, class: ObjectId, name: Symbol) -> Option<Value> {
        self.class(class).linearization.iter().find_map(|&id| match &self.heap.get(id).payload {
            Payload::Class(class) => class.attributes.get(name),
            _ => None,
        })
    }

    /// As [`Machine::lookup`], but only in classes that the program (or the library in Python) defined: a special
    /// method that the machine does not itself provide.
    pub fn lookup_overridden(&self, class: ObjectId, name: Symbol) -> Option<Value> {
        let class = self.class(class);
        if !class.is_user {
            // Built-in classes have only such bases.
            return None;
        }
        class.linearization.iter().find_map(|&id| match &self.heap.get(id).payload {
            Payload::Class(class) if class.is_user => class.attributes.get(name),
            _ => None,
        })
    }

    pub fn as_str(&self, value: Value) -> Option<&Rc<str>> {
        match self.payload(value) {
            Some(Payload::Str(text)) => Some(&text.text),
            _ => None,
        }
    }

    /// The items of a list or tuple.
    pub fn as_sequence(&self, value: Value) -> Option<&[Value]> {
        match self.payload(value)? {
            Payload::List(items) => Some(items),
            Payload::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// An int that fits into 64 bits; bools count.
    pub fn as_int(&self, value: Value) -> Option<i64> {
        match value {
            Value::Int(number) => Some(number),
            Value::Bool(truth) => Some(truth as i64),
            Value::Object(_) => match self.payload(value)? {
                Payload::Number(Value::Int(number)) => Some(*number),
                Payload::Number(Value::Bool(truth)) => Some(*truth as i64),
                _ => None,
            },
            _ => None,
        }
    }

    /// An int of any size.
    pub fn as_big(&self, value: Value) -> Option<BigInt> {
        match self.payload(value) {
            Some(Payload::BigInt(number)) => Some((**number).clone()),
            _ => self.as_int(value).map(BigInt::from),
        }
    }

    /// The number in an instance of a subclass of int or float, else the value itself.
    #[inline]
    pub fn number(&self, value: Value) -> Value {
        match self.payload(value) {
            Some(Payload::Number(number)) => *number,
            _ => value,
        }
    }

    pub fn as_float(&self, value: Value) -> Option<f64> {
        match self.number(value) {
            Value::Float(number) => Some(number),
            Value::Int(number) => Some(number as f64),
            other => match self.as_int(other) {
                Some(number) => Some(number as f64),
                None => self.as_big(other).and_then(|big| big.to_f64()),
            },
        }
    }

    pub fn attributes(&self, value: Value) -> Option<&Attributes> {
        match value {
            Value::Object(id) => self.heap.get(id).attributes.as_deref(),
            _ => None,
        }
    }

    /// Notes an access of the stepping thread to something that is no object.
    #[inline]
    pub fn note(&self, location: Location, writes: bool) {
        if let Some(tracker) = &self.heap.tracker {
            tracker.note(location, writes);
        }
    }

    pub fn note_wait(&self, what: WaitFor, has_time_out: bool) {
        if let Some(tracker) = &self.heap.tracker {
            tracker.note_wait(what, has_time_out);
        }
    }

    /// A name in the object's own namespace.
    pub fn own_attribute(&self, value: Value, name: Symbol) -> Option<Value> {
        let Value::Object(id) = value else { return None };
        self.heap.note_name(id, name, false);
        let object = self.heap.get(id);
        // What a class body has bound so far are items of the dict that metaclasses see, not attributes.
        if matches!(object.payload, Payload::Namespace(_)) {
            return None;
        }
        object.attributes.as_ref()?.get(name)
    }

    pub fn set_own_attribute(&mut self, id: ObjectId, name: Symbol, value: Value) {
        self.heap.note_name(id, name, true);
        self.attributes_mut(id).set(name, value);
    }

    pub fn remove_own_attribute(&mut self, id: ObjectId, name: Symbol) -> Option<Value> {
        self.heap.note_name(id, name, true);
        self.attributes_mut(id).remove(name)
    }

    /// The namespace of an object that no other thread has seen yet.
    pub fn attributes_mut(&mut self, id: ObjectId) -> &mut Attributes {
        Rc::make_mut(self.heap.get_mut(id).attributes.get_or_insert_default())
    }

    /// Whether `callable(value)`.
    pub fn is_callable(&self, value: Value) -> bool {
        match self.payload(value) {
            Some(Payload::Function(_) | Payload::BoundMethod { .. } | Payload::Class(_) | Payload::StaticMethod(_)) => {
                true
            }
            _ => {
                matches!(value, Value::Native(_))
                    || self.lookup_overridden(self.class_of(value), super::names::CALL).is_some()
            }
        }
    }

    /// Whether nobody has put something else in the place of `sys.stdout`.
    pub fn stdout_is_original(&self) -> bool {
        let current = self
            .find_module("sys")
            .zip(self.program.symbols.get("stdout"))
            .and_then(|(module, name)| self.namespace_get(module, name));
        current.is_none_or(|current| current.is(self.streams.stdout_object))
    }

    /// The members of a union of types (`int | None`), an instance of the library's `_internal.Union`.
    pub fn union_members(&self, value: Value) -> Option<Vec<Value>> {
        let name = self.program.symbols.get("__args__")?;
        let class = self.class_of(value);
        if &*self.class(class).name != "UnionType" {
            return None;
        }
        self.attributes(value)?.get(name).and_then(|members| self.as_sequence(members).map(<[Value]>::to_vec))
    }

    pub fn code(&self, id: CodeId) -> Rc<Code> {
        self.program.code(id).clone()
    }

    // --- Failing ---------------------------------------------------------------------------------------------------

    pub fn exception(&mut self, class: ObjectId, arguments: Vec<Value>) -> Value {
        self.allocate(class, Payload::Exception(Box::new(ExceptionData { arguments, ..ExceptionData::default() })))
    }

    /// An exception with one text, as a fault to return.
    pub fn raise(&mut self, class: ObjectId, message: &str) -> Fault {
        let message = self.str(message);
        Fault::Raised(self.exception(class, vec![message]))
    }

    pub fn type_error<T>(&mut self, message: &str) -> Result<T> {
        Err(self.raise(classes::TYPE_ERROR, message))
    }

    pub fn value_error<T>(&mut self, message: &str) -> Result<T> {
        Err(self.raise(classes::VALUE_ERROR, message))
    }

    pub fn runtime_error<T>(&mut self, message: &str) -> Result<T> {
        Err(self.raise(classes::RUNTIME_ERROR, message))
    }

    pub fn not_supported<T>(&self, what: &str) -> Result<T> {
        Err(Fault::NotSupported(what.to_owned()))
    }

    // --- What happened ---------------------------------------------------------------------------------------------

    pub fn record(&mut self, kind: EventKind) {
        self.record_for(self.current, self.line, kind);
    }

    pub fn record_for(&mut self, thread: ThreadId, line: u32, kind: EventKind) {
        self.recorded += 1;
        self.events.push(Event { at_ns: self.now_ns, thread, line, kind });
    }

    /// Whether so much has happened that only what threads do to each other is told: see [`QUIET_AFTER_EVENTS`].
    pub fn is_quiet(&self) -> bool {
        self.recorded >= QUIET_AFTER_EVENTS
    }

    /// The virtual time, for the program to see.
    pub fn read_clock_ns(&mut self) -> u64 {
        self.clock_reads += 1;
        self.moment_ns()
    }

    pub fn next_arrival(&mut self) -> u64 {
        self.arrivals += 1;
        self.arrivals
    }

    pub fn is_at_least(&self, minor: u8) -> bool {
        self.settings.python.0 >= minor
    }
}
