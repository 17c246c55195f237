import threading
import time

a, b = threading.Lock(), threading.Lock()


def both(name, pause):
    with a:
        time.sleep(pause)
        with b:
            print(name, "has both")


threads = [threading.Thread(target=both, args=(n, 0.1)) for n in ("one", "two", "three")]
for t in threads:
    t.start()
    time.sleep(0.02)
for t in threads:
    t.join()
print("done", a.locked(), b.locked())
