//! What each thread may still touch from where it stands, as far as explorations have seen.
//!
//! A thread's *place* is where control stands in it and the numbers among its variables. From place to place lead the turns
//! that were taken, with the accesses that they made; a thread that is started begins at a place of its own, to which the
//! turn leads that starts it. What a thread may still touch is what the turns touch that can be reached from its place.

use crate::machine::event::ThreadId;
use rustc_hash::FxHashMap;

/// A place, by its number.
pub type PlaceId = u32;

/// Places that are told apart in all: a loop that counts has one for each round. Behind that all other places of a thread
/// are one.
const MOST_PLACES: usize = 10_000;

/// A set of accesses, by their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Accesses(Vec<u64>);

impl Accesses {
    pub fn insert(&mut self, access: u32) -> bool {
        let (word, bit) = (access as usize / 64, 1 << (access % 64));
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        let is_new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        is_new
    }

    /// Takes in another set; true when something was new.
    pub fn take_in(&mut self, other: &Accesses) -> bool {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        let mut grown = 0;
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            grown |= theirs & !*mine;
            *mine |= theirs;
        }
        grown != 0
    }

    pub fn meets(&self, other: &Accesses) -> bool {
        self.0.iter().zip(&other.0).any(|(mine, theirs)| mine & theirs != 0)
    }
}

#[derive(Clone, Debug, Default)]
struct Place {
    /// What is touched from here on.
    future: Accesses,
    next: Vec<PlaceId>,
    before: Vec<PlaceId>,
}

/// The places of all threads.
#[derive(Clone, Debug, Default)]
pub struct Futures {
    known: FxHashMap<(ThreadId, Option<u64>), PlaceId>,
    places: Vec<Place>,
}

impl Futures {
    /// The place of a thread, from a glance at it.
    pub fn place(&mut self, thread: ThreadId, glance: u64) -> PlaceId {
        if let Some(&place) = self.known.get(&(thread, Some(glance))) {
            return place;
        }
        let glance = (self.places.len() < MOST_PLACES).then_some(glance);
        let next = self.places.len() as PlaceId;
        let place = *self.known.entry((thread, glance)).or_insert(next);
        if place == next {
            self.places.push(Place::default());
        }
        place
    }

    /// What may be touched from a place on.
    pub fn from(&self, place: PlaceId) -> &Accesses {
        &self.places[place as usize].future
    }

    /// A turn touched this; true when that was not known of its place.
    pub fn touch(&mut self, place: PlaceId, touched: &[u32]) -> bool {
        let future = &mut self.places[place as usize].future;
        let mut grown = false;
        for &access in touched {
            grown |= future.insert(access);
        }
        if grown {
            self.tell_those_before(place);
        }
        grown
    }

    /// A turn led from one place to another; true when more may be touched from the first than was known.
    pub fn lead(&mut self, from: PlaceId, to: PlaceId) -> bool {
        if from == to || self.places[from as usize].next.contains(&to) {
            return false;
        }
        self.places[from as usize].next.push(to);
        self.places[to as usize].before.push(from);
        let future = self.places[to as usize].future.clone();
        let grown = self.places[from as usize].future.take_in(&future);
        if grown {
            self.tell_those_before(from);
        }
        grown
    }

    fn tell_those_before(&mut self, place: PlaceId) {
        let mut grown = vec![place];
        while let Some(place) = grown.pop() {
            let future = self.places[place as usize].future.clone();
            for at in 0..self.places[place as usize].before.len() {
                let before = self.places[place as usize].before[at];
                if self.places[before as usize].future.take_in(&future) {
                    grown.push(before);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREAD: ThreadId = ThreadId(1);

    #[test]
    fn what_is_touched_behind_a_place_is_its_future_and_what_was_before_is_not() {
        let mut futures = Futures::default();
        let [first, second, third] = [1, 2, 3].map(|glance| futures.place(THREAD, glance));
        assert!(futures.touch(second, &[7]));
        assert!(futures.lead(first, second));
        assert!(!futures.lead(second, third));
        assert!(futures.touch(third, &[70]));
        let seven_and_seventy = futures.from(second).clone();
        assert_eq!(*futures.from(first), seven_and_seventy);
        let mut seven = Accesses::default();
        seven.insert(7);
        assert!(futures.from(first).meets(&seven) && !futures.from(third).meets(&seven));
        assert!(!futures.touch(third, &[70]));
    }

    #[test]
    fn in_a_circle_of_places_all_have_one_future() {
        let mut futures = Futures::default();
        let [first, second] = [1, 2].map(|glance| futures.place(THREAD, glance));
        futures.lead(first, second);
        futures.lead(second, first);
        futures.touch(first, &[3]);
        assert_eq!(futures.from(first), futures.from(second));
    }

    #[test]
    fn places_beyond_the_bound_are_one() {
        let mut futures = Futures::default();
        let first = futures.place(THREAD, 0);
        for glance in 1..MOST_PLACES as u64 {
            futures.place(THREAD, glance);
        }
        let beyond = futures.place(THREAD, u64::MAX);
        assert_eq!(futures.place(THREAD, u64::MAX - 1), beyond);
        assert_eq!(futures.place(THREAD, 0), first);
        assert_ne!(futures.place(ThreadId(2), 0), beyond);
    }
}
