//! The names of CPython's standard modules, to tell "not modelled here" from "no such module".

/// Top-level modules of the standard library (3.8 to 3.15) that a program may import.
const STANDARD: &str = " abc argparse array ast asyncio base64 bisect builtins bz2 calendar cProfile cmath cmd code codecs \
    collections colorsys concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime \
    decimal difflib dis doctest email enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc \
    getopt getpass gettext glob grp gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress \
    itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap multiprocessing netrc \
    numbers operator optparse os pathlib pdb pickle pkgutil platform plistlib poplib pprint profile pstats pty pwd queue \
    random re readline reprlib resource runpy sched secrets select selectors shelve shlex shutil signal site smtplib \
    socket socketserver sqlite3 ssl stat statistics string struct subprocess symtable sys sysconfig syslog tarfile \
    tempfile termios textwrap threading time timeit tkinter token tokenize trace traceback tracemalloc tty turtle types \
    typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc \
    zipfile zipimport zlib zoneinfo _thread _threading_local __future__ atexit \
    antigravity asynchat asyncore audioop bdb cgi cgitb chunk compileall crypt distutils ensurepip \
    formatter idlelib imghdr imp lib2to3 mailcap modulefinder nis nntplib ossaudiodev parser pickletools pipes \
    py_compile pyclbr pydoc rlcompleter smtpd sndhdr spwd sre_compile sre_constants sre_parse stringprep sunau tabnanny \
    test this uu xdrlib zipapp \
    html.parser html.entities unittest.case unittest.loader unittest.main unittest.result unittest.runner unittest.suite \
    unittest.util ";

/// Whether CPython has a module of that name.
pub fn is_standard(module: &str) -> bool {
    let top = module.split('.').next().unwrap_or(module);
    is_listed(top)
}

/// Whether CPython has a module by the whole of that name: a part of a package that is modelled, but not it.
pub fn is_listed(module: &str) -> bool {
    STANDARD.contains(&format!(" {module} "))
}
