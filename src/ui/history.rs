//! Undo and redo, by snapshots of the scenario.

use last_thread_standing::scenario::Scenario;
use std::rc::Rc;

/// Snapshots kept at most; a scenario is a few kilobytes.
const MOST_SNAPSHOTS: usize = 200;
/// Changes of the same kind that follow each other this closely are undone together.
const TOGETHER_MS: f64 = 900.0;
/// The same for the moves of one drag, between which a slow machine may need longer.
const DRAG_TOGETHER_MS: f64 = 5_000.0;

/// Where a change of the scenario came from.
#[derive(Clone, Debug, PartialEq)]
pub enum ChangeSource {
    Typing,
    /// A control of the parameters or of the settings, by its name.
    Control(String),
    /// Something that is dragged, by its name.
    Drag(String),
    /// Another scenario was opened.
    Opening,
}

/// What can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    past: Vec<Rc<Scenario>>,
    future: Vec<Rc<Scenario>>,
    last: Option<(ChangeSource, f64)>,
}

impl History {
    /// Takes note that `before` is about to be replaced.
    pub fn remember(&mut self, before: &Rc<Scenario>, source: ChangeSource, now_ms: f64) {
        let together_ms = if matches!(source, ChangeSource::Drag(_)) { DRAG_TOGETHER_MS } else { TOGETHER_MS };
        let continues = self.future.is_empty()
            && source != ChangeSource::Opening
            && matches!(&self.last, Some((last, at_ms)) if *last == source && now_ms - at_ms < together_ms);
        self.future.clear();
        self.last = Some((source, now_ms));
        if continues {
            return;
        }
        if self.past.len() == MOST_SNAPSHOTS {
            self.past.remove(0);
        }
        self.past.push(Rc::clone(before));
    }

    pub fn undo(&mut self, now: &Rc<Scenario>) -> Option<Rc<Scenario>> {
        let before = self.past.pop()?;
        self.future.push(Rc::clone(now));
        self.last = None;
        Some(before)
    }

    pub fn redo(&mut self, now: &Rc<Scenario>) -> Option<Rc<Scenario>> {
        let after = self.future.pop()?;
        self.past.push(Rc::clone(now));
        self.last = None;
        Some(after)
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
