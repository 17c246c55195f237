//! What the library's Python asks about threads: making and starting them, waiting for their ends.

use super::{at_line, number, text, thread_id};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::clock::THREAD_START_NS;
use crate::machine::event::{Ending, EventKind, Phase, ThreadId, WaitFor};
use crate::machine::exception::{Fault, Result};
use crate::machine::footprint::Location;
use crate::machine::frame::Then;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::limits::{Limit, THREAD_LIMIT};
use crate::machine::object::Payload;
use crate::machine::process::ThreadFacts;
use crate::machine::settings::Runtime;
use crate::machine::thread::{Thread, ThreadState};
use crate::machine::value::Value;
use crate::machine::waiting::Wait;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder, module: ObjectId) {
    builder.visible_function(module, "new_thread", new_thread);
    builder.visible_function(module, "describe_thread", describe_thread);
    builder.visible_function(module, "start_thread", start_thread);
    builder.visible_function(module, "came_up", came_up);
    builder.visible_function(module, "wait_start", wait_start);
    builder.visible_function(module, "join_thread", join_thread);
    builder.visible_function(module, "exit_join_thread", exit_join_thread);
    builder.function(module, "leave_behind", leave_behind);
    builder.visible_function(module, "thread_ended", thread_ended);
    builder.visible_function(module, "main_ended", main_ended);
    builder.function(module, "is_thread_alive", is_thread_alive);
    builder.function(module, "living_threads", living_threads);
    builder.function(module, "current_thread_id", current_thread_id);
    builder.function(module, "current_thread_object", current_thread_object);
    builder.function(module, "set_main_thread", set_main_thread);
    builder.function(module, "identifier", identifier);
    builder.function(module, "body_of", body_of);
}

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
    // A subclass that keeps something of its own under this name overwrites CPython's event, which `start` asks.
    let name = machine.intern("_started");
    if let Some(event) = machine.own_attribute(arguments.get(2), name) {
        let name = machine.intern("is_set");
        machine.load_attribute(event, name)?;
    }
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

/// The exit will not wait for some regular thread.
fn leave_behind(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.leaves_threads_behind = true;
    Ok(Flow::Value(Value::None))
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
    // The exit has found that no regular thread is left; in whatever order they ended, all that they did was before.
    let waits = |id: &ThreadId| *id != stepping.id && machine.is_regular(*id);
    if !polls && !machine.leaves_threads_behind && !roster.iter().any(|(id, _)| waits(id)) {
        for id in (0..machine.threads.len() as u32).map(ThreadId) {
            if id != stepping.id && machine.is_regular(id) {
                machine.order_join(stepping, id);
            }
        }
    }
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
