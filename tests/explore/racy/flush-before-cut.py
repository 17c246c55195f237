"""What is flushed is there for good."""
import sys
import threading
import time


def work():
    print("one", flush=True)
    time.sleep(0.001)
    print("two")
    sys.stdout.flush()


threading.Thread(target=work, daemon=True).start()
time.sleep(0.001)
