//! What the library's Python asks to wait for, and to wake.

use super::{at_line, number, text};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::event::{EventKind, SyncId, SyncKind, WaitFor};
use crate::machine::exception::Result;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::names;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::machine::waiting::Wait;
use crate::stdlib::builder::Builder;
use crate::stdlib::time;

pub fn register(builder: &mut Builder, module: ObjectId) {
    builder.function(module, "new_sync", new_sync);
    builder.visible_function(module, "park", park);
    builder.visible_function(module, "wake", wake);
    builder.visible_function(module, "signal", signal);
    builder.function(module, "name_sync", name_sync);
}

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
    let timeout_ns = time::timeout_ns(machine, arguments.get(2))?;
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
    if !machine.is_quiet() {
        machine.record(EventKind::Signalled { sync, what });
    }
    Ok(Flow::Value(Value::None))
}

/// `name_sync(object, name)`: what the page calls it.
fn name_sync(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let name = text(machine, arguments.get(1));
    machine.name_sync(arguments.get(0), &name);
    Ok(Flow::Value(Value::None))
}
