"""What locks and waits say of arguments that they cannot take."""

import threading, time


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


for lock in (threading.Lock(), threading.RLock()):
    holder = threading.Thread(target=lock.acquire)
    holder.start()
    holder.join()
    attempt("text", lock.acquire, timeout="1")
    attempt("None", lock.acquire, timeout=None)
    attempt("three", lock.acquire, True, 1, 2)
    attempt("unknown", lock.acquire, wait=False)
    attempt("too long", lock.acquire, timeout=1e10)
    attempt("too long, whole", lock.acquire, timeout=10**10)
    attempt("no number", lock.acquire, timeout=float("nan"))
    attempt("list", lock.acquire, [], 0 if False else -1)
attempt("event", threading.Event().wait, 1e10)
attempt("sleep", time.sleep, 1e10 * 1e10)
sleeper = threading.Thread(target=time.sleep, args=(0.05,))
sleeper.start()
attempt("join", sleeper.join, 1e10)
attempt("join, whole", sleeper.join, 10**10)
sleeper.join()
