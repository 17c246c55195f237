import threading, time, sys
class Spinner:
    busy = False
    delay = 0.3
    @staticmethod
    def cursor():
        while 1:
            for c in "|/-\\": yield c
    def __init__(self, delay=None):
        self.gen = self.cursor()
        if delay and float(delay): self.delay = delay
    def task(self):
        while self.busy:
            sys.stdout.write(next(self.gen)); sys.stdout.flush(); time.sleep(self.delay)
    def __enter__(self):
        self.busy = True; threading.Thread(target=self.task).start()
    def __exit__(self, exception, value, tb):
        self.busy = False; time.sleep(self.delay)
        if exception is not None: return False
with Spinner(): time.sleep(1)
print(" done")
