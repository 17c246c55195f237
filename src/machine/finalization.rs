//! Finalization: `__del__`, weak references that go dead, and generators that are closed, at the points where CPython's
//! counts of references come to zero.
//!
//! There are no counts here. Objects whose end can be noticed are watched; before an operation that may drop a reference
//! it is looked which of them the reference leads to, and after it whether they can still be reached
//! ([`super::reachability`]). A program in which nothing can be noticed pays nothing for this.

use super::arguments::Arguments;
use super::call::Called;
use super::event::ThreadId;
use super::exception::Result;
use super::frame::Then;
use super::heap::{Heap, ObjectId, PAGE_SIZE};
use super::names;
use super::object::Payload;
use super::process::Machine;
use super::thread::{Thread, ThreadState};
use super::value::Value;
use crate::program::code::Code;
use crate::source::order;
use std::collections::{BTreeMap, VecDeque};

/// What is known of ends that can be noticed.
#[derive(Clone, Debug, Default)]
pub struct Finalization {
    /// Whether the program has anything whose end can be noticed; set before the run.
    pub is_enabled: bool,
    pub watched: BTreeMap<ObjectId, Watched>,
    /// How many objects have been watched so far.
    serial: u64,
    /// The values that the operation before dropped and that lead to watched objects, in the order of dropping.
    pub(super) dropped: Vec<ObjectId>,
    /// The watched objects that they lead to.
    pub(super) suspects: Vec<ObjectId>,
    /// Anything may have been dropped: an exception went through frames.
    pub all_suspected: bool,
    /// The batch found last has been found just now: nothing of it can have come back.
    is_fresh: bool,
    /// The heap as it was before the program began.
    pristine: Option<Box<Heap>>,
    /// Ends that have been found and not yet been carried out, the innermost last.
    batches: Vec<Batch>,
    /// Weak references that are alive: the reference object to what it refers to.
    pub weak_targets: BTreeMap<ObjectId, ObjectId>,
}

/// An object whose end can be noticed.
#[derive(Clone, Debug, Default)]
pub struct Watched {
    /// In which order such objects were made.
    pub serial: u64,
    /// It has a `__del__` that has not run.
    pub has_method: bool,
    /// A generator in which a `try` or `with` may be open.
    pub is_generator: bool,
    /// The weak references to it, the oldest first.
    pub references: Vec<ObjectId>,
    /// Those among them that go together with it, only after it: they are still told.
    pub told_too: Vec<ObjectId>,
    /// It waits in a batch.
    pub is_claimed: bool,
}

/// Objects that came to their end together.
#[derive(Clone, Debug)]
struct Batch {
    thread: ThreadId,
    /// Carried out while the thread has no more frames than these: inside a `__del__` the others wait.
    depth: usize,
    objects: VecDeque<ObjectId>,
    /// At exit every object ends, whether it can be reached or not.
    is_final: bool,
}

impl Finalization {
    /// From now on ends are noticed.
    pub fn enable(&mut self, heap: &mut Heap) {
        self.is_enabled = true;
        heap.collect_often();
        self.pristine = Some(Box::new(heap.clone()));
    }

    /// The library's objects that have been written to since the program began, with their neighbours.
    pub(super) fn written_library_objects(&self, heap: &Heap, library_objects: u32) -> impl Iterator<Item = ObjectId> {
        let pristine = self.pristine.as_deref();
        (0..library_objects)
            .step_by(PAGE_SIZE)
            .filter(move |&at| pristine.is_none_or(|pristine| !heap.shares_page(pristine, ObjectId(at))))
            .flat_map(move |at| at..(at + PAGE_SIZE as u32).min(library_objects))
            .map(ObjectId)
    }

    pub fn watch(&mut self, object: ObjectId) -> &mut Watched {
        let serial = &mut self.serial;
        self.watched.entry(object).or_insert_with(|| {
            *serial += 1;
            Watched { serial: *serial, ..Watched::default() }
        })
    }

    /// Everything that must not be freed before its end has been carried out.
    pub fn for_each_reference(&self, visit: &mut dyn FnMut(Value)) {
        for (&object, watched) in &self.watched {
            visit(Value::Object(object));
            watched.references.iter().for_each(|&reference| visit(Value::Object(reference)));
        }
        self.dropped.iter().for_each(|&object| visit(Value::Object(object)));
    }
}

impl Machine {
    /// Between two operations: carries out an end that is due, or notes what the next operation may drop. True: the
    /// topmost frame is another now.
    pub(super) fn notice_ends(&mut self, thread: &mut Thread, code: &Code) -> Result<bool> {
        if self.settle_drops(thread)? {
            return Ok(true);
        }
        let next = thread.frames.last().map_or(0, |frame| frame.next_op as usize);
        if let Some(&op) = code.ops.get(next) {
            self.note_drops(thread, op, code);
        }
        Ok(false)
    }

    /// Carries out one end that is due, by entering a frame. True: the topmost frame is another now.
    fn settle_drops(&mut self, thread: &mut Thread) -> Result<bool> {
        if self.finalization.all_suspected || !self.finalization.suspects.is_empty() {
            self.find_ended(thread);
        }
        while let Some(at) = self.finalization.batches.iter().rposition(|batch| batch.thread == thread.id) {
            let batch = &mut self.finalization.batches[at];
            if thread.frames.len() > batch.depth {
                return Ok(false);
            }
            let is_final = batch.is_final;
            let Some(object) = batch.objects.pop_front() else {
                self.finalization.batches.remove(at);
                continue;
            };
            let is_fresh = std::mem::take(&mut self.finalization.is_fresh);
            if !is_final && !is_fresh && self.can_reach(thread, &[object]) {
                // A `__del__` before it has brought it back.
                if let Some(watched) = self.finalization.watched.get_mut(&object) {
                    watched.is_claimed = false;
                }
                continue;
            }
            let entered = self.end(thread, object)?;
            let more = self.finalization.watched.get(&object).is_some_and(|watched| !watched.references.is_empty());
            if more && let Some(batch) = self.finalization.batches.get_mut(at) {
                // After its `__del__` come its weak references.
                batch.objects.push_front(object);
            } else {
                self.finalization.watched.remove(&object);
            }
            if entered {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The next thing that the end of an object means: its `__del__`, closing it, or the end of its weak references.
    fn end(&mut self, thread: &mut Thread, object: ObjectId) -> Result<bool> {
        let value = Value::Object(object);
        let Some(watched) = self.finalization.watched.get_mut(&object) else { return Ok(false) };
        if std::mem::take(&mut watched.has_method) {
            let method = self.lookup(self.class_of(value), names::DEL).unwrap_or(Value::None);
            return self.enter_helper(thread, "finalize", &[method, value]);
        }
        let is_generator = std::mem::take(&mut watched.is_generator);
        let references = std::mem::take(&mut watched.references);
        let told_too = std::mem::take(&mut watched.told_too);
        if is_generator && self.holds_open_block(object) {
            return self.enter_helper(thread, "finalize_generator", &[value]);
        }
        for reference in &references {
            self.finalization.weak_targets.remove(reference);
        }
        let mut told: Vec<Value> = Vec::new();
        if self.phase < super::event::Phase::Finalizing && !references.is_empty() {
            // All at once: there may be thousands of them, and each look goes over the whole heap.
            let marks = self.marked(self.roots(thread), &[]).unwrap_or_default();
            let is_reached =
                |id: &ObjectId| marks.get(id.0 as usize).is_some_and(|mark| *mark) || told_too.contains(id);
            told.extend(references.iter().rev().filter(|id| is_reached(id)).map(|&id| Value::Object(id)));
        }
        if told.is_empty() {
            return Ok(false);
        }
        let told = self.list(told);
        self.enter_helper(thread, "tell_references", &[told])
    }

    fn enter_helper(&mut self, thread: &mut Thread, helper: &str, arguments: &[Value]) -> Result<bool> {
        let helper = self.library_function(helper);
        match self.call(thread, helper, Arguments::positional(arguments), Then::Drop) {
            Ok(Called::Entered) => Ok(true),
            // Too deep a recursion: CPython gives up such a call as well.
            _ => Ok(false),
        }
    }

    /// Whether a suspended generator stands inside a `try` or `with`.
    fn holds_open_block(&self, generator: ObjectId) -> bool {
        let Payload::Generator(generator) = &self.heap.look_at(generator).payload else { return false };
        generator.started
            && !generator.finished
            && generator.frame.as_ref().is_some_and(|frame| {
                let at = frame.next_op.saturating_sub(1);
                frame.code.handlers.iter().any(|handler| {
                    (handler.start..handler.end).contains(&at) || (handler.start..handler.end).contains(&(at + 1))
                })
            })
    }

    /// Looks which of the suspects cannot be reached any more, and lines up their ends.
    fn find_ended(&mut self, thread: &Thread) {
        let finalization = &mut self.finalization;
        let mut suspects = std::mem::take(&mut finalization.suspects);
        let mut dropped = std::mem::take(&mut finalization.dropped);
        dropped.extend(&suspects);
        if std::mem::take(&mut finalization.all_suspected) {
            suspects = finalization.watched.keys().copied().collect();
        }
        suspects.retain(|object| finalization.watched.get(object).is_some_and(|watched| !watched.is_claimed));
        if suspects.is_empty() {
            return;
        }
        let Some(marks) = self.marked(self.roots(thread), &suspects) else { return };
        let objects = self.freed_by_counts(&marks, &dropped);
        self.finalization.is_fresh = true;
        self.line_up(thread, objects, false);
    }

    fn line_up(&mut self, thread: &Thread, objects: Vec<ObjectId>, is_final: bool) {
        for object in &objects {
            if let Some(watched) = self.finalization.watched.get_mut(object) {
                watched.is_claimed = true;
            }
        }
        if !objects.is_empty() {
            let depth = thread.frames.len();
            self.finalization.batches.push(Batch { thread: thread.id, depth, objects: objects.into(), is_final });
        }
    }

    /// `gc.collect()`: what only circles hold comes to its end, in the order in which it was made.
    pub fn end_circles(&mut self, thread: &Thread) {
        let watched: Vec<ObjectId> = self.finalization.watched.keys().copied().collect();
        let marked = self.marked(self.roots(thread), &[]);
        let unreachable: Vec<ObjectId> = watched
            .into_iter()
            .filter(|object| marked.as_ref().is_some_and(|marks| !marks[object.0 as usize]))
            .collect();
        let objects = self.in_order_of_making(unreachable);
        self.line_up(thread, objects, false);
    }

    /// At exit, when only daemons that stand for ever could hold anything (`finalize_modules`): the interpreter gives up
    /// what the program's own module holds, and the collector ends it in the order in which it was made.
    pub fn end_everything(&mut self, thread: &Thread) {
        let mut roots = Vec::new();
        for other in self.threads.iter().filter(|other| other.state == ThreadState::Cut) {
            other.for_each_reference(&mut |value| roots.push(value));
        }
        let Some(marks) = self.marked(roots, &[]) else { return };
        let watched: Vec<ObjectId> = self.finalization.watched.keys().copied().collect();
        let ended: Vec<ObjectId> = watched.into_iter().filter(|object| !marks[object.0 as usize]).collect();
        let mut objects = self.in_order_of_making(ended);
        let order: BTreeMap<ObjectId, usize> = self.order_of_exit().into_iter().zip(0..).collect();
        order::sort_by_key(&mut objects, |object| order.get(object).copied().unwrap_or(usize::MAX));
        self.line_up(thread, objects, true);
    }

    fn in_order_of_making(&self, mut objects: Vec<ObjectId>) -> Vec<ObjectId> {
        let watched = &self.finalization.watched;
        objects.retain(|object| watched.get(object).is_some_and(|watched| !watched.is_claimed));
        order::sort_by_key(&mut objects, |object| watched.get(object).map_or(0, |watched| watched.serial));
        objects
    }

    /// A new object: watched if its class has a `__del__`.
    pub(super) fn watch_new(&mut self, object: ObjectId, class: ObjectId) {
        if class.0 >= self.library_objects && self.lookup_overridden(class, names::DEL).is_some() {
            self.finalization.watch(object).has_method = true;
        }
    }
}
