//! Names of objects that mean the same.
//!
//! An object is known by its place in the heap, or, if it was made after the first `start()`, by who made it, as its
//! how-manieth. Neither is part of a state, or no loop that makes objects would ever come back to one. So two ways can lead to
//! one state in which the same object has different names. Only one of the two goes on from there; what is seen then has to
//! hold for both names.

use crate::machine::footprint::{Location, ObjectName};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// Which names are the same, as far as states were seen to be.
#[derive(Clone, Debug, Default)]
pub struct SameNames(FxHashMap<ObjectName, Rc<Vec<ObjectName>>>);

impl SameNames {
    /// The names that mean the same as this one, itself among them.
    pub fn of(&self, name: ObjectName) -> Rc<Vec<ObjectName>> {
        self.0.get(&name).cloned().unwrap_or_else(|| Rc::new(vec![name]))
    }

    /// The places that mean the same as this one, itself among them.
    pub fn places(&self, location: Location) -> Vec<Location> {
        let names = location.object().and_then(|name| self.0.get(&name));
        names.map_or_else(|| vec![location], |names| names.iter().map(|&name| location.of(name)).collect())
    }

    /// Two names mean the same from now on, and so do those that are the same as either; false: that was known.
    pub fn unite(&mut self, one: ObjectName, other: ObjectName) -> bool {
        let (mut all, others) = (self.of(one), self.of(other));
        if all.contains(&other) {
            return false;
        }
        Rc::make_mut(&mut all).extend(others.iter());
        for &name in all.iter() {
            self.0.insert(name, all.clone());
        }
        true
    }
}

/// Under which names the objects are known in the states of a search, each list kept once.
#[derive(Debug, Default)]
pub struct NamesInStates {
    lists: FxHashSet<Rc<[ObjectName]>>,
    by_state: FxHashMap<u32, Rc<[ObjectName]>>,
}

impl NamesInStates {
    /// The names in a state, in the order of its fingerprint.
    pub fn enter(&mut self, state: u32, names: Vec<ObjectName>) {
        if names.is_empty() {
            return;
        }
        let names: Rc<[ObjectName]> = names.into();
        let names = self.lists.get(&names).cloned().unwrap_or(names);
        self.lists.insert(names.clone());
        self.by_state.insert(state, names);
    }

    /// A state was met again, with these names: those that differ, as pairs.
    pub fn differences(&self, state: u32, names: &[ObjectName]) -> Vec<(ObjectName, ObjectName)> {
        let known = self.by_state.get(&state).map_or(&[][..], |names| names);
        let pairs = known.iter().copied().zip(names.iter().copied());
        pairs.filter(|(known, name)| known != name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::event::ThreadId;
    use crate::machine::footprint::Maker;
    use crate::machine::heap::ObjectId;

    fn name(count: u32) -> ObjectName {
        ObjectName::new(Maker::new(ThreadId(1), count), ObjectId(count))
    }

    #[test]
    fn names_that_are_the_same_as_a_third_are_the_same() {
        let mut same = SameNames::default();
        assert!(same.unite(name(1), name(2)));
        assert!(same.unite(name(3), name(2)));
        assert!(!same.unite(name(1), name(3)));
        assert_eq!(same.of(name(1)).len(), 3);
        assert_eq!(*same.of(name(4)), vec![name(4)]);
        assert_eq!(same.places(Location::Files), vec![Location::Files]);
        assert!(same.places(Location::Content(name(1))).contains(&Location::Content(name(3))));
        let earlier = ObjectName::new(Maker::STABLE, ObjectId(9));
        assert!(same.unite(earlier, name(3)));
        assert!(same.of(name(1)).contains(&earlier));
    }

    #[test]
    fn a_state_that_is_met_again_tells_which_names_differ() {
        let mut names = NamesInStates::default();
        names.enter(7, vec![name(1), name(2)]);
        assert_eq!(names.differences(7, &[name(1), name(5)]), vec![(name(2), name(5))]);
        assert_eq!(names.differences(8, &[name(1)]), vec![]);
    }
}
