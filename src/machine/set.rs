//! `set` and `frozenset`. The order of iteration is CPython's (`Objects/setobject.c`, 3.7 to 3.15): open addressing with
//! nine linear probes, so that a set of small integers prints as it does there.

use super::value::Value;

const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const SMALLEST_TABLE: usize = 8;
/// Above this many members CPython grows the table by two, below by four.
const LARGE_SET: usize = 50_000;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Slot {
    Free,
    /// A member stood here; a search goes on past it.
    Removed,
    Used {
        hash: u64,
        key: Value,
    },
}

/// The table.
#[derive(Clone, Debug)]
pub struct Set {
    slots: Vec<Slot>,
    /// Used and removed slots.
    filled: usize,
    used: usize,
}

impl Default for Set {
    fn default() -> Self {
        Self { slots: vec![Slot::Free; SMALLEST_TABLE], filled: 0, used: 0 }
    }
}

impl Set {
    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    pub fn iter(&self) -> impl Iterator<Item = (u64, Value)> + '_ {
        self.slots.iter().filter_map(|slot| match *slot {
            Slot::Used { hash, key } => Some((hash, key)),
            _ => None,
        })
    }

    pub fn slot_count(&self) -> usize {
        self.slots.len()
    }

    pub fn key_at(&self, slot: usize) -> Option<Value> {
        match self.slots.get(slot) {
            Some(&Slot::Used { key, .. }) => Some(key),
            _ => None,
        }
    }

    pub fn find(&self, hash: u64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        let mut found = None;
        probe(self.slots.len(), hash, |at| match self.slots[at] {
            Slot::Free => true,
            Slot::Used { hash: other, key } if other == hash && same(key) => {
                found = Some(at);
                true
            }
            _ => false,
        });
        found
    }

    /// Adds a member that is known to be absent.
    pub fn push(&mut self, hash: u64, key: Value) {
        let mut target = None;
        let slots = &self.slots;
        probe(slots.len(), hash, |at| {
            let free = slots[at] == Slot::Free;
            if free {
                target = Some(at);
            }
            free
        });
        if let Some(at) = target {
            self.slots[at] = Slot::Used { hash, key };
            self.filled += 1;
            self.used += 1;
        }
        if self.filled * 5 >= (self.slots.len() - 1) * 3 {
            let wanted = if self.used > LARGE_SET { self.used * 2 } else { self.used * 4 };
            self.resize(wanted);
        }
    }

    pub fn remove_at(&mut self, slot: usize) {
        if let Some(Slot::Used { .. }) = self.slots.get(slot) {
            self.slots[slot] = Slot::Removed;
            self.used -= 1;
        }
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    fn resize(&mut self, wanted: usize) {
        let mut size = SMALLEST_TABLE;
        while size <= wanted {
            size *= 2;
        }
        let members: Vec<(u64, Value)> = self.iter().collect();
        self.slots = vec![Slot::Free; size];
        self.filled = members.len();
        self.used = members.len();
        for (hash, key) in members {
            let mut target = 0;
            let slots = &self.slots;
            probe(size, hash, |at| {
                target = at;
                slots[at] == Slot::Free
            });
            self.slots[target] = Slot::Used { hash, key };
        }
    }
}

/// Visits slots in CPython's order until `stop` says so. The table always has a free slot, so this ends.
fn probe(size: usize, hash: u64, mut stop: impl FnMut(usize) -> bool) {
    let mask = size - 1;
    let mut perturb = hash;
    let mut at = hash as usize & mask;
    loop {
        let probes = if at + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
        for next in at..=at + probes {
            if stop(next) {
                return;
            }
        }
        perturb >>= PERTURB_SHIFT;
        at = (at.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize)) & mask;
    }
}
