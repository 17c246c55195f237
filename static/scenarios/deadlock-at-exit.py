"""A deadlock at exit

Two regular threads need the same two locks and take them in opposite order.
Each gets its first one and then waits for the other's, for ever. The main
thread has long ended, but the interpreter waits for both, so the program never
exits. If both took the locks in the same order, all would be well.

At 0 s: Plato takes the left fork, Kant the right one. So far nobody is in
anybody's way, and the main thread ends.

At 1 s: each reaches for the fork that the other holds. Neither puts his own
down, so neither can go on, and the interpreter waits for both.
"""

import threading
import time

left_fork = threading.Lock()
right_fork = threading.Lock()


def philosopher(name, first, second):
    with first:
        print(name, "has the first fork")
        time.sleep(1)
        with second:
            print(name, "eats")


threading.Thread(target=philosopher, name="Plato", args=("Plato", left_fork, right_fork)).start()
threading.Thread(target=philosopher, name="Kant", args=("Kant", right_fork, left_fork)).start()
print("main ended")
