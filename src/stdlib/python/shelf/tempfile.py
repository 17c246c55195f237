"""The module `tempfile`, on the simulated file system."""
# Not modelled: gettempdirb gettempprefixb

import io
import os
import random

tempdir = None
_generator = random.SystemRandom()


def gettempdir():
    return "/tmp" if tempdir is None else tempdir


def gettempprefix():
    return "tmp"


def _name(suffix, prefix, dir):
    letters = "".join([_generator.choice("abcdefghijklmnopqrstuvwxyz0123456789_") for _ in range(8)])
    return os.path.join(gettempdir() if dir is None else os.fspath(dir), ("tmp" if prefix is None else prefix) + letters + (suffix or ""))


def mktemp(suffix="", prefix="tmp", dir=None):
    return _name(suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _name(suffix, prefix, dir)
    os.mkdir(path)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    path = _name(suffix, prefix, dir)
    return os._keep(open(path, "w+" if text else "w+b")), path


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete = delete

    def __repr__(self):
        return "<TemporaryDirectory " + repr(self.name) + ">"

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        import shutil
        if os.path.exists(self.name):
            shutil.rmtree(self.name)


class _TemporaryFile:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete):
        self.file, self.name, self.delete = file, name, delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        self.file.close()
        if self.delete and os.path.exists(self.name):
            os.remove(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    path = _name(suffix, prefix, dir)
    return _TemporaryFile(open(path, mode, buffering, encoding), path, delete)


TemporaryFile = NamedTemporaryFile


def SpooledTemporaryFile(max_size=0, mode="w+b", *args, **keywords):
    return io.BytesIO() if "b" in mode else io.StringIO()
