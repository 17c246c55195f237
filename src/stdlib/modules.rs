//! Which modules there are, and what to say of those that there are not.

/// A library module in Python: its name and text. In an order in which each imports only those before it.
pub const PYTHON_MODULES: &[(&str, &str)] = &[
    ("_internal", include_str!("python/_internal.py")),
    ("_type_methods", include_str!("python/_type_methods.py")),
    ("sys", include_str!("python/sys.py")),
    ("atexit", include_str!("python/atexit.py")),
    ("threading", include_str!("python/threading.py")),
    ("random", include_str!("python/random.py")),
    ("_lifecycle", include_str!("python/_lifecycle.py")),
];

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
        "json" | "pickle" | "csv" | "sqlite3" => "use a dict or `repr()`; what matters here is when it happens",
        _ => return None,
    })
}
