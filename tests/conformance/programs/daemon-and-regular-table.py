import threading
import time


def work(seconds):
    time.sleep(seconds)
    me = threading.current_thread()
    print(f"{me.name} ({'daemon' if me.daemon else 'regular'}) done")


specs = [("a", 0.5, False), ("b", 1.0, True), ("c", 1.5, False), ("d", 9, True), ("e", 2.5, True)]
for name, seconds, daemon in specs:
    threading.Thread(target=work, args=(seconds,), name=name, daemon=daemon).start()
print(threading.active_count(), "threads; main ends")
