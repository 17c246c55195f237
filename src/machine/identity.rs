//! `id()`: where objects seem to lie.

use super::process::Machine;
use super::value::Value;

/// Where the objects of a simulated process seem to lie: addresses that look like CPython's and are always the same.
const FIRST_ADDRESS: u64 = 0x7f3a_5c00_0000;
const ADDRESS_STEP: u64 = 48;

impl Machine {
    /// `id(value)`.
    pub fn address(&self, value: Value) -> u64 {
        match value {
            Value::Object(id) => FIRST_ADDRESS + u64::from(id.0) * ADDRESS_STEP,
            Value::Int(number) => 0x55d0_0000_0000 + (number as u64 & 0xffff_ffff) * 32,
            Value::Native(id) => 0x7f39_0000_0000 + u64::from(id.0) * ADDRESS_STEP,
            Value::Bool(truth) => 0x55cf_0000_0100 + truth as u64 * 32,
            Value::Float(number) => 0x7f38_0000_0000 + (number.to_bits() >> 32),
            _ => 0x55cf_0000_0000,
        }
    }
}
