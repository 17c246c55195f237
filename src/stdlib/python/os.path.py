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
    return normpath(join(io.CURRENT_DIRECTORY, path))


realpath = abspath


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
