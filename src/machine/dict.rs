//! `dict`: an insertion-ordered hash table. Equality of keys may need the heap (strings, tuples) or user code, so the
//! table is searched with a predicate that the caller brings.

use super::value::Value;
use hashbrown::HashTable;

/// One key with its value and hash.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    pub hash: u64,
    pub key: Value,
    pub value: Value,
}

/// The table. Removed entries leave a hole until the next rebuild, so that iteration by index stays valid.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    entries: Vec<Option<Entry>>,
    table: HashTable<u32>,
}

impl Dict {
    pub fn len(&self) -> usize {
        self.table.len()
    }

    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// One past the last index that [`Dict::entry_at`] may know.
    pub fn slot_count(&self) -> usize {
        self.entries.len()
    }

    pub fn entry_at(&self, slot: usize) -> Option<Entry> {
        self.entries.get(slot).copied().flatten()
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Entry> + '_ {
        self.entries.iter().copied().flatten()
    }

    /// The slot of the entry with this hash whose key satisfies `same`.
    pub fn find(&self, hash: u64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        self.table
            .find(hash, |&slot| self.entries[slot as usize].is_some_and(|entry| entry.hash == hash && same(entry.key)))
            .map(|&slot| slot as usize)
    }

    pub fn set_value(&mut self, slot: usize, value: Value) {
        if let Some(Some(entry)) = self.entries.get_mut(slot) {
            entry.value = value;
        }
    }

    /// Adds an entry whose key is known to be absent.
    pub fn push(&mut self, hash: u64, key: Value, value: Value) {
        let slot = self.entries.len() as u32;
        self.entries.push(Some(Entry { hash, key, value }));
        let entries = &self.entries;
        self.table.insert_unique(hash, slot, |&slot| entries[slot as usize].map_or(0, |entry| entry.hash));
    }

    pub fn remove_at(&mut self, slot: usize) -> Option<Entry> {
        let entry = self.entries.get_mut(slot)?.take()?;
        if let Ok(found) = self.table.find_entry(entry.hash, |&other| other as usize == slot) {
            found.remove();
        }
        while let Some(None) = self.entries.last() {
            self.entries.pop();
        }
        if self.entries.len() > 32 && self.entries.len() > self.table.len() * 4 {
            self.compact();
        }
        Some(entry)
    }

    pub fn clear(&mut self) {
        self.entries.clear();
        self.table.clear();
    }

    fn compact(&mut self) {
        self.entries.retain(Option::is_some);
        self.table.clear();
        for (slot, entry) in self.entries.iter().enumerate() {
            if let Some(entry) = entry {
                let entries = &self.entries;
                self.table.insert_unique(entry.hash, slot as u32, |&slot| {
                    entries[slot as usize].map_or(0, |entry| entry.hash)
                });
            }
        }
    }
}
