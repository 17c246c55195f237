//! The text of the scenario as it was read: what can be turned in it, and what turning it makes of it.

use last_thread_standing::scenario::Scenario;
use last_thread_standing::scenario::lesson::{self, Note};
use last_thread_standing::source::edit::{self, TextEdit, daemon};
use last_thread_standing::source::knobs::{Body, DaemonFlag, ThreadSite, knobs, site_at_line};
use last_thread_standing::source::{Parsed, parse};
use std::rc::Rc;

/// A scenario with its tree and its knobs.
pub struct Reading {
    pub scenario: Rc<Scenario>,
    pub parsed: Parsed,
    pub bodies: Vec<Body>,
}

impl Reading {
    pub fn new(scenario: &Rc<Scenario>) -> Self {
        let parsed = parse(&scenario.text, scenario.settings.machine.python.0);
        let bodies = knobs(&scenario.text, &parsed);
        Self { scenario: Rc::clone(scenario), parsed, bodies }
    }

    /// The scenario after some edits of its text.
    pub fn edited(&self, edits: &[TextEdit]) -> Scenario {
        Scenario { text: edit::apply(&self.scenario.text, edits), settings: self.scenario.settings.clone() }
    }

    /// What the program is called.
    pub fn title(&self) -> &str {
        if self.parsed.title.is_empty() { "Untitled program" } else { &self.parsed.title }
    }

    /// The notes of the lesson that stands in the docstring.
    pub fn notes(&self) -> Vec<Note> {
        lesson::paragraphs_and_notes(&self.parsed.explanation).1
    }

    /// The place in the text that made a thread.
    pub fn site_of(&self, created_line: u32) -> Option<&ThreadSite> {
        site_at_line(&self.bodies, created_line).map(|(_, site)| site)
    }

    /// The edits that make the threads of a place daemons or regular ones; none where the text has no place for it.
    pub fn daemon_edits(&self, site: &ThreadSite, daemon: bool) -> Option<Vec<TextEdit>> {
        let flag = if daemon { DaemonFlag::Daemon } else { DaemonFlag::Regular };
        let edits = daemon::set_daemon(&self.scenario.text, &self.parsed, site, flag)?;
        (!edits.is_empty()).then_some(edits)
    }

    /// A line of the text (from 1), without its indentation.
    pub fn line_text(&self, line: u32) -> &str {
        let index = (line as usize).saturating_sub(1);
        self.scenario.text.lines().nth(index).map_or("", str::trim)
    }
}
