//! A scenario as a link and back.
//!
//! The part of an address after its `#` is one of two:
//!
//! - `/STEM`, a scenario of the gallery, and behind a `?` what differs from it: `/daemon-is-cut-off?embed&moment=2.5`.
//! - `1` and the unpadded base64url of raw DEFLATE with a preset dictionary of the payload: three bytes of checksum, a
//!   line of `key=value` words (settings that are not the default, `moment`, `embed`, `predict`), a newline, and the text.
//!
//! Decoding is total: it gives a link or the sentence that says why not. A link made by an older version opens for ever.

mod deflate;
pub mod error;
pub mod formats;

use crate::scenario::Scenario;
use crate::scenario::gallery;
use crate::scenario::time_text::{parse_time, time_text};
use crate::source::limits::MAX_TEXT_BYTES;
use crate::source::lines::normalise_newlines;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use error::LinkError;

/// What follows the `#` of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    pub scenario: Scenario,
    /// The moment on the timeline that is looked at.
    pub moment_ns: Option<u64>,
    /// Shown as a compact page in a frame.
    pub embed: bool,
    /// Asks what will happen before it shows it.
    pub predict: bool,
}

/// The first character of a link of this version.
const VERSION: char = '1';

/// What a link may inflate to: the longest text and a line of settings (a schedule is its longest part).
const MAX_PAYLOAD_BYTES: usize = MAX_TEXT_BYTES + 64 * 1024;

/// No link that can be opened is longer: even what does not compress at all grows by a third only.
pub const MAX_FRAGMENT_BYTES: usize = 2 * MAX_PAYLOAD_BYTES;

const CHECKSUM_BYTES: usize = 3;

/// The fragment of a link, without the `#`. The short form where the gallery has the scenario.
pub fn encode(link: &Link) -> Result<String, LinkError> {
    let mut words = Vec::new();
    words.extend(link.moment_ns.map(|moment_ns| format!("moment={}", time_text(moment_ns))));
    words.extend(link.embed.then(|| "embed".to_owned()));
    words.extend(link.predict.then(|| "predict".to_owned()));
    if let Some(entry) = gallery::GALLERY.iter().find(|entry| entry.scenario() == link.scenario) {
        let question = if words.is_empty() { "" } else { "?" };
        return Ok(format!("/{}{question}{}", entry.stem, words.join("&")));
    }
    let settings = link.scenario.settings.to_text();
    if !settings.is_empty() {
        words.push(settings);
    }
    let content = format!("{}\n{}", words.join(" "), link.scenario.text);
    let mut payload = checksum(content.as_bytes()).to_vec();
    payload.extend_from_slice(content.as_bytes());
    if link.scenario.text.len() > MAX_TEXT_BYTES || payload.len() > MAX_PAYLOAD_BYTES {
        return Err(LinkError::TooLong);
    }
    Ok(format!("{VERSION}{}", URL_SAFE_NO_PAD.encode(deflate::compress(&payload))))
}

/// What a fragment holds; `None` for an empty one. A leading `#` is passed over.
pub fn decode(fragment: &str) -> Result<Option<Link>, LinkError> {
    let fragment = fragment.trim_start_matches('#');
    if fragment.len() > MAX_FRAGMENT_BYTES {
        return Err(LinkError::TooLong);
    }
    match fragment.chars().next() {
        None => Ok(None),
        Some('/') => decode_short(&fragment[1..]).map(Some),
        Some(VERSION) => decode_version_1(&fragment[1..]).map(Some),
        Some(other) => Err(LinkError::UnknownVersion(other)),
    }
}

fn decode_short(path: &str) -> Result<Link, LinkError> {
    let (stem, words) = path.split_once('?').unwrap_or((path, ""));
    let entry = gallery::find(stem).ok_or_else(|| LinkError::UnknownScenario(shortened(stem)))?;
    let mut link = Link { scenario: entry.scenario(), ..Link::default() };
    read_words(&mut link, words.split('&'))?;
    Ok(link)
}

fn decode_version_1(encoded: &str) -> Result<Link, LinkError> {
    let allowed = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    if let Some((index, character)) = encoded.chars().enumerate().find(|(_, character)| !allowed(*character)) {
        return Err(LinkError::BadCharacter { character, position: index + 2 });
    }
    // All characters are allowed ones: what is wrong now is the length, or bits of a byte whose end is missing.
    let compressed = URL_SAFE_NO_PAD.decode(encoded).map_err(|_| LinkError::Truncated)?;
    let payload = deflate::decompress(&compressed, MAX_PAYLOAD_BYTES)?;
    let (sum, content) = payload.split_at_checked(CHECKSUM_BYTES).ok_or(LinkError::Damaged)?;
    if sum != checksum(content) {
        return Err(LinkError::Damaged);
    }
    let content = std::str::from_utf8(content).map_err(|_| LinkError::Damaged)?;
    let (words, text) = content.split_once('\n').ok_or(LinkError::Damaged)?;
    if text.len() > MAX_TEXT_BYTES {
        return Err(LinkError::TooLong);
    }
    let mut link = Link::default();
    link.scenario.text = normalise_newlines(text);
    read_words(&mut link, words.split(' '))?;
    Ok(link)
}

/// `moment`, `embed`, `predict`, and settings.
fn read_words<'a>(link: &mut Link, words: impl Iterator<Item = &'a str>) -> Result<(), LinkError> {
    for word in words.filter(|word| !word.is_empty()) {
        match word.split_once('=') {
            None if word == "embed" => link.embed = true,
            None if word == "predict" => link.predict = true,
            Some(("moment", value)) => link.moment_ns = Some(parse_time(value).map_err(|_| LinkError::Damaged)?),
            _ => {
                if let Some(error) = link.scenario.settings.apply_text(word).into_iter().next() {
                    return Err(LinkError::BadSetting(error));
                }
            }
        }
    }
    Ok(())
}

/// FNV-1a, 32 bits folded to 24: tells a link that was altered from one that was not.
fn checksum(bytes: &[u8]) -> [u8; CHECKSUM_BYTES] {
    let sum = bytes.iter().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let [top, high, middle, low] = sum.to_be_bytes();
    [high, middle, low ^ top]
}

/// A name as it may stand in a sentence.
fn shortened(name: &str) -> String {
    const LONGEST: usize = 60;
    let short: String = name.chars().take(LONGEST).collect();
    if short.len() < name.len() { format!("{short}…") } else { short }
}
