"""Looked at twice, the second time under a lock: made once."""
import sys
import threading

sys.setswitchinterval(1e-6)
lock = threading.Lock()
thing = None


def make():
    print("made")
    return object()


def get():
    global thing
    if thing is None:
        with lock:
            if thing is None:
                thing = make()


threads = [threading.Thread(target=get) for _ in range(3)]
for thread in threads:
    thread.start()
