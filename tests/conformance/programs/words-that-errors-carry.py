"""What errors carry with them, and who says no in which words."""
# needs: 3.8
import datetime
import queue
import threading


def positional(a, b, c=0, /, *, d=1):
    return a


class Parsing(SyntaxError):
    pass


class Base:
    """The base's own words."""


class Derived(Base):
    pass


def complain():
    for wrong in (lambda: positional(a=1, b=2), lambda: positional(1, b=2, d=3), lambda: datetime.datetime(2024, 1, 1) < datetime.date(2024, 1, 1),
                  lambda: datetime.date(2024, 1, 1) >= datetime.datetime(2024, 1, 1), lambda: list(1, 2)):
        try:
            print(wrong())
        except TypeError as error:
            print(error)


t = threading.Thread(target=complain)
t.start()
t.join()
for error in (SyntaxError("no such word"), Parsing("bad", ("file.txt", 3, 7, "x = = 1"))):
    print(error.msg, error.filename, error.lineno, error.offset, error.text)
try:
    "caf\u00e9".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, error.start, error.end, error.reason, error.object == "caf\u00e9")
print(Derived.__doc__, Derived().__doc__, Base().__doc__)
own = threading.local()
try:
    del own.nothing
except AttributeError as error:
    print(error)
q = queue.Queue()
q.put("a")
with q.mutex:
    print(q.mutex.locked(), list(q.queue))
    q.queue.clear()
print(q.empty())
