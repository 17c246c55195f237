"""The module `array`: numbers of one kind."""

_RANGES = {"b": (-1 << 7, 1 << 7), "B": (0, 1 << 8), "h": (-1 << 15, 1 << 15), "H": (0, 1 << 16), "i": (-1 << 31, 1 << 31),
           "I": (0, 1 << 32), "l": (-1 << 63, 1 << 63), "L": (0, 1 << 64), "q": (-1 << 63, 1 << 63), "Q": (0, 1 << 64)}
_SIZES = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short", "i": "signed integer",
          "I": "unsigned int", "l": "signed long", "L": "unsigned long"}
typecodes = "bBuhHiIlLqQfd"


class array:
    def __init__(self, typecode, initializer=()):
        if typecode not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._items = [self._fit(value) for value in initializer]

    def _fit(self, value):
        if self.typecode in "fd":
            if not isinstance(value, (int, float)):
                raise TypeError("must be real number, not " + type(value).__name__)
            return float(value)
        if not isinstance(value, int):
            raise TypeError("'" + type(value).__name__ + "' object cannot be interpreted as an integer")
        least, beyond = _RANGES[self.typecode]
        if not least <= value < beyond:
            raise OverflowError(_NAMES.get(self.typecode, "integer") + " is " + ("less than minimum" if value < least else "greater than maximum"))
        return int(value)

    def _made(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def append(self, x):
        self._items.append(self._fit(x))

    def extend(self, iterable):
        self._items.extend([self._fit(value) for value in iterable])

    fromlist = extend

    def insert(self, i, x):
        self._items.insert(i, self._fit(x))

    def pop(self, i=-1):
        if not self._items:
            raise IndexError("pop from empty array")
        return self._items.pop(i)

    def remove(self, x):
        if x not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(x)

    def index(self, x):
        if x not in self._items:
            raise ValueError("array.index(x): x not in array")
        return self._items.index(x)

    def count(self, x):
        return self._items.count(x)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, x):
        return x in self._items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._made(self._items[key])
        if not -len(self._items) <= key < len(self._items):
            raise IndexError("array index out of range")
        return self._items[key]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            self._items[key] = list(value)
            return
        if not -len(self._items) <= key < len(self._items):
            raise IndexError("array assignment index out of range")
        self._items[key] = self._fit(value)

    def __delitem__(self, key):
        del self._items[key]

    def __add__(self, other):
        return self._made(self._items + other._items) if isinstance(other, array) else NotImplemented

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        return self._made(self._items * count)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return "array('" + self.typecode + "'" + (", " + repr(self._items) if self._items else "") + ")"


ArrayType = array
