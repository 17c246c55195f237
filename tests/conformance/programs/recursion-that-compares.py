"""Recursion that is too deep: what it says depends on whether the function compares before it calls itself."""

import sys
import threading

sys.setrecursionlimit(200)


def sums(n):
    return 0 if n == 0 else n + sums(n - 1)


def down(n):
    return down(n + 1)


def until_none(n):
    if n is None:
        return None
    return until_none(n)


class Tree:
    def depth(self, n):
        while n > 0:
            return self.depth(n + 1)


def attempt(name, function, *args):
    try:
        print(name, function(*args))
    except RecursionError as error:
        print(name, error)


for job in (("sums", sums, 10_000), ("down", down, 0), ("until_none", until_none, 0), ("tree", Tree().depth, 1), ("few", sums, 50)):
    thread = threading.Thread(target=attempt, args=job)
    thread.start()
    thread.join()


def make():
    class Local(Exception):
        pass
    return Local


def fail():
    raise make()("of a function")


thread = threading.Thread(target=fail)
thread.start()
thread.join()
fail()
