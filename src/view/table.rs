//! The table of threads to be taken away: as Markdown and as CSV.

use crate::verdict::{ThreadVerdict, Verdict};

const COLUMNS: [&str; 5] = ["Thread", "Kind", "Fate", "Why", "Lost"];

/// A row in the order of the columns.
fn cells(thread: &ThreadVerdict) -> [String; 5] {
    let kind = if thread.daemon { "daemon" } else { "regular" };
    let lost = if thread.lost.is_empty() { "nothing".to_owned() } else { thread.lost.join("; ") };
    [thread.name.clone(), kind.to_owned(), thread.fate.label().to_owned(), thread.why.clone(), lost]
}

/// A table of GitHub's Markdown, under the sentence on the program.
pub fn markdown(verdict: &Verdict) -> String {
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let escape = |cell: String| {
        let cell = cell.replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;");
        cell.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut table = format!("{}\n\n", verdict.summary);
    table.push_str(&row(&COLUMNS.map(str::to_owned)));
    table.push_str("|---|---|---|---|---|\n");
    for thread in &verdict.threads {
        table.push_str(&row(&cells(thread).map(escape)));
    }
    table
}

/// Comma-separated values as RFC 4180 has them. What a spreadsheet would take for a formula gets an apostrophe in front.
pub fn csv(verdict: &Verdict) -> String {
    let quote = |cell: String| {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let mark = if formula { "'" } else { "" };
        format!("\"{mark}{}\"", cell.replace('"', "\"\""))
    };
    let mut table = COLUMNS.join(",") + "\r\n";
    for thread in &verdict.threads {
        table.push_str(&cells(thread).map(quote).join(","));
        table.push_str("\r\n");
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::judge;
    use crate::view::sample;

    #[test]
    fn the_tables_hold_every_thread_and_its_losses() {
        let mut trace = sample::heartbeat();
        trace.threads[1].name = "a|\"b\"".to_owned();
        let verdict = judge(&trace);
        let table = markdown(&verdict);
        assert!(table.starts_with("Exits at 3.000 s; 1 thread cut off.\n\n| Thread | Kind |"), "{table}");
        assert!(table.contains("| a\\|\"b\" | daemon | cut off |"), "{table}");
        assert!(table.contains("the finally block at line 9 never ran"), "{table}");
        let table = csv(&verdict);
        assert!(table.contains("\"a|\"\"b\"\"\",\"daemon\",\"cut off\""), "{table}");
        assert_eq!(table.lines().count(), 3);
    }

    #[test]
    fn a_name_is_not_a_formula() {
        let mut trace = sample::heartbeat();
        trace.threads[1].name = "=1+1".to_owned();
        assert!(csv(&judge(&trace)).contains("\"'=1+1\""));
    }
}
