import threading, time
def hello(): print("hello, timer")
t = threading.Timer(0.2, hello); t.start()
t2 = threading.Timer(5, print, args=("no",), kwargs={}); t2.start(); t2.cancel()
print(t.is_alive(), t2.finished.is_set(), t.interval)
t.join()
class Repeat(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
r = Repeat(0.1, print, ["tick"]); r.start(); time.sleep(0.35); r.cancel()
