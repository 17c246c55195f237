//! The search for objects that nothing can reach any more: mark, then sweep, in parts. The process stands still while a
//! search is under way; whoever drives it may do other things between two parts.

use super::heap::{Heap, ObjectId};
use super::object::{Object, Payload};
use super::process::Machine;
use super::thread::Thread;
use super::value::Value;

/// So many items of a large container are looked at in one go.
const ITEMS_IN_ONE_GO: usize = 4_096;

/// A search that is under way.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    marked: Vec<bool>,
    /// Marked, but what they refer to is not yet.
    pending: Vec<ObjectId>,
    /// A large container, and how many of its items have been looked at.
    half_done: Option<(ObjectId, usize)>,
    /// Up to here the heap has been swept.
    swept: usize,
    free: Vec<ObjectId>,
    bytes: usize,
}

impl Collection {
    /// Objects below `keep_below` (the library's) stay.
    fn new(heap: &Heap, keep_below: u32) -> Self {
        let mut marked = vec![false; heap.len()];
        let kept = (keep_below as usize).min(marked.len());
        marked[..kept].fill(true);
        Self { marked, pending: (0..kept as u32).map(ObjectId).collect(), ..Self::default() }
    }

    fn mark(&mut self, value: Value) {
        if let Value::Object(id) = value
            && let Some(marked) = self.marked.get_mut(id.0 as usize)
            && !std::mem::replace(marked, true)
        {
            self.pending.push(id);
        }
    }

    /// Looks at what one marked object refers to; how many references that were, 0 when there is none left to look at.
    fn mark_some(&mut self, heap: &Heap) -> usize {
        if let Some((id, from)) = self.half_done.take() {
            return self.mark_items(heap, id, from);
        }
        let Some(id) = self.pending.pop() else { return 0 };
        let object = heap.look_at(id);
        if items_of(object).is_some_and(|items| items.len() > ITEMS_IN_ONE_GO) {
            self.mark(Value::Object(object.class));
            object.attributes.iter().flat_map(|attributes| attributes.iter()).for_each(|(_, value)| self.mark(value));
            return self.mark_items(heap, id, 0);
        }
        let mut seen = 1;
        object.for_each_reference(&mut |value| {
            seen += 1;
            self.mark(value);
        });
        seen
    }

    fn mark_items(&mut self, heap: &Heap, id: ObjectId, from: usize) -> usize {
        let items = items_of(heap.look_at(id)).unwrap_or(&[]);
        let to = (from + ITEMS_IN_ONE_GO).min(items.len());
        items[from.min(to)..to].iter().for_each(|&item| self.mark(item));
        if to < items.len() {
            self.half_done = Some((id, to));
        }
        1 + to - from.min(to)
    }

    /// Frees what was not marked among the next objects; how many were looked at, 0 at the end.
    fn sweep_some(&mut self, heap: &mut Heap) -> usize {
        let to = (self.swept + ITEMS_IN_ONE_GO).min(self.marked.len());
        for at in self.swept..to {
            let id = ObjectId(at as u32);
            if self.marked[at] {
                self.bytes += heap.look_at(id).bytes();
                continue;
            }
            self.free.push(id);
            if !heap.look_at(id).is_free() {
                heap.empty(id);
            }
        }
        let seen = to - self.swept;
        self.swept = to;
        seen
    }
}

fn items_of(object: &Object) -> Option<&[Value]> {
    match &object.payload {
        Payload::List(items) => Some(items),
        Payload::Tuple(items) => Some(items),
        _ => None,
    }
}

impl Machine {
    /// Begins to free what cannot be reached. Only between operations: values in Rust's own variables are not seen.
    pub fn begin_collection(&mut self, running: &Thread) {
        let mut collection = Collection::new(&self.heap, self.library_objects);
        let visit = &mut |value| collection.mark(value);
        running.for_each_reference(visit);
        self.threads.iter().for_each(|thread| thread.for_each_reference(visit));
        self.syncs.iter().for_each(|sync| sync.for_each_reference(visit));
        self.modules.iter().for_each(|(_, module)| visit(Value::Object(*module)));
        visit(Value::Object(self.builtins));
        self.constants.iter().for_each(|values| values.iter().for_each(|&value| visit(value)));
        self.name_values.iter().for_each(|&value| visit(value));
        self.streams.for_each_reference(visit);
        self.files.for_each_reference(visit);
        visit(self.interrupt_handler);
        self.finalization.for_each_reference(visit);
        if let Some(waiting) = &self.interrupted_wait {
            visit(waiting.on_wake);
            visit(waiting.on_timeout);
        }
        self.collection = Some(Box::new(collection));
        self.heap.count_items(self.heap.len());
    }

    /// Whether the process stands still for a search; [`Machine::collect`] must go on with it before the next step.
    pub fn is_collecting(&self) -> bool {
        self.collection.is_some()
    }

    /// Goes on with the search until it is over or about so many references have been looked at; how many that were.
    pub fn collect(&mut self, references: usize) -> usize {
        let Some(mut collection) = self.collection.take() else { return 0 };
        let mut seen = 0;
        while seen < references {
            let more = match collection.mark_some(&self.heap) {
                0 => collection.sweep_some(&mut self.heap),
                marked => marked,
            };
            if more == 0 {
                self.heap.collected(collection.free, collection.bytes);
                return seen;
            }
            seen += more;
        }
        self.collection = Some(collection);
        seen
    }
}
