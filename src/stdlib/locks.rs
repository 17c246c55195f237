//! `_thread.lock` and `_thread.RLock`.

use super::builder::Builder;
use super::time::{no_number, timeout_ns};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::event::{Phase, SyncId, SyncKind, WaitFor};
use crate::machine::exception::Result;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::machine::waiting::Wait;

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    builder.constructor(classes::LOCK, new_lock);
    builder.constructor(classes::RLOCK, new_rlock);
    builder.set(module, "Lock", Value::Object(classes::LOCK));
    builder.function(module, "allocate_lock", allocate_lock);
    builder.set(module, "RLock", Value::Object(classes::RLOCK));
    for class in [classes::LOCK, classes::RLOCK] {
        builder.visible_method(class, "acquire", acquire);
        builder.visible_method(class, "__enter__", enter);
        builder.visible_method(class, "release", release);
        builder.visible_method(class, "__exit__", release_on_exit);
    }
    builder.method(classes::LOCK, "locked", locked);
    // The names of Python 1, which locks still have.
    builder.visible_method(classes::LOCK, "acquire_lock", acquire);
    builder.visible_method(classes::LOCK, "release_lock", release);
    builder.method(classes::LOCK, "locked_lock", locked);
    builder.method(classes::RLOCK, "_is_owned", is_owned);
    builder.visible_method(classes::RLOCK, "_release_save", release_save);
    builder.visible_method(classes::RLOCK, "_set_count", set_count);
    // 3.14: `RLock.locked()`.
    if builder.machine.settings.python.0 >= 14 {
        builder.method(classes::RLOCK, "locked", locked);
    }
}

fn make(machine: &mut Machine, class: ObjectId, kind: SyncKind) -> Result<Flow> {
    let lock = machine.allocate(class, Payload::Plain);
    let sync = machine.new_sync(kind, lock);
    if let Value::Object(id) = lock {
        machine.heap.get_mut(id).payload = Payload::Handle(sync.0);
    }
    Ok(Flow::Value(lock))
}

/// Since 3.13 a class (`lock_new` in `Modules/_threadmodule.c`), which words it in its own way.
fn new_lock(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    if !machine.is_at_least(13) {
        return machine.type_error("cannot create '_thread.lock' instances");
    }
    if !arguments.keywords.is_empty() {
        return machine.type_error("lock() takes no keyword arguments");
    }
    let given = arguments.positional.len().saturating_sub(1);
    if given > 0 {
        return machine.type_error(&format!("lock expected 0 arguments, got {given}"));
    }
    make(machine, classes::LOCK, SyncKind::Lock)
}

fn allocate_lock(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let name = if machine.is_at_least(9) { "_thread.allocate_lock" } else { "allocate_lock" };
    let given = arguments.positional.len();
    if !arguments.keywords.is_empty() {
        return machine.type_error(&format!("{name}() takes no keyword arguments"));
    }
    if given > 0 {
        return machine.type_error(&format!("{name}() takes no arguments ({given} given)"));
    }
    make(machine, classes::LOCK, SyncKind::Lock)
}

fn new_rlock(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    make(machine, classes::RLOCK, SyncKind::RLock)
}

fn sync(machine: &mut Machine, value: Value) -> Result<SyncId> {
    match machine.sync_of(value) {
        Some(sync) => Ok(sync),
        None => machine.type_error("a lock is needed"),
    }
}

/// `acquire(blocking=True, timeout=-1)` (`Modules/_threadmodule.c`, `lock_acquire_parse_args`).
fn acquire(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let given = arguments.positional.len().saturating_sub(1) + arguments.keywords.len();
    if given > 2 {
        return machine.type_error(&format!("acquire() takes at most 2 arguments ({given} given)"));
    }
    let stranger = arguments.keywords.iter().map(|&(name, _)| machine.name_of(name));
    if let Some(name) = stranger.into_iter().find(|name| !matches!(&**name, "blocking" | "timeout"))
        && !machine.is_at_least(13)
    {
        return machine.type_error(&format!("'{name}' is an invalid keyword argument for acquire()"));
    }
    let [blocking, timeout] = arguments.bind(machine, "acquire", ["blocking", "timeout"], 0, 1)?;
    if blocking.is_bound() && !machine.is_at_least(12) && machine.as_int(blocking).is_none() {
        let message = no_number(machine, blocking);
        return machine.type_error(&message);
    }
    let blocking = !blocking.is_bound() || machine.truth(blocking)? == Some(true);
    let seconds = if timeout.is_bound() { machine.as_float(timeout) } else { Some(-1.0) };
    let Some(seconds) = seconds else {
        let message = no_number(machine, timeout);
        return machine.type_error(&message);
    };
    if !blocking && seconds != -1.0 {
        return machine.value_error("can't specify a timeout for a non-blocking call");
    }
    if seconds < 0.0 && seconds != -1.0 {
        let message = if machine.is_at_least(13) {
            "timeout value must be a non-negative number"
        } else {
            "timeout value must be positive"
        };
        return machine.value_error(message);
    }
    let timeout_ns = if seconds == -1.0 { None } else { timeout_ns(machine, timeout)? };
    take(machine, thread, arguments.get(0), blocking, timeout_ns)
}

fn enter(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    take(machine, thread, arguments.get(0), true, None)
}

fn take(
    machine: &mut Machine,
    thread: &mut Thread,
    lock: Value,
    blocking: bool,
    timeout_ns: Option<u64>,
) -> Result<Flow> {
    machine.line = machine.user_line(thread);
    let id = sync(machine, lock)?;
    // Somebody else's moment to take it may have come while this thread ran.
    machine.run_due_timers();
    // Who finds the lock free could have found it held and gone on without it.
    if !blocking || timeout_ns.is_some() {
        machine.note_poll(id);
    }
    let state = &machine.syncs[id.0 as usize];
    let is_free = state.held == 0;
    let mine = state.kind == SyncKind::RLock && state.owner == Some(thread.id);
    if is_free || mine {
        if is_free {
            machine.catch_up_with(id);
        }
        machine.take_lock(id, thread.id);
        return Ok(Flow::Value(Value::Bool(true)));
    }
    if !blocking || timeout_ns == Some(0) {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    // 3.15: `_PyMutex_LockTimed` in `Python/lock.c` no longer waits for a thread that is gone.
    if machine.is_at_least(15) && machine.phase >= Phase::Finalizing {
        let message = "cannot acquire lock at interpreter finalization";
        return Err(machine.raise(classes::PYTHON_FINALIZATION_ERROR, message));
    }
    Ok(Flow::Wait(Wait::until(WaitFor::Acquire(id), timeout_ns)))
}

fn release(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    arguments.bind(machine, "lock.release", [], 0, 1)?;
    release_on_exit(machine, thread, arguments)
}

fn release_on_exit(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.line = machine.user_line(thread);
    let id = sync(machine, arguments.get(0))?;
    let state = &machine.syncs[id.0 as usize];
    if state.kind != SyncKind::RLock && !(state.held > 0 && state.owner == Some(thread.id)) {
        // Whether it is held by then, and so whether this fails, is up to others.
        machine.note_poll(id);
    }
    let state = &mut machine.syncs[id.0 as usize];
    match state.kind {
        SyncKind::RLock => {
            if state.held == 0 || state.owner != Some(thread.id) {
                return machine.runtime_error("cannot release un-acquired lock");
            }
            if state.held > 1 {
                state.held -= 1;
                return Ok(Flow::Value(Value::None));
            }
        }
        _ => {
            if state.held == 0 {
                return machine.runtime_error("release unlocked lock");
            }
        }
    }
    machine.free_lock(id);
    Ok(Flow::Value(Value::None))
}

fn locked(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let id = sync(machine, arguments.get(0))?;
    Ok(Flow::Value(Value::Bool(!machine.is_free(id))))
}

fn is_owned(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let id = sync(machine, arguments.get(0))?;
    let state = &machine.syncs[id.0 as usize];
    Ok(Flow::Value(Value::Bool(state.held > 0 && state.owner == Some(thread.id))))
}

/// Gives an RLock back however often it was taken; the count is the result.
fn release_save(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.line = machine.user_line(thread);
    let id = sync(machine, arguments.get(0))?;
    let count = machine.syncs[id.0 as usize].held;
    if count > 0 {
        machine.free_lock(id);
    }
    Ok(Flow::Value(Value::Int(i64::from(count))))
}

/// After the RLock was taken again once: as often as before.
fn set_count(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let id = sync(machine, arguments.get(0))?;
    let count = machine.as_int(arguments.get(1)).unwrap_or(1).max(1) as u32;
    machine.syncs[id.0 as usize].held = count;
    Ok(Flow::Value(Value::None))
}
