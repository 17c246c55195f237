"""The module `os.path`."""

import io
import os

sep = "/"
extsep = "."


def join(path, *paths):
    joined = os.fspath(path)
    for part in paths:
        part = os.fspath(part)
        if part.startswith("/"):
            joined = part
        elif not joined or joined.endswith("/"):
            joined += part
        else:
            joined += "/" + part
    return joined


def split(path):
    path = os.fspath(path)
    at = path.rfind("/") + 1
    head, tail = path[:at], path[at:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    path = os.fspath(path)
    dot = path.rfind(".")
    start = path.rfind("/") + 1
    while start < dot and path[start] == ".":
        start += 1
    return (path[:dot], path[dot:]) if start < dot else (path, "")


def isabs(path):
    return os.fspath(path).startswith("/")


def normpath(path):
    path = os.fspath(path)
    parts = []
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part == ".." and path.startswith("/"):
            pass
        elif part not in ("", "."):
            parts.append(part)
    return ("/" if path.startswith("/") else "") + "/".join(parts) or "."


def abspath(path):
    return normpath(join(io.current_directory(), path))


def realpath(path, *, strict=False):
    return abspath(path)


def samefile(f1, f2):
    os.stat(f1)
    os.stat(f2)
    return abspath(f1) == abspath(f2)


def commonprefix(m):
    if not m:
        return ""
    least, greatest = min(m), max(m)
    for at, character in enumerate(least):
        if character != greatest[at]:
            return least[:at]
    return least


def commonpath(paths):
    split_paths = [[part for part in os.fspath(path).split("/") if part not in ("", ".")] for path in paths]
    if not split_paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    common = commonprefix([tuple(parts) for parts in split_paths])
    return ("/" if isabs(list(paths)[0]) else "") + "/".join(common)


def expandvars(path):
    path = os.fspath(path)
    out = []
    at = 0
    while True:
        found = path.find("$", at)
        if found < 0:
            return "".join(out) + path[at:]
        out.append(path[at:found])
        braced = path.startswith("{", found + 1)
        first = end = found + 1 + braced
        while end < len(path) and (path[end] == "_" or path[end].isalnum()) and not (braced and path[end] == "}"):
            end += 1
        at = end + braced
        out.append(os.environ.get(path[first:end], path[found:at]))


def getmtime(filename):
    return os.stat(filename).st_mtime


getatime = getctime = getmtime
pardir, curdir, pathsep, altsep, defpath, devnull = "..", ".", ":", None, "/bin:/usr/bin", "/dev/null"


def relpath(path, start="."):
    here = [part for part in abspath(start).split("/") if part]
    there = [part for part in abspath(path).split("/") if part]
    common = 0
    while common < len(here) and common < len(there) and here[common] == there[common]:
        common += 1
    return "/".join([".."] * (len(here) - common) + there[common:]) or "."


def expanduser(path):
    path = os.fspath(path)
    return io.CURRENT_DIRECTORY + path[1:] if path == "~" or path.startswith("~/") else path


exists = lexists = os.path_exists


def isdir(path):
    return io.is_directory(path)


def isfile(path):
    return exists(path) and not isdir(path)


def islink(path):
    return False


def getsize(path):
    return os.stat(path).st_size


def ismount(path):
    return abspath(path) == "/"


def normcase(s):
    return os.fspath(s)


def splitdrive(p):
    return "", os.fspath(p)
