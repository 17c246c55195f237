//! A machine with the whole library loaded, made once for each version of Python; every run starts from a copy of it.

use super::builder::Builder;
use super::loading::Loading;
use super::modules::{self, CORE_MODULES, PARTIAL, UNSUPPORTED_BUILTINS, advice, names_of_all};
use super::{
    builtins, calendar, digests, frames, imports, intrinsics, io, locks, math, random, signals, streams, system, time,
    types, unmodelled,
};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::event::{Phase, ThreadId};
use crate::machine::files::FileSystem;
use crate::machine::finalization::Finalization;
use crate::machine::frame::Then;
use crate::machine::heap::{Heap, ObjectId};
use crate::machine::library::Library;
use crate::machine::names;
use crate::machine::object::{Function, Payload};
use crate::machine::process::ThreadFacts;
use crate::machine::settings::{MachineSettings, PythonVersion};
use crate::machine::streams::Streams;
use crate::machine::thread::{Thread, ThreadState};
use crate::machine::threads::Threads;
use crate::machine::value::Value;
use crate::program::code::{CodeId, CodeKind, Constant, Program, SourceFile};
use crate::program::op::Op;
use crate::program::{Language, compile_module};
use crate::source::diagnostic::{Diagnostic, DiagnosticKind};
use crate::source::order;
use crate::source::parse::parse;
use num_bigint::BigInt;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Templates that are kept. A person who edits imports may ask for many; beyond this all are made anew.
const KEPT_TEMPLATES: usize = 32;
/// Where the program lies and runs, as `io` of the library has it.
const CURRENT_DIRECTORY: &str = "/home/user";

/// What a template has: the version, and the modules beside those that every program starts with.
type Contents = (PythonVersion, Vec<&'static str>);

thread_local! {
    static TEMPLATES: RefCell<BTreeMap<Contents, Machine>> = const { RefCell::new(BTreeMap::new()) };
}

/// Why a text cannot be run.
pub type LoadError = Vec<Diagnostic>;

/// A machine of that version with the core of the library loaded and no program.
pub fn template(version: PythonVersion) -> Machine {
    template_with(version, Vec::new())
}

/// A machine that has these modules too.
fn template_with(version: PythonVersion, modules: Vec<&'static str>) -> Machine {
    let contents = (version, modules);
    if let Some(machine) = kept(&contents) {
        return machine;
    }
    let mut loading = loading_of(&contents);
    while !loading.advance() {}
    keep(contents, loading.into_machine())
}

fn kept(contents: &Contents) -> Option<Machine> {
    TEMPLATES.with_borrow(|templates| templates.get(contents).cloned())
}

fn keep(contents: Contents, machine: Machine) -> Machine {
    TEMPLATES.with_borrow_mut(|templates| {
        if templates.len() >= KEPT_TEMPLATES {
            templates.clear();
        }
        templates.insert(contents, machine.clone());
    });
    machine
}

/// Begins to make one: from the bare machine, or from the template that has what every program starts with.
fn loading_of((version, modules): &Contents) -> Loading {
    if modules.is_empty() {
        return Loading::new(make(*version), CORE_MODULES.to_vec());
    }
    let texts = modules.iter().filter_map(|&name| Some((name, modules::text(name)?)));
    Loading::new(template(*version), texts.collect())
}

/// The making of the templates that a text needs, in parts between which the caller can do something else. `load` makes at
/// once what has not been made by then.
pub struct Preparation {
    /// What is still to be made, the next one last.
    wanted: Vec<Contents>,
    loading: Option<Loading>,
}

impl Preparation {
    /// None where the largest of them is there: what is still to be made then takes no longer than a run.
    pub fn new(text: &str, version: PythonVersion) -> Option<Self> {
        let core = (version, Vec::new());
        if TEMPLATES.with_borrow(|templates| templates.contains_key(&core)) {
            return None;
        }
        let needed = imports::needed(&parse(text, version.0).module);
        let mut wanted = vec![(version, needed), core];
        wanted.dedup();
        Some(Self { wanted, loading: None })
    }

    /// Goes on for some milliseconds; true when all is there.
    pub fn advance(&mut self) -> bool {
        let Some(contents) = self.wanted.last() else { return true };
        match &mut self.loading {
            None => self.loading = Some(loading_of(contents)),
            Some(loading) => {
                if loading.advance()
                    && let (Some(contents), Some(loading)) = (self.wanted.pop(), self.loading.take())
                {
                    keep(contents, loading.into_machine());
                }
            }
        }
        self.wanted.is_empty()
    }
}

/// The module that came last to those that are modelled.
const GRAPHLIB_SINCE: u8 = 9;

/// A machine that is about to run a program.
///
/// # Errors
/// Everything that keeps the text from running, each at its place.
pub fn load(text: &str, file_name: &str, settings: &MachineSettings) -> Result<Machine, LoadError> {
    let parsed = parse(text, settings.python.0);
    let mut needed = imports::needed(&parsed.module);
    needed.retain(|&name| name != "graphlib" || settings.python.0 >= GRAPHLIB_SINCE);
    let leaves_names_out = unmodelled::leave_names_out(&needed);
    let mut machine = template_with(settings.python, needed);
    machine.settings = Rc::new(settings.clone());
    if parsed.diagnostics.iter().any(|finding| finding.kind == DiagnosticKind::SyntaxError) {
        return Err(parsed.diagnostics);
    }
    let first = machine.program.codes.len();
    let language = Language::of(settings.python.0);
    let file = SourceFile::new(file_name, text, true);
    let code = compile_module(Rc::make_mut(&mut machine.program), file, &parsed.module, language)
        .map_err(|finding| vec![finding])?;
    let mut findings = parsed.diagnostics;
    findings.extend(unsupported_imports(&machine, first));
    findings.extend(unsupported_names(&machine, first));
    if leaves_names_out {
        findings.extend(unmodelled::uses(&machine, first));
    }
    if !findings.is_empty() {
        order::sort_by_key(&mut findings, |finding| finding.span);
        return Err(findings);
    }
    if can_notice_ends(&machine, first) {
        machine.finalization.enable(&mut machine.heap);
    }
    add_constants(&mut machine);
    let module = machine.new_module("__main__");
    Rc::make_mut(&mut machine.modules).push(("__main__".into(), module));
    let file = machine.str(file_name);
    set_program_name(&mut machine, file);
    // Since 3.9 it is an absolute path (bpo-20443); `sys.argv` and tracebacks have it as it was given.
    let is_relative = machine.is_at_least(9) && !file_name.starts_with('/');
    let file = if is_relative { machine.str(&format!("{CURRENT_DIRECTORY}/{file_name}")) } else { file };
    machine.attributes_mut(module).set(names::FILE, file);
    let docstring = machine.code(code).docstring.clone();
    let docstring = docstring.map_or(Value::None, |docstring| machine.str(&docstring));
    machine.attributes_mut(module).set(names::DOC, docstring);
    for name in ["__package__", "__loader__", "__spec__", "__cached__"] {
        let name = machine.intern(name);
        machine.attributes_mut(module).set(name, Value::None);
    }
    let builtins = Value::Object(machine.builtins);
    machine.attributes_mut(module).set(names::BUILTINS, builtins);
    let body = module_function(&mut machine, code, module);
    start_main(&mut machine, body);
    Ok(machine)
}

/// `sys.argv[0]`.
fn set_program_name(machine: &mut Machine, file: Value) {
    let arguments = machine
        .find_module("sys")
        .zip(machine.program.symbols.get("argv"))
        .and_then(|(sys, name)| machine.namespace_get(sys, name));
    if let Some(Value::Object(id)) = arguments
        && let Payload::List(items) = &mut machine.heap.get_mut(id).payload
        && let Some(first) = items.first_mut()
    {
        *first = file;
    }
}

/// Imports of modules that exist in CPython and are not modelled.
fn unsupported_imports(machine: &Machine, first: usize) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for code in &machine.program.codes[first..] {
        for (op, &span) in code.ops.iter().zip(&code.spans) {
            let &Op::ImportModule(name, _) = op else { continue };
            let name = machine.name_of(name);
            if machine.find_module(&name).is_some()
                && !PARTIAL.contains(&&*name)
                && !(name.starts_with('_') && &*name != "_thread" && &*name != "__future__")
            {
                continue;
            }
            // Of packages that are here everything is here but what these hold; else CPython finds nothing either.
            let is_of_known = name.split_once('.').is_some_and(|(top, _)| machine.find_module(top).is_some());
            let is_partial = PARTIAL.iter().any(|partial| name.starts_with(partial));
            if is_of_known
                && !is_partial
                && !name.contains("interpreter")
                && !crate::source::standard_modules::is_listed(&name)
            {
                continue;
            }
            if let Some(advice) = advice(&name) {
                findings.push(Diagnostic {
                    kind: DiagnosticKind::NotSupported,
                    span,
                    message: format!("not supported here: the module {name}; {advice}"),
                });
            } else if crate::source::standard_modules::is_standard(&name) {
                findings.push(Diagnostic {
                    kind: DiagnosticKind::NotSupported,
                    span,
                    message: format!("not supported here: the module {name}; there are {}", names_of_all()),
                });
            }
        }
    }
    order::sort_by_key(&mut findings, |finding| finding.span);
    findings.dedup();
    findings
}

/// Uses of builtins that are not modelled, where the program has nothing of its own by that name.
fn unsupported_names(machine: &Machine, first: usize) -> Vec<Diagnostic> {
    let codes = &machine.program.codes[first..];
    let mut findings = Vec::new();
    for &(name, advice) in UNSUPPORTED_BUILTINS {
        let Some(symbol) = machine.program.symbols.get(name) else { continue };
        let is_stored = codes.iter().flat_map(|code| &code.ops).any(|op| {
            matches!(op, Op::StoreGlobal(stored) | Op::StoreName(stored) | Op::DeleteGlobal(stored) if *stored == symbol)
        });
        if is_stored || machine.builtin(symbol).is_some() {
            continue;
        }
        for code in codes {
            for (op, &span) in code.ops.iter().zip(&code.spans) {
                if matches!(op, Op::LoadGlobal(loaded) | Op::LoadName(loaded) if *loaded == symbol) {
                    let message = format!("not supported here: {name}; {advice}");
                    findings.push(Diagnostic { kind: DiagnosticKind::NotSupported, span, message });
                }
            }
        }
    }
    order::sort_by_key(&mut findings, |finding| finding.span);
    findings
}

/// Whether the program has anything whose end can be noticed: a `__del__`, a weak reference, a generator that is
/// suspended inside a `try` or `with`.
fn can_notice_ends(machine: &Machine, first: usize) -> bool {
    machine.program.codes[first..].iter().any(|code| {
        let suspends_inside = code.kind == CodeKind::Generator
            && code.handlers.iter().any(|handler| {
                let inside = code.ops.get(handler.start as usize..handler.end as usize).unwrap_or_default();
                inside.iter().any(|op| matches!(op, Op::Yield | Op::YieldFrom))
            });
        suspends_inside
            || code.ops.iter().any(|op| match op {
                Op::StoreName(name) => *name == names::DEL,
                Op::ImportModule(name, _) => &*machine.name_of(*name) == "weakref",
                _ => false,
            })
    })
}

/// Puts `_lifecycle.main(body)` on the main thread.
fn start_main(machine: &mut Machine, body: Value) {
    let main = machine
        .find_module("_lifecycle")
        .zip(machine.program.symbols.get("main"))
        .and_then(|(module, name)| machine.namespace_get(module, name));
    let Some(Payload::Function(function)) = main.and_then(|main| machine.payload(main)) else { return };
    let function = function.clone();
    let mut thread = std::mem::replace(&mut machine.threads[0], Thread::new(ThreadId::MAIN, Value::None));
    thread.state = ThreadState::Ready;
    // The lifecycle function takes one argument and nothing else can go wrong in entering it.
    let entered = machine.enter_function(&mut thread, &function, Arguments::positional(&[body]), Then::Push);
    debug_assert_eq!(entered, Ok(()));
    machine.threads[0] = thread;
}

pub(super) fn module_function(machine: &mut Machine, code: CodeId, module: ObjectId) -> Value {
    let name = machine.str("<module>");
    let function = Function {
        code: machine.code(code),
        code_id: code,
        module,
        defaults: Box::new([]),
        keyword_defaults: Vec::new(),
        closure: Rc::from([]),
        annotations: Value::Unbound,
        name,
        qualified_name: name,
    };
    machine.allocate(classes::FUNCTION, Payload::Function(Rc::new(function)))
}

/// Gives every code object that has none yet its constants as values.
pub(super) fn add_constants(machine: &mut Machine) {
    let program = machine.program.clone();
    let mut constants = (*machine.constants).clone();
    for code in &program.codes[constants.len()..] {
        let values: Vec<Value> = code.constants.iter().map(|constant| constant_value(machine, constant)).collect();
        constants.push(values.into());
    }
    machine.constants = Rc::new(constants);
}

fn constant_value(machine: &mut Machine, constant: &Constant) -> Value {
    match constant {
        Constant::None => Value::None,
        Constant::True => Value::Bool(true),
        Constant::False => Value::Bool(false),
        Constant::Ellipsis => Value::Ellipsis,
        Constant::Int(number) => Value::Int(*number),
        Constant::BigInt(digits) => match digits.parse::<BigInt>() {
            Ok(number) => machine.integer(number),
            Err(_) => Value::Int(0),
        },
        Constant::Float(number) => Value::Float(*number),
        Constant::Str(text) => machine.str(text),
        Constant::Bytes(bytes) => machine.bytes(bytes),
        Constant::Tuple(items) => {
            let items = items.iter().map(|item| constant_value(machine, item)).collect();
            machine.tuple(items)
        }
        Constant::FrozenSet(items) => {
            let items: Vec<Value> = items.iter().map(|item| constant_value(machine, item)).collect();
            let set = machine.new_set(&items).unwrap_or_default();
            machine.allocate(classes::FROZENSET, Payload::FrozenSet(Box::new(set)))
        }
    }
}

/// Begins a template: built-in classes and functions in Rust. The modules in Python come by `Loading`.
fn make(version: PythonVersion) -> Machine {
    let mut program = Program::default();
    names::intern_all(&mut program.symbols);
    let mut heap = Heap::default();
    classes::allocate_builtin(&mut heap);
    let machine = Machine {
        library: Rc::new(Library::default()),
        program: Rc::new(program),
        settings: Rc::new(MachineSettings { python: version, ..MachineSettings::default() }),
        heap,
        class_views: Default::default(),
        constants: Rc::new(Vec::new()),
        modules: Rc::default(),
        builtins: classes::OBJECT,
        object_new: Value::Unbound,
        library_objects: 0,
        threads: Threads::new(Thread::new(ThreadId::MAIN, Value::None)),
        thread_facts: Rc::new(vec![ThreadFacts { name: "MainThread".to_owned(), ..ThreadFacts::default() }]),
        started: Rc::default(),
        syncs: Vec::new(),
        sync_infos: Rc::default(),
        streams: Streams::default(),
        files: FileSystem::default(),
        phase: Phase::Running,
        exit_code: None,
        now_ns: 0,
        in_turns: None,
        is_followed: false,
        namespaces_replaced: false,
        points: 0,
        clock_reads: 0,
        arrivals: 0,
        operations: 0,
        events: Vec::new(),
        recorded: 0,
        current: ThreadId::MAIN,
        visible: false,
        lets_others_catch_up: false,
        between_phases: false,
        leaves_threads_behind: false,
        lets_others_in: false,
        line: 0,
        next_ctrl_c: 0,
        recursion_limit: crate::machine::limits::RECURSION_LIMIT,
        alarm_at_ns: None,
        alarm_interval_ns: 0,
        alarm_rang: false,
        interrupt_handler: Value::None,
        interrupted_wait: None,
        came_meanwhile: false,
        finalization: Finalization::default(),
        name_values: Rc::default(),
        collection: None,
        collects_in_parts: false,
        was_interrupted: false,
    };
    let mut builder = Builder { machine, library: Library::default() };
    builder.machine.builtins = builder.module("builtins");
    builtins::register(&mut builder);
    types::register(&mut builder);
    intrinsics::register(&mut builder);
    locks::register(&mut builder);
    io::register(&mut builder);
    time::register(&mut builder);
    math::register(&mut builder);
    random::register(&mut builder);
    system::register(&mut builder);
    signals::register(&mut builder);
    streams::register(&mut builder);
    calendar::register(&mut builder);
    frames::register(&mut builder);
    digests::register(&mut builder);
    let Builder { mut machine, library } = builder;
    machine.library = Rc::new(library);
    machine
}
