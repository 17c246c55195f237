//! Names to values in order of insertion: the namespace of an instance, a class or a module.

use super::value::Value;
use crate::program::code::Symbol;
use std::cell::Cell;

/// Up to this many names a scan is faster than an index.
const SCAN_LIMIT: usize = 8;

/// A namespace. Deleted names leave no trace; order is that of first insertion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attributes {
    entries: Vec<(Symbol, Value)>,
    /// Open addressing over `entries` (index + 1, 0 is free); empty while a scan is enough.
    index: Vec<u32>,
}

impl Attributes {
    pub fn get(&self, name: Symbol) -> Option<Value> {
        self.position(name).map(|at| self.entries[at].1)
    }

    /// As [`Attributes::get`], for whoever remembers where it was, or where another namespace like this one had it.
    #[inline]
    pub fn get_near(&self, name: Symbol, hint: &Cell<u32>) -> Option<Value> {
        if let Some(&(found, value)) = self.entries.get(hint.get() as usize)
            && found == name
        {
            return Some(value);
        }
        let at = self.position(name)?;
        hint.set(at as u32);
        Some(self.entries[at].1)
    }

    /// The same for [`Attributes::set`].
    #[inline]
    pub fn set_near(&mut self, name: Symbol, value: Value, hint: &Cell<u32>) {
        match self.entries.get_mut(hint.get() as usize) {
            Some((found, place)) if *found == name => *place = value,
            _ => {
                if let Some(at) = self.position(name) {
                    hint.set(at as u32);
                }
                self.set(name, value);
            }
        }
    }

    pub fn contains(&self, name: Symbol) -> bool {
        self.position(name).is_some()
    }

    pub fn set(&mut self, name: Symbol, value: Value) {
        if let Some(at) = self.position(name) {
            self.entries[at].1 = value;
            return;
        }
        self.entries.push((name, value));
        // Where names were deleted there may be an index although a scan would do.
        if self.entries.len() > SCAN_LIMIT || !self.index.is_empty() {
            if self.entries.len() * 2 > self.index.len() {
                self.rebuild_index();
            } else {
                self.insert_index(self.entries.len() - 1);
            }
        }
    }

    pub fn remove(&mut self, name: Symbol) -> Option<Value> {
        let at = self.position(name)?;
        let (_, value) = self.entries.remove(at);
        if !self.index.is_empty() {
            self.rebuild_index();
        }
        Some(value)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Symbol, Value)> + '_ {
        self.entries.iter().copied()
    }

    /// What it takes of the host's memory, about.
    pub fn bytes(&self) -> usize {
        size_of::<Self>() + size_of_val(self.entries.as_slice()) + size_of_val(self.index.as_slice())
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn position(&self, name: Symbol) -> Option<usize> {
        if self.index.is_empty() {
            return self.entries.iter().position(|&(symbol, _)| symbol == name);
        }
        let mask = self.index.len() - 1;
        let mut slot = spread(name) & mask;
        loop {
            match self.index[slot] {
                0 => return None,
                found => {
                    let at = found as usize - 1;
                    if self.entries[at].0 == name {
                        return Some(at);
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    fn rebuild_index(&mut self) {
        let size = (self.entries.len() * 4).next_power_of_two();
        self.index.clear();
        self.index.resize(size, 0);
        for at in 0..self.entries.len() {
            self.insert_index(at);
        }
    }

    fn insert_index(&mut self, at: usize) {
        let mask = self.index.len() - 1;
        let mut slot = spread(self.entries[at].0) & mask;
        while self.index[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        self.index[slot] = at as u32 + 1;
    }
}

fn spread(name: Symbol) -> usize {
    (name.0.wrapping_mul(0x9E37_79B1) >> 7) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_after_a_deletion_is_found() {
        let mut attributes = Attributes::default();
        let names: Vec<Symbol> = (0..9).map(Symbol).collect();
        for &name in &names {
            attributes.set(name, Value::None);
        }
        for &name in &names[..3] {
            attributes.remove(name);
        }
        attributes.set(Symbol(100), Value::None);
        assert!(attributes.contains(Symbol(100)));
        assert!(names[3..].iter().all(|&name| attributes.contains(name)));
        assert_eq!(attributes.len(), 7);
    }
}
