//! What the page says on a run in whole sentences.

use last_thread_standing::machine::settings::{MachineSettings, PythonVersion};
use last_thread_standing::run::{self, Limits, Trace};
use last_thread_standing::scenario::gallery;
use last_thread_standing::schedule::typical::Typical;
use last_thread_standing::verdict::{self, Fate, Verdict, explain};

fn run_stem(stem: &str) -> (Trace, Verdict) {
    let scenario = gallery::find(stem).expect("a scenario of the gallery").scenario();
    let Ok(run) = scenario.prepare("main.py", Limits::default()) else { panic!("it runs") };
    let trace = run.finish();
    let verdict = verdict::judge(&trace);
    (trace, verdict)
}

#[test]
fn the_paragraph_tells_the_run_from_its_threads_to_its_losses() {
    let (trace, verdict) = run_stem("two-kinds-side-by-side");
    assert_eq!(
        explain::paragraph(&trace, &verdict),
        "Beside the main thread there are Thread-1 (regular_job), a regular thread, and Thread-2 (daemon_job), a daemon. The \
         main thread ends at 2.000 s. By then Thread-1 (regular_job) has finished. The process is gone at once. Nobody \
         waits for the daemon Thread-2 (daemon_job): the exit caught it while it slept until 4.000 s (line 20), and froze \
         it there. It had begun nothing that is lost with it. 4 lines are printed."
    );
}

#[test]
fn a_thread_that_ends_while_the_interpreter_leaves_did_not_end_before() {
    let (trace, verdict) = run_stem("stop-daemons-from-atexit");
    let paragraph = explain::paragraph(&trace, &verdict);
    assert!(paragraph.contains("come to their own end while the interpreter leaves"), "{paragraph}");
    assert!(!paragraph.contains("By then"), "{paragraph}");
}

#[test]
fn threads_of_which_the_same_is_to_be_said_are_named_together() {
    let (trace, verdict) = run_stem("port-scanner");
    let paragraph = explain::paragraph(&trace, &verdict);
    assert!(paragraph.contains("there are 3 daemons: scanner-0, scanner-1 and scanner-2."), "{paragraph}");
    assert!(paragraph.contains("the exit caught each while it waited for an item in queue ports"), "{paragraph}");
}

#[test]
fn a_regular_thread_that_is_cut_off_is_not_called_a_daemon() {
    let (trace, verdict) = run_stem("os-exit");
    let paragraph = explain::paragraph(&trace, &verdict);
    assert!(
        paragraph.contains("Thread-1 (regular_job) is regular, but was not waited for: the exit caught it"),
        "{paragraph}"
    );
}

#[test]
fn a_process_that_never_exits_is_told_with_its_reason() {
    let (trace, verdict) = run_stem("deadlock-at-exit");
    let paragraph = explain::paragraph(&trace, &verdict);
    assert!(paragraph.contains("The process never exits. "), "{paragraph}");
    assert!(paragraph.contains("wait for each other"), "{paragraph}");
}

#[test]
fn the_steps_of_a_daemon_lead_to_the_place_where_it_was_cut() {
    let (trace, verdict) = run_stem("finally-that-never-runs");
    let cut = verdict.threads.iter().find(|thread| thread.daemon).expect("a daemon");
    let steps: Vec<String> = explain::steps(&trace, cut).into_iter().map(|step| step.text).collect();
    assert_eq!(steps[0], "MainThread makes it, a daemon.");
    assert_eq!(steps[1], "MainThread starts it.");
    assert!(steps.iter().any(|step| step.starts_with("The main thread has ended")), "{steps:?}");
    assert!(steps.iter().any(|step| step.contains("It sleeps until 3.000 s, and is frozen")), "{steps:?}");
    assert!(steps.last().is_some_and(|step| step.starts_with("Lost: the finally block")), "{steps:?}");
}

#[test]
fn every_scenario_of_the_gallery_can_be_told() {
    for entry in gallery::GALLERY {
        let (trace, verdict) = run_stem(entry.stem);
        let paragraph = explain::paragraph(&trace, &verdict);
        assert!(paragraph.ends_with('.') && !paragraph.contains(".."), "{}: {paragraph}", entry.stem);
        for thread in &verdict.threads {
            let steps = explain::steps(&trace, thread);
            assert!(!steps.is_empty(), "{}: {}", entry.stem, thread.name);
            assert!(steps.windows(2).all(|pair| pair[0].at_ns <= pair[1].at_ns), "{}: in order", entry.stem);
        }
    }
}

/// A `__del__` at exit waits for a daemon that was cut off: the daemon will never go on, and that is how it is told.
#[test]
fn a_thread_that_was_cut_off_is_not_said_to_go_on_for_ever() {
    let text = "
import threading, time
thread = threading.Thread(target=time.sleep, args=(100,), daemon=True)
thread.start()
class Handle:
    def __del__(self, thread=thread):
        thread.join()
class Holder: pass
holder = Holder()
holder.me = holder
holder.handle = Handle()
";
    let machine = MachineSettings { python: PythonVersion(13), ..MachineSettings::default() };
    let Ok(run) = run::prepare(text, "main.py", &machine, Box::new(Typical), Limits::default()) else {
        panic!("it runs")
    };
    let trace = run.finish();
    let verdict = verdict::judge(&trace);
    assert_eq!(verdict.summary, "Never exits: MainThread never ends.");
    let why = verdict.explanation.join(" ");
    assert!(why.contains("Thread-1 (sleep) was cut off and will never go on."), "{why}");
    assert!(!why.contains("goes on for ever"), "{why}");
    let daemon = verdict.threads.iter().find(|thread| thread.daemon).expect("a daemon");
    assert_eq!(daemon.fate, Fate::CutOff);
}
