//! What is to be said about a text before anything runs.

use super::span::Span;
use serde::Serialize;

/// Why a text cannot run as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum DiagnosticKind {
    /// CPython would refuse it too.
    SyntaxError,
    /// Valid Python that this simulator does not model; the message names the nearest thing that is.
    NotSupported,
}

/// One finding, at its place in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    pub kind: DiagnosticKind,
    pub span: Span,
    /// One human sentence, as `SyntaxError: '(' was never closed` or `not supported here: async functions; …`.
    pub message: String,
}

impl Diagnostic {
    /// What CPython refuses, in its words.
    pub fn syntax_error(span: Span, message: &str) -> Self {
        Self { kind: DiagnosticKind::SyntaxError, span, message: format!("SyntaxError: {message}") }
    }

    /// What is not modelled, and what to write instead.
    pub fn not_supported(span: Span, message: &str) -> Self {
        Self { kind: DiagnosticKind::NotSupported, span, message: format!("not supported here: {message}") }
    }
}
