//! The reference page: the two kinds of threads compared, each line with a scenario that shows it.

/// The page as HTML of our own; its links are scenarios of the gallery.
pub const REFERENCE: &str = include_str!("../../static/reference.html");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::gallery;

    #[test]
    fn every_line_has_a_link_and_every_link_a_scenario() {
        for line in REFERENCE.lines().filter(|line| line.starts_with("<tr><th scope=\"row\"")) {
            let stems: Vec<&str> = line.split("href=\"#/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            assert!(!stems.is_empty(), "{line}");
            for stem in stems {
                assert!(gallery::find(stem).is_some(), "{stem}");
            }
        }
    }
}
