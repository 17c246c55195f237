//! The heap: every object of the process, in pages that copies of a process share until one of them writes.

use super::footprint::Tracker;
use super::limits::{HEAP_LIMIT_BYTES, OBJECT_LIMIT};
use super::object::{Object, Payload};
use super::value::Value;
use crate::program::code::Symbol;
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::rc::Rc;

/// An object, by its place in the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ObjectId(pub u32);

/// Objects in a page: a copy of a process copies this many when it first writes to one of them.
pub(super) const PAGE_SIZE: usize = 32;
const PAGE_SHIFT: u32 = PAGE_SIZE.trailing_zeros();

/// After this many new objects the heap is searched for unreachable ones; doubled while most of them live. A processor's
/// cache holds about so many: with four times as many a loop that makes objects takes a quarter more.
const COLLECT_AFTER: usize = 50_000;

/// The same where the ends of objects are noticed: what is unreachable and still there has to be gone through each time.
const COLLECT_OFTEN_AFTER: usize = 8_000;

/// The same for bytes in texts and containers, of which a few objects may hold many: so many at least, and as many as
/// live, up to a bound.
const COLLECT_AFTER_BYTES: usize = 16 << 20;
const COLLECT_AFTER_BYTES_AT_MOST: usize = 64 << 20;

/// Making so many bytes takes about as long as an operation: the host has to find them, to fill them and to take them back.
const BYTES_AN_OPERATION: usize = 32;

/// To make an object, to look at it when unreachable ones are searched for, and to give it back takes about as long as so
/// many operations.
const OPERATIONS_AN_OBJECT: usize = 20;

/// Going over so many bytes of a text takes about as long as an operation.
const BYTES_READ_AN_OPERATION: usize = 128;

/// Going over so many items natively takes about as long as an operation.
const ITEMS_AN_OPERATION: usize = 4;

/// To look an item up in a table takes as long as to go over so many.
const ITEMS_AS_ONE_LOOKED_UP: usize = 40;

/// To copy an item from place to place, as calls do, takes as long as to go over so many.
const ITEMS_AS_ONE_PASSED_ON: usize = 4;

type Page = [Object; PAGE_SIZE];

/// The objects.
#[derive(Clone, Debug)]
pub struct Heap {
    pages: Vec<Rc<Page>>,
    free: Vec<ObjectId>,
    len: usize,
    since_collection: usize,
    collect_after: usize,
    collects_often: bool,
    /// The library's objects, of which none is ever collected.
    kept_below: usize,
    /// In texts and containers, about: what lived after the last collection, and what has come since.
    bytes: usize,
    collect_at_bytes: usize,
    /// Work on large objects that no operation has been counted for yet.
    uncounted_operations: Cell<u64>,
    /// How often a class has changed, or may have.
    class_version: u64,
    /// Notes what the stepping thread touches, while schedules are explored.
    pub tracker: Option<Box<Tracker>>,
    is_too_large: bool,
}

impl Default for Heap {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            free: Vec::new(),
            len: 0,
            since_collection: 0,
            collect_after: COLLECT_AFTER,
            collects_often: false,
            kept_below: 0,
            bytes: 0,
            collect_at_bytes: COLLECT_AFTER_BYTES,
            uncounted_operations: Cell::new(0),
            class_version: 0,
            tracker: None,
            is_too_large: false,
        }
    }
}

impl Heap {
    pub fn allocate(&mut self, mut object: Object) -> ObjectId {
        if let Some(tracker) = &mut self.tracker {
            object.maker = tracker.make();
        }
        self.since_collection += 1;
        let bytes = object.bytes();
        self.bytes += bytes;
        self.count_operations((OPERATIONS_AN_OBJECT + bytes / BYTES_AN_OPERATION) as u64);
        if let Some(id) = self.free.pop() {
            *self.slot(id) = object;
            return id;
        }
        let id = ObjectId(self.len as u32);
        self.len += 1;
        if self.pages.len() * PAGE_SIZE < self.len {
            self.pages.push(Rc::new(std::array::from_fn(|_| Object::default())));
        }
        *self.slot(id) = object;
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
        if let Payload::Class(_) = object.payload {
            self.class_version += 1;
        }
        if let Some(tracker) = &mut self.tracker {
            tracker.writes_to(id);
            note_content(tracker, object, id, true);
        }
        object
    }

    /// Whether an object of that name lies here: at the end of a process all are given back.
    pub fn holds(&self, id: ObjectId) -> bool {
        let page = self.pages.get((id.0 >> PAGE_SHIFT) as usize);
        page.is_some_and(|page| (id.0 as usize & (PAGE_SIZE - 1)) < page.len())
    }

    /// An object, for whoever is not a thread: the collector, the fingerprint.
    pub fn look_at(&self, id: ObjectId) -> &Object {
        &self.pages[(id.0 >> PAGE_SHIFT) as usize][id.0 as usize & (PAGE_SIZE - 1)]
    }

    fn slot(&mut self, id: ObjectId) -> &mut Object {
        let page = Rc::make_mut(&mut self.pages[(id.0 >> PAGE_SHIFT) as usize]);
        &mut page[id.0 as usize & (PAGE_SIZE - 1)]
    }

    /// Throws away what lies at this place.
    pub(super) fn empty(&mut self, id: ObjectId) {
        *self.slot(id) = Object::default();
    }

    /// The stepping thread looks for or changes a name in the namespace of this object.
    #[inline]
    pub fn note_name(&self, id: ObjectId, name: Symbol, writes: bool) {
        if let Some(tracker) = &self.tracker {
            let object = self.look_at(id);
            match &object.payload {
                Payload::Class(_) => tracker.note_class(object.maker, id, writes),
                _ => tracker.note_object(object.maker, id, Some(name), writes),
            }
        }
    }

    /// Marks what the thread that has stepped was the second to touch.
    pub fn mark_newly_shared(&mut self) {
        let Some(tracker) = &mut self.tracker else { return };
        for id in tracker.take_newly_shared() {
            let object = self.slot(id);
            object.maker = object.maker.shared();
        }
    }

    /// Places in use or free.
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
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
        self.uncounted_operations.take()
    }

    /// Grows with every change of a class.
    #[inline]
    pub fn class_version(&self) -> u64 {
        self.class_version
    }

    /// An object became a class, or one of another class.
    pub fn classes_have_changed(&mut self) {
        self.class_version += 1;
    }

    /// A native loop over so many items has run: it counts as operations, as if it had been written in Python.
    pub fn count_items(&self, items: usize) {
        self.count_operations((items / ITEMS_AN_OPERATION) as u64);
    }

    /// So many items have been looked up in a table, or put into one.
    pub fn count_looked_up(&self, items: usize) {
        self.count_items(items * ITEMS_AS_ONE_LOOKED_UP);
    }

    /// So many items have been passed on, from a list to the stack to a tuple.
    pub fn count_passed_on(&self, items: usize) {
        self.count_items(items * ITEMS_AS_ONE_PASSED_ON);
    }

    /// So many bytes of texts have been looked at.
    #[inline]
    pub fn count_bytes_read(&self, bytes: usize) {
        if bytes >= BYTES_READ_AN_OPERATION {
            self.count_operations((bytes / BYTES_READ_AN_OPERATION) as u64);
        }
    }

    /// Something took as long as so many operations.
    pub fn count_operations(&self, operations: u64) {
        self.uncounted_operations.set(self.uncounted_operations.get().saturating_add(operations));
    }

    /// What the present operation has been counted for so far.
    pub fn uncounted_operations(&self) -> u64 {
        self.uncounted_operations.get()
    }

    /// Unreachable objects are not to be kept for long.
    pub fn collect_often(&mut self) {
        self.collects_often = true;
        self.kept_below = self.len;
        self.since_collection = 0;
        self.collect_after = COLLECT_OFTEN_AFTER;
    }

    pub fn wants_collection(&self) -> bool {
        self.since_collection >= self.collect_after || self.bytes >= self.collect_at_bytes
    }

    /// A search for unreachable objects is over: these places are free, and so many bytes are still in use.
    pub(super) fn collected(&mut self, free: Vec<ObjectId>, bytes: usize) {
        self.free = free;
        // Another class may come to lie where one was.
        self.class_version += 1;
        self.since_collection = 0;
        let lived = self.live();
        self.collect_after = match self.collects_often {
            true => COLLECT_OFTEN_AFTER.max(lived.saturating_sub(self.kept_below)),
            // Not so many that there could be twice as many as there may be.
            false => COLLECT_AFTER.max(lived.min(OBJECT_LIMIT.saturating_sub(lived))),
        };
        self.bytes = bytes;
        self.collect_at_bytes = self.bytes + self.bytes.clamp(COLLECT_AFTER_BYTES, COLLECT_AFTER_BYTES_AT_MOST);
        self.is_too_large =
            self.live() > OBJECT_LIMIT || self.live() * size_of::<Object>() + self.bytes > HEAP_LIMIT_BYTES;
    }

    /// Whether more is alive than a process may have, as of the last search for unreachable objects.
    pub fn is_too_large(&self) -> bool {
        self.is_too_large
    }

    /// A container has grown in place by so many items.
    pub fn count_growth(&mut self, items: usize) {
        self.bytes += items * size_of::<Value>();
    }

    /// Something has grown in place by so many bytes: that is memory, and work.
    pub fn count_bytes(&mut self, bytes: usize) {
        self.bytes += bytes;
        self.count_operations((bytes / BYTES_AN_OPERATION) as u64);
    }

    /// Gives back the memory of about so many objects, of a process that is over.
    pub fn dismantle(&mut self, objects: usize) {
        let keep = self.pages.len().saturating_sub(objects.div_ceil(PAGE_SIZE));
        self.pages.truncate(keep);
    }

    /// Whether the page of this object is the very page of the other heap: nothing in it was written since the copy.
    pub fn shares_page(&self, other: &Heap, id: ObjectId) -> bool {
        let page = (id.0 >> PAGE_SHIFT) as usize;
        matches!((self.pages.get(page), other.pages.get(page)), (Some(mine), Some(theirs)) if Rc::ptr_eq(mine, theirs))
    }

    /// The objects below `end` whose pages were written since this heap was a copy of the other.
    pub fn written_since<'a>(&'a self, other: &'a Heap, end: u32) -> impl Iterator<Item = ObjectId> + 'a {
        let pages = self.pages.iter().zip(&other.pages).enumerate();
        let written = pages.filter(|(_, (mine, theirs))| !Rc::ptr_eq(mine, theirs));
        let objects = written.flat_map(|(page, _)| page * PAGE_SIZE..(page + 1) * PAGE_SIZE);
        objects.take_while(move |&at| at < end as usize).map(|at| ObjectId(at as u32))
    }
}

fn note_content(tracker: &Tracker, object: &Object, id: ObjectId, writes: bool) {
    match &object.payload {
        Payload::Class(_) => tracker.note_class(object.maker, id, writes),
        _ if object.has_changing_content() => tracker.note_object(object.maker, id, None, writes),
        _ => {}
    }
}
