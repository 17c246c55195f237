//! Threads from templates: a body, and the lines that make and start a thread of it.

use super::TextEdit;
use super::layout;
use crate::source::knobs::Body;
use crate::source::parse::Parsed;
use crate::source::span::Span;
use ruff_python_ast::Stmt;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;

/// What a new thread is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    OneOffJob,
    HeartbeatLoop,
    QueueWorker,
    FileWriter,
}

/// How a template is written; `NAME` stands for the function, `JOBS` for the queue.
struct Form {
    function: &'static str,
    modules: &'static [&'static str],
    before: &'static str,
    body: &'static str,
    arguments: &'static str,
    after: &'static str,
}

impl Template {
    pub const ALL: [Template; 4] =
        [Template::OneOffJob, Template::HeartbeatLoop, Template::QueueWorker, Template::FileWriter];

    /// As its button is called.
    pub fn label(self) -> &'static str {
        match self {
            Template::OneOffJob => "One-off job",
            Template::HeartbeatLoop => "Heartbeat loop",
            Template::QueueWorker => "Queue worker",
            Template::FileWriter => "File writer",
        }
    }

    fn form(self) -> Form {
        match self {
            Template::OneOffJob => Form {
                function: "job",
                modules: &["threading", "time"],
                before: "",
                body: "    print(\"NAME begins\")\n    time.sleep(2)\n    print(\"NAME done\")\n",
                arguments: "target=NAME",
                after: "",
            },
            Template::HeartbeatLoop => Form {
                function: "heartbeat",
                modules: &["threading", "time"],
                before: "",
                body: "    while True:\n        print(\"NAME\")\n        time.sleep(1)\n",
                arguments: "target=NAME, daemon=True",
                after: "",
            },
            Template::QueueWorker => Form {
                function: "worker",
                modules: &["queue", "threading", "time"],
                before: "JOBS = queue.Queue()\n\n\n",
                body: "    while True:\n        number = JOBS.get()\n        time.sleep(0.5)\n        \
                       print(\"NAME has done\", number)\n        JOBS.task_done()\n",
                arguments: "target=NAME, daemon=True",
                after: "for number in range(4):\n    JOBS.put(number)\n",
            },
            Template::FileWriter => Form {
                function: "writer",
                modules: &["threading", "time"],
                before: "",
                body: "    file = open(\"NAME.txt\", \"w\")\n    try:\n        for number in range(4):\n            \
                       file.write(f\"line {number}\\n\")\n            time.sleep(0.5)\n    finally:\n        \
                       file.close()\n        print(\"NAME has closed its file\")\n",
                arguments: "target=NAME",
                after: "",
            },
        }
    }
}

/// The edits that add a thread of a template: missing imports, the function behind the others, the thread behind the
/// last one that is started.
pub fn add(text: &str, parsed: &Parsed, bodies: &[Body], template: Template) -> Vec<TextEdit> {
    let form = template.form();
    let name = unused_name(text, parsed, form.function);
    let (thread, jobs) = (unused_name(text, parsed, &format!("{name}_thread")), unused_name(text, parsed, "jobs"));
    let fill = |part: &str| part.replace("NAME", &name).replace("JOBS", &jobs);
    let definition = format!("{}def {name}():\n{}", fill(form.before), fill(form.body));
    let lines =
        format!("{thread} = threading.Thread({})\n{thread}.start()\n{}", fill(form.arguments), fill(form.after));
    let top = Top::of(parsed);
    let imports: String =
        form.modules.iter().filter(|module| !top.imports(module)).map(|module| format!("import {module}\n")).collect();
    let after_imports = layout::line_after(text, top.imports_end);
    let after_functions = layout::line_after(text, top.functions_end.max(top.imports_end));
    let start = last_start(text, bodies).filter(|at| *at >= after_functions);
    let mut edits = Vec::new();
    let mut put = |at: u32, lines: String| {
        // A text without a last newline gets one first.
        let newline = if at > 0 && !text.get(..at as usize).unwrap_or("").ends_with('\n') { "\n" } else { "" };
        edits.push(TextEdit::insert(at, format!("{newline}{lines}")));
    };
    let gap_before = if after_functions == 0 && imports.is_empty() { "" } else { "\n\n" };
    let rest_is_empty = text.get(after_functions as usize..).unwrap_or("").trim().is_empty();
    // Two empty lines stand there already when code follows.
    let gap_after = if rest_is_empty || text[after_functions as usize..].starts_with("\n\n") { "" } else { "\n\n" };
    let own_imports = if imports.is_empty() { String::new() } else { imports };
    match start {
        Some(at) => {
            put_imports(&mut put, after_imports, after_functions, &own_imports);
            let together = if after_imports == after_functions { own_imports.as_str() } else { "" };
            put(after_functions, format!("{together}{gap_before}{definition}{gap_after}"));
            let indentation = indentation_before(text, at);
            put(at, indented(&lines, indentation));
        }
        None => {
            put_imports(&mut put, after_imports, after_functions, &own_imports);
            let together = if after_imports == after_functions { own_imports.as_str() } else { "" };
            put(after_functions, format!("{together}{gap_before}{definition}\n\n{lines}{gap_after}"));
        }
    }
    edits
}

/// Imports get an edit of their own where they do not stand at the place of the function.
fn put_imports(put: &mut impl FnMut(u32, String), imports_at: u32, functions_at: u32, imports: &str) {
    if imports_at != functions_at && !imports.is_empty() {
        put(imports_at, imports.to_owned());
    }
}

/// What stands at the top of a module.
struct Top<'a> {
    body: &'a [Stmt],
    /// The end of the docstring and the imports; 0 where there are none.
    imports_end: u32,
    /// The end of the last function or class.
    functions_end: u32,
}

impl<'a> Top<'a> {
    fn of(parsed: &'a Parsed) -> Self {
        let body = parsed.module.body.as_slice();
        let end = |found: Option<&Stmt>| found.map_or(0, |statement| statement.range().end().to_u32());
        let is_string = |statement: &&Stmt| matches!(statement, Stmt::Expr(it) if it.value.is_string_literal_expr());
        let docstring = end(body.first().filter(is_string));
        let imports = body.iter().rev().find(|it| matches!(it, Stmt::Import(_) | Stmt::ImportFrom(_)));
        let functions = body.iter().rev().find(|it| matches!(it, Stmt::FunctionDef(_) | Stmt::ClassDef(_)));
        Self { body, imports_end: end(imports).max(docstring), functions_end: end(functions) }
    }

    /// Whether `import NAME` stands there.
    fn imports(&self, module: &str) -> bool {
        self.body.iter().any(|statement| match statement {
            Stmt::Import(import) => import.names.iter().any(|it| it.asname.is_none() && it.name.as_str() == module),
            _ => false,
        })
    }
}

/// The beginning of the line behind the last statement that starts a thread, when it has that line for itself.
fn last_start(text: &str, bodies: &[Body]) -> Option<u32> {
    let starts = bodies.iter().flat_map(|body| &body.sites).filter_map(|site| site.start);
    let last = starts.map(|start| start.in_loop.unwrap_or(start.statement)).max_by_key(|span| span.end)?;
    layout::stands_alone(text, last).then(|| layout::line_after(text, last.end))
}

/// The indentation of the line before that offset.
fn indentation_before(text: &str, at: u32) -> &str {
    let start = layout::line_start(text, at.saturating_sub(1));
    let line = text.get(start as usize..at as usize).unwrap_or("");
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

fn indented(lines: &str, indentation: &str) -> String {
    lines.lines().map(|line| format!("{indentation}{line}\n")).collect()
}

/// The name, or the name with a number behind it, that no code of the program uses.
pub(super) fn unused_name(text: &str, parsed: &Parsed, name: &str) -> String {
    let names: Vec<&str> = parsed
        .tokens
        .iter()
        .filter(|token| token.kind() == TokenKind::Name)
        .map(|token| Span::from(token.range()).text(text))
        .collect();
    let numbered = (2_u32..).map(|number| format!("{name}_{number}"));
    let mut candidates = std::iter::once(name.to_owned()).chain(numbered);
    candidates.find(|candidate| !names.contains(&candidate.as_str())).unwrap_or_default()
}

/// The lines of a text that a span touches, and the text of the first one's indentation, when it begins its line.
pub(super) fn whole_lines(text: &str, span: Span) -> Option<(Span, &str)> {
    let indentation = layout::indentation(text, span)?;
    layout::stands_alone(text, span)
        .then(|| (Span::new(layout::line_start(text, span.start), layout::line_after(text, span.end)), indentation))
}
