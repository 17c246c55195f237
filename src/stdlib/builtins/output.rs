//! `print` and `input`.

use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::clock::WRITE_NS;
use crate::machine::event::Stream;
use crate::machine::exception::Result;
use crate::machine::frame::Then;
use crate::machine::heap::ObjectId;
use crate::machine::library::Flow;
use crate::machine::settings::StdoutKind;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use crate::stdlib::builder::Builder;

pub fn register(builder: &mut Builder, module: ObjectId) {
    builder.visible_function(module, "print", print);
}

/// `print(*values, sep=' ', end='\n', file=None, flush=False)`. The plain case is done here; where a value has its own
/// `__str__`, a file is given, or text and newline are two writes, the library's Python does it.
fn print(machine: &mut Machine, thread: &mut Thread, arguments: Arguments) -> Result<Flow> {
    machine.line = machine.user_line(thread);
    let simple = arguments.keywords.is_empty()
        && machine.settings.stdout != StdoutKind::Unbuffered
        && machine.stdout_is_original();
    if simple {
        let mut text = String::new();
        let mut complete = true;
        for (at, &value) in arguments.positional.iter().enumerate() {
            if at > 0 {
                text.push(' ');
            }
            match machine.plain_str(value)? {
                Some(part) => text.push_str(&part),
                None => {
                    complete = false;
                    break;
                }
            }
        }
        if complete {
            text.push('\n');
            machine.now_ns += WRITE_NS;
            machine.write(Stream::Stdout, &text)?;
            return Ok(Flow::Value(Value::None));
        }
    }
    for &(keyword, _) in &arguments.keywords {
        let name = machine.name_of(keyword);
        if !["sep", "end", "file", "flush"].contains(&&*name) {
            return machine.type_error(&if machine.is_at_least(13) {
                format!("print() got an unexpected keyword argument '{name}'")
            } else {
                format!("'{name}' is an invalid keyword argument for print()")
            });
        }
    }
    let function = machine.library_function("print_by_parts");
    Ok(Flow::Call { callable: function, arguments, then: Then::Push })
}
