import threading, time
class Watchdog(Exception): pass
class Dog:
    def __init__(self, timeout, handler=None):
        self.timeout = timeout; self.handler = handler or self.default; self.timer = threading.Timer(timeout, self.handler); self.timer.start()
    def reset(self):
        self.timer.cancel(); self.timer = threading.Timer(self.timeout, self.handler); self.timer.start()
    def stop(self): self.timer.cancel()
    def default(self): raise Watchdog("no food")
fired = []
d = Dog(0.3, lambda: fired.append(1))
for _ in range(3): time.sleep(0.1); d.reset()
d.stop(); print(fired)
d2 = Dog(0.1); time.sleep(0.3); print("end")
