//! Names of later objects that mean the same.
//!
//! An object that was made after the first `start()` is known by who made it, as its how-manieth. That number is no part of a
//! state, or no loop that makes objects would ever come back to one. So two ways can lead to one state in which the same
//! object has different names. Only one of the two goes on from there; what is seen then has to hold for both names.

use crate::machine::footprint::{Location, Maker};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Which names are the same, as far as states were seen to be.
#[derive(Clone, Debug, Default)]
pub struct SameNames(HashMap<Maker, Rc<Vec<Maker>>>);

impl SameNames {
    /// The names that mean the same as this one, itself among them.
    pub fn of(&self, name: Maker) -> Rc<Vec<Maker>> {
        self.0.get(&name).cloned().unwrap_or_else(|| Rc::new(vec![name]))
    }

    /// The places that mean the same as this one, itself among them.
    pub fn places(&self, location: Location) -> Vec<Location> {
        let names = location.maker().and_then(|name| self.0.get(&name));
        names.map_or_else(|| vec![location], |names| names.iter().map(|&name| location.of(name)).collect())
    }

    /// Two names mean the same from now on, and so do those that are the same as either; false: that was known.
    pub fn unite(&mut self, one: Maker, other: Maker) -> bool {
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

/// Under which names the later objects are known in the states of a search, each list kept once.
#[derive(Debug, Default)]
pub struct NamesInStates {
    lists: HashSet<Rc<[Maker]>>,
    by_state: HashMap<u32, Rc<[Maker]>>,
}

impl NamesInStates {
    /// The names in a state, in the order of its fingerprint.
    pub fn enter(&mut self, state: u32, names: Vec<Maker>) {
        if names.is_empty() {
            return;
        }
        let names: Rc<[Maker]> = names.into();
        let names = self.lists.get(&names).cloned().unwrap_or(names);
        self.lists.insert(names.clone());
        self.by_state.insert(state, names);
    }

    /// A state was met again, with these names: those that differ, as pairs.
    pub fn differences(&self, state: u32, names: &[Maker]) -> Vec<(Maker, Maker)> {
        let known = self.by_state.get(&state).map_or(&[][..], |names| names);
        let pairs = known.iter().copied().zip(names.iter().copied());
        pairs.filter(|(known, name)| known != name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::event::ThreadId;

    fn name(count: u32) -> Maker {
        Maker::new(ThreadId(1), count).name()
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
        assert!(same.places(Location::ContentOfLater(name(1))).contains(&Location::ContentOfLater(name(3))));
    }

    #[test]
    fn a_state_that_is_met_again_tells_which_names_differ() {
        let mut names = NamesInStates::default();
        names.enter(7, vec![name(1), name(2)]);
        assert_eq!(names.differences(7, &[name(1), name(5)]), vec![(name(2), name(5))]);
        assert_eq!(names.differences(8, &[name(1)]), vec![]);
    }
}
