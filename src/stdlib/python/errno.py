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
    ("ECONNREFUSED", 111, "Connection refused"),
):
    globals()[_name] = _number
    texts[_number] = _text
    errorcode[_number] = _name
