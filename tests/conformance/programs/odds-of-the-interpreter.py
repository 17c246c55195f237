"""Corners that programs come to now and then."""
import collections.abc
import enum
import sys
import threading
import typing
import weakref


class Resource:
    pass


def told():
    resource = Resource()
    reference = weakref.ref(resource, lambda ref: print("gone", ref() is None))
    print(reference() is resource)


def not_told():
    reference = None
    resource = Resource()
    reference = weakref.ref(resource, lambda ref: print("never"))


told()
not_told()
thread = threading.Thread(target=told)
thread.start()
thread.join()

for status in (("a", 3), (4,), (), "text"):
    try:
        sys.exit(status)
    except SystemExit as error:
        print(error.args, error.code)


class Permission(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()


print(Permission.READ & Permission.WRITE, repr(Permission(0)), Permission.READ | Permission.WRITE)

lock = threading.Lock()
print(lock.acquire_lock(), lock.locked_lock(), lock.acquire_lock(False), lock.release_lock(), lock.locked())


def outer():
    zeta = alpha = 0

    def inner():
        nonlocal zeta, alpha
        zeta += 1
        alpha -= 1

    inner()
    return inner


inner = outer()
print(inner.__code__.co_freevars, [cell.cell_contents for cell in inner.__closure__])

error = ValueError("plain")
print(error.__dict__, vars(KeyError()))
error.detail = 5
print(vars(error))
for make in (lambda: __import__("queue").Queue[int], lambda: collections.abc.Callable[[int, str], None],
             lambda: collections.deque[int], lambda: list[int] | None):
    try:
        print(make())
    except TypeError as error:
        print(str(error).replace("types.GenericAlias", "GenericAlias"))

if sys.version_info >= (3, 11):
    print(typing.TypeVarTuple("Items"), typing.ParamSpec("Arguments"), typing.TypeVar("Kind", bound=int))
