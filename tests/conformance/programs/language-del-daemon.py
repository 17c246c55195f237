"""A daemon that still stands keeps what the module holds from its end."""

import threading, time
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
held = D("global")
def daemon():
    d = D("in daemon")
    while True: time.sleep(0.05)
t = threading.Thread(target=daemon, daemon=True); t.start()
time.sleep(0.12)
print("main done")
