//! What `hashlib` needs: digests.

use super::builder::Builder;
use super::intrinsics::text;
use crate::machine::Machine;
use crate::machine::arguments::Arguments;
use crate::machine::exception::Result;
use crate::machine::library::Flow;
use crate::machine::object::Payload;
use crate::machine::thread::Thread;
use crate::machine::value::Value;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

pub fn register(builder: &mut Builder) {
    let module = builder.module("_machine");
    builder.function(module, "digest", digest);
}

/// `digest(name, bytes)`: None for a name that is not known.
fn digest(machine: &mut Machine, _: &mut Thread, arguments: Arguments) -> Result<Flow> {
    let data = match machine.payload(arguments.get(1)) {
        Some(Payload::Bytes(bytes)) => &bytes[..],
        Some(Payload::ByteArray(bytes)) => &bytes[..],
        _ => &[],
    };
    let digest = match &*text(machine, arguments.get(0)) {
        "md5" => Md5::digest(data).to_vec(),
        "sha1" => Sha1::digest(data).to_vec(),
        "sha224" => Sha224::digest(data).to_vec(),
        "sha256" => Sha256::digest(data).to_vec(),
        "sha384" => Sha384::digest(data).to_vec(),
        "sha512" => Sha512::digest(data).to_vec(),
        _ => return Ok(Flow::Value(Value::None)),
    };
    Ok(Flow::Value(machine.bytes(&digest)))
}
