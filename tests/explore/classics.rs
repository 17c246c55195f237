//! Programs that every explorer is measured by, with the counts that this one needs for each, pinned: a change of the
//! reduction shows here, for better or worse.
//!
//! Beside each stands the theoretical minimum: how many executions a search needs that keeps no states and takes one of
//! each class of executions which differ only in the order of independent turns (Abdulla, Aronis, Jonsson and Sagonas,
//! "Optimal dynamic partial order reduction", POPL 2014, from which `readers` and `lastzero` are). This explorer keeps
//! states, so it can need fewer: it follows no state twice.

use last_thread_standing::explore::{Exit, ExploreLimits, Explored};
use last_thread_standing::scenario::Scenario;
use std::collections::BTreeSet;

/// States, turns, executions that were followed to an end, and outcomes (fates, status and what is printed).
type Counts = [usize; 4];

fn explored(text: &str) -> Explored {
    let scenario = Scenario { text: text.to_owned(), ..Scenario::default() };
    // Three daemons have some more than are told apart otherwise.
    let limits = ExploreLimits { outcomes: 50_000, ..ExploreLimits::default() };
    let explored = scenario.prepare_exploration("main.py", limits).expect("it runs").finish();
    assert!(explored.is_complete(), "{:?}\n{text}", explored.fates_cut.or(explored.output_cut));
    explored
}

/// Whether the programs need what is pinned; all of them are looked at before one is complained of.
fn check<const N: usize>(programs: [(String, Counts); N]) -> [Explored; N] {
    let expected = programs.each_ref().map(|(_, counts)| *counts);
    let explored = programs.map(|(text, _)| explored(&text));
    let counts = explored
        .each_ref()
        .map(|explored| [explored.states, explored.turns as usize, explored.executions, explored.outcomes.len()]);
    assert_eq!(counts, expected, "states, turns, executions and outcomes");
    explored
}

/// A program with a thread for each call.
fn threads(before: &str, calls: impl Iterator<Item = String>, after: &str) -> String {
    let calls: Vec<String> = calls.collect();
    format!(
        "import threading\n{before}\n\
         threads = [{}]\n\
         for thread in threads:\n    thread.start()\n\
         for thread in threads:\n    thread.join()\n{after}",
        calls.iter().map(|call| format!("threading.Thread(target={call})")).collect::<Vec<_>>().join(", ")
    )
}

/// Threads that share nothing.
fn independent(count: usize) -> String {
    threads(
        "def step(own):\n    own.append(len(own))\n\
         def work():\n    own = []\n    for _ in range(3):\n        step(own)\n",
        (0..count).map(|_| "work".to_owned()),
        "",
    )
}

/// Threads that each add one to a number, which is read before a call and written after it.
fn counter(count: usize) -> String {
    threads(
        "number = 0\n\
         def one():\n    return 1\n\
         def work():\n    global number\n    before = number\n    number = before + one()\n",
        (0..count).map(|_| "work".to_owned()),
        "print(number)\n",
    )
}

/// The same under a lock.
fn counter_with_lock(count: usize) -> String {
    threads(
        "number = 0\nlock = threading.Lock()\n\
         def one():\n    return 1\n\
         def work():\n    global number\n    with lock:\n        before = number\n        number = before + one()\n",
        (0..count).map(|_| "work".to_owned()),
        "print(number)\n",
    )
}

/// Dijkstra's: each takes the fork at the left, then the one at the right.
fn philosophers(count: usize) -> String {
    threads(
        &format!(
            "forks = [threading.Lock() for _ in range({count})]\n\
             def dine(at):\n    with forks[at]:\n        with forks[(at + 1) % {count}]:\n            pass\n"
        ),
        (0..count).map(|at| format!("dine, args=({at},)")),
        "",
    )
}

/// One writes, the others read, and each keeps what it saw to itself.
fn readers(count: usize) -> String {
    threads(
        &format!(
            "class Reader:\n    pass\n\
             written = []\nreaders = [Reader() for _ in range({count})]\n\
             def write():\n    written.append(1)\n\
             def look(reader):\n    reader.seen = len(written)\n"
        ),
        std::iter::once("write".to_owned()).chain((0..count).map(|at| format!("look, args=(readers[{at}],)"))),
        "print([reader.seen for reader in readers])\n",
    )
}

/// Each writes its place from the one before it; one looks for the last place that is still zero.
fn lastzero(count: usize) -> String {
    threads(
        &format!(
            "class Place:\n    value = 0\n    def get(self):\n        return self.value\n\
             places = [Place() for _ in range({count} + 1)]\n\
             def fill(at):\n    places[at].value = places[at - 1].get() + 1\n\
             def look():\n    global found\n    at = {count}\n    while places[at].get() != 0:\n        at -= 1\n    found = at\n"
        ),
        std::iter::once("look".to_owned()).chain((1..=count).map(|at| format!("fill, args=({at},)"))),
        "print(found)\n",
    )
}

/// Daemons of three steps each that nobody waits for.
fn daemons(count: usize) -> String {
    let starts = (0..count).map(|at| format!("threading.Thread(target=work, args=({at},), daemon=True).start()\n"));
    format!(
        "import threading\ndef work(name):\n    for _ in range(3):\n        print(name)\n{}",
        starts.collect::<String>()
    )
}

fn deadlocks(explored: &Explored) -> usize {
    let stuck = explored.outcomes.iter().filter(|outcome| outcome.fates.exit == Exit::Stuck);
    stuck.map(|outcome| outcome.fates.clone()).collect::<BTreeSet<_>>().len()
}

#[test]
fn independent_threads_need_one_execution() {
    // Minimum: 1.
    check([
        (independent(2), [5, 5, 1, 1]),
        (independent(3), [7, 7, 1, 1]),
        (independent(4), [9, 9, 1, 1]),
        (independent(5), [11, 11, 1, 1]),
    ]);
}

#[test]
fn a_counter_without_a_lock_can_be_any_number_but_none() {
    // Minimum without states: 4 for two threads, one for each order of the two reads and the two writes that matters.
    check([
        (counter(2), [19, 30, 2, 2]),
        (counter(3), [89, 153, 6, 3]),
        (counter(4), [495, 1_102, 12, 4]),
        (counter(5), [3_012, 8_620, 20, 5]),
    ]);
}

#[test]
fn a_counter_with_a_lock_is_right_in_every_order() {
    // Minimum without states: n!, an order of the threads each.
    check([
        (counter_with_lock(2), [9, 14, 1, 1]),
        (counter_with_lock(3), [19, 35, 2, 1]),
        (counter_with_lock(4), [37, 81, 3, 1]),
        (counter_with_lock(5), [71, 184, 4, 1]),
    ]);
}

#[test]
fn philosophers_have_exactly_one_deadlock() {
    // Minimum without states: an orientation of the circle each, 2^n, of which one is the deadlock.
    let explored = check([
        (philosophers(2), [18, 27, 2, 2]),
        (philosophers(3), [63, 105, 3, 2]),
        (philosophers(4), [144, 277, 4, 2]),
        (philosophers(5), [294, 646, 5, 2]),
        (philosophers(6), [554, 1_365, 6, 2]),
    ]);
    assert_eq!(explored.each_ref().map(deadlocks), [1; 5]);
}

#[test]
fn readers_each_see_it_or_do_not() {
    // Minimum: 2^n.
    check([(readers(2), [19, 32, 4, 4]), (readers(4), [75, 132, 16, 16]), (readers(8), [1_555, 2_660, 256, 256])]);
}

#[test]
fn the_last_place_that_is_zero() {
    // Minimum: (n + 3) 2^(n - 2), which is 5, 12, 28 and 64.
    check([
        (lastzero(2), [35, 57, 7, 3]),
        (lastzero(3), [114, 196, 20, 4]),
        (lastzero(4), [356, 666, 54, 5]),
        (lastzero(5), [1_094, 2_240, 140, 6]),
    ]);
}

#[test]
fn daemons_that_are_cut_at_exit() {
    // Minimum: as many as there are outcomes, for each ends in another text.
    check([
        (daemons(1), [11, 19, 5, 5]),
        (daemons(2), [232, 560, 159, 159]),
        (daemons(3), [29_893, 86_239, 24_633, 24_625]),
    ]);
}
