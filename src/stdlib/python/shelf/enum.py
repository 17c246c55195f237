"""The module `enum`."""
# Not modelled: EnumCheck EnumDict FlagBoundary pickle_by_enum_name pickle_by_global_name

import _machine
import operator
import sys


class auto:
    """Stands for a value until the class is made. What a body computes with it is computed then."""

    def __init__(self, compute=None, *operands):
        self._compute, self._operands = compute, operands

    def _resolve(self, values):
        operands = [values[part] if isinstance(part, auto) and part in values else part._resolve(values)
                    if isinstance(part, auto) else part for part in self._operands]
        return self._compute(*operands)


def _delayed(name):
    function = getattr(operator, name)
    return lambda self, other: auto(function, self, other), lambda self, other: auto(function, other, self)


for _name in ("or_", "and_", "xor", "add", "sub", "mul", "lshift", "rshift", "floordiv", "mod", "pow"):
    _plain, _turned = _delayed(_name)
    setattr(auto, "__" + _name.rstrip("_") + "__", _plain)
    setattr(auto, "__r" + _name.rstrip("_") + "__", _turned)
auto.__invert__ = lambda self: auto(operator.invert, self)
auto.__neg__ = lambda self: auto(operator.neg, self)


_missing = object()


class _member:
    def __init__(self, value):
        self.value = value


class _nonmember(_member):
    pass


_property = property


class property(property):
    pass


def _is_plain(value):
    return isinstance(value, _nonmember) or not (
        hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__"))


class EnumMeta(type):
    _names_once = True

    def __new__(mcls, name, bases, namespace, boundary=None, **keywords):
        if not bases:
            return type.__new__(mcls, name, bases, namespace)
        for base in bases:
            if boundary is None:
                boundary = getattr(base, "_boundary_", None)
            if isinstance(base, EnumMeta) and base._member_names_:
                if _machine.minor >= 11:
                    raise TypeError("<enum " + repr(name) + "> cannot extend <enum " + repr(base.__name__) + ">")
                raise TypeError(name + ": cannot extend enumeration " + repr(base.__name__))
        ignored = namespace.get("_ignore_", ())
        if isinstance(ignored, str):
            ignored = ignored.replace(",", " ").split()
        members, others = [], {}
        for key, value in namespace.items():
            if key in ignored or key == "_ignore_":
                continue
            if key.startswith("_") and key.endswith("_") or key.startswith("_" + name + "__"):
                others[key] = value
            elif isinstance(value, _nonmember):
                others[key] = value.value
            elif isinstance(value, _member) or _is_plain(value) and not isinstance(value, type(_is_plain)):
                members.append((key, value.value if isinstance(value, _member) else value))
            else:
                others[key] = value
        cls = type.__new__(mcls, name, bases, others)
        data_type = None
        for base in cls.__mro__:
            if base in (int, str, float, tuple, bytes, bool):
                data_type = base
                break
        cls._member_type_ = object if data_type is None else data_type
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        cls._boundary_ = others.get("_boundary_", boundary)
        maker = others.get("__new__")
        if maker is None:
            for base in cls.__mro__[1:]:
                if isinstance(base, EnumMeta) and "_own_new" in base.__dict__:
                    maker = base.__dict__["_own_new"]
                    break
        else:
            cls._own_new = maker
        last_values = []
        # What an `auto()` stood for: the body may have used it again.
        given = {}
        for key, value in members:
            if isinstance(value, auto) and (value._compute is not None or value in given):
                value = given[value] if value in given else value._resolve(given)
            elif isinstance(value, auto):
                place = value
                value = given[place] = cls._generate_next_value_(key, 1, len(last_values), last_values)
            elif isinstance(value, tuple) and any([isinstance(part, auto) for part in value]):
                value = tuple([cls._generate_next_value_(key, 1, len(last_values), last_values)
                               if isinstance(part, auto) else part for part in value])
            last_values.append(value)
            cls._add(key, value, maker)
        if maker is not None:
            cls.__new__ = EnumMeta._lookup
        return cls

    def _lookup(cls, value):
        return cls(value)

    def _add(cls, key, value, maker):
        args = value if isinstance(value, tuple) else (value,)
        if maker is not None:
            self = maker(cls, *args)
        elif cls._member_type_ is object:
            self = object.__new__(cls)
        elif cls._member_type_ is tuple:
            self = tuple.__new__(cls, value)
        else:
            self = cls._member_type_.__new__(cls, *args)
        if not hasattr(self, "_value_"):
            self._value_ = value if cls._member_type_ is object or maker is not None or not isinstance(value, tuple) else (
                value if cls._member_type_ is tuple else cls._member_type_(*args))
        for other in cls._member_map_.values():
            if other._value_ == self._value_ and type(other._value_) is type(self._value_):
                cls._member_map_[key] = other
                type.__setattr__(cls, key, other)
                return
        self._name_ = key
        self.__objclass__ = cls
        self._sort_order_ = len(cls._member_names_)
        cls._member_map_[key] = self
        type.__setattr__(cls, key, self)
        if not (cls._is_flag_ and _bits(self._value_) != 1):
            cls._member_names_.append(key)
        if type(self).__init__ is not object.__init__ and "__init__" in _defined(cls):
            self.__init__(*args)
        try:
            cls._value2member_map_.setdefault(self._value_, self)
        except TypeError:
            pass

    def __call__(cls, value=_missing, names=None, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is not None and not cls._member_names_:
            return cls._functional(value, names, type, start)
        if isinstance(value, cls):
            return value
        if value is _missing:
            raise TypeError(("EnumType" if _machine.minor >= 11 else "EnumMeta" if _machine.minor >= 10 else "")
                            + ("." if _machine.minor >= 10 else "") + "__call__() missing 1 required positional argument: 'value'")
        try:
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        except TypeError:
            pass
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
        found = cls._missing_(value)
        if found is None:
            raise ValueError(repr(value) + " is not a valid " + (cls.__qualname__ if _machine.minor >= 8 else cls.__name__))
        if not isinstance(found, cls) and (not isinstance(found, int) or cls._boundary_ is not _EJECT):
            raise TypeError("error in " + cls.__name__ + "._missing_: returned " + repr(found) + " instead of None or a valid member")
        return found

    def _functional(cls, name, names, mixin, start):
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        namespace = {"__module__": "__main__", "__qualname__": name}
        if isinstance(names, dict):
            namespace.update(names)
        else:
            made = []
            for item in names:
                if isinstance(item, str):
                    made.append(cls._generate_next_value_(item, start, len(made), made))
                    namespace[item] = made[-1]
                else:
                    namespace[item[0]] = item[1]
        return EnumMeta(name, (cls,) if mixin is None else (mixin, cls), namespace)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if _machine.minor >= 12:
            return any([value == other._value_ for other in cls._member_map_.values()])
        if _machine.minor >= 8 and not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '" + type(value).__qualname__ + "' and '"
                            + type(cls).__qualname__ + "'")
        return False

    def __getattr__(cls, name):
        if _machine.minor >= 12 or name.startswith("__"):
            raise AttributeError("type object " + repr(cls.__name__) + " has no attribute " + repr(name))
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @_property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        if issubclass(cls, Flag) and _machine.minor >= 11:
            return "<flag " + repr(cls.__name__) + ">"
        return "<enum " + repr(cls.__name__) + ">"

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member " + repr(name) if _machine.minor >= 11 else "Cannot reassign members.")
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(repr(cls.__name__) + " cannot delete member " + repr(name) + "." if _machine.minor >= 11
                                 else cls.__name__ + ": cannot delete Enum member.")
        type.__delattr__(cls, name)


EnumType = EnumMeta


def _defined(cls):
    names = []
    for base in cls.__mro__:
        if base not in (object, int, str, float, tuple, bytes):
            names += list(base.__dict__)
    return names


def _bits(value):
    return bin(value).count("1") if isinstance(value, int) else 1


def _refuse_setting(name):
    raise AttributeError("<enum 'Enum'> cannot set attribute " + repr(name) if _machine.minor >= 11 else "can't set attribute")


class Enum(metaclass=EnumMeta):
    _is_flag_ = False
    _member_names_ = []
    _member_map_ = {}

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        if _machine.minor >= 13:
            try:
                last = max(last_values)
            except TypeError:
                raise TypeError("unable to sort non-numeric values") from None
            try:
                return last + 1
            except TypeError:
                raise TypeError("unable to increment " + repr(last)) from None
        if _machine.minor >= 11:
            try:
                return max(last_values) + 1
            except TypeError:
                pass
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @_property
    def name(self):
        return self._name_

    @name.setter
    def name(self, value):
        _refuse_setting("name")

    @_property
    def value(self):
        return self._value_

    @value.setter
    def value(self, value):
        _refuse_setting("value")

    def __repr__(self):
        return "<" + type(self).__name__ + "." + self._name_ + ": " + repr(self._value_) + ">"

    def __str__(self):
        return type(self).__name__ + "." + self._name_

    def __format__(self, spec):
        if type(self)._member_type_ is not object and _machine.minor < 12 and type(self).__str__ is Enum.__str__:
            return format(self._value_, spec)
        return format(str(self), spec)

    def __dir__(self):
        return ["__class__", "__doc__", "__module__", "name", "value"]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IntEnum(int, Enum):
    if _machine.minor >= 11:
        def __str__(self):
            return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


class StrEnum(str, Enum):
    def __new__(cls, *values):
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(repr(values[0]) + " is not a string")
        value = str(*values)
        self = str.__new__(cls, value)
        self._value_ = value
        return self

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)


class FlagBoundary(StrEnum):
    """What a flag does with bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = _STRICT, _CONFORM, _EJECT, _KEEP = tuple(FlagBoundary)


class Flag(Enum):
    _boundary_, _is_flag_ = _STRICT, True

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        known = 0
        for other in cls._member_map_.values():
            known |= other._value_
        if not isinstance(value, int):
            raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
        unknown = value & ~known
        if _machine.minor >= 11 and value < 0:
            unknown = ~value & ~known
            value = known & value
        if unknown and cls._boundary_ is not _KEEP:
            if cls._boundary_ is _EJECT:
                return value
            if cls._boundary_ is _CONFORM:
                return cls(value & known)
            if _machine.minor >= 11:
                width = max(value.bit_length(), known.bit_length())
                given, allowed = ["0b0 " + bin(bits)[2:].zfill(width) for bits in (value, known)]
                raise ValueError(repr(cls) + " invalid value " + repr(value) + "\n    given " + given + "\n  allowed " + allowed)
            raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)
        self = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        self._value_ = value
        parts = _parts(cls, value)
        self._name_ = "|".join(parts) if parts and _machine.minor >= 11 else None
        cls._value2member_map_[value] = self
        return self

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([other for other in type(self) if other._value_ & self._value_])

    def __len__(self):
        return _bits(self._value_)

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        if self._name_ is None:
            if _machine.minor < 11:
                return "<" + Flag.__str__(self) + ": " + repr(self._value_) + ">"
            return "<" + type(self).__name__ + ": " + repr(self._value_) + ">"
        return Enum.__repr__(self)

    def __str__(self):
        if self._name_ is None:
            if _machine.minor < 11:
                return type(self).__name__ + "." + ("|".join(_parts(type(self), self._value_)) or repr(self._value_))
            return type(self).__name__ + "(" + repr(self._value_) + ")"
        return type(self).__name__ + "." + self._name_

    def __or__(self, other):
        other = _value(self, other)
        return other if other is NotImplemented else type(self)(self._value_ | other)

    def __and__(self, other):
        other = _value(self, other)
        return other if other is NotImplemented else type(self)(self._value_ & other)

    def __xor__(self, other):
        other = _value(self, other)
        return other if other is NotImplemented else type(self)(self._value_ ^ other)

    def __invert__(self):
        if _machine.minor < 11 and isinstance(self, int):
            return type(self)(~self._value_)
        known = 0
        for other in type(self)._member_map_.values():
            known |= other._value_
        return type(self)(known & ~self._value_)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


if _machine.minor < 11:
    del Flag.__iter__, Flag.__len__


def _value(flag, other):
    if isinstance(other, type(flag)):
        return other._value_
    return other if isinstance(flag, int) and isinstance(other, int) else NotImplemented


def _parts(cls, value):
    """The names of the members that a value is made of, and the bits that have none."""
    found = [other for other in cls if other._value_ & value]
    if value >= 0:
        for other in found:
            value &= ~other._value_
    if _machine.minor >= 11:
        return [other._name_ for other in found] + ([repr(value)] if value and found else [])
    if value < 0:
        return [other._name_ for other in sorted(found, key=lambda other: other._value_, reverse=True)] or [repr(value)]
    rest = [1 << at for at in range(value.bit_length()) if value >> at & 1]
    named = {other._value_: other._name_ for other in found}
    return [named.get(bits, repr(bits)) for bits in sorted([*named, *rest], reverse=True)]


class IntFlag(int, Flag):
    _boundary_ = _KEEP

    if _machine.minor >= 11:
        def __str__(self):
            return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)


def unique(enumeration):
    duplicates = [name + " -> " + found._name_ for name, found in enumeration.__members__.items() if name != found._name_]
    if duplicates:
        raise ValueError("duplicate values found in " + repr(enumeration) + ": " + ", ".join(duplicates))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def show_flag_values(value):
    return [1 << at for at in range(value.bit_length()) if value >> at & 1]


def verify(*checks):
    def decorate(enumeration):
        for check in checks:
            _verify(enumeration, check)
        return enumeration

    return decorate


def _verify(enumeration, check):
    name, is_flag = enumeration.__name__, issubclass(enumeration, Flag)
    values = [member._value_ for member in enumeration]
    if check is UNIQUE:
        aliases = [alias + " -> " + member._name_ for alias, member in enumeration._member_map_.items() if alias != member._name_]
        if aliases:
            raise ValueError("aliases found in " + repr(enumeration) + ": " + ", ".join(aliases))
    elif check is CONTINUOUS and len(values) > 1:
        if is_flag:
            wanted = [1 << at for at in range(min(values).bit_length(), max(values).bit_length())]
        else:
            wanted = range(min(values) + 1, max(values))
        missing = [str(value) for value in wanted if value not in values]
        if missing:
            raise ValueError(("invalid " + ("flag " if is_flag else "enum ") + repr(name) + ": missing values "
                              + ", ".join(missing))[:256])
    elif check is NAMED_FLAGS:
        names, missing = [], 0
        for alias, member in enumeration._member_map_.items():
            missed = [bit for bit in show_flag_values(max(member._value_, 0)) if bit not in values]
            if alias not in enumeration._member_names_ and missed:
                names.append(alias)
                missing |= sum(missed)
        if names:
            told = "alias " + names[0] + " is missing" if len(names) == 1 else (
                "aliases " + ", ".join(names[:-1]) + " and " + names[-1] + " are missing")
            value = "value " if len(show_flag_values(missing)) == 1 else "combined values of "
            raise ValueError("invalid Flag " + repr(name) + ": " + told + " " + value + hex(missing)
                             + " [use enum.show_flag_values(value) for details]")


def global_str(self):
    return self._name_ if self._name_ is not None else type(self).__name__ + "(" + repr(self._value_) + ")"


def global_enum_repr(self):
    return type(self).__module__.split(".")[-1] + "." + str(self._name_)


def global_flag_repr(self):
    module = type(self).__module__.split(".")[-1]
    if self._name_ is None:
        return module + "." + type(self).__name__ + "(" + repr(self._value_) + ")"
    return "|".join([name if name[0].isdigit() else module + "." + name for name in self._name_.split("|")])


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or cls._member_type_ is object:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls._member_map_)
    return cls


if _machine.minor >= 11:
    EnumMeta.__name__ = EnumMeta.__qualname__ = "EnumType"
    member, nonmember = _member, _nonmember
    member.__name__, nonmember.__name__ = "member", "nonmember"
else:
    for _name in ("StrEnum", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
                  "EnumType", "property", "verify", "show_flag_values", "global_enum", "global_enum_repr",
                  "global_flag_repr", "global_str"):
        del globals()[_name]
