import threading, time
class StoppableThread(threading.Thread):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._stop_event = threading.Event()
    def stop(self): self._stop_event.set()
    def stopped(self): return self._stop_event.is_set()
    def run(self):
        while not self.stopped():
            print("tick"); time.sleep(0.1)
        print("stopped")
t = StoppableThread(name="S"); t.start(); time.sleep(0.25); t.stop(); t.join(); print(t.is_alive())
