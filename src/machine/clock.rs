//! What operations cost in virtual time: about what CPython 3.14 needs on a laptop.

/// One operation of the interpreter.
pub const OPERATION_NS: u64 = 20;
/// A call of a library function, beside the operation.
pub const NATIVE_CALL_NS: u64 = 60;
/// A write to a stream.
pub const WRITE_NS: u64 = 1_000;
/// From `start()` until the new thread runs: what the operating system needs to make it.
pub const THREAD_START_NS: u64 = 40_000;
/// A phase of the process's exit in which there is nothing to do.
pub const EXIT_PHASE_NS: u64 = 20_000;
/// `DEFAULT_INTERVAL` in `Python/ceval_gil.c`: after this long a waiting thread asks for the interpreter.
pub const SWITCH_INTERVAL_NS: u64 = 5_000_000;
