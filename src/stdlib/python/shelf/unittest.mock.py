"""The module `unittest.mock`: `Mock`, `MagicMock`, `patch`, `call`, `sentinel` and `ANY`."""
# Not modelled: AsyncMock NonCallableMagicMock PropertyMock ThreadingMock create_autospec mock_open seal

import _machine
import functools
import sys


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel." + self.name


class _Sentinels:
    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


class _Call(tuple):
    """A call: its name, its positional and its keyword arguments. Those of `call_args` have no name."""

    def __new__(cls, name="", args=(), kwargs={}, two=False):
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    args = property(lambda self: self[-2])
    kwargs = property(lambda self: self[-1])
    _name = property(lambda self: self[0] if len(self) == 3 else "")

    def __eq__(self, other):
        if isinstance(other, _Call):
            return self.args == other.args and self.kwargs == other.kwargs and (
                not self._name or not other._name or self._name == other._name)
        if isinstance(other, tuple) and len(other) == 2 and isinstance(other[1], dict):
            return (self.args, self.kwargs) == other
        return isinstance(other, tuple) and (self.args,) == other

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __call__(self, *args, **kwargs):
        made = _Call(self._name, args, kwargs)
        made.__dict__["_result"] = self._name + "()"
        return made

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        before = self.__dict__.get("_result", self._name)
        return _Call(before + "." + name if before else name)

    def __repr__(self):
        name = self._name
        return "call" + ("" if not name or name.startswith("()") else ".") + name + _arguments(self.args, self.kwargs)


call = _Call()


def _arguments(args, kwargs):
    return "(" + ", ".join([repr(arg) for arg in args] + [name + "=" + repr(arg) for name, arg in kwargs.items()]) + ")"


class Mock:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, **kwargs):
        spec = spec_set if spec_set is not None else spec
        own = self.__dict__
        own["_children"] = {}
        own["_parent"] = None
        own["_mock_name"] = name
        own["_names"] = None if spec is None else (spec if isinstance(spec, list) else dir(spec))
        own["_wraps"] = wraps
        own["_return_value"] = return_value
        self.side_effect = side_effect
        self.reset_mock()
        for key, value in kwargs.items():
            target = self
            *path, last = key.split(".")
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def reset_mock(self, *, return_value=False, side_effect=False):
        self.called = False
        self.call_count = 0
        self.call_args = None
        self.call_args_list = []
        self.mock_calls = []
        self.method_calls = []
        if return_value:
            self.__dict__["_return_value"] = DEFAULT
        if side_effect:
            self.side_effect = None
        for child in self._children.values():
            child.reset_mock()

    def configure_mock(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    @property
    def return_value(self):
        if self._return_value is DEFAULT:
            self.__dict__["_return_value"] = self._child("()")
        return self._return_value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_return_value"] = value

    def _child(self, name):
        child = type(self)()
        child.__dict__["_mock_name"] = name
        child.__dict__["_parent"] = self
        return child

    def __getattr__(self, name):
        if name.startswith("__") or name in ("_children", "_names"):
            raise AttributeError(name)
        if self._names is not None and name not in self._names:
            raise AttributeError("Mock object has no attribute " + repr(name))
        if name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
            raise AttributeError(repr(name) + " is not a valid assertion. Use a spec for the mock if " + repr(name)
                                 + " is meant to be an attribute.")
        if name not in self._children:
            self._children[name] = self._child(name)
        return self._children[name]

    def __call__(self, *args, **kwargs):
        self.called = True
        self.call_count += 1
        self.call_args = _Call("", args, kwargs, True)
        self.call_args_list.append(self.call_args)
        self.mock_calls.append(_Call("", args, kwargs))
        name, parent = self._mock_name, self._parent
        while parent is not None:
            parent.mock_calls.append(_Call(name, args, kwargs))
            if "()" not in name and not name.startswith("__"):
                parent.method_calls.append(_Call(name, args, kwargs))
            if parent._parent is None:
                break
            name = parent._mock_name + ("" if name == "()" else ".") + name
            parent = parent._parent
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                given = effect(*args, **kwargs)
            else:
                given = next(effect)
                if isinstance(given, BaseException) or isinstance(given, type) and issubclass(given, BaseException):
                    raise given
            if given is not DEFAULT:
                return given
        if self._wraps is not None and self._return_value is DEFAULT:
            return self._wraps(*args, **kwargs)
        return self.return_value

    def __setattr__(self, name, value):
        if name == "side_effect" and value is not None and not callable(value) and not isinstance(value, BaseException):
            value = iter(value)
        if name == "return_value":
            self.__dict__["_return_value"] = value
        else:
            self.__dict__[name] = value

    def _told_name(self):
        name, parent = self._mock_name or "mock", self._parent
        while parent is not None:
            name = (parent._mock_name or "mock") + ("" if name.startswith("()") else ".") + name
            parent = parent._parent
        return name

    def __repr__(self):
        named = self._mock_name is not None
        return "<" + type(self).__name__ + (" name=" + repr(self._told_name()) if named else "") + " id='" + str(id(self)) + "'>"

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError("Expected '" + self._short_name() + "' to have been called.")

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError("Expected '" + self._short_name() + "' to not have been called. Called "
                                 + str(self.call_count) + " times." + self._told_calls())

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError("Expected '" + self._short_name() + "' to have been called once. Called "
                                 + str(self.call_count) + " times." + self._told_calls())

    def assert_called_with(self, /, *args, **kwargs):
        expected = self._short_name() + _arguments(args, kwargs)
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: " + expected + "\n"
                                 + ("  Actual: " if _machine.minor >= 12 else "Actual: ") + "not called.")
        if self.call_args != _Call("", args, kwargs):
            raise AssertionError("expected call not found.\nExpected: " + expected + "\n"
                                 + ("  Actual: " if _machine.minor >= 12 else "Actual: ") + self._short_name()
                                 + _arguments(self.call_args.args, self.call_args.kwargs))

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError("Expected '" + self._short_name() + "' to be called once. Called "
                                 + str(self.call_count) + " times." + self._told_calls())
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call("", args, kwargs) not in self.call_args_list:
            raise AssertionError(self._short_name() + _arguments(args, kwargs) + " call not found")

    def assert_has_calls(self, calls, any_order=False):
        made, calls = list(self.mock_calls), list(calls)
        count = len(calls)
        if any_order:
            fits = all([expected in made for expected in calls])
        else:
            fits = any([made[at:at + count] == calls for at in range(len(made) - count + 1)])
        if not fits:
            raise AssertionError("Calls not found.\nExpected: " + repr(calls) + "\n"
                                 + ("  Actual: " if _machine.minor >= 12 else "Actual: ") + repr(made))

    def _short_name(self):
        return self._mock_name or "mock"

    def _told_calls(self):
        return "\nCalls: " + repr(self.mock_calls) + "." if self.mock_calls else ""


NonCallableMock = Mock


class _Magic:
    """A special method of a `MagicMock`: each mock has a mock of its own for it, once it is asked for."""

    def __init__(self, default):
        self._default = default

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self._name in instance.__dict__:
            return instance.__dict__[self._name]
        kept = instance.__dict__.setdefault("_magic", {})
        if self._name not in kept:
            kept[self._name] = child = instance._child(self._name)
            if self._default is not DEFAULT:
                child.return_value = self._default
        return kept[self._name]

    def __set__(self, instance, value):
        instance.__dict__[self._name] = value

    def __call__(self, instance, *args):
        result = self.__get__(instance)(*args)
        return iter(result) if self._name == "__iter__" else result


class MagicMock(Mock):
    __enter__, __getitem__, __setitem__, __delitem__ = _Magic(DEFAULT), _Magic(DEFAULT), _Magic(DEFAULT), _Magic(DEFAULT)
    __exit__, __contains__, __len__, __bool__ = _Magic(False), _Magic(False), _Magic(0), _Magic(True)
    __int__, __float__, __iter__ = _Magic(1), _Magic(1.0), _Magic(())


class _Patch:
    def __init__(self, find, attribute, new, keywords):
        self._find, self._attribute, self._new, self._keywords = find, attribute, new, keywords

    def __enter__(self):
        self._target = self._find()
        self._original = getattr(self._target, self._attribute)
        self._was_own = self._attribute in vars(self._target)
        new = MagicMock(**self._keywords) if self._new is DEFAULT else self._new
        if self._new is DEFAULT:
            new.__dict__["_mock_name"] = self._attribute
        setattr(self._target, self._attribute, new)
        return new

    def __exit__(self, *args):
        if self._was_own or isinstance(self._target, type(sys)):
            setattr(self._target, self._attribute, self._original)
        else:
            delattr(self._target, self._attribute)
        return False

    start = __enter__

    def stop(self):
        self.__exit__(None, None, None)

    def __call__(self, function):
        if isinstance(function, type):
            for name, method in list(vars(function).items()):
                if name.startswith("test") and callable(method):
                    setattr(function, name, self(method))
            return function

        @functools.wraps(function)
        def patched(*args, **keywords):
            with self as new:
                return function(*args, new, **keywords) if self._new is DEFAULT else function(*args, **keywords)

        return patched


def _found(path):
    parts = path.split(".")
    target = sys.modules[parts[0]]
    for part in parts[1:]:
        target = getattr(target, part)
    return target


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    place, _, attribute = target.rpartition(".")
    if new_callable is not None:
        new = new_callable(**kwargs)
    return _Patch(lambda: _found(place), attribute, new, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    if new_callable is not None:
        new = new_callable(**kwargs)
    return _Patch(lambda: target, attribute, new, kwargs)


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self._dict, self._values, self._clear = in_dict, dict(values, **kwargs), clear

    def __enter__(self):
        self._original = dict(self._dict)
        if self._clear:
            self._dict.clear()
        self._dict.update(self._values)
        return self._dict

    def __exit__(self, *args):
        self._dict.clear()
        self._dict.update(self._original)
        return False

    def __call__(self, function):
        @functools.wraps(function)
        def patched(*args, **keywords):
            with self:
                return function(*args, **keywords)

        return patched


patch.object = _patch_object
patch.dict = _PatchDict
