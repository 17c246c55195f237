//! A file system in memory, with real buffering: what is on its disk after exit is part of the result.

use super::event::{EventKind, ThreadId};
use super::exception::{Fault, Result};
use super::limits::{DISK_LIMIT_BYTES, Limit};
use super::process::Machine;
use super::value::Value;
use std::collections::BTreeMap;

/// `io.DEFAULT_BUFFER_SIZE`.
const FILE_BUFFER_BYTES: usize = 8_192;

/// What is written to it is gone; it is always there, and empty.
pub const NULL_DEVICE: &str = "/dev/null";

/// The disk and the open files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileSystem {
    pub disk: BTreeMap<String, Vec<u8>>,
    pub open: Vec<OpenFile>,
    /// The name of the program's own file, once the program has looked at files: it then lies on the disk with the others.
    pub program: Option<String>,
    /// All that was written so far, and a little for each file that was opened.
    pub used_bytes: usize,
}

/// An open file.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFile {
    pub path: String,
    pub mode: String,
    pub is_binary: bool,
    pub can_read: bool,
    pub can_write: bool,
    /// Where the next read or write happens.
    pub position: usize,
    /// Written, not yet on the disk; belongs before `position`.
    pub buffer: Vec<u8>,
    pub line_buffered: bool,
    /// What becomes of bytes that are no text: `strict`, `ignore`, `replace`.
    pub decoding_errors: String,
    pub closed: bool,
    /// The thread that opened it: what is in its buffer when that thread is cut off is lost.
    pub opened_by: ThreadId,
}

impl FileSystem {
    pub fn for_each_reference(&self, _visit: &mut dyn FnMut(Value)) {}
}

impl Machine {
    /// Puts the program's own text on the disk, where CPython finds it too.
    pub fn lay_out_program(&mut self) {
        if self.files.program.is_some() {
            return;
        }
        let own = self.program.files.iter().find(|file| file.is_user);
        let Some((name, text)) = own.map(|file| (file.name.clone(), file.text.as_bytes().to_vec())) else { return };
        self.files.disk.entry(name.clone()).or_insert(text);
        self.files.program = Some(name);
    }

    /// Whether a file is the program's own text, which is no part of what a run leaves behind.
    pub fn is_own_text(&self, path: &str, content: &[u8]) -> bool {
        self.files.program.as_deref() == Some(path)
            && self
                .program
                .files
                .iter()
                .any(|file| file.is_user && file.name == path && file.text.as_bytes() == content)
    }

    /// Takes room on the disk.
    pub fn use_disk(&mut self, bytes: usize) -> Result<()> {
        self.files.used_bytes += bytes;
        if self.files.used_bytes > DISK_LIMIT_BYTES { Err(Fault::Limit(Limit::Disk)) } else { Ok(()) }
    }

    /// Appends to the file's buffer; a full buffer goes to the disk.
    pub fn write_file(&mut self, handle: u32, bytes: &[u8]) -> Result<()> {
        self.use_disk(bytes.len())?;
        let Some(file) = self.files.open.get_mut(handle as usize) else { return Ok(()) };
        file.buffer.extend_from_slice(bytes);
        file.position += bytes.len();
        let flush = file.buffer.len() > FILE_BUFFER_BYTES || (file.line_buffered && bytes.contains(&b'\n'));
        let path = file.path.clone();
        self.visible = true;
        self.record(EventKind::FileWritten { path, bytes: bytes.len() as u64 });
        if flush {
            self.flush_file(handle);
        }
        Ok(())
    }

    pub fn flush_file(&mut self, handle: u32) {
        let Some(file) = self.files.open.get_mut(handle as usize) else { return };
        if file.buffer.is_empty() {
            return;
        }
        let buffer = std::mem::take(&mut file.buffer);
        let end = file.position;
        let start = end - buffer.len();
        let path = file.path.clone();
        if path == NULL_DEVICE {
            return;
        }
        let content = self.files.disk.entry(path.clone()).or_default();
        if content.len() < end {
            content.resize(end, 0);
        }
        content[start..end].copy_from_slice(&buffer);
        self.record(EventKind::FileFlushed { path, bytes: buffer.len() as u64 });
    }
}
