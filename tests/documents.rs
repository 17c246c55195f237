//! Holds that the documents speak of what is there.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// The documents of the repository, from its root.
fn documents() -> Vec<String> {
    let mut paths = vec!["README.md".to_string(), "ARCHITECTURE.md".to_string()];
    let folder = fs::read_dir(root().join("docs")).expect("there is a folder docs");
    paths.extend(folder.flatten().map(|entry| format!("docs/{}", entry.file_name().to_string_lossy())));
    paths.retain(|path| path.ends_with(".md"));
    paths.sort();
    paths
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut found = Vec::new();
    for document in documents() {
        let folder = Path::new(&document).parent().unwrap_or(Path::new("")).to_path_buf();
        for link in read(&document).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap_or_default();
            if !target.is_empty() && !target.contains("://") && !root().join(&folder).join(target).exists() {
                found.push(format!("{document}: there is no {target}"));
            }
        }
    }
    assert_none(&found);
}

#[test]
fn every_make_command_that_is_named_exists() {
    let makefile = read("Makefile");
    let mut found = Vec::new();
    for document in documents() {
        let text = read(&document);
        // What stands as a command: between backquotes, or at the beginning of a line.
        for rest in text.split("`make ").skip(1).chain(text.split("\nmake ").skip(1)) {
            let word: String =
                rest.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '-').collect();
            if !makefile.contains(&format!("\n{word}:")) {
                found.push(format!("{document}: `make {word}` is not in the Makefile"));
            }
        }
    }
    assert_none(&found);
}

#[test]
fn every_dependency_is_explained() {
    let explained = read("docs/dependencies.md");
    let mut names: Vec<String> = Vec::new();

    let manifest: String = read("Cargo.toml");
    let mut in_dependencies = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.ends_with("dependencies]");
        } else if let Some((name, _)) = line.split_once(" = ")
            && in_dependencies
        {
            names.push(name.to_string());
        }
    }

    let packages: serde_json::Value = serde_json::from_str(&read("package.json")).expect("package.json is JSON");
    for list in ["dependencies", "devDependencies"] {
        names.extend(packages[list].as_object().into_iter().flatten().map(|(name, _)| name.clone()));
    }

    assert!(names.len() > 10, "the lists of dependencies were not found");
    let found: Vec<String> = names
        .into_iter()
        .filter(|name| {
            let family = name.split_once('/').map(|(scope, _)| format!("`{scope}/*`"));
            !explained.contains(&format!("`{name}`")) && !family.is_some_and(|family| explained.contains(&family))
        })
        .map(|name| format!("docs/dependencies.md does not say what `{name}` is for"))
        .collect();
    assert_none(&found);
}

#[test]
fn the_map_of_the_modules_is_complete() {
    let map = read("ARCHITECTURE.md");
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join("src")).expect("there is a folder src").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && !map.contains(&format!("\n| `{name}` |")) {
            found.push(format!("ARCHITECTURE.md does not have `{name}` in its map"));
        }
    }
    assert_none(&found);
}

#[test]
fn nothing_outside_the_repository_is_named() {
    // Written in two parts, so that this file does not find itself.
    let places = [concat!("/work", "/"), concat!("../", "shared"), concat!("/ro", "ot/")];
    let mut found = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).expect("the folder can be read").flatten().map(|entry| entry.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let is_made = matches!(
                name.as_str(),
                "target" | "dist" | "node_modules" | ".git" | ".tools" | "test-results" | "playwright-report"
            );
            if is_made {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                for place in places {
                    if text.contains(place) {
                        found.push(format!("{}: names {place}", path.display()));
                    }
                }
            }
        }
    }
    found.sort();
    assert_none(&found);
}
