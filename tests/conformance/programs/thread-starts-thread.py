import threading
import time


def level(n):
    print("  " * n + f"level {n} begins, daemon={threading.current_thread().daemon}")
    if n < 3:
        child = threading.Thread(target=level, args=(n + 1,), name=f"level-{n + 1}")
        child.start()
        child.join()
    time.sleep(0.01)
    print("  " * n + f"level {n} ends")


threading.Thread(target=level, args=(1,), name="level-1").start()
print("main ended")

# not on: 3.12.0 3.12.1
# Those two refuse to start a thread once the main thread has ended (gh-104690); 3.12.2 went back on that (gh-113964).
