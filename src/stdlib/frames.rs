//! Frames, tracebacks and functions as a program may look at them. What it gets is a picture of the moment: a frame that
//! was looked at does not change any more (CPython's does).

use super::builder::Builder;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::event::ThreadId;
use crate::machine::exception::{Result, TracebackEntry};
use crate::machine::frame::{Frame, Then};
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::program::code::{Code, CodeId, CodeKind, Symbol};

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    builder.function(module, "stack", stack);
    builder.function(module, "traceback_frames", traceback_frames);
    builder.function(module, "code_parts", code_parts);
    builder.property(classes::TRACEBACK, "tb_lineno", tb_line);
    builder.property(classes::TRACEBACK, "tb_next", tb_next);
    builder.property(classes::TRACEBACK, "tb_frame", tb_frame);
    builder.property(classes::GENERATOR, "gi_frame", generator_frame);
    builder.constructor(classes::METHOD, new_method);
}

/// File, line, name, qualified name and first line of a place in the user's text.
fn place(machine: &mut Machine, code: &Code, op: u32) -> Vec<Value> {
    let line = machine.program.line_at(code, op);
    let first_line =
        machine.program.files.get(code.file as usize).map_or(0, |file| file.line_of(code.span.start)).max(1);
    let file = machine.program.files.get(code.file as usize).map(|file| file.name.clone()).unwrap_or_default();
    vec![
        machine.str(&file),
        Value::Int(i64::from(line)),
        machine.str(&code.name),
        machine.str(&code.qualified_name),
        Value::Int(i64::from(first_line)),
    ]
}

fn name_value(machine: &mut Machine, name: Symbol) -> Value {
    let name = machine.name_of(name);
    machine.text(name)
}

fn namespace(machine: &mut Machine, owner: ObjectId) -> Value {
    machine.allocate(classes::DICT, Payload::Namespace(owner))
}

/// The local variables of a frame that are bound, as pairs.
fn local_variables(machine: &mut Machine, stack: &[Value], frame: &Frame) -> Vec<Value> {
    let slots = frame.code.local_names.iter().enumerate();
    let mut found: Vec<(Symbol, Value)> = slots
        .filter_map(|(at, &name)| Some((name, *stack.get(frame.base as usize + at)?)))
        .filter(|(_, value)| value.is_bound())
        .collect();
    let names = frame.code.cell_variables.iter().chain(&frame.code.free_variables);
    for (&name, &cell) in names.zip(frame.cells.iter()) {
        if let Payload::Cell(value) = machine.heap.get(cell).payload
            && value.is_bound()
            && found.iter().all(|(known, _)| *known != name)
        {
            found.push((name, value));
        }
    }
    found
        .into_iter()
        .map(|(name, value)| {
            let name = name_value(machine, name);
            machine.tuple(vec![name, value])
        })
        .collect()
}

/// `stack(number or None)`: the user's frames of a thread (this one where there is no number), outermost first, each with
/// its place, its globals and its locals: a namespace, or pairs.
fn stack(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let other = machine.as_int(arguments.get(0)).map(|number| ThreadId(number as u32));
    let (frames, values) = match other {
        Some(id) if id != thread.id => match machine.threads.get(id.0 as usize) {
            Some(other) => (other.frames.clone(), other.stack.clone()),
            None => (Vec::new(), Vec::new()),
        },
        _ => (thread.frames.clone(), thread.stack.clone()),
    };
    let mut found = Vec::new();
    for frame in &frames {
        if !machine.is_user_code(&frame.code) {
            continue;
        }
        let mut parts = place(machine, &frame.code, frame.next_op.saturating_sub(1));
        parts.push(namespace(machine, frame.module));
        parts.push(match (frame.code.kind, frame.namespace) {
            (CodeKind::Module, _) => namespace(machine, frame.module),
            (_, Some(owner)) => namespace(machine, owner),
            _ => {
                let pairs = local_variables(machine, &values, frame);
                machine.list(pairs)
            }
        });
        found.push(machine.tuple(parts));
    }
    Ok(Flow::Value(machine.list(found)))
}

/// `generator.gi_frame`: None once it has ended; while it runs its locals are not told.
fn generator_frame(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Some(Payload::Generator(generator)) = machine.payload(arguments.get(0)) else {
        return Ok(Flow::Value(Value::None));
    };
    let Some(frame) = generator.frame.as_ref().filter(|_| !generator.finished).cloned() else {
        return Ok(Flow::Value(Value::None));
    };
    let values = generator.stack.clone();
    let mut parts = place(machine, &frame.code, frame.next_op.saturating_sub(1));
    parts.push(namespace(machine, frame.module));
    let pairs = local_variables(machine, &values, &Frame { base: 0, ..frame });
    parts.push(machine.list(pairs));
    let place = machine.tuple(parts);
    let places = machine.list(vec![place]);
    let callable = machine.library_function("frame_of");
    Ok(Flow::Call { callable, arguments: Arguments::positional(&[places]), then: Then::Push })
}

/// The entries of a traceback or of an exception's, innermost first.
fn all_entries(machine: &Machine, value: Value) -> &[TracebackEntry] {
    match machine.payload(value) {
        Some(Payload::Traceback(entries)) => entries,
        Some(Payload::Exception(data)) => &data.traceback,
        _ => &[],
    }
}

/// The user's among them.
fn entries(machine: &Machine, value: Value) -> Vec<TracebackEntry> {
    let all = all_entries(machine, value).iter();
    all.copied().filter(|entry| machine.is_user_code(machine.program.code(entry.code))).collect()
}

/// `traceback_frames(traceback or exception, with_library=False)`: outermost first, each with its place, its globals and
/// its lines in a printed traceback: None for a frame of the library.
fn traceback_frames(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let globals = machine.find_module("__main__");
    let mut found = Vec::new();
    let wanted = match arguments.get(1) {
        Value::Bool(true) => all_entries(machine, arguments.get(0)).to_vec(),
        _ => entries(machine, arguments.get(0)),
    };
    for group in machine.frames_of_entries(wanted) {
        let (Some(&first), Some(&last)) = (group.first(), group.last()) else { continue };
        let code = machine.code(first.code);
        let mut parts = place(machine, &code, first.op);
        parts[1] = Value::Int(i64::from(machine.program.line_at(machine.program.code(last.code), last.op)));
        parts.push(globals.map_or(Value::None, |globals| namespace(machine, globals)));
        parts.push(if machine.is_user_code(&code) {
            let text = machine.text_of_entries(group);
            machine.str(&text)
        } else {
            Value::None
        });
        found.push(machine.tuple(parts));
    }
    Ok(Flow::Value(machine.list(found)))
}

fn tb_line(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let line = entries(machine, arguments.get(0))
        .last()
        .map_or(0, |entry| machine.program.line_at(machine.program.code(entry.code), entry.op));
    Ok(Flow::Value(Value::Int(i64::from(line))))
}

fn tb_next(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let mut entries = entries(machine, arguments.get(0));
    entries.pop();
    if entries.is_empty() {
        return Ok(Flow::Value(Value::None));
    }
    Ok(Flow::Value(machine.allocate(classes::TRACEBACK, Payload::Traceback(Box::new(entries)))))
}

fn tb_frame(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let callable = machine.library_function("frame_of_traceback");
    Ok(Flow::Call { callable, arguments: Arguments::positional(&[arguments.get(0)]), then: Then::Push })
}

/// `code_parts(function)`: place, names of the parameters, how many are positional-only, positional and keyword-only,
/// whether there are `*` and `**` parameters, names of the other locals, what the body is, the values of the keyword-only
/// defaults; None for what is no function of Python.
fn code_parts(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let Some(Payload::Function(function)) = machine.payload(arguments.get(0)) else {
        return Ok(Flow::Value(Value::None));
    };
    let function = function.clone();
    let mut parts = place_of_definition(machine, function.code_id);
    let shape = &function.code.parameters;
    let names: Vec<Value> = function.code.local_names.iter().map(|&name| name_value(machine, name)).collect();
    let count =
        shape.positional + shape.keyword_only + u32::from(shape.has_star_args) + u32::from(shape.has_star_kwargs);
    let (parameters, locals) = names.split_at((count as usize).min(names.len()));
    parts.push(machine.tuple(parameters.to_vec()));
    parts.extend(
        [shape.positional_only, shape.positional, shape.keyword_only].map(|count| Value::Int(i64::from(count))),
    );
    parts.extend([shape.has_star_args, shape.has_star_kwargs].map(Value::Bool));
    parts.push(machine.tuple(locals.to_vec()));
    let kind = match function.code.kind {
        CodeKind::Generator => "generator",
        CodeKind::Lambda => "lambda",
        _ => "function",
    };
    parts.push(machine.str(kind));
    let defaults = function
        .keyword_defaults
        .iter()
        .map(|&(name, value)| {
            let name = name_value(machine, name);
            machine.tuple(vec![name, value])
        })
        .collect();
    parts.push(machine.list(defaults));
    Ok(Flow::Value(machine.tuple(parts)))
}

fn place_of_definition(machine: &mut Machine, code: CodeId) -> Vec<Value> {
    let code = machine.code(code);
    place(machine, &code, u32::MAX)
}

/// `types.MethodType(function, object)`.
fn new_method(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let [_, function, receiver] = arguments.bind(machine, "method", ["/class", "/function", "/instance"], 3, 0)?;
    if !machine.is_callable(function) {
        return machine.type_error("first argument must be callable");
    }
    if receiver == Value::None {
        return machine.type_error("instance must not be None");
    }
    Ok(Flow::Value(machine.allocate(classes::METHOD, Payload::BoundMethod { function, receiver })))
}
