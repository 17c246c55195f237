//! A link as it is sent: bare, in Markdown, as a frame of someone's page; and whether it is short enough for that.

/// The longest message that the chat with the tightest limit takes (Discord's 2,000 characters).
pub const MESSAGE_CHARACTERS: usize = 2_000;

/// A frame's height without its lanes, and the height of a lane, in pixels.
const FRAME_PX: usize = 240;
const LANE_PX: usize = 69;
/// A frame higher than this scrolls inside.
const HIGHEST_FRAME_PX: usize = 760;

/// `[Title](link)`.
pub fn markdown(title: &str, link: &str) -> String {
    let mut escaped = String::new();
    for character in title.chars() {
        if matches!(character, '[' | ']' | '\\' | '`' | '*' | '_' | '<' | '>' | '|') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    format!("[{escaped}]({link})")
}

/// A frame for someone's page, high enough for so many lanes.
pub fn html_embed(title: &str, link: &str, lanes: usize) -> String {
    let height = (FRAME_PX + lanes * LANE_PX).min(HIGHEST_FRAME_PX);
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" style=\"border: 0\" loading=\"lazy\" \
         allow=\"clipboard-write\"></iframe>",
        attribute(link),
        attribute(title)
    )
}

/// How long a link is, and whether that is too long for a message.
pub fn length_sentence(characters: usize) -> String {
    if characters <= MESSAGE_CHARACTERS {
        format!("{characters} characters.")
    } else {
        format!(
            "{characters} characters: more than the {MESSAGE_CHARACTERS} of a chat message, where it would be cut. Send the \
             Python file, or put the link into a page."
        )
    }
}

/// A file's name made of a title: lower case letters and digits with hyphens between them.
pub fn file_stem(title: &str) -> String {
    const LONGEST: usize = 48;
    let mut stem = String::new();
    for character in title.to_lowercase().chars() {
        if character.is_alphanumeric() {
            stem.push(character);
        } else if !stem.ends_with('-') && !stem.is_empty() {
            stem.push('-');
        }
        if stem.chars().count() >= LONGEST {
            break;
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { "program".to_owned() } else { stem.to_owned() }
}

/// A text as it may stand in the quotes of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_text_in_every_form() {
        assert_eq!(markdown("A [b] `c`", "https://x/#1a"), "[A \\[b\\] \\`c\\`](https://x/#1a)");
        let embed = html_embed("\"><script>", "https://x/#/a?embed&moment=1", 3);
        assert!(embed.contains("title=\"&quot;&gt;&lt;script&gt;\""), "{embed}");
        assert!(embed.contains("src=\"https://x/#/a?embed&amp;moment=1\""), "{embed}");
        assert!(embed.contains("height=\"447\""), "{embed}");
    }

    #[test]
    fn a_link_that_is_too_long_for_a_message_is_said_to_be() {
        assert_eq!(length_sentence(120), "120 characters.");
        assert!(length_sentence(2001).contains("more than the 2000 of a chat message"));
    }

    #[test]
    fn a_file_is_named_after_the_title() {
        assert_eq!(file_stem("An upload stopped at 40 %"), "an-upload-stopped-at-40");
        assert_eq!(file_stem("../../etc"), "etc");
        assert_eq!(file_stem("«»"), "program");
    }
}
