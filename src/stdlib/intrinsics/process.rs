//! What the library's Python asks of the life of the process: phases of the exit, the prompt.

use super::{at_line, number, text};
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::clock::EXIT_PHASE_NS;
use crate::machine::event::{EventKind, Phase, WaitFor};
use crate::machine::exception::Result;
use crate::machine::footprint::Location;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::settings::Runtime;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::machine::waiting::Wait;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder, module: ObjectId) {
    builder.visible_function(module, "phase", phase);
    builder.visible_function(module, "freeze", freeze);
    builder.visible_function(module, "exit", exit);
    builder.visible_function(module, "prompt", prompt);
    builder.function(module, "is_interactive", is_interactive);
    builder.function(module, "is_finalizing", is_finalizing);
    builder.function(module, "is_free_threaded", is_free_threaded);
}

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
