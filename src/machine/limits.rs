//! The bounds of one simulated process, each with its reason.

use serde::Serialize;

/// A bound that a process met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Limit {
    Memory,
    Threads,
    Output,
    /// Of one object: characters or items.
    Length,
    Entries,
    /// Of attributes and variables, made while the program runs.
    Names,
    /// Bytes written to files.
    Disk,
    Integer,
}

/// CPython's default `sys.getrecursionlimit()`.
pub const RECURSION_LIMIT: usize = 1_000;
/// The deepest recursion that a program can allow itself: about 10 MB of frames in one thread.
pub const DEEPEST_RECURSION: usize = 50_000;
/// More lanes than a person can look at; keeps a fork bomb of threads small.
pub const THREAD_LIMIT: usize = 2_000;
/// Live objects: more than [`HEAP_LIMIT_BYTES`] hold, whatever they are.
pub const OBJECT_LIMIT: usize = 2_000_000;
/// Live objects with what they hold, as it is counted. What is counted is about half of what the host gives: there is also
/// what waits to be collected, and the room that containers keep to grow.
pub const HEAP_LIMIT_BYTES: usize = 112 << 20;
/// What a person is told of the bound on memory, whichever of its parts was met: what the host gives at the most.
pub const MEMORY_LIMIT_BYTES: u64 = 256 * 1024 * 1024;
/// Bytes written to files, and for each file that is opened [`FILE_BYTES`] more: what is on the disk is part of the result.
pub const DISK_LIMIT_BYTES: usize = 16 << 20;
/// What an open file counts for.
pub const FILE_BYTES: usize = 1_024;
/// Bytes a program may write to one stream: more than a person can read.
pub const OUTPUT_LIMIT: usize = 4_000_000;
/// The longest str, bytes or list: one that grows is moved to a larger place by a single operation, and even a browser
/// moves this many items in some 20 ms.
pub const LENGTH_LIMIT: usize = 4_000_000;
/// The most entries of a dict or a set, which a growing one is sorted into anew by a single operation.
pub const TABLE_LIMIT: usize = 1_000_000;
/// The most objects that a single operation makes, as `split` does with the parts of a text.
pub const OBJECTS_AT_ONCE_LIMIT: usize = 400_000;
/// Names of attributes and variables in all: a name that was used once is kept, and copied with the process.
pub const NAME_LIMIT: usize = 200_000;
/// The most work, in operations, that one comparison or hash may take in one go; code of the library, which can be
/// interrupted, does what is more.
pub const NATIVE_WORK_LIMIT: u64 = 500_000;
/// How deep the library looks into nested containers before it gives a `RecursionError`, as CPython does.
pub const NESTING_LIMIT: usize = 200;
