//! A process as a person looks at it between two steps: what is in the variables, who holds which lock, what is in the
//! queues, what of the files has reached the disk. Nothing of the program is run for it.

use super::event::{SyncId, SyncKind, ThreadId, WaitFor};
use super::frame::Frame;
use super::object::Payload;
use super::process::Machine;
use super::thread::{Thread, ThreadState};
use super::value::Value;
use crate::program::code::{CodeKind, Symbol};

/// Bounds of what is shown: more of each is not read.
const MOST_FRAMES: usize = 12;
const MOST_VARIABLES: usize = 40;
const MOST_SYNCS: usize = 60;
const LONGEST_VALUE: usize = 120;
/// A larger container is told by its size: to write it down would take longer than a frame of the screen.
const LARGEST_CONTAINER: usize = 200;

/// A name and what is in it, as `repr()` has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub name: String,
    pub value: String,
}

/// One activation of a function of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameView {
    pub function: String,
    pub line: u32,
    pub variables: Vec<Variable>,
}

/// A thread that has begun and not ended by itself, its innermost frame first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadView {
    pub thread: ThreadId,
    pub name: String,
    pub frames: Vec<FrameView>,
}

/// Something that threads wait for: `lock db`, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncView {
    pub name: String,
    pub state: String,
    pub waiting: Vec<String>,
}

/// An open file, or one on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileView {
    pub path: String,
    pub on_disk: usize,
    /// Written and still in a buffer.
    pub buffered: usize,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inspection {
    pub globals: Vec<Variable>,
    pub threads: Vec<ThreadView>,
    pub syncs: Vec<SyncView>,
    pub files: Vec<FileView>,
}

/// What a thread waits for, when that is one of the things with a name.
fn awaited(what: WaitFor) -> Option<SyncId> {
    match what {
        WaitFor::Acquire(sync)
        | WaitFor::Notify(sync)
        | WaitFor::QueueItem(sync)
        | WaitFor::QueueRoom(sync)
        | WaitFor::QueueDone(sync) => Some(sync),
        _ => None,
    }
}

impl Machine {
    /// Looks at the process as it stands.
    pub fn inspect(&mut self) -> Inspection {
        let threads = self.threads.clone();
        let mut inspection = Inspection { files: self.file_views(), ..Inspection::default() };
        // Of a process that is gone only the files are left.
        if self.exit_code.is_some() {
            return inspection;
        }
        let module = threads.iter().flat_map(|thread| &thread.frames).find(|frame| self.is_module(frame));
        inspection.globals = module.map_or_else(Vec::new, |frame| self.globals(&frame.clone()));
        for thread in threads.iter() {
            let frames: Vec<FrameView> = thread
                .frames
                .iter()
                .enumerate()
                .rev()
                .filter(|(_, frame)| self.is_user_code(&frame.code))
                .take(MOST_FRAMES)
                .map(|(_, frame)| frame.clone())
                .collect::<Vec<_>>()
                .iter()
                .map(|frame| self.frame_view(thread, frame))
                .collect();
            if !frames.is_empty() {
                let name = self.name_of_thread(thread.id);
                inspection.threads.push(ThreadView { thread: thread.id, name, frames });
            }
        }
        inspection.syncs = self.sync_views();
        inspection
    }

    fn is_module(&self, frame: &Frame) -> bool {
        frame.code.kind == CodeKind::Module && self.is_user_code(&frame.code)
    }

    fn name_of_thread(&self, thread: ThreadId) -> String {
        self.thread_facts.get(thread.0 as usize).map_or_else(|| "?".to_owned(), |facts| facts.name.clone())
    }

    fn frame_view(&mut self, thread: &Thread, frame: &Frame) -> FrameView {
        let line = self.program.line_at(&frame.code, frame.next_op.saturating_sub(1));
        let is_module = frame.code.kind == CodeKind::Module;
        let function = if is_module { "the program's text".to_owned() } else { frame.code.qualified_name.clone() };
        let mut named: Vec<(Symbol, Value)> = Vec::new();
        for (slot, name) in frame.code.local_names.iter().enumerate() {
            let value = thread.stack.get(frame.base as usize + slot).copied().unwrap_or(Value::Unbound);
            named.push((*name, value));
        }
        let captured = frame.code.cell_variables.iter().chain(&frame.code.free_variables);
        for (name, cell) in captured.zip(frame.cells.iter()) {
            if let Payload::Cell(value) = self.heap.get(*cell).payload {
                named.retain(|(other, _)| other != name);
                named.push((*name, value));
            }
        }
        FrameView { function, line, variables: self.variables(named) }
    }

    /// The program's own names; what it imports and defines is in its text.
    fn globals(&mut self, frame: &Frame) -> Vec<Variable> {
        let attributes = self.attributes(Value::Object(frame.module));
        let named: Vec<(Symbol, Value)> = attributes.map_or_else(Vec::new, |attributes| attributes.iter().collect());
        let shown = named.into_iter().filter(|(_, value)| {
            !matches!(self.payload(*value), Some(Payload::Function(_) | Payload::Class(_) | Payload::Module(_)))
        });
        let shown: Vec<(Symbol, Value)> = shown.collect();
        self.variables(shown)
    }

    fn variables(&mut self, named: Vec<(Symbol, Value)>) -> Vec<Variable> {
        let mut variables = Vec::new();
        for (name, value) in named {
            let name = self.name_of(name).to_string();
            // Names with a dot in front, and those between two underscores, are not the person's.
            let is_own = !name.starts_with("__") && !name.starts_with('.') && value != Value::Unbound;
            if is_own && variables.len() < MOST_VARIABLES {
                variables.push(Variable { value: self.shown(value), name });
            }
        }
        variables
    }

    /// A value in a line.
    fn shown(&mut self, value: Value) -> String {
        let size = match self.payload(value) {
            Some(Payload::Tuple(items)) => items.len(),
            Some(Payload::List(items)) => items.len(),
            Some(Payload::Dict(items)) => items.len(),
            Some(Payload::Set(items) | Payload::FrozenSet(items)) => items.len(),
            Some(Payload::Str(text)) => text.text.len() / LONGEST_VALUE,
            Some(Payload::Bytes(bytes)) => bytes.len() / LONGEST_VALUE,
            _ => 0,
        };
        if size > LARGEST_CONTAINER {
            return format!("<{} with {size} items>", self.type_name(value));
        }
        let text = match self.plain_repr(value) {
            Ok(Some(text)) => text,
            _ => format!("<{}>", self.type_name(value)),
        };
        match text.char_indices().nth(LONGEST_VALUE) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        }
    }

    fn sync_views(&mut self) -> Vec<SyncView> {
        let mut views = Vec::new();
        for index in 0..self.syncs.len() {
            let Some(info) = self.sync_infos.get(index).filter(|info| !info.name.is_empty()).cloned() else { continue };
            if views.len() >= MOST_SYNCS {
                break;
            }
            let waits = |thread: &&Thread| match &thread.state {
                ThreadState::Waiting(waiting) => awaited(waiting.what).is_some_and(|sync| sync.0 as usize == index),
                _ => false,
            };
            let waiting: Vec<ThreadId> =
                self.threads.iter().filter(|thread| waits(thread)).map(|thread| thread.id).collect();
            let waiting = waiting.into_iter().map(|thread| self.name_of_thread(thread)).collect();
            views.push(SyncView {
                name: format!("{} {}", info.kind.word(), info.name),
                state: self.sync_state(index, info.kind),
                waiting,
            });
        }
        views
    }

    fn sync_state(&mut self, index: usize, kind: SyncKind) -> String {
        let (held, owner, object) = match self.syncs.get(index) {
            Some(sync) => (sync.held, sync.owner, sync.object),
            None => return String::new(),
        };
        let is_there = matches!(object, Value::Object(id) if self.heap.holds(id));
        if !is_there || self.sync_of(object) != Some(SyncId(index as u32)) {
            return "gone".to_owned();
        }
        let mut attribute = |name: &str| {
            let symbol = self.intern(name);
            self.own_attribute(object, symbol)
        };
        match kind {
            SyncKind::Lock | SyncKind::RLock => match (held, owner) {
                (0, _) => "free".to_owned(),
                (_, Some(owner)) => format!("held by {}", self.name_of_thread(owner)),
                (_, None) => "held".to_owned(),
            },
            SyncKind::Event => match attribute("_flag") {
                Some(Value::Bool(true)) => "set".to_owned(),
                _ => "not set".to_owned(),
            },
            SyncKind::Semaphore => match attribute("_value") {
                Some(Value::Int(free)) => format!("{free} free"),
                _ => String::new(),
            },
            SyncKind::Queue => {
                let unfinished = attribute("unfinished_tasks");
                let queue = attribute("queue");
                // A deque is a class of the library's; a priority queue keeps a plain list.
                let symbol = self.intern("_deque__items");
                let items = queue.map(|queue| self.own_attribute(queue, symbol).unwrap_or(queue));
                let items = items.map_or_else(String::new, |items| self.shown(items));
                match unfinished {
                    Some(Value::Int(unfinished)) => format!("{items}, {unfinished} not done"),
                    _ => items,
                }
            }
            SyncKind::Condition | SyncKind::Barrier | SyncKind::Future => String::new(),
        }
    }

    fn file_views(&self) -> Vec<FileView> {
        let mut views: Vec<FileView> = self
            .files
            .disk
            .iter()
            .filter(|(path, content)| !self.is_own_text(path, content))
            .map(|(path, content)| FileView { path: path.clone(), on_disk: content.len(), buffered: 0 })
            .collect();
        for file in self.files.open.iter().filter(|file| !file.closed) {
            match views.iter_mut().find(|view| view.path == file.path) {
                Some(view) => view.buffered += file.buffer.len(),
                None => views.push(FileView { path: file.path.clone(), on_disk: 0, buffered: file.buffer.len() }),
            }
        }
        views
    }
}
