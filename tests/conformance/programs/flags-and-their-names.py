"""How combined flags are called, and what they may be combined with."""
from enum import Flag, IntFlag, auto
from typing import Generic, List, TypeVar
import threading


class Permission(IntFlag):
    READ = 4
    WRITE = 2
    RUN = 1


class Colour(Flag):
    RED = auto()
    GREEN = auto()
    BLUE = auto()
    WHITE = RED | GREEN | BLUE


shown = []


def show(flag):
    shown.append((str(flag), repr(flag), flag.value, bool(flag)))


flags = [Permission.READ, Permission.READ | Permission.RUN, Permission(7), Permission(0), Permission(8), Permission(9),
         Colour.RED | Colour.BLUE, Colour.WHITE, Colour(0), ~Colour.RED, Colour.RED ^ Colour.WHITE]
for flag in flags:
    worker = threading.Thread(target=show, args=(flag,))
    worker.start()
    worker.join()
print(*shown, sep="\n")
print(Permission.READ | 1, Permission.READ + 1, 2 | Permission.READ, Permission.READ in Permission(6), 3 & Permission(1))
for action in (lambda: Colour.RED | 1, lambda: 1 & Colour.RED, lambda: Colour.RED ^ Permission.RUN, lambda: Colour.RED + 1):
    try:
        print(action())
    except TypeError as error:
        print(error)

Item = TypeVar("Item")


class Box(Generic[Item], List[Item]):
    pass


print(Box.__parameters__, Box.__orig_bases__, Box[int](), Box([1]))


class Left:
    pass


class Right(Left):
    pass


try:
    class Both(Left, Right):
        pass
except TypeError as error:
    print(error)
