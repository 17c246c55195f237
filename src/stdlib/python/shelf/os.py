"""The module `os`, on the simulated file system. There are no other processes."""
# Not modelled: chown chroot closerange confstr copy_file_range ctermid device_encoding environb eventfd execl execle execlp execlpe execve execvpe fchdir fchmod fchown fdatasync fpathconf fsdecode fsencode fstat fstatvfs ftruncate fwalk get_blocking get_exec_path get_inheritable getenvb getgrouplist getgroups getpgid getpgrp getpriority getrandom getresgid getresuid getsid getxattr initgroups killpg lchown listxattr lockf lseek lstat major makedev memfd_create minor mknod openpty pathconf pidfd_open pipe2 posix_spawnp pread preadv pwrite pwritev readlink readv register_at_fork removexattr renames sched_setaffinity sendfile set_blocking set_inheritable setegid seteuid setgid setgroups setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnve spawnvp spawnvpe splice statvfs sync sysconf tcgetpgrp tcsetpgrp truncate ttyname unshare wait3 wait4 waitid waitstatus_to_exitcode writev

import _machine
import _random
import io
import sys

name = "posix"
sep = "/"
altsep = None
pathsep = ":"
linesep = "\n"
curdir = "."
pardir = ".."
extsep = "."
devnull = "/dev/null"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE = (
    0, 64, 65, 66, 67, 68, 69, 70, 71, 72)
EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = 73, 74, 75, 76, 77, 78
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
O_NONBLOCK, O_SYNC, O_CLOEXEC, WNOHANG, WUNTRACED = 2048, 1052672, 524288, 1, 2
defpath = "/bin:/usr/bin"


def _check_text(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not " + type(value).__name__)
    return value


class _Environ(dict):
    def __setitem__(self, key, value):
        dict.__setitem__(self, _check_text(key), _check_text(value))

    def __repr__(self):
        return "environ(" + dict.__repr__(self) + ")"


environ = _Environ()
for _key, _value in (("HOME", io.CURRENT_DIRECTORY), ("PATH", "/usr/local/bin:/usr/bin:/bin"), ("USER", "user"), ("LANG", "C.UTF-8")):
    environ[_key] = _value


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(path, "__fspath__"):
        return path.__fspath__()
    raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)


class PathLike:
    def __fspath__(self):
        raise NotImplementedError


def _exit(status):
    if not isinstance(status, int):
        raise TypeError("'" + type(status).__name__ + "' object cannot be interpreted as an integer")
    _machine.exit(status & 0xFF)


def abort():
    _machine.exit(134)


def getpid():
    return _machine.process_id


def getppid():
    return _machine.process_id - 1


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getlogin():
    return "user"


def cpu_count():
    return 4


if _machine.minor >= 13:
    def process_cpu_count():
        return 4


def sched_getaffinity(pid):
    return {0, 1, 2, 3}


def sched_yield():
    import time
    time.sleep(0)


def getloadavg():
    return (0.0, 0.0, 0.0)


def getcwd():
    return io.current_directory()


def getcwdb():
    return getcwd().encode()


def chdir(path):
    _require(path_exists(path), 2, "No such file or directory", path)
    _require(io.is_directory(path), 20, "Not a directory", path)
    io.change_directory(path)


_entropy = _random.generator()
_random.seed(_entropy, 0)


def urandom(size):
    """Runs are reproducible, so these are the bytes of a generator like any other."""
    return _random.randbytes(_entropy, size)


def kill(pid, signalnum):
    for value in (pid, signalnum):
        if not isinstance(value, int):
            raise TypeError("'" + type(value).__name__ + "' object cannot be interpreted as an integer")
    if pid != _machine.process_id:
        raise ProcessLookupError(3, "No such process")
    import signal
    signal.raise_signal(signalnum, True)


def fork():
    _machine.not_supported("not supported here: os.fork(); there is one process")


def system(command):
    _machine.not_supported("not supported here: os.system(); there are no other processes, use time.sleep()")


popen = execv = execvp = spawnv = system


_descriptors = {}


def _keep(file):
    _descriptors[file.fileno()] = file
    return file.fileno()


def _descriptor(fd):
    if fd not in _descriptors:
        raise OSError(9, "Bad file descriptor")
    return _descriptors[fd]


def open(path, flags, mode=0o777):
    if flags & O_CREAT and flags & O_EXCL:
        _require(not path_exists(path), 17, "File exists", path)
    _require(flags & O_CREAT or path_exists(path), 2, "No such file or directory", path)
    kind = "r+b" if path_exists(path) and not flags & (O_TRUNC | O_APPEND) else "ab" if flags & O_APPEND else "w+b"
    return _keep(io.open(path, kind, 0))


def close(fd):
    _descriptor(fd).close()
    del _descriptors[fd]


def read(fd, n):
    return _descriptor(fd).read(n)


def fdopen(fd, mode="r", *args, **keywords):
    path = _descriptor(fd).name
    close(fd)
    return io.open(path, mode, *args, **keywords)


def write(fd, data):
    if fd not in (1, 2):
        file = _descriptor(fd)
        file.write(data)
        file.flush()
        return len(data)
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError("a bytes-like object is required, not '" + type(data).__name__ + "'")
    # It goes past Python's buffer, as the system call does.
    _machine.before_write(True)
    _machine.write_directly(fd == 2, data.decode("utf-8", "replace"))
    return len(data)


def fsync(fd):
    pass


def isatty(fd):
    return _machine.stdout_is_terminal()


# --- Files -------------------------------------------------------------------------------------------------------------

def _entries(path):
    """The names in a directory."""
    plain = io.plain_path(path)
    start = plain + "/" if plain and plain != "/" else plain
    names = []
    for known in list(_machine.list_files()) + sorted(io.directories):
        if known.startswith(start) and known != plain and (start or not known.startswith("/")):
            entry = known[len(start):].split("/")[0]
            if entry and entry not in names:
                names.append(entry)
    return names


def _require(found, number, text, path, second=None):
    if not found:
        kinds = {2: FileNotFoundError, 17: FileExistsError, 20: NotADirectoryError, 21: IsADirectoryError}
        raise kinds.get(number, OSError)(number, text, fspath(path))


def listdir(path="."):
    _require(path_exists(path), 2, "No such file or directory", path)
    _require(io.is_directory(path), 20, "Not a directory", path)
    return _entries(path)


def path_exists(path):
    return io.is_directory(path) or _machine.file_exists(io.plain_path(path))


def remove(path):
    _require(not io.is_directory(path), 21, "Is a directory", path)
    _require(path_exists(path), 2, "No such file or directory", path)
    _machine.remove_file(io.plain_path(path))


unlink = remove


def rename(src, dst):
    if not path_exists(src):
        raise FileNotFoundError(2, "No such file or directory", fspath(src), None, fspath(dst))
    source, target = io.plain_path(src), io.plain_path(dst)
    if io.is_directory(src):
        for known in list(_machine.list_files()):
            if known.startswith(source + "/"):
                _machine.rename_file(known, target + known[len(source):])
        for known in list(io.directories):
            if known == source or known.startswith(source + "/"):
                io.directories.discard(known)
                io.directories.add(target + known[len(source):])
    else:
        _machine.rename_file(source, target)


replace = rename


def mkdir(path, mode=0o777):
    _require(not path_exists(path), 17, "File exists", path)
    _require(io.parent_exists(path), 2, "No such file or directory", path)
    io.directories.add(io.plain_path(path))


def makedirs(name, mode=0o777, exist_ok=False):
    if path_exists(name):
        _require(exist_ok and io.is_directory(name), 17, "File exists", name)
        return
    plain = io.plain_path(name)
    at = plain.find("/", 1)
    while at >= 0:
        io.directories.add(plain[:at])
        at = plain.find("/", at + 1)
    io.directories.add(plain)


def rmdir(path):
    _require(path_exists(path), 2, "No such file or directory", path)
    _require(io.is_directory(path), 20, "Not a directory", path)
    _require(not _entries(path), 39, "Directory not empty", path)
    io.directories.discard(io.plain_path(path))


removedirs = rmdir


class stat_result:
    def __init__(self, size, directory):
        import time
        self.st_size = size
        self.st_mode = 0o40755 if directory else 0o100644
        # When files were written is not known; their times are the present.
        self.st_mtime = self.st_atime = self.st_ctime = time.time()
        self.st_mtime_ns = time.time_ns()
        self.st_uid = self.st_gid = 1000
        self.st_nlink = 1


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = name if folder == "." else fspath(folder) + "/" + name if not fspath(folder).endswith("/") else folder + name
        self._whole = fspath(folder) + "/" + name

    def is_dir(self, *, follow_symlinks=True):
        return io.is_directory(self._whole)

    def is_file(self, *, follow_symlinks=True):
        return not self.is_dir()

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self._whole)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry " + repr(self.name) + ">"


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    close = __exit__


def scandir(path="."):
    return _Scan([DirEntry(path, name) for name in listdir(path)])


def chmod(path, mode, **keywords):
    stat(path)


def utime(path, times=None, **keywords):
    stat(path)


def stat(path):
    if io.is_directory(path):
        return stat_result(4096, True)
    _require(path_exists(path), 2, "No such file or directory", path)
    return stat_result(_machine.file_size(io.plain_path(path)), False)


def access(path, mode):
    return path_exists(path)


def walk(top, topdown=True):
    directories, files = [], []
    for entry in _entries(top):
        (directories if io.is_directory(fspath(top) + "/" + entry) else files).append(entry)
    if topdown:
        yield top, directories, files
    for entry in directories:
        yield from walk(fspath(top) + "/" + entry, topdown)
    if not topdown:
        yield top, directories, files


for _name in ("pipe", "dup", "dup2", "wait", "waitpid", "nice", "symlink", "link", "mkfifo", "startfile", "forkpty", "posix_spawn",
              "get_terminal_size", "times"):
    def _refuse(*args, _name=_name, **keywords):
        _machine.not_supported("not supported here: os." + _name + "(); there is one process, with files of its own")
    globals()[_name] = _refuse


def umask(mask):
    return 0o022


class _Uname(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])


def uname():
    return _Uname(("Linux", "localhost", "6.1.0", "#1 SMP", "x86_64"))


def strerror(code):
    import errno
    return errno.texts.get(code, "Unknown error " + str(code))
