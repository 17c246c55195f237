//! Leaving schedules out changes no answer: generated programs, searched in all manners.

use super::answers::{RACE_WINDOW_NS, search, start, wander, whole_search};
use super::generator::{Program, Seeds};
use super::witnesses;
use last_thread_standing::explore::search::Manner;
use last_thread_standing::explore::{Exploration, ExploreLimits};
use last_thread_standing::machine::Machine;
use last_thread_standing::machine::settings::{MachineSettings, PythonVersion, Runtime, StdoutKind};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::cell::Cell;
use std::collections::BTreeSet;

/// Programs in each test; `EXPLORE_PROGRAMS=100000` takes more, `EXPLORE_SEED=1` others.
const PROGRAMS: u32 = 400;
/// What the naive search is given before a program is skipped.
const NAIVE: ExploreLimits = ExploreLimits {
    states: 1_200,
    operations: 1_000_000,
    turn_operations: 10_000,
    state_bytes: 1 << 24,
    outcomes: 10_000,
};
const NAIVE_FATES: Manner = Manner { output: false, ..Manner::NAIVE };
const WANDERERS: u64 = 8;
const MOST_TURNS: usize = 400;

fn seeds() -> impl Strategy<Value = Seeds> {
    let numbers = |most| proptest::collection::vec(any::<u8>(), 0..most);
    (numbers(10), numbers(6), proptest::collection::vec(numbers(8), 1..=3)).prop_map(|(settings, main, bodies)| Seeds {
        settings,
        main,
        bodies,
    })
}

/// Whether a program's reduced and naive answers, its random walks and its witnesses agree; false where it is too large.
pub fn check(program: &Program, limits: ExploreLimits) -> Result<bool, String> {
    let Some(start) = start(program) else { return Err(format!("is refused:\n{}", program.text)) };
    // Its turns are longer where threads do not meet.
    let reduced = ExploreLimits { operations: 20 * limits.operations, ..limits };
    let Ok((naive, _)) = search(&start, Manner::NAIVE, limits) else { return Ok(false) };
    let told =
        |what: &str, detail: String| format!("{what}\n{detail}\nof, with {:?}:\n{}", program.settings, program.text);
    let (output, _) = search(&start, Manner::OUTPUT, reduced).map_err(|why| told("reduced search is cut", why))?;
    if output != naive {
        let missing: Vec<_> = naive.difference(&output).collect();
        let extra: Vec<_> = output.difference(&naive).collect();
        return Err(told("what can be printed", format!("missing {missing:?}\nextra {extra:?}")));
    }
    let fates_of =
        |answer: &super::answers::Answer| -> BTreeSet<_> { answer.iter().map(|(fates, _)| fates.clone()).collect() };
    let (fates, _) = search(&start, Manner::FATES, reduced).map_err(|why| told("reduced search is cut", why))?;
    let Ok((naive_fates, _)) = search(&start, NAIVE_FATES, limits) else { return Ok(false) };
    let (fates, expected) = (fates_of(&fates), fates_of(&naive_fates));
    if fates != expected {
        return Err(told("who finishes", format!("found {fates:?}\ninstead of {expected:?}")));
    }
    for seed in 0..WANDERERS {
        if let Some(end) = wander(&start, seed, MOST_TURNS)
            && !naive.contains(&end)
        {
            return Err(told("a random walk comes elsewhere", format!("{end:?}\n{naive:?}")));
        }
    }
    cut_short(&start, limits).map_err(|why| told("an answer that is cut", why))?;
    witnesses::check(program).map_err(|why| told("a witness", why))?;
    Ok(true)
}

/// An answer that a bound cuts holds what it says that it holds: all that needs few unusual turns.
fn cut_short(start: &Machine, limits: ExploreLimits) -> Result<(), String> {
    let fewest = Manner { fewest_switches: true, ..Manner::NAIVE };
    let Ok(whole) = whole_search(start, fewest, ExploreLimits { states: 4 * limits.states, ..limits }) else {
        return Ok(());
    };
    for states in [8, 24, 72, 216] {
        let few = ExploreLimits { states, operations: 20 * limits.operations, ..limits };
        let mut exploration = Exploration::new(start.clone(), few, RACE_WINDOW_NS);
        while !exploration.advance(u64::MAX / 2) {}
        let Some(within) = exploration.explored().all_within else { continue };
        for found in whole.found.iter().filter(|found| found.cost <= within) {
            if !exploration.keys().contains(&(found.fates.clone(), found.output)) {
                return Err(format!("of {states} states, within {within} unusual turns: {found:?} is missing"));
            }
        }
    }
    Ok(())
}

#[test]
fn reduced_and_naive_search_agree_where_others_come_in_at_calls() {
    compare(&[14, 13, 12, 10, 15, 11], Runtime::Gil);
}

#[test]
fn reduced_and_naive_search_agree_where_others_come_in_between_any_two_operations() {
    compare(&[9, 8], Runtime::Gil);
}

#[test]
fn reduced_and_naive_search_agree_without_the_gil() {
    compare(&[14, 13], Runtime::FreeThreaded);
}

fn compare(versions: &[u8], runtime: Runtime) {
    let from_environment = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u32>().ok());
    let cases = from_environment("EXPLORE_PROGRAMS").unwrap_or(PROGRAMS);
    let seed = from_environment("EXPLORE_SEED").unwrap_or(0) as u8;
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]));
    let (compared, skipped) = (Cell::new(0_u32), Cell::new(0_u32));
    let outcome = runner.run(&seeds(), |seeds| {
        let count = match check(&seeds.program(versions, runtime), NAIVE).map_err(TestCaseError::fail)? {
            true => &compared,
            false => &skipped,
        };
        count.set(count.get() + 1);
        Ok(())
    });
    println!("{} programs compared, {} too large for the naive search", compared.get(), skipped.get());
    if let Err(proptest::test_runner::TestError::Fail(reason, _)) = outcome {
        panic!("{reason}");
    }
    assert!(skipped.get() < compared.get(), "{} of {cases} programs are skipped", skipped.get());
}

/// Programs in which a search once went wrong.
fn found(text: &str, settings: MachineSettings) {
    let program = Program { text: text.to_owned(), settings };
    let limits = ExploreLimits { states: 20_000, operations: 100_000_000, ..NAIVE };
    assert_eq!(check(&program, limits), Ok(true));
}

#[test]
fn states_that_differ_in_a_traceback_are_two() {
    let settings =
        MachineSettings { python: PythonVersion(9), ctrl_c_ns: vec![5_000_000], ..MachineSettings::default() };
    found(
        "import threading\nlock = threading.Lock()\nrlock = threading.RLock()\n\
         def work():\n    lock.acquire()\n\
         def main():\n    thread.start()\n    with rlock:\n        with rlock:\n            print('m1')\n\
         thread = threading.Thread(target=work)\nmain()\n",
        settings,
    );
}

#[test]
fn a_turn_that_is_cut_in_the_middle_of_work_ends_where_its_replay_does() {
    let settings = MachineSettings { runtime: Runtime::FreeThreaded, ..MachineSettings::default() };
    found(
        "import threading, time\n\
         def work():\n    while thread.is_alive():\n        pass\n\
         def main():\n    thread.start()\n    print('started')\n    while thread.is_alive():\n        time.sleep(0.01)\n\
         thread = threading.Thread(target=work)\nmain()\n",
        settings,
    );
}

#[test]
fn a_loop_that_prints_for_ever_puts_nobody_off_for_ever() {
    found(
        "import threading\nevent = threading.Event()\n\
         def say():\n    for _ in range(2):\n        while not event.wait(0):\n            print('again')\n\
         def rest():\n    pass\n\
         first = threading.Thread(target=say)\nsecond = threading.Thread(target=rest)\n\
         first.start()\nsecond.start()\nprint('main')\n",
        MachineSettings::default(),
    );
    found(
        "import threading\nevent = threading.Event()\n\
         def wait():\n    second.join(0.05)\n\
         def say():\n    while not event.wait(0.01):\n        print('again')\n\
         first = threading.Thread(target=wait)\nsecond = threading.Thread(target=say)\n\
         first.start()\nsecond.start()\n",
        MachineSettings::default(),
    );
}

#[test]
fn time_passes_for_who_looks_again_and_again_without_waiting() {
    for look in ["event.wait(0)", "lock.acquire(timeout=0)", "thread.join(0)", "time.sleep(0)"] {
        for (work, print) in [("time.sleep(0.01)", "print('again')"), ("event.wait(0.05)", "pass")] {
            found(
                &format!(
                    "import threading, time\nevent = threading.Event()\nlock = threading.Lock()\nlock.acquire()\n\
                     def work():\n    while True:\n        {work}\n\
                     def main():\n    thread.start()\n    while not {look}:\n        {print}\n\
                     thread = threading.Thread(target=work)\nmain()\n"
                ),
                MachineSettings::default(),
            );
        }
    }
}

#[test]
fn time_that_runs_out_is_not_forgotten_when_another_ends_the_wait() {
    for wait in ["event.wait(0.02)", "thread.join(0.02)", "queue.get(timeout=0.02)", "lock.acquire(timeout=0.02)"] {
        found(
            &format!(
                "import queue as queues, threading, time\nevent = threading.Event()\nlock = threading.Lock()\n\
                 queue = queues.Queue()\nlock.acquire()\n\
                 def work():\n    time.sleep(0.01)\n    event.set()\n    queue.put(1)\n    lock.release()\n\
                 def main():\n    thread.start()\n    try:\n        print({wait})\n    except Exception:\n        \
                 print('late')\n    print(thread.is_alive())\n\
                 thread = threading.Thread(target=work)\nmain()\n"
            ),
            MachineSettings::default(),
        );
    }
}

#[test]
fn who_knows_of_an_end_and_who_does_not_are_in_different_states() {
    found(
        "import threading\n\
         def work():\n    pass\n\
         def wait():\n    first.join(0.005)\n\
         first = threading.Thread(target=work, daemon=True)\nsecond = threading.Thread(target=wait)\n\
         first.start()\nsecond.start()\n",
        MachineSettings::default(),
    );
}

#[test]
fn a_lock_that_another_takes_for_ever_can_go_to_who_waits() {
    found(
        "import threading, time\nlock = threading.Lock()\nlock.acquire()\n\
         def wait():\n    with lock:\n        print('waited')\n\
         def keep():\n    lock.acquire()\n    print('kept')\n\
         first = threading.Thread(target=wait, daemon=True)\nsecond = threading.Thread(target=keep, daemon=True)\n\
         first.start()\nlock.release()\nsecond.start()\ntime.sleep(0.1)\n",
        MachineSettings { python: PythonVersion(11), ..MachineSettings::default() },
    );
}

#[test]
fn what_is_made_after_the_first_start_is_the_same_in_states_that_are() {
    // Who makes the list has made one object more or less before it. When the second thread comes first, nothing is left
    // of that difference; when the third does, the second prints it.
    found(
        "import threading, time\nflag = 0\nboth = None\nseen = 0\n\
         def set_flag():\n    global flag\n    flag = 1\n\
         def make():\n    global both, seen\n    seen = flag\n    junk = [0] if seen else None\n    junk = None\n    both = []\n\
         def second():\n    global seen\n    mine = seen\n    seen = 1\n    if not both:\n        mine = 1\n    \
         both.append('second')\n    time.sleep(1)\n    print(mine)\n\
         def third():\n    both.append('third')\n\
         def pair(first, second):\n    first.start()\n    second.start()\n    first.join()\n    second.join()\n\
         pair(threading.Thread(target=set_flag), threading.Thread(target=make))\n\
         flag = 0\n\
         pair(threading.Thread(target=second), threading.Thread(target=third))\n",
        MachineSettings::default(),
    );
}

#[test]
fn giving_back_the_lock_of_another_can_fail() {
    found(
        "import threading\nlock = threading.Lock()\n\
         def work():\n    lock.acquire()\n\
         def main():\n    thread.start()\n    lock.release()\n\
         thread = threading.Thread(target=work)\nmain()\n",
        MachineSettings::default(),
    );
}

#[test]
fn who_waits_for_a_lock_can_go_on_between_its_release_and_the_next_unbuffered_write() {
    let settings = MachineSettings { stdout: StdoutKind::Unbuffered, ..MachineSettings::default() };
    found(
        "import threading\nlock = threading.Lock()\nlock.acquire()\ndef work():\n    with lock:\n        print('w')\n\
         thread = threading.Thread(target=work)\nthread.start()\nprint('before')\nlock.release()\nprint('after')\n\
         thread.join()\n",
        settings,
    );
}
