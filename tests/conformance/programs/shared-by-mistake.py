"""Bug report: threads share a mutable default argument and a class attribute."""
import threading
def append(x, acc=[]):
    acc.append(x)
    return acc
class Job(threading.Thread):
    results = []
    def __init__(self, n): threading.Thread.__init__(self); self.n = n
    def run(self): self.results.append(self.n); append(self.n)
jobs = [Job(i) for i in range(4)]
for j in jobs: j.start()
for j in jobs: j.join()
print(Job.results, append(99), Job.results is jobs[0].results, append.__defaults__)
fs = []
for i in range(3): fs.append(threading.Thread(target=lambda: print("late", i)))
for f in fs: f.start(); f.join()
for i in range(3): t = threading.Thread(target=lambda i=i: print("early", i)); t.start(); t.join()
