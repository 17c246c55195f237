//! Raw DEFLATE with a preset dictionary: the compressor is made to believe that it has already sent the dictionary, so
//! that a program's usual lines cost a few bytes each.

use super::error::LinkError;
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress as deflate, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress as inflate};

/// The dictionary of links that begin with `1`. It never changes: a link made with it must open for ever.
const DICTIONARY_1: &str = include_str!("dictionary_1.txt");

/// The slowest and smallest level: a program is a few kilobytes.
const LEVEL: i32 = 10;

/// Raw DEFLATE: no zlib header and no checksum.
const RAW_WINDOW_BITS: i32 = -15;

/// What the compressor gives for the bytes that follow the dictionary.
pub fn compress(bytes: &[u8]) -> Vec<u8> {
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, RAW_WINDOW_BITS, 0));
    // Flushed to a whole byte, so that what was sent for the dictionary can be dropped.
    run(&mut compressor, DICTIONARY_1.as_bytes(), TDEFLFlush::Sync);
    run(&mut compressor, bytes, TDEFLFlush::Finish)
}

fn run(compressor: &mut CompressorOxide, mut input: &[u8], flush: TDEFLFlush) -> Vec<u8> {
    let mut output = Vec::new();
    // Larger than any output of one call that leaves room: then the flush is complete.
    let mut buffer = vec![0; input.len() + 1024];
    loop {
        let (status, read, written) = deflate(compressor, input, &mut buffer, flush);
        output.extend_from_slice(buffer.get(..written).unwrap_or(&[]));
        input = input.get(read..).unwrap_or(&[]);
        let stuck = read == 0 && written == 0;
        if status != TDEFLStatus::Okay || stuck || (input.is_empty() && written < buffer.len()) {
            return output;
        }
    }
}

/// The bytes that followed the dictionary, when they are no more than `cap`.
pub fn decompress(compressed: &[u8], cap: usize) -> Result<Vec<u8>, LinkError> {
    let dictionary = DICTIONARY_1.as_bytes();
    let mut output = dictionary.to_vec();
    // One more than the cap, so that going over it shows. Grown as needed: most programs are small.
    let most = dictionary.len() + cap + 1;
    output.resize((dictionary.len() + 4 * compressed.len() + 1024).min(most), 0);
    let mut decompressor = DecompressorOxide::new();
    let (mut read, mut written) = (0, dictionary.len());
    loop {
        let input = compressed.get(read..).unwrap_or(&[]);
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, used, made) = inflate(&mut decompressor, input, &mut output, written, flags);
        read += used;
        written += made;
        match status {
            TINFLStatus::Done if written > dictionary.len() + cap => return Err(LinkError::TooLong),
            TINFLStatus::Done if read < compressed.len() => return Err(LinkError::Damaged),
            TINFLStatus::Done => {
                output.truncate(written);
                return Ok(output.split_off(dictionary.len()));
            }
            TINFLStatus::HasMoreOutput if output.len() >= most => return Err(LinkError::TooLong),
            TINFLStatus::HasMoreOutput => {
                let longer = (2 * output.len()).min(most);
                output.resize(longer, 0);
            }
            TINFLStatus::NeedsMoreInput | TINFLStatus::FailedCannotMakeProgress => return Err(LinkError::Truncated),
            _ => return Err(LinkError::Damaged),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_makes_a_usual_program_small() {
        let text = "import threading\nimport time\n\nthread = threading.Thread(target=function, daemon=True)\n\
                    thread.start()\ntime.sleep(3)\nprint(\"main ended\")\n";
        let compressed = compress(text.as_bytes());
        assert!(compressed.len() < text.len() / 4, "{} of {}", compressed.len(), text.len());
        assert_eq!(decompress(&compressed, text.len()), Ok(text.as_bytes().to_vec()));
    }

    #[test]
    fn what_inflates_beyond_the_cap_is_refused() {
        let bomb = compress(&vec![b'x'; 1_000_000]);
        assert!(bomb.len() < 2_000);
        assert_eq!(decompress(&bomb, 999_999), Err(LinkError::TooLong));
        assert!(decompress(&bomb, 1_000_000).is_ok());
    }
}
