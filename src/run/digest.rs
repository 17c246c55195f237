//! A trace as one number, to tell whether two machines made the same one.

use super::trace::Trace;
use std::hash::{Hash, Hasher};

impl Trace {
    /// Of everything that the trace holds. The same for the same trace natively and in the browser.
    pub fn digest(&self) -> u64 {
        let mut hasher = Widened(OFFSET);
        self.hash(&mut hasher);
        hasher.finish()
    }
}

/// FNV-1a of 64 bits over what is hashed. Sizes count eight bytes wherever they are counted: in the browser a `usize` has
/// four.
struct Widened(u64);

const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
const PRIME: u64 = 0x0100_0000_01B3;

impl Hasher for Widened {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as i64 as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use crate::machine::settings::MachineSettings;
    use crate::run::{Limits, prepare};
    use crate::schedule::typical::Typical;

    fn digest(text: &str) -> u64 {
        let settings = MachineSettings::default();
        let run = prepare(text, "main.py", &settings, Box::new(Typical), Limits::default()).expect("it can run");
        run.finish().digest()
    }

    #[test]
    fn another_trace_has_another_digest() {
        assert_eq!(digest("print(1)\n"), digest("print(1)\n"));
        assert_ne!(digest("print(1)\n"), digest("print(2)\n"));
        assert_ne!(digest("print(1)\n"), digest("\nprint(1)\n"));
    }
}
