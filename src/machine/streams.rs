//! Standard output and standard error, with CPython's buffering.

use super::event::{EventKind, Stream};
use super::exception::{Fault, Result};
use super::footprint::Location;
use super::limits::{Limit, OUTPUT_LIMIT};
use super::process::Machine;
use super::settings::StdoutKind;
use super::value::Value;

/// `io.DEFAULT_BUFFER_SIZE` of a pipe's stdout.
const PIPE_BUFFER_BYTES: usize = 8_192;

/// What was written and what has reached the other side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Streams {
    pub stdout: String,
    pub stdout_buffer: String,
    /// What was written to `sys.stdout.buffer`: it is below the text's buffer, and so comes first.
    pub stdout_binary: String,
    /// `sys.stdout.reconfigure(line_buffering=…, write_through=…)`.
    pub stdout_kind: Option<StdoutKind>,
    pub stderr: String,
    /// `sys.stdout` and `sys.stderr` as the library made them, Unbound before.
    pub stdout_object: Value,
    pub stderr_object: Value,
    /// How many lines of the scripted input have been read.
    pub input_lines_read: usize,
}

impl Streams {
    pub fn for_each_reference(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.stdout_object);
        visit(self.stderr_object);
    }
}

impl Machine {
    /// Writes as `sys.stdout.write` does: into the buffer, and on when a line or the buffer is full.
    pub fn write(&mut self, stream: Stream, text: &str) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.visible = true;
        self.note(Location::Output, true);
        self.record(EventKind::Printed { stream, text: text.to_owned() });
        match stream {
            Stream::Stderr => self.streams.stderr.push_str(text),
            Stream::Stdout => {
                self.streams.stdout_buffer.push_str(text);
                let full = match self.streams.stdout_kind.unwrap_or(self.settings.stdout) {
                    StdoutKind::Unbuffered => true,
                    StdoutKind::Terminal => {
                        text.contains('\n') || self.streams.stdout_buffer.len() >= PIPE_BUFFER_BYTES
                    }
                    StdoutKind::Pipe => self.streams.stdout_buffer.len() > PIPE_BUFFER_BYTES,
                };
                if full {
                    self.flush_stdout();
                }
            }
        }
        self.lets_others_in = self.in_turns.is_some() && self.settings.stdout == StdoutKind::Unbuffered;
        if self.streams.stdout.len() + self.streams.stdout_buffer.len() + self.streams.stderr.len() > OUTPUT_LIMIT {
            return Err(Fault::Limit(Limit::Output));
        }
        Ok(())
    }

    /// Writes past the buffer, as `os.write` does.
    pub fn write_directly(&mut self, stream: Stream, text: &str) -> Result<()> {
        match stream {
            Stream::Stderr => self.write(stream, text),
            Stream::Stdout => {
                let buffered = std::mem::take(&mut self.streams.stdout_buffer);
                let written = self.write(stream, text);
                self.flush_stdout();
                self.streams.stdout_buffer = buffered;
                written
            }
        }
    }

    pub fn flush_stdout(&mut self) {
        self.note(Location::Output, true);
        let binary = std::mem::take(&mut self.streams.stdout_binary);
        let buffered = std::mem::take(&mut self.streams.stdout_buffer);
        self.streams.stdout.push_str(&binary);
        self.streams.stdout.push_str(&buffered);
    }

    /// Writes as `sys.stdout.buffer.write` does.
    pub fn write_binary(&mut self, text: &str) -> Result<()> {
        self.visible = true;
        self.note(Location::Output, true);
        self.record(EventKind::Printed { stream: Stream::Stdout, text: text.to_owned() });
        self.streams.stdout_binary.push_str(text);
        if self.settings.stdout == StdoutKind::Unbuffered || self.streams.stdout_binary.len() > PIPE_BUFFER_BYTES {
            self.flush_binary();
        }
        if self.streams.stdout.len() + self.streams.stdout_binary.len() > OUTPUT_LIMIT {
            return Err(Fault::Limit(Limit::Output));
        }
        Ok(())
    }

    pub fn flush_binary(&mut self) {
        let binary = std::mem::take(&mut self.streams.stdout_binary);
        self.streams.stdout.push_str(&binary);
    }
}
