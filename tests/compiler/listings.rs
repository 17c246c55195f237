//! What programs compile to: `listings.txt` has, for each of some small programs, the operations of its code objects.
//! `UPDATE_LISTINGS=1 cargo test --test compiler` writes it anew; the change is then to be read.

use super::listing;
use std::path::Path;

/// A program and the listing that is expected.
struct Case<'a> {
    title: &'a str,
    program: &'a str,
    listing: &'a str,
}

fn cases(text: &str) -> Vec<Case<'_>> {
    let sections = text.split("=== ").skip(1);
    sections
        .map(|section| {
            let (title, rest) = section.split_once('\n').expect("a section begins with its title");
            let (program, listing) = rest.split_once("\n---\n").expect("--- stands between program and listing");
            Case { title, program, listing: listing.trim_end() }
        })
        .collect()
}

#[test]
fn programs_compile_to_the_listings_on_file() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compiler/listings.txt");
    let text = std::fs::read_to_string(&path).expect("the listings can be read");
    let cases = cases(&text);
    assert!(!cases.is_empty());
    if std::env::var_os("UPDATE_LISTINGS").is_some() {
        let sections = cases
            .iter()
            .map(|Case { title, program, .. }| format!("=== {title}\n{program}\n---\n{}", listing(program)));
        std::fs::write(&path, sections.collect::<Vec<_>>().join("\n")).expect("the listings can be written");
        return;
    }
    let wrong: Vec<String> = cases
        .iter()
        .map(|case| (case, listing(case.program)))
        .filter(|(case, found)| found.trim_end() != case.listing)
        .map(|(case, found)| format!("{}\n{}\n---\n{found}", case.title, case.program))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
