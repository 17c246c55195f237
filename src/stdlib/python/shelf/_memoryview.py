"""The builtin `memoryview`, of bytes, bytearrays and arrays of one dimension; loaded where a program names it."""

import builtins


class memoryview:
    def __init__(self, object):
        if isinstance(object, memoryview):
            object._check()
            self.obj, self._at = object.obj, object._at
        elif isinstance(object, (bytes, bytearray)) or type(object).__name__ == "array":
            self.obj, self._at = object, range(len(object))
        else:
            raise TypeError("memoryview: a bytes-like object is required, not " + repr(type(object).__name__))
        self.format = getattr(object, "typecode", getattr(object, "format", "B"))
        self.itemsize = getattr(object, "itemsize", 1)
        self.readonly = isinstance(self.obj, bytes)
        self._released = False

    def _check(self):
        if self._released:
            raise ValueError("operation forbidden on released memoryview object")

    ndim = 1
    nbytes = property(lambda self: len(self._at) * self.itemsize)
    shape = property(lambda self: (len(self._at),))
    strides = property(lambda self: (self._at.step * self.itemsize,))
    contiguous = c_contiguous = f_contiguous = property(lambda self: self._at.step == 1)

    def __len__(self):
        self._check()
        return len(self._at)

    def _place(self, key):
        try:
            return self._at[key]
        except IndexError:
            raise IndexError("index out of bounds on dimension 1") from None

    def __getitem__(self, key):
        self._check()
        if isinstance(key, slice):
            part = memoryview(self)
            part._at = self._at[key]
            return part
        if not isinstance(key, int):
            raise TypeError("memoryview: invalid slice key")
        return self.obj[self._place(key)]

    def __setitem__(self, key, value):
        self._check()
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        if isinstance(key, slice):
            places, items = self._at[key], list(value)
            if len(places) != len(items):
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            for place, item in zip(places, items):
                self.obj[place] = item
            return
        place = self._place(key)
        if self.format == "B":
            if not isinstance(value, int):
                raise TypeError("memoryview: invalid type for format 'B'")
            if not 0 <= value < 256:
                raise ValueError("memoryview: invalid value for format 'B'")
        self.obj[place] = value

    def __delitem__(self, key):
        raise TypeError("cannot delete memory")

    def __iter__(self):
        self._check()
        return iter([self.obj[place] for place in self._at])

    def __eq__(self, other):
        if isinstance(other, (bytes, bytearray, memoryview)) or type(other).__name__ == "array":
            return list(self) == list(other)
        return NotImplemented

    def __hash__(self):
        if not self.readonly:
            raise ValueError("cannot hash writable memoryview object")
        return hash(self.tobytes())

    def tolist(self):
        self._check()
        return list(self)

    def tobytes(self, order="C"):
        self._check()
        if self.itemsize == 1:
            return bytes([item & 255 for item in self])
        import struct
        return b"".join([struct.pack(self.format, item) for item in self])

    __bytes__ = tobytes

    def hex(self, *separators):
        return self.tobytes().hex(*separators)

    def toreadonly(self):
        view = memoryview(self)
        view.readonly = True
        return view

    def cast(self, format, shape=None):
        if format not in ("B", "b", "c") or self.itemsize != 1 or shape is not None:
            raise NotImplementedError("memoryview: only casts among formats of one byte are modelled here")
        view = memoryview(self)
        view.format = format
        return view

    def release(self):
        self._released = True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.release()

    def __repr__(self):
        return "<" + ("released memory" if self._released else "memory") + " at " + hex(id(self)) + ">"


memoryview.__module__ = "builtins"
builtins.memoryview = memoryview
