"""The module `weakref`: nothing is ever collected while a program can see it, so references stay."""


class ref:
    def __init__(self, object, callback=None):
        self._object = object

    def __call__(self):
        return self._object


def proxy(object, callback=None):
    return object


class WeakValueDictionary(dict):
    pass


class WeakKeyDictionary(dict):
    pass


class WeakSet(set):
    pass


class WeakMethod(ref):
    pass


ReferenceType = ref
