//! The one way from a text to a syntax tree.

use super::brackets;
use super::compile_errors::compile_errors;
use super::diagnostic::{Diagnostic, DiagnosticKind};
use super::docstring::title_and_explanation;
use super::limits::{self, MAX_DIAGNOSTICS, MAX_NESTING, MAX_TEXT_BYTES};
use super::lines::LineIndex;
use super::name_letters::unknown_letters;
use super::not_supported::not_supported;
use super::span::Span;
use super::syntax_errors::syntax_errors;
use crate::source::order;
use ruff_python_ast::token::Tokens;
use ruff_python_ast::{AtomicNodeIndex, ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::{TextRange, TextSize};

/// What could be read of a text, and all that is to be said about it.
#[derive(Debug)]
pub struct Parsed {
    /// What could be read; only to be compiled when there are no diagnostics.
    pub module: ModModule,
    /// In the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The first line of the module's docstring, or nothing.
    pub title: String,
    /// The rest of the docstring.
    pub explanation: String,
    /// The tokens, comments among them; none when the text was too long or too deep to be read.
    pub tokens: Tokens,
    pub lines: LineIndex,
}

/// Reads a text as CPython 3.`minor` would. Never fails, whatever the text.
pub fn parse(text: &str, minor: u8) -> Parsed {
    let lines = LineIndex::new(text);
    if text.len() > MAX_TEXT_BYTES {
        let message = format!(
            "not supported here: a program of {} KB; one of up to {} KB can be run",
            text.len().div_ceil(1024),
            MAX_TEXT_BYTES / 1024
        );
        return unread(lines, Diagnostic { kind: DiagnosticKind::NotSupported, span: Span::new(0, 0), message });
    }
    if let Some(at) = text.find('\0') {
        let span = Span::new(at as u32, at as u32 + 1);
        return unread(lines, Diagnostic::syntax_error(span, "source code cannot contain null bytes"));
    }
    if limits::is_too_deep(text) {
        return too_deep(text, lines, minor);
    }
    read(text, lines, minor)
}

/// What stands before the line that goes too deep is read; a bracket left open there is then what is wrong.
fn too_deep(text: &str, lines: LineIndex, minor: u8) -> Parsed {
    let start = lines.start_of(limits::line_of_too_deep(text, &lines)) as usize;
    let mut parsed = read(text.get(..start).unwrap_or(""), lines, minor);
    let finding = match brackets::check(&parsed.tokens, &parsed.lines) {
        Some(error) => Diagnostic::syntax_error(error.span, &error.message),
        None => {
            let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
            Diagnostic {
                kind: DiagnosticKind::NotSupported,
                span: Span::new(start as u32, (start + line.len()) as u32),
                message: format!(
                    "not supported here: code nested more than {MAX_NESTING} levels deep (blocks, brackets and \
                     operators added up); split it into steps"
                ),
            }
        }
    };
    // What else the parser found is due to the cut.
    parsed.diagnostics = vec![finding];
    parsed
}

/// Reads a text that is within the bounds.
fn read(text: &str, lines: LineIndex, minor: u8) -> Parsed {
    let version = PythonVersion { major: 3, minor };
    let parsed = parse_unchecked(text, ParseOptions::from(Mode::Module).with_target_version(version));
    let Some(parsed) = parsed.try_into_module() else {
        return unread(lines, Diagnostic::syntax_error(Span::default(), "invalid syntax"));
    };
    let mut diagnostics = syntax_errors(text, &parsed, &lines);
    let compile_too = diagnostics.is_empty();
    let tokens = parsed.tokens().clone();
    let module = parsed.into_syntax();
    // A tree with gaps would give findings of what is not there.
    if compile_too {
        diagnostics = compile_errors(text, &module, version);
        // Where CPython refuses the line, that it would not be modelled either need not be said.
        let refused: Vec<u32> = diagnostics.iter().map(|error| lines.line(error.span.start)).collect();
        let mut rest = not_supported(&module);
        rest.extend(unknown_letters(text, &tokens));
        diagnostics.extend(rest.into_iter().filter(|finding| !refused.contains(&lines.line(finding.span.start))));
        order::sort_by_key(&mut diagnostics, |diagnostic| diagnostic.span);
        diagnostics.dedup_by_key(|diagnostic| diagnostic.span);
    }
    diagnostics.truncate(MAX_DIAGNOSTICS);
    let (title, explanation) = title_and_explanation(&module);
    Parsed { module, diagnostics, title, explanation, tokens, lines }
}

/// A text that could not be given to the parser, and why.
fn unread(lines: LineIndex, finding: Diagnostic) -> Parsed {
    let module = ModModule {
        node_index: AtomicNodeIndex::NONE,
        range: TextRange::empty(TextSize::new(0)),
        body: Default::default(),
    };
    Parsed {
        module,
        diagnostics: vec![finding],
        title: String::new(),
        explanation: String::new(),
        tokens: Tokens::new(Vec::new()),
        lines,
    }
}
