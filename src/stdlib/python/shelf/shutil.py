"""The module `shutil`, on the simulated file system."""
# Not modelled: ReadError RegistryError SpecialFileError chown get_archive_formats get_unpack_formats make_archive register_archive_format register_unpack_format unpack_archive

import _machine
import os


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def _into(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError("%r and %r are the same file" % (src, dst))
    with open(src, "rb") as source, open(dst, "wb") as target:
        target.write(source.read())
    return dst


def copy(src, dst, *, follow_symlinks=True):
    return copyfile(src, _into(src, dst))


copy2 = copy


def copymode(src, dst, *, follow_symlinks=True):
    pass


copystat = copymode


def copyfileobj(fsrc, fdst, length=0):
    while True:
        part = fsrc.read(length or 65536)
        if not part:
            break
        fdst.write(part)


def ignore_patterns(*patterns):
    import fnmatch

    def ignore(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = os.listdir(src)
    left_out = ignore(src, names) if ignore else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name not in left_out:
            source, target = os.path.join(src, name), os.path.join(dst, name)
            if os.path.isdir(source):
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, **keywords):
    try:
        for name in os.listdir(path):
            whole = os.path.join(path, name)
            if os.path.isdir(whole):
                rmtree(whole, ignore_errors)
            else:
                os.remove(whole)
        os.rmdir(path)
    except OSError:
        if not ignore_errors:
            raise


def move(src, dst, copy_function=copy2):
    target = _into(src, dst)
    if os.path.isdir(dst) and os.path.exists(target):
        raise Error("Destination path '%s' already exists" % target)
    os.rename(src, target)
    return target


class _Usage(tuple):
    total = property(lambda self: self[0])
    used = property(lambda self: self[1])
    free = property(lambda self: self[2])

    def __repr__(self):
        return "usage(total=%d, used=%d, free=%d)" % tuple(self)


def disk_usage(path):
    return _Usage((1 << 40, 1 << 39, 1 << 39))


class _Size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return "os.terminal_size(columns=%d, lines=%d)" % tuple(self)


def get_terminal_size(fallback=(80, 24)):
    return _Size(fallback)


def which(cmd, mode=1, path=None):
    return None
