//! Holds the rules of `ARCHITECTURE.md` that can be read off the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order in which data flows. A module may use those that stand in an earlier row; the two of the
/// last row are the two ways to use the library, and know nothing of each other.
const ROWS: &[&[&str]] = &[
    &["source"],
    &["program"],
    &["machine"],
    &["stdlib"],
    &["schedule"],
    &["run"],
    &["explore"],
    &["verdict"],
    &["scenario"],
    &["share"],
    &["view"],
    &["ui", "command"],
];

/// Crates that exist only in a browser.
const BROWSER_CRATES: &[&str] = &[
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "gloo_events",
    "gloo_render",
    "gloo_timers",
];

/// What a pure function of a text and its settings has no need of: the outside world and the real clock.
const OUTSIDE_WORLD: &[&str] =
    &["std::fs", "std::net", "std::env", "std::io", "std::process", "std::thread", "Instant", "SystemTime"];

/// The longest that a source file may be without standing in [`LONG_FILES`].
const LINES_AT_MOST: usize = 500;

/// Files that may be longer, each with the reason.
const LONG_FILES: &[(&str, &str)] = &[("src/machine/interpret.rs", "what each operation does, in one match")];

#[test]
fn a_module_uses_only_modules_above_it() {
    let mut found = Vec::new();
    for file in sources("src") {
        let Some(row) = row_of(&file.module) else { continue };
        for used in used_modules(&file) {
            let allowed = used == file.module || row_of(&used).is_none_or(|of_used| of_used < row);
            if !allowed {
                found.push(format!("{} uses `{used}`, which is not above `{}`", file.path, file.module));
            }
        }
    }
    assert_none(&found);
}

#[test]
fn every_folder_of_the_library_is_in_the_list_of_modules() {
    let mut found = Vec::new();
    for file in sources("src") {
        let is_root = matches!(file.path.as_str(), "src/lib.rs" | "src/main.rs");
        if !is_root && row_of(&file.module).is_none() {
            found.push(format!("{} belongs to no module of the list", file.path));
        }
    }
    assert_none(&found);
}

#[test]
fn only_the_page_names_the_browser() {
    let mut found = Vec::new();
    for file in sources("src") {
        if file.module == "ui" || file.path == "src/main.rs" {
            continue;
        }
        for name in BROWSER_CRATES {
            if mentions(&file.code, &format!("{name}::")) {
                found.push(format!("{} names `{name}`", file.path));
            }
        }
    }
    assert_none(&found);
}

#[test]
fn only_the_command_and_the_page_know_the_outside_world() {
    let mut found = Vec::new();
    for file in sources("src") {
        if matches!(file.module.as_str(), "ui" | "command") || file.path == "src/main.rs" {
            continue;
        }
        for name in OUTSIDE_WORLD {
            if mentions(without_tests(&file.code), name) {
                found.push(format!("{} names `{name}`", file.path));
            }
        }
    }
    assert_none(&found);
}

#[test]
fn source_files_are_short_enough_to_be_read() {
    let mut found = Vec::new();
    let files = sources("src");
    for file in &files {
        let explained = LONG_FILES.iter().any(|(path, _)| *path == file.path);
        let long = file.lines > LINES_AT_MOST;
        if long && !explained {
            found.push(format!("{} has {} lines; {LINES_AT_MOST} is the most", file.path, file.lines));
        }
    }
    for (path, _) in LONG_FILES {
        if !files.iter().any(|file| file.path == *path) {
            found.push(format!("{path} is on the list of long files and does not exist"));
        }
    }
    assert_none(&found);
}

#[test]
fn files_are_named_for_what_they_hold() {
    let mut found = Vec::new();
    for file in sources("src").into_iter().chain(sources("tests")) {
        for part in file.path.trim_end_matches(".rs").split('/') {
            if matches!(part, "util" | "utils" | "helper" | "helpers" | "common" | "misc") {
                found.push(format!("{}: `{part}` says nothing about what is in it", file.path));
            }
        }
    }
    assert_none(&found);
}

#[test]
fn nothing_is_left_half_done_or_left_out() {
    // Written in two parts, so that this file does not find itself.
    let markers = [
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
        concat!("#[", "ignore"),
        concat!("FIX", "ME"),
        concat!("TO", "DO"),
        concat!("test.", "fixme"),
        concat!("test.", "skip"),
        concat!("test.", "only"),
        concat!("test.", "fail("),
    ];
    let mut found = Vec::new();
    for root in ["src", "tests", "benches", "scripts", "static"] {
        for path in files_under(Path::new(env!("CARGO_MANIFEST_DIR")).join(root)) {
            let Ok(text) = fs::read_to_string(&path) else { continue };
            for (number, line) in text.lines().enumerate() {
                for marker in markers {
                    if line.contains(marker) {
                        found.push(format!("{}:{}: {marker}", relative(&path), number + 1));
                    }
                }
            }
        }
    }
    assert_none(&found);
}

#[test]
fn paths_are_found_however_they_are_written() {
    let file = SourceFile {
        path: "src/machine/text/repr.rs".to_string(),
        module: "machine".to_string(),
        depth: 3,
        lines: 0,
        code: without_comments(
            "use crate::source::span::Span; // crate::ui::nothing\n\
             use crate::{\n    program::{op::Op, code},\n    run,\n};\n\
             fn f(x: super::super::super::verdict::Fate, y: super::super::view::Z) { last_thread_standing::share::g() }",
        ),
    };
    assert_eq!(used_modules(&file), ["source", "program", "run", "share", "verdict"]);
}

/// One Rust file.
struct SourceFile {
    /// From the root of the repository, with `/`.
    path: String,
    /// The top-level module that it belongs to; empty for `lib.rs` and `main.rs`.
    module: String,
    /// How many `super::` lead from it to the root of the crate.
    depth: usize,
    lines: usize,
    code: String,
}

fn row_of(module: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&module))
}

fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

fn relative(path: &Path) -> String {
    let path = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path);
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// All files below a folder, in a fixed order; none where there is no such folder.
fn files_under(folder: PathBuf) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(&folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files_under(path) } else { vec![path] }).collect()
}

fn sources(root: &str) -> Vec<SourceFile> {
    let files = files_under(Path::new(env!("CARGO_MANIFEST_DIR")).join(root));
    files
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap_or_default();
            let path = relative(&path);
            // `src/machine/text/repr.rs` is the module machine::text::repr; `src/machine/mod.rs` is machine.
            let inside = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
            let parts: Vec<&str> = inside.split('/').filter(|part| !matches!(*part, "lib" | "main")).collect();
            SourceFile {
                module: parts.first().copied().unwrap_or_default().to_string(),
                depth: parts.len(),
                lines: text.lines().count(),
                code: without_comments(&text),
                path,
            }
        })
        .collect()
}

/// The text without what follows `//` on a line: documentation may link to anything.
fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The code before its module of tests, which may read files.
fn without_tests(code: &str) -> &str {
    code.split("#[cfg(test)]\nmod ").next().unwrap_or(code)
}

/// Whether `name` stands in the code as a path or an identifier, not as the end of a longer word.
fn mentions(code: &str, name: &str) -> bool {
    let is_word = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    code.match_indices(name).any(|(start, _)| {
        let before = start.checked_sub(1).map(|index| code.as_bytes()[index]);
        let after = code.as_bytes().get(start + name.len()).copied();
        !is_word(before) && (name.ends_with(':') || !is_word(after))
    })
}

/// The top-level modules that a file names, by `crate::`, by the library's name, or by climbing with `super::`.
fn used_modules(file: &SourceFile) -> Vec<String> {
    let mut used = Vec::new();
    let to_the_root = "super::".repeat(file.depth);
    for root in ["crate::", "last_thread_standing::", to_the_root.as_str()] {
        if root.is_empty() {
            continue;
        }
        for (start, _) in file.code.match_indices(root) {
            let rest = &file.code[start + root.len()..];
            for name in first_names(rest) {
                if row_of(name).is_some() && !used.iter().any(|known| known == name) {
                    used.push(name.to_string());
                }
            }
        }
    }
    used
}

/// What a path begins with: one name, or the first name of each member of a group `{a::b, c}`.
fn first_names(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else { return vec![first_word(rest)] };
    let mut names = vec![first_word(group)];
    let mut depth = 0;
    for (index, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first_word(&group[index + 1..])),
            _ => {}
        }
    }
    names
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|character: char| !(character.is_alphanumeric() || character == '_')).unwrap_or(text.len());
    &text[..end]
}
