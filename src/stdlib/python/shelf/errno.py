"""The module `errno`, on Linux."""

texts = {}
errorcode = {}

for _name, _number, _text in (
    ("EPERM", 1, "Operation not permitted"), ("ENOENT", 2, "No such file or directory"), ("ESRCH", 3, "No such process"),
    ("EINTR", 4, "Interrupted system call"), ("EIO", 5, "Input/output error"), ("EBADF", 9, "Bad file descriptor"),
    ("EAGAIN", 11, "Resource temporarily unavailable"), ("ENOMEM", 12, "Cannot allocate memory"),
    ("EACCES", 13, "Permission denied"), ("EBUSY", 16, "Device or resource busy"), ("EEXIST", 17, "File exists"),
    ("ENOTDIR", 20, "Not a directory"), ("EISDIR", 21, "Is a directory"), ("EINVAL", 22, "Invalid argument"),
    ("ENOSPC", 28, "No space left on device"), ("EPIPE", 32, "Broken pipe"), ("EDEADLK", 35, "Resource deadlock avoided"),
    ("ENOTEMPTY", 39, "Directory not empty"), ("ETIMEDOUT", 110, "Connection timed out"),
    ("ECONNREFUSED", 111, "Connection refused"), ("E2BIG", 7, "Argument list too long"), ("ENOEXEC", 8, "Exec format error"),
    ("ECHILD", 10, "No child processes"), ("EFAULT", 14, "Bad address"), ("EXDEV", 18, "Invalid cross-device link"),
    ("ENODEV", 19, "No such device"), ("ENFILE", 23, "Too many open files in system"), ("EMFILE", 24, "Too many open files"),
    ("ENOTTY", 25, "Inappropriate ioctl for device"), ("EFBIG", 27, "File too large"), ("ESPIPE", 29, "Illegal seek"),
    ("EROFS", 30, "Read-only file system"), ("EMLINK", 31, "Too many links"), ("EDOM", 33, "Numerical argument out of domain"),
    ("ERANGE", 34, "Numerical result out of range"), ("ENAMETOOLONG", 36, "File name too long"),
    ("ENOSYS", 38, "Function not implemented"), ("ELOOP", 40, "Too many levels of symbolic links"),
    ("EOVERFLOW", 75, "Value too large for defined data type"), ("EOPNOTSUPP", 95, "Operation not supported"),
    ("EADDRINUSE", 98, "Address already in use"), ("ENETUNREACH", 101, "Network is unreachable"),
    ("ECONNABORTED", 103, "Software caused connection abort"), ("ECONNRESET", 104, "Connection reset by peer"),
    ("EISCONN", 106, "Transport endpoint is already connected"), ("ENOTCONN", 107, "Transport endpoint is not connected"),
    ("EHOSTUNREACH", 113, "No route to host"), ("EALREADY", 114, "Operation already in progress"),
    ("EINPROGRESS", 115, "Operation now in progress"), ("ECANCELED", 125, "Operation canceled"),
):
    globals()[_name] = _number
    texts[_number] = _text
    errorcode[_number] = _name
EWOULDBLOCK, ENOTSUP = EAGAIN, EOPNOTSUPP
