//! The loading of modules of the library into a machine, in parts that take some milliseconds of a browser's time each.

use super::template::{add_constants, module_function};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::event::ThreadId;
use crate::machine::exception::Fault;
use crate::machine::frame::Then;
use crate::machine::object::Payload;
use crate::machine::settings::PythonVersion;
use crate::machine::step::{StepLimit, Stopped};
use crate::machine::thread::{Thread, ThreadState};
use crate::machine::threads::Threads;
use crate::machine::value::Value;
use crate::program::code::{CodeId, SourceFile};
use crate::program::{Annotations, Language, compile_module};
use crate::source::Parsed;
use crate::source::parse::parse;
use std::rc::Rc;

/// Operations that loading the library may take; a guard against a library module that loops.
const LOADING_OPERATIONS: u64 = 10_000_000;
/// Operations of a module that are one part: about a millisecond.
const OPERATIONS_OF_PART: u64 = 1_000;

/// Modules on their way into a machine.
pub(super) struct Loading {
    machine: Machine,
    /// Names and texts of those that are to come, the next one last.
    modules: Vec<(&'static str, &'static str)>,
    part: Part,
}

/// What has been done for the next module.
enum Part {
    Nothing,
    Parsed(Parsed),
    Compiled(CodeId),
    /// Its code runs, until so many operations at most.
    Runs {
        until: u64,
    },
}

impl Loading {
    pub fn new(machine: Machine, mut modules: Vec<(&'static str, &'static str)>) -> Self {
        modules.reverse();
        Self { machine, modules, part: Part::Nothing }
    }

    /// Goes on by a part; true when all modules are there.
    pub fn advance(&mut self) -> bool {
        let Some(&(name, text)) = self.modules.last() else { return true };
        self.part = match std::mem::replace(&mut self.part, Part::Nothing) {
            Part::Nothing => {
                let parsed = parse(text, PythonVersion::NEWEST.0);
                assert!(parsed.diagnostics.is_empty(), "library module {name}: {:?}", parsed.diagnostics);
                Part::Parsed(parsed)
            }
            Part::Parsed(parsed) => Part::Compiled(compile(&mut self.machine, name, text, &parsed)),
            Part::Compiled(code) => {
                begin(&mut self.machine, name, code);
                Part::Runs { until: self.machine.operations + LOADING_OPERATIONS }
            }
            Part::Runs { until } => {
                if run(&mut self.machine, name, until) {
                    self.modules.pop();
                    Part::Nothing
                } else {
                    Part::Runs { until }
                }
            }
        };
        self.modules.is_empty()
    }

    pub fn into_machine(mut self) -> Machine {
        settle(&mut self.machine);
        self.machine
    }
}

/// Forgets what loading did to the clock and the trace.
fn settle(machine: &mut Machine) {
    machine.library_objects = machine.heap.len() as u32;
    machine.threads = Threads::new(Thread::new(ThreadId::MAIN, machine.threads[0].object));
    machine.events.clear();
    machine.recorded = 0;
    machine.now_ns = 0;
    machine.arrivals = 0;
    machine.operations = 0;
}

/// The library's own texts: nobody asks for their annotations or docstrings.
const AS_THE_LIBRARY: Language = Language { annotations: Annotations::AsText, cleans_docstrings: false };

fn compile(machine: &mut Machine, name: &str, text: &str, parsed: &Parsed) -> CodeId {
    let file = SourceFile::new(&format!("/usr/lib/python{}/{name}.py", machine.settings.python), text, false);
    let program = Rc::make_mut(&mut machine.program);
    let code = match compile_module(program, file, &parsed.module, AS_THE_LIBRARY) {
        Ok(code) => code,
        Err(finding) => panic!("library module {name}: {finding:?}"),
    };
    add_constants(machine);
    code
}

/// Puts the code of a module on the main thread.
fn begin(machine: &mut Machine, name: &str, code: CodeId) {
    let module = match machine.find_module(name) {
        Some(module) => module,
        None => {
            let module = machine.new_module(name);
            Rc::make_mut(&mut machine.modules).push((name.into(), module));
            module
        }
    };
    if let Some((package, leaf)) = name.rsplit_once('.')
        && let Some(package) = machine.find_module(package)
    {
        let leaf = machine.intern(leaf);
        machine.attributes_mut(package).set(leaf, Value::Object(module));
    }
    let body = module_function(machine, code, module);
    let Some(Payload::Function(function)) = machine.payload(body) else { return };
    let function = function.clone();
    let mut thread = Thread::new(ThreadId::MAIN, machine.threads[0].object);
    thread.state = ThreadState::Ready;
    let entered = machine.enter_function(&mut thread, &function, Arguments::none(), Then::Push);
    assert_eq!(entered, Ok(()), "library module {name}");
    machine.threads[0] = thread;
}

/// Goes on with a module of the library; true when it has come to its end. What goes wrong here is a mistake in the library
/// itself, which the tests would show.
fn run(machine: &mut Machine, name: &str, until: u64) -> bool {
    let operations = (machine.operations + OPERATIONS_OF_PART).min(until);
    let limit = StepLimit { until_ns: u64::MAX, operations, at_visible: false, turn: None };
    match machine.step(ThreadId::MAIN, limit) {
        Stopped::Ended => true,
        Stopped::OutOfOperations if machine.operations < until => false,
        Stopped::Fault(Fault::Raised(exception)) => {
            let text = machine.plain_repr(exception);
            panic!("library module {name} raised {text:?} at {:?}", machine.traceback_of(exception));
        }
        other => panic!("library module {name}: {other:?}"),
    }
}
