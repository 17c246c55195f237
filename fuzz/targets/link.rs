//! Any fragment: a link or a sentence; and a link that was opened gives itself again.
//!
//! Bytes that are changed at random never have the right checksum, and hardly ever the right letters. So the first byte of
//! an input says how far it is made into a link before it is opened.
#![no_main]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use last_thread_standing::share::{MAX_FRAGMENT_BYTES, decode, encode};
use libfuzzer_sys::fuzz_target;
use miniz_oxide::deflate::compress_to_vec;

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    let fragment = match kind {
        // Letters that stand for any bytes: mostly broken DEFLATE.
        b'z' => format!("1{}", URL_SAFE_NO_PAD.encode(rest)),
        // A payload with any checksum, and one with the right one.
        b'p' => format!("1{}", URL_SAFE_NO_PAD.encode(compress_to_vec(rest, 1))),
        b's' => {
            let payload = [&checksum(rest), rest].concat();
            format!("1{}", URL_SAFE_NO_PAD.encode(compress_to_vec(&payload, 1)))
        }
        // A short link.
        b'/' => format!("/{}", String::from_utf8_lossy(rest)),
        // An address as somebody wrote it.
        _ => String::from_utf8_lossy(rest).into_owned(),
    };
    match decode(&fragment) {
        Ok(None) => assert!(fragment.trim_start_matches('#').is_empty()),
        Ok(Some(link)) => {
            let again = encode(&link).expect("what was opened can be shared");
            assert!(again.len() <= MAX_FRAGMENT_BYTES);
            assert_eq!(decode(&again).expect("a link of our own opens").as_ref(), Some(&link));
            // As a file it is the same scenario, too.
            let file = link.scenario.to_file();
            let (scenario, errors) = last_thread_standing::scenario::Scenario::from_file(&file);
            assert!(errors.is_empty(), "{errors:?}");
            assert_eq!(scenario.settings, link.scenario.settings);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});

/// As in `share`: FNV-1a, 32 bits folded to 24.
fn checksum(bytes: &[u8]) -> [u8; 3] {
    let sum = bytes.iter().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let [top, high, middle, low] = sum.to_be_bytes();
    [high, middle, low ^ top]
}
