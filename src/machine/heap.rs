//! The heap: every object of the process, in pages that copies of a process share until one of them writes.

use super::footprint::{Owner, Tracker};
use super::object::{Object, Payload};
use super::value::Value;
use crate::program::code::Symbol;
use std::rc::Rc;

/// An object, by its place in the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ObjectId(pub u32);

/// Objects in a page: a copy of a process copies this many when it first writes to one of them.
const PAGE_SIZE: usize = 32;
const PAGE_SHIFT: u32 = PAGE_SIZE.trailing_zeros();

/// After this many new objects the heap is searched for unreachable ones; doubled while most of them live.
const COLLECT_AFTER: usize = 200_000;

/// The same for bytes in texts and containers, of which a few objects may hold many.
const COLLECT_AFTER_BYTES: usize = 64 << 20;

/// Making so many bytes takes about as long as an operation.
const BYTES_AN_OPERATION: usize = 128;

/// Going over so many items natively takes about as long as an operation.
const ITEMS_AN_OPERATION: usize = 4;

type Page = Vec<Object>;

/// The objects.
#[derive(Clone, Debug)]
pub struct Heap {
    pages: Vec<Rc<Page>>,
    free: Vec<ObjectId>,
    len: usize,
    since_collection: usize,
    collect_after: usize,
    /// In texts and containers, about: what lived after the last collection, and what has come since.
    bytes: usize,
    collect_at_bytes: usize,
    /// Work on large objects that no operation has been counted for yet.
    uncounted_operations: u64,
    /// Notes what the stepping thread touches, while schedules are explored.
    pub tracker: Option<Box<Tracker>>,
}

impl Default for Heap {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            free: Vec::new(),
            len: 0,
            since_collection: 0,
            collect_after: COLLECT_AFTER,
            bytes: 0,
            collect_at_bytes: COLLECT_AFTER_BYTES,
            uncounted_operations: 0,
            tracker: None,
        }
    }
}

impl Heap {
    pub fn allocate(&mut self, mut object: Object) -> ObjectId {
        if let Some(tracker) = &self.tracker {
            object.owner = tracker.maker();
        }
        self.since_collection += 1;
        let bytes = bytes_in(&object);
        self.bytes += bytes;
        self.uncounted_operations += (bytes / BYTES_AN_OPERATION) as u64;
        if let Some(id) = self.free.pop() {
            *self.slot(id) = object;
            return id;
        }
        let id = ObjectId(self.len as u32);
        self.len += 1;
        match self.pages.last_mut() {
            Some(page) if page.len() < PAGE_SIZE => Rc::make_mut(page).push(object),
            _ => {
                let mut page = Vec::with_capacity(PAGE_SIZE);
                page.push(object);
                self.pages.push(Rc::new(page));
            }
        }
        id
    }

    #[inline]
    pub fn get(&self, id: ObjectId) -> &Object {
        let object = &self.pages[(id.0 >> PAGE_SHIFT) as usize][id.0 as usize & (PAGE_SIZE - 1)];
        if let Some(tracker) = &self.tracker {
            note_content(tracker, object, id, false);
        }
        object
    }

    #[inline]
    pub fn get_mut(&mut self, id: ObjectId) -> &mut Object {
        let page = Rc::make_mut(&mut self.pages[(id.0 >> PAGE_SHIFT) as usize]);
        let object = &mut page[id.0 as usize & (PAGE_SIZE - 1)];
        if let Some(tracker) = &self.tracker {
            note_content(tracker, object, id, true);
        }
        object
    }

    /// An object, for whoever is not a thread: the collector, the fingerprint.
    pub fn look_at(&self, id: ObjectId) -> &Object {
        &self.pages[(id.0 >> PAGE_SHIFT) as usize][id.0 as usize & (PAGE_SIZE - 1)]
    }

    fn slot(&mut self, id: ObjectId) -> &mut Object {
        let page = Rc::make_mut(&mut self.pages[(id.0 >> PAGE_SHIFT) as usize]);
        &mut page[id.0 as usize & (PAGE_SIZE - 1)]
    }

    /// The stepping thread looks for or changes a name in the namespace of this object.
    #[inline]
    pub fn note_name(&self, id: ObjectId, name: Symbol, writes: bool) {
        if let Some(tracker) = &self.tracker {
            let object = self.look_at(id);
            match &object.payload {
                Payload::Class(_) => tracker.note_class(object.owner, id, writes),
                _ => tracker.note_object(object.owner, id, object.class, Some(name), writes),
            }
        }
    }

    /// Marks what the thread that has stepped was the second to touch.
    pub fn mark_newly_shared(&mut self) {
        let Some(tracker) = &mut self.tracker else { return };
        for id in tracker.take_newly_shared() {
            self.slot(id).owner = Owner::SHARED;
        }
    }

    /// Places in use or free.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Live objects at most.
    pub fn live(&self) -> usize {
        self.len - self.free.len()
    }

    /// Bytes in texts and containers, about; exact for texts after a collection.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The operations that stand for the large objects made since the last call: without them a loop over large texts
    /// would go on for minutes before a limit is met.
    pub fn take_uncounted_operations(&mut self) -> u64 {
        std::mem::take(&mut self.uncounted_operations)
    }

    /// A native loop over so many items has run: it counts as operations, as if it had been written in Python.
    pub fn count_items(&mut self, items: usize) {
        self.uncounted_operations += (items / ITEMS_AN_OPERATION) as u64;
    }

    pub fn wants_collection(&self) -> bool {
        self.since_collection >= self.collect_after || self.bytes >= self.collect_at_bytes
    }

    /// Frees every object that cannot be reached from the roots. Objects below `keep_below` (the library's) stay.
    pub fn collect(&mut self, roots: impl FnOnce(&mut dyn FnMut(Value)), keep_below: u32) {
        let mut marked = vec![false; self.len];
        let mut pending: Vec<ObjectId> = (0..keep_below.min(self.len as u32)).map(ObjectId).collect();
        for id in &pending {
            marked[id.0 as usize] = true;
        }
        roots(&mut |value| {
            if let Value::Object(id) = value
                && !std::mem::replace(&mut marked[id.0 as usize], true)
            {
                pending.push(id);
            }
        });
        while let Some(id) = pending.pop() {
            self.look_at(id).for_each_reference(&mut |value| {
                if let Value::Object(id) = value
                    && !std::mem::replace(&mut marked[id.0 as usize], true)
                {
                    pending.push(id);
                }
            });
        }
        for id in std::mem::take(&mut self.free) {
            marked[id.0 as usize] = true;
            self.free.push(id);
        }
        for (at, live) in marked.iter().enumerate() {
            if !live {
                let id = ObjectId(at as u32);
                *self.slot(id) = Object::default();
                self.free.push(id);
            }
        }
        self.since_collection = 0;
        self.collect_after = COLLECT_AFTER.max(self.live());
        self.bytes = self.pages.iter().flat_map(|page| page.iter()).map(bytes_in).sum();
        self.collect_at_bytes = self.bytes + COLLECT_AFTER_BYTES;
    }

    /// Whether the page of this object is the very page of the other heap: nothing in it was written since the copy.
    pub fn shares_page(&self, other: &Heap, id: ObjectId) -> bool {
        let page = (id.0 >> PAGE_SHIFT) as usize;
        matches!((self.pages.get(page), other.pages.get(page)), (Some(mine), Some(theirs)) if Rc::ptr_eq(mine, theirs))
    }
}

fn note_content(tracker: &Tracker, object: &Object, id: ObjectId, writes: bool) {
    match &object.payload {
        Payload::Class(_) => tracker.note_class(object.owner, id, writes),
        _ if object.has_changing_content() => tracker.note_object(object.owner, id, object.class, None, writes),
        _ => {}
    }
}

/// What an object holds beside its own few words, for the kinds that can hold much.
fn bytes_in(object: &Object) -> usize {
    match &object.payload {
        Payload::Str(text) => text.text.len(),
        Payload::Bytes(bytes) => bytes.len(),
        Payload::ByteArray(bytes) => bytes.len(),
        Payload::Tuple(items) => size_of_val::<[Value]>(items),
        Payload::List(items) => size_of_val::<[Value]>(items),
        _ => 0,
    }
}
