//! The module `_machine`: what the library's Python asks of the machine. Programs cannot import it.

use super::builder::Builder;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::clock::{EXIT_PHASE_NS, THREAD_START_NS};
use crate::machine::event::{Ending, EventKind, Phase, SyncId, SyncKind, ThreadId, WaitFor};
use crate::machine::exception::{Fault, Result};
use crate::machine::footprint::Location;
use crate::machine::frame::Then;
use crate::machine::library::Flow;
use crate::machine::limits::{Limit, THREAD_LIMIT};
use crate::machine::names;
use crate::machine::object::Payload;
use crate::machine::process::ThreadFacts;
use crate::machine::settings::Runtime;
use crate::machine::thread::{Thread, ThreadState};
use crate::machine::value::Value;
use crate::machine::waiting::Wait;

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    let minor = Value::Int(i64::from(builder.machine.settings.python.0));
    builder.set(module, "minor", minor);
    // Threads.
    builder.visible_function(module, "new_thread", new_thread);
    builder.visible_function(module, "describe_thread", describe_thread);
    builder.visible_function(module, "start_thread", start_thread);
    builder.visible_function(module, "came_up", came_up);
    builder.visible_function(module, "wait_start", wait_start);
    builder.visible_function(module, "join_thread", join_thread);
    builder.visible_function(module, "exit_join_thread", exit_join_thread);
    builder.visible_function(module, "thread_ended", thread_ended);
    builder.visible_function(module, "main_ended", main_ended);
    builder.function(module, "is_thread_alive", is_thread_alive);
    builder.function(module, "living_threads", living_threads);
    builder.function(module, "current_thread_id", current_thread_id);
    builder.function(module, "current_thread_object", current_thread_object);
    builder.function(module, "set_main_thread", set_main_thread);
    builder.function(module, "identifier", identifier);
    // Waiting.
    builder.function(module, "new_sync", new_sync);
    builder.visible_function(module, "park", park);
    builder.visible_function(module, "wake", wake);
    builder.visible_function(module, "signal", signal);
    builder.function(module, "name_sync", name_sync);
    // The life of the process.
    builder.visible_function(module, "phase", phase);
    builder.visible_function(module, "freeze", freeze);
    builder.visible_function(module, "exit", exit);
    builder.visible_function(module, "prompt", prompt);
    builder.function(module, "is_interactive", is_interactive);
    builder.function(module, "is_finalizing", is_finalizing);
    builder.function(module, "is_free_threaded", is_free_threaded);
    // Exceptions and frames.
    builder.function(module, "handled", handled);
    builder.function(module, "traceback_text", traceback_text);
    builder.function(module, "hint", hint);
    builder.function(module, "not_supported", not_supported);
    builder.function(module, "caller_line", caller_line);
    builder.function(module, "source_line", source_line);
    builder.function(module, "body_of", body_of);
    builder.function(module, "set_refill", set_refill);
    builder.function(module, "end_circles", end_circles);
    builder.function(module, "end_everything", end_everything);
    builder.function(module, "weak_new", weak_new);
    builder.function(module, "weak_target", weak_target);
    builder.function(module, "weak_references", weak_references);
}

fn number(machine: &Machine, arguments: &Arguments, index: usize) -> i64 {
    machine.as_int(arguments.get(index)).unwrap_or(0)
}

fn thread_id(machine: &Machine, arguments: &Arguments, index: usize) -> ThreadId {
    ThreadId(number(machine, arguments, index) as u32)
}

pub fn text(machine: &Machine, value: Value) -> String {
    machine.as_str(value).map(|text| text.to_string()).unwrap_or_default()
}

/// Sets the line that recorded events carry.
pub fn at_line(machine: &mut Machine, thread: &Thread) {
    machine.line = machine.user_line(thread);
}

// --- Threads ---------------------------------------------------------------------------------------------------------

/// `new_thread(object, name, daemon, body)`: gives its number.
fn new_thread(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    if machine.threads.len() >= THREAD_LIMIT {
        return Err(Fault::Limit(Limit::Threads));
    }
    let (body, body_line) = describe_body(machine, arguments.get(3));
    let facts = ThreadFacts {
        name: text(machine, arguments.get(1)),
        daemon: machine.truth(arguments.get(2))? == Some(true),
        body,
        body_line,
        created_line: machine.line,
        created_by: Some(thread.id),
        started_at_ns: None,
        ended_at_ns: None,
    };
    let id = machine.new_thread(arguments.get(0), facts);
    Ok(Flow::Value(Value::Int(i64::from(id.0))))
}

/// The qualified name of a thread's target or class, and the line of its definition in the user's text.
fn describe_body(machine: &Machine, body: Value) -> (String, u32) {
    let function = match machine.payload(body) {
        Some(Payload::BoundMethod { function, .. }) => *function,
        _ => body,
    };
    match machine.payload(function) {
        Some(Payload::Function(function)) => {
            let line = if machine.is_user_code(&function.code) {
                machine
                    .program
                    .files
                    .get(function.code.file as usize)
                    .map_or(0, |file| file.line_of(function.code.span.start))
            } else {
                0
            };
            (text(machine, function.qualified_name), line)
        }
        Some(Payload::Class(class)) => (class.qualified_name.to_string(), 0),
        _ => match function {
            Value::Native(native) => (machine.library.natives[native.0 as usize].name.to_owned(), 0),
            _ => (machine.type_name(function).to_string(), 0),
        },
    }
}

/// `body_of(callable)`: its qualified name, for names of threads.
fn body_of(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let (name, _) = describe_body(machine, arguments.get(0));
    Ok(Flow::Value(machine.str(&name)))
}

/// `describe_thread(number, name, daemon)`: the page is told of a change.
fn describe_thread(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    let id = thread_id(machine, &arguments, 0);
    let name = text(machine, arguments.get(1));
    let daemon = machine.truth(arguments.get(2))? == Some(true);
    if let Some(facts) = std::rc::Rc::make_mut(&mut machine.thread_facts).get_mut(id.0 as usize) {
        let (renamed, flipped) = (facts.name != name, facts.daemon != daemon);
        facts.name = name.clone();
        facts.daemon = daemon;
        if renamed {
            machine.record(EventKind::Renamed { thread: id, name });
        }
        if flipped {
            machine.record(EventKind::DaemonSet { thread: id, daemon });
        }
    }
    Ok(Flow::Value(Value::None))
}

/// `start_thread(number, function, object)`: the new thread will run `function(object)`.
fn start_thread(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    let id = thread_id(machine, &arguments, 0);
    let Some(Payload::Function(function)) = machine.payload(arguments.get(1)) else {
        return machine.type_error("a function is needed");
    };
    let function = function.clone();
    machine.now_ns += THREAD_START_NS;
    let mut started = Thread::new(id, arguments.get(2));
    machine.enter_function(&mut started, &function, Arguments::positional(&[arguments.get(2)]), Then::Push)?;
    if let Some(slot) = machine.threads.get_mut(id.0 as usize) {
        *slot = started;
    }
    if let Some(facts) = std::rc::Rc::make_mut(&mut machine.thread_facts).get_mut(id.0 as usize) {
        facts.started_at_ns = Some(machine.now_ns);
    }
    machine.record(EventKind::Started { thread: id });
    machine.note(Location::Life(id), true);
    machine.note(Location::Starts, true);
    std::rc::Rc::make_mut(&mut machine.started).push(id);
    machine.order_start(thread, id);
    if machine.phase >= Phase::Finalizing {
        // A `__del__` at exit: the new thread never gets the interpreter.
        if let Some(slot) = machine.threads.get_mut(id.0 as usize) {
            slot.state = ThreadState::Cut;
        }
        return Ok(Flow::Value(Value::None));
    }
    machine.bring_up(id);
    Ok(Flow::Value(Value::None))
}

/// The new thread is there: `start()` can return (`Thread._started.set()`).
fn came_up(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.line = 0;
    machine.record(EventKind::Began);
    machine.let_starter_go_on(thread.id);
    machine.lets_others_in = machine.in_turns.is_some();
    // Without the GIL both go on at once, and the starter has less left to do.
    if machine.settings.runtime == Runtime::FreeThreaded {
        machine.now_ns += THREAD_START_NS;
        machine.lets_others_catch_up = true;
    }
    Ok(Flow::Value(Value::None))
}

fn wait_start(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    Ok(Flow::Wait(Wait::until(WaitFor::Start(thread_id(machine, &arguments, 0)), None)))
}

/// `join_thread(number, timeout_ns or None)`: whether it ended in time.
fn join_thread(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    let id = thread_id(machine, &arguments, 0);
    let timeout_ns = machine.as_int(arguments.get(1)).map(|timeout_ns| timeout_ns.max(0) as u64);
    let is_cut = machine.threads.get(id.0 as usize).is_some_and(|thread| thread.state == ThreadState::Cut);
    if is_cut && machine.phase >= Phase::Finalizing {
        // A `__del__` at exit joins a daemon that stands for ever. From 3.9 to 3.12 the daemon's state had been freed.
        match machine.settings.python.0 {
            8 | 13 => return Ok(Flow::Wait(Wait::until(WaitFor::Join(id), timeout_ns))),
            14.. => {
                let class = classes::PYTHON_FINALIZATION_ERROR;
                return Err(machine.raise(class, "cannot join thread at interpreter shutdown"));
            }
            _ => {}
        }
    }
    if !machine.is_thread_alive(id, timeout_ns.is_some()) {
        machine.order_join(thread, id);
        return Ok(Flow::Value(Value::Bool(true)));
    }
    Ok(Flow::Wait(Wait::until(WaitFor::Join(id), timeout_ns)))
}

fn exit_join_thread(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    let id = thread_id(machine, &arguments, 0);
    if !machine.is_thread_alive(id, false) {
        machine.order_join(thread, id);
        return Ok(Flow::Value(Value::Bool(true)));
    }
    Ok(Flow::Wait(Wait::until(WaitFor::ExitJoin(id), None)))
}

/// `thread_ended(error_text or None, by_system_exit)`.
fn thread_ended(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.line = number(machine, &arguments, 2) as u32;
    let how = match (machine.as_str(arguments.get(0)), arguments.get(1)) {
        (Some(text), _) => Ending::Raised(text.to_string()),
        (None, Value::Bool(true)) => Ending::SystemExit,
        _ => Ending::Returned,
    };
    machine.end_thread(thread, how);
    Ok(Flow::Value(Value::None))
}

/// The main thread is marked as ended: `main_thread().join()` returns.
fn main_ended(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.line = 0;
    machine.let_joiners_go_on(thread.id);
    Ok(Flow::Value(Value::None))
}

fn is_thread_alive(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let alive = machine.is_thread_alive(thread_id(machine, &arguments, 0), true);
    Ok(Flow::Value(Value::Bool(alive)))
}

/// `living_threads(to_wait_for_them)`: number and object (None for those that `_thread` made) of each thread that was started and has not
/// ended, in the order of their starts; the main thread always.
fn living_threads(machine: &mut Machine, stepping: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let polls = arguments.get(0) != Value::Bool(true);
    let roster: Vec<(ThreadId, Value)> = machine
        .roster(polls)
        .into_iter()
        .map(|id| (id, if id == stepping.id { stepping.object } else { machine.threads[id.0 as usize].object }))
        .collect();
    let entries =
        roster.into_iter().map(|(id, object)| machine.tuple(vec![Value::Int(i64::from(id.0)), object])).collect();
    Ok(Flow::Value(machine.list(entries)))
}

fn current_thread_id(_: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::Int(i64::from(thread.id.0))))
}

fn current_thread_object(_: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(thread.object))
}

fn set_main_thread(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    thread.object = arguments.get(0);
    machine.threads[ThreadId::MAIN.0 as usize].object = arguments.get(0);
    Ok(Flow::Value(Value::None))
}

fn identifier(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let id = machine.identifier(thread_id(machine, &arguments, 0));
    Ok(Flow::Value(Value::Int(id as i64)))
}

// --- Waiting ---------------------------------------------------------------------------------------------------------

/// `new_sync(object, kind)`: stores its number in `object._sync`.
fn new_sync(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let kind = match &*text(machine, arguments.get(1)) {
        "Condition" => SyncKind::Condition,
        "Event" => SyncKind::Event,
        "Semaphore" => SyncKind::Semaphore,
        "Barrier" => SyncKind::Barrier,
        "Queue" => SyncKind::Queue,
        _ => SyncKind::Future,
    };
    let object = arguments.get(0);
    let sync = machine.new_sync(kind, object);
    if let Value::Object(id) = object {
        machine.attributes_mut(id).set(names::SYNC, Value::Int(i64::from(sync.0)));
    }
    Ok(Flow::Value(Value::Int(i64::from(sync.0))))
}

fn sync_argument(machine: &mut Machine, value: Value) -> Result<SyncId> {
    match machine.as_int(value).map(|index| SyncId(index as u32)).or_else(|| machine.sync_of(value)) {
        Some(sync) if (sync.0 as usize) < machine.syncs.len() => Ok(sync),
        _ => machine.type_error("something to wait for is needed"),
    }
}

fn wait_kind(kind: &str, sync: SyncId) -> WaitFor {
    match kind {
        "item" => WaitFor::QueueItem(sync),
        "room" => WaitFor::QueueRoom(sync),
        "done" => WaitFor::QueueDone(sync),
        _ => WaitFor::Notify(sync),
    }
}

/// `park(sync, kind, timeout_seconds or None)`: true when woken, false when time ran out.
fn park(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    let sync = sync_argument(machine, arguments.get(0))?;
    let timeout_ns = super::time::timeout_ns(machine, arguments.get(2))?;
    let what = wait_kind(&text(machine, arguments.get(1)), sync);
    Ok(Flow::Wait(Wait::until(what, timeout_ns)))
}

/// `wake(sync, kind, count)`: how many were woken.
fn wake(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    let sync = sync_argument(machine, arguments.get(0))?;
    let what = wait_kind(&text(machine, arguments.get(1)), sync);
    let count = number(machine, &arguments, 2).max(0) as usize;
    let woken = machine.wake_waiters(what, count);
    Ok(Flow::Value(Value::Int(woken as i64)))
}

/// `signal(sync, what)`: a line in the trace.
fn signal(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    let sync = sync_argument(machine, arguments.get(0))?;
    let what = match &*text(machine, arguments.get(1)) {
        "set" => "set",
        "clear" => "clear",
        "notify" => "notify",
        "put" => "put",
        "get" => "get",
        "task_done" => "task_done",
        "release" => "release",
        "acquire" => "acquire",
        "shutdown" => "shutdown",
        "abort" => "abort",
        "reset" => "reset",
        "break" => "break",
        "result" => "result",
        "exception" => "exception",
        "cancel" => "cancel",
        "run" => "run",
        _ => "change",
    };
    if matches!(what, "get" | "run") {
        // Who took an item last, or runs a job, answers for what is left undone when it is cut off.
        machine.syncs[sync.0 as usize].owner = Some(thread.id);
    }
    machine.record(EventKind::Signalled { sync, what });
    Ok(Flow::Value(Value::None))
}

/// `name_sync(object, name)`: what the page calls it.
fn name_sync(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let name = text(machine, arguments.get(1));
    machine.name_sync(arguments.get(0), &name);
    Ok(Flow::Value(Value::None))
}

// --- The life of the process -----------------------------------------------------------------------------------------

fn phase(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.line = 0;
    let phase = match &*text(machine, arguments.get(0)) {
        "threading callbacks" => Phase::ThreadingCallbacks,
        "waiting for threads" => Phase::WaitingForThreads,
        "atexit callbacks" => Phase::AtexitCallbacks,
        "finalizing" => Phase::Finalizing,
        _ => Phase::Gone,
    };
    machine.enter_phase(phase);
    // Until daemons are frozen the interpreter is given away now and then (streams are flushed, locks are taken).
    if machine.settings.runtime == Runtime::Gil && phase < Phase::Finalizing {
        machine.now_ns += EXIT_PHASE_NS;
        machine.between_phases = true;
    }
    Ok(Flow::Value(Value::None))
}

/// Every other thread is frozen where it stands. Tells whether the ends of objects are noticed.
fn freeze(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.line = 0;
    machine.freeze_others(thread.id);
    Ok(Flow::Value(Value::Bool(machine.finalization.is_enabled)))
}

/// `exit(status)`: the process is gone, at once. Whoever still lived is cut off.
fn exit(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    if machine.phase != Phase::Gone {
        machine.freeze_others(thread.id);
        machine.phase = Phase::Gone;
        machine.record(EventKind::Phase(Phase::Gone));
    }
    let code = number(machine, &arguments, 0) as i32;
    machine.exit_code = Some(code);
    machine.record(EventKind::Exited { code });
    Ok(Flow::Value(Value::None))
}

/// The prompt of an interactive session keeps the main thread until the session is closed.
fn prompt(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.line = 0;
    let Some(until_ns) = machine.settings.interactive_until_ns else { return Ok(Flow::Value(Value::None)) };
    let wait = Wait::until(WaitFor::Prompt, Some(until_ns.saturating_sub(machine.moment_ns())));
    Ok(Flow::Wait(wait))
}

fn is_interactive(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::Bool(machine.settings.interactive_until_ns.is_some())))
}

fn is_finalizing(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.note(Location::Phase, false);
    Ok(Flow::Value(Value::Bool(machine.phase >= Phase::Finalizing)))
}

fn is_free_threaded(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::Bool(machine.settings.runtime == Runtime::FreeThreaded)))
}

// --- Exceptions and frames -------------------------------------------------------------------------------------------

/// The exception that is being handled, or None.
fn handled(_: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(if thread.handled.is_bound() { thread.handled } else { Value::None }))
}

fn traceback_text(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let text = machine.traceback_text(arguments.get(0));
    Ok(Flow::Value(machine.str(&text)))
}

/// What the last line of a traceback adds to an exception's own text.
fn hint(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let hint = machine.hint(arguments.get(0));
    Ok(Flow::Value(machine.str(&hint)))
}

/// `not_supported(sentence)`: ends the run.
fn not_supported(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    at_line(machine, thread);
    Err(Fault::NotSupported(text(machine, arguments.get(0))))
}

/// The line of the user's text at which the thread is.
fn caller_line(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    Ok(Flow::Value(Value::Int(i64::from(machine.user_line(thread)))))
}

/// `source_line(n)`: the text of a line of the user's file, and the file's name.
fn source_line(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let line = number(machine, &arguments, 0) as u32;
    let file = machine.program.files.iter().rev().find(|file| file.is_user).cloned();
    let (name, source) =
        file.map_or_else(Default::default, |file| (file.name.clone(), file.line_text(line).to_owned()));
    let parts = vec![machine.str(&name), machine.str(&source)];
    Ok(Flow::Value(machine.tuple(parts)))
}

/// `set_refill(list_or_set, list)`: puts the items of a list into another container in place.
fn set_refill(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let items = machine.as_sequence(arguments.get(1)).map(<[Value]>::to_vec).unwrap_or_default();
    let set = machine.new_set(&items)?;
    if let Value::Object(id) = arguments.get(0) {
        match &mut machine.heap.get_mut(id).payload {
            Payload::List(list) => *list = items,
            Payload::Set(members) => **members = set,
            _ => {}
        }
    }
    Ok(Flow::Value(Value::None))
}

// --- The ends of objects ---------------------------------------------------------------------------------------------

/// `gc.collect()`.
fn end_circles(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.end_circles(thread);
    Ok(Flow::Value(Value::None))
}

/// What the program still holds at exit comes to its end.
fn end_everything(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.end_everything(thread);
    Ok(Flow::Value(Value::None))
}

/// `weak_new(reference, object)`: the reference will go dead when the object does.
fn weak_new(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    if let (Value::Object(reference), Value::Object(object)) = (arguments.get(0), arguments.get(1)) {
        machine.finalization.weak_targets.insert(reference, object);
        machine.finalization.watch(object).references.push(reference);
    }
    Ok(Flow::Value(Value::None))
}

/// `weak_target(reference)`: what it refers to, None when that has come to its end.
fn weak_target(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let reference = arguments.get(0).object();
    let target = reference.and_then(|reference| machine.finalization.weak_targets.get(&reference));
    Ok(Flow::Value(target.map_or(Value::None, |&target| Value::Object(target))))
}

/// `weak_references(object)`: the living references to it, as a list.
fn weak_references(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let watched = arguments.get(0).object().and_then(|object| machine.finalization.watched.get(&object));
    let references = watched.map(|watched| watched.references.iter().map(|&id| Value::Object(id)).collect());
    Ok(Flow::Value(machine.list(references.unwrap_or_default())))
}
