import threading, time, sys
print("Starting", file=sys.stderr)
results = []
class Job:
    def __init__(self, name, deps=()): self.name, self.deps, self.done = name, deps, threading.Event()
    def run(self):
        for d in self.deps: d.done.wait()
        results.append(self.name); self.done.set()
a = Job("compile"); b = Job("test", [a]); c = Job("lint"); d = Job("deploy", [b, c])
ts = [threading.Thread(target=j.run) for j in (d, b)]
for t in ts: t.start()
a.run(); time.sleep(0.6); c.run()
for t in ts: t.join()
print(" -> ".join(results))
