//! Holds what the project depends on to licences that `deny.toml` allows and to the public registry, and lists them in
//! docs/licences.md. `make audit` looks at more, with the network.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Set (to anything), the list is written instead of compared.
const UPDATE: &str = "UPDATE_LICENCES";

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

const HEAD: &str = "\
# Licences

What the page and the command are made of, beside our own code (MIT, see `LICENSE`). `make licences` writes this list; a test
holds it, and that `deny.toml` allows each licence. The fonts are under the SIL Open Font License, see
`static/fonts/LICENSE.txt`.

| package | licence |
|---|---|
";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The crates that are in the page or in the command: name to licence. Those that only build or test are left out.
fn crates() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for platform in ["wasm32-unknown-unknown", "x86_64-unknown-linux-gnu"] {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version=1", "--locked", "--offline", "--filter-platform", platform])
            .current_dir(root())
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let metadata: Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let packages: BTreeMap<String, Value> = list(&metadata["packages"])
            .into_iter()
            .map(|it| (it["id"].as_str().unwrap_or_default().to_owned(), it))
            .collect();
        let nodes: BTreeMap<String, Value> = list(&metadata["resolve"]["nodes"])
            .into_iter()
            .map(|it| (it["id"].as_str().unwrap_or_default().to_owned(), it))
            .collect();
        let start = metadata["resolve"]["root"].as_str().unwrap_or_default().to_owned();
        let (mut seen, mut pending) = (BTreeSet::from([start.clone()]), vec![start]);
        while let Some(id) = pending.pop() {
            let package = &packages[&id];
            let name = package["name"].as_str().unwrap_or_default();
            let source = package["source"].as_str();
            assert!(source.is_none_or(|source| source == REGISTRY), "{name} comes from {source:?}");
            // What has no source is our own, vendored stand-ins included.
            if source.is_some() {
                found.insert(name.to_owned(), package["license"].as_str().unwrap_or_default().to_owned());
            }
            for dependency in list(&nodes[&id]["deps"]) {
                let is_normal = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
                let id = dependency["pkg"].as_str().unwrap_or_default().to_owned();
                if is_normal && seen.insert(id.clone()) {
                    pending.push(id);
                }
            }
        }
    }
    found
}

/// The npm packages that are bundled into the page.
fn npm_packages() -> BTreeMap<String, String> {
    let lock: Value = serde_json::from_str(&read("package-lock.json")).expect("package-lock.json is JSON");
    let packages = lock["packages"].as_object().cloned().unwrap_or_default();
    let shipped =
        packages.into_iter().filter(|(path, it)| !path.is_empty() && it["dev"] != true && it["optional"] != true);
    shipped
        .map(|(path, it)| {
            let name = path.trim_start_matches("node_modules/").to_owned();
            (name, it["license"].as_str().unwrap_or_default().to_owned())
        })
        .collect()
}

fn allowed() -> Vec<String> {
    let deny = read("deny.toml");
    let list = deny.lines().find_map(|line| line.strip_prefix("allow = [")).expect("deny.toml has a list of licences");
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether one of the alternatives of every part of a licence's expression is allowed.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let is_in_list = |licence: &str| allowed.iter().any(|it| it == licence.trim());
    let part = |part: &str| {
        let part = part.trim().trim_start_matches('(').trim_end_matches(')');
        part.replace('/', " OR ").split(" OR ").any(is_in_list)
    };
    !expression.is_empty() && expression.split(" AND ").all(part)
}

#[test]
fn every_licence_is_one_that_is_allowed() {
    let allowed = allowed();
    let packages = crates().into_iter().chain(npm_packages());
    let found: Vec<String> = packages
        .filter(|(_, licence)| !is_allowed(licence, &allowed))
        .map(|(name, licence)| format!("{name}: {licence:?} is not in the list of deny.toml"))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_list_of_licences_is_that_of_the_lock_files() {
    let (crates, packages) = (crates(), npm_packages());
    assert!(crates.len() > 30 && packages.len() > 5, "the dependencies were not found");
    let rows = crates.into_iter().chain(packages);
    let list: String =
        HEAD.to_owned() + &rows.map(|(name, licence)| format!("| {name} | {licence} |\n")).collect::<String>();
    let path: &Path = &root().join("docs/licences.md");
    if std::env::var_os(UPDATE).is_some() {
        fs::write(path, &list).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let now = fs::read_to_string(path).unwrap_or_default();
    assert!(now == list, "docs/licences.md is not of today: `make licences` writes it anew");
}

#[test]
fn an_expression_is_read_as_it_is_meant() {
    let allowed = ["MIT".to_owned(), "Zlib".to_owned()];
    for fine in ["MIT", "Apache-2.0 OR MIT", "MIT/Apache-2.0", "(Apache-2.0 OR MIT) AND Zlib"] {
        assert!(is_allowed(fine, &allowed), "{fine}");
    }
    for other in ["", "GPL-3.0", "MIT AND GPL-3.0", "(GPL-3.0 OR Apache-2.0) AND MIT"] {
        assert!(!is_allowed(other, &allowed), "{other}");
    }
}
