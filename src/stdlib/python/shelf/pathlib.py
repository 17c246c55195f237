"""The module `pathlib`: POSIX paths, on the simulated file system."""
# Not modelled: UnsupportedOperation

import _machine
import fnmatch
import os


class PurePath:
    def __new__(cls, *args, **keywords):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        for part in args:
            if not isinstance(part, (str, PurePath)) and not hasattr(part, "__fspath__"):
                raise TypeError("expected str, bytes or os.PathLike object, not " + type(part).__name__ if _machine.minor < 12 else
                                "argument should be a str or an os.PathLike object where __fspath__ returns a str, not "
                                + repr(type(part).__name__))
        text = os.path.join(*[os.fspath(part) for part in args]) if args else ""
        self._root = "/" if text.startswith("/") else ""
        self._names = [part for part in text.split("/") if part not in ("", ".")]

    def _made(self, root, names):
        made = object.__new__(type(self))
        made._root, made._names = root, names
        return made

    def __str__(self):
        return self._root + "/".join(self._names) or "."

    __fspath__ = as_posix = __str__

    def __repr__(self):
        return type(self).__name__ + "(" + repr(str(self)) + ")"

    def __bytes__(self):
        return str(self).encode()

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def _key(self):
        return list(self.parts)

    def __truediv__(self, other):
        if not isinstance(other, str) and not hasattr(other, "__fspath__"):
            return NotImplemented
        return type(self)(self, other)

    def __rtruediv__(self, other):
        return type(self)(other, self) if isinstance(other, str) else NotImplemented

    parts = property(lambda self: ((self._root,) if self._root else ()) + tuple(self._names))
    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)
    name = property(lambda self: self._names[-1] if self._names else "")

    @property
    def parent(self):
        return self._made(self._root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        found = []
        path = self
        while path._names:
            path = path.parent
            found.append(path)
        return tuple(found)

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1] if not self.name.endswith(".") else ""

    @property
    def suffixes(self):
        if self.name.endswith("."):
            return []
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)]

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % name)
        return self._made(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith(".") or suffix == ".") or "/" in suffix:
            raise ValueError("Invalid suffix %r" % suffix)
        return self.with_name(self.stem + suffix)

    def joinpath(self, *other):
        return type(self)(self, *other)

    def is_absolute(self):
        return bool(self._root)

    def _is_within(self, base):
        return self._root == base._root and self._names[:len(base._names)] == base._names

    def is_relative_to(self, *other):
        return self._is_within(type(self)(*other))

    def relative_to(self, *other, walk_up=False):
        base = type(self)(*other)
        if not self._is_within(base):
            rest = " is not in the subpath of %r" % str(base)
            raise ValueError(repr(str(self)) + rest + (" OR one path is relative and the other is absolute." if _machine.minor < 12 else ""))
        return self._made("", self._names[len(base._names):])

    def match(self, path_pattern, **keywords):
        pattern = type(self)(path_pattern)
        if pattern._root and (not self._root or len(pattern._names) != len(self._names)):
            return False
        if not pattern._names or len(pattern._names) > len(self._names):
            return False
        return all([fnmatch.fnmatchcase(name, part) for name, part in zip(reversed(self._names), reversed(pattern._names))])


class PurePosixPath(PurePath):
    pass


def _deny(*args, **keywords):
    _machine.not_supported("not supported here: Windows paths; use pathlib.Path")


PureWindowsPath = WindowsPath = _deny


class Path(PurePath):
    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser("~"))

    def absolute(self):
        return self if self._root else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        if strict and not self.exists():
            raise FileNotFoundError(2, "No such file or directory", str(self.absolute()))
        return type(self)(os.path.abspath(str(self)))

    def expanduser(self):
        return type(self)(os.path.expanduser(str(self)))

    def exists(self, **keywords):
        return os.path.exists(str(self))

    def is_dir(self, **keywords):
        return os.path.isdir(str(self))

    def is_file(self, **keywords):
        return os.path.isfile(str(self))

    def is_symlink(self):
        return False

    def samefile(self, other_path):
        return os.path.samefile(str(self), os.fspath(other_path))

    def stat(self, **keywords):
        return os.stat(str(self))

    def iterdir(self):
        return iter([self / name for name in os.listdir(str(self))])

    def _glob(self, pattern):
        import glob
        if not os.fspath(pattern):
            raise ValueError("Unacceptable pattern: %r" % pattern)
        folder = "" if str(self) == "." else str(self)
        seen = set()
        for path in glob._below(folder, os.fspath(pattern).split("/"), True):
            path = type(self)(path)
            if path not in seen:
                seen.add(path)
                yield path

    def glob(self, pattern, **keywords):
        return self._glob(pattern)

    def rglob(self, pattern, **keywords):
        return self._glob("**/" + os.fspath(pattern))

    if _machine.minor >= 12:
        def walk(self, top_down=True, on_error=None, follow_symlinks=False):
            for root, directories, files in os.walk(str(self), top_down):
                yield type(self)(root), directories, files

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(str(self), mode, buffering, encoding)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open(encoding=encoding) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not " + type(data).__name__)
        with self.open("w", encoding=encoding) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
        else:
            self.open("w").close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if parents:
            if self.exists():
                if not exist_ok or not self.is_dir():
                    raise FileExistsError(17, "File exists", str(self))
            else:
                os.makedirs(str(self))
            return
        try:
            os.mkdir(str(self))
        except FileExistsError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(str(self))

    def unlink(self, missing_ok=False):
        if not missing_ok or self.exists():
            os.remove(str(self))

    def rename(self, target):
        os.rename(str(self), os.fspath(target))
        return type(self)(target)

    replace = rename

    def chmod(self, mode, **keywords):
        pass


class PosixPath(Path, PurePosixPath):
    pass

if _machine.minor < 9:
    del PurePath.is_relative_to, PurePath.with_stem
