//! What `signal` and `_thread.interrupt_main` need of the machine.

use super::builder::Builder;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::event::{EventKind, ThreadId, WaitFor};
use crate::machine::exception::Result;
use crate::machine::footprint::Location;
use crate::machine::library::Flow;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::machine::waiting::Wait;

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    builder.function(module, "set_interrupt_handler", set_interrupt_handler);
    builder.visible_function(module, "interrupt_main", interrupt_main);
    builder.visible_function(module, "wait_again", wait_again);
    builder.visible_function(module, "raise_in_thread", raise_in_thread);
    builder.function(module, "set_alarm", set_alarm);
    builder.function(module, "take_alarm", take_alarm);
}

/// `set_alarm(delay_ns, interval_ns)`: gives what was left of the alarm before and its interval. A delay of 0 ends it.
fn set_alarm(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let number = |index| machine.as_int(arguments.get(index)).unwrap_or(0).max(0) as u64;
    let (delay_ns, interval_ns) = (number(0), number(1));
    let left_ns = machine.alarm_at_ns.map_or(0, |at_ns| at_ns.saturating_sub(machine.moment_ns()));
    let before = vec![Value::Int(left_ns as i64), Value::Int(machine.alarm_interval_ns as i64)];
    machine.note(Location::Progress(ThreadId::MAIN), true);
    machine.alarm_at_ns = (delay_ns > 0).then(|| machine.moment_ns().saturating_add(delay_ns));
    machine.alarm_interval_ns = interval_ns;
    Ok(Flow::Value(machine.tuple(before)))
}

/// Whether the alarm rang since this was last asked.
fn take_alarm(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    let rang = std::mem::take(&mut machine.alarm_rang);
    Ok(Flow::Value(Value::Bool(rang)))
}

/// `set_interrupt_handler(function or None)`: called with whether it interrupts a wait; then it must end with
/// `return wait_again()`.
fn set_interrupt_handler(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.interrupt_handler = arguments.get(0);
    Ok(Flow::Value(Value::None))
}

/// `interrupt_main(with_signal)`: a signal from outside ends the main thread's wait; without one it is left to wait,
/// and is interrupted when it goes on.
fn interrupt_main(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    if thread.id == ThreadId::MAIN {
        machine.line = machine.user_line(thread);
        machine.record(EventKind::Interrupted);
        thread.interrupt = true;
    } else if arguments.get(0) == Value::Bool(true) {
        machine.interrupt_main();
    } else {
        machine.threads[ThreadId::MAIN.0 as usize].interrupt = true;
    }
    Ok(Flow::Value(Value::None))
}

/// `raise_in_thread(number, class or None)`: the thread raises it when it next runs the program's own code; None takes
/// back what it was asked for.
fn raise_in_thread(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let id = ThreadId(machine.as_int(arguments.get(0)).unwrap_or(0) as u32);
    let class = Some(arguments.get(1)).filter(|&class| class != Value::None);
    machine.note(Location::Progress(id), true);
    let target = if id == thread.id { Some(thread) } else { machine.threads.get_mut(id.0 as usize) };
    if let Some(target) = target {
        target.interrupt = class.is_some();
        target.asked_to_raise = class.unwrap_or_default();
    }
    Ok(Flow::Value(Value::None))
}

/// Takes up the wait that a signal interrupted, unless what it waits for has come or its time is over.
fn wait_again(machine: &mut Machine, thread: &mut Thread, _: Arguments) -> Result<Flow> {
    let came = std::mem::take(&mut machine.came_meanwhile);
    let Some(waiting) = machine.interrupted_wait.take() else { return Ok(Flow::Value(Value::None)) };
    machine.line = machine.user_line(thread);
    let came = came
        || match waiting.what {
            WaitFor::Join(other) | WaitFor::ExitJoin(other) => !machine.is_thread_alive(other, false),
            WaitFor::Acquire(lock) if machine.is_free(lock) => {
                machine.take_lock(lock, thread.id);
                true
            }
            _ => false,
        };
    if came {
        return Ok(Flow::Value(waiting.on_wake));
    }
    let left_ns = waiting.deadline_ns.map(|deadline_ns| deadline_ns.saturating_sub(machine.moment_ns()));
    if left_ns == Some(0) {
        return Ok(Flow::Value(waiting.on_timeout));
    }
    Ok(Flow::Wait(Wait {
        what: waiting.what,
        timeout_ns: left_ns,
        on_wake: waiting.on_wake,
        on_timeout: waiting.on_timeout,
    }))
}
