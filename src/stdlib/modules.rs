//! Which modules there are, and what to say of those that there are not.

#[cfg(target_arch = "wasm32")]
use crate::source::brought_texts::BroughtTexts;

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
    (at_hand $($name:literal)* shelf $($rare:literal)*) => {
        /// The modules that are loaded when a program imports them and whose texts are always at hand.
        const AT_HAND: &[(&str, &str)] = &[$(($name, include_str!(concat!("python/", $name, ".py"))),)*];
        /// The names of those that a first picture seldom needs. The page fetches their texts, all together, when one of
        /// them is wanted.
        const SHELF: &[&str] = &[$($rare,)*];
        #[cfg(not(target_arch = "wasm32"))]
        const SHELF_TEXTS: &[(&str, &str)] = &[$(($rare, include_str!(concat!("python/shelf/", $rare, ".py"))),)*];
    };
}

modules! {
    at_hand
    "_strptime"
    "time"
    shelf
    "__future__"
    "_bytes_format"
    "_collections"
    "_complex"
    "_exception_groups"
    "_library_frames"
    "_memoryview"
    "_namedtuple"
    "_thread"
    "_type_parameters"
    "abc"
    "argparse"
    "array"
    "base64"
    "binascii"
    "bisect"
    "calendar"
    "cmath"
    "collections"
    "collections.abc"
    "concurrent"
    "concurrent.futures"
    "concurrent.futures._base"
    "concurrent.futures.process"
    "concurrent.futures.thread"
    "contextlib"
    "contextvars"
    "copy"
    "csv"
    "ctypes"
    "dataclasses"
    "datetime"
    "decimal"
    "difflib"
    "enum"
    "errno"
    "fnmatch"
    "fractions"
    "functools"
    "gc"
    "glob"
    "graphlib"
    "hashlib"
    "heapq"
    "hmac"
    "html"
    "inspect"
    "io"
    "itertools"
    "keyword"
    "logging"
    "logging.config"
    "logging.handlers"
    "math"
    "multiprocessing"
    "multiprocessing.dummy"
    "multiprocessing.pool"
    "numbers"
    "operator"
    "os"
    "os.path"
    "pathlib"
    "platform"
    "pprint"
    "queue"
    "random"
    "sched"
    "secrets"
    "shlex"
    "shutil"
    "signal"
    "statistics"
    "string"
    "struct"
    "tempfile"
    "textwrap"
    "timeit"
    "traceback"
    "types"
    "typing"
    "unittest"
    "unittest.mock"
    "uuid"
    "warnings"
    "weakref"
}

/// The name of a module that is loaded when a program imports it.
pub fn known(name: &str) -> Option<&'static str> {
    all().find(|known| *known == name)
}

fn all() -> impl Iterator<Item = &'static str> {
    AT_HAND.iter().map(|(name, _)| *name).chain(SHELF.iter().copied())
}

/// The text of a module; None for one of the shelf that has not been brought.
pub fn text(name: &str) -> Option<&'static str> {
    let at_hand = AT_HAND.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
    at_hand.or_else(|| shelf_text(name))
}

#[cfg(not(target_arch = "wasm32"))]
fn shelf_text(name: &str) -> Option<&'static str> {
    SHELF_TEXTS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

#[cfg(target_arch = "wasm32")]
fn shelf_text(name: &str) -> Option<&'static str> {
    SHELF_FILE.with(|shelf| shelf.text(name))
}

/// Begins the text of a module in the file that the page fetches.
pub const SHELF_MARK: &str = "#: module ";

#[cfg(target_arch = "wasm32")]
thread_local! {
    static SHELF_FILE: BroughtTexts = const { BroughtTexts::new(SHELF_MARK) };
}

/// Takes the file with the modules of the shelf.
#[cfg(target_arch = "wasm32")]
pub fn bring_shelf(file: String) {
    SHELF_FILE.with(|shelf| shelf.bring(file));
}

/// The file with the modules of the shelf, when it has been brought.
#[cfg(target_arch = "wasm32")]
pub fn shelf_file() -> Option<&'static str> {
    SHELF_FILE.with(BroughtTexts::file)
}

/// Submodules that importing a package brings along.
pub fn submodules(package: &str) -> &'static [&'static str] {
    match package {
        "collections" => &["collections.abc"],
        "concurrent" => &["concurrent.futures"],
        "concurrent.futures" => &["concurrent.futures._base", "concurrent.futures.thread"],
        "os" => &["os.path"],
        _ => &[],
    }
}

/// Builtins of CPython that are not here, with what to do instead.
pub const UNSUPPORTED_BUILTINS: &[(&str, &str)] = &[
    ("eval", "write the expression into the program, or use int() and float()"),
    ("exec", "write the statements into the program"),
    ("compile", "write the statements into the program"),
    ("help", "print the docstring: its __doc__"),
    ("breakpoint", "step through the run on the timeline"),
    ("aiter", "threads are what is shown here"),
    ("anext", "threads are what is shown here"),
];

/// Packages of which only some modules are here.
pub const PARTIAL: &[&str] = &["multiprocessing"];

/// Modules that exist in CPython and not here, with what to do instead.
pub fn advice(module: &str) -> Option<&'static str> {
    let top = module.split('.').next().unwrap_or(module);
    Some(match top {
        "socket" | "requests" | "urllib" | "urllib3" | "http" | "ssl" | "ftplib" | "smtplib" | "imaplib" | "poplib"
        | "socketserver" | "xmlrpc" | "telnetlib" | "aiohttp" | "httpx" | "websocket" | "websockets" | "webbrowser"
        | "flask" | "django" => "there is no network; replace the call by a `time.sleep` of the time it takes",
        "select" | "selectors" => {
            "there are no sockets and pipes to wait for; use a `queue.Queue` or a `threading.Event`"
        }
        "asyncio" | "trio" | "anyio" | "curio" | "gevent" | "eventlet" | "twisted" => {
            "it is a scheduler of its own; threads are what is shown here"
        }
        "multiprocessing" | "mpire" | "joblib" => {
            "there is one process; use `threading.Thread`, `ThreadPoolExecutor` or `multiprocessing.pool.ThreadPool`"
        }
        "_interpreters" | "_xxsubinterpreters" | "interpreters" => "there is one interpreter; use `threading.Thread`",
        "subprocess" | "pty" => "there are no other processes; replace the call by a `time.sleep` of the time it takes",
        "re" => "use the methods of str, such as `in`, `find`, `split` and `replace`",
        "json" => "use a dict and `repr()`; what matters here is when something happens",
        "pickle" | "marshal" | "shelve" | "dbm" | "copyreg" => "keep the objects themselves, or use `copy.deepcopy`",
        "sqlite3" | "psycopg2" | "pymysql" | "redis" | "pymongo" | "sqlalchemy" => {
            "there is no data base; use a dict under a lock, and a `time.sleep` for the time that a query takes"
        }
        "configparser" | "tomllib" | "xml" | "email" | "plistlib" => {
            "write the values into the program, or use the methods of str"
        }
        "zlib" | "gzip" | "bz2" | "lzma" | "zipfile" | "tarfile" | "codecs" => {
            "use the methods of bytes and int; for work that takes time, a loop or a `time.sleep`"
        }
        "optparse" | "getopt" | "click" => "there is no command line; write the values into the program",
        "ast" | "dis" | "importlib" | "pkgutil" | "runpy" | "code" | "codeop" | "tokenize" | "symtable" => {
            "what a program is made of is not shown to it here"
        }
        "cffi" | "mmap" | "cython" => {
            "there is no memory but Python's objects; to end a thread from outside, let it look at a `threading.Event`"
        }
        "numpy" | "pandas" | "scipy" | "torch" | "matplotlib" | "PIL" | "cv2" => {
            "use lists and numbers, or a `time.sleep` for the time that the work takes"
        }
        "unittest" | "doctest" | "pytest" | "mock" => "use `assert`, or a `unittest.TestCase`",
        "tkinter" | "turtle" | "curses" | "pygame" | "PyQt5" | "PyQt6" | "PySide6" | "readline" => {
            "there is no screen but the console; use `print` and `time.sleep`"
        }
        "faulthandler" | "tracemalloc" | "resource" | "psutil" | "cProfile" | "profile" | "pstats" | "pdb"
        | "trace" => "look at the timeline instead, which shows what each thread does and when",
        "tqdm" | "rich" | "colorama" | "termcolor" => "print a line instead",
        "schedule" | "apscheduler" => "use `sched` or a `threading.Timer`",
        "dateutil" | "pytz" | "zoneinfo" => "use `datetime.timezone` with an offset",
        _ => return None,
    })
}

/// The modules that a program may import, for whoever asked for another.
pub fn names_of_all() -> String {
    let loaded_at_start = ["atexit", "sys", "threading", "builtins"];
    let mut names: Vec<&str> = all().chain(loaded_at_start).collect();
    names.retain(|name| {
        !name.contains('.')
            && (!name.starts_with('_') || *name == "_thread")
            && !PARTIAL.contains(name)
            && *name != "concurrent"
    });
    names.push("concurrent.futures");
    crate::source::order::sort(&mut names);
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn interpreters_beside_the_main_one_are_refused_with_advice_under_each_of_their_names() {
        for name in ["_interpreters", "_xxsubinterpreters", "interpreters"] {
            assert!(advice(name).is_some_and(|advice| advice.contains("threading.Thread")), "{name}");
        }
    }

    #[test]
    fn the_shelf_holds_every_file_of_its_folder() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/stdlib/python/shelf");
        let files = std::fs::read_dir(folder).map(|files| files.flatten().collect::<Vec<_>>()).unwrap_or_default();
        let names = files.iter().map(|file| file.file_name().to_string_lossy().trim_end_matches(".py").to_owned());
        assert_eq!(names.collect::<BTreeSet<_>>(), SHELF.iter().map(|&name| name.to_owned()).collect());
    }

    #[test]
    fn no_text_of_the_library_looks_like_the_mark_between_them() {
        assert!(all().filter_map(text).all(|text| !text.contains(SHELF_MARK)));
    }

    #[test]
    fn what_nearly_every_program_imports_needs_nothing_of_the_shelf() {
        for entry in ["atexit", "sys", "threading", "time"] {
            let parsed = crate::source::parse(&format!("import {entry}\n"), 14);
            let needed = crate::stdlib::imports::needed(&parsed.module);
            assert!(needed.iter().all(|name| !SHELF.contains(name)), "{entry} needs {needed:?}");
        }
    }
}
