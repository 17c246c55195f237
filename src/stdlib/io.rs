//! What files need of the machine: the simulated file system.

use super::builder::Builder;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::classes;
use crate::machine::exception::{Fault, Result};
use crate::machine::files::{NULL_DEVICE, OpenFile};
use crate::machine::footprint::Location;
use crate::machine::library::Flow;
use crate::machine::limits::FILE_BYTES;
use crate::machine::object::Payload;
use crate::machine::text::codec::{Encoding, decode};
use crate::machine::text::error::LONGEST_TEXT;
use crate::machine::thread::Thread;
use crate::machine::value::Value;

/// What a text file reads at a time (`Modules/_io/textio.c`, `chunk_size`).
const CHUNK_BYTES: usize = 8_192;

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    builder.visible_function(module, "open_file", open_file);
    builder.visible_function(module, "write_file", write_file);
    builder.visible_function(module, "flush_file", flush_file);
    builder.visible_function(module, "close_file", close_file);
    builder.function(module, "read_file", read_file);
    builder.function(module, "seek_file", seek_file);
    builder.function(module, "tell_file", tell_file);
    builder.visible_function(module, "truncate_file", truncate_file);
    builder.function(module, "file_exists", file_exists);
    builder.function(module, "file_size", file_size);
    builder.visible_function(module, "remove_file", remove_file);
    builder.visible_function(module, "rename_file", rename_file);
    builder.function(module, "list_files", list_files);
}

fn text(machine: &Machine, value: Value) -> String {
    machine.as_str(value).map(|text| text.to_string()).unwrap_or_default()
}

fn os_error(
    machine: &mut Machine,
    class: crate::machine::heap::ObjectId,
    number: i64,
    message: &str,
    path: &str,
) -> Fault {
    let arguments = vec![Value::Int(number), machine.str(message), machine.str(path)];
    Fault::Raised(machine.exception(class, arguments))
}

/// `open_file(path, mode, line_buffered)`: the handle. The mode is one that the caller has checked.
fn open_file(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    machine.line = machine.user_line(thread);
    let (path, mode) = (text(machine, arguments.get(0)), text(machine, arguments.get(1)));
    machine.lay_out_program();
    let is_null = path == NULL_DEVICE;
    let exists = is_null || machine.files.disk.contains_key(&path);
    if mode.contains('r') && !exists {
        return Err(os_error(machine, classes::FILE_NOT_FOUND_ERROR, 2, "No such file or directory", &path));
    }
    if mode.contains('x') && exists {
        return Err(os_error(machine, classes::FILE_EXISTS_ERROR, 17, "File exists", &path));
    }
    if (mode.contains('w') || mode.contains('x')) && !is_null {
        machine.files.disk.insert(path.clone(), Vec::new());
    }
    let length = if is_null { 0 } else { machine.files.disk.entry(path.clone()).or_default().len() };
    let position = if mode.contains('a') { length } else { 0 };
    let can_write = mode.contains(['w', 'a', 'x', '+']);
    machine.use_disk(FILE_BYTES)?;
    machine.files.open.push(OpenFile {
        path,
        is_binary: mode.contains('b'),
        can_read: mode.contains('r') || mode.contains('+'),
        can_write,
        mode,
        position,
        buffer: Vec::new(),
        line_buffered: arguments.get(2) == Value::Bool(true),
        decoding_errors: text(machine, arguments.get(3)),
        closed: false,
        opened_by: thread.id,
    });
    Ok(Flow::Value(Value::Int(machine.files.open.len() as i64 - 1)))
}

fn handle(machine: &Machine, arguments: &Arguments) -> u32 {
    machine.as_int(arguments.get(0)).unwrap_or(0) as u32
}

/// `write_file(handle, text_or_bytes)`.
fn write_file(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    machine.line = machine.user_line(thread);
    let bytes = match machine.payload(arguments.get(1)) {
        Some(Payload::Str(text)) => text.text.as_bytes().to_vec(),
        Some(Payload::Bytes(bytes)) => bytes.to_vec(),
        Some(Payload::ByteArray(bytes)) => bytes.clone(),
        _ => Vec::new(),
    };
    let handle = handle(machine, &arguments);
    machine.write_file(handle, &bytes)?;
    Ok(Flow::Value(Value::None))
}

fn flush_file(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    machine.line = machine.user_line(thread);
    let handle = handle(machine, &arguments);
    machine.flush_file(handle);
    Ok(Flow::Value(Value::None))
}

fn close_file(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    machine.line = machine.user_line(thread);
    let handle = handle(machine, &arguments);
    machine.flush_file(handle);
    if let Some(file) = machine.files.open.get_mut(handle as usize) {
        file.closed = true;
    }
    Ok(Flow::Value(Value::None))
}

/// `read_file(handle, size or None, to_line_end)`: text or bytes from the position on.
fn read_file(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    let handle = handle(machine, &arguments);
    machine.flush_file(handle);
    let size = machine.as_int(arguments.get(1)).and_then(|size| usize::try_from(size).ok());
    let Some(file) = machine.files.open.get(handle as usize) else { return Ok(Flow::Value(Value::None)) };
    let content = machine.files.disk.get(&file.path).map_or(&[][..], |content| content);
    let rest = content.get(file.position..).unwrap_or(&[]);
    let is_binary = file.is_binary;
    let mut length = match size {
        Some(size) if is_binary => size.min(rest.len()),
        Some(size) => {
            String::from_utf8_lossy(rest).chars().take(size).map(char::len_utf8).sum::<usize>().min(rest.len())
        }
        None => rest.len(),
    };
    if arguments.get(2) == Value::Bool(true)
        && let Some(end) = rest.iter().position(|&byte| byte == b'\n')
    {
        length = length.min(end + 1);
    }
    let part = rest[..length].to_vec();
    if !is_binary {
        let errors = file.decoding_errors.clone();
        // A whole chunk is decoded before its first line is given out (`Modules/_io/textio.c`, `textiowrapper_read_chunk`).
        let to_the_end = size.is_none() && arguments.get(2) != Value::Bool(true);
        let chunk = if to_the_end { file.position } else { file.position / CHUNK_BYTES * CHUNK_BYTES };
        let end = if to_the_end { content.len() } else { content.len().min(chunk + CHUNK_BYTES) };
        let is_cut = |error: std::str::Utf8Error| error.error_len().is_none() && end < content.len();
        if let Some(Err(error)) = content.get(file.position..end).map(std::str::from_utf8)
            && !is_cut(error)
        {
            let chunk = content.get(chunk..end).unwrap_or_default().to_vec();
            if let Err(error) = decode(&chunk, Encoding::Utf8, &errors) {
                return machine.text_error(error);
            }
        }
        if let Some(file) = machine.files.open.get_mut(handle as usize) {
            file.position += length;
        }
        return match decode(&part, Encoding::Utf8, &errors) {
            Ok(text) => Ok(Flow::Value(machine.str(&text))),
            Err(_) => Ok(Flow::Value(machine.str(&String::from_utf8_lossy(&part)))),
        };
    }
    if let Some(file) = machine.files.open.get_mut(handle as usize) {
        file.position += length;
    }
    Ok(Flow::Value(machine.bytes(&part)))
}

fn seek_file(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    let handle = handle(machine, &arguments);
    machine.flush_file(handle);
    let offset = machine.as_int(arguments.get(1)).unwrap_or(0);
    let from = machine.as_int(arguments.get(2)).unwrap_or(0);
    let Some(file) = machine.files.open.get(handle as usize) else { return Ok(Flow::Value(Value::Int(0))) };
    let start = match from {
        1 => file.position,
        2 => machine.files.disk.get(&file.path).map_or(0, Vec::len),
        _ => 0,
    };
    let position = (start as i64).saturating_add(offset).max(0) as usize;
    if let Some(file) = machine.files.open.get_mut(handle as usize) {
        file.position = position;
    }
    Ok(Flow::Value(Value::Int(position as i64)))
}

fn tell_file(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    let position = machine.files.open.get(handle(machine, &arguments) as usize).map_or(0, |file| file.position);
    Ok(Flow::Value(Value::Int(position as i64)))
}

/// `truncate_file(handle, size)`: gives the size.
fn truncate_file(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    let handle = handle(machine, &arguments);
    machine.flush_file(handle);
    let size = machine.as_int(arguments.get(1)).and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
    if size > LONGEST_TEXT {
        return Err(machine.raise(classes::MEMORY_ERROR, ""));
    }
    if let Some(path) = machine.files.open.get(handle as usize).map(|file| file.path.clone())
        && let Some(content) = machine.files.disk.get_mut(&path)
    {
        content.resize(size, 0);
    }
    Ok(Flow::Value(Value::Int(size as i64)))
}

fn file_exists(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    machine.lay_out_program();
    let exists = machine.files.disk.contains_key(&text(machine, arguments.get(0)));
    Ok(Flow::Value(Value::Bool(exists)))
}

fn file_size(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    machine.lay_out_program();
    let path = text(machine, arguments.get(0));
    match machine.files.disk.get(&path) {
        Some(content) => Ok(Flow::Value(Value::Int(content.len() as i64))),
        None => Err(os_error(machine, classes::FILE_NOT_FOUND_ERROR, 2, "No such file or directory", &path)),
    }
}

fn remove_file(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    machine.lay_out_program();
    let path = text(machine, arguments.get(0));
    match machine.files.disk.remove(&path) {
        Some(_) => Ok(Flow::Value(Value::None)),
        None => Err(os_error(machine, classes::FILE_NOT_FOUND_ERROR, 2, "No such file or directory", &path)),
    }
}

fn rename_file(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    machine.lay_out_program();
    let (from, to) = (text(machine, arguments.get(0)), text(machine, arguments.get(1)));
    match machine.files.disk.remove(&from) {
        Some(content) => {
            machine.files.disk.insert(to, content);
            Ok(Flow::Value(Value::None))
        }
        None => Err(os_error(machine, classes::FILE_NOT_FOUND_ERROR, 2, "No such file or directory", &from)),
    }
}

fn list_files(machine: &mut Machine, _: &mut Thread, _: Arguments) -> Result<Flow> {
    machine.note(Location::Files, true);
    machine.lay_out_program();
    let paths: Vec<String> = machine.files.disk.keys().cloned().collect();
    let values = paths.iter().map(|path| machine.str(path)).collect();
    Ok(Flow::Value(machine.list(values)))
}
