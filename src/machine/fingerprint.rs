//! The state of a process as one number, the same for states that go on in the same way: places in the heap, absolute
//! times, and what has been printed do not count.

use super::attributes::Attributes;
use super::event::{Ending, WaitFor};
use super::exception::TracebackEntry;
use super::footprint::ObjectName;
use super::frame::{Frame, Then};
use super::heap::{Heap, ObjectId};
use super::mixer::Mixer;
use super::object::{Iteration, Object, Payload};
use super::process::Machine;
use super::sync::{FAIR_AFTER_NS, FAIR_LOCKS_SINCE};
use super::thread::{Thread, ThreadState};
use super::value::Value;
use std::hash::{Hash, Hasher};

/// A 128-bit fingerprint.
pub type Fingerprint = (u64, u64);

/// What counts as the state.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scope {
    /// Of a run: times count from now; who became ready first goes first.
    Run,
    /// Between the turns of an exploration: times count from this moment, and nobody goes first.
    Turns { since_ns: u64 },
}

/// A walk over the objects from the roots, which numbers them as they are met; in parts, between which the process must
/// stand still.
pub struct Walk {
    scope: Scope,
    mixer: Mixer,
    /// By place in the heap behind the library's: its number, 0 for what has not been met.
    numbers: Vec<u32>,
    next_number: u32,
    pending: Vec<ObjectId>,
    /// A large container, and how many of its items have been met.
    half_done: Option<(ObjectId, usize)>,
    /// What has been looked at so far: objects, references, words of text.
    seen: usize,
    /// Between turns: by which names the objects are known whose content can change.
    names: Vec<ObjectName>,
}

/// Room for objects that were met and not looked at yet: enough for small programs.
const MOST_PENDING_AT_FIRST: usize = 256;

/// So many items of a large container are met in one go.
const ITEMS_IN_ONE_GO: usize = 4_096;

impl Machine {
    /// Begins to take the fingerprint. `pristine` is the heap of the machine's template: what has not been written since
    /// need not be looked at.
    pub fn begin_fingerprint(&self, pristine: &Heap) -> Walk {
        self.begin_walk(pristine, Scope::Run)
    }

    /// The fingerprint between two turns, with times as they are seen from `since_ns`. A program that has looked at the
    /// clock may come to know the time itself, which then counts too. With it the names of the objects whose content can
    /// change, in the same order in states that are the same.
    pub fn fingerprint_between_turns(&self, pristine: &Heap, since_ns: u64) -> (Fingerprint, Vec<ObjectName>) {
        let mut walk = self.begin_walk(pristine, Scope::Turns { since_ns });
        loop {
            if let Some(fingerprint) = walk.go_on(self, usize::MAX) {
                return (fingerprint, walk.names);
            }
        }
    }

    /// What each thread knows to have happened, as a number of its own: by that it is told which accesses are ordered.
    pub fn order_fingerprint(&self) -> Fingerprint {
        let mut mixer = Mixer::new();
        for thread in self.threads.iter() {
            for other in self.threads.iter() {
                mixer.write_u32(thread.order.stretches_of(other.id));
            }
        }
        mixer.both()
    }

    /// What was printed so far, as a number of its own.
    pub fn output_fingerprint(&self) -> Fingerprint {
        let mut mixer = Mixer::new();
        self.streams.stdout.hash(&mut mixer);
        self.streams.stdout_buffer.hash(&mut mixer);
        self.streams.stderr.hash(&mut mixer);
        mixer.both()
    }

    fn begin_walk(&self, pristine: &Heap, scope: Scope) -> Walk {
        let objects = self.heap.len().saturating_sub(self.library_objects as usize);
        let mut walk = Walk {
            scope,
            mixer: Mixer::new(),
            numbers: vec![0; objects],
            next_number: 1,
            pending: Vec::with_capacity(objects.min(MOST_PENDING_AT_FIRST)),
            half_done: None,
            seen: 0,
            names: Vec::new(),
        };
        let now_ns = match scope {
            Scope::Run => self.now_ns,
            Scope::Turns { since_ns } => {
                walk.word(if self.clock_reads > 0 { since_ns } else { 0 });
                since_ns
            }
        };
        walk.word(self.phase as u64);
        walk.word(self.streams.input_lines_read as u64);
        walk.word(self.next_ctrl_c as u64);
        walk.word(self.recursion_limit as u64);
        walk.word(self.alarm_at_ns.map_or(u64::MAX, |at_ns| at_ns.wrapping_sub(now_ns)));
        walk.word(self.alarm_interval_ns.wrapping_mul(2) + u64::from(self.alarm_rang));
        walk.word(u64::from(self.interrupted_wait.is_some()) * 2 + u64::from(self.came_meanwhile));
        for &at_ns in self.settings.ctrl_c_ns.get(self.next_ctrl_c..).unwrap_or(&[]) {
            walk.word(at_ns.wrapping_sub(now_ns));
        }
        for (thread, rank) in self.threads.iter().zip(self.ranks()) {
            walk.thread(self, thread, rank);
        }
        for id in self.started.iter().filter(|id| self.threads[id.0 as usize].is_alive()) {
            walk.word(u64::from(id.0));
        }
        for sync in &self.syncs {
            walk.word(u64::from(sync.held));
            // Of what is no lock the owner is only for the page.
            let owner = sync.owner.filter(|_| scope == Scope::Run || sync.held > 0);
            walk.word(owner.map_or(0, |owner| u64::from(owner.0) + 1));
            if scope != Scope::Run && sync.held == 0 {
                walk.word(sync.free_since_ns.saturating_sub(now_ns));
            }
        }
        for (path, content) in &self.files.disk {
            path.hash(&mut walk.mixer);
            content.hash(&mut walk.mixer);
            walk.seen += content.len() / size_of::<u64>();
        }
        for file in &self.files.open {
            file.path.hash(&mut walk.mixer);
            file.buffer.hash(&mut walk.mixer);
            walk.word(file.position as u64);
            walk.word(file.closed as u64);
        }
        for &(_, module) in self.modules.iter() {
            if module.0 >= self.library_objects {
                walk.value(self, Value::Object(module));
            }
        }
        for (&object, watched) in &self.finalization.watched {
            walk.value(self, Value::Object(object));
            walk.word(u64::from(watched.has_method) * 2 + u64::from(watched.is_claimed));
        }
        // Library objects that the program has changed.
        match &self.heap.tracker {
            Some(tracker) => tracker.written_library().iter().for_each(|&id| walk.library_object(self, id)),
            None => {
                for id in self.heap.written_since(pristine, self.library_objects) {
                    walk.library_object(self, id);
                }
            }
        }
        walk
    }
}

impl Walk {
    /// Goes on until about so much more has been seen; the fingerprint when that was all.
    pub fn go_on(&mut self, machine: &Machine, more: usize) -> Option<Fingerprint> {
        let until = self.seen.saturating_add(more);
        while self.seen < until {
            if let Some((id, from)) = self.half_done.take() {
                self.items(machine, id, from);
            } else if let Some(id) = self.pending.pop() {
                self.object(machine, id);
            } else {
                return Some(self.mixer.both());
            }
        }
        None
    }

    /// What has been looked at so far.
    pub fn seen(&self) -> usize {
        self.seen
    }

    fn word(&mut self, word: u64) {
        self.mixer.write_u64(word);
    }

    /// The names in a namespace, two in a word.
    fn names(&mut self, attributes: &Attributes) {
        self.word(attributes.len() as u64);
        let mut names = attributes.iter().map(|(name, _)| u64::from(name.0));
        while let Some(first) = names.next() {
            self.word(first << 32 | names.next().unwrap_or(u64::from(u32::MAX)));
        }
    }

    /// The items of a list or tuple, some at a time.
    fn items(&mut self, machine: &Machine, id: ObjectId, from: usize) {
        let items = match &machine.heap.look_at(id).payload {
            Payload::List(items) => &items[..],
            Payload::Tuple(items) => items,
            _ => &[],
        };
        let to = (from + ITEMS_IN_ONE_GO).min(items.len());
        items[from.min(to)..to].iter().for_each(|&item| self.value(machine, item));
        if to < items.len() {
            self.half_done = Some((id, to));
        }
    }

    fn value(&mut self, machine: &Machine, value: Value) {
        self.seen += 1;
        match value {
            Value::Unbound => self.word(1),
            Value::None => self.word(2),
            Value::NotImplemented => self.word(3),
            Value::Ellipsis => self.word(4),
            Value::Bool(truth) => self.word(5 + truth as u64),
            Value::Int(number) => {
                self.word(7);
                self.word(number as u64);
            }
            Value::Float(number) => {
                self.word(8);
                self.word(number.to_bits());
            }
            // One word for most of what there is: the kind above, the number below.
            Value::Native(id) => self.word(9 << 32 | u64::from(id.0)),
            Value::Object(id) => {
                if id.0 < machine.library_objects {
                    self.word(10 << 32 | u64::from(id.0));
                    return;
                }
                let place = (id.0 - machine.library_objects) as usize;
                let Some(number) = self.numbers.get_mut(place) else { return };
                if *number == 0 {
                    *number = self.next_number;
                    self.next_number += 1;
                    self.pending.push(id);
                }
                let number = *number;
                self.word(11 << 32 | u64::from(number));
            }
        }
    }

    fn thread(&mut self, machine: &Machine, thread: &Thread, rank: u64) {
        if let Scope::Turns { since_ns } = self.scope {
            return self.thread_between_turns(machine, thread, rank, since_ns);
        }
        let now_ns = machine.now_ns;
        match &thread.state {
            ThreadState::Initial => self.word(20),
            ThreadState::Ready => {
                self.word(21);
                self.word(rank);
            }
            ThreadState::Waiting(waiting) => {
                self.word(22);
                waiting.what.hash(&mut self.mixer);
                self.word(waiting.deadline_ns.map_or(u64::MAX, |at_ns| at_ns.wrapping_sub(now_ns)));
                self.word(waiting.grab_at_ns.map_or(u64::MAX, |at_ns| at_ns.wrapping_sub(now_ns)));
                self.word(rank);
                self.value(machine, waiting.on_wake);
                self.value(machine, waiting.on_timeout);
            }
            ThreadState::Ended => self.word(23),
            ThreadState::Cut => self.word(24),
        }
        self.thread_content(machine, thread);
    }

    fn library_object(&mut self, machine: &Machine, id: ObjectId) {
        self.word(u64::from(id.0));
        self.object(machine, id);
        while let Some((id, from)) = self.half_done.take() {
            self.items(machine, id, from);
        }
    }

    fn thread_between_turns(&mut self, machine: &Machine, thread: &Thread, rank: u64, since_ns: u64) {
        // What lies before the earliest moment at which anything can happen has no effect any more.
        let left_ns = |at_ns: u64| at_ns.saturating_sub(since_ns);
        match &thread.state {
            ThreadState::Initial => self.word(20),
            ThreadState::Ready => {
                self.word(21);
                self.word(thread.clock_ns.wrapping_sub(since_ns));
            }
            ThreadState::Waiting(waiting) => {
                self.word(22);
                waiting.what.hash(&mut self.mixer);
                self.word(waiting.deadline_ns.map_or(u64::MAX, |at_ns| at_ns.wrapping_sub(since_ns)));
                self.word(left_ns(thread.clock_ns));
                if matches!(waiting.what, WaitFor::Acquire(_)) && machine.is_at_least(FAIR_LOCKS_SINCE) {
                    self.word(left_ns(waiting.since_ns + FAIR_AFTER_NS));
                }
                if !matches!(waiting.what, WaitFor::Sleep | WaitFor::Join(_) | WaitFor::ExitJoin(_)) {
                    self.word(rank);
                }
                self.value(machine, waiting.on_wake);
                self.value(machine, waiting.on_timeout);
            }
            ThreadState::Ended => self.word(23),
            ThreadState::Cut => {
                // What it was doing is of no more interest.
                self.word(24);
                return;
            }
        }
        self.thread_content(machine, thread);
    }

    fn thread_content(&mut self, machine: &Machine, thread: &Thread) {
        self.word(match &thread.ending {
            None => 0,
            Some(Ending::Returned) => 1,
            Some(Ending::SystemExit) => 2,
            Some(Ending::Raised(_)) => 3,
        });
        self.word(thread.interrupt as u64);
        self.value(machine, thread.object);
        self.value(machine, thread.handled);
        self.value(machine, thread.resume_with);
        self.value(machine, thread.asked_to_raise);
        self.then(machine, &thread.resume_then);
        self.word(thread.stack.len() as u64);
        match self.scope {
            // What a dead local holds back from its end counts all the same.
            Scope::Turns { .. } if machine.finalization.is_enabled => {
                thread.stack.iter().for_each(|&value| self.value(machine, value));
            }
            Scope::Run => thread.stack.iter().for_each(|&value| self.value(machine, value)),
            Scope::Turns { .. } => self.live_stack(machine, thread),
        }
        for frame in &thread.frames {
            self.frame(machine, frame);
        }
    }

    /// Locals that are never read again do not count.
    fn live_stack(&mut self, machine: &Machine, thread: &Thread) {
        let mut next = 0;
        for frame in &thread.frames {
            let base = (frame.base as usize).min(thread.stack.len());
            thread.stack[next.min(base)..base].iter().for_each(|&value| self.value(machine, value));
            let live = frame.code.live_locals_at(frame.next_op);
            next = (base + frame.code.local_names.len()).min(thread.stack.len());
            for (slot, &value) in thread.stack[base..next].iter().enumerate() {
                if slot >= 64 || live & (1 << slot) != 0 {
                    self.value(machine, value);
                } else {
                    self.word(0);
                }
            }
        }
        thread.stack[next..].iter().for_each(|&value| self.value(machine, value));
    }

    fn frame(&mut self, machine: &Machine, frame: &Frame) {
        self.word(u64::from(frame.code_id.0) << 32 | u64::from(frame.next_op));
        self.word(u64::from(frame.base));
        self.value(machine, Value::Object(frame.module));
        for &cell in frame.cells.iter() {
            self.value(machine, Value::Object(cell));
        }
        self.value(machine, frame.namespace.map_or(Value::None, Value::Object));
        self.value(machine, frame.generator.map_or(Value::None, Value::Object));
        self.value(machine, frame.outer_handled);
        self.then(machine, &frame.then);
    }

    fn then(&mut self, machine: &Machine, then: &Then) {
        std::mem::discriminant(then).hash(&mut self.mixer);
        then.for_each_reference(&mut |value| self.value(machine, value));
        if let Then::ForIterate { target } | Then::JumpOrPop { target, .. } = then {
            self.word(u64::from(*target));
        }
        if let Then::BoolThen(outer) | Then::InstanceThen(_, outer) = then {
            self.then(machine, outer);
        }
    }

    /// Where an exception has come by: it can be printed.
    fn traceback(&mut self, traceback: &[TracebackEntry]) {
        self.seen += traceback.len();
        self.word(traceback.len() as u64);
        for entry in traceback {
            self.word(u64::from(entry.code.0) << 32 | u64::from(entry.op));
        }
    }

    /// An object's own content. References are numbered in order, so only what is not a reference is added here.
    fn object(&mut self, machine: &Machine, id: ObjectId) {
        let object: &Object = machine.heap.look_at(id);
        self.seen += 1 + object.bytes() / size_of::<u64>();
        std::mem::discriminant(&object.payload).hash(&mut self.mixer);
        self.word(u64::from(object.maker.is_shared()));
        if self.scope != Scope::Run && (object.attributes.is_some() || object.has_changing_content()) {
            self.names.push(ObjectName::new(object.maker, id));
        }
        match &object.payload {
            Payload::Str(text) => text.text.hash(&mut self.mixer),
            Payload::Bytes(bytes) => bytes.hash(&mut self.mixer),
            Payload::ByteArray(bytes) => bytes.hash(&mut self.mixer),
            Payload::BigInt(number) => number.hash(&mut self.mixer),
            Payload::Range(range) => {
                self.word(range.start as u64);
                self.word(range.stop as u64);
                self.word(range.step as u64);
            }
            Payload::List(items) => self.word(items.len() as u64),
            Payload::Tuple(items) => self.word(items.len() as u64),
            Payload::Dict(dict) => self.word(dict.len() as u64),
            Payload::Set(set) | Payload::FrozenSet(set) => self.word(set.len() as u64),
            Payload::Function(function) => self.word(u64::from(function.code_id.0)),
            Payload::Module(name) => name.hash(&mut self.mixer),
            Payload::Handle(index) => self.word(u64::from(*index)),
            Payload::Random(random) => random.hash(&mut self.mixer),
            Payload::DictView(part, _) => self.word(*part as u64),
            Payload::Exception(exception) => {
                self.word(exception.suppress_context as u64);
                self.traceback(&exception.traceback);
            }
            Payload::Traceback(traceback) => self.traceback(traceback),
            Payload::Generator(generator) => {
                self.word(generator.started as u64);
                self.word(generator.finished as u64);
                self.word(generator.stack.len() as u64);
                if let Some(frame) = &generator.frame {
                    self.word(u64::from(frame.code_id.0) << 32 | u64::from(frame.next_op));
                }
            }
            Payload::Iterator(iteration) => match &**iteration {
                Iteration::Sequence { next, .. }
                | Iteration::Reversed { next, .. }
                | Iteration::Values { next, .. } => {
                    self.word(*next as u64);
                }
                Iteration::Range { next, remaining, step } => {
                    self.word(*next as u64);
                    self.word(*remaining);
                    self.word(*step as u64);
                }
                Iteration::Dict { part, slot, length, reversed, .. } => {
                    self.word(*part as u64);
                    self.word(*slot as u64);
                    self.word(*length as u64);
                    self.word(*reversed as u64);
                }
                Iteration::Set { slot, length, .. } => {
                    self.word(*slot as u64);
                    self.word(*length as u64);
                }
                Iteration::Items { next, .. } => self.word(*next as u64),
            },
            _ => {}
        }
        if let Some(attributes) = &object.attributes {
            self.names(attributes);
        }
        if let Payload::Class(class) = &object.payload {
            self.names(&class.attributes);
        }
        match &object.payload {
            Payload::List(_) | Payload::Tuple(_) => {
                self.value(machine, Value::Object(object.class));
                object.attributes.iter().flat_map(|attributes| attributes.iter()).for_each(|(_, value)| {
                    self.value(machine, value);
                });
                self.items(machine, id, 0);
            }
            _ => object.for_each_reference(&mut |value| self.value(machine, value)),
        }
    }
}
