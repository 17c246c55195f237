"""The module `io`: files of the simulated file system, and files in memory."""
# Not modelled: BufferedRWPair IncrementalNewlineDecoder open_code text_encoding

import _machine
import _memoryview
import builtins

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192 if _machine.minor < 14 else 131072
CURRENT_DIRECTORY = "/home/user"
directories = {"/", "/tmp", "/home", CURRENT_DIRECTORY}


class UnsupportedOperation(OSError, ValueError):
    pass


BlockingIOError = builtins.BlockingIOError


def plain_path(path):
    """The name under which the disk knows a path: relative to the current directory where it lies below it."""
    if hasattr(path, "__fspath__"):
        path = path.__fspath__()
    if isinstance(path, bytes):
        path = path.decode()
    if _place and not path.startswith("/"):
        path = _place + "/" + path
    parts = []
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", ".."):
            parts.append(part)
    plain = "/".join(parts)
    if path.startswith("/"):
        plain = "/" + plain
        if plain.startswith(CURRENT_DIRECTORY + "/"):
            plain = plain[len(CURRENT_DIRECTORY) + 1:]
        elif plain == CURRENT_DIRECTORY:
            plain = ""
    return plain


# Where `os.chdir` went, as the disk knows it.
_place = ""


def change_directory(path):
    global _place
    _place = plain_path(path)


def current_directory():
    if _place.startswith("/"):
        return _place
    return CURRENT_DIRECTORY + ("/" + _place if _place else "")


def is_directory(path):
    plain = plain_path(path)
    return plain == "" or plain in directories


def parent_exists(path):
    plain = plain_path(path)
    at = plain.rfind("/")
    return at <= 0 or plain[:at] in directories


class IOBase:
    closed = False

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file" + self._closed_end)

    _closed_end = "."

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        self._check_open()
        for line in lines:
            self.write(line)

    def close(self):
        self.closed = True

    def flush(self):
        self._check_open()

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        self._check_open()
        return True

    writable = readable
    seekable = readable


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    pass


class _File:
    """A file of the simulated disk."""

    def _open(self, path, mode, line_buffered, errors="strict"):
        self.name = path
        self.mode = mode
        self._handle = _machine.open_file(plain_path(path), mode, line_buffered, errors)
        self._reads = "r" in mode or "+" in mode
        self._writes = "r" not in mode or "+" in mode

    def _unsupported(self, text):
        raise UnsupportedOperation(text)

    def _read(self, size, to_line_end):
        return _machine.read_file(self._handle, None if size is None or size < 0 else size, to_line_end)

    def flush(self):
        self._check_open()
        _machine.flush_file(self._handle)

    def close(self):
        if not self.closed:
            self.closed = True
            _machine.close_file(self._handle)

    def readable(self):
        self._check_open()
        return self._reads

    def writable(self):
        self._check_open()
        return self._writes

    def fileno(self):
        self._check_open()
        return 3 + self._handle

    def tell(self):
        self._check_open()
        return _machine.tell_file(self._handle)

    def truncate(self, size=None):
        self._check_open()
        if not self._writes:
            self._unsupported("not writable" if isinstance(self, TextIOBase) else "truncate")
        _machine.flush_file(self._handle)
        if size is None:
            size = self.tell()
        return _machine.truncate_file(self._handle, size)


class TextIOWrapper(_File, TextIOBase):
    def __init__(self, path, mode, line_buffered, encoding, errors, newline):
        self._open(path, mode, line_buffered, errors)
        self.errors = errors
        self._newline = newline
        self.line_buffering = line_buffered
        self.encoding = encoding

    @property
    def newlines(self):
        """The line ends seen so far, which are all of one kind here."""
        return self._newlines

    _newlines = None

    def __repr__(self):
        return "<_io.TextIOWrapper name=" + repr(self.name) + " mode=" + repr(self.mode) + " encoding=" + repr(self.encoding) + ">"

    def read(self, size=-1):
        self._check_read()
        return self._seen(self._read(size, False))

    def readline(self, size=-1):
        self._check_read()
        return self._seen(self._read(size, True))

    def _seen(self, text):
        """Notes which line ends there are, and makes them all one where no `newline` was asked for."""
        if "\r" in text:
            self._newlines = "\r\n" if "\r\n" in text else "\r"
            if self._newline is None:
                return text.replace("\r\n", "\n").replace("\r", "\n")
        elif "\n" in text:
            self._newlines = "\n"
        return text

    def _check_read(self):
        self._check_open()
        if not self._reads:
            self._unsupported("not readable")

    def __next__(self):
        self._check_read()
        line = self._read(None, True)
        if not line:
            raise StopIteration
        return self._seen(line)

    def write(self, text):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        if not self._writes:
            self._unsupported("not writable")
        ends = self._newline in ("\r", "\r\n")
        _machine.write_file(self._handle, text.replace("\n", self._newline) if ends else text)
        return len(text)

    def seek(self, offset, whence=0):
        self._check_open()
        if whence == 1 and offset != 0:
            self._unsupported("can't do nonzero cur-relative seeks")
        if whence == 2 and offset != 0:
            self._unsupported("can't do nonzero end-relative seeks")
        if whence not in (0, 1, 2):
            raise ValueError("invalid whence (" + str(whence) + ", should be 0, 1 or 2)")
        if offset < 0:
            raise ValueError("negative seek position " + str(offset))
        return _machine.seek_file(self._handle, offset, whence)

    def reconfigure(self, *, line_buffering=None, **keywords):
        if line_buffering is not None:
            self.line_buffering = line_buffering


class _BinaryFile(_File, BufferedIOBase):
    def __init__(self, path, mode, unbuffered):
        self._open(path, mode, False)
        self._unbuffered = unbuffered

    def __repr__(self):
        return "<_io." + type(self).__name__ + " name=" + repr(self.name) + ">"

    def _check_read(self):
        if self.closed:
            raise ValueError("read of closed file")
        if not self._reads:
            self._unsupported("read")

    def read(self, size=-1):
        self._check_read()
        return self._read(size, False)

    read1 = read

    def readline(self, size=-1):
        self._check_read()
        return self._read(size, True)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def write(self, data):
        if self.closed:
            raise ValueError("write to closed file")
        if not self._writes:
            self._unsupported("write")
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("a bytes-like object is required, not '" + type(data).__name__ + "'")
        _machine.write_file(self._handle, data)
        if self._unbuffered:
            _machine.flush_file(self._handle)
        return len(data)

    def seek(self, offset, whence=0):
        self._check_open()
        if whence == 0 and offset < 0:
            raise OSError(22, "Invalid argument")
        return _machine.seek_file(self._handle, offset, whence)


class BufferedReader(_BinaryFile):
    pass


class BufferedWriter(_BinaryFile):
    pass


class BufferedRandom(_BinaryFile):
    pass


class FileIO(_BinaryFile, RawIOBase):
    def __repr__(self):
        return "<_io.FileIO name=" + repr(self.name) + " mode=" + repr(self.mode) + " closefd=True>"


def _check_mode(mode):
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not " + type(mode).__name__)
    for char in mode:
        if char not in "rwaxbt+" or mode.count(char) > 1:
            raise ValueError("invalid mode: " + repr(mode))
    if "t" in mode and "b" in mode:
        raise ValueError("can't have text and binary mode at once")
    kinds = sum([1 for char in mode if char in "rwax"])
    if kinds > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if kinds == 0:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, (str, bytes)) and not hasattr(file, "__fspath__"):
        if isinstance(file, int):
            _machine.not_supported("not supported here: open() with a file descriptor; use a name")
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(file).__name__)
    _check_mode(mode)
    binary = "b" in mode
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if not binary and buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    if hasattr(file, "__fspath__"):
        file = file.__fspath__()
    if is_directory(file):
        raise IsADirectoryError(21, "Is a directory", file)
    is_there = file == "/dev/null" or _machine.file_exists(plain_path(file))
    if not is_there and ("r" in mode or not parent_exists(file)):
        raise FileNotFoundError(2, "No such file or directory", file)
    if not binary:
        if encoding is not None and encoding.lower().replace("_", "-") not in (
                "utf-8", "utf8", "ascii", "us-ascii", "utf-8-sig", "locale"):
            b"".decode(encoding)
            _machine.not_supported("not supported here: the encoding " + repr(encoding) + "; files are UTF-8")
        return TextIOWrapper(file, mode, buffering == 1, encoding if encoding is not None else "UTF-8",
                             "strict" if errors is None else errors, newline)
    if buffering == 0:
        kind = FileIO
    elif "+" in mode:
        kind = BufferedRandom
    else:
        kind = BufferedReader if "r" in mode else BufferedWriter
    return kind(file, mode, buffering == 0)


open.__module__ = "_io"
builtins.open = open


class _Memory:
    """A file in memory: what it holds and where the next read or write happens."""

    def _set(self, value, position):
        self._value = value
        self._position = position

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file" + self._closed_end)

    def getvalue(self):
        self._check_open()
        return self._value

    def read(self, size=-1):
        self._check_open()
        start = self._position
        end = len(self._value) if size is None or size < 0 else min(start + size, len(self._value))
        self._position = max(start, end)
        return self._value[start:end]

    read1 = read

    def readline(self, size=-1):
        self._check_open()
        start = self._position
        found = self._value.find(self._line_end, start)
        end = len(self._value) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._position = max(start, end)
        return self._value[start:end]

    def _write(self, data):
        value, start = self._value, self._position
        if start >= len(value):
            value += self._filler * (start - len(value)) + data
        else:
            value = value[:start] + data + value[start + len(data):]
        self._value = value
        self._position = start + len(data)
        return len(data)

    def tell(self):
        self._check_open()
        return self._position

    def seek(self, offset, whence=0):
        self._check_open()
        if whence == 0 and offset < 0:
            raise ValueError(("Negative seek position " if self._filler == "\0" else "negative seek value ") + str(offset))
        base = 0 if whence == 0 else self._position if whence == 1 else len(self._value)
        self._position = max(0, base + offset)
        return self._position

    def truncate(self, size=None):
        self._check_open()
        if size is None:
            size = self._position
        self._value = self._value[:size]
        return size


class StringIO(_Memory, TextIOBase):
    _line_end = "\n"
    _filler = "\0"
    _closed_end = ""
    encoding = errors = newlines = None
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is None:
            initial_value = ""
        if not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not " + type(initial_value).__name__)
        self._set(initial_value, 0)

    def write(self, text):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError("string argument expected, got '" + type(text).__name__ + "'")
        return self._write(text)


class BytesIO(_Memory, BufferedIOBase):
    _line_end = b"\n"
    _filler = b"\0"

    def __init__(self, initial_bytes=b""):
        self._set(bytes(initial_bytes), 0)

    def write(self, data):
        self._check_open()
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("a bytes-like object is required, not '" + type(data).__name__ + "'")
        return self._write(bytes(data))

    def getbuffer(self):
        return builtins.memoryview(self.getvalue())


for _class in (IOBase, TextIOBase, RawIOBase, BufferedIOBase, TextIOWrapper, BufferedReader, BufferedWriter, BufferedRandom, FileIO, StringIO, BytesIO):
    _class.__module__ = "_io"
