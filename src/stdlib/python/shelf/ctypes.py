"""The module `ctypes`, of which only this is here: an exception raised in another thread (`Python/pystate.c`,
`PyThreadState_SetAsyncExc`), with what it is called with."""

# Not modelled: CDLL LibraryLoader PyDLL POINTER Structure Union Array CFUNCTYPE addressof byref cast cdll c_bool c_byte c_char c_char_p c_double c_float c_short c_void_p create_string_buffer get_errno memmove pointer sizeof string_at util

import _machine
import threading


class ArgumentError(Exception):
    pass


class _Number:
    _bits = 64
    _is_signed = True

    def __init__(self, value=0):
        if not isinstance(value, int):
            raise TypeError("an integer is required (got type " + type(value).__name__ + ")" if _machine.minor < 10 else
                            "'" + type(value).__name__ + "' object cannot be interpreted as an integer")
        value &= (1 << self._bits) - 1
        if self._is_signed and value >> (self._bits - 1):
            value -= 1 << self._bits
        self.value = value

    def __repr__(self):
        return type(self).__name__ + "(" + repr(self.value) + ")"


class c_long(_Number):
    pass


class c_ulong(_Number):
    _is_signed = False


class c_int(_Number):
    _bits = 32


class c_uint(_Number):
    _bits = 32
    _is_signed = False


c_longlong = c_int64 = c_ssize_t = c_long
c_ulonglong = c_uint64 = c_size_t = c_ulong
c_int32, c_uint32 = c_int, c_uint


class py_object:
    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return "py_object(" + repr(self.value) + ")"


def _unknown(index):
    kind = "TypeError" if _machine.minor >= 12 else "<class 'TypeError'>"
    return ArgumentError("argument " + str(index) + ": " + kind + ": Don't know how to convert parameter " + str(index))


class _Interface:
    def PyThreadState_SetAsyncExc(self, thread_id, exception):
        """Gives how many threads it was: one, or none of that number."""
        if isinstance(thread_id, int):
            thread_id = c_int(thread_id)
        if not isinstance(thread_id, _Number):
            raise _unknown(1)
        if not isinstance(exception, py_object) and exception is not None and exception != 0:
            raise _unknown(2)
        for thread in threading.enumerate():
            if thread.ident == thread_id.value:
                kind = exception.value if isinstance(exception, py_object) else None
                _machine.raise_in_thread(thread._Thread__number, kind)
                return 1
        return 0

    def __getattr__(self, name):
        _machine.not_supported("not supported here: ctypes.pythonapi." + name + "; of CPython's C interface there is only "
                               "PyThreadState_SetAsyncExc")


pythonapi = _Interface()
