//! What if: the scenarios that differ from one in a single decision, each an edit of its text or one setting.

use super::Scenario;
use crate::machine::settings::{PythonVersion, Runtime};
use crate::source::edit::{self, TextEdit, daemon, join};
use crate::source::knobs::{Body, DaemonFlag, ThreadSite};
use crate::source::parse::Parsed;

/// More rows than this are not read; a program with so many threads makes most of them in loops anyway.
pub const MOST_VARIANTS: usize = 40;

/// The versions that are tried: the newest, the last before the freezing of daemons changed, the oldest modelled.
const VERSIONS: [PythonVersion; 3] = [PythonVersion(14), PythonVersion(12), PythonVersion(8)];

/// A scenario that differs in one decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// What applying it does, as a button says it: `Make heartbeat a daemon`.
    pub name: String,
    pub scenario: Scenario,
    /// It makes a daemon of a regular thread, or the other way round.
    pub turns_kind: bool,
}

/// Every variant of a scenario. `was_daemon` says of a place whose flag the text does not say whether its threads were
/// daemons when the program last ran.
pub fn variants(
    scenario: &Scenario,
    parsed: &Parsed,
    bodies: &[Body],
    was_daemon: impl Fn(&ThreadSite) -> bool,
) -> Vec<Variant> {
    let text = &scenario.text;
    let mut variants = Vec::new();
    let mut add = |name: String, edits: Vec<TextEdit>, turns_kind: bool| {
        let after = edit::apply(text, &edits);
        if after != *text && variants.len() < MOST_VARIANTS {
            let scenario = Scenario { text: after, settings: scenario.settings.clone() };
            variants.push(Variant { name, scenario, turns_kind });
        }
    };
    for body in bodies {
        for site in &body.sites {
            let flag = daemon::flipped(site, was_daemon(site));
            let kind = if flag == DaemonFlag::Daemon { "a daemon" } else { "regular" };
            if let Some(edits) = daemon::set_daemon(text, parsed, site, flag) {
                add(format!("Make {} {kind}", site_name(body, site)), edits, true);
            }
        }
    }
    for body in bodies {
        for site in &body.sites {
            let name = site_name(body, site);
            if !site.joins.is_empty() {
                add(format!("Take out the join of {name}"), join::remove_joins(text, parsed, site), false);
            } else if let Some(edits) = join::add_join(text, parsed, site) {
                add(format!("Join {name}"), edits, false);
            }
        }
    }
    variants.extend(other_settings(scenario));
    variants
}

/// The same text on another runtime and on other versions.
fn other_settings(scenario: &Scenario) -> Vec<Variant> {
    let machine = &scenario.settings.machine;
    let with = |name: String, change: &dyn Fn(&mut Scenario)| {
        let mut scenario = scenario.clone();
        change(&mut scenario);
        Variant { name, scenario, turns_kind: false }
    };
    let (name, runtime) = match machine.runtime {
        Runtime::Gil => ("Run it without the GIL", Runtime::FreeThreaded),
        Runtime::FreeThreaded => ("Run it with the GIL", Runtime::Gil),
    };
    let mut variants = vec![with(name.to_owned(), &|scenario| scenario.settings.machine.runtime = runtime)];
    for version in VERSIONS.into_iter().filter(|version| *version != machine.python) {
        let name = format!("Run it on CPython {version}");
        variants.push(with(name, &|scenario| scenario.settings.machine.python = version));
    }
    variants
}

/// What the threads of a place are called: by their function, with the variable or the line where it has several.
fn site_name(body: &Body, site: &ThreadSite) -> String {
    match &site.variable {
        _ if body.sites.len() == 1 => body.name.clone(),
        Some(variable) => format!("{} ({variable}, line {})", body.name, site.line),
        None => format!("{} (line {})", body.name, site.line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::knobs::knobs;
    use crate::source::parse;

    const PROGRAM: &str = "import threading, time\n\ndef beat():\n    time.sleep(1)  # one\n\nt = \
                           threading.Thread(target=beat)\nt.start()\ntime.sleep(2)\n";

    fn of(text: &str) -> Vec<Variant> {
        let scenario = Scenario { text: text.to_owned(), settings: Default::default() };
        let parsed = parse(text, 14);
        variants(&scenario, &parsed, &knobs(text, &parsed), |_| false)
    }

    #[test]
    fn each_decision_is_turned_once() {
        let names: Vec<String> = of(PROGRAM).into_iter().map(|variant| variant.name).collect();
        assert_eq!(
            names,
            [
                "Make beat a daemon",
                "Join beat",
                "Run it without the GIL",
                "Run it on CPython 3.12",
                "Run it on CPython 3.8"
            ]
        );
    }

    #[test]
    fn an_edit_keeps_the_rest_of_the_text() {
        let variants = of(PROGRAM);
        assert_eq!(variants[0].scenario.text, PROGRAM.replace("target=beat", "target=beat, daemon=True"));
        assert_eq!(variants[1].scenario.text, PROGRAM.replace("t.start()\n", "t.start()\nt.join()\n"));
        assert!(variants[2..].iter().all(|variant| variant.scenario.text == PROGRAM));
    }

    #[test]
    fn two_places_of_one_function_are_told_apart() {
        let two =
            PROGRAM.replace("t.start()\n", "t.start()\nu = threading.Thread(target=beat, daemon=True)\nu.start()\n");
        let names: Vec<String> = of(&two).into_iter().map(|variant| variant.name).collect();
        assert_eq!(names[..2], ["Make beat (t, line 6) a daemon", "Make beat (u, line 8) regular"]);
    }
}
