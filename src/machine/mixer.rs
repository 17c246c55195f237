//! The hash of fingerprints.

use std::hash::Hasher;

/// Two independent 64-bit hashes of the same stream (multiply and fold, as in wyhash).
#[derive(Clone)]
pub struct Mixer(u64, u64);

impl Mixer {
    pub fn new() -> Self {
        Self(0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344)
    }
}

impl Mixer {
    /// Both hashes.
    pub fn both(&self) -> (u64, u64) {
        (self.0, self.1)
    }
}

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
        self.write_u64(bytes.len() as u64);
    }

    // What is derived hashes numbers and kinds by these, which would otherwise go byte by byte.
    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }

    fn write_u64(&mut self, word: u64) {
        let fold = |product: u128| (product as u64) ^ ((product >> 64) as u64);
        self.0 = fold(u128::from(self.0 ^ word) * 0xA076_1D64_78BD_642F);
        self.1 = fold(u128::from(self.1.rotate_left(23) ^ word) * 0xE703_7ED1_A0B4_28DB);
    }
}
