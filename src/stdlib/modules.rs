//! Which modules there are, and what to say of those that there are not.

/// What every program starts with: the name and text of modules in Python, each after those that it imports.
pub const CORE_MODULES: &[(&str, &str)] = &[
    ("_internal", include_str!("python/_internal.py")),
    ("_type_methods", include_str!("python/_type_methods.py")),
    ("sys", include_str!("python/sys.py")),
    ("atexit", include_str!("python/atexit.py")),
    ("threading", include_str!("python/threading.py")),
    ("_lifecycle", include_str!("python/_lifecycle.py")),
];

macro_rules! modules {
    ($($name:literal)*) => {
        /// The modules that are loaded when a program imports them, in alphabetical order.
        pub const MODULES: &[(&str, &str)] = &[$(($name, include_str!(concat!("python/", $name, ".py"))),)*];
    };
}

modules! {
    "__future__"
    "_collections"
    "_namedtuple"
    "_thread"
    "abc"
    "bisect"
    "collections"
    "collections.abc"
    "concurrent"
    "concurrent.futures"
    "contextlib"
    "contextvars"
    "copy"
    "dataclasses"
    "datetime"
    "enum"
    "errno"
    "functools"
    "gc"
    "heapq"
    "io"
    "itertools"
    "logging"
    "operator"
    "os"
    "os.path"
    "queue"
    "random"
    "sched"
    "signal"
    "statistics"
    "string"
    "textwrap"
    "time"
    "timeit"
    "traceback"
    "types"
    "typing"
    "warnings"
    "weakref"
}

/// Submodules that importing a package brings along.
pub fn submodules(package: &str) -> &'static [&'static str] {
    match package {
        "collections" => &["collections.abc"],
        "concurrent" => &["concurrent.futures"],
        "os" => &["os.path"],
        _ => &[],
    }
}

/// Modules that exist in CPython and not here, with what to do instead.
pub fn advice(module: &str) -> Option<&'static str> {
    let top = module.split('.').next().unwrap_or(module);
    Some(match top {
        "socket" | "requests" | "urllib" | "http" | "ssl" | "ftplib" | "smtplib" | "socketserver" | "select"
        | "selectors" | "xmlrpc" | "telnetlib" | "aiohttp" | "httpx" => {
            "there is no network; replace the call by a `time.sleep` of the time it takes"
        }
        "asyncio" => "it is a scheduler of its own; threads are what is shown here",
        "multiprocessing" => "there is one process; use `threading.Thread`",
        "subprocess" => "there are no other processes; replace the call by a `time.sleep` of the time it takes",
        "re" => "use the methods of str, such as `in`, `find` and `split`",
        "hashlib" | "uuid" | "secrets" | "base64" | "hmac" => "any value will do here, such as a number from `random`",
        "argparse" | "optparse" | "getopt" => "there is no command line; write the values into the program",
        "inspect" | "ast" | "dis" | "importlib" => "what a program is made of is not shown to it here",
        "decimal" | "fractions" | "cmath" => "use int and float",
        "tempfile" | "shutil" | "glob" | "fnmatch" => "use `open` and the functions of `os`",
        "unittest" | "doctest" | "pytest" => "use `assert`",
        "json" | "pickle" | "csv" | "sqlite3" => "use a dict or `repr()`; what matters here is when it happens",
        _ => return None,
    })
}
