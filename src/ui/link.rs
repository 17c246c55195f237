//! Links to scenarios, as the page uses them.

use last_thread_standing::scenario::Scenario;

/// The fragment of a link that opens this scenario.
pub fn fragment(scenario: &Scenario) -> Result<String, String> {
    let _ = scenario;
    Err("Links cannot be made yet.".to_owned())
}
