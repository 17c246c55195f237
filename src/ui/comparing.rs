//! Two runs beside one another: which one stands beside that of the page.

use super::engine::Outcome;
use super::reading::Reading;
use super::shared::Shared;
use super::state::{PageState, ResultTab};
use std::rc::Rc;

/// What stands beside the run of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Beside {
    /// The same program with the kind of one thread turned: a daemon against a regular thread.
    OtherKind,
    /// The same program with another decision turned, by the name of that.
    Change(Rc<str>),
    /// The run that was kept.
    Kept,
}

/// A run that was kept, with the title of its program.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub title: Rc<str>,
    pub outcome: Shared<Outcome>,
}

impl PageState {
    pub(super) fn compare(&mut self, beside: Option<Beside>) {
        if beside.is_some() {
            self.result_tab = ResultTab::WhatIf;
        }
        self.beside = beside;
    }

    pub(super) fn keep(&mut self, on: bool) {
        let outcome = self.picture.clone().filter(|outcome| on && outcome.run.is_some());
        let title = || Rc::from(Reading::new(&self.scenario).title());
        self.kept = outcome.map(|outcome| Kept { title: title(), outcome });
        if self.beside == Some(Beside::Kept) || self.kept.is_some() {
            self.beside = None;
        }
    }
}
