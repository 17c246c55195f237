import signal
import sys
import threading
import time

class GracefulKiller:
    kill_now = threading.Event()
    def __init__(self):
        signal.signal(signal.SIGINT, self.exit_gracefully)
        signal.signal(signal.SIGTERM, self.exit_gracefully)
    def exit_gracefully(self, signum, frame):
        print("signal", signum, "at line", type(frame).__name__)
        self.kill_now.set()

killer = GracefulKiller()
def worker():
    n = 0
    while not killer.kill_now.wait(0.2):
        n += 1
    print("worker stopped after", n > 0)
t = threading.Thread(target=worker)
t.start()
t.join()
print("cleanup done")
sys.exit(3)
# settings: ctrl-c=2.5
