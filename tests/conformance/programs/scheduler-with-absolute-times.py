import sched, threading, time
def job(name, t0, out): out.append((name, round(time.time() - t0)))
out = []
t0 = time.time()
s = sched.scheduler(time.time, time.sleep)
s.enter(3, 1, job, ("c", t0, out)); s.enter(1, 1, job, ("a", t0, out)); s.enterabs(t0 + 2, 1, job, ("b", t0, out))
print(len(s.queue), s.queue[0].action.__name__, s.queue[0].priority)
t = threading.Thread(target=s.run); t.start(); t.join()
print(out, s.empty())
