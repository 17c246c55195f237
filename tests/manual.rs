//! A person is the scheduler: what can be chosen, and where that leads.

use last_thread_standing::run::Limits;
use last_thread_standing::run::manual::Standing;
use last_thread_standing::run::trace::{NeverExits, Outcome, Trace};
use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::outcomes::{Appearance, tell};
use last_thread_standing::schedule::turn::Turn;
use last_thread_standing::verdict::judge;
use last_thread_standing::view::scheduler::{blocked, choice, question};
use std::collections::HashSet;

/// Two threads that add to a number without a lock, and print what they have read.
const LOST_UPDATE: &str = "import threading
count = 0
def add():
    global count
    seen = count
    print('seen', seen)
    count = seen + 1
A = threading.Thread(target=add, name='A')
B = threading.Thread(target=add, name='B')
A.start(); B.start(); A.join(); B.join()
print(count)
";

const TWO_LOCKS: &str = "import threading, time
x = threading.Lock()
y = threading.Lock()
def first():
    with x:
        time.sleep(0.01)
        with y:
            pass
def second():
    with y:
        time.sleep(0.01)
        with x:
            pass
A = threading.Thread(target=first, name='A')
B = threading.Thread(target=second, name='B')
A.start(); B.start()
";

/// Ways that are tried by chance.
const SEEDS: u64 = 12;

/// Picks by chance, the same for the same seed.
fn chance(seed: u64) -> impl FnMut(&Standing) -> usize {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    }
}

struct Game {
    scenario: Scenario,
    shared: last_thread_standing::machine::footprint::Shared,
    outcomes: HashSet<Appearance>,
}

impl Game {
    fn new(text: &str) -> Self {
        let scenario = Scenario { text: text.to_owned(), ..Scenario::default() };
        let mut exploration = scenario.prepare_exploration("main.py", Default::default()).unwrap();
        while !exploration.advance(1_000_000) {}
        let told = tell(&scenario, "main.py", exploration.explored()).unwrap();
        let outcomes = told.iter().map(|told| Appearance::of(&told.trace, &told.verdict)).collect();
        Self { shared: exploration.shared().clone(), scenario, outcomes }
    }

    fn stand(&self, turns: &[Turn]) -> (Trace, Standing) {
        let limits = Limits::default();
        let mut manual = self.scenario.prepare_manual("main.py", turns.to_vec(), self.shared.clone(), limits).unwrap();
        while !manual.advance(10_000) {}
        manual.into_standing()
    }

    /// To the end, choosing by `pick` from so many choices.
    fn play(&self, mut pick: impl FnMut(&Standing) -> usize) -> (Trace, Standing) {
        let mut turns = Vec::new();
        loop {
            let (trace, standing) = self.stand(&turns);
            if standing.choices.is_empty() {
                return (trace, standing);
            }
            turns = standing.turns.clone();
            turns.push(standing.choices[pick(&standing) % standing.choices.len()].turn);
        }
    }
}

#[test]
fn the_choices_are_named_with_what_they_do() {
    let game = Game::new(LOST_UPDATE);
    let (_, standing) = game.stand(&[]);
    let words: Vec<_> = standing.choices.iter().map(choice).collect();
    assert!(words.len() >= 2, "{words:?}");
    assert!(words.iter().any(|words| words.name == "A"), "{words:?}");
    assert!(question(&standing).starts_with("Your turn: "), "{}", question(&standing));
    assert!(standing.choices.iter().filter(|choice| choice.is_usual).count() == 1);
}

#[test]
fn whoever_chooses_the_usual_comes_to_what_usually_happens() {
    for text in [LOST_UPDATE, TWO_LOCKS] {
        let game = Game::new(text);
        let (trace, _) = game.play(|standing| standing.choices.iter().position(|choice| choice.is_usual).unwrap_or(0));
        let usual = game.scenario.prepare("main.py", Limits::default()).unwrap().finish();
        assert_eq!(trace.stdout, usual.stdout);
        assert_eq!(trace.outcome, usual.outcome);
    }
}

#[test]
fn every_way_leads_to_an_outcome_that_the_exploration_knows() {
    for text in [LOST_UPDATE, TWO_LOCKS] {
        let game = Game::new(text);
        let mut reached = HashSet::new();
        for seed in 0..SEEDS {
            let (trace, _) = game.play(chance(seed));
            let appearance = Appearance::of(&trace, &judge(&trace));
            assert!(game.outcomes.contains(&appearance), "{appearance:?}");
            reached.insert(appearance);
        }
        assert!(reached.len() > 1, "{reached:?}");
    }
}

#[test]
fn who_cannot_go_on_says_what_it_waits_for_and_a_deadlock_is_an_end() {
    let game = Game::new(TWO_LOCKS);
    let mut waits = HashSet::new();
    for seed in 0..SEEDS {
        let mut chance = chance(seed);
        let (trace, standing) = game.play(|standing| {
            let (trace, _) = game.stand(&standing.turns);
            waits.extend(standing.blocked.iter().map(|waiting| blocked(&trace, waiting).waits_for));
            chance(standing)
        });
        if let Outcome::NeverExits(NeverExits::Stuck { waiting }) = &trace.outcome {
            assert!(standing.choices.is_empty());
            assert_eq!(waiting.len(), 3, "A, B and the main thread");
            assert!(waits.contains("A to end"), "{waits:?}");
            return;
        }
    }
    panic!("no way led to the deadlock");
}

#[test]
fn a_loop_that_waits_lets_time_go_by() {
    let game = Game::new(
        "import threading, time
done = False
def work():
    global done
    time.sleep(1)
    done = True
threading.Thread(target=work, name='A').start()
while not done:
    pass
print('done')
",
    );
    // Once the sleeper can wake up, it does.
    let sleeper = |standing: &Standing| standing.choices.iter().position(|choice| choice.waits_for.is_some());
    let (trace, _) = game.play(|standing| sleeper(standing).unwrap_or(0));
    assert_eq!(trace.stdout, "done\n");
}
