//! The philosophers and the counter of `benches/explore.rs`, for stateright. Prints for each the fastest of several
//! searches, on one core, and the number of states.

use stateright::{Checker, Model, Property};
use std::time::{Duration, Instant};

const ROUNDS: usize = 5;

/// Philosophers who each take their left fork, then their right one, and give both back.
struct Philosophers(usize);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Table {
    /// By how many steps each is through: two forks taken, two given back.
    steps: Vec<u8>,
    held: Vec<bool>,
}

impl Model for Philosophers {
    type State = Table;
    type Action = usize;

    fn init_states(&self) -> Vec<Table> {
        vec![Table { steps: vec![0; self.0], held: vec![false; self.0] }]
    }

    fn actions(&self, table: &Table, actions: &mut Vec<usize>) {
        actions.extend((0..self.0).filter(|&who| match table.steps[who] {
            0 => !table.held[who],
            1 => !table.held[(who + 1) % self.0],
            2 | 3 => true,
            _ => false,
        }));
    }

    fn next_state(&self, table: &Table, who: usize) -> Option<Table> {
        let mut table = table.clone();
        let fork = match table.steps[who] {
            0 | 3 => who,
            _ => (who + 1) % self.0,
        };
        table.held[fork] = table.steps[who] < 2;
        table.steps[who] += 1;
        Some(table)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        // Never false, so that every state is looked at.
        vec![Property::always("forks are counted", |model: &Philosophers, table: &Table| table.held.len() == model.0)]
    }
}

/// Threads that each read a counter and write it back increased.
struct Counter(usize);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Count {
    counter: u8,
    /// Of each thread: how far it is, and what it has read.
    threads: Vec<(u8, u8)>,
}

impl Model for Counter {
    type State = Count;
    type Action = usize;

    fn init_states(&self) -> Vec<Count> {
        vec![Count { counter: 0, threads: vec![(0, 0); self.0] }]
    }

    fn actions(&self, count: &Count, actions: &mut Vec<usize>) {
        actions.extend((0..self.0).filter(|&who| count.threads[who].0 < 2));
    }

    fn next_state(&self, count: &Count, who: usize) -> Option<Count> {
        let mut count = count.clone();
        match count.threads[who] {
            (0, _) => count.threads[who] = (1, count.counter),
            (_, seen) => {
                count.counter = seen + 1;
                count.threads[who] = (2, 0);
            }
        }
        Some(count)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![Property::always("the counter is not too large", |model: &Counter, count: &Count| {
            count.counter as usize <= model.0
        })]
    }
}

fn main() {
    measure("philosophers 5", || Philosophers(5).checker().threads(1).spawn_bfs().join().unique_state_count());
    measure("counter 4", || Counter(4).checker().threads(1).spawn_bfs().join().unique_state_count());
}

fn measure(name: &str, search: impl Fn() -> usize) {
    let (mut fastest, mut states) = (Duration::MAX, 0);
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        states = search();
        fastest = fastest.min(begun.elapsed());
    }
    println!(
        "{name:<16} stateright: {:.1} ms, {states} states, {:.0} states a second",
        fastest.as_secs_f64() * 1e3,
        states as f64 / fastest.as_secs_f64()
    );
}
