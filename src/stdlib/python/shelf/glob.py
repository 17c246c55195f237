"""The module `glob`, on the simulated file system."""
# Not modelled: translate

import fnmatch
import os


def has_magic(s):
    return any([letter in s for letter in "*?["])


def _below(folder, parts, recursive):
    """The paths below a folder ("" for the current one) that fit the parts of a pattern."""
    part, rest = parts[0], parts[1:]
    here = os.path.join(folder, "") if folder else ""
    if part == "**" and recursive:
        if rest:
            yield from _below(folder, rest, recursive)
        else:
            yield here
        for name in sorted(os.listdir(folder or ".")):
            if name.startswith("."):
                continue
            if os.path.isdir(here + name):
                yield from _below(here + name, parts, recursive)
            elif not rest:
                yield here + name
        return
    if not has_magic(part):
        names = [part] if os.path.exists(here + part) or part == "" else []
    else:
        names = [name for name in os.listdir(folder or ".") if fnmatch.fnmatchcase(name, part)
                 and (part.startswith(".") or not name.startswith("."))] if os.path.isdir(folder or ".") else []
    for name in names:
        if not rest:
            yield here + name
        elif os.path.isdir(here + name):
            yield from _below(here + name, rest, recursive)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    folder = "/" if pathname.startswith("/") else ""
    return _below(folder, pathname.lstrip("/").split("/"), recursive)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, recursive=recursive))


def escape(pathname):
    return "".join(["[" + letter + "]" if letter in "*?[" else letter for letter in pathname])
