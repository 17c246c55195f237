"""Everybody waits for everybody."""
import threading

barrier = threading.Barrier(3)


def meet(name):
    barrier.wait()
    print(name)


for name in ("r", "s"):
    threading.Thread(target=meet, args=(name,)).start()
meet("main")
