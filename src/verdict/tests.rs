//! Verdicts on hand-made traces.

use super::sample::{FIRST, MAIN, SECOND, SECOND_THREAD, Sample};
use super::{Exits, Fate, ThreadVerdict, Verdict, judge};
use crate::machine::event::{Activity, Ending, EventKind, Lost, Phase, Stream, SyncId, SyncKind, ThreadId, WaitFor};
use crate::run::trace::{LimitReached, NeverExits, Outcome};

#[track_caller]
fn expect(verdict: &ThreadVerdict, fate: Fate, line: u32, why: &str) {
    assert_eq!((verdict.fate, verdict.line, verdict.why.as_str()), (fate, line, why));
}

fn stuck() -> Outcome {
    Outcome::NeverExits(NeverExits::Stuck { waiting: Vec::new() })
}

fn explanation(verdict: &Verdict) -> Vec<&str> {
    verdict.explanation.iter().map(String::as_str).collect()
}

#[test]
fn a_regular_thread_that_outlives_main_was_waited_for() {
    let trace = Sample::new()
        .started(0.0, "Thread-1 (work)", false)
        .sleeps(0.0, FIRST, 5, 10.0)
        .phase(0.0, Phase::WaitingForThreads)
        .ends(10.0, FIRST)
        .phase(10.0, Phase::Finalizing)
        .exits(10.0);
    let verdict = judge(&trace);
    assert_eq!(verdict.summary, "Exits at 10.000 s; no thread cut off.");
    assert_eq!(verdict.exits, Exits::Yes);
    expect(&verdict.threads[0], Fate::Finished, 0, "It came to the end of the program's text at 0.000 s.");
    expect(&verdict.threads[1], Fate::WaitedFor, 0, "The interpreter waited for it until it ended at 10.000 s.");
}

#[test]
fn a_daemon_in_its_sleep_is_cut_off_with_what_it_leaves_undone() {
    let lost = vec![
        Lost::Finally { line: 9 },
        Lost::With { line: 6, expression: "data_lock".to_owned() },
        Lost::HeldLock { sync: SyncId(0) },
        Lost::UnflushedFile { path: "report.txt".to_owned(), bytes: 35 },
        Lost::QueueItems { sync: SyncId(1), waiting: 4, unfinished: 1 },
    ];
    let trace = Sample::new()
        .sync(SyncKind::Lock, "data_lock")
        .sync(SyncKind::Queue, "")
        .started(0.0, "heart", true)
        .sleeps(2.5, FIRST, 8, 3.5)
        .phase(3.0, Phase::WaitingForThreads)
        .phase(3.0, Phase::Finalizing)
        .cut(3.0, FIRST, 8, lost)
        .exits(3.0);
    let verdict = judge(&trace);
    assert_eq!(verdict.summary, "Exits at 3.000 s; 1 thread cut off.");
    let why = "Daemon: the interpreter left at 3.000 s while it slept until 3.500 s (line 8).";
    expect(&verdict.threads[1], Fate::CutOff, 8, why);
    assert_eq!(
        verdict.threads[1].lost,
        [
            "the finally block at line 9 never ran",
            "the with block of data_lock at line 6 was never left",
            "lock data_lock stays locked",
            "35 bytes written to report.txt never reached the disk",
            "a queue still held 4 items; 1 item taken from it and not done",
        ]
    );
}

#[test]
fn what_a_cut_thread_was_waiting_for_is_said() {
    let cases = [
        (WaitFor::QueueItem(SyncId(0)), "it waited for an item in queue jobs"),
        (WaitFor::Acquire(SyncId(1)), "it waited for lock db"),
        (WaitFor::Notify(SyncId(2)), "it waited for event stop to be set"),
        (WaitFor::Notify(SyncId(3)), "it waited for a condition to be notified"),
        (WaitFor::Join(MAIN), "it waited for MainThread to end"),
        (WaitFor::Input, "it waited for a line to be typed"),
    ];
    for (what, phrase) in cases {
        let trace = Sample::new()
            .sync(SyncKind::Queue, "jobs")
            .sync(SyncKind::Lock, "db")
            .sync(SyncKind::Event, "stop")
            .sync(SyncKind::Condition, "")
            .started(0.0, "worker", true)
            .waits(0.0, FIRST, 7, what)
            .phase(1.0, Phase::Finalizing)
            .cut(1.0, FIRST, 0, Vec::new())
            .exits(1.0);
        let why = format!("Daemon: the interpreter left at 1.000 s while {phrase} (line 7).");
        expect(&judge(&trace).threads[1], Fate::CutOff, 7, &why);
    }
}

#[test]
fn threads_that_end_before_main_are_finished() {
    let trace = Sample::new()
        .started(0.0, "joined", false)
        .started(0.0, "alone", true)
        .waits(0.0, MAIN, 23, WaitFor::Join(FIRST))
        .ends(1.0, SECOND_THREAD)
        .ends(2.0, FIRST)
        .event(2.0, MAIN, 23, EventKind::Activity(Activity::Running))
        .phase(3.0, Phase::Finalizing)
        .exits(3.0);
    let threads = judge(&trace).threads;
    expect(&threads[1], Fate::Finished, 0, "MainThread joined it, and it ended at 2.000 s.");
    expect(&threads[2], Fate::Finished, 0, "It ended at 1.000 s, before the main thread did.");
}

#[test]
fn a_daemon_may_end_while_the_interpreter_waits_for_others() {
    let trace = Sample::new()
        .started(0.0, "daemon", true)
        .started(0.0, "regular", false)
        .phase(0.0, Phase::WaitingForThreads)
        .ends(1.0, FIRST)
        .ends(2.0, SECOND_THREAD)
        .phase(2.0, Phase::Finalizing)
        .exits(2.0);
    let threads = judge(&trace).threads;
    let why =
        "Daemon: nobody waited for it, but it ended at 1.000 s, while the interpreter was still busy with its exit.";
    expect(&threads[1], Fate::Finished, 0, why);
    assert_eq!(threads[2].fate, Fate::WaitedFor);
}

#[test]
fn an_exception_and_a_system_exit_are_told_apart() {
    let raised = EventKind::Ended { how: Ending::Raised("ValueError: no.".to_owned()) };
    let trace = Sample::new()
        .started(0.0, "failing", false)
        .started(0.0, "leaving", false)
        .event(0.5, FIRST, 6, raised)
        .event(0.5, SECOND_THREAD, 9, EventKind::Ended { how: Ending::SystemExit })
        .event(1.0, MAIN, 30, EventKind::Ended { how: Ending::SystemExit })
        .phase(1.0, Phase::Finalizing)
        .exits(1.0);
    let threads = judge(&trace).threads;
    expect(&threads[0], Fate::Finished, 0, "`sys.exit()` ended it at 1.000 s.");
    expect(&threads[1], Fate::Failed, 6, "An exception ended it at 0.500 s (line 6): ValueError: no.");
    expect(&threads[2], Fate::Finished, 0, "It ended by `sys.exit()` at 0.500 s, before the main thread did.");
}

#[test]
fn an_exception_that_ends_the_main_thread_is_read_from_its_report() {
    let report = "Traceback (most recent call last):\n  File \"a.py\", line 27, in <module>\n    f()\nValueError: no\n";
    let printed = EventKind::Printed { stream: Stream::Stderr, text: report.to_owned() };
    let trace = Sample::new()
        .event(1.0, MAIN, 27, printed)
        .phase(1.0, Phase::WaitingForThreads)
        .phase(2.0, Phase::Finalizing)
        .exits(2.0);
    expect(&judge(&trace).threads[0], Fate::Failed, 27, "An exception ended it at 1.000 s (line 27): ValueError: no.");
}

#[test]
fn the_summary_says_who_failed_and_the_line_comes_from_what_threading_prints() {
    let report = "Exception in thread failing:\nTraceback (most recent call last):\n  File \"a.py\", line 6, in work\nValueError: no\n";
    let printed = EventKind::Printed { stream: Stream::Stderr, text: report.to_owned() };
    let raised = EventKind::Ended { how: Ending::Raised("ValueError: no".to_owned()) };
    let trace = Sample::new()
        .started(0.0, "failing", false)
        .event(0.5, FIRST, 0, printed)
        .event(0.5, FIRST, 0, raised)
        .phase(1.0, Phase::Finalizing)
        .exits(1.0);
    let verdict = judge(&trace);
    assert_eq!(verdict.summary, "Exits at 1.000 s; no thread cut off, failing failed.");
    expect(&verdict.threads[1], Fate::Failed, 6, "An exception ended it at 0.500 s (line 6): ValueError: no.");
}

#[test]
fn a_thread_may_never_have_started() {
    let thread = ThreadId(2);
    let trace = Sample::new()
        .created(0.0, "forgotten", false)
        .created(0.0, "late", true)
        .event(0.0, MAIN, 22, EventKind::Started { thread })
        .phase(0.0, Phase::Finalizing)
        .cut(0.0, thread, 0, Vec::new())
        .exits(0.0);
    let verdict = judge(&trace);
    assert_eq!(verdict.summary, "Exits at 0.000 s; no thread cut off.");
    expect(&verdict.threads[1], Fate::NeverStarted, 0, "Its `start()` was never called.");
    let why = "`start()` was called, but the interpreter left at 0.000 s before it had come up.";
    expect(&verdict.threads[2], Fate::NeverStarted, 0, why);
}

#[test]
fn os_exit_waits_for_nobody() {
    let trace = Sample::new()
        .started(0.0, "regular", false)
        .sleeps(0.0, FIRST, 17, 5.0)
        .cut(1.0, FIRST, 17, Vec::new())
        .event(1.0, MAIN, 31, EventKind::Exited { code: 7 })
        .outcome(Outcome::Exited { code: 7 });
    let why =
        "`os._exit()` in MainThread (line 31) ended the process at 1.000 s while it slept until 5.000 s (line 17).";
    let threads = judge(&trace).threads;
    expect(&threads[1], Fate::CutOff, 17, why);
    expect(&threads[0], Fate::Finished, 31, "It ended the process with `os._exit()` at 1.000 s (line 31).");
}

#[test]
fn ctrl_c_at_exit_and_a_late_start_leave_regular_threads_behind() {
    let trace = Sample::new()
        .started(0.0, "slow", false)
        .sleeps(2.0, FIRST, 5, 3.0)
        .phase(1.0, Phase::WaitingForThreads)
        .event(2.5, MAIN, 0, EventKind::Interrupted)
        .phase(2.5, Phase::AtexitCallbacks)
        .phase(2.5, Phase::Finalizing)
        .cut(2.5, FIRST, 5, Vec::new())
        .exits(2.5);
    let why = "Ctrl-C at 2.500 s broke off the interpreter's wait for it; the interpreter left at 2.500 s while it slept \
               until 3.000 s (line 5).";
    expect(&judge(&trace).threads[1], Fate::CutOff, 5, why);

    let trace = Sample::new()
        .phase(1.0, Phase::AtexitCallbacks)
        .started(1.0, "late", false)
        .phase(1.0, Phase::Finalizing)
        .cut(1.0, FIRST, 5, Vec::new())
        .exits(1.0);
    let why = "It was started after the interpreter had waited for the regular threads, so nobody waited for it; the \
               interpreter left at 1.000 s while it ran (line 5).";
    expect(&judge(&trace).threads[1], Fate::CutOff, 5, why);
}

#[test]
fn a_deadlock_is_explained_link_by_link() {
    let trace = Sample::new()
        .sync(SyncKind::Lock, "left")
        .sync(SyncKind::Lock, "right")
        .started(0.0, "Plato", false)
        .acquires(0.0, FIRST, 0)
        .started(0.0, "Kant", false)
        .acquires(0.0, SECOND_THREAD, 1)
        .phase(0.0, Phase::WaitingForThreads)
        .waits(0.0, MAIN, 0, WaitFor::ExitJoin(FIRST))
        .waits(1.0, FIRST, 24, WaitFor::Acquire(SyncId(1)))
        .waits(1.0, SECOND_THREAD, 24, WaitFor::Acquire(SyncId(0)))
        .outcome(stuck());
    let verdict = judge(&trace);
    assert_eq!(verdict.exits, Exits::Never);
    assert_eq!(verdict.summary, "Never exits: Plato and Kant never end.");
    assert_eq!(
        explanation(&verdict),
        [
            "Plato waits for lock right, which Kant holds (line 24).",
            "Kant waits for lock left, which Plato holds (line 24).",
            "Plato and Kant wait for each other, so none of them can ever go on.",
        ]
    );
    expect(&verdict.threads[0], Fate::Finished, 0, "It came to the end of the program's text at 0.000 s.");
    let why = "It waits for ever for lock right, which Kant holds (line 24).";
    expect(&verdict.threads[1], Fate::NeverEnds, 24, why);
}

#[test]
fn a_regular_loop_keeps_the_process_for_ever() {
    let keepers = vec![FIRST];
    let repeats = NeverExits::Repeats { first_ns: 4 * SECOND, again_ns: 5 * SECOND, keepers };
    let trace = Sample::new()
        .started(0.0, "Thread-1 (loop)", false)
        .started(0.0, "helper", true)
        .phase(3.0, Phase::WaitingForThreads)
        .waits(3.0, MAIN, 0, WaitFor::ExitJoin(FIRST))
        .sleeps(4.0, SECOND_THREAD, 9, 9.0)
        .sleeps(5.0, FIRST, 7, 6.0)
        .outcome(Outcome::NeverExits(repeats));
    let verdict = judge(&trace);
    assert_eq!(verdict.summary, "Never exits: Thread-1 (loop) never ends.");
    assert_eq!(
        explanation(&verdict),
        [
            "Thread-1 (loop) goes on for ever (line 7).",
            "At 5.000 s the whole process was in the same state as at 4.000 s, so the same goes on for ever.",
        ]
    );
    let why = "It goes on for ever (line 7), and the interpreter waits for it.";
    expect(&verdict.threads[1], Fate::NeverEnds, 7, why);
    let why = "Daemon: it would be cut off, but the process never comes to its end (line 9).";
    expect(&verdict.threads[2], Fate::StillRunning, 9, why);
}

#[test]
fn main_may_wait_for_ever_for_a_daemon() {
    let trace = Sample::new()
        .sync(SyncKind::Lock, "data_lock")
        .started(0.0, "holder", true)
        .acquires(0.0, FIRST, 0)
        .waits(0.0, FIRST, 8, WaitFor::Join(MAIN))
        .waits(2.0, MAIN, 15, WaitFor::Acquire(SyncId(0)))
        .outcome(stuck());
    let verdict = judge(&trace);
    assert_eq!(verdict.summary, "Never exits: MainThread and holder never end.");
    assert_eq!(
        explanation(&verdict),
        [
            "MainThread waits for lock data_lock, which holder holds (line 15).",
            "holder waits for MainThread to end (line 8).",
            "MainThread and holder wait for each other, so none of them can ever go on.",
        ]
    );
}

#[test]
fn a_wait_that_nobody_can_end_is_said_so() {
    let trace = Sample::new()
        .sync(SyncKind::Event, "ready")
        .started(0.0, "waiter", false)
        .phase(0.0, Phase::WaitingForThreads)
        .waits(0.0, MAIN, 0, WaitFor::ExitJoin(FIRST))
        .waits(0.0, FIRST, 4, WaitFor::Notify(SyncId(0)))
        .outcome(stuck());
    let verdict = judge(&trace);
    assert_eq!(verdict.summary, "Never exits: waiter never ends.");
    assert_eq!(
        explanation(&verdict),
        ["waiter waits for event ready to be set (line 4).", "No thread is left that could end the waiting."]
    );
}

#[test]
fn a_lock_that_its_holder_wants_again_is_a_circle_of_one() {
    let trace = Sample::new()
        .sync(SyncKind::Lock, "")
        .acquires(0.0, MAIN, 0)
        .waits(0.0, MAIN, 3, WaitFor::Acquire(SyncId(0)))
        .outcome(stuck());
    let verdict = judge(&trace);
    assert_eq!(verdict.summary, "Never exits: MainThread never ends.");
    assert_eq!(verdict.explanation[0], "MainThread waits for a lock, which it holds itself (line 3).");
}

#[test]
fn a_run_that_was_given_up_says_at_which_limit() {
    let trace = Sample::new()
        .started(0.0, "busy", false)
        .event(2.0, MAIN, 9, EventKind::Activity(Activity::Ready))
        .outcome(Outcome::Unknown(LimitReached::Operations(5_000_000)));
    let verdict = judge(&trace);
    assert_eq!(verdict.exits, Exits::Unknown);
    assert_eq!(verdict.summary, "Still running after 2.000 s: the limit of 5,000,000 operations was reached.");
    let why = "The run was given up at 2.000 s, when the limit of 5,000,000 operations was reached; it ran (line 5).";
    expect(&verdict.threads[1], Fate::StillRunning, 5, why);
}

#[test]
fn many_endless_threads_are_counted() {
    let mut sample = Sample::new();
    for number in 1..=5 {
        sample = sample.started(0.0, &format!("loop {number}"), false).sleeps(0.0, ThreadId(number), 5, 1.0);
    }
    let trace = sample
        .phase(0.0, Phase::WaitingForThreads)
        .waits(0.0, MAIN, 0, WaitFor::ExitJoin(FIRST))
        .outcome(Outcome::NeverExits(NeverExits::Repeats { first_ns: 0, again_ns: SECOND, keepers: Vec::new() }));
    assert_eq!(judge(&trace).summary, "Never exits: loop 1, loop 2, loop 3 and 2 more never end.");
}
